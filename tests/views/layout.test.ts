import { describe, expect, it } from 'vitest';
import { nextChange } from '../../src/views/changes';
import { NO_WISHES } from '../../src/views/grouping';
import { BOX_GAP, HEADER, ROW } from '../../src/views/layout';
import type { Anchors } from '../../src/views/layout';
import { buildScene } from '../../src/views/scene';
import { Picture } from '../../src/views/picture';
import { english } from '../../src/views/words';
import type { Scene } from '../../src/views/scene';
import { random } from './hostile';
import { doomedTrace, friendsTrace, longTrace, trace } from './notation';

function scenes(picture: Picture): Scene[] {
  return picture.timeline.moments.map((_, n) => picture.scene(n));
}

function overlap(a: Scene['boxes'][number], b: Scene['boxes'][number]): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('layout', () => {
  /// Columns of all objects, by serial number.
  const columns = (text: string): (number | undefined)[] => {
    const { layout, survey } = new Picture(trace(text));
    return [...survey.objects.keys()].map((serial) => layout.places.get(serial)?.column);
  };

  it.each([
    // Friends of each other, their names gone before the cell: persons first, their lists beside them.
    ['start: new m Person; new l list SEQUENCE; new s Person; new k list SEQUENCE; slot m friends l; slot s friends k; slot l [0] s; slot k [0] m', [0, 1, 0, 1]],
    // No instance among them.
    ['start: new a list SEQUENCE; new b list SEQUENCE; slot a [0] b; slot b [0] a', [1, 0]],
    // The first to hold it was what it holds; its name counts more.
    ['1: new p Parcel; new d dict MAPPING; slot d owner p; slot p label d\n2: name parcel p', [0, 1]],
    // Before the cell a name counts more than a slot, whichever is told first.
    ['start: new l list SEQUENCE; new p P; slot l [0] p; name l l; name p p', [0, 0]],
    // Two names of a function stand for objects that come to hold each other, one of them by way of a tuple of arguments: as in a module.
    [`1: frame f; new a P; name 1:a a
      2: new l list SEQUENCE; slot a friends l
      3: new b P; new t tuple SEQUENCE; slot t [0] a; frame init; name 2:friends t
      4: new k list SEQUENCE; slot b friends k; slot k [0] a
      5: return; free t; name 1:b b
      6: slot l [0] b
      7: out x
      8: out y
      9: out z`, [0, 1, 0, 0, 1]],
    // A name that stood for one after the other says less than what took them.
    [`1: frame f; new r P; name 1:r r; new l list SEQUENCE; slot r children l
      2: new a P; slot a parent r; name 1:c a; slot l [0] a
      3: new b P; slot b parent r; name 1:c b; slot l [1] b`, [0, 1, 2, 2]],
    // What a list of more than is told got in the moment of its birth stands beside it.
    ['1: new l list SEQUENCE; name l l; length l 3\n2: new i Item; length l 4', [0, 1]]
  ])('finds the column: %s', (text, expected) => {
    expect(columns(text)).toEqual(expected);
  });

  it.each([['doomed', doomedTrace()], ['friends', friendsTrace()], ['long', longTrace(60)]])('keeps each object of %s in its place, and none on another', (_, payload) => {
    const places = new Map<number, string>();
    for (const scene of scenes(new Picture(payload))) {
      for (const box of scene.boxes) {
        const place = `${box.x},${box.y},${box.width}`;
        expect(places.get(box.serial) ?? place).toBe(place);
        places.set(box.serial, place);
        expect(scene.boxes.filter((other) => other !== box && overlap(box, other))).toEqual([]);
      }
      for (const { x, y, width, height } of [...scene.boxes, ...scene.names]) {
        expect(x + width).toBeLessThanOrEqual(scene.width);
        expect(y + height).toBeLessThanOrEqual(scene.height);
      }
    }
    expect(places.size).toBeGreaterThan(0);
  });

  describe('where there is room beside it', () => {
    const PEOPLE = 12;
    const people = Array.from({ length: PEOPLE }, (_, i) => `${i + 1}: new p${i} Person; new l${i} list SEQUENCE; slot p${i} friends l${i}; name n${i} p${i}`).join('\n');
    const laidOut = (text: string, room: number, anchors?: Anchors): Picture => new Picture(trace(text, { source: 'print(n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11)' }), english, anchors, undefined, undefined, room);
    const pages = ({ layout }: Picture): number[] => [...layout.places.values()].map(({ page }) => page);

    it('a tall picture goes on to the right, and what an object holds stands beside it there', () => {
      const [tall, wide] = [laidOut(people, 0), laidOut(people, 1400)];
      expect(Math.max(...pages(tall))).toBe(0);
      expect(Math.max(...pages(wide))).toBeGreaterThan(0);
      expect(wide.layout.height).toBeLessThan(tall.layout.height * 0.75);
      expect(wide.layout.width).toBeLessThan(1400 * 1.15);
      for (let i = 0; i < PEOPLE; i++) {
        const [person, list] = [2 * i + 1, 2 * i + 2].map((serial) => wide.layout.places.get(serial)!);
        expect([list!.page, list!.column, list!.y]).toEqual([person!.page, person!.column + 1, person!.y]);
      }
      const boxes = wide.scene(wide.timeline.end).boxes;
      expect(boxes.flatMap((a) => boxes.filter((b) => a !== b && overlap(a, b)))).toEqual([]);
    });

    it('who refer to each other go on the same page', () => {
      // A page has room for an odd number of them.
      const pairs = Array.from({ length: 7 }, (_, i) => {
        const [a, b] = [2 * i, 2 * i + 1];
        return `${i + 1}: new p${a} P; new l${a} list SEQUENCE; slot p${a} friends l${a}; name n${a} p${a}; new p${b} P; new l${b} list SEQUENCE; slot p${b} friends l${b}; name n${b} p${b}; slot l${a} [0] p${b}; slot l${b} [0] p${a}`;
      }).join('\n');
      const { layout } = laidOut(pairs, 1400);
      const page = (serial: number): number => layout.places.get(serial)!.page;
      expect(Math.max(...[...layout.places.keys()].map(page))).toBeGreaterThan(0);
      for (let i = 0; i < 7; i++) {
        expect(page(4 * i + 1)).toBe(page(4 * i + 3));
      }
    });

    it('a picture that is not tall, or has too little room, is as it was', () => {
      for (const [text, room] of [[people, 680], ['1: new a P; name a a; new b P; name b b', 1400]] as const) {
        expect(laidOut(text, room).layout.places).toEqual(laidOut(text, 0).layout.places);
      }
    });

    it('objects of earlier cells stay, and new ones take the free page', () => {
      const first = laidOut(people, 0);
      const anchors: Anchors = new Map([...first.layout.places].map(([serial, { depth, page, y }]) => [serial, { column: depth, page, y }]));
      const start = people.replace(/\d+: /g, '').split('\n').join('; ');
      const next = laidOut(`start: ${start}\n1: new q Person; name q q`, 1400, anchors);
      for (const [serial, { y }] of first.layout.places) {
        expect([next.layout.places.get(serial)!.page, next.layout.places.get(serial)!.y]).toEqual([0, y]);
      }
      expect(next.layout.places.get(2 * PEOPLE + 1)!.page).toBe(1);
      // And in the cell after that.
      const kept: Anchors = new Map([...next.layout.places].map(([serial, { depth, page, y }]) => [serial, { column: depth, page, y }]));
      const third = laidOut(`start: ${start}; new q Person; name q q\n1: name x q`, 1400, kept);
      expect(pages(third)).toEqual(pages(next));
    });
  });

  it('keeps objects of random lifetimes apart', () => {
    const next = random(31);
    for (let round = 0; round < 8; round++) {
      const lines: string[] = [];
      let alive: string[] = [];
      let tombs: string[] = [];
      for (let i = 0; i < 60; i++) {
        const parts = [`new o${i} T`, ...Array.from({ length: Math.floor(next() * 4) }, (_, k) => `slot o${i} s${k} '${k}`)];
        const [freed, kept] = [alive.filter((_, k) => k % 3 === round % 3 && next() < 0.4), tombs.filter(() => next() < 0.5)];
        parts.push(...freed.map((o) => `free ${o}`), ...tombs.filter((o) => !kept.includes(o)).map((o) => `reuse ${o}`));
        alive = [...alive.filter((o) => !freed.includes(o)), `o${i}`];
        tombs = [...kept, ...freed];
        lines.push(`1: ${parts.join('; ')}`);
      }
      const picture = new Picture(trace(lines.join('\n')));
      for (const scene of scenes(picture)) {
        for (const box of scene.boxes) {
          expect(scene.boxes.filter((other) => other !== box && overlap(box, other))).toEqual([]);
        }
      }
      // Places are given out again, or the picture would be as high as the trace is long.
      expect(new Set([...picture.layout.places.values()].map(({ y }) => y)).size).toBeLessThan(60);
    }
  });

  it('gives away the room that a tombstone does not need', () => {
    const slots = Array.from({ length: 8 }, (_, i) => `slot a s${i} 'x`).join('; ');
    const { layout } = new Picture(trace(`start: new a A; name a a; ${slots}\n1: free a; unname a\n2: new b B; name b b`));
    const [a, b] = [layout.places.get(1)!, layout.places.get(2)!];
    expect(b.y - a.y).toBe(HEADER + ROW + 7 + BOX_GAP);
    expect(a.height).toBeGreaterThan(b.y - a.y);
  });

  it('tells where the boxes stand that have changed', () => {
    const picture = new Picture(longTrace(10));
    const { boxes } = picture.scene(10);
    expect(picture.changed(10).map(({ serial }) => serial)).toEqual(boxes.filter(({ changed }) => changed).map(({ serial }) => serial));
    expect(picture.changed(10)).not.toEqual([]);
    expect(picture.changed(0)).toEqual([]);
  });

  it('draws few objects all, in the window or not, and of many those in it', () => {
    const boxes = (objects: number): number => new Picture(longTrace(objects)).scene(objects, { top: 5000, bottom: 5001, left: 0, right: 1000 }).boxes.length;
    expect(boxes(10)).toBeGreaterThanOrEqual(10);
    expect(boxes(150)).toBe(0);
  });

  it('stands an object in the column after its holder, beside it', () => {
    const { layout } = new Picture(friendsTrace());
    const place = (serial: number) => layout.places.get(serial)!;
    // 2 = michael, 3 = his friends, 4 = sarah, 5 = her friends.
    expect([2, 3, 4, 5].map((serial) => place(serial).column)).toEqual([0, 1, 0, 1]);
    expect(place(3).y).toBe(place(2).y);
    expect(place(5).y).toBe(place(4).y);
  });

  it('gives a tombstone\'s place to the object that takes its block', () => {
    const { layout } = new Picture(friendsTrace());
    expect(layout.places.get(7)).toMatchObject({ x: layout.places.get(2)!.x, y: layout.places.get(2)!.y });
  });

  it('survives cycles of holders and very long chains', () => {
    const ring = new Picture(trace('1: new a A; new b B; slot a b b; slot b a a'));
    expect(ring.layout.places.size).toBe(2);
    const links = Array.from({ length: 300 }, (_, i) => `1: new n${i} Node; ${i > 0 ? `slot n${i - 1} next n${i}` : 'name head n0'}`);
    const chain = new Picture(trace(links.join('\n')));
    expect(Math.max(...[...chain.layout.places.values()].map(({ depth }) => depth))).toBeLessThanOrEqual(5);
    expect(chain.layout.places.size).toBe(300);
    // The rest of the list is one box, which can be unfolded.
    expect(chain.scene(chain.timeline.end).boxes.length).toBeLessThan(20);
    expect(chain.scene(chain.timeline.end).boxes.at(-1)!.badge).toBe('×289');
    chain.arrange({ ...NO_WISHES, expanded: new Set(chain.layout.grouping.groups.keys()) });
    expect(chain.scene(chain.timeline.end).boxes).toHaveLength(300);
  });

  it.each([['doomed', doomedTrace()], ['friends', friendsTrace()], ['long', longTrace(60)]])('%s: a scene is the same whatever was drawn before', (_, payload) => {
    const picture = new Picture(payload);
    const { end } = picture.timeline;
    for (const n of [...Array.from({ length: end + 1 }, (_unused, i) => i), ...Array.from({ length: end + 1 }, (_unused, i) => end - i)]) {
      expect(picture.scene(n)).toEqual(new Picture(payload).scene(n));
    }
  });

  it('draws no more than its share of a large heap, and says so', () => {
    const picture = new Picture(longTrace(600));
    picture.arrange({ ...NO_WISHES, expanded: new Set(picture.layout.grouping.groups.keys()) });
    const { layout, timeline, sentences, payload } = picture;
    const scene = buildScene(timeline.at(timeline.end), { layout, naming: sentences.naming, strings: payload.strings, maxBoxes: 250 });
    expect(scene.boxes).toHaveLength(250);
    expect(scene.undrawn).toBe(601 - 250);
    expect(scene.title).toContain('351 more');
    expect(picture.scene(timeline.end).boxes).toHaveLength(601);
    const window = picture.scene(picture.timeline.end, { top: 1_000, bottom: 1_400, left: -100, right: 1e6 });
    const expected = [...picture.layout.places.values()].filter(({ y, height }) => y + height > 1_000 && y < 1_400);
    expect(window.boxes.filter((box) => !box.changed).map((box) => box.serial).sort()).toEqual(expected.map((place) => place.serial).sort());
    expect(expected.length).toBeGreaterThan(2);
  });

  it('packs very many boxes in rows over several columns, none over another, with a free lane over each row', () => {
    const picture = new Picture(longTrace(600));
    picture.arrange({ ...NO_WISHES, expanded: new Set(picture.layout.grouping.groups.keys()) });
    const { layout, timeline } = picture;
    const { boxes, edges } = picture.scene(timeline.end);
    expect(boxes).toHaveLength(601);
    expect(layout.height).toBeLessThan(layout.width * 1.5);
    const spots = boxes.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(spots).size).toBe(spots.length);
    const items = boxes.filter(({ type }) => type === 'Item');
    for (const { y, height } of items) {
      expect(items.some((other) => other.y < y - 13 && other.y + other.height > y - 13)).toBe(false);
      expect(height).toBeLessThan(100);
    }
    expect(edges.length).toBeGreaterThan(0);
  });

  it('draws many siblings as one box, and what a class holds for its own ends not at all', () => {
    const picture = new Picture(longTrace(100));
    const scene = picture.scene(picture.timeline.end);
    expect(scene.boxes.map((box) => [box.type, box.badge, box.rows[0]?.label])).toEqual([
      ['list', '1', '[0]'], ['Item', '1', 'number'], ['Item', '1', 'number'], ['Item', '1', 'number'], ['Item', '×97', '87 live · 10 freed']
    ]);
    expect(scene.edges.filter((edge) => edge.key.startsWith('1:')).length).toBe(7);
    const hidden = new Picture(trace('1: new C type CLASS; name C C; new f list SEQUENCE; slot C _fields_ f; new g list SEQUENCE; slot C all g; new m member_descriptor OTHER; slot C a m'));
    expect([...hidden.layout.places.keys()]).toEqual([1, 3]);
    picture.arrange({ ...NO_WISHES, hiddenTypes: new Set(['Item']) });
    expect(picture.scene(picture.timeline.end).boxes.map((box) => box.type)).toEqual(['list']);
    picture.arrange({ ...NO_WISHES, collapsed: new Set([1]) });
    expect(picture.scene(picture.timeline.end).boxes.map((box) => box.type)).toEqual(['list']);
  });

  it('keeps an object where it stood in the picture of an earlier cell', () => {
    const later = trace('start: new a A; name a a; new b B; name b b\n1: new c C; name c c');
    const free = new Picture(later).layout.places;
    const held = new Picture(later, english, new Map([[2, { column: 1, y: 200 }]])).layout.places;
    expect([free.get(2)!.column, held.get(2)!.column, held.get(2)!.y, held.get(1)!.y]).toEqual([0, 1, 200, free.get(1)!.y]);
  });

  it('draws a reference from its slot to its box, and none without a box', () => {
    const picture = new Picture(doomedTrace());
    expect(picture.scene(3).edges.map((edge) => [edge.key, edge.changed])).toEqual([['0:v1', false], ['0:v2', true]]);
    const box = picture.scene(3).boxes[0]!;
    for (const edge of picture.scene(3).edges) {
      const end = edge.points[edge.points.length - 1]!;
      expect([end.x, end.y]).toEqual([box.x - 2, box.y + 12]);
    }
    expect(picture.scene(5).edges.map((edge) => edge.key)).toEqual([]);
  });

  it('lights what a step changed', () => {
    const scene = new Picture(doomedTrace()).scene(4);
    expect(scene.names.filter((name) => name.changed).map((name) => [name.name, name.gone])).toEqual([['v1', true]]);
    expect(scene.boxes.map((box) => [box.badge, box.countNote, box.changed])).toEqual([['1', '2 → 1', true]]);
  });

  it('marks garbage and tombstones in words', () => {
    const picture = new Picture(friendsTrace());
    expect(picture.scene(12).boxes.map((box) => box.tag)).toEqual(['garbage', 'garbage', 'garbage', 'garbage', '']);
    expect(picture.scene(23).boxes.map((box) => box.tag)).toEqual(['freed · __del__ ran', 'freed', 'freed · __del__ ran', 'freed', '']);
  });

  it('shows scratch counts and subtractions inside a collection', () => {
    const scene = new Picture(friendsTrace()).scene(15);
    expect(scene.boxes.map((box) => [box.badge, box.gcRefs])).toEqual([['1', '0'], ['1', '0'], ['1', '0'], ['1', '0'], ['1', '1']]);
    expect(scene.edges.filter((edge) => edge.status === 'subtracted')).toHaveLength(4);
  });
});

describe('nextChange', () => {
  it('finds the neighbouring moments in which an object changes', () => {
    const { survey } = new Picture(doomedTrace());
    expect([1, 2, 3, 4].map((n) => nextChange(survey, 2, n, 1))).toEqual([2, 3, 4, 5]);
    expect(nextChange(survey, 2, 8, 1)).toBeUndefined();
    expect([2, 3, 9].map((n) => nextChange(survey, 2, n, -1))).toEqual([undefined, 2, 8]);
    expect(nextChange(survey, 99, 1, 1)).toBeUndefined();
  });
});
