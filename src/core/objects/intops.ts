/// The operators of int (CPython 3.14 Objects/longobject.c). Compact operands take a path on doubles, which is
/// exact as long as the result has at most 53 bits.
import type { Ptr } from '../memory/ram';
import { floatPower } from './floatpower';
import { MAX_SAFE, asDouble, bigValue, bitLength, compactValue, intFrom, intValue, isCompact, isInt, isIntExact, newBigInt, newInt } from './int';
import type { Interp } from './interp';
import { newFloat } from './float';
import { tupleSteal } from './tuple';
import { CompareOp } from './typeobject';

/// The bits of an int that the simulated memory has room for.
const maxBits = (it: Interp): number => Math.min(it.ram.bytes * 8, 2 ** 30 - 64);

export function intAdd(it: Interp, left: Ptr, right: Ptr): Ptr {
  if (isCompact(it, left) && isCompact(it, right)) {
    const sum = compactValue(it, left) + compactValue(it, right);
    if (sum <= MAX_SAFE && sum >= -MAX_SAFE) return newInt(it, sum);
  }
  return newBigInt(it, bigValue(it, left) + bigValue(it, right));
}

export function intSubtract(it: Interp, left: Ptr, right: Ptr): Ptr {
  if (isCompact(it, left) && isCompact(it, right)) {
    const difference = compactValue(it, left) - compactValue(it, right);
    if (difference <= MAX_SAFE && difference >= -MAX_SAFE) return newInt(it, difference);
  }
  return newBigInt(it, bigValue(it, left) - bigValue(it, right));
}

export function intMultiply(it: Interp, left: Ptr, right: Ptr): Ptr {
  if (isCompact(it, left) && isCompact(it, right)) {
    const product = compactValue(it, left) * compactValue(it, right);
    // + 0 turns -0 into 0.
    if (product <= MAX_SAFE && product >= -MAX_SAFE) return newInt(it, product + 0);
  }
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (bitLength(a) + bitLength(b) > maxBits(it)) it.noMemory();
  return newBigInt(it, BigInt(a) * BigInt(b));
}

/// Quotient and remainder, rounded down; both exact.
function floorDivmod(a: bigint, b: bigint): [bigint, bigint] {
  const quotient = a / b;
  const remainder = a - quotient * b;
  return remainder !== 0n && remainder < 0n !== b < 0n ? [quotient - 1n, remainder + b] : [quotient, remainder];
}

function numberModulo(a: number, b: number): number {
  const remainder = a % b;
  return remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder + 0;
}

function checkDivisor(it: Interp, right: Ptr, message: string): void {
  if (intValue(it, right) === 0) it.raise(it.types.ZeroDivisionError, message);
}

export function intFloorDivide(it: Interp, left: Ptr, right: Ptr): Ptr {
  checkDivisor(it, right, it.profile.scalars.intDivide);
  if (isCompact(it, left) && isCompact(it, right)) {
    const a = compactValue(it, left);
    const b = compactValue(it, right);
    // Exact: the numerator is a multiple of b. Not past 53 bits, since |a / b| <= |a|.
    const remainder = numberModulo(a, b);
    const numerator = a - remainder;
    if (Math.abs(numerator) <= MAX_SAFE) return newInt(it, numerator / b + 0);
  }
  return newBigInt(it, floorDivmod(bigValue(it, left), bigValue(it, right))[0]);
}

export function intRemainder(it: Interp, left: Ptr, right: Ptr): Ptr {
  checkDivisor(it, right, it.profile.scalars.intModulo);
  if (isCompact(it, left) && isCompact(it, right)) {
    return newInt(it, numberModulo(compactValue(it, left), compactValue(it, right)));
  }
  return newBigInt(it, floorDivmod(bigValue(it, left), bigValue(it, right))[1]);
}

export function intDivmod(it: Interp, left: Ptr, right: Ptr): Ptr {
  const quotient = it.own(intFloorDivide(it, left, right));
  const remainder = intRemainder(it, left, right);
  it.take();
  return tupleSteal(it, [quotient, remainder]);
}

