/// A collection, told from inside.
import { expect, test } from 'vitest';
import { GcPhase, GcVerdict, Op, OP_ARITY } from '../../src/core/trace/payload';
import { Picture } from '../../src/views/picture';
import { Timeline } from '../../src/views/timeline';
import { record } from './recorded';

const SOURCE = `import gc, weakref
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
