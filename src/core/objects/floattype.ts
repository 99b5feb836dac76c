/// The type float. CPython 3.14 Objects/floatobject.c
import type { Ptr } from '../memory/ram';
import { index, reprText, str } from './abstract';
import { argumentTypeName, checkPositional, noKeywords } from './args';
import { bytearrayView, isBytearray } from './bytearray';
import { bytesView, isBytes } from './bytes';
import { newComplex } from './complex';
import { complexPower } from './complexops';
import { floatValue, hashDouble, integerRatio, isFloat, newFloat, newFloatSubtype, toDouble } from './float';
import { floatFromHex, floatHex } from './floathex';
import { floatPower } from './floatpower';
import { floatReprText, roundDouble, roundHalfEven } from './floatrepr';
import { formatFloat } from './formatter';
import { asNumber, bigValue, isCompact, isInt, newBigInt } from './int';
import { stripSpace } from './intparse';
import { satisfies } from './intops';
import { intOfDouble, numberAsDouble } from './inttype';
import type { Interp } from './interp';
import { hashPointer } from './object';
import { isStr, newStr, strLength, strValue } from './str';
import { tupleSteal } from './tuple';
import type { BinarySlot, NativeMethod, TypeObject, TypeSpec } from './typeobject';
import { CompareOp } from './typeobject';
import { decimalDigits } from './unicodedigits';

/// An operator on two doubles; NotImplemented if an operand is no real number.
const binary = (operator: (it: Interp, a: number, b: number) => number): BinarySlot => (it, left, right) => {
  const a = toDouble(it, left);
  if (a === undefined) return it.singletons.notImplemented;
  const b = toDouble(it, right);
  return b === undefined ? it.singletons.notImplemented : newFloat(it, operator(it, a, b));
};

function zeroDivision(it: Interp, message: string): never {
  it.raise(it.types.ZeroDivisionError, message);
}

function modulo(a: number, b: number): number {
  const remainder = a % b;
  // A zero remainder has the sign of the divisor.
  if (remainder === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return remainder < 0 !== b < 0 ? remainder + b : remainder;
}

/// CPython 3.14 Objects/floatobject.c _float_div_mod
function floorDivide(a: number, b: number): number {
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && remainder < 0 !== b < 0) {
    remainder += b;
    quotient -= 1;
  }
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function floatDivmod(it: Interp, left: Ptr, right: Ptr): Ptr {
  const a = toDouble(it, left);
  const b = a === undefined ? undefined : toDouble(it, right);
  if (a === undefined || b === undefined) return it.singletons.notImplemented;
  if (b === 0) zeroDivision(it, it.profile.scalars.floatDivmod);
  return tupleSteal(it, [newFloat(it, floorDivide(a, b)), newFloat(it, modulo(a, b))]);
}

function power(it: Interp, left: Ptr, right: Ptr, modulus: Ptr): Ptr {
  const a = toDouble(it, left);
  const b = a === undefined ? undefined : toDouble(it, right);
  if (a === undefined || b === undefined) return it.singletons.notImplemented;
  if (modulus !== it.singletons.none) it.typeError('pow() 3rd argument not allowed unless all arguments are integers');
  const result = floatPower(it, a, b);
  if (result !== undefined) return newFloat(it, result);
  const [real, imag] = complexPower(it, [a, 0], [b, 0]);
  return newComplex(it, real, imag);
}

/// Compares with ints of any size exactly, without rounding them.
function richCompare(it: Interp, left: Ptr, right: Ptr, op: number): Ptr {
  const a = floatValue(it, left);
  if (isFloat(it, right)) {
    const b = floatValue(it, right);
    if (Number.isNaN(a) || Number.isNaN(b)) return it.bool(op === CompareOp.NE);
    return it.bool(satisfies(op, a < b ? -1 : a > b ? 1 : 0));
  }
  if (!isInt(it, right)) return it.singletons.notImplemented;
  if (Number.isNaN(a)) return it.bool(op === CompareOp.NE);
  const b = isCompact(it, right) ? it.f64[(right + 6) >> 1]! : bigValue(it, right);
  return it.bool(satisfies(op, a < b ? -1 : a > b ? 1 : 0));
}

const LITERAL = /^[+-]?(?:(?:\d+(?:_\d+)*)?\.?(?:(?<=\.)\d+(?:_\d+)*)?(?:e[+-]?\d+(?:_\d+)*)?|inf|infinity|nan)$/i;

/// The number that a text spells, or undefined (PyFloat_FromString).
export function parseFloatText(text: string): number | undefined {
  const body = stripSpace(decimalDigits(text));
  if (!LITERAL.test(body) || !/[\dn]/i.test(body) || /^[+-]?\.?e/i.test(body)) return undefined;
  const lower = body.toLowerCase();
  if (lower.includes('n')) {
    if (lower.endsWith('nan')) return NaN;
    return lower[0] === '-' ? -Infinity : Infinity;
  }
  return Number(lower.replaceAll('_', ''));
}

function doubleFromText(it: Interp, text: string, source: Ptr): number {
  const value = parseFloatText(text);
  if (value === undefined) it.valueError(`could not convert string to float: ${reprText(it, source)}`);
  return value;
}

function doubleFrom(it: Interp, x: Ptr): number {
  if (isStr(it, x)) return doubleFromText(it, strValue(it, x), x);
  if (isBytes(it, x)) return doubleFromText(it, String.fromCharCode(...bytesView(it, x)), x);
  if (isBytearray(it, x)) return doubleFromText(it, String.fromCharCode(...bytearrayView(it, x)), x);
  const slots = it.typeOf(x).slots;
  if (slots.nbFloat === undefined && slots.nbIndex === undefined) {
    it.typeError(`float() argument must be a string or a real number, not '${it.typeOf(x).name}'`);
  }
  return numberAsDouble(it, x);
}

function floatNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  if (type === it.types.float) noKeywords(it, 'float', kwnames);
  const nargs = type === it.types.float ? args.length : Math.min(args.length, 1);
  checkPositional(it, 'float', nargs, 0, 1);
  if (nargs > 0 && type === it.types.float && it.typeOf(args[0]!) === type) return it.newRef(args[0]!);
  const value = nargs === 0 ? 0 : doubleFrom(it, args[0]!);
  return type === it.types.float ? newFloat(it, value) : newFloatSubtype(it, type, value);
}

