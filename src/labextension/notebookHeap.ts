/// One notebook's heap: the worker that holds it, and the cell that runs on it.
import type { IDisposable } from '@lumino/disposable';
import { type ISignal, Signal } from '@lumino/signaling';
import type { Output, PythonVersion } from '../core/machine';
import type { RunSummary } from '../views/runSummary';
import type { Answers, FromWorker, MimeBundle, Question, ToWorker } from './protocol';
import type { RibbonSegment } from './ribbon';

/// A worker that has not taken up an interrupt after so long is ended.
export const UNANSWERED_MS = 1000;

/// Runs that the ribbon goes back.
const MOST_SEGMENTS = 100;

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
  /// What was not told before.
  outputs: Output[];
  /// The trace of a recorded run.
  bundle?: MimeBundle;
  /// Asks for what stands in for it, once; empty if the heap went away.
  standIns?: () => Promise<MimeBundle>;
}

/// What a running cell says, and asks.
export interface RunListener {
  onOutputs(outputs: Output[]): void;
  /// input() waits for `answer` (undefined = the end of input); the signal says that the run is over without it.
  onInput(prompt: string, answer: (line: string | undefined) => void, over: AbortSignal): void;
}

/// `reset`: the heap is a fresh one, or gone.
export type HeapState = 'busy' | 'idle' | 'reset';

interface Running {
  id: number;
  listener: RunListener;
  over: AbortController;
  resolve: (run: HeapRun) => void;
}

const LOST = 'The heap of this notebook is lost: run its cells again from the top.';

export class NotebookHeap implements IDisposable {
  private worker: HeapWorker | undefined;
  private running: Running | undefined;
  private nextId = 1;
  private unanswered: ReturnType<typeof setTimeout> | undefined;
  private executed = 0;
  private _segments: RibbonSegment[] = [];
  private readonly awaited = new Map<number, (standIns: MimeBundle) => void>();
  private readonly questions = new Map<number, (answer: unknown) => void>();
  private readonly _stateChanged = new Signal<this, HeapState>(this);
  isDisposed = false;

  constructor(private readonly options: NotebookHeapOptions) {}

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /// Whether anything has run on this heap.
  get isUsed(): boolean {
    return this.executed > 0;
  }

  /// Cells run on this heap so far; the number that stands in the prompt of the last.
  get executionCount(): number {
    return this.executed;
  }

  /// What the runs on this heap did, in order; those that were not recorded are left out.
  get segments(): readonly RibbonSegment[] {
    return this._segments;
  }

  get stateChanged(): ISignal<this, HeapState> {
    return this._stateChanged;
  }

  /// Runs a cell (as it stands in the editor). `listener` hears of what it writes until shortly before its end. One at a time; never rejects.
  run(cell: string, listener: RunListener): Promise<HeapRun> {
    const id = this.nextId++;
    const count = ++this.executed;
    return new Promise(resolve => {
      if (this.isDisposed) {
        resolve({ status: 'gone', outputs: [] });
        return;
      }
      this.running = { id, listener, over: new AbortController(), resolve };
      this.worker ??= this.startWorker();
      this.worker.postMessage({ type: 'run', id, cell, count, ...this.options.settings() });
      this._stateChanged.emit('busy');
    });
  }

  /// Starts the worker and readies it, if nothing has yet: a cell may come soon. `onPractice` gets what a small program gives.
  prepare(onPractice: (bundle: MimeBundle) => void): void {
    if (!this.worker && !this.isDisposed) {
      this.onPractice = onPractice;
      this.worker = this.startWorker();
      this.worker.postMessage({ type: 'prepare', ...this.options.settings() });
    }
  }

  /// What the heap knows, in a cell as it stands in the editor; never runs anything. undefined: nothing.
  ask<About extends keyof Answers>(about: About, cell = '', cursor = 0): Promise<Answers[About] | undefined> {
    if (this.isDisposed || (about === 'snapshot' && !this.worker)) {
      return Promise.resolve(undefined);
    }
    const id = this.nextId++;
    this.worker ??= this.startWorker();
    const question: Question = { type: 'ask', id, about, cell, cursor, ...this.options.settings() };
    this.worker.postMessage(question);
    return new Promise(resolve => this.questions.set(id, answer => resolve(answer as Answers[About] | undefined)));
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
    this._segments = [];
    running?.resolve({ status: 'gone', outputs: [] });
    this._stateChanged.emit('reset');
  }

  dispose(): void {
    this.isDisposed = true;
    this.reset();
    Signal.clearData(this);
  }

  private onPractice: (bundle: MimeBundle) => void = () => {};

  private startWorker(): HeapWorker {
    const worker = this.options.createWorker();
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = event => this.lose('InternalError', `the worker failed${event.message ? ` (${event.message})` : ''}. ${LOST}`);
    return worker;
  }

  private receive(message: FromWorker): void {
    if (message.type === 'interrupting') {
      this.clearUnanswered();
    } else if (message.type === 'practice') {
      this.onPractice(message.bundle);
    } else if (message.type === 'answer') {
      this.questions.get(message.id)?.(message.answer);
      this.questions.delete(message.id);
    } else if (message.type === 'standIns') {
      this.awaited.get(message.id)?.(message.standIns);
      this.awaited.delete(message.id);
    } else if (message.id === this.running?.id) {
      this.receiveOfRun(message, this.running);
    }
  }

  private receiveOfRun(message: Extract<FromWorker, { type: 'output' | 'input' | 'done' }>, running: Running): void {
    const { id, listener, over } = running;
    switch (message.type) {
      case 'output':
        listener.onOutputs(message.outputs);
        break;
      case 'input':
        listener.onInput(message.prompt, line => this.running === running && this.worker?.postMessage({ type: 'line', id, line: line ?? null }), over.signal);
        break;
      case 'done':
        this.clearUnanswered();
        this.running = undefined;
        over.abort();
        this.summarize(message.summary);
        running.resolve({
          status: message.status, outputs: message.outputs,
          ...(message.bundle && { bundle: message.bundle, standIns: this.standInsFrom(this.worker, id) })
        });
        this._stateChanged.emit('idle');
    }
  }

  private standInsFrom(worker: HeapWorker | undefined, id: number): () => Promise<MimeBundle> {
    return () =>
      new Promise(resolve => {
        if (!worker || worker !== this.worker) {
          resolve({});
          return;
        }
        this.awaited.set(id, resolve);
        worker.postMessage({ type: 'standIns', id });
      });
  }

  private summarize(summary: RunSummary | undefined): void {
    if (summary) {
      this._segments = [...this._segments.slice(-MOST_SEGMENTS), { run: this.executed, ...summary }];
    }
  }

  private lose(ename: string, evalue: string): void {
    const running = this.stopWorker();
    this.executed = 0;
    this._segments = [];
    running?.resolve({ status: 'error', outputs: [{ output_type: 'error', ename, evalue, traceback: [`${ename}: ${evalue}`] }] });
    this._stateChanged.emit('reset');
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
    this.questions.forEach(answer => answer(undefined));
    this.questions.clear();
    this.awaited.forEach(resolve => resolve({}));
    this.awaited.clear();
    const running = this.running;
    this.running = undefined;
    running?.over.abort();
    return running;
  }

  private clearUnanswered(): void {
    clearTimeout(this.unanswered);
    this.unanswered = undefined;
  }
}
