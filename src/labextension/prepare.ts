/// Before the first memory-sim cell runs: the notebook's worker and the code that draws are made ready when the page is idle.
import type { NotebookPanel } from '@jupyterlab/notebook';
import { isMemorySim } from '../lessons/magic';
import type { IMemorySimHeaps } from './heaps';
import { whenIdle } from './idle';

/// A page that is never idle is ready after this.
const READY_WITHIN_MS = 2000;

/// Readies a notebook with memory-sim cells at the first key or click in it; one that is only looked at costs nothing.
export function prepareOnUse(panel: NotebookPanel, heaps: IMemorySimHeaps): void {
  const used = (): void => {
    const { model } = panel.content;
    if (!model || !Array.from(model.cells).some(cell => isMemorySim(cell.sharedModel.getSource()))) {
      return;
    }
    panel.node.removeEventListener('pointerdown', used, true);
    panel.node.removeEventListener('keydown', used, true);
    whenIdle(() => {
      if (!panel.isDisposed) {
        heaps.for(model).heap.prepare();
        void import('../widgets/renderTrace').catch(() => {
          // The renderer tells it, when there is something to draw.
        });
      }
    }, READY_WITHIN_MS);
  };
  panel.node.addEventListener('pointerdown', used, true);
  panel.node.addEventListener('keydown', used, true);
}
