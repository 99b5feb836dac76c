import { describe, expect, it } from 'vitest';
import { Op } from '../../src/core/trace/payload';
import { Picture } from '../../src/views/picture';
import { Timeline } from '../../src/views/timeline';
import { friendsTrace, trace } from './notation';

const COLLECTION = `
1: new a A; new b B; new c C; slot a b b; slot b a a; slot c a a; name c c; count a 2; count b 1; count c 1
2: gcstart 0 0 3; gcphase 1; gcrefs a 2; gcrefs b 1; gcrefs c 1; gcphase 2; gcsub a b 0; gcsub b a 1; gcsub c a 0; gcphase 3; gcverdict a 1; gcverdict b 1; gcverdict c 0; gcreached c a; gcverdict a 0; gcreached a b; gcverdict b 0; gcpromote a 1; gcunshown 2000 1990; gcphase 5; gcclear a; unslot a b; count b 0; free b; gcstop 0 1 0
`;

describe('parts of a moment', () => {
  it('are what happens to one candidate, and add up to the moment', () => {
    const timeline = new Timeline(trace(COLLECTION));
    expect(timeline.moments.map((_, n) => timeline.parts(n))).toEqual([1, 1, 1, 4, 4, 10, 2, 1]);
    for (let n = 1; n <= timeline.end; n++) {
      const parts = timeline.parts(n);
      for (let part = 1; part <= parts; part++) {
        const { before, after, moment } = timeline.passage(n, part);
        expect(before).toEqual(part === 1 ? timeline.at(n - 1) : timeline.passage(n, part - 1).after);
        if (part === parts) {
          expect(after).toEqual(timeline.at(n));
          expect(moment.to).toBe(timeline.moments[n]!.to);
        }
      }
    }
  });

  it('are bounded in number', () => {
    const many = trace('1: new a A; gcstart 0 0 1; gcphase 1');
    many.steps[0]!.push(...Array.from({ length: 4_000 }, () => [Op.GC_REFS, 1, 1]).flat());
    const timeline = new Timeline(many);
    expect(timeline.parts(timeline.end)).toBe(250);
    expect(timeline.passage(timeline.end, 250).moment.to).toBe(many.steps[0]!.length);
  });

  it('are told one by one under the names of gc.c', () => {
    const picture = new Picture(trace(COLLECTION));
    const told = (n: number): string[] => Array.from({ length: picture.timeline.parts(n) }, (_, i) => picture.sentences.at(n, i + 1));
    expect(told(4)).toEqual([
      'subtract_refs begins: each reference from one candidate to another takes 1 off its target\'s gc_refs.',
      'subtract_refs: the A refers to the B, whose gc_refs goes 1 → 0.', 'subtract_refs: the B refers to the A, whose gc_refs goes 2 → 1.',
      'subtract_refs: the C refers to the A, whose gc_refs goes 1 → 0.'
    ]);
    expect(told(5).slice(1)).toEqual([
      'move_unreachable: gc_refs of the A is 0, so it is moved to the unreachable list for now.',
      'move_unreachable: gc_refs of the B is 0, so it is moved to the unreachable list for now.',
      'move_unreachable: gc_refs of the C is 1, so it is reachable; what it refers to is looked at next.',
      'move_unreachable: the C is reachable and refers to the A, which is rescued: its gc_refs is 1 from now on.',
      'move_unreachable: gc_refs of the A is 1, so it is reachable; what it refers to is looked at next.',
      'move_unreachable: the A is reachable and refers to the B, which is rescued: its gc_refs is 1 from now on.',
      'move_unreachable: gc_refs of the B is 1, so it is reachable; what it refers to is looked at next.',
      'the A survives: it is in generation 1 from now on.', 'of 2,000 candidates that are not shown, 1,990 are garbage.'
    ]);
    expect(told(6)[1]).toBe('delete_garbage: tp_clear of the A lets go of what it holds; b of the A lets go of the B; the count of the B reaches 0: it is freed.');
    expect(picture.sentences.at(5)).toContain('of 2,000 candidates that are not shown, 1,990 are garbage');
  });

  it('light the two objects and the reference of a subtraction', () => {
    const picture = new Picture(trace(COLLECTION));
    const { boxes, edges } = picture.scene(4, undefined, 3);
    expect(boxes.filter(({ changed }) => changed).map(({ type, gcRefs }) => [type, gcRefs])).toEqual([['A', '1']]);
    expect(edges.filter(({ changed }) => changed).map(({ key, status }) => [key, status])).toEqual([['2:a', 'subtracted']]);
    expect(picture.scene(4).boxes.some(({ changed }) => changed)).toBe(false);
  });
});

