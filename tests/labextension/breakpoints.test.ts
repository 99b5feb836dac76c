// @vitest-environment jsdom
import './jsdomStubs';
import { EditorView } from '@codemirror/view';
import type { Cell } from '@jupyterlab/cells';
import { describe, expect, it } from 'vitest';
import { BREAKPOINTS_CHANGED, breakpointsExtension, breakpointsOf, setBreakpoints, toggleBreakpoint } from '../../src/labextension/breakpoints';

function open(doc: string): { view: EditorView; cell: Cell; told: number[][] } {
  const view = new EditorView({ doc, extensions: breakpointsExtension(doc), parent: document.body });
  const told: number[][] = [];
  view.dom.addEventListener(BREAKPOINTS_CHANGED, (event) => told.push((event as CustomEvent<number[]>).detail));
  return { view, told, cell: { editor: { editor: view } } as unknown as Cell };
}

const hasGutter = (view: EditorView): boolean => view.dom.querySelector('.jp-MemorySim-breakpoints') !== null;

describe('breakpoints in an editor', () => {
  it('are set at the cursor and told; those set by a view are not told back', () => {
    const { view, cell, told } = open('%%memory-sim\na = 1\nb = 2\n');
    view.dispatch({ selection: { anchor: 20 } });
    toggleBreakpoint(cell);
    expect([breakpointsOf(cell), told]).toEqual([[3], [[3]]]);
    setBreakpoints(cell, [2, 99]);
    expect([breakpointsOf(cell), told.length]).toEqual([[2], 1]);
    toggleBreakpoint(cell);
    toggleBreakpoint(cell);
    expect(told.slice(1)).toEqual([[2, 3], [2]]);
  });

  it('go along when lines are put above them', () => {
    const { view, cell } = open('%%memory-sim\na = 1\nb = 2\n');
    setBreakpoints(cell, [3]);
    view.dispatch({ changes: { from: 13, insert: 'new = 0\n' } });
    expect(breakpointsOf(cell)).toEqual([4]);
  });

  it('have a gutter in memory-sim cells only', () => {
    expect(hasGutter(open('%%memory-sim\n').view)).toBe(true);
    const { view } = open('x = 1');
    expect(hasGutter(view)).toBe(false);
    view.dispatch({ changes: { from: 0, insert: '%%memory-sim\n' } });
    expect(hasGutter(view)).toBe(true);
    view.dispatch({ changes: { from: 0, to: 13 } });
    expect(hasGutter(view)).toBe(false);
  });
});
