import { describe, expect, it } from 'vitest';
import { POOL_COUNT, POOL_FREEBLOCK, POOL_NEXTOFFSET, POOL_OVERHEAD, POOL_SZIDX, POOL_WORDS } from '../../src/core/memory/pool';
import { addressOf } from '../../src/core/memory/ram';
import { PoolBlockPacker, PoolBlocks } from '../../src/core/trace/poolblocks';
import { record } from './recorded';

const POOL = 40 * POOL_WORDS;
/// Blocks of 48 bytes.
const SIZE_INDEX = 2;
const place = (block: number): number => POOL + (POOL_OVERHEAD + block * 48) / 4;

/// Memory with one pool, of which so many blocks were handed out and some given back.
function memory(handedOut: number, free: readonly number[]): Int32Array {
  const i32 = new Int32Array(POOL + POOL_WORDS);
  i32[POOL + POOL_COUNT] = handedOut - free.length;
  i32[POOL + POOL_SZIDX] = SIZE_INDEX;
  i32[POOL + POOL_NEXTOFFSET] = POOL_OVERHEAD + handedOut * 48;
  i32[POOL + POOL_FREEBLOCK] = free.length === 0 ? 0 : place(free[0]!);
  free.forEach((block, i) => (i32[place(block)] = i + 1 < free.length ? place(free[i + 1]!) : 0));
  return i32;
}

function pack(...entries: Int32Array[]): string {
  const packer = new PoolBlockPacker();
  packer.add(POOL);
  for (const i32 of entries) if (!packer.isFull) packer.end(i32, () => i32.length > 0);
  return packer.text;
}

const at = (text: string, entry: number): number[] => [...PoolBlocks.read(text, 9999)!.at(entry)!.get(addressOf(POOL))!].sort((a, b) => a - b);

describe('blocks in use at each step', () => {
  it('come back as they were: taken, given back, and without the pool', () => {
    const text = pack(memory(4, []), memory(6, [1, 4]), memory(6, [4]), memory(0, []));
    expect([0, 1, 2, 3].map((entry) => at(text, entry))).toEqual([[0, 1, 2, 3], [0, 2, 3, 5], [0, 1, 2, 3, 5], []]);
    expect(at(pack(memory(2, []), new Int32Array(0)), 1)).toEqual([]);
    expect(PoolBlocks.read(text, 99)!.at(4)).toBeUndefined();
  });

  it('are refused if cut off, too many, or out of range', () => {
    const text = pack(memory(4, []), memory(6, [1, 4]));
    expect(PoolBlocks.read(text, 1)).toBeUndefined();
    expect(PoolBlocks.read(text.slice(0, -1), 9)).toBeUndefined();
    expect(PoolBlocks.read(`%${text}`, 9)).toBeUndefined();
    // One pool, one run: from block 1,020 on, 31 of them.
    expect(PoolBlocks.read('BBB8+e', 9)).toBeUndefined();
  });

  it('stay within their bound', () => {
    const text = pack(...Array.from({ length: 1000 }, (_, i) => memory(200, [i % 199])));
    expect(text.length).toBeLessThanOrEqual(3_000);
    expect(PoolBlocks.read(text, 1000)!.at(999)).toBeUndefined();
    expect(at(text, 100)).toEqual(Array.from({ length: 200 }, (_, i) => i).filter((i) => i !== 100));
  });

  it('are at each end as many as the allocator has, in every pool of a told object', () => {
    const { trace, vm } = record('keep = [[i] for i in range(300)]\nkeep = keep[::2]\n');
    const told = PoolBlocks.read(trace.memory!.poolBlocks!, trace.steps.length + 1)!.at(trace.steps.length)!;
    const real = new Map(vm.memory.arenas().flatMap(({ pools }) => pools).map(({ ptr, usedBlocks }) => [addressOf(ptr), usedBlocks]));
    expect(told.size).toBeGreaterThan(1);
    expect([...told].map(([address, { size }]) => [address, size])).toEqual([...told].map(([address]) => [address, real.get(address)]));
  });
});
