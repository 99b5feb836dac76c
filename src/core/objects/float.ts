/// Storage of float (CPython 3.14 Objects/floatobject.c): ob_fval, a double at byte 16.
import type { Ptr } from '../memory/ram';
import { asDouble, hashOfBig, hashOfNumber, isInt } from './int';
import type { Interp } from './interp';
import type { TypeObject } from './typeobject';

export function isFloat(it: Interp, p: Ptr): boolean {
  const type = it.typeTable[it.i32[p + 3]!]!;
  return type === it.types.float || type.isSubtypeOf(it.types.float);
}

export function floatValue(it: Interp, p: Ptr): number {
  return it.f64[(p + 4) >> 1]!;
}

export function newFloat(it: Interp, value: number): Ptr {
  const p = it.allocObject(it.types.float, 24);
  it.f64[(p + 4) >> 1] = value;
  return p;
}

export function newFloatSubtype(it: Interp, type: TypeObject, value: number): Ptr {
  const p = it.allocInstance(type, type.basicsize);
  it.f64[(p + 4) >> 1] = value;
  return p;
}

/// The value of a float or int operand; undefined for anything else. An int may raise OverflowError.
export function toDouble(it: Interp, p: Ptr): number | undefined {
  if (it.i32[p + 3] === it.types.float.index) return it.f64[(p + 4) >> 1]!;
  if (isInt(it, p)) return asDouble(it, p);
  return isFloat(it, p) ? floatValue(it, p) : undefined;
}

/// Hash of a double; low word, the high one in it.hashHigh. CPython 3.14 Python/pyhash.c _Py_HashDouble
/// `nanHash` gives the hash of a NaN: by its object's address.
export function hashDouble(it: Interp, value: number, nanHash: () => number): number {
  if (Number.isSafeInteger(value)) return hashOfNumber(it, value + 0);
  if (Number.isNaN(value)) return nanHash();
  if (!Number.isFinite(value)) return hashOfNumber(it, value > 0 ? 314159 : -314159);
  // value = mantissa * 2^exponent; modulo 2^61 - 1 a power of two only rotates.
  let [mantissa, exponent] = splitDouble(Math.abs(value));
  exponent = ((exponent % 61) + 61) % 61;
  const modulus = (1n << 61n) - 1n;
  mantissa = (mantissa << BigInt(exponent)) % modulus;
  return hashOfBig(it, value < 0 ? -mantissa : mantissa);
}

const bits = new DataView(new ArrayBuffer(8));

/// A finite positive double as integer mantissa and exponent of two.
export function splitDouble(value: number): [mantissa: bigint, exponent: number] {
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const fraction = raw & 0xfffffffffffffn;
  const biased = Number((raw >> 52n) & 0x7ffn);
  return biased === 0 ? [fraction, -1074] : [fraction | 0x10000000000000n, biased - 1075];
}

/// The double as a fraction in lowest terms. For finite values.
export function integerRatio(value: number): [bigint, bigint] {
  let [mantissa, exponent] = splitDouble(Math.abs(value));
  if (mantissa === 0n) return [0n, 1n];
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  const sign = value < 0 ? -1n : 1n;
  return exponent >= 0 ? [sign * (mantissa << BigInt(exponent)), 1n] : [sign * mantissa, 1n << BigInt(-exponent)];
}
