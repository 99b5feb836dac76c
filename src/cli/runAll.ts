/// Running all memory-sim cells of a notebook on one heap, whatever becomes of those before: for grades and mistakes.
import type { PythonVersion } from '../core/machine';
import { checkOf } from '../lessons/exercise';
import { errorMessage } from '../lessons/grade';
import type { MemorySimCell } from '../lessons/memorySimCells';
import { Limit } from './drive';
import type { Host } from './host';
import type { CellOutput } from './notebookRun';
import { NotebookRun } from './notebookRun';

export interface RunAllOptions {
  readonly python: PythonVersion;
  /// Where `import` finds files.
  readonly folder: string;
  /// Instructions a cell.
  readonly limit: number;
}

export interface Ran {
  readonly cell: MemorySimCell;
  readonly outputs: readonly CellOutput[];
  /// Why it did not come to its end; undefined: it did.
  readonly failure?: string;
}

async function runEach(host: Host, cells: readonly MemorySimCell[], options: RunAllOptions, pressed: () => boolean): Promise<Ran[] | undefined> {
  // Nobody is there to be asked.
  const heap = new NotebookRun({ ...host, input: () => undefined }, { ...options, record: false });
  const ran: Ran[] = [];
  let stuck = false;
  for (const cell of cells) {
    if (stuck) {
      ran.push({ cell, outputs: [], failure: 'a cell before it could not be stopped' });
      continue;
    }
    const { magic } = cell;
    if (!magic.ok) {
      ran.push({ cell, outputs: [], failure: magic.message });
      continue;
    }
    const limit = new Limit(options.limit);
    const { result, outputs } = await heap.runCell(magic, limit, { check: checkOf(cell.cell) !== undefined });
    await host.yieldTurn();
    if (pressed()) {
      return undefined;
    }
    stuck = result === undefined;
    const error = outputs.find(output => output.output_type === 'error');
    if (limit.stopped && result?.status !== 'ok') {
      ran.push({ cell, outputs, failure: `stopped after ${options.limit} instructions: does it end?` });
    } else {
      ran.push(error ? { cell, outputs, failure: errorMessage(error) } : { cell, outputs });
    }
  }
  return ran;
}

/// undefined: Ctrl-C, which a program that raises KeyboardInterrupt itself is not.
export async function runAll(host: Host, cells: readonly MemorySimCell[], options: RunAllOptions): Promise<Ran[] | undefined> {
  let pressed = false;
  const stopListening = host.onInterrupt(() => {
    pressed = true;
  });
  try {
    return await runEach(host, cells, options, () => pressed);
  } finally {
    stopListening();
  }
}
