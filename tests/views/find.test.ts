import { describe, expect, it } from 'vitest';
import { finding } from '../../src/views/find';
import { Picture } from '../../src/views/picture';
import { finish } from '../../src/views/work';
import { doomedTrace, friendsTrace } from './notation';

describe('find', () => {
  const picture = new Picture(friendsTrace());
  const { objects } = picture.state(12);
  const of = (query: string, selected?: number, moment = 12) => finish(finding(query, picture, moment, 0, selected));

  it('takes what id() gave, in decimal or hexadecimal, and the end of it that boxes show', () => {
    const { address } = objects.get(2)!;
    for (const query of [String(address), `0x${address.toString(16)}`, `…${address.toString(16).slice(-4)}`, address.toString(16).slice(-6), ` ${address} `]) {
      expect(of(query).serial, query).toBe(2);
    }
  });

  it('goes on from the chosen one to the next, and around', () => {
    const first = of('person');
    expect(first.text).toMatch(/^1 of 3: Person “Michael”/);
    const second = of('person', first.serial);
    expect(second.text).toMatch(/^2 of 3: Person “Sarah”/);
    const third = of('person', second.serial);
    expect(third.text).toBe('3 of 3: type Person, which has no box in this picture');
    expect(of('person', third.serial).serial).toBe(first.serial);
    expect(of('michael.friends').text).toBe('1 of 1: list michael.friends');
  });

  it('says when an object is there, if not now, and that there is none', () => {
    expect(of('michael', undefined, 0)).toEqual({ serial: undefined, text: expect.stringMatching(/^Person “Michael” is not there at this step: it comes in step 1, and its place is taken in step \d+\.$/) as string });
    expect(of('0xdead000').text).toBe('No such object in this cell.');
    expect(of('  ').serial).toBeUndefined();
  });
});

describe('an object in words', () => {
  it('holds all that its box draws', () => {
    const picture = new Picture(doomedTrace());
    const said = Array.from({ length: picture.timeline.end + 1 }, (_, n) => picture.scene(n).boxes.map(({ description }) => description)).flat().join('\n');
    expect(said).toMatch(/refcount 2.*; in this step its count goes 1 → 2/);
    const friends = new Picture(friendsTrace());
    const all = Array.from({ length: friends.timeline.end + 1 }, (_, n) => friends.scene(n).boxes.map(({ description }) => description)).flat().join('\n');
    expect(all).toMatch(/Person “Michael”, refcount 1.*; gc_refs 0; name is "Michael"; friends is list michael.friends/);
  });
});
