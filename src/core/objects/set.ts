/// Sets and frozensets: the hash table and C API. CPython 3.14 Objects/setobject.c; the types are in settype.ts.
///
/// PySetObject: fill (active and deleted entries) at s + 4, used at s + 6, mask at s + 8, table at s + 10, hash at
/// s + 12 (frozenset; -1, -1 = not computed), finger at s + 14, smalltable (8 entries) at s + 16, weakref list at
/// s + 48. An entry is key (0 = never used, -1 = deleted) and hash, 8 bytes each.
import { track } from '../memory/gchead';
import { zeroWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { iterate, richCompareBool } from './abstract';
import { dictSize, forEachDictKey } from './dictobject';
import { areEqualQuietly, comparesQuietly, hashKey } from './dictlookup';
import { dropEach, dropInOrder } from './dropping';
import type { Interp } from './interp';
import { CompareOp } from './typeobject';
import type { TypeObject } from './typeobject';

export const SET_BYTES = 200;
export const SET_WEAKLIST = 192;
const MINSIZE = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;
const ENTRY = 4;
const DELETED = -1;

export const setSize = (it: Interp, s: Ptr): number => it.i32[s + 6]!;
const smallTable = (s: Ptr): Ptr => s + 16;

export function isSet(it: Interp, p: Ptr): boolean {
  const type = it.typeOf(p);
  return type === it.types.set || type.isSubtypeOf(it.types.set);
}

export function isAnySet(it: Interp, p: Ptr): boolean {
  const type = it.typeOf(p);
  return type === it.types.set || type === it.types.frozenset || type.isSubtypeOf(it.types.set) || type.isSubtypeOf(it.types.frozenset);
}

/// A new set of the type with the items of `iterable` (0 = empty) (make_new_set).
export function newSet(it: Interp, type: TypeObject = it.types.set, iterable: Ptr = 0): Ptr {
  const i32 = it.i32;
  const s = type.isHeapType ? it.allocInstance(type, SET_BYTES) : it.allocGc(type, SET_BYTES);
  zeroWords(it.f64, s + 4, s + SET_BYTES / 4);
  i32[s + 8] = MINSIZE - 1;
  i32[s + 10] = smallTable(s);
  i32[s + 12] = -1;
  i32[s + 13] = -1;
  track(i32, s);
  if (iterable !== 0) {
    it.own(s);
    setUpdate(it, s, iterable);
    it.take();
  }
  return s;
}

/// The word of the first live entry after the one at word `pos` (0 = the first of all); 0 at the end.
/// Good only while the table does not change.
export function setNext(it: Interp, s: Ptr, pos: Ptr): Ptr {
  const i32 = it.i32;
  const end = i32[s + 10]! + ENTRY * (i32[s + 8]! + 1);
  let e = pos === 0 ? i32[s + 10]! : pos + ENTRY;
  while (e < end && (i32[e] === 0 || i32[e] === DELETED)) e += ENTRY;
  return e < end ? e : 0;
}

/// Calls `visit` with each key, which is held meanwhile, and its hash; the table may change.
export function forEachSetKey(it: Interp, s: Ptr, visit: (key: Ptr, lo: number, hi: number) => void): void {
  const i32 = it.i32;
  for (let i = 0; i <= i32[s + 8]!; i++) {
    const e = i32[s + 10]! + ENTRY * i;
    const key = i32[e]!;
    if (key === 0 || key === DELETED) continue;
    it.own(it.newRef(key));
    visit(key, i32[e + 2]!, i32[e + 3]!);
    it.drop();
  }
}

/// Word of the entry at or after index `i` of the table that is live, or 0; for iterators.
export function setEntryFrom(it: Interp, s: Ptr, i: number): Ptr {
  return setNext(it, s, it.i32[s + 10]! + ENTRY * (i - 1));
}

export const setEntryIndex = (it: Interp, s: Ptr, e: Ptr): number => (e - it.i32[s + 10]!) / ENTRY;

/// Empties the table of a set that is going away and drops the keys in its order.
export function setDropEntries(it: Interp, s: Ptr): void {
  const i32 = it.i32;
  const table = i32[s + 10]!;
  const end = table + ENTRY * (i32[s + 8]! + 1);
  if (i32[s + 4] !== i32[s + 6]) {
    for (let e = table; e < end; e += ENTRY) if (i32[e] === DELETED) i32[e] = 0;
  }
  dropEach(it, table, end, ENTRY);
}

/// The last deleted entry that lookKey passed, or 0.
let passed: Ptr = 0;

/// Word of the key's entry, or of the unused entry where the search for it ends (set_lookkey).
function lookKey(it: Interp, s: Ptr, key: Ptr, lo: number, hi: number): Ptr {
  const i32 = it.i32;
  restart: for (;;) {
    const mask = i32[s + 8]!;
    const table = i32[s + 10]!;
    let perturb = lo;
    let perturbHigh = hi;
    let i = lo & mask;
    passed = 0;
    for (;;) {
      let e = table + ENTRY * i;
      for (let probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0; probes >= 0; probes--, e += ENTRY) {
        const found = i32[e]!;
        if (found === 0) {
          // A comparison may have filled the free place.
          if (passed !== 0 && i32[passed] !== DELETED) continue restart;
          return e;
        }
        if (found === DELETED) passed = e;
        if (i32[e + 2] !== lo || i32[e + 3] !== hi || found === DELETED) continue;
        if (found === key) return e;
        if (comparesQuietly(it, found, key)) {
          if (areEqualQuietly(it, found, key)) return e;
        } else {
          const deleted = passed;
          it.own(it.newRef(found));
          const equal = richCompareBool(it, found, key, CompareOp.EQ);
          it.drop();
          passed = deleted;
          if (i32[s + 10] !== table || i32[e] !== found) continue restart;
          if (equal) return e;
        }
      }
      perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
      perturbHigh >>>= PERTURB_SHIFT;
      i = (Math.imul(i, 5) + perturb + 1) & mask;
    }
  }
}

/// Puts a key that is not there into a table without deleted entries; steals the reference (set_insert_clean).
function insertClean(it: Interp, table: Ptr, mask: number, key: Ptr, lo: number, hi: number): void {
  const i32 = it.i32;
  let perturb = lo;
  let perturbHigh = hi;
  let i = lo & mask;
  for (;;) {
    let e = table + ENTRY * i;
    for (let probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0; probes >= 0; probes--, e += ENTRY) {
      if (i32[e] !== 0) continue;
      i32[e] = key;
      i32[e + 2] = lo;
      i32[e + 3] = hi;
      return;
    }
    perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
    perturbHigh >>>= PERTURB_SHIFT;
    i = (Math.imul(i, 5) + perturb + 1) & mask;
  }
}

/// Moves the entries into a table of more than `minUsed` slots (set_table_resize).
function resizeTable(it: Interp, s: Ptr, minUsed: number): void {
  const i32 = it.i32;
  let size = MINSIZE;
  while (size <= minUsed) size *= 2;
  const oldTable = i32[s + 10]!;
  const oldMask = i32[s + 8]!;
  const small = smallTable(s);
  const fits = size === MINSIZE;
  if (fits && oldTable === small && i32[s + 4] === i32[s + 6]) return;
  const table = fits ? small : it.memory.malloc(size * 16) || it.noMemory();
  const entries = i32.slice(oldTable, oldTable + ENTRY * (oldMask + 1));
  zeroWords(it.f64, table, table + ENTRY * size);
  i32[s + 4] = i32[s + 6]!;
  i32[s + 8] = size - 1;
  i32[s + 10] = table;
  for (let e = 0; e < entries.length; e += ENTRY) {
    const key = entries[e]!;
    if (key !== 0 && key !== DELETED) insertClean(it, table, size - 1, key, entries[e + 2]!, entries[e + 3]!);
  }
  if (oldTable !== small) it.memory.free(oldTable);
}

export function setContainsHash(it: Interp, s: Ptr, key: Ptr, lo: number, hi: number): boolean {
  return it.i32[lookKey(it, s, key, lo, hi)] !== 0;
}

/// Whether the key is in the set. Raises what hash and comparison raise.
export function setContains(it: Interp, s: Ptr, key: Ptr): boolean {
  const lo = hashKey(it, key, 'set element');
  return setContainsHash(it, s, key, lo, it.hashHigh);
}

/// Adds a key, borrowed; the first of equal keys stays (PySet_Add).
export function setAdd(it: Interp, s: Ptr, key: Ptr): void {
  const lo = hashKey(it, key, 'set element');
  setAddHash(it, s, key, lo, it.hashHigh);
}

/// CPython 3.14 set_add_entry
export function setAddHash(it: Interp, s: Ptr, key: Ptr, lo: number, hi: number): void {
  it.own(it.newRef(key));
  addHeld(it, s, key, lo, hi);
}

/// Adds a key as setAdd does, which takes it over (CPython 3.14 _PySet_AddTakeRef).
export function setAddTaking(it: Interp, s: Ptr, key: Ptr): void {
  const mark = it.held.length;
  it.own(key);
  try {
    const lo = hashKey(it, key, 'set element');
    addHeld(it, s, key, lo, it.hashHigh);
  } finally {
    it.unwind(mark);
  }
}

/// The key is the last of the held references, which the set takes over.
function addHeld(it: Interp, s: Ptr, key: Ptr, lo: number, hi: number): void {
  const i32 = it.i32;
  let e = lookKey(it, s, key, lo, hi);
  it.take();
  if (i32[e] !== 0) {
    it.decref(key);
    return;
  }
  const reused = passed !== 0;
  if (reused) e = passed;
  i32[e] = key;
  i32[e + 2] = lo;
  i32[e + 3] = hi;
  const used = i32[s + 6]! + 1;
  i32[s + 6] = used;
  if (it.recording) it.touch(s);
  if (reused) return;
  i32[s + 4] = i32[s + 4]! + 1;
  if (i32[s + 4]! * 5 >= i32[s + 8]! * 3) resizeTable(it, s, used > 50000 ? used * 2 : used * 4);
}

export function setDiscardHash(it: Interp, s: Ptr, key: Ptr, lo: number, hi: number): boolean {
  const i32 = it.i32;
  const e = lookKey(it, s, key, lo, hi);
  const found = i32[e]!;
  if (found === 0) return false;
  deleteEntry(it, s, e);
  it.decref(found);
  return true;
}

function deleteEntry(it: Interp, s: Ptr, e: Ptr): void {
  const i32 = it.i32;
  i32[e] = DELETED;
  i32[e + 2] = -1;
  i32[e + 3] = -1;
  i32[s + 6] = i32[s + 6]! - 1;
  if (it.recording) it.touch(s);
}

/// Removes a key; false if it was not there (PySet_Discard).
export function setDiscard(it: Interp, s: Ptr, key: Ptr): boolean {
  const lo = hashKey(it, key, 'set element');
  return setDiscardHash(it, s, key, lo, it.hashHigh);
}

/// Takes the entry after the one taken last time; the caller owns it. 0 if the set is empty (set_pop_impl).
export function setPop(it: Interp, s: Ptr): Ptr {
  const i32 = it.i32;
  if (i32[s + 6] === 0) return 0;
  const table = i32[s + 10]!;
  const mask = i32[s + 8]!;
  let i = i32[s + 14]! & mask;
  while (i32[table + ENTRY * i] === 0 || i32[table + ENTRY * i] === DELETED) i = i === mask ? 0 : i + 1;
  const key = i32[table + ENTRY * i]!;
  deleteEntry(it, s, table + ENTRY * i);
  i32[s + 14] = i + 1;
  return key;
}

/// Drops all keys in the order of the table, from a table that the set has let go of (set_clear_internal).
export function setClear(it: Interp, s: Ptr): void {
  const i32 = it.i32;
  const table = i32[s + 10]!;
  const entries = i32.slice(table, table + ENTRY * (i32[s + 8]! + 1));
  i32[s + 4] = 0;
  i32[s + 6] = 0;
  i32[s + 8] = MINSIZE - 1;
  i32[s + 10] = smallTable(s);
  i32[s + 12] = -1;
  i32[s + 13] = -1;
  i32.fill(0, s + 16, s + 48);
  if (it.recording) it.touch(s);
  const keys: Ptr[] = [];
  for (let e = 0; e < entries.length; e += ENTRY) if (entries[e] !== DELETED) keys.push(entries[e]!);
  dropInOrder(it, keys);
  if (table !== smallTable(s)) it.memory.free(table);
}

/// Adds all keys of another set (set_merge_lock_held).
function setMerge(it: Interp, s: Ptr, other: Ptr): void {
  const i32 = it.i32;
  const otherUsed = i32[other + 6]!;
  if (other === s || otherUsed === 0) return;
  if ((i32[s + 4]! + otherUsed) * 5 >= i32[s + 8]! * 3) resizeTable(it, s, (i32[s + 6]! + otherUsed) * 2);
  if (i32[s + 4] !== 0) {
    // Comparing keys may change the other set: look at its table anew each time.
    for (let i = 0; i <= i32[other + 8]!; i++) {
      const e = i32[other + 10]! + ENTRY * i;
      const key = i32[e]!;
      if (key !== 0 && key !== DELETED) setAddHash(it, s, key, i32[e + 2]!, i32[e + 3]!);
    }
    return;
  }
  const table = i32[s + 10]!;
  const from = i32[other + 10]!;
  const mask = i32[s + 8]!;
  if (mask === i32[other + 8] && i32[other + 4] === otherUsed) {
    i32.copyWithin(table, from, from + ENTRY * (mask + 1));
    for (let e = table; e <= table + ENTRY * mask; e += ENTRY) if (i32[e] !== 0) it.incref(i32[e]!);
  } else {
    for (let e = setNext(it, other, 0); e !== 0; e = setNext(it, other, e)) {
      insertClean(it, table, mask, it.newRef(i32[e]!), i32[e + 2]!, i32[e + 3]!);
    }
  }
  i32[s + 4] = otherUsed;
  i32[s + 6] = otherUsed;
  if (it.recording) it.touch(s);
}

/// Adds the items of anything iterable (set_update_internal).
export function setUpdate(it: Interp, s: Ptr, iterable: Ptr): void {
  if (isAnySet(it, iterable)) return setMerge(it, s, iterable);
  if (it.typeOf(iterable) !== it.types.dict) return iterate(it, iterable, item => setAdd(it, s, item));
  const size = dictSize(it, iterable);
  if ((it.i32[s + 4]! + size) * 5 >= it.i32[s + 8]! * 3) resizeTable(it, s, (it.i32[s + 6]! + size) * 2);
  forEachDictKey(it, iterable, (key, lo, hi) => setAddHash(it, s, key, lo, hi));
}

/// Makes `s` hold what `other`, a set that will be dropped, holds, and the other way round (set_swap_bodies).
export function setSwapBodies(it: Interp, s: Ptr, other: Ptr): void {
  const i32 = it.i32;
  const body = i32.slice(s + 4, s + 12);
  const small = i32.slice(s + 16, s + 48);
  const wasSmall = body[6] === smallTable(s);
  const otherWasSmall = i32[other + 10] === smallTable(other);
  i32.copyWithin(s + 4, other + 4, other + 12);
  i32.copyWithin(s + 16, other + 16, other + 48);
  i32.set(body, other + 4);
  i32.set(small, other + 16);
  if (otherWasSmall) i32[s + 10] = smallTable(s);
  if (wasSmall) i32[other + 10] = smallTable(other);
  i32[s + 12] = i32[s + 13] = i32[other + 12] = i32[other + 13] = -1;
  if (it.recording) {
    it.touch(s);
    it.touch(other);
  }
}

/// A new frozenset of borrowed items.
export function frozensetFrom(it: Interp, items: readonly Ptr[]): Ptr {
  const s = it.own(newSet(it, it.types.frozenset));
  for (const item of items) setAdd(it, s, item);
  return it.take();
}

/// Resizes the table if more than a quarter of it are deleted entries (set_difference_update_internal).
export function setShed(it: Interp, s: Ptr): void {
  const used = it.i32[s + 6]!;
  if (it.i32[s + 4]! - used <= it.i32[s + 8]! / 4) return;
  resizeTable(it, s, used > 50000 ? used * 2 : used * 4);
}
