/// What tuples and lists share: comparison, search and iteration over items that lie in memory.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { richCompare, richCompareBool } from './abstract';
import { asNumber, newInt } from './int';
import type { Interp } from './interp';
import { CompareOp } from './typeobject';
import type { Slots, TypeObject, TypeSpec } from './typeobject';

/// Bytes of an iterator that is an index and a sequence: index at p + 4, sequence at p + 6 (0 = exhausted).
export const INDEX_ITERATOR_BYTES = 32;

/// A new iterator; the sequence is borrowed.
export function newIndexIterator(it: Interp, type: TypeObject, sequence: Ptr, index: number): Ptr {
  const p = it.allocGc(type, INDEX_ITERATOR_BYTES);
  it.i32[p + 4] = index;
  it.i32[p + 5] = 0;
  it.i32[p + 6] = it.newRef(sequence);
  it.i32[p + 7] = 0;
  track(it.i32, p);
  return p;
}

/// Lets go of the sequence at the end; returns 0.
export function endIndexIterator(it: Interp, p: Ptr): 0 {
  const sequence = it.i32[p + 6]!;
  it.i32[p + 6] = 0;
  if (it.recording) it.touch(p);
  it.decref(sequence);
  return 0;
}

export const indexIteratorSlots: Partial<Slots> = {
  size: () => INDEX_ITERATOR_BYTES,
  traverse: (it, p, visitor) => {
    if (it.i32[p + 6] !== 0) visitor.visit(it.i32[p + 6]!);
  },
  dealloc: (it, p) => {
    untrack(it.i32, p);
    it.xdecref(it.i32[p + 6]!);
    it.freeInstance(p);
  },
  iter: (it, p) => it.newRef(p)
};

/// An iterator type over a sequence whose length `length` tells and whose items `get` hands out, borrowed.
export function indexIteratorSpec(
  name: string, length: (it: Interp, sequence: Ptr) => number, iternext: Slots['iternext']
): TypeSpec {
  return {
    name,
    basicsize: INDEX_ITERATOR_BYTES,
    hasGc: true,
    disallowInstantiation: true,
    slots: { ...indexIteratorSlots, iternext },
    methods: {
      __length_hint__: {
        kind: 'noargs',
        fn: (it, p) => newInt(it, it.i32[p + 6] === 0 ? 0 : Math.max(length(it, it.i32[p + 6]!) - it.i32[p + 4]!, 0))
      },
      __setstate__: {
        kind: 'o',
        fn: (it, p, state) => {
          if (it.i32[p + 6] !== 0) {
            const index = Math.max(asNumber(it, state), 0);
            it.i32[p + 4] = Math.min(index, length(it, it.i32[p + 6]!));
          }
          return it.singletons.none;
        }
      }
    }
  };
}

type Get = (it: Interp, p: Ptr, index: number) => Ptr;
type Length = (it: Interp, p: Ptr) => number;

/// Comparison of two sequences of one kind: by the first items that differ, else by length. Items are held, and
/// lengths looked at anew, since comparing may change the sequences (list_richcompare, tuple_richcompare).
export function compareSequences(it: Interp, v: Ptr, w: Ptr, op: number, length: Length, get: Get): Ptr {
  let i = 0;
  for (; i < length(it, v) && i < length(it, w); i++) {
    const a = get(it, v, i);
    const b = get(it, w, i);
    if (a === b) continue;
    it.own(it.newRef(a));
    it.own(it.newRef(b));
    const equal = richCompareBool(it, a, b, CompareOp.EQ);
    it.drop(2);
    if (!equal) break;
  }
  if (i >= length(it, v) || i >= length(it, w)) return it.bool(compareLengths(length(it, v), length(it, w), op));
  if (op === CompareOp.EQ) return it.singletons.false;
  if (op === CompareOp.NE) return it.singletons.true;
  const a = it.own(it.newRef(get(it, v, i)));
  const b = it.own(it.newRef(get(it, w, i)));
  const result = richCompare(it, a, b, op);
  it.drop(2);
  return result;
}

/// A comparison operator on two numbers (Py_RETURN_RICHCOMPARE).
export function compareLengths(a: number, b: number, op: number): boolean {
  switch (op) {
    case CompareOp.LT: return a < b;
    case CompareOp.LE: return a <= b;
    case CompareOp.EQ: return a === b;
    case CompareOp.NE: return a !== b;
    case CompareOp.GT: return a > b;
    default: return a >= b;
  }
}

/// Index of the first item in [start, stop) equal to `value`, or -1.
export function findItem(it: Interp, p: Ptr, value: Ptr, start: number, stop: number, length: Length, get: Get): number {
  for (let i = start; i < stop && i < length(it, p); i++) {
    const item = get(it, p, i);
    if (item === value) return i;
    it.own(it.newRef(item));
    const equal = richCompareBool(it, item, value, CompareOp.EQ);
    it.drop();
    if (equal) return i;
  }
  return -1;
}

/// How many items equal `value`.
export function countItems(it: Interp, p: Ptr, value: Ptr, length: Length, get: Get): number {
  let count = 0;
  for (let i = findItem(it, p, value, 0, Infinity, length, get); i >= 0; i = findItem(it, p, value, i + 1, Infinity, length, get)) count++;
  return count;
}
