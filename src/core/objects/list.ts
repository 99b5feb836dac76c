/// Lists: storage and C API. CPython 3.14 Objects/listobject.c; the type is in listtype.ts.
///
/// PyListObject: ob_size at p + 4, ob_item at p + 6 (a block of its own, 8 bytes an item; 0 = none), allocated at
/// p + 8.
import { track } from '../memory/gchead';
import { fillWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { getIter, lengthHint } from './abstract';
import { dictNext, dictSize, entry } from './dictobject';
import { dropInOrder, dropReversed } from './dropping';
import type { Interp } from './interp';
import { setNext, setSize } from './set';
import { tupleFrom, tupleItems, tupleSize } from './tuple';
import type { TypeObject } from './typeobject';
import { Subclass } from './typeobject';

const LIST_BYTES = 40;

export function isList(it: Interp, p: Ptr): boolean {
  return (it.typeOf(p).subclass & Subclass.LIST) !== 0;
}

export const listSize = (it: Interp, p: Ptr): number => it.i32[p + 4]!;

/// The item at `index` (which must be in range), borrowed.
export function listGet(it: Interp, p: Ptr, index: number): Ptr {
  return it.i32[it.i32[p + 6]! + 2 * index]!;
}

/// Sets an item of a new list; steals the reference (PyList_SET_ITEM).
export function listSetInit(it: Interp, p: Ptr, index: number, item: Ptr): void {
  it.i32[it.i32[p + 6]! + 2 * index] = item;
}

/// Replaces an item; steals the reference (PyList_SetItem with an index in range).
export function listSet(it: Interp, p: Ptr, index: number, item: Ptr): void {
  const word = it.i32[p + 6]! + 2 * index;
  const old = it.i32[word]!;
  it.i32[word] = item;
  if (it.recording) it.touch(p);
  it.decref(old);
}

/// An empty list of the type, tracked. `fresh`: past the free list.
export function allocList(it: Interp, type: TypeObject, fresh = false): Ptr {
  const i32 = it.i32;
  const p = type.isHeapType ? it.allocInstance(type, LIST_BYTES) : fresh ? it.allocGcFresh(type, LIST_BYTES) : it.allocGc(type, LIST_BYTES);
  for (let i = p + 4; i < p + 10; i++) i32[i] = 0;
  track(i32, p);
  return p;
}

/// A list of `size` NULL items with no room to spare; fill it with listSetInit.
export function newList(it: Interp, size: number): Ptr {
  const p = allocList(it, it.types.list);
  if (size > 0) {
    if (!preallocate(it, p, size)) {
      it.own(p);
      it.noMemory();
    }
    it.i32[p + 4] = size;
  }
  return p;
}

/// Gives a list without memory room for `capacity` items, all NULL; false if there is no memory.
/// More than the address space holds.
const MOST_ITEMS = 2 ** 27;

function preallocate(it: Interp, p: Ptr, capacity: number): boolean {
  if (capacity > MOST_ITEMS) return false;
  const items = it.memory.malloc(capacity * 8);
  if (items === 0) return false;
  fillWords(it.i32, 0, items, items + 2 * capacity);
  it.i32[p + 6] = items;
  it.i32[p + 8] = capacity;
  return true;
}

/// A new list of borrowed items.
export function listFrom(it: Interp, items: readonly Ptr[]): Ptr {
  for (let i = 0; i < items.length; i++) it.incref(items[i]!);
  return listSteal(it, items);
}

/// A new list; steals the references to the items.
export function listSteal(it: Interp, items: readonly Ptr[]): Ptr {
  const p = newList(it, items.length);
  const base = it.i32[p + 6]!;
  for (let i = 0; i < items.length; i++) it.i32[base + 2 * i] = items[i]!;
  return p;
}

/// A new list of the `size` references that lie `step` words apart from `base` in memory; borrowed.
export function listFromMemory(it: Interp, base: Ptr, size: number, step = 2): Ptr {
  const p = newList(it, size);
  const i32 = it.i32;
  for (let n = size, to = i32[p + 6]!; n > 0; n--, to += 2, base += step) i32[to] = it.newRef(i32[base]!);
  return p;
}

/// The items as an array, borrowed.
export function listToArray(it: Interp, p: Ptr): Ptr[] {
  const size = it.i32[p + 4]!;
  const base = it.i32[p + 6]!;
  const items = new Array<Ptr>(size);
  for (let i = 0; i < size; i++) items[i] = it.i32[base + 2 * i]!;
  return items;
}

/// Sets the size, growing or shrinking the memory by CPython's rule (list_resize). New items are stale.
export function listResize(it: Interp, p: Ptr, newSize: number): void {
  const i32 = it.i32;
  const allocated = i32[p + 8]!;
  if (allocated >= newSize && (newSize >= allocated >> 1 || allocated <= it.profile.listShrinksAbove)) {
    i32[p + 4] = newSize;
    return;
  }
  if (newSize > MOST_ITEMS) it.noMemory();
  let capacity = (newSize + (newSize >> 3) + 6) & ~3;
  if (newSize - i32[p + 4]! > capacity - newSize) capacity = (newSize + 3) & ~3;
  if (newSize === 0) capacity = 0;
  const items = it.memory.realloc(i32[p + 6]!, capacity * 8);
  if (items === 0) it.noMemory();
  i32[p + 6] = items;
  i32[p + 4] = newSize;
  i32[p + 8] = capacity;
}

/// Appends an item, borrowed.
export function listAppend(it: Interp, p: Ptr, item: Ptr): void {
  it.incref(item);
  listAppendSteal(it, p, item);
}

/// Appends an item; steals the reference (_PyList_AppendTakeRef).
export function listAppendSteal(it: Interp, p: Ptr, item: Ptr): void {
  const i32 = it.i32;
  const size = i32[p + 4]!;
  if (size < i32[p + 8]!) {
    i32[p + 4] = size + 1;
  } else {
    it.own(item);
    listResize(it, p, size + 1);
    it.take();
  }
  i32[i32[p + 6]! + 2 * size] = item;
  if (it.recording) it.touch(p);
}

/// Inserts an item, borrowed, before `index`, which may be negative or too large (ins1).
export function listInsert(it: Interp, p: Ptr, index: number, item: Ptr): void {
  const i32 = it.i32;
  const size = i32[p + 4]!;
  listResize(it, p, size + 1);
  const where = index < 0 ? Math.max(index + size, 0) : Math.min(index, size);
  const items = i32[p + 6]!;
  i32.copyWithin(items + 2 * where + 2, items + 2 * where, items + 2 * size);
  i32[items + 2 * where] = it.newRef(item);
  if (it.recording) it.touch(p);
}

/// Empties the list: it lets go of its memory first, then drops the items from last to first (list_clear).
export function listClear(it: Interp, p: Ptr): void {
  const i32 = it.i32;
  const items = i32[p + 6]!;
  if (items === 0) return;
  const size = i32[p + 4]!;
  i32[p + 4] = 0;
  i32[p + 6] = 0;
  i32[p + 8] = 0;
  if (it.recording) it.touch(p);
  dropReversed(it, items, size);
  it.memory.free(items);
}

/// self[low:high] with indices in range (list_slice).
export function listSlice(it: Interp, p: Ptr, low: number, high: number): Ptr {
  return listFromMemory(it, it.i32[p + 6]! + 2 * low, Math.max(high - low, 0));
}

/// Puts the `count` references at `base` (borrowed, not within the list itself) in the place of self[low:high];
/// what was there is dropped from last to first (list_ass_slice).
export function listReplace(it: Interp, p: Ptr, low: number, high: number, base: Ptr, count: number): void {
  const i32 = it.i32;
  const size = i32[p + 4]!;
  const removed = high - low;
  const delta = count - removed;
  if (size + delta === 0) return listClear(it, p);
  let items = i32[p + 6]!;
  const recycle: Ptr[] = [];
  for (let i = high - 1; i >= low; i--) recycle.push(i32[items + 2 * i]!);
  if (delta < 0) {
    i32.copyWithin(items + 2 * (high + delta), items + 2 * high, items + 2 * size);
    listResize(it, p, size + delta);
  } else if (delta > 0) {
    listResize(it, p, size + delta);
    items = i32[p + 6]!;
    i32.copyWithin(items + 2 * (high + delta), items + 2 * high, items + 2 * size);
  }
  items = i32[p + 6]! + 2 * low;
  for (let i = 0; i < 2 * count; i += 2) i32[items + i] = it.newRef(i32[base + i]!);
  if (it.recording) it.touch(p);
  dropInOrder(it, recycle);
}

/// Takes the item at `index`, in range, out of the list; the caller owns it (list_pop_impl).
export function listPop(it: Interp, p: Ptr, index: number): Ptr {
  const i32 = it.i32;
  const size = i32[p + 4]! - 1;
  const items = i32[p + 6]!;
  const item = i32[items + 2 * index]!;
  if (it.recording) it.touch(p);
  if (size === 0) {
    i32[p + 4] = 0;
    i32[p + 6] = 0;
    i32[p + 8] = 0;
    it.memory.free(items);
    return item;
  }
  i32.copyWithin(items + 2 * index, items + 2 * index + 2, items + 2 * size + 2);
  listResize(it, p, size);
  return item;
}

/// Takes the items from an index on out of the list, which keeps its room for them: new references.
export function listTakeEnd(it: Interp, p: Ptr, from: number): Ptr[] {
  const taken = Array.from({ length: listSize(it, p) - from }, (_, i) => listGet(it, p, from + i));
  it.i32[p + 4] = from;
  if (it.recording) it.touch(p);
  return taken;
}

/// Deletes the item at `index`, in range (list_ass_item).
export function listDelItem(it: Interp, p: Ptr, index: number): void {
  if (it.profile.delItem === 'replace') return listReplace(it, p, index, index + 1, 0, 0);
  const i32 = it.i32;
  const size = i32[p + 4]! - 1;
  const items = i32[p + 6]!;
  const item = i32[items + 2 * index]!;
  i32.copyWithin(items + 2 * index, items + 2 * index + 2, items + 2 * size + 2);
  if (it.profile.delItem === 'keep') i32[p + 4] = size;
  else listResize(it, p, size);
  if (it.recording) it.touch(p);
  it.decref(item);
}

/// Appends `count` references at `base` (borrowed); the source may be the list itself (list_extend_fast).
function extendFromMemory(it: Interp, p: Ptr, base: Ptr, count: number): void {
  const i32 = it.i32;
  if (count === 0) return;
  const size = i32[p + 4]!;
  const isSelf = base === i32[p + 6];
  if (i32[p + 6] === 0) {
    if (!preallocate(it, p, (count + 1) & ~1)) it.noMemory();
    i32[p + 4] = count;
  } else {
    listResize(it, p, size + count);
  }
  const from = isSelf ? i32[p + 6]! : base;
  const to = i32[p + 6]! + 2 * size;
  for (let i = 0; i < 2 * count; i += 2) i32[to + i] = it.newRef(i32[from + i]!);
  if (it.recording) it.touch(p);
}

/// Appends the items of anything iterable (list_extend).
export function listExtend(it: Interp, p: Ptr, iterable: Ptr): void {
  const type = it.typeOf(iterable);
  if (type === it.types.list || iterable === p) {
    extendFromMemory(it, p, it.i32[iterable + 6]!, it.i32[iterable + 4]!);
  } else if (type === it.types.tuple) {
    extendFromMemory(it, p, tupleItems(it, iterable), tupleSize(it, iterable));
  } else if (!it.profile.extendsFromSetsAtOnce) {
    extendFromIterator(it, p, iterable);
  } else if (type === it.types.set || type === it.types.frozenset) {
    extendFromSet(it, p, iterable);
  } else if (type === it.types.dict) {
    extendFromDict(it, p, iterable, 'key');
  } else if (type === it.types.dict_keys) {
    extendFromDict(it, p, it.i32[iterable + 4]!, 'key');
  } else if (type === it.types.dict_values) {
    extendFromDict(it, p, it.i32[iterable + 4]!, 'value');
  } else if (type === it.types.dict_items) {
    extendFromDict(it, p, it.i32[iterable + 4]!, 'item');
  } else {
    extendFromIterator(it, p, iterable);
  }
}

function extendFromSet(it: Interp, p: Ptr, set: Ptr): void {
  const size = it.i32[p + 4]!;
  if (setSize(it, set) === 0) return;
  listResize(it, p, size + setSize(it, set));
  let to = it.i32[p + 6]! + 2 * size;
  for (let pos = setNext(it, set, 0); pos !== 0; pos = setNext(it, set, pos), to += 2) it.i32[to] = it.newRef(it.i32[pos]!);
  if (it.recording) it.touch(p);
}

type DictPart = 'key' | 'value' | 'item';

function extendFromDict(it: Interp, p: Ptr, dict: Ptr, part: DictPart): void {
  const i32 = it.i32;
  const size = i32[p + 4]!;
  if (dictSize(it, dict) === 0) return;
  listResize(it, p, size + dictSize(it, dict));
  i32[p + 4] = size;
  for (let pos = dictNext(it, dict, 0); pos !== -1; pos = dictNext(it, dict, pos)) {
    const item = part === 'item' ? tupleFrom(it, [entry.key, entry.value]) : it.newRef(part === 'key' ? entry.key : entry.value);
    i32[i32[p + 6]! + 2 * i32[p + 4]!] = item;
    i32[p + 4] = i32[p + 4]! + 1;
  }
  if (it.recording) it.touch(p);
}

function extendFromIterator(it: Interp, p: Ptr, iterable: Ptr): void {
  const i32 = it.i32;
  const iterator = it.own(getIter(it, iterable));
  const hint = lengthHint(it, iterable, 8);
  const size = i32[p + 4]!;
  if (i32[p + 6] === 0) {
    if (hint > 0 && (hint > MOST_ITEMS || !preallocate(it, p, (hint + 1) & ~1))) it.noMemory();
  } else if (size + hint < 2 ** 63) {
    // A hint that is too large for any list is no hint.
    listResize(it, p, size + hint);
    i32[p + 4] = size;
  }
  const next = it.typeOf(iterator).slots.iternext!;
  for (let item = next(it, iterator); item !== 0; item = next(it, iterator)) listAppendSteal(it, p, item);
  if (i32[p + 4]! < i32[p + 8]!) listResize(it, p, i32[p + 4]!);
  it.drop();
}

/// A new list of the items of anything iterable (PySequence_List).
export function listFromIterable(it: Interp, iterable: Ptr): Ptr {
  const p = it.own(newList(it, 0));
  listExtend(it, p, iterable);
  return it.take();
}
