/// The type collections.deque. CPython 3.14 Modules/_collectionsmodule.c
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, getIter, isInstance, iterNext, reprText, richCompareBool } from '../objects/abstract';
import { bindArguments } from '../objects/args';
import { classGetItem } from '../objects/genericalias';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listFromIterable } from '../objects/list';
import { getState } from '../objects/reduce';
import { guardedRepr } from '../objects/reprenter';
import { boundArgument, intSsize, ssizeNumber } from '../objects/ssize';
import { newTuple, tupleSteal } from '../objects/tuple';
import { CompareOp } from '../objects/typeobject';
import type { NativeMethod, TypeSpec } from '../objects/typeobject';
import { clearWeakRefs } from '../objects/weakref';
import {
  DEQUE_BYTES, DEQUE_WEAKLIST, allocDeque, blocksBytes, dequeAppendLeftSteal, dequeAppendSteal, dequeClear, dequeDelItem, dequeExtend, dequeItems,
  dequeMaxlen, dequePop, dequePopLeft, dequeReverse, dequeRotate, dequeSetItem, dequeSize, dequeState, firstPlace, freeBlocks, itemAt, placeOf,
  setMaxlen, stepRight, traverseDeque
} from './deque';
import { newDequeIterator } from './dequeiter';

const isDeque = (it: Interp, p: Ptr): boolean => isInstance(it, p, it.moduleTypes.deque);

function dequeInit(it: Interp, d: Ptr, args: readonly Ptr[], kwnames: Ptr): void {
  const [iterable, limit] = bindArguments(it, 'deque', ['iterable', 'maxlen'], {}, args, kwnames) as [Ptr, Ptr];
  let maxlen = -1;
  if (limit !== 0 && limit !== it.singletons.none) {
    maxlen = intSsize(it, limit);
    if (maxlen < 0) it.valueError('maxlen must be non-negative');
  }
  setMaxlen(it, d, maxlen);
  if (dequeSize(it, d) > 0) dequeClear(it, d);
  if (iterable !== 0) dequeExtend(it, d, iterable);
}

function dequeDealloc(it: Interp, d: Ptr): void {
  untrack(it.i32, d);
  clearWeakRefs(it, d);
  dequeClear(it, d);
  freeBlocks(it, d);
  it.freeInstance(d);
}

function newDeque(it: Interp): Ptr {
  const d = allocDeque(it, it.moduleTypes.deque);
  track(it.i32, d);
  return d;
}

/// A copy: of a subclass's instance what the subclass makes of it (deque_copy).
function dequeCopy(it: Interp, d: Ptr): Ptr {
  const type = it.typeOf(d);
  if (type === it.moduleTypes.deque) {
    const copy = it.own(newDeque(it));
    setMaxlen(it, copy, dequeMaxlen(it, d));
    if (dequeSize(it, d) === 1) dequeAppendSteal(it, copy, it.newRef(dequeItems(it, d)[0]!));
    else dequeExtend(it, copy, d);
    return it.take();
  }
  let result: Ptr;
  if (dequeMaxlen(it, d) < 0) {
    result = call(it, type.ptr, [d]);
  } else {
    const maxlen = it.own(newInt(it, dequeMaxlen(it, d)));
    result = it.dropFor(call(it, type.ptr, [d, maxlen]));
  }
  if (isDeque(it, result)) return result;
  it.own(result);
  it.typeError(`${type.name}() must return a deque, not ${it.typeOf(result).name}`);
}

function dequeConcat(it: Interp, d: Ptr, other: Ptr): Ptr {
  if (!isDeque(it, other)) it.typeError(`can only concatenate deque (not "${it.typeOf(other).name}") to deque`);
  const result = it.own(dequeCopy(it, d));
  dequeExtend(it, result, other);
  return it.take();
}

/// More items than any simulated memory holds.
const TOO_MANY = 2 ** 28;

function dequeInplaceRepeat(it: Interp, d: Ptr, n: number): Ptr {
  const size = dequeSize(it, d);
  if (size === 0 || n === 1) return it.newRef(d);
  if (n <= 0) {
    dequeClear(it, d);
    return it.newRef(d);
  }
  const maxlen = dequeMaxlen(it, d);
  if (maxlen >= 0 && n * size > maxlen) n = Math.ceil(maxlen / size);
  if (n * size > TOO_MANY) it.noMemory();
  const items = it.own(listFromIterable(it, d));
  for (let i = 1; i < n; i++) dequeExtend(it, d, items);
  it.drop();
  return it.newRef(d);
}

