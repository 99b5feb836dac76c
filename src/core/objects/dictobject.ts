/// Dicts: storage and C API. CPython 3.14 Objects/dictobject.c; the type is in dicttype.ts.
///
/// PyDictObject: ma_used at d + 4, version tag at d + 6, ma_keys at d + 8 (see dictkeys), ma_values at d + 10
/// (see dictvalues; 0 = the values are in the keys table), and in the high half the instance they lie in, if any.
import { isTracked, track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call } from './abstract';
import {
  appendEntry, decrefKeys, deleteIndex, EMPTY, entryAt, entryHash, freeKeys, increfKeys, isUnicodeKeys, keysUsable, LOG_MINSIZE, log2KeysSize,
  lookupUnicode, newKeys, UNICODE_ENTRY
} from './dictkeys';
import { hashKey, lookup } from './dictlookup';
import {
  addToInsertionOrder, areEmbedded, clearInsertionOrder, deleteFromInsertionOrder, indexFromOrder, newValues, setInvalid, sharedKeysCapacity, valueAt,
  valuesBlock
} from './dictvalues';
import { dropEach } from './dropping';
import { intHash } from './int';
import type { Interp } from './interp';
import { strHash } from './str';
import type { TypeObject } from './typeobject';
import { Subclass } from './typeobject';

const DICT_BYTES = 48;

export function isDict(it: Interp, p: Ptr): boolean {
  return (it.typeOf(p).subclass & Subclass.DICT) !== 0;
}

export const dictSize = (it: Interp, d: Ptr): number => it.i32[d + 4]!;
export const dictKeys = (it: Interp, d: Ptr): Ptr => it.i32[d + 8]!;
export const dictValues = (it: Interp, d: Ptr): Ptr => it.i32[d + 10]!;

/// A new empty dict.
export function newDict(it: Interp): Ptr {
  return allocDict(it, it.types.dict, it.singletons.emptyDictKeys, 0, 0);
}

/// A dict of the type around a keys table, to which it takes over a reference, and values (0 = combined). `fresh`: past
/// the free list.
export function allocDict(it: Interp, type: TypeObject, keys: Ptr, values: Ptr, used: number, fresh = false): Ptr {
  const isExact = type === it.types.dict;
  const d = !isExact ? it.allocInstance(type, DICT_BYTES) : fresh ? it.allocGcFresh(type, DICT_BYTES) : it.allocGc(type, DICT_BYTES);
  const i32 = it.i32;
  i32[d + 4] = used;
  i32[d + 5] = 0;
  i32[d + 6] = 0;
  i32[d + 7] = 0;
  i32[d + 8] = keys;
  i32[d + 9] = 0;
  i32[d + 10] = values;
  i32[d + 11] = 0;
  if (it.profile.tracksEmptyDict || !isExact) track(i32, d);
  return d;
}

/// A new empty dict that shares the keys table with others (new_dict_with_shared_keys).
export function newDictWithSharedKeys(it: Interp, k: Ptr): Ptr {
  const values = newValues(it, sharedKeysCapacity(it, k)) || it.noMemory();
  increfKeys(it, k);
  return allocDict(it, it.types.dict, k, values, 0);
}

/// Whether the collector may have to look at an object (_PyObject_GC_MAY_BE_TRACKED): not at a static type (type_is_gc).
export function mayBeTracked(it: Interp, p: Ptr): boolean {
  const type = it.typeOf(p);
  if (!type.hasGc) return false;
  if (type === it.types.tuple) return isTracked(it.i32, p);
  return it.i32[p]! >= 0 || !type.isSubtypeOf(it.types.type);
}

/// Tracks a dict before it holds its first container (up to 3.13; MAINTAIN_TRACKING).
export function maintainTracking(it: Interp, d: Ptr, key: Ptr, value: Ptr): void {
  if (!it.profile.tracksEmptyDict && !isTracked(it.i32, d) && (mayBeTracked(it, key) || mayBeTracked(it, value))) track(it.i32, d);
}

