import { describe, expect, it } from 'vitest';
import { POOL_SIZE, POOL_WORDS } from '../../src/core/memory/pool';
import { addressOf } from '../../src/core/memory/ram';
import { PoolPacker, PoolSteps } from '../../src/core/trace/poolsteps';
import { record } from './recorded';

type Pools = readonly (readonly [pool: number, blocks: number, sizeIndex: number])[];

function pack(...entries: Pools[]): string {
  const packer = new PoolPacker();
  for (const pools of entries) {
    for (const [n, blocks, sizeIndex] of pools) packer.see(n * POOL_WORDS, blocks, sizeIndex);
    packer.end();
  }
  return packer.text;
}

const at = (text: string, entry: number): unknown[] => [...PoolSteps.read(text, 9999)!.at(entry)!].map(([address, { blockSize, used }]) => [(address - addressOf(0)) / POOL_SIZE, blockSize, used]);

describe('pools at each step', () => {
  it('come back as they were told: new, fuller, gone, and taken for another size', () => {
    const text = pack([[40, 3, 2]], [[40, 5, 2], [1030, 1, 0]], [[40, 5, 2]], [[40, 5, 4]], []);
    expect([0, 1, 2, 3, 4].map((entry) => at(text, entry))).toEqual([[[40, 48, 3]], [[40, 48, 5], [1030, 16, 1]], [[40, 48, 5]], [[40, 80, 5]], []]);
    expect(PoolSteps.read(text, 99)!.at(5)).toBeUndefined();
  });

  it('are refused if cut off, too many, or out of range', () => {
    const text = pack([[40, 3, 2]], [[40, 4, 2]]);
    expect(PoolSteps.read(text, 1)).toBeUndefined();
    expect(PoolSteps.read(text.slice(0, -1), 9)).toBeUndefined();
    expect(PoolSteps.read(`%${text}`, 9)).toBeUndefined();
    expect(PoolSteps.read(pack([[40, 2000, 2]]), 9)).toBeUndefined();
    expect(PoolSteps.read(pack([[40, -1, 2]]), 9)).toBeUndefined();
  });

  it('stay within their bound', () => {
    const text = pack(...Array.from({ length: 3000 }, (_, i): Pools => [[40, i % 300, 2], [50, i % 7, 1]]));
    expect(text.length).toBeLessThan(6_100);
    expect(PoolSteps.read(text, 3000)!.at(2999)).toBeUndefined();
    expect(at(text, 100)).toEqual([[40, 48, 100], [50, 32, 2]]);
  });

  it('end as the allocator has them', () => {
    const { trace, vm } = record('keep = [[i] for i in range(300)]\nkeep = keep[::2]\n');
    const told = PoolSteps.read(trace.memory!.poolSteps!, trace.steps.length + 1)!.at(trace.steps.length)!;
    const real = vm.memory.arenas().flatMap(({ pools }) => pools).filter(({ usedBlocks }) => usedBlocks > 0);
    expect(real.length).toBeGreaterThan(20);
    expect([...told].sort(([a], [b]) => a - b)).toEqual(real.map(({ ptr, blockBytes, usedBlocks }) => [addressOf(ptr), { blockSize: blockBytes, used: usedBlocks }]).sort(([a], [b]) => Number(a) - Number(b)));
  });
});
