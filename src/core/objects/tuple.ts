/// Tuples: storage and C API. CPython 3.14 Objects/tupleobject.c; the type itself is in tupletype.ts.
///
/// PyTupleObject: ob_size at p + 4; from 3.14 ob_hash at p + 6 (-1 = not computed); then the items, 8 bytes each,
/// from p + profile.tupleItems.
import { HEAD_WORDS, isTracked, track } from '../memory/gchead';
import { zeroWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import { initStaticObject } from './singletons';
import type { TypeObject } from './typeobject';
import { Subclass } from './typeobject';

/// First word of the items.
export function tupleItems(it: Interp, p: Ptr): Ptr {
  return p + it.profile.tupleItems;
}

export function tupleSize(it: Interp, p: Ptr): number {
  return it.i32[p + 4]!;
}

/// The item at `index` (which must be in range), borrowed.
export function tupleGet(it: Interp, p: Ptr, index: number): Ptr {
  return it.i32[p + it.profile.tupleItems + 2 * index]!;
}

export function isTuple(it: Interp, p: Ptr): boolean {
  return (it.typeOf(p).subclass & Subclass.TUPLE) !== 0;
}

/// Sets an item of a new tuple; steals the reference (PyTuple_SET_ITEM).
export function tupleSetInit(it: Interp, p: Ptr, index: number, item: Ptr): void {
  it.i32[p + it.profile.tupleItems + 2 * index] = item;
}

/// Makes the empty tuple, in static memory. Before the first malloc of the heap.
export function initTuple(it: Interp): void {
  const bytes = 4 * it.profile.tupleItems;
  it.types.tuple.basicsize = bytes;
  const empty = initStaticObject(it, it.memory.reserve(HEAD_WORDS * 4 + bytes) + HEAD_WORDS, it.types.tuple);
  if (it.profile.tupleItems === 8) it.i32[empty + 6] = it.i32[empty + 7] = -1;
  it.singletons.emptyTuple = empty;
}

/// A tuple of the type with items NULL, not tracked.
export function allocTuple(it: Interp, type: TypeObject, size: number): Ptr {
  const p = newTupleUnset(it, type, size);
  const start = p + it.profile.tupleItems;
  zeroWords(it.f64, start, start + 2 * size);
  return p;
}

/// The same with stale items, which the caller sets at once.
export function newTupleUnset(it: Interp, type: TypeObject, size: number): Ptr {
  const items = it.profile.tupleItems;
  const bytes = 4 * items + 8 * size;
  const i32 = it.i32;
  const list = it.tupleFreeLists[size];
  const p = type.isHeapType ? it.allocItems(type, size) : list !== undefined && list.count > 0 && list.gives ? it.takeKept(list, type) : it.allocGcFresh(type, bytes);
  i32[p + 4] = size;
  i32[p + 5] = 0;
  if (items === 8) {
    i32[p + 6] = -1;
    i32[p + 7] = -1;
  }
  return p;
}

/// A new tuple with its items NULL, not tracked: fill it with tupleSetInit, then call tupleTrack.
export function newTuple(it: Interp, size: number): Ptr {
  return size === 0 ? it.singletons.emptyTuple : allocTuple(it, it.types.tuple, size);
}

/// Tracks a filled tuple; from 3.14 only one that holds something the collector can see.
export function tupleTrack(it: Interp, p: Ptr): void {
  const i32 = it.i32;
  const size = i32[p + 4]!;
  if (size === 0) return;
  if (it.profile.untracksTupleAtBirth) {
    let i = p + it.profile.tupleItems;
    const end = i + 2 * size;
    while (i < end && !it.typeTable[i32[i32[i]! + 3]!]!.hasGc) i += 2;
    if (i === end) return;
  }
  track(i32, p);
}

/// An iterator's own result tuple has new items: its hash is unknown again, and the collector, which may have untracked it
/// (bpo-42536), sees it again.
export function tupleReused(it: Interp, p: Ptr): void {
  const i32 = it.i32;
  if (it.profile.tupleItems === 8) i32[p + 6] = i32[p + 7] = -1;
  if (!isTracked(i32, p)) track(i32, p);
}

/// A new tuple of borrowed items (PyTuple_FromArray).
export function tupleFrom(it: Interp, items: readonly Ptr[]): Ptr {
  for (let i = 0; i < items.length; i++) it.incref(items[i]!);
  return tupleSteal(it, items);
}

/// A new tuple; steals the references to the items.
export function tupleSteal(it: Interp, items: readonly Ptr[]): Ptr {
  const p = newTuple(it, items.length);
  const base = p + it.profile.tupleItems;
  for (let i = 0; i < items.length; i++) it.i32[base + 2 * i] = items[i]!;
  tupleTrack(it, p);
  return p;
}

/// A new tuple of the `size` references that lie at `base` in memory, borrowed.
export function tupleFromMemory(it: Interp, base: Ptr, size: number): Ptr {
  const p = newTuple(it, size);
  const to = p + it.profile.tupleItems;
  for (let i = 0; i < 2 * size; i += 2) it.i32[to + i] = it.newRef(it.i32[base + i]!);
  tupleTrack(it, p);
  return p;
}

/// The items as an array, borrowed.
export function tupleToArray(it: Interp, p: Ptr): Ptr[] {
  const size = it.i32[p + 4]!;
  const base = p + it.profile.tupleItems;
  const items = new Array<Ptr>(size);
  for (let i = 0; i < size; i++) items[i] = it.i32[base + 2 * i]!;
  return items;
}

/// self[low:high] with indices in range (PyTuple_GetSlice).
export function tupleGetSlice(it: Interp, p: Ptr, low: number, high: number): Ptr {
  if (low === 0 && high === it.i32[p + 4]! && it.typeOf(p) === it.types.tuple) return it.newRef(p);
  return tupleFromMemory(it, p + it.profile.tupleItems + 2 * low, Math.max(high - low, 0));
}
