/// Union, intersection, difference and comparison of sets. CPython 3.14 Objects/setobject.c
import type { Ptr } from '../memory/ram';
import { getIter, hash, iterNext, iterate } from './abstract';
import { dictContainsKnownHash, dictSize, forEachDictKey } from './dictobject';
import type { Interp } from './interp';
import {
  forEachSetKey, isAnySet, newSet, setAddHash, setClear, setContains, setContainsHash, setDiscard, setDiscardHash, setShed,
  setSize, setSwapBodies, setUpdate
} from './set';
import { CompareOp } from './typeobject';
import type { TypeObject } from './typeobject';

/// set or frozenset, whichever the set's type derives from: results are never of a subclass.
function setBaseType(it: Interp, s: Ptr): TypeObject {
  const type = it.typeOf(s);
  return type === it.types.set || type.isSubtypeOf(it.types.set) ? it.types.set : it.types.frozenset;
}

/// A copy (set_copy); a frozenset's copy() is the frozenset itself, see settype.ts.
export const setCopy = (it: Interp, s: Ptr): Ptr => newSet(it, setBaseType(it, s), s);

/// CPython 3.14 set_intersection
export function setIntersection(it: Interp, s: Ptr, other: Ptr): Ptr {
  if (s === other) return setCopy(it, s);
  const result = it.own(newSet(it, setBaseType(it, s)));
  if (isAnySet(it, other)) {
    const larger = setSize(it, other) > setSize(it, s) ? other : s;
    const smaller = larger === s ? other : s;
    forEachSetKey(it, smaller, (key, lo, hi) => {
      if (setContainsHash(it, larger, key, lo, hi)) setAddHash(it, result, key, lo, hi);
    });
  } else {
    iterate(it, other, key => {
      const lo = hash(it, key);
      const hi = it.hashHigh;
      if (setContainsHash(it, s, key, lo, hi)) setAddHash(it, result, key, lo, hi);
    });
  }
  return it.take();
}

/// CPython 3.14 set_difference
export function setDifference(it: Interp, s: Ptr, other: Ptr): Ptr {
  const isDict = it.typeOf(other) === it.types.dict;
  const size = isDict ? dictSize(it, other) : isAnySet(it, other) ? setSize(it, other) : -1;
  if (size < 0 || setSize(it, s) >> 2 > size) {
    const copy = it.own(setCopy(it, s));
    setDifferenceUpdate(it, copy, other);
    return it.take();
  }
  const result = it.own(newSet(it, setBaseType(it, s)));
  forEachSetKey(it, s, (key, lo, hi) => {
    const found = isDict ? dictContainsKnownHash(it, other, key, lo, hi) : setContainsHash(it, other, key, lo, hi);
    if (!found) setAddHash(it, result, key, lo, hi);
  });
  return it.take();
}

/// CPython 3.14 set_difference_update_internal
export function setDifferenceUpdate(it: Interp, s: Ptr, other: Ptr): void {
  if (s === other) return setClear(it, s);
  if (isAnySet(it, other)) {
    const common = setSize(it, other) >> 3 > setSize(it, s);
    const keys = it.own(common ? setIntersection(it, s, other) : it.newRef(other));
    forEachSetKey(it, keys, (key, lo, hi) => setDiscardHash(it, s, key, lo, hi));
    it.drop();
  } else if (it.typeOf(other) === it.types.dict) {
    forEachDictKey(it, other, (key, lo, hi) => setDiscardHash(it, s, key, lo, hi));
  } else {
    iterate(it, other, key => setDiscard(it, s, key));
  }
  setShed(it, s);
}

/// CPython 3.14 set_symmetric_difference_update_impl
export function setSymmetricDifferenceUpdate(it: Interp, s: Ptr, other: Ptr): void {
  if (s === other) return setClear(it, s);
  const toggle = (key: Ptr, lo: number, hi: number): void => {
    if (!setDiscardHash(it, s, key, lo, hi)) setAddHash(it, s, key, lo, hi);
  };
  if (it.typeOf(other) === it.types.dict) return forEachDictKey(it, other, toggle);
  const keys = it.own(isAnySet(it, other) ? it.newRef(other) : newSet(it, setBaseType(it, s), other));
  forEachSetKey(it, keys, toggle);
  it.drop();
}

