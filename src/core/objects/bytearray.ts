/// Storage of bytearray (CPython 3.14 Objects/bytearrayobject.c).
///
/// PyByteArrayObject: length at p + 4, ob_alloc at p + 6, ob_bytes at p + 8, ob_start at p + 10, ob_exports at p + 12.
import { copyBytes } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import type { TypeObject } from './typeobject';

export const BYTEARRAY_BYTES = 56;

export function isBytearray(it: Interp, p: Ptr): boolean {
  const type = it.typeOf(p);
  return type === it.types.bytearray || type.isSubtypeOf(it.types.bytearray);
}

export function bytearrayLength(it: Interp, p: Ptr): number {
  return it.i32[p + 4]!;
}

/// The bytes themselves, a view that is good until the next change.
export function bytearrayView(it: Interp, p: Ptr): Uint8Array {
  const start = it.i32[p + 10]! * 4;
  return it.u8.subarray(start, start + it.i32[p + 4]!);
}

export function newBytearray(it: Interp, type: TypeObject, data: ArrayLike<number>): Ptr {
  const p = it.own(it.allocInstance(type, BYTEARRAY_BYTES));
  bytearrayAssign(it, p, data);
  return it.take();
}

/// One more buffer of it that others look at, or one fewer (-1): while there is one its size stays
/// (bytearray_getbuffer, bytearray_releasebuffer).
export function bytearrayExport(it: Interp, p: Ptr, change: 1 | -1): void {
  it.i32[p + 12] = it.i32[p + 12]! + change;
  if (it.recording) it.touch(p);
}

function checkResizable(it: Interp, p: Ptr): void {
  if (it.i32[p + 12]! > 0) it.raise(it.types.BufferError, 'Existing exports of data: object cannot be re-sized');
}

/// Makes room for `length` bytes, as CPython over-allocates (PyByteArray_Resize), and sets the length.
export function bytearrayResize(it: Interp, p: Ptr, length: number): void {
  const { i32 } = it;
  if (length === i32[p + 4]) return;
  checkResizable(it, p);
  const alloc = i32[p + 6]!;
  // The byte after the last is a zero.
  let want = length + 1;
  if (want <= alloc && length >= alloc >> 1) want = alloc;
  else if (want > alloc && length <= alloc * 1.125) want = length + (length >> 3) + (length < 9 ? 3 : 6);
  if (length === 0 && alloc === 0) want = 0;
  if (want !== alloc) {
    const block = it.memory.realloc(i32[p + 8]!, want) || it.noMemory();
    i32[p + 6] = want;
    i32[p + 8] = block;
    i32[p + 10] = block;
    if (it.recording) it.touch(p);
  }
  i32[p + 4] = length;
}

/// Replaces the contents. `data` must not be a view of this bytearray.
export function bytearrayAssign(it: Interp, p: Ptr, data: ArrayLike<number>): void {
  bytearrayResize(it, p, data.length);
  copyBytes(it.u8, data, it.i32[p + 10]! * 4);
}

export function bytearrayDealloc(it: Interp, p: Ptr): void {
  it.memory.free(it.i32[p + 8]!);
  it.freeInstance(p);
}
