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
