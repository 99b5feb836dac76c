/// Where instances of classes keep their attributes: values within the instance, with keys shared by the class,
/// and the dict that appears once somebody asks for `__dict__`. CPython 3.14 Objects/dictobject.c
///
/// Before the instance lie the weakref list (p - 8) and the managed dict (p - 6; 0 = not materialised). Classes
/// whose instances have no variable part keep a PyDictValues (see dictvalues) after the type's basicsize.
/// In 3.11 the values are a block of their own, to which p - 8 leads until the dict takes it over: an instance has either
/// values or a dict (CPython 3.11 Include/internal/pycore_object.h _PyObject_ValuesPointer).
import { track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { decrefKeys, entryAt, increfKeys, KeysKind, keysEntries, keysUsable, lookupUnicode, newKeys } from './dictkeys';
import {
  allocDict, clearValues, dictDelItem, dictGetItem, dictNext, dictSetItem, entry, insertSplitKey, maintainTracking, mayBeTracked, newDict,
  newDictWithSharedKeys
} from './dictobject';
import {
  addToInsertionOrder, areApart, areValid, clearInsertionOrder, copyValues, deleteFromInsertionOrder, indexFromOrder, inlineValuesHeader, newValues,
  setInvalid, sharedKeysCapacity, valueAt, valuesBlock, valuesBytes, valuesSize
} from './dictvalues';
import type { Interp } from './interp';
import { intern, isStrExact, strHash } from './str';
import type { TypeObject, Visitor } from './typeobject';

const SHARED_KEYS_MAX_SIZE = 30;
const LOG2_SHARED_KEYS = 6;
export const MANAGED_DICT = -6;
/// 3.11's pointer to the values.
const VALUES = -8;

/// A table of shared keys for a class, with the names that the compiler saw assigned to `self` (3.13's
/// `__static_attributes__`) in it already (_PyDict_NewKeysForClass).
export function newKeysForClass(it: Interp, staticAttributes: readonly string[]): Ptr {
  const k = newKeys(it, LOG2_SHARED_KEYS, true);
  it.u8[k * 4 + 10] = KeysKind.SPLIT;
  it.i32[k + 4] = SHARED_KEYS_MAX_SIZE;
  for (const text of staticAttributes) {
    const name = intern(it, text);
    const lo = strHash(it, name);
    insertSplitKey(it, k, name, lo, it.hashHigh);
    it.decref(name);
  }
  return k;
}

/// Bytes of the inline values that the next instance of the type gets (_PyInlineValuesSize).
export function inlineValuesSize(it: Interp, type: TypeObject): number {
  return valuesBytes(sharedKeysCapacity(it, type.cachedKeys));
}

/// Later instances of the class get room for one key less, as long as nobody uses it.
function takeRoom(it: Interp, k: Ptr): void {
  if (keysUsable(it, k) > 1) it.i32[k + 4] = it.i32[k + 4]! - 1;
}

/// Sets up the inline values, which are zeroed, of a new instance (_PyObject_InitInlineValues).
export function initInlineValues(it: Interp, p: Ptr, type: TypeObject): void {
  takeRoom(it, type.cachedKeys);
  it.i32[p + (type.basicsize >> 2)] = inlineValuesHeader(sharedKeysCapacity(it, type.cachedKeys));
}

/// Gives an instance that object.__new__ made its block of values. CPython 3.11 Objects/dictobject.c init_inline_values
export function initValuesApart(it: Interp, p: Ptr, type: TypeObject): void {
  takeRoom(it, type.cachedKeys);
  it.own(p);
  it.i32[p + VALUES] = newValues(it, sharedKeysCapacity(it, type.cachedKeys)) || it.noMemory();
  it.take();
}

/// The values of an instance with a managed dict if they are in use, else 0.
export function liveValues(it: Interp, p: Ptr, type: TypeObject): Ptr {
  if (areApart(it)) return it.i32[p + VALUES]!;
  if (!type.hasInlineValues) return 0;
  const v = p + (type.basicsize >> 2);
  return areValid(it, v) ? v : 0;
}

/// An attribute of the instance, borrowed, or 0.
export function instanceGetAttr(it: Interp, p: Ptr, name: Ptr): Ptr {
  const type = it.typeOf(p);
  const v = liveValues(it, p, type);
  if (v !== 0 && isStrExact(it, name)) {
    const lo = strHash(it, name);
    const ix = lookupUnicode(it, type.cachedKeys, name, lo, it.hashHigh);
    return ix < 0 ? 0 : it.i32[valueAt(v, ix)]!;
  }
  const dict = v !== 0 ? getManagedDict(it, p) : managedDictOrNull(it, p) || dictForLookup(it, p, type);
  return dict === 0 ? 0 : dictGetItem(it, dict, name);
}

/// Sets an attribute of the instance (value borrowed), or deletes it (value 0); false if there was none to delete
/// (_PyObject_StoreInstanceAttribute).
export function instanceSetAttr(it: Interp, p: Ptr, name: Ptr, value: Ptr): boolean {
  const type = it.typeOf(p);
  const v = liveValues(it, p, type);
  if (v === 0) return storeInDict(it, managedDictOrNull(it, p) || newSharingDict(it, p), name, value);
  const k = type.cachedKeys;
  let ix = -1;
  if (isStrExact(it, name)) {
    const lo = strHash(it, name);
    ix = insertSplitKey(it, k, name, lo, it.hashHigh);
  }
  if (ix < 0) {
    if (value === 0 && managedDictOrNull(it, p) === 0 && !areApart(it)) return false;
    return storeInDict(it, getManagedDict(it, p), name, value);
  }
  const word = valueAt(v, ix);
  const old = it.i32[word]!;
  if (old === 0 && value === 0) return false;
  if (value !== 0) it.incref(value);
  it.i32[word] = value;
  const dict = it.i32[p + MANAGED_DICT]!;
  if (it.recording) {
    it.touch(p);
    if (dict !== 0) it.touch(dict);
  }
  if (dict !== 0 && value !== 0) maintainTracking(it, dict, name, value);
  if (old === 0) {
    addToInsertionOrder(it, v, ix);
    if (dict !== 0) it.i32[dict + 4] = it.i32[dict + 4]! + 1;
    return true;
  }
  if (value === 0) {
    deleteFromInsertionOrder(it, v, ix);
    if (dict !== 0) it.i32[dict + 4] = it.i32[dict + 4]! - 1;
  }
  it.decref(old);
  return true;
}

function storeInDict(it: Interp, dict: Ptr, name: Ptr, value: Ptr): boolean {
  if (value === 0) return dictDelItem(it, dict, name);
  dictSetItem(it, dict, name, value);
  return true;
}

/// The instance's `__dict__`, borrowed; made now if it was not there yet, around the inline values if they are in
/// use (PyObject_GenericGetDict, _PyObject_MaterializeManagedDict).
export function getManagedDict(it: Interp, p: Ptr): Ptr {
  let dict = it.i32[p + MANAGED_DICT]!;
  if (dict !== 0) return dict;
  const type = it.typeOf(p);
  const v = liveValues(it, p, type);
  if (v === 0 && !areApart(it)) return newSharingDict(it, p);
  dict = v !== 0 ? dictAroundValues(it, p, type.cachedKeys, v) : newDict(it);
  if (areApart(it)) it.i32[p + VALUES] = 0;
  it.i32[p + MANAGED_DICT] = dict;
  if (it.recording) it.touch(p);
  return dict;
}

/// The dict that looking something up gives an instance whose inline values are gone: one of its own
/// (_PyObject_MaterializeManagedDict); 0 = none.
function dictForLookup(it: Interp, p: Ptr, type: TypeObject): Ptr {
  if (!type.hasInlineValues) return 0;
  const dict = newDict(it);
  it.i32[p + MANAGED_DICT] = dict;
  if (it.recording) it.touch(p);
  return dict;
}

/// A first dict for an instance that has no values.
function newSharingDict(it: Interp, p: Ptr): Ptr {
  const dict = newDictWithSharedKeys(it, it.typeOf(p).cachedKeys);
  it.i32[p + MANAGED_DICT] = dict;
  if (it.recording) it.touch(p);
  return dict;
}

/// CPython 3.14 make_dict_from_instance_attributes
function dictAroundValues(it: Interp, p: Ptr, k: Ptr, v: Ptr): Ptr {
  let used = 0;
  let tracked = false;
  for (let n = keysEntries(it, k), word = v + 2; n > 0; n--, word += 2) {
    const value = it.i32[word]!;
    if (value === 0) continue;
    used++;
    tracked ||= mayBeTracked(it, value);
  }
  increfKeys(it, k);
  const dict = allocDict(it, it.types.dict, k, v, used);
  if (!areApart(it)) it.i32[dict + 11] = p;
  if (tracked && !it.profile.tracksEmptyDict) track(it.i32, dict);
  return dict;
}

/// Calls `visit` with each attribute, in order of insertion, without making a dict; borrowed.
export function visitAttributes(it: Interp, p: Ptr, visit: (name: Ptr, value: Ptr) => void): void {
  const type = it.typeOf(p);
  const v = liveValues(it, p, type);
  const dict = it.i32[p + MANAGED_DICT]!;
  if (v === 0) {
    if (dict === 0) return;
    for (let at = dictNext(it, dict, 0); at >= 0; at = dictNext(it, dict, at)) visit(entry.key, entry.value);
    return;
  }
  for (let n = 0; n < valuesSize(it, v); n++) {
    const ix = indexFromOrder(it, v, n);
    visit(it.i32[entryAt(it, type.cachedKeys, ix)]!, it.i32[valueAt(v, ix)]!);
  }
}

/// The names that have a place in the values of the type's instances, borrowed, in the order of the places.
export function attributePlaces(it: Interp, { hasInlineValues, cachedKeys }: TypeObject): Ptr[] {
  return (hasInlineValues || areApart(it)) && cachedKeys !== 0 ? Array.from({ length: keysEntries(it, cachedKeys) }, (_, ix) => it.i32[entryAt(it, cachedKeys, ix)]!) : [];
}

/// The instance's `__dict__`, borrowed, without making one: 0 = not materialised.
export function managedDictOrNull(it: Interp, p: Ptr): Ptr {
  return it.i32[p + MANAGED_DICT]!;
}

/// Replaces `__dict__` (dict borrowed; 0 = none). A dict that lay around the inline values gets them as its own
/// (_PyObject_SetManagedDict).
export function setManagedDict(it: Interp, p: Ptr, dict: Ptr): void {
  if (areApart(it) && it.i32[p + VALUES] !== 0) getManagedDict(it, p);
  const old = it.i32[p + MANAGED_DICT]!;
  if (dict !== 0) it.incref(dict);
  it.i32[p + MANAGED_DICT] = dict;
  if (it.recording) it.touch(p);
  const v = liveValues(it, p, it.typeOf(p));
  if (old !== 0) {
    if (v !== 0) detach(it, old, v);
    it.decref(old);
  } else if (v !== 0) {
    setInvalid(it, v);
    clearValues(it, v, it.typeOf(p).cachedKeys);
  }
}

/// Before the instance gets another class: its attributes move to a dict of their own, as the inline values belong to the
/// keys of this class (CPython 3.14 Objects/typeobject.c object_set_class_world_stopped).
export function leaveInlineValues(it: Interp, p: Ptr): void {
  const v = liveValues(it, p, it.typeOf(p));
  if (v === 0) return;
  const dict = getManagedDict(it, p);
  if (!areApart(it)) detach(it, dict, v);
}

/// Gives the dict a copy of the inline values; without memory for it, the dict loses them
/// (_PyDict_DetachFromObject).
function detach(it: Interp, dict: Ptr, v: Ptr): void {
  const k = it.i32[dict + 8]!;
  const copy = copyValues(it, v, k);
  setInvalid(it, v);
  it.i32[dict + 11] = 0;
  if (copy !== 0) {
    it.i32[dict + 10] = copy;
    return;
  }
  it.i32[dict + 4] = 0;
  it.i32[dict + 8] = it.singletons.emptyDictKeys;
  it.i32[dict + 10] = 0;
  clearValues(it, v, k);
  decrefKeys(it, k);
}

/// Drops the attributes for the collector: inline values in the order of their index in the shared keys
/// (PyObject_ClearManagedDict). NOT-CPYTHON: 3.11 leaves the order of insertion of values that it clears as it was.
export function clearManagedDict(it: Interp, p: Ptr): void {
  const v = areApart(it) ? it.i32[p + VALUES]! : 0;
  if (v === 0) {
    setManagedDict(it, p, 0);
    return;
  }
  clearInsertionOrder(it, v);
  if (it.recording) it.touch(p);
  clearValues(it, v, it.typeOf(p).cachedKeys);
}

/// Drops the attributes of an instance that dies, and in 3.11 the block of its values (3.11 _PyObject_FreeInstanceAttributes).
export function freeManagedDict(it: Interp, p: Ptr): void {
  const v = areApart(it) ? it.i32[p + VALUES]! : 0;
  if (v === 0) {
    setManagedDict(it, p, 0);
    return;
  }
  it.i32[p + VALUES] = 0;
  clearValues(it, v, it.typeOf(p).cachedKeys);
  it.memory.free(valuesBlock(it, v));
}

/// What the collector sees of the attributes (PyObject_VisitManagedDict): the inline values, or the dict that was
/// made around them.
export function traverseManagedDict(it: Interp, p: Ptr, visitor: Visitor, type: TypeObject): void {
  const { i32 } = it;
  const dict = i32[p + MANAGED_DICT]!;
  const v = dict !== 0 ? 0 : liveValues(it, p, type);
  if (v !== 0) {
    for (let n = keysEntries(it, type.cachedKeys), word = v + 2; n > 0; n--, word += 2) {
      const value = i32[word]!;
      if (value !== 0) visitor.visit(value);
    }
  } else if (dict !== 0) {
    visitor.visit(dict);
  }
}
