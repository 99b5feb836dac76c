/// Where the objects of the picture lie: arenas of 1 MiB, pools of 16 KiB in them, blocks of one
/// size in each pool. The trace tells how many blocks of each pool are in use, and of the pools with shown
/// objects, as long as it is short, which ones. CPython Include/internal/pycore_obmalloc.h

import type { PoolUse } from '../core/trace/poolsteps';
import type { HeapObject, HeapState } from './state';
import { statusOf } from './status';
import type { BoxStatus } from './status';

const ARENA_BYTES = 1024 * 1024;
export const POOL_BYTES = 16 * 1024;
const POOLS = ARENA_BYTES / POOL_BYTES;
/// `struct pool_header`, rounded up.
const POOL_HEADER = 48;
/// Larger requests go to malloc.
const SMALL_REQUEST = 512;
const ALIGNMENT = 16;

export interface Block {
  readonly serial: number;
  readonly index: number;
  readonly status: BoxStatus;
}

export interface Pool {
  /// Its number within the arena, and its address.
  readonly index: number;
  readonly address: number;
  /// Size class in bytes; all blocks of a pool have it.
  readonly blockSize: number;
  readonly blocks: readonly Block[];
  readonly capacity: number;
  /// Blocks in use, hidden ones too; undefined = not told.
  readonly used: number | undefined;
  /// Blocks in use that hold nothing shown, in order; undefined = not told.
  readonly others: readonly number[] | undefined;
}

export interface Arena {
  readonly address: number;
  readonly pools: readonly Pool[];
  readonly poolCount: number;
}

export interface MemoryMap {
  readonly arenas: readonly Arena[];
  /// Objects too large for pymalloc.
  readonly large: readonly Block[];
  /// Bytes of blocks that hold shown objects: alive, garbage; and freed ones whose tombstone stands.
  readonly bytes: { readonly live: number; readonly garbage: number; readonly freed: number };
}

/// `uses`: the pools in use, and `told`: the blocks in use in pools with shown objects, as far as the trace tells.
export function memoryMap(state: HeapState, garbage: ReadonlySet<number>, uses?: ReadonlyMap<number, PoolUse>, told?: ReadonlyMap<number, ReadonlySet<number>>): MemoryMap {
  const pools = new Map<number, { size: number; blocks: Block[] }>();
  for (const [address, { blockSize }] of uses ?? []) {
    pools.set(address, { size: blockSize, blocks: [] });
  }
  const large: Block[] = [];
  const bytes = { live: 0, garbage: 0, freed: 0 };
  for (const object of state.objects.values()) {
    const status = statusOf(object, garbage);
    bytes[status === 'garbage' ? 'garbage' : status === 'freed' ? 'freed' : 'live'] += object.size;
    if (object.size > SMALL_REQUEST) {
      large.push({ serial: object.serial, index: large.length, status });
      continue;
    }
    const size = Math.max(ALIGNMENT, Math.ceil(object.size / ALIGNMENT) * ALIGNMENT);
    const address = Math.floor(object.address / POOL_BYTES) * POOL_BYTES;
    let pool = pools.get(address);
    if (pool === undefined) {
      pools.set(address, (pool = { size, blocks: [] }));
    }
    pool.blocks.push({ serial: object.serial, index: blockIndex(object, address, pool.size), status });
  }
  const arenas = new Map<number, Pool[]>();
  for (const [address, { size, blocks }] of [...pools].sort((a, b) => a[0] - b[0])) {
    const base = Math.floor(address / ARENA_BYTES) * ARENA_BYTES;
    const capacity = Math.floor((POOL_BYTES - POOL_HEADER) / size);
    const used = uses === undefined ? undefined : (uses.get(address)?.used ?? 0);
    const pool: Pool = {
      index: (address - base) / POOL_BYTES, address, blockSize: size, capacity, blocks: blocks.sort((a, b) => a.index - b.index), used,
      others: blocks.length === 0 ? undefined : othersOf(blocks, used === capacity ? Array.from({ length: capacity }, (_, i) => i) : told?.get(address))
    };
    const list = arenas.get(base);
    if (list === undefined) {
      arenas.set(base, [pool]);
    } else {
      list.push(pool);
    }
  }
  return { arenas: [...arenas].map(([address, list]) => ({ address, pools: list, poolCount: POOLS })), large, bytes };
}

/// Of the numbers of blocks in use, those of no shown object.
function othersOf(blocks: readonly Block[], inUse: Iterable<number> | undefined): readonly number[] | undefined {
  if (inUse === undefined) {
    return undefined;
  }
  const shown = new Set(blocks.map(({ index }) => index));
  return [...inUse].filter((index) => !shown.has(index)).sort((a, b) => a - b);
}

/// The block an object lies in; its header may make the object start within the block.
function blockIndex(object: HeapObject, pool: number, size: number): number {
  return Math.max(0, Math.floor((object.address - pool - POOL_HEADER) / size));
}
