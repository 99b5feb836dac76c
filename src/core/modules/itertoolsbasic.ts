/// itertools.count, cycle, repeat, chain and islice. CPython 3.14 Modules/itertoolsmodule.c
///
/// countobject: cnt at p + 4 (a double; unused once long_cnt is set), long_cnt at p + 6, long_step at p + 8. cycleobject: it at
/// p + 4, saved at p + 6, index at p + 8. repeatobject: element at p + 4, cnt at p + 6 (a double; -1 = without end).
/// chainobject: source at p + 4, active at p + 6. isliceobject: it at p + 4, next, stop (-1 = none), step and cnt at p + 6,
/// 8, 10 and 12, doubles.
import type { Ptr } from '../memory/ram';
import { getIter, iterNext, reprText } from '../objects/abstract';
import { bindArguments } from '../objects/args';
import { classGetItem } from '../objects/genericalias';
import { intValue, isInt, MAX_SAFE, newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listAppend, listGet, listSize, newList } from '../objects/list';
import { binaryOp, NB } from '../objects/number';
import { ssizeNumber } from '../objects/ssize';
import { newStr } from '../objects/str';
import { tupleFrom, tupleSteal } from '../objects/tuple';
import { typeFrom } from '../objects/type';
import type { NativeMethod, TypeSpec } from '../objects/typeobject';
import { clearField, clearingOnError, iteratorType, newIterator, positionalArguments } from './itertoolstypes';

const FIRST = 4;
const SECOND = 6;
const THIRD = 8;
const FIRST_PASS = 10;

/// A number in a field of 8 bytes.
const number = (it: Interp, p: Ptr, field: number): number => it.f64[(p + field) >> 1]!;
const setNumber = (it: Interp, p: Ptr, field: number, value: number): void => {
  it.f64[(p + field) >> 1] = value;
};

/// `(type, (item, ...))`; takes the items over.
const reduced = (items: (it: Interp, p: Ptr) => Ptr[]): NativeMethod => ({
  kind: 'noargs',
  fn: (it, p) => tupleSteal(it, [it.newRef(it.typeOf(p).ptr), tupleSteal(it, items(it, p))])
});

const isNumber = (it: Interp, p: Ptr): boolean => {
  const { nbInt, nbFloat, nbIndex } = it.typeOf(p).slots;
  return nbInt !== undefined || nbFloat !== undefined || nbIndex !== undefined || it.typeOf(p).isSubtypeOf(it.types.complex);
};

export const countSpec: TypeSpec = iteratorType('count', 40, [SECOND, THIRD], {
  new: (it, type, args, kwnames) => {
    const [start, step] = bindArguments(it, 'count', ['start', 'step'], {}, args, kwnames) as [Ptr, Ptr];
    for (const given of [start, step]) if (given !== 0 && !isNumber(it, given)) it.typeError('a number is required');
    const stepsByOne = step === 0 || (isInt(it, step) && intValue(it, step) === 1);
    const value = start === 0 ? 0 : isInt(it, start) ? intValue(it, start) : undefined;
    const fast = stepsByOne && typeof value === 'number' && value < MAX_SAFE;
    const p = newIterator(it, type, [[SECOND, fast ? 0 : it.newRef(start || newInt(it, 0))], [THIRD, it.newRef(step || newInt(it, 1))]]);
    if (fast) setNumber(it, p, FIRST, value);
    return p;
  },
  iternext: (it, p) => {
    const i32 = it.i32;
    if (i32[p + SECOND] === 0) {
      const value = number(it, p, FIRST);
      if (value < MAX_SAFE) {
        setNumber(it, p, FIRST, value + 1);
        return newInt(it, value);
      }
      i32[p + SECOND] = newInt(it, value);
    }
    const current = i32[p + SECOND]!;
    i32[p + SECOND] = binaryOp(it, NB.ADD, current, i32[p + THIRD]!);
    if (it.recording) it.touch(p);
    return current;
  },
  repr: (it, p) => {
    const { shortName } = it.typeOf(p);
    const current = it.i32[p + SECOND]!;
    if (current === 0) return newStr(it, `${shortName}(${number(it, p, FIRST)})`);
    const step = it.i32[p + THIRD]!;
    const stepText = isInt(it, step) && intValue(it, step) === 1 ? '' : `, ${reprText(it, step)}`;
    return newStr(it, `${shortName}(${reprText(it, current)}${stepText})`);
  }
}, { drops: [SECOND, THIRD] });

export const countReduce = reduced((it, p) => {
  const current = it.i32[p + SECOND]!;
  return current === 0 ? [newInt(it, number(it, p, FIRST))] : [it.newRef(current), it.newRef(it.i32[p + THIRD]!)];
});

export const cycleSpec = (bytes: number): TypeSpec => iteratorType('cycle', bytes, [FIRST, SECOND], {
  new: (it, type, args, kwnames) => {
    const [iterable] = positionalArguments(it, type, 'cycle', args, kwnames, 1, 1) as [Ptr];
    const iterator = it.own(getIter(it, iterable));
    const saved = newList(it, 0);
    it.take();
    return newIterator(it, type, [[FIRST, iterator], [SECOND, saved]]);
  },
  iternext: (it, p) => {
    const i32 = it.i32;
    const saved = i32[p + SECOND]!;
    if (i32[p + FIRST] !== 0) {
      const item = iterNext(it, i32[p + FIRST]!);
      if (item !== 0) {
        // A copy of a cycle has the items saved already (firstpass, up to 3.13).
        if (bytes === 40 || i32[p + FIRST_PASS] === 0) listAppend(it, saved, item);
        return item;
      }
      clearField(it, p, FIRST);
    }
    if (listSize(it, saved) === 0) return 0;
    const index = i32[p + THIRD]!;
    const item = it.newRef(listGet(it, saved, index));
    i32[p + THIRD] = index + 1 >= listSize(it, saved) ? 0 : index + 1;
    return item;
  }
}, { drops: [SECOND, FIRST] });

