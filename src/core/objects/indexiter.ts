/// Iterators that are an index and a sequence (_PyListIterObject, _PyTupleIterObject, seqiterobject, reversedobject).
/// Imports nothing that leads back here: modules use these when they are loaded.
import { track, untrack } from '../memory/gchead';
import { dropFields } from './dropping';
import type { Ptr } from '../memory/ram';
import { newInt } from './int';
import type { Interp } from './interp';
import { intSsize } from './ssize';
import type { Slots, TypeObject, TypeSpec } from './typeobject';

/// Bytes of an iterator that is an index and a sequence: index at p + 4, sequence at p + 6 (0 = exhausted).
export const INDEX_ITERATOR_BYTES = 32;

/// A new iterator; the sequence is borrowed.
export function newIndexIterator(it: Interp, type: TypeObject, sequence: Ptr, index: number): Ptr {
  const p = it.allocGc(type, INDEX_ITERATOR_BYTES);
  it.i32[p + 4] = index;
  it.i32[p + 5] = 0;
  it.i32[p + 6] = it.newRef(sequence);
  it.i32[p + 7] = 0;
  track(it.i32, p);
  return p;
}

/// The sequence, borrowed; 0 = exhausted.
export const indexIteratorSequence = (it: Interp, p: Ptr): Ptr => it.i32[p + 6]!;

/// Lets go of the sequence at the end; returns 0.
export function endIndexIterator(it: Interp, p: Ptr): 0 {
  const sequence = it.i32[p + 6]!;
  it.i32[p + 6] = 0;
  if (it.recording) it.touch(p);
  it.decref(sequence);
  return 0;
}

export const indexIteratorSlots: Partial<Slots> = {
  size: () => INDEX_ITERATOR_BYTES,
  traverse: (it, p, visitor) => {
    if (it.i32[p + 6] !== 0) visitor.visit(it.i32[p + 6]!);
  },
  dealloc: (it, p) => {
    untrack(it.i32, p);
    dropFields(it, p, [6]);
    it.freeInstance(p);
  },
  iter: (it, p) => it.newRef(p)
};

/// An iterator type over a sequence whose length `length` tells and whose items `get` hands out, borrowed.
export function indexIteratorSpec(
  name: string, length: (it: Interp, sequence: Ptr) => number, iternext: Slots['iternext']
): TypeSpec {
  return {
    name,
    basicsize: INDEX_ITERATOR_BYTES,
    hasGc: true,
    disallowInstantiation: true,
    slots: { ...indexIteratorSlots, iternext },
    methods: {
      __length_hint__: {
        kind: 'noargs',
        fn: (it, p) => newInt(it, it.i32[p + 6] === 0 ? 0 : Math.max(length(it, it.i32[p + 6]!) - it.i32[p + 4]!, 0))
      },
      __setstate__: {
        kind: 'o',
        fn: (it, p, state) => {
          if (it.i32[p + 6] !== 0) {
            const index = Math.max(intSsize(it, state), 0);
            it.i32[p + 4] = Math.min(index, length(it, it.i32[p + 6]!));
          }
          return it.singletons.none;
        }
      }
    }
  };
}
