/// What a cell shows when it is not the guest's program that failed.
import type { Output } from '../core/machine';

type ErrorOutput = Extract<Output, { output_type: 'error' }>;

const failure = (ename: string, evalue: string): ErrorOutput => ({ output_type: 'error', ename, evalue, traceback: [`${ename}: ${evalue}`] });

/// The author's mistake in a magic line.
export const misuse = (message: string): ErrorOutput => failure('UsageError', message);

/// A throw from the machine: a defect of ours, after which its heap must not be used any more.
export function defect(error: unknown): ErrorOutput {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return failure('InternalError', `memory-sim has a defect, and this notebook's heap is lost. Please report this:\n${reason}`);
}
