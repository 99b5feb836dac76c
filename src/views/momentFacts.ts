/// What clauses ask of all operations of a moment, found in one pass: a step can make thousands of objects.

import { Op } from '../core/trace/payload';
import { eachOp } from './timeline';
import type { Moment } from './timeline';

export interface MomentFacts {
  /// Objects that a name or a slot takes up, and those that are pushed on the value stack.
  readonly taken: ReadonlySet<number>;
  readonly pushed: ReadonlySet<number>;
  /// The type of each object made, as an index into `strings`.
  readonly types: ReadonlyMap<number, number>;
  /// Objects with a slot that is set, or is gone.
  readonly slotted: ReadonlySet<number>;
  /// Tombstones whose blocks are used again.
  readonly reused: readonly number[];
}

const known = new WeakMap<Moment, MomentFacts>();

export function factsOf(moment: Moment): MomentFacts {
  let facts = known.get(moment);
  if (facts === undefined) {
    known.set(moment, (facts = gather(moment)));
  }
  return facts;
}

function gather(moment: Moment): MomentFacts {
  const taken = new Set<number>();
  const pushed = new Set<number>();
  const types = new Map<number, number>();
  const slotted = new Set<number>();
  const reused: number[] = [];
  const { ops } = moment;
  eachOp(moment, (op, at) => {
    switch (op) {
      case Op.NAME:
        taken.add(ops[at + 3]!);
        break;
      case Op.SLOT:
        taken.add(ops[at + 3]!);
        slotted.add(ops[at + 1]!);
        break;
      case Op.UNSLOT:
        slotted.add(ops[at + 1]!);
        break;
      case Op.PUSH:
        pushed.add(ops[at + 1]!);
        break;
      case Op.NEW:
      case Op.OLD:
        types.set(ops[at + 1]!, ops[at + 2]!);
        break;
      case Op.REUSE:
        reused.push(ops[at + 1]!);
        break;
    }
  });
  return { taken, pushed, types, slotted, reused };
}
