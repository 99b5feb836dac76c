/// The bytes that a view tells of an object are those of the simulated heap, field by field.
import { describe, expect, test } from 'vitest';
import { describeBytes } from '../../src/core/modules/layouts';
import { Picture } from '../../src/views/picture';
import { structOf } from '../../src/views/structs';
import { record } from '../trace/recorded';

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
    const struct = structOf(state.objects.get(serial)!, undefined, state, { python, types: trace.types, strings: trace.strings, naming: picture.sentences.naming, words: picture.words });
    for (const { offset, name, size, bytes } of struct.fields) {
      const row = real.get(offset - (offset % 8));
      if (row === undefined) continue;
      if (size === 8 && typeName !== 'P' && typeName !== 'set') expect([typeName, offset, name]).toEqual([typeName, offset, row.name]);
      const told = row.bytes.slice(offset % 8, (offset % 8) + size).map(byte => byte.toString(16).padStart(2, '0')).join(' ');
      if (bytes !== undefined) expect([typeName, offset, name, bytes]).toEqual([typeName, offset, name, told]);
    }
    expect(struct.fields.filter(({ bytes }) => bytes !== undefined).length).toBeGreaterThan(0);
  });
});
