/// Storage and C API of int (CPython 3.14 Objects/longobject.c). Operators are in intops.ts, the type in inttype.ts.
///
/// The block has CPython's size: 24 bytes and 4 for each digit of 30 bits.
/// NOT-CPYTHON: a value of at most 53 bits is a double in place of the digits (byte 24), with 0 at p + 4;
/// a larger one is a bigint in `it.bigints`, its index in place of the digits and 1 at p + 4.
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import type { TypeObject } from './typeobject';
import { Subclass } from './typeobject';

export const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const MAX_SAFE_BIG = BigInt(MAX_SAFE);

export const MIN_SMALL_INT = -5;
export const MAX_SMALL_INT = 256;
/// Size of a preallocated int.
export const SMALL_INT_WORDS = 8;

const TAG_BIG = 1;
/// Words from the object to the index of a bigint; half of it to the double, in `f64`.
const DIGIT = 6;

export function isInt(it: Interp, p: Ptr): boolean {
  return (it.typeTable[it.i32[p + 3]!]!.subclass & Subclass.INT) !== 0;
}

export function isIntExact(it: Interp, p: Ptr): boolean {
  return it.i32[p + 3] === it.types.int.index;
}

/// Whether the int's value is in the block as a double.
export function isCompact(it: Interp, p: Ptr): boolean {
  return it.i32[p + 4] === 0;
}

/// The value of a compact int.
export function compactValue(it: Interp, p: Ptr): number {
  return it.f64[(p + DIGIT) >> 1]!;
}

export function intValue(it: Interp, p: Ptr): number | bigint {
  return it.i32[p + 4] === 0 ? it.f64[(p + DIGIT) >> 1]! : it.bigints.get(it.i32[p + DIGIT]!);
}

export function bigValue(it: Interp, p: Ptr): bigint {
  return BigInt(intValue(it, p));
}

/// The value as a Py_ssize_t; raises OverflowError past 63 bits (PyLong_AsSsize_t). Values between 2^53 and
/// 2^63 lose their low bits.
export function asNumber(it: Interp, p: Ptr): number {
  if (it.i32[p + 4] === 0) return it.f64[(p + DIGIT) >> 1]!;
  const value = it.bigints.get(it.i32[p + DIGIT]!);
  if (BigInt.asIntN(64, value) !== value) {
    it.raise(it.types.OverflowError, 'Python int too large to convert to C ssize_t');
  }
  return Number(value);
}

/// The value as a double, rounded half to even; raises OverflowError (PyLong_AsDouble).
export function asDouble(it: Interp, p: Ptr): number {
  const value = Number(intValue(it, p));
  if (!Number.isFinite(value)) it.raise(it.types.OverflowError, 'int too large to convert to float');
  return value;
}

/// An int of an integral value of at most 53 bits.
export function newInt(it: Interp, n: number): Ptr {
  // Literals: V8 does not fold constants of modules.
  if (n >= -5 && n <= 256) return it.statics.smallInts + (n + 5) * 8;
  const oneDigit = isDigit(n);
  const list = it.intFreeList;
  if (oneDigit && list !== undefined && list.count > 0) {
    // The block has the rest of its header still.
    const kept = list.pop();
    it.i32[kept] = 1;
    it.i32[kept + 1] = 0;
    it.f64[(kept + DIGIT) >> 1] = n;
    if (it.recording) it.touchNew(kept);
    return kept;
  }
  const p = it.allocObject(it.types.int, oneDigit ? 28 : 32);
  it.i32[p + 4] = 0;
  it.f64[(p + DIGIT) >> 1] = n;
  return p;
}

/// Whether the int is there from the start.
export const isSmall = (n: number | bigint): boolean => n >= MIN_SMALL_INT && n <= MAX_SMALL_INT;

/// Whether an integral value is of one digit, or 0.
export const isDigit = (n: number): boolean => n < 0x40000000 && n > -0x40000000;

export function newBigInt(it: Interp, value: bigint): Ptr {
  if (value <= MAX_SAFE_BIG && value >= -MAX_SAFE_BIG) return newInt(it, Number(value));
  return newIntOf(it, value, digitCount(value));
}

/// An int in a block for `digits` digits, at least as many as it has; see intdigits.ts.
export function newIntOf(it: Interp, value: number | bigint, digits: number): Ptr {
  const n = Number(value);
  const isBig = n > MAX_SAFE || n < -MAX_SAFE;
  if (digits < 2 || isSmall(n)) return newInt(it, n);
  const p = it.allocObject(it.types.int, Math.max(24 + 4 * digits, 32));
  it.i32[p + 4] = isBig ? TAG_BIG : 0;
  if (isBig) it.i32[p + DIGIT] = it.bigints.add(value as bigint);
  else it.f64[(p + DIGIT) >> 1] = n;
  return p;
}

