/// What a cell's trace becomes in its output: itself, and what stands in for it where no widget runs.
import { TRACE_MIME } from '../core/trace/payload';
import type { TracePayload } from '../core/trace/payload';
import { packTrace } from '../core/trace/savedtrace';
import { pictureSvg } from './fallbackSvg';
import { pictureText } from './fallbackText';
import { Picture } from './picture';
import { readTrace } from './validate';
import { english } from './words';
import type { Words } from './words';

/// By MIME type, as nbformat's display_data has them.
export type OutputBundle = Record<string, string | object>;

export function outputBundle(trace: TracePayload): OutputBundle {
  return { ...traceBundle(trace), ...standIns(trace) };
}

/// The trace alone, for a page that shows it before the rest is there.
export function traceBundle(trace: TracePayload): OutputBundle {
  return { [TRACE_MIME]: packTrace(trace) };
}

/// The same with picture and text in another language, from a bundle that has them in English.
export function translatedBundle(bundle: OutputBundle, words: Words): OutputBundle {
  const read = readTrace(bundle[TRACE_MIME]);
  return read.ok ? { ...bundle, ...standIns(read.payload, words) } : bundle;
}

/// The picture and the words that stand in for a trace.
export function standIns(trace: TracePayload, words: Words = english): OutputBundle {
  try {
    const picture = new Picture(trace, words);
    return { 'image/svg+xml': pictureSvg(picture), 'text/plain': pictureText(picture) };
  } catch (error) {
    // The cell has run; a defect in its picture must not cost the learner the heap.
    return { 'text/plain': words.__('memory-sim could not draw this heap: %1', String(error)) };
  }
}
