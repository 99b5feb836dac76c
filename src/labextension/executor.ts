/// The cell executor: memory-sim cells go to the notebook's heap, all others where they went before.
import { CodeCell, type Cell } from '@jupyterlab/cells';
import type { INotebookCellExecutor, INotebookModel } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { isMemorySim, parseMagic } from '../lessons/magic';
import { executeCell, markDropped, mayFail, Scheduled } from './execution';
import type { IMemorySimHeaps, NotebookRuns } from './heaps';
import { needsNoKernel, startOf, wantKernel } from './kernelless';
import { DROPPED } from './runQueue';
import { Seat } from './seat';

type Options = INotebookCellExecutor.IRunCellOptions;
type RunCell = (options: Options) => Promise<boolean>;

export function isMemorySimCell(cell: Cell): cell is CodeCell {
  return cell instanceof CodeCell && isMemorySim(cell.model.sharedModel.getSource());
}

/// A kernel that was there when a cell was to run, and will answer no more: JupyterLab would wait for it for good.
function isLost(kernel: Kernel.IKernelConnection | null | undefined): boolean {
  return kernel != null && (kernel.isDisposed || kernel.status === 'dead');
}

export class MemorySimExecutor implements INotebookCellExecutor {
  /// `runOther` is how any other cell runs.
  constructor(
    private readonly heaps: IMemorySimHeaps,
    private readonly runOther: RunCell
  ) {}

  runCell(options: Options): Promise<boolean> {
    const { cell } = options;
    if (isMemorySimCell(cell)) {
      return this.runMemorySim(options, cell);
    }
    return cell instanceof CodeCell ? this.runKernelCell(options, cell) : this.runOther(options);
  }

  private async runMemorySim(options: Options, cell: CodeCell): Promise<boolean> {
    // As with a kernel, what runs is the source at the time of the command, not of its turn.
    const source = cell.model.sharedModel.getSource();
    const magic = parseMagic(source);
    if (magic?.ok && magic.source.trim() === '' && magic.options.module === undefined) {
      return this.runBlank(options, cell);
    }
    const { heap, queue, history, unfinished } = this.heaps.for(options.notebook);
    const seat = new Seat(cell, options.notebook);
    const scheduled = new Scheduled(seat, !queue.isBusy);
    options.onCellExecutionScheduled({ cell });
    let complete = Promise.resolve();
    const job = async (): Promise<boolean> => {
      const { now } = seat;
      if (now === undefined) {
        markDropped(seat, scheduled);
        return false;
      }
      history.began(now.model);
      return executeCell(options, seat, source, heap, scheduled, rest => {
        complete = rest;
        unfinished.add(rest);
      });
    };
    try {
      const ran = await queue.run(job, mayFail(cell));
      if (ran === DROPPED) {
        scheduled.clear();
      }
      return this.settle(seat, scheduled, ran);
    } finally {
      await complete;
      seat.end();
    }
  }

  private async runKernelCell(options: Options, cell: CodeCell): Promise<boolean> {
    const { sessionContext } = options;
    if (cell.model.sharedModel.getSource().trim() === '' && !sessionContext?.session?.kernel && needsNoKernel(options.notebook)) {
      return this.runBlank(options, cell);
    }
    const runs = this.heaps.find(options.notebook) ?? this.first(options.notebook);
    const run = async (): Promise<boolean> => {
      if (sessionContext) {
        wantKernel(sessionContext);
      }
      const ran = await this.runOther(options);
      if (!ran && !cell.isDisposed) {
        // Its kernel was lost, and with it all that a kernel would have been asked to run behind it.
        runs?.queue.drop();
      }
      return ran;
    };
    if (!runs) {
      if (cell.model.sharedModel.getSource() === '' && sessionContext) {
        // JupyterLab shows an empty cell while it reads the file, and would ask now which kernel is to run it.
        await startOf(sessionContext);
      }
      return !cell.isDisposed && run();
    }
    const kernel = sessionContext?.session?.kernel;
    const start = sessionContext ? startOf(sessionContext) : undefined;
    if (!runs.queue.isBusy && !start) {
      // Nothing of ours is running: the kernel gets the cell when it always did.
      return runs.queue.runNow(run, mayFail(cell));
    }
    const seat = new Seat(cell, options.notebook);
    const scheduled = new Scheduled(seat, false);
    const ran = await runs.queue.run(async () => {
      await start;
      scheduled.unmark();
      return !cell.isDisposed && !isLost(kernel) && run();
    }, mayFail(cell));
    const settled = this.settle(seat, scheduled, ran === false && isLost(kernel) ? DROPPED : ran);
    seat.end();
    return settled;
  }

  /// Of a notebook without a heap so far: a memory-sim cell behind a kernel cell must know of it.
  private first(notebook: INotebookModel): NotebookRuns | undefined {
    return Array.from(notebook.cells).some(({ sharedModel }) => isMemorySim(sharedModel.getSource())) ? this.heaps.for(notebook) : undefined;
  }

  /// What a kernel does with an empty cell; no kernel is needed for it.
  private runBlank(options: Options, cell: CodeCell): boolean {
    cell.model.sharedModel.transact(() => cell.model.clearExecution(), false);
    options.onCellExecutionScheduled({ cell });
    options.onCellExecuted({ cell, success: true });
    return true;
  }

  private settle(seat: Seat, scheduled: Scheduled, ran: boolean | typeof DROPPED): boolean {
    if (ran === DROPPED) {
      markDropped(seat, scheduled);
      return false;
    }
    return ran;
  }
}

/// Takes part in running cells where another extension's executor is in charge: that one gets all cells but ours.
export function takePart(executor: INotebookCellExecutor, heaps: IMemorySimHeaps): void {
  if (executor instanceof MemorySimExecutor) {
    return;
  }
  if (Object.isFrozen(executor)) {
    console.error('memory-sim: another extension runs the cells of notebooks and cannot be wrapped: memory-sim cells will not run.');
    return;
  }
  const ours = new MemorySimExecutor(heaps, executor.runCell.bind(executor));
  executor.runCell = options => ours.runCell(options);
}
