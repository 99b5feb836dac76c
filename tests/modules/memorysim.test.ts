/// The observer: what it says, and that looking changes nothing.
import { describe, expect, test } from 'vitest';
import { run } from './run';

const people = `
from memory_sim import *
class Person:
    def __init__(self, name):
        self.name = name
        self.friends = []
ann, bob = Person("Ann"), Person("Bob")
ann.friends.append(bob); bob.friends.append(ann)
`;

const lines = (source: string, python: '3.11' | '3.13' | '3.14' = '3.14'): string[] => run(people + source, { python }).trimEnd().split('\n');

describe.each(['3.11', '3.13', '3.14'] as const)('memory_sim on %s', python => {
  test('refcount leaves its own argument out, and holders adds up to it', () => {
    expect(lines(`
print(refcount(ann), len(holders(ann)), holders(ann)[0])
def f(x):
    y = x
    print(refcount(x), holders(x))
f([1])
`, python)).toEqual([
      "2 2 global variable 'ann'",
      "2 [\"local variable 'x' of f()\", \"local variable 'y' of f()\"]"
    ]);
  });

  test('every kind of holder has its words', () => {
    const words = lines(`
class Slotted:
    __slots__ = ("x",)
class Boxed(dict): pass
o = object()
ann.thing = o
s = Slotted(); s.x = o
d = {"k": o, 5: o}
t = (o,)
def f(): return o
for line in holders(o): print(line)
print(refcount(o))
`, python).map(line => line.replace(/0x[0-9a-f]+/, '0x…'));
    expect(words.slice(0, -1).sort()).toEqual([
      'Person object at 0x….thing', 'Slotted object at 0x….x', "dict at 0x…['k']", 'dict at 0x…[5]', "global variable 'o'", 'tuple at 0x…[0]'
    ]);
    expect(words.at(-1)).toBe('6');
  });

  test('live, freed, unreachable and collections follow a cycle to its end', () => {
    expect(lines(`
import gc
print(live("Person"), live(Person), freed("Person"), unreachable(), collections(2))
before = collections(2)
del ann, bob
print(live("Person"), len(unreachable()))
print(gc.collect(), live("Person"), freed("Person"), freed(Person), unreachable(), collections(2) - before)
print(generation([]), generation(5), address(d := {}) == id(d), size([]))
`, python)).toEqual([expect.stringMatching(/^2 2 0 \[\] \d$/), '2 4', '4 0 2 2 [] 1', '0 None True 56']);
  });

  test('instances of a class that is gone stay counted as freed', () => {
    expect(lines(`
import gc
def f():
    class Short: pass
    Short(); Short()
f(); gc.collect()
print(freed("Short"), live("Short"))
`, python)).toEqual(['2 0']);
  });
});

test('mistakes and what is left out are told', () => {
  expect(lines('live(5)').at(-1)).toBe('TypeError: expected a class or its name, not int');
  expect(lines('events(5)').at(-1)).toBe('TypeError: expected a kind of event, not int');
  expect(lines('import tracemalloc').at(-1)).toBe("ImportError: memory-sim does not run the module 'tracemalloc' yet");
  expect(lines('open("x")').at(-1)).toBe('NotImplementedError: memory-sim does not run open() yet');
});
