import { describe, expect, it } from 'vitest';
import { Allocator } from '../../src/core/memory/obmalloc';
import { numBlocks, POOL_WORDS } from '../../src/core/memory/pool';
import { Ram } from '../../src/core/memory/ram';
import { random } from './random';

const MIB = 1 << 20;

describe('Allocator against a model', () => {
  it.each([1, 2, 3, 4])('random malloc, free and realloc, seed %i', (seed) => {
    const next = random(seed);
    const ram = new Ram(24 * MIB);
    const allocator = new Allocator(ram);
    const region = allocator.reserve(1000);
    const live: { ptr: number; bytes: number; stamp: number }[] = [];
    const owner = new Map<number, number>();
    const fill = (block: { ptr: number; bytes: number; stamp: number }) =>
      ram.u8.fill(block.stamp, block.ptr * 4, block.ptr * 4 + block.bytes);
    const intact = (block: { ptr: number; stamp: number }, bytes: number) => {
      for (let i = 0; i < bytes; i++) if (ram.u8[block.ptr * 4 + i] !== block.stamp) return false;
      return true;
    };
    const size = () => {
      const kind = next();
      if (kind < 0.7) return Math.floor(next() * 513);
      return kind < 0.97 ? Math.floor(next() * 4000) : Math.floor(next() * 200000);
    };
    let nulls = 0;
    for (let step = 0; step < 20000; step++) {
      // The heap grows and shrinks in waves, so that pools and arenas come and go.
      const growing = Math.floor(step / 4000) % 2 === 0;
      const choice = next();
      if (live.length === 0 || choice < (growing ? 0.6 : 0.25)) {
        const bytes = size();
        const ptr = allocator.malloc(bytes);
        if (ptr === 0) {
          nulls++;
          continue;
        }
        expect(ptr % 4).toBe(0);
        expect(owner.has(ptr)).toBe(false);
        const block = { ptr, bytes, stamp: 1 + (step % 255) };
        owner.set(ptr, step);
        live.push(block);
        fill(block);
      } else {
        const i = Math.floor(next() * live.length);
        const block = live[i]!;
        expect(intact(block, block.bytes)).toBe(true);
        if (choice < 0.9) {
          allocator.free(block.ptr);
          expect(allocator.isBlockLive(block.ptr)).toBe(false);
          owner.delete(block.ptr);
          live[i] = live[live.length - 1]!;
          live.pop();
        } else {
          const bytes = size();
          const ptr = allocator.realloc(block.ptr, bytes);
          if (ptr === 0) {
            nulls++;
            continue;
          }
          expect(intact({ ptr, stamp: block.stamp }, Math.min(bytes, block.bytes))).toBe(true);
          owner.delete(block.ptr);
          owner.set(ptr, step);
          block.ptr = ptr;
          block.bytes = bytes;
          fill(block);
        }
      }
      if (step % 500 === 0) {
        allocator.validate();
        expect(allocator.allocatedBlocks).toBe(live.length);
        for (const block of live) {
          expect(allocator.isBlockLive(block.ptr)).toBe(true);
          expect(allocator.blockSize(block.ptr)).toBeGreaterThanOrEqual(block.bytes);
        }
      }
    }
    for (const block of live) {
      expect(intact(block, block.bytes)).toBe(true);
      allocator.free(block.ptr);
    }
    allocator.validate();
    expect(allocator.allocatedBlocks).toBe(0);
    expect(allocator.bytesInUse).toBe(0);
    expect(allocator.raw.chunks()).toEqual([]);
    expect(ram.u8.subarray(region * 4, region * 4 + 1000).every((byte) => byte === 0)).toBe(true);
    expect(nulls).toBeLessThan(2000);
  });
});

