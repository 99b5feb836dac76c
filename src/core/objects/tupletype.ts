/// The type tuple and its iterator. CPython 3.14 Objects/tupleobject.c
import { isTracked, track, untrack } from '../memory/gchead';
import { mayBeTracked } from './dictobject';
import type { Ptr } from '../memory/ram';
import { hash } from './abstract';
import { checkPositional, noKeywords, positionalCount } from './args';
import { dropReversed } from './dropping';
import { add64, high, XXHASH_START, xxhashEnd, xxhashLane } from './hash64';
import { newInt } from './int';
import { endIndexIterator, indexIteratorSpec, newIndexIterator } from './indexiter';
import type { Interp } from './interp';
import { guardedRepr, joinReprs } from './reprenter';
import { compareSequences, countItems, findItem } from './sequence';
import { adjustedSlice, isSlice } from './slice';
import { boundArgument, hasIndex, subscriptIndex } from './ssize';
import { newStr } from './str';
import {
  allocTuple, isTuple, newTuple, tupleFromMemory, tupleGet, tupleGetSlice, tupleItems, tupleSetInit, tupleSize, tupleSteal, tupleTrack
} from './tuple';
import { tupleFromIterable } from './tuplefrom';
import type { TypeObject, TypeSpec } from './typeobject';

function tupleNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  if (type === it.types.tuple || type.slots.init === it.types.tuple.slots.init) noKeywords(it, 'tuple', kwnames);
  checkPositional(it, 'tuple', positionalCount(it, args, kwnames), 0, 1);
  const exact = args.length === 0 ? it.singletons.emptyTuple : tupleFromIterable(it, args[0]!);
  if (type === it.types.tuple) return exact;
  it.own(exact);
  const size = tupleSize(it, exact);
  const p = allocTuple(it, type, size);
  for (let i = 0; i < size; i++) tupleSetInit(it, p, i, it.newRef(tupleGet(it, exact, i)));
  track(it.i32, p);
  it.drop();
  return p;
}

function tupleDealloc(it: Interp, p: Ptr): void {
  const i32 = it.i32;
  const size = i32[p + 4]!;
  untrack(i32, p);
  dropReversed(it, p + it.profile.tupleItems, size);
  const type = it.typeOf(p);
  it.freeTo(p, type, type === it.types.tuple ? it.tupleFreeLists[size] : undefined);
}

function tupleHash(it: Interp, p: Ptr): number {
  const i32 = it.i32;
  const caches = it.profile.tupleItems === 8;
  if (caches && (i32[p + 6] !== -1 || i32[p + 7] !== -1)) {
    it.hashHigh = i32[p + 7]!;
    return i32[p + 6]!;
  }
  // Tuples in tuples wait here: they may nest deeper than the host's stack allows.
  let outer: { tuple: Ptr; i: number; lo: number; hi: number }[] | undefined;
  let tuple = p;
  let lo = XXHASH_START.lo, hi = XXHASH_START.hi;
  for (let i = 0; ;) {
    const size = i32[tuple + 4]!;
    if (i < size) {
      const item = tupleGet(it, tuple, i++);
      if (it.typeOf(item) === it.types.tuple && !(caches && (i32[item + 6] !== -1 || i32[item + 7] !== -1))) {
        (outer ??= []).push({ tuple, i, lo, hi });
        tuple = item;
        i = 0;
        lo = XXHASH_START.lo;
        hi = XXHASH_START.hi;
        continue;
      }
      const lane = hash(it, item);
      lo = xxhashLane(lo, hi, lane, it.hashHigh);
      hi = high.word;
      continue;
    }
    lo = add64(lo, hi, size ^ XXHASH_START.lo ^ 3527539, XXHASH_START.hi);
    const result = xxhashEnd(it, lo, high.word);
    if (caches) {
      i32[tuple + 6] = result;
      i32[tuple + 7] = it.hashHigh;
    }
    const next = outer?.pop();
    if (next === undefined) return result;
    ({ tuple, i } = next);
    lo = xxhashLane(next.lo, next.hi, result, it.hashHigh);
    hi = high.word;
  }
}

function tupleConcat(it: Interp, a: Ptr, b: Ptr): Ptr {
  if (tupleSize(it, a) === 0 && it.typeOf(b) === it.types.tuple) return it.newRef(b);
  if (!isTuple(it, b)) it.typeError(`can only concatenate tuple (not "${it.typeOf(b).name}") to tuple`);
  if (tupleSize(it, b) === 0 && it.typeOf(a) === it.types.tuple) return it.newRef(a);
  const sizeA = tupleSize(it, a);
  const sizeB = tupleSize(it, b);
  const p = newTuple(it, sizeA + sizeB);
  for (let i = 0; i < sizeA; i++) tupleSetInit(it, p, i, it.newRef(tupleGet(it, a, i)));
  for (let i = 0; i < sizeB; i++) tupleSetInit(it, p, sizeA + i, it.newRef(tupleGet(it, b, i)));
  tupleTrack(it, p);
  return p;
}

