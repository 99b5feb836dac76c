/// Weak references and proxies (Objects/weakrefobject.c). Fields: wr_object p+4 (not counted; 0 = dead),
/// wr_callback p+6, cached hash p+8 (low), p+9 (high), p+14 = 1 if cached, wr_prev p+10, wr_next p+12.
/// The references to one object form a list from its weaklist word: first the plain one, then a plain proxy,
/// then those with callbacks, newest first.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, hash, richCompare } from './abstract';
import { positionalCount } from './args';
import { hexAddress } from './object';
import type { Interp } from './interp';
import { freeHidden, ownScratchTuple } from './scratch';
import { bindSpecial } from './special';
import { isStr, newStr } from './str';
import { TypeField, fullyQualifiedName } from './typenames';
import { CompareOp } from './typeobject';
import type { Slots, TypeObject, TypeSpec } from './typeobject';

const OBJECT = 4;
const CALLBACK = 6;
const HASH = 8;
const PREV = 10;
const NEXT = 12;
const HASHED = 14;

/// Word of the weakref list of an object of the type; 0 = its instances cannot be referenced weakly.
function weakListWord(type: TypeObject, p: Ptr): Ptr {
  if (type.weaklistoffset > 0) return p + (type.weaklistoffset >> 2);
  return type.hasManagedWeakref ? p - 8 : 0;
}

/// First weak reference to the object, borrowed; 0 = none.
export function weakListHead(it: Interp, p: Ptr): Ptr {
  const word = weakListWord(it.typeOf(p), p);
  return word === 0 ? 0 : it.i32[word]!;
}

/// What the reference refers to, borrowed; 0 = dead. An object whose deallocation waits its turn is dead already
/// (CPython 3.14 Include/internal/pycore_weakref.h _PyWeakref_GET_REF).
export const weakObject = (it: Interp, ref: Ptr): Ptr => {
  const object = it.i32[ref + OBJECT]!;
  return object !== 0 && it.i32[object] === 0 ? 0 : object;
};
export const weakCallback = (it: Interp, ref: Ptr): Ptr => it.i32[ref + CALLBACK]!;

/// All weak references to the object, in list order, borrowed.
function weakRefsOf(it: Interp, p: Ptr): Ptr[] {
  const refs: Ptr[] = [];
  for (let ref = weakListHead(it, p); ref !== 0; ref = it.i32[ref + NEXT]!) refs.push(ref);
  return refs;
}

/// weakref.ref(object, callback) or a proxy; callback 0 = none. A plain reference is shared.
export function newWeakRef(it: Interp, type: TypeObject, object: Ptr, callback: Ptr): Ptr {
  const word = weakListWord(it.typeOf(object), object);
  if (word === 0) it.typeError(`cannot create weak reference to '${it.typeOf(object).name}' object`);
  const shareable = callback === 0 && !type.isHeapType;
  const isBasic = (ref: Ptr): boolean => ref !== 0 && it.i32[ref + CALLBACK] === 0 && !it.typeOf(ref).isHeapType;
  const first = it.i32[word]!;
  const basic = isBasic(first) && it.typeOf(first) === it.types.weakref ? first : 0;
  const second = basic === 0 ? first : it.i32[basic + NEXT]!;
  const proxy = isBasic(second) && it.typeOf(second) !== it.types.weakref ? second : 0;
  const wantsProxy = type !== it.types.weakref && !type.isHeapType;
  if (shareable && wantsProxy && proxy !== 0) return it.newRef(proxy);
  if (shareable && !wantsProxy && basic !== 0) return it.newRef(basic);
  const p = it.allocInstance(type, type.basicsize);
  it.i32[p + OBJECT] = object;
  if (callback !== 0) it.i32[p + CALLBACK] = it.newRef(callback);
  const after = shareable && !wantsProxy ? 0 : shareable ? basic : proxy || basic;
  const next = after === 0 ? it.i32[word]! : it.i32[after + NEXT]!;
  it.i32[p + PREV] = after;
  it.i32[p + NEXT] = next;
  if (next !== 0) it.i32[next + PREV] = p;
  it.i32[after === 0 ? word : after + NEXT] = p;
  track(it.i32, p);
  if (it.recording) it.touch(object);
  if (shareable && !wantsProxy) holdForBases(it, object, p);
  return p;
}

