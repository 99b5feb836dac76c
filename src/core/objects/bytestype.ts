/// The type bytes. CPython 3.14 Objects/bytesobject.c
import type { Ptr } from '../memory/ram';
import { call } from './abstract';
import { bindArguments } from './args';
import { isBytearray } from './bytearray';
import { bytesDealloc, bytesHash, bytesLength, bytesView, isBytes, newBytes, newBytesOfTwo, newBytesSubtype, newFreshBytes } from './bytes';
import { bufferOf, bytesFromObject } from './bytesfrom';
import { bytesCaseMethods } from './bytescase';
import { bytesContains, bytesMethods } from './bytesmethods';
import type { Make } from './bytesmethods';
import { reprOfBytes } from './bytesrepr';
import { encodeText } from './codecs';
import { newInt } from './int';
import { satisfies } from './intops';
import type { Interp } from './interp';
import { newIndexIterator } from './indexiter';
import { adjustedSlice, isSlice } from './slice';
import { typeLookup } from './lookup';
import { bindSpecial } from './special';
import { hasIndex, ssizeNumber, subscriptIndex } from './ssize';
import { isStr, newStr } from './str';
import { percentFormatBytes } from './strformat';
import { textArgument } from './strargs';
import { tupleSteal } from './tuple';
import { CompareOp } from './typeobject';
import type { TypeObject, TypeSpec } from './typeobject';

/// Order of two buffers.
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/// The bytes that the arguments of bytes() or bytearray() mean.
export function bytesFromArguments(it: Interp, name: 'bytes' | 'bytearray', args: readonly Ptr[], kwnames: Ptr): ArrayLike<number> {
  if (args.length === 0) return NO_BYTES;
  const first = args[0]!;
  if (args.length === 1 && kwnames === 0 && (!isStr(it, first) || (name === 'bytes' && typeLookup(it, it.typeOf(first), it.name('__bytes__')) !== 0))) return bytesFromSource(it, name, args[0]!);
  const [source, encoding, errors] = bindArguments(it, name, ['source', 'encoding', 'errors'], {}, args, kwnames);
  const encodingName = encoding === 0 ? undefined : textArgument(it, encoding!, `${name}() argument 'encoding'`);
  const errorsName = errors === 0 ? undefined : textArgument(it, errors!, `${name}() argument 'errors'`);
  if (source !== 0 && isStr(it, source!)) {
    if (encodingName === undefined) it.typeError('string argument without an encoding');
    return encodeText(it, source!, encodingName, errorsName ?? 'strict');
  }
  if (encodingName !== undefined) it.typeError('encoding without a string argument');
  if (errorsName !== undefined) it.typeError('errors without a string argument');
  return bytesFromSource(it, name, source!);
}

const NO_BYTES: readonly number[] = [];

/// The same of the first argument alone, no str.
function bytesFromSource(it: Interp, name: 'bytes' | 'bytearray', source: Ptr): ArrayLike<number> {
  // An int has none, and needs not be asked.
  const method = name === 'bytes' && it.typeOf(source) !== it.types.int ? bindSpecial(it, source, '__bytes__') : 0;
  if (method !== 0) {
    it.own(method);
    const result = it.own(call(it, method, []));
    if (!isBytes(it, result)) it.typeError(`__bytes__ returned non-bytes (type ${it.typeOf(result).name})`);
    const bytes = bytesView(it, result).slice();
    it.drop(2);
    return bytes;
  }
  if (hasIndex(it, source)) {
    const length = ssizeNumber(it, source);
    if (length < 0) it.valueError('negative count');
    if (length > it.ram.bytes) it.noMemory();
    // A typed array costs more than a few numbers do.
    return length > 64 ? new Uint8Array(length) : new Array<number>(length).fill(0);
  }
  return bytesFromObject(it, source, name);
}

function bytesNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  if (type === it.types.bytes && args.length === 1 && kwnames === 0 && it.typeOf(args[0]!) === type) return it.newRef(args[0]!);
  const bytes = bytesFromArguments(it, 'bytes', args, kwnames);
  if (type !== it.types.bytes) return newBytesSubtype(it, type, bytes);
  return bytes.length === 1 && fillsFresh(it, args[0]!) ? newFreshBytes(it, bytes) : newBytes(it, bytes);
}

/// Whether bytes() of the object does not give out the bytes of one byte that are made once (_PyBytes_FromSize, _PyBytes_FromBuffer,
/// _PyBytes_FromTuple).
function fillsFresh(it: Interp, source: Ptr): boolean {
  const type = it.typeOf(source);
  return isBytearray(it, source) || type === it.types.tuple || type.name === 'memoryview' || hasIndex(it, source);
}

const makers: Make = {
  shared: newBytes,
  fresh: newFreshBytes,
  same: (it, p) => (it.typeOf(p) === it.types.bytes ? it.newRef(p) : newBytes(it, bufferOf(it, p)!.slice()))
};

