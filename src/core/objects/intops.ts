/// The operators of int (CPython 3.14 Objects/longobject.c). Compact operands take a path on doubles, which is
/// exact as long as the result has at most 53 bits.
import type { Ptr } from '../memory/ram';
import { floatPower } from './floatpower';
import {
  MAX_SAFE, asDouble, bigValue, bitLength, compactValue, digitCount, intFrom, intValue, isCompact, isDigit, isInt, isIntExact, newBigInt, newInt, newIntOf
} from './int';
import {
  areDigits, bitwiseDigits, differenceDigits, isClearlyLess, leftShiftDigits, productDigits, quotientDigits, rightShiftDigits, sumDigits
} from './intdigits';
import type { Interp } from './interp';
import { newFloat } from './float';
import { tupleSteal } from './tuple';
import { CompareOp } from './typeobject';

/// The bits of an int that the simulated memory has room for.
export const maxBits = (it: Interp): number => Math.min(it.ram.bytes * 8, 2 ** 30 - 64);

export function intAdd(it: Interp, left: Ptr, right: Ptr): Ptr {
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (typeof a !== 'number' || typeof b !== 'number') return newIntOf(it, BigInt(a) + BigInt(b), sumDigits(a, b));
  const sum = a + b;
  if (isDigit(a) && isDigit(b)) return newInt(it, sum);
  return newIntOf(it, sum <= MAX_SAFE && sum >= -MAX_SAFE ? sum : BigInt(a) + BigInt(b), sumDigits(a, b));
}

export function intSubtract(it: Interp, left: Ptr, right: Ptr): Ptr {
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (typeof a !== 'number' || typeof b !== 'number') return newIntOf(it, BigInt(a) - BigInt(b), differenceDigits(a, b));
  const difference = a - b;
  if (isDigit(a) && isDigit(b)) return newInt(it, difference);
  return newIntOf(it, difference <= MAX_SAFE && difference >= -MAX_SAFE ? difference : BigInt(a) - BigInt(b), differenceDigits(a, b));
}

export function intMultiply(it: Interp, left: Ptr, right: Ptr): Ptr {
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // + 0 turns -0 into 0.
    if (product <= MAX_SAFE && product >= -MAX_SAFE) return isDigit(a) && isDigit(b) ? newInt(it, product + 0) : newIntOf(it, product + 0, productDigits(a, b));
  }
  if (bitLength(a) + bitLength(b) > maxBits(it)) it.noMemory();
  return newIntOf(it, BigInt(a) * BigInt(b), productDigits(a, b));
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
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (typeof a === 'number' && typeof b === 'number') {
    // Exact: the numerator is a multiple of b. Not past 53 bits, since |a / b| <= |a|.
    const remainder = numberModulo(a, b);
    const numerator = a - remainder;
    if (Math.abs(numerator) <= MAX_SAFE) {
      const quotient = numerator / b + 0;
      return isDigit(a) && isDigit(b) ? newInt(it, quotient) : newIntOf(it, quotient, flooredDigits(a, b, quotient, remainder !== 0));
    }
  }
  const [quotient, remainder] = floorDivmod(BigInt(a), BigInt(b));
  // The remainder is made too: if it is short, its block goes to the free list of ints.
  it.own(intRemainder(it, left, right));
  return it.dropFor(newIntOf(it, safe(quotient), flooredDigits(a, b, quotient, remainder !== 0n)));
}

/// Digits for a quotient that was rounded towards zero first, and then down by a subtraction (l_divmod).
function flooredDigits(a: number | bigint, b: number | bigint, quotient: number | bigint, isInexact: boolean): number {
  if (!isInexact || a < 0 === b < 0) return quotientDigits(a, b);
  const truncated = BigInt(quotient) + 1n;
  return areDigits(Number(truncated), 1) ? digitCount(quotient) : differenceDigits(truncated, 1);
}

export function intRemainder(it: Interp, left: Ptr, right: Ptr): Ptr {
  checkDivisor(it, right, it.profile.scalars.intModulo);
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (areDigits(a, b)) return newInt(it, numberModulo(a as number, b as number));
  const isSame = a < 0 === b < 0;
  if (isClearlyLess(a, b) && (isSame || a === 0)) return intPositive(it, left);
  const remainder = typeof a === 'number' && typeof b === 'number' ? numberModulo(a, b) : floorDivmod(BigInt(a), BigInt(b))[1];
  if (digitCount(b) < 2) return intFrom(it, typeof remainder === 'number' ? remainder : Number(remainder));
  // What has the sign of a is added to b.
  return newIntOf(it, remainder, isSame || remainder === 0 || remainder === 0n ? digitCount(b) : sumDigits(BigInt(remainder) - BigInt(b), b));
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
  if (e === 0 || b === 1) return newInt(it, 1);
  if (b === 0 || b === -1) return newInt(it, b === 0 || BigInt(e) % 2n === 1n ? b : 1);
  if (e === 1) return intMultiply(it, base, newInt(it, 1));
  if (bitLength(b) * Number(e) > maxBits(it) + 64) it.noMemory();
  return powerByBits(it, base, Number(e));
}

