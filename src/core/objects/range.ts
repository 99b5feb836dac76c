/// Ranges and their iterators. CPython 3.14 Objects/rangeobject.c
///
/// rangeobject: start at p + 4, stop at p + 6, step at p + 8, length at p + 10, all int objects.
/// range_iterator: start, step and len as doubles at p + 4, p + 6 and p + 8; longrange_iterator: the same as int objects.
import type { Ptr } from '../memory/ram';
import { getIter, hash, exactIndex, index, iterNext, iterate, richCompareBool } from './abstract';
import { checkPositional, noKeywords } from './args';
import { asNumber, bigValue, intFrom, intValue, isInt, isIntExact, newInt } from './int';
import type { Interp } from './interp';
import { setReference } from './record';
import { isSlice, longIndices } from './slice';
import { hasIndex } from './ssize';
import { newStr } from './str';
import { tupleSteal } from './tuple';
import { CompareOp } from './typeobject';
import type { Slots, TypeSpec } from './typeobject';

const RANGE_BYTES = 48;
const FIELDS = [4, 6, 8, 10] as const;
/// Up to here, dividing doubles gives exact lengths.
const EXACT = 2 ** 51;

type Int = number | bigint;

/// A new range; takes over the references to three int objects.
function makeRange(it: Interp, start: Ptr, stop: Ptr, step: Ptr): Ptr {
  it.own(start);
  it.own(stop);
  it.own(step);
  const length = intFrom(it, rangeLength(intValue(it, start), intValue(it, stop), intValue(it, step)));
  it.own(length);
  const p = it.allocObject(it.types.range, RANGE_BYTES);
  const i32 = it.i32;
  i32[p + 10] = it.take();
  i32[p + 8] = it.take();
  i32[p + 6] = it.take();
  i32[p + 4] = it.take();
  i32[p + 5] = i32[p + 7] = i32[p + 9] = i32[p + 11] = 0;
  return p;
}

const isExact = (n: Int): n is number => typeof n === 'number' && n < EXACT && n > -EXACT;

/// CPython 3.14 compute_range_length
function rangeLength(start: Int, stop: Int, step: Int): Int {
  if (isExact(start) && isExact(stop) && isExact(step)) {
    const span = step > 0 ? stop - start : start - stop;
    return span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(step)) + 1;
  }
  const bigStep = BigInt(step);
  const span = bigStep > 0n ? BigInt(stop) - BigInt(start) : BigInt(start) - BigInt(stop);
  return span <= 0n ? 0 : (span - 1n) / (bigStep > 0n ? bigStep : -bigStep) + 1n;
}

const field = (it: Interp, p: Ptr, offset: number): Int => intValue(it, it.i32[p + offset]!);

/// The item at an index that is in range.
function itemAt(it: Interp, p: Ptr, i: Int): Ptr {
  const start = field(it, p, 4);
  const step = field(it, p, 8);
  if (isExact(start) && isExact(step) && isExact(i) && isExact(step * i)) return newInt(it, start + step * i);
  return intFrom(it, BigInt(start) + BigInt(step) * BigInt(i));
}

function rangeItem(it: Interp, p: Ptr, i: Int): Ptr {
  const length = field(it, p, 10);
  const at = i < 0 ? (isExact(i) && isExact(length) ? i + length : BigInt(i) + BigInt(length)) : i;
  if (at < 0 || at >= length) it.raise(it.types.IndexError, 'range object index out of range');
  return itemAt(it, p, at);
}

function rangeSubscript(it: Interp, p: Ptr, key: Ptr): Ptr {
  if (hasIndex(it, key)) {
    const n = it.own(index(it, key));
    const item = rangeItem(it, p, intValue(it, n));
    it.drop();
    return item;
  }
  if (!isSlice(it, key)) it.typeError(`range indices must be integers or slices, not ${it.typeOf(key).name}`);
  const [low, high, by] = longIndices(it, key, BigInt(field(it, p, 10)));
  const start = BigInt(field(it, p, 4));
  const step = BigInt(field(it, p, 8));
  return makeRange(it, intFrom(it, start + low * step), intFrom(it, start + high * step), intFrom(it, step * by));
}

