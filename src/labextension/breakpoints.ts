/// Breakpoint lines in the editor of a memory-sim cell: a gutter to click, and the way between them and the views of its outputs.
import { Compartment, EditorState, type Extension, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { EditorView, gutter, GutterMarker } from '@codemirror/view';
import type { Cell } from '@jupyterlab/cells';
import type { CodeMirrorEditor } from '@jupyterlab/codemirror';
import { isMemorySim } from '../lessons/magic';

/// The event by which an editor tells its breakpoints; its detail is the 1-based lines in order.
export const BREAKPOINTS_CHANGED = 'memory-sim-breakpoints-changed';

/// A 1-based line that gets a breakpoint or loses it; or all lines, in place of those that are there.
const toggled = StateEffect.define<number>();
const replaced = StateEffect.define<readonly number[]>();

class Dot extends GutterMarker {
  override toDOM(): Node {
    return document.createTextNode('●');
  }
}

const dot = new Dot();
type Dots = RangeSet<GutterMarker>;

/// They go with their lines while the cell is edited.
const breakpoints = StateField.define<Dots>({
  create: () => RangeSet.empty,
  update(dots, { changes, effects, state: { doc } }) {
    let next = dots.map(changes);
    for (const effect of effects) {
      if (effect.is(toggled)) {
        const lines = linesOf(next, doc);
        next = dotsAt(lines.includes(effect.value) ? lines.filter(line => line !== effect.value) : [...lines, effect.value], doc);
      } else if (effect.is(replaced)) {
        next = dotsAt(effect.value, doc);
      }
    }
    return next;
  }
});

function linesOf(dots: Dots, doc: Text): number[] {
  const lines = new Set<number>();
  for (const at = dots.iter(); at.value !== null; at.next()) {
    lines.add(doc.lineAt(at.from).number);
  }
  return [...lines];
}

function dotsAt(lines: readonly number[], doc: Text): Dots {
  const there = lines.filter(line => line >= 1 && line <= doc.lines);
  return RangeSet.of(there.map(line => dot.range(doc.line(line).from)), true);
}

/// Says what has changed to whoever listens above the editor.
const telling = EditorView.updateListener.of(({ startState, state, transactions, view }) => {
  const before = startState.field(breakpoints);
  const now = state.field(breakpoints);
  if (before !== now && transactions.some(({ effects }) => effects.some(effect => effect.is(toggled)))) {
    view.dom.dispatchEvent(new CustomEvent(BREAKPOINTS_CHANGED, { bubbles: true, detail: linesOf(now, state.doc) }));
  }
});

const theGutter = gutter({
  class: 'jp-MemorySim-breakpoints',
  markers: view => view.state.field(breakpoints),
  initialSpacer: () => dot,
  renderEmptyElements: true,
  domEventHandlers: {
    mousedown: (view, block) => {
      view.dispatch({ effects: toggled.of(view.state.doc.lineAt(block.from).number) });
      return true;
    }
  }
});

/// Only memory-sim cells have the gutter.
const place = new Compartment();

const follow = EditorState.transactionExtender.of(({ docChanged, newDoc, startState }) => {
  const is = docChanged && isMemorySim(head(newDoc));
  return docChanged && is !== isMemorySim(head(startState.doc)) ? { effects: place.reconfigure(is ? theGutter : []) } : null;
});

/// The magic line stands in it.
function head(doc: Text): string {
  return doc.sliceString(0, 200);
}

/// For an editor that begins with this source.
export function breakpointsExtension(source: string): Extension {
  return [breakpoints, telling, follow, place.of(isMemorySim(source) ? theGutter : [])];
}

/// The lines of a cell at which to stop.
export function breakpointsOf(cell: Cell): readonly number[] {
  const view = editorOf(cell);
  return view ? linesOf(view.state.field(breakpoints), view.state.doc) : [];
}

export function setBreakpoints(cell: Cell, lines: readonly number[]): void {
  editorOf(cell)?.dispatch({ effects: replaced.of(lines) });
}

/// Sets or removes the breakpoint of the line with the cursor.
export function toggleBreakpoint(cell: Cell): void {
  const view = editorOf(cell);
  view?.dispatch({ effects: toggled.of(view.state.doc.lineAt(view.state.selection.main.head).number) });
}

/// Cells far from the viewport have no editor yet.
function editorOf(cell: Cell): EditorView | undefined {
  const view = (cell.editor as CodeMirrorEditor | null)?.editor;
  return view?.state.field(breakpoints, false) === undefined ? undefined : view;
}
