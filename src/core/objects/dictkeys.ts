/// The keys table of dicts. CPython 3.14 Objects/dictobject.c, Include/internal/pycore_dict.h PyDictKeysObject
///
/// A table k is a block of its own:
///   k      dk_refcnt; in the high half, the mask of the hash table (its size - 1)
///   k + 2  dk_log2_size, dk_log2_index_bytes, dk_kind (bytes); k + 3 dk_version
///   k + 4  dk_usable; in the high half, the words of an entry: 4 (only str keys) or 6
///   k + 6  dk_nentries; in the high half, the word of the first entry's key
///   k + 8  dk_indices: 1, 2 or 4 bytes each, -1 = empty, -2 = deleted; then the entries
/// An entry is [me_hash] me_key me_value: a value follows its key, a hash precedes it.
import { fillWords, zeroWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { dropInOrder, dropsQuietly } from './dropping';
import type { Interp } from './interp';
import { strEqual, strHash } from './str';
import type { Visitor } from './typeobject';

export const KeysKind = { GENERAL: 0, UNICODE: 1, SPLIT: 2 } as const;

export const UNICODE_ENTRY = 4;
export const GENERAL_ENTRY = 6;
export const LOG_MINSIZE = 3;
export const EMPTY = -1;
const DUMMY = -2;
export const PERTURB_SHIFT = 5;

/// A table is resized when it is two thirds full (USABLE_FRACTION).
export const usableFraction = (size: number): number => Math.floor((size << 1) / 3);

export const keysSize = (it: Interp, k: Ptr): number => it.i32[k + 1]! + 1;
export const keysUsable = (it: Interp, k: Ptr): number => it.i32[k + 4]!;
export const entryWords = (it: Interp, k: Ptr): number => it.i32[k + 5]!;
export const keysEntries = (it: Interp, k: Ptr): number => it.i32[k + 6]!;
export const isUnicodeKeys = (it: Interp, k: Ptr): boolean => it.i32[k + 5] === UNICODE_ENTRY;

/// The word of an entry's key; its value is two words on.
export function entryAt(it: Interp, k: Ptr, ix: number): Ptr {
  return it.i32[k + 7]! + it.i32[k + 5]! * ix;
}

/// Exponent of the smallest table that has at least `minsize` slots (calculate_log2_keysize). 3.11 reckons with
/// `minsize | 8`.
export function log2KeysSize(it: Interp, minimum: number): number {
  const minsize = it.profile.roundsKeysSizeUp ? minimum | (1 << LOG_MINSIZE) : minimum;
  return minsize <= 1 << LOG_MINSIZE ? LOG_MINSIZE : 32 - Math.clz32(minsize - 1);
}

/// The same for `n` entries (estimate_log2_keysize).
export const log2SizeForEntries = (it: Interp, n: number): number => log2KeysSize(it, Math.floor((n * 3 + 1) / 2));

/// A new table with count 1 (new_keys_object). `mayBeKept`: it may come from the free list.
export function newKeys(it: Interp, log2Size: number, unicode: boolean, mayBeKept = true): Ptr {
  const size = 1 << log2Size;
  const log2Bytes = log2Size < 8 ? log2Size : log2Size < 16 ? log2Size + 1 : log2Size + 2;
  const usable = usableFraction(size);
  const kept = mayBeKept && unicode && log2Size === LOG_MINSIZE && it.dictKeysFreeList.count > 0;
  const k = kept ? it.dictKeysFreeList.pop() : it.memory.malloc(keysBlockBytes(log2Bytes, usable, unicode ? UNICODE_ENTRY : GENERAL_ENTRY)) || it.noMemory();
  initKeys(it, k, size, log2Size, log2Bytes, usable, unicode);
  return k;
}

/// The table of the empty dict: one slot, no entry, in static memory (Py_EMPTY_KEYS). Before the first malloc.
export function initEmptyKeys(it: Interp): void {
  const k = it.memory.reserve(keysBlockBytes(3, 0, UNICODE_ENTRY));
  initKeys(it, k, 1, 0, 3, 0, true);
  it.singletons.emptyDictKeys = k;
}

const keysBlockBytes = (log2Bytes: number, usable: number, stride: number): number => 32 + (1 << log2Bytes) + usable * stride * 4;

function initKeys(it: Interp, k: Ptr, size: number, log2Size: number, log2Bytes: number, usable: number, unicode: boolean): void {
  const stride = unicode ? UNICODE_ENTRY : GENERAL_ENTRY;
  const i32 = it.i32;
  const entries = k + 8 + (1 << log2Bytes >> 2);
  i32[k] = 1;
  i32[k + 1] = size - 1;
  i32[k + 2] = log2Size | (log2Bytes << 8) | ((unicode ? KeysKind.UNICODE : KeysKind.GENERAL) << 16);
  i32[k + 3] = 0;
  i32[k + 4] = usable;
  i32[k + 5] = stride;
  i32[k + 6] = 0;
  i32[k + 7] = unicode ? entries : entries + 2;
  fillWords(i32, EMPTY, k + 8, entries);
  zeroWords(it.f64, entries, entries + stride * usable);
}

/// Bytes of a table as `sys.getsizeof` counts them (_PyDict_KeysSize).
export function keysBytes(it: Interp, k: Ptr): number {
  const log2Bytes = (it.i32[k + 2]! >> 8) & 0xff;
  return keysBlockBytes(log2Bytes, usableFraction(keysSize(it, k)), it.i32[k + 5]!);
}

export function increfKeys(it: Interp, k: Ptr): void {
  if (k !== it.singletons.emptyDictKeys) it.i32[k] = it.i32[k]! + 1;
}

/// Drops a reference to a table; the last one drops each entry's key, then its value (dictkeys_decref).
export function decrefKeys(it: Interp, k: Ptr): void {
  if (k === it.singletons.emptyDictKeys) return;
  const i32 = it.i32;
  const count = i32[k]! - 1;
  i32[k] = count;
  if (count > 0) return;
  const stride = i32[k + 5]!;
  const end = i32[k + 7]! + stride * i32[k + 6]!;
  for (let e = i32[k + 7]!; e < end; e += stride) {
    const key = i32[e]!;
    if (key === 0) continue;
    const value = i32[e + 2]!;
    if (!dropsQuietly(it, key) || (value !== 0 && !dropsQuietly(it, value))) {
      dropEntries(it, e, end, stride);
      break;
    }
    it.decref(key);
    if (value !== 0) it.decref(value);
  }
  freeKeys(it, k);
}

/// Frees a table, or keeps it (free_keys_object).
export function freeKeys(it: Interp, k: Ptr): void {
  if (it.i32[k + 1] === (1 << LOG_MINSIZE) - 1 && it.i32[k + 5] === UNICODE_ENTRY && it.dictKeysFreeList.push(k)) {
    it.i32[k] = 0;
    return;
  }
  it.memory.free(k);
}

function dropEntries(it: Interp, start: Ptr, end: Ptr, stride: number): void {
  const references: Ptr[] = [];
  for (let e = start; e < end; e += stride) references.push(it.i32[e]!, it.i32[e + 2]!);
  dropInOrder(it, references);
}

/// What slot `i` of the hash table says: index of an entry, EMPTY or DUMMY.
export function getIndex(it: Interp, k: Ptr, mask: number, i: number): number {
  if (mask < 0x80) return it.u8[(k + 8) * 4 + i]! << 24 >> 24;
  if (mask < 0x8000) return it.ram.u16[(k + 8) * 2 + i]! << 16 >> 16;
  return it.i32[k + 8 + i]!;
}

function setIndex(it: Interp, k: Ptr, mask: number, i: number, ix: number): void {
  if (mask < 0x80) it.u8[(k + 8) * 4 + i] = ix;
  else if (mask < 0x8000) it.ram.u16[(k + 8) * 2 + i] = ix;
  else it.i32[k + 8 + i] = ix;
}

/// Makes the first free slot for the hash point to entry `ix` (find_empty_slot).
function setEmptySlot(it: Interp, k: Ptr, lo: number, hi: number, ix: number): void {
  const mask = it.i32[k + 1]!;
  let i = lo & mask;
  while (getIndex(it, k, mask, i) >= 0) {
    lo = (lo >>> PERTURB_SHIFT) | (hi << (32 - PERTURB_SHIFT));
    hi >>>= PERTURB_SHIFT;
    i = (Math.imul(i, 5) + lo + 1) & mask;
  }
  setIndex(it, k, mask, i, ix);
}

/// Marks the slot that points to entry `ix` as deleted (lookdict_index).
export function deleteIndex(it: Interp, k: Ptr, lo: number, hi: number, ix: number): void {
  const mask = it.i32[k + 1]!;
  let i = lo & mask;
  while (getIndex(it, k, mask, i) !== ix) {
    lo = (lo >>> PERTURB_SHIFT) | (hi << (32 - PERTURB_SHIFT));
    hi >>>= PERTURB_SHIFT;
    i = (Math.imul(i, 5) + lo + 1) & mask;
  }
  setIndex(it, k, mask, i, DUMMY);
}

/// Appends an entry; takes over both references. The key must not be there, and there must be room.
export function appendEntry(it: Interp, k: Ptr, lo: number, hi: number, key: Ptr, value: Ptr): number {
  const i32 = it.i32;
  const ix = i32[k + 6]!;
  setEmptySlot(it, k, lo, hi, ix);
  const stride = i32[k + 5]!;
  const e = i32[k + 7]! + stride * ix;
  i32[e] = key;
  i32[e + 2] = value;
  if (stride === GENERAL_ENTRY) {
    i32[e - 2] = lo;
    i32[e - 1] = hi;
  }
  i32[k + 3] = 0;
  i32[k + 6] = ix + 1;
  i32[k + 4] = i32[k + 4]! - 1;
  return ix;
}

/// Low word of the hash of an entry's key; the high word goes to `it.hashHigh`.
export function entryHash(it: Interp, k: Ptr, e: Ptr): number {
  if (it.i32[k + 5] === GENERAL_ENTRY) {
    it.hashHigh = it.i32[e - 1]!;
    return it.i32[e - 2]!;
  }
  return strHash(it, it.i32[e]!);
}

/// Index of an exact str in a table of str keys, or EMPTY (unicodekeys_lookup_unicode). Runs no guest code.
export function lookupUnicode(it: Interp, k: Ptr, key: Ptr, lo: number, hi: number): number {
  const i32 = it.i32;
  const mask = i32[k + 1]!;
  const keys = i32[k + 7]!;
  let perturb = lo;
  let perturbHigh = hi;
  let i = lo & mask;
  for (;;) {
    const ix = getIndex(it, k, mask, i);
    if (ix >= 0) {
      const found = i32[keys + UNICODE_ENTRY * ix]!;
      if (found === key || (i32[found + 6] === lo && i32[found + 7] === hi && strEqual(it, found, key))) return ix;
    } else if (ix === EMPTY) {
      return EMPTY;
    }
    perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
    perturbHigh >>>= PERTURB_SHIFT;
    i = (Math.imul(i, 5) + perturb + 1) & mask;
  }
}

/// Every key of a table of str keys: tp_traverse of a dict skips them, and several dicts may share them.
export function traverseUnicodeKeys(it: Interp, k: Ptr, visitor: Visitor): void {
  if (!isUnicodeKeys(it, k)) return;
  for (let e = it.i32[k + 7]!, n = it.i32[k + 6]!; n > 0; n--, e += UNICODE_ENTRY) if (it.i32[e] !== 0) visitor.visit(it.i32[e]!);
}
