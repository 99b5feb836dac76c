/// Names of the module that a cell has nothing to do with: one row stands for all of them, so that the picture of the tenth
/// cell of a notebook is not a list of what the nine before it left.

import { isCode } from './kinds';
import type { HeapState } from './state';

/// Fewer names than these are drawn one by one.
const LEAST = 4;

/// Of the state before the cell: names that are not `mentioned`, with what they refer to, if that is a value, a function
/// or a class. A cell that does nothing has none: then the picture is of the heap as a whole.
export function quietNames(state: Pick<HeapState, 'frames' | 'objects'>, mentioned: ReadonlySet<string>, steps: number): ReadonlyMap<string, number> {
  const quiet = new Map<string, number>();
  for (const [name, ref] of steps === 0 ? [] : state.frames[0]!.names) {
    const object = ref === undefined || ref < 0 ? undefined : state.objects.get(ref);
    if (!mentioned.has(name) && ref !== undefined && (ref < 0 || (object !== undefined && isCode(object.kind)))) {
      quiet.set(name, ref);
    }
  }
  return quiet;
}

/// Those that the cell did not change after all and that refer to nothing with a box of its own; none if they are few.
export function stillQuiet(quiet: ReadonlyMap<string, number>, changed: ReadonlySet<string>, hasBox: (ref: number) => boolean): ReadonlySet<string> {
  const still = [...quiet].filter(([name, ref]) => !changed.has(name) && !hasBox(ref)).map(([name]) => name);
  return new Set(still.length < LEAST ? [] : still);
}