function round(it: Interp, self: Ptr, args: readonly Ptr[]): Ptr {
  const value = floatValue(it, self);
  if (args.length === 0 || args[0] === it.singletons.none) return intOfDouble(it, roundHalfEven(value));
  const places = it.own(index(it, args[0]!));
  const rounded = roundDouble(value, asNumber(it, places));
  it.drop();
  if (!Number.isFinite(rounded) && Number.isFinite(value)) it.raise(it.types.OverflowError, 'rounded value too large to represent');
  return newFloat(it, rounded);
}

function asIntegerRatio(it: Interp, self: Ptr): Ptr {
  const value = floatValue(it, self);
  if (Number.isNaN(value)) it.valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) it.raise(it.types.OverflowError, 'cannot convert Infinity to integer ratio');
  const [numerator, denominator] = integerRatio(value);
  return tupleSteal(it, [newBigInt(it, numerator), newBigInt(it, denominator)]);
}

/// The float itself, or a plain float with the value of an instance of a subclass.
const plain = (it: Interp, p: Ptr): Ptr =>
  it.i32[p + 3] === it.types.float.index ? it.newRef(p) : newFloat(it, floatValue(it, p));

const methods: Readonly<Record<string, NativeMethod>> = {
  conjugate: { kind: 'noargs', fn: plain },
  is_integer: { kind: 'noargs', fn: (it, p) => it.bool(Number.isInteger(floatValue(it, p))) },
  as_integer_ratio: { kind: 'noargs', fn: asIntegerRatio },
  hex: { kind: 'noargs', fn: (it, p) => newStr(it, floatHex(floatValue(it, p))) },
  fromhex: { kind: 'o', fn: floatFromHex, binding: 'class' },
  __round__: { kind: 'fastcall', min: 0, max: 1, fn: round },
  __trunc__: { kind: 'noargs', fn: (it, p) => intOfDouble(it, floatValue(it, p)) },
  __floor__: { kind: 'noargs', fn: (it, p) => intOfDouble(it, Math.floor(floatValue(it, p))) },
  __ceil__: { kind: 'noargs', fn: (it, p) => intOfDouble(it, Math.ceil(floatValue(it, p))) },
  __getnewargs__: { kind: 'noargs', fn: (it, p) => tupleSteal(it, [newFloat(it, floatValue(it, p))]) },
  __format__: {
    kind: 'o',
    fn: (it, p, spec) => {
      if (!isStr(it, spec)) it.typeError(`__format__() argument must be str, not ${argumentTypeName(it, spec)}`);
      return strLength(it, spec) === 0 ? str(it, p) : newStr(it, formatFloat(it, p, floatValue(it, p), strValue(it, spec)));
    }
  }
};

export const floatSpec: TypeSpec = {
  name: 'float',
  doc: 'Convert a string or number to a floating-point number, if possible.',
  basicsize: 24,
  isBaseType: true,
  slots: {
    dealloc: (it, p) => it.freeInstance(p),
    repr: (it, p) => newStr(it, floatReprText(floatValue(it, p))),
    hash: (it, p) => hashDouble(it, floatValue(it, p), () => hashPointer(it, p)),
    richcompare: richCompare,
    new: floatNew,
    nbAdd: binary((_it, a, b) => a + b),
    nbSubtract: binary((_it, a, b) => a - b),
    nbMultiply: binary((_it, a, b) => a * b),
    nbRemainder: binary((it, a, b) => (b === 0 ? zeroDivision(it, it.profile.scalars.floatModulo) : modulo(a, b))),
    nbDivmod: floatDivmod,
    nbPower: power,
    nbNegative: (it, p) => newFloat(it, -floatValue(it, p)),
    nbPositive: plain,
    nbAbsolute: (it, p) => newFloat(it, Math.abs(floatValue(it, p))),
    nbBool: (it, p) => floatValue(it, p) !== 0,
    nbInt: (it, p) => intOfDouble(it, floatValue(it, p)),
    nbFloat: plain,
    nbFloorDivide: binary((it, a, b) => (b === 0 ? zeroDivision(it, it.profile.scalars.floatFloorDivide) : floorDivide(a, b))),
    nbTrueDivide: binary((it, a, b) => (b === 0 ? zeroDivision(it, it.profile.scalars.floatDivide) : a / b))
  },
  methods,
  getset: {
    real: { get: plain },
    imag: { get: it => newFloat(it, 0) }
  }
};
