/// The links of the collector's lists, as the trace tells them step by step, beside those in memory.
import { describe, expect, it } from 'vitest';
import { GC_FLAGS, GC_NEXT, GC_PREV, FINALIZED } from '../../src/core/memory/gchead';
import { addressOf } from '../../src/core/memory/ram';
import { LinkSteps } from '../../src/core/trace/linklog';
import { Picture } from '../../src/views/picture';
import { structOf } from '../../src/views/structs';
import { english } from '../../src/views/words';
import { record } from './recorded';

const HEAD_WORDS = 4;

const PROGRAM = `import gc
class P:
    def __del__(self): saved.append(self)
saved = []
a = []
b = [a]
c = {'a': a}
t = (1, 2)
del b
p = P()
p.me = p
p = None
gc.collect(0)
x = saved[0]
a = None
`;

describe('links', () => {
  it('are at each step what lies in memory', () => {
    const seen: (readonly [serial: number, address: number, next: number, prev: number])[][] = [];
    const { trace } = record(PROGRAM, {}, ({ vm, recorder }) => {
      const { i32 } = vm;
      const at = (word: number): number => (word === 0 ? 0 : addressOf(word - HEAD_WORDS));
      // The first flush after a step is the one that told it; the fields are private: only tests look at them.
      seen[(recorder as unknown as { steps: { length: number } }).steps.length] ??= [...recorder.model.known.values()].filter(({ type }) => type.hasGc).map(({ serial, p }) =>
        [serial, addressOf(p), at(i32[p + GC_NEXT]!), at(i32[p + GC_PREV]!) + (i32[p + GC_FLAGS]! & FINALIZED)]);
    });
    const links = LinkSteps.read(trace.links!, trace.steps.length + 1)!;
    let compared = 0;
    seen.forEach((objects, step) => {
      for (const [serial, address, next, prev] of objects) {
        expect([step, links.at(serial, address, step)]).toEqual([step, { next, prev }]);
        compared++;
      }
    });
    expect(compared).toBeGreaterThan(40);
  });

  it('are what Bytes shows in the middle of a cell, and not during a collection', () => {
    const picture = new Picture(record(PROGRAM).trace);
    const headOf = (moment: number, meanings = false): (string | undefined)[] => {
      const state = picture.timeline.at(moment);
      const object = state.objects.get(state.frames[0]!.names.get('a')!)!;
      const context = { python: '3.14', types: undefined, strings: picture.payload.strings, naming: picture.sentences.naming, words: english };
      return structOf(object, undefined, state, { ...context, links: picture.figures.linksOf(object, moment) }).fields.slice(0, 2).map(({ bytes, meaning }) => (meanings ? meaning : bytes));
    };
    const bound = picture.timeline.moments.findIndex(({ line }) => line === 5);
    expect(headOf(bound)).toEqual([expect.stringMatching(/^[0-9a-f]0 /), expect.stringMatching(/^[0-9a-f]0 /)]);
    // The next list goes behind it.
    expect(headOf(bound + 1, true)[0]).toBe('the next of its generation: list b');
    expect(headOf(bound + 1)).not.toEqual(headOf(bound));
    const inside = picture.timeline.moments.findIndex((_, n) => picture.timeline.at(n).collection !== undefined);
    expect(headOf(inside)).not.toContainEqual(expect.stringMatching(/7f 00 00$/));
  });

  it('are refused if damaged or too many, and stay within their bound', () => {
    const { links, steps } = record(PROGRAM).trace;
    expect([LinkSteps.read(links!, steps.length), LinkSteps.read(`${links}B`, 99), LinkSteps.read(`${links}%`, 99)]).toEqual([undefined, undefined, undefined]);
    const { trace } = record(Array.from({ length: 300 }, (_, i) => `q${i} = []\n`).join(''));
    expect(trace.links!.length).toBeLessThan(610);
    const many = record('qs = [[] for _ in range(300)]\nx = []\n').trace;
    expect(many.links!.length).toBeLessThan(610);
  });
});
