import { describe, expect, it } from 'vitest';
import { inSlices } from '../../src/widgets/slices';

/// A page whose clock goes on by 4 ms each time that it is looked at.
function page(isLaidOut = true): Document {
  let now = 0;
  return { defaultView: { performance: { now: () => (now += 4) }, MessageChannel, ...(isLaidOut && { ResizeObserver: class {} }) } } as unknown as Document;
}

function* counting(to: number, seen: number[] = []): Generator<undefined, number, undefined> {
  for (let i = 0; i < to; i++) {
    seen.push(i);
    yield;
  }
  return to;
}

describe('work in slices', () => {
  it('is done at once if it is short', () => {
    let result: number | undefined;
    inSlices(counting(1), page(), (n) => (result = n));
    expect(result).toBe(1);
  });

  it('leaves the page its turn if it is long', async () => {
    const seen: number[] = [];
    const done = new Promise<number>((resolve) => inSlices(counting(20, seen), page(), resolve));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(5);
    expect(await done).toBe(20);
    expect(seen).toHaveLength(20);
  });

  it('can be stopped', async () => {
    const seen: number[] = [];
    const stop = inSlices(counting(20, seen), page(), () => seen.push(-1));
    const first = seen.length;
    stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toHaveLength(first);
  });

  it('is done at once where nothing is laid out', () => {
    let result: number | undefined;
    inSlices(counting(200), page(false), (n) => (result = n));
    expect(result).toBe(200);
  });
});
