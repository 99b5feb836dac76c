/// Values of a dict whose keys table is shared with others (a split table), and of instances that keep their
/// attributes beside shared keys. CPython 3.14 Include/internal/pycore_dict.h PyDictValues
///
/// Value `ix` is at v + 2 + 2 * ix. Before the values, bytes capacity, size, embedded, valid at v; after them `size` bytes
/// that list the indices of the values in order of insertion. v is a block, or a part of an instance.
/// In 3.11 all that is before the values, and v in its middle: a byte each for the size of this prefix (the last byte before
/// the values) and for `size`, and, going down from there, the order of insertion.
import { fillWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { keysEntries, keysUsable } from './dictkeys';
import type { Interp } from './interp';

/// Whether values are always a block of their own (3.11).
export const areApart = (it: Interp): boolean => it.profile.inlineValues === 'apart';

/// How many values of an instance there is room for; not in 3.11.
export const valuesCapacity = (it: Interp, v: Ptr): number => it.u8[v * 4]!;
export const areEmbedded = (it: Interp, v: Ptr): boolean => !areApart(it) && it.u8[v * 4 + 2] !== 0;
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

/// Bytes before the values in 3.11 (new_values).
const prefixBytes = (capacity: number): number => (capacity + 9) & ~7;

/// First word of values that lie in an instance: no value yet, embedded, valid.
export const inlineValuesHeader = (capacity: number): number => capacity | 0x1010000;

/// A block of values of its own, all NULL; 0 = no memory.
export function newValues(it: Interp, capacity: number): Ptr {
  if (areApart(it)) return newPrefixedValues(it, capacity);
  const v = it.memory.malloc(valuesBytes(capacity));
  if (v === 0) return 0;
  it.i32[v] = capacity | 0x1000000;
  fillWords(it.i32, 0, v + 1, v + 2 + 2 * capacity);
  return v;
}

/// CPython 3.11 Objects/dictobject.c new_values
function newPrefixedValues(it: Interp, capacity: number): Ptr {
  const prefix = prefixBytes(capacity);
  const block = it.memory.malloc(prefix + capacity * 8);
  if (block === 0) return 0;
  const v = block + (prefix >> 2) - 2;
  // The prefix, too, unlike CPython's: a walk of the heap must not take what an object left there for one.
  fillWords(it.i32, 0, block, v + 2 + 2 * capacity);
  it.u8[v * 4 + 7] = prefix;
  return v;
}

/// The block that values of their own lie in.
export function valuesBlock(it: Interp, v: Ptr): Ptr {
  return areApart(it) ? v + 2 - (it.u8[v * 4 + 7]! >> 2) : v;
}

/// A block of its own with the same values, which belong to the table k; borrowed: the caller increfs them or gives the
/// old ones up. 0 = no memory.
export function copyValues(it: Interp, v: Ptr, k: Ptr): Ptr {
  const copy = newValues(it, areApart(it) ? sharedKeysCapacity(it, k) : valuesCapacity(it, v));
  if (copy === 0) return 0;
  const size = it.u8[sizeByte(it, v)]!;
  it.u8[sizeByte(it, copy)] = size;
  for (let n = 0; n < size; n++) it.u8[orderByte(it, copy, n)] = it.u8[orderByte(it, v, n)]!;
  it.i32.copyWithin(copy + 2, v + 2, v + 2 + 2 * keysEntries(it, k));
  return copy;
}

/// Byte with the number of values.
function sizeByte(it: Interp, v: Ptr): number {
  return areApart(it) ? v * 4 + 6 : v * 4 + 1;
}

/// Byte with the index of the value that was the nth to be inserted.
function orderByte(it: Interp, v: Ptr, n: number): number {
  return areApart(it) ? v * 4 + 5 - n : (v + 2 + 2 * it.u8[v * 4]!) * 4 + n;
}

export const valuesSize = (it: Interp, v: Ptr): number => it.u8[sizeByte(it, v)]!;

/// Forgets the order of insertion, of values that are all gone.
export function clearInsertionOrder(it: Interp, v: Ptr): void {
  it.u8[sizeByte(it, v)] = 0;
}

/// Index of the value that was the nth to be inserted (get_index_from_order).
export function indexFromOrder(it: Interp, v: Ptr, n: number): number {
  return it.u8[orderByte(it, v, n)]!;
}

/// CPython 3.14 _PyDictValues_AddToInsertionOrder
export function addToInsertionOrder(it: Interp, v: Ptr, ix: number): void {
  const at = sizeByte(it, v);
  const size = it.u8[at]!;
  it.u8[orderByte(it, v, size)] = ix;
  it.u8[at] = size + 1;
}

/// CPython 3.14 Objects/dictobject.c delete_index_from_values
export function deleteFromInsertionOrder(it: Interp, v: Ptr, ix: number): void {
  const size = valuesSize(it, v);
  let n = 0;
  while (indexFromOrder(it, v, n) !== ix) n++;
  for (; n + 1 < size; n++) it.u8[orderByte(it, v, n)] = indexFromOrder(it, v, n + 1);
  it.u8[sizeByte(it, v)] = size - 1;
}
