/// A trace as a line of moments that can be visited in any order.
///
/// A moment is what one press of "next" shows: a step of the trace, except that a collection
/// is cut into its phases. Moment 0 is the state before the cell.

import { OP_ARITY, Op } from '../core/trace/payload';
import type { TracePayload } from '../core/trace/payload';
import { Parts } from './parts';
import type { Part } from './parts';
import { applyOps, emptyState, entries, fork, overlay, snapshot } from './state';
import type { Draft, HeapState, Temporary } from './state';
import { PORTION, finish } from './work';
import type { Work } from './work';

export interface Moment {
  /// Index into `payload.steps`; -1 for moment 0.
  readonly step: number;
  /// The operations are `ops[from..to)`.
  readonly ops: readonly number[];
  readonly from: number;
  readonly to: number;
  /// 1-based line in `file`; 0 = no line.
  readonly line: number;
  readonly file: string;
  /// Name of the frame the line belongs to; '' = not told.
  readonly frame: string;
}

/// A moment, or a part of one, with the states around it.
export interface Passage {
  readonly moment: Moment;
  readonly before: HeapState;
  readonly after: HeapState;
  /// The instruction that a part of a line is; '' = none.
  readonly instruction: string;
}

/// Operations between two checkpoints: what a jump replays at most (well under 1 ms).
const CHECKPOINT_OPS = 4_096;

interface Checkpoint {
  readonly index: number;
  readonly state: HeapState;
}

/// What a timeline needs to know of a trace before it can go anywhere.
export interface TraceIndex {
  readonly moments: readonly Moment[];
  readonly checkpoints: readonly Checkpoint[];
}

export function* indexing(payload: TracePayload): Work<TraceIndex> {
  const moments: Moment[] = [];
  const draft = fork(emptyState(payload.file));
  applyOps(draft, payload.start, 0, payload.start.length, payload.strings);
  moments.push({ step: -1, ops: payload.start, from: 0, to: payload.start.length, line: 0, file: payload.file, frame: '' });
  const checkpoints: Checkpoint[] = [{ index: 0, state: snapshot(draft) }];
  let since = 0;
  let due = CHECKPOINT_OPS;
  for (let step = 0; step < payload.steps.length; step++) {
    const ops = payload.steps[step]!;
    const top = draft.frames[draft.frames.length - 1]!;
    for (const [from, to] of pieces(ops)) {
      moments.push({ step, ops, from, to, line: ops[0]!, file: top.file, frame: top.name });
      applyOps(draft, ops, from, to, payload.strings);
      since += to - from + 1;
      if (since > due) {
        // A checkpoint can cost a copy of every entry, so a large heap gets them further apart.
        due = Math.max(CHECKPOINT_OPS, entries(draft));
        if (since > due) {
          checkpoints.push({ index: moments.length - 1, state: snapshot(draft) });
          since = 0;
          due = CHECKPOINT_OPS;
        }
      }
    }
    if (step % PORTION === 0) {
      yield;
    }
  }
  return { moments, checkpoints };
}

export class Timeline {
  readonly moments: readonly Moment[];
  private readonly checkpoints: readonly Checkpoint[];
  /// What was handed out last: a picture and its sentence ask for the same.
  private last: { index: number; state: HeapState } | undefined;
  private readonly partsOf: Parts;
  private lastParts: { index: number; parts: readonly Part[] } | undefined;
  private lastPart: { index: number; part: number; passage: Passage } | undefined;
  private lastStep: { index: number; before: HeapState; after: HeapState } | undefined;

  constructor(readonly payload: TracePayload, { moments, checkpoints }: TraceIndex = finish(indexing(payload))) {
    this.moments = moments;
    this.checkpoints = checkpoints;
    this.partsOf = new Parts(payload);
  }

  /// The last moment's index; moments are numbered 0..end.
  get end(): number {
    return this.moments.length - 1;
  }

  /// The state after moment `n` (clamped to what is there).
  at(n: number): HeapState {
    const index = Math.min(Math.max(0, Math.trunc(n) || 0), this.end);
    if (this.lastStep?.index === index) {
      return this.lastStep.after;
    }
    if (this.lastStep?.index === index + 1) {
      return this.lastStep.before;
    }
    const base = this.baseFor(index);
    if (base.index === index) {
      return base.state;
    }
    const draft = fork(base.state);
    for (let i = base.index + 1; i <= index; i++) {
      this.apply(draft, i);
    }
    this.last = { index, state: snapshot(draft) };
    return this.last.state;
  }

  /// The states before and after moment `n` (1..end). Objects that it leaves alone are the same values in both.
  step(n: number): { readonly before: HeapState; readonly after: HeapState } {
    if (this.lastStep?.index !== n) {
      const before = this.lastStep?.index === n - 1 ? this.lastStep.after : this.at(n - 1);
      const draft = fork(before);
      this.apply(draft, n);
      this.lastStep = { index: n, before, after: snapshot(draft) };
      this.last = { index: n, state: this.lastStep.after };
    }
    return this.lastStep;
  }

