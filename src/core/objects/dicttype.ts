/// The type dict. CPython 3.14 Objects/dictobject.c
import { untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, iterate, reprText, richCompareBool, setItem } from './abstract';
import { checkPositional, keywordCount } from './args';
import { decrefKeys, isUnicodeKeys, keysBytes, LOG_MINSIZE, log2SizeForEntries } from './dictkeys';
import { lookup } from './dictlookup';
import { dictCopy, dictFromKeywords, dictMerge, dictUpdate, Override, setKeywords } from './dictmerge';
import {
  allocDict, clearValues, dictClear, dictContains, dictDelItem, dictGetItem, dictNext, dictPop, dictPopItem, dictResize,
  dictSetDefault, dictSetItem, dictSetItemKnownHash, dictSize, entry, forEachDictKey, isDict, raiseKeyError, valueWord
} from './dictobject';
import { newDictIterator } from './dictiter';
import { areEmbedded, sharedKeysCapacity, valuesBlock } from './dictvalues';
import { newDictView } from './dictviews';
import type { Interp } from './interp';
import { guardedRepr } from './reprenter';
import { forEachSetKey, setSize } from './set';
import { callBoundSpecial } from './special';
import { tupleSteal } from './tuple';
import { CompareOp } from './typeobject';
import type { TypeSpec, Visitor } from './typeobject';

function dictTraverse(it: Interp, d: Ptr, visitor: Visitor): void {
  const i32 = it.i32;
  const k = i32[d + 8]!;
  const values = i32[d + 10]!;
  if (values !== 0) {
    for (let n = i32[k + 6]!, word = values + 2; n > 0; n--, word += 2) if (i32[word] !== 0) visitor.visit(i32[word]!);
    return;
  }
  const stride = i32[k + 5]!;
  const unicode = isUnicodeKeys(it, k);
  for (let n = i32[k + 6]!, e = i32[k + 7]!; n > 0; n--, e += stride) {
    const value = i32[e + 2]!;
    if (value === 0) continue;
    visitor.visit(value);
    if (!unicode) visitor.visit(i32[e]!);
  }
}

function dictDealloc(it: Interp, d: Ptr): void {
  const i32 = it.i32;
  untrack(i32, d);
  const keys = i32[d + 8]!;
  const values = i32[d + 10]!;
  if (values !== 0 && !areEmbedded(it, values)) {
    clearValues(it, values, keys);
    it.memory.free(valuesBlock(it, values));
  }
  i32[d + 8] = it.singletons.emptyDictKeys;
  i32[d + 10] = 0;
  decrefKeys(it, keys);
  it.freeInstance(d);
}

function dictBytes(it: Interp, d: Ptr): number {
  const k = it.i32[d + 8]!;
  const split = it.i32[d + 10] !== 0;
  let bytes = it.typeOf(d).basicsize;
  if (split) bytes += sharedKeysCapacity(it, k) * 8;
  if (k !== it.singletons.emptyDictKeys && it.i32[k] === 1) bytes += keysBytes(it, k);
  return bytes;
}

function dictRepr(it: Interp, d: Ptr): Ptr {
  return guardedRepr(it, d, '{...}', () => {
    const parts: string[] = [];
    for (let pos = dictNext(it, d, 0); pos !== -1; pos = dictNext(it, d, pos)) {
      const key = it.own(it.newRef(entry.key));
      const value = it.own(it.newRef(entry.value));
      parts.push(`${reprText(it, key)}: ${reprText(it, value)}`);
      it.drop(2);
    }
    return `{${parts.join(', ')}}`;
  });
}

/// CPython 3.14 dict_equal
function dictEqual(it: Interp, a: Ptr, b: Ptr): boolean {
  if (dictSize(it, a) !== dictSize(it, b)) return false;
  for (let pos = dictNext(it, a, 0); pos !== -1; pos = dictNext(it, a, pos)) {
    const { key, value, hash, hashHigh } = entry;
    it.own(it.newRef(key));
    it.own(it.newRef(value));
    const ix = lookup(it, b, key, hash, hashHigh);
    const other = ix < 0 ? 0 : it.i32[valueWord(it, b, ix)]!;
    if (other !== 0) it.own(it.newRef(other));
    const equal = other !== 0 && richCompareBool(it, value, other, CompareOp.EQ);
    it.drop(other !== 0 ? 3 : 2);
    if (!equal) return false;
  }
  return true;
}

function dictSubscript(it: Interp, d: Ptr, key: Ptr): Ptr {
  const value = dictGetItem(it, d, key);
  if (value !== 0) return it.newRef(value);
  if (it.typeOf(d) !== it.types.dict) {
    const missing = callBoundSpecial(it, d, '__missing__', [key]);
    if (missing !== 0) return missing;
  }
  raiseKeyError(it, key);
}

function dictOr(it: Interp, a: Ptr, b: Ptr): Ptr {
  if (!isDict(it, a) || !isDict(it, b)) return it.singletons.notImplemented;
  const result = it.own(dictCopy(it, a));
  dictUpdate(it, result, b);
  return it.take();
}

