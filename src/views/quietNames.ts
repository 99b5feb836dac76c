/// Names of the module that a cell has nothing to do with: one row stands for all of them, so that the picture of the tenth
/// cell of a notebook is not a list of what the nine before it left.

import { isCode } from './kinds';
import type { HeapState } from './state';

/// Fewer names than these are drawn one by one.
const LEAST = 4;

/// Of the state before the cell: names that the source does not mention, and that refer to nothing with a box of its own. A cell
/// that does nothing has none: then the picture is of the heap as a whole.
export function quietNames(state: Pick<HeapState, 'frames' | 'objects'>, source: string, steps: number): ReadonlySet<string> {
  const mentioned = new Set(source.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  const quiet = new Set<string>();
  for (const [name, ref] of steps === 0 ? [] : state.frames[0]!.names) {
    const object = ref === undefined || ref < 0 ? undefined : state.objects.get(ref);
    if (!mentioned.has(name) && ref !== undefined && (ref < 0 || (object !== undefined && isCode(object.kind)))) {
      quiet.add(name);
    }
  }
  return quiet;
}

/// Those that the cell did not change after all; none if they are few.
export function stillQuiet(quiet: ReadonlySet<string>, changed: ReadonlySet<string>): ReadonlySet<string> {
  const still = [...quiet].filter((name) => !changed.has(name));
  return new Set(still.length < LEAST ? [] : still);
}
