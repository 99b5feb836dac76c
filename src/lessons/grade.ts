/// Points for the checks of a notebook, from what its cells showed when they ran.
import type { Output } from '../core/machine';
import type { Check } from './exercise';

export interface Score {
  readonly check: string;
  readonly points: number;
  readonly maxPoints: number;
  /// Why not all points were given, in the author's words where the check has some; '' if they were.
  readonly message: string;
}

export interface Grade {
  /// The file, as it was named to us.
  readonly notebook: string;
  readonly scores: readonly Score[];
  /// What a grader should know of.
  readonly remarks: readonly string[];
  /// Why there are no scores: the file is not a notebook.
  readonly failure?: string;
}

type ErrorOutput = Extract<Output, { output_type: 'error' }>;

/// An assert's message is for the learner as it is.
export const errorMessage = ({ ename, evalue }: ErrorOutput): string =>
  ename === 'AssertionError' && evalue !== '' ? evalue : evalue === '' ? ename : `${ename}: ${evalue}`;

/// Points of a check that ran to its end. As nbgrader has it (utils.determine_grade): a number that the check's last
/// line shows is the points, else it gives all.
export function score(check: Check, outputs: readonly { output_type: string }[]): Score {
  const value = (outputs as readonly Output[]).find(output => output.output_type === 'execute_result')?.data['text/plain'] ?? '';
  const points = /^-?\d+(\.\d+)?$/.test(value) ? Math.min(check.points, Math.max(0, Number(value))) : check.points;
  return { check: check.id, points, maxPoints: check.points, message: points < check.points ? `${points} of ${check.points} points` : '' };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export const totalPoints = (grade: Grade): number => sum(grade.scores.map(({ points }) => points));
export const totalMaxPoints = (grade: Grade): number => sum(grade.scores.map(({ maxPoints }) => maxPoints));
