/// Interrupt and restart, for notebooks with and without a kernel.
import { Dialog, type ISessionContext, type ISessionContextDialogs, showDialog } from '@jupyterlab/apputils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { IMemorySimHeaps, NotebookRuns } from './heaps';

const INTERRUPT = 'notebook:interrupt-kernel';

/// JupyterLab's interrupt stops the running memory-sim cell too, and drops what waits behind it.
export function followInterrupts(commands: CommandRegistry, tracker: INotebookTracker, heaps: IMemorySimHeaps): void {
  commands.commandExecuted.connect((_, { id }) => {
    const model = tracker.currentWidget?.content.model;
    const runs = id === INTERRUPT && model ? heaps.find(model) : undefined;
    if (runs?.heap.isBusy) {
      runs.queue.drop();
      runs.heap.interrupt();
    }
  });
}

/// A kernel that restarts takes the heap along; so does a notebook that is closed in its last view.
export function followContext(panel: NotebookPanel, heaps: IMemorySimHeaps): void {
  const { model, sessionContext } = panel.context;
  sessionContext.statusChanged.connect((_, status) => {
    if (status === 'restarting' || status === 'autorestarting') {
      heaps.reset(model);
    }
  });
  panel.context.disposed.connect(() => heaps.close(model));
}

/// Restart also where there is no kernel but a heap; with a kernel it is JupyterLab's own.
export function wrapRestart(
  dialogs: ISessionContextDialogs,
  tracker: INotebookTracker,
  heaps: IMemorySimHeaps,
  trans: TranslationBundle
): void {
  const restart = dialogs.restart.bind(dialogs);
  dialogs.restart = async (sessionContext, options) => {
    const model = tracker.find(panel => panel.sessionContext === sessionContext)?.content.model;
    const runs = model ? heaps.find(model) : undefined;
    if (!model || !runs || sessionContext.session?.kernel) {
      return restart(sessionContext, options);
    }
    if (!(await confirmed(sessionContext, runs, trans))) {
      return false;
    }
    await options?.onBeforeRestart();
    heaps.reset(model);
    return true;
  };
}

async function confirmed(sessionContext: ISessionContext, runs: NotebookRuns, trans: TranslationBundle): Promise<boolean> {
  if (!runs.heap.isUsed || sessionContext.kernelPreference.skipKernelRestartDialog) {
    return true;
  }
  const result = await showDialog({
    title: trans.__('Restart the simulated Python?'),
    body: trans.__('All variables of the memory-sim cells of %1 will be lost.', sessionContext.name),
    buttons: [
      Dialog.cancelButton({ ariaLabel: trans.__('Cancel Restart') }),
      Dialog.warnButton({ label: trans.__('Restart'), ariaLabel: trans.__('Confirm Restart') })
    ],
    checkbox: { label: trans.__('Do not ask me again.'), caption: trans.__('For this notebook, until it is closed.') }
  });
  if (result.button.accept && result.isChecked) {
    sessionContext.kernelPreference = { ...sessionContext.kernelPreference, skipKernelRestartDialog: true };
  }
  return result.button.accept;
}
