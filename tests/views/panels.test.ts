import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { fallbackSvg } from '../../src/views/fallbackSvg';
import { memoryMap } from '../../src/views/memoryMap';
import { Picture } from '../../src/views/picture';
import { garbageOf } from '../../src/views/reach';
import { drawingStoryboard } from '../../src/views/storyboard';
import { structOf } from '../../src/views/structs';
import type { StructField } from '../../src/views/structs';
import { finish } from '../../src/views/work';
import { Op } from '../../src/core/trace/payload';
import { HOSTILE, poisoned } from './hostile';
import { doomedTrace, friendsTrace, longTrace, trace } from './notation';

function at(text: string): Picture {
  return new Picture(trace(text));
}

describe('receipt', () => {
  it('lists each holder with the step that added it; the sum is the count', () => {
    const picture = at('1: new a A; count a 1; name x a\n2: new l list; name l l; slot l [0] a; count a 2\n3: frame f; name 1:y a; count a 3\n3: count a 5');
    const receipt = picture.receipts.of(1, 4)!;
    expect(receipt.holders).toEqual([
      { text: 'name x', since: 1, owner: undefined }, { text: 'name y in f()', since: 3, owner: undefined }, { text: '[0] of the list', since: 2, owner: 2 }
    ]);
    expect([receipt.count, receipt.rest, receipt.borrowed]).toEqual([5, 2, 0]);
    expect(receipt.holders.length + receipt.rest - receipt.borrowed).toBe(receipt.count);
  });

  it('tells keys of dicts and items of sets as such', () => {
    const holders = at("1: new a A; count a 2; new d dict MAPPING; name d d; slot d key-0 a; new s set SET; name s s; slot s item-3 a").receipts.of(1, 1)!.holders;
    expect(holders.map(({ text }) => text)).toEqual(['a key of the dict', 'an item of the set']);
  });

  it('shows borrowed references, and none for what is freed or immortal', () => {
    expect(at('1: new a A; count a 1; name x a; frame f; name 1:y a').receipts.of(1, 1)).toMatchObject({ rest: 0, borrowed: 1 });
    expect(at('1: new a A; free a').receipts.of(1, 1)).toBeUndefined();
    expect(at('1: new a A; count a -1').receipts.of(1, 1)).toBeUndefined();
  });

  it('tells what is from before the cell', () => {
    expect(at('start: new a A; count a 1; name x a\n1: name z \'1').receipts.of(1, 1)!.holders).toEqual([{ text: 'name x', since: undefined, owner: undefined }]);
  });
});

describe('why an object is alive', () => {
  const why = (text: string, serial: number): string => {
    const picture = at(text);
    return picture.why(serial, picture.timeline.end);
  };

  it.each([
    ['1: new a A; name x a', 1, 'Alive because of name x → the A.'],
    ['1: new a A; new b B; name x a; slot a b b; new c C; slot b c c; name far b', 3, 'Alive because of name far → c → the C.'],
    ['1: new a A; count a 2', 1, 'It is held only from outside the picture: by a temporary of the running line, or a hidden object.'],
    ['1: new a A; count a 1; new b B; slot a b b', 2, 'Alive because of the A, held from outside the picture → b → the B.'],
    ['1: new a A; count a -1', 1, 'It is immortal: its count never changes, and it is never freed.'],
    ['1: new a A; count a 0', 1, 'It is being freed right now.'],
    ['1: new a A; free a', 1, ''],
    ['1: new a A; slot a me a', 1, 'Held only by itself: a cycle of 1 object. It waits for a collection: 1,960 net allocations to go until the next young one.'],
    ['1: new a A; slot a me a; new b B; slot a b b', 2, 'Held only by garbage. It waits for a collection: 1,960 net allocations to go until the next young one.']
  ])('%s', (text, serial, expected) => {
    expect(why(text, serial)).toBe(expected);
  });

  it('names the step of the collection that frees a cycle', () => {
    expect(new Picture(friendsTrace()).why(2, 12)).toBe('Held only by itself: a cycle of 4 objects. It waits for a collection. A collection frees it in step 22.');
  });
});