describe('stepping by instruction', () => {
  const { stepping, timeline } = new Picture(trace(COLLECTION));

  it('goes through all parts and back the same way', () => {
    const there = [{ moment: 0, part: 0 }];
    for (let at = stepping.from('instruction', there[0]!, 1, undefined); at !== undefined; at = stepping.from('instruction', at, 1, undefined)) {
      there.push(at);
    }
    expect(there).toHaveLength(1 + 1 + 1 + 4 + 4 + 10 + 2 + 1);
    expect(there.at(-1)).toEqual({ moment: timeline.end, part: 1 });
    const back = [there.at(-1)!];
    for (let at = stepping.from('instruction', back[0]!, -1, undefined); at !== undefined; at = stepping.from('instruction', at, -1, undefined)) {
      back.push(at);
    }
    expect(back.reverse()).toEqual(there);
  });

  it('finishes a moment begun when it goes on by line', () => {
    expect(stepping.from('line', { moment: 4, part: 2 }, 1, undefined)).toEqual({ moment: 4, part: 0 });
    expect(stepping.from('line', { moment: 4, part: 4 }, 1, undefined)).toEqual({ moment: 5, part: 0 });
    expect(stepping.from('instruction', { moment: 4, part: 0 }, -1, undefined)).toEqual({ moment: 4, part: 3 });
  });
});

describe('stepping over', () => {
  it('passes calls and collections', () => {
    const { stepping } = new Picture(trace('start: frame <module>\n5: new a A; frame f\n2: name 1:x a\n3: return; name r \'1\n6: name s \'2\n7: gcstart 0 0 1; gcphase 1; gcstop 0 0 0\n8: name t \'3'));
    expect(stepping.from('over', { moment: 1, part: 0 }, 1, undefined)).toEqual({ moment: 4, part: 0 });
    expect(stepping.from('over', { moment: 2, part: 0 }, 1, undefined)).toEqual({ moment: 3, part: 0 });
    expect(stepping.from('over', { moment: 4, part: 0 }, 1, undefined)).toEqual({ moment: 8, part: 0 });
    expect(stepping.from('over', { moment: 8, part: 0 }, -1, undefined)).toEqual({ moment: 4, part: 0 });
    expect(stepping.from('over', { moment: 8, part: 0 }, 1, undefined)).toBeUndefined();
  });
});

describe('breakpoints', () => {
  const { stepping, survey: { end } } = new Picture(friendsTrace());

  it('end every longer step at their lines, in both directions', () => {
    const line = 7;
    const stops = new Set([line]);
    const moment = stepping.nextOfLine(line, 0)!;
    for (const mode of ['over', 'collection', 'object', 'count'] as const) {
      const to = stepping.from(mode, { moment: moment - 1, part: 0 }, 1, 1, stops)!;
      expect(to.moment).toBe(moment);
    }
    expect(stepping.from('collection', { moment: 1, part: 0 }, 1, undefined, stops)).toEqual({ moment, part: 0 });
    expect(stepping.from('collection', { moment: end, part: 0 }, -1, undefined, new Set())).toEqual({ moment: 13, part: 0 });
  });
});
