/// The heaps of all open notebooks.
import type { INotebookModel } from '@jupyterlab/notebook';
import { Token } from '@lumino/coreutils';
import { NotebookHeap, type NotebookHeapOptions } from './notebookHeap';
import { RunQueue } from './runQueue';

/// A notebook, however many views it has.
export interface NotebookRuns {
  readonly heap: NotebookHeap;
  readonly queue: RunQueue;
}

export interface IMemorySimHeaps {
  /// The heap and queue of a notebook; made at the first call.
  for(notebook: INotebookModel): NotebookRuns;
  /// The same, if there are any.
  find(notebook: INotebookModel): NotebookRuns | undefined;
  /// A fresh heap; what runs or waits is dropped.
  reset(notebook: INotebookModel): void;
  /// Frees the worker of a notebook that is being closed.
  close(notebook: INotebookModel): void;
}

export const IMemorySimHeaps = new Token<IMemorySimHeaps>(
  'jupyterlab-memory-sim:IMemorySimHeaps',
  'The simulated heaps of the open notebooks: one a notebook, in a worker of its own.'
);

export class Heaps implements IMemorySimHeaps {
  private readonly all = new Map<INotebookModel, NotebookRuns>();

  constructor(private readonly options: NotebookHeapOptions) {}

  for(notebook: INotebookModel): NotebookRuns {
    let runs = this.all.get(notebook);
    if (!runs) {
      runs = { heap: new NotebookHeap(this.options), queue: new RunQueue() };
      this.all.set(notebook, runs);
    }
    return runs;
  }

  find(notebook: INotebookModel): NotebookRuns | undefined {
    return this.all.get(notebook);
  }

  reset(notebook: INotebookModel): void {
    const runs = this.all.get(notebook);
    runs?.queue.drop();
    runs?.heap.reset();
  }

  close(notebook: INotebookModel): void {
    const runs = this.all.get(notebook);
    this.all.delete(notebook);
    runs?.queue.drop();
    runs?.heap.dispose();
  }
}
