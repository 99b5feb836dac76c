/// The object protocol (Objects/object.c, Objects/abstract.c): what works on any object through its slots.
import type { Ptr } from '../memory/ram';
import { getMethod } from './getmethod';
import { asNumber, intFrom, intValue, isInt, newBigInt, newInt } from './int';
import type { Interp } from './interp';
import { newSequenceIterator } from './iterobject';
import { bindSpecial } from './special';
import { isStr, strLength } from './str';
import { lookupAttr, typeFrom } from './type';
import { CompareOp, Subclass } from './typeobject';
import type { TypeObject } from './typeobject';

const NO_ARGS: readonly Ptr[] = [];

// --- attributes and calls -------------------------------------------------------------------------------------

export function getAttr(it: Interp, p: Ptr, name: Ptr): Ptr {
  return it.typeOf(p).slots.getattro!(it, p, name);
}

/// Like getAttr, but 0 instead of an AttributeError (PyObject_GetOptionalAttr).
export function getOptionalAttr(it: Interp, p: Ptr, name: string): Ptr {
  return lookupAttr(it, p, it.name(name));
}

/// value 0 = delete.
export function setAttr(it: Interp, p: Ptr, name: Ptr, value: Ptr): void {
  it.typeOf(p).slots.setattro!(it, p, name, value);
}

/// Calls anything callable; `args` are borrowed.
export function call(it: Interp, callable: Ptr, args: readonly Ptr[] = NO_ARGS, kwnames: Ptr = 0): Ptr {
  const slot = it.typeOf(callable).slots.call;
  if (slot === undefined) it.typeError(`'${it.typeOf(callable).name}' object is not callable`);
  return slot(it, callable, args, kwnames);
}

/// Calls an attribute of an object, a method without binding it first (PyObject_VectorcallMethod).
export function callMethod(it: Interp, p: Ptr, name: string, args: readonly Ptr[] = NO_ARGS): Ptr {
  const method = it.own(getMethod(it, p, it.name(name)));
  return it.dropFor(call(it, method, it.methodIsUnbound ? [p, ...args] : args));
}

// --- comparison, hash, truth, text -----------------------------------------------------------------------------

const SWAPPED = [CompareOp.GT, CompareOp.GE, CompareOp.EQ, CompareOp.NE, CompareOp.LT, CompareOp.LE];
const SYMBOLS = ['<', '<=', '==', '!=', '>', '>='];

/// What one level of nested containers takes of the host's stack, by estimate.
const NESTED_BYTES = 1500;

/// PyObject_RichCompare
export function richCompare(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  if (!it.typeOf(v).hasGc) return doRichCompare(it, v, w, op);
  it.enterNative(NESTED_BYTES, ' in comparison');
  try {
    return doRichCompare(it, v, w, op);
  } finally {
    it.leaveNative(NESTED_BYTES);
  }
}

/// Objects/object.c do_richcompare.
function doRichCompare(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  const vType = it.typeOf(v);
  const wType = it.typeOf(w);
  const notImplemented = it.singletons.notImplemented;
  let reflected = false;
  if (vType !== wType && wType.slots.richcompare !== undefined && wType.isSubtypeOf(vType)) {
    reflected = true;
    const result = wType.slots.richcompare(it, w, v, SWAPPED[op]!);
    if (result !== notImplemented) return result;
  }
  if (vType.slots.richcompare !== undefined) {
    const result = vType.slots.richcompare(it, v, w, op);
    if (result !== notImplemented) return result;
  }
  if (!reflected) return richCompareReflected(it, v, w, op);
  return compareIdentity(it, v, w, op);
}

/// The rest of a comparison that `v` knows nothing of.
export function richCompareReflected(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  const { richcompare } = it.typeOf(w).slots;
  if (richcompare !== undefined) {
    const result = richcompare(it, w, v, SWAPPED[op]!);
    if (result !== it.singletons.notImplemented) return result;
  }
  return compareIdentity(it, v, w, op);
}

function compareIdentity(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  if (op === CompareOp.EQ) return it.bool(v === w);
  if (op === CompareOp.NE) return it.bool(v !== w);
  it.typeError(`'${SYMBOLS[op]}' not supported between instances of '${it.typeOf(v).name}' and '${it.typeOf(w).name}'`);
}

/// Identity implies equality, as in containers (PyObject_RichCompareBool).
export function richCompareBool(it: Interp, v: Ptr, w: Ptr, op: number): boolean {
  if (v === w) {
    if (op === CompareOp.EQ) return true;
    if (op === CompareOp.NE) return false;
  }
  const result = richCompare(it, v, w, op);
  if (result === it.singletons.true) return true;
  if (result === it.singletons.false) return false;
  it.own(result);
  const truth = isTrue(it, result);
  it.drop();
  return truth;
}

