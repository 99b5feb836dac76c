/// What CPython makes for a moment where this machine needs no object: argument tuples, copies of dicts, bound methods.
/// Their memory, their place in the free lists and the collector's count are as there; the recorder does not see them.
import { untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { newDict } from './dictobject';
import type { Interp } from './interp';
import { allocList } from './list';
import { newSet } from './set';
import { newTuple } from './tuple';
import type { TypeObject } from './typeobject';

/// Does it with the recorder looking away.
export function unrecorded<A, R>(it: Interp, action: (it: Interp, what: A) => R, what: A): R {
  const { recording } = it;
  it.recording = false;
  const result = action(it, what);
  it.recording = recording;
  return result;
}

/// A tuple of `size` items on the stack of held references; nothing for an empty one. Returns the mark to unwind to.
export function ownScratchTuple(it: Interp, size: number): number {
  const mark = it.held.length;
  if (size > 0) it.own(it.recording ? unrecorded(it, newTuple, size) : newTuple(it, size));
  return mark;
}

/// A dict on the stack of held references.
export const ownScratchDict = (it: Interp): Ptr => it.own(unrecorded(it, newDict, undefined));

/// A set on the stack of held references.
export const ownScratchSet = (it: Interp): Ptr => it.own(unrecorded(it, newSet, undefined));

/// A list on the stack of held references.
export const ownScratchList = (it: Interp): Ptr => it.own(unrecorded(it, allocList, it.types.list));

/// A container of the type that comes and goes at once.
export const passScratch = (it: Interp, type: TypeObject): void => unrecorded(it, comeAndGo, type);

/// A container that lives as long as some object but that nobody can see, and no walk of the heap takes for an object.
export const newHidden = (it: Interp, type: TypeObject): Ptr => unrecorded(it, hide, type);

/// The same for a tuple of `size` items, 1 or more.
export const newHiddenTuple = (it: Interp, size: number): Ptr => unrecorded(it, hideTuple, size);

/// Frees a hidden container of the type.
export function freeHidden(it: Interp, type: TypeObject, p: Ptr): void {
  it.i32[p + 2] = type.ptr;
  it.i32[p + 3] = type.index;
  unrecorded(it, (_, hidden: Ptr) => it.freeGc(hidden, type.freeList), p);
}

function comeAndGo(it: Interp, type: TypeObject): void {
  const p = it.allocGc(type, type.basicsize);
  it.i32[p] = 0;
  it.freeGc(p, type.freeList);
}

function hideTuple(it: Interp, size: number): Ptr {
  const p = newTuple(it, size);
  it.i32.fill(0, p, p + it.profile.tupleItems + 2 * size);
  return p;
}

function hide(it: Interp, type: TypeObject): Ptr {
  const p = it.allocGc(type, type.basicsize);
  untrack(it.i32, p);
  it.i32.fill(0, p, p + (type.basicsize >> 2));
  return p;
}