describe('stepping', () => {
  const { stepping } = new Picture(friendsTrace());

  it('goes by line, by count, by object and by collection', () => {
    expect(stepping.next('line', 3, 1, undefined)).toBe(4);
    expect(stepping.next('line', 24, 1, undefined)).toBeUndefined();
    expect(stepping.next('count', 8, 1, undefined)).toBe(9);
    expect(stepping.next('count', 9, 1, undefined)).toBe(10);
    expect(stepping.next('object', 4, 1, 2)).toBe(9);
    expect(stepping.next('collection', 3, 1, undefined)).toBe(13);
    expect(stepping.next('collection', 13, -1, undefined)).toBeUndefined();
  });

  it('finds the next run of a line, around the end', () => {
    expect(stepping.nextOfLine(5, 3)).toBe(6);
    expect(stepping.nextOfLine(5, 10)).toBe(3);
    expect(stepping.nextOfLine(99, 0)).toBeUndefined();
  });
});

describe('events', () => {
  it('has a row an event: step, line, object, old -> new, reason', () => {
    const { events } = new Picture(doomedTrace());
    const all = events.find({ kind: undefined, serial: undefined, text: '' });
    expect(all).toHaveLength(2 * 24);
    const counts = events.find({ kind: 'count', serial: 2, text: '' });
    expect(events.rows(counts, 0, 9).map(({ moment, line, subject, from, to, reason }) => [moment, line, subject, from, to, reason])).toEqual([
      [2, 6, 'Doomed v1', '', '1', '+ name v1'],
      [3, 7, 'Doomed v1', '1', '2', '+ name v2'],
      [4, 8, 'Doomed v1', '2', '1', '− name v1'],
      [5, 9, 'Doomed v1', '1', '0', '− name v2'],
      [6, 4, 'Doomed v1', '0', '1', '+ name self'],
      [7, 4, 'Doomed v1', '1', '0', '− names of __del__()']
    ]);
    expect(events.find({ kind: 'name', serial: undefined, text: 'SELF' })).toHaveLength(2);
    expect(events.find({ kind: 'name', serial: undefined, text: 'nobody' })).toEqual([]);
  });

  it('tells a collection from inside', () => {
    const { events } = new Picture(friendsTrace());
    const rows = events.rows(events.find({ kind: 'gc', serial: undefined, text: '' }), 0, 100);
    expect(rows[0]).toMatchObject({ subject: 'full collection', to: 'begins', reason: '5 candidates' });
    expect(rows.find(({ reason }) => reason.startsWith('a reference'))).toMatchObject({ subject: 'list michael.friends', from: 'gc_refs 1', to: '0', reason: 'a reference from Person “Michael”' });
  });
});

describe('memory', () => {
  it('finds arenas, pools and blocks from addresses', () => {
    const payload = trace('1: new a A; new b B; new c C; name a a; slot b me b; free c');
    // In the pool at 0x7f3a04000: the blocks 0 and 2 of 48 bytes; in the next arena, one of 64.
    const places = [[0x7f3a04030, 48], [0x7f3a04090, 48], [0x7f3b00030, 64]] as const;
    const ops = payload.steps[0]!;
    ops.forEach((op, i) => {
      if (op === Op.NEW && (i - 1) % 6 === 0 && i < 19) {
        const [address, size] = places[ops[i + 1]! - 1]!;
        ops[i + 4] = address / 16;
        ops[i + 5] = size;
      }
    });
    const state = new Picture(payload).timeline.at(1);
    const map = memoryMap(state, garbageOf(state));
    expect(map.arenas.map(({ address, pools }) => [address.toString(16), pools.map(({ index, blockSize, capacity, blocks }) => [index, blockSize, capacity, blocks])])).toEqual([
      ['7f3a00000', [[1, 48, 340, [{ serial: 1, index: 0, status: 'live' }, { serial: 2, index: 2, status: 'garbage' }]]]],
      ['7f3b00000', [[0, 64, 255, [{ serial: 3, index: 0, status: 'freed' }]]]]
    ]);
    expect(map.bytes).toEqual({ live: 48, garbage: 48, freed: 64 });
    expect(map.arenas[0]!.pools[0]!.others).toBeUndefined();
    const told = memoryMap(state, garbageOf(state), undefined, new Map([[0x7f3a04000, new Set([5, 0, 1])]]));
    expect(told.arenas.map(({ pools }) => pools[0]!.others)).toEqual([[1, 5], undefined]);
    // A full pool needs no telling.
    const full = memoryMap(state, garbageOf(state), new Map([[0x7f3a04000, { blockSize: 48, used: 340 }]]));
    expect(full.arenas[0]!.pools[0]!.others).toHaveLength(338);
  });
});