/// The bases of a type hold their weak reference to it (tp_subclasses): hidden until somebody asks for it.
function holdForBases(it: Interp, object: Ptr, ref: Ptr): void {
  if (!it.typeOf(object).isSubtypeOf(it.types.type)) return;
  const type = it.typeTable[it.i32[object + TypeField.INDEX]!]!;
  for (const _ of type.bases) type.weakRef = it.newRef(ref);
  if (type.subclassReference !== 0) freeHidden(it, it.types.weakref, type.subclassReference);
  // CPython's start has made those of builtin types.
  else if (!type.isHeapType && type.bases.length > 0) it.youngCount = Math.max(it.youngCount - 1, 0);
  type.subclassReference = 0;
}

/// The weak references to an object as the module `weakref` counts them, borrowed.
export function knownWeakRefs(it: Interp, object: Ptr): Ptr[] {
  if (it.typeOf(object).isSubtypeOf(it.types.type)) it.decref(newWeakRef(it, it.types.weakref, object, 0));
  return weakRefsOf(it, object);
}

/// Takes the reference off its object's list; it is dead from now on. Its callback stays.
export function detachWeakRef(it: Interp, ref: Ptr): void {
  const object = it.i32[ref + OBJECT]!;
  if (object === 0) return;
  const prev = it.i32[ref + PREV]!;
  const next = it.i32[ref + NEXT]!;
  it.i32[prev === 0 ? weakListWord(it.typeOf(object), object) : prev + NEXT] = next;
  if (next !== 0) it.i32[next + PREV] = prev;
  it.i32[ref + OBJECT] = it.i32[ref + PREV] = it.i32[ref + NEXT] = 0;
  if (it.recording) it.touch(ref);
}

/// Takes the callback away: a new reference, or 0.
function takeCallback(it: Interp, ref: Ptr): Ptr {
  const callback = it.i32[ref + CALLBACK]!;
  it.i32[ref + CALLBACK] = 0;
  return callback;
}

/// Calls a callback with its reference; an exception is reported, not raised (handle_callback, and the collector's copy of it).
export function callWeakCallback(it: Interp, ref: Ptr, callback: Ptr, doing: 'calling weakref callback' | 'on calling weakref callback' = 'calling weakref callback'): void {
  const raised = it.fetchRaised();
  it.own(raised || it.singletons.none);
  it.reporting(doing, callback, () => it.decref(call(it, callback, [ref])));
  it.take();
  it.raised = raised;
}

/// Whether it is the shared reference or proxy, which has no callback (is_basic_ref_or_proxy).
const isBasic = (it: Interp, ref: Ptr): boolean => it.i32[ref + CALLBACK] === 0 && !it.typeOf(ref).isHeapType;

/// The object dies: all weak references to it die, then their callbacks run, newest first (PyObject_ClearWeakRefs). A tuple holds
/// references and callbacks meanwhile.
export function clearWeakRefs(it: Interp, p: Ptr): void {
  if (weakListHead(it, p) === 0) return;
  const refs = weakRefsOf(it, p);
  const first = refs.findIndex(ref => !isBasic(it, ref));
  const others = first < 0 ? [] : refs.slice(first);
  for (let i = 0; i < refs.length - others.length; i++) detachWeakRef(it, refs[i]!);
  if (others.length === 0) return;
  const isHeld = others.length > 1 || it.profile.holdsSoleWeakRef;
  const mark = isHeld ? ownScratchTuple(it, 2 * others.length) : it.held.length;
  const pending: [ref: Ptr, callback: Ptr][] = [];
  for (const ref of others) {
    detachWeakRef(it, ref);
    const callback = takeCallback(it, ref);
    if (it.i32[ref] === 0) {
      it.xdecref(callback);
      continue;
    }
    if (isHeld) it.own(it.newRef(ref));
    if (callback === 0) continue;
    it.own(callback);
    pending.push([ref, callback]);
  }
  for (const [ref, callback] of pending) callWeakCallback(it, ref, callback);
  it.unwind(mark);
}

