/// Seeded choices.
export class Choices {
  private state: number;

  /// Each pair of numbers below 2^32 has choices of its own (but for rare chance).
  constructor(seed: number, number: number) {
    this.state = (Math.imul(seed, 0x9e3779b1) + Math.imul(number, 0x85ebca6b)) >>> 0;
    for (let i = 0; i < 8; i++) this.next();
  }

  /// mulberry32: an integer of 32 bits.
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /// An integer of [0, n).
  below(n: number): number {
    return Math.floor((this.next() / 4294967296) * n);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}
