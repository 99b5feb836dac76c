import { expect, it } from 'vitest';
import { Allocator } from '../../src/core/memory/obmalloc';
import { ARENA_WORDS } from '../../src/core/memory/pool';
import { Ram, type Ptr } from '../../src/core/memory/ram';
import recorded from './recorded.json';

it('puts every block of a long random run where CPython 3.11, 3.13 and 3.14 put it (record.py)', () => {
  const allocator = new Allocator(new Ram(32 << 20));
  /// Which arena of the run lies at an address now; the recording's arenas have an address each.
  const ordinals = new Map<Ptr, number>();
  let arenas = 0;
  const malloc = (bytes: number): { ptr: Ptr; place: number } => {
    const ptr = allocator.malloc(bytes);
    const base = ptr - (ptr % ARENA_WORDS);
    if (allocator.table.ntimesArenaAllocated > arenas) ordinals.set(base, arenas++);
    return { ptr, place: ordinals.get(base)! * 65536 + (ptr - base) / 4 };
  };
  // state and check stay below 2^31, their products below 2^62: exact only as BigInt.
  let state = 1n;
  const draw = (): number => Number((state = (state * 1103515245n + 12345n) % 2147483648n));
  const live: Ptr[] = [malloc(512).ptr];
  const sums: number[] = [];
  let check = 0;
  for (let step = 0; step < recorded.steps; step++) {
    const choice = (draw() >> 8) % 100;
    let place: number;
    if (live.length === 0 || choice < (Math.floor(step / 20000) % 2 === 0 ? 65 : 32)) {
      const block = malloc(385 + ((draw() >> 8) % 128));
      live.push(block.ptr);
      place = block.place;
    } else {
      place = (draw() >> 4) % live.length;
      allocator.free(live[place]!);
      live[place] = live[live.length - 1]!;
      live.pop();
    }
    check = (check * 31 + place) % 2147483648;
    if (step % recorded.chunk === recorded.chunk - 1) sums.push(check);
  }
  expect(sums).toEqual(recorded.sums);
  expect(arenas).toBe(recorded.arenas);
  // Arenas were given back and mapped again.
  expect(arenas).toBeGreaterThan(allocator.table.narenasHighwater);
});
