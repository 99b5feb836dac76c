/// `memory-sim lint LESSON...`: what is wrong with lessons, told to their authors.
import { exercisePart } from '../lessons/exercise';
import type { Mistake } from '../lessons/lint';
import { lint } from '../lessons/lint';
import { memorySimCells } from '../lessons/memorySimCells';
import type { Notebook } from '../lessons/notebook';
import { hasSolution } from '../lessons/release';
import type { LintOptions } from './arguments';
import { DEFAULT_PYTHON } from './arguments';
import type { Host } from './host';
import { INTERRUPTED, UsageError } from './host';
import { isGood, mayFail, readNotebookFile, readPython } from './notebookFile';
import { releaseOf } from './releaseNotebook';
import type { Ran } from './runAll';
import { runAll } from './runAll';

const FOUND_MISTAKES = 1;

const isCheck = ({ cell }: Ran): boolean => exercisePart(cell.cell.metadata)?.role === 'check';

/// The line in the cell at which it failed: the outermost of the traceback, which may go on into other cells.
function lineOf({ outputs }: Ran): string {
  const error = outputs.find(output => output.output_type === 'error');
  const line = error && /File "<cell \d+>", line (\d+)/.exec(error.traceback.join('\n'))?.[1];
  return line === undefined ? '' : `line ${line}: `;
}

/// The lesson as its author wrote it, solutions in it: all that is not meant to fail must run.
const solved = (ran: readonly Ran[], solutions: boolean): Mistake[] =>
  ran.flatMap((one): Mistake[] => {
    if (one.failure === undefined || mayFail(one.cell) || (isCheck(one) && !solutions)) {
      return [];
    }
    const what = isCheck(one) ? `the check fails with the author's solution: ${one.failure}` : `it fails (tag it raises-exception if it is meant to): ${one.failure}`;
    return [{ cell: one.cell.number, message: lineOf(one) + what }];
  });

/// The lesson as a learner gets it: its checks must fail, and say why.
const unsolved = (ran: readonly Ran[]): Mistake[] =>
  ran.filter(isCheck).flatMap((one): Mistake[] => {
    if (one.failure === undefined) {
      return [{ cell: one.cell.number, message: 'the check passes before the learner did anything' }];
    }
    const message = `${lineOf(one)}the learner reads only '${one.failure}': give the assert a message`;
    return one.failure === 'AssertionError' ? [{ cell: one.cell.number, message }] : [];
  });

/// undefined: Ctrl-C.
async function mistakesOf(host: Host, file: string, limit: number): Promise<Mistake[] | undefined> {
  const notebook = readNotebookFile(host, file);
  const folder = host.parentOf(host.resolvePath(file));
  const found = lint(notebook, path => host.isThere(host.resolvePath(folder, path)));
  const python = readPython(file, memorySimCells(notebook.cells).filter(isGood)) ?? DEFAULT_PYTHON;
  const run = (book: Notebook): Promise<Ran[] | undefined> => runAll(host, memorySimCells(book.cells).filter(isGood), { python, folder, limit });
  const asWritten = await run(notebook);
  const asReleased = asWritten && (await run(releaseOf(file, notebook)));
  return asWritten && asReleased && [...found, ...solved(asWritten, hasSolution(notebook)), ...unsolved(asReleased)];
}

export async function lintNotebooks(host: Host, { files, limit }: LintOptions): Promise<number> {
  let status = 0;
  for (const file of files) {
    let mistakes: Mistake[] | undefined;
    try {
      mistakes = await mistakesOf(host, file, limit);
    } catch (error) {
      if (!(error instanceof UsageError)) {
        throw error;
      }
      host.write('stdout', `${error.message}\n`);
      status = FOUND_MISTAKES;
      continue;
    }
    if (mistakes === undefined) {
      return INTERRUPTED;
    }
    const inOrder = [...mistakes].sort((a, b) => a.cell - b.cell);
    host.write('stdout', inOrder.map(({ cell, message }) => `${file}, cell ${cell}: ${message}\n`).join(''));
    status = mistakes.length > 0 ? FOUND_MISTAKES : status;
  }
  return status;
}
