/// What a cell's trace becomes in its output: itself, and what stands in for it where no widget runs.
import { TRACE_MIME, type TracePayload } from '../core/trace/payload';
import { pictureSvg } from '../views/fallbackSvg';
import { pictureText } from '../views/fallbackText';
import { Picture } from '../views/picture';
import type { MimeBundle } from './protocol';

export function traceBundle(trace: TracePayload): MimeBundle {
  const bundle: MimeBundle = { [TRACE_MIME]: trace };
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
