/// A collection, told from inside.
import { expect, test } from 'vitest';
import { GcPhase, GcVerdict, Op, OP_ARITY } from '../../src/core/trace/payload';
import { Picture } from '../../src/views/picture';
import { Timeline } from '../../src/views/timeline';
import { record } from './recorded';

const SOURCE = `import gc
gc.disable()
import weakref
class P:
    def __init__(self, n):
        self.n = n
        self.friends = []
    def __del__(self):
        if self.n == 'c': keep.append(self)
keep = []
a, b, c = P('a'), P('b'), P('c')
a.friends.append(b)
b.friends.append(a)
c.friends.append(c)
w = weakref.ref(a)
inner = [a]
outer = [inner]
inner.append(outer)
del a, b, c, inner, outer
found = gc.collect()
`;

const names = Object.fromEntries(Object.entries(Op).map(([name, code]) => [code, name]));

test.each(['3.11', '3.13', '3.14'] as const)('who subtracts, who is rescued, what is cleared and promoted, on %s', python => {
  const { trace } = record(SOURCE, { python });
  const all = trace.steps.flatMap(step => {
    const ops: (string | number)[][] = [];
    for (let i = 1; i < step.length; i += 1 + OP_ARITY[step[i]!]!) ops.push([names[step[i]!]!, ...step.slice(i + 1, i + 1 + OP_ARITY[step[i]!]!)]);
    return ops;
  });
  const told = all.slice(all.findIndex(([op]) => op === 'GC_START'));
  const phases = told.filter(([op]) => op === 'GC_PHASE').map(([, phase]) => phase);
  expect(phases).toEqual([
    GcPhase.UPDATE_REFS, GcPhase.SUBTRACT_REFS, GcPhase.MOVE_UNREACHABLE, GcPhase.HANDLE_WEAKREFS, GcPhase.FINALIZE, GcPhase.HANDLE_RESURRECTED, GcPhase.CLEAR
  ]);
  // Every subtraction takes 1 off what was told before.
  const refs = new Map<number, number>();
  for (const [op, x, y, z] of told as [string, number, number, number][]) {
    if (op === 'GC_REFS') refs.set(x, y);
    if (op === 'GC_REACHED') refs.set(y, 1);
    if (op !== 'GC_SUBTRACT') continue;
    expect(z).toBe(refs.get(y)! - 1);
    refs.set(y, z);
  }
  expect(told.filter(([op]) => op === 'FINALIZE')).toHaveLength(3);
  expect(told.filter(([op]) => op === 'WEAKREF_CLEARED')).toHaveLength(1);
  expect(told.filter(([op]) => op === 'GC_PROMOTE')).toHaveLength(2);
  expect(told.filter(([op]) => op === 'FREE').length).toBe(6);
  expect(told.filter(([op]) => op === 'GC_STOP')).toHaveLength(1);
  // Candidates shown and those that are not add up.
  const subtract = told.findIndex(([op, phase]) => op === 'GC_PHASE' && phase === GcPhase.SUBTRACT_REFS);
  const copied = told.slice(0, subtract);
  const more = copied.find(([op]) => op === 'GC_UNSHOWN')![1] as number;
  expect(copied.filter(([op]) => op === 'GC_REFS').length + more).toBe(told[0]![3]);

  // After the second round c and its list are reachable again; the rest of the garbage is not.
  const timeline = new Timeline(trace);
  const second = timeline.moments.findIndex(({ ops, from }) => ops[from] === Op.GC_PHASE && ops[from + 1] === GcPhase.HANDLE_RESURRECTED);
  const { verdicts, rescued, links } = timeline.at(second).collection!;
  const lost = [...verdicts.values()].filter(verdict => verdict === GcVerdict.UNREACHABLE).length;
  expect(lost).toBe(6);
  expect(rescued.size).toBeGreaterThan(0);
  expect(links.some(({ kind }) => kind === 'subtract')).toBe(true);
  expect(timeline.at(second - 1).collection!.phase).toBe(GcPhase.FINALIZE);
  const { sentences } = new Picture(trace);
  expect(sentences.at(second)).toMatch(/counted once more: 2 objects have come back to life/);
});

test('thousands of candidates without boxes are told in sums', () => {
  const { trace } = record('import gc\ngc.collect()\nkeep = []\nfor i in range(5000):\n    x = []\n    x.append(x)\n    if i % 10 == 0: keep.append([i])\ndel x\nfound = gc.collect()\n');
  const sums = trace.steps.flatMap(step => {
    const found: [number, number][] = [];
    let phase = 0;
    for (let i = 1; i < step.length; i += 1 + OP_ARITY[step[i]!]!) {
      if (step[i] === Op.GC_START && step[i + 1] === 2) phase = 0;
      if (step[i] === Op.GC_PHASE) phase = step[i + 1]!;
      if (step[i] === Op.GC_UNSHOWN && phase === GcPhase.MOVE_UNREACHABLE) found.push([step[i + 1]!, step[i + 2]!]);
    }
    return found;
  });
  expect(sums.some(([n, lost]) => lost > 900 && n > lost)).toBe(true);
  expect(JSON.stringify(trace.steps).length).toBeLessThan(60_000);
  const timeline = new Timeline(trace);
  expect(Math.max(...timeline.moments.map((_, n) => timeline.parts(n)))).toBeLessThanOrEqual(250);
});
