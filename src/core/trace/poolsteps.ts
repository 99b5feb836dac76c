/// The pools of pymalloc at each step of a cell, hidden objects' blocks and all, as differences from step to step.
import { ALIGNMENT, POOL_SIZE, POOL_WORDS, indexToSize } from '../memory/pool';
import { addressOf } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { DigitReader, number, unzigzag, zigzag } from './digits';

/// Characters, about; steps behind that are not told.
const MOST_SIZE = 6_000;

/// Size indexes that fit beside a count of blocks.
const SIZES = 64;

/// One entry after the other: before the cell, after its first step, ... Of each, first every pool in use, then `end`.
export class PoolPacker {
  /// By the pool's number: blocks in use and size index; and the entry in which it was seen last.
  private values = new Int32Array(1024);
  private stamps = new Int32Array(1024);
  private entry = 0;
  private inUse: number[] = [];
  private seen: number[] = [];
  private changed: number[] = [];
  private last = 0;
  text = '';

  /// No further entry is told: nobody need call `see` and `end`.
  get isFull(): boolean {
    return this.text.length > MOST_SIZE;
  }

  see(pool: Ptr, blocks: number, sizeIndex: number): void {
    const n = pool / POOL_WORDS;
    if (n >= this.values.length) this.grow(n);
    if (this.values[n] !== blocks * SIZES + sizeIndex) {
      this.changed.push(n, blocks, sizeIndex);
    }
    this.stamps[n] = this.entry + 1;
    this.seen.push(n);
  }

  end(): void {
    this.entry++;
    for (let i = 0; i < this.inUse.length; i++) {
      const n = this.inUse[i]!;
      if (this.stamps[n] !== this.entry) this.changed.push(n, 0, this.values[n]! % SIZES);
    }
    [this.inUse, this.seen] = [this.seen, this.inUse];
    this.seen.length = 0;
    if (!this.isFull) this.text += this.changes();
    this.changed.length = 0;
  }

  private changes(): string {
    let text = '';
    let count = 0;
    const put = (n: number, blocks: number, sizeIndex: number): void => {
      const before = Math.floor(this.values[n]! / SIZES);
      const place = addressOf(n * POOL_WORDS) / POOL_SIZE;
      text += number(zigzag(place - this.last)) + number(zigzag(blocks - before)) + (before === 0 ? number(sizeIndex) : '');
      this.last = place;
      this.values[n] = blocks === 0 ? 0 : blocks * SIZES + sizeIndex;
      count++;
    };
    for (let i = 0; i < this.changed.length; i += 3) {
      const [n, blocks, sizeIndex] = this.changed.slice(i, i + 3) as [number, number, number];
      // Emptied and taken for another size since.
      if (this.values[n] !== 0 && blocks > 0 && this.values[n]! % SIZES !== sizeIndex) put(n, 0, 0);
      put(n, blocks, sizeIndex);
    }
    return number(count) + text;
  }

  private grow(n: number): void {
    const larger = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(2 * n);
      array.set(old);
      return array;
    };
    this.values = larger(this.values);
    this.stamps = larger(this.stamps);
  }
}

/// A pool in use: the size of its blocks in bytes, and how many are in use.
export interface PoolUse {
  readonly blockSize: number;
  readonly used: number;
}

/// A `PoolPacker`'s entries, read.
export class PoolSteps {
  private constructor(private readonly entries: readonly (readonly (readonly [address: number, use: PoolUse])[])[]) {}

  /// Undefined if the text is none of a `PoolPacker`'s with so many entries, or fewer.
  static read(text: string, most: number): PoolSteps | undefined {
    const reader = new DigitReader(text);
    const now = new Map<number, PoolUse>();
    const entries: (readonly [number, PoolUse])[][] = [];
    let place = 0;
    while (!reader.isAtEnd && entries.length <= most) {
      const changes: [number, PoolUse][] = [];
      let count = reader.next();
      if (!(count >= 0)) return undefined;
      for (; count > 0; count--) {
        place += unzigzag(reader.next());
        const address = place * POOL_SIZE;
        const before = now.get(address);
        const used = (before?.used ?? 0) + unzigzag(reader.next());
        const blockSize = before?.blockSize ?? indexToSize(reader.next());
        // What has ended, or is no digit, is NaN.
        if (!(Number.isSafeInteger(address) && address >= 0 && used >= 0 && used * blockSize <= POOL_SIZE && blockSize >= ALIGNMENT)) return undefined;
        const use = { blockSize, used };
        if (used === 0) now.delete(address);
        else now.set(address, use);
        changes.push([address, use]);
      }
      entries.push(changes);
    }
    return reader.isAtEnd && entries.length <= most ? new PoolSteps(entries) : undefined;
  }

  /// The pools in use by their addresses: 0 = before the cell, 1 = after its first step. Undefined: not told.
  at(entry: number): ReadonlyMap<number, PoolUse> | undefined {
    if (entry >= this.entries.length) return undefined;
    const pools = new Map<number, PoolUse>();
    for (const changes of this.entries.slice(0, entry + 1)) {
      for (const [address, use] of changes) {
        if (use.used === 0) pools.delete(address);
        else pools.set(address, use);
      }
    }
    return pools;
  }
}
