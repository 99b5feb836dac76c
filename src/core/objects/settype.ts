/// The types set and frozenset and their iterator. CPython 3.14 Objects/setobject.c
import { track, untrack } from '../memory/gchead';
import { fillWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { hashNotImplemented, reprText } from './abstract';
import { checkPositional, noKeywords, positionalCount } from './args';
import { raiseKeyError } from './dictobject';
import { dropFields } from './dropping';
import { add64, high, mul64 } from './hash64';
import { newInt } from './int';
import type { Interp } from './interp';
import { listFromIterable } from './list';
import { guardedRepr } from './reprenter';
import {
  isAnySet, isSet, newSet, SET_BYTES, SET_WEAKLIST, setAdd, setClear, setContains, setDiscard, setDropEntries, setEntryFrom,
  setEntryIndex, setNext, setPop, setSize, setUpdate
} from './set';
import {
  isDisjoint, isSubset, isSuperset, setBecome, setCopy, setDifference, setDifferenceUpdate, setIntersection,
  setIntersectionMulti, setRichCompare, setSymmetricDifference, setSymmetricDifferenceUpdate, setUnion
} from './setops';
import { newStr } from './str';
import type { BinarySlot, NativeMethod, Slots, TypeSpec } from './typeobject';
import { clearWeakRefs } from './weakref';

const SET_ITERATOR_BYTES = 48;
const MANY = 1 << 30;

function setDealloc(it: Interp, s: Ptr): void {
  const i32 = it.i32;
  untrack(i32, s);
  if (i32[s + 48] !== 0) clearWeakRefs(it, s);
  setDropEntries(it, s);
  if (i32[s + 10] !== s + 16) it.memory.free(i32[s + 10]!);
  it.freeInstance(s);
}

function setRepr(it: Interp, s: Ptr): Ptr {
  const type = it.typeOf(s);
  if (setSize(it, s) === 0) return newStr(it, `${type.name}()`);
  return guardedRepr(it, s, `${type.name}(...)`, () => {
    const list = it.own(listFromIterable(it, s));
    const items = reprText(it, list).slice(1, -1);
    it.drop();
    return type === it.types.set ? `{${items}}` : `${type.name}({${items}})`;
  });
}

/// h -> (h ^ 89869747 ^ h << 16) * 3644798167 (_shuffle_bits).
function shuffleBits(lo: number, hi: number): number {
  return mul64(lo ^ 89869747 ^ (lo << 16), hi ^ ((hi << 16) | (lo >>> 16)), 3644798167 | 0, 0);
}

/// CPython 3.14 frozenset_hash_impl
function frozensetHash(it: Interp, s: Ptr): number {
  const i32 = it.i32;
  if (i32[s + 12] !== -1 || i32[s + 13] !== -1) {
    it.hashHigh = i32[s + 13]!;
    return i32[s + 12]!;
  }
  let lo = 0, hi = 0;
  for (let e = setNext(it, s, 0); e !== 0; e = setNext(it, s, e)) {
    lo ^= shuffleBits(i32[e + 2]!, i32[e + 3]!);
    hi ^= high.word;
  }
  lo ^= mul64(setSize(it, s) + 1, 0, 1927868237, 0);
  hi ^= high.word;
  const h11 = (lo >>> 11) | (hi << 21), h25 = (lo >>> 25) | (hi << 7);
  lo ^= h11 ^ h25;
  hi ^= (hi >>> 11) ^ (hi >>> 25);
  lo = mul64(lo, hi, 69069, 0);
  lo = add64(lo, high.word, 907133923, 0);
  hi = high.word;
  if (lo === -1 && hi === -1) {
    lo = 590923713;
    hi = 0;
  }
  i32[s + 12] = lo;
  i32[s + 13] = hi;
  it.hashHigh = hi;
  return lo;
}

/// Runs `find` with the key, or, if the key is an unhashable set, with a frozenset of its items.
function withFrozenKey(it: Interp, key: Ptr, find: (key: Ptr) => boolean): boolean {
  if (!isSet(it, key) || it.typeOf(key).slots.hash !== hashNotImplemented) return find(key);
  const frozen = it.own(newSet(it, it.types.frozenset, key));
  const found = find(frozen);
  it.drop();
  return found;
}

const bothSets = (op: BinarySlot): BinarySlot => (it, left, right) =>
  isAnySet(it, left) && isAnySet(it, right) ? op(it, left, right) : it.singletons.notImplemented;

const inPlace = (op: (it: Interp, s: Ptr, other: Ptr) => void): BinarySlot => (it, s, other) => {
  if (!isAnySet(it, other)) return it.singletons.notImplemented;
  op(it, s, other);
  return it.newRef(s);
};

const commonSlots: Partial<Slots> = {
  size: (it, s) => it.typeOf(s).basicsize + (it.i32[s + 10] === s + 16 ? 0 : (it.i32[s + 8]! + 1) * 16),
  traverse: (it, s, visitor) => {
    for (let e = setNext(it, s, 0); e !== 0; e = setNext(it, s, e)) visitor.visit(it.i32[e]!);
  },
  clear: setClear,
  dealloc: setDealloc,
  repr: setRepr,
  richcompare: setRichCompare,
  iter: (it, s) => {
    const p = it.allocGc(it.types.set_iterator, SET_ITERATOR_BYTES);
    fillWords(it.i32, 0, p + 4, p + SET_ITERATOR_BYTES / 4);
    it.i32[p + 4] = it.newRef(s);
    it.i32[p + 6] = setSize(it, s);
    it.i32[p + 10] = setSize(it, s);
    track(it.i32, p);
    return p;
  },
  sqLength: setSize,
  sqContains: (it, s, key) => withFrozenKey(it, key, k => setContains(it, s, k)),
  nbSubtract: bothSets(setDifference),
  nbAnd: bothSets(setIntersection),
  nbXor: bothSets(setSymmetricDifference),
  nbOr: bothSets((it, left, right) => setUnion(it, left, [right]))
};

const predicate = (test: (it: Interp, s: Ptr, other: Ptr) => boolean): NativeMethod =>
  ({ kind: 'o', fn: (it, s, other) => it.bool(test(it, s, other)) });

const commonMethods: Readonly<Record<string, NativeMethod>> = {
  copy: {
    kind: 'noargs',
    fn: (it, s) => (it.typeOf(s) === it.types.frozenset ? it.newRef(s) : setCopy(it, s))
  },
  difference: {
    kind: 'fastcall', min: 0, max: MANY,
    fn: (it, s, args) => {
      if (args.length === 0) return setCopy(it, s);
      const result = it.own(setDifference(it, s, args[0]!));
      for (const other of args.slice(1)) setDifferenceUpdate(it, result, other);
      return it.take();
    }
  },
  intersection: { kind: 'fastcall', min: 0, max: MANY, fn: setIntersectionMulti },
  isdisjoint: predicate(isDisjoint),
  issubset: predicate(isSubset),
  issuperset: predicate(isSuperset),
  symmetric_difference: { kind: 'o', fn: setSymmetricDifference },
  union: { kind: 'fastcall', min: 0, max: MANY, fn: setUnion },
  __contains__: { kind: 'o', fn: (it, s, key) => it.bool(withFrozenKey(it, key, k => setContains(it, s, k))) }
};

/// A method that changes the set and returns None.
const changing = (change: (it: Interp, s: Ptr, arg: Ptr) => void): NativeMethod => ({
  kind: 'o',
  fn: (it, s, arg) => {
    change(it, s, arg);
    return it.singletons.none;
  }
});
const changingAll = (change: (it: Interp, s: Ptr, args: readonly Ptr[]) => void): NativeMethod => ({
  kind: 'fastcall', min: 0, max: MANY,
  fn: (it, s, args) => {
    change(it, s, args);
    return it.singletons.none;
  }
});

const setLayout = { basicsize: SET_BYTES, hasGc: true, isBaseType: true, weaklistoffset: SET_WEAKLIST } as const;

export const setSpec: TypeSpec = {
  name: 'set',
  ...setLayout,
  slots: {
    ...commonSlots,
    hash: hashNotImplemented,
    new: (it, type) => newSet(it, type),
    init: (it, s, args, kwnames) => {
      noKeywords(it, 'set', kwnames);
      checkPositional(it, it.typeOf(s).name, positionalCount(it, args, kwnames), 0, 1);
      if (it.i32[s + 4] !== 0) setClear(it, s);
      if (args.length > 0) setUpdate(it, s, args[0]!);
    },
    nbInplaceSubtract: inPlace(setDifferenceUpdate),
    nbInplaceAnd: inPlace((it, s, other) => setBecome(it, s, setIntersection(it, s, other))),
    nbInplaceXor: inPlace(setSymmetricDifferenceUpdate),
    nbInplaceOr: inPlace(setUpdate)
  },
  methods: {
    ...commonMethods,
    add: changing(setAdd),
    clear: {
      kind: 'noargs',
      fn: (it, s) => {
        setClear(it, s);
        return it.singletons.none;
      }
    },
    difference_update: changingAll((it, s, args) => args.forEach(other => setDifferenceUpdate(it, s, other))),
    discard: changing((it, s, key) => withFrozenKey(it, key, k => setDiscard(it, s, k))),
    intersection_update: changingAll((it, s, args) => setBecome(it, s, setIntersectionMulti(it, s, args))),
    pop: {
      kind: 'noargs',
      fn: (it, s) => setPop(it, s) || it.raise(it.types.KeyError, 'pop from an empty set')
    },
    remove: changing((it, s, key) => {
      if (!withFrozenKey(it, key, k => setDiscard(it, s, k))) raiseKeyError(it, key);
    }),
    symmetric_difference_update: changing(setSymmetricDifferenceUpdate),
    update: changingAll((it, s, args) => args.forEach(other => setUpdate(it, s, other)))
  }
};

export const frozensetSpec: TypeSpec = {
  name: 'frozenset',
  ...setLayout,
  slots: {
    ...commonSlots,
    hash: frozensetHash,
    new: (it, type, args, kwnames) => {
      if (type === it.types.frozenset || type.slots.init === it.types.frozenset.slots.init) noKeywords(it, 'frozenset', kwnames);
      checkPositional(it, type.name, positionalCount(it, args, kwnames), 0, 1);
      const iterable = args[0] ?? 0;
      const frozenset = it.types.frozenset;
      if (iterable !== 0 && type === frozenset && it.typeOf(iterable) === frozenset) return it.newRef(iterable);
      return newSet(it, type, iterable);
    }
  },
  methods: commonMethods
};

function setIterNext(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const s = i32[p + 4]!;
  if (s === 0) return 0;
  if (i32[p + 6] !== setSize(it, s)) {
    i32[p + 6] = -1;
    it.raise(it.types.RuntimeError, 'Set changed size during iteration');
  }
  const e = setEntryFrom(it, s, i32[p + 8]!);
  if (e === 0) {
    i32[p + 4] = 0;
    if (it.recording) it.touch(p);
    it.decref(s);
    return 0;
  }
  i32[p + 8] = setEntryIndex(it, s, e) + 1;
  i32[p + 10] = i32[p + 10]! - 1;
  return it.newRef(i32[e]!);
}

export const setIteratorSpec: TypeSpec = {
  name: 'set_iterator',
  basicsize: SET_ITERATOR_BYTES,
  hasGc: true,
  disallowInstantiation: true,
  slots: {
    size: () => SET_ITERATOR_BYTES,
    traverse: (it, p, visitor) => {
      if (it.i32[p + 4] !== 0) visitor.visit(it.i32[p + 4]!);
    },
    dealloc: (it, p) => {
      untrack(it.i32, p);
      dropFields(it, p, [4]);
      it.freeInstance(p);
    },
    iter: (it, p) => it.newRef(p),
    iternext: setIterNext
  },
  methods: {
    __length_hint__: {
      kind: 'noargs',
      fn: (it, p) => {
        const s = it.i32[p + 4]!;
        return newInt(it, s !== 0 && it.i32[p + 6] === setSize(it, s) ? it.i32[p + 10]! : 0);
      }
    }
  }
};
