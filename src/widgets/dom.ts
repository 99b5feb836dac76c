/// Making elements without markup: text is only ever set as text.

const SVG = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number>>;

export function html<K extends keyof HTMLElementTagNameMap>(
  document: Document, tag: K, className = '', text?: string
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') {
    element.className = className;
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  document: Document, tag: K, attributes: Attributes = {}, text?: string
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  set(element, attributes);
  if (text !== undefined) {
    element.textContent = text;
  }
  return element;
}

/// Leaves alone what is so already: a browser would lay a drawing out anew.
export function set(element: Element, attributes: Attributes): void {
  for (const name in attributes) {
    const value = String(attributes[name]);
    if (element.getAttribute(name) !== value) {
      element.setAttribute(name, value);
    }
  }
}

/// Makes these the children, in order, and leaves in place those that are.
export function arrange(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of Array.from(parent.children)) {
    if (!wanted.has(child)) {
      child.remove();
    }
  }
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) {
      next = next.nextElementSibling;
    } else {
      parent.insertBefore(child, next);
    }
  }
}

/// The size in pixels of the text that drawings are made for.
export const TEXT_SIZE = 13;

/// How much larger than that the host's text is: a drawing is to grow with it. 1 where nothing is laid out.
export function textScale(element: Element): number {
  const size = parseFloat(element.ownerDocument.defaultView?.getComputedStyle(element).fontSize ?? '');
  return element.isConnected && size > 0 ? Math.min(4, Math.max(1, size / TEXT_SIZE)) : 1;
}

/// Where `draw` takes away what had the focus, the element gets it, so that its keys still work.
export function keepFocus(element: HTMLElement, draw: () => void): void {
  const { ownerDocument } = element;
  const hadFocus = element.contains(ownerDocument.activeElement);
  draw();
  const { activeElement } = ownerDocument;
  if (hadFocus && (!element.contains(activeElement) || activeElement?.closest('[hidden]') != null)) {
    element.focus({ preventScroll: true });
  }
}

/// Owner of listeners and timers: what is added here ends with `dispose`.
export class Disposables {
  private readonly undo: (() => void)[] = [];

  add(undo: () => void): void {
    this.undo.push(undo);
  }

  listen<E extends Event>(target: EventTarget, type: string, listener: (event: E) => void): void {
    const handler = listener as EventListener;
    target.addEventListener(type, handler);
    this.add(() => target.removeEventListener(type, handler));
  }

  dispose(): void {
    for (const undo of this.undo.splice(0).reverse()) {
      undo();
    }
  }
}

/// A parent's children by key: those whose item is the same as before, or says the same, are left alone.
export class Keyed {
  private readonly nodes = new Map<string | number, { node: SVGElement; item: unknown; signature: string; turn: number }>();
  /// Counts updates: what was not in the last one goes.
  private turn = 0;

  constructor(private readonly parent: SVGElement) {}

  /// `fill` draws an item into its node, which is empty then.
  update<T>(items: readonly T[], keyOf: (item: T) => string | number, make: () => SVGElement, fill: (node: SVGElement, item: T) => void): void {
    const turn = ++this.turn;
    let there = 0;
    for (const item of items) {
      const key = keyOf(item);
      let entry = this.nodes.get(key);
      there += entry === undefined || entry.turn !== turn ? 1 : 0;
      if (entry !== undefined && entry.item === item) {
        entry.turn = turn;
        continue;
      }
      const signature = JSON.stringify(item);
      if (entry === undefined) {
        entry = { node: make(), item, signature: '', turn };
        this.nodes.set(key, entry);
        this.parent.appendChild(entry.node);
      }
      entry.item = item;
      entry.turn = turn;
      if (entry.signature !== signature) {
        entry.signature = signature;
        entry.node.replaceChildren();
        fill(entry.node, item);
      }
    }
    if (there === this.nodes.size) {
      return;
    }
    for (const [key, entry] of this.nodes) {
      if (entry.turn !== turn) {
        entry.node.remove();
        this.nodes.delete(key);
      }
    }
  }

  /// All are made anew at the next update.
  clear(): void {
    this.nodes.clear();
    this.parent.replaceChildren();
  }

  get(key: string | number): SVGElement | undefined {
    return this.nodes.get(key)?.node;
  }
}
