/// The panel beside the notebook: the live heap of the notebook in front, drawn as under the cells.
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import type { RenderedTrace } from '../widgets/renderTrace';
import type { HeapChange, IMemorySimHeaps } from './heaps';
import { liveRuns, ribbonOf } from './notebookRuns';
import { keepPlainKeys } from './plainKeys';

export class MemoryPanel extends Widget {
  private readonly status = document.createElement('p');
  private readonly content = document.createElement('div');
  private rendered: RenderedTrace | undefined;
  /// What is shown is older than the heap.
  private isOld = true;
  private turn = 0;

  constructor(
    private readonly tracker: INotebookTracker,
    private readonly heaps: IMemorySimHeaps,
    private readonly trans: TranslationBundle
  ) {
    super();
    this.id = 'memory-sim-panel';
    this.addClass('jp-MemorySim-panel');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', trans.__('Memory of the notebook'));
    this.status.setAttribute('role', 'status');
    this.node.append(this.status, this.content);
    keepPlainKeys(this.content);
    tracker.currentChanged.connect(this.outdate, this);
    heaps.changed.connect(this.onHeap, this);
  }

  override dispose(): void {
    this.tracker.currentChanged.disconnect(this.outdate, this);
    this.heaps.changed.disconnect(this.onHeap, this);
    this.rendered?.dispose();
    super.dispose();
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.refresh();
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this.refresh();
  }

  private onHeap(_: IMemorySimHeaps, { notebook, state }: HeapChange): void {
    if (notebook !== this.tracker.currentWidget?.content.model) {
      return;
    }
    if (state === 'busy') {
      this.say(this.trans.__('A cell is running …'));
    } else {
      this.outdate();
    }
  }

  private outdate(): void {
    this.isOld = true;
    this.refresh();
  }

  /// Asks for the heap and draws it; a hidden panel does nothing.
  private refresh(): void {
    if (this.isOld && this.isVisible) {
      this.isOld = false;
      void this.draw();
    }
  }

  private async draw(): Promise<void> {
    const { trans } = this;
    const turn = ++this.turn;
    const model = this.tracker.currentWidget?.content.model;
    const heap = model ? this.heaps.find(model)?.heap : undefined;
    const [snapshot, { renderTrace }] = await Promise.all([heap?.isUsed ? heap.ask('snapshot') : undefined, import('../widgets/renderTrace')]);
    if (turn !== this.turn || this.isDisposed) {
      return;
    }
    this.rendered?.dispose();
    this.rendered = undefined;
    this.content.replaceChildren();
    this.drawRibbon();
    if (heap?.isBusy) {
      this.say(trans.__('A cell is running …'));
    } else if (snapshot) {
      this.rendered = renderTrace(snapshot, { document, translator: trans, places: this.heaps.places(model!) });
      const place = document.createElement('div');
      this.content.append(place);
      this.rendered.showIn(place);
      this.say(trans.__('The heap of %1 as it is now', this.tracker.currentWidget?.title.label ?? ''));
    } else if (heap?.isUsed) {
      this.say(trans.__('This heap is not recorded: switch on “Show the heap under each cell” in the settings of Memory sim, and restart.'));
    } else {
      this.say(trans.__('No memory-sim cell of this notebook has run yet.'));
    }
  }

  private drawRibbon(): void {
    const notebook = this.tracker.currentWidget?.content;
    const runs = notebook && liveRuns(notebook, this.heaps);
    if (notebook && runs && runs.segments.length > 0) {
      this.content.append(ribbonOf(notebook, runs, this.trans));
    }
  }

  private say(text: string): void {
    this.status.textContent = text;
  }
}