/// From the left over the bits of an exponent of 2 to 2^31: the ints on the way are made and freed as CPython's are.
function powerByBits(it: Interp, base: Ptr, exponent: number): Ptr {
  let power = it.own(it.newRef(base));
  for (let bit = 0x40000000 >> Math.clz32(exponent); bit !== 0; bit >>= 1) {
    power = replaceOwned(it, intMultiply(it, power, power));
    if ((exponent & bit) !== 0) power = replaceOwned(it, intMultiply(it, power, base));
  }
  return it.take();
}

function replaceOwned(it: Interp, value: Ptr): Ptr {
  it.drop();
  return it.own(value);
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
  if (typeof value === 'number' && isDigit(value)) return newInt(it, -value - 1);
  return newIntOf(it, safe(-BigInt(value) - 1n), sumDigits(value, 1));
}

/// A number if the value has at most 53 bits.
const safe = (value: bigint): number | bigint => (value <= MAX_SAFE && value >= -MAX_SAFE ? Number(value) : value);

export function intLshift(it: Interp, left: Ptr, right: Ptr): Ptr {
  const count = intValue(it, right);
  if (count < 0) it.valueError('negative shift count');
  const value = intValue(it, left);
  if (value === 0) return newInt(it, 0);
  const inWords = count < 30 && typeof value === 'number' && isDigit(value);
  if (count <= 53 && typeof value === 'number') {
    const shifted = value * 2 ** Number(count);
    if (Math.abs(shifted) <= MAX_SAFE) return inWords ? newInt(it, shifted) : newIntOf(it, shifted, leftShiftDigits(value, Number(count)));
  }
  if (count >= 2 ** 60) it.raise(it.types.OverflowError, 'too many digits in integer');
  if (bitLength(value) + Number(count) > maxBits(it)) it.noMemory();
  const shifted = BigInt(value) << BigInt(count);
  return inWords ? newBigInt(it, shifted) : newIntOf(it, shifted, leftShiftDigits(value, Number(count)));
}

export function intRshift(it: Interp, left: Ptr, right: Ptr): Ptr {
  const count = intValue(it, right);
  if (count < 0) it.valueError('negative shift count');
  const value = intValue(it, left);
  if (count > bitLength(value)) return newInt(it, value < 0 ? -1 : 0);
  if (typeof value === 'number' && isDigit(value)) return newInt(it, Math.floor(value / 2 ** Number(count)));
  if (value < 0 && count === 0) return intPositive(it, left);
  const shifted = typeof value === 'number' ? Math.floor(value / 2 ** Number(count)) : safe(value >> BigInt(count));
  return newIntOf(it, shifted, rightShiftDigits(value, Number(count)));
}

const isWord = (n: number | bigint): boolean => typeof n === 'number' && (n | 0) === n;

export function intAnd(it: Interp, left: Ptr, right: Ptr): Ptr {
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (areDigits(a, b)) return newInt(it, (a as number) & (b as number));
  return newIntOf(it, isWord(a) && isWord(b) ? (a as number) & (b as number) : safe(BigInt(a) & BigInt(b)), bitwiseDigits('&', a, b));
}

export function intOr(it: Interp, left: Ptr, right: Ptr): Ptr {
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (areDigits(a, b)) return newInt(it, (a as number) | (b as number));
  return newIntOf(it, isWord(a) && isWord(b) ? (a as number) | (b as number) : safe(BigInt(a) | BigInt(b)), bitwiseDigits('|', a, b));
}

export function intXor(it: Interp, left: Ptr, right: Ptr): Ptr {
  const a = intValue(it, left);
  const b = intValue(it, right);
  if (areDigits(a, b)) return newInt(it, (a as number) ^ (b as number));
  return newIntOf(it, isWord(a) && isWord(b) ? (a as number) ^ (b as number) : safe(BigInt(a) ^ BigInt(b)), bitwiseDigits('^', a, b));
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
