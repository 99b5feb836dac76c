/// Iterators over str, bytes and bytearray.
import type { Ptr } from '../memory/ram';
import { bytearrayLength, bytearrayView } from './bytearray';
import { bytesLength, bytesView } from './bytes';
import { newInt } from './int';
import type { Interp } from './interp';
import { endIndexIterator, indexIteratorSpec } from './indexiter';
import { strCodePointAt, strFromCodePoint, strLength } from './str';

function strNext(it: Interp, p: Ptr): Ptr {
  const text = it.i32[p + 6]!;
  if (text === 0) return 0;
  const index = it.i32[p + 4]!;
  if (index >= strLength(it, text)) return endIndexIterator(it, p);
  it.i32[p + 4] = index + 1;
  return strFromCodePoint(it, strCodePointAt(it, text, index));
}

const byteNext = (view: (it: Interp, p: Ptr) => Uint8Array) => (it: Interp, p: Ptr): Ptr => {
  const bytes = it.i32[p + 6]!;
  if (bytes === 0) return 0;
  const byte = view(it, bytes)[it.i32[p + 4]!];
  if (byte === undefined) return endIndexIterator(it, p);
  it.i32[p + 4]! += 1;
  return newInt(it, byte);
};

export const strIteratorSpec = indexIteratorSpec('str_iterator', strLength, strNext);
export const strAsciiIteratorSpec = indexIteratorSpec('str_ascii_iterator', strLength, strNext);
export const bytesIteratorSpec = indexIteratorSpec('bytes_iterator', bytesLength, byteNext(bytesView));
export const bytearrayIteratorSpec = indexIteratorSpec('bytearray_iterator', bytearrayLength, byteNext(bytearrayView));
