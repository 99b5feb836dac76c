import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import type { TracePayload } from '../../src/core/trace/payload';
import { runSummary } from '../../src/views/runSummary';

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
    expect(summary).toMatchObject({ deaths: 2, collections: [{ generation: 2 }] });
    expect(summary.births).toBeGreaterThanOrEqual(2);
    expect(summary.collections[0]!.at).toBeGreaterThan(0.5);
    expect(summary.parts.reduce((sum, part) => sum + part.births, 0)).toBe(summary.births);
    expect(summary.parts.reduce((sum, part) => sum + part.deaths, 0)).toBe(summary.deaths);
  });

  it('has a bounded number of parts', () => {
    const summary = runSummary(traceOf('for i in range(50):\n    x = [i]'));
    expect(summary.parts).toHaveLength(16);
    expect(runSummary({ ...traceOf(''), steps: [] })).toMatchObject({ steps: 0, births: 0, collections: [], parts: [{ births: 0, deaths: 0 }] });
  });
});
