/// Pictures and sentences of programs that teachers write.
import { describe, expect, it } from 'vitest';
import { GcPhase } from '../../src/core/trace/payload';
import { Picture } from '../../src/views/picture';
import { tagPlaces, tagWidth } from '../../src/views/shapes';
import { clipMiddle } from '../../src/views/words';
import { record } from '../trace/recorded';

const pictureOf = (program: string): Picture => new Picture(record(program).trace);

/// Names and rows with their texts.
function texts(picture: Picture, moment = picture.timeline.end): string[] {
  const { names, boxes } = picture.scene(moment);
  return [...names.map(({ name, text }) => `${name} ${text}`), ...boxes.flatMap(({ type, rows }) => rows.map(({ label, text }) => `${type} ${label} ${text}`))];
}

const LINKED = 'class Node:\n    def __init__(self, next): self.next = next\nhead = None\nfor n in range(3):\n    head = Node(head)\n';

describe('references within a column', () => {
  it('leave and enter on the right, where names have no lines', () => {
    const { boxes, edges, names } = pictureOf(LINKED).scene(1_000);
    const inner = edges.filter(({ key }) => !names.some((name) => name.key === key));
    expect(inner).toHaveLength(2);
    for (const { target, points } of inner) {
      const box = boxes.find(({ serial }) => serial === target)!;
      expect(points[points.length - 1]!.x).toBe(box.x + box.width + 2);
      expect(Math.max(...points.map(({ x }) => x))).toBeGreaterThan(box.x + box.width);
    }
  });

  it('to the box itself too', () => {
    const { boxes: [box], edges } = pictureOf('a = []\na.append(a)\n').scene(1_000);
    const loop = edges.find(({ key }) => key.endsWith(':[0]'))!;
    expect(loop.points[0]!.x).toBeLessThan(box!.x + box!.width);
    expect(loop.points[loop.points.length - 1]!.x).toBe(box!.x + box!.width + 2);
  });
});

describe('what a function names', () => {
  it('stays beside the names, even if an exception keeps the frame later', () => {
    const picture = pictureOf('def f():\n    mine = [1]\n    raise ValueError\ntry:\n    f()\nexcept ValueError as e:\n    kept = e\n');
    const depths = [...picture.layout.places.values()].map(({ serial, depth }) => [picture.survey.objects.get(serial)!.type, depth]);
    expect(depths).toContainEqual(['list', 0]);
    expect(depths).toContainEqual(['ValueError', 0]);
  });
});

