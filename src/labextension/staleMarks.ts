/// Says of a memory-sim cell's output that it is older than what runs above it.
import { type Cell, CodeCell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { type PanelLayout, Widget } from '@lumino/widgets';
import type { HeapChange, IMemorySimHeaps } from './heaps';

export class StaleMarks {
  private readonly marks = new Map<Cell, Widget>();

  constructor(
    private readonly panel: NotebookPanel,
    private readonly heaps: IMemorySimHeaps,
    private readonly trans: TranslationBundle
  ) {
    const { model } = panel.context;
    void panel.context.ready.then(() => {
      const update = (): void => this.update();
      const onHeap = (_: IMemorySimHeaps, { notebook }: HeapChange): void => {
        if (notebook === model) {
          update();
        }
      };
      heaps.changed.connect(onHeap);
      model.cells.changed.connect(update);
      panel.disposed.connect(() => heaps.changed.disconnect(onHeap));
    });
  }

  private update(): void {
    const { model } = this.panel.context;
    if (this.panel.isDisposed) {
      return;
    }
    const stale = this.heaps.find(model)?.history.stale(model.cells) ?? new Set();
    for (const cell of this.panel.content.widgets) {
      const mark = this.marks.get(cell);
      if (cell instanceof CodeCell && stale.has(cell.model) && cell.model.outputs.length > 0) {
        if (!mark) {
          this.add(cell);
        }
      } else if (mark) {
        mark.dispose();
        this.marks.delete(cell);
      }
    }
  }

  private add(cell: CodeCell): void {
    const mark = new Widget();
    mark.addClass('jp-MemorySim-stale');
    mark.node.setAttribute('role', 'note');
    mark.node.textContent = this.trans.__('Out of date: a cell above has run since');
    this.marks.set(cell, mark);
    cell.disposed.connect(() => this.marks.delete(cell));
    // A cell far from the viewport gets its parts later.
    void cell.ready.then(() => {
      if (!cell.isDisposed && !mark.isDisposed) {
        const layout = cell.layout as PanelLayout;
        layout.insertWidget(layout.widgets.findIndex(part => part.hasClass('jp-Cell-outputWrapper')), mark);
      }
    });
  }
}
