/// Checks pymalloc's structures against each other, as the assertions of a debug build do.
import type { ArenaObject, ArenaTable } from './arena';
import {
  ARENA_WORDS,
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
  indexToSize,
  numBlocks,
  usedpool
} from './pool';
import type { Ptr, Ram } from './ram';

const check = (condition: boolean, message: string): void => {
  if (!condition) throw new Error(message);
};

/// Throws unless pools, free lists, usedpools, freepools and the order of arenas are as obmalloc.c keeps them.
export function validateAllocator(ram: Ram, table: ArenaTable): void {
  const listed = usedPools(ram);
  for (const arena of table.allocated()) {
    const free = freePools(ram, arena);
    let inUse = 0;
    for (let pool = arena.base; pool < arena.poolAddress; pool += POOL_WORDS) {
      if (ram.i32[pool + POOL_COUNT] === 0) {
        check(free.delete(pool), `empty pool ${pool} is not in its arena's freepools`);
        continue;
      }
      inUse++;
      validatePool(ram, pool, arena, listed);
    }
    check(free.size === 0, `arena ${arena.index}: freepools holds a pool in use`);
    check(arena.nfreepools === MAX_POOLS_IN_ARENA - inUse, `arena ${arena.index}: nfreepools is wrong`);
  }
  check(listed.size === 0, 'usedpools lists a pool that is full, empty or in no arena');
  validateOrder(table);
}

/// Each pool in usedpools, with the class it is listed under.
function usedPools({ i32 }: Ram): Map<Ptr, number> {
  const listed = new Map<Ptr, number>();
  for (let szidx = 0; szidx < NB_SMALL_SIZE_CLASSES; szidx++) {
    const head = usedpool(szidx);
    let prev = head;
    for (let pool = i32[head + POOL_NEXT]!; pool !== head; pool = i32[pool + POOL_NEXT]!) {
      check(i32[pool + POOL_PREV] === prev, `usedpools ${szidx}: prevpool is wrong`);
      check(!listed.has(pool), `pool ${pool} is listed twice`);
      listed.set(pool, szidx);
      prev = pool;
    }
    check(i32[head + POOL_PREV] === prev, `usedpools ${szidx}: its end is wrong`);
  }
  return listed;
}

function freePools({ i32 }: Ram, arena: ArenaObject): Set<Ptr> {
  const free = new Set<Ptr>();
  for (let pool = arena.freepools; pool !== 0; pool = i32[pool + POOL_NEXT]!) {
    check(!free.has(pool), `arena ${arena.index}: freepools is circular`);
    free.add(pool);
  }
  return free;
}

function validatePool({ i32 }: Ram, pool: Ptr, arena: ArenaObject, listed: Map<Ptr, number>): void {
  const szidx = i32[pool + POOL_SZIDX]!;
  const size = indexToSize(szidx);
  const nextoffset = i32[pool + POOL_NEXTOFFSET]!;
  check(i32[pool + POOL_ARENAINDEX] === arena.index, `pool ${pool}: arenaindex is wrong`);
  check(i32[pool + POOL_MAXNEXTOFFSET] === POOL_SIZE - size, `pool ${pool}: maxnextoffset is wrong`);
  const free = new Set<Ptr>();
  for (let block = i32[pool + POOL_FREEBLOCK]!; block !== 0; block = i32[block]!) {
    const offset = (block - pool) * 4;
    check((block & POOL_MASK) === pool && !free.has(block), `pool ${pool}: the free list is broken`);
    check(offset < nextoffset && (offset - POOL_OVERHEAD) % size === 0, `pool ${pool}: no block starts at ${block}`);
    free.add(block);
  }
  const count = i32[pool + POOL_COUNT]!;
  check(count + free.size === (nextoffset - POOL_OVERHEAD) / size, `pool ${pool}: ref.count is wrong`);
  const full = count === numBlocks(szidx);
  check(listed.get(pool) === (full ? undefined : szidx), `pool ${pool} with ${count} blocks is in the wrong list`);
  listed.delete(pool);
}

function validateOrder(table: ArenaTable): void {
  const expected = table.allocated().filter((arena) => arena.nfreepools > 0);
  const last: (ArenaObject | undefined)[] = table.nfp2lasta.map(() => undefined);
  let prev: ArenaObject | undefined;
  let length = 0;
  for (let arena = table.usable; arena !== undefined; arena = arena.nextarena) {
    check(arena.prevarena === prev && expected.includes(arena), 'usable_arenas is broken');
    check(prev === undefined || prev.nfreepools <= arena.nfreepools, 'usable_arenas is not sorted');
    check(arena.base % ARENA_WORDS === 0, `arena ${arena.index} is not aligned`);
    last[arena.nfreepools] = arena;
    prev = arena;
    length++;
  }
  check(length === expected.length, 'an arena with free pools is not usable');
  last.forEach((arena, nf) => check(table.nfp2lasta[nf] === arena, `nfp2lasta[${nf}] is wrong`));
  check(table.narenasCurrentlyAllocated === table.allocated().length, 'arenas miscounted');
}
