/// Methods of int. CPython 3.14 Objects/longobject.c
import type { Ptr } from '../memory/ram';
import { call, index, isTrue, str, strText } from './abstract';
import { argumentTypeName, bindArguments } from './args';
import { bytesFromObject } from './bytesfrom';
import { newFreshBytes } from './bytes';
import { formatInt } from './formatter';
import { asNumber, bigValue, bitLength, intFrom, intSize, intValue, newBigInt, newInt, newIntOf } from './int';
import type { Interp } from './interp';
import { intPositive } from './intops';
import { isStr, newStr, strLength, strValue } from './str';
import { tupleSteal } from './tuple';
import type { NativeMethod } from './typeobject';

/// round() to a negative number of places, half to even.
function intRound(it: Interp, self: Ptr, args: readonly Ptr[]): Ptr {
  if (args.length === 0 || args[0] === it.singletons.none) return intPositive(it, self);
  const places = it.own(index(it, args[0]!));
  const n = intValue(it, places);
  it.drop();
  if (n >= 0) return intPositive(it, self);
  const value = bigValue(it, self);
  // Beyond its own digits every int rounds to 0.
  if (-n > bitLength(value)) return newInt(it, 0);
  const unit = 10n ** BigInt(-n);
  const remainder = ((value % unit) + unit) % unit;
  let rounded = value - remainder;
  if (remainder * 2n > unit || (remainder * 2n === unit && (rounded / unit) % 2n !== 0n)) rounded += unit;
  return newBigInt(it, rounded);
}

function isBigEndian(it: Interp, fname: string, byteorder: Ptr): boolean {
  if (byteorder === 0) return true;
  if (!isStr(it, byteorder)) it.typeError(`${fname}() argument 'byteorder' must be str, not ${argumentTypeName(it, byteorder)}`);
  const text = strValue(it, byteorder);
  if (text !== 'little' && text !== 'big') it.valueError("byteorder must be either 'little' or 'big'");
  return text === 'big';
}

function toBytes(it: Interp, self: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [lengthArg, byteorder, signedArg] = bindArguments(
    it, 'to_bytes', ['length', 'byteorder', 'signed'], { keywordOnly: 1 }, args, kwnames);
  let length = 1;
  if (lengthArg !== 0) {
    const asInt = it.own(index(it, lengthArg!));
    length = asNumber(it, asInt);
    it.drop();
  }
  const big = isBigEndian(it, 'to_bytes', byteorder!);
  const signed = signedArg !== 0 && isTrue(it, signedArg!);
  if (length < 0) it.valueError('length argument must be non-negative');
  let value = bigValue(it, self);
  if (value < 0n && !signed) it.raise(it.types.OverflowError, "can't convert negative int to unsigned");
  const sign = signed && value !== 0n && (length > 0 || it.profile.checksSignOfNoBytes) ? 1 : 0;
  if (bitLength(value < 0n ? -value - 1n : value) + sign > length * 8) it.raise(it.types.OverflowError, 'int too big to convert');
  if (length > it.ram.bytes) it.noMemory();
  const bytes = new Uint8Array(length);
  value = BigInt.asUintN(length * 8, value);
  for (let i = 0; i < length; i++) {
    bytes[big ? length - 1 - i : i] = Number(value & 255n);
    value >>= 8n;
  }
  return newFreshBytes(it, bytes);
}

function fromBytes(it: Interp, cls: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [bytesArg, byteorder, signedArg] = bindArguments(
    it, 'from_bytes', ['bytes', 'byteorder', 'signed'], { required: 1, keywordOnly: 1 }, args, kwnames);
  const big = isBigEndian(it, 'from_bytes', byteorder!);
  const signed = signedArg !== 0 && isTrue(it, signedArg!);
  const bytes = bytesFromObject(it, bytesArg!);
  const hex = Array.from(big ? bytes : bytes.reverse(), (b) => b.toString(16).padStart(2, '0')).join('');
  let value = BigInt(`0x0${hex}`);
  if (signed) value = BigInt.asIntN(bytes.length * 8, value);
  const significant = value < 0n ? bytes.length : Math.ceil(bitLength(value) / 8);
  const result = newIntOf(it, Number.isSafeInteger(Number(value)) ? Number(value) : value, Math.ceil((significant * 8) / 30));
  if (cls === it.types.int.ptr) return result;
  it.own(result);
  const instance = call(it, cls, [result]);
  it.drop();
  return instance;
}

function bitCount(value: number | bigint): number {
  return (value < 0 ? -value : value).toString(2).replaceAll('0', '').length;
}

export const intMethods: Readonly<Record<string, NativeMethod>> = {
  conjugate: { kind: 'noargs', fn: intPositive },
  bit_length: { kind: 'noargs', fn: (it, p) => newInt(it, bitLength(intValue(it, p))) },
  bit_count: { kind: 'noargs', fn: (it, p) => newInt(it, bitCount(intValue(it, p))) },
  as_integer_ratio: { kind: 'noargs', fn: (it, p) => tupleSteal(it, [intPositive(it, p), newInt(it, 1)]) },
  is_integer: { kind: 'noargs', fn: it => it.singletons.true },
  to_bytes: { kind: 'keywords', fn: toBytes },
  from_bytes: { kind: 'keywords', fn: fromBytes, binding: 'class' },
  __round__: { kind: 'fastcall', min: 0, max: 1, fn: intRound },
  __trunc__: { kind: 'noargs', fn: intPositive },
  __floor__: { kind: 'noargs', fn: intPositive },
  __ceil__: { kind: 'noargs', fn: intPositive },
  __getnewargs__: { kind: 'noargs', fn: (it, p) => tupleSteal(it, [intFrom(it, intValue(it, p))]) },
  __sizeof__: { kind: 'noargs', fn: (it, p) => newInt(it, intSize(it, p)) },
  __format__: {
    kind: 'o',
    fn: (it, p, spec) => {
      if (!isStr(it, spec)) it.typeError(`__format__() argument must be str, not ${argumentTypeName(it, spec)}`);
      if (strLength(it, spec) === 0 && it.typeOf(p) !== it.types.int) return str(it, p);
      return strLength(it, spec) === 0 ? newStr(it, strText(it, p)) : newStr(it, formatInt(it, p, strValue(it, spec)));
    }
  }
};