function richCompare(it: Interp, self: Ptr, other: Ptr, op: number): Ptr {
  if (!isBytes(it, other)) return it.singletons.notImplemented;
  if (self === other) return it.bool(op === CompareOp.EQ || op === CompareOp.LE || op === CompareOp.GE);
  return it.bool(satisfies(op, compareBytes(bytesView(it, self), bytesView(it, other))));
}

/// The bytes of self[key] for a slice.
export function sliceBytes(it: Interp, self: Ptr, key: Ptr, length: (it: Interp, p: Ptr) => number): Uint8Array {
  const { start, step, length: count } = adjustedSlice(it, key, length, self);
  const view = bufferOf(it, self)!;
  const out = new Uint8Array(Math.max(count, 0));
  for (let i = 0, at = start; i < out.length; i++, at += step) out[i] = view[at]!;
  return out;
}

function subscript(it: Interp, self: Ptr, key: Ptr): Ptr {
  if (isSlice(it, key)) {
    const { start, step, length } = adjustedSlice(it, key, bytesLength, self);
    if (start === 0 && step === 1 && length === bytesLength(it, self)) return makers.same(it, self);
    const part = sliceBytes(it, self, key, bytesLength);
    return step === 1 || it.profile.sharesSteppedByte ? newBytes(it, part) : makers.fresh(it, part);
  }
  if (!hasIndex(it, key)) it.typeError(`byte indices must be integers or slices, not ${it.typeOf(key).name}`);
  const at = subscriptIndex(it, key);
  return item(it, self, at < 0 ? at + bytesLength(it, self) : at);
}

function item(it: Interp, self: Ptr, at: number): Ptr {
  if (at < 0 || at >= bytesLength(it, self)) it.raise(it.types.IndexError, 'index out of range');
  return newInt(it, bytesView(it, self)[at]!);
}

/// The bytes of left + right, where left is bytes or bytearray.
export function concatBytes(it: Interp, left: Ptr, right: Ptr): Uint8Array {
  const a = bufferOf(it, left)!;
  const b = bufferOf(it, right);
  if (b === undefined) it.typeError(`can't concat ${it.typeOf(right).name} to ${it.typeOf(left).name}`);
  const sum = new Uint8Array(a.length + b.length);
  sum.set(a);
  sum.set(b, a.length);
  return sum;
}

/// Nothing added to exact bytes gives these (bytes_concat).
function concat(it: Interp, left: Ptr, right: Ptr): Ptr {
  const isExact = it.typeOf(left) === it.types.bytes;
  if (it.typeOf(right) !== it.types.bytes) {
    const sum = concatBytes(it, left, right);
    return sum.length === bytesLength(it, left) && isExact ? it.newRef(left) : makers.fresh(it, sum);
  }
  if (bytesLength(it, left) === 0) return it.newRef(right);
  return bytesLength(it, right) === 0 && isExact ? it.newRef(left) : newBytesOfTwo(it, left, right);
}

/// The bytes of self * count.
export function repeatBytes(it: Interp, self: Ptr, count: number): Uint8Array {
  const bytes = bufferOf(it, self)!;
  const times = Math.max(count, 0);
  if (bytes.length * times >= 2 ** 63) it.raise(it.types.OverflowError, 'repeated bytes are too long');
  if (bytes.length * times > it.ram.bytes) it.noMemory();
  const out = new Uint8Array(bytes.length * times);
  for (let i = 0; i < times; i++) out.set(bytes, i * bytes.length);
  return out;
}

export const bytesSpec: TypeSpec = {
  name: 'bytes',
  basicsize: 33,
  itemsize: 1,
  isBaseType: true,
  slots: {
    size: (it, p) => it.typeOf(p).basicsize + bytesLength(it, p),
    dealloc: bytesDealloc,
    repr: (it, p) => newStr(it, reprOfBytes(bytesView(it, p))),
    hash: bytesHash,
    richcompare: richCompare,
    iter: (it, p) => newIndexIterator(it, it.types.bytes_iterator, p, 0),
    new: bytesNew,
    sqLength: bytesLength,
    mpLength: bytesLength,
    sqConcat: concat,
    sqRepeat: (it, self, count) =>
      count === 1 && it.typeOf(self) === it.types.bytes ? it.newRef(self) : newBytes(it, repeatBytes(it, self, count)),
    nbRemainder: (it, left, right) => (isBytes(it, left) ? newBytes(it, percentFormatBytes(it, bytesView(it, left), right)) : it.singletons.notImplemented),
    sqItem: item,
    sqContains: bytesContains,
    mpSubscript: subscript
  },
  methods: {
    ...bytesMethods(makers),
    ...bytesCaseMethods(makers),
    __bytes__: { kind: 'noargs', fn: (it, p) => newBytes(it, bytesView(it, p).slice()) },
    __getnewargs__: { kind: 'noargs', fn: (it, p) => tupleSteal(it, [newBytes(it, bytesView(it, p).slice())]) }
  }
};
