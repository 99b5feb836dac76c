/// Inline caches: what an instruction found the last time (CPython 3.14 Python/specialize.c). An instruction has
/// CACHE_WORDS words in HostCode.cache; each use checks that what they say still holds, so nobody has to void them.
///
/// LOAD_GLOBAL: index of the name's entry in the globals; version of a keys table without the name; index of its
/// entry in the builtins (LOAD_GLOBAL_MODULE, LOAD_GLOBAL_BUILTIN).
/// STORE_NAME: index of the entry.
/// LOAD_ATTR, STORE_ATTR: version of the owner's type, 0 = nothing cached; kind; two words by kind, see Kind.
import type { Ptr } from '../memory/ram';
import { newBoundMethod } from '../objects/classobject';
import { slotOffset } from '../objects/descr';
import { EMPTY, UNICODE_ENTRY, lookupUnicode } from '../objects/dictkeys';
import { lookup } from '../objects/dictlookup';
import { maintainTracking, touchDict } from '../objects/dictobject';
import { addToInsertionOrder, areApart } from '../objects/dictvalues';
import { MANAGED_DICT } from '../objects/instanceattrs';
import { typeLookup } from '../objects/lookup';
import { genericGetAttr, genericSetAttr } from '../objects/object';
import { genericGetattro } from '../objects/slotdefs';
import { strHash } from '../objects/str';
import type { TypeObject } from '../objects/typeobject';
import type { Frame } from './frame';
import { loadGlobal } from './names';
import type { Vm } from './vm';

export const CACHE_WORDS = 4;

const VERSION = 0;
const KIND = 1;

/// Where the attribute is.
export const Kind = {
  /// LOAD_ATTR_INSTANCE_VALUE: words from the instance to its values; index of the value.
  VALUE: 1,
  /// LOAD_ATTR_SLOT: words from the instance to the reference.
  SLOT: 2,
  /// LOAD_ATTR_METHOD_WITH_VALUES: the function on the type; entries of the shared keys, none of which has the name.
  METHOD: 3,
  /// LOAD_ATTR_METHOD_NO_DICT: the function on the type.
  METHOD_NO_DICT: 4,
  /// As VALUE and METHOD where the values are a block of their own (3.11): the first word of VALUE_APART is 0.
  VALUE_APART: 5,
  METHOD_APART: 6,
  /// LOAD_ATTR_METHOD_LAZY_DICT: the function on the type; words from the instance to its dict, which is not made yet.
  METHOD_LAZY_DICT: 7,
  /// Added to those of methods: a bound method is made.
  BOUND: 8
} as const;

/// First word of a PyDictValues that is in use.
export const VALID = 0x1000000;

/// The value at index `ix` of a table of str keys if its key is the name; else 0.
export function hinted(i32: Int32Array, keys: Ptr, name: Ptr, ix: number): Ptr {
  if (i32[keys + 5] !== UNICODE_ENTRY || ix >= i32[keys + 6]!) return 0;
  const entry = i32[keys + 7]! + UNICODE_ENTRY * ix;
  return i32[entry] === name ? i32[entry + 2]! : 0;
}

/// A global or builtin name, borrowed. frame.sp and frame.ip are set.
export function loadGlobalCached(vm: Vm, frame: Frame, cache: Int32Array, at: number, name: Ptr): Ptr {
  const { i32 } = vm;
  const { globals, builtins } = frame;
  if (i32[globals + 10] === 0) {
    const keys = i32[globals + 8]!;
    const value = hinted(i32, keys, name, cache[at]!);
    if (value !== 0) return value;
    if (cache[at + 1] !== 0 && i32[keys + 3] === cache[at + 1]) {
      const builtin = hinted(i32, i32[builtins + 8]!, name, cache[at + 2]!);
      if (builtin !== 0) return builtin;
    }
  }
  return fillGlobal(vm, frame, cache, at, name);
}

function fillGlobal(vm: Vm, frame: Frame, cache: Int32Array, at: number, name: Ptr): Ptr {
  const { i32 } = vm;
  const { globals, builtins } = frame;
  const lo = strHash(vm, name);
  const ix = lookup(vm, globals, name, lo, vm.hashHigh);
  if (ix >= 0) {
    const values = i32[globals + 10]!;
    const keys = i32[globals + 8]!;
    const value = values !== 0 ? i32[values + 2 + 2 * ix]! : i32[i32[keys + 7]! + i32[keys + 5]! * ix + 2]!;
    cache[at] = ix;
    if (value !== 0) return value;
  }
  const keys = i32[globals + 8]!;
  if (ix === EMPTY && i32[keys + 5] === UNICODE_ENTRY && i32[builtins + 10] === 0) {
    if (i32[keys + 3] === 0) i32[keys + 3] = vm.nextKeysVersion++;
    cache[at + 1] = i32[keys + 3]!;
    cache[at + 2] = Math.max(lookup(vm, builtins, name, lo, vm.hashHigh), 0);
  }
  return loadGlobal(vm, frame, name);
}

