/// What a recording tells so far, as a list of events: for memory_sim.events().
import { OP_ARITY, ObjectKind, Op } from './payload';

/// What happened, to an object of which type, and where; for a collection its generation and what it freed.
export interface HeapEvent {
  readonly kind: 'allocated' | 'freed' | 'finalized' | 'collection' | 'weakref cleared';
  /// The line of the step; 0 = before the cell.
  readonly line: number;
  readonly type: string;
  readonly address: number;
  readonly generation: number;
  readonly collected: number;
}

/// The events of these steps, in order; `start` says what was there before.
export function eventsOf(start: readonly number[], steps: readonly (readonly number[])[], strings: readonly string[]): HeapEvent[] {
  const events: HeapEvent[] = [];
  const kept = keptObjects(start, steps);
  const objects = new Map<number, { type: string; address: number }>();
  const scan = (ops: readonly number[], from: number, line: number): void => {
    for (let i = from; i < ops.length; i += 1 + OP_ARITY[ops[i]!]!) {
      const [op, a = 0, b = 0] = ops.slice(i, i + 3);
      if ((op === Op.NEW || op === Op.OLD) && (line === 0 || kept.has(a) || ops[i + 3] === ObjectKind.INSTANCE)) objects.set(a, { type: strings[b]!, address: ops[i + 4]! * 16 });
      const add = (kind: HeapEvent['kind'], serial: number): void => {
        const object = objects.get(serial);
        if (object === undefined) return;
        const { type, address } = object;
        if (line > 0) events.push({ kind, line, type, address, generation: -1, collected: 0 });
      };
      if (op === Op.NEW) add('allocated', a);
      else if (op === Op.FREE) add('freed', a);
      else if (op === Op.FINALIZE) add('finalized', a);
      else if (op === Op.WEAKREF_CLEARED) add('weakref cleared', b);
      else if (op === Op.GC_STOP) events.push({ kind: 'collection', line, type: '', address: 0, generation: a, collected: b });
    }
  };
  scan(start, 0, 0);
  for (const step of steps) scan(step, 1, step[0]!);
  return events;
}

/// Objects that a name or another object refers to at some time: the others are temporaries of a line.
function keptObjects(start: readonly number[], steps: readonly (readonly number[])[]): Set<number> {
  const kept = new Set<number>();
  const scan = (ops: readonly number[], from: number): void => {
    for (let i = from; i < ops.length; i += 1 + OP_ARITY[ops[i]!]!) {
      if (ops[i] === Op.NAME || ops[i] === Op.SLOT) kept.add(ops[i + 3]!);
    }
  };
  scan(start, 0);
  for (const step of steps) scan(step, 1);
  return kept;
}