/// Notes that an entry of the dict changed (-1: all), and the instance whose inline values are the dict's.
export function touchDict(it: Interp, d: Ptr, ix: number): void {
  it.touch(d);
  it.tellEntry(d, ix);
  if (it.i32[d + 11] !== 0) it.touch(it.i32[d + 11]!);
}

/// Word that holds the value of entry `ix`.
export function valueWord(it: Interp, d: Ptr, ix: number): Ptr {
  const values = it.i32[d + 10]!;
  return values !== 0 ? valueAt(values, ix) : entryAt(it, it.i32[d + 8]!, ix) + 2;
}

/// The value of a key, borrowed, or 0. Raises what hash and comparison raise.
export function dictGetItem(it: Interp, d: Ptr, key: Ptr): Ptr {
  const lo = hashKey(it, key, 'dict key');
  const ix = lookup(it, d, key, lo, it.hashHigh);
  return ix < 0 ? 0 : it.i32[valueWord(it, d, ix)]!;
}

/// The value of an exact str, borrowed, or 0. Runs no guest code if all keys of the dict are str.
export function dictGetItemKnownStr(it: Interp, d: Ptr, key: Ptr): Ptr {
  const lo = strHash(it, key);
  const ix = lookup(it, d, key, lo, it.hashHigh);
  return ix < 0 ? 0 : it.i32[valueWord(it, d, ix)]!;
}

export function dictContains(it: Interp, d: Ptr, key: Ptr): boolean {
  return dictGetItem(it, d, key) !== 0;
}

/// _PyDict_Contains_KnownHash
export function dictContainsKnownHash(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number): boolean {
  return lookup(it, d, key, lo, hi) >= 0;
}

/// d[key] = value; both are borrowed (PyDict_SetItem).
export function dictSetItem(it: Interp, d: Ptr, key: Ptr, value: Ptr): void {
  if (it.i32[key + 3] === it.types.int.index) {
    const lo = intHash(it, key);
    const hi = it.hashHigh;
    const ix = it.i32[d + 4] === 0 && it.i32[d + 8] === it.singletons.emptyDictKeys ? EMPTY : lookup(it, d, key, lo, hi);
    it.incref(key);
    it.incref(value);
    if (ix === EMPTY) insertNew(it, d, key, lo, hi, value);
    else storeValue(it, d, ix, key, value);
  } else {
    dictSetItemTaking(it, d, it.newRef(key), it.newRef(value));
  }
}

/// The same; takes over both references (_PyDict_SetItem_Take2).
export function dictSetItemTaking(it: Interp, d: Ptr, key: Ptr, value: Ptr): void {
  if (it.i32[key + 3] === it.types.str.index) {
    const lo = strHash(it, key);
    insertStr(it, d, key, lo, it.hashHigh, value);
  } else {
    it.own(key);
    it.own(value);
    const lo = hashKey(it, key, 'dict key');
    insertHeld(it, d, key, lo, it.hashHigh, value);
  }
}

/// The same with a known hash (_PyDict_SetItem_KnownHash).
export function dictSetItemKnownHash(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number, value: Ptr): void {
  it.incref(key);
  it.incref(value);
  if (it.i32[key + 3] === it.types.str.index) {
    insertStr(it, d, key, lo, hi, value);
  } else {
    it.own(key);
    it.own(value);
    insertHeld(it, d, key, lo, hi, value);
  }
}

/// Inserts an exact str; takes over both references.
function insertStr(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number, value: Ptr): void {
  const k = it.i32[d + 8]!;
  if (it.i32[d + 10] !== 0) {
    const ix = insertSplitKey(it, k, key, lo, hi);
    if (ix !== EMPTY) {
      storeValue(it, d, ix, key, value);
      return;
    }
  }
  if (it.i32[k + 5] === UNICODE_ENTRY) {
    const ix = lookupUnicode(it, k, key, lo, hi);
    if (ix === EMPTY) insertNew(it, d, key, lo, hi, value);
    else storeValue(it, d, ix, key, value);
  } else {
    it.own(key);
    it.own(value);
    insertHeld(it, d, key, lo, hi, value);
  }
}