/// Gives a name of a module or class body another value (borrowed); false if the cache does not know its entry.
export function storeNameCached(vm: Vm, frame: Frame, cache: Int32Array, at: number, name: Ptr, value: Ptr): boolean {
  const { i32 } = vm;
  const dict = frame.locals;
  if (dict === 0 || i32[dict + 3] !== vm.types.dict.index || i32[dict + 10] !== 0) return false;
  const keys = i32[dict + 8]!;
  const old = hinted(i32, keys, name, cache[at]!);
  if (old === 0) return false;
  maintainTracking(vm, dict, name, value);
  vm.incref(value);
  i32[i32[keys + 7]! + UNICODE_ENTRY * cache[at]! + 2] = value;
  if (vm.recording) touchDict(vm, dict, cache[at]!);
  vm.decref(old);
  return true;
}

/// Looks where STORE_NAME put the name.
export function cacheStoreName(vm: Vm, frame: Frame, cache: Int32Array, at: number, name: Ptr): void {
  const dict = frame.locals;
  if (vm.i32[dict + 3] !== vm.types.dict.index || vm.i32[vm.i32[dict + 8]! + 5] !== UNICODE_ENTRY) return;
  const lo = strHash(vm, name);
  cache[at] = Math.max(lookup(vm, dict, name, lo, vm.hashHigh), 0);
}

/// An attribute of an instance as a new reference, or 0 if the cache does not know.
export function loadAttrCached(vm: Vm, cache: Int32Array, at: number, owner: Ptr): Ptr {
  const { i32 } = vm;
  if (cache[at] === 0 || vm.typeTable[i32[owner + 3]!]!.version !== cache[at]) return 0;
  let value = 0;
  if (cache[at + KIND] === Kind.VALUE) {
    const values = owner + cache[at + 2]!;
    if (i32[values]! < VALID) return 0;
    value = i32[values + 2 + 2 * cache[at + 3]!]!;
  } else if (cache[at + KIND] === Kind.SLOT) {
    value = i32[owner + cache[at + 2]!]!;
  } else if (cache[at + KIND] === Kind.VALUE_APART) {
    const values = i32[owner - 8]!;
    if (values === 0) return 0;
    value = i32[values + 2 + 2 * cache[at + 3]!]!;
  } else if (cache[at + KIND]! >= Kind.BOUND) {
    const fn = methodAt(vm, cache, at, cache[at + KIND]! - Kind.BOUND, owner);
    return fn === 0 ? 0 : newBoundMethod(vm, fn, owner);
  }
  if (value !== 0) vm.incref(value);
  return value;
}

/// The function for a method call on `owner`, borrowed, or 0 if the cache does not know.
export function loadMethodCached(vm: Vm, cache: Int32Array, at: number, owner: Ptr): Ptr {
  if (cache[at] === 0 || vm.typeTable[vm.i32[owner + 3]!]!.version !== cache[at]) return 0;
  return methodAt(vm, cache, at, cache[at + KIND]!, owner);
}

/// The function of a cache of this kind, of the owner's type as it is, if the owner itself has no such attribute; else 0.
function methodAt(vm: Vm, cache: Int32Array, at: number, kind: number, owner: Ptr): Ptr {
  if (kind === Kind.METHOD_NO_DICT) return cache[at + 2]!;
  const { i32 } = vm;
  if (kind === Kind.METHOD_LAZY_DICT) return i32[owner + cache[at + 3]!] === 0 ? cache[at + 2]! : 0;
  const type = vm.typeTable[i32[owner + 3]!]!;
  if (kind < Kind.METHOD || i32[type.cachedKeys + 6] !== cache[at + 3]) return 0;
  const hasValues = kind === Kind.METHOD_APART ? i32[owner - 8] !== 0 : i32[owner + (type.basicsize >> 2)]! >= VALID;
  return hasValues ? cache[at + 2]! : 0;
}

/// Sets an attribute (value borrowed); false if the cache does not know how.
export function storeAttrCached(vm: Vm, cache: Int32Array, at: number, owner: Ptr, value: Ptr): boolean {
  const { i32 } = vm;
  if (cache[at] === 0 || vm.typeTable[i32[owner + 3]!]!.version !== cache[at]) return false;
  let word: Ptr;
  let old: Ptr;
  if (cache[at + KIND] !== Kind.SLOT) {
    const isApart = cache[at + KIND] === Kind.VALUE_APART;
    const values = isApart ? i32[owner - 8]! : owner + cache[at + 2]!;
    // A dict around the values has a count of its own to keep.
    if (isApart ? values === 0 : i32[values]! < VALID || i32[owner - 6] !== 0) return false;
    word = values + 2 + 2 * cache[at + 3]!;
    old = i32[word]!;
    if (old === 0) addToInsertionOrder(vm, values, cache[at + 3]!);
  } else {
    word = owner + cache[at + 2]!;
    old = i32[word]!;
  }
  vm.incref(value);
  i32[word] = value;
  if (vm.recording) vm.touch(owner);
  if (old !== 0) vm.decref(old);
  return true;
}

