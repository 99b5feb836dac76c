/// The line below the picture: how to read what is in it.

import { GcPhase } from '../core/trace/payload';
import type { Scene } from './scene';
import type { HeapState } from './state';
import { grouped } from './words';
import type { Words } from './words';

export interface Note {
  readonly text: string;
  readonly kind: 'plain' | 'garbage' | 'gc';
}

export function noteOf(state: HeapState, scene: Scene, words: Words): Note {
  if (state.collection !== undefined) {
    return { text: phaseNote(state.collection.phase, words), kind: 'gc' };
  }
  const { objects, bytes } = scene.garbage;
  if (objects > 0) {
    const text = words._n(
      '◌ garbage: %1 object, %2 bytes. No name reaches it, and its count is still at least 1, so counting cannot free it.',
      '◌ garbage: %1 objects, %2 bytes. No name reaches them, and every count is still at least 1, so counting cannot free them.',
      objects, grouped(bytes)
    );
    return { text, kind: 'garbage' };
  }
  const text = [
    words.__('The number on an object is its refcount. Arrows are references, from the name or slot that holds them.'),
    ...(scene.edges.some(({ isWeak }) => isWeak) ? [words.__('Dashed ones with a hollow head are weak: they do not count.')] : []),
    ...(scene.edges.some(({ borrowed }) => borrowed) ? [words.__('Dotted ones are borrowed: they do not count.')] : [])
  ];
  return { text: text.join(' '), kind: 'plain' };
}

function phaseNote(phase: number, words: Words): string {
  switch (phase) {
    case GcPhase.SUBTRACT_REFS:
      return words.__('Real counts do not change here. Where gc_refs stays above 0, something outside holds the object: it and all that it reaches will stay.');
    case GcPhase.MOVE_UNREACHABLE:
      return words.__('Real counts do not change here. From each object with gc_refs above 0, everything it reaches is rescued; what is left is garbage.');
    case GcPhase.HANDLE_WEAKREFS:
      return words.__('Weak references to the garbage answer None before any other code runs, so that none can bring it back.');
    case GcPhase.HANDLE_RESURRECTED:
      return words.__('A finalizer may have stored its object somewhere. So the counting is done once more, for the garbage alone.');
    case GcPhase.FINALIZE:
      return words.__('Every object is still whole: a finalizer may use them all, and may even bring some back to life.');
    case GcPhase.CLEAR:
      return words.__('Now real counts change: cutting the references inside the garbage brings them to 0.');
    default:
      return words.__('Real counts do not change here: the collector works on copies of them.');
  }
}
