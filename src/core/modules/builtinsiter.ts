/// Builtins that walk iterables: all, any, iter, next, max, min, sorted.
import type { Ptr } from '../memory/ram';
import { bindArguments, positionalCount } from '../objects/args';
import { call, getIter, isTrue, iterNext, iterate, richCompareBool } from '../objects/abstract';
import type { Interp } from '../objects/interp';
import { newCallableIterator } from '../objects/iterobject';
import { listFromIterable } from '../objects/list';
import { listSortMethod } from '../objects/listsort';
import { passScratch } from '../objects/scratch';
import { CompareOp } from '../objects/typeobject';
import type { NativeMethod } from '../objects/typeobject';
import { generatorNext } from './generatornext';

/// Whether an item whose truth is `wanted` comes up.
function findTruth(it: Interp, iterable: Ptr, wanted: boolean): boolean {
  const iterator = it.own(getIter(it, iterable));
  let found = false;
  for (let item = iterNext(it, iterator); item !== 0; item = iterNext(it, iterator)) {
    it.own(item);
    found = isTrue(it, item) === wanted;
    it.drop();
    if (found) break;
  }
  it.drop();
  return found;
}

function next(it: Interp, args: readonly Ptr[]): Ptr {
  const iterator = args[0]!;
  const type = it.typeOf(iterator);
  if (type.slots.iternext === undefined) it.typeError(`'${type.name}' object is not an iterator`);
  const fallback = args[1];
  if (fallback === undefined) return generatorNext(it, iterator);
  const item = it.catching(it.types.StopIteration, () => iterNext(it, iterator));
  return item === undefined || item === 0 ? it.newRef(fallback) : item;
}

interface Best {
  item: Ptr;
  key: Ptr;
}

/// max() and min() (Python/bltinmodule.c min_max). The best item and its key so far are on the hold stack.
function extremum(it: Interp, name: 'max' | 'min', args: readonly Ptr[], kwnames: Ptr): Ptr {
  const op = name === 'max' ? CompareOp.GT : CompareOp.LT;
  const count = positionalCount(it, args, kwnames);
  if (count === 0) it.typeError(`${name} expected at least 1 argument, got 0`);
  const [keyArg, fallback] = kwnames === 0 ? [0, 0] as const
    : bindArguments(it, name, ['key', 'default'], { keywordOnly: 2 }, args.slice(count), kwnames) as [Ptr, Ptr];
  if (count > 1 && fallback !== 0) it.typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  const key = keyArg === it.singletons.none ? 0 : keyArg;
  const best: Best = { item: 0, key: 0 };
  const consider = (item: Ptr): void => {
    const value = it.own(key === 0 ? it.newRef(item) : call(it, key, [item]));
    const better = best.item === 0 || richCompareBool(it, value, best.key, op);
    it.take();
    if (!better) {
      it.decref(value);
      return;
    }
    const old = { ...best };
    best.item = it.newRef(item);
    best.key = value;
    it.held[slot] = best.item;
    it.held[slot + 1] = value;
    it.xdecref(old.item);
    it.xdecref(old.key);
  };
  // Two places on the hold stack that always hold the best pair, None while there is none.
  const slot = it.held.length;
  it.own(it.singletons.none);
  it.own(it.singletons.none);
  if (count > 1) {
    // What goes through the tuple of its arguments.
    if (it.profile.tupleFunctions.has(name)) passScratch(it, it.types.tuple_iterator);
    for (let i = 0; i < count; i++) {
      const item = args[i]!;
      // A comparison of numbers runs no code that could see who holds them.
      const isHeld = key !== 0 || (it.typeOf(item) !== it.types.int && it.typeOf(item) !== it.types.float);
      if (isHeld) it.own(it.newRef(item));
      consider(item);
      if (isHeld) it.drop();
    }
  } else iterate(it, args[0]!, consider);
  if (best.item === 0) {
    it.drop(2);
    if (fallback !== 0) return it.newRef(fallback);
    it.valueError(`${name}() ${it.profile.emptyExtremum}`);
  }
  it.drop();
  return it.take();
}

function sorted(it: Interp, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const count = positionalCount(it, args, kwnames);
  if (count !== 1) it.typeError(`sorted expected 1 argument, got ${count}`);
  const list = it.own(listFromIterable(it, args[0]!));
  // list.sort, bound.
  passScratch(it, it.types.builtin_function_or_method);
  it.decref(listSortMethod(it, list, args.slice(1), kwnames));
  return it.take();
}

export const iterationFunctions: Readonly<Record<string, NativeMethod>> = {
  all: { kind: 'o', fn: (it, _self, iterable) => it.bool(!findTruth(it, iterable, false)) },
  any: { kind: 'o', fn: (it, _self, iterable) => it.bool(findTruth(it, iterable, true)) },
  iter: {
    kind: 'fastcall', min: 1, max: 2,
    fn: (it, _self, args) => {
      if (args.length === 1) return getIter(it, args[0]!);
      if (it.typeOf(args[0]!).slots.call === undefined) it.typeError('iter(v, w): v must be callable');
      return newCallableIterator(it, args[0]!, args[1]!);
    }
  },
  max: { kind: 'keywords', fn: (it, _self, args, kwnames) => extremum(it, 'max', args, kwnames) },
  min: { kind: 'keywords', fn: (it, _self, args, kwnames) => extremum(it, 'min', args, kwnames) },
  next: { kind: 'fastcall', min: 1, max: 2, fn: (it, _self, args) => next(it, args) },
  sorted: { kind: 'keywords', fn: (it, _self, args, kwnames) => sorted(it, args, kwnames) }
};
