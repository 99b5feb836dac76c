/// Whether a notebook's heap is at work: a sign in its toolbar, beside the kernel's, and JupyterLab's own busy sign.
import type { ILabStatus } from '@jupyterlab/application';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { circleEmptyIcon, circleIcon } from '@jupyterlab/ui-components';
import type { IDisposable } from '@lumino/disposable';
import { Widget } from '@lumino/widgets';
import type { HeapChange, IMemorySimHeaps } from './heaps';

/// Cells that end sooner do not make it flicker.
const CALM_MS = 100;

export class HeapStatus extends Widget {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private drawn = '';

  constructor(
    private readonly panel: NotebookPanel,
    private readonly heaps: IMemorySimHeaps,
    private readonly trans: TranslationBundle
  ) {
    super();
    this.addClass('jp-MemorySim-status');
    this.node.setAttribute('role', 'img');
    this.hide();
    heaps.changed.connect(this.onHeap, this);
    this.draw();
  }

  override dispose(): void {
    this.heaps.changed.disconnect(this.onHeap, this);
    clearTimeout(this.timer);
    super.dispose();
  }

  private onHeap(_: IMemorySimHeaps, { notebook, state }: HeapChange): void {
    if (notebook === this.panel.content.model) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.draw(), state === 'busy' ? CALM_MS : 0);
    }
  }

  private draw(): void {
    const { model } = this.panel.content;
    const heap = model ? this.heaps.find(model)?.heap : undefined;
    const state = `${heap?.isUsed} ${heap?.isBusy}`;
    if (state === this.drawn) {
      // The whole toolbar is laid out anew after each change.
      return;
    }
    this.drawn = state;
    const text = heap?.isBusy ? this.trans.__('Simulated Python: busy') : this.trans.__('Simulated Python: idle');
    this.setHidden(!heap?.isUsed);
    this.node.dataset['state'] = heap?.isBusy ? 'busy' : 'idle';
    this.node.title = text;
    this.node.setAttribute('aria-label', text);
    this.node.replaceChildren();
    (heap?.isBusy ? circleIcon : circleEmptyIcon).element({ container: this.node, elementSize: 'normal' });
  }
}

/// While any heap works, the browser's tab says so, as for kernels; not for cells that end soon.
export function showBusy(heaps: IMemorySimHeaps, status: ILabStatus): void {
  const busy = new Map<unknown, () => void>();
  heaps.changed.connect((_, { notebook, state }) => {
    busy.get(notebook)?.();
    busy.delete(notebook);
    if (state === 'busy') {
      let shown: IDisposable | undefined;
      const timer = setTimeout(() => (shown = status.setBusy()), CALM_MS);
      busy.set(notebook, () => {
        clearTimeout(timer);
        shown?.dispose();
      });
    }
  });
}
