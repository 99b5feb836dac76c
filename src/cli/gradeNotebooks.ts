/// `memory-sim grade NOTEBOOK...`: the points of each notebook's checks, each notebook on a heap of its own.
import type { PythonVersion } from '../core/machine';
import { checkOf } from '../lessons/exercise';
import type { Grade, Score } from '../lessons/grade';
import { score } from '../lessons/grade';
import { report } from '../lessons/gradeReport';
import { memorySimCells } from '../lessons/memorySimCells';
import type { Cell, Notebook } from '../lessons/notebook';
import { assemble } from '../lessons/submission';
import type { GradeOptions } from './arguments';
import { DEFAULT_PYTHON } from './arguments';
import type { Host } from './host';
import { FileError, INTERRUPTED, UsageError } from './host';
import { goodCells, isGood, mayFail, readNotebookFile, readPython } from './notebookFile';
import { runAll } from './runAll';

/// Exit status if a file could not be graded; lost points are no failure.
const NOT_ALL_GRADED = 1;

interface Release {
  readonly notebook: Notebook;
  readonly python?: PythonVersion | undefined;
}

function readRelease(host: Host, file: string): Release {
  const notebook = readNotebookFile(host, file);
  return { notebook, python: readPython(file, goodCells(file, memorySimCells(notebook.cells))) };
}

/// undefined: Ctrl-C.
async function run(host: Host, file: string, release: Release | undefined, limit: number): Promise<Grade | undefined> {
  const submitted = readNotebookFile(host, file);
  const { cells, remarks } = assemble(submitted, release?.notebook);
  const python = release?.python ?? readPython(file, memorySimCells(submitted.cells).filter(isGood)) ?? DEFAULT_PYTHON;
  const ran = await runAll(host, memorySimCells(cells), { python, folder: host.parentOf(host.resolvePath(file)), limit });
  const nameOf = (cell: Cell): string => (submitted.cells.includes(cell) ? `cell ${submitted.cells.indexOf(cell) + 1}` : 'a cell of the release');
  const scores: Score[] = [];
  const failures: string[] = [];
  for (const { cell, outputs, failure } of ran ?? []) {
    const check = checkOf(cell.cell);
    if (check) {
      scores.push(failure === undefined ? score(check, outputs) : { check: check.id, points: 0, maxPoints: check.points, message: failure });
    } else if (failure !== undefined && !mayFail(cell)) {
      failures.push(`${nameOf(cell.cell)}: ${failure}`);
    }
  }
  const lack = scores.length === 0 ? ['it has no check; with --release FILE the checks of the release are run'] : [];
  return ran && { notebook: file, scores, remarks: [...remarks, ...failures, ...lack] };
}

/// Whatever is wrong with one notebook, a class has its grades.
function failed(notebook: string, error: unknown): Grade {
  const message = error instanceof Error ? error.message : String(error);
  const expected = error instanceof FileError || error instanceof UsageError;
  return { notebook, scores: [], remarks: [], failure: expected ? message : `a defect of the simulator, please report it: ${message}` };
}

export async function gradeNotebooks(host: Host, options: GradeOptions): Promise<number> {
  const release = options.release === undefined ? undefined : readRelease(host, options.release);
  const grades: Grade[] = [];
  for (const file of options.files) {
    const grade = await run(host, file, release, options.limit).catch((error: unknown) => failed(file, error));
    if (grade === undefined) {
      return INTERRUPTED;
    }
    grades.push(grade);
  }
  host.write('stdout', report(options.format, grades));
  return grades.some(({ failure }) => failure !== undefined) ? NOT_ALL_GRADED : 0;
}