/// Index of the first item in [start, stop) equal to `value`, or -1. Comparing must not change the deque.
function findItem(it: Interp, d: Ptr, value: Ptr, start: number, stop: number, changed: (it: Interp) => never): number {
  if (start >= stop) return -1;
  const place = placeOf(it, d, start);
  const state = dequeState(it, d);
  for (let i = start; i < stop; i++, stepRight(it, place)) {
    const item = it.own(it.newRef(itemAt(it, place.block, place.index)));
    const equal = richCompareBool(it, item, value, CompareOp.EQ);
    it.drop();
    if (equal && changed !== changedInRemove) return i;
    if (state !== dequeState(it, d)) changed(it);
    if (equal) return i;
  }
  return -1;
}

const MUTATED = 'deque mutated during iteration';
const changedInIteration = (it: Interp): never => it.raise(it.types.RuntimeError, MUTATED);
const changedInRemove = (it: Interp): never => it.raise(it.types.IndexError, MUTATED);

function notInDeque(it: Interp, value: Ptr, method: string): never {
  it.valueError(it.profile.listIndexNamesValue ? `${reprText(it, value)} is not in deque` : `deque.${method}(x): x not in deque`);
}

function dequeItem(it: Interp, d: Ptr, index: number): Ptr {
  if (index < 0 || index >= dequeSize(it, d)) it.raise(it.types.IndexError, 'deque index out of range');
  const { block, index: at } = placeOf(it, d, index);
  return it.newRef(itemAt(it, block, at));
}

function dequeRepr(it: Interp, d: Ptr): Ptr {
  return guardedRepr(it, d, '[...]', () => {
    const list = it.own(listFromIterable(it, d));
    const maxlen = dequeMaxlen(it, d);
    const text = `${it.typeOf(d).shortName}(${reprText(it, list)}${maxlen >= 0 ? `, maxlen=${maxlen}` : ''})`;
    it.drop();
    return text;
  });
}

/// CPython 3.14 deque_richcompare
function dequeRichCompare(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  if (!isDeque(it, v) || !isDeque(it, w)) return it.singletons.notImplemented;
  if (op === CompareOp.EQ || op === CompareOp.NE) {
    if (v === w) return it.bool(op === CompareOp.EQ);
    if (dequeSize(it, v) !== dequeSize(it, w)) return it.bool(op === CompareOp.NE);
  }
  const first = it.own(getIter(it, v));
  const second = it.own(getIter(it, w));
  const finish = (result: boolean): Ptr => {
    it.drop(2);
    return it.bool(result);
  };
  for (;;) {
    const x = iterNext(it, first);
    it.own(x || it.singletons.none);
    const y = iterNext(it, second);
    it.own(y || it.singletons.none);
    if (x === 0 || y === 0) {
      it.drop(2);
      switch (op) {
        case CompareOp.LT: return finish(y !== 0);
        case CompareOp.LE: return finish(x === 0);
        case CompareOp.EQ: return finish(x === y);
        case CompareOp.NE: return finish(x !== y);
        case CompareOp.GT: return finish(x !== 0);
        default: return finish(y === 0);
      }
    }
    if (!richCompareBool(it, x, y, CompareOp.EQ)) {
      const result = richCompareBool(it, x, y, op);
      it.drop(2);
      return finish(result);
    }
    it.drop(2);
  }
}

const returnsNone = (fn: (it: Interp, d: Ptr, args: readonly Ptr[]) => void, min: number, max: number): NativeMethod => ({
  kind: 'fastcall', min, max,
  fn: (it, d, args) => {
    fn(it, d, args);
    return it.singletons.none;
  }
});

const takesOne = (fn: (it: Interp, d: Ptr, arg: Ptr) => void): NativeMethod => ({
  kind: 'o',
  fn: (it, d, arg) => {
    fn(it, d, arg);
    return it.singletons.none;
  }
});

const takesNone = (fn: (it: Interp, d: Ptr) => void): NativeMethod => ({
  kind: 'noargs',
  fn: (it, d) => {
    fn(it, d);
    return it.singletons.none;
  }
});

function dequeInsert(it: Interp, d: Ptr, args: readonly Ptr[]): void {
  const index = ssizeNumber(it, args[0]!);
  const size = dequeSize(it, d);
  const value = args[1]!;
  if (dequeMaxlen(it, d) === size) it.raise(it.types.IndexError, 'deque already at its maximum size');
  if (index >= size) return dequeAppendSteal(it, d, it.newRef(value));
  if (index <= -size || index === 0) return dequeAppendLeftSteal(it, d, it.newRef(value));
  dequeRotate(it, d, -index);
  if (index < 0) dequeAppendSteal(it, d, it.newRef(value));
  else dequeAppendLeftSteal(it, d, it.newRef(value));
  dequeRotate(it, d, index);
}

