/// Slices. CPython 3.14 Objects/sliceobject.c. PySliceObject: start at p + 4, stop at p + 6, step at p + 8.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { hash, hashNotImplemented, index, reprText, richCompare, richCompareBool } from './abstract';
import { checkPositional, noKeywords } from './args';
import { dropFields } from './dropping';
import { high, XXHASH_START, xxhashEnd, xxhashLane } from './hash64';
import { bigValue, intFrom } from './int';
import type { Interp } from './interp';
import { clampedIndex, hasIndex, SSIZE_MAX } from './ssize';
import { newStr } from './str';
import { tupleSteal } from './tuple';
import { CompareOp } from './typeobject';
import type { TypeSpec } from './typeobject';

const SLICE_BYTES = 40;
const FIELDS = [4, 6, 8] as const;

/// A new slice; arguments borrowed (PySlice_New).
export function newSlice(it: Interp, start: Ptr, stop: Ptr, step: Ptr): Ptr {
  const p = it.allocGc(it.types.slice, SLICE_BYTES);
  const i32 = it.i32;
  i32[p + 4] = it.newRef(start);
  i32[p + 6] = it.newRef(stop);
  i32[p + 8] = it.newRef(step);
  i32[p + 5] = i32[p + 7] = i32[p + 9] = 0;
  track(i32, p);
  return p;
}

export const isSlice = (it: Interp, p: Ptr): boolean => it.i32[p + 3] === it.types.slice.index;

/// What adjustedSlice found. Copy it before anything else can run.
export const span = { start: 0, stop: 0, step: 1, length: 0 };

const NOT_INDEX = 'slice indices must be integers or None or have an __index__ method';

function sliceIndex(it: Interp, p: Ptr, ifNone: number): number {
  if (p === it.singletons.none) return ifNone;
  if (!hasIndex(it, p)) it.typeError(NOT_INDEX);
  return clampedIndex(it, p);
}

/// Puts into `span` what a slice means for a sequence whose length `measure` tells, once the indices, which may
/// run guest code, are known (PySlice_Unpack, PySlice_AdjustIndices).
export function adjustedSlice(it: Interp, slice: Ptr, measure: (it: Interp, self: Ptr) => number, self: Ptr): typeof span {
  const i32 = it.i32;
  const step = sliceIndex(it, i32[slice + 8]!, 1);
  if (step === 0) it.valueError('slice step cannot be zero');
  const start = sliceIndex(it, i32[slice + 4]!, step < 0 ? SSIZE_MAX : 0);
  const stop = sliceIndex(it, i32[slice + 6]!, step < 0 ? -SSIZE_MAX : SSIZE_MAX);
  const length = measure(it, self);
  span.step = step;
  span.start = adjustBound(start, step, length);
  span.stop = adjustBound(stop, step, length);
  if (step < 0) span.length = span.stop < span.start ? Math.floor((span.start - span.stop - 1) / -step) + 1 : 0;
  else span.length = span.start < span.stop ? Math.floor((span.stop - span.start - 1) / step) + 1 : 0;
  return span;
}

function adjustBound(bound: number, step: number, length: number): number {
  if (bound < 0) {
    bound += length;
    return bound >= 0 ? bound : step < 0 ? -1 : 0;
  }
  return bound < length ? bound : step < 0 ? length - 1 : length;
}

/// start, stop and step for a sequence of this length, as ints of any size (_PySlice_GetLongIndices).
export function longIndices(it: Interp, slice: Ptr, length: bigint): [bigint, bigint, bigint] {
  const none = it.singletons.none;
  const value = (p: Ptr): bigint => {
    if (!hasIndex(it, p)) it.typeError(NOT_INDEX);
    const n = it.own(index(it, p));
    const v = bigValue(it, n);
    it.drop();
    return v;
  };
  const [startPtr, stopPtr, stepPtr] = FIELDS.map(field => it.i32[slice + field]!) as [Ptr, Ptr, Ptr];
  const step = stepPtr === none ? 1n : value(stepPtr);
  if (step === 0n) it.valueError('slice step cannot be zero');
  const lower = step < 0n ? -1n : 0n;
  const upper = step < 0n ? length - 1n : length;
  const bound = (p: Ptr, ifNone: bigint): bigint => {
    if (p === none) return ifNone;
    const n = value(p);
    if (n < 0n) return n + length < lower ? lower : n + length;
    return n > upper ? upper : n;
  };
  const start = bound(startPtr, step < 0n ? upper : lower);
  const stop = bound(stopPtr, step < 0n ? lower : upper);
  return [start, stop, step];
}

/// CPython 3.14 slice_hash; 3.11 has none.
function sliceHash(it: Interp, p: Ptr): number {
  if (!it.profile.hashesSlices) hashNotImplemented(it, p);
  let lo = XXHASH_START.lo, hi = XXHASH_START.hi;
  for (const field of FIELDS) {
    const lane = hash(it, it.i32[p + field]!);
    lo = xxhashLane(lo, hi, lane, it.hashHigh);
    hi = high.word;
  }
  return xxhashEnd(it, lo, hi);
}

function sliceRichCompare(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  if (!isSlice(it, v) || !isSlice(it, w)) return it.singletons.notImplemented;
  if (v === w) return it.bool(op === CompareOp.EQ || op === CompareOp.LE || op === CompareOp.GE);
  for (const field of FIELDS) {
    if (richCompareBool(it, it.i32[v + field]!, it.i32[w + field]!, CompareOp.EQ)) continue;
    if (op === CompareOp.EQ || op === CompareOp.NE) return it.bool(op === CompareOp.NE);
    return richCompare(it, it.i32[v + field]!, it.i32[w + field]!, op);
  }
  return it.bool(op === CompareOp.EQ || op === CompareOp.LE || op === CompareOp.GE);
}

const field = (offset: number) => ({ isMember: true as const, get: (it: Interp, p: Ptr): Ptr => it.newRef(it.i32[p + offset]!) });

export const sliceSpec: TypeSpec = {
  name: 'slice',
  basicsize: SLICE_BYTES,
  hasGc: true,
  slots: {
    size: () => SLICE_BYTES,
    traverse: (it, p, visitor) => FIELDS.forEach(at => visitor.visit(it.i32[p + at]!)),
    dealloc: (it, p) => {
      untrack(it.i32, p);
      dropFields(it, p, [8, 4, 6]);
      it.freeInstance(p);
    },
    repr: (it, p) => newStr(it, `slice(${FIELDS.map(at => reprText(it, it.i32[p + at]!)).join(', ')})`),
    hash: sliceHash,
    richcompare: sliceRichCompare,
    new: (it, _type, args, kwnames) => {
      noKeywords(it, 'slice', kwnames);
      checkPositional(it, 'slice', args.length, 1, 3);
      const none = it.singletons.none;
      return args.length === 1 ? newSlice(it, none, args[0]!, none) : newSlice(it, args[0]!, args[1]!, args[2] ?? none);
    }
  },
  getset: { start: field(4), stop: field(6), step: field(8) },
  methods: {
    indices: {
      kind: 'o',
      fn: (it, p, arg) => {
        const n = it.own(index(it, arg));
        const length = bigValue(it, n);
        it.drop();
        if (length < 0n) it.valueError('length should not be negative');
        return tupleSteal(it, longIndices(it, p, length).map(value => intFrom(it, value)));
      }
    }
  }
};
