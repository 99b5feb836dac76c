/// Keys that run a memory-sim cell run it at once.
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { CELL_CLASS } from './memorySimCells';

/// JupyterLab holds every shortcut back for some milliseconds (@jupyterlab/application JupyterLab.evtKeydown): the keys might write text
/// instead, or be let go of before. When it has prevented what Enter does in a cell they write nothing, and the hold ends.
export function runAtOnce(app: JupyterFrontEnd, document: Document): void {
  const release = (event: KeyboardEvent): void => {
    const { target } = event;
    if (event.defaultPrevented && event.key === 'Enter' && target instanceof Element && target.closest(`.${CELL_CLASS}`)) {
      target.dispatchEvent(new KeyboardEvent('keyup', { code: event.code }));
    }
  };
  // Behind JupyterLab's own listener, whichever phase that one is for.
  void app.started.then(() => {
    document.addEventListener('keydown', release, true);
    document.addEventListener('keydown', release);
  });
}