/// Inserts what the last two held references are, and takes them over (insertdict).
function insertHeld(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number, value: Ptr): void {
  if (it.profile.generalizesKeysFirst) generalizeKeys(it, d, key);
  const ix = lookup(it, d, key, lo, hi);
  it.held.pop();
  it.held.pop();
  // Only an exact str may use what a split table shares.
  if (ix < 0 || it.i32[valueWord(it, d, ix)] === 0) insertNew(it, d, key, lo, hi, value);
  else storeValue(it, d, ix, key, value);
}

/// A table of str keys takes another key only as a general table.
function generalizeKeys(it: Interp, d: Ptr, key: Ptr): void {
  const k = it.i32[d + 8]!;
  if (it.i32[key + 3] !== it.types.str.index && isUnicodeKeys(it, k) && k !== it.singletons.emptyDictKeys) insertionResize(it, d, false);
}

/// Replaces the value of entry `ix`; takes over both references.
function storeValue(it: Interp, d: Ptr, ix: number, key: Ptr, value: Ptr): void {
  maintainTracking(it, d, key, value);
  const word = valueWord(it, d, ix);
  const old = it.i32[word]!;
  it.i32[word] = value;
  if (it.recording) touchDict(it, d, ix);
  // The caller holds the key: this never frees it.
  it.decref(key);
  if (old === 0) {
    addToInsertionOrder(it, it.i32[d + 10]!, ix);
    it.i32[d + 4] = it.i32[d + 4]! + 1;
  } else {
    it.decref(old);
  }
}

/// Appends a key that is not in the dict; takes over both references (insert_combined_dict).
function insertNew(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number, value: Ptr): void {
  const i32 = it.i32;
  maintainTracking(it, d, key, value);
  if (i32[d + 8] === it.singletons.emptyDictKeys) i32[d + 8] = newKeys(it, LOG_MINSIZE, i32[key + 3] === it.types.str.index);
  else generalizeKeys(it, d, key);
  if (i32[d + 10] !== 0 || keysUsable(it, i32[d + 8]!) <= 0) insertionResize(it, d, true);
  const ix = appendEntry(it, i32[d + 8]!, lo, hi, key, value);
  i32[d + 4] = i32[d + 4]! + 1;
  if (it.recording) touchDict(it, d, ix);
}

/// Index of an exact str in a table of shared keys, added if there is room; else EMPTY (insert_split_key).
export function insertSplitKey(it: Interp, k: Ptr, key: Ptr, lo: number, hi: number): number {
  const ix = lookupUnicode(it, k, key, lo, hi);
  if (ix !== EMPTY || keysUsable(it, k) <= 0) return ix;
  it.incref(key);
  return appendEntry(it, k, lo, hi, key, 0);
}

function insertionResize(it: Interp, d: Ptr, unicode: boolean): void {
  dictResize(it, d, log2KeysSize(it, it.i32[d + 4]! * 3), unicode);
}

