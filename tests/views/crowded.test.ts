import { describe, expect, it } from 'vitest';
import { Op, TRACE_VERSION } from '../../src/core/trace/payload';
import type { TracePayload } from '../../src/core/trace/payload';
import type { Lifelines } from '../../src/views/lifelines';
import { Picture } from '../../src/views/picture';
import { readTrace } from '../../src/views/validate';
import { trace } from './notation';

/// One object, whose count changes in each step, and a collection in each step.
function crowded(steps: number): TracePayload {
  const strings = ['<module>', 'cell', 'A', 'a'];
  return {
    version: TRACE_VERSION, python: '3.14', file: 'cell', source: 'a', run: 1, strings,
    start: [Op.FRAME, 0, 1, 1, Op.NEW, 1, 2, 0, 0x7f3a0ff0, 48, Op.NAME, 0, 3, 1],
    steps: Array.from({ length: steps }, (_, i) => [1, Op.COUNT, 1, 1 + (i % 7), Op.GC_START, i % 100 === 50 ? 2 : 0, 0, 0, Op.GC_STOP, 0, 0, 0]),
    totals: { live: 1, shown: 1, freed: 0, count: [0, 0, 0], threshold: [2000, 10, 10] }
  };
}

function linesOf(steps: number): Lifelines {
  const read = readTrace(crowded(steps));
  if (!read.ok) {
    throw new Error(read.reason);
  }
  return new Picture(read.payload).lifelines;
}

describe('lifelines of a trace with more than can be seen', () => {
  it('draws each collection and each count while there is room', () => {
    const { bands, rows } = linesOf(100);
    expect(bands).toHaveLength(100);
    expect(rows[0]!.stretches.length).toBeGreaterThanOrEqual(100);
  });

  it('draws bounded numbers of them otherwise, old generations first, without a gap', () => {
    const { bands, rows, end } = linesOf(20_000);
    expect(bands.length).toBeLessThanOrEqual(400);
    expect(bands.length).toBeGreaterThan(300);
    expect(new Set(bands.map(({ short }) => short)).size).toBe(2);
    const { stretches } = rows[0]!;
    expect(stretches.length).toBeLessThanOrEqual(1_002);
    expect(stretches.slice(1).every(({ from }, i) => from === stretches[i]!.to)).toBe(true);
    expect([stretches[0]!.from, stretches.at(-1)!.to]).toEqual([0, end + 1]);
  });
});

describe('lifelines of a heap that is mostly left alone', () => {
  const old = (n: number): string => Array.from({ length: n }, (_, i) => `new o${i} Box; name o${i} o${i}`).join('; ');
  const passing = (n: number): string => Array.from({ length: n }, (_, i) => `\n2: new i${i} Item; count i${i} 1\n3: count i${i} 2\n4: free i${i}`).join('');
  const labels = (n: number, iterators = 0): string[] => {
    const read = readTrace(trace(`start: ${old(n)}\n1: new d Doomed; name d d${passing(iterators)}\n2: count d 2; name e d`));
    if (!read.ok) {
      throw new Error(read.reason);
    }
    return new Picture(read.payload).lifelines.rows.map(({ label }) => label);
  };

  it('counts in one row the objects whose lines would be straight, if there are many', () => {
    expect(labels(3)).toEqual(['Doomed d', 'Box o0', 'Box o1', 'Box o2']);
    expect(labels(4)).toEqual(['Doomed d', '4 unchanged']);
  });

  it('folds lives of one type that nothing but an address tells apart', () => {
    expect(labels(0, 2)).toEqual(['Doomed d', 'Item 0x7f3a140', 'Item 0x7f3a180']);
    expect(labels(0, 3)).toEqual(['Doomed d', 'Item × 3']);
  });
});
