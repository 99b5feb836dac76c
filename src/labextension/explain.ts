/// Shift+Tab in memory-sim cells: what the heap knows of the name at the cursor.
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import { Tooltip } from '@jupyterlab/tooltip';
import { Widget } from '@lumino/widgets';
import { isMemorySim } from '../lessons/magic';
import { memorySimEditor } from './completion';
import type { IMemorySimHeaps } from './heaps';
import type { NotebookHeap } from './notebookHeap';

/// Shows JupyterLab's tooltip at the cursor; a second one takes the place of the first.
export class Explainer {
  private tooltip: Tooltip | undefined;

  constructor(private readonly tracker: INotebookTracker, private readonly heaps: IMemorySimHeaps) {}

  async show(): Promise<void> {
    this.tooltip?.dispose();
    const at = memorySimEditor(this.tracker);
    if (!at) {
      return;
    }
    const { panel, model, cell, editor } = at;
    const cursor = editor.getOffsetAt(editor.getCursorPosition());
    const text = await this.heaps.for(model).heap.ask('inspect', cell.model.sharedModel.getSource(), cursor);
    // Whoever has typed on or gone elsewhere meanwhile does not want it any more.
    if (text === undefined || cell.isDisposed || !editor.hasFocus() || editor.getOffsetAt(editor.getCursorPosition()) !== cursor) {
      return;
    }
    this.tooltip = new Tooltip({ anchor: panel.content, bundle: { 'text/plain': text }, editor, rendermime: panel.content.rendermime });
    this.tooltip.addClass('jp-MemorySim-tooltip');
    Widget.attach(this.tooltip, document.body);
  }
}

/// Whatever asks a notebook's kernel about a memory-sim cell (contextual help, say) is answered from the heap; the
/// kernel does not hear of it.
export function answerForKernel(panel: NotebookPanel, heaps: IMemorySimHeaps): void {
  const { model, sessionContext } = panel.context;
  const stand = (kernel: Kernel.IKernelConnection | null | undefined): void => {
    if (kernel) {
      standIn(kernel, () => heaps.for(model).heap);
    }
  };
  stand(sessionContext.session?.kernel);
  sessionContext.kernelChanged.connect((_, { newValue }) => stand(newValue));
}

const answered = new WeakSet<Kernel.IKernelConnection>();

function standIn(kernel: Kernel.IKernelConnection, heap: () => NotebookHeap): void {
  if (answered.has(kernel) || Object.isFrozen(kernel)) {
    return;
  }
  answered.add(kernel);
  const inspect = kernel.requestInspect.bind(kernel);
  kernel.requestInspect = async content => {
    if (!isMemorySim(content.code)) {
      return inspect(content);
    }
    const text = await heap().ask('inspect', content.code, content.cursor_pos);
    const reply = { status: 'ok', found: text !== undefined, data: text === undefined ? {} : { 'text/plain': text }, metadata: {} };
    return { content: reply } as KernelMessage.IInspectReplyMsg;
  };
  const complete = kernel.requestComplete.bind(kernel);
  kernel.requestComplete = async content => {
    if (!isMemorySim(content.code)) {
      return complete(content);
    }
    const found = await heap().ask('complete', content.code, content.cursor_pos);
    const reply = { status: 'ok', matches: found?.matches.map(({ text }) => text) ?? [], cursor_start: found?.start ?? 0, cursor_end: found?.end ?? 0, metadata: {} };
    return { content: reply } as unknown as KernelMessage.ICompleteReplyMsg;
  };
}
