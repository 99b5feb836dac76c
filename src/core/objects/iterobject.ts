/// Iterators over sequences and over calls. CPython 3.14 Objects/iterobject.c
///
/// seqiterobject: it_index at p + 4, it_seq at p + 6. calliterobject: it_callable at p + 4, it_sentinel at p + 6.
/// Either is exhausted when its object is 0.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, length, richCompareBool } from './abstract';
import { dropFields, dropInOrder } from './dropping';
import { newInt } from './int';
import { endIndexIterator, INDEX_ITERATOR_BYTES, indexIteratorSlots, newIndexIterator } from './indexiter';
import type { Interp } from './interp';
import { ssizeNumber } from './ssize';
import { CompareOp } from './typeobject';
import type { TypeSpec } from './typeobject';

/// An iterator that calls `__getitem__` with 0, 1, ...; the sequence is borrowed (PySeqIter_New).
export function newSequenceIterator(it: Interp, sequence: Ptr): Ptr {
  return newIndexIterator(it, it.types.iterator, sequence, 0);
}

/// An iterator that calls something until it returns the sentinel; both borrowed (PyCallIter_New).
export function newCallableIterator(it: Interp, callable: Ptr, sentinel: Ptr): Ptr {
  const p = it.allocGc(it.types.callable_iterator, INDEX_ITERATOR_BYTES);
  it.i32[p + 4] = it.newRef(callable);
  it.i32[p + 6] = it.newRef(sentinel);
  it.i32[p + 5] = it.i32[p + 7] = 0;
  track(it.i32, p);
  return p;
}

/// Item of anything with sq_item, or 0 if it raised IndexError or StopIteration.
export function sequenceItemOrEnd(it: Interp, sequence: Ptr, index: number): Ptr {
  const item = it.typeOf(sequence).slots.sqItem;
  if (item === undefined) it.typeError(`'${it.typeOf(sequence).name}' object does not support indexing`);
  const mark = it.held.length;
  try {
    return item(it, sequence, index);
  } catch (error) {
    it.isGuestError(error);
    if (!it.raisedIs(it.types.IndexError) && !it.raisedIs(it.types.StopIteration)) it.rethrow();
    it.unwind(mark);
    it.decref(it.fetchRaised());
    return 0;
  }
}

function sequenceIterNext(it: Interp, p: Ptr): Ptr {
  const sequence = it.i32[p + 6]!;
  if (sequence === 0) return 0;
  const item = sequenceItemOrEnd(it, sequence, it.i32[p + 4]!);
  if (item === 0) return it.i32[p + 6] === 0 ? 0 : endIndexIterator(it, p);
  it.i32[p + 4] = it.i32[p + 4]! + 1;
  return item;
}

function callIterNext(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  if (i32[p + 4] === 0) return 0;
  const callable = i32[p + 4]!;
  const result = it.catching(it.types.StopIteration, () => call(it, callable));
  if (result !== undefined) {
    it.own(result);
    const atEnd = i32[p + 6] === 0 || richCompareBool(it, i32[p + 6]!, result, CompareOp.EQ);
    if (!atEnd) return it.take();
    it.drop();
  }
  const sentinel = i32[p + 6]!;
  const held = i32[p + 4]!;
  i32[p + 4] = 0;
  i32[p + 6] = 0;
  if (it.recording) it.touch(p);
  dropInOrder(it, [held, sentinel]);
  return 0;
}

export const sequenceIteratorSpec: TypeSpec = {
  name: 'iterator',
  basicsize: INDEX_ITERATOR_BYTES,
  hasGc: true,
  disallowInstantiation: true,
  slots: { ...indexIteratorSlots, iternext: sequenceIterNext },
  methods: {
    __length_hint__: {
      kind: 'noargs',
      fn: (it, p) => {
        const sequence = it.i32[p + 6]!;
        if (sequence === 0) return newInt(it, 0);
        const slots = it.typeOf(sequence).slots;
        if (slots.sqLength === undefined && slots.mpLength === undefined) return it.singletons.notImplemented;
        return newInt(it, Math.max(length(it, sequence) - it.i32[p + 4]!, 0));
      }
    },
    __setstate__: {
      kind: 'o',
      fn: (it, p, state) => {
        const index = ssizeNumber(it, state);
        if (it.i32[p + 6] !== 0) it.i32[p + 4] = Math.max(index, 0);
        return it.singletons.none;
      }
    }
  }
};

export const callableIteratorSpec: TypeSpec = {
  name: 'callable_iterator',
  basicsize: INDEX_ITERATOR_BYTES,
  hasGc: true,
  disallowInstantiation: true,
  slots: {
    size: () => INDEX_ITERATOR_BYTES,
    traverse: (it, p, visitor) => {
      if (it.i32[p + 4] !== 0) visitor.visit(it.i32[p + 4]!);
      if (it.i32[p + 6] !== 0) visitor.visit(it.i32[p + 6]!);
    },
    dealloc: (it, p) => {
      untrack(it.i32, p);
      dropFields(it, p, [4, 6]);
      it.freeInstance(p);
    },
    iter: (it, p) => it.newRef(p),
    iternext: callIterNext
  }
};