/// Moves the entries into a new table with 2**log2Size slots; a split table becomes a combined one (dictresize).
export function dictResize(it: Interp, d: Ptr, log2Size: number, unicode: boolean): void {
  const i32 = it.i32;
  const old = i32[d + 8]!;
  const values = i32[d + 10]!;
  const used = i32[d + 4]!;
  if (it.recording) it.tellEntry(d, -1);
  const k = newKeys(it, log2Size, unicode && isUnicodeKeys(it, old));
  if (values !== 0) {
    for (let n = 0; n < used; n++) {
      const ix = indexFromOrder(it, values, n);
      const e = entryAt(it, old, ix);
      const lo = entryHash(it, old, e);
      appendEntry(it, k, lo, it.hashHigh, it.newRef(i32[e]!), i32[valueAt(values, ix)]!);
    }
    i32[d + 10] = 0;
    i32[d + 11] = 0;
    if (areEmbedded(it, values)) setInvalid(it, values);
    else it.memory.free(valuesBlock(it, values));
    i32[d + 8] = k;
    decrefKeys(it, old);
    return;
  }
  const stride = i32[old + 5]!;
  for (let e = i32[old + 7]!, n = 0; n < used; e += stride) {
    const key = i32[e]!;
    if (key === 0) continue;
    const lo = entryHash(it, old, e);
    appendEntry(it, k, lo, it.hashHigh, key, i32[e + 2]!);
    n++;
  }
  i32[d + 8] = k;
  if (old !== it.singletons.emptyDictKeys) freeKeys(it, old);
}

/// Deletes a key; false if it is not there.
export function dictDelItem(it: Interp, d: Ptr, key: Ptr): boolean {
  const lo = hashKey(it, key, 'dict key');
  const value = dictPopKnownHash(it, d, key, lo, it.hashHigh);
  if (value === 0) return false;
  it.decref(value);
  return true;
}

/// Deletes a key and returns its value as a new reference, or 0 if it is not there. An empty dict does not ask for the hash
/// (PyDict_Pop).
export function dictPop(it: Interp, d: Ptr, key: Ptr): Ptr {
  if (dictSize(it, d) === 0) return 0;
  const lo = hashKey(it, key, 'dict key');
  return dictPopKnownHash(it, d, key, lo, it.hashHigh);
}

/// The same with a known hash (_PyDict_Pop_KnownHash).
export function dictPopKnownHash(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number): Ptr {
  const i32 = it.i32;
  const ix = lookup(it, d, key, lo, hi);
  if (ix < 0) return 0;
  const word = valueWord(it, d, ix);
  const value = i32[word]!;
  if (value === 0) return 0;
  i32[d + 4] = i32[d + 4]! - 1;
  i32[word] = 0;
  if (it.recording) touchDict(it, d, ix);
  const values = i32[d + 10]!;
  if (values !== 0) {
    deleteFromInsertionOrder(it, values, ix);
  } else {
    const k = i32[d + 8]!;
    deleteIndex(it, k, lo, hi, ix);
    const e = entryAt(it, k, ix);
    const stored = i32[e]!;
    i32[e] = 0;
    it.own(value);
    it.decref(stored);
    it.take();
  }
  return value;
}

/// The value of a key, borrowed; inserts `fallback` if the key is not there (PyDict_SetDefault).
export function dictSetDefault(it: Interp, d: Ptr, key: Ptr, fallback: Ptr): Ptr {
  const lo = hashKey(it, key, 'dict key');
  const hi = it.hashHigh;
  const isStr = it.i32[key + 3] === it.types.str.index;
  if (it.profile.generalizesKeysFirst) generalizeKeys(it, d, key);
  const ix = lookup(it, d, key, lo, hi);
  const value = ix < 0 ? 0 : it.i32[valueWord(it, d, ix)]!;
  if (value !== 0) return value;
  it.incref(key);
  it.incref(fallback);
  if (isStr) {
    insertStr(it, d, key, lo, hi, fallback);
  } else {
    insertNew(it, d, key, lo, hi, fallback);
  }
  return fallback;
}

/// Empties the dict: keys and values go entry by entry, in order of insertion (PyDict_Clear).
export function dictClear(it: Interp, d: Ptr): void {
  const i32 = it.i32;
  const k = i32[d + 8]!;
  const values = i32[d + 10]!;
  if (k === it.singletons.emptyDictKeys) return;
  if (it.recording) touchDict(it, d, -1);
  if (values !== 0 && areEmbedded(it, values)) {
    clearInsertionOrder(it, values);
    i32[d + 4] = 0;
    clearValues(it, values, k);
    return;
  }
  i32[d + 4] = 0;
  i32[d + 8] = it.singletons.emptyDictKeys;
  i32[d + 10] = 0;
  if (values !== 0) {
    clearValues(it, values, k);
    it.memory.free(valuesBlock(it, values));
  }
  decrefKeys(it, k);
}