  /// How many parts moment `n` has; 1 = it is not to be taken apart.
  parts(n: number): number {
    return this.partList(n).length;
  }

  /// Moment `n` (1..end), or its part `part` (1..`parts`); 0 = all of it.
  passage(n: number, part: number): Passage {
    const moment = this.moments[n]!;
    const parts = part > 0 ? this.partList(n) : [];
    if (parts.length <= 1) {
      return { moment, ...this.step(n), instruction: parts[0]?.instruction ?? '' };
    }
    if (this.lastPart?.index !== n || this.lastPart.part !== part) {
      const last = Math.min(part, parts.length);
      const { to, instruction } = parts[last - 1]!;
      const from = parts[last - 2]?.to ?? moment.from;
      const before = last === 1 ? this.step(n).before : this.within(n, parts.slice(0, last - 1));
      const after = last === parts.length ? this.step(n).after : this.within(n, parts.slice(0, last));
      this.lastPart = { index: n, part, passage: { moment: { ...moment, from, to }, before, after, instruction } };
    }
    return this.lastPart.passage;
  }

  /// The state after these first parts of moment `n`.
  private within(n: number, parts: readonly Part[]): HeapState {
    const { ops, from } = this.moments[n]!;
    const draft = fork(this.step(n).before);
    let at = from;
    for (const part of parts) {
      applyOps(draft, ops, at, part.to, this.payload.strings);
      at = part.to;
      if (part.overlay !== undefined) {
        overlay(draft, part.overlay.stack, part.overlay.counts);
      }
    }
    return snapshot(draft);
  }

  private partList(n: number): readonly Part[] {
    if (this.lastParts?.index !== n) {
      const moment = this.moments[n]!;
      this.lastParts = { index: n, parts: moment.step < 0 ? [{ to: moment.to, instruction: '' }] : this.partsOf.of(moment, () => this.stackBefore(n)) };
    }
    return this.lastParts.parts;
  }

  /// The temporaries of the frame on top before the step that moment `n` belongs to.
  private stackBefore(n: number): readonly Temporary[] {
    let first = n;
    while (this.moments[first - 1]?.step === this.moments[n]!.step) {
      first--;
    }
    const { frames } = this.at(first - 1);
    return frames[frames.length - 1]!.stack;
  }

  /// Replays the whole trace once; `visit` sees the draft after each moment and must not keep it.
  *replay(visit: (index: number, draft: Draft, moment: Moment) => void): Work<void> {
    const draft = fork(this.checkpoints[0]!.state);
    for (let i = 0; i <= this.end; i++) {
      if (i > 0) {
        this.apply(draft, i);
      }
      visit(i, draft, this.moments[i]!);
      if (i % PORTION === 0) {
        yield;
      }
    }
  }

  private apply(draft: Draft, index: number): void {
    const { ops, from, to } = this.moments[index]!;
    applyOps(draft, ops, from, to, this.payload.strings);
  }

  /// The nearest known state at or before `index`.
  private baseFor(index: number): { index: number; state: HeapState } {
    let low = 0;
    let high = this.checkpoints.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.checkpoints[middle]!.index <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    const checkpoint = this.checkpoints[low]!;
    return this.last !== undefined && this.last.index <= index && this.last.index > checkpoint.index ? this.last : checkpoint;
  }
}

const STACK_OPS: ReadonlySet<number> = new Set([Op.PUSH, Op.PUSH_BORROWED, Op.POP]);

/// Cuts a step's operations before each phase of a collection, and after its end, unless all that follows is on the value stack.
function pieces(ops: readonly number[]): [number, number][] {
  const cuts: number[] = [];
  let last = 1;
  for (let i = 1; i < ops.length; i += 1 + OP_ARITY[ops[i]!]!) {
    if (ops[i] === Op.GC_START || ops[i] === Op.GC_PHASE || ops[i] === Op.GC_STOP) {
      cuts.push(i);
    }
    if (ops[i] === Op.GC_STOP) {
      cuts.push(i + 1 + OP_ARITY[Op.GC_STOP]!);
    }
    if (!STACK_OPS.has(ops[i]!)) {
      last = i;
    }
  }
  const result: [number, number][] = [];
  let from = 1;
  for (const cut of [...cuts.filter((at) => at <= last), ops.length]) {
    if (cut > from) {
      result.push([from, cut]);
      from = cut;
    }
  }
  return result.length > 0 ? result : [[1, 1]];
}

/// Calls `visit` with the position of each operation of a moment.
export function eachOp(moment: Moment, visit: (op: number, at: number) => void): void {
  for (let i = moment.from; i < moment.to; i += 1 + OP_ARITY[moment.ops[i]!]!) {
    visit(moment.ops[i]!, i);
  }
}
