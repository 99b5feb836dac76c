/// A tuple of the items of anything iterable (Objects/abstract.c PySequence_Tuple).
import { HEAD_WORDS, isTracked, track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { zeroWords } from '../memory/ram';
import { getIter, lengthHint } from './abstract';
import type { Interp } from './interp';
import { listAppendSteal, listExtend, newList } from './list';
import { unrecorded } from './scratch';
import { newTuple, tupleFromMemory, tupleItems, tupleSteal } from './tuple';

/// Items that 3.14 gathers on the C stack before it makes a list.
const ON_STACK = 8;

export function tupleFromIterable(it: Interp, iterable: Ptr): Ptr {
  const type = it.typeOf(iterable);
  if (type === it.types.tuple) return it.newRef(iterable);
  if (type === it.types.list) return tupleFromMemory(it, it.i32[iterable + 6]!, it.i32[iterable + 4]!);
  return it.profile.untracksTupleAtBirth ? gathered(it, iterable) : grown(it, iterable);
}

/// 3.14: the first items on the stack, and a list if there are more. The tuple is tracked whatever it holds.
function gathered(it: Interp, iterable: Ptr): Ptr {
  const mark = it.held.length;
  const iterator = it.own(getIter(it, iterable));
  const next = it.typeOf(iterator).slots.iternext!;
  const items: Ptr[] = [];
  for (let item = next(it, iterator); item !== 0; item = next(it, iterator)) {
    items.push(it.own(item));
    if (items.length === ON_STACK) return manyGathered(it, iterator, items, mark);
  }
  return it.unwindFor(mark, tracked(it, tupleSteal(it, items.map(item => it.newRef(item)))));
}

function manyGathered(it: Interp, iterator: Ptr, items: readonly Ptr[], mark: number): Ptr {
  const list = it.own(newList(it, 2 * ON_STACK));
  it.i32[list + 4] = 0;
  for (const item of items) listAppendSteal(it, list, it.newRef(item));
  listExtend(it, list, iterator);
  return it.unwindFor(mark, tracked(it, tupleFromMemory(it, it.i32[list + 6]!, it.i32[list + 4]!)));
}

function tracked(it: Interp, tuple: Ptr): Ptr {
  if (it.i32[tuple + 4] !== 0 && !isTracked(it.i32, tuple)) track(it.i32, tuple);
  return tuple;
}

/// Up to 3.13: a tuple of the guessed size, which grows and is cut back. The recorder sees it when it is done.
function grown(it: Interp, iterable: Ptr): Ptr {
  const mark = it.held.length;
  const iterator = it.own(getIter(it, iterable));
  let room = lengthHint(it, iterable, 10);
  if (room > it.i32.length / 2) it.noMemory();
  let p = it.own(unrecorded(it, newTuple, room));
  if (room > 0) track(it.i32, p);
  const next = it.typeOf(iterator).slots.iternext!;
  let count = 0;
  for (let item = next(it, iterator); item !== 0; item = next(it, iterator)) {
    if (count === room) {
      it.own(item);
      room = Math.floor(((room + 10) * 5) / 4);
      p = it.held[mark + 1] = resize(it, p, room);
      it.take();
    }
    it.i32[tupleItems(it, p) + 2 * count] = item;
    count++;
  }
  if (count < room) p = it.held[mark + 1] = resize(it, p, count);
  it.take();
  it.drop();
  if (it.recording && count > 0) it.touchNew(p);
  return p;
}

/// The tuple with another size: nothing is counted, and the free lists are left alone (_PyTuple_Resize, PyObject_GC_Resize).
function resize(it: Interp, p: Ptr, size: number): Ptr {
  const before = it.i32[p + 4]!;
  if (before === 0 || size === 0) {
    it.decref(p);
    const fresh = unrecorded(it, newTuple, size);
    if (size > 0) track(it.i32, fresh);
    return fresh;
  }
  untrack(it.i32, p);
  const bytes = 4 * (HEAD_WORDS + it.profile.tupleItems) + 8 * size;
  const moved = (it.memory.realloc(p - HEAD_WORDS, bytes) || it.noMemory()) + HEAD_WORDS;
  it.i32[moved + 4] = size;
  const items = tupleItems(it, moved);
  if (size > before) zeroWords(it.f64, items + 2 * before, items + 2 * size);
  track(it.i32, moved);
  return moved;
}
