/// Runs one memory-sim cell, and does to the cell all that JupyterLab does when a kernel runs one
/// (@jupyterlab/cells CodeCell.execute, @jupyterlab/notebook runCell).
import { type CodeCell, CodeCellModel } from '@jupyterlab/cells';
import { type INotebookCellExecutor, KernelError } from '@jupyterlab/notebook';
import { type IOutput, isStream } from '@jupyterlab/nbformat';
import type { IOutputModel } from '@jupyterlab/rendermime';
import type { KernelMessage } from '@jupyterlab/services';
import { JSONExt, type PartialJSONObject } from '@lumino/coreutils';
import type { Output } from '../core/machine';
import { nameLanguage } from './kernelless';
import { askInCell } from './inputBox';
import { inPageLanguage } from './outputLanguage';
import { whenPainted } from './idle';
import type { HeapRun, NotebookHeap } from './notebookHeap';
import type { MimeBundle } from './protocol';
import type { Seat } from './seat';

type Options = INotebookCellExecutor.IRunCellOptions;

/// How long a cell that runs at once looks as before: mostly it has run by then, and the page is drawn once.
const AS_BEFORE_MS = 100;

/// What a cell's stand-ins wait for at most, when the page is busy.
const REST_MS = 300;

/// How a cell was scheduled last.
const latest = new WeakMap<CodeCell['model'], Scheduled>();

/// A cell that waits for its turn, or has it: its old outputs go once, and it shows `[*]` until it has run.
export class Scheduled {
  private readonly timer: ReturnType<typeof setTimeout> | undefined;
  private isCleared = false;
  /// From now on the cell does not show `[*]` when it is made anew.
  unmark: () => void = () => {};

  /// `soon`: the cell's turn is now.
  constructor(private readonly seat: Seat, soon: boolean) {
    seat.do(({ model }) => latest.set(model, this));
    if (soon) {
      // As if it was running already: what it runs is what stands there now.
      seat.do(({ model }) => {
        if (model instanceof CodeCellModel) {
          model.isDirty = false;
        }
      });
      this.timer = setTimeout(() => this.clear(), AS_BEFORE_MS);
    } else {
      this.clear();
    }
  }

  /// To be called before anything is added to the cell.
  clear(): void {
    clearTimeout(this.timer);
    if (!this.isCleared) {
      this.isCleared = true;
      this.seat.do(clearOutputs);
      this.unmark = this.seat.keep(({ model }) => {
        model.executionState = 'running';
      });
    }
  }

  /// Adds all that the run gives. Old outputs of the same kinds, where they are still there, change in place: the page keeps their widgets.
  replace(outputs: readonly IOutput[]): void {
    this.seat.do(cell => {
      if (this.isCleared || !changeInPlace(cell, outputs)) {
        this.clear();
        addOutputs(cell, outputs);
        return;
      }
      clearTimeout(this.timer);
      this.isCleared = true;
      cell.outputHidden = false;
    });
  }
}

/// False if anything about the outputs asks for new ones.
function changeInPlace(cell: CodeCell, outputs: readonly IOutput[]): boolean {
  const { outputs: old, trusted } = cell.model;
  // The last one must not be a stream: text that came later would be added to its old model.
  if (!trusted || outputs.length === 0 || outputs.length !== old.length || isStream(outputs.at(-1)!) || !outputs.every((output, i) => isAlike(output, old.get(i)))) {
    return false;
  }
  outputs.forEach((output, i) => {
    if (!JSONExt.deepEqual(output, old.get(i).toJSON())) {
      old.set(i, output);
    }
  });
  return true;
}

function isAlike(output: IOutput, old: IOutputModel): boolean {
  if (output.output_type !== old.type) {
    return false;
  }
  // Only what is added has its control characters obeyed.
  return !isStream(output) || (old.toJSON()['name'] === output.name && !/[\b\r]/.test(String(output.text)));
}

function clearOutputs(cell: CodeCell): void {
  cell.model.sharedModel.transact(
    () => {
      cell.model.clearExecution();
      cell.outputHidden = false;
    },
    false,
    'silent-change'
  );
  cell.model.executionState = 'running';
  cell.model.trusted = true;
}

/// Takes `[*]` back from a cell that will not run, unless it is to run again: a restart drops it and may schedule it anew.
export function markDropped(seat: Seat, scheduled: Scheduled): void {
  scheduled.unmark();
  seat.do(({ model }) => {
    if ((latest.get(model) ?? scheduled) === scheduled) {
      model.executionState = 'idle';
    }
  });
}

/// Whether a cell may fail without stopping the cells behind it.
export function mayFail(cell: CodeCell): boolean {
  const tags: unknown = cell.model.getMetadata('tags');
  return Array.isArray(tags) && tags.includes('raises-exception');
}

