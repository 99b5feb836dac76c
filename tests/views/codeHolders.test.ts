/// Functions and classes that hold data are boxes of the picture, and what a loop goes through is told by the loop.
import { describe, expect, it } from 'vitest';
import { Picture } from '../../src/views/picture';
import { record } from '../trace/recorded';

/// What is drawn at a moment (by default the last): types of boxes, arrows as `slot > type`, and names with the words beside them.
function drawn(program: string, moment?: number): { boxes: string[]; arrows: string[]; names: string[] } {
  const picture = new Picture(record(program).trace);
  const n = moment ?? picture.timeline.end;
  const scene = picture.scene(n);
  const state = picture.timeline.at(n);
  const typeOf = (serial: number): string => state.objects.get(serial)!.type;
  const HEADER = 30;
  const arrows = scene.edges.map(({ key, points }) => {
    const { x, y } = points[points.length - 1]!;
    const owner = key.split(':')[0]!;
    const from = scene.names.find(name => name.key === key)?.name ?? `${typeOf(Number(owner))}.${key.slice(owner.length + 1)}`;
    const target = scene.boxes.find(box => box.x - 2 === x && y > box.y && y < box.y + HEADER);
    return `${from} > ${target ? typeOf(target.serial) : 'from the right'}`;
  });
  return { boxes: scene.boxes.map(box => box.type), arrows, names: scene.names.filter(name => name.dot === undefined).map(name => `${name.name} ${name.text}`) };
}

describe('functions and classes', () => {
  it('a mutable default is held by the function', () => {
    const { boxes, arrows } = drawn('def f(item, seen=[], plain=1):\n    seen.append(item)\nf(1)\n');
    expect(boxes).toEqual(['list', 'tuple', 'function']);
    expect(arrows).toEqual(['f > function', 'tuple.[0] > list', 'function.__defaults__ > tuple']);
  });

  it('a closure is held by the function, cell by cell', () => {
    const { boxes, arrows } = drawn('def counter():\n    count = 0\n    def bump():\n        nonlocal count\n        count += 1\n    return bump\nbump = counter()\nbump()\n');
    expect(boxes).toEqual(['tuple', 'cell', 'function']);
    expect(arrows).toEqual(['bump > function', 'tuple.[0] > cell', 'function.__closure__ > tuple']);
  });

  it('an attribute of a class is held by the class', () => {
    const { boxes, arrows } = drawn('class Dog:\n    tricks = []\n    @property\n    def loud(self): pass\n');
    expect(boxes).toEqual(['type', 'list']);
    expect(arrows).toEqual(['Dog > type', 'type.tricks > list']);
  });

  it('of the library are words, whatever they hold', () => {
    expect(drawn('import weakref\ncache = weakref.WeakValueDictionary()\n').boxes).toEqual(['WeakValueDictionary', 'dict']);
  });

  it('others are words beside their names, with the cell that super() needs', () => {
    const { boxes, names } = drawn('class Base: pass\nclass Dog(Base):\n    def __init__(self): super().__init__()\ndef f(x=1, y="a"): pass\n');
    expect(boxes).toEqual([]);
    expect(names).toEqual(['Base class', 'Dog class', 'f function']);
  });
});

describe('iterators', () => {
  it('with a name have a box', () => {
    expect(drawn('items = [1]\nwalk = iter(items)\n').arrows).toEqual(['items > list', 'walk > list_iterator', 'list_iterator.it_seq > from the right']);
  });

  it('of a loop are told by the loop', () => {
    const program = 'class P: pass\nfor p in [P(), P()]:\n    last = p\n';
    const first = Array.from({ length: 20 }, (_, n) => n).find(n => drawn(program, n).arrows.some(arrow => arrow.startsWith('for loop')))!;
    expect(drawn(program, first).arrows[0]).toMatch(/^p > P$/);
    expect(drawn(program, first).arrows).toContain('for loop > tuple');
  });

  it('over a constant show neither', () => {
    expect(drawn('for n in (1, 2):\n    x = n\n').boxes).toEqual([]);
  });
});