/// Low 32 bits of the hash; the high ones in it.hashHigh.
export function hash(it: Interp, p: Ptr): number {
  const type = it.typeOf(p);
  const slot = type.slots.hash;
  if (slot === undefined) return hashNotImplemented(it, p);
  if (!type.hasGc) return slot(it, p);
  it.enterNative(NESTED_BYTES);
  try {
    return slot(it, p);
  } finally {
    it.leaveNative(NESTED_BYTES);
  }
}

export function hashNotImplemented(it: Interp, p: Ptr): never {
  it.typeError(`unhashable type: '${it.typeOf(p).name}'`);
}

export function intFromHash(it: Interp, low: number, high: number): Ptr {
  return newBigInt(it, (BigInt(high) << 32n) | BigInt(low >>> 0));
}

/// The hash that an int stands for, as a `hash` slot returns it (Objects/typeobject.c slot_tp_hash).
function hashFromInt(it: Interp, p: Ptr): number {
  const value = BigInt(intValue(it, p));
  if (value !== BigInt.asIntN(64, value)) return it.types.int.slots.hash!(it, p);
  const h = value === -1n ? -2n : value;
  it.hashHigh = Number(BigInt.asIntN(32, h >> 32n));
  return Number(BigInt.asIntN(32, h));
}

/// What `__hash__` returned as a `hash` slot gives it; takes over the reference.
export function checkedHash(it: Interp, result: Ptr): number {
  it.own(result);
  if (!(it.typeOf(result).subclass & Subclass.INT)) it.typeError('__hash__ method should return an integer');
  const low = hashFromInt(it, result);
  it.drop();
  return low;
}

/// What `__len__` returned; takes over the reference. The number loses its low bits past 2^53, `it.wideLength` does not.
export function checkedLength(it: Interp, result: Ptr): number {
  it.own(result);
  const asIndex = it.own(index(it, result));
  const value = intValue(it, asIndex);
  if (value < 0) it.valueError('__len__() should return >= 0');
  if (typeof value === 'bigint') {
    if (BigInt.asIntN(64, value) !== value) it.raise(it.types.OverflowError, `cannot fit '${it.typeOf(asIndex).name}' into an index-sized integer`);
    it.wideLength = value;
  }
  it.drop(2);
  return Number(value);
}

/// The int of a length that was measured just now.
export function intFromLength(it: Interp, length: number): Ptr {
  return length <= Number.MAX_SAFE_INTEGER ? newInt(it, length) : newBigInt(it, it.wideLength);
}

export function isTrue(it: Interp, p: Ptr): boolean {
  const singletons = it.singletons;
  if (p === singletons.true) return true;
  if (p === singletons.false || p === singletons.none) return false;
  const slots = it.typeOf(p).slots;
  if (slots.nbBool !== undefined) return slots.nbBool(it, p);
  if (slots.mpLength !== undefined) return slots.mpLength(it, p) > 0;
  if (slots.sqLength !== undefined) return slots.sqLength(it, p) > 0;
  return true;
}

export function repr(it: Interp, p: Ptr): Ptr {
  checkSignals(it);
  return checkedText(it, uncheckedRepr(it, p), '__repr__');
}

/// What the type's `__repr__` gives, of whatever type (Objects/typeobject.c object_str).
export function uncheckedRepr(it: Interp, p: Ptr): Ptr {
  const type = it.typeOf(p);
  return type.hasGc ? nestedRepr(it, type, p) : type.slots.repr!(it, p);
}

/// Native code that looks for signals has a collection run that is due (3.12+ Modules/signalmodule.c PyErr_CheckSignals).
export function checkSignals(it: Interp): void {
  if (it.gcScheduled && it.profile.collectsAtEvalBreaker) it.collectYoung();
}

/// What `__repr__` or `__str__` returned, a str or TypeError; takes over the reference.
export function checkedText(it: Interp, result: Ptr, method: string): Ptr {
  if (isStr(it, result)) return result;
  it.own(result);
  it.typeError(`${method} returned non-string (type ${it.typeOf(result).name})`);
}

function nestedRepr(it: Interp, type: TypeObject, p: Ptr): Ptr {
  it.enterNative(NESTED_BYTES, ' while getting the repr of an object');
  try {
    return type.slots.repr!(it, p);
  } finally {
    it.leaveNative(NESTED_BYTES);
  }
}

