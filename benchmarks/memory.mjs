// Host memory of simulated objects: what the host's heap grows by when many of a kind are made. Their payload, which is
// CPython's, lies in the simulated memory and is not counted.
//   node --expose-gc benchmarks/memory.mjs CORE
import { pathToFileURL } from 'node:url';

const OBJECTS = 100_000;
const KINDS = {
  'object()': 'object()', list: '[i]', dict: '{i: i}', instance: 'Point(i)', str: 'str(i) + "x"', float: 'i * 0.5', tuple: '(i, i)', set: '{i}', frozenset: 'frozenset([i])',
  bytes: "b'bytes' * 3", bytearray: 'bytearray(9)', deque: 'deque([i])', range: 'range(i)', slice: 'slice(i)', complex: 'complex(i, 1)', iterator: 'iter([i])', enumerate: 'enumerate([i])',
  function: 'make(i)', lambda: 'lambda: i', 'bound method': 'point.move', generator: 'count(i)', 'started generator': 'started(count(i))', 'generator expression': '(j for j in [i])',
  exception: 'ValueError(i)', 'own exception': 'Mistake(i)', 'raised exception': 'raised(i)', 'int of 81 bits': '2 ** 80 + i',
  'instance with slots': 'Slotted(i)', 'list of a class': 'Stack([i])', 'dict of a class': 'Table(i=i)', 'str of a class': "Word(str(i))", 'weak reference': 'ref(point, print)', 'partial': 'partial(make, i)', 'named tuple': 'Pair(i, i)'
};
const SETUP = `
from collections import deque, namedtuple
from functools import partial
from weakref import ref
class Mistake(Exception): pass
class Stack(list): pass
class Table(dict): pass
class Word(str): pass
Pair = namedtuple('Pair', 'a b')
class Slotted:
    __slots__ = ('x',)
    def __init__(self, x): self.x = x
class Point:
    def __init__(self, x): self.x = x
    def move(self): pass
point = Point(0)
def make(i):
    def function(): return i
    return function
def count(i):
    yield i
    yield i
def raised(i):
    try: raise ValueError(i)
    except ValueError as e: return e
def started(generator):
    next(generator)
    return generator
`;

const { createMachine } = await import(pathToFileURL(process.argv[2]).href);
const heap = () => {
  for (let i = 0; i < 3; i++) globalThis.gc();
  return process.memoryUsage().heapUsed;
};
const told = [];
for (const [kind, expression] of Object.entries(KINDS)) {
  const machine = createMachine({ record: false, heapBytes: 256 << 20, onOutput: o => { throw new Error(o.text ?? o.evalue); } });
  const runCell = source => {
    machine.begin(source, '<cell>');
    while (machine.resume(1_000_000) === undefined);
  };
  runCell(`${SETUP}def many(n): return [${expression} for i in range(n)]\nkept = many(2000)`);
  const before = heap();
  runCell(`kept = many(${OBJECTS + 2000})`);
  told.push(`${kind} ${Math.max((heap() - before) / OBJECTS, 0).toFixed(0)}`);
}
console.log(`bytes beside the payload: ${told.join(', ')}`);
