/// The type list and its iterators. CPython 3.14 Objects/listobject.c
import { untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { indexNumber, reprText } from './abstract';
import { checkPositional, noKeywords, positionalCount } from './args';
import { allocException } from './exceptions';
import { dropInOrder, dropReversed } from './dropping';
import { newInt } from './int';
import { endIndexIterator, indexIteratorSpec, newIndexIterator } from './indexiter';
import type { Interp } from './interp';
import {
  allocList, isList, listAppend, listClear, listDelItem, listExtend, listFromMemory, listGet, listInsert,
  listPop, listReplace, listResize, listSet, listSize, listSlice, newList
} from './list';
import { listSortMethod } from './listsort';
import { guardedRepr, joinReprs } from './reprenter';
import { compareLengths, compareSequences, countItems, findItem } from './sequence';
import { sequenceFast } from './sequencefast';
import { adjustedSlice, isSlice } from './slice';
import { boundArgument, clampedIndex, hasIndex, intSsize, subscriptIndex } from './ssize';
import { newStr } from './str';
import { isTuple, tupleFrom, tupleItems, tupleSize } from './tuple';
import { CompareOp } from './typeobject';
import type { TypeSpec } from './typeobject';

function listDealloc(it: Interp, p: Ptr): void {
  const i32 = it.i32;
  untrack(i32, p);
  const items = i32[p + 6]!;
  if (items !== 0) {
    dropReversed(it, items, i32[p + 4]!);
    it.memory.free(items);
  }
  it.freeInstance(p);
}

/// The message is one static str (_Py_STR(list_err)).
function raiseListIndex(it: Interp): never {
  it.throwException(allocException(it, it.types.IndexError, tupleFrom(it, [it.name('list index out of range')])));
}

function listItem(it: Interp, p: Ptr, index: number): Ptr {
  if (index < 0 || index >= it.i32[p + 4]!) raiseListIndex(it);
  const item = it.i32[it.i32[p + 6]! + 2 * index]!;
  it.incref(item);
  return item;
}

function listAssItem(it: Interp, p: Ptr, index: number, value: Ptr): void {
  if (index < 0 || index >= it.i32[p + 4]!) it.raise(it.types.IndexError, 'list assignment index out of range');
  if (value === 0) listDelItem(it, p, index);
  else listSet(it, p, index, it.newRef(value));
}

function listSubscript(it: Interp, p: Ptr, key: Ptr): Ptr {
  if (hasIndex(it, key)) {
    const index = subscriptIndex(it, key);
    return listItem(it, p, index < 0 ? index + listSize(it, p) : index);
  }
  if (!isSlice(it, key)) it.typeError(`list indices must be integers or slices, not ${it.typeOf(key).name}`);
  const { start, step, length } = adjustedSlice(it, key, listSize, p);
  if (length <= 0) return newList(it, 0);
  return listFromMemory(it, it.i32[p + 6]! + 2 * start, length, 2 * step);
}

function listAssSubscript(it: Interp, p: Ptr, key: Ptr, value: Ptr): void {
  if (hasIndex(it, key)) {
    const index = subscriptIndex(it, key);
    listAssItem(it, p, index < 0 ? index + listSize(it, p) : index, value);
    return;
  }
  if (!isSlice(it, key)) it.typeError(`list indices must be integers or slices, not ${it.typeOf(key).name}`);
  if (value === 0) {
    const { start, stop, step, length } = adjustedSlice(it, key, listSize, p);
    if (step === 1) listReplace(it, p, start, Math.max(stop, start), 0, 0);
    else deleteExtended(it, p, start, step, length);
    return;
  }
  const size = listSize(it, p);
  const { stop, step, ...span } = adjustedSlice(it, key, listSize, p);
  let { start, length } = span;
  const sequence = it.own(assignedSequence(it, p, key, value));
  const isTupleOfThem = isTuple(it, sequence);
  const count = isTupleOfThem ? tupleSize(it, sequence) : listSize(it, sequence);
  const items = isTupleOfThem ? tupleItems(it, sequence) : it.i32[sequence + 6]!;
  // NOT-CPYTHON: 3.11 writes over the end of a list that became shorter.
  if (step !== 1 && (it.profile.measuresSlicesLast ? listSize(it, p) !== size : listSize(it, p) < size)) ({ start, length } = adjustedSlice(it, key, listSize, p));
  if (step === 1) {
    // Iterating over the value may have changed the list.
    const left = listSize(it, p);
    const first = Math.min(start, left);
    listReplace(it, p, first, Math.min(Math.max(stop, first), left), items, count);
  } else if (count !== length) {
    it.valueError(`attempt to assign sequence of size ${count} to extended slice of size ${length}`);
  } else {
    assignExtended(it, p, start, step, items, length);
  }
  it.drop();
}

/// What is assigned to a slice as a list or tuple that is not the list itself; a new reference.
function assignedSequence(it: Interp, p: Ptr, key: Ptr, value: Ptr): Ptr {
  if (value === p) return listSlice(it, p, 0, listSize(it, p));
  const simple = it.profile.sliceAssignSaysIterable && it.i32[key + 8] === it.singletons.none;
  return sequenceFast(it, value, simple ? 'can only assign an iterable' : 'must assign iterable to extended slice');
}

/// Deletes every `step`th item; they are dropped from the lowest index to the highest (list_ass_subscript).
function deleteExtended(it: Interp, p: Ptr, start: number, step: number, length: number): void {
  if (length <= 0) return;
  const i32 = it.i32;
  if (step < 0) {
    start += step * (length - 1);
    step = -step;
  }
  const items = i32[p + 6]!;
  const size = listSize(it, p);
  const garbage: Ptr[] = [];
  for (let n = 0; n < length; n++) {
    const index = start + n * step;
    garbage.push(i32[items + 2 * index]!);
    const end = Math.min(index + step, size);
    i32.copyWithin(items + 2 * (index - n), items + 2 * (index + 1), items + 2 * end);
  }
  const last = start + length * step;
  if (last < size) i32.copyWithin(items + 2 * (last - length), items + 2 * last, items + 2 * size);
  listResize(it, p, size - length);
  if (it.recording) it.touch(p);
  dropInOrder(it, garbage);
}

function assignExtended(it: Interp, p: Ptr, start: number, step: number, base: Ptr, length: number): void {
  const i32 = it.i32;
  const garbage: Ptr[] = [];
  for (let n = 0, at = i32[p + 6]! + 2 * start; n < length; n++, at += 2 * step) {
    garbage.push(i32[at]!);
    i32[at] = it.newRef(i32[base + 2 * n]!);
  }
  if (it.recording) it.touch(p);
  dropInOrder(it, garbage);
}

function listConcat(it: Interp, a: Ptr, b: Ptr): Ptr {
  if (!isList(it, b)) it.typeError(`can only concatenate list (not "${it.typeOf(b).name}") to list`);
  const sizeA = listSize(it, a);
  const sizeB = listSize(it, b);
  const p = newList(it, sizeA + sizeB);
  const i32 = it.i32;
  let to = i32[p + 6]!;
  for (let n = sizeA, from = i32[a + 6]!; n > 0; n--, from += 2, to += 2) i32[to] = it.newRef(i32[from]!);
  for (let n = sizeB, from = i32[b + 6]!; n > 0; n--, from += 2, to += 2) i32[to] = it.newRef(i32[from]!);
  return p;
}

/// More items than any simulated memory holds.
const TOO_MANY = 2 ** 28;

function listRepeat(it: Interp, p: Ptr, count: number): Ptr {
  const size = listSize(it, p);
  if (size === 0 || count <= 0) return newList(it, 0);
  if (size * count > TOO_MANY) it.noMemory();
  const result = newList(it, size * count);
  repeatItems(it, it.i32[p + 6]!, it.i32[result + 6]!, size, count);
  return result;
}

/// Writes the `size` references at `from` `count` times to `to`.
function repeatItems(it: Interp, from: Ptr, to: Ptr, size: number, count: number): void {
  const i32 = it.i32;
  for (let n = 0; n < count; n++) {
    for (let i = 0; i < 2 * size; i += 2, to += 2) i32[to] = it.newRef(i32[from + i]!);
  }
}

function listInplaceRepeat(it: Interp, p: Ptr, count: number): Ptr {
  const size = listSize(it, p);
  if (count <= 0) {
    listClear(it, p);
  } else if (size > 0 && count > 1) {
    if (size * count > TOO_MANY) it.noMemory();
    listResize(it, p, size * count);
    const items = it.i32[p + 6]!;
    repeatItems(it, items, items + 2 * size, size, count - 1);
    if (it.recording) it.touch(p);
  }
  return it.newRef(p);
}

function listRichCompare(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  if (!isList(it, v) || !isList(it, w)) return it.singletons.notImplemented;
  const differ = listSize(it, v) !== listSize(it, w);
  if (differ && (op === CompareOp.EQ || op === CompareOp.NE)) return it.bool(compareLengths(0, 1, op));
  return compareSequences(it, v, w, op, listSize, listGet, true);
}

function listRepr(it: Interp, p: Ptr): Ptr {
  if (listSize(it, p) === 0) return newStr(it, '[]');
  return guardedRepr(it, p, '[...]', () => {
    let i = 0;
    return `[${joinReprs(it, it.profile.listReprHoldsItems, () => (i < listSize(it, p) ? listGet(it, p, i++) : 0))}]`;
  });
}

function listIterNext(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const list = i32[p + 6]!;
  if (list === 0) return 0;
  const index = i32[p + 4]!;
  if (index >= i32[list + 4]!) return endIndexIterator(it, p);
  i32[p + 4] = index + 1;
  const item = i32[i32[list + 6]! + 2 * index]!;
  it.incref(item);
  return item;
}

function listReverseIterNext(it: Interp, p: Ptr): Ptr {
  const list = it.i32[p + 6]!;
  if (list === 0) return 0;
  const index = it.i32[p + 4]!;
  if (index < 0 && it.profile.keepsReversedList) return 0;
  if (index < 0 || index >= listSize(it, list)) {
    it.i32[p + 4] = -1;
    return endIndexIterator(it, p);
  }
  it.i32[p + 4] = index - 1;
  return it.newRef(listGet(it, list, index));
}

export const listSpec: TypeSpec = {
  name: 'list',
  basicsize: 40,
  hasGc: true,
  isBaseType: true,
  slots: {
    size: (it, p) => it.typeOf(p).basicsize + 8 * it.i32[p + 8]!,
    traverse: (it, p, visitor) => {
      const items = it.i32[p + 6]!;
      for (let i = items + 2 * listSize(it, p) - 2; i >= items; i -= 2) if (it.i32[i] !== 0) visitor.visit(it.i32[i]!);
    },
    clear: listClear,
    dealloc: listDealloc,
    repr: listRepr,
    richcompare: listRichCompare,
    iter: (it, p) => newIndexIterator(it, it.types.list_iterator, p, 0),
    new: (it, type) => allocList(it, type, true),
    init: (it, p, args, kwnames) => {
      const type = it.typeOf(p);
      if (type === it.types.list || type.slots.new === it.types.list.slots.new) noKeywords(it, 'list', kwnames);
      checkPositional(it, 'list', positionalCount(it, args, kwnames), 0, 1);
      if (it.i32[p + 6] !== 0) listClear(it, p);
      if (args.length > 0) listExtend(it, p, args[0]!);
    },
    mpLength: listSize,
    mpSubscript: listSubscript,
    mpAssSubscript: listAssSubscript,
    sqLength: listSize,
    sqConcat: listConcat,
    sqRepeat: listRepeat,
    sqItem: listItem,
    sqAssItem: listAssItem,
    sqContains: (it, p, item) => findItem(it, p, item, 0, Infinity, listSize, listGet, true) >= 0,
    sqInplaceConcat: (it, p, other) => {
      listExtend(it, p, other);
      return it.newRef(p);
    },
    sqInplaceRepeat: listInplaceRepeat
  },
  methods: {
    __getitem__: { kind: 'o', fn: listSubscript },
    append: {
      kind: 'o',
      fn: (it, p, item) => {
        listAppend(it, p, item);
        return it.singletons.none;
      }
    },
    clear: {
      kind: 'noargs',
      fn: (it, p) => {
        listClear(it, p);
        return it.singletons.none;
      }
    },
    copy: { kind: 'noargs', fn: (it, p) => listSlice(it, p, 0, listSize(it, p)) },
    count: { kind: 'o', fn: (it, p, value) => newInt(it, countItems(it, p, value, listSize, listGet, true)) },
    extend: {
      kind: 'o',
      fn: (it, p, iterable) => {
        listExtend(it, p, iterable);
        return it.singletons.none;
      }
    },
    index: {
      kind: 'fastcall', min: 1, max: 3,
      fn: (it, p, args) => {
        const bound = (arg: Ptr): number => {
          const n = boundArgument(it, arg);
          return n < 0 ? Math.max(n + listSize(it, p), 0) : n;
        };
        const start = args.length > 1 ? bound(args[1]!) : 0;
        const stop = args.length > 2 ? bound(args[2]!) : Infinity;
        const found = findItem(it, p, args[0]!, start, stop, listSize, listGet, true);
        if (found < 0) notInList(it, args[0]!);
        return newInt(it, found);
      }
    },
    insert: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, p, args) => {
        listInsert(it, p, clampedIndex(it, args[0]!), args[1]!);
        return it.singletons.none;
      }
    },
    pop: {
      kind: 'fastcall', min: 0, max: 1,
      fn: (it, p, args) => {
        let index = args.length > 0 ? indexNumber(it, args[0]!) : -1;
        if (listSize(it, p) === 0) it.raise(it.types.IndexError, 'pop from empty list');
        if (index < 0) index += listSize(it, p);
        if (index < 0 || index >= listSize(it, p)) it.raise(it.types.IndexError, 'pop index out of range');
        return listPop(it, p, index);
      }
    },
    remove: {
      kind: 'o',
      fn: (it, p, value) => {
        const found = findItem(it, p, value, 0, Infinity, listSize, listGet, true);
        if (found < 0) it.valueError('list.remove(x): x not in list');
        listReplace(it, p, found, found + 1, 0, 0);
        return it.singletons.none;
      }
    },
    reverse: {
      kind: 'noargs',
      fn: (it, p) => {
        const i32 = it.i32;
        for (let low = i32[p + 6]!, high = low + 2 * listSize(it, p) - 2; low < high; low += 2, high -= 2) {
          const item = i32[low]!;
          i32[low] = i32[high]!;
          i32[high] = item;
        }
        if (it.recording) it.touch(p);
        return it.singletons.none;
      }
    },
    sort: { kind: 'keywords', fn: listSortMethod },
    __reversed__: { kind: 'noargs', fn: (it, p) => newIndexIterator(it, it.types.list_reverseiterator, p, listSize(it, p) - 1) }
  }
};

function notInList(it: Interp, value: Ptr): never {
  if (!it.profile.listIndexNamesValue) it.valueError('list.index(x): x not in list');
  it.valueError(`${reprText(it, value)} is not in list`);
}

export const listIteratorSpec: TypeSpec = indexIteratorSpec('list_iterator', listSize, listIterNext);

const listReverseIterator = indexIteratorSpec('list_reverseiterator', listSize, listReverseIterNext);
export const listReverseIteratorSpec: TypeSpec = {
  ...listReverseIterator,
  methods: {
    __length_hint__: {
      kind: 'noargs',
      fn: (it, p) => {
        const list = it.i32[p + 6]!;
        const length = it.i32[p + 4]! + 1;
        return newInt(it, list === 0 || listSize(it, list) < length ? 0 : length);
      }
    },
    __setstate__: {
      kind: 'o',
      fn: (it, p, state) => {
        const list = it.i32[p + 6]!;
        if (list !== 0) it.i32[p + 4] = Math.min(Math.max(intSsize(it, state), -1), listSize(it, list) - 1);
        return it.singletons.none;
      }
    }
  }
};
