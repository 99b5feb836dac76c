/// What CPython's own start leaves, by version.
import { imports311, imports313, imports314 } from './imports';
import { leftovers311, leftovers313, leftovers314 } from './leftovers';
import type { Leftover } from './leftovers';

/// What the collector knows then.
export interface CollectorState {
  /// Objects in each generation, and how many of them the next collections of it untrack (gc.DEBUG_STATS).
  readonly generations: readonly (readonly [number, ...number[]])[];
  /// gc.get_stats(): collections of each generation, and objects collected.
  readonly stats: readonly (readonly [number, number])[];
  /// Objects that have come into the oldest generation; the start makes no full collection, so none are long-lived.
  readonly longLivedPending: number;
}

/// What `python FILE` has when it is about to compile the script: 3.11 read with a debugger, later ones worked out from
/// sys._debugmallocstats() and first collections. It depends on what CPython's own start imports, and from where.
export interface StartupState {
  readonly counts: readonly [number, number, number];
  /// The last collection before the script's first line, with or without the frame of `__main__` running. The order of
  /// objects in the next ones follows from it, and so the order of finalizers at exit. Without bytecode caches.
  readonly lastCollection: { readonly generation: 0 | 2; readonly inMain: boolean };
  readonly collector: CollectorState;
  /// Objects in the free lists; tuples by size from 1. Ints differ by a few with what is compiled.
  readonly ints: number;
  readonly floats: number;
  readonly lists: number;
  readonly dicts: number;
  readonly dictKeys: number;
  readonly tuples: readonly number[];
  /// Of the types that only 3.14 keeps.
  readonly listIterators: number;
  readonly tupleIterators: number;
  readonly methods: number;
  readonly builtinMethods: number;
  readonly ranges: number;
  readonly rangeIterators: number;
  readonly slices: number;
  /// Blocks in use in the pool that hands out, by size class from 224 to 512 bytes (sys._debugmallocstats(): at least two,
  /// as many free ones as there). The thousands in other pools, of what the start imports, are left out.
  readonly heldBlocks: readonly number[];
  /// What importing modules does to the collector, by name, as programs for vm/importcost.ts; nothing for those that the
  /// start loads.
  readonly imports: Readonly<Record<string, string>>;
  /// What importing modules leaves to the collector, by name, as source text.
  readonly leftovers: Readonly<Record<string, Leftover>>;
}

export const startup311: StartupState = {
  counts: [221, 0, 2],
  collector: { generations: [[296, 67, 2], [0], [10919, 76]], stats: [[22, 43], [2, 92], [0, 0]], longLivedPending: 11078 },
  lastCollection: { generation: 2, inMain: false }, ints: 0, floats: 4, lists: 40, dicts: 7, dictKeys: 71, tuples: [4, 3, 2, 2, 3, 0, 8, 6, 1, 0, 1, 3, 5, 1, 2, 2, 2, 3, 1, 6],
  listIterators: 0, tupleIterators: 0, methods: 0, builtinMethods: 0, ranges: 0, rangeIterators: 0, slices: 1, imports: imports311, leftovers: leftovers311,
  heldBlocks: [32, 39, 15, 5, 24, 25, 2, 10, 42, 2, 29, 36, 25, 9, 5, 8, 3, 2, 19]
};
export const startup313: StartupState = {
  counts: [46, 3, 0],
  collector: { generations: [[72, 2], [5974, 67], [0, 4]], stats: [[3, 23], [0, 0], [0, 0]], longLivedPending: 0 },
  lastCollection: { generation: 0, inMain: false }, ints: 0, floats: 3, lists: 7, dicts: 7, dictKeys: 19, tuples: [5, 3, 11, 1, 0, 4, 4, 3, 3, 5, 2, 8, 3, 1, 2, 2, 1, 3, 1, 0],
  listIterators: 0, tupleIterators: 0, methods: 0, builtinMethods: 0, ranges: 0, rangeIterators: 0, slices: 1, imports: imports313, leftovers: leftovers313,
  heldBlocks: [22, 17, 41, 12, 2, 38, 8, 31, 32, 28, 18, 6, 16, 11, 14, 17, 14, 10, 19]
};
export const startup314: StartupState = {
  counts: [1975, 2, 0],
  collector: { generations: [[57, 0], [6371, 57], [0, 0]], stats: [[2, 23], [0, 0], [0, 0]], longLivedPending: 0 },
  lastCollection: { generation: 0, inMain: true }, ints: 32, floats: 3, lists: 18, dicts: 7, dictKeys: 17, tuples: [5, 3, 7, 1, 2, 2, 4, 1, 3, 1, 4, 4, 9, 1, 2, 3, 0, 6, 1, 0],
  listIterators: 4, tupleIterators: 2, methods: 2, builtinMethods: 1, ranges: 1, rangeIterators: 1, slices: 1, imports: imports314, leftovers: leftovers314,
  heldBlocks: [2, 13, 25, 36, 9, 33, 4, 3, 16, 30, 24, 24, 20, 15, 13, 11, 15, 13, 20]
};
