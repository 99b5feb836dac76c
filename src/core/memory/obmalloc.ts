/// pymalloc on the simulated memory, CPython 3.14 Objects/obmalloc.c: arenas of 1 MiB are cut into
/// pools of 16 KiB, a pool into blocks of one of 32 size classes. Other requests go to RawMalloc.
///
/// A pool's bookkeeping is in its header in RAM; free blocks are linked through their first 8 bytes.
/// Arena objects are kept by the host. Arenas are taken from the top of the memory downwards, as by mmap
/// on Linux; the raw heap grows upwards from the reserved regions at the bottom.
import { type ArenaObject, ArenaTable } from './arena';
import { LIST_HEADS_END, initLists } from './gchead';
import { formatMallocStats } from './mallocstats';
import {
  ARENA_SHIFT,
  ARENA_SIZE,
  ARENA_WORDS,
  DUMMY_SIZE_IDX,
  MAX_POOLS_IN_ARENA,
  NB_SMALL_SIZE_CLASSES,
  POOL_ARENAINDEX,
  POOL_COUNT,
  POOL_FREEBLOCK,
  POOL_MASK,
  POOL_MAXNEXTOFFSET,
  POOL_NEXT,
  POOL_NEXTOFFSET,
  POOL_OVERHEAD,
  POOL_PREV,
  POOL_SIZE,
  POOL_SZIDX,
  POOL_WORDS,
  SMALL_REQUEST_THRESHOLD,
  USEDPOOLS,
  indexToSize,
  numBlocks,
  usedpool
} from './pool';
import type { Ptr, Ram } from './ram';
import { RawMalloc } from './rawmalloc';
import { validateAllocator } from './validate';

/// What the spare word of a free block's link holds. A live block may hold the same by chance.
export const FREED = 0x0ddba11;

/// Plain data for the memory map.
export interface PoolInfo {
  readonly ptr: Ptr;
  /// Size of its blocks in bytes; 0 for a pool that is empty or was never used.
  readonly blockBytes: number;
  readonly usedBlocks: number;
  readonly freeBlocks: number;
}

export interface ArenaInfo {
  readonly ptr: Ptr;
  readonly freePools: number;
  readonly pools: readonly PoolInfo[];
}

/// In bytes: blocks in use; what arenas reserve; requests that went to malloc. Of the pools: those with blocks in use, those
/// of which one block is, and those that are free within their arena.
export interface MemoryUsage {
  used: number;
  reserved: number;
  large: number;
  pools: number;
  pinnedPools: number;
  freePools: number;
}

/// What is kept for the time when memory has run out, at most: room for names, texts and the dicts that finalization copies.
const SPARE_WORDS = 1 << 16;

export class Allocator {
  private readonly i32: Int32Array;
  /// For each MiB of the memory: 0, or 1 + the index of the arena there (CPython: a radix tree).
  private readonly arenaMap: Uint16Array;
  /// Live blocks that the raw heap holds.
  private rawAllocatedBlocks = 0;
  readonly raw: RawMalloc;
  readonly table = new ArenaTable();

  /// `ram.bytes` is the memory limit. At its bottom lie usedpools and the collector's list heads.
  constructor(readonly ram: Ram) {
    this.i32 = ram.i32;
    this.arenaMap = new Uint16Array(ram.bytes >>> 20);
    this.raw = new RawMalloc(ram, LIST_HEADS_END, this.arenaMap.length * ARENA_WORDS);
    this.raw.spare = Math.min(SPARE_WORDS, ram.bytes >>> 7);
    for (let szidx = 0; szidx < NB_SMALL_SIZE_CLASSES; szidx++) {
      const pool = usedpool(szidx);
      this.i32[pool + POOL_NEXT] = pool;
      this.i32[pool + POOL_PREV] = pool;
    }
    initLists(this.i32);
  }

  /// Runs with what is kept of the memory, too: to tell that it has run out, and to end.
  withSpare<T>(work: () => T): T {
    const { spare } = this.raw;
    this.raw.spare = 0;
    try {
      return work();
    } finally {
      this.raw.spare = spare;
    }
  }

  /// A region of `bytes` zero bytes outside the allocators, 16-byte aligned, at the start of the memory.
  /// Only before the first `malloc`.
  reserve(bytes: number): Ptr {
    const ptr = this.raw.top;
    const end = ptr + (((bytes + 15) & ~15) >>> 2);
    if (end > this.raw.limit) throw new Error(`no room to reserve ${bytes} bytes`);
    this.raw.moveStart(end);
    return ptr;
  }

