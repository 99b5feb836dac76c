/// The ribbon of a whole notebook, between its toolbar and its cells.
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import type { HeapChange, IMemorySimHeaps } from './heaps';
import { goToCell, runsOf } from './notebookRuns';
import { markCurrentRun, ribbon } from './ribbon';

export class RibbonBar extends Widget {
  private runs: ReturnType<typeof runsOf> | undefined;

  constructor(
    private readonly panel: NotebookPanel,
    private readonly heaps: IMemorySimHeaps,
    private readonly trans: TranslationBundle
  ) {
    super();
    this.addClass('jp-MemorySim-ribbonBar');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', trans.__('Runs of the simulated heap'));
    this.hide();
    panel.contentHeader.addWidget(this);
    heaps.changed.connect(this.onHeap, this);
    panel.content.activeCellChanged.connect(this.mark, this);
    panel.disposed.connect(() => this.dispose());
    void panel.context.ready.then(() => this.draw());
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this.heaps.changed.disconnect(this.onHeap, this);
    this.panel.content.activeCellChanged.disconnect(this.mark, this);
    super.dispose();
  }

  private onHeap(_: IMemorySimHeaps, { notebook, state }: HeapChange): void {
    if (notebook === this.panel.content.model && state !== 'busy') {
      this.draw();
    }
  }

  private draw(): void {
    if (this.isDisposed || this.panel.isDisposed) {
      return;
    }
    const { content } = this.panel;
    const runs = (this.runs = runsOf(content, this.heaps));
    this.setHidden(runs.segments.length === 0);
    const onGo = (run: number): (() => void) | undefined => {
      const cell = runs.cellOf(run);
      return cell && (() => void goToCell(content, cell));
    };
    this.node.replaceChildren(ribbon(runs.segments, { trans: this.trans, onGo, isStale: run => runs.isStale(run) }));
    this.mark();
  }

  /// Marks the run of the active cell.
  private mark(): void {
    const { activeCell } = this.panel.content;
    const at = this.runs?.segments.findLast(({ run }) => activeCell !== null && this.runs!.cellOf(run) === activeCell.model);
    markCurrentRun(this.node, at?.run);
  }
}
