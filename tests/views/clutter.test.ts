import { describe, expect, it } from 'vitest';
import { packTable } from '../../src/core/trace/packing';
import { fallbackText } from '../../src/views/fallbackText';
import { CHARACTER } from '../../src/views/frames';
import { NO_WISHES } from '../../src/views/grouping';
import { TOP } from '../../src/views/layout';
import type { Anchors } from '../../src/views/layout';
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
    ['nor words of comments and strings', "1: name new 'x", 'new = "one \\" two" # three\nr\'four\' """two\n""""', ['kept', 'new'], ['⋯ 5 other names']],
    ['but what an f-string computes', "1: name new 'x", 'new = f"one {two!r}"', ['two', 'kept', 'new'], ['⋯ 4 other names']],
    ['few have rows of their own', "1: name new 'x", 'one, two', ['one', 'two', 'Doomed', 'three', 'four', 'kept', 'new'], []],
    ['and so have all where no cell runs', '', '', ['one', 'two', 'Doomed', 'three', 'four', 'kept'], []]
  ])('%s', (_, lines, source, own, folded) => {
    expect(rows(lines, source)).toEqual([own, folded]);
  });

  it('are not those that a function of an earlier cell reads', () => {
    const payload = trace(`${EARLIER}\n1: name new 'x`, { source: 'new = f()' });
    const string = (text: string): number => payload.strings.push(text) - 1;
    const told = (name: string, argument: string): Picture => new Picture({ ...payload, instructions: { table: packTable([[string(name), string(argument)]]), steps: [] } });
    const own = (picture: Picture): string[] => picture.scene(1).names.filter(({ isFold }) => isFold !== true).map(({ name }) => name);
    expect(own(told('LOAD_GLOBAL', 'NULL + three'))).toEqual(['three', 'kept', 'new']);
    expect(own(told('LOAD_FAST', 'three'))).toEqual(['kept', 'new']);
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

describe('objects that a cell has nothing to do with', () => {
  const MANY = 24;
  /// Each name's object refers to a list; of the last, only a list refers to the next.
  const old = Array.from({ length: MANY }, (_, i) => `new o${i} Person; new l${i} list SEQUENCE; name n${i} o${i}; slot o${i} friends l${i}`).join('; ');
  const cell = (lines: string, source: string, anchors?: Anchors, objects = old): Picture => new Picture(trace(`start: ${objects}\n${lines}`, { source }), undefined, anchors);
  const shown = (picture: Picture): number[] => picture.scene(1).boxes.map(({ serial }) => serial).sort((a, b) => a - b);
  const person = (i: number): number => 2 * i + 1;

  it.each([
    ['nor mentions', "1: name new 'x", 'new = "x"', []],
    ['but not what the cell mentions, with what it holds', "1: name new 'x", 'n20', [20]],
    ['or changes all the same', '1: count l20 2', 'f()', [20]],
    ['or gives a name', '1: frame f; name 1:self l20', 'f()', [20]],
    ['or a holder', '1: new box Box; name box box; slot box in l20', 'f()', [20]],
    ['or takes apart', '1: slot l20 [0] o21', 'f()', [20, 21]]
  ])('has no box in a tall picture: %s', (_, lines, source, some) => {
    const picture = cell(lines, source);
    expect(shown(picture).filter((serial) => serial <= 2 * MANY)).toEqual(some.flatMap((i) => [person(i), person(i) + 1]));
    const { title, names } = picture.scene(1);
    expect(title).toContain(`${2 * (MANY - some.length)} that this cell does not use)`);
    expect(names.find(({ isFold }) => isFold)!.name).toBe(`⋯ ${MANY - some.length} other names`);
    // On demand.
    picture.arrange({ ...NO_WISHES, allNames: true });
    expect(shown(picture)).toEqual(expect.arrayContaining(Array.from({ length: 2 * MANY }, (_, i) => i + 1)));
    picture.arrange({ ...NO_WISHES, hiddenTypes: new Set(['list']) });
    expect(picture.layout.grouping.hidden.size).toBe(2 * MANY - some.length);
  });

  it('has a box where the picture is not tall, and where it is garbage', () => {
    expect(shown(cell("1: name new 'x", 'new', undefined, 'new a A; name a a; new b B; name b b'))).toEqual([1, 2]);
    expect(shown(cell("1: name new 'x", 'new', undefined, `${old}; new lost Person; slot lost self lost`))).toEqual([2 * MANY + 1]);
  });

  it('has no box either where it is held by what is not told', () => {
    expect(shown(cell("1: name new 'x", 'new', undefined, `${old}; new code Code CLASS; new hooks list SEQUENCE; name code code; slot code hooks hooks`))).toEqual([]);
  });

  it('has no box either where a collection looks at it and lets it be', () => {
    const picture = cell('1: gcstart 2 1 48; gcphase 1; gcrefs l20 1; gcrefs l21 1; gcphase 2; gcsub o20 l20 0; gcphase 3; gcverdict l20 0; gcverdict l21 0; gcstop 2 0 0\n2: count l21 2', 'gc.collect()');
    expect(picture.scene(picture.timeline.end).boxes.map(({ serial }) => serial)).toEqual([person(21), person(21) + 1]);
  });

  describe('as garbage', () => {
    /// Pairs of friends, each with a list.
    const pair = (i: number): string => `new g${i} Person; new h${i} list SEQUENCE; slot g${i} friends h${i}; slot h${i} [0] g${i}; count g${i} 1; count h${i} 1`;
    const lost = (count: number): string => Array.from({ length: count }, (_, i) => pair(i)).join('; ');

    it('shares one box, which says what is in it and can be opened', () => {
      const picture = cell('1: new a A; name a a; count a 1', 'a = A()', undefined, lost(12));
      const [own, box, ...rest] = picture.scene(1).boxes;
      expect([own!.serial, rest]).toEqual([25, []]);
      expect([box!.type, box!.badge, box!.tag, box!.status]).toEqual(['of earlier cells', '×24', 'garbage', 'garbage']);
      expect(box!.rows.map(({ label }) => label)).toEqual(['12 Person, 12 list', '1,152 bytes']);
      expect(box!.description).toBe('garbage of earlier cells that this cell does nothing to: 12 Person and 12 list, 1,152 bytes; press to show each');
      expect(picture.scene(1).garbage.objects).toBe(24);
      expect(picture.layout.columns[0]!.x).toBe(box!.x);
      picture.arrange({ ...NO_WISHES, expanded: new Set([box!.group!]) });
      expect(shown(picture)).toEqual(expect.arrayContaining([1, 2, 3, 25]));
      expect(picture.scene(1).boxes.every(({ group }) => group !== box!.group)).toBe(true);
    });

    it.each([
      ['few of it', '1: new a A; name a a', 3, []],
      ['what the cell finds again', '1: name found g0', 12, ['×22']],
      ['what a collection takes', `1: ${Array.from({ length: 12 }, (_, i) => `free g${i}; free h${i}`).join('; ')}`, 12, []]
    ])('but not %s', (_, lines, pairs, shared) => {
      const { boxes } = cell(lines, '', undefined, `${lost(pairs)}; ${Array.from({ length: 12 }, (_, i) => `new k${i} A; name k${i} k${i}`).join('; ')}`).scene(1);
      expect(boxes.some(({ serial, group }) => serial === 1 && group === undefined)).toBe(true);
      expect(boxes.filter(({ type }) => type === 'of earlier cells').map(({ badge }) => badge)).toEqual(shared);
    });
  });

  it('leaves the rest where it stood, less the room above it', () => {
    const whole = cell('1: count o0 2; count o23 2', Array.from({ length: MANY }, (_, i) => `n${i}`).join(' '));
    const anchors: Anchors = new Map([...whole.layout.places].map(([serial, { depth, page, y }]) => [serial, { column: depth, page, y }]));
    const { layout } = cell('1: count o20 2', 'n18, n20', anchors);
    expect([...layout.places.keys()].sort((a, b) => a - b)).toEqual([person(18), person(18) + 1, person(20), person(20) + 1]);
    for (const [serial, { y }] of layout.places) {
      expect(y + layout.lift).toBe(whole.layout.places.get(serial)!.y);
    }
    expect(layout.places.get(person(18))!.y).toBe(TOP);
    expect(layout.height).toBeLessThan(whole.layout.height / 3);
  });
});