/// Runs a scheduled cell with the source it had when it was scheduled. Gives false if the heap went away
/// meanwhile; throws a KernelError if the cell fails, as `runCell` does. `onRest` gets a promise of what of the cell's output is
/// still to come when the cell has run: nothing that is seen.
export async function executeCell(options: Options, seat: Seat, source: string, heap: NotebookHeap, scheduled: Scheduled, onRest: (rest: Promise<void>) => void): Promise<boolean> {
  let error: Extract<Output, { output_type: 'error' }> | undefined;
  const note = (outputs: readonly Output[]): void => {
    error = outputs.findLast(output => output.output_type === 'error') ?? error;
  };
  const run = heap.run(source, {
    onOutputs: outputs => {
      scheduled.clear();
      note(outputs);
      seat.do(cell => addOutputs(cell, outputs as IOutput[]));
    },
    onInput: (prompt, answer, over) => {
      scheduled.clear();
      const answered = (line: string): void => {
        forget();
        answer(line);
      };
      const forget = seat.keep(cell => askInCell(cell, { prompt, answer: answered, over, translator: options.translator }));
      over.addEventListener('abort', forget, { once: true });
    }
  });
  // All else while the heap is at work.
  nameLanguage(options.notebook);
  const timing = new Timing(seat, options.notebookConfig.recordTiming);
  timing.set('iopub.status.busy', 'iopub.execute_input', 'shell.execute_reply.started');
  const count = heap.executionCount;
  const { status, outputs, bundle, standIns } = await run;
  note(outputs);
  const all: IOutput[] = [...(outputs as IOutput[]), ...(bundle ? [{ output_type: 'display_data', data: bundle as PartialJSONObject, metadata: {} }] : [])];
  // One change of the document for all of them.
  seat.do(cell => cell.model.sharedModel.transact(() => scheduled.replace(all), false, 'silent-change'));
  if (bundle && standIns) {
    onRest(addStandIns(seat, bundle, standIns, options.translator));
  }
  if (status === 'gone') {
    timing.set('execution_failed');
    markDropped(seat, scheduled);
    return false;
  }
  scheduled.unmark();
  seat.do(cell => cell.model.sharedModel.transact(() => {
    cell.model.executionCount = count;
    cell.model.executionState = 'idle';
  }, false));
  timing.set('shell.execute_reply', 'iopub.status.idle');
  const cell = seat.now;
  if (cell === undefined) {
    return false;
  }
  if (status === 'ok') {
    options.onCellExecuted({ cell, success: true });
    return true;
  }
  const failure = new KernelError(errorReply(count, status, error));
  options.onCellExecuted({ cell, success: false, error: failure });
  throw failure;
}

/// Completes the cell's last output, when it has been painted and the page has nothing else to do.
async function addStandIns(seat: Seat, bundle: MimeBundle, standIns: () => Promise<MimeBundle>, translator: Options['translator']): Promise<void> {
  await whenPainted(REST_MS);
  const { data, metadata } = await inPageLanguage({ ...bundle, ...(await standIns()) }, translator);
  seat.do(({ model: { outputs } }) => {
    const at = outputs.length - 1;
    // Not if the cell has run again since.
    const there = at >= 0 ? outputs.get(at).data : {};
    if (Object.entries(bundle).every(([mime, value]) => JSONExt.deepEqual(there[mime] ?? null, value as PartialJSONObject))) {
      outputs.set(at, { output_type: 'display_data', data: data as PartialJSONObject, metadata });
    }
  });
}

function addOutputs(cell: CodeCell, outputs: readonly IOutput[]): void {
  for (const output of outputs) {
    cell.model.outputs.add(output);
  }
}

function errorReply(
  count: number,
  status: HeapRun['status'],
  error: Extract<Output, { output_type: 'error' }> | undefined
): KernelMessage.IExecuteReplyMsg['content'] {
  const ename = error?.ename ?? (status === 'interrupted' ? 'KeyboardInterrupt' : 'Exception');
  return { status: 'error', execution_count: count, ename, evalue: error?.evalue ?? '', traceback: error?.traceback ?? [] };
}

/// The `execution` metadata, under the names that JupyterLab gives a kernel's messages.
class Timing {
  private times: PartialJSONObject = {};

  constructor(private readonly seat: Seat, private readonly wanted: boolean) {
    if (!wanted) {
      seat.do(({ model }) => model.deleteMetadata('execution'));
    }
  }

  set(...labels: string[]): void {
    if (this.wanted) {
      const now = new Date().toISOString();
      this.times = { ...this.times, ...Object.fromEntries(labels.map(label => [label, now])) };
      this.seat.do(({ model }) => model.setMetadata('execution', this.times));
    }
  }
}
