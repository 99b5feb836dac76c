/// The type str. CPython 3.14 Objects/unicodeobject.c
import type { Ptr } from '../memory/ram';
import { str } from './abstract';
import { bindArguments, checkPositional } from './args';
import { bufferOf } from './bytesfrom';
import { decodeBytes } from './codecs';
import { satisfies } from './intops';
import type { Interp } from './interp';
import { newIndexIterator } from './indexiter';
import { adjustedSlice, isSlice } from './slice';
import { hasIndex, subscriptIndex } from './ssize';
import { codePointsOf, exactStr, isFlat, isStr, isStrExact, newStr, newStrOfWidth, newStrSubtype, strCodePointAt, strConcat, strDealloc, strEqual, strFromCodePoint, strHash, strLength, strSize, strSubstring, strValue, strWidth } from './str';
import { textArgument } from './strargs';
import { percentFormat } from './strformat';
import { strMethods } from './strmethods';
import { reprOfText } from './strrepr';
import { CompareOp } from './typeobject';
import type { TypeObject, TypeSpec } from './typeobject';

/// Order by code points, which UTF-16 does not give when astral characters meet others.
function compareTexts(it: Interp, a: Ptr, b: Ptr): number {
  const left = strValue(it, a);
  const right = strValue(it, b);
  if (isFlat(it, a) && isFlat(it, b)) return left < right ? -1 : left > right ? 1 : 0;
  let i = 0;
  while (i < left.length && i < right.length && left.charCodeAt(i) === right.charCodeAt(i)) i++;
  if (i === left.length || i === right.length) return left.length - right.length;
  // Past a shared high surrogate the low ones decide alike.
  return (left.codePointAt(i)! - right.codePointAt(i)!);
}

function richCompare(it: Interp, self: Ptr, other: Ptr, op: number): Ptr {
  if (!isStr(it, other) || !isStr(it, self)) return it.singletons.notImplemented;
  if (op === CompareOp.EQ) return it.bool(strEqual(it, self, other));
  if (op === CompareOp.NE) return it.bool(!strEqual(it, self, other));
  return it.bool(self === other ? satisfies(op, 0) : satisfies(op, compareTexts(it, self, other)));
}

function item(it: Interp, self: Ptr, index: number): Ptr {
  if (index < 0 || index >= strLength(it, self)) it.raise(it.types.IndexError, 'string index out of range');
  return strFromCodePoint(it, strCodePointAt(it, self, index));
}

function subscript(it: Interp, self: Ptr, key: Ptr): Ptr {
  if (isSlice(it, key)) return slice(it, self, key);
  if (!hasIndex(it, key)) it.typeError(`string indices must be integers, not '${it.typeOf(key).name}'`);
  const index = subscriptIndex(it, key);
  return item(it, self, index < 0 ? index + strLength(it, self) : index);
}

function slice(it: Interp, self: Ptr, key: Ptr): Ptr {
  const { start, step, length } = adjustedSlice(it, key, strLength, self);
  if (length <= 0) return it.statics.emptyStr;
  if (step === 1) return strSubstring(it, self, start, start + length);
  const text = strValue(it, self);
  const codePoints = isFlat(it, self) ? undefined : codePointsOf(text);
  let out = '';
  for (let i = 0, at = start; i < length; i++, at += step) {
    out += codePoints === undefined ? text[at]! : String.fromCodePoint(codePoints[at]!);
  }
  return newStr(it, out);
}

function concat(it: Interp, left: Ptr, right: Ptr): Ptr {
  if (!isStr(it, right)) it.typeError(`can only concatenate str (not "${it.typeOf(right).name}") to str`);
  return strConcat(it, left, right);
}

function repeat(it: Interp, self: Ptr, count: number): Ptr {
  if (count < 1) return it.statics.emptyStr;
  if (count === 1) return exactStr(it, self);
  const length = strLength(it, self);
  if (length === 0) return it.statics.emptyStr;
  if (length * count >= 2 ** 63) it.raise(it.types.OverflowError, 'repeated string is too long');
  if (length * count > Math.min(it.ram.bytes, 2 ** 28)) it.noMemory();
  return newStrOfWidth(it, strValue(it, self).repeat(count), strWidth(it, self));
}

function contains(it: Interp, self: Ptr, sub: Ptr): boolean {
  if (!isStr(it, sub)) it.typeError(`'in <string>' requires string as left operand, not ${it.typeOf(sub).name}`);
  return strValue(it, self).includes(strValue(it, sub));
}

/// CPython 3.14 Objects/unicodeobject.c unicode_vectorcall, unicode_new_impl
function strNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  if (kwnames === 0 && it.profile.scalars.strUsesClinic) checkPositional(it, 'str', args.length, 0, 3);
  if (args.length === 1 && kwnames === 0 && type === it.types.str) return str(it, args[0]!);
  const [object, encoding, errors] = bindArguments(it, 'str', ['object', 'encoding', 'errors'], {}, args, kwnames);
  const value = it.own(textOf(it, object!, encoding!, errors!));
  if (type === it.types.str) return it.take();
  const self = newStrSubtype(it, type, value);
  it.drop();
  return self;
}

function textOf(it: Interp, object: Ptr, encoding: Ptr, errors: Ptr): Ptr {
  const encodingName = encoding === 0 ? 'utf-8' : textArgument(it, encoding, "str() argument 'encoding'");
  const errorsName = errors === 0 ? 'strict' : textArgument(it, errors, "str() argument 'errors'");
  if (object === 0) return it.statics.emptyStr;
  if (encoding === 0 && errors === 0) return str(it, object);
  if (isStr(it, object)) it.typeError('decoding str is not supported');
  const buffer = bufferOf(it, object);
  if (buffer === undefined) it.typeError(`decoding to str: need a bytes-like object, ${it.typeOf(object).name} found`);
  return decodeBytes(it, buffer, object, encodingName, errorsName);
}

export const strSpec: TypeSpec = {
  name: 'str',
  doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str",
  basicsize: 64,
  isBaseType: true,
  slots: {
    size: strSize,
    dealloc: strDealloc,
    repr: (it, p) => newStr(it, reprOfText(strValue(it, p))),
    str: (it, p) => (isStrExact(it, p) ? it.newRef(p) : exactStr(it, p)),
    hash: strHash,
    richcompare: richCompare,
    iter: (it, p) => newIndexIterator(it, strWidth(it, p) === 0 ? it.types.str_ascii_iterator : it.types.str_iterator, p, 0),
    new: strNew,
    nbRemainder: (it, left, right) => (isStr(it, left) ? percentFormat(it, left, right) : it.singletons.notImplemented),
    sqLength: strLength,
    mpLength: strLength,
    sqConcat: concat,
    sqRepeat: repeat,
    sqItem: item,
    sqContains: contains,
    mpSubscript: subscript
  },
  methods: strMethods
};
