import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { Picture } from '../../src/views/picture';

const SMALL = 'ints from −5 to 256 are made once, at start, and shared';
const SOURCE = `a, b, c, d, e, f, g, h = -5, 256, 257, -6, None, 'x', 'xy', 2.0
held = [7, 300, 7, 3, None, '', b'xy']`;

describe('values without a box of their own', () => {
  const machine = createMachine({ python: '3.14', record: true, onOutput: () => {} });
  machine.begin(SOURCE, 'cell-1.py', { display: false });
  const picture = new Picture(machine.resume(10_000_000)!.trace!);
  const { end } = picture.timeline;

  it('tell beside a name whether all that are equal are one object, and why', () => {
    const notes = Object.fromEntries(picture.scene(end).names.map(({ name, note }) => [name, note]));
    expect(notes).toMatchObject({ a: SMALL, b: SMALL, e: 'there is only one', f: 'the empty text and single characters are made once, at start, and shared' });
    expect(['c', 'd', 'g', 'h', 'held'].map((name) => notes[name])).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('and in the details of what holds them', () => {
    const list = [...picture.survey.objects.values()].find(({ path }) => path === 'held')!;
    expect(picture.shared(list.serial, end)).toBe(`7 and 3: ${SMALL}. '': the empty text and single characters are made once, at start, and shared.`);
    expect(picture.shared(list.serial, 0)).toBe('');
  });
});
