/// PySequence_Fast: a list or tuple as it is, anything else iterable as a new list.
import type { Ptr } from '../memory/ram';
import { getIter } from './abstract';
import type { Interp } from './interp';
import { isList, listExtend, listToArray, newList } from './list';
import { isTuple, tupleToArray } from './tuple';

/// A new reference. `message` is the TypeError's for what cannot be iterated.
export function sequenceFast(it: Interp, p: Ptr, message: string): Ptr {
  if (isList(it, p) || isTuple(it, p)) return it.newRef(p);
  const slots = it.typeOf(p).slots;
  if (slots.iter === undefined && slots.sqItem === undefined) it.typeError(message);
  const iterator = it.own(getIter(it, p));
  const list = it.own(newList(it, 0));
  listExtend(it, list, iterator);
  it.take();
  return it.dropFor(list);
}

/// Its items, borrowed.
export function sequenceFastItems(it: Interp, sequence: Ptr): Ptr[] {
  return isList(it, sequence) ? listToArray(it, sequence) : tupleToArray(it, sequence);
}
