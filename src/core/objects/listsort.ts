/// list.sort(). CPython 3.14 Objects/listobject.c list_sort_impl
import type { Ptr } from '../memory/ram';
import { call, isTrue, richCompareBool } from './abstract';
import { bindArguments } from './args';
import { dropInOrder, dropReversed, dropsQuietly } from './dropping';
import { compactValue, isCompact } from './int';
import type { Interp } from './interp';
import { orderByInts, sortedInts } from './intsort';
import { strValue, strWidth } from './str';
import { tupleGet, tupleSize } from './tuple';
import { Timsort } from './timsort';
import type { Less } from './timsort';
import { CompareOp } from './typeobject';
import type { Slots } from './typeobject';

/// Marks a list that is being sorted: `allocated` is never negative otherwise.
const SORTING = -1;

export function listSortMethod(it: Interp, p: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [key, reverse] = bindArguments(it, 'sort', ['key', 'reverse'], { keywordOnly: 2 }, args, kwnames);
  listSort(it, p, key === it.singletons.none ? 0 : key!, reverse !== 0 && isTrue(it, reverse!));
  return it.singletons.none;
}

/// What a sort takes of the host's stack beyond what any call does, by estimate.
const SORT_BYTES = 1800;

/// Sorts in place; `key` is a callable or 0. The list is empty meanwhile; whatever is raised, it gets all its items
/// back.
export function listSort(it: Interp, p: Ptr, key: Ptr, reverse: boolean): void {
  const i32 = it.i32;
  const size = i32[p + 4]!;
  const block = i32[p + 6]!;
  const allocated = i32[p + 8]!;
  const ints = key === 0 ? sortedInts(it, block, size, reverse) : undefined;
  if (ints !== undefined) {
    for (let i = 0; i < size; i++) i32[block + 2 * i] = ints[i]!;
    if (it.recording) it.touch(p);
    return;
  }
  it.enterNative(SORT_BYTES);
  const items = new Int32Array(size);
  for (let i = 0; i < size; i++) items[i] = i32[block + 2 * i]!;
  i32[p + 4] = 0;
  i32[p + 6] = 0;
  i32[p + 8] = SORTING;
  const mark = it.held.length;
  for (let i = 0; i < size; i++) it.held.push(items[i]!);
  let completed = false;
  try {
    if (key === 0) sortItems(it, items, reverse);
    else sortByKeys(it, items, key, reverse);
    completed = true;
  } finally {
    it.leaveNative(SORT_BYTES);
    dropFrom(it, mark + size);
    const modified = i32[p + 8] !== SORTING;
    // Not by its length: V8 would give the array's room back.
    while (it.held.length > mark) it.held.pop();
    for (let i = 0; i < size; i++) i32[block + 2 * i] = items[i]!;
    putBack(it, p, size, block, allocated);
    if (completed && modified) it.valueError('list modified during sort');
  }
}

/// Drops the references held above `mark`: keys, and what a throw left.
function dropFrom(it: Interp, mark: number): void {
  const { held } = it;
  let i = mark;
  while (i < held.length && dropsQuietly(it, held[i]!)) it.decref(held[i++]!);
  const rest = i < held.length ? held.slice(i) : [];
  while (held.length > mark) held.pop();
  dropInOrder(it, rest);
}

/// Gives the list its block again and drops what it got meanwhile.
function putBack(it: Interp, p: Ptr, size: number, block: Ptr, allocated: number): void {
  const i32 = it.i32;
  const strangers = i32[p + 6]!;
  const count = i32[p + 4]!;
  i32[p + 4] = size;
  i32[p + 6] = block;
  i32[p + 8] = allocated;
  if (it.recording) it.touch(p);
  if (strangers === 0) return;
  dropReversed(it, strangers, count);
  it.memory.free(strangers);
}

