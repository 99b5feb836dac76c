/// From a saved output to something to look at, whatever the output holds.

import { readTrace } from '../views/validate';
import { english } from '../views/words';
import { html } from './dom';
import { HeapView } from './heapView';
import type { HeapViewOptions } from './heapView';

export interface Rendered {
  readonly element: HTMLElement;
  /// The view; undefined if the trace could not be read and `element` says why.
  readonly view: HeapView | undefined;
  dispose(): void;
}

/// Renders JSON of unknown origin: a heap view, or a message in its place.
export function renderTrace(json: unknown, options: Omit<HeapViewOptions, 'payload'>): Rendered {
  const read = readTrace(json);
  if (read.ok) {
    const view = new HeapView({ ...options, payload: read.payload });
    return { element: view.element, view, dispose: () => view.dispose() };
  }
  const words = options.translator ?? english;
  const element = html(options.document, 'div', 'msim-message');
  element.setAttribute('role', 'note');
  element.append(
    html(options.document, 'b', '', words.__('This memory-sim output cannot be shown.')),
    html(options.document, 'span', '', ' ' + words.__('Reason: %1. Run the cell again to get a new one.', read.reason))
  );
  return { element, view: undefined, dispose: () => element.remove() };
}