  /// 16-byte aligned memory of `bytes` bytes with stale content; 0 (NULL) when there is none.
  /// CPython 3.14 Objects/obmalloc.c _PyObject_Malloc, pymalloc_alloc
  malloc(bytes: number): Ptr {
    if (bytes > SMALL_REQUEST_THRESHOLD || bytes === 0) return this.rawMalloc(bytes);
    const i32 = this.i32;
    const szidx = (bytes - 1) >>> 4;
    const head = USEDPOOLS + szidx * 4;
    const pool = i32[head]!;
    if (pool === head - POOL_NEXT) {
      const block = this.allocateFromNewPool(szidx);
      return block !== 0 ? block : this.rawMalloc(bytes);
    }
    i32[pool] = i32[pool]! + 1;
    const block = i32[pool + POOL_FREEBLOCK]!;
    const next = i32[block]!;
    i32[pool + POOL_FREEBLOCK] = next;
    if (next === 0) this.poolExtend(pool, szidx);
    return block;
  }

  /// Frees what malloc or realloc returned; nothing for 0.
  /// CPython 3.14 Objects/obmalloc.c _PyObject_Free, pymalloc_free
  free(ptr: Ptr): void {
    if (this.arenaMap[ptr >>> ARENA_SHIFT] === 0) {
      this.rawFree(ptr);
      return;
    }
    const i32 = this.i32;
    const pool = ptr & POOL_MASK;
    const lastfree = i32[pool + POOL_FREEBLOCK]!;
    i32[ptr] = lastfree;
    i32[ptr + 1] = FREED;
    i32[pool + POOL_FREEBLOCK] = ptr;
    const count = i32[pool]! - 1;
    i32[pool] = count;
    // A pool that was full is in no list until now. (No pool is full with a single block.)
    if (lastfree === 0) this.insertToUsedpool(pool);
    else if (count === 0) this.insertToFreepool(pool);
  }

  /// 0, and `ptr` untouched, when there is no memory. A block shrunk to more than 3/4 of its size stays.
  /// CPython 3.14 Objects/obmalloc.c _PyObject_Realloc, pymalloc_realloc
  realloc(ptr: Ptr, bytes: number): Ptr {
    if (ptr === 0) return this.malloc(bytes);
    if (this.arenaMap[ptr >>> ARENA_SHIFT] === 0) return this.raw.realloc(ptr, bytes);
    let size = indexToSize(this.i32[(ptr & POOL_MASK) + POOL_SZIDX]!);
    if (bytes <= size) {
      if (4 * bytes > 3 * size) return ptr;
      size = bytes;
    }
    const moved = this.malloc(bytes);
    if (moved !== 0) {
      this.ram.u8.copyWithin(moved * 4, ptr * 4, ptr * 4 + size);
      this.free(ptr);
    }
    return moved;
  }

  /// sys.getallocatedblocks(). CPython 3.14 Objects/obmalloc.c _Py_GetGlobalAllocatedBlocks
  get allocatedBlocks(): number {
    let blocks = this.rawAllocatedBlocks;
    for (const arena of this.table.allocated()) {
      for (let pool = arena.base; pool < arena.poolAddress; pool += POOL_WORDS) blocks += this.i32[pool]!;
    }
    return blocks;
  }

  /// Bytes of the blocks handed out, rounded up as they are.
  get bytesInUse(): number {
    let bytes = this.raw.liveBytes;
    for (const arena of this.arenas()) {
      for (const pool of arena.pools) bytes += pool.usedBlocks * pool.blockBytes;
    }
    return bytes;
  }

  /// In figures what `arenas` tells, and `allocatedBlocks`; it is asked at each step of a recording. `onPool` gets each pool in use.
  usage(onPool?: (pool: Ptr, blocks: number, sizeIndex: number) => void): MemoryUsage & { readonly blocks: number } {
    const { i32 } = this;
    const usage = { blocks: this.rawAllocatedBlocks, used: 0, reserved: this.table.narenasCurrentlyAllocated * ARENA_SIZE, large: this.raw.liveBytes, pools: 0, pinnedPools: 0, freePools: 0 };
    for (const arena of this.table.allocated()) {
      usage.freePools += arena.nfreepools;
      for (let pool = arena.base; pool < arena.poolAddress; pool += POOL_WORDS) {
        const blocks = i32[pool]!;
        if (blocks === 0) continue;
        usage.blocks += blocks;
        onPool?.(pool, blocks, i32[pool + POOL_SZIDX]!);
        usage.used += blocks * indexToSize(i32[pool + POOL_SZIDX]!);
        usage.pools++;
        if (blocks === 1) usage.pinnedPools++;
      }
    }
    return usage;
  }

