/// enumerate and reversed. CPython 3.14 Objects/enumobject.c
///
/// enumobject: en_index at p + 4 (a double), en_sit at p + 6, en_result at p + 8, en_longindex at p + 10 (an int object
/// once the index is too large, else 0). reversedobject: index at p + 4, seq at p + 6 (0 = exhausted).
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, getIter, index, iterNext, length } from './abstract';
import { checkPositional, keywordCount, noKeywords } from './args';
import { dropFields, dropPair } from './dropping';
import { bigValue, intFrom, intValue, MAX_SAFE, newInt } from './int';
import { endIndexIterator, INDEX_ITERATOR_BYTES, indexIteratorSlots } from './indexiter';
import type { Interp } from './interp';
import { sequenceItemOrEnd } from './iterobject';
import { bindSpecial } from './special';
import { tupleGet, tupleReused, tupleSetInit, tupleSteal } from './tuple';
import type { TypeObject, TypeSpec } from './typeobject';

const ENUMERATE_BYTES = 56;

/// The arguments `iterable` and `start`, 0 if not given (enumerate_vectorcall).
function enumerateArguments(it: Interp, args: readonly Ptr[], kwnames: Ptr): [Ptr, Ptr] {
  const keywords = keywordCount(it, kwnames);
  const positional = args.length - keywords;
  if (args.length > 2) it.typeError(`enumerate() takes at most 2 arguments (${args.length} given)`);
  let iterable = positional > 0 ? args[0]! : 0;
  let start = positional > 1 ? args[1]! : 0;
  for (let i = 0; i < keywords; i++) {
    const name = it.text(tupleGet(it, kwnames, i));
    if (name === 'start' && start === 0) start = args[positional + i]!;
    else if (name === 'iterable' && iterable === 0) iterable = args[positional + i]!;
    else it.typeError(`'${name}' is an invalid keyword argument for enumerate()`);
  }
  if (iterable === 0) it.typeError("enumerate() missing required argument 'iterable'");
  return [iterable, start];
}

function enumerateNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [iterable, startArgument] = enumerateArguments(it, args, kwnames);
  const p = it.own(it.allocInstance(type, ENUMERATE_BYTES));
  const i32 = it.i32;
  if (startArgument !== 0) {
    const start = index(it, startArgument);
    if (typeof intValue(it, start) === 'bigint') {
      i32[p + 10] = start;
    } else {
      it.f64[(p + 4) >> 1] = Number(intValue(it, start));
      it.decref(start);
    }
  }
  i32[p + 6] = getIter(it, iterable);
  const none = it.singletons.none;
  i32[p + 8] = tupleSteal(it, [it.newRef(none), it.newRef(none)]);
  track(i32, p);
  return it.take();
}

/// The index of the next item as an int object; counts on.
function nextIndex(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const f = (p + 4) >> 1;
  if (i32[p + 10] === 0) {
    const value = it.f64[f]!;
    if (value < MAX_SAFE) {
      it.f64[f] = value + 1;
      return newInt(it, value);
    }
    i32[p + 10] = newInt(it, value);
  }
  const current = i32[p + 10]!;
  i32[p + 10] = intFrom(it, bigValue(it, current) + 1n);
  return current;
}

/// CPython 3.14 enum_next: hands out the same tuple again if nobody kept it.
function enumerateNext(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const item = iterNext(it, i32[p + 6]!);
  if (item === 0) return 0;
  it.own(item);
  const number = nextIndex(it, p);
  it.take();
  const result = i32[p + 8]!;
  if (i32[result] !== 1) return tupleSteal(it, [number, item]);
  it.incref(result);
  const oldIndex = tupleGet(it, result, 0);
  const oldItem = tupleGet(it, result, 1);
  tupleSetInit(it, result, 0, number);
  tupleSetInit(it, result, 1, item);
  tupleReused(it, result);
  dropPair(it, oldIndex, oldItem, result);
  return result;
}

export const enumerateSpec: TypeSpec = {
  name: 'enumerate',
  basicsize: ENUMERATE_BYTES,
  hasGc: true,
  isBaseType: true,
  slots: {
    size: (it, p) => it.typeOf(p).basicsize,
    traverse: (it, p, visitor) => {
      for (const at of [6, 8, 10]) if (it.i32[p + at] !== 0) visitor.visit(it.i32[p + at]!);
    },
    dealloc: (it, p) => {
      untrack(it.i32, p);
      dropFields(it, p, [6, 8, 10]);
      it.freeInstance(p);
    },
    iter: (it, p) => it.newRef(p),
    iternext: enumerateNext,
    new: enumerateNew
  }
};

function reversedNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  noKeywords(it, 'reversed', kwnames);
  checkPositional(it, 'reversed', args.length, 1, 1);
  const sequence = args[0]!;
  const method = bindSpecial(it, sequence, '__reversed__');
  if (method !== 0) {
    it.own(method);
    if (method === it.singletons.none) notReversible(it, sequence);
    const result = call(it, method);
    it.drop();
    return result;
  }
  if (it.typeOf(sequence).slots.sqItem === undefined) notReversible(it, sequence);
  const last = length(it, sequence) - 1;
  const p = it.allocInstance(type, INDEX_ITERATOR_BYTES);
  it.i32[p + 4] = last;
  it.i32[p + 6] = it.newRef(sequence);
  track(it.i32, p);
  return p;
}

function notReversible(it: Interp, p: Ptr): never {
  it.typeError(`'${it.typeOf(p).name}' object is not reversible`);
}

function reversedNext(it: Interp, p: Ptr): Ptr {
  const index = it.i32[p + 4]!;
  const sequence = it.i32[p + 6]!;
  if (sequence === 0) return 0;
  if (index >= 0) {
    const item = sequenceItemOrEnd(it, sequence, index);
    if (item !== 0) {
      it.i32[p + 4] = index - 1;
      return item;
    }
  }
  it.i32[p + 4] = -1;
  return it.i32[p + 6] === 0 ? 0 : endIndexIterator(it, p);
}

export const reversedSpec: TypeSpec = {
  name: 'reversed',
  basicsize: INDEX_ITERATOR_BYTES,
  hasGc: true,
  isBaseType: true,
  slots: { ...indexIteratorSlots, size: (it, p) => it.typeOf(p).basicsize, iternext: reversedNext, new: reversedNew },
  methods: {
    __length_hint__: {
      kind: 'noargs',
      fn: (it, p) => {
        const sequence = it.i32[p + 6]!;
        if (sequence === 0) return newInt(it, 0);
        const position = it.i32[p + 4]! + 1;
        return newInt(it, length(it, sequence) < position ? 0 : position);
      }
    }
  }
};
