/// The box in a cell's output where input() gets its line: JupyterLab's own, without a kernel behind it.
import type { CodeCell } from '@jupyterlab/cells';
import type { Stdin } from '@jupyterlab/outputarea';
import type { ITranslator } from '@jupyterlab/translation';
import { Panel, type PanelLayout } from '@lumino/widgets';

interface InputRequest {
  prompt: string;
  answer(line: string): void;
  /// The cell ended without an answer: the box goes.
  over: AbortSignal;
  translator?: ITranslator;
}

/// Of a kernel's future, the box uses one method.
type Future = Stdin.IOptions['future'];

/// Asks, then notes question and answer among the outputs as JupyterLab does (OutputArea.onInputRequest).
export function askInCell(cell: CodeCell, { prompt, answer, over, translator }: InputRequest): void {
  if (cell.isDisposed || over.aborted) {
    return;
  }
  const { outputArea } = cell;
  const panel = new Panel();
  panel.addClass('jp-OutputArea-child');
  panel.addClass('jp-OutputArea-stdin-item');
  const label = outputArea.contentFactory.createOutputPrompt();
  label.addClass('jp-OutputArea-prompt');
  panel.addWidget(label);
  const replies: Pick<Future, 'sendInputReply'> = { sendInputReply: content => answer(content.status === 'ok' ? content.value : '') };
  const box = outputArea.contentFactory.createStdin({
    parent_header: { session: 'memory-sim' } as Stdin.IOptions['parent_header'],
    prompt,
    password: false,
    future: replies as Future,
    translator
  });
  box.addClass('jp-OutputArea-output');
  panel.addWidget(box);
  const end = (): void => {
    const hadFocus = panel.node.contains(document.activeElement);
    panel.dispose();
    if (hadFocus && !cell.isDisposed) {
      cell.node.focus({ preventScroll: true });
    }
  };
  over.addEventListener('abort', end, { once: true });
  void box.value.then(value => {
    if (!outputArea.isDisposed) {
      outputArea.model.add({ output_type: 'stream', name: 'stdin', text: `${value}\n` });
    }
    end();
  });
  (outputArea.layout as PanelLayout).addWidget(panel);
}
