/// When a view has to be drawn again: it comes in sight, its width changes, or the host's size of text does.

import { html } from './dom';
import type { Disposables } from './dom';

export interface Watching {
  onSight(isVisible: boolean): void;
  onWidth(width: number): void;
  onTextSize(): void;
}

/// Beyond the window, a view that is so near counts as in sight.
const MARGIN = '200px';

/// Where a page lays nothing out, `onWidth` is called once, with 0.
export function watch(element: HTMLElement, to: Watching, disposables: Disposables): void {
  const { IntersectionObserver: Sight, ResizeObserver: Size } = element.ownerDocument.defaultView ?? {};
  if (Sight !== undefined) {
    const sight = new Sight((entries) => to.onSight(entries[entries.length - 1]?.isIntersecting ?? true), { rootMargin: MARGIN });
    sight.observe(element);
    disposables.add(() => sight.disconnect());
  }
  if (Size === undefined) {
    to.onWidth(0);
    return;
  }
  const size = new Size(() => to.onWidth(element.clientWidth));
  size.observe(element);
  disposables.add(() => size.disconnect());
  // Text can grow while the view keeps its width.
  const probe = html(element.ownerDocument, 'span', 'msim-probe');
  probe.setAttribute('aria-hidden', 'true');
  element.append(probe);
  const text = new Size(() => to.onTextSize());
  text.observe(probe);
  disposables.add(() => text.disconnect());
}
