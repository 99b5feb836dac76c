/// The ribbon of a whole notebook, between its toolbar and its cells.
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import type { HeapChange, IMemorySimHeaps } from './heaps';
import { afterPaint } from './idle';
import { liveRuns, type NotebookRuns, ribbonOf, savedRuns } from './notebookRuns';
import { markCurrentRun } from './ribbon';

const DRAWN_WITHIN_MS = 300;

export class RibbonBar extends Widget {
  private runs: NotebookRuns | undefined;
  /// Counts drawings: saved runs may be read when they are no longer wanted.
  private turn = 0;
  private cancelDraw: () => void = () => {};

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
    void panel.context.ready.then(() => this.refresh());
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this.cancelDraw();
    this.heaps.changed.disconnect(this.onHeap, this);
    this.panel.content.activeCellChanged.disconnect(this.mark, this);
    super.dispose();
  }

  private onHeap(_: IMemorySimHeaps, { notebook, state }: HeapChange): void {
    if (notebook === this.panel.content.model && state !== 'busy') {
      // The cell's own outputs come first.
      this.cancelDraw();
      this.cancelDraw = afterPaint(() => void this.refresh(), DRAWN_WITHIN_MS);
    }
  }

  private async refresh(): Promise<void> {
    const turn = ++this.turn;
    if (!this.isDisposed) {
      const { content } = this.panel;
      const runs = liveRuns(content, this.heaps) ?? (await savedRuns(content));
      if (turn === this.turn && !this.isDisposed) {
        this.draw(runs);
      }
    }
  }

  private draw(runs: NotebookRuns): void {
    const { content } = this.panel;
    this.runs = runs;
    this.setHidden(runs.segments.length === 0);
    this.node.replaceChildren(ribbonOf(content, runs, this.trans), this.legend());
    this.mark();
  }

  /// How to read the ribbon; only where there is room. The buttons say the same in words.
  private legend(): HTMLElement {
    const { trans } = this;
    const legend = document.createElement('div');
    legend.className = 'jp-MemorySim-ribbonLegend';
    legend.setAttribute('aria-hidden', 'true');
    for (const [kind, text] of [['births', trans.__('objects born')], ['deaths', trans.__('freed')], ['collection', trans.__('collection')]] as const) {
      const item = document.createElement('span');
      item.dataset['kind'] = kind;
      item.textContent = text;
      legend.append(item);
    }
    return legend;
  }

  /// Marks the run of the active cell.
  private mark(): void {
    const { activeCell } = this.panel.content;
    const at = this.runs?.segments.findLast(({ run }) => activeCell !== null && this.runs!.cellOf(run) === activeCell.model);
    markCurrentRun(this.node, at?.run);
  }
}
