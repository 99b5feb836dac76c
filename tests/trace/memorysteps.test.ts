import { describe, expect, it } from 'vitest';
import { BlockPacker, MemoryPacker, MemorySteps, readBlocks } from '../../src/core/trace/memorysteps';
import type { MemoryFigures } from '../../src/core/trace/memorysteps';
import { record } from './recorded';

const FIRST: MemoryFigures = { young: 7, used: 160_000, reserved: 1 << 20, large: 4096, pools: 20, pinnedPools: 3, freePools: 44 };

describe('memory at each step', () => {
  it('comes back as it was told', () => {
    const told = [FIRST, { ...FIRST, young: 8, used: 160_064 }, FIRST, { ...FIRST, young: 0, used: 1 << 21, reserved: 1 << 22, pools: 200, large: 0 }];
    const packer = new MemoryPacker();
    told.forEach((figures) => packer.add(figures));
    const read = MemorySteps.read(packer.text, told.length)!;
    expect(told.map((_, i) => read.at(i))).toEqual(told);
  });

  it('is refused if it is cut off, too long, damaged or below 0', () => {
    const packer = new MemoryPacker();
    packer.add(FIRST);
    expect(MemorySteps.read(packer.text, 2)).toBeUndefined();
    expect(MemorySteps.read(packer.text, 0)).toBeUndefined();
    expect(MemorySteps.read(packer.text.slice(0, -1), 1)).toBeUndefined();
    expect(MemorySteps.read(`%${packer.text}`, 1)).toBeUndefined();
    packer.add({ ...FIRST, young: -1 });
    expect(MemorySteps.read(packer.text, 2)).toBeUndefined();
  });

  it('tells the blocks in use in the same way', () => {
    const packer = new BlockPacker();
    [4100, 4100, 4099, 9000].forEach((blocks) => packer.add(blocks));
    expect([...readBlocks(packer.text, 4)!]).toEqual([4100, 4100, 4099, 9000]);
    expect([readBlocks(packer.text, 3), readBlocks(packer.text, 5), readBlocks(`%${packer.text}`, 4), readBlocks(new BlockPacker().text, 1)]).toEqual([undefined, undefined, undefined, undefined]);
    packer.add(-1);
    expect(readBlocks(packer.text, 5)).toBeUndefined();
  });

  it('ends with what the allocator has after the cell, and grows where the program allocates', () => {
    const { trace } = record('import gc\nkeep = gc.collect()\nkeep = [[i] for i in range(300)]\nkeep = None\n');
    const read = MemorySteps.read(trace.memory!.steps!, trace.steps.length + 1)!;
    const { young: _, ...last } = read.at(trace.steps.length);
    const { steps: __, blocks, poolSteps: ___, poolBlocks: ____, ...end } = trace.memory!;
    expect(last).toEqual(end);
    expect(readBlocks(blocks!, trace.steps.length + 1)!.at(-1)).toBe(trace.totals.live);
    const line = (n: number): number => trace.steps.findLastIndex(([at]) => at === n);
    // 300 lists in blocks of 64 bytes, and what they hold: 16.
    expect(read.at(line(3) + 1).used - read.at(line(2) + 1).used).toBeGreaterThan(290 * 80);
    expect(read.at(line(3) + 1).young - read.at(line(2) + 1).young).toBeGreaterThanOrEqual(300);
    // The free list keeps 80 of the lists.
    expect(read.at(line(4) + 1).used).toBeLessThan(read.at(line(3) + 1).used - 200 * 80);
  });
});
