import { describe, expect, it } from 'vitest';
import { Allocator } from '../../src/core/memory/obmalloc';
import { Ram } from '../../src/core/memory/ram';

const MIB = 1 << 20;

describe('large requests', () => {
  it('lie one after the other, 16-byte aligned, with glibc\'s chunk sizes', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    const blocks = [513, 600, 1000, 4096].map((bytes) => allocator.malloc(bytes));
    expect(blocks.every((ptr) => ptr % 4 === 0)).toBe(true);
    expect(blocks.slice(1).map((ptr, i) => (ptr - blocks[i]!) * 4)).toEqual([528, 608, 1008]);
    expect(allocator.arenas()).toEqual([]);
  });

  it('get the block freed last back, and merged neighbours', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    const blocks = Array.from({ length: 7 }, () => allocator.malloc(1000));
    allocator.free(blocks[1]!);
    allocator.free(blocks[4]!);
    expect(allocator.malloc(1000)).toBe(blocks[4]);
    allocator.free(blocks[2]!);
    expect(allocator.malloc(2000)).toBe(blocks[1]);
    allocator.validate();
  });

  it('grow and shrink in place where they can', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    const a = allocator.malloc(1000);
    const b = allocator.malloc(1000);
    expect(allocator.realloc(b, 100000)).toBe(b);
    expect(allocator.realloc(b, 600)).toBe(b);
    expect(allocator.realloc(a, 5000)).not.toBe(a);
    expect(allocator.malloc(1000)).toBe(a);
    expect(allocator.allocatedBlocks).toBe(3);
    allocator.validate();
  });

  it('stay in the raw heap when they shrink to a small size, as in CPython', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    const a = allocator.malloc(1000);
    expect(allocator.realloc(a, 8)).toBe(a);
    expect(allocator.arenas()).toEqual([]);
  });

  it('of 0 bytes get a block of their own', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    const [a, b] = [allocator.malloc(0), allocator.malloc(0)];
    expect([a === 0, a === b, allocator.allocatedBlocks]).toEqual([false, false, 2]);
    expect(allocator.raw.chunks()).toHaveLength(2);
  });
});

describe('the memory limit', () => {
  it('answers 0, leaves everything as it was, and recovers', () => {
    const allocator = new Allocator(new Ram(4 * MIB));
    const big = allocator.malloc(2 * MIB);
    expect(big).not.toBe(0);
    for (const bytes of [2 * MIB, 2 ** 31, 2 ** 32 + 8, 8e15]) {
      expect(allocator.malloc(bytes)).toBe(0);
      expect(allocator.realloc(big, bytes + 2 * MIB)).toBe(0);
    }
    expect(allocator.isBlockLive(big)).toBe(true);
    allocator.validate();
    allocator.free(big);
    expect(allocator.malloc(3 * MIB)).not.toBe(0);
  });

  it('is reached by small blocks too, last in the raw heap', () => {
    const allocator = new Allocator(new Ram(2 * MIB));
    const blocks: number[] = [];
    for (let ptr = allocator.malloc(512); ptr !== 0; ptr = allocator.malloc(512)) blocks.push(ptr);
    expect(blocks.length * 512).toBeGreaterThan(1.8 * MIB);
    allocator.validate();
    blocks.forEach((ptr) => allocator.free(ptr));
    allocator.validate();
    expect(allocator.allocatedBlocks).toBe(0);
  });
});
