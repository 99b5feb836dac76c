import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { Op } from '../../src/core/trace/payload';
import type { TracePayload } from '../../src/core/trace/payload';
import { promptNumber, runSummary } from '../../src/views/runSummary';

function traceOf(source: string): TracePayload {
  const machine = createMachine({});
  machine.begin(source, '<cell 1>');
  for (;;) {
    const result = machine.resume(100_000);
    if (result) return result.trace!;
  }
}

describe('runSummary', () => {
  it('counts births, deaths and collections', () => {
    const summary = runSummary(traceOf('import gc\ngc.disable()\nclass A: pass\na = A()\na.a = a\nb = A()\ndel a, b\ngc.collect()'));
    expect(summary).toMatchObject({ deaths: 2, collections: 1, marks: [{ generation: 2 }] });
    expect(summary.births).toBeGreaterThanOrEqual(2);
    expect(summary.marks[0]!.at).toBeGreaterThan(0.5);
    expect(summary.parts.reduce((sum, part) => sum + part.births, 0)).toBe(summary.births);
    expect(summary.parts.reduce((sum, part) => sum + part.deaths, 0)).toBe(summary.deaths);
  });

  it('has a bounded number of parts', () => {
    const summary = runSummary(traceOf('for i in range(50):\n    x = [i]'));
    expect(summary.parts).toHaveLength(16);
    const collecting = runSummary({ ...traceOf(''), steps: Array.from({ length: 100_000 }, (_, i) => [1, Op.GC_START, i % 3, 0, 0, Op.GC_STOP, 0, 0, 0]) });
    expect(collecting.collections).toBe(100_000);
    expect(collecting.marks).toHaveLength(64);
    expect(new Set(collecting.marks.map(({ generation }) => generation))).toEqual(new Set([2]));
    expect(runSummary({ ...traceOf(''), steps: [] })).toMatchObject({ steps: 0, births: 0, collections: 0, marks: [], parts: [{ births: 0, deaths: 0 }] });
  });
});

describe('promptNumber', () => {
  it("is that of the cell's file, as runs that only define a module count for prompts", () => {
    expect(promptNumber({ file: '<cell 3>', run: 2 })).toBe(3);
    expect(promptNumber({ file: 'doomed.py', run: 2 })).toBe(2);
  });
});