/// `to 'A' at 0x...`, for a repr.
export function describeReferent(it: Interp, object: Ptr): string {
  const type = it.typeOf(object);
  return `to '${it.profile.weakReprIsQualified ? fullyQualifiedName(it, type) : type.name}' at ${hexAddress(object)}`;
}

const slots: Partial<Slots> = {
  traverse: (it, p, visitor) => {
    if (it.i32[p + CALLBACK]! !== 0) visitor.visit(it.i32[p + CALLBACK]!);
  },
  clear: (it, p) => {
    detachWeakRef(it, p);
    it.xdecref(takeCallback(it, p));
  },
  dealloc: (it, p) => {
    untrack(it.i32, p);
    detachWeakRef(it, p);
    it.xdecref(takeCallback(it, p));
    it.freeInstance(p);
  }
};

function checkCount(it: Interp, fname: string, count: number): void {
  if (count < 1) it.typeError(`${fname} expected at least 1 argument, got 0`);
  if (count > 2) it.typeError(`${fname} expected at most 2 arguments, got ${count}`);
}

export const weakrefSpec: TypeSpec = {
  name: 'ReferenceType',
  module: 'weakref',
  basicsize: 64,
  hasGc: true,
  isBaseType: true,
  slots: {
    ...slots,
    new: (it, type, args, kwnames) => {
      const count = positionalCount(it, args, kwnames);
      checkCount(it, '__new__', count);
      return newWeakRef(it, type, args[0]!, count < 2 || args[1] === it.singletons.none ? 0 : args[1]!);
    },
    init: (it, _p, args, kwnames) => {
      if (kwnames !== 0) it.typeError('ref() takes no keyword arguments');
      checkCount(it, '__init__', args.length);
    },
    call: (it, p, args, kwnames) => {
      if (kwnames !== 0) it.typeError('weakref() takes no keyword arguments');
      if (args.length !== 0) it.typeError(`weakref expected 0 arguments, got ${args.length}`);
      return it.newRef(weakObject(it, p) || it.singletons.none);
    },
    hash: (it, p) => {
      if (it.i32[p + HASHED] === 0) {
        const object = weakObject(it, p) || it.typeError('weak object has gone away');
        it.own(it.newRef(object));
        it.i32[p + HASH] = hash(it, object);
        it.i32[p + HASH + 1] = it.hashHigh;
        it.drop();
        it.i32[p + HASHED] = 1;
      }
      it.hashHigh = it.i32[p + HASH + 1]!;
      return it.i32[p + HASH]!;
    },
    richcompare: (it, a, b, op) => {
      if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !it.typeOf(b).isSubtypeOf(it.types.weakref)) return it.singletons.notImplemented;
      const left = weakObject(it, a);
      const right = weakObject(it, b);
      if (left === 0 || right === 0) return it.bool((a === b) === (op === CompareOp.EQ));
      it.own(it.newRef(left));
      it.own(it.newRef(right));
      const result = richCompare(it, left, right, op);
      it.drop(2);
      return result;
    },
    repr: (it, p) => {
      const object = weakObject(it, p);
      if (object === 0) return newStr(it, `<weakref at ${hexAddress(p)}; dead>`);
      it.own(it.newRef(object));
      const name = bindSpecial(it, object, '__name__');
      const named = name !== 0 && isStr(it, name) ? ` (${it.text(name)})` : '';
      it.xdecref(name);
      const text = newStr(it, `<weakref at ${hexAddress(p)}; ${describeReferent(it, object)}${named}>`);
      it.drop();
      return text;
    }
  },
  getset: { __callback__: { isMember: true, get: (it, p) => it.newRef(weakCallback(it, p) || it.singletons.none) } }
};

export const weakrefTypeSlots = slots;