/// Index of an int in the range, or -1.
function indexOfInt(it: Interp, p: Ptr, value: Int): Int {
  const start = field(it, p, 4);
  const step = field(it, p, 8);
  const length = field(it, p, 10);
  if (isExact(start) && isExact(step) && isExact(value)) {
    const i = (value - start) / step;
    return Number.isInteger(i) && i >= 0 && i < length ? i : -1;
  }
  const offset = BigInt(value) - BigInt(start);
  if (offset % BigInt(step) !== 0n) return -1;
  const i = offset / BigInt(step);
  return i >= 0n && i < length ? i : -1;
}

/// Index of the first item equal to something that is no int, or -1; looks at all.
function search(it: Interp, p: Ptr, value: Ptr): number {
  const iterator = it.own(getIter(it, p));
  let i = 0;
  for (let item = iterNext(it, iterator); item !== 0; item = iterNext(it, iterator), i++) {
    it.own(item);
    const equal = richCompareBool(it, item, value, CompareOp.EQ);
    it.drop();
    if (equal) {
      it.drop();
      return i;
    }
  }
  it.drop();
  return -1;
}

/// How many items equal something that is no int (PySequence_Count).
function countEqual(it: Interp, p: Ptr, value: Ptr): Ptr {
  let count = 0;
  iterate(it, p, item => { if (richCompareBool(it, item, value, CompareOp.EQ)) count++; });
  return newInt(it, count);
}

function indexOf(it: Interp, p: Ptr, value: Ptr): Int {
  const isPlain = isIntExact(it, value) || it.typeOf(value) === it.types.bool;
  return isPlain ? indexOfInt(it, p, intValue(it, value)) : search(it, p, value);
}

/// What decides equality and hash: length, start unless empty, step unless there is but one item.
function identity(it: Interp, p: Ptr): [Ptr, Ptr, Ptr] {
  const none = it.singletons.none;
  const length = field(it, p, 10);
  return [it.i32[p + 10]!, length > 0 ? it.i32[p + 4]! : none, length > 1 ? it.i32[p + 8]! : none];
}

function rangeRichCompare(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  if (it.typeOf(w) !== it.types.range || (op !== CompareOp.EQ && op !== CompareOp.NE)) return it.singletons.notImplemented;
  const b = identity(it, w);
  const equal = identity(it, v).every((part, i) => richCompareBool(it, part, b[i]!, CompareOp.EQ));
  return it.bool(equal === (op === CompareOp.EQ));
}

function rangeHash(it: Interp, p: Ptr): number {
  const tuple = it.own(tupleSteal(it, identity(it, p).map(part => it.newRef(part))));
  const result = hash(it, tuple);
  const hashHigh = it.hashHigh;
  it.drop();
  it.hashHigh = hashHigh;
  return result;
}

/// An iterator over `length` ints from `start` (fast_range_iter, longrange iter).
function newRangeIterator(it: Interp, start: Int, step: Int, length: Int): Ptr {
  const bytes = it.profile.rangeIteratorBytes;
  if (isExact(start) && isExact(step) && isExact(length) && isExact(start + step * length)) {
    const p = it.allocObject(it.types.range_iterator, bytes);
    const f = (p + 4) >> 1;
    it.f64[f] = start;
    it.f64[f + 1] = step;
    it.f64[f + 2] = length;
    if (bytes > SHORT_ITERATOR) it.f64[f + 3] = length;
    return p;
  }
  const parts = [start, step, length].map(n => it.own(intFrom(it, BigInt(n))));
  const p = it.allocObject(it.types.longrange_iterator, bytes);
  it.i32.fill(0, p + 4, p + (bytes >> 2));
  parts.forEach((part, i) => { it.i32[p + 4 + 2 * i] = part; });
  it.release(3);
  return p;
}

