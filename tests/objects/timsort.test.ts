import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Timsort } from '../../src/core/objects/timsort';
import { profiles } from '../../src/core/profile/versions';

interface SortCase {
  shape: string;
  values: number[];
  order: number[];
  comparisons: number;
  digest: number;
}

const casesOf = (version: string): SortCase[] =>
  JSON.parse(readFileSync(new URL(`containers-${version}.json`, import.meta.url), 'utf8')).sorts;

describe.each(['3.11', '3.13', '3.14'] as const)('timsort of %s', version => {
  test.each(casesOf(version))('compares what CPython compares, in its order: $shape $comparisons', ({ values, order, comparisons, digest }) => {
    const indices = Int32Array.from(values, (_, i) => i);
    let count = 0;
    let seen = 0;
    new Timsort(indices, (a, b) => {
      count++;
      seen = (seen * 31 + a * 1009 + b) % 1000003;
      return values[a]! < values[b]!;
    }, profiles[version].sortsEqualRuns).sort();
    expect([...indices]).toEqual(order);
    expect(count).toBe(comparisons);
    expect(seen).toBe(digest);
  });

  test('loses no element when a comparison throws', () => {
    for (let limit = 0; limit < 900; limit += 37) {
      const values = Int32Array.from({ length: 300 }, (_, i) => (i * 7919) % 101);
      let count = 0;
      const sort = new Timsort(values, (a, b) => {
        if (count++ === limit) throw new RangeError('enough');
        return a < b;
      }, profiles[version].sortsEqualRuns);
      expect(() => sort.sort()).toThrow(RangeError);
      expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, i) => (i * 7919) % 101).sort((a, b) => a - b));
    }
  });
});
