/// Before the first memory-sim cell runs: the notebook's worker and the code that draws are made ready when the page is idle.
import type { NotebookPanel } from '@jupyterlab/notebook';
import { TRACE_MIME } from '../core/trace/payload';
import { isMemorySim } from '../lessons/magic';
import type { IMemorySimHeaps } from './heaps';
import { whenIdle } from './idle';
import type { NotebookHeap } from './notebookHeap';

/// A page that is never idle is ready after this.
const READY_WITHIN_MS = 2000;

/// Readies a notebook with memory-sim cells when it is first seen; one that gets its first such cell later, when it is used next.
export function prepareWhenSeen(panel: NotebookPanel, heaps: IMemorySimHeaps): void {
  const ready = (): void => {
    const { model } = panel.content;
    if (!model || !panel.isVisible || !Array.from(model.cells).some(cell => isMemorySim(cell.sharedModel.getSource()))) {
      return;
    }
    sight.disconnect();
    panel.node.removeEventListener('pointerdown', ready, true);
    panel.node.removeEventListener('keydown', ready, true);
    whenIdle(() => {
      if (!panel.isDisposed) {
        const { heap } = heaps.for(model);
        heap.prepare(bundle => rehearse(bundle[TRACE_MIME], heap));
        void import('../widgets/renderTrace').catch(() => {
          // The renderer tells it, when there is something to draw.
        });
      }
    }, READY_WITHIN_MS);
  };
  const sight = new IntersectionObserver(ready);
  panel.disposed.connect(() => sight.disconnect());
  void panel.context.ready.then(() => {
    if (!panel.isDisposed) {
      sight.observe(panel.node);
    }
  });
  panel.node.addEventListener('pointerdown', ready, true);
  panel.node.addEventListener('keydown', ready, true);
}

let isRehearsed = false;

/// Once a page, until there is a cell to show.
function rehearse(trace: unknown, heap: NotebookHeap): void {
  if (isRehearsed) {
    return;
  }
  isRehearsed = true;
  void import('../widgets/rehearsal').then(
    ({ rehearsal }) => {
      const rounds = rehearsal(trace, document);
      const round = (): void => {
        if (heap.isUsed) {
          rounds.return();
        } else if (!rounds.next().done) {
          whenIdle(round, READY_WITHIN_MS);
        }
      };
      whenIdle(round, READY_WITHIN_MS);
    },
    () => {
      // As above.
    }
  );
}
