/// Which of the objects shown can still be reached, as far as the picture can tell.

import type { HeapObject, HeapState } from './state';

interface Heap {
  readonly frames: HeapState['frames'];
  readonly objects: HeapState['objects'];
}

/// References to each object that the picture shows and that its count counts: from names, temporaries, and slots of live objects.
function shownReferences(heap: Heap): Map<number, number> {
  const shown = new Map<number, number>();
  const add = (ref: number | undefined): void => {
    if (ref !== undefined && ref >= 0) {
      shown.set(ref, (shown.get(ref) ?? 0) + 1);
    }
  };
  for (const frame of heap.frames) {
    for (const [name, ref] of frame.names) {
      if (!frame.borrowed.has(name)) {
        add(ref);
      }
    }
    for (const { ref, borrowed } of frame.stack) {
      if (!borrowed) {
        add(ref);
      }
    }
  }
  for (const object of heap.objects.values()) {
    for (const ref of object.slots.values()) {
      add(ref);
    }
  }
  return shown;
}

/// What was found of states that stand still.
const known = new WeakMap<HeapState, ReadonlySet<number>>();
const counted = new WeakMap<HeapState, ReadonlyMap<number, number>>();

/// `shownReferences` of a state that was handed out; counted once.
export function referencesTo(state: HeapState): ReadonlyMap<number, number> {
  let shown = counted.get(state);
  if (shown === undefined) {
    counted.set(state, (shown = shownReferences(state)));
  }
  return shown;
}

/// `findGarbage` of a state that was handed out; looked for once.
export function garbageOf(state: HeapState): ReadonlySet<number> {
  let garbage = known.get(state);
  if (garbage === undefined) {
    known.set(state, (garbage = findGarbage(state, referencesTo(state))));
  }
  return garbage;
}

/// The live objects that no name reaches, and no object held from outside the picture either.
/// An object whose count is higher than the references shown is held by something hidden (a
/// temporary of the running line, a builtin, a folded item): it counts as a root.
export function findGarbage(heap: Heap, shown: ReadonlyMap<number, number> = shownReferences(heap)): Set<number> {
  const garbage = new Set<number>();
  const queue: HeapObject[] = [];
  const reach = (object: HeapObject | undefined): void => {
    if (object !== undefined && garbage.delete(object.serial)) {
      queue.push(object);
    }
  };
  for (const object of heap.objects.values()) {
    if (!object.freed) {
      garbage.add(object.serial);
    }
  }
  for (const object of heap.objects.values()) {
    // A count of 0 means that dealloc has begun: that is an end, not garbage.
    if (object.count < 1 || object.count > (shown.get(object.serial) ?? 0)) {
      reach(object);
    }
  }
  for (const frame of heap.frames) {
    for (const ref of frame.names.values()) {
      if (ref !== undefined) {
        reach(heap.objects.get(ref));
      }
    }
    for (const { ref } of frame.stack) {
      reach(heap.objects.get(ref));
    }
  }
  for (let object = queue.pop(); object !== undefined; object = queue.pop()) {
    for (const ref of object.slots.values()) {
      reach(heap.objects.get(ref));
    }
  }
  return garbage;
}