export function setSymmetricDifference(it: Interp, s: Ptr, other: Ptr): Ptr {
  const result = it.own(newSet(it, setBaseType(it, s), other));
  setSymmetricDifferenceUpdate(it, result, s);
  return it.take();
}

export function setUnion(it: Interp, s: Ptr, others: readonly Ptr[]): Ptr {
  const result = it.own(setCopy(it, s));
  for (const other of others) if (other !== s) setUpdate(it, result, other);
  return it.take();
}

export function setIntersectionMulti(it: Interp, s: Ptr, others: readonly Ptr[]): Ptr {
  if (others.length === 0) return setCopy(it, s);
  let result = it.newRef(s);
  for (const other of others) {
    it.own(result);
    const next = it.own(setIntersection(it, result, other));
    it.held.splice(-2, 2, next, result);
    it.drop();
    result = it.take();
  }
  return result;
}

/// Gives the set what `result`, which it takes over, holds.
export function setBecome(it: Interp, s: Ptr, result: Ptr): void {
  setSwapBodies(it, s, result);
  it.decref(result);
}

/// Whether all keys of `s` are in another set.
export function isSubset(it: Interp, s: Ptr, other: Ptr): boolean {
  if (!isAnySet(it, other)) {
    const common = it.own(setIntersection(it, s, other));
    const result = setSize(it, common) === setSize(it, s);
    it.drop();
    return result;
  }
  if (setSize(it, s) > setSize(it, other)) return false;
  return everyKey(it, s, (key, lo, hi) => setContainsHash(it, other, key, lo, hi));
}

export function isSuperset(it: Interp, s: Ptr, other: Ptr): boolean {
  return isAnySet(it, other) ? isSubset(it, other, s) : everyItem(it, other, key => setContains(it, s, key));
}

export function isDisjoint(it: Interp, s: Ptr, other: Ptr): boolean {
  if (s === other) return setSize(it, s) === 0;
  if (!isAnySet(it, other)) return everyItem(it, other, key => !setContains(it, s, key));
  const larger = setSize(it, other) > setSize(it, s) ? other : s;
  const smaller = larger === s ? other : s;
  return everyKey(it, smaller, (key, lo, hi) => !setContainsHash(it, larger, key, lo, hi));
}

/// As forEachSetKey, while `test` holds.
function everyKey(it: Interp, s: Ptr, test: (key: Ptr, lo: number, hi: number) => boolean): boolean {
  const i32 = it.i32;
  for (let i = 0; i <= i32[s + 8]!; i++) {
    const e = i32[s + 10]! + 4 * i;
    const key = i32[e]!;
    if (key === 0 || key === -1) continue;
    it.own(it.newRef(key));
    const passed = test(key, i32[e + 2]!, i32[e + 3]!);
    it.drop();
    if (!passed) return false;
  }
  return true;
}

function everyItem(it: Interp, iterable: Ptr, test: (item: Ptr) => boolean): boolean {
  const iterator = it.own(getIter(it, iterable));
  let passed = true;
  while (passed) {
    const item = iterNext(it, iterator);
    if (item === 0) break;
    it.own(item);
    passed = test(item);
    it.drop();
  }
  it.drop();
  return passed;
}

/// CPython 3.14 set_richcompare
export function setRichCompare(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  if (!isAnySet(it, w)) return it.singletons.notImplemented;
  const a = setSize(it, v);
  const b = setSize(it, w);
  switch (op) {
    case CompareOp.EQ: return it.bool(a === b && !hashesDiffer(it, v, w) && isSubset(it, v, w));
    case CompareOp.NE: return it.bool(!(a === b && !hashesDiffer(it, v, w) && isSubset(it, v, w)));
    case CompareOp.LE: return it.bool(isSubset(it, v, w));
    case CompareOp.GE: return it.bool(isSubset(it, w, v));
    case CompareOp.LT: return it.bool(a < b && isSubset(it, v, w));
    default: return it.bool(a > b && isSubset(it, w, v));
  }
}

/// Whether both hashes are known, and differ.
function hashesDiffer(it: Interp, v: Ptr, w: Ptr): boolean {
  const i32 = it.i32;
  const known = (s: Ptr): boolean => i32[s + 12] !== -1 || i32[s + 13] !== -1;
  return known(v) && known(w) && (i32[v + 12] !== i32[w + 12] || i32[v + 13] !== i32[w + 13]);
}
