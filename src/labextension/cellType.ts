/// Turning cells into memory-sim cells and back; new cells below one.
import type { Cell } from '@jupyterlab/cells';
import type { CellList, INotebookTracker, Notebook, NotebookPanel } from '@jupyterlab/notebook';
import { NotebookActions } from '@jupyterlab/notebook';
import type { IObservableList } from '@jupyterlab/observables';
import type { ICellModel } from '@jupyterlab/cells';
import type { CommandRegistry } from '@lumino/commands';
import { nameLanguage } from './kernelless';
import { addMagic, isMemorySim, MAGIC, removeMagic } from '../lessons/magic';

export type ShownCellType = 'code' | 'markdown' | 'raw' | 'memory-sim';

export function cellTypeOf(cell: Cell): ShownCellType {
  const { type, sharedModel } = cell.model;
  return type === 'code' && isMemorySim(sharedModel.getSource()) ? 'memory-sim' : (type as ShownCellType);
}

/// Gives the selected cells a type; one step for Undo a cell.
export function changeCellType(notebook: Notebook, type: ShownCellType): void {
  const indices = notebook.widgets.flatMap((cell, index) => (notebook.isSelectedOrActive(cell) ? [index] : []));
  if (type !== 'memory-sim') {
    rewrite(notebook, indices, removeMagic);
    NotebookActions.changeCellType(notebook, type);
    return;
  }
  NotebookActions.changeCellType(notebook, 'code');
  rewrite(notebook, indices, addMagic);
  if (notebook.model) {
    nameLanguage(notebook.model);
  }
}

function rewrite(notebook: Notebook, indices: number[], change: (source: string) => string): void {
  for (const index of indices) {
    const cell = notebook.widgets[index];
    if (cell?.model.type === 'code') {
      const { sharedModel } = cell.model;
      const before = sharedModel.getSource();
      const after = change(before);
      if (after !== before) {
        // The line alone is changed, not the whole text, so that cursors and marks in the rest stay.
        const added = after.length - before.length;
        if (added > 0) {
          sharedModel.updateSource(0, 0, after.slice(0, added));
        } else {
          const start = before.indexOf(MAGIC);
          sharedModel.updateSource(start, start - added, '');
        }
      }
    }
  }
}

/// Commands of the notebook that make a new cell and make it the active one.
const MAKES_CELL = new Set([
  'notebook:insert-cell-below',
  'notebook:insert-cell-above',
  'notebook:run-cell-and-insert-below',
  'notebook:run-cell-and-select-next'
]);

/// Makes an empty cell that a learner puts below a memory-sim cell one too.
///
/// Only what this page's commands insert counts: not what is pasted, undone, loaded or typed by someone else.
export function continueMemorySim(commands: CommandRegistry, tracker: INotebookTracker): void {
  let fresh = new WeakSet<ICellModel>();
  const note = (_: CellList, change: IObservableList.IChangedArgs<ICellModel>): void => {
    if (change.type === 'add') {
      change.newValues.forEach(model => fresh.add(model));
      // Whatever is not taken up by a command at once was not made by it.
      queueMicrotask(() => (fresh = new WeakSet()));
    }
  };
  const watch = (panel: NotebookPanel): void => {
    void panel.context.ready.then(() => panel.content.model?.cells.changed.connect(note));
  };
  tracker.forEach(watch);
  tracker.widgetAdded.connect((_, panel) => watch(panel));
  commands.commandExecuted.connect((_, { id }) => {
    const notebook = tracker.currentWidget?.content;
    const cell = notebook?.activeCell;
    if (!notebook || !cell || !MAKES_CELL.has(id) || !fresh.has(cell.model)) {
      return;
    }
    const above = notebook.widgets[notebook.activeCellIndex - 1];
    if (above && cellTypeOf(above) === 'memory-sim' && cell.model.type === 'code' && cell.model.sharedModel.getSource() === '') {
      beginMemorySim(cell);
    }
  });
}

function beginMemorySim(cell: Cell): void {
  // Not a step of its own for Undo: it takes back the cell as a whole.
  cell.model.sharedModel.transact(() => cell.model.sharedModel.setSource(addMagic('')), false);
  void cell.ready.then(() => cell.editor?.setCursorPosition({ line: 1, column: 0 }));
}
