/// A moment taken apart: what one press of "next" shows while the reader steps by instruction. In a collection a
/// part is what happens to one candidate; in a line, an instruction.

import { unpack, unpackTable } from '../core/trace/packing';
import type { TableLine } from '../core/trace/packing';
import { OP_ARITY, Op } from '../core/trace/payload';
import type { PackedInstruction, TracePayload } from '../core/trace/payload';
import type { Temporary } from './state';
import type { Moment } from './timeline';

export interface Part {
  /// Its operations are those up to here.
  readonly to: number;
  /// The instruction that does it: `LOAD_NAME v1`; '' = none.
  readonly instruction: string;
  /// The stack and the counts as they are then; undefined: as the operations tell.
  readonly overlay?: { readonly stack: readonly Temporary[]; readonly counts: ReadonlyMap<number, number> };
}

/// A moment with more parts than this is cut into as many stretches of about the same length.
const MAX_PARTS = 250;

/// What happens to one object at a time inside a collection: a part ends after it.
const ENDS: ReadonlySet<number> = new Set([
  Op.GC_PHASE, Op.GC_REFS, Op.GC_SUBTRACT, Op.GC_REACHED, Op.GC_VERDICT, Op.GC_PROMOTE, Op.WEAKREF_CLEARED, Op.FINALIZE, Op.FREE, Op.GC_UNSHOWN
]);
/// A part begins before it.
const BEGINS: ReadonlySet<number> = new Set([Op.GC_CLEAR]);
/// Moments of a collection begin with one of these.
const COLLECTION: ReadonlySet<number> = new Set([Op.GC_START, Op.GC_PHASE]);

export class Parts {
  private readonly strings: readonly string[];
  private table: readonly TableLine[] | undefined;
  private steps: (readonly PackedInstruction[])[] | undefined;

  constructor(private readonly payload: TracePayload) {
    this.strings = payload.strings;
  }

  /// The moment's parts in order; the last ends where the moment ends. One part = it is not to be taken apart. `stack` is
  /// what the frame on top has before the moment's step.
  of(moment: Moment, stack: () => readonly Temporary[]): readonly Part[] {
    if (COLLECTION.has(moment.ops[moment.from] ?? -1)) {
      return thinned(candidates(moment));
    }
    const instructions = this.instructionsOf(moment.step);
    return instructions.length === 0 ? [{ to: moment.to, instruction: '' }] : thinned(this.lineParts(moment, instructions, stack()));
  }

  private instructionsOf(step: number): readonly PackedInstruction[] {
    const { instructions } = this.payload;
    if (instructions === undefined) {
      return [];
    }
    if (this.steps === undefined) {
      let last = -1;
      this.table = unpackTable(instructions.table) ?? [];
      this.steps = instructions.steps.map((text) => {
        const found = unpack(text, last) ?? [];
        last = found[found.length - 1]?.instruction ?? last;
        return found;
      });
    }
    return this.steps[step] ?? [];
  }

  private lineParts({ from, to, ops }: Moment, instructions: readonly PackedInstruction[], before: readonly Temporary[]): Part[] {
    const parts: Part[] = [];
    const counts = new Map<number, number>();
    let stack = before;
    let at = 1;
    instructions.forEach((one, i) => {
      at += one.operations;
      stack = [...stack.slice(0, Math.max(0, stack.length - one.pops)), ...one.pushes];
      one.counts.forEach(([serial, count]) => counts.set(serial, count));
      const isLast = i === instructions.length - 1;
      // A collection in the middle of a line makes moments of its own.
      if (at >= from && at <= to && !isLast && !(at === to && to < ops.length) && !(at === from && from > 1)) {
        parts.push({ to: at, instruction: this.text(one.instruction), overlay: { stack, counts: new Map(counts) } });
      } else if (isLast && to === ops.length) {
        parts.push({ to, instruction: this.text(one.instruction) });
      }
    });
    if (parts[parts.length - 1]?.to !== to || parts[parts.length - 1]!.overlay !== undefined) {
      parts.push({ to, instruction: '' });
    }
    return parts;
  }

  private text(instruction: number): string {
    const [name, argument] = this.table![instruction] ?? [-1, -1];
    return argument < 0 ? (this.strings[name] ?? '') : `${this.strings[name] ?? ''} ${this.strings[argument] ?? ''}`;
  }
}

function candidates({ ops, from, to }: Moment): Part[] {
  const parts: Part[] = [];
  const cut = (at: number): void => {
    if (at > from && at < to && at !== parts[parts.length - 1]?.to) {
      parts.push({ to: at, instruction: '' });
    }
  };
  for (let i = from; i < to; i += 1 + OP_ARITY[ops[i]!]!) {
    if (BEGINS.has(ops[i]!)) {
      cut(i);
    }
    if (ENDS.has(ops[i]!)) {
      cut(i + 1 + OP_ARITY[ops[i]!]!);
    }
  }
  return [...parts, { to, instruction: '' }];
}

function thinned(parts: readonly Part[]): readonly Part[] {
  return parts.length <= MAX_PARTS ? parts : Array.from({ length: MAX_PARTS }, (_, i) => parts[Math.ceil(((i + 1) * parts.length) / MAX_PARTS) - 1]!);
}
