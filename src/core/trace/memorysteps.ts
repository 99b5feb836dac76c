/// The allocator's figures at each step of a cell, as differences from step to step: mostly two characters.
import { ARENA_SIZE, ALIGNMENT } from '../memory/pool';
import type { MemoryUsage } from '../memory/obmalloc';
import { DigitReader, number, unzigzag, zigzag } from './digits';

export interface MemoryFigures extends MemoryUsage {
  /// `gc.get_count()[0]`.
  young: number;
}

/// In units that keep the numbers small. The first two change at most steps; the rest is told only if any of it changes.
function inUnits({ young, used, reserved, large, pools, pinnedPools, freePools }: MemoryFigures): number[] {
  return [young, used / ALIGNMENT, reserved / ARENA_SIZE, large, pools, pinnedPools, freePools];
}

const OFTEN = 2;
const FIGURES = 7;

/// One after the other: before the cell, after its first step, ...
export class MemoryPacker {
  private last: readonly number[] = new Array<number>(FIGURES).fill(0);
  text = '';

  add(figures: MemoryFigures): void {
    const { last } = this;
    const now = inUnits(figures);
    let more = '';
    let isMore = false;
    for (let i = OFTEN; i < FIGURES; i++) isMore ||= now[i] !== last[i];
    for (let i = OFTEN; isMore && i < FIGURES; i++) more += number(zigzag(now[i]! - last[i]!));
    this.text += number(zigzag(now[0]! - last[0]!) * 2 + (isMore ? 1 : 0)) + number(zigzag(now[1]! - last[1]!)) + more;
    this.last = now;
  }
}

/// A `MemoryPacker`'s entries, read.
export class MemorySteps {
  private constructor(private readonly values: Float64Array) {}

  /// Undefined if the text is none of a `MemoryPacker`'s with so many entries.
  static read(text: string, entries: number): MemorySteps | undefined {
    const reader = new DigitReader(text);
    const values = new Float64Array(entries * FIGURES);
    const now = new Array<number>(FIGURES).fill(0);
    for (let entry = 0; entry < entries; entry++) {
      const head = reader.next();
      now[0]! += unzigzag(Math.floor(head / 2));
      for (let i = 1; i < (head % 2 === 1 ? FIGURES : OFTEN); i++) now[i]! += unzigzag(reader.next());
      if (!now.every(value => Number.isSafeInteger(value) && value >= 0)) return undefined;
      values.set(now, entry * FIGURES);
    }
    return reader.isAtEnd ? new MemorySteps(values) : undefined;
  }

  /// 0 = before the cell, 1 = after its first step.
  at(entry: number): MemoryFigures {
    const [young, used, reserved, large, pools, pinnedPools, freePools] =
      this.values.subarray(entry * FIGURES, (entry + 1) * FIGURES) as unknown as [number, number, number, number, number, number, number];
    return { young, used: used * ALIGNMENT, reserved: reserved * ARENA_SIZE, large, pools, pinnedPools, freePools };
  }
}

/// Blocks in use at each step, as differences from step to step.
export class BlockPacker {
  private last = 0;
  text = '';

  add(blocks: number): void {
    this.text += number(zigzag(blocks - this.last));
    this.last = blocks;
  }
}

/// A `BlockPacker`'s entries, the first before the cell; undefined if the text is none of one with so many.
export function readBlocks(text: string, entries: number): Float64Array | undefined {
  const reader = new DigitReader(text);
  const blocks = new Float64Array(entries);
  let now = 0;
  for (let entry = 0; entry < entries; entry++) {
    now += unzigzag(reader.next());
    if (!(Number.isSafeInteger(now) && now >= 0)) return undefined;
    blocks[entry] = now;
  }
  return reader.isAtEnd ? blocks : undefined;
}
