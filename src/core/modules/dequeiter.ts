/// Iterators over deques. CPython 3.14 Modules/_collectionsmodule.c
///
/// dequeiterobject: b at p + 4, index at p + 6, deque at p + 8, state at p + 10, counter (items left) at p + 12.
import { track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { isInstance } from '../objects/abstract';
import { positionalCount } from '../objects/args';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { recordSlots } from '../objects/record';
import { ssizeNumber } from '../objects/ssize';
import { tupleSteal } from '../objects/tuple';
import type { Slots, TypeObject, TypeSpec } from '../objects/typeobject';
import { BLOCKLEN, RIGHTLINK, dequeSize, dequeState, firstPlace, itemAt, lastPlace } from './deque';

const ITERATOR_BYTES = 56;

const Iter = { BLOCK: 4, INDEX: 6, DEQUE: 8, STATE: 10, COUNTER: 12 } as const;

/// A new iterator of one of the two types; the deque is borrowed.
export function newDequeIterator(it: Interp, type: TypeObject, d: Ptr): Ptr {
  const i32 = it.i32;
  const p = it.allocInstance(type, ITERATOR_BYTES);
  const { block, index } = type === it.moduleTypes.dequeIterator ? firstPlace(it, d) : lastPlace(it, d);
  i32[p + Iter.BLOCK] = block;
  i32[p + Iter.INDEX] = index;
  i32[p + Iter.DEQUE] = it.newRef(d);
  i32[p + Iter.STATE] = dequeState(it, d);
  i32[p + Iter.COUNTER] = dequeSize(it, d);
  track(i32, p);
  return p;
}

function mutated(it: Interp, p: Ptr): never {
  it.i32[p + Iter.COUNTER] = 0;
  it.raise(it.types.RuntimeError, 'deque mutated during iteration');
}

const isMutated = (it: Interp, p: Ptr): boolean => dequeState(it, it.i32[p + Iter.DEQUE]!) !== it.i32[p + Iter.STATE];

function iterNext(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  if (isMutated(it, p)) mutated(it, p);
  const left = i32[p + Iter.COUNTER]!;
  if (left === 0) return 0;
  const block = i32[p + Iter.BLOCK]!;
  const index = i32[p + Iter.INDEX]!;
  i32[p + Iter.COUNTER] = left - 1;
  if (index + 1 === BLOCKLEN && left > 1) {
    i32[p + Iter.BLOCK] = i32[block + RIGHTLINK]!;
    i32[p + Iter.INDEX] = 0;
  } else {
    i32[p + Iter.INDEX] = index + 1;
  }
  return it.newRef(itemAt(it, block, index));
}

function reverseIterNext(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const left = i32[p + Iter.COUNTER]!;
  if (left === 0) return 0;
  if (isMutated(it, p)) mutated(it, p);
  const block = i32[p + Iter.BLOCK]!;
  const index = i32[p + Iter.INDEX]!;
  i32[p + Iter.COUNTER] = left - 1;
  if (index === 0 && left > 1) {
    i32[p + Iter.BLOCK] = i32[block]!;
    i32[p + Iter.INDEX] = BLOCKLEN - 1;
  } else {
    i32[p + Iter.INDEX] = index - 1;
  }
  return it.newRef(itemAt(it, block, index));
}

/// `_deque_iterator(deque, index)`, which skips the first `index` items.
function iteratorNew(next: Slots['iternext']): Slots['new'] {
  return (it, type, args, kwnames) => {
    const given = positionalCount(it, args, kwnames);
    if (given < 1 || given > 2) it.typeError(`function takes at ${given < 1 ? 'least 1 argument' : 'most 2 arguments'} (${given} given)`);
    if (!isInstance(it, args[0]!, it.moduleTypes.deque)) it.typeError(`argument 1 must be collections.deque, not ${it.typeOf(args[0]!).name}`);
    const skipped = given > 1 ? ssizeNumber(it, args[1]!) : 0;
    const p = it.own(newDequeIterator(it, type, args[0]!));
    for (let i = 0; i < skipped && it.i32[p + Iter.COUNTER] !== 0; i++) it.decref(next(it, p));
    return it.take();
  };
}

function iteratorSpec(name: string, module: string, iternext: Slots['iternext']): TypeSpec {
  const { traverse, dealloc } = recordSlots([Iter.DEQUE]);
  return {
    name,
    module,
    basicsize: ITERATOR_BYTES,
    hasGc: true,
    slots: { traverse, dealloc, iter: (it, p) => it.newRef(p), iternext, new: iteratorNew(iternext) },
    methods: {
      __length_hint__: { kind: 'noargs', fn: (it, p) => newInt(it, it.i32[p + Iter.COUNTER]!) },
      __reduce__: {
        kind: 'noargs',
        fn: (it, p) => {
          const d = it.i32[p + Iter.DEQUE]!;
          const skipped = newInt(it, dequeSize(it, d) - it.i32[p + Iter.COUNTER]!);
          return tupleSteal(it, [it.newRef(it.typeOf(p).ptr), tupleSteal(it, [it.newRef(d), skipped])]);
        }
      }
    }
  };
}

export const dequeIteratorSpec = (module: string): TypeSpec => iteratorSpec('_deque_iterator', module, iterNext);
export const dequeReverseIteratorSpec = (module: string): TypeSpec => iteratorSpec('_deque_reverse_iterator', module, reverseIterNext);
