/// A learner's notebook made ready to be graded: the learner's cells, with the author's checks.
import { isLocked, partId } from './exercise';
import type { Cell, Notebook } from './notebook';

export interface Submission {
  /// In the order in which they run.
  readonly cells: readonly Cell[];
  /// What a grader should know of: checks changed, missing, copied.
  readonly remarks: readonly string[];
}

const idOf = (cell: Cell): string | undefined => (cell.type === 'code' ? partId(cell) : undefined);

interface Assembly {
  cells: Cell[];
  remarks: string[];
}

/// A split or copied cell has its original's metadata. All parts of an answer run; of a check only the first does.
function withoutCopies(submitted: Notebook): Assembly {
  const remarks: string[] = [];
  const seen = new Map<string, number>();
  const cells = submitted.cells.filter((cell, index) => {
    const id = idOf(cell);
    if (id === undefined) {
      return true;
    }
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, index + 1);
      return true;
    }
    const locked = isLocked(cell);
    remarks.push(`cell ${index + 1} is a copy or a part of cell ${first} (${id}): ${locked ? 'the first one counts' : 'both run'}`);
    return !locked;
  });
  return { cells, remarks };
}

/// Where a cell of the release that is missing belongs: behind the nearest cell before it that is there.
function placeFor(release: Notebook, index: number, cells: readonly Cell[]): number {
  const ids = cells.map(idOf);
  for (let before = index - 1; before >= 0; before--) {
    const id = idOf(release.cells[before]!);
    const place = id === undefined ? -1 : ids.lastIndexOf(id);
    if (place >= 0) {
      return place + 1;
    }
  }
  return cells.length;
}

/// Puts the cells that the author locked as they are in `release` (with hidden tests, if it has them).
function restore(release: Notebook, { cells, remarks }: Assembly): void {
  release.cells.forEach((original, index) => {
    const id = idOf(original);
    if (id === undefined) {
      return;
    }
    const place = cells.findIndex(cell => idOf(cell) === id);
    if (!isLocked(original)) {
      if (place < 0) {
        remarks.push(`the cell of the exercise is missing (${id})`);
      }
    } else if (place < 0) {
      remarks.push(`the check was missing and is put back (${id})`);
      cells.splice(placeFor(release, index, cells), 0, original);
    } else {
      cells[place] = original;
    }
  });
}

/// Without a release the checks are taken as they were handed in.
export function assemble(submitted: Notebook, release?: Notebook): Submission {
  const assembly = withoutCopies(submitted);
  if (release) {
    restore(release, assembly);
  }
  return assembly;
}
