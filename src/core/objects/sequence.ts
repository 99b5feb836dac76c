/// What tuples and lists share: comparison and search.
import type { Ptr } from '../memory/ram';
import { richCompare, richCompareBool } from './abstract';
import type { Interp } from './interp';
import { CompareOp } from './typeobject';

type Get = (it: Interp, p: Ptr, index: number) => Ptr;
type Length = (it: Interp, p: Ptr) => number;

/// Comparison of two sequences of one kind: by the first items that differ, else by length. Comparing may change lists: their
/// items are held (`holds`), and lengths looked at anew (list_richcompare, tuple_richcompare). NOT-CPYTHON: 3.11 does not hold those
/// that differ, and may crash.
export function compareSequences(it: Interp, v: Ptr, w: Ptr, op: number, length: Length, get: Get, holds: boolean): Ptr {
  let i = 0;
  for (; i < length(it, v) && i < length(it, w); i++) {
    const a = get(it, v, i);
    const b = get(it, w, i);
    if (a === b) continue;
    if (holds) {
      it.own(it.newRef(a));
      it.own(it.newRef(b));
    }
    const equal = richCompareBool(it, a, b, CompareOp.EQ);
    if (holds) it.drop(2);
    if (!equal) break;
  }
  if (i >= length(it, v) || i >= length(it, w)) return it.bool(compareLengths(length(it, v), length(it, w), op));
  if (op === CompareOp.EQ) return it.singletons.false;
  if (op === CompareOp.NE) return it.singletons.true;
  const [a, b] = [get(it, v, i), get(it, w, i)];
  if (!holds) return richCompare(it, a, b, op);
  it.own(it.newRef(a));
  it.own(it.newRef(b));
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

/// Index of the first item in [start, stop) equal to `value`, or -1. `holds`: each item is held while it is compared.
export function findItem(it: Interp, p: Ptr, value: Ptr, start: number, stop: number, length: Length, get: Get, holds: boolean): number {
  for (let i = start; i < stop && i < length(it, p); i++) {
    const item = get(it, p, i);
    if (item === value) return i;
    if (holds) it.own(it.newRef(item));
    const equal = richCompareBool(it, item, value, CompareOp.EQ);
    if (holds) it.drop();
    if (equal) return i;
  }
  return -1;
}

/// How many items equal `value`.
export function countItems(it: Interp, p: Ptr, value: Ptr, length: Length, get: Get, holds: boolean): number {
  let count = 0;
  for (let i = findItem(it, p, value, 0, Infinity, length, get, holds); i >= 0; i = findItem(it, p, value, i + 1, Infinity, length, get, holds)) count++;
  return count;
}
