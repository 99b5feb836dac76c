/// What a cell's trace becomes in its output: itself, and what stands in for it where no widget runs.
import { TRACE_MIME } from '../core/trace/payload';
import type { TracePayload } from '../core/trace/payload';
import { packTrace } from '../core/trace/savedtrace';
import { pictureSvg } from './fallbackSvg';
import { pictureText } from './fallbackText';
import { Picture } from './picture';

/// By MIME type, as nbformat's display_data has them.
export type OutputBundle = Record<string, string | object>;

/// The metadata that goes with every bundle; nbconvert reads the text to its readers who cannot see the picture.
export const OUTPUT_METADATA = { 'image/svg+xml': { alt: 'The heap after the cell. The text form of this output says the same in words.' } };

export function outputBundle(trace: TracePayload): OutputBundle {
  const bundle: OutputBundle = { [TRACE_MIME]: packTrace(trace) };
  try {
    const picture = new Picture(trace);
    bundle['image/svg+xml'] = pictureSvg(picture);
    bundle['text/plain'] = pictureText(picture);
  } catch (error) {
    // The cell has run; a defect in its picture must not cost the learner the heap.
    bundle['text/plain'] = `memory-sim could not draw this heap: ${String(error)}`;
  }
  return bundle;
}
