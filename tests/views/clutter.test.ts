import { describe, expect, it } from 'vitest';
import { fallbackText } from '../../src/views/fallbackText';
import { CHARACTER } from '../../src/views/frames';
import { NO_WISHES } from '../../src/views/grouping';
import { Picture } from '../../src/views/picture';
import { friendsTrace, trace } from './notation';

const EARLIER = "start: new C Doomed CLASS; new l list SEQUENCE; name one '1; name two '2; name Doomed C; name three '3; name four '4; name kept l";

/// Names that have rows of their own in all moments, and how many the first row stands for.
function rows(lines: string, source: string): [string[], string[]] {
  const picture = new Picture(trace(`${EARLIER}\n${lines}`, { source }));
  const names = picture.timeline.moments.flatMap((_, n) => picture.scene(n).names);
  const own = new Set(names.filter(({ isFold }) => isFold !== true).map(({ name }) => name));
  return [[...own], [...new Set(names.filter(({ isFold }) => isFold === true).map(({ name }) => name))]];
}

describe('names that a cell has nothing to do with', () => {
  it.each([
    ['share a row', "1: name new 'x", 'new = "x"', ['kept', 'new'], ['⋯ 5 other names']],
    ['but not those that the cell mentions', "1: name new 'x", 'new = one', ['one', 'kept', 'new'], ['⋯ 4 other names']],
    ['or changes all the same', "1: name two '9", 'exec(text)', ['two', 'kept'], ['⋯ 4 other names']],
    ['or forgets', '1: unname two', 'exec(text)', ['two', 'kept'], ['⋯ 4 other names']],
    ['few have rows of their own', "1: name new 'x", 'one, two', ['one', 'two', 'Doomed', 'three', 'four', 'kept', 'new'], []],
    ['and so have all where no cell runs', '', '', ['one', 'two', 'Doomed', 'three', 'four', 'kept'], []]
  ])('%s', (_, lines, source, own, folded) => {
    expect(rows(lines, source)).toEqual([own, folded]);
  });

  it('keeps every row in the picture, folded or not, and tells the names in words', () => {
    const picture = new Picture(trace(`${EARLIER}\n1: name new 'x`, { source: 'new = "x"' }));
    const [fold, ...rest] = picture.scene(1).names;
    expect(fold!.description).toBe('5 names that this cell does not use; press to show them: one, two, Doomed, three and four');
    expect(rest.map(({ y }) => y - fold!.y)).toEqual([28, 56]);
    const folded = picture.layout.height;
    picture.arrange({ ...NO_WISHES, allNames: true });
    const scene = picture.scene(1);
    expect(scene.names.map(({ name }) => name)).toEqual(['one', 'two', 'Doomed', 'three', 'four', 'kept', 'new']);
    expect(picture.layout.height - folded).toBe(4 * 28);
    expect(Math.max(...scene.names.map(({ y, height }) => y + height))).toBeLessThanOrEqual(scene.height);
    expect(fallbackText(trace(`${EARLIER}\n1: name new 'x`, { source: 'new = "x"' }))).toContain('  kept -> the list\n  new -> x\n  and 5 names that this cell does not use: one, two, Doomed, three and four\n');
  });
});

describe('how many objects there are', () => {
  it('is told so that the numbers add up: in use = shown and alive + hidden', () => {
    const payload = trace('start: new C Doomed CLASS; new a list SEQUENCE; new b list SEQUENCE; name C C; name a a; name b b\n1: free b; unname b');
    const picture = new Picture({ ...payload, totals: { ...payload.totals, live: 100 } });
    expect(picture.scene(1).title).toBe('HEAP · 2 objects shown (1 freed) · 99 hidden (builtins, code, strings)');
    expect(picture.status(1)).toMatch(/^live 100 \(99 hidden\)/);
    expect(picture.scene(1, { top: 0, bottom: 1, left: 0, right: 1 }).title).toBe(picture.scene(1).title);
  });
});

describe('items that have no slot', () => {
  const payload = trace(`start: new l list SEQUENCE; name l l; length l 5000; value l list; ${Array.from({ length: 20 }, (_, i) => `slot l [${i}] '${i}`).join('; ')}`);

  it('are told by their number and type, in the box and in words', () => {
    const picture = new Picture(payload);
    const [box] = picture.scene(0).boxes;
    expect(box!.rows.map(({ label, text }) => label + text)).toEqual(['[0]0', '[1]1', '[2]2', '[3]3', '[4]4', '[5]5', '[6]6', '⋯ +4,993 × list']);
    const row = box!.rows[7]!;
    expect(row.textX + row.text.length * CHARACTER).toBeLessThan(box!.x + box!.width);
    expect(picture.scene(0).title).toBe('HEAP · 1 object shown · 811 hidden (builtins, code, strings, further items)');
    expect(fallbackText(payload)).toContain('[7] -> 7, and 4,992 more × list');
  });
});

describe('marks of a collection', () => {
  it('stand off from other references, so that one sees whose they are', () => {
    const picture = new Picture(friendsTrace());
    const subtracting = picture.timeline.moments.findIndex((_, n) => picture.scene(n).edges.some(({ status }) => status === 'subtracted'));
    const { edges } = picture.scene(subtracting);
    const marked = edges.filter(({ status }) => status === 'subtracted');
    expect(marked.length).toBeGreaterThan(2);
    for (const { key, middle: mark } of marked) {
      const middle = mark!;
      for (const other of edges.filter((each) => each.key !== key)) {
        for (const [i, end] of other.points.slice(1).entries()) {
          const start = other.points[i]!;
          const x = Math.min(Math.max(middle.x, Math.min(start.x, end.x)), Math.max(start.x, end.x));
          const y = Math.min(Math.max(middle.y, Math.min(start.y, end.y)), Math.max(start.y, end.y));
          expect(Math.abs(middle.x - x) + Math.abs(middle.y - y)).toBeGreaterThan(9);
        }
      }
    }
  });
});
