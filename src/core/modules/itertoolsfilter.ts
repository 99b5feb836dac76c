/// The iterators of itertools that go along with others. CPython 3.14 Modules/itertoolsmodule.c
///
/// takewhileobject, dropwhileobject: func at p + 4, it at p + 6, stop (start) at p + 8. filterfalseobject, starmapobject: func at
/// p + 4, it at p + 6. compressobject: data at p + 4, selectors at p + 6. accumulateobject: total at p + 4, it at p + 6, binop
/// at p + 8, initial at p + 10. pairwiseobject: it at p + 4, old at p + 6, from 3.12 result at p + 8. batchedobject: it at p + 4,
/// batch_size at p + 6, strict at p + 8. ziplongestobject: tuplesize at p + 4, numactive at p + 6, ittuple at p + 8, result at
/// p + 10, fillvalue at p + 12.
import type { Ptr } from '../memory/ram';
import { call, getIter, isTrue, iterNext } from '../objects/abstract';
import { bindArguments, keywordCount } from '../objects/args';
import { callWithTuple } from '../objects/callnative';
import { dropInOrder } from '../objects/dropping';
import type { Interp } from '../objects/interp';
import { binaryOp, NB } from '../objects/number';
import { setReference } from '../objects/record';
import { ssizeNumber } from '../objects/ssize';
import { newTuple, tupleFrom, tupleGet, tupleReused, tupleSetInit, tupleSteal, tupleTrack } from '../objects/tuple';
import { tupleFromIterable } from '../objects/tuplefrom';
import type { Slots, TypeSpec } from '../objects/typeobject';
import { clearField, clearingOnError, iteratorType, newIterator, positionalArguments, repairingOnError, replaceItem } from './itertoolstypes';

const FIRST = 4;
const SECOND = 6;
const THIRD = 8;
const FOURTH = 10;
const FIFTH = 12;

/// Whether the function says yes to the item, which is held.
function asks(it: Interp, fn: Ptr, item: Ptr): boolean {
  const answer = it.own(call(it, fn, [item]));
  const truth = isTrue(it, answer);
  it.drop();
  return truth;
}

/// `type(function, iterable)`
const functionAndIterator = (name: string): Slots['new'] => (it, type, args, kwnames) => {
  const [fn, iterable] = positionalArguments(it, type, name, args, kwnames, 2, 2) as [Ptr, Ptr];
  const iterator = getIter(it, iterable);
  return newIterator(it, type, [[FIRST, it.newRef(fn)], [SECOND, iterator]]);
};

export const takewhileSpec: TypeSpec = iteratorType('takewhile', 40, [SECOND, FIRST], {
  new: functionAndIterator('takewhile'),
  iternext: (it, p) => {
    if (it.i32[p + THIRD] !== 0) return 0;
    const item = iterNext(it, it.i32[p + SECOND]!);
    if (item === 0) return 0;
    it.own(item);
    if (asks(it, it.i32[p + FIRST]!, item)) return it.take();
    it.i32[p + THIRD] = 1;
    it.drop();
    return 0;
  }
}, { drops: [FIRST, SECOND] });

export const dropwhileSpec: TypeSpec = iteratorType('dropwhile', 40, [SECOND, FIRST], {
  new: functionAndIterator('dropwhile'),
  iternext: (it, p) => {
    for (;;) {
      const item = iterNext(it, it.i32[p + SECOND]!);
      if (item === 0 || it.i32[p + THIRD] !== 0) return item;
      it.own(item);
      if (!asks(it, it.i32[p + FIRST]!, item)) {
        it.i32[p + THIRD] = 1;
        return it.take();
      }
      it.drop();
    }
  }
}, { drops: [FIRST, SECOND] });

export const filterfalseSpec: TypeSpec = iteratorType('filterfalse', 32, [SECOND, FIRST], {
  new: functionAndIterator('filterfalse'),
  iternext: (it, p) => {
    const fn = it.i32[p + FIRST]!;
    const plain = fn === it.singletons.none || fn === it.types.bool.ptr;
    for (;;) {
      const item = iterNext(it, it.i32[p + SECOND]!);
      if (item === 0) return 0;
      it.own(item);
      if (!(plain ? isTrue(it, item) : asks(it, fn, item))) return it.take();
      it.drop();
    }
  }
}, { drops: [FIRST, SECOND] });