function rangeIterNext(it: Interp, p: Ptr): Ptr {
  const f = (p + 4) >> 1;
  const f64 = it.f64;
  const left = f64[f + 2]!;
  if (left <= 0) return 0;
  const value = f64[f]!;
  f64[f] = value + f64[f + 1]!;
  f64[f + 2] = left - 1;
  return newInt(it, value);
}

function longRangeIterNext(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const left = bigValue(it, i32[p + 8]!);
  if (left <= 0n) return 0;
  const value = i32[p + 4]!;
  const next = it.own(intFrom(it, bigValue(it, value) + bigValue(it, i32[p + 6]!)));
  const rest = intFrom(it, left - 1n);
  it.take();
  it.decref(i32[p + 8]!);
  i32[p + 8] = rest;
  i32[p + 4] = next;
  if (it.recording) it.touch(p);
  return value;
}

function newRange(it: Interp, args: readonly Ptr[]): Ptr {
  if (args.length === 1) {
    const stop = exactIndex(it, args[0]!);
    return makeRange(it, newInt(it, 0), stop, newInt(it, 1));
  }
  const start = it.own(exactIndex(it, args[0]!));
  const stop = it.own(exactIndex(it, args[1]!));
  const step = args.length === 3 ? exactIndex(it, args[2]!) : newInt(it, 1);
  it.own(step);
  if (intValue(it, step) === 0) it.valueError('range() arg 3 must not be zero');
  it.release(3);
  return makeRange(it, start, stop, step);
}

/// Past 2^53 exactly in `it.wideLength`.
function measure(it: Interp, p: Ptr): number {
  const length = asNumber(it, it.i32[p + 10]!);
  if (length > Number.MAX_SAFE_INTEGER) it.wideLength = bigValue(it, it.i32[p + 10]!);
  return length;
}

function rangeRepr(it: Interp, p: Ptr): Ptr {
  const step = field(it, p, 8);
  return newStr(it, `range(${field(it, p, 4)}, ${field(it, p, 6)}${step === 1 ? '' : `, ${step}`})`);
}

const member = (offset: number) => ({ isMember: true as const, get: (it: Interp, p: Ptr): Ptr => it.newRef(it.i32[p + offset]!) });

export const rangeSpec: TypeSpec = {
  name: 'range',
  basicsize: RANGE_BYTES,
  slots: {
    size: () => RANGE_BYTES,
    traverse: (it, p, visitor) => FIELDS.forEach(at => visitor.visit(it.i32[p + at]!)),
    dealloc: (it, p) => {
      for (const at of FIELDS) it.decref(it.i32[p + at]!);
      it.freeInstance(p);
    },
    repr: rangeRepr,
    hash: rangeHash,
    richcompare: rangeRichCompare,
    iter: (it, p) => newRangeIterator(it, field(it, p, 4), field(it, p, 8), field(it, p, 10)),
    new: (it, _type, args, kwnames) => {
      noKeywords(it, 'range', kwnames);
      checkPositional(it, 'range', args.length, 1, 3);
      return newRange(it, args);
    },
    nbBool: (it, p) => field(it, p, 10) > 0,
    mpLength: measure,
    mpSubscript: rangeSubscript,
    sqLength: measure,
    sqItem: rangeItem,
    sqContains: (it, p, value) => indexOf(it, p, value) >= 0
  },
  getset: { start: member(4), stop: member(6), step: member(8) },
  methods: {
    __reversed__: {
      kind: 'noargs',
      fn: (it, p) => {
        const start = BigInt(field(it, p, 4));
        const step = BigInt(field(it, p, 8));
        const length = BigInt(field(it, p, 10));
        const last = start + (length - 1n) * step;
        const narrow = (n: bigint): Int => (BigInt(Number(n)) === n && isExact(Number(n)) ? Number(n) : n);
        return newRangeIterator(it, narrow(last), narrow(-step), narrow(length));
      }
    },
    count: {
      kind: 'o',
      fn: (it, p, value) => (isIntExact(it, value) || it.typeOf(value) === it.types.bool ? newInt(it, indexOf(it, p, value) >= 0 ? 1 : 0) : countEqual(it, p, value))
    },
    index: {
      kind: 'o',
      fn: (it, p, value) => {
        const i = indexOf(it, p, value);
        if (i >= 0) return intFrom(it, i);
        if (!isInt(it, value)) it.valueError('sequence.index(x): x not in sequence');
        return it.valueError(it.profile.listIndexNamesValue ? `${intValue(it, value)} is not in range` : 'range.index(x): x not in range');
      }
    }
  }
};

