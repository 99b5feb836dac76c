/// The instance dict of a type whose instances have a pointer to it in their structure (Objects/object.c _PyObject_DictPointer).
import type { Ptr } from '../memory/ram';
import { newDict } from './dictobject';
import { digitCount, intValue } from './int';
import type { Interp } from './interp';
import { Subclass } from './typeobject';
import type { TypeObject } from './typeobject';

/// Word with the dict; a negative offset counts from the end of the items.
/// NOT-CPYTHON: the zero of a subclass of int has a digit.
export function dictPointer(it: Interp, type: TypeObject, p: Ptr): Ptr {
  if (type.dictoffset >= 0) return p + (type.dictoffset >> 2);
  const items = type.subclass & Subclass.INT ? Math.max(digitCount(intValue(it, p)), 1) : it.i32[p + 4]!;
  return p + (roundToPointer(type.basicsize + items * type.itemsize) + type.dictoffset) / 4;
}

const roundToPointer = (bytes: number): number => (bytes + 7) & ~7;

/// The dict, borrowed; made now if it was not there yet.
export function dictAtPointer(it: Interp, p: Ptr): Ptr {
  const word = dictPointer(it, it.typeOf(p), p);
  if (it.i32[word] !== 0) return it.i32[word]!;
  const dict = newDict(it);
  it.i32[word] = dict;
  if (it.recording) it.touch(p);
  return dict;
}
