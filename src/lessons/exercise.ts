/// Exercises in a lesson: what a cell's metadata says about its part in one.
///
/// `metadata["memory-sim"]` = { "exercise": ID, "role": ROLE }; points and locking stand beside it in
/// nbgrader's words, `metadata.nbgrader` (schema version 3), so that nbgrader grades the same notebook.
import type { Cell, JsonObject, Notebook } from './notebook';
import { isObject } from './notebook';

/// `starter` is what the learner edits, `check` asserts the final state of the heap.
const ROLES = ['starter', 'check'] as const;
export type Role = (typeof ROLES)[number];

export interface ExercisePart {
  readonly exercise: string;
  readonly role: Role;
}

export interface Grading {
  readonly gradeId: string;
  readonly points: number;
  readonly grade: boolean;
  readonly solution: boolean;
  readonly locked: boolean;
}

export interface Exercise {
  readonly id: string;
  readonly starter: Cell;
  readonly check: Cell;
}

const isRole = (value: unknown): value is Role => ROLES.some(role => role === value);

/// undefined: the cell is no part of an exercise, or its metadata is not understood.
export function exercisePart(metadata: JsonObject): ExercisePart | undefined {
  const ours = metadata['memory-sim'];
  if (!isObject(ours) || typeof ours.exercise !== 'string' || !isRole(ours.role)) {
    return undefined;
  }
  return { exercise: ours.exercise, role: ours.role };
}

export function grading(metadata: JsonObject): Grading | undefined {
  const theirs = metadata.nbgrader;
  if (!isObject(theirs) || typeof theirs.grade_id !== 'string') {
    return undefined;
  }
  return {
    gradeId: theirs.grade_id,
    points: typeof theirs.points === 'number' ? theirs.points : 0,
    grade: theirs.grade === true,
    solution: theirs.solution === true,
    locked: theirs.locked === true
  };
}

/// What a cell of an exercise is known by, in whatever notebook it stands: nbgrader's id, else ours.
export function partId({ metadata }: Cell): string | undefined {
  const part = exercisePart(metadata);
  return grading(metadata)?.gradeId ?? (part && `${part.exercise}-${part.role}`);
}

/// Whether the cell is its author's, and whatever a learner makes of it does not count.
export function isLocked({ metadata }: Cell): boolean {
  const graded = grading(metadata);
  return graded ? graded.locked || (graded.grade && !graded.solution) : exercisePart(metadata)?.role === 'check';
}

/// A cell that gives points if it runs.
export interface Check {
  readonly id: string;
  readonly points: number;
}

/// A check without nbgrader's metadata is worth a point.
const POINTS = 1;

/// undefined: the cell gives no points, or a person has to give them (`grade` and `solution` at once).
export function checkOf(cell: Cell): Check | undefined {
  const id = partId(cell);
  const graded = grading(cell.metadata);
  const gives = graded ? graded.grade && !graded.solution : exercisePart(cell.metadata)?.role === 'check';
  return gives && id !== undefined ? { id, points: graded?.points ?? POINTS } : undefined;
}

/// The notebook's exercises in order. A copied cell has its original's metadata: the first one counts.
export function exercises(notebook: Notebook): Exercise[] {
  const found = new Map<string, { starter?: Cell; check?: Cell }>();
  for (const cell of notebook.cells) {
    const part = exercisePart(cell.metadata);
    if (part) {
      const parts = found.get(part.exercise) ?? {};
      parts[part.role] ??= cell;
      found.set(part.exercise, parts);
    }
  }
  return [...found].flatMap(([id, { starter, check }]) => (starter && check ? [{ id, starter, check }] : []));
}