/// Sets all values, whose keys are in the table k, to NULL and drops them in the order of their indices.
export function clearValues(it: Interp, v: Ptr, k: Ptr): void {
  dropEach(it, v + 2, v + 2 + 2 * it.i32[k + 6]!, 2);
}

/// The entry that dictNext found; borrowed.
export const entry = { key: 0, value: 0, hash: 0, hashHigh: 0 };

/// Puts the first entry at or after position `pos` into `entry` and returns the position to go on from;
/// -1 at the end (PyDict_Next). Start with 0.
export function dictNext(it: Interp, d: Ptr, pos: number): number {
  const i32 = it.i32;
  const k = i32[d + 8]!;
  const values = i32[d + 10]!;
  let e: Ptr;
  let word: Ptr;
  if (values !== 0) {
    if (pos >= i32[d + 4]!) return -1;
    const ix = indexFromOrder(it, values, pos);
    e = entryAt(it, k, ix);
    word = valueAt(values, ix);
  } else {
    const n = i32[k + 6]!;
    const stride = i32[k + 5]!;
    e = i32[k + 7]! + stride * pos;
    while (pos < n && i32[e] === 0) {
      pos++;
      e += stride;
    }
    if (pos >= n) return -1;
    word = e + 2;
  }
  entry.key = i32[e]!;
  entry.value = i32[word]!;
  entry.hash = entryHash(it, k, e);
  entry.hashHigh = it.hashHigh;
  return pos + 1;
}

/// Calls `visit` with each key, which is held meanwhile, and the hash that the dict knows.
export function forEachDictKey(it: Interp, d: Ptr, visit: (key: Ptr, lo: number, hi: number) => void): void {
  for (let pos = dictNext(it, d, 0); pos !== -1; pos = dictNext(it, d, pos)) {
    const { key, hash, hashHigh } = entry;
    it.own(it.newRef(key));
    visit(key, hash, hashHigh);
    it.drop();
  }
}

/// Deletes the entry inserted last; it is left in `entry`, whose references the caller then owns.
/// False if the dict is empty (dict_popitem_impl).
export function dictPopItem(it: Interp, d: Ptr): boolean {
  const i32 = it.i32;
  if (i32[d + 4] === 0) return false;
  if (i32[d + 10] !== 0) dictResize(it, d, i32[i32[d + 8]! + 2]! & 0xff, true);
  const k = i32[d + 8]!;
  let ix = i32[k + 6]! - 1;
  while (i32[entryAt(it, k, ix)] === 0) ix--;
  const e = entryAt(it, k, ix);
  entry.key = i32[e]!;
  entry.value = i32[e + 2]!;
  const lo = entryHash(it, k, e);
  deleteIndex(it, k, lo, it.hashHigh, ix);
  i32[e] = 0;
  i32[e + 2] = 0;
  i32[k + 6] = ix;
  i32[d + 4] = i32[d + 4]! - 1;
  if (it.recording) touchDict(it, d, ix);
  return true;
}

/// Raises KeyError with the key as its argument (_PyErr_SetKeyError).
export function raiseKeyError(it: Interp, key: Ptr): never {
  it.throwException(call(it, it.types.KeyError.ptr, [key]));
}

/// An untracked dict stays so while it holds only atoms; from 3.14 dicts stay tracked (_PyDict_MaybeUntrack).
export function dictHoldsContainers(it: Interp, d: Ptr): boolean {
  for (let pos = dictNext(it, d, 0); pos !== -1; pos = dictNext(it, d, pos)) {
    if (mayBeTracked(it, entry.value) || mayBeTracked(it, entry.key)) return true;
  }
  return false;
}