/// `update` and `__init__` (dict_update_common).
function updateCommon(it: Interp, d: Ptr, name: string, args: readonly Ptr[], kwnames: Ptr): void {
  const keywords = keywordCount(it, kwnames);
  checkPositional(it, name, args.length - keywords, 0, 1);
  if (args.length > keywords) dictUpdate(it, d, args[0]!);
  if (keywords === 0) return;
  if (name === 'dict' && it.typeOf(d) === it.types.dict) {
    setKeywords(it, d, args, kwnames);
    return;
  }
  const dict = it.own(dictFromKeywords(it, args, kwnames));
  dictMerge(it, d, dict, Override.REPLACE);
  it.drop();
}

/// CPython 3.14 _PyDict_FromKeys
function fromKeys(it: Interp, cls: Ptr, args: readonly Ptr[]): Ptr {
  const iterable = args[0]!;
  const value = args[1] ?? it.singletons.none;
  const d = it.own(call(it, cls));
  if (it.typeOf(d) === it.types.dict) {
    const type = it.typeOf(iterable);
    if (type === it.types.dict) {
      presize(it, d, dictSize(it, iterable), isUnicodeKeys(it, it.i32[iterable + 8]!));
      forEachDictKey(it, iterable, (key, lo, hi) => dictSetItemKnownHash(it, d, key, lo, hi, value));
    } else if (type === it.types.set || type === it.types.frozenset) {
      presize(it, d, setSize(it, iterable), false);
      forEachSetKey(it, iterable, (key, lo, hi) => dictSetItemKnownHash(it, d, key, lo, hi, value));
    } else {
      iterate(it, iterable, key => dictSetItem(it, d, key, value));
    }
  } else {
    iterate(it, iterable, key => setItem(it, d, key, value));
  }
  return it.take();
}

function presize(it: Interp, d: Ptr, entries: number, unicode: boolean): void {
  if (dictSize(it, d) === 0) dictResize(it, d, Math.max(log2SizeForEntries(it, entries), LOG_MINSIZE), unicode);
}

export const dictSpec: TypeSpec = {
  name: 'dict',
  basicsize: 48,
  hasGc: true,
  isBaseType: true,
  slots: {
    size: dictBytes,
    traverse: dictTraverse,
    clear: dictClear,
    dealloc: dictDealloc,
    repr: dictRepr,
    richcompare: (it, v, w, op) => {
      if (!isDict(it, v) || !isDict(it, w) || (op !== CompareOp.EQ && op !== CompareOp.NE)) return it.singletons.notImplemented;
      return it.bool(dictEqual(it, v, w) === (op === CompareOp.EQ));
    },
    iter: (it, d) => newDictIterator(it, it.types.dict_keyiterator, d),
    new: (it, type) => allocDict(it, type, it.singletons.emptyDictKeys, 0, 0, true),
    init: (it, d, args, kwnames) => updateCommon(it, d, 'dict', args, kwnames),
    nbOr: dictOr,
    nbInplaceOr: (it, d, other) => {
      dictUpdate(it, d, other);
      return it.newRef(d);
    },
    mpLength: dictSize,
    mpSubscript: dictSubscript,
    mpAssSubscript: (it, d, key, value) => {
      if (value !== 0) dictSetItem(it, d, key, value);
      else if (!dictDelItem(it, d, key)) raiseKeyError(it, key);
    },
    sqContains: dictContains
  },
  methods: {
    __contains__: { kind: 'o', fn: (it, d, key) => it.bool(dictContains(it, d, key)) },
    __getitem__: { kind: 'o', fn: dictSubscript },
    __reversed__: { kind: 'noargs', fn: (it, d) => newDictIterator(it, it.types.dict_reversekeyiterator, d) },
    clear: {
      kind: 'noargs',
      fn: (it, d) => {
        dictClear(it, d);
        return it.singletons.none;
      }
    },
    copy: { kind: 'noargs', fn: dictCopy },
    fromkeys: { kind: 'fastcall', min: 1, max: 2, binding: 'class', fn: fromKeys },
    get: {
      kind: 'fastcall', min: 1, max: 2,
      fn: (it, d, args) => it.newRef(dictGetItem(it, d, args[0]!) || (args[1] ?? it.singletons.none))
    },
    items: { kind: 'noargs', fn: (it, d) => newDictView(it, it.types.dict_items, d) },
    keys: { kind: 'noargs', fn: (it, d) => newDictView(it, it.types.dict_keys, d) },
    pop: {
      kind: 'fastcall', min: 1, max: 2,
      fn: (it, d, args) => {
        const value = dictPop(it, d, args[0]!);
        if (value !== 0) return value;
        if (args.length === 1) raiseKeyError(it, args[0]!);
        return it.newRef(args[1]!);
      }
    },
    popitem: {
      kind: 'noargs',
      fn: (it, d) => {
        if (!dictPopItem(it, d)) it.raise(it.types.KeyError, 'popitem(): dictionary is empty');
        return tupleSteal(it, [entry.key, entry.value]);
      }
    },
    setdefault: {
      kind: 'fastcall', min: 1, max: 2,
      fn: (it, d, args) => it.newRef(dictSetDefault(it, d, args[0]!, args[1] ?? it.singletons.none))
    },
    update: {
      kind: 'keywords',
      fn: (it, d, args, kwnames) => {
        updateCommon(it, d, 'update', args, kwnames);
        return it.singletons.none;
      }
    },
    values: { kind: 'noargs', fn: (it, d) => newDictView(it, it.types.dict_values, d) }
  }
};
