/// `memory-sim release SOURCE.ipynb OUT.ipynb`: the learner's version of a lesson.
import type { Notebook } from '../lessons/notebook';
import { NotebookError, writeNotebook } from '../lessons/notebook';
import { release } from '../lessons/release';
import type { ReleaseOptions } from './arguments';
import type { Host } from './host';
import { UsageError } from './host';
import { readNotebookFile } from './notebookFile';

/// Throws a UsageError that names cell and line of a mark without its other half.
export function releaseOf(file: string, notebook: Notebook): Notebook {
  try {
    return release(notebook);
  } catch (error) {
    throw error instanceof NotebookError ? new UsageError(`${file}, ${error.message}`) : error;
  }
}

export function releaseNotebook(host: Host, { source, out }: ReleaseOptions): number {
  const target = host.resolvePath(out);
  if (target === host.resolvePath(source)) {
    throw new UsageError('release would write over its source: name another file');
  }
  host.writeFile(target, writeNotebook(releaseOf(source, readNotebookFile(host, source))));
  return 0;
}
