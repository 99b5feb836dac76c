/// Plugins that ask the heap: completion, explanation, the panel beside the notebook, the comparison with CPython.
import { ILabStatus, ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, IToolbarWidgetRegistry } from '@jupyterlab/apputils';
import { CodeCell } from '@jupyterlab/cells';
import { ICompletionProviderManager } from '@jupyterlab/completer';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { inspectorIcon } from '@jupyterlab/ui-components';
import { completeFromHeap } from './completion';
import { isMemorySimCell } from './executor';
import { answerForKernel, Explainer } from './explain';
import { HeapStatus, showBusy } from './heapStatus';
import { IMemorySimHeaps } from './heaps';
import { MemoryPanel } from './memoryPanel';
import { markMemorySimCells } from './memorySimCells';
import { RibbonBar } from './ribbonBar';
import { StaleMarks } from './staleMarks';

const DOMAIN = 'jupyterlab_memory_sim';
const EXPLAIN = 'memory-sim:explain';
const SHOW_MEMORY = 'memory-sim:show-memory';
const COMPARE = 'memory-sim:compare-with-cpython';
const NO_ARGUMENTS = { args: { type: 'object', properties: {} } };
const PANEL_RANK = 700;

const assistPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-memory-sim:assist',
  description: 'Completes and explains in memory-sim cells from the simulated heap.',
  autoStart: true,
  requires: [IMemorySimHeaps, INotebookTracker],
  optional: [ITranslator, ICompletionProviderManager],
  activate: (
    app: JupyterFrontEnd,
    heaps: IMemorySimHeaps,
    tracker: INotebookTracker,
    translator: ITranslator | null,
    completer: ICompletionProviderManager | null
  ) => {
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    if (completer) {
      completeFromHeap(completer, heaps);
    }
    const explainer = new Explainer(tracker, heaps, trans);
    app.commands.addCommand(EXPLAIN, {
      label: trans.__('Explain the Name at the Cursor from the Simulated Heap'),
      describedBy: NO_ARGUMENTS,
      execute: () => explainer.show()
    });
    app.docRegistry.addWidgetExtension('Notebook', {
      createNew: (panel: NotebookPanel) => {
        markMemorySimCells(panel);
        answerForKernel(panel, heaps, trans);
        new StaleMarks(panel, heaps, trans);
      }
    });
  }
};

const panelPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-memory-sim:panel',
  description: 'Shows the heap of the notebook in a panel beside it, its runs in a ribbon over the cells, and whether it is busy.',
  autoStart: true,
  requires: [IMemorySimHeaps, INotebookTracker],
  optional: [ITranslator, ILayoutRestorer, ICommandPalette, ILabStatus, IToolbarWidgetRegistry],
  activate: (
    app: JupyterFrontEnd,
    heaps: IMemorySimHeaps,
    tracker: INotebookTracker,
    translator: ITranslator | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
    status: ILabStatus | null,
    toolbars: IToolbarWidgetRegistry | null
  ) => {
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    const panel = new MemoryPanel(tracker, heaps, trans);
    panel.title.icon = inspectorIcon;
    panel.title.caption = trans.__('Memory');
    app.shell.add(panel, 'right', { rank: PANEL_RANK, type: 'Memory' });
    restorer?.add(panel, panel.id);
    app.commands.addCommand(SHOW_MEMORY, {
      label: trans.__('Show Memory'),
      caption: trans.__('Show the simulated heap of this notebook beside it'),
      describedBy: NO_ARGUMENTS,
      execute: () => app.shell.activateById(panel.id)
    });
    palette?.addItem({ command: SHOW_MEMORY, category: trans.__('Memory Sim') });
    if (status) {
      showBusy(heaps, status);
    }
    app.docRegistry.addWidgetExtension('Notebook', {
      createNew: (notebook: NotebookPanel) => new RibbonBar(notebook, heaps, trans)
    });
    toolbars?.addFactory<NotebookPanel>('Notebook', 'memorySimStatus', notebook => new HeapStatus(notebook, heaps, trans));
  }
};

const comparePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-memory-sim:compare',
  description: 'Runs a memory-sim cell in CPython as well and shows both outputs side by side.',
  autoStart: true,
  requires: [IMemorySimHeaps, INotebookTracker],
  optional: [ITranslator, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    heaps: IMemorySimHeaps,
    tracker: INotebookTracker,
    translator: ITranslator | null,
    palette: ICommandPalette | null
  ) => {
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    const current = () => {
      const panel = tracker.currentWidget;
      const cell = panel?.content.activeCell;
      return panel && cell instanceof CodeCell && isMemorySimCell(cell) ? { panel, cell } : undefined;
    };
    app.commands.addCommand(COMPARE, {
      label: trans.__('Compare with CPython'),
      caption: trans.__('Run this memory-sim cell in the Python of the notebook’s kernel as well, and compare the outputs'),
      isEnabled: () => current() !== undefined,
      describedBy: NO_ARGUMENTS,
      execute: async () => {
        const at = current();
        if (at) {
          const { compareWithCPython } = await import('./compare');
          await compareWithCPython(at.panel, at.cell, heaps, trans);
        }
      }
    });
    palette?.addItem({ command: COMPARE, category: trans.__('Memory Sim') });
  }
};

export const askingPlugins: JupyterFrontEndPlugin<void>[] = [assistPlugin, panelPlugin, comparePlugin];
