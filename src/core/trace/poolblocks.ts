/// Which blocks of the pools with told objects are in use at each step of a cell, whatever lies in them, as differences from step to step.
import { ALIGNMENT, POOL_COUNT, POOL_FREEBLOCK, POOL_NEXTOFFSET, POOL_OVERHEAD, POOL_SIZE, POOL_SZIDX, indexToSize } from '../memory/pool';
import { addressOf } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { DigitReader, number, unzigzag, zigzag } from './digits';

/// Characters; steps behind that are not told.
const MOST_SIZE = 3_000;

/// More than these no pool has.
const MOST_BLOCKS = Math.floor(POOL_SIZE / ALIGNMENT);

/// One entry after the other: before the cell, after its first step, ... Of each, first the pools of told objects, then `end`.
export class PoolBlockPacker {
  private readonly pools = new Map<Ptr, WatchedPool>();
  private readonly now = new Uint8Array(MOST_BLOCKS);
  private last = 0;
  text = '';
  /// No further entry is told: nobody need call `add` and `end`.
  isFull = false;

  /// A pool in which a told object lies. It is watched from now on.
  add(pool: Ptr): void {
    if (!this.pools.has(pool)) this.pools.set(pool, { used: new Uint8Array(MOST_BLOCKS), handedOut: 0, count: 0, nextOffset: 0, sizeIndex: 0 });
  }

  /// `isPool` says whether a place is still in an arena.
  end(i32: Int32Array, isPool: (pool: Ptr) => boolean): void {
    let text = '';
    let count = 0;
    for (const [pool, watched] of this.pools) {
      const isThere = isPool(pool);
      if (isThere && isAsBefore(i32, pool, watched)) continue;
      const { now } = this;
      const handedOut = isThere ? markUsed(i32, pool, now) : 0;
      const most = Math.max(handedOut, watched.handedOut);
      now.fill(0, handedOut, most);
      watched.handedOut = handedOut;
      watched.count = isThere ? i32[pool + POOL_COUNT]! : 0;
      watched.nextOffset = i32[pool + POOL_NEXTOFFSET]!;
      watched.sizeIndex = i32[pool + POOL_SZIDX]!;
      const runs = runsOf(watched.used, now, most);
      if (runs.length === 0) continue;
      const place = addressOf(pool) / POOL_SIZE;
      text += number(zigzag(place - this.last)) + number(runs.length / 2) + runs.map(number).join('');
      this.last = place;
      watched.used.set(now.subarray(0, most));
      count++;
    }
    text = number(count) + text;
    this.isFull = this.text.length + text.length > MOST_SIZE;
    if (!this.isFull) this.text += text;
  }
}

/// What of a pool was told last: a byte a block, 1 = in use, and fields of its header.
interface WatchedPool {
  readonly used: Uint8Array;
  /// None beyond these is in use.
  handedOut: number;
  count: number;
  nextOffset: number;
  sizeIndex: number;
}

/// Whether the same blocks are in use: as many were handed out and given back, and those in the free list were free before.
function isAsBefore(i32: Int32Array, pool: Ptr, { used, count, nextOffset, sizeIndex }: WatchedPool): boolean {
  if (i32[pool + POOL_COUNT] !== count || count === 0 || i32[pool + POOL_NEXTOFFSET] !== nextOffset || i32[pool + POOL_SZIDX] !== sizeIndex) return false;
  const size = indexToSize(sizeIndex);
  for (let block = i32[pool + POOL_FREEBLOCK]!; block !== 0; block = i32[block]!) {
    if (used[((block - pool) * 4 - POOL_OVERHEAD) / size] !== 0) return false;
  }
  return true;
}

/// Marks blocks that were handed out and are not in the free list, of those handed out ever, and counts these. CPython 3.14 Objects/obmalloc.c `pymalloc_alloc`
function markUsed(i32: Int32Array, pool: Ptr, used: Uint8Array): number {
  if (i32[pool + POOL_COUNT] === 0) return 0;
  const size = indexToSize(i32[pool + POOL_SZIDX]!);
  const end = Math.min(i32[pool + POOL_NEXTOFFSET]!, POOL_SIZE - size + 1);
  const handedOut = Math.max(0, Math.ceil((end - POOL_OVERHEAD) / size));
  used.fill(1, 0, handedOut);
  for (let block = i32[pool + POOL_FREEBLOCK]!; block !== 0; block = i32[block]!) {
    used[((block - pool) * 4 - POOL_OVERHEAD) / size] = 0;
  }
  return handedOut;
}

/// What differs of the first `most`, as pairs: blocks between, and blocks after the first of a run.
function runsOf(before: Uint8Array, now: Uint8Array, most: number): number[] {
  const runs: number[] = [];
  let from = 0;
  for (let i = 0; i < most; i++) {
    if (before[i] === now[i]) continue;
    const start = i;
    while (i + 1 < most && before[i + 1] !== now[i + 1]) i++;
    runs.push(start - from, i - start);
    from = i + 1;
  }
  return runs;
}

/// The numbers of blocks that became used or free.
type Toggles = readonly (readonly [address: number, blocks: readonly number[]])[];

/// A `PoolBlockPacker`'s entries, read.
export class PoolBlocks {
  private constructor(private readonly entries: readonly Toggles[]) {}

  /// Undefined if the text is none of a `PoolBlockPacker`'s with so many entries, or fewer.
  static read(text: string, most: number): PoolBlocks | undefined {
    const reader = new DigitReader(text);
    const entries: Toggles[] = [];
    let place = 0;
    while (!reader.isAtEnd && entries.length <= most) {
      const toggles: [number, number[]][] = [];
      let pools = reader.next();
      if (!(pools >= 0)) return undefined;
      for (; pools > 0; pools--) {
        place += unzigzag(reader.next());
        const blocks = readRuns(reader);
        if (blocks === undefined || !(Number.isSafeInteger(place * POOL_SIZE) && place >= 0)) return undefined;
        toggles.push([place * POOL_SIZE, blocks]);
      }
      entries.push(toggles);
    }
    return reader.isAtEnd && entries.length <= most ? new PoolBlocks(entries) : undefined;
  }

  /// The blocks in use by number, for each pool that is told: 0 = before the cell, 1 = after its first step. Undefined: not told.
  at(entry: number): ReadonlyMap<number, ReadonlySet<number>> | undefined {
    if (entry >= this.entries.length) return undefined;
    const pools = new Map<number, Set<number>>();
    for (const toggles of this.entries.slice(0, entry + 1)) {
      for (const [address, blocks] of toggles) {
        const used = pools.get(address) ?? new Set();
        pools.set(address, used);
        for (const block of blocks) if (!used.delete(block)) used.add(block);
      }
    }
    return pools;
  }
}

function readRuns(reader: DigitReader): number[] | undefined {
  const blocks: number[] = [];
  let at = 0;
  for (let runs = reader.next(); runs > 0; runs--) {
    at += reader.next();
    const end = at + reader.next() + 1;
    if (!(end <= MOST_BLOCKS)) return undefined;
    for (; at < end; at++) blocks.push(at);
  }
  return blocks.length > 0 ? blocks : undefined;
}
