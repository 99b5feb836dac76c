/// A stable sort of what is ordered by ints of at most 53 bits: nobody can see such comparisons, and its result is that of
/// any stable sort (CPython 3.14 unsafe_long_compare).
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';

/// Runs up to this length are sorted by insertion.
const RUN = 16;

/// Scratch space, which grows: nothing the guest could call runs meanwhile. Typed arrays of their own would cost more
/// than a short sort.
let keys = new Float64Array(256);
let items = new Int32Array(256);
let otherKeys = new Float64Array(256);
let otherItems = new Int32Array(256);

function makeRoom(size: number): void {
  if (keys.length >= size) return;
  keys = new Float64Array(2 * size);
  items = new Int32Array(2 * size);
  otherKeys = new Float64Array(2 * size);
  otherItems = new Int32Array(2 * size);
}

/// The `size` objects that lie 8 bytes apart from `block`, sorted: in the array returned, until the next sort.
/// undefined: they are not all such ints.
export function sortedInts(it: Interp, block: Ptr, size: number, reverse: boolean): Int32Array | undefined {
  makeRoom(size);
  const { i32 } = it;
  for (let i = 0; i < size; i++) {
    const p = i32[block + 2 * (reverse ? size - 1 - i : i)]!;
    if (!setKey(it, i, p)) return undefined;
    items[i] = p;
  }
  return sorted(size, reverse);
}

/// The indices of the keys, sorted, as `sortedInts`.
export function orderByInts(it: Interp, objects: Int32Array, reverse: boolean): Int32Array | undefined {
  const size = objects.length;
  makeRoom(size);
  for (let i = 0; i < size; i++) {
    const from = reverse ? size - 1 - i : i;
    if (!setKey(it, i, objects[from]!)) return undefined;
    items[i] = from;
  }
  return sorted(size, reverse);
}

function setKey(it: Interp, i: number, p: Ptr): boolean {
  if (it.i32[p + 3] !== it.types.int.index || it.i32[p + 4] !== 0) return false;
  keys[i] = it.f64[(p >> 1) + 3]!;
  return true;
}

/// A reversed sort is a stable sort of the reversed items, reversed.
function sorted(size: number, reverse: boolean): Int32Array {
  if (!isAscending(size)) {
    for (let start = 0; start < size; start += RUN) insertionSort(start, Math.min(start + RUN, size));
    for (let width = RUN; width < size; width *= 2) {
      for (let start = 0; start + width < size; start += 2 * width) merge(start, start + width, Math.min(start + 2 * width, size));
    }
  }
  for (let low = 0, high = size - 1; reverse && low < high; low++, high--) {
    const item = items[low]!;
    items[low] = items[high]!;
    items[high] = item;
  }
  return items;
}

function isAscending(size: number): boolean {
  for (let i = 1; i < size; i++) if (keys[i - 1]! > keys[i]!) return false;
  return true;
}

function insertionSort(start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const key = keys[i]!;
    const item = items[i]!;
    let at = i;
    for (; at > start && keys[at - 1]! > key; at--) {
      keys[at] = keys[at - 1]!;
      items[at] = items[at - 1]!;
    }
    keys[at] = key;
    items[at] = item;
  }
}

/// Merges two sorted neighbours.
function merge(start: number, middle: number, end: number): void {
  if (keys[middle - 1]! <= keys[middle]!) return;
  for (let i = start; i < middle; i++) {
    otherKeys[i] = keys[i]!;
    otherItems[i] = items[i]!;
  }
  let left = start;
  let right = middle;
  for (let at = start; left < middle; at++) {
    if (right < end && keys[right]! < otherKeys[left]!) {
      keys[at] = keys[right]!;
      items[at] = items[right++]!;
    } else {
      keys[at] = otherKeys[left]!;
      items[at] = otherItems[left++]!;
    }
  }
}
