/// The head that lies before every container object, and the collector's lists that run through it.
/// CPython 3.14 Include/internal/pycore_gc.h, Include/cpython/objimpl.h
///
/// A head is 16 bytes, as PyGC_Head, all zero at birth; relative to the object's Ptr p:
///   i32[p - 4]  _gc_next: Ptr of the next object (not of its head); 0 = not tracked
///   i32[p - 3]  gc_refs while collecting (the high half of _gc_next)
///   i32[p - 2]  _gc_prev: Ptr of the previous object
///   i32[p - 1]  flags (the high half of _gc_prev)
/// A list is circular and begins and ends at a pseudo object, its list head, which has only these words.
/// NOT-CPYTHON: CPython keeps the flags in the low bits of both pointers, and gc_refs in place of _gc_prev;
/// so its lists are singly linked in some phases. Here they stay doubly linked throughout.
import { USEDPOOLS_END } from './pool';
import type { Ptr } from './ram';

export const HEAD_WORDS = 4;

/// Words from the object's Ptr.
export const GC_NEXT = -4;
export const GC_REFS = -3;
export const GC_PREV = -2;
export const GC_FLAGS = -1;

/// Its finalizer has run (_PyGC_PREV_MASK_FINALIZED).
export const FINALIZED = 1;
/// In the generation that is being collected (PREV_MASK_COLLECTING).
export const COLLECTING = 2;
/// Tentatively unreachable (NEXT_MASK_UNREACHABLE).
export const UNREACHABLE = 4;

export const NUM_GENERATIONS = 3;

/// Ptr of the nth list head in the fixed area at the bottom of memory.
const listHead = (n: number): Ptr => USEDPOOLS_END + HEAD_WORDS * (n + 1);

/// The list heads: three generations, what gc.freeze() set aside, and those a collection needs.
export const GENERATIONS: readonly [Ptr, Ptr, Ptr] = [listHead(0), listHead(1), listHead(2)];
const YOUNG: Ptr = listHead(0);
export const PERMANENT: Ptr = listHead(3);
export const UNREACHABLE_LIST: Ptr = listHead(4);
export const FINALIZERS_LIST: Ptr = listHead(5);
export const SEEN_LIST: Ptr = listHead(6);
export const FINAL_UNREACHABLE_LIST: Ptr = listHead(7);
export const WRCB_TO_CALL_LIST: Ptr = listHead(8);
const LIST_HEADS = 9;

/// First word after the list heads.
export const LIST_HEADS_END: Ptr = listHead(LIST_HEADS) - HEAD_WORDS;

export function initLists(i32: Int32Array): void {
  for (let n = 0; n < LIST_HEADS; n++) listInit(i32, listHead(n));
}

export function isTracked(i32: Int32Array, p: Ptr): boolean {
  return i32[p + GC_NEXT] !== 0;
}

export function isFinalized(i32: Int32Array, p: Ptr): boolean {
  return (i32[p + GC_FLAGS]! & FINALIZED) !== 0;
}

export function setFinalized(i32: Int32Array, p: Ptr): void {
  i32[p + GC_FLAGS] = i32[p + GC_FLAGS]! | FINALIZED;
}

/// Puts an untracked object at the end of the young generation. CPython 3.14 pycore_gc.h _PyObject_GC_TRACK
export function track(i32: Int32Array, p: Ptr): void {
  listAppend(i32, p, YOUNG);
}

/// Takes an object off its list, if it is on one; of its flags only FINALIZED stays.
/// CPython 3.14 Python/gc.c PyObject_GC_UnTrack
export function untrack(i32: Int32Array, p: Ptr): void {
  if (i32[p + GC_NEXT] === 0) return;
  listRemove(i32, p);
  i32[p + GC_PREV] = 0;
  i32[p + GC_FLAGS] = i32[p + GC_FLAGS]! & FINALIZED;
}

/// Empties a list head. CPython 3.14 Python/gc.c gc_list_init
export function listInit(i32: Int32Array, list: Ptr): void {
  i32[list + GC_NEXT] = list;
  i32[list + GC_PREV] = list;
}

/// CPython 3.14 Python/gc.c gc_list_is_empty
export function listIsEmpty(i32: Int32Array, list: Ptr): boolean {
  return i32[list + GC_NEXT] === list;
}

/// Puts an object that is on no list at the end of one. CPython 3.14 Python/gc.c gc_list_append
export function listAppend(i32: Int32Array, p: Ptr, list: Ptr): void {
  const last = i32[list + GC_PREV]!;
  i32[p + GC_PREV] = last;
  i32[last + GC_NEXT] = p;
  i32[p + GC_NEXT] = list;
  i32[list + GC_PREV] = p;
}

/// CPython 3.14 Python/gc.c gc_list_remove
export function listRemove(i32: Int32Array, p: Ptr): void {
  const prev = i32[p + GC_PREV]!;
  const next = i32[p + GC_NEXT]!;
  i32[prev + GC_NEXT] = next;
  i32[next + GC_PREV] = prev;
  i32[p + GC_NEXT] = 0;
}

/// Moves an object from the list it is on to the end of another. CPython 3.14 Python/gc.c gc_list_move
export function listMove(i32: Int32Array, p: Ptr, list: Ptr): void {
  listRemove(i32, p);
  listAppend(i32, p, list);
}

/// Appends the list `from` to `to`; `from` becomes empty. CPython 3.14 Python/gc.c gc_list_merge
export function listMerge(i32: Int32Array, from: Ptr, to: Ptr): void {
  if (!listIsEmpty(i32, from)) {
    const first = i32[from + GC_NEXT]!;
    const last = i32[from + GC_PREV]!;
    const end = i32[to + GC_PREV]!;
    i32[end + GC_NEXT] = first;
    i32[first + GC_PREV] = end;
    i32[last + GC_NEXT] = to;
    i32[to + GC_PREV] = last;
  }
  listInit(i32, from);
}

/// CPython 3.14 Python/gc.c gc_list_size
export function listSize(i32: Int32Array, list: Ptr): number {
  let size = 0;
  for (let p = i32[list + GC_NEXT]!; p !== list; p = i32[p + GC_NEXT]!) size++;
  return size;
}

/// The objects of a list, in its order.
export function listObjects(i32: Int32Array, list: Ptr): Ptr[] {
  const objects: Ptr[] = [];
  visitList(i32, list, p => objects.push(p));
  return objects;
}

export function visitList(i32: Int32Array, list: Ptr, visit: (p: Ptr) => void): void {
  for (let p = i32[list + GC_NEXT]!; p !== list; p = i32[p + GC_NEXT]!) visit(p);
}