export function str(it: Interp, p: Ptr): Ptr {
  checkSignals(it);
  if (it.typeOf(p) === it.types.str) return it.newRef(p);
  return checkedText(it, it.typeOf(p).slots.str!(it, p), '__str__');
}

/// repr as host text.
export function reprText(it: Interp, p: Ptr): string {
  const s = repr(it, p);
  const text = it.text(s);
  it.decref(s);
  return text;
}

/// str as host text.
export function strText(it: Interp, p: Ptr): string {
  const s = str(it, p);
  const text = it.text(s);
  it.decref(s);
  return text;
}

export function format(it: Interp, p: Ptr, spec: Ptr): Ptr {
  const type = it.typeOf(p);
  if ((type === it.types.str || type === it.types.int) && isStr(it, spec) && strLength(it, spec) === 0) return str(it, p);
  const method = it.own(bindSpecial(it, p, '__format__'));
  const result = call(it, method, [spec]);
  it.drop();
  if (!isStr(it, result)) {
    it.own(result);
    it.typeError(`__format__ must return a str, not ${it.typeOf(result).name}`);
  }
  return result;
}

// --- iteration --------------------------------------------------------------------------------------------------

export function getIter(it: Interp, p: Ptr): Ptr {
  const type = it.typeOf(p);
  if (type.slots.iter === undefined) {
    if (type.slots.sqItem !== undefined) return newSequenceIterator(it, p);
    it.typeError(`'${type.name}' object is not iterable`);
  }
  const result = type.slots.iter(it, p);
  if (it.typeOf(result).slots.iternext === undefined) {
    it.own(result);
    it.typeError(`iter() returned non-iterator of type '${it.typeOf(result).name}'`);
  }
  return result;
}

/// Next item, or 0 at the end. The iterator must have tp_iternext.
export function iterNext(it: Interp, iterator: Ptr): Ptr {
  return it.typeOf(iterator).slots.iternext!(it, iterator);
}

/// Calls `visit` with each item, borrowed.
export function iterate(it: Interp, iterable: Ptr, visit: (item: Ptr) => void): void {
  const iterator = it.own(getIter(it, iterable));
  for (let item = iterNext(it, iterator); item !== 0; item = iterNext(it, iterator)) {
    it.own(item);
    visit(item);
    it.drop();
  }
  it.drop();
}

/// PyObject_LengthHint; -1 as default means "no hint".
export function lengthHint(it: Interp, p: Ptr, fallback: number): number {
  const slots = it.typeOf(p).slots;
  const measure = slots.sqLength ?? slots.mpLength;
  const measured = measure === undefined ? undefined : it.catching(it.types.TypeError, () => measure(it, p));
  if (measured !== undefined) return measured;
  const hint = bindSpecial(it, p, '__length_hint__');
  if (hint === 0) return fallback;
  it.own(hint);
  const result = it.catching(it.types.TypeError, () => call(it, hint));
  it.drop();
  if (result === undefined || result === it.singletons.notImplemented) return fallback;
  it.own(result);
  if (!isInt(it, result)) it.typeError(`__length_hint__ must be an integer, not ${it.typeOf(result).name}`);
  const n = asNumber(it, result);
  it.drop();
  if (n < 0) it.valueError('__length_hint__() should return >= 0');
  return n;
}

// --- containers ---------------------------------------------------------------------------------------------------

export function length(it: Interp, p: Ptr): number {
  const slots = it.typeOf(p).slots;
  if (slots.sqLength !== undefined) return slots.sqLength(it, p);
  if (slots.mpLength !== undefined) return slots.mpLength(it, p);
  it.typeError(`object of type '${it.typeOf(p).name}' has no len()`);
}

export function getItem(it: Interp, p: Ptr, key: Ptr): Ptr {
  const type = it.typeOf(p);
  if (type.slots.mpSubscript !== undefined) return type.slots.mpSubscript(it, p, key);
  if (type.slots.sqItem !== undefined) {
    if (it.typeOf(key).slots.nbIndex === undefined) it.typeError(`sequence index must be integer, not '${it.typeOf(key).name}'`);
    return type.slots.sqItem(it, p, indexFor(it, p, type, key));
  }
  if (type.isSubtypeOf(it.types.type)) return classGetItem(it, p, key);
  it.typeError(`'${type.name}' object is not subscriptable`);
}