/// CPython 3.14 Objects/longobject.c long_true_divide: correctly rounded.
export function intTrueDivide(it: Interp, left: Ptr, right: Ptr): Ptr {
  checkDivisor(it, right, 'division by zero');
  if (isCompact(it, left) && isCompact(it, right)) return newFloat(it, compactValue(it, left) / compactValue(it, right));
  return newFloat(it, divideBig(it, bigValue(it, left), bigValue(it, right)));
}

function divideBig(it: Interp, a: bigint, b: bigint): number {
  const negative = a < 0n !== b < 0n;
  const n = a < 0n ? -a : a;
  const d = b < 0n ? -b : b;
  // A quotient of 66 or 67 bits with a sticky last bit: Number() then rounds it as the true quotient would be,
  // unless the result is subnormal, when fewer bits are kept so that there is one rounding only.
  const exponent = bitLength(n) - bitLength(d);
  const shift = Math.min(66 - exponent, 1076);
  const scaled = shift >= 0 ? n << BigInt(shift) : n;
  const divisor = shift >= 0 ? d : d << BigInt(-shift);
  let quotient = scaled / divisor;
  const sticky = quotient * divisor === scaled ? 0n : 1n;
  let scale = -shift;
  if (exponent < -1020) {
    // quotient has units of 2^-1076; a double there has units of 2^-1074.
    const low = quotient & 3n;
    quotient >>= 2n;
    const half = low > 2n || (low === 2n && (sticky === 1n || (quotient & 1n) === 1n));
    if (half) quotient += 1n;
    scale += 2;
  } else {
    quotient = (quotient << 1n) | sticky;
    scale -= 1;
  }
  const result = scaleBy(Number(quotient), scale);
  if (!Number.isFinite(result)) it.raise(it.types.OverflowError, 'integer division result too large for a float');
  return negative ? -result : result;
}

/// x * 2^n in steps that do not leave the range of doubles on the way.
export function scaleBy(x: number, n: number): number {
  let result = x;
  let rest = n;
  for (; rest > 1000; rest -= 1000) result *= 2 ** 1000;
  for (; rest < -1000; rest += 1000) result *= 2 ** -1000;
  return result * 2 ** rest;
}

/// CPython 3.14 Objects/longobject.c long_pow
export function intPower(it: Interp, base: Ptr, exponent: Ptr, modulus: Ptr): Ptr {
  if (!isInt(it, base) || !isInt(it, exponent)) return it.singletons.notImplemented;
  if (modulus !== it.singletons.none) {
    if (!isInt(it, modulus)) return it.singletons.notImplemented;
    return newBigInt(it, powerModulo(it, bigValue(it, base), bigValue(it, exponent), bigValue(it, modulus)));
  }
  const b = intValue(it, base);
  const e = intValue(it, exponent);
  if (e < 0) return newFloat(it, floatPower(it, asDouble(it, base), asDouble(it, exponent)) as number);
  if (typeof b === 'number' && typeof e === 'number') {
    const exact = smallPower(b, e);
    if (exact !== undefined) return newInt(it, exact);
  }
  if (bitLength(b) * Number(e) > maxBits(it) + 64) it.noMemory();
  return newBigInt(it, BigInt(b) ** BigInt(e));
}

/// base ** exponent if it has at most 53 bits.
function smallPower(base: number, exponent: number): number | undefined {
  if (base === 0 || base === 1) return exponent === 0 ? 1 : base;
  if (base === -1) return exponent % 2 === 0 ? 1 : -1;
  if (exponent > 53) return undefined;
  let result = 1;
  for (let i = 0; i < exponent; i++) {
    result *= base;
    if (Math.abs(result) > MAX_SAFE) return undefined;
  }
  return result;
}

