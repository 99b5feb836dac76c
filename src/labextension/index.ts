/// The plugins of the extension.
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Clipboard, ICommandPalette, ISessionContextDialogs, IToolbarWidgetRegistry } from '@jupyterlab/apputils';
import { EditorExtensionRegistry, IEditorExtensionRegistry } from '@jupyterlab/codemirror';
import { INotebookCellExecutor, INotebookTracker, type NotebookPanel, runCell } from '@jupyterlab/notebook';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import type { PythonVersion } from '../core/machine';
import { isPythonVersion } from '../core/profile/profile';
import { askingPlugins } from './askingPlugins';
import { breakpointsExtension, toggleBreakpoint } from './breakpoints';
import { cellTypeOf, changeCellType, continueMemorySim } from './cellType';
import { createCellTypeSwitcher } from './cellTypeSwitcher';
import { currentLineExtension } from './currentLine';
import { CheckBars } from './exercise';
import { MemorySimExecutor, takePart } from './executor';
import { heapRendererFactory, OUTPUT_CLASS, rendererOf } from './heapRenderer';
import { Heaps, IMemorySimHeaps } from './heaps';
import { followInterrupts, followContext, wrapRestart } from './kernelCommands';
import { openWithoutKernel } from './kernelless';
import type { HeapWorker } from './notebookHeap';
import { prepareWhenSeen } from './prepare';
import { runAtOnce } from './runKeys';
import { saveWhole } from './saving';
import { followStepLinks } from './stepLinks';

const DOMAIN = 'jupyterlab_memory_sim';
const CHANGE_TO_MEMORY_SIM = 'memory-sim:change-cell-type';
const TOGGLE_BREAKPOINT = 'memory-sim:toggle-breakpoint';
const COPY_STEP_LINK = 'memory-sim:copy-step-link';
const CONTEXT_RANK = 30;

const createWorker = (): HeapWorker => new Worker(new URL('./heap.worker.js', import.meta.url), { type: 'module' }) as HeapWorker;

const heapsPlugin: JupyterFrontEndPlugin<IMemorySimHeaps> = {
  id: 'jupyterlab-memory-sim:heaps',
  description: 'Keeps a simulated heap, in a worker of its own, for each open notebook.',
  autoStart: true,
  provides: IMemorySimHeaps,
  optional: [ISettingRegistry],
  activate: (_app: JupyterFrontEnd, settingRegistry: ISettingRegistry | null) => {
    let settings = { python: '3.14' as PythonVersion, record: true };
    settingRegistry?.load('jupyterlab-memory-sim:heaps').then(
      loaded => {
        const read = (): void => {
          const python = loaded.get('python').composite;
          settings = {
            python: typeof python === 'string' && isPythonVersion(python) ? python : '3.14',
            record: loaded.get('trace').composite !== false
          };
        };
        loaded.changed.connect(read);
        read();
      },
      (error: unknown) => console.warn('memory-sim: settings not loaded, the defaults are used', error)
    );
    return new Heaps({ createWorker, settings: () => settings });
  }
};

const executorPlugin: JupyterFrontEndPlugin<INotebookCellExecutor> = {
  id: 'jupyterlab-memory-sim:cell-executor',
  description: 'Runs memory-sim cells on the simulated heap and all other cells as JupyterLab does.',
  autoStart: true,
  provides: INotebookCellExecutor,
  requires: [IMemorySimHeaps],
  activate: (_app: JupyterFrontEnd, heaps: IMemorySimHeaps) => new MemorySimExecutor(heaps, runCell)
};

const notebookPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-memory-sim:notebook',
  description: 'Kernel-less notebooks, interrupt and restart, new cells and exercises.',
  autoStart: true,
  requires: [IMemorySimHeaps, INotebookCellExecutor, INotebookTracker, ISessionContextDialogs],
  optional: [ITranslator],
  activate: (
    app: JupyterFrontEnd,
    heaps: IMemorySimHeaps,
    executor: INotebookCellExecutor,
    tracker: INotebookTracker,
    dialogs: ISessionContextDialogs,
    translator: ITranslator | null
  ) => {
    const languages = translator ?? nullTranslator;
    takePart(executor, heaps);
    followInterrupts(app.commands, tracker, heaps);
    wrapRestart(dialogs, tracker, heaps, languages.load(DOMAIN));
    continueMemorySim(app.commands, tracker);
    runAtOnce(app, document);
    app.docRegistry.addWidgetExtension('Notebook', {
      createNew: (panel: NotebookPanel) => {
        // Notebook 7 shows no status until it hears of one, and would warn of an unknown one.
        openWithoutKernel(panel, app.name !== 'Jupyter Notebook');
        followStepLinks(panel);
        followContext(panel, heaps);
        saveWhole(panel, heaps);
        prepareWhenSeen(panel, heaps);
        new CheckBars(panel, dialogs, languages);
      }
    });
  }
};

const cellTypePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-memory-sim:cell-type',
  description: 'Offers "Memory sim" as a cell type in the toolbar, the palette and on the keyboard.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ITranslator, IToolbarWidgetRegistry, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    translator: ITranslator | null,
    toolbars: IToolbarWidgetRegistry | null,
    palette: ICommandPalette | null
  ) => {
    const languages = translator ?? nullTranslator;
    const trans = languages.load(DOMAIN);
    const notebook = () => tracker.currentWidget?.content;
    app.commands.addCommand(CHANGE_TO_MEMORY_SIM, {
      label: trans.__('Change to Memory Sim Cell Type'),
      caption: trans.__('Run the selected cells in the simulated Python whose memory can be seen'),
      isEnabled: () => notebook()?.activeCell != null,
      isToggled: () => {
        const cell = notebook()?.activeCell;
        return cell != null && cellTypeOf(cell) === 'memory-sim';
      },
      describedBy: { args: { type: 'object', properties: {} } },
      execute: () => {
        const current = notebook();
        if (current) {
          changeCellType(current, 'memory-sim');
        }
      }
    });
    palette?.addItem({ command: CHANGE_TO_MEMORY_SIM, category: trans.__('Notebook Cell Operations') });
    app.commands.addCommand(TOGGLE_BREAKPOINT, {
      label: trans.__('Toggle Breakpoint of the Heap View'),
      caption: trans.__('Playing and long steps in the heap view stop at the line with the cursor'),
      isEnabled: () => {
        const cell = notebook()?.activeCell;
        return cell != null && cellTypeOf(cell) === 'memory-sim';
      },
      describedBy: { args: { type: 'object', properties: {} } },
      execute: () => {
        const cell = notebook()?.activeCell;
        if (cell) {
          toggleBreakpoint(cell);
        }
      }
    });
    palette?.addItem({ command: TOGGLE_BREAKPOINT, category: trans.__('Memory Sim') });
    toolbars?.addFactory<NotebookPanel>('Notebook', 'cellType', panel => createCellTypeSwitcher(panel, languages));
  }
};

const rendererPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-memory-sim:renderer',
  description: 'Shows the trace of a memory-sim cell and lights the current line in its editor.',
  autoStart: true,
  requires: [IRenderMimeRegistry],
  optional: [ITranslator, IEditorExtensionRegistry, IMemorySimHeaps, INotebookTracker, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    rendermime: IRenderMimeRegistry,
    translator: ITranslator | null,
    editors: IEditorExtensionRegistry | null,
    heaps: IMemorySimHeaps | null,
    tracker: INotebookTracker | null,
    palette: ICommandPalette | null
  ) => {
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    rendermime.addFactory(heapRendererFactory(trans, heaps));
    const clicked = () => app.contextMenuHitTest(node => node.classList.contains(OUTPUT_CLASS));
    const active = () => tracker?.currentWidget?.content.activeCell?.node.querySelector(`.${OUTPUT_CLASS}`) ?? undefined;
    // What was clicked stays known after the menu has closed: only the menu is to ask for it.
    const linkOf = (args: ReadonlyPartialJSONObject) => rendererOf(args['clicked'] === true ? clicked() : active())?.stepLink;
    app.commands.addCommand(COPY_STEP_LINK, {
      label: trans.__('Copy Link to Step'),
      caption: trans.__('Copy a link to this step; in a text cell of the notebook it leads back here'),
      isVisible: args => linkOf(args) !== undefined,
      describedBy: { args: { type: 'object', properties: { clicked: { type: 'boolean', description: 'Of the picture that was clicked, not of the active cell' } } } },
      execute: args => {
        const link = linkOf(args);
        if (link !== undefined) {
          Clipboard.copyToSystem(link);
        }
      }
    });
    palette?.addItem({ command: COPY_STEP_LINK, category: trans.__('Memory Sim') });
    app.contextMenu.addItem({ command: COPY_STEP_LINK, args: { clicked: true }, selector: `.${OUTPUT_CLASS}`, rank: CONTEXT_RANK });
    editors?.addExtension({
      name: 'memory-sim:current-line',
      factory: () => EditorExtensionRegistry.createImmutableExtension(currentLineExtension)
    });
    editors?.addExtension({
      name: 'memory-sim:breakpoints',
      factory: ({ model }) => EditorExtensionRegistry.createImmutableExtension(breakpointsExtension(model.sharedModel.getSource()))
    });
  }
};

const plugins: JupyterFrontEndPlugin<unknown>[] = [heapsPlugin, executorPlugin, notebookPlugin, cellTypePlugin, rendererPlugin, ...askingPlugins];

// JupyterLab loads an extension by its default export.
export default plugins;
