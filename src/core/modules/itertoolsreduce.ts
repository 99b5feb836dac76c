/// `__reduce__` and `__setstate__` of itertools' iterators, which versions up to 3.13 have (CPython 3.13
/// Modules/itertoolsmodule.c). Fields are those told in the files of the types.
import type { Ptr } from '../memory/ram';
import { call, callMethod, getIter, isTrue } from '../objects/abstract';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { newList } from '../objects/list';
import { setReference } from '../objects/record';
import { ssizeNumber } from '../objects/ssize';
import { newTuple, tupleFrom, tupleGet, tupleSize, tupleSteal, tupleToArray } from '../objects/tuple';
import type { NativeMethod } from '../objects/typeobject';
import { countReduce, repeatReduce } from './itertoolsbasic';

/// How an iterator is told; items of `state` are new references, undefined = no state.
interface Told {
  readonly args: Ptr;
  readonly state?: Ptr;
}

const SAYS = 'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.';

const tuple = (it: Interp, ...items: Ptr[]): Ptr => tupleFrom(it, items);
const numbers = (it: Interp, block: Ptr, count: number): Ptr => tupleSteal(it, Array.from({ length: count }, (_, i) => newInt(it, it.i32[block + 2 * i]!)));
const field = (it: Interp, p: Ptr, at: number): Ptr => it.i32[p + at]! || it.singletons.none;
const real = (it: Interp, p: Ptr, at: number): number => it.f64[(p + at) >> 1]!;

const reduce = (tell: (it: Interp, p: Ptr) => Told): NativeMethod => ({
  kind: 'noargs',
  fn: (it, p) => {
    if (it.profile.natives.warnsOfPickledIterators) it.hooks.warn(it, it.types.DeprecationWarning, SAYS);
    const { args, state } = tell(it, p);
    return tupleSteal(it, [it.newRef(it.typeOf(p).ptr), args, ...(state === undefined ? [] : [state])]);
  }
});

const setState = (set: (it: Interp, p: Ptr, state: Ptr) => void): NativeMethod => ({
  kind: 'o',
  fn: (it, p, state) => {
    if (it.profile.natives.warnsOfPickledIterators) it.hooks.warn(it, it.types.DeprecationWarning, SAYS);
    set(it, p, state);
    return it.singletons.none;
  }
});

/// The parts of a state that must be a tuple.
function partsOf(it: Interp, state: Ptr, min: number, max = min): Ptr[] {
  if (it.typeOf(state) !== it.types.tuple) it.typeError('state is not a tuple');
  const count = tupleSize(it, state);
  if (count < min || count > max) it.typeError(`function takes ${min === max ? 'exactly' : 'at least'} ${min} argument${min === 1 ? '' : 's'} (${count} given)`);
  return tupleToArray(it, state);
}

const fields = (...at: readonly number[]): NativeMethod => reduce((it, p) => ({ args: tuple(it, ...at.map(one => field(it, p, one))) }));

/// takewhile, dropwhile: whether they have changed.
const whiles: Readonly<Record<string, NativeMethod>> = {
  __reduce__: reduce((it, p) => ({ args: tuple(it, it.i32[p + 4]!, it.i32[p + 6]!), state: newInt(it, it.i32[p + 8]!) })),
  __setstate__: setState((it, p, state) => { it.i32[p + 8] = isTrue(it, state) ? 1 : 0; })
};

/// Where an iterator over combinations stands: the number of items, of `r` or of the pools, and blocks of numbers.
interface Combinatoric {
  readonly result: number;
  readonly stopped: number;
  readonly r?: number;
  readonly counts: (it: Interp, p: Ptr) => readonly (readonly [block: number, count: number])[];
  /// The pool's items that the numbers choose.
  readonly items: (it: Interp, p: Ptr) => Ptr[];
}

function combinatoric({ result, stopped, r, counts, items }: Combinatoric): Readonly<Record<string, NativeMethod>> {
  const ended = (it: Interp, p: Ptr): Ptr => {
    const empty = newTuple(it, 0);
    return r === undefined ? tupleSteal(it, [empty]) : tupleSteal(it, [empty, newInt(it, it.i32[p + r]!)]);
  };
  return {
    __reduce__: reduce((it, p) => {
      if (it.i32[p + stopped] !== 0) return { args: ended(it, p) };
      const pool = it.i32[p + 4]!;
      const args = r === undefined ? it.newRef(pool) : tupleSteal(it, [it.newRef(pool), newInt(it, it.i32[p + r]!)]);
      if (it.i32[p + result] === 0) return { args };
      const blocks = counts(it, p).map(([block, count]) => numbers(it, it.i32[p + block]!, count));
      return { args, state: blocks.length === 1 ? blocks[0]! : tupleSteal(it, blocks) };
    }),
    __setstate__: setState((it, p, state) => {
      const wanted = counts(it, p);
      const given = wanted.length === 1 ? [state] : partsOf(it, state, wanted.length);
      wanted.forEach(([block, count], k) => {
        if (it.typeOf(given[k]!) !== it.types.tuple || tupleSize(it, given[k]!) !== count) it.valueError('invalid arguments');
        for (let i = 0; i < count; i++) {
          it.i32[it.i32[p + block]! + 2 * i] = Math.max(ssizeNumber(it, tupleGet(it, given[k]!, i)), 0);
        }
      });
      setReference(it, p, result, tupleFrom(it, items(it, p)));
    })
  };
}

const chosen = (pool: number, r: number) => (it: Interp, p: Ptr): Ptr[] => {
  const size = tupleSize(it, it.i32[p + pool]!);
  return Array.from({ length: it.i32[p + r]! }, (_, i) => tupleGet(it, it.i32[p + pool]!, Math.min(it.i32[it.i32[p + 6]! + 2 * i]!, size - 1)));
};