/// Looks where LOAD_ATTR will find the name from now on; runs no guest code.
export function cacheLoadAttr(vm: Vm, cache: Int32Array, at: number, owner: Ptr, name: Ptr): void {
  const type = vm.typeOf(owner);
  if (type.slots.getattro !== genericGetAttr) return;
  const descr = typeLookup(vm, type, name);
  if (descr !== 0 && isDataDescriptor(vm, descr)) cacheSlot(vm, cache, at, type, descr);
  else if (!cacheValue(vm, cache, at, type, name) && descr !== 0 && vm.typeOf(descr) === vm.types.function) cacheMethod(vm, cache, at, type, name, descr, Kind.BOUND);
}

/// The same for the LOAD_ATTR of a method call. A `__getattr__` is not asked for what is there (analyze_descriptor); without the
/// cache there is a bound method then, so that 3.14's counts tell: the cache is not renewed for the next class, as in CPython for
/// the next 52 calls.
export function cacheLoadMethod(vm: Vm, cache: Int32Array, at: number, owner: Ptr, name: Ptr): void {
  const type = vm.typeOf(owner);
  const isPlain = type.slots.getattro === genericGetAttr;
  if (!isPlain && cache[at] !== 0) return;
  const descr = typeLookup(vm, type, name);
  if (descr !== 0 && vm.typeOf(descr).bindsWithoutObject && (isPlain || hasOnlyGetattr(vm, type))) cacheMethod(vm, cache, at, type, name, descr, 0);
}

/// `bound`: 0 or Kind.BOUND.
function cacheMethod(vm: Vm, cache: Int32Array, at: number, type: TypeObject, name: Ptr, descr: Ptr, bound: number): void {
  if (hasValues(vm, type)) {
    const keys = type.cachedKeys;
    const lo = strHash(vm, name);
    if (lookupUnicode(vm, keys, name, lo, vm.hashHigh) !== EMPTY) return;
    fill(cache, at, type, bound + (type.hasInlineValues ? Kind.METHOD : Kind.METHOD_APART), descr, vm.i32[keys + 6]!);
  } else if (type.hasManagedDict) {
    fill(cache, at, type, bound + Kind.METHOD_LAZY_DICT, descr, MANAGED_DICT);
  } else if (type.dictoffset === 0) {
    fill(cache, at, type, bound + Kind.METHOD_NO_DICT, descr, 0);
  } else if (type.dictoffset > 0) {
    fill(cache, at, type, bound + Kind.METHOD_LAZY_DICT, descr, type.dictoffset >> 2);
  }
}

/// A class with a `__getattr__`, whose `__getattribute__` is object's.
function hasOnlyGetattr(vm: Vm, type: TypeObject): boolean {
  const name = vm.name('__getattribute__');
  return type.slots.getattro === genericGetattro && typeLookup(vm, type, name) === typeLookup(vm, vm.types.object, name);
}

/// The same for STORE_ATTR.
export function cacheStoreAttr(vm: Vm, cache: Int32Array, at: number, owner: Ptr, name: Ptr): void {
  const type = vm.typeOf(owner);
  if (type.slots.setattro !== genericSetAttr) return;
  const descr = typeLookup(vm, type, name);
  if (descr === 0 || vm.typeOf(descr).slots.descrSet === undefined) cacheValue(vm, cache, at, type, name);
  else cacheSlot(vm, cache, at, type, descr);
}

function isDataDescriptor(vm: Vm, descr: Ptr): boolean {
  const { slots } = vm.typeOf(descr);
  return slots.descrGet !== undefined && slots.descrSet !== undefined;
}

/// Whether instances of the type can have values beside shared keys.
const hasValues = (vm: Vm, type: TypeObject): boolean => type.hasInlineValues || (type.hasManagedDict && areApart(vm));

/// False: the name is none of the shared keys.
function cacheValue(vm: Vm, cache: Int32Array, at: number, type: TypeObject, name: Ptr): boolean {
  if (!hasValues(vm, type)) return false;
  const lo = strHash(vm, name);
  const ix = lookupUnicode(vm, type.cachedKeys, name, lo, vm.hashHigh);
  if (ix < 0) return false;
  if (type.hasInlineValues) fill(cache, at, type, Kind.VALUE, type.basicsize >> 2, ix);
  else fill(cache, at, type, Kind.VALUE_APART, 0, ix);
  return true;
}

function cacheSlot(vm: Vm, cache: Int32Array, at: number, type: TypeObject, descr: Ptr): void {
  const offset = slotOffset(vm, descr, type);
  if (offset !== 0) fill(cache, at, type, Kind.SLOT, offset, 0);
}

function fill(cache: Int32Array, at: number, type: TypeObject, kind: number, first: number, second: number): void {
  cache[at + VERSION] = type.version;
  cache[at + KIND] = kind;
  cache[at + 2] = first;
  cache[at + 3] = second;
}
