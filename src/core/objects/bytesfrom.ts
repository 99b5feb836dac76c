/// Bytes out of objects: buffers, and iterables of small ints (CPython 3.14 Objects/bytesobject.c PyBytes_FromObject).
import type { Ptr } from '../memory/ram';
import { callMethod, getIter, index, iterNext, lengthHint } from './abstract';
import { bytesView, isBytes } from './bytes';
import { bytearrayView, isBytearray } from './bytearray';
import { intValue } from './int';
import type { Interp } from './interp';
import { hasIndex } from './ssize';
import { isStr } from './str';

/// The bytes of a bytes-like object, good until it changes or dies; undefined for anything else.
export function bufferOf(it: Interp, p: Ptr): Uint8Array | undefined {
  if (isBytes(it, p)) return bytesView(it, p);
  if (isBytearray(it, p)) return bytearrayView(it, p);
  if (it.typeOf(p).name !== 'memoryview') return undefined;
  const bytes = it.own(callMethod(it, p, 'tobytes', []));
  const copy = bytesView(it, bytes).slice();
  it.drop();
  return copy;
}

/// A copy of the bytes of a bytes-like object, or the bytes that an iterable of ints gives. `asksHint`: the iterable is asked how long
/// it is.
export function bytesFromObject(it: Interp, p: Ptr, typeName = 'bytes', asksHint = typeName === 'bytes'): Uint8Array {
  const buffer = bufferOf(it, p);
  if (buffer !== undefined) return buffer.slice();
  const slots = it.typeOf(p).slots;
  if (isStr(it, p) || (slots.iter === undefined && slots.sqItem === undefined)) {
    it.typeError(`cannot convert '${it.typeOf(p).name}' object to ${typeName}`);
  }
  const bytes: number[] = [];
  const iterator = it.own(getIter(it, p));
  if (asksHint) lengthHint(it, p, 64);
  for (let item = iterNext(it, iterator); item !== 0; item = iterNext(it, iterator)) {
    it.own(item);
    bytes.push(byteFrom(it, item, typeName === 'bytes' ? 'bytes' : 'byte'));
    it.drop();
  }
  it.drop();
  return Uint8Array.from(bytes);
}

/// An int of one byte; `what` is how the message calls it.
export function byteFrom(it: Interp, item: Ptr, what: 'bytes' | 'byte'): number {
  if (!hasIndex(it, item)) it.typeError(`'${it.typeOf(item).name}' object cannot be interpreted as an integer`);
  const asInt = it.own(index(it, item));
  const value = intValue(it, asInt);
  it.drop();
  if (value < 0 || value > 255) it.valueError(`${what} must be in range(0, 256)`);
  return Number(value);
}
