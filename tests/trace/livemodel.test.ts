/// The live heap is told whole where outputs keep a part of it, and asking for it changes nothing.
import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import type { IMachine } from '../../src/core/machine';
import { OP_ARITY, Op } from '../../src/core/trace/payload';
import type { TracePayload } from '../../src/core/trace/payload';
import { packTrace } from '../../src/core/trace/savedtrace';
import { Picture } from '../../src/views/picture';

function run(machine: IMachine, source: string): TracePayload {
  machine.begin(source, 'cell.py');
  for (;;) {
    const result = machine.resume(1_000_000);
    if (result !== undefined) return result.trace!;
  }
}

function count(ops: readonly number[], op: number): number {
  let n = 0;
  for (let i = 0; i < ops.length; i += 1 + OP_ARITY[ops[i]!]!) if (ops[i] === op) n++;
  return n;
}

const MANY = `class P:
    def __init__(self, n): self.n = n
people = [P(i) for i in range(2000)]
last = people[-1]
`;

describe('the live heap', () => {
  const machine = createMachine();
  const first = run(machine, MANY);
  const snapshot = machine.snapshot()!;
  const later = run(machine, 'x = 1\n');

  it('has all of its objects, and what holds them', () => {
    expect(count(snapshot.start, Op.NEW) + count(snapshot.start, Op.OLD)).toBeGreaterThan(2_000);
    const picture = new Picture(snapshot);
    const state = picture.timeline.at(0);
    const last = state.frames[0]!.names.get('last')!;
    expect(picture.receipts.of(last, 0)).toMatchObject({ count: 2, rest: 0, holders: [{}, {}] });
    expect(picture.scene(0).boxes.some(({ badge }) => /^×1,9\d\d$/.test(badge))).toBe(true);
    expect(picture.scene(0).undrawn).toBe(0);
  });

  it('is no burden for what outputs keep', () => {
    const kept = (trace: TracePayload): number => JSON.stringify(packTrace(trace)).length;
    const apart = createMachine();
    const alike = [run(apart, MANY), run(apart, 'x = 1\n')].map(kept);
    expect([first, later].map(kept)).toEqual(alike);
    expect(count(later.start, Op.NEW)).toBeLessThanOrEqual(400);
  });

  it('tells what the outputs tell under the same numbers', () => {
    const numbers = (ops: readonly number[]): Set<number> => {
      const found = new Set<number>();
      for (let i = 0; i < ops.length; i += 1 + OP_ARITY[ops[i]!]!) if (ops[i] === Op.NEW || ops[i] === Op.OLD) found.add(ops[i + 1]!);
      return found;
    };
    const live = numbers(snapshot.start);
    expect([...numbers(later.start)].filter(serial => !live.has(serial))).toEqual([]);
  });
});
