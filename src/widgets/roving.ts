/// Many things of one kind as a single stop of the Tab key: arrow keys go from one to the next, Enter and Space press.

import type { Disposables } from './dom';
import { set } from './dom';

export interface RovingOptions {
  readonly root: Element;
  /// Keys that go on and back.
  readonly next: readonly string[];
  readonly back: readonly string[];
  readonly onPress: (stop: number) => void;
  /// The focus came to one.
  readonly onFocus?: (stop: number) => void;
}

/// The class of what is a stop; keys on it are the view's.
export const STOP = 'msim-stop';

export class Roving {
  private items: readonly Element[] = [];
  private at: number | undefined;

  constructor(private readonly options: RovingOptions, disposables: Disposables) {
    disposables.listen<KeyboardEvent>(options.root, 'keydown', (event) => this.onKey(event));
    disposables.listen(options.root, 'focusin', (event) => {
      const item = this.itemOf(event.target);
      if (item !== undefined) {
        this.at = numberOf(item);
        this.mark();
        options.onFocus?.(this.at);
      }
    });
  }

  /// The things there are now, each made by `stop`. Where the focus was on one that has been drawn anew, it stays.
  update(items: readonly Element[], hadFocus: boolean): void {
    this.items = items;
    const now = this.mark();
    if (hadFocus) {
      (now as SVGElement | undefined)?.focus();
    }
  }

  /// Whether one of them has the focus.
  get hasFocus(): boolean {
    return this.itemOf(this.options.root.ownerDocument.activeElement) !== undefined;
  }

  private mark(): Element | undefined {
    const now = this.items.find((item) => numberOf(item) === this.at) ?? this.items[0];
    for (const item of this.items) {
      set(item, { tabindex: item === now ? 0 : -1 });
    }
    return now;
  }

  private onKey(event: KeyboardEvent): void {
    const item = this.itemOf(event.target);
    if (item === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const { next, back, onPress } = this.options;
    if (event.key === 'Enter' || event.key === ' ') {
      onPress(numberOf(item));
    } else if (next.includes(event.key) || back.includes(event.key)) {
      (this.items[this.items.indexOf(item) + (next.includes(event.key) ? 1 : -1)] as SVGElement | undefined)?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private itemOf(target: EventTarget | null): Element | undefined {
    return this.items.find((item) => item === target);
  }
}

/// Makes an element a stop, with a number that tells it from others: an object's serial, a pool's address.
export function stop(element: Element, number: number, label: string): void {
  element.classList.add(STOP);
  set(element, { role: 'button', tabindex: -1, 'data-stop': number, 'aria-label': label });
}

function numberOf(item: Element): number {
  return Number(item.getAttribute('data-stop'));
}
