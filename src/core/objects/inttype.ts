/// The type int. CPython 3.14 Objects/longobject.c
import type { Ptr } from '../memory/ram';
import { call, index, reprText, warnInexact } from './abstract';
import { bindArguments } from './args';
import { bytesView, isBytes } from './bytes';
import { floatValue, isFloat, newFloat } from './float';
import { digitsOf } from './formatter';
import { asDouble, compactValue, intDealloc, intFrom, intFromDouble, intHash, intSize, intValue, isCompact, isInt, newInt, newIntSubtype, scratchDigit } from './int';
import { intMethods } from './intmethods';
import * as ops from './intops';
import { intFromText } from './intparse';
import type { Interp } from './interp';
import { bindSpecial } from './special';
import { isStr, newSeparateStr, newStrOfWidth, strValue } from './str';
import { CompareOp } from './typeobject';
import type { BinarySlot, TypeObject, TypeSpec } from './typeobject';

/// The operator on two ints; NotImplemented for anything else.
const binary = (operator: BinarySlot): BinarySlot => (it, left, right) =>
  isInt(it, left) && isInt(it, right) ? operator(it, left, right) : it.singletons.notImplemented;

function intRepr(it: Interp, p: Ptr): Ptr {
  if (isCompact(it, p)) {
    const value = compactValue(it, p);
    if (value === 0) scratchDigit(it);
    return newStrOfWidth(it, String(value), 0);
  }
  const value = intValue(it, p);
  return newSeparateStr(it, (value < 0 ? '-' : '') + digitsOf(it, value < 0 ? -value : value, 10));
}

function intRichCompare(it: Interp, left: Ptr, right: Ptr, op: number): Ptr {
  if (!isInt(it, left) || !isInt(it, right)) return it.singletons.notImplemented;
  if (left === right) return it.bool(op === CompareOp.EQ || op === CompareOp.LE || op === CompareOp.GE);
  return it.bool(ops.satisfies(op, ops.compareInts(it, left, right)));
}

/// CPython 3.14 Objects/longobject.c long_new_impl
function intNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [x, base] = bindIntArguments(it, args, kwnames);
  if (x === 0) {
    if (base !== 0) it.typeError('int() missing string argument');
    return type === it.types.int ? newInt(it, 0) : newIntSubtype(it, type, 0);
  }
  const value = it.own(base === 0 ? numberLong(it, x!) : intWithBase(it, x!, base!));
  if (type === it.types.int) return it.take();
  const self = newIntSubtype(it, type, intValue(it, value));
  it.drop();
  return self;
}

function bindIntArguments(it: Interp, args: readonly Ptr[], kwnames: Ptr): Ptr[] {
  if (kwnames === 0 && args.length > 2 && it.profile.scalars.strUsesClinic) {
    it.typeError(`int expected at most 2 arguments, got ${args.length}`);
  }
  return bindArguments(it, 'int', ['', 'base'], { positionalOnly: 1 }, args, kwnames);
}

function intWithBase(it: Interp, x: Ptr, base: Ptr): Ptr {
  const baseInt = index(it, base);
  const radix = Number(intValue(it, baseInt));
  it.decref(baseInt);
  if (radix !== 0 && (radix < 2 || radix > 36)) it.valueError('int() base must be >= 2 and <= 36, or 0');
  if (isStr(it, x)) return intFromText(it, strValue(it, x), radix, () => reprText(it, x));
  if (isBytes(it, x)) return intFromText(it, String.fromCharCode(...bytesView(it, x)), radix, () => reprText(it, x));
  it.typeError("int() can't convert non-string with explicit base");
}

/// An exact int (PyNumber_Long).
export function numberLong(it: Interp, x: Ptr): Ptr {
  if (isInt(it, x) && it.i32[x + 3] === it.types.int.index) return it.newRef(x);
  const slots = it.typeOf(x).slots;
  if (slots.nbInt !== undefined) return plainInt(it, slots.nbInt(it, x), '__int__');
  if (slots.nbIndex !== undefined) return plainInt(it, index(it, x), '__index__');
  const trunc = it.profile.truncates ? bindSpecial(it, x, '__trunc__') : 0;
  if (trunc !== 0) {
    it.own(trunc);
    const result = it.own(call(it, trunc, []));
    const asIndex = index(it, result);
    it.drop(2);
    return plainInt(it, asIndex, '__trunc__');
  }
  if (isStr(it, x)) return intFromText(it, strValue(it, x), 10, () => reprText(it, x));
  if (isBytes(it, x)) return intFromText(it, String.fromCharCode(...bytesView(it, x)), 10, () => reprText(it, x));
  it.typeError(`int() argument must be a string, a bytes-like object or a real number, not '${it.typeOf(x).name}'`);
}

