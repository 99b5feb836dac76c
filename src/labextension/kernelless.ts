/// Notebooks that need no kernel.
import type { ISessionContext } from '@jupyterlab/apputils';
import type { INotebookModel, NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { PromiseDelegate } from '@lumino/coreutils';
import type { Signal } from '@lumino/signaling';
import { isMemorySim } from '../lessons/magic';

/// The sessions that we told not to start a kernel.
const withoutKernel = new WeakSet<ISessionContext>();

/// What JupyterLab does first for a notebook that it opens: it finds or starts a kernel, or sees that there is to be none.
const starts = new WeakMap<ISessionContext, Promise<void>>();

/// Whether a notebook has memory-sim cells and no other code. Empty cells count as neither.
export function needsNoKernel(notebook: INotebookModel): boolean {
  const sources = Array.from(notebook.cells)
    .filter(cell => cell.type === 'code')
    .map(cell => cell.sharedModel.getSource())
    .filter(source => source.trim() !== '');
  return sources.length > 0 && sources.every(isMemorySim);
}

/// Keeps JupyterLab from starting (or asking for) a kernel when it opens such a notebook. `showsStatus`: the application always shows
/// what a kernel is doing.
export function openWithoutKernel(panel: NotebookPanel, showsStatus: boolean): void {
  const { model, sessionContext } = panel.context;
  const started = new PromiseDelegate<void>();
  starts.set(sessionContext, started.promise);
  void started.promise.then(() => starts.delete(sessionContext));
  // It may be ready already, if the notebook has another view.
  void sessionContext.ready.then(() => started.resolve());
  // JupyterLab asks right after it has read the file, and tells nobody in between.
  const initialize = sessionContext.initialize.bind(sessionContext);
  sessionContext.initialize = () => {
    if (needsNoKernel(model) && !sessionContext.session) {
      withoutKernel.add(sessionContext);
      sessionContext.kernelPreference = { ...sessionContext.kernelPreference, shouldStart: false };
    }
    sessionContext.initialize = initialize;
    return initialize().finally(() => {
      started.resolve();
      if (showsStatus) {
        sayThereIsNone(sessionContext);
      }
    });
  };
}

/// Settles when JupyterLab has done what it does first about a notebook's kernel; undefined = it has. A cell that it runs before is
/// dropped without a word, or makes it ask which kernel to take.
export function startOf(sessionContext: ISessionContext): Promise<void> | undefined {
  return starts.get(sessionContext);
}

/// JupyterLab tells nobody that it is done when there is no kernel: its status bar would say "Initializing" for good.
function sayThereIsNone(sessionContext: ISessionContext): void {
  if (withoutKernel.has(sessionContext) && !sessionContext.session) {
    (sessionContext.statusChanged as Signal<ISessionContext, Kernel.Status>).emit('unknown');
  }
}

/// Says that the notebook's language is Python, if nothing says what it is yet: no kernel may ever do so, and cells
/// are coloured by it, here and in nbconvert.
export function nameLanguage(notebook: INotebookModel): void {
  if (notebook.getMetadata('language_info') === undefined) {
    notebook.setMetadata('language_info', { name: 'python', file_extension: '.py', mimetype: 'text/x-python', pygments_lexer: 'ipython3' });
  }
}

/// To be called when a cell is about to go to the kernel: from now on there may be one again.
export function wantKernel(sessionContext: ISessionContext): void {
  if (withoutKernel.delete(sessionContext)) {
    sessionContext.kernelPreference = { ...sessionContext.kernelPreference, shouldStart: true };
  }
}
