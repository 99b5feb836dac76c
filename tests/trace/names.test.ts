/// The names told are the module's names after every step, however they are stored.
import { expect, test } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { dictNext, entry } from '../../src/core/objects/dictobject';
import { isStr } from '../../src/core/objects/str';
import type { Ref } from '../../src/core/trace/model';
import { LeftOut } from '../../src/core/trace/payload';
import type { ShownFrames } from '../../src/core/trace/shownframes';
import { Timeline } from '../../src/views/timeline';
import { cells, record } from './recorded';
import type { Insides } from './recorded';

const SOURCE = `import sys
class T: pass
a = T(); b = a
g = globals()
g['c'] = T()
g.update(d=T(), e=5, f='x')
g.update({'h%d' % i: T() for i in range(60)})
del a, b
exec('p = T()\\nq = p\\ndel p')
exec('r = T()', globals())
def fn():
    global z, w
    z = T()
    w = z
    del z
    exec('u = 1\\nv = T()', globals())
    g['k'] = 3
fn()
g.setdefault('sd', T())
g.pop('sd')
k = 'text'
k += 'x' * 30
sys.__name__ = 'other'
g |= {'c': 1, 'h3': None}
for h5 in range(40):
    h6 = [h5]
g.popitem()
m = n = T()
m = n = None
for i in range(200): g['z%d' % i] = i
for i in range(200): del g['z%d' % i]
keep = dict(g)
g.clear()
g.update(keep)
last = T()
del last
`;

test.each(['3.11', '3.13', '3.14'] as const)('on %s', python => {
  let compared = 0;
  let module = 0;
  record(SOURCE, { python }, ({ vm, recorder }: Insides) => {
    if (!recorder.isRecording) return;
    module ||= vm.frame?.globals ?? 0;
    const { frames: { moduleNames }, model } = recorder as unknown as { frames: ShownFrames; model: typeof recorder.model };
    const there = new Map<string, Ref>();
    for (let at = dictNext(vm, module, 0); at >= 0; at = dictNext(vm, module, at)) {
      const { key, value } = entry;
      if (isStr(vm, key) && !vm.text(key).startsWith('__')) there.set(vm.text(key), model.ref(value));
    }
    expect(new Map(moduleNames)).toEqual(there);
    compared++;
  });
  expect(compared).toBeGreaterThan(40);
});

test('of a cell behind 3,000 names every line is told', () => {
  const machine = createMachine();
  const run = (source: string) => {
    machine.begin(source, 'cell.py');
    for (;;) {
      const result = machine.resume(1_000_000);
      if (result !== undefined) return result.trace!;
    }
  };
  run("class T: pass\nfor i in range(3000): globals()[f'name{i}'] = T()");
  const { steps, leftOut } = run('a = T()\n'.repeat(100));
  expect(steps.length).toBeGreaterThanOrEqual(100);
  expect((leftOut ?? []).map(([code]) => code)).not.toContain(LeftOut.REST);
});

test('what a cell began without is told when something happens to it', () => {
  const many = "class T:\n    def __del__(self): pass\nfor i in range(300): exec(f'name{i} = T()')";
  const [, idle, busy, after] = cells(many, 'pass', 'name0.x = 1\ndel name1\nname299 = name2', 'pass').map(trace => {
    const timeline = new Timeline(trace);
    const { frames, objects } = timeline.at(timeline.end);
    const leadsTo = (name: string): string | undefined => {
      const ref = frames[0]!.names.get(name);
      return ref === undefined ? undefined : ref < 0 ? trace.strings[-ref - 1] : objects.get(ref)?.type;
    };
    const isDrawn = (name: string): boolean => (frames[0]!.names.get(name) ?? -1) >= 0;
    return { trace, leadsTo, isDrawn, freed: [...objects.values()].filter(object => object.freed).length };
  });
  for (const { trace } of [idle!, busy!, after!]) expect(trace.leftOut).toContainEqual([LeftOut.OBJECTS, 200]);
  expect(idle!.trace.steps.flat().length).toBeLessThan(20);
  expect([idle!.isDrawn('name298'), idle!.isDrawn('name0'), idle!.leadsTo('name0')]).toEqual([true, false, 'T object']);
  expect(busy!.freed).toBe(2);
  expect([busy!.isDrawn('name0'), busy!.isDrawn('name2'), busy!.isDrawn('name299'), busy!.leadsTo('name1')]).toEqual([true, true, true, undefined]);
  expect([busy!.isDrawn('name3'), after!.isDrawn('name298')]).toEqual([false, true]);
});
