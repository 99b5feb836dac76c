/// Where instances of classes keep their attributes: values within the instance, with keys shared by the class,
/// and the dict that appears once somebody asks for `__dict__`. CPython 3.14 Objects/dictobject.c
///
/// Before the instance lie the weakref list (p - 8) and the managed dict (p - 6; 0 = not materialised). Classes
/// whose instances have no variable part keep a PyDictValues (see dictvalues) after the type's basicsize.
/// NOT-CPYTHON: 3.11 and 3.12 had the values in a block of their own; all profiles have 3.13's layout.
import { track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { decrefKeys, entryAt, increfKeys, KeysKind, keysEntries, keysUsable, lookupUnicode, newKeys } from './dictkeys';
import {
  allocDict, clearValues, dictDelItem, dictGetItem, dictNext, dictSetItem, entry, insertSplitKey, maintainTracking, mayBeTracked, newDictWithSharedKeys
} from './dictobject';
import {
  addToInsertionOrder, areValid, copyValues, deleteFromInsertionOrder, indexFromOrder, inlineValuesHeader, setInvalid, sharedKeysCapacity, valueAt,
  valuesBytes, valuesCapacity
} from './dictvalues';
import type { Interp } from './interp';
import { intern, isStrExact, strHash } from './str';
import type { TypeObject, Visitor } from './typeobject';

const SHARED_KEYS_MAX_SIZE = 30;
const LOG2_SHARED_KEYS = 6;
const MANAGED_DICT = -6;

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

/// Sets up the inline values, which are zeroed, of a new instance; later instances of the class get room for one key less, as long
/// as nobody uses it (_PyObject_InitInlineValues).
export function initInlineValues(it: Interp, p: Ptr, type: TypeObject): void {
  const k = type.cachedKeys;
  if (keysUsable(it, k) > 1) it.i32[k + 4] = it.i32[k + 4]! - 1;
  it.i32[p + (type.basicsize >> 2)] = inlineValuesHeader(sharedKeysCapacity(it, k));
}

/// The instance's inline values if they are in use, else 0.
function liveValues(it: Interp, p: Ptr, type: TypeObject): Ptr {
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
  const dict = v !== 0 ? getManagedDict(it, p) : it.i32[p + MANAGED_DICT]!;
  return dict === 0 ? 0 : dictGetItem(it, dict, name);
}

/// Sets an attribute of the instance (value borrowed), or deletes it (value 0); false if there was none to delete
/// (_PyObject_StoreInstanceAttribute).
export function instanceSetAttr(it: Interp, p: Ptr, name: Ptr, value: Ptr): boolean {
  const type = it.typeOf(p);
  const v = liveValues(it, p, type);
  if (v === 0) return storeInDict(it, getManagedDict(it, p), name, value);
  const k = type.cachedKeys;
  let ix = -1;
  if (isStrExact(it, name)) {
    const lo = strHash(it, name);
    ix = insertSplitKey(it, k, name, lo, it.hashHigh);
  }
  if (ix < 0) {
    const dict = it.i32[p + MANAGED_DICT]!;
    if (dict === 0 && value === 0) return false;
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
  dict = v !== 0 ? dictAroundValues(it, p, type.cachedKeys, v) : newDictWithSharedKeys(it, type.cachedKeys);
  it.i32[p + MANAGED_DICT] = dict;
  if (it.recording) it.touch(p);
  return dict;
}

/// CPython 3.14 make_dict_from_instance_attributes
function dictAroundValues(it: Interp, p: Ptr, k: Ptr, v: Ptr): Ptr {
  let used = 0;
  let tracked = false;
  for (let n = valuesCapacity(it, v), word = v + 2; n > 0; n--, word += 2) {
    const value = it.i32[word]!;
    if (value === 0) continue;
    used++;
    tracked ||= mayBeTracked(it, value);
  }
  increfKeys(it, k);
  const dict = allocDict(it, it.types.dict, k, v, used);
  it.i32[dict + 11] = p;
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
  for (let n = 0; n < it.u8[v * 4 + 1]!; n++) {
    const ix = indexFromOrder(it, v, n);
    visit(it.i32[entryAt(it, type.cachedKeys, ix)]!, it.i32[valueAt(v, ix)]!);
  }
}

/// The names that have a place in the inline values of the type's instances, borrowed, in the order of the places.
export function attributePlaces(it: Interp, { hasInlineValues, cachedKeys }: TypeObject): Ptr[] {
  return hasInlineValues && cachedKeys !== 0 ? Array.from({ length: keysEntries(it, cachedKeys) }, (_, ix) => it.i32[entryAt(it, cachedKeys, ix)]!) : [];
}

/// The instance's `__dict__`, borrowed, without making one: 0 = not materialised.
export function managedDictOrNull(it: Interp, p: Ptr): Ptr {
  return it.i32[p + MANAGED_DICT]!;
}

/// Replaces `__dict__` (dict borrowed; 0 = none). A dict that lay around the inline values gets them as its own
/// (_PyObject_SetManagedDict).
export function setManagedDict(it: Interp, p: Ptr, dict: Ptr): void {
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
    clearValues(it, v);
  }
}

/// Before the instance gets another class: its attributes move to a dict of their own, as the inline values belong to the
/// keys of this class (CPython 3.14 Objects/typeobject.c object_set_class_world_stopped).
export function leaveInlineValues(it: Interp, p: Ptr): void {
  const v = liveValues(it, p, it.typeOf(p));
  if (v !== 0) detach(it, getManagedDict(it, p), v);
}

/// Gives the dict a copy of the inline values; without memory for it, the dict loses them
/// (_PyDict_DetachFromObject).
function detach(it: Interp, dict: Ptr, v: Ptr): void {
  const copy = copyValues(it, v);
  setInvalid(it, v);
  it.i32[dict + 11] = 0;
  if (copy !== 0) {
    it.i32[dict + 10] = copy;
    return;
  }
  const k = it.i32[dict + 8]!;
  it.i32[dict + 4] = 0;
  it.i32[dict + 8] = it.singletons.emptyDictKeys;
  it.i32[dict + 10] = 0;
  decrefKeys(it, k);
  clearValues(it, v);
}

/// Drops the attributes: inline values in the order of their index in the shared keys (PyObject_ClearManagedDict).
export function clearManagedDict(it: Interp, p: Ptr): void {
  setManagedDict(it, p, 0);
}

/// What the collector sees of the attributes (PyObject_VisitManagedDict): the inline values, or the dict that was
/// made around them.
export function traverseManagedDict(it: Interp, p: Ptr, visitor: Visitor): void {
  const dict = it.i32[p + MANAGED_DICT]!;
  const v = dict !== 0 ? 0 : liveValues(it, p, it.typeOf(p));
  if (v !== 0) {
    for (let n = valuesCapacity(it, v), word = v + 2; n > 0; n--, word += 2) {
      if (it.i32[word] !== 0) visitor.visit(it.i32[word]!);
    }
  } else if (dict !== 0) {
    visitor.visit(dict);
  }
}
