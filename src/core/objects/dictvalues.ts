/// Values of a dict whose keys table is shared with others (a split table), and of instances that keep their
/// attributes within themselves. CPython 3.14 Include/internal/pycore_dict.h PyDictValues
///
/// A block v, or a part of an instance: bytes capacity, size, embedded, valid at v; capacity values of 8 bytes
/// from v + 2; then `size` bytes that list the indices of the values in order of insertion.
import { fillWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { keysEntries, keysUsable } from './dictkeys';
import type { Interp } from './interp';

export const valuesCapacity = (it: Interp, v: Ptr): number => it.u8[v * 4]!;
const valuesSize = (it: Interp, v: Ptr): number => it.u8[v * 4 + 1]!;
export const areEmbedded = (it: Interp, v: Ptr): boolean => it.u8[v * 4 + 2] !== 0;
export const areValid = (it: Interp, v: Ptr): boolean => it.u8[v * 4 + 3] !== 0;

export function setInvalid(it: Interp, v: Ptr): void {
  it.u8[v * 4 + 3] = 0;
}

/// Word of the value with this index.
export const valueAt = (v: Ptr, ix: number): Ptr => v + 2 + 2 * ix;

/// How many values a table of shared keys can ever have room for (shared_keys_usable_size).
export function sharedKeysCapacity(it: Interp, k: Ptr): number {
  return keysEntries(it, k) + keysUsable(it, k);
}

/// Bytes of a PyDictValues for `capacity` values (values_size_from_count).
export function valuesBytes(capacity: number): number {
  return ((capacity + 7) & ~7) + (capacity + 1) * 8;
}

/// First word of values that lie in an instance: no value yet, embedded, valid.
export const inlineValuesHeader = (capacity: number): number => capacity | 0x1010000;

/// A block of values of its own, all NULL; 0 = no memory.
export function newValues(it: Interp, capacity: number): Ptr {
  const v = it.memory.malloc(valuesBytes(capacity));
  if (v === 0) return 0;
  it.i32[v] = capacity | 0x1000000;
  fillWords(it.i32, 0, v + 1, v + 2 + 2 * capacity);
  return v;
}

/// A block of its own with the same values, borrowed: the caller increfs them or gives the old ones up.
/// 0 = no memory.
export function copyValues(it: Interp, v: Ptr): Ptr {
  const capacity = valuesCapacity(it, v);
  const copy = newValues(it, capacity);
  if (copy === 0) return 0;
  const order = orderByte(it, v);
  it.u8.copyWithin(orderByte(it, copy), order, order + valuesSize(it, v));
  it.u8[copy * 4 + 1] = valuesSize(it, v);
  it.i32.copyWithin(copy + 2, v + 2, v + 2 + 2 * capacity);
  return copy;
}

/// First byte of the order of insertion.
function orderByte(it: Interp, v: Ptr): number {
  return (v + 2 + 2 * it.u8[v * 4]!) * 4;
}

/// Index of the value that was the nth to be inserted (get_index_from_order).
export function indexFromOrder(it: Interp, v: Ptr, n: number): number {
  return it.u8[orderByte(it, v) + n]!;
}

/// CPython 3.14 _PyDictValues_AddToInsertionOrder
export function addToInsertionOrder(it: Interp, v: Ptr, ix: number): void {
  const size = it.u8[v * 4 + 1]!;
  it.u8[orderByte(it, v) + size] = ix;
  it.u8[v * 4 + 1] = size + 1;
}

/// CPython 3.14 Objects/dictobject.c delete_index_from_values
export function deleteFromInsertionOrder(it: Interp, v: Ptr, ix: number): void {
  const order = orderByte(it, v);
  const size = it.u8[v * 4 + 1]!;
  let n = order;
  while (it.u8[n] !== ix) n++;
  it.u8.copyWithin(n, n + 1, order + size);
  it.u8[v * 4 + 1] = size - 1;
}