export function intFrom(it: Interp, value: number | bigint): Ptr {
  return typeof value === 'number' ? newInt(it, value) : newBigInt(it, value);
}

/// Frees a compact int whose count fell to 0.
export function freeCompactInt(it: Interp, p: Ptr): void {
  const value = it.f64[(p + DIGIT) >> 1]!;
  it.freeObject(p, isDigit(value) ? it.intFreeList : undefined);
}

/// An int of one digit that is in use for a moment, and which the free list then keeps: what 0 is written in (other numbers take two
/// digits or more: CPython 3.14 Objects/longobject.c long_to_decimal_string_internal), and what a small one is read into.
export function scratchDigit(it: Interp): void {
  if (it.intFreeList !== undefined) it.decref(newInt(it, MAX_SMALL_INT + 1));
}

/// An int of an integral double of any size (PyLong_FromDouble).
export function intFromDouble(it: Interp, value: number): Ptr {
  return Math.abs(value) <= MAX_SAFE ? newInt(it, value) : newBigInt(it, BigInt(value));
}

/// An instance of a subclass with the value of an int.
export function newIntSubtype(it: Interp, type: TypeObject, value: number | bigint): Ptr {
  const p = it.allocItems(type, Math.max(digitCount(value), 1));
  const big = typeof value === 'bigint' && (value > MAX_SAFE_BIG || value < -MAX_SAFE_BIG);
  it.i32[p + 4] = big ? TAG_BIG : 0;
  if (big) it.i32[p + DIGIT] = it.bigints.add(value);
  else it.f64[(p + DIGIT) >> 1] = Number(value) + 0;
  return p;
}

/// Fills a preallocated int, whose header is set.
export function initSmallInt(it: Interp, p: Ptr, n: number): void {
  it.i32[p + 4] = 0;
  it.f64[(p + DIGIT) >> 1] = n;
}

export function intDealloc(it: Interp, p: Ptr): void {
  const isBig = it.i32[p + 4] === TAG_BIG;
  if (isBig) it.bigints.remove(it.i32[p + DIGIT]!);
  if (it.i32[p + 3] !== it.types.int.index) it.freeInstance(p);
  else if (isBig) it.freeObject(p, undefined);
  else freeCompactInt(it, p);
}

export function intSize(it: Interp, p: Ptr): number {
  return 24 + 4 * Math.max(digitCount(intValue(it, p)), 1);
}

/// int.bit_length()
export function bitLength(value: number | bigint): number {
  if (typeof value === 'number') {
    const abs = Math.abs(value);
    return abs <= 0xffffffff ? 32 - Math.clz32(abs) : 64 - Math.clz32(Math.floor(abs / 0x100000000));
  }
  if (value === 0n) return 0;
  double[0] = Math.abs(Number(value));
  const high = doubleWords[1]!;
  if (high < 0x7ff00000) {
    const length = (high >>> 20) - 1022;
    // A power of two may have been rounded up to.
    const isPower = doubleWords[0] === 0 && (high & 0xfffff) === 0;
    return isPower && BigInt(double[0]) > (value < 0n ? -value : value) ? length - 1 : length;
  }
  const hex = (value < 0n ? -value : value).toString(16);
  return (hex.length - 1) * 4 + 32 - Math.clz32(parseInt(hex[0]!, 16));
}
/// A double and its two halves, the low one first.
const double = new Float64Array(1);
const doubleWords = new Int32Array(double.buffer);

/// Number of 30-bit digits.
export function digitCount(value: number | bigint): number {
  return Math.ceil(bitLength(value) / 30);
}

const HASH_MODULUS = (1n << 61n) - 1n;

/// Low word; the high one in it.hashHigh. CPython 3.14 Objects/longobject.c long_hash
export function intHash(it: Interp, p: Ptr): number {
  if (it.i32[p + 4] === 0) return hashOfNumber(it, it.f64[(p + DIGIT) >> 1]!);
  return hashOfBig(it, it.bigints.get(it.i32[p + DIGIT]!));
}

/// Hash of an integral value of at most 53 bits.
export function hashOfNumber(it: Interp, n: number): number {
  const value = n === -1 ? -2 : n;
  const low = value | 0;
  it.hashHigh = low === value ? low >> 31 : Math.floor(value / 0x100000000) | 0;
  return low;
}

export function hashOfBig(it: Interp, value: bigint): number {
  let hash = (value < 0n ? -value : value) % HASH_MODULUS;
  if (value < 0n) hash = -hash;
  if (hash === -1n) hash = -2n;
  it.hashHigh = Number(BigInt.asIntN(32, hash >> 32n));
  return Number(BigInt.asIntN(32, hash));
}