export const starmapSpec: TypeSpec = iteratorType('starmap', 32, [SECOND, FIRST], {
  new: functionAndIterator('starmap'),
  iternext: (it, p) => {
    const given = iterNext(it, it.i32[p + SECOND]!);
    if (given === 0) return 0;
    it.own(given);
    const tuple = it.own(it.dropFor(tupleFromIterable(it, given)));
    return it.dropFor(callWithTuple(it, it.i32[p + FIRST]!, tuple));
  }
}, { drops: [FIRST, SECOND] });

export const compressSpec: TypeSpec = iteratorType('compress', 32, [FIRST, SECOND], {
  new: (it, type, args, kwnames) => {
    const [data, selectors] = bindArguments(it, 'compress', ['data', 'selectors'], { required: 2 }, args, kwnames) as [Ptr, Ptr];
    const first = it.own(getIter(it, data));
    const second = getIter(it, selectors);
    it.take();
    return newIterator(it, type, [[FIRST, first], [SECOND, second]]);
  },
  iternext: (it, p) => {
    for (;;) {
      const item = iterNext(it, it.i32[p + FIRST]!);
      if (item === 0) return 0;
      it.own(item);
      const selector = iterNext(it, it.i32[p + SECOND]!);
      if (selector === 0) {
        it.drop();
        return 0;
      }
      it.own(selector);
      const wanted = isTrue(it, selector);
      it.drop();
      if (wanted) return it.take();
      it.drop();
    }
  }
});

export const accumulateSpec = (bytes: number): TypeSpec => iteratorType('accumulate', bytes, [THIRD, FIRST, SECOND, FOURTH], {
  new: (it, type, args, kwnames) => {
    const [iterable, fn, initial] = bindArguments(it, 'accumulate', ['iterable', 'func', 'initial'], { required: 1, keywordOnly: 1 }, args, kwnames) as [Ptr, Ptr, Ptr];
    const iterator = getIter(it, iterable);
    const { none } = it.singletons;
    return newIterator(it, type, [[SECOND, iterator], [THIRD, fn === 0 || fn === none ? 0 : it.newRef(fn)], [FOURTH, it.newRef(initial || none)]]);
  },
  iternext: (it, p) => {
    const i32 = it.i32;
    const { none } = it.singletons;
    if (i32[p + FOURTH] !== none) {
      i32[p + FIRST] = i32[p + FOURTH]!;
      i32[p + FOURTH] = none;
      return it.newRef(i32[p + FIRST]!);
    }
    const item = iterNext(it, i32[p + SECOND]!);
    if (item === 0) return 0;
    const total = i32[p + FIRST]!;
    if (total === 0) {
      i32[p + FIRST] = it.newRef(item);
      return item;
    }
    it.own(item);
    const fn = i32[p + THIRD]!;
    const next = it.dropFor(fn === 0 ? binaryOp(it, NB.ADD, total, item) : call(it, fn, [total, item]));
    it.own(next);
    setReference(it, p, FIRST, it.newRef(next));
    return it.take();
  }
});

/// The tuple for the next result, a new reference: the last one again if nobody kept it, else one with NULL items.
function nextResult(it: Interp, result: Ptr, size: number): Ptr {
  return it.i32[result] === 1 ? it.newRef(result) : newTuple(it, size);
}

export const pairwiseSpec = (keepsResult: boolean): TypeSpec => iteratorType('pairwise', keepsResult ? 40 : 32, keepsResult ? [FIRST, SECOND, THIRD] : [FIRST, SECOND], {
  new: (it, type, args, kwnames) => {
    const [iterable] = positionalArguments(it, type, 'pairwise', args, kwnames, 1, 1) as [Ptr];
    const iterator = it.own(getIter(it, iterable));
    const { none } = it.singletons;
    const result = keepsResult ? tupleFrom(it, [none, none]) : 0;
    it.take();
    return newIterator(it, type, keepsResult ? [[FIRST, iterator], [THIRD, result]] : [[FIRST, iterator]]);
  },
  iternext: (it, p) => {
    const i32 = it.i32;
    if (i32[p + FIRST] === 0) return 0;
    if (i32[p + SECOND] === 0) {
      const first = clearingOnError(it, p, FIRST, () => iterNext(it, i32[p + FIRST]!));
      if (first === 0) return clearField(it, p, FIRST);
      setReference(it, p, SECOND, first);
      // Asking for it may have ended the iterator.
      if (i32[p + FIRST] === 0) return clearField(it, p, SECOND);
    }
    const old = it.own(it.newRef(i32[p + SECOND]!));
    const end = (): void => {
      clearField(it, p, FIRST);
      clearField(it, p, SECOND);
    };
    const next = repairingOnError(it, () => iterNext(it, i32[p + FIRST]!), end);
    if (next === 0) {
      end();
      it.drop();
      return 0;
    }
    it.own(next);
    let result: Ptr;
    if (keepsResult) {
      result = it.own(nextResult(it, i32[p + THIRD]!, 2));
      const last = [tupleGet(it, result, 0), tupleGet(it, result, 1)];
      tupleSetInit(it, result, 0, it.newRef(old));
      tupleSetInit(it, result, 1, it.newRef(next));
      if (it.recording) it.touch(result);
      dropInOrder(it, last);
      tupleReused(it, result);
    } else {
      result = it.own(tupleFrom(it, [old, next]));
    }
    setReference(it, p, SECOND, it.newRef(next));
    it.take();
    return it.unwindFor(it.held.length - 2, result);
  }
});

