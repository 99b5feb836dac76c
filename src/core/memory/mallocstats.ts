/// The text of sys._debugmallocstats(), as far as it is about pymalloc.
import type { ArenaTable } from './arena';
import { ARENA_SIZE, NB_SMALL_SIZE_CLASSES, POOL_OVERHEAD, POOL_SIZE, SMALL_REQUEST_THRESHOLD, indexToSize } from './pool';
import type { ArenaInfo } from './obmalloc';

/// Sizes of the radix tree's nodes on a 64-bit build. The host has a flat map instead.
const ARENA_MAP_INTERIOR_BYTES = 262144;
const ARENA_MAP_BOT_BYTES = 131072;

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/// CPython 3.14 Objects/obmalloc.c printone
export const printOne = (message: string, value: number): string => `${message.padEnd(35)}=${grouped(value).padStart(21)}\n`;

/// CPython 3.14 Objects/obmalloc.c _PyObject_DebugMallocStats
export function formatMallocStats(arenas: readonly ArenaInfo[], table: ArenaTable): string {
  let out = `Small block threshold = ${SMALL_REQUEST_THRESHOLD}, in ${NB_SMALL_SIZE_CLASSES} size classes.\n\n`;
  out += 'class   size   num pools   blocks in use  avail blocks\n';
  out += '-----   ----   ---------   -------------  ------------\n';
  const pools = arenas.flatMap((arena) => arena.pools);
  let allocated = 0;
  let available = 0;
  let headers = 0;
  let quantization = 0;
  for (let szidx = 0; szidx < NB_SMALL_SIZE_CLASSES; szidx++) {
    const size = indexToSize(szidx);
    const ofClass = pools.filter((pool) => pool.blockBytes === size);
    if (ofClass.length === 0) continue;
    const used = ofClass.reduce((sum, pool) => sum + pool.usedBlocks, 0);
    const free = ofClass.reduce((sum, pool) => sum + pool.freeBlocks, 0);
    const column = (value: number, width: number): string => String(value).padStart(width);
    out += `${column(szidx, 5)} ${column(size, 6)} ${column(ofClass.length, 11)} ${column(used, 15)} ${column(free, 13)}\n`;
    allocated += used * size;
    available += free * size;
    headers += ofClass.length * POOL_OVERHEAD;
    quantization += ofClass.length * ((POOL_SIZE - POOL_OVERHEAD) % size);
  }
  const narenas = arenas.length;
  const freePools = arenas.reduce((sum, arena) => sum + arena.freePools, 0);
  out += '\n';
  out += printOne('# arenas allocated total', table.ntimesArenaAllocated);
  out += printOne('# arenas reclaimed', table.ntimesArenaAllocated - narenas);
  out += printOne('# arenas highwater mark', table.narenasHighwater);
  out += printOne('# arenas allocated current', narenas);
  out += printOne(`${narenas} arenas * ${ARENA_SIZE} bytes/arena`, narenas * ARENA_SIZE);
  out += '\n';
  out += printOne('# bytes in allocated blocks', allocated);
  out += printOne('# bytes in available blocks', available);
  out += printOne(`${freePools} unused pools * ${POOL_SIZE} bytes`, freePools * POOL_SIZE);
  out += printOne('# bytes lost to pool headers', headers);
  out += printOne('# bytes lost to quantization', quantization);
  out += printOne('# bytes lost to arena alignment', 0);
  out += printOne('Total', allocated + available + freePools * POOL_SIZE + headers + quantization);
  const nodes = table.ntimesArenaAllocated === 0 ? 0 : 1;
  const interior = ARENA_MAP_INTERIOR_BYTES * nodes;
  const bottom = ARENA_MAP_BOT_BYTES * nodes;
  out += '\narena map counts\n';
  out += printOne('# arena map mid nodes', nodes);
  out += printOne('# arena map bot nodes', nodes);
  out += '\n';
  out += printOne('# bytes lost to arena map root', ARENA_MAP_INTERIOR_BYTES);
  out += printOne('# bytes lost to arena map mid', interior);
  out += printOne('# bytes lost to arena map bot', bottom);
  out += printOne('Total', ARENA_MAP_INTERIOR_BYTES + interior + bottom);
  return out;
}
