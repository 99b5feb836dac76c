/// PySequence_Fast: a list or tuple as it is, anything else iterable as a new list.
import type { Ptr } from '../memory/ram';
import { getIter } from './abstract';
import type { Interp } from './interp';
import { isList, listExtend, listToArray, newList } from './list';
import { tupleToArray } from './tuple';

/// A new reference. `message` is the TypeError's for what gives no iterator.
export function sequenceFast(it: Interp, p: Ptr, message: string): Ptr {
  const type = it.typeOf(p);
  if (type === it.types.list || type === it.types.tuple) return it.newRef(p);
  const iterator = it.own(it.catching(it.types.TypeError, () => getIter(it, p)) ?? it.typeError(message));
  const list = it.own(newList(it, 0));
  listExtend(it, list, iterator);
  it.take();
  return it.dropFor(list);
}

/// Its items, borrowed.
export function sequenceFastItems(it: Interp, sequence: Ptr): Ptr[] {
  return isList(it, sequence) ? listToArray(it, sequence) : tupleToArray(it, sequence);
}
