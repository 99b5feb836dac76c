/// A moment taken apart: what one press of "next" shows while the reader steps by instruction. In a collection a
/// part is what happens to one candidate.

import { OP_ARITY, Op } from '../core/trace/payload';
import type { Moment } from './timeline';

/// A moment with more parts than this is cut into as many stretches of about the same length.
const MAX_PARTS = 250;

/// What happens to one object at a time inside a collection: a part ends after it.
const ENDS: ReadonlySet<number> = new Set([
  Op.GC_PHASE, Op.GC_REFS, Op.GC_SUBTRACT, Op.GC_REACHED, Op.GC_VERDICT, Op.GC_PROMOTE, Op.WEAKREF_CLEARED, Op.FINALIZE, Op.FREE, Op.GC_UNSHOWN
]);
/// A part begins before it.
const BEGINS: ReadonlySet<number> = new Set([Op.GC_CLEAR]);
/// Moments of a collection begin with one of these.
const COLLECTION: ReadonlySet<number> = new Set([Op.GC_START, Op.GC_PHASE, Op.GC_STOP]);

/// Where the moment's parts end, ascending; the last is the moment's own end. One end = it is not to be taken apart.
export function cutsOf(moment: Moment): readonly number[] {
  const { ops, from, to } = moment;
  const cuts: number[] = [];
  const cut = (at: number): void => {
    if (at > from && at < to && at !== cuts[cuts.length - 1]) {
      cuts.push(at);
    }
  };
  if (COLLECTION.has(ops[from] ?? -1)) {
    for (let i = from; i < to; i += 1 + OP_ARITY[ops[i]!]!) {
      if (BEGINS.has(ops[i]!)) {
        cut(i);
      }
      if (ENDS.has(ops[i]!)) {
        cut(i + 1 + OP_ARITY[ops[i]!]!);
      }
    }
  }
  cuts.push(to);
  return cuts.length <= MAX_PARTS ? cuts : Array.from({ length: MAX_PARTS }, (_, i) => cuts[Math.ceil(((i + 1) * cuts.length) / MAX_PARTS) - 1]!);
}
