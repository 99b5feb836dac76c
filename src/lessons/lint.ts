/// Mistakes of a lesson's author that can be seen without running it, each with the place and the mend.
import { exercisePart, grading, partId } from './exercise';
import { isMemorySim } from './magic';
import { memorySimCells } from './memorySimCells';
import type { Cell, Notebook } from './notebook';
import { isObject } from './notebook';

export interface Mistake {
  /// Counted from 1 among all cells.
  readonly cell: number;
  readonly message: string;
}

interface Numbered {
  readonly cell: Cell;
  readonly number: number;
}

function metadataMistake({ metadata, type, source }: Cell): string | undefined {
  const ours = metadata['memory-sim'];
  if (ours === undefined) {
    return undefined;
  }
  if (!isObject(ours) || typeof ours.exercise !== 'string' || ours.exercise === '') {
    return 'its "memory-sim" metadata names no "exercise": give it the exercise\'s id';
  }
  if (exercisePart(metadata) === undefined) {
    return `the role ${JSON.stringify(ours.role) ?? 'undefined'} is not known: it is "starter" or "check"`;
  }
  if (type !== 'code' || !isMemorySim(source)) {
    return 'it is a part of an exercise and no memory-sim cell: begin it with %%memory-sim';
  }
  return undefined;
}

function checkMistake({ metadata }: Cell): string | undefined {
  const graded = grading(metadata);
  if (exercisePart(metadata)?.role !== 'check' || graded === undefined) {
    return undefined;
  }
  if (!graded.grade || graded.points <= 0) {
    return 'the check gives no points: its "nbgrader" metadata needs "grade": true and "points"';
  }
  return graded.locked ? undefined : 'learners can change the check: its "nbgrader" metadata needs "locked": true';
}

/// An exercise needs one cell to edit, and behind it one that checks.
function exerciseMistakes(cells: readonly Numbered[]): Mistake[] {
  const ids = new Set(cells.flatMap(({ cell }) => exercisePart(cell.metadata)?.exercise ?? []));
  return [...ids].flatMap((id): Mistake[] => {
    const of = (role: string): Numbered[] =>
      cells.filter(({ cell }) => exercisePart(cell.metadata)?.exercise === id && exercisePart(cell.metadata)?.role === role);
    const [starter, otherStarter] = of('starter');
    const [check] = of('check');
    if (!starter || !check) {
      const [there, missing] = starter ? [starter, 'check'] : [check!, 'starter'];
      return [{ cell: there.number, message: `exercise '${id}' has no other half: give a cell the role "${missing}"` }];
    }
    if (otherStarter) {
      return [{ cell: otherStarter.number, message: `exercise '${id}' has a starter already, cell ${starter.number}: give one of them another id` }];
    }
    return check.number < starter.number ? [{ cell: check.number, message: `the check of '${id}' stands before its starter, cell ${starter.number}` }] : [];
  });
}

function repeatedIds(cells: readonly Numbered[]): Mistake[] {
  const seen = new Map<string, number>();
  return cells.flatMap(({ cell, number }): Mistake[] => {
    const id = partId(cell);
    const first = id === undefined ? undefined : seen.get(id);
    if (id !== undefined && first === undefined) {
      seen.set(id, number);
    }
    return first === undefined ? [] : [{ cell: number, message: `cell ${first} has the id '${id}', too: a copied cell needs an id of its own` }];
  });
}

const LINK = /\]\(\s*<?([^\s)>]+)>?[^)]*\)/g;

/// What a link calls a file, as the file system does.
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/// Links of text cells to files beside the notebook; `exists` is asked for each.
function brokenLinks({ cell, number }: Numbered, exists: (path: string) => boolean): Mistake[] {
  if (cell.type !== 'markdown') {
    return [];
  }
  const prose = cell.source.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...prose.matchAll(LINK)].flatMap(([, target]): Mistake[] => {
    const path = target!.replace(/[?#].*$/, '');
    const elsewhere = /^([a-z][a-z0-9+.-]*:|\/)/i.test(target!) || path === '';
    return elsewhere || exists(decoded(path)) ? [] : [{ cell: number, message: `the link to ${target} leads nowhere: there is no such file` }];
  });
}

/// Empty: nothing is wrong that can be seen so.
export function lint(notebook: Notebook, exists: (path: string) => boolean): Mistake[] {
  const cells = notebook.cells.map((cell, index) => ({ cell, number: index + 1 }));
  const magics = memorySimCells(notebook.cells).flatMap(({ number, magic }): Mistake[] => (magic.ok ? [] : [{ cell: number, message: magic.message }]));
  const single = cells.flatMap(({ cell, number }): Mistake[] => {
    const message = metadataMistake(cell) ?? checkMistake(cell);
    return message === undefined ? [] : [{ cell: number, message }];
  });
  return [...magics, ...single, ...exerciseMistakes(cells), ...repeatedIds(cells), ...cells.flatMap(each => brokenLinks(each, exists))];
}
