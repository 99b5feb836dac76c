import { describe, expect, it } from 'vitest';
import { Picture } from '../../src/views/picture';
import { friendsTrace, trace } from './notation';

function held(text: string): string {
  const picture = new Picture(trace(text));
  return picture.holders(1, picture.timeline.end);
}

describe('the receipt of a count', () => {
  it.each([
    ['1: new a A; count a 1; name x a', 'Held by x.'],
    ['1: new a A; count a 2; name x a; frame f; name 1:y a', 'Held by x, y in f().'],
    ['1: new a A; count a 3; name x a; new l list; name l l; slot l [0] a', 'Held by x, [0] of the list, and by 1 reference that is not shown.'],
    ['1: new a A; count a 2', 'Held by 2 references that are not shown.'],
    ['1: new a A; count a 0', ''],
    ['1: new a A; free a', ''],
    ['1: new a A; count a -1; name x a', 'Held by x.'],
    [`1: new a A; count a 10; ${Array.from({ length: 10 }, (_, i) => `name n${i} a`).join('; ')}`, 'Held by n0, n1, n2, n3, n4, n5, n6, n7, ….']
  ])('%s', (text, expected) => {
    expect(held(text)).toBe(expected);
  });

  it('shows that only garbage holds garbage', () => {
    const picture = new Picture(friendsTrace());
    expect(picture.holders(2, 12)).toBe('Held by [0] of list sarah.friends.');
    expect(picture.describe(2, 12)).toBe('Person “Michael” at 0x7f3a140, 48 bytes, refcount 1; garbage: no name reaches it');
  });
});
