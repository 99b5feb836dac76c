/// Copying dicts and merging things into them. CPython 3.14 Objects/dictobject.c
import { isTracked, track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { callMethod, getItem, getIter, getOptionalAttr, iterNext } from './abstract';
import {
  decrefKeys, entryWords, increfKeys, isUnicodeKeys, keysEntries, keysSize, log2SizeForEntries, LOG_MINSIZE, newKeys, usableFraction
} from './dictkeys';
import {
  allocDict, dictContains, dictNext, dictResize, dictSetItem, dictSetItemKnownHash, entry, isDict, newDict, raiseKeyError, touchDict
} from './dictobject';
import { areApart, copyValues, valuesBlock } from './dictvalues';
import { addNote } from './exceptionattrs';
import type { Interp } from './interp';
import { isList, listFromIterable, listGet, listSize } from './list';
import { sequenceFast } from './sequencefast';
import { tupleGet, tupleSize } from './tuple';

/// What to do about a key that is there already: keep its value, replace it, or raise KeyError.
export const Override = { KEEP: 0, REPLACE: 1, RAISE: 2 } as const;

/// A new dict with the same entries (PyDict_Copy).
export function dictCopy(it: Interp, d: Ptr): Ptr {
  const i32 = it.i32;
  const used = i32[d + 4]!;
  if (used === 0) return newDict(it);
  const k = i32[d + 8]!;
  const values = i32[d + 10]!;
  if (values !== 0) {
    const copy = copyValues(it, values, k) || it.noMemory();
    for (let n = keysEntries(it, k), word = copy + 2; n > 0; n--, word += 2) if (i32[word] !== 0) it.incref(i32[word]!);
    increfKeys(it, k);
    return trackLike(it, allocDict(it, it.types.dict, k, copy, used), d);
  }
  if (iteratesAsDict(it, d) && used >= Math.floor(keysEntries(it, k) * 2 / 3)) {
    return trackLike(it, allocDict(it, it.types.dict, cloneKeys(it, k), 0, used), d);
  }
  const copy = it.own(newDict(it));
  dictMerge(it, copy, d, Override.REPLACE);
  return it.take();
}

function trackLike(it: Interp, copy: Ptr, d: Ptr): Ptr {
  if (!isTracked(it.i32, copy) && isTracked(it.i32, d)) track(it.i32, copy);
  return copy;
}

/// Whether iterating over the dict goes through its entries, not through a subclass's `__iter__`.
function iteratesAsDict(it: Interp, d: Ptr): boolean {
  return it.typeOf(d).slots.iter === it.types.dict.slots.iter;
}

/// A copy of a table, unused entries and all, and never from the free list (clone_combined_dict_keys).
function cloneKeys(it: Interp, k: Ptr): Ptr {
  const i32 = it.i32;
  const copy = newKeys(it, it.u8[k * 4 + 8]!, isUnicodeKeys(it, k), false);
  const stride = entryWords(it, k);
  const first = i32[copy + 7]!;
  const words = first - copy + stride * usableFraction(keysSize(it, k)) - (stride === 6 ? 2 : 0);
  i32.copyWithin(copy + 8, k + 8, k + words);
  i32[copy + 4] = i32[k + 4]!;
  i32[copy + 6] = i32[k + 6]!;
  for (let n = keysEntries(it, k), e = first; n > 0; n--, e += stride) {
    if (i32[e] === 0) continue;
    it.incref(i32[e]!);
    it.incref(i32[e + 2]!);
  }
  return copy;
}

/// Puts the entries of `other`, any mapping, into a dict (dict_merge).
export function dictMerge(it: Interp, d: Ptr, other: Ptr, override: number): void {
  if (!isDict(it, other) || !iteratesAsDict(it, other)) return mergeMapping(it, d, other, override);
  const i32 = it.i32;
  const used = i32[other + 4]!;
  if (other === d || used === 0) return;
  const k = i32[other + 8]!;
  if (i32[d + 4] === 0) {
    override = Override.REPLACE;
    const values = i32[d + 10]!;
    // Up to 3.11 also into a dict that shares its keys, whose values go.
    const isClean = (values === 0 || areApart(it)) && i32[other + 10] === 0 && used === keysEntries(it, k);
    if (isClean && (it.u8[k * 4 + 8] === LOG_MINSIZE || usableFraction(keysSize(it, k) / 2) < used)) {
      const clone = cloneKeys(it, k);
      decrefKeys(it, i32[d + 8]!);
      i32[d + 8] = clone;
      if (values !== 0) it.memory.free(valuesBlock(it, values));
      i32[d + 10] = 0;
      i32[d + 4] = used;
      if (it.recording) touchDict(it, d, -1);
      trackLike(it, d, other);
      return;
    }
  }
  const entries = keysEntries(it, k);
  if (usableFraction(keysSize(it, i32[d + 8]!)) < used) {
    dictResize(it, d, log2SizeForEntries(it, i32[d + 4]! + used), isUnicodeKeys(it, k));
  }
  for (let pos = dictNext(it, other, 0); pos !== -1; pos = dictNext(it, other, pos)) {
    const { key, value, hash, hashHigh } = entry;
    it.own(it.newRef(key));
    it.own(it.newRef(value));
    if (override === Override.REPLACE) dictSetItemKnownHash(it, d, key, hash, hashHigh, value);
    else if (!dictContains(it, d, key)) dictSetItemKnownHash(it, d, key, hash, hashHigh, value);
    else if (override === Override.RAISE) raiseKeyError(it, key);
    it.drop(2);
    const changed = it.profile.updateCountsItems ? used !== i32[other + 4] : entries !== keysEntries(it, i32[other + 8]!);
    if (changed) it.raise(it.types.RuntimeError, 'dict mutated during update');
  }
}

function mergeMapping(it: Interp, d: Ptr, other: Ptr, override: number): void {
  const keys = it.own(mappingKeys(it, other));
  for (let i = 0; i < listSize(it, keys); i++) {
    const key = it.own(it.newRef(listGet(it, keys, i)));
    if (override === Override.REPLACE || !dictContains(it, d, key)) {
      const value = it.own(getItem(it, other, key));
      dictSetItem(it, d, key, value);
      it.drop();
    } else if (override === Override.RAISE) {
      raiseKeyError(it, key);
    }
    it.drop();
  }
  it.drop();
}

/// The mapping's keys as a new list (PyMapping_Keys).
function mappingKeys(it: Interp, mapping: Ptr): Ptr {
  const keys = it.own(callMethod(it, mapping, 'keys'));
  const slots = it.typeOf(keys).slots;
  if (slots.iter === undefined && slots.sqItem === undefined) {
    it.typeError(`${it.typeOf(mapping).name}.keys() returned a non-iterable (type ${it.typeOf(keys).name})`);
  }
  const list = listFromIterable(it, keys);
  it.drop();
  return list;
}

/// Puts pairs into a dict (PyDict_MergeFromSeq2).
function dictMergePairs(it: Interp, d: Ptr, pairs: Ptr): void {
  const iterator = it.own(getIter(it, pairs));
  let i = 0;
  for (let item = iterNext(it, iterator); item !== 0; item = iterNext(it, iterator), i++) {
    it.own(item);
    const pair = it.own(pairFrom(it, item, i));
    const isPairList = isList(it, pair);
    const size = isPairList ? listSize(it, pair) : tupleSize(it, pair);
    if (size !== 2) it.valueError(`dictionary update sequence element #${i} has length ${size}; 2 is required`);
    const key = it.own(it.newRef(isPairList ? listGet(it, pair, 0) : tupleGet(it, pair, 0)));
    const value = it.own(it.newRef(isPairList ? listGet(it, pair, 1) : tupleGet(it, pair, 1)));
    dictSetItem(it, d, key, value);
    it.drop(4);
  }
  it.drop();
}

/// An element as a list or tuple. A TypeError on the way says which element it was.
function pairFrom(it: Interp, item: Ptr, i: number): Ptr {
  const mark = it.held.length;
  try {
    return sequenceFast(it, item, 'object is not iterable');
  } catch (error) {
    it.isGuestError(error);
    if (!it.typeOf(it.raised).isSubtypeOf(it.types.TypeError)) throw error;
    it.unwind(mark);
    const raised = it.fetchRaised();
    if (!it.profile.numbersUpdateElement) throwNoted(it, raised, i);
    it.decref(raised);
    it.typeError(`cannot convert dictionary update sequence element #${i} to a sequence`);
  }
}

function throwNoted(it: Interp, error: Ptr, i: number): never {
  addNote(it, error, `Cannot convert dictionary update sequence element #${i} to a sequence`);
  it.throwException(error);
}

/// Puts what `dict.update(arg)` takes into a dict: a dict, something with `keys`, or pairs (dict_update_arg).
export function dictUpdate(it: Interp, d: Ptr, arg: Ptr): void {
  if (it.typeOf(arg) === it.types.dict) return dictMerge(it, d, arg, Override.REPLACE);
  const keys = getOptionalAttr(it, arg, 'keys');
  if (keys === 0) return dictMergePairs(it, d, arg);
  it.decref(keys);
  dictMerge(it, d, arg, Override.REPLACE);
}

/// A new dict of keyword arguments: `args` ends with their values.
export function dictFromKeywords(it: Interp, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const d = it.own(newDict(it));
  setKeywords(it, d, args, kwnames);
  return it.take();
}

export function setKeywords(it: Interp, d: Ptr, args: readonly Ptr[], kwnames: Ptr): void {
  const n = tupleSize(it, kwnames);
  for (let i = 0; i < n; i++) dictSetItem(it, d, tupleGet(it, kwnames, i), args[args.length - n + i]!);
}
