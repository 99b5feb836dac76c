/// Sizes and the pool header of pymalloc. CPython 3.14 Include/internal/pycore_obmalloc.h
import type { Ptr } from './ram';

/// Bytes.
export const ARENA_SIZE = 1 << 20;
export const POOL_SIZE = 1 << 14;
export const POOL_OVERHEAD = 48;
export const ALIGNMENT = 16;
export const SMALL_REQUEST_THRESHOLD = 512;

export const NB_SMALL_SIZE_CLASSES = SMALL_REQUEST_THRESHOLD / ALIGNMENT;
export const MAX_POOLS_IN_ARENA = ARENA_SIZE / POOL_SIZE;

/// The same in words.
export const ARENA_WORDS = ARENA_SIZE / 4;
export const POOL_WORDS = POOL_SIZE / 4;
/// `ptr >>> ARENA_SHIFT` numbers the MiB that `ptr` lies in; `ptr & POOL_MASK` is its pool.
export const ARENA_SHIFT = 18;
export const POOL_MASK = -POOL_WORDS;

/// Words from a pool's start to the fields of `struct pool_header`.
export const POOL_COUNT = 0;
export const POOL_FREEBLOCK = 2;
export const POOL_NEXT = 4;
export const POOL_PREV = 6;
export const POOL_ARENAINDEX = 8;
export const POOL_SZIDX = 9;
/// Bytes from the pool's start to the first block never linked into the free list, and the last value of it
/// at which another block fits.
export const POOL_NEXTOFFSET = 10;
export const POOL_MAXNEXTOFFSET = 11;

/// `szidx` of a pool that never held blocks.
export const DUMMY_SIZE_IDX = 0xffff;

/// Word index of the array `usedpools`: for each size class a `nextpool` and a `prevpool`. As in
/// CPython, the pool header that would begin 16 bytes before an entry has only these two real fields.
export const USEDPOOLS: Ptr = 16;
/// First word after it.
export const USEDPOOLS_END: Ptr = USEDPOOLS + NB_SMALL_SIZE_CLASSES * 4;

export const usedpool = (szidx: number): Ptr => USEDPOOLS + szidx * 4 - POOL_NEXT;

/// Block size of a class in bytes, and how many blocks a pool of that class has.
export const indexToSize = (szidx: number): number => (szidx + 1) * ALIGNMENT;
export const numBlocks = (szidx: number): number => Math.floor((POOL_SIZE - POOL_OVERHEAD) / indexToSize(szidx));
