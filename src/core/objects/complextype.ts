/// The type complex. CPython 3.14 Objects/complexobject.c
import type { Ptr } from '../memory/ram';
import { argumentTypeName, bindArguments } from './args';
import type { Complex } from './complex';
import { complexValue, isComplex, newComplex, newComplexSubtype, toComplex } from './complex';
import { complexAbsolute, complexPower, complexProduct, complexQuotient, realQuotient } from './complexops';
import { hashDouble, newFloat } from './float';
import { richCompare, str } from './abstract';
import { floatText } from './floatrepr';
import { formatComplex } from './formatter';
import { numberAsDouble } from './inttype';
import { parseFloatText } from './floattype';
import type { Interp } from './interp';
import { hashPointer } from './object';
import { callBoundSpecial } from './special';
import { isStr, newStr, strValue } from './str';
import { tupleSteal } from './tuple';
import { CompareOp } from './typeobject';
import type { BinarySlot, TypeObject, TypeSpec } from './typeobject';
import { add64, high, mul64 } from './hash64';

/// Which operand is a real number and is not to be taken for a complex one.
type Real = 'left' | 'right' | 'neither';

const binary = (operator: (it: Interp, a: Complex, b: Complex, real: Real) => Complex): BinarySlot => (it, left, right) => {
  const a = toComplex(it, left);
  const b = a === undefined ? undefined : toComplex(it, right);
  if (a === undefined || b === undefined) return it.singletons.notImplemented;
  const mixes = it.profile.scalars.complexMixesReals;
  const real = !mixes ? 'neither' : !isComplex(it, left) ? 'left' : !isComplex(it, right) ? 'right' : 'neither';
  const [x, y] = operator(it, a, b, real);
  return newComplex(it, x, y);
};

function product(a: Complex, b: Complex, real: Real): Complex {
  if (real === 'left') return [a[0] * b[0], a[0] * b[1]];
  return real === 'right' ? [a[0] * b[0], a[1] * b[0]] : complexProduct(a, b);
}

function quotient(it: Interp, a: Complex, b: Complex, real: Real): Complex {
  if (real === 'left') return realQuotient(it, a[0], b);
  if (real === 'neither' || b[0] === 0) return complexQuotient(it, a, b);
  return [a[0] / b[0], a[1] / b[0]];
}

/// The repr of a complex number.
export function complexText([real, imag]: Complex): string {
  const imagText = floatText(imag, 'r', 0);
  if (real === 0 && !Object.is(real, -0)) return `${imagText}j`;
  const plus = imagText[0] === '-' ? '' : '+';
  return `(${floatText(real, 'r', 0)}${plus}${imagText}j)`;
}

function complexRepr(it: Interp, p: Ptr): Ptr {
  return newStr(it, complexText(complexValue(it, p)));
}

/// hash(real) + 1000003 * hash(imag), modulo 2^64.
function complexHash(it: Interp, p: Ptr): number {
  const [real, imag] = complexValue(it, p);
  const nan = (): number => hashPointer(it, p);
  const realLow = hashDouble(it, real, nan);
  const realHigh = it.hashHigh;
  const imagLow = hashDouble(it, imag, nan);
  const productLow = mul64(imagLow, it.hashHigh, 1000003, 0);
  const low = add64(realLow, realHigh, productLow, high.word);
  it.hashHigh = high.word;
  return low === -1 && high.word === -1 ? -2 : low;
}

const NUMBER = '(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:e[+-]?\\d[\\d_]*)?|inf(?:inity)?|nan';
const LITERAL = new RegExp(`^([+-]?(?:${NUMBER}))?(?:([+-]?(?:${NUMBER})?)j)?$`, 'i');

function complexFromText(it: Interp, text: string): Complex {
  let body = text.trim();
  if (body.startsWith('(') && body.endsWith(')')) body = body.slice(1, -1).trim();
  // What the first group took may be the imaginary part alone.
  const alone = new RegExp(`^([+-]?(?:${NUMBER})?)j$`, 'i').exec(body);
  const match = alone === null ? LITERAL.exec(body) : null;
  const real = alone === null ? part(match?.[1]) : 0;
  const imagText = alone === null ? match?.[2] : alone[1];
  const signed = alone !== null || imagText === undefined || /^[+-]/.test(imagText);
  const imag = imagText === undefined ? 0 : part(/^[+-]?$/.test(imagText) ? `${imagText}1` : imagText);
  if (body === '' || (alone === null && match === null) || !signed || real === undefined || imag === undefined) {
    it.valueError('complex() arg is a malformed string');
  }
  return [real, imag];
}

const part = (text: string | undefined): number | undefined => (text === undefined ? 0 : parseFloatText(text));

function argument(it: Interp, p: Ptr, name: 'real' | 'imag', both: boolean): Complex {
  if (it.typeOf(p) === it.types.complex) return complexValue(it, p);
  const given = name === 'real' ? callBoundSpecial(it, p, '__complex__') : 0;
  if (given !== 0) {
    const result = it.own(given);
    if (!isComplex(it, result)) it.typeError(`__complex__ returned non-complex (type ${it.typeOf(result).name})`);
    const value = complexValue(it, result);
    it.drop();
    return value;
  }
  if (isComplex(it, p)) return complexValue(it, p);
  const slots = it.typeOf(p).slots;
  if (slots.nbFloat !== undefined || slots.nbIndex !== undefined) return [numberAsDouble(it, p), 0];
  const typeName = it.typeOf(p).name;
  if (it.profile.scalars.complexNamesArguments) {
    if (both || name === 'imag') it.typeError(`complex() argument '${name}' must be a real number, not ${typeName}`);
    it.typeError(`complex() argument must be a string or a number, not ${typeName}`);
  }
  it.typeError(name === 'real'
    ? `complex() first argument must be a string or a number, not '${typeName}'`
    : `complex() second argument must be a number, not '${typeName}'`);
}

function complexNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [real, imag] = bindArguments(it, 'complex', ['real', 'imag'], {}, args, kwnames);
  if (real !== 0 && imag === 0 && type === it.types.complex && it.typeOf(real!) === type) return it.newRef(real!);
  let value: Complex;
  if (real !== 0 && imag === 0 && isStr(it, real!)) {
    value = complexFromText(it, strValue(it, real!));
  } else {
    if (!it.profile.scalars.complexNamesArguments) {
      if (real !== 0 && isStr(it, real!)) it.typeError("complex() can't take second arg if first is a string");
      if (imag !== 0 && isStr(it, imag!)) it.typeError("complex() second arg can't be a string");
    }
    const [a, b]: Complex = real === 0 ? [0, 0] : argument(it, real!, 'real', imag !== 0);
    const [c, d]: Complex = imag === 0 ? [0, 0] : argument(it, imag!, 'imag', true);
    // Without the complex argument's parts zeros keep their sign.
    value = [d === 0 ? a : a - d, imag === 0 ? b : b === 0 ? c : b + c];
  }
  return type === it.types.complex ? newComplex(it, value[0], value[1]) : newComplexSubtype(it, type, value[0], value[1]);
}

function complexCompare(it: Interp, left: Ptr, right: Ptr, op: number): Ptr {
  if (op !== CompareOp.EQ && op !== CompareOp.NE) return it.singletons.notImplemented;
  const a = complexValue(it, left);
  if (it.typeOf(right).isSubtypeOf(it.types.int)) {
    // As floats and ints are compared: exactly.
    if (a[1] !== 0) return it.bool(op === CompareOp.NE);
    const real = it.own(newFloat(it, a[0]));
    const result = richCompare(it, real, right, op);
    it.drop();
    return result;
  }
  const b = toComplex(it, right);
  if (b === undefined) return it.singletons.notImplemented;
  return it.bool((a[0] === b[0] && a[1] === b[1]) === (op === CompareOp.EQ));
}

export const complexSpec: TypeSpec = {
  name: 'complex',
  basicsize: 32,
  isBaseType: true,
  slots: {
    dealloc: (it, p) => it.freeInstance(p),
    repr: complexRepr,
    hash: complexHash,
    richcompare: complexCompare,
    new: complexNew,
    nbAdd: binary((_it, [a, b], [c, d], real) => [a + c, real === 'left' ? d : real === 'right' ? b : b + d]),
    nbSubtract: binary((_it, [a, b], [c, d], real) => [a - c, real === 'left' ? -d : real === 'right' ? b : b - d]),
    nbMultiply: binary((_it, a, b, real) => product(a, b, real)),
    nbTrueDivide: binary(quotient),
    nbPower: (it, base, exponent, modulus) => {
      const a = toComplex(it, base);
      const b = a === undefined ? undefined : toComplex(it, exponent);
      if (a === undefined || b === undefined) return it.singletons.notImplemented;
      if (modulus !== it.singletons.none) it.valueError('complex modulo');
      const [real, imag] = complexPower(it, a, b);
      return newComplex(it, real, imag);
    },
    nbNegative: (it, p) => newComplex(it, -complexValue(it, p)[0], -complexValue(it, p)[1]),
    nbPositive: (it, p) => (it.typeOf(p) === it.types.complex ? it.newRef(p) : newComplex(it, complexValue(it, p)[0], complexValue(it, p)[1])),
    nbAbsolute: (it, p) => newFloat(it, complexAbsolute(it, complexValue(it, p))),
    nbBool: (it, p) => complexValue(it, p).some(x => x !== 0)
  },
  methods: {
    __format__: {
      kind: 'o',
      fn: (it, p, spec) => {
        if (!isStr(it, spec)) it.typeError(`__format__() argument must be str, not ${argumentTypeName(it, spec)}`);
        const text = strValue(it, spec);
        if (text === '') return str(it, p);
        const [real, imag] = complexValue(it, p);
        return newStr(it, formatComplex(it, p, real, imag, text));
      }
    },
    conjugate: { kind: 'noargs', fn: (it, p) => newComplex(it, complexValue(it, p)[0], -complexValue(it, p)[1]) },
    __complex__: { kind: 'noargs', fn: (it, p) => newComplex(it, complexValue(it, p)[0], complexValue(it, p)[1]) },
    __getnewargs__: {
      kind: 'noargs',
      fn: (it, p) => tupleSteal(it, [newFloat(it, complexValue(it, p)[0]), newFloat(it, complexValue(it, p)[1])])
    }
  },
  getset: {
    real: { isMember: true, get: (it, p) => newFloat(it, complexValue(it, p)[0]) },
    imag: { isMember: true, get: (it, p) => newFloat(it, complexValue(it, p)[1]) }
  }
};
