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
      'v1 now names a new Doomed, whose count is 1.',
      'v2 now names the same Doomed as v1, whose count goes 1 → 2.',
      'del v1 takes away a reference to the Doomed, whose count goes 2 → 1.',
      'v2 is now None instead of the Doomed; the count of the Doomed reaches 0: __del__ runs.',
      'self now names the Doomed, whose count goes 0 → 1; “<Doomed object> goes” is printed.',
      '__del__() returns and its names go; the count of the Doomed reaches 0: it is being freed.',
      'the Doomed is freed: its block can be used again.',
      '“end” is printed.'
    ]);
  });

  it('tell what the picture has before the cell', () => {
    const before = (start: string): string => new Picture(trace(`start: ${start}\n1: out x`)).sentences.at(0);
    expect(before("name v '5; new f function FUNCTION; name f f")).toBe('Before the cell: names from earlier cells, and no objects that are shown.');
    expect(before('new d Doomed; count d 1; name v d')).toBe('Before the cell: 1 object is there from earlier cells.');
  });

  it('tell the collection of the second demo', () => {
    expect(all(new Picture(friendsTrace())).slice(11)).toEqual([
      'michael is now None instead of Person “Michael”, whose count goes 2 → 1.',
      'sarah is now None instead of Person “Sarah”, whose count goes 2 → 1; no name reaches 4 objects any more: they are garbage.',
      'a full collection begins, because gc.collect() was called: 5 candidates.',
      "each candidate's count is copied to a scratch count, gc_refs.",
      "each reference from one candidate to another takes 1 off its target's gc_refs: 4 of those shown fall to 0.",
      'nothing outside reaches 4 of the objects shown: they are garbage; 1 is held from outside and stays.',
      'the finalizers of the garbage run, before anything is taken apart; __del__ of Person “Michael” runs.',
      'self now names Person “Michael”, whose count goes 1 → 2; “Person Michael deleted” is printed.',
      '__del__() returns and its names go; __del__ of Person “Sarah” runs; the count of Person “Michael” goes 2 → 1.',
      'self now names Person “Sarah”, whose count goes 1 → 2; “Person Sarah deleted” is printed.',
      '__del__() returns and its names go; the count of Person “Sarah” goes 2 → 1.',
      'the references inside the garbage are cleared, so its counts reach 0: 4 objects are freed.',
      'the collection is over: 4 objects were garbage.',
      'again now names a new Person, whose count is 1.'
    ]);
  });

  it.each([
    ['1: new d Doomed; name v d; count d 1\n2: name v \'7; count d 0; free d', 'v is now 7 instead of the Doomed; the count of the Doomed reaches 0: it is freed.'],
    ['1: new d Doomed; name v d; count d 1\n2: unname v; count d 0; free d', 'the end of v takes away the last reference to the Doomed; the count of the Doomed reaches 0: it is freed.'],
    ['1: name x \'7\n2: name x \'8', 'x is now 8.'],
    ['1: name x \'7\n2: unname x', 'x is no longer a name.'],
    ['1: frame f', 'f() is called and gets a frame for its names.'],
    ['1: frame f\n2: return', 'f() returns.'],
    [
      '1: frame f\n2: new a A; name 1:a a; new b B; name 1:b b; new c C; name 1:c c; new d D; name 1:d d; new e E; name 1:e e; count e 2\n3: return; free a; free b; free c; free d; count e 1',
      'f() returns and its names go; the counts of the A, the B, the C and 1 more reach 0: they are freed; the count of the E goes 2 → 1.'
    ],
    // The recorder tells the name's new value after the finalizer's beginning.
    ['1: new d D; name v d; count d 1\n2: count d 0; finalize d; name v \'None; frame __del__; name 1:self d; count d 1', 'v is now None instead of the D; the count of the D reaches 0: __del__ runs.'],
    ['1: new d D; name d d\n2: new l list; slot l [0] d; count d 2; slot l [1] \'7; name l l', '[0] of the list is now the D, whose count goes 1 → 2; l now names a new list, whose count is 1.'],
    ['1: new f function FUNCTION; name f f', 'f now names a new function.'],
    ['1: raise ZeroDivisionError division by zero', 'ZeroDivisionError: division by zero is raised.'],
    ['1: new l list; name l l; length l 0', 'l now names a new list, whose count is 1.'],
    ['1: new l list\n2: name l l', 'l now names the list.'],
    ['1: new a A; name a a; new b B; name b b; slot a b b; count b 2\n2: unslot a b; count b 1', 'b of the A lets go of the B, whose count goes 2 → 1.'],
    ['1: gcstart 0 0 2001', 'a young collection begins, because the count went over its threshold: 2,001 candidates.'],
    ['1: gcstart 0 0 9\n2: gcstop 0 0 0', 'the collection is over: it found no garbage.'],
    ['1: out hello', '“hello” is printed.'],
    ['1: out a; out ,; out b', '“a,b” is printed.'],
    ['1: frame <module> cell-1.py\n2: frame <module> tool.py', 'the import runs the module\'s code, in a frame of its own.'],
    ['1: frame <module> cell-1.py\n2: frame <module> tool.py\n3: return', 'the module\'s code is done; its names stay in the module.'],
    ['1: new a A; name a a; new b B; name b b\n2: unname a; count a 0; free a; count b 0; free b', 'the end of a takes away the last reference to the A; the counts of the A and the B reach 0: they are freed.'],
    // One name in two frames, and in a frame that takes the place of another.
    ['1: new d D; name d d\n2: frame f; name 1:self d\n3: frame g; name 2:self d; count d 3', 'g() is called and gets a frame for its names; self now names the same D as d, whose count goes 1 → 3.'],
    ['1: new d D\n2: frame f; name 1:self d\n3: frame g; name 2:self d; count d 3', 'g() is called and gets a frame for its names; self now names the same D as self of f(), whose count goes 1 → 3.'],
    ['1: new d D; new e E; frame f; name 1:self d\n2: return; frame g; name 1:self e', 'f() returns and its names go; g() is called and gets a frame for its names; self now names the E.'],
    // Keys and items.
    ['1: new d D; name d d; new t dict MAPPING; name t t\n2: slot t [D] \'7; slot t key-0 d; count d 2', 'the D is now a key of the dict, whose count goes 1 → 2.'],
    ['1: new d D; name d d; new t dict MAPPING; name t t; slot t [D] \'7; slot t key-0 d; count d 2\n2: unslot t [D]; unslot t key-0; count d 1', 'the dict lets go of its key the D, whose count goes 2 → 1.'],
    ['1: new s set SET; name s s\n2: slot s item-0 \'7', '7 is now in the set.'],
    ['1: new s set SET; name s s; slot s item-0 \'7\n2: unslot s item-0', '7 is no longer in the set.'],
    ['1: new s set SET; name s s; slot s item-0 \'7\n2: slot s item-0 \'8; slot s item-1 \'7', '8 is now in the set.'],
    ['1: new l list SEQUENCE; name l l; slot l [0] \'1; length l 20\n2: length l 21', 'the list has 21 items now.'],
    // What nothing ever held is told only where nothing else is.
    ['1: new l list SEQUENCE; name l l\n2: new t tuple SEQUENCE; slot t [0] l; count l 2; free t; name x \'7', 'x is now 7; the count of the list goes 1 → 2.'],
    ['1: new t tuple SEQUENCE; count t 0; free t', 'a temporary tuple is made and freed again.'],
    ['1: new a B; name b a\n2: new c B; name b c; count a 0; free a', 'b now names a new B, whose count is 1, instead of the one before; the count of the one before reaches 0: it is freed.'],
    // Several of one type and one name at one time.
    ['1: new a B; name b a; slot a n \'1; new l list; name l l; slot l [0] a\n2: new c B; name b c; slot c n \'2; count c 1', 'b now names a new B, whose count is 1, instead of B with n 1.'],
    ['1: new a list; name b a; new s S; slot s x a; new c list; name b c\n2: name d c; count c 2', 'd now names the same list as b, whose count goes 1 → 2.'],
    ['1: new a list; name b a; new s S; slot s x a; new c list; name b c\n2: unname b; count c 0; free c', 'the end of b takes away the last reference to list b #2; the count of list b #2 reaches 0: it is freed.'],
    ['1: gcstart 2 1 9; gcphase 1\n2: gcphase 2; gcunshown 25 0', 'each reference from one candidate to another takes 1 off its target\'s gc_refs: none of those shown falls to 0; with 25 more references to candidates that are not shown.'],
    ['1: gcstart 2 1 9\n2: gcphase 3; gcunshown 9 0', 'none of the objects shown is a candidate; 9 candidates that are not shown stay too.'],
    ['1: gcstart 2 1 9; gcphase 3; gcunshown 9 0\n2: gcphase 4', 'there is no garbage, so there is no finalizer to run.'],
    ['1: gcstart 2 1 9; gcphase 3; gcunshown 9 3\n2: gcphase 4', 'the finalizers of the garbage run, before anything is taken apart.'],
    ['1: gcstart 2 1 9; gcphase 3; gcunshown 9 0\n2: gcphase 5', 'there is no garbage to clear.'],
    ['1: ', 'nothing changes on the heap.']
  ])('%s', (text, sentence) => {
    expect(last(text)).toBe(sentence);
  });

  it('keep what matters most of a crowded step, and count the rest', () => {
    expect(last('1: new d D; name d d\n2: name a \'1; name b \'2; slot d x \'1; slot d y \'2; unname d; count d 0; free d', '\ndel d')).toBe(
      'a is now 1; b is now 2; del d takes away the last reference to the D; the count of the D reaches 0: it is freed; and 2 more changes.'
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
