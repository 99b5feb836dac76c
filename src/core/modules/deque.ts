/// Deques: storage. CPython 3.14 Modules/_collectionsmodule.c; the type is in dequetype.ts.
///
/// dequeobject: ob_size at p + 4, leftblock at p + 6, rightblock at p + 8, leftindex at p + 10, rightindex at p + 12,
/// state at p + 14 (counts changes), maxlen at p + 16 (-1 = none), numfreeblocks at p + 18, freeblocks[16] from p + 20,
/// weakreflist at p + 52. A block: leftlink at b, data[64] from b + 2, rightlink at b + 130.
import { fillWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { getIter, iterNext } from '../objects/abstract';
import { dropInOrder } from '../objects/dropping';
import type { Interp } from '../objects/interp';
import { listFromIterable } from '../objects/list';
import type { TypeObject, Visitor } from '../objects/typeobject';

export const DEQUE_BYTES = 216;
export const DEQUE_WEAKLIST = 208;

export const BLOCKLEN = 64;
const CENTER = (BLOCKLEN - 1) >> 1;
const BLOCK_BYTES = (BLOCKLEN + 2) * 8;
const MAXFREEBLOCKS = 16;
export const RIGHTLINK = 2 + 2 * BLOCKLEN;

const Deque = { SIZE: 4, LEFTBLOCK: 6, RIGHTBLOCK: 8, LEFTINDEX: 10, RIGHTINDEX: 12, STATE: 14, MAXLEN: 16, NUMFREE: 18, FREE: 20 } as const;

export const dequeSize = (it: Interp, d: Ptr): number => it.i32[d + Deque.SIZE]!;
export const dequeMaxlen = (it: Interp, d: Ptr): number => it.i32[d + Deque.MAXLEN]!;
export const dequeState = (it: Interp, d: Ptr): number => it.i32[d + Deque.STATE]!;

/// The word of an item: a block and an index in it. Owned by whoever walks.
export interface DequePlace {
  block: Ptr;
  index: number;
}

export const itemAt = (it: Interp, block: Ptr, index: number): Ptr => it.i32[block + 2 + 2 * index]!;

export const firstPlace = (it: Interp, d: Ptr): DequePlace => ({ block: it.i32[d + Deque.LEFTBLOCK]!, index: it.i32[d + Deque.LEFTINDEX]! });
export const lastPlace = (it: Interp, d: Ptr): DequePlace => ({ block: it.i32[d + Deque.RIGHTBLOCK]!, index: it.i32[d + Deque.RIGHTINDEX]! });

export function stepRight(it: Interp, place: DequePlace): void {
  if (++place.index < BLOCKLEN) return;
  place.block = it.i32[place.block + RIGHTLINK]!;
  place.index = 0;
}

function stepLeft(it: Interp, place: DequePlace): void {
  if (--place.index >= 0) return;
  place.block = it.i32[place.block]!;
  place.index = BLOCKLEN - 1;
}

/// A block, from the deque's own free ones if there are some; 0 = no memory (newblock).
function newBlock(it: Interp, d: Ptr): Ptr {
  const i32 = it.i32;
  const free = i32[d + Deque.NUMFREE]!;
  if (free > 0) {
    i32[d + Deque.NUMFREE] = free - 1;
    return i32[d + Deque.FREE + 2 * (free - 1)]!;
  }
  const b = it.memory.malloc(BLOCK_BYTES);
  if (b !== 0) fillWords(i32, 0, b, b + (BLOCK_BYTES >> 2));
  return b;
}

function freeBlock(it: Interp, d: Ptr, b: Ptr): void {
  const i32 = it.i32;
  const free = i32[d + Deque.NUMFREE]!;
  if (free < MAXFREEBLOCKS) {
    i32[d + Deque.FREE + 2 * free] = b;
    i32[d + Deque.NUMFREE] = free + 1;
  } else {
    it.memory.free(b);
  }
}

/// Makes the deque empty around a block (deque_new, deque_clear).
function setEmpty(it: Interp, d: Ptr, b: Ptr): void {
  const i32 = it.i32;
  i32[d + Deque.SIZE] = 0;
  i32[d + Deque.LEFTBLOCK] = b;
  i32[d + Deque.RIGHTBLOCK] = b;
  center(it, d);
}

function center(it: Interp, d: Ptr): void {
  it.i32[d + Deque.LEFTINDEX] = CENTER + 1;
  it.i32[d + Deque.RIGHTINDEX] = CENTER;
}

/// An empty deque of the type without a limit; tracked by the caller.
export function allocDeque(it: Interp, type: TypeObject): Ptr {
  const d = it.own(it.allocInstance(type, DEQUE_BYTES));
  it.i32[d + Deque.MAXLEN] = -1;
  const b = newBlock(it, d);
  if (b === 0) it.noMemory();
  setEmpty(it, d, b);
  return it.take();
}

export function setMaxlen(it: Interp, d: Ptr, maxlen: number): void {
  it.i32[d + Deque.MAXLEN] = maxlen;
}

function changed(it: Interp, d: Ptr): void {
  it.i32[d + Deque.STATE] = it.i32[d + Deque.STATE]! + 1;
  if (it.recording) it.touch(d);
}

const emptyError = (it: Interp): never => it.raise(it.types.IndexError, 'pop from an empty deque');

/// Takes the last item out; the caller owns it (deque_pop).
export function dequePop(it: Interp, d: Ptr): Ptr {
  const i32 = it.i32;
  const size = i32[d + Deque.SIZE]! - 1;
  if (size < 0) emptyError(it);
  const b = i32[d + Deque.RIGHTBLOCK]!;
  const index = i32[d + Deque.RIGHTINDEX]!;
  const item = itemAt(it, b, index);
  i32[d + Deque.RIGHTINDEX] = index - 1;
  i32[d + Deque.SIZE] = size;
  changed(it, d);
  if (index > 0) return item;
  if (size > 0) {
    i32[d + Deque.RIGHTBLOCK] = i32[b]!;
    i32[d + Deque.RIGHTINDEX] = BLOCKLEN - 1;
    freeBlock(it, d, b);
  } else {
    center(it, d);
  }
  return item;
}

/// Takes the first item out; the caller owns it (deque_popleft).
export function dequePopLeft(it: Interp, d: Ptr): Ptr {
  const i32 = it.i32;
  const size = i32[d + Deque.SIZE]! - 1;
  if (size < 0) emptyError(it);
  const b = i32[d + Deque.LEFTBLOCK]!;
  const index = i32[d + Deque.LEFTINDEX]!;
  const item = itemAt(it, b, index);
  i32[d + Deque.LEFTINDEX] = index + 1;
  i32[d + Deque.SIZE] = size;
  changed(it, d);
  if (index + 1 < BLOCKLEN) return item;
  if (size > 0) {
    i32[d + Deque.LEFTBLOCK] = i32[b + RIGHTLINK]!;
    i32[d + Deque.LEFTINDEX] = 0;
    freeBlock(it, d, b);
  } else {
    center(it, d);
  }
  return item;
}

/// Links a new block behind the last one (before the first one); steals nothing, but drops `item` without memory.
function addBlockRight(it: Interp, d: Ptr, item: Ptr): void {
  const i32 = it.i32;
  const b = newBlock(it, d);
  if (b === 0) {
    it.own(item);
    it.noMemory();
  }
  const last = i32[d + Deque.RIGHTBLOCK]!;
  i32[b] = last;
  i32[last + RIGHTLINK] = b;
  i32[d + Deque.RIGHTBLOCK] = b;
  i32[d + Deque.RIGHTINDEX] = -1;
}

function addBlockLeft(it: Interp, d: Ptr, item: Ptr): void {
  const i32 = it.i32;
  const b = newBlock(it, d);
  if (b === 0) {
    it.own(item);
    it.noMemory();
  }
  const first = i32[d + Deque.LEFTBLOCK]!;
  i32[b + RIGHTLINK] = first;
  i32[first] = b;
  i32[d + Deque.LEFTBLOCK] = b;
  i32[d + Deque.LEFTINDEX] = BLOCKLEN;
}

/// Appends an item; steals the reference. A full deque loses its first one (deque_append_internal).
export function dequeAppendSteal(it: Interp, d: Ptr, item: Ptr): void {
  const i32 = it.i32;
  if (i32[d + Deque.RIGHTINDEX] === BLOCKLEN - 1) addBlockRight(it, d, item);
  const size = i32[d + Deque.SIZE]! + 1;
  const index = i32[d + Deque.RIGHTINDEX]! + 1;
  i32[d + Deque.SIZE] = size;
  i32[d + Deque.RIGHTINDEX] = index;
  i32[i32[d + Deque.RIGHTBLOCK]! + 2 + 2 * index] = item;
  const maxlen = i32[d + Deque.MAXLEN]!;
  if (maxlen >= 0 && maxlen < size) it.decref(dequePopLeft(it, d));
  else changed(it, d);
}

/// The same at the left end (deque_appendleft_internal).
export function dequeAppendLeftSteal(it: Interp, d: Ptr, item: Ptr): void {
  const i32 = it.i32;
  if (i32[d + Deque.LEFTINDEX] === 0) addBlockLeft(it, d, item);
  const size = i32[d + Deque.SIZE]! + 1;
  const index = i32[d + Deque.LEFTINDEX]! - 1;
  i32[d + Deque.SIZE] = size;
  i32[d + Deque.LEFTINDEX] = index;
  i32[i32[d + Deque.LEFTBLOCK]! + 2 + 2 * index] = item;
  const maxlen = i32[d + Deque.MAXLEN]!;
  if (maxlen >= 0 && maxlen < size) it.decref(dequePop(it, d));
  else changed(it, d);
}

/// Appends the items of anything iterable at one end (deque_extend, deque_extendleft).
export function dequeExtend(it: Interp, d: Ptr, iterable: Ptr, left = false): void {
  if (iterable === d) {
    const list = it.own(listFromIterable(it, iterable));
    dequeExtend(it, d, list, left);
    it.drop();
    return;
  }
  const iterator = it.own(getIter(it, iterable));
  if (dequeMaxlen(it, d) === 0) {
    for (let item = iterNext(it, iterator); item !== 0; item = iterNext(it, iterator)) it.decref(item);
  } else {
    if (dequeSize(it, d) === 0) {
      it.i32[d + Deque.LEFTINDEX] = left ? BLOCKLEN - 1 : 1;
      it.i32[d + Deque.RIGHTINDEX] = left ? BLOCKLEN - 2 : 0;
    }
    const append = left ? dequeAppendLeftSteal : dequeAppendSteal;
    for (let item = iterNext(it, iterator); item !== 0; item = iterNext(it, iterator)) append(it, d, item);
  }
  it.drop();
}

/// All items as an array, borrowed.
export function dequeItems(it: Interp, d: Ptr): Ptr[] {
  const place = firstPlace(it, d);
  const items = new Array<Ptr>(dequeSize(it, d));
  for (let i = 0; i < items.length; i++, stepRight(it, place)) items[i] = itemAt(it, place.block, place.index);
  return items;
}

/// Empties the deque, then drops the items from the first to the last (deque_clear).
export function dequeClear(it: Interp, d: Ptr): void {
  const i32 = it.i32;
  if (dequeSize(it, d) === 0) return;
  const items = dequeItems(it, d);
  let block = i32[d + Deque.LEFTBLOCK]!;
  const last = i32[d + Deque.RIGHTBLOCK]!;
  const fresh = newBlock(it, d);
  if (fresh === 0) {
    while (dequeSize(it, d) > 0) it.decref(dequePop(it, d));
    return;
  }
  setEmpty(it, d, fresh);
  changed(it, d);
  dropInOrder(it, items);
  for (;;) {
    const next = i32[block + RIGHTLINK]!;
    freeBlock(it, d, block);
    if (block === last) return;
    block = next;
  }
}

/// Gives the memory of an empty deque back.
export function freeBlocks(it: Interp, d: Ptr): void {
  const i32 = it.i32;
  it.memory.free(i32[d + Deque.LEFTBLOCK]!);
  for (let i = 0; i < i32[d + Deque.NUMFREE]!; i++) it.memory.free(i32[d + Deque.FREE + 2 * i]!);
  i32[d + Deque.NUMFREE] = 0;
}

export function traverseDeque(it: Interp, d: Ptr, visitor: Visitor): void {
  const place = firstPlace(it, d);
  for (let n = dequeSize(it, d); n > 0; n--, stepRight(it, place)) visitor.visit(itemAt(it, place.block, place.index));
}

/// The place of the item at `index`, in range.
export function placeOf(it: Interp, d: Ptr, index: number): DequePlace {
  const size = dequeSize(it, d);
  if (index < size >> 1) {
    const place = firstPlace(it, d);
    let at = place.index + index;
    for (; at >= BLOCKLEN; at -= BLOCKLEN) place.block = it.i32[place.block + RIGHTLINK]!;
    place.index = at;
    return place;
  }
  const place = lastPlace(it, d);
  let at = place.index - (size - 1 - index);
  for (; at < 0; at += BLOCKLEN) place.block = it.i32[place.block]!;
  place.index = at;
  return place;
}

/// Replaces the item at `index`, in range; the new one is borrowed (deque_ass_item).
export function dequeSetItem(it: Interp, d: Ptr, index: number, item: Ptr): void {
  const { block, index: at } = placeOf(it, d, index);
  const old = itemAt(it, block, at);
  it.i32[block + 2 + 2 * at] = it.newRef(item);
  if (it.recording) it.touch(d);
  it.decref(old);
}

/// sys.getsizeof's part beyond the structure (deque_sizeof).
export const blocksBytes = (it: Interp, d: Ptr): number =>
  Math.floor((it.i32[d + Deque.LEFTINDEX]! + dequeSize(it, d) + BLOCKLEN - 1) / BLOCKLEN) * BLOCK_BYTES;

/// Moves `n` items from the right end to the left one, or the other way (_deque_rotate).
export function dequeRotate(it: Interp, d: Ptr, n: number): void {
  const i32 = it.i32;
  const size = dequeSize(it, d);
  const half = size >> 1;
  if (size <= 1) return;
  if (n > half || n < -half) {
    n %= size;
    if (n > half) n -= size;
    else if (n < -half) n += size;
  }
  changed(it, d);
  const right = n > 0;
  for (let left = Math.abs(n); left > 0;) {
    if (right && i32[d + Deque.LEFTINDEX] === 0) addBlockLeft(it, d, it.singletons.none);
    if (!right && i32[d + Deque.RIGHTINDEX] === BLOCKLEN - 1) addBlockRight(it, d, it.singletons.none);
    const leftBlock = i32[d + Deque.LEFTBLOCK]!;
    const rightBlock = i32[d + Deque.RIGHTBLOCK]!;
    const leftIndex = i32[d + Deque.LEFTINDEX]!;
    const rightIndex = i32[d + Deque.RIGHTINDEX]!;
    const moved = right ? Math.min(left, rightIndex + 1, leftIndex) : Math.min(left, BLOCKLEN - leftIndex, BLOCKLEN - 1 - rightIndex);
    const from = right ? rightBlock + 2 + 2 * (rightIndex + 1 - moved) : leftBlock + 2 + 2 * leftIndex;
    const to = right ? leftBlock + 2 + 2 * (leftIndex - moved) : rightBlock + 2 + 2 * (rightIndex + 1);
    i32.copyWithin(to, from, from + 2 * moved);
    i32[d + Deque.LEFTINDEX] = leftIndex + (right ? -moved : moved);
    i32[d + Deque.RIGHTINDEX] = rightIndex + (right ? -moved : moved);
    left -= moved;
    if (right && i32[d + Deque.RIGHTINDEX]! < 0) {
      freeBlock(it, d, rightBlock);
      i32[d + Deque.RIGHTBLOCK] = i32[rightBlock]!;
      i32[d + Deque.RIGHTINDEX] = BLOCKLEN - 1;
    } else if (!right && i32[d + Deque.LEFTINDEX] === BLOCKLEN) {
      freeBlock(it, d, leftBlock);
      i32[d + Deque.LEFTBLOCK] = i32[leftBlock + RIGHTLINK]!;
      i32[d + Deque.LEFTINDEX] = 0;
    }
  }
}

/// Deletes the item at `index`, in range (deque_del_item).
export function dequeDelItem(it: Interp, d: Ptr, index: number): void {
  dequeRotate(it, d, -index);
  const item = dequePopLeft(it, d);
  dequeRotate(it, d, index);
  it.decref(item);
}

export function dequeReverse(it: Interp, d: Ptr): void {
  const i32 = it.i32;
  const low = firstPlace(it, d);
  const high = lastPlace(it, d);
  for (let n = dequeSize(it, d) >> 1; n > 0; n--, stepRight(it, low), stepLeft(it, high)) {
    const a = low.block + 2 + 2 * low.index;
    const b = high.block + 2 + 2 * high.index;
    const item = i32[a]!;
    i32[a] = i32[b]!;
    i32[b] = item;
  }
  if (it.recording) it.touch(d);
}