function tupleRepeat(it: Interp, a: Ptr, count: number): Ptr {
  const size = tupleSize(it, a);
  if ((size === 0 || count === 1) && it.typeOf(a) === it.types.tuple) return it.newRef(a);
  if (size === 0 || count <= 0) return it.singletons.emptyTuple;
  if (size * count > 2 ** 28) it.noMemory();
  const p = newTuple(it, size * count);
  for (let i = 0; i < size * count; i++) tupleSetInit(it, p, i, it.newRef(tupleGet(it, a, i % size)));
  tupleTrack(it, p);
  return p;
}

function tupleItem(it: Interp, p: Ptr, index: number): Ptr {
  if (index < 0 || index >= tupleSize(it, p)) it.raise(it.types.IndexError, 'tuple index out of range');
  return it.newRef(tupleGet(it, p, index));
}

function tupleSubscript(it: Interp, p: Ptr, key: Ptr): Ptr {
  if (isSlice(it, key)) {
    const { start, step, length } = adjustedSlice(it, key, tupleSize, p);
    if (length <= 0) return it.singletons.emptyTuple;
    if (step === 1) return tupleGetSlice(it, p, start, start + length);
    const slice = newTuple(it, length);
    for (let i = 0; i < length; i++) tupleSetInit(it, slice, i, it.newRef(tupleGet(it, p, start + i * step)));
    tupleTrack(it, slice);
    return slice;
  }
  if (!hasIndex(it, key)) it.typeError(`tuple indices must be integers or slices, not ${it.typeOf(key).name}`);
  const index = subscriptIndex(it, key);
  return tupleItem(it, p, index < 0 ? index + tupleSize(it, p) : index);
}

function tupleRepr(it: Interp, p: Ptr): Ptr {
  const size = tupleSize(it, p);
  if (size === 0) return newStr(it, '()');
  return guardedRepr(it, p, '(...)', () => {
    let i = 0;
    return `(${joinReprs(it, false, () => (i < size ? tupleGet(it, p, i++) : 0))}${size === 1 ? ',)' : ')'}`;
  });
}

function tupleIterNext(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const tuple = i32[p + 6]!;
  if (tuple === 0) return 0;
  const index = i32[p + 4]!;
  if (index >= i32[tuple + 4]!) return endIndexIterator(it, p);
  i32[p + 4] = index + 1;
  const item = tupleGet(it, tuple, index);
  it.incref(item);
  return item;
}

/// Takes a tuple that holds nothing the collector must see off its list (_PyTuple_MaybeUntrack).
export function tupleMaybeUntrack(it: Interp, p: Ptr): void {
  if (it.typeOf(p) !== it.types.tuple || !isTracked(it.i32, p)) return;
  for (let i = tupleSize(it, p) - 1; i >= 0; i--) {
    const item = tupleGet(it, p, i);
    if (item === 0 || mayBeTracked(it, item)) return;
  }
  untrack(it.i32, p);
}

export const tupleSpec: TypeSpec = {
  name: 'tuple',
  // 3.14's is 8 bytes more: initTuple sets it.
  basicsize: 24,
  itemsize: 8,
  hasGc: true,
  isBaseType: true,
  slots: {
    size: (it, p) => it.typeOf(p).basicsize + 8 * tupleSize(it, p),
    traverse: (it, p, visitor) => {
      const base = tupleItems(it, p);
      for (let i = base + 2 * tupleSize(it, p) - 2; i >= base; i -= 2) if (it.i32[i] !== 0) visitor.visit(it.i32[i]!);
    },
    dealloc: tupleDealloc,
    repr: tupleRepr,
    hash: tupleHash,
    richcompare: (it, v, w, op) => isTuple(it, v) && isTuple(it, w)
      ? compareSequences(it, v, w, op, tupleSize, tupleGet, false) : it.singletons.notImplemented,
    iter: (it, p) => newIndexIterator(it, it.types.tuple_iterator, p, 0),
    new: tupleNew,
    mpLength: tupleSize,
    mpSubscript: tupleSubscript,
    sqLength: tupleSize,
    sqConcat: tupleConcat,
    sqRepeat: tupleRepeat,
    sqItem: tupleItem,
    sqContains: (it, p, item) => findItem(it, p, item, 0, Infinity, tupleSize, tupleGet, false) >= 0
  },
  methods: {
    index: {
      kind: 'fastcall', min: 1, max: 3,
      fn: (it, p, args) => {
        const size = tupleSize(it, p);
        const bound = (arg: Ptr): number => {
          const n = boundArgument(it, arg);
          return n < 0 ? Math.max(n + size, 0) : n;
        };
        const start = args.length > 1 ? bound(args[1]!) : 0;
        const stop = args.length > 2 ? bound(args[2]!) : size;
        const found = findItem(it, p, args[0]!, start, stop, tupleSize, tupleGet, false);
        if (found < 0) it.valueError('tuple.index(x): x not in tuple');
        return newInt(it, found);
      }
    },
    count: { kind: 'o', fn: (it, p, value) => newInt(it, countItems(it, p, value, tupleSize, tupleGet, false)) },
    __getnewargs__: {
      kind: 'noargs',
      fn: (it, p) => tupleSteal(it, [tupleFromMemory(it, tupleItems(it, p), tupleSize(it, p))])
    }
  }
};

export const tupleIteratorSpec: TypeSpec = indexIteratorSpec('tuple_iterator', tupleSize, tupleIterNext);