export const batchedSpec: TypeSpec = iteratorType('batched', 40, [FIRST], {
  new: (it, type, args, kwnames) => {
    const [iterable, n, strict] = bindArguments(it, 'batched', ['iterable', 'n', 'strict'], { required: 2, keywordOnly: 1 }, args, kwnames) as [Ptr, Ptr, Ptr];
    const size = ssizeNumber(it, n);
    const isStrict = strict !== 0 && isTrue(it, strict);
    if (size < 1) it.valueError('n must be at least one');
    const p = newIterator(it, type, [[FIRST, getIter(it, iterable)]]);
    it.i32[p + SECOND] = Math.min(size, 0x7fffffff);
    it.i32[p + THIRD] = isStrict ? 1 : 0;
    return p;
  },
  iternext: (it, p) => {
    const iterator = it.i32[p + FIRST]!;
    if (iterator === 0) return 0;
    const size = it.i32[p + SECOND]!;
    const mark = it.held.length;
    while (it.held.length - mark < size) {
      const item = iterNext(it, iterator);
      if (item === 0) break;
      it.own(item);
    }
    const items = it.held.splice(mark);
    if (items.length === 0) return clearField(it, p, FIRST);
    const result = tupleSteal(it, items);
    if (items.length === size) return result;
    if (it.i32[p + THIRD] !== 0) {
      it.own(result);
      clearField(it, p, FIRST);
      it.valueError('batched(): incomplete batch');
    }
    return result;
  }
});

export const zipLongestSpec: TypeSpec = iteratorType('zip_longest', 56, [THIRD, FOURTH, FIFTH], {
  new: (it, type, args, kwnames) => {
    const keywords = keywordCount(it, kwnames);
    const positional = args.length - keywords;
    let fill = it.singletons.none;
    if (keywords > 0) {
      if (keywords > 1 || it.text(tupleGet(it, kwnames, 0)) !== 'fillvalue') it.typeError('zip_longest() got an unexpected keyword argument');
      fill = args[positional]!;
    }
    const iterators = it.own(newTuple(it, positional));
    for (let i = 0; i < positional; i++) tupleSetInit(it, iterators, i, getIter(it, args[i]!));
    tupleTrack(it, iterators);
    const result = tupleFrom(it, Array.from({ length: positional }, () => it.singletons.none));
    it.take();
    const p = newIterator(it, type, [[THIRD, iterators], [FOURTH, result], [FIFTH, it.newRef(fill)]]);
    it.i32[p + FIRST] = it.i32[p + SECOND] = positional;
    return p;
  },
  iternext: (it, p) => {
    const i32 = it.i32;
    const size = i32[p + FIRST]!;
    if (size === 0 || i32[p + SECOND] === 0) return 0;
    const result = it.own(nextResult(it, i32[p + FOURTH]!, size));
    for (let i = 0; i < size; i++) {
      const iterator = tupleGet(it, i32[p + THIRD]!, i);
      let item = 0;
      if (iterator !== 0) {
        item = repairingOnError(it, () => iterNext(it, iterator), () => { i32[p + SECOND] = 0; });
        if (item === 0) {
          i32[p + SECOND] = i32[p + SECOND]! - 1;
          if (i32[p + SECOND] === 0) {
            it.drop();
            return 0;
          }
          replaceItem(it, i32[p + THIRD]!, i, iterator, 0);
        }
      }
      replaceItem(it, result, i, tupleGet(it, result, i), item || it.newRef(i32[p + FIFTH]!));
    }
    tupleReused(it, it.take());
    return result;
  }
});
