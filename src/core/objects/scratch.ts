/// What CPython makes for a moment where this machine needs no object: argument tuples, copies of dicts, bound methods.
/// Their memory, their place in the free lists and the collector's count are as there; the recorder does not see them.
import { untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { newDict } from './dictobject';
import type { Interp } from './interp';
import { allocList } from './list';
import { newTuple } from './tuple';
import type { TypeObject } from './typeobject';

/// An unrecorded object on the stack of held references.
function hide(it: Interp, make: () => Ptr): void {
  const { recording } = it;
  it.recording = false;
  it.own(make());
  it.recording = recording;
}

/// A tuple of `size` items on the stack of held references; nothing for an empty one. Returns the mark to unwind to.
export function ownScratchTuple(it: Interp, size: number): number {
  const mark = it.held.length;
  if (size > 0) {
    const { recording } = it;
    it.recording = false;
    it.own(newTuple(it, size));
    it.recording = recording;
  }
  return mark;
}

/// A dict on the stack of held references.
export const ownScratchDict = (it: Interp): void => hide(it, () => newDict(it));

/// A list on the stack of held references.
export const ownScratchList = (it: Interp): void => hide(it, () => allocList(it, it.types.list));

/// A container of the type that comes and goes at once.
export function passScratch(it: Interp, type: TypeObject): void {
  const { recording } = it;
  it.recording = false;
  const p = it.allocGc(type, type.basicsize);
  it.i32[p] = 0;
  it.freeGc(p, type.freeList);
  it.recording = recording;
}

/// A container that lives as long as some object but that nobody can see, and no walk of the heap takes for an object.
export function newHidden(it: Interp, type: TypeObject): Ptr {
  const { recording } = it;
  it.recording = false;
  const p = it.allocGc(type, type.basicsize);
  untrack(it.i32, p);
  it.recording = recording;
  it.i32.fill(0, p, p + (type.basicsize >> 2));
  return p;
}

/// Frees a hidden container of the type.
export function freeHidden(it: Interp, type: TypeObject, p: Ptr): void {
  const { recording } = it;
  it.recording = false;
  it.i32[p + 2] = type.ptr;
  it.i32[p + 3] = type.index;
  it.freeGc(p, type.freeList);
  it.recording = recording;
}