/// Takes over the result of a conversion method: it must be an int, and becomes an exact one.
function plainInt(it: Interp, result: Ptr, method: string): Ptr {
  if (it.i32[result + 3] === it.types.int.index) return result;
  it.own(result);
  if (!isInt(it, result)) it.typeError(`${method} returned non-int (type ${it.typeOf(result).name})`);
  if (method === '__int__') warnInexact(it, result, method, 'int');
  const plain = intFrom(it, intValue(it, result));
  it.drop();
  return plain;
}

/// An int of a float, cut towards zero.
export function intOfDouble(it: Interp, value: number): Ptr {
  if (Number.isNaN(value)) it.valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) it.raise(it.types.OverflowError, 'cannot convert float infinity to integer');
  return intFromDouble(it, Math.trunc(value) + 0);
}

/// A number as a double, for native functions that take a C double (PyFloat_AsDouble).
export function numberAsDouble(it: Interp, p: Ptr): number {
  if (isFloat(it, p)) return floatValue(it, p);
  if (isInt(it, p)) return asDouble(it, p);
  const slots = it.typeOf(p).slots;
  if (slots.nbFloat !== undefined) {
    const result = it.own(slots.nbFloat(it, p));
    if (!isFloat(it, result)) it.typeError(`${it.typeOf(p).name}.__float__ returned non-float (type ${it.typeOf(result).name})`);
    if (it.typeOf(result) !== it.types.float) warnInexact(it, result, `${it.typeOf(p).name}.__float__`, 'float');
    const value = floatValue(it, result);
    it.drop();
    return value;
  }
  if (slots.nbIndex !== undefined) {
    const result = it.own(index(it, p));
    const value = asDouble(it, result);
    it.drop();
    return value;
  }
  it.typeError(`must be real number, not ${it.typeOf(p).name}`);
}

const attribute = (get: (it: Interp, p: Ptr) => Ptr) => ({ get });

export const intSpec: TypeSpec = {
  name: 'int',
  doc: 'int([x]) -> integer\nint(x, base=10) -> integer',
  basicsize: 24,
  itemsize: 4,
  isBaseType: true,
  slots: {
    size: intSize,
    dealloc: intDealloc,
    repr: intRepr,
    hash: intHash,
    richcompare: intRichCompare,
    new: intNew,
    nbAdd: binary(ops.intAdd),
    nbSubtract: binary(ops.intSubtract),
    nbMultiply: binary(ops.intMultiply),
    nbRemainder: binary(ops.intRemainder),
    nbDivmod: binary(ops.intDivmod),
    nbPower: ops.intPower,
    nbNegative: ops.intNegative,
    nbPositive: ops.intPositive,
    nbAbsolute: ops.intAbsolute,
    nbBool: (it, p) => !isCompact(it, p) || compactValue(it, p) !== 0,
    nbInvert: ops.intInvert,
    nbLshift: binary(ops.intLshift),
    nbRshift: binary(ops.intRshift),
    nbAnd: binary(ops.intAnd),
    nbXor: binary(ops.intXor),
    nbOr: binary(ops.intOr),
    nbInt: ops.intPositive,
    nbFloat: (it, p) => newFloat(it, asDouble(it, p)),
    nbFloorDivide: binary(ops.intFloorDivide),
    nbTrueDivide: binary(ops.intTrueDivide),
    nbIndex: ops.intPositive
  },
  methods: intMethods,
  getset: {
    real: attribute(ops.intPositive),
    imag: attribute(it => newInt(it, 0)),
    numerator: attribute(ops.intPositive),
    denominator: attribute(it => newInt(it, 1))
  }
};
