/// The bytes that a view tells of an object are those of the simulated heap, field by field.
import { describe, expect, test } from 'vitest';
import { describeBytes } from '../../src/core/modules/layouts';
import { Picture } from '../../src/views/picture';
import { structOf } from '../../src/views/structs';
import { record } from '../trace/recorded';
import { trace as notated } from './notation';

const PROGRAM = `
class P:
    def __init__(self, name):
        self.name = name
        self.friends = []
    def greet(self): pass
def outer():
    inside = [1]
    return lambda: inside
ada, bob = P('Ada'), P('Bob')
ada.friends.append(bob)
empty = []
pair, ages, some = (ada, empty), {'a': 1, 'b': [2]}, {1, 2, 3}
greet, part, span, closure = ada.greet, slice(1, 2), range(3), outer()
walk = iter(pair)
next(walk)
`;

describe.each(['3.13', '3.14'] as const)('on %s', python => {
  const { vm, recorder, trace } = record(PROGRAM, { python });
  const picture = new Picture(trace);
  const { end } = picture.timeline;
  const state = picture.timeline.at(end);
  const objects = [...recorder.model.known.values()].filter(({ typeName }) => typeName !== 'type');
  test('every kind of object is there', () => {
    expect([...new Set(objects.map(({ typeName }) => typeName))].sort()).toEqual(['P', 'cell', 'dict', 'function', 'list', 'method', 'range', 'set', 'slice', 'tuple', 'tuple_iterator']);
  });
  test.each(objects.map(({ typeName, serial, p }) => [typeName, serial, p] as const))('%s %i', (typeName, serial, p) => {
    const real = new Map(describeBytes(vm, p).map(row => [row.offset, row]));
    const struct = structOf(state.objects.get(serial)!, undefined, state, { python, types: trace.types, strings: trace.strings, naming: picture.sentences.naming, words: picture.words, told: picture.figures.wordsOf(serial, end) });
    for (const { offset, name, size, bytes } of struct.fields) {
      const row = real.get(offset - (offset % 8));
      if (row === undefined) continue;
      if (size === 8 && typeName !== 'P' && typeName !== 'set') expect([typeName, offset, name]).toEqual([typeName, offset, row.name]);
      const told = row.bytes.slice(offset % 8, (offset % 8) + size).map(byte => byte.toString(16).padStart(2, '0')).join(' ');
      if (bytes !== undefined) expect([typeName, offset, name, bytes]).toEqual([typeName, offset, name, told]);
    }
    expect(struct.fields.filter(({ bytes }) => bytes !== undefined).length).toBeGreaterThan(0);
    // Of plain objects nothing stays open at the end, the collector's links neither.
    if (['list', 'tuple', 'dict', 'P'].includes(typeName)) expect(struct.fields.filter(({ bytes, meaning }) => bytes === undefined && !meaning.startsWith('no such')).map(({ name }) => name)).toEqual([]);
  });
});

/// The collector's header of the first object at the end of such a trace: bytes and meaning of `_gc_prev`.
function gcPrev(text: string): (string | undefined)[] {
  const trace = notated(text);
  const picture = new Picture(trace);
  const state = picture.timeline.at(picture.timeline.end);
  const struct = structOf(state.objects.get(1)!, undefined, state, { python: '3.14', types: undefined, strings: trace.strings, naming: picture.sentences.naming, words: picture.words });
  const { bytes, meaning } = struct.fields.find(({ name }) => name === '_gc_prev')!;
  return [bytes, meaning];
}

// CPython 3.14 Include/internal/pycore_gc.h: bit 0 finalized, bit 1 collecting, gc_refs above them.
test.each([
  ['1: new a P; name a a', undefined, 'the one before'],
  ['1: new a P; name a a; gcstart 0 1 1; gcphase 1; gcrefs a 3', '0e 00 00 00 00 00 00 00', 'gc_refs 3, in bits 2 and up; bit 1: a collection looks at it'],
  ['1: new a P; new b P; name a a; finalize a; gcstart 0 1 2; gcphase 1; gcrefs a 1; gcphase 2; gcsub b a 0', '03 00 00 00 00 00 00 00', 'gc_refs 0, in bits 2 and up; bit 1: a collection looks at it; its finalizer has run'],
  ['1: new a P; name a a; gcstart 0 1 1; gcphase 1; gcrefs a 0; gcphase 3; gcverdict a 1', undefined, 'the one before; bit 1: a collection looks at it']
])('the header of the collector: %s', (text, bytes, meaning) => {
  expect(gcPrev(text)).toEqual([bytes, meaning]);
});
