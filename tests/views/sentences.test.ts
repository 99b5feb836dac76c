import { describe, expect, it } from 'vitest';
import { Picture } from '../../src/views/picture';
import { english } from '../../src/views/words';
import { doomedTrace, friendsTrace, trace } from './notation';

/// The sentence of the last step.
function last(text: string, source = ''): string {
  const picture = new Picture(trace(text, { source }));
  return picture.sentences.at(picture.timeline.end);
}

function all(picture: Picture): string[] {
  return picture.timeline.moments.map((_, n) => picture.sentences.at(n));
}

describe('sentences', () => {
  it('tell the first demo', () => {
    expect(all(new Picture(doomedTrace()))).toEqual([
      'Before the cell: no objects are shown yet.',
      'Doomed now names a new class.',
      'v1 now names a new Doomed: its count is 1.',
      'v2 now names the same Doomed as v1: its count goes 1 → 2.',
      'del v1 takes one reference away from the Doomed: 2 → 1.',
      'v2 is now None, and no longer the Doomed; the count of the Doomed reaches 0: __del__ runs.',
      'self now names the Doomed: its count goes 0 → 1; “<Doomed object> goes” is printed.',
      '__del__() returns and its names go; the count of the Doomed goes 1 → 0.',
      'the Doomed is freed: its block can be used again.',
      '“end” is printed.'
    ]);
  });

  it('tell the collection of the second demo', () => {
    expect(all(new Picture(friendsTrace())).slice(11)).toEqual([
      'michael is now None, and no longer Person “Michael”: its count goes 2 → 1.',
      'sarah is now None, and no longer Person “Sarah”: its count goes 2 → 1.',
      'a full collection begins, because gc.collect() was called: 5 candidates.',
      "each candidate's count is copied to a scratch count, gc_refs.",
      "each reference from one candidate to another takes 1 off its target's gc_refs: 4 of those shown fall to 0.",
      'nothing outside reaches 4 of the objects shown: they are garbage; 1 is held from outside and stays.',
      'the finalizers of the garbage run, before anything is taken apart; __del__ of Person “Michael” runs.',
      'self now names Person “Michael”: its count goes 1 → 2; “Person Michael deleted” is printed.',
      '__del__() returns and its names go; __del__ of Person “Sarah” runs; the count of Person “Michael” goes 2 → 1.',
      'self now names Person “Sarah”: its count goes 1 → 2; “Person Sarah deleted” is printed.',
      '__del__() returns and its names go; the count of Person “Sarah” goes 2 → 1.',
      'the references inside the garbage are cleared, so its counts reach 0: 4 objects are freed.',
      'the collection is over: 4 objects were garbage.',
      'again now names a new Person: its count is 1.'
    ]);
  });

  it.each([
    ['1: new d Doomed; name v d; count d 1\n2: name v \'7; count d 0; free d', 'v is now 7, and no longer the Doomed; the count of the Doomed reaches 0: it is freed.'],
    ['1: new d Doomed; name v d; count d 1\n2: unname v; count d 0; free d', 'the end of v takes the last reference away from the Doomed; the count of the Doomed reaches 0: it is freed.'],
    ['1: name x \'7\n2: name x \'8', 'x is now 8.'],
    ['1: name x \'7\n2: unname x', 'x is no longer a name.'],
    ['1: frame f', 'f() begins, with a frame of its own for its names.'],
    ['1: frame f\n2: return', 'f() returns.'],
    [
      '1: frame f\n2: new a A; name 1:a a; new b B; name 1:b b; new c C; name 1:c c; new d D; name 1:d d; new e E; name 1:e e; count e 2\n3: return; free a; free b; free c; free d; count e 1',
      'f() returns and its names go; the counts of the A, the B, the C and 1 more reach 0: they are freed; the count of the E goes 2 → 1.'
    ],
    // The recorder tells the name's new value after the finalizer's beginning.
    ['1: new d D; name v d; count d 1\n2: count d 0; finalize d; name v \'None; frame __del__; name 1:self d; count d 1', 'v is now None, and no longer the D; the count of the D reaches 0: __del__ runs; self now names the D.'],
    ['1: new d D; name d d\n2: new l list; slot l [0] d; count d 2; slot l [1] \'7; name l l', '[0] of the list is now the D: its count goes 1 → 2; l now names a new list: its count is 1.'],
    ['1: new f function FUNCTION; name f f', 'f now names a new function.'],
    ['1: raise ZeroDivisionError division by zero', 'ZeroDivisionError: division by zero is raised.'],
    ['1: new l list; name l l; length l 0', 'l now names a new list: its count is 1.'],
    ['1: new l list\n2: name l l', 'l now names the list.'],
    ['1: new a A; name a a; new b B; name b b; slot a b b; count b 2\n2: unslot a b; count b 1', 'b of the A lets go of the B: its count goes 2 → 1.'],
    ['1: gcstart 0 0 2001', 'a young collection begins, because the count went over its threshold: 2001 candidates.'],
    ['1: gcstart 0 0 9\n2: gcstop 0 0 0', 'the collection is over: it found no garbage.'],
    ['1: out hello', '“hello” is printed.'],
    ['1: out a; out ,; out b', '“a,b” is printed.'],
    ['1: ', 'nothing changes on the heap.']
  ])('%s', (text, sentence) => {
    expect(last(text)).toBe(sentence);
  });

  it('keep what matters most of a crowded step, and count the rest', () => {
    expect(last('1: new d D; name d d\n2: name a \'1; name b \'2; slot d x \'1; slot d y \'2; unname d; count d 0; free d', '\ndel d')).toBe(
      'a is now 1; del d takes the last reference away from the D; the count of the D reaches 0: it is freed; and 3 more changes.'
    );
  });

  it('pass through a translator', () => {
    const german = { __: (t: string, ...a: (string | number)[]) => english.__(t.replace('%1 is now %2', '%1 ist jetzt %2'), ...a), _n: english._n };
    const picture = new Picture(trace('1: name x \'7'), german);
    expect(picture.sentences.at(1)).toBe('x ist jetzt 7.');
  });

  it('give the source of a line only if it is in this cell', () => {
    const picture = new Picture(trace('2: frame f lib.py\n1: return', { source: '%%memory-sim\n  f()' }));
    expect([picture.sentences.sourceOf(1), picture.sentences.sourceOf(2)]).toEqual(['f()', '']);
  });
});
