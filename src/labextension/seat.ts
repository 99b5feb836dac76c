/// A cell that runs, wherever it stands: JupyterLab makes a cell anew when it is moved, or when it comes back after it was deleted.
import { CodeCell } from '@jupyterlab/cells';
import { type INotebookModel, StaticNotebook } from '@jupyterlab/notebook';

export class Seat {
  private readonly id: string;
  private readonly view: StaticNotebook | undefined;
  private missed: ((cell: CodeCell) => void)[] = [];
  private readonly lasting = new Set<(cell: CodeCell) => void>();
  private isOver = false;

  constructor(private cell: CodeCell, private readonly notebook: INotebookModel) {
    this.id = cell.model.id;
    this.view = cell.parent instanceof StaticNotebook ? cell.parent : undefined;
    if (this.view) {
      notebook.cells.changed.connect(this.onCells, this);
    }
  }

  /// The cell; undefined while it is not in the notebook.
  get now(): CodeCell | undefined {
    if (this.cell.isDisposed) {
      const again = this.view?.isDisposed === false ? this.view.widgets.find(({ model }) => model?.id === this.id) : undefined;
      if (!(again instanceof CodeCell)) {
        return undefined;
      }
      this.cell = again;
    }
    return this.cell;
  }

  /// Does something to the cell: at once, or when it is back.
  do(action: (cell: CodeCell) => void): void {
    const { now } = this;
    if (now !== undefined) {
      action(now);
    } else {
      this.missed.push(action);
    }
  }

  /// Does it now, and again whenever the cell is made anew, until the function that it gives is called.
  keep(action: (cell: CodeCell) => void): () => void {
    this.lasting.add(action);
    if (this.now !== undefined) {
      action(this.now);
    }
    return () => void this.lasting.delete(action);
  }

  /// Nothing more is to be done to the cell, but for what it has missed.
  end(): void {
    this.isOver = true;
    this.leave();
  }

  private leave(): void {
    if (this.isOver && this.missed.length === 0) {
      this.notebook.cells.changed?.disconnect(this.onCells, this);
    }
  }

  private onCells(): void {
    if (!this.cell.isDisposed) {
      return;
    }
    // The view takes up the change too; a cell is whole when it has.
    queueMicrotask(() => {
      const { now } = this;
      if (now !== undefined) {
        this.lasting.forEach(action => action(now));
        this.missed.splice(0).forEach(action => action(now));
        this.leave();
      }
    });
  }
}
