/// The tabs of a heap view, with the keys of a tab list.

import type { Words } from '../views/words';
import { Disposables, html } from './dom';

export type Tab = 'graph' | 'memory' | 'events' | 'bytes';
const TABS: readonly Tab[] = ['graph', 'memory', 'events', 'bytes'];

export class Tabs {
  readonly element: HTMLElement;
  private readonly buttons = new Map<Tab, HTMLButtonElement>();
  private readonly disposables = new Disposables();
  readonly titles: Readonly<Record<Tab, string>>;

  constructor(document: Document, words: Words, private readonly onTab: (tab: Tab) => void) {
    this.element = html(document, 'div', 'msim-tabs');
    this.element.setAttribute('role', 'tablist');
    this.element.setAttribute('aria-label', words.__('Views of the heap'));
    this.titles = { graph: words.__('Graph'), memory: words.__('Memory'), events: words.__('Events'), bytes: words.__('Bytes') };
    for (const tab of TABS) {
      const button = html(document, 'button', 'msim-tab', this.titles[tab]);
      button.type = 'button';
      button.setAttribute('role', 'tab');
      button.dataset['tab'] = tab;
      this.disposables.listen(button, 'click', () => onTab(tab));
      this.buttons.set(tab, button);
      this.element.append(button);
    }
    this.disposables.listen<KeyboardEvent>(this.element, 'keydown', (event) => this.onKey(event));
  }

  show(tab: Tab): void {
    for (const [name, button] of this.buttons) {
      button.setAttribute('aria-selected', String(name === tab));
      button.tabIndex = name === tab ? 0 : -1;
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private onKey(event: KeyboardEvent): void {
    const at = TABS.findIndex((tab) => this.buttons.get(tab) === event.target);
    const to = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : undefined;
    if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const tab = TABS[(to + TABS.length) % TABS.length]!;
    this.onTab(tab);
    this.buttons.get(tab)!.focus();
    event.preventDefault();
    event.stopPropagation();
  }
}