export const repeatSpec: TypeSpec = iteratorType('repeat', 32, [FIRST], {
  new: (it, type, args, kwnames) => {
    const [element, times] = bindArguments(it, 'repeat', ['object', 'times'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
    const count = times === 0 ? -1 : Math.max(ssizeNumber(it, times), 0);
    const p = newIterator(it, type, [[FIRST, it.newRef(element)]]);
    setNumber(it, p, SECOND, count);
    return p;
  },
  iternext: (it, p) => {
    const left = number(it, p, SECOND);
    if (left === 0) return 0;
    if (left > 0) setNumber(it, p, SECOND, left - 1);
    return it.newRef(it.i32[p + FIRST]!);
  },
  repr: (it, p) => {
    const left = number(it, p, SECOND);
    return newStr(it, `${it.typeOf(p).shortName}(${reprText(it, it.i32[p + FIRST]!)}${left < 0 ? '' : `, ${left}`})`);
  }
}, {
  methods: {
    __length_hint__: {
      kind: 'noargs',
      fn: (it, p) => {
        const left = number(it, p, SECOND);
        if (left < 0) it.typeError('len() of unsized object');
        return newInt(it, left);
      }
    }
  }
});

export const repeatReduce = reduced((it, p) => {
  const left = number(it, p, SECOND);
  return left < 0 ? [it.newRef(it.i32[p + FIRST]!)] : [it.newRef(it.i32[p + FIRST]!), newInt(it, left)];
});

export const chainSpec: TypeSpec = iteratorType('chain', 32, [SECOND, FIRST], {
  new: (it, type, args, kwnames) => {
    const iterables = it.own(tupleFrom(it, positionalArguments(it, type, 'chain', args, kwnames, 0, Infinity)));
    return newIterator(it, type, [[FIRST, it.dropFor(getIter(it, iterables))]]);
  },
  iternext: (it, p) => {
    const i32 = it.i32;
    while (i32[p + FIRST] !== 0) {
      if (i32[p + SECOND] === 0) {
        const iterable = iterNext(it, i32[p + FIRST]!);
        if (iterable === 0) return clearField(it, p, FIRST);
        const active = clearingOnError(it, p, FIRST, () => {
          it.own(iterable);
          return it.dropFor(getIter(it, iterable));
        });
        i32[p + SECOND] = active;
        if (it.recording) it.touch(p);
      }
      const item = iterNext(it, i32[p + SECOND]!);
      if (item !== 0) return item;
      clearField(it, p, SECOND);
    }
    return 0;
  }
}, {
  keepsArguments: true,
  methods: {
    from_iterable: {
      kind: 'o', binding: 'class',
      fn: (it, cls, iterable) => newIterator(it, typeFrom(it, cls), [[FIRST, getIter(it, iterable)]])
    },
    __class_getitem__: classGetItem
  }
});

const STOP_WORDS = 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
const Slice = { NEXT: 6, STOP: 8, STEP: 10, CNT: 12 } as const;

/// A bound as a number; None is `fallback`, and what is no number or too large -1 or less.
function bound(it: Interp, p: Ptr, fallback: number): number {
  if (p === it.singletons.none) return fallback;
  const mark = it.held.length;
  try {
    return ssizeNumber(it, p);
  } catch (error) {
    it.isGuestError(error);
    it.unwind(mark);
    it.decref(it.fetchRaised());
    return -1;
  }
}

export const isliceSpec: TypeSpec = iteratorType('islice', 56, [FIRST], {
  new: (it, type, args, kwnames) => {
    const [iterable, first, second, third] = positionalArguments(it, type, 'islice', args, kwnames, 2, 4) as [Ptr, Ptr, Ptr?, Ptr?];
    const start = second === undefined ? 0 : bound(it, first, 0);
    const stopArg = second ?? first;
    const stop = bound(it, stopArg, -1);
    if (stop === -1 && stopArg !== it.singletons.none) it.valueError(STOP_WORDS);
    if (start < 0 || stop < -1) it.valueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.');
    const step = third === undefined ? 1 : bound(it, third, 1);
    if (step < 1) it.valueError('Step for islice() must be a positive integer or None.');
    const p = newIterator(it, type, [[FIRST, getIter(it, iterable)]]);
    setNumber(it, p, Slice.NEXT, start);
    setNumber(it, p, Slice.STOP, stop);
    setNumber(it, p, Slice.STEP, step);
    return p;
  },
  iternext: (it, p) => {
    const iterator = it.i32[p + FIRST]!;
    if (iterator === 0) return 0;
    const stop = number(it, p, Slice.STOP);
    const next = number(it, p, Slice.NEXT);
    const item = clearingOnError(it, p, FIRST, () => {
      while (number(it, p, Slice.CNT) < next) {
        const skipped = iterNext(it, iterator);
        if (skipped === 0) return 0;
        it.decref(skipped);
        setNumber(it, p, Slice.CNT, number(it, p, Slice.CNT) + 1);
      }
      return stop !== -1 && number(it, p, Slice.CNT) >= stop ? 0 : iterNext(it, iterator);
    });
    if (item === 0) return clearField(it, p, FIRST);
    setNumber(it, p, Slice.CNT, number(it, p, Slice.CNT) + 1);
    const after = next + number(it, p, Slice.STEP);
    setNumber(it, p, Slice.NEXT, stop !== -1 && after > stop ? stop : after);
    return item;
  }
});