const dequeMethods: TypeSpec['methods'] = {
  append: takesOne((it, d, item) => dequeAppendSteal(it, d, it.newRef(item))),
  appendleft: takesOne((it, d, item) => dequeAppendLeftSteal(it, d, it.newRef(item))),
  clear: takesNone(dequeClear),
  __copy__: { kind: 'noargs', fn: dequeCopy },
  copy: { kind: 'noargs', fn: dequeCopy },
  count: {
    kind: 'o',
    fn: (it, d, value) => {
      let count = 0;
      const place = firstPlace(it, d);
      const state = dequeState(it, d);
      for (let n = dequeSize(it, d); n > 0; n--, stepRight(it, place)) {
        const item = it.own(it.newRef(itemAt(it, place.block, place.index)));
        if (richCompareBool(it, item, value, CompareOp.EQ)) count++;
        it.drop();
        if (state !== dequeState(it, d)) changedInIteration(it);
      }
      return newInt(it, count);
    }
  },
  extend: takesOne((it, d, iterable) => dequeExtend(it, d, iterable)),
  extendleft: takesOne((it, d, iterable) => dequeExtend(it, d, iterable, true)),
  index: {
    kind: 'fastcall', min: 1, max: 3,
    fn: (it, d, args) => {
      const size = dequeSize(it, d);
      const bound = (arg: Ptr): number => {
        const n = boundArgument(it, arg);
        return n < 0 ? Math.max(n + size, 0) : Math.min(n, size);
      };
      const start = args.length > 1 ? bound(args[1]!) : 0;
      const stop = args.length > 2 ? bound(args[2]!) : size;
      const found = findItem(it, d, args[0]!, start, stop, changedInIteration);
      if (found < 0) notInDeque(it, args[0]!, 'index');
      return newInt(it, found);
    }
  },
  insert: returnsNone(dequeInsert, 2, 2),
  pop: { kind: 'noargs', fn: dequePop },
  popleft: { kind: 'noargs', fn: dequePopLeft },
  __reduce__: {
    kind: 'noargs',
    fn: (it, d) => {
      const state = it.own(getState(it, d));
      const iterator = getIter(it, d);
      const maxlen = dequeMaxlen(it, d);
      const args = maxlen < 0 ? newTuple(it, 0) : tupleSteal(it, [newTuple(it, 0), newInt(it, maxlen)]);
      it.take();
      return tupleSteal(it, [it.newRef(it.typeOf(d).ptr), args, state, iterator]);
    }
  },
  remove: takesOne((it, d, value) => {
    const found = findItem(it, d, value, 0, dequeSize(it, d), changedInRemove);
    if (found < 0) notInDeque(it, value, 'remove');
    dequeDelItem(it, d, found);
  }),
  __reversed__: { kind: 'noargs', fn: (it, d) => newDequeIterator(it, it.moduleTypes.dequeReverseIterator, d) },
  reverse: takesNone(dequeReverse),
  rotate: returnsNone((it, d, args) => dequeRotate(it, d, args.length > 0 ? ssizeNumber(it, args[0]!) : 1), 0, 1),
  __class_getitem__: classGetItem
};

export const dequeSpec: TypeSpec = {
  name: 'deque',
  module: 'collections',
  doc: 'A list-like sequence optimized for data accesses near its endpoints.',
  basicsize: DEQUE_BYTES,
  weaklistoffset: DEQUE_WEAKLIST,
  hasGc: true,
  isBaseType: true,
  collectionFlag: 'sequence',
  slots: {
    size: (it, d) => it.typeOf(d).basicsize + blocksBytes(it, d),
    traverse: traverseDeque,
    clear: dequeClear,
    dealloc: dequeDealloc,
    repr: dequeRepr,
    richcompare: dequeRichCompare,
    iter: (it, d) => newDequeIterator(it, it.moduleTypes.dequeIterator, d),
    new: (it, type) => {
      const d = allocDeque(it, type);
      track(it.i32, d);
      return d;
    },
    init: dequeInit,
    sqLength: dequeSize,
    sqConcat: dequeConcat,
    sqRepeat: (it, d, n) => {
      const copy = it.own(dequeCopy(it, d));
      const result = dequeInplaceRepeat(it, copy, n);
      it.drop();
      return result;
    },
    sqItem: dequeItem,
    sqAssItem: (it, d, index, value) => {
      if (index < 0 || index >= dequeSize(it, d)) it.raise(it.types.IndexError, 'deque index out of range');
      if (value === 0) dequeDelItem(it, d, index);
      else dequeSetItem(it, d, index, value);
    },
    sqContains: (it, d, value) => findItem(it, d, value, 0, dequeSize(it, d), changedInIteration) >= 0,
    sqInplaceConcat: (it, d, other) => {
      dequeExtend(it, d, other);
      return it.newRef(d);
    },
    sqInplaceRepeat: dequeInplaceRepeat
  },
  methods: dequeMethods,
  getset: { maxlen: { get: (it, d) => (dequeMaxlen(it, d) < 0 ? it.singletons.none : newInt(it, dequeMaxlen(it, d))) } },
  parts: {
    length: dequeSize,
    visit: (it, d, most, visit) => dequeItems(it, d).slice(0, most).forEach((item, i) => visit(`[${i}]`, item))
  }
};
