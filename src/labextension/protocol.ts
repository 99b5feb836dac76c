/// What a notebook and its worker say to each other.
import type { PythonVersion, Output } from '../core/machine';

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

export type ToWorker = RunRequest | { type: 'interrupt' };

/// A mime bundle: the trace and what stands in for it where no widget runs.
export type MimeBundle = Record<string, string | object>;

export type RunStatus = 'ok' | 'error' | 'interrupted';

export type FromWorker =
  | { type: 'output'; id: number; outputs: Output[] }
  | { type: 'done'; id: number; status: RunStatus; bundle?: MimeBundle }
  /// The interrupt has arrived; the cell ends as soon as the guest lets it.
  | { type: 'interrupting' };