  /// Whether `ptr` is the start of a block handed out and not freed. `ptr` may be any pointer.
  isBlockLive(ptr: Ptr): boolean {
    const i32 = this.i32;
    const arenaindex = (this.arenaMap[ptr >>> ARENA_SHIFT] ?? 0) - 1;
    if (arenaindex < 0) return this.raw.isLive(ptr);
    const pool = ptr & POOL_MASK;
    if (pool >= this.table.arenas[arenaindex]!.poolAddress || i32[pool] === 0) return false;
    const offset = (ptr - pool) * 4;
    if (offset < POOL_OVERHEAD || offset >= i32[pool + POOL_NEXTOFFSET]!) return false;
    if ((offset - POOL_OVERHEAD) % indexToSize(i32[pool + POOL_SZIDX]!) !== 0) return false;
    // Every block of the free list has the mark, so the list is walked only to confirm it.
    if (i32[ptr + 1] !== FREED) return true;
    for (let block = i32[pool + POOL_FREEBLOCK]!; block !== 0; block = i32[block]!) {
      if (block === ptr) return false;
    }
    return true;
  }

  /// The start of the block in a pool that `ptr` points into, live or not; 0 if it is in none.
  blockOf(ptr: Ptr): Ptr {
    const arenaindex = (this.arenaMap[ptr >>> ARENA_SHIFT] ?? 0) - 1;
    const pool = ptr & POOL_MASK;
    if (arenaindex < 0 || pool >= this.table.arenas[arenaindex]!.poolAddress || this.i32[pool] === 0) return 0;
    const size = indexToSize(this.i32[pool + POOL_SZIDX]!);
    const offset = (ptr - pool) * 4 - POOL_OVERHEAD;
    return offset < 0 ? 0 : pool + (POOL_OVERHEAD + offset - (offset % size)) / 4;
  }

  /// Bytes that may be used at a live block.
  blockSize(ptr: Ptr): number {
    if (this.arenaMap[ptr >>> ARENA_SHIFT] === 0) return this.raw.usableSize(ptr);
    return indexToSize(this.i32[(ptr & POOL_MASK) + POOL_SZIDX]!);
  }

  /// The arenas by index, each with all its pools by address.
  arenas(): ArenaInfo[] {
    return this.table.allocated().map((arena) => ({
      ptr: arena.base,
      freePools: arena.nfreepools,
      pools: Array.from({ length: MAX_POOLS_IN_ARENA }, (_, i) => this.poolInfo(arena, arena.base + i * POOL_WORDS))
    }));
  }

  /// What sys._debugmallocstats() prints about pymalloc.
  debugMallocStats(): string {
    return formatMallocStats(this.arenas(), this.table);
  }

  /// Throws when the bookkeeping contradicts itself. Walks everything; for tests.
  validate(): void {
    validateAllocator(this.ram, this.table);
    this.raw.validate();
  }

  private poolInfo(arena: ArenaObject, pool: Ptr): PoolInfo {
    const usedBlocks = pool < arena.poolAddress ? this.i32[pool + POOL_COUNT]! : 0;
    if (usedBlocks === 0) return { ptr: pool, blockBytes: 0, usedBlocks: 0, freeBlocks: 0 };
    const szidx = this.i32[pool + POOL_SZIDX]!;
    return { ptr: pool, blockBytes: indexToSize(szidx), usedBlocks, freeBlocks: numBlocks(szidx) - usedBlocks };
  }

  private rawMalloc(bytes: number): Ptr {
    const ptr = this.raw.malloc(bytes);
    if (ptr !== 0) this.rawAllocatedBlocks++;
    return ptr;
  }

  private rawFree(ptr: Ptr): void {
    if (ptr === 0) return;
    this.raw.free(ptr);
    this.rawAllocatedBlocks--;
  }

