import type { ICellModel } from '@jupyterlab/cells';
import type { Notebook } from '@jupyterlab/notebook';

/// Makes a cell the active one and brings it in sight.
export async function goToCell(notebook: Notebook, cell: ICellModel): Promise<void> {
  const index = notebook.widgets.findIndex(({ model }) => model === cell);
  if (index >= 0) {
    notebook.deselectAll();
    notebook.activeCellIndex = index;
    await notebook.scrollToItem(index, 'smart');
  }
}
