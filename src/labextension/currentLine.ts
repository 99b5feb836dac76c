/// Lights, in a cell's editor, the line that the shown step runs.
import { type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Cell, CodeCell } from '@jupyterlab/cells';
import type { CodeMirrorEditor } from '@jupyterlab/codemirror';

/// A 1-based line, or 0 for none.
const setCurrentLine = StateEffect.define<number>();

const lineMark = Decoration.line({ class: 'jp-MemorySim-currentLine' });

const currentLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    // An edited cell is not the one that ran.
    let next = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (effect.is(setCurrentLine)) {
        const builder = new RangeSetBuilder<Decoration>();
        if (effect.value >= 1 && effect.value <= transaction.state.doc.lines) {
          const { from } = transaction.state.doc.line(effect.value);
          builder.add(from, from, lineMark);
        }
        next = builder.finish();
      }
    }
    return next;
  },
  provide: field => EditorView.decorations.from(field)
});

/// The event that a click on a line of an editor makes; its detail is the 1-based line.
export const LINE_CLICKED = 'memory-sim-line-clicked';

const lineClicks = EditorView.domEventHandlers({
  click: (event, view) => {
    const { main } = view.state.selection;
    const at = view.posAtCoords(event);
    if (main.empty && at !== null && event.detail === 1 && !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)) {
      view.dom.dispatchEvent(new CustomEvent(LINE_CLICKED, { bubbles: true, detail: view.state.doc.lineAt(at).number }));
    }
    return false;
  }
});

export const currentLineExtension: Extension = [currentLine, lineClicks];

/// Lights a line of a cell if the cell still is what ran; 0 puts the light out.
export function showCurrentLine(cell: CodeCell, line: number, source: string): void {
  const lit = cell.model.sharedModel.getSource() === source ? line : 0;
  withEditor(cell, view => view.dispatch({ effects: setCurrentLine.of(lit) }));
}

/// Cells far from the viewport have no editor yet.
function withEditor(cell: Cell, action: (view: EditorView) => void): void {
  const view = (cell.editor as CodeMirrorEditor | null)?.editor;
  if (view) {
    action(view);
  }
}