function iteratorSpec(name: string, iternext: Slots['iternext'], remaining: (it: Interp, p: Ptr) => Ptr, fields: number): TypeSpec {
  return {
    name,
    basicsize: 40,
    disallowInstantiation: true,
    slots: {
      size: it => it.profile.rangeIteratorBytes,
      traverse: (it, p, visitor) => {
        for (let i = 0; i < fields; i++) visitor.visit(it.i32[p + 4 + 2 * i]!);
      },
      dealloc: (it, p) => {
        for (let i = 0; i < fields; i++) it.decref(it.i32[p + 4 + 2 * i]!);
        it.freeInstance(p);
      },
      iter: (it, p) => it.newRef(p),
      iternext
    },
    methods: {
      __length_hint__: { kind: 'noargs', fn: remaining },
      __reduce__: { kind: 'noargs', fn: rangeIteratorReduce },
      __setstate__: { kind: 'o', fn: rangeIteratorSetState }
    }
  };
}

/// Where a range iterator is: its next item, its step, how many are left.
function position(it: Interp, p: Ptr): [next: bigint, step: bigint, left: bigint] {
  const isLong = it.typeOf(p) === it.types.longrange_iterator;
  return [0, 1, 2].map(i => (isLong ? bigValue(it, it.i32[p + 4 + 2 * i]!) : BigInt(it.f64[((p + 4) >> 1) + i]!))) as [bigint, bigint, bigint];
}

/// `(iter, (range,), index)`; 3.11 keeps the range that it started with, and the index (rangeiter_reduce).
function rangeIteratorReduce(it: Interp, p: Ptr): Ptr {
  const [next, step, left] = position(it, p);
  const done = givenSoFar(it, p, left);
  const start = next - done * step;
  const range = makeRange(it, intFrom(it, start), intFrom(it, next + left * step), intFrom(it, step));
  const index = it.profile.rangeIteratorBytes > SHORT_ITERATOR ? intFrom(it, done) : it.singletons.none;
  return tupleSteal(it, [it.newRef(it.hooks.builtin(it, 'iter')), tupleSteal(it, [range]), index]);
}

const SHORT_ITERATOR = 40;

/// How many items a 3.11 iterator has given; later versions do not know.
function givenSoFar(it: Interp, p: Ptr, left: bigint): bigint {
  if (it.profile.rangeIteratorBytes === SHORT_ITERATOR || it.typeOf(p) !== it.types.range_iterator) return 0n;
  return BigInt(it.f64[((p + 4) >> 1) + 3]!) - left;
}

/// Goes on by so many items, in 3.11 to the item with this index (rangeiter_setstate).
function rangeIteratorSetState(it: Interp, p: Ptr, state: Ptr): Ptr {
  const [next, step, left] = position(it, p);
  const done = givenSoFar(it, p, left);
  const wanted = it.own(index(it, state));
  const n = bigValue(it, wanted) - done;
  it.drop();
  const forward = n < -done ? -done : n > left ? left : n;
  if (it.typeOf(p) === it.types.range_iterator) {
    const f = (p + 4) >> 1;
    it.f64[f] = Number(next + forward * step);
    it.f64[f + 2] = Number(left - forward);
  } else {
    setReference(it, p, 4, intFrom(it, next + forward * step));
    setReference(it, p, 8, intFrom(it, left - forward));
  }
  return it.singletons.none;
}

export const rangeIteratorSpec = iteratorSpec('range_iterator', rangeIterNext, (it, p) => newInt(it, it.f64[(p + 8) >> 1]!), 0);
export const longRangeIteratorSpec = iteratorSpec('longrange_iterator', longRangeIterNext, (it, p) => it.newRef(it.i32[p + 8]!), 3);