describe('bytes', () => {
  const fields = (text: string, python: string, serial = 1): [number, string, string | undefined][] => {
    const picture = new Picture(trace(text, { python }));
    const { end } = picture.timeline;
    const state = picture.timeline.at(end);
    const struct = structOf(state.objects.get(serial)!, undefined, state, { python, types: undefined, strings: picture.payload.strings, naming: picture.sentences.naming, words: picture.words });
    told = struct.fields;
    return struct.fields.map(({ offset, name, bytes }) => [offset, name, bytes]);
  };
  let told: readonly StructField[] = [];

  it('lays out a list by offset, little-endian, per version', () => {
    expect(fields('1: new l list SEQUENCE; length l 3; count l 258', '3.13')).toEqual([
      [-16, '_gc_next', undefined], [-8, '_gc_prev', undefined], [0, 'ob_refcnt', '02 01 00 00 00 00 00 00'], [8, 'ob_type', undefined],
      [16, 'ob_size', '03 00 00 00 00 00 00 00'], [24, 'ob_item', undefined], [32, 'allocated', undefined]
    ]);
    expect(fields('1: new l list SEQUENCE; count l 1', '3.14')[2]).toEqual([0, 'ob_refcnt', '01 00 00 00']);
  });

  it('says what dealloc leaves', () => {
    expect(fields('1: new a A; count a 0; free a', '3.13').filter(([offset]) => offset === 0)).toEqual([[0, 'ob_refcnt', '00 00 00 00 00 00 00 00']]);
    // The block of an instance begins before its GC header.
    expect(told.filter(({ meaning }) => meaning.includes('next free block')).map(({ offset }) => offset)).toEqual([-32]);
    expect(fields('1: new l list SEQUENCE; count l 0; free l', '3.14').filter(([offset]) => offset === 0)).toEqual([[0, 'ob_refcnt', undefined]]);
  });
});

describe('storyboard', () => {
  const storyboard = (picture: Picture): string => {
    const parts: string[] = [];
    finish(drawingStoryboard(picture, part => parts.push(part)));
    return parts.join('');
  };

  it('holds every step, and no markup of the trace', () => {
    const page = storyboard(new Picture(friendsTrace()));
    expect(page.match(/<section>/g)).toHaveLength(25);
    expect(page).toMatch(/<b>line \d+<\/b> <code><mark>[^<]+<\/mark><\/code> \S/);
    // On paper the cell is open.
    const { window } = new JSDOM(page, { runScripts: 'dangerously' });
    const cell = window.document.querySelector('details')!;
    expect(cell.open).toBe(false);
    window.dispatchEvent(new window.Event('beforeprint'));
    expect(cell.open).toBe(true);
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    for (let offset = 0; offset < HOSTILE.length; offset++) {
      const bad = storyboard(new Picture(poisoned(doomedTrace(), offset)));
      expect(bad.match(/<script/g)).toHaveLength(1);
      expect(bad).not.toMatch(/<img|<svg onload|<\/style><script/);
    }
    expect(storyboard(new Picture(longTrace(400)))).toContain('Only the first 300 of 400 steps are in this page.');
  }, 60_000);

  it('draws groups in the static picture too', () => {
    expect(fallbackSvg(longTrace(60))).toContain('×57');
  });
});
