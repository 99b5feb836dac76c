/// One notebook's heap: the worker that holds it, and the cell that runs on it.
import type { IDisposable } from '@lumino/disposable';
import type { Output, PythonVersion } from '../core/machine';
import type { FromWorker, MimeBundle, ToWorker } from './protocol';

/// A worker that has not taken up an interrupt after so long is ended.
export const UNANSWERED_MS = 1000;

export interface HeapWorker {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

export interface NotebookHeapOptions {
  createWorker(): HeapWorker;
  /// For a heap that begins.
  settings(): { python: PythonVersion; record: boolean };
}

export interface HeapRun {
  /// `gone`: the heap was reset or closed while the cell ran.
  status: 'ok' | 'error' | 'interrupted' | 'gone';
  bundle?: MimeBundle;
}

interface Running {
  id: number;
  onOutputs: (outputs: Output[]) => void;
  resolve: (run: HeapRun) => void;
}

const LOST = 'The heap of this notebook is lost: run its cells again from the top.';

export class NotebookHeap implements IDisposable {
  private worker: HeapWorker | undefined;
  private running: Running | undefined;
  private nextId = 1;
  private unanswered: ReturnType<typeof setTimeout> | undefined;
  private executed = 0;
  isDisposed = false;

  constructor(private readonly options: NotebookHeapOptions) {}

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /// Whether anything has run on this heap.
  get isUsed(): boolean {
    return this.worker !== undefined;
  }

  /// Cells run on this heap so far; the number that stands in the prompt of the last.
  get executionCount(): number {
    return this.executed;
  }

  /// Runs a cell (as it stands in the editor). One at a time; never rejects.
  run(cell: string, onOutputs: (outputs: Output[]) => void): Promise<HeapRun> {
    const id = this.nextId++;
    const count = ++this.executed;
    return new Promise(resolve => {
      if (this.isDisposed) {
        resolve({ status: 'gone' });
        return;
      }
      this.running = { id, onOutputs, resolve };
      this.worker ??= this.startWorker();
      this.worker.postMessage({ type: 'run', id, cell, count, ...this.options.settings() });
    });
  }

  /// Stops the running cell; the heap stays, unless the worker does not answer.
  interrupt(): void {
    if (!this.running || this.unanswered !== undefined) {
      return;
    }
    this.worker?.postMessage({ type: 'interrupt' });
    this.unanswered = setTimeout(
      () => this.lose('KeyboardInterrupt', `the simulated Python did not answer an interrupt and was stopped. ${LOST}`),
      UNANSWERED_MS
    );
  }

  /// A fresh heap.
  reset(): void {
    const running = this.stopWorker();
    this.executed = 0;
    running?.resolve({ status: 'gone' });
  }

  dispose(): void {
    this.isDisposed = true;
    this.reset();
  }

  private startWorker(): HeapWorker {
    const worker = this.options.createWorker();
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = event => this.lose('InternalError', `the worker failed${event.message ? ` (${event.message})` : ''}. ${LOST}`);
    return worker;
  }

  private receive(message: FromWorker): void {
    if (message.type === 'interrupting') {
      this.clearUnanswered();
    } else if (message.id === this.running?.id) {
      const { onOutputs, resolve } = this.running;
      if (message.type === 'output') {
        onOutputs(message.outputs);
      } else {
        this.clearUnanswered();
        this.running = undefined;
        resolve({ status: message.status, bundle: message.bundle });
      }
    }
  }

  private lose(ename: string, evalue: string): void {
    const running = this.stopWorker();
    this.executed = 0;
    running?.onOutputs([{ output_type: 'error', ename, evalue, traceback: [`${ename}: ${evalue}`] }]);
    running?.resolve({ status: 'error' });
  }

  /// Ends the worker and gives what ran on it.
  private stopWorker(): Running | undefined {
    this.clearUnanswered();
    if (this.worker) {
      this.worker.onmessage = null;
      this.worker.onerror = null;
      this.worker.terminate();
      this.worker = undefined;
    }
    const running = this.running;
    this.running = undefined;
    return running;
  }

  private clearUnanswered(): void {
    clearTimeout(this.unanswered);
    this.unanswered = undefined;
  }
}