/// A reversed sort is a stable sort of the reversed items, reversed.
function sortItems(it: Interp, items: Int32Array, reverse: boolean): void {
  if (reverse) items.reverse();
  try {
    new Timsort(items, itemOrder(it, items), it.profile.sortsEqualRuns).sort();
  } finally {
    if (reverse) items.reverse();
  }
}

/// Calls the key function on all items, then sorts indices by the keys, which it leaves held, in order.
function sortByKeys(it: Interp, items: Int32Array, key: Ptr, reverse: boolean): void {
  const size = items.length;
  const base = it.held.length;
  const keys = new Int32Array(size);
  for (let i = 0; i < size; i++) keys[i] = it.own(call(it, key, [items[i]!]));
  const byInts = orderByInts(it, keys, reverse);
  const order = byInts ?? new Int32Array(size);
  for (let i = 0; i < size && byInts === undefined; i++) order[i] = reverse ? size - 1 - i : i;
  try {
    const less = byInts === undefined ? itemOrder(it, keys) : undefined;
    if (less !== undefined) new Timsort(order, (a, b) => less(keys[a]!, keys[b]!), it.profile.sortsEqualRuns).sort();
  } finally {
    if (byInts === undefined && reverse) order.reverse();
    const unsorted = items.slice();
    for (let i = 0; i < size; i++) {
      // The keys are dropped in the order in which the sort left them, before it is reversed.
      it.held[base + (reverse ? size - 1 - i : i)] = keys[order[i]!]!;
      items[i] = unsorted[order[i]!]!;
    }
  }
}

/// `<` on the objects; without calls if all are str or tuples (CPython 3.14 unsafe_latin_compare etc.).
function itemOrder(it: Interp, objects: Int32Array): Less {
  const i32 = it.i32;
  const first = objects.length > 0 ? i32[objects[0]! + 3] : -1;
  let alike = true;
  for (const p of objects) alike &&= i32[p + 3] === first;
  // Code units are in the order of code points if none of them is a surrogate.
  if (alike && first === it.types.str.index && objects.every(p => strWidth(it, p) < 2)) {
    return (a, b) => strValue(it, a) < strValue(it, b);
  }
  if (alike && first === it.types.tuple.index) return (a, b) => tupleLess(it, a, b);
  const compare = alike && objects.length > 0 ? it.typeOf(objects[0]!).slots.richcompare : undefined;
  if (compare !== undefined) return (a, b) => alikeLess(it, compare, a, b);
  return (a, b) => richCompareBool(it, a, b, CompareOp.LT);
}

/// `<` on two objects of one type: its slot is asked before the operator asks both (CPython 3.14 unsafe_object_compare).
function alikeLess(it: Interp, compare: Slots['richcompare'], a: Ptr, b: Ptr): boolean {
  if (it.typeOf(a).slots.richcompare === compare) {
    const result = compare(it, a, b, CompareOp.LT);
    if (result !== it.singletons.notImplemented) {
      it.own(result);
      const truth = isTrue(it, result);
      it.drop();
      return truth;
    }
  }
  return richCompareBool(it, a, b, CompareOp.LT);
}

/// `<` on two tuples; compact ints are compared here (CPython 3.14 unsafe_tuple_compare).
function tupleLess(it: Interp, a: Ptr, b: Ptr): boolean {
  const int = it.types.int.index;
  const size = Math.min(tupleSize(it, a), tupleSize(it, b));
  for (let i = 0; i < size; i++) {
    const x = tupleGet(it, a, i);
    const y = tupleGet(it, b, i);
    if (x === y) continue;
    if (it.i32[x + 3] === int && it.i32[y + 3] === int && isCompact(it, x) && isCompact(it, y)) {
      if (compactValue(it, x) !== compactValue(it, y)) return compactValue(it, x) < compactValue(it, y);
    } else if (!richCompareBool(it, x, y, CompareOp.EQ)) {
      return richCompareBool(it, x, y, CompareOp.LT);
    }
  }
  return tupleSize(it, a) < tupleSize(it, b);
}
