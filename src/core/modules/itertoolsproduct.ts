/// itertools.product, permutations, combinations and combinations_with_replacement. CPython 3.14 Modules/itertoolsmodule.c
///
/// productobject: pools at p + 4, indices at p + 6 (a block of its own), result at p + 8, stopped at p + 10. combinationsobject,
/// cwrobject: pool at p + 4, indices at p + 6, result at p + 8, r at p + 10, stopped at p + 12. permutationsobject: pool at p + 4,
/// indices at p + 6, cycles at p + 8 (a block, too), result at p + 10, r at p + 12, stopped at p + 14.
import { untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { bindArguments, keywordCount } from '../objects/args';
import { dropFields } from '../objects/dropping';
import type { Interp } from '../objects/interp';
import { ssizeNumber } from '../objects/ssize';
import { tupleFrom, tupleGet, tupleReused, tupleSize, tupleToArray } from '../objects/tuple';
import { tupleFromIterable } from '../objects/tuplefrom';
import type { Slots, TypeSpec } from '../objects/typeobject';
import { iteratorType, newIterator, replaceItem } from './itertoolstypes';

const POOL = 4;
const INDICES = 6;

/// More items than any simulated memory holds.
const TOO_MANY = 2 ** 26;

/// A block of `count` numbers in a field.
function allocNumbers(it: Interp, p: Ptr, field: number, values: readonly number[]): void {
  const block = it.memory.malloc(Math.max(values.length * 8, 1));
  if (block === 0) it.noMemory();
  it.i32[p + field] = block;
  values.forEach((value, i) => {
    it.i32[block + 2 * i] = value;
    it.i32[block + 2 * i + 1] = 0;
  });
}

const getNumber = (it: Interp, p: Ptr, field: number, i: number): number => it.i32[it.i32[p + field]! + 2 * i]!;
const setNumber = (it: Interp, p: Ptr, field: number, i: number, value: number): void => {
  it.i32[it.i32[p + field]! + 2 * i] = value;
};

interface Fields {
  readonly blocks: readonly number[];
  readonly result: number;
  readonly stopped: number;
}

/// The result to change next: the last one if nobody kept it, else a copy, which becomes the last one; borrowed.
function ownResult(it: Interp, p: Ptr, field: number): Ptr {
  const last = it.i32[p + field]!;
  if (it.i32[last]! > 1) {
    it.i32[p + field] = tupleFrom(it, tupleToArray(it, last));
    it.decref(last);
  } else {
    if (tupleSize(it, last) > 0) tupleReused(it, last);
  }
  return it.i32[p + field]!;
}

function putItem(it: Interp, result: Ptr, i: number, item: Ptr): void {
  replaceItem(it, result, i, tupleGet(it, result, i), it.newRef(item));
}

/// `first` makes the items of the first result, undefined: there is none; `advance` changes the numbers and then the result,
/// false at the end.
function combinatoric(
  name: string, bytes: number, fields: Fields, sizeOf: (it: Interp, p: Ptr) => number, make: Slots['new'],
  first: (it: Interp, p: Ptr) => Ptr[] | undefined, advance: (it: Interp, p: Ptr, result: () => Ptr) => boolean
): TypeSpec {
  const { blocks, result, stopped } = fields;
  return iteratorType(name, bytes, [POOL, result], {
    new: make,
    size: (it, p) => it.typeOf(p).basicsize + 8 * sizeOf(it, p),
    dealloc: (it, p) => {
      untrack(it.i32, p);
      const memory = blocks.map(block => it.i32[p + block]!);
      dropFields(it, p, [POOL, result]);
      for (const block of memory) if (block !== 0) it.memory.free(block);
      it.freeInstance(p);
    },
    iternext: (it, p) => {
      if (it.i32[p + stopped] !== 0) return 0;
      const stop = (): 0 => {
        it.i32[p + stopped] = 1;
        return 0;
      };
      if (it.i32[p + result] === 0) {
        const items = first(it, p);
        if (items === undefined) return stop();
        it.i32[p + result] = tupleFrom(it, items);
        if (it.recording) it.touch(p);
      } else if (!advance(it, p, () => ownResult(it, p, result))) {
        return stop();
      }
      return it.newRef(it.i32[p + result]!);
    }
  });
}

const PRODUCT: Fields = { blocks: [INDICES], result: 8, stopped: 10 };

export const productSpec: TypeSpec = combinatoric('product', 48, PRODUCT, (it, p) => tupleSize(it, it.i32[p + POOL]!),
  (it, type, args, kwnames) => {
    const keywords = keywordCount(it, kwnames);
    const positional = args.length - keywords;
    const [times] = bindArguments(it, 'product', ['repeat'], { keywordOnly: 1 }, args.slice(positional), kwnames) as [Ptr];
    const repeat = times === 0 ? 1 : ssizeNumber(it, times);
    if (repeat < 0) it.valueError('repeat argument cannot be negative');
    if (repeat * positional > TOO_MANY) it.raise(it.types.OverflowError, 'repeat argument too large');
    const mark = it.held.length;
    const pools: Ptr[] = [];
    if (repeat > 0) for (let i = 0; i < positional; i++) pools.push(it.own(tupleFromIterable(it, args[i]!)));
    const all = tupleFrom(it, Array.from({ length: pools.length * repeat }, (_, i) => pools[i % pools.length]!));
    const p = it.own(newIterator(it, type, [[POOL, all]]));
    allocNumbers(it, p, INDICES, Array.from({ length: pools.length * repeat }, () => 0));
    return it.unwindFor(mark, it.take());
  },
  (it, p) => {
    const pools = tupleToArray(it, it.i32[p + POOL]!);
    return pools.some(pool => tupleSize(it, pool) === 0) ? undefined : pools.map(pool => tupleGet(it, pool, 0));
  },
  (it, p, result) => {
    const pools = it.i32[p + POOL]!;
    const tuple = result();
    for (let i = tupleSize(it, pools) - 1; i >= 0; i--) {
      const pool = tupleGet(it, pools, i);
      const index = getNumber(it, p, INDICES, i) + 1;
      const wraps = index === tupleSize(it, pool);
      setNumber(it, p, INDICES, i, wraps ? 0 : index);
      putItem(it, tuple, i, tupleGet(it, pool, wraps ? 0 : index));
      if (!wraps) return true;
    }
    return false;
  }
);

const COMBINATIONS: Fields = { blocks: [INDICES], result: 8, stopped: 12 };
const R = 10;

function combinations(name: string, repeats: boolean): TypeSpec {
  return combinatoric(name, 56, COMBINATIONS, (it, p) => it.i32[p + R]!,
    (it, type, args, kwnames) => {
      const [iterable, count] = bindArguments(it, name, ['iterable', 'r'], { required: 2 }, args, kwnames) as [Ptr, Ptr];
      const r = ssizeNumber(it, count);
      const pool = it.own(tupleFromIterable(it, iterable));
      if (r < 0) it.valueError('r must be non-negative');
      if (r > TOO_MANY) it.noMemory();
      const n = tupleSize(it, pool);
      const p = it.own(newIterator(it, type, [[POOL, it.newRef(pool)]]));
      it.i32[p + R] = r;
      it.i32[p + COMBINATIONS.stopped] = (repeats ? n === 0 && r > 0 : r > n) ? 1 : 0;
      allocNumbers(it, p, INDICES, Array.from({ length: r }, (_, i) => (repeats ? 0 : i)));
      return it.unwindFor(it.held.length - 2, it.newRef(p));
    },
    (it, p) => Array.from({ length: it.i32[p + R]! }, (_, i) => tupleGet(it, it.i32[p + POOL]!, repeats ? 0 : i)),
    (it, p, result) => {
      const pool = it.i32[p + POOL]!;
      const n = tupleSize(it, pool);
      const r = it.i32[p + R]!;
      const tuple = result();
      const most = (i: number): number => (repeats ? n - 1 : i + n - r);
      let i = r - 1;
      while (i >= 0 && getNumber(it, p, INDICES, i) === most(i)) i--;
      if (i < 0) return false;
      let index = getNumber(it, p, INDICES, i) + 1;
      for (; i < r; i++) {
        setNumber(it, p, INDICES, i, index);
        putItem(it, tuple, i, tupleGet(it, pool, index));
        if (!repeats) index++;
      }
      return true;
    }
  );
}

export const combinationsSpec = combinations('combinations', false);
export const combinationsWithReplacementSpec = combinations('combinations_with_replacement', true);

const PERMUTATIONS: Fields = { blocks: [INDICES, 8], result: 10, stopped: 14 };
const CYCLES = 8;
const PERMUTATION_R = 12;

export const permutationsSpec: TypeSpec = combinatoric('permutations', 64, PERMUTATIONS, (it, p) => tupleSize(it, it.i32[p + POOL]!) + it.i32[p + PERMUTATION_R]!,
  (it, type, args, kwnames) => {
    const [iterable, count] = bindArguments(it, 'permutations', ['iterable', 'r'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
    const pool = it.own(tupleFromIterable(it, iterable));
    const n = tupleSize(it, pool);
    let r = n;
    if (count !== 0 && count !== it.singletons.none) {
      if (!it.typeOf(count).isSubtypeOf(it.types.int)) it.typeError('Expected int as r');
      r = ssizeNumber(it, count);
      if (r < 0) it.valueError('r must be non-negative');
    }
    if (r > TOO_MANY) it.noMemory();
    const p = it.own(newIterator(it, type, [[POOL, it.newRef(pool)]]));
    it.i32[p + PERMUTATION_R] = r;
    it.i32[p + PERMUTATIONS.stopped] = r > n ? 1 : 0;
    allocNumbers(it, p, INDICES, Array.from({ length: n }, (_, i) => i));
    allocNumbers(it, p, CYCLES, Array.from({ length: r }, (_, i) => n - i));
    return it.unwindFor(it.held.length - 2, it.newRef(p));
  },
  (it, p) => Array.from({ length: it.i32[p + PERMUTATION_R]! }, (_, i) => tupleGet(it, it.i32[p + POOL]!, i)),
  (it, p, result) => {
    const pool = it.i32[p + POOL]!;
    const n = tupleSize(it, pool);
    const r = it.i32[p + PERMUTATION_R]!;
    if (n === 0) return false;
    const tuple = result();
    const at = (i: number): number => getNumber(it, p, INDICES, i);
    for (let i = r - 1; i >= 0; i--) {
      const left = getNumber(it, p, CYCLES, i) - 1;
      setNumber(it, p, CYCLES, i, left);
      if (left === 0) {
        // Rotates the rest: [i:] = [i + 1:] + [i:i + 1]
        const index = at(i);
        for (let j = i; j < n - 1; j++) setNumber(it, p, INDICES, j, at(j + 1));
        setNumber(it, p, INDICES, n - 1, index);
        setNumber(it, p, CYCLES, i, n - i);
        continue;
      }
      const index = at(i);
      setNumber(it, p, INDICES, i, at(n - left));
      setNumber(it, p, INDICES, n - left, index);
      for (let k = i; k < r; k++) putItem(it, tuple, k, tupleGet(it, pool, at(k)));
      return true;
    }
    return false;
  }
);