  /// The pool's free list is used up: links in one more block, or takes the full pool out of usedpools.
  /// CPython 3.14 Objects/obmalloc.c pymalloc_pool_extend
  private poolExtend(pool: Ptr, szidx: number): void {
    const i32 = this.i32;
    const nextoffset = i32[pool + POOL_NEXTOFFSET]!;
    if (nextoffset <= i32[pool + POOL_MAXNEXTOFFSET]!) {
      this.endFreeList(pool, pool + (nextoffset >>> 2));
      i32[pool + POOL_NEXTOFFSET] = nextoffset + ((szidx + 1) << 4);
      return;
    }
    this.unlinkPool(pool);
  }

  /// Makes the only free block of the pool `block`.
  private endFreeList(pool: Ptr, block: Ptr): void {
    const i32 = this.i32;
    i32[pool + POOL_FREEBLOCK] = block;
    i32[block] = 0;
    i32[block + 1] = FREED;
  }

  /// CPython 3.14 Objects/obmalloc.c allocate_from_new_pool
  private allocateFromNewPool(szidx: number): Ptr {
    const i32 = this.i32;
    const arena = this.table.usable ?? this.newArena();
    if (arena === undefined) return 0;
    let pool = arena.freepools;
    if (pool !== 0) {
      arena.freepools = i32[pool + POOL_NEXT]!;
    } else {
      pool = arena.poolAddress;
      i32[pool + POOL_ARENAINDEX] = arena.index;
      i32[pool + POOL_SZIDX] = DUMMY_SIZE_IDX;
      arena.poolAddress = pool + POOL_WORDS;
    }
    this.table.poolTaken(arena);

    const head = usedpool(szidx);
    i32[pool + POOL_NEXT] = head;
    i32[pool + POOL_PREV] = head;
    i32[head + POOL_NEXT] = pool;
    i32[head + POOL_PREV] = pool;
    i32[pool + POOL_COUNT] = 1;
    // A pool that last held the same class keeps its header and its free list, so blocks come
    // back in the order in which they were freed, not in address order.
    if (i32[pool + POOL_SZIDX] === szidx) {
      const block = i32[pool + POOL_FREEBLOCK]!;
      i32[pool + POOL_FREEBLOCK] = i32[block]!;
      return block;
    }
    const size = indexToSize(szidx);
    const block = pool + POOL_OVERHEAD / 4;
    i32[pool + POOL_SZIDX] = szidx;
    i32[pool + POOL_NEXTOFFSET] = POOL_OVERHEAD + size * 2;
    i32[pool + POOL_MAXNEXTOFFSET] = POOL_SIZE - size;
    this.endFreeList(pool, block + size / 4);
    return block;
  }

  /// Maps the highest free MiB above the raw heap, as mmap does; undefined when there is none.
  private newArena(): ArenaObject | undefined {
    const place = this.arenaMap.lastIndexOf(0);
    const base = place * ARENA_WORDS;
    if (base < this.raw.end + this.raw.spare) return undefined;
    const arena = this.table.add(base);
    this.arenaMap[place] = 1 + arena.index;
    this.raw.limit = Math.min(this.raw.limit, base);
    return arena;
  }

  /// Puts a pool that was full at the front of its usedpools list. CPython 3.14 insert_to_usedpool
  private insertToUsedpool(pool: Ptr): void {
    const i32 = this.i32;
    const next = i32[usedpool(i32[pool + POOL_SZIDX]!) + POOL_NEXT]!;
    const prev = i32[next + POOL_PREV]!;
    i32[pool + POOL_NEXT] = next;
    i32[pool + POOL_PREV] = prev;
    i32[next + POOL_PREV] = pool;
    i32[prev + POOL_NEXT] = pool;
  }

  private unlinkPool(pool: Ptr): void {
    const i32 = this.i32;
    const next = i32[pool + POOL_NEXT]!;
    const prev = i32[pool + POOL_PREV]!;
    i32[next + POOL_PREV] = prev;
    i32[prev + POOL_NEXT] = next;
  }

  /// Gives an empty pool back to its arena, and the arena back if it was the last pool in use.
  /// CPython 3.14 Objects/obmalloc.c insert_to_freepool
  private insertToFreepool(pool: Ptr): void {
    this.unlinkPool(pool);
    const arena = this.table.arenas[this.i32[pool + POOL_ARENAINDEX]!]!;
    this.i32[pool + POOL_NEXT] = arena.freepools;
    arena.freepools = pool;
    const place = arena.base >>> ARENA_SHIFT;
    if (!this.table.poolFreed(arena)) return;
    this.arenaMap[place] = 0;
    const lowest = this.arenaMap.findIndex((index) => index !== 0);
    this.raw.limit = lowest * ARENA_WORDS;
  }
}
