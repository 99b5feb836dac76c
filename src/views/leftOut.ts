/// What a trace leaves out, in words.

import { LeftOut } from '../core/trace/payload';
import type { TracePayload } from '../core/trace/payload';
import { grouped } from './words';
import type { Words } from './words';

/// '' = nothing.
export function leftOutText(payload: TracePayload, words: Words): string {
  return payload.leftOut?.map((what) => sentence(what, words)).join(' ') ?? payload.folded ?? '';
}

function sentence([code, a = 0, b = 0]: readonly number[], words: Words): string {
  switch (code) {
    case LeftOut.LOOP:
      return words._n('The loop in line %2 was recorded for %1 round; what the others left is shown as one step.', 'The loop in line %2 was recorded for %1 rounds; what the others left is shown as one step.', b, a);
    case LeftOut.LOOPS:
      return words._n('%1 more loop likewise.', '%1 more loops likewise.', a);
    case LeftOut.REST:
      return words.__('After %1 steps the program ran on with fewer steps shown.', grouped(a));
    case LeftOut.INSTRUCTIONS:
      return words.__('Instructions were recorded for the first %1 steps.', grouped(a));
    case LeftOut.OBJECTS:
      return words.__('There are more than %1 objects: some are told by their type only. The Memory panel shows more of them.', grouped(a));
    default:
      return words.__('Some collections are shown without the counting.');
  }
}
