/// The keys of a heap view.

import type { Position } from '../views/stepping';
import { STOP } from './roving';

const STEP_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);
/// Play, and a breakpoint at the line shown: only where the view itself has the focus.
const VIEW_KEYS = new Set([' ', 'b']);
const PRESS_KEYS = new Set(['Enter', ' ']);

/// Page Up and Page Down skip this part of a trace.
const PAGES = 10;

/// What a key for stepping leads to from step `at`; undefined = not such a key. `beside` tells the neighbours: those of the
/// chosen kind of step, or with Shift those of a coarser one.
export function stepOfKey(event: KeyboardEvent, at: number, end: number, beside: (direction: 1 | -1, coarser: boolean) => Position): Position | undefined {
  // In a text field or a list these keys have a meaning already.
  if (event.altKey || event.ctrlKey || event.metaKey || isField(event.target)) {
    return undefined;
  }
  const page = Math.max(1, Math.round(end / PAGES));
  const whole = (moment: number): Position => ({ moment, part: 0 });
  switch (event.key) {
    case 'ArrowLeft':
      return beside(-1, event.shiftKey);
    case 'ArrowRight':
      return beside(1, event.shiftKey);
    case 'Home':
      return whole(0);
    case 'End':
      return whole(end);
    case 'PageUp':
      return whole(at - page);
    case 'PageDown':
      return whole(at + page);
    default:
      return undefined;
  }
}

/// True if a heap view does something of its own with a key pressed inside it. A host with
/// global shortcuts (JupyterLab folds headings with the arrow keys) lets these keys through.
export function isHeapViewKey(event: KeyboardEvent): boolean {
  const target = event.target as Element | null;
  const view = target?.closest?.('.msim-HeapView');
  if (!target || !view || event.altKey || event.ctrlKey || event.metaKey) {
    return false;
  }
  if (isField(target)) {
    return !(event.shiftKey && event.key === 'Enter');
  }
  if (STEP_KEYS.has(event.key)) {
    return true;
  }
  // Shift+Enter runs the cell wherever the focus is.
  if (event.shiftKey) {
    return false;
  }
  if (target.closest(`.msim-hit, .${STOP}`)) {
    return PRESS_KEYS.has(event.key) || event.key === 'ArrowUp' || event.key === 'ArrowDown';
  }
  return target.closest('button, summary, input, .msim-fold') ? PRESS_KEYS.has(event.key) : target === view && VIEW_KEYS.has(event.key);
}

function isField(target: EventTarget | null): boolean {
  return (target as Element | null)?.closest?.('select, input[type=search], .msim-tableScroll, .msim-memory') != null;
}