function powerModulo(it: Interp, base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) it.valueError('pow() 3rd argument cannot be 0');
  const m = modulus < 0n ? -modulus : modulus;
  let b = floorDivmod(base, m)[1];
  let e = exponent;
  if (e < 0n) {
    b = inverse(it, b, m);
    e = -e;
  }
  let result = 1n % m;
  for (const bit of e.toString(2)) {
    result = (result * result) % m;
    if (bit === '1') result = (result * b) % m;
  }
  return modulus < 0n && result !== 0n ? result - m : result;
}

function inverse(it: Interp, value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value, modulus, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a % b, y, x - quotient * y];
  }
  if (a !== 1n && modulus !== 1n) it.valueError('base is not invertible for the given modulus');
  return floorDivmod(x, modulus)[1];
}

export function intNegative(it: Interp, p: Ptr): Ptr {
  return isCompact(it, p) ? newInt(it, 0 - compactValue(it, p)) : newBigInt(it, -bigValue(it, p));
}

/// The int itself, or a plain int with the value of an instance of a subclass.
export function intPositive(it: Interp, p: Ptr): Ptr {
  return isIntExact(it, p) ? it.newRef(p) : intFrom(it, intValue(it, p));
}

export function intAbsolute(it: Interp, p: Ptr): Ptr {
  return intValue(it, p) < 0 ? intNegative(it, p) : intPositive(it, p);
}

export function intInvert(it: Interp, p: Ptr): Ptr {
  const value = intValue(it, p);
  return typeof value === 'number' && value > -MAX_SAFE ? newInt(it, -value - 1) : newBigInt(it, -BigInt(value) - 1n);
}

export function intLshift(it: Interp, left: Ptr, right: Ptr): Ptr {
  const count = intValue(it, right);
  if (count < 0) it.valueError('negative shift count');
  const value = intValue(it, left);
  if (value === 0) return newInt(it, 0);
  if (count <= 53 && typeof value === 'number') {
    const shifted = value * 2 ** Number(count);
    if (Math.abs(shifted) <= MAX_SAFE) return newInt(it, shifted);
  }
  if (count >= 2 ** 60) it.raise(it.types.OverflowError, 'too many digits in integer');
  if (bitLength(value) + Number(count) > maxBits(it)) it.noMemory();
  return newBigInt(it, BigInt(value) << BigInt(count));
}

export function intRshift(it: Interp, left: Ptr, right: Ptr): Ptr {
  const count = intValue(it, right);
  if (count < 0) it.valueError('negative shift count');
  const value = intValue(it, left);
  if (count > bitLength(value)) return newInt(it, value < 0 ? -1 : 0);
  if (typeof value === 'number') return newInt(it, Math.floor(value / 2 ** Number(count)));
  return newBigInt(it, value >> BigInt(count));
}

const isWord = (n: number | bigint): boolean => typeof n === 'number' && (n | 0) === n;

export function intAnd(it: Interp, left: Ptr, right: Ptr): Ptr {
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (isWord(a) && isWord(b)) return newInt(it, (a as number) & (b as number));
  return newBigInt(it, BigInt(a) & BigInt(b));
}

export function intOr(it: Interp, left: Ptr, right: Ptr): Ptr {
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (isWord(a) && isWord(b)) return newInt(it, (a as number) | (b as number));
  return newBigInt(it, BigInt(a) | BigInt(b));
}

export function intXor(it: Interp, left: Ptr, right: Ptr): Ptr {
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (isWord(a) && isWord(b)) return newInt(it, (a as number) ^ (b as number));
  return newBigInt(it, BigInt(a) ^ BigInt(b));
}

/// left - right as a sign, for ints of any size.
export function compareInts(it: Interp, left: Ptr, right: Ptr): number {
  const a = intValue(it, left);
  const b = intValue(it, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

/// Whether a comparison that came out as `sign` satisfies the operator.
export function satisfies(op: number, sign: number): boolean {
  switch (op) {
    case CompareOp.LT: return sign < 0;
    case CompareOp.LE: return sign <= 0;
    case CompareOp.EQ: return sign === 0;
    case CompareOp.NE: return sign !== 0;
    case CompareOp.GT: return sign > 0;
    default: return sign >= 0;
  }
}
