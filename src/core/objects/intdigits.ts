/// How many digits CPython gives the block of an int result: as many as the operation may need, which stay when the result turns
/// out shorter (CPython 3.14 Objects/longobject.c long_normalize). Operands of a digit each give a result of its own size.
import { bitLength, digitCount, isDigit } from './int';

type Value = number | bigint;

const BASE = 0x40000000;
const magnitude = (value: Value): Value => (value < 0 ? -value : value);

/// Whether both are of one digit or none: the operation is done in machine words (_PyLong_BothAreCompact).
export const areDigits = (a: Value, b: Value): boolean => typeof a === 'number' && typeof b === 'number' && isDigit(a) && isDigit(b);

/// The digit at place `i` of a number of at most two digits.
const digitAt = (n: number, i: number): number => (i === 0 ? n % BASE : Math.floor(n / BASE));

/// Digits of the larger of two magnitudes down to the highest place in which they differ.
function differingDigits(a: Value, b: Value): number {
  const x = magnitude(a);
  const y = magnitude(b);
  const size = Math.max(digitCount(x), digitCount(y));
  if (typeof x === 'number' && typeof y === 'number') return size < 2 || digitAt(x, 1) !== digitAt(y, 1) ? size : 1;
  return digitCount(BigInt(x) ^ BigInt(y));
}

/// a + b (x_add, x_sub).
export function sumDigits(a: Value, b: Value): number {
  return a < 0 === b < 0 ? Math.max(digitCount(a), digitCount(b)) + 1 : differingDigits(a, b);
}

/// a - b
export function differenceDigits(a: Value, b: Value): number {
  return a < 0 === b < 0 ? differingDigits(a, b) : Math.max(digitCount(a), digitCount(b)) + 1;
}

/// a * b (k_mul, x_mul).
export const productDigits = (a: Value, b: Value): number => digitCount(a) + digitCount(b);

/// Whether a division finds at a glance that |a| < |b| (long_divrem): the remainder is then a itself.
export function isClearlyLess(a: Value, b: Value): boolean {
  const [sizeA, sizeB] = [digitCount(a), digitCount(b)];
  return sizeA < sizeB || (sizeA === sizeB && topDigit(a, sizeA) < topDigit(b, sizeB));
}

function topDigit(value: Value, size: number): number {
  if (typeof value === 'number') return digitAt(Math.abs(value), size - 1);
  return Number((value < 0n ? -value : value) >> BigInt(30 * (size - 1)));
}

/// The quotient of magnitudes, before it is rounded down (divrem1, x_divrem).
export function quotientDigits(a: Value, b: Value): number {
  const [sizeA, sizeB] = [digitCount(a), digitCount(b)];
  if (sizeB === 1) return sizeA;
  // Both are shifted until the divisor's highest digit is full.
  const shift = 30 * sizeB - bitLength(b);
  const carries = bitLength(a) + shift > 30 * sizeA;
  const shiftedTop = (value: Value, size: number): bigint => (BigInt(magnitude(value)) << BigInt(shift)) >> BigInt(30 * (size - 1));
  return sizeA - sizeB + (carries || shiftedTop(a, sizeA) >= shiftedTop(b, sizeB) ? 1 : 0);
}

/// a << count (long_lshift1).
export const leftShiftDigits = (a: Value, count: number): number => digitCount(a) + Math.floor(count / 30) + (count % 30 === 0 ? 0 : 1);

/// a >> count (long_rshift1).
export function rightShiftDigits(a: Value, count: number): number {
  const words = a < 0 && count % 30 === 0 ? count / 30 - 1 : Math.floor(count / 30);
  return digitCount(a) - words;
}

/// a & b, a | b, a ^ b (long_bitwise).
export function bitwiseDigits(op: '&' | '|' | '^', a: Value, b: Value): number {
  const [longer, shorter] = digitCount(a) >= digitCount(b) ? [a, b] : [b, a];
  const negative = op === '&' ? a < 0 && b < 0 : op === '|' ? a < 0 || b < 0 : a < 0 !== b < 0;
  const takesLonger = op === '^' || shorter < 0 === (op === '&');
  return digitCount(takesLonger ? longer : shorter) + (negative ? 1 : 0);
}

/// What `length` digits of a base can spell (long_from_binary_base, long_from_non_binary_base).
export function parsedDigits(length: number, base: number): number {
  if ((base & (base - 1)) === 0) return Math.floor((length * Math.log2(base) + 29) / 30);
  return Math.floor(length * (Math.log(base) / Math.log(BASE)) + 1);
}