describe('values', () => {
  it('of numbers and bytes stand in place', () => {
    expect(texts(pictureOf("c = 2 + 3j\nb = b'a\\x00'\nlong = b'x' * 1000\n"))).toEqual(['c (2+3j)', "b b'a\\x00'", expect.stringMatching(/^long b'x+…$/)]);
  });

  it('of ranges, slices and byte arrays stand in their boxes', () => {
    expect(texts(pictureOf("r = range(3, 9)\ns = slice(1, None)\na = bytearray(b'abc')\na.append(1)\n"))).toEqual([
      'r ', 's ', 'a ', 'range start 3', 'range stop 9', 'range step 1', 'slice start 1', 'slice stop None', 'slice step None', 'bytearray  len() = 4'
    ]);
  });
});

describe('what is short of room', () => {
  it('a tag and the note on a count stand side by side', () => {
    const box = { x: 100, width: 188, tag: 'garbage · __del__ ran', countNote: '3 → 1' };
    const { tag, note } = tagPlaces(box);
    expect(note).toBeGreaterThan(tag + tagWidth(box.tag));
    expect(tagPlaces({ ...box, width: 400 }).note + tagWidth(box.countNote)).toBe(490);
  });

  it('a long path keeps its end', () => {
    expect(clipMiddle('traceback e.__traceback__.tb_next', 24)).toBe('traceback e.…k__.tb_next');
    expect(clipMiddle('list friends', 24)).toBe('list friends');
  });
});

describe('words', () => {
  it('a loop that is over says so', () => {
    const picture = pictureOf("for word in ['a', 'b']:\n    last = word\n");
    const sentences = Array.from({ length: picture.timeline.end + 1 }, (_, n) => picture.sentences.at(n));
    expect(sentences.filter((sentence) => sentence.includes('the loop is over'))).toEqual(['the loop is over.']);
  });

  it('a loop through what is not told says it too, and not where the same object comes again', () => {
    const picture = pictureOf('for i in range(2):\n    # twice\n\n    for j in (None, None):\n        last = j\nfor k in range(1): pass\nend = 1\n');
    const over = picture.timeline.moments.flatMap(({ line }, n) => (picture.sentences.at(n).includes('the loop is over') ? [line] : []));
    expect(over).toEqual([4, 4, 1]);
  });

  it('the title of a collection counts gc_refs once there are some', () => {
    const picture = pictureOf('import gc\na = []\na.append(a)\ndel a\ngc.collect()\n');
    const titles = Array.from({ length: picture.timeline.end + 1 }, (_, n) => picture.scene(n).title).filter((title) => title.startsWith('FULL COLLECTION'));
    expect(titles[0]).toMatch(/^FULL COLLECTION · [\d,]+ candidates$/);
    expect(titles[1]).toMatch(/^FULL COLLECTION · 1 of [\d,]+ candidates shown/);
  });
});

describe('a generator expression', () => {
  it('shows what it goes through, not with what', () => {
    const picture = pictureOf('items = [[1], [2]]\ng = (item for item in items)\nnext(g)\n');
    const { boxes } = picture.scene(picture.timeline.end);
    expect(boxes.map(({ type }) => type)).not.toContain('list_iterator');
    expect(boxes.find(({ type }) => type === 'generator')!.rows).toContainEqual(expect.objectContaining({ label: '.0', text: 'list_iterator', dot: undefined }));
    expect(picture.lifelines.rows.map(({ label }) => label).filter((label) => label.includes('iterator'))).toEqual([]);
  });
});

describe('what is being deallocated', () => {
  const PROGRAM = 'class B:\n    def __del__(self):\n        pass\nl = [B(), B()]\ndel l\n';

  it('has a count of 0 while a __del__ of what it held runs', () => {
    const picture = pictureOf(PROGRAM);
    const list = [...picture.survey.objects.values()].find(({ type }) => type === 'list')!;
    const shown = Array.from({ length: picture.timeline.end + 1 }, (_, n) => picture.scene(n).boxes.find(({ serial }) => serial === list.serial)).map((box) => box && `${box.badge} ${box.tag}`);
    expect([...new Set(shown)]).toEqual([undefined, '1 new', '0 being freed', '0 freed']);
    expect(picture.why(list.serial, shown.indexOf('0 being freed'))).toBe('It is being freed right now.');
    expect(picture.sentences.at(shown.indexOf('0 being freed'))).toMatch(/^del l takes away a reference to the list, whose count goes 1 → 0; .*__del__ runs\.$/);
  });

  it('has one while the callback of a weak reference runs', () => {
    const picture = pictureOf('import weakref\nclass B: pass\nb = B()\nr = weakref.ref(b, lambda _: None)\ndel b\n');
    const b = [...picture.survey.objects.values()].find(({ type }) => type === 'B')!;
    expect(b.counts.at(-1)![1]).toBe(0);
    expect(b.counts.at(-1)![0]).toBeLessThan(b.freed);
  });
});

describe('a collection', () => {
  const program = (collect: string): string => `import gc\nclass Phoenix: pass\nsaved = []\nbird = Phoenix()\nbird.nest = [bird]\nbird = None\n${collect}\n`;
  const subtracting = (collect: string): [Picture, number] => {
    const picture = pictureOf(program(collect));
    const { moments } = picture.timeline;
    return [picture, moments.findIndex((_, n) => picture.timeline.at(n).collection?.phase === GcPhase.SUBTRACT_REFS)];
  };

  it('of all takes 1 off for each name of the module too, whose dict is a candidate', () => {
    const [picture, n] = subtracting('gc.collect()');
    const { boxes, edges } = picture.scene(n);
    expect(boxes.map(({ type, badge, gcRefs }) => [type, badge, gcRefs])).toEqual([['list', '1', '0'], ['Phoenix', '1', '0'], ['list', '1', '0']]);
    expect(edges.map(({ status, middle }) => [status, middle !== undefined])).toEqual([['subtracted', true], ['subtracted', true], ['subtracted', true]]);
  });

  it('of the young does so only where the holder is a candidate', () => {
    const [picture, n] = subtracting('gc.collect()\nsaved = [1]\ngc.collect(0)');
    const young = picture.timeline.moments.findIndex((_, m) => m > n && picture.timeline.at(m).collection?.generation === 0 && picture.timeline.at(m).collection?.phase === GcPhase.SUBTRACT_REFS);
    const { boxes, edges } = picture.scene(young);
    expect(boxes.flatMap(({ gcRefs }) => gcRefs ?? [])).toEqual(['1']);
    expect(edges.map(({ status }) => status)).toEqual(['live']);
  });

  it('tells of as many candidates as are drawn, and of all in sum', () => {
    const [picture, n] = subtracting('gc.collect()');
    expect(picture.sentences.at(n)).toMatch(/: 3 of those shown fall to 0; with [\d,]+ more references/);
    const told = /^nothing outside reaches 2 of the objects shown: they are garbage; 1 is held from outside and stays;.* ([\d,]+) candidates that are not shown stay too\.$/.exec(picture.sentences.at(n + 1));
    expect(told).not.toBeNull();
    expect(Number(told![1]!.replace(',', '')) + 3).toBe(picture.timeline.at(n).collection!.candidates);
  });
});
