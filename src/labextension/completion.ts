/// Tab in memory-sim cells: the notebook's heap answers, and nobody else.
import type { CompletionHandler, CompletionProviderManager, ICompletionContext, ICompletionProvider, ICompletionProviderManager } from '@jupyterlab/completer';
import { type INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import { isMemorySim } from '../lessons/magic';
import type { IMemorySimHeaps } from './heaps';

/// Above the providers that come with JupyterLab.
const RANK = 1000;

const NOTHING: CompletionHandler.ICompletionItemsReply = { start: 0, end: 0, items: [] };

class HeapCompletionProvider implements ICompletionProvider {
  readonly identifier = 'CompletionProvider:memory-sim';
  readonly rank = RANK;
  readonly renderer = null;

  constructor(private readonly heaps: IMemorySimHeaps) {}

  /// Any notebook: a cell becomes one of ours while it is typed, and JupyterLab does not ask again.
  async isApplicable({ widget }: ICompletionContext): Promise<boolean> {
    return widget instanceof NotebookPanel;
  }

  async fetch({ text, offset }: CompletionHandler.IRequest, { widget }: ICompletionContext): Promise<CompletionHandler.ICompletionItemsReply> {
    const model = widget instanceof NotebookPanel ? widget.content.model : null;
    if (!model || !isMemorySim(text)) {
      return NOTHING;
    }
    const found = await this.heaps.for(model).heap.ask('complete', text, offset);
    if (!found) {
      return NOTHING;
    }
    const { start, end, matches } = found;
    return { start, end, items: matches.map(({ text: label, kind, detail }) => ({ label, type: kind, ...(detail && { documentation: detail }) })) };
  }
}

type Fetch = ICompletionProvider['fetch'];

/// Keeps every other provider, those of kernels and language servers too, out of memory-sim cells.
export function completeFromHeap(manager: ICompletionProviderManager, heaps: IMemorySimHeaps): void {
  const wrap = (provider: ICompletionProvider): void => {
    const fetch: Fetch = provider.fetch.bind(provider);
    provider.fetch = (request, context, trigger) =>
      context.widget instanceof NotebookPanel && isMemorySim(request.text) ? Promise.resolve(NOTHING) : fetch(request, context, trigger);
  };
  // Of the manager's class, not of its interface.
  (manager as Partial<CompletionProviderManager>).getProviders?.().forEach(wrap);
  const register = manager.registerProvider.bind(manager);
  manager.registerProvider = provider => {
    wrap(provider);
    register(provider);
  };
  register(new HeapCompletionProvider(heaps));
}

/// The tracker's notebook and the editor that the cursor is in, if that is a memory-sim cell.
export function memorySimEditor(tracker: INotebookTracker) {
  const panel = tracker.currentWidget;
  const cell = panel?.content.activeCell;
  const editor = cell?.editor;
  const model = panel?.content.model;
  return panel && model && cell && editor && isMemorySim(cell.model.sharedModel.getSource()) ? { panel, model, cell, editor } : undefined;
}
