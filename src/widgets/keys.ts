/// The keys of a heap view.

const STEP_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);
const PRESS_KEYS = new Set(['Enter', ' ']);

/// Page Up, Page Down and the arrows with Shift skip this part of a trace.
const PAGES = 10;

/// The step a key leads to from step `at`; undefined = not a key for stepping. `beside` tells the neighbouring steps.
export function stepOfKey(event: KeyboardEvent, at: number, end: number, beside: (direction: 1 | -1) => number): number | undefined {
  // In a text field or a list these keys have a meaning already.
  if (event.altKey || event.ctrlKey || event.metaKey || isField(event.target)) {
    return undefined;
  }
  const page = Math.max(1, Math.round(end / PAGES));
  switch (event.key) {
    case 'ArrowLeft':
      return event.shiftKey ? at - page : beside(-1);
    case 'ArrowRight':
      return event.shiftKey ? at + page : beside(1);
    case 'Home':
      return 0;
    case 'End':
      return end;
    case 'PageUp':
      return at - page;
    case 'PageDown':
      return at + page;
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
  if (target.closest('.msim-hit')) {
    return PRESS_KEYS.has(event.key) || event.key === 'ArrowUp' || event.key === 'ArrowDown';
  }
  return target.closest('button, summary, input') ? PRESS_KEYS.has(event.key) : target === view && event.key === ' ';
}

function isField(target: EventTarget | null): boolean {
  return (target as Element | null)?.closest?.('select, input[type=search], .msim-tableScroll, .msim-memory') != null;
}
