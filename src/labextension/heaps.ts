/// The heaps of all open notebooks.
import type { ICellModel } from '@jupyterlab/cells';
import type { INotebookModel } from '@jupyterlab/notebook';
import { Token } from '@lumino/coreutils';
import { type ISignal, Signal } from '@lumino/signaling';
import { type HeapState, NotebookHeap, type NotebookHeapOptions } from './notebookHeap';
import type { PythonVersion } from '../core/machine';
import type { HeapViewOptions } from '../widgets/heapView';
import { RunHistory } from './runHistory';
import { RunQueue } from './runQueue';
import { Unfinished } from './saving';

/// A notebook, however many views it has.
export interface NotebookRuns {
  readonly heap: NotebookHeap;
  readonly queue: RunQueue;
  readonly history: RunHistory<ICellModel>;
  /// What outputs of the notebook still lack.
  readonly unfinished: Unfinished;
}

export type Places = NonNullable<HeapViewOptions['places']>;

export interface HeapChange {
  readonly notebook: INotebookModel;
  readonly state: HeapState;
}

export interface IMemorySimHeaps {
  /// A heap began or ended a cell, or was reset.
  readonly changed: ISignal<IMemorySimHeaps, HeapChange>;
  /// The heap and queue of a notebook; made at the first call.
  for(notebook: INotebookModel): NotebookRuns;
  /// The same, if there are any.
  find(notebook: INotebookModel): NotebookRuns | undefined;
  /// A fresh heap; what runs or waits is dropped.
  reset(notebook: INotebookModel): void;
  /// Where the objects of a notebook's heap stand in its pictures.
  places(notebook: INotebookModel): Places;
  /// Whose rules a new heap follows unless its first cell says otherwise.
  readonly python: PythonVersion;
  /// A heap that belongs to no notebook; the caller disposes it.
  createApart(python: PythonVersion): NotebookHeap;
  /// Frees the worker of a notebook that is being closed.
  close(notebook: INotebookModel): void;
}

export const IMemorySimHeaps = new Token<IMemorySimHeaps>(
  'jupyterlab-memory-sim:IMemorySimHeaps',
  'The simulated heaps of the open notebooks: one a notebook, in a worker of its own.'
);

export class Heaps implements IMemorySimHeaps {
  private readonly all = new Map<INotebookModel, NotebookRuns>();
  private readonly allPlaces = new WeakMap<INotebookModel, Places>();
  private readonly _changed = new Signal<this, HeapChange>(this);

  constructor(private readonly options: NotebookHeapOptions) {}

  get changed(): ISignal<this, HeapChange> {
    return this._changed;
  }

  for(notebook: INotebookModel): NotebookRuns {
    let runs = this.all.get(notebook);
    if (!runs) {
      const heap = new NotebookHeap(this.options);
      const history = new RunHistory<ICellModel>();
      heap.stateChanged.connect((_, state) => {
        if (state === 'reset') {
          history.clear();
          this.allPlaces.delete(notebook);
        }
        this._changed.emit({ notebook, state });
      });
      runs = { heap, queue: new RunQueue(), history, unfinished: new Unfinished() };
      this.all.set(notebook, runs);
    }
    return runs;
  }

  places(notebook: INotebookModel): Places {
    let places = this.allPlaces.get(notebook);
    if (!places) {
      this.allPlaces.set(notebook, (places = new Map()));
    }
    return places;
  }

  get python(): PythonVersion {
    return this.options.settings().python;
  }

  createApart(python: PythonVersion): NotebookHeap {
    return new NotebookHeap({ ...this.options, settings: () => ({ python, record: false }) });
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
