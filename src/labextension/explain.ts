/// Shift+Tab in memory-sim cells: what the heap knows of the name at the cursor.
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import { Tooltip } from '@jupyterlab/tooltip';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import type { Said } from '../core/machine';
import { isMemorySim } from '../lessons/magic';
import { memorySimEditor } from './completion';
import type { IMemorySimHeaps } from './heaps';
import type { NotebookHeap } from './notebookHeap';

/// Shows JupyterLab's tooltip at the cursor; a second one takes the place of the first.
export class Explainer {
  private tooltip: Tooltip | undefined;

  constructor(private readonly tracker: INotebookTracker, private readonly heaps: IMemorySimHeaps, private readonly trans: TranslationBundle) {}

  async show(): Promise<void> {
    this.tooltip?.dispose();
    const at = memorySimEditor(this.tracker);
    if (!at) {
      return;
    }
    const { panel, model, cell, editor } = at;
    const cursor = editor.getOffsetAt(editor.getCursorPosition());
    const lines = await this.heaps.for(model).heap.ask('inspect', cell.model.sharedModel.getSource(), cursor);
    // Whoever has typed on or gone elsewhere meanwhile does not want it any more.
    if (lines === undefined || cell.isDisposed || !editor.hasFocus() || editor.getOffsetAt(editor.getCursorPosition()) !== cursor) {
      return;
    }
    this.tooltip = new Tooltip({ anchor: panel.content, bundle: { 'text/plain': explanation(lines, this.trans) }, editor, rendermime: panel.content.rendermime });
    this.tooltip.addClass('jp-MemorySim-tooltip');
    Widget.attach(this.tooltip, document.body);
  }
}

/// What the machine says of a name, in the page's language.
function explanation(lines: readonly Said[], trans: TranslationBundle): string {
  return lines.map(([text, ...values]) => {
    const words = text.trimStart();
    return ' '.repeat(text.length - words.length) + trans.__(words, ...values);
  }).join('\n');
}

/// Whatever asks a notebook's kernel about a memory-sim cell (contextual help, say) is answered from the heap; the
/// kernel does not hear of it.
export function answerForKernel(panel: NotebookPanel, heaps: IMemorySimHeaps, trans: TranslationBundle): void {
  const { model, sessionContext } = panel.context;
  const stand = (kernel: Kernel.IKernelConnection | null | undefined): void => {
    if (kernel) {
      standIn(kernel, () => heaps.for(model).heap, trans);
    }
  };
  stand(sessionContext.session?.kernel);
  sessionContext.kernelChanged.connect((_, { newValue }) => stand(newValue));
}

const answered = new WeakSet<Kernel.IKernelConnection>();

function standIn(kernel: Kernel.IKernelConnection, heap: () => NotebookHeap, trans: TranslationBundle): void {
  if (answered.has(kernel) || Object.isFrozen(kernel)) {
    return;
  }
  answered.add(kernel);
  const inspect = kernel.requestInspect.bind(kernel);
  kernel.requestInspect = async content => {
    if (!isMemorySim(content.code)) {
      return inspect(content);
    }
    const lines = await heap().ask('inspect', content.code, content.cursor_pos);
    const reply = { status: 'ok', found: lines !== undefined, data: lines === undefined ? {} : { 'text/plain': explanation(lines, trans) }, metadata: {} };
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