describe('pools', () => {
  it('hands out the blocks of a new pool in address order, 16 bytes to a class', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    for (const bytes of [1, 16, 17, 32, 48, 500, 512]) {
      const size = Math.ceil(bytes / 16) * 16;
      const first = allocator.malloc(bytes);
      const second = allocator.malloc(bytes);
      expect(allocator.blockSize(first)).toBe(size);
      expect((second - first) * 4 % size).toBe(0);
    }
  });

  it('gives the block freed last first', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    const blocks = Array.from({ length: 10 }, () => allocator.malloc(48));
    for (const i of [3, 7, 5]) allocator.free(blocks[i]!);
    expect([0, 0, 0].map(() => allocator.malloc(48))).toEqual([blocks[5], blocks[7], blocks[3]]);
  });

  it('links freed blocks through their first word', () => {
    const ram = new Ram(4 * MIB);
    const allocator = new Allocator(ram);
    const [a, b] = [allocator.malloc(64), allocator.malloc(64)];
    allocator.free(a!);
    allocator.free(b!);
    expect(ram.i32[b!]).toBe(a);
  });

  it('fills a pool before the next, and takes an emptied one back', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    const blocks = Array.from({ length: numBlocks(31) + 1 }, () => allocator.malloc(512));
    const pool = Math.floor(blocks[0]! / POOL_WORDS);
    expect(blocks.map((ptr) => Math.floor(ptr / POOL_WORDS) - pool)).toEqual([...Array<number>(31).fill(0), 1]);
    blocks.forEach((ptr) => allocator.free(ptr));
    expect(allocator.arenas()[0]!.freePools).toBe(64);
    expect(Math.floor(allocator.malloc(16) / POOL_WORDS)).toBe(pool + 1);
    allocator.validate();
  });
});

describe('what is known of a pointer', () => {
  it('tells the start of a live block from everything else', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    const [a, b, big] = [allocator.malloc(48), allocator.malloc(48), allocator.malloc(5000)] as [number, number, number];
    allocator.free(b);
    const dead = [0, 4, a + 4, a - 4, a - 12, b, b + 12, b + POOL_WORDS, big + 4, big + 4000, 1 << 30];
    expect([a, big].map((ptr) => allocator.isBlockLive(ptr))).toEqual([true, true]);
    expect(dead.map((ptr) => allocator.isBlockLive(ptr))).toEqual(dead.map(() => false));
    allocator.free(big);
    expect(allocator.isBlockLive(big)).toBe(false);
  });

  it('is not fooled by a live block that looks like a free one', () => {
    const ram = new Ram(4 * MIB);
    const allocator = new Allocator(ram);
    const [a, b] = [allocator.malloc(32), allocator.malloc(32)];
    allocator.free(a!);
    ram.i32.set(ram.i32.subarray(a!, a! + 8), b);
    expect(allocator.isBlockLive(b!)).toBe(true);
  });
});

describe('views', () => {
  it('gives arenas and pools as data', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    const blocks = Array.from({ length: 3 }, () => allocator.malloc(100));
    allocator.free(blocks[0]!);
    const [arena] = allocator.arenas();
    expect(arena!.pools).toHaveLength(64);
    expect(arena!.freePools).toBe(63);
    expect(arena!.pools[0]).toEqual({ ptr: arena!.ptr, blockBytes: 112, usedBlocks: 2, freeBlocks: 143 });
    expect(arena!.pools[1]).toEqual({ ptr: arena!.ptr + POOL_WORDS, blockBytes: 0, usedBlocks: 0, freeBlocks: 0 });
    expect(allocator.bytesInUse).toBe(224);
  });

  it('prints as sys._debugmallocstats() does', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    for (let i = 0; i < 106; i++) allocator.malloc(16);
    for (let i = 0; i < 1148; i++) allocator.malloc(32);
    // The lines of the two classes are from a CPython 3.11 that had just these blocks of them.
    expect(allocator.debugMallocStats()).toBe(`Small block threshold = 512, in 32 size classes.

class   size   num pools   blocks in use  avail blocks
-----   ----   ---------   -------------  ------------
    0     16           1             106           915
    1     32           3            1148           382

# arenas allocated total           =                    1
# arenas reclaimed                 =                    0
# arenas highwater mark            =                    1
# arenas allocated current         =                    1
1 arenas * 1048576 bytes/arena     =            1,048,576

# bytes in allocated blocks        =               38,432
# bytes in available blocks        =               26,864
60 unused pools * 16384 bytes      =              983,040
# bytes lost to pool headers       =                  192
# bytes lost to quantization       =                   48
# bytes lost to arena alignment    =                    0
Total                              =            1,048,576

arena map counts
# arena map mid nodes              =                    1
# arena map bot nodes              =                    1

# bytes lost to arena map root     =              262,144
# bytes lost to arena map mid      =              262,144
# bytes lost to arena map bot      =              131,072
Total                              =              655,360
`);
  });
});
