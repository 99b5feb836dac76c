/// Storage and C API of bytes (CPython 3.14 Objects/bytesobject.c). The type is in bytestype.ts.
///
/// PyBytesObject: length at p + 4; hash at p + 6 and p + 7 (-1, -1 = not computed); the bytes from byte 32 on, and a 0.
import { copyBytes, moveBytes } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import { sip, sipBuffer, sipHash } from './siphash';
import type { TypeObject } from './typeobject';
import { Subclass } from './typeobject';

const HEADER = 32;
/// Words of a preallocated one-byte object.
const BYTE_WORDS = 12;

export function isBytes(it: Interp, p: Ptr): boolean {
  return (it.typeOf(p).subclass & Subclass.BYTES) !== 0;
}

export function bytesLength(it: Interp, p: Ptr): number {
  return it.i32[p + 4]!;
}

/// The bytes themselves, a view that is good until the object dies.
export function bytesView(it: Interp, p: Ptr): Uint8Array {
  const start = p * 4 + HEADER;
  return it.u8.subarray(start, start + it.i32[p + 4]!);
}

/// A bytes object with these bytes.
export function newBytes(it: Interp, data: ArrayLike<number>): Ptr {
  if (data.length === 0) return it.statics.emptyBytes;
  if (data.length === 1) return it.statics.bytes + data[0]! * BYTE_WORDS;
  return newFreshBytes(it, data);
}

/// An object of its own even for a single byte (PyBytes_FromStringAndSize without a text).
export function newFreshBytes(it: Interp, data: ArrayLike<number>): Ptr {
  if (data.length === 0) return it.statics.emptyBytes;
  return fillBytes(it, it.allocObject(it.types.bytes, HEADER + 1 + data.length), data);
}

/// The bytes of two objects, not both empty.
export function newBytesOfTwo(it: Interp, left: Ptr, right: Ptr): Ptr {
  const { u8 } = it;
  const [first, second] = [bytesLength(it, left), bytesLength(it, right)];
  const p = startBytes(it, it.allocObject(it.types.bytes, HEADER + 1 + first + second), first + second);
  const start = p * 4 + HEADER;
  moveBytes(u8, left * 4 + HEADER, first, start);
  moveBytes(u8, right * 4 + HEADER, second, start + first);
  return p;
}

/// An instance of a subclass.
export function newBytesSubtype(it: Interp, type: TypeObject, data: ArrayLike<number>): Ptr {
  return fillBytes(it, it.allocItems(type, data.length), data);
}

function fillBytes(it: Interp, p: Ptr, data: ArrayLike<number>): Ptr {
  startBytes(it, p, data.length);
  copyBytes(it.u8, data, p * 4 + HEADER);
  return p;
}

/// Sets all but the bytes themselves.
function startBytes(it: Interp, p: Ptr, length: number): Ptr {
  it.i32[p + 4] = length;
  it.i32[p + 5] = 0;
  it.i32[p + 6] = -1;
  it.i32[p + 7] = -1;
  it.u8[p * 4 + HEADER + length] = 0;
  return p;
}

/// Makes b'' and the 256 objects of one byte. `allocate` gives static memory with an object header.
export function initStaticBytes(it: Interp, allocate: (bytes: number) => Ptr): void {
  it.statics.emptyBytes = fillBytes(it, allocate(HEADER + 1), []);
  for (let byte = 0; byte < 256; byte++) {
    const p = fillBytes(it, allocate(BYTE_WORDS * 4), [byte]);
    if (byte === 0) it.statics.bytes = p;
  }
}

export function bytesDealloc(it: Interp, p: Ptr): void {
  it.freeInstance(p);
}

/// Low word; the high one in it.hashHigh.
export function bytesHash(it: Interp, p: Ptr): number {
  const i32 = it.i32;
  if (i32[p + 6] === -1 && i32[p + 7] === -1) {
    const length = i32[p + 4]!;
    sipBuffer(length).set(bytesView(it, p));
    i32[p + 6] = sipHash(length);
    i32[p + 7] = sip.high;
  }
  it.hashHigh = i32[p + 7]!;
  return i32[p + 6]!;
}
