/// Draws a trace where nobody sees it, some times, before the first cell comes: the JavaScript engine then knows the code that
/// draws, the browser its fonts, and the view of a cell takes a third of the time.

import { html } from './dom';
import { renderTrace } from './renderTrace';
import type { Work } from '../views/work';

const ROUNDS = 6;

/// Each step is a part of a round; between two steps the page is to lay itself out.
export function* rehearsal(json: unknown, document: Document): Work<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const stage = html(document, 'div', 'msim-rehearsal');
    stage.setAttribute('aria-hidden', 'true');
    document.body.append(stage);
    const rendered = renderTrace(json, { document });
    try {
      rendered.showIn(stage);
      yield;
      rendered.renew(json);
      yield;
    } finally {
      rendered.dispose();
      stage.remove();
    }
  }
}
