/// functools.partial. CPython 3.14 Modules/_functoolsmodule.c
///
/// partialobject: fn at p + 4, args at p + 6, kw at p + 8, dict at p + 10, weakreflist at p + 12; from 3.14 also placeholder
/// at p + 14 (borrowed) and phcount at p + 16.
import { track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { isInstance, reprText, strText } from '../objects/abstract';
import { keywordCount } from '../objects/args';
import { newBoundMethod } from '../objects/classobject';
import { dictAttribute } from '../objects/dictattribute';
import { dictCopy, dictFromKeywords, dictMerge, Override } from '../objects/dictmerge';
import { dictNext, dictSize, entry, isDict, newDict } from '../objects/dictobject';
import { getsGivenTuple } from '../objects/callnative';
import { GIVEN, asIs, runForwarded } from '../objects/forward';
import type { ForwardedCall } from '../objects/forward';
import { classGetItem } from '../objects/genericalias';
import type { Interp } from '../objects/interp';
import { recordSlots } from '../objects/record';
import { guardedRepr } from '../objects/reprenter';
import { ownScratchTuple } from '../objects/scratch';
import { isStr, newStr } from '../objects/str';
import { isTuple, tupleFrom, tupleGet, tupleSize, tupleToArray } from '../objects/tuple';
import { moduleOfType, qualnameOfType } from '../objects/typenames';
import type { CallSlot, GetSet, Slots, TypeSpec } from '../objects/typeobject';

const Part = { FN: 4, ARGS: 6, KW: 8, DICT: 10, PLACEHOLDER: 14, PHCOUNT: 16 } as const;

const argsOf = (it: Interp, p: Ptr): Ptr[] => tupleToArray(it, it.i32[p + Part.ARGS]!);
/// The object that stands for a gap; 0 = the version has none.
const placeholderOf = (it: Interp): Ptr => it.moduleTypes.placeholder?.instance ?? 0;
function gapCount(it: Interp, args: Ptr): number {
  const placeholder = placeholderOf(it);
  let count = 0;
  for (let i = tupleSize(it, args) - 1; i >= 0; i--) if (tupleGet(it, args, i) === placeholder) count++;
  return count;
}

/// Arguments with gaps, filled from `more`; what is left over follows.
function fill(it: Interp, args: readonly Ptr[], more: readonly Ptr[]): Ptr[] {
  const placeholder = placeholderOf(it);
  let next = 0;
  const filled = args.map(arg => (arg === placeholder && next < more.length ? more[next++]! : arg));
  return [...filled, ...more.slice(next)];
}

function checkGaps(it: Interp, args: readonly Ptr[]): void {
  const placeholder = placeholderOf(it);
  if (placeholder !== 0 && args[args.length - 1] === placeholder) it.typeError('trailing Placeholders are not allowed');
}

const partialNew: Slots['new'] = (it, type, args, kwnames) => {
  const keywords = keywordCount(it, kwnames);
  const positional = args.length - keywords;
  if (positional === 0) it.typeError("type 'partial' takes at least one argument");
  let fn = args[0]!;
  const more = args.slice(1, positional);
  const placeholder = placeholderOf(it);
  if (it.typeOf(fn).slots.call === undefined) it.typeError('the first argument must be callable');
  checkGaps(it, more);
  if (keywords > 0 && placeholder !== 0 && args.includes(placeholder, positional)) it.typeError('Placeholder cannot be passed as a keyword argument');
  const inner = isInstance(it, fn, it.moduleTypes.partial) && it.i32[fn + Part.DICT] === 0 ? fn : 0;
  if (inner !== 0) fn = it.i32[inner + Part.FN]!;
  const p = it.own(it.allocInstance(type, it.profile.natives.partialBytes));
  track(it.i32, p);
  it.i32[p + Part.FN] = it.newRef(fn);
  if (inner === 0) it.i32[p + Part.ARGS] = tupleFrom(it, more);
  else if (more.length === 0) it.i32[p + Part.ARGS] = it.newRef(it.i32[inner + Part.ARGS]!);
  else it.i32[p + Part.ARGS] = tupleFrom(it, it.i32[inner + Part.PHCOUNT] !== 0 && placeholder !== 0 ? fill(it, argsOf(it, inner), more) : [...argsOf(it, inner), ...more]);
  setGaps(it, p);
  const innerKw = inner === 0 ? 0 : it.i32[inner + Part.KW]!;
  const given = keywords === 0 ? 0 : it.own(dictFromKeywords(it, args, kwnames));
  if (innerKw === 0 || dictSize(it, innerKw) === 0) {
    it.i32[p + Part.KW] = given === 0 ? newDict(it) : it.take();
  } else {
    it.i32[p + Part.KW] = dictCopy(it, innerKw);
    if (given !== 0) {
      dictMerge(it, it.i32[p + Part.KW]!, given, Override.REPLACE);
      it.drop();
    }
  }
  return it.take();
};

function setGaps(it: Interp, p: Ptr): void {
  if (placeholderOf(it) === 0) return;
  it.i32[p + Part.PLACEHOLDER] = placeholderOf(it);
  it.i32[p + Part.PHCOUNT] = gapCount(it, it.i32[p + Part.ARGS]!);
}

/// `tuple`: as for a ForwardSlot. `isTpCall`: the call does not ask for vectorcall. A partial object with keywords has none, nor has one
/// of what has none. NOT-CPYTHON: with keywords it has one until it is called.
function forwardPartial(it: Interp, p: Ptr, args: readonly Ptr[], kwnames: Ptr, tuple: Ptr, isTpCall = false): ForwardedCall {
  const keywords = keywordCount(it, kwnames);
  const positional = args.length - keywords;
  const own = argsOf(it, p);
  const gaps = placeholderOf(it) === 0 ? 0 : it.i32[p + Part.PHCOUNT]!;
  if (positional < gaps) it.typeError(`missing positional arguments in 'partial' call; expected at least ${gaps}, got ${positional}`);
  const given = args.slice(0, positional);
  const values = gaps > 0 ? fill(it, own, given) : [...own, ...given];
  const kw = it.i32[p + Part.KW]!;
  const fn = it.i32[p + Part.FN]!;
  const inTuple = getsGivenTuple(it, fn);
  const isUnpacked = !inTuple && keywords + dictSize(it, kw) > 0;
  // References besides the frame's. Of tuple and dict of the call (_PyObject_MakeTpCall), and of the tuple joined from both (partial_call):
  const inTuples = [...(tuple === 0 ? args : []), ...(own.length > 0 && given.length > 0 ? values : [])];
  const references = (held: readonly Ptr[]): Ptr[] => held.map(value => it.newRef(value));
  if (dictSize(it, kw) === 0) {
    const all = [...values, ...args.slice(positional)];
    const isCall = isTpCall || inTuple;
    // ... and of the array that a dict is unpacked to (_PyStack_UnpackDict), by who calls this or by what this calls.
    const unpacked = !isUnpacked ? [] : isCall ? all : tuple !== 0 ? args : [];
    return { fn, args: all, kwnames, kept: references(isCall ? [...inTuples, ...unpacked] : unpacked), state: 0, levels: 0, inTuple, finish: asIs };
  }
  const mark = it.held.length;
  const merged = it.own(dictCopy(it, kw));
  if (tuple === 0) ownScratchTuple(it, positional);
  if (own.length > 0 && positional > 0) ownScratchTuple(it, own.length + positional);
  if (keywords > 0) dictMerge(it, merged, it.own(dictFromKeywords(it, args, kwnames)), Override.REPLACE);
  const names: Ptr[] = [];
  for (let at = dictNext(it, merged, 0); at >= 0; at = dictNext(it, merged, at)) {
    if (!isStr(it, entry.key)) it.typeError('keywords must be strings');
    names.push(entry.key);
    values.push(entry.value);
  }
  const all = tupleFrom(it, names);
  const kept = references([...inTuples, ...(isUnpacked ? values : [])]);
  return { fn, args: values, kwnames: all, kept: [...it.held.splice(mark), all, ...kept], state: 0, levels: 1, inTuple, finish: asIs };
}

const partialCall: CallSlot = (it, p, args, kwnames) => {
  const isTpCall = it.argumentsInTuple;
  it.argumentsInTuple = false;
  return runForwarded(it, forwardPartial(it, p, args, kwnames, isTpCall && kwnames !== 0 ? GIVEN : 0, isTpCall));
};

function partialRepr(it: Interp, p: Ptr): Ptr {
  return guardedRepr(it, p, '...', () => {
    const type = it.typeOf(p);
    const parts = [it.own(it.newRef(it.i32[p + Part.FN]!)), it.own(it.newRef(it.i32[p + Part.ARGS]!)), it.own(it.newRef(it.i32[p + Part.KW]!))] as const;
    const texts = tupleToArray(it, parts[1]).map(arg => reprText(it, arg));
    for (let at = dictNext(it, parts[2], 0); at >= 0; at = dictNext(it, parts[2], at)) {
      const { key, value } = entry;
      it.own(it.newRef(key));
      it.own(it.newRef(value));
      texts.push(`${strText(it, key)}=${reprText(it, value)}`);
      it.drop(2);
    }
    const name = it.profile.natives.partialReprIsQualified || !type.isHeapType ? `${moduleOfType(it, type)}.${qualnameOfType(it, type)}` : type.name;
    const text = `${name}(${[reprText(it, parts[0]), ...texts].join(', ')})`;
    it.drop(3);
    return text;
  });
}

function setState(it: Interp, p: Ptr, state: Ptr): Ptr {
  const invalid = (): never => it.typeError('invalid partial state');
  if (!isTuple(it, state) || tupleSize(it, state) !== 4) invalid();
  const [fn, args, kw, dict] = tupleToArray(it, state) as [Ptr, Ptr, Ptr, Ptr];
  const none = it.singletons.none;
  if (it.typeOf(fn).slots.call === undefined || !isTuple(it, args) || (kw !== none && !isDict(it, kw))) invalid();
  checkGaps(it, tupleToArray(it, args));
  const ownArgs = it.typeOf(args) === it.types.tuple ? it.newRef(args) : tupleFrom(it, tupleToArray(it, args));
  const ownKw = kw === none ? newDict(it) : it.typeOf(kw) === it.types.dict ? it.newRef(kw) : dictCopy(it, kw);
  const ownDict = dict === none ? 0 : it.newRef(dict);
  // The fields keep what they get while the old ones go.
  const fields = [Part.FN, Part.ARGS, Part.KW, Part.DICT];
  const old = fields.map(field => it.own(it.i32[p + field] || none));
  [it.newRef(fn), ownArgs, ownKw, ownDict].forEach((value, i) => { it.i32[p + fields[i]!] = value; });
  if (it.recording) it.touch(p);
  setGaps(it, p);
  it.release(old.length);
  for (const value of old) it.decref(value);
  return none;
}

const member = (field: number): GetSet => ({ isMember: true, get: (it, p) => it.newRef(it.i32[p + field] || it.singletons.none) });

export const partialSpec = (bytes: number): TypeSpec => ({
  name: 'partial',
  module: 'functools',
  doc: 'Create a new function with partial application of the given arguments and keywords.',
  basicsize: bytes,
  dictoffset: Part.DICT * 4,
  weaklistoffset: 48,
  hasGc: true,
  isBaseType: true,
  slots: {
    ...recordSlots([Part.FN, Part.ARGS, Part.KW, Part.DICT], { weaklist: true }),
    repr: partialRepr,
    call: partialCall,
    new: partialNew
  },
  forward: forwardPartial,
  methods: {
    __reduce__: {
      kind: 'noargs',
      fn: (it, p) => {
        const i32 = it.i32;
        const fn = i32[p + Part.FN]!;
        const made = it.own(tupleFrom(it, [fn]));
        const state = it.own(tupleFrom(it, [fn, i32[p + Part.ARGS]!, i32[p + Part.KW]!, i32[p + Part.DICT]! || it.singletons.none]));
        const result = tupleFrom(it, [it.typeOf(p).ptr, made, state]);
        it.drop(2);
        return result;
      }
    },
    __setstate__: { kind: 'o', fn: setState },
    __class_getitem__: classGetItem
  },
  getset: { func: member(Part.FN), args: member(Part.ARGS), keywords: member(Part.KW), __dict__: dictAttribute },
  parts: {
    visit: (it, p, most, visit) => {
      visit('func', it.i32[p + Part.FN]!);
      argsOf(it, p).slice(0, most).forEach((arg, i) => visit(`args[${i}]`, arg));
      if (dictSize(it, it.i32[p + Part.KW]!) > 0) visit('keywords', it.i32[p + Part.KW]!);
      if (it.i32[p + Part.DICT] !== 0) visit('__dict__', it.i32[p + Part.DICT]!);
    }
  }
});

/// What `instance.attribute` is of a partial in a class: itself, with a warning of what comes (3.13), or a method (3.14).
export const partialGet = (binds: boolean): Slots['descrGet'] => (it, p, instance) => {
  if (instance === 0 || instance === it.singletons.none) return it.newRef(p);
  if (binds) return newBoundMethod(it, p, instance);
  it.hooks.warn(it, it.types.FutureWarning, 'functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior');
  return it.newRef(p);
};

/// The type of functools.Placeholder, which has one instance.
export const placeholderSpec: TypeSpec = {
  name: '_PlaceholderType',
  module: 'functools',
  doc: 'The type of the Placeholder singleton.\n\nUsed as a placeholder for partial arguments.',
  basicsize: 16,
  hasGc: true,
  slots: {
    repr: it => newStr(it, 'Placeholder'),
    new: (it, _type, args) => {
      if (args.length > 0) it.typeError('PlaceholderType takes no arguments');
      return it.newRef(placeholderOf(it));
    }
  },
  methods: { __reduce__: { kind: 'noargs', fn: it => newStr(it, 'Placeholder') } }
};
