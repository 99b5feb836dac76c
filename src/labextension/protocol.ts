/// What a notebook and its worker say to each other.
import type { Completions, PythonVersion, Output, Said } from '../core/machine';
import type { TracePayload } from '../core/trace/payload';
import type { RunSummary } from '../views/runSummary';

export interface RunRequest {
  type: 'run';
  /// Names the run in all that is said about it.
  id: number;
  /// The cell as it stands in the editor.
  cell: string;
  /// The number in the cell's prompt.
  count: number;
  /// Versions and recording for a heap that has run nothing yet.
  python: PythonVersion;
  record: boolean;
}

/// A question about the heap, answered also while a cell runs.
export interface Question {
  type: 'ask';
  id: number;
  about: 'complete' | 'inspect' | 'snapshot';
  /// The cell as it stands in the editor, and a place in it; not for a snapshot.
  cell: string;
  cursor: number;
  python: PythonVersion;
  record: boolean;
}

/// What a question is answered with; undefined = nothing known.
export interface Answers {
  complete: Completions;
  /// Line by line.
  inspect: readonly Said[];
  snapshot: TracePayload;
}

export type ToWorker =
  | RunRequest
  /// A cell may come soon: what it needs may be made ready, as long as nothing else is to be done.
  | { type: 'prepare'; python: PythonVersion; record: boolean }
  | { type: 'interrupt' }
  /// The line that input() asked for; null = there is no more.
  | { type: 'line'; id: number; line: string | null }
  /// The page has shown a run's trace: now for its stand-ins. Asked once for each `bundle`.
  | { type: 'standIns'; id: number }
  | Question;

/// A mime bundle: the trace and what stands in for it where no widget runs.
export type MimeBundle = Record<string, string | object>;

export type RunStatus = 'ok' | 'error' | 'interrupted';

export type FromWorker =
  /// While it readies itself: what a small program gives, for the page to do the same.
  | { type: 'practice'; bundle: MimeBundle }
  | { type: 'output'; id: number; outputs: Output[] }
  /// `outputs`: what was not told before. `bundle` and `summary`: of a recorded run; its stand-ins can be asked for.
  | { type: 'done'; id: number; status: RunStatus; outputs: Output[]; bundle?: MimeBundle; summary?: RunSummary }
  /// The rest of the bundle of a run: what stands in for its trace where no widget runs.
  | { type: 'standIns'; id: number; standIns: MimeBundle }
  /// The cell waits in input() for a line.
  | { type: 'input'; id: number; prompt: string }
  | { type: 'answer'; id: number; answer: Answers[Question['about']] | undefined }
  /// The interrupt has arrived; the cell ends as soon as the guest lets it.
  | { type: 'interrupting' };