function classGetItem(it: Interp, cls: Ptr, key: Ptr): Ptr {
  if (cls === it.types.type.ptr) return call(it, it.types.GenericAlias.ptr, [cls, key]);
  const method = getOptionalAttr(it, cls, '__class_getitem__');
  if (method === 0) it.typeError(`type '${typeFrom(it, cls).name}' is not subscriptable`);
  it.own(method);
  const result = call(it, method, [key]);
  it.drop();
  return result;
}

/// value 0 = delete.
export function setItem(it: Interp, p: Ptr, key: Ptr, value: Ptr): void {
  const type = it.typeOf(p);
  const slots = type.slots;
  if (slots.mpAssSubscript !== undefined) return slots.mpAssSubscript(it, p, key, value);
  if (slots.sqAssItem !== undefined) {
    if (it.typeOf(key).slots.nbIndex === undefined) it.typeError(`sequence index must be integer, not '${it.typeOf(key).name}'`);
    return slots.sqAssItem(it, p, indexFor(it, p, type, key), value);
  }
  if (value !== 0) it.typeError(`'${type.name}' object does not support item assignment`);
  // A type with any method of sequences is asked as one if the key is an index (PyObject_DelItem).
  const asSequence = (type.isHeapType || type.isHeapInC || slots.sqLength !== undefined || slots.sqItem !== undefined || slots.sqContains !== undefined) && it.typeOf(key).slots.nbIndex !== undefined;
  it.typeError(`'${type.name}' object ${asSequence ? "doesn't" : 'does not'} support item deletion`);
}

function indexFor(it: Interp, p: Ptr, type: TypeObject, key: Ptr): number {
  const asInt = index(it, key);
  const i = asNumber(it, asInt);
  it.decref(asInt);
  return i < 0 && type.slots.sqLength !== undefined ? i + type.slots.sqLength(it, p) : i;
}

export function contains(it: Interp, container: Ptr, item: Ptr): boolean {
  const slots = it.typeOf(container).slots;
  if (slots.sqContains !== undefined) return slots.sqContains(it, container, item);
  if (slots.iter === undefined && slots.sqItem === undefined) it.typeError(`argument of type '${it.typeOf(container).name}' is not ${it.profile.notContainerWords}`);
  return iterSearch(it, container, item);
}

/// Whether an item of the iterable is equal to this one (_PySequence_IterSearch).
export function iterSearch(it: Interp, iterable: Ptr, item: Ptr): boolean {
  const iterator = it.own(getIter(it, iterable));
  for (let next = iterNext(it, iterator); next !== 0; next = iterNext(it, iterator)) {
    it.own(next);
    const equal = richCompareBool(it, next, item, CompareOp.EQ);
    it.drop();
    if (equal) {
      it.drop();
      return true;
    }
  }
  it.drop();
  return false;
}

/// An object as an exact int through `__index__` (PyNumber_Index).
export function index(it: Interp, p: Ptr): Ptr {
  if (isInt(it, p)) return it.newRef(p);
  const slot = it.typeOf(p).slots.nbIndex;
  if (slot === undefined) it.typeError(`'${it.typeOf(p).name}' object cannot be interpreted as an integer`);
  const result = slot(it, p);
  if (!isInt(it, result)) {
    it.own(result);
    it.typeError(`__index__ returned non-int (type ${it.typeOf(result).name})`);
  }
  if (it.i32[result + 3] !== it.types.int.index) warnInexact(it, result, '__index__', 'int');
  return result;
}

/// The same as an exact int (PyNumber_Index).
export function exactIndex(it: Interp, p: Ptr): Ptr {
  const result = index(it, p);
  if (it.i32[result + 3] === it.types.int.index) return result;
  it.own(result);
  return it.dropFor(intFrom(it, intValue(it, result)));
}

/// A conversion gave an instance of a subclass (borrowed): that is going to be an error.
export function warnInexact(it: Interp, result: Ptr, method: string, what: 'int' | 'float'): void {
  it.own(it.newRef(result));
  it.hooks.warn(it, it.types.DeprecationWarning, `${method} returned non-${what} (type ${it.typeOf(result).name}).  `
    + `The ability to return an instance of a strict subclass of ${what} is deprecated, and may be removed in a future version of Python.`);
  it.drop();
}

/// An argument as a host integer through `__index__`; OverflowError past 2^53.
export function indexNumber(it: Interp, p: Ptr): number {
  const asInt = it.own(index(it, p));
  const n = asNumber(it, asInt);
  it.drop();
  return n;
}

// --- types ----------------------------------------------------------------------------------------------------------

export function isInstance(it: Interp, p: Ptr, type: TypeObject): boolean {
  return it.typeOf(p).isSubtypeOf(type);
}