const combinations = combinatoric({ result: 8, stopped: 12, r: 10, counts: (it, p) => [[6, it.i32[p + 10]!]], items: chosen(4, 10) });

function chainWith(it: Interp, first: Ptr, rest: Ptr): Ptr {
  const chain = it.own(it.hooks.importFrom(it, 'itertools', 'chain'));
  const head = it.own(tuple(it, first));
  return it.unwindFor(it.held.length - 2, call(it, chain, [head, rest]));
}

/// By the type's name.
export const ITERTOOLS_REDUCE: Readonly<Record<string, Readonly<Record<string, NativeMethod>>>> = {
  count: { __reduce__: countReduce },
  repeat: { __reduce__: repeatReduce },
  cycle: {
    __reduce__: reduce((it, p) => {
      const saved = it.i32[p + 6]!;
      if (it.i32[p + 4] !== 0) return { args: tuple(it, it.i32[p + 4]!), state: tuple(it, saved, it.singletons.false) };
      const iterator = it.own(getIter(it, saved));
      if (it.i32[p + 8] !== 0) {
        it.decref(callMethod(it, iterator, '__setstate__', [it.own(newInt(it, it.i32[p + 8]!))]));
        it.drop();
      }
      return { args: tupleSteal(it, [it.take()]), state: tuple(it, saved, it.singletons.true) };
    }),
    __setstate__: setState((it, p, state) => {
      const [saved, first] = partsOf(it, state, 2) as [Ptr, Ptr];
      if (it.typeOf(saved) !== it.types.list) it.typeError(`argument 1 must be list, not ${it.typeOf(saved).name}`);
      it.i32[p + 10] = isTrue(it, first) ? 1 : 0;
      setReference(it, p, 6, it.newRef(saved));
      it.i32[p + 8] = 0;
    })
  },
  chain: {
    __reduce__: reduce((it, p) => {
      const source = it.i32[p + 4]!;
      const active = it.i32[p + 6]!;
      return { args: newTuple(it, 0), state: source === 0 ? undefined : active === 0 ? tuple(it, source) : tuple(it, source, active) };
    }),
    __setstate__: setState((it, p, state) => {
      const given = partsOf(it, state, 1, 2);
      if (given.some(one => it.typeOf(one).slots.iternext === undefined)) it.typeError('Arguments must be iterators.');
      setReference(it, p, 4, it.newRef(given[0]!));
      setReference(it, p, 6, given[1] === undefined ? 0 : it.newRef(given[1]));
    })
  },
  islice: {
    __reduce__: reduce((it, p) => {
      if (it.i32[p + 4] === 0) {
        const empty = it.own(newList(it, 0));
        return { args: tupleSteal(it, [it.dropFor(getIter(it, empty)), newInt(it, 0)]), state: newInt(it, 0) };
      }
      const stop = real(it, p, 8) === -1 ? it.singletons.none : newInt(it, real(it, p, 8));
      return { args: tupleSteal(it, [it.newRef(it.i32[p + 4]!), newInt(it, real(it, p, 6)), stop, newInt(it, real(it, p, 10))]), state: newInt(it, real(it, p, 12)) };
    }),
    __setstate__: setState((it, p, state) => { it.f64[(p + 12) >> 1] = ssizeNumber(it, state); })
  },
  accumulate: {
    __reduce__: reduce((it, p) => {
      const { none } = it.singletons;
      const fn = field(it, p, 8);
      const rest = it.i32[p + 6]!;
      if (it.i32[p + 10] !== none) {
        const joined = it.own(chainWith(it, it.i32[p + 10]!, rest));
        return { args: it.dropFor(tuple(it, joined, fn)), state: none };
      }
      return { args: tuple(it, rest, fn), state: it.newRef(field(it, p, 4)) };
    }),
    __setstate__: setState((it, p, state) => { setReference(it, p, 4, it.newRef(state)); })
  },
  takewhile: whiles,
  dropwhile: whiles,
  filterfalse: { __reduce__: fields(4, 6) },
  starmap: { __reduce__: fields(4, 6) },
  compress: { __reduce__: fields(4, 6) },
  zip_longest: {
    __reduce__: reduce((it, p) => {
      const args = tupleToArray(it, it.i32[p + 8]!).map(one => (one === 0 ? newTuple(it, 0) : it.newRef(one)));
      return { args: tupleSteal(it, args), state: it.newRef(it.i32[p + 12]!) };
    }),
    __setstate__: setState((it, p, state) => { setReference(it, p, 12, it.newRef(state)); })
  },
  groupby: {
    __reduce__: reduce((it, p) => {
      const args = tuple(it, it.i32[p + 4]!, it.i32[p + 6]!);
      const state = [10, 12, 8].map(at => it.i32[p + at]!);
      return { args, state: state.includes(0) ? undefined : tuple(it, ...state) };
    }),
    __setstate__: setState((it, p, state) => {
      partsOf(it, state, 3).forEach((value, i) => setReference(it, p, [10, 12, 8][i]!, it.newRef(value)));
    })
  },
  combinations,
  combinations_with_replacement: combinations,
  permutations: combinatoric({
    result: 10, stopped: 14, r: 12, items: chosen(4, 12),
    counts: (it, p) => [[6, tupleSize(it, it.i32[p + 4]!)], [8, it.i32[p + 12]!]]
  }),
  product: combinatoric({
    result: 8, stopped: 10, counts: (it, p) => [[6, tupleSize(it, it.i32[p + 4]!)]],
    items: (it, p) => tupleToArray(it, it.i32[p + 4]!).map((pool, i) => tupleGet(it, pool, Math.min(it.i32[it.i32[p + 6]! + 2 * i]!, tupleSize(it, pool) - 1)))
  })
};
