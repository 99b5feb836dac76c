/// Marks the memory-sim cells of a notebook in the page, for style sheets and keyboard shortcuts.
import type { Cell, ICellModel } from '@jupyterlab/cells';
import type { Notebook, NotebookPanel } from '@jupyterlab/notebook';
import { cellTypeOf } from './cellType';

export const CELL_CLASS = 'jp-MemorySim-cell';

const watched = new WeakSet<ICellModel>();

export function markMemorySimCells(panel: NotebookPanel): void {
  const { content } = panel;
  void panel.context.ready.then(() => {
    content.model?.cells.changed.connect(() => markAll(content));
    markAll(content);
  });
}

function markAll(notebook: Notebook): void {
  for (const cell of notebook.widgets) {
    mark(cell);
    if (!watched.has(cell.model)) {
      watched.add(cell.model);
      cell.model.contentChanged.connect(() => notebook.widgets.filter(other => other.model === cell.model).forEach(mark));
    }
  }
}

function mark(cell: Cell): void {
  cell.toggleClass(CELL_CLASS, cellTypeOf(cell) === 'memory-sim');
}
