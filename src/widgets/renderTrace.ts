/// From a saved output to something to look at, whatever the output holds. A view is made when its place comes in sight;
/// a long trace is read in portions, behind the picture that was saved with it.

import { Picture } from '../views/picture';
import { reading } from '../views/validate';
import { english } from '../views/words';
import type { Words } from '../views/words';
import type { Work } from '../views/work';
import { Disposables, html, textScale } from './dom';
import { HeapView } from './heapView';
import type { HeapViewOptions, ViewSize } from './heapView';
import { Newest } from './slices';

export interface RenderOptions extends Omit<HeapViewOptions, 'picture'> {
  /// A `TranslationBundle` of JupyterLab, or anything like it; English without.
  readonly translator?: Words;
  /// The SVG that was saved beside the trace; shown while that is being read.
  readonly poster?: string | undefined;
  /// Called once: with the view, or without one if `element` says why there is none.
  readonly onReady?: (view: HeapView | undefined) => void;
}

/// What need not be there at first is there after this, if the page is never idle.
const REST_MS = 200;
/// So far beyond the window a view is made already.
const MARGIN = 300;
/// Of a view, in pixels.
const BORDER = 1;

/// Shows JSON of unknown origin: a heap view, or a message in its place.
export function renderTrace(json: unknown, options: RenderOptions): RenderedTrace {
  return new RenderedTrace(json, options);
}

export class RenderedTrace {
  readonly element: HTMLElement;
  private made: HeapView | undefined;
  private isBegun = false;
  private readonly isLaidOut: boolean;
  /// Of the view, as far as it is known before the page is laid out with it.
  private size: ViewSize | undefined;
  private readonly words: Words;
  private readonly opening: Newest;
  private readonly sight = new Disposables();

  constructor(private json: unknown, private readonly options: RenderOptions) {
    this.words = options.translator ?? english;
    this.opening = new Newest(options.document);
    this.element = html(options.document, 'div', 'msim-place');
    const { ResizeObserver: Size, IntersectionObserver: Sight } = options.document.defaultView ?? {};
    this.isLaidOut = Size !== undefined && Sight !== undefined;
    if (!this.isLaidOut) {
      this.isBegun = true;
      this.work();
    }
  }

  /// Undefined until the place comes in sight, and for good if the trace cannot be read.
  get view(): HeapView | undefined {
    return this.made;
  }

  /// Puts the element into a host, before all else that is there. If that is in sight, the view is made at once, and the page is
  /// laid out only when all of it is there.
  showIn(host: HTMLElement): void {
    const { clientWidth } = host;
    const isNear = this.isLaidOut && this.isNear(host);
    host.prepend(this.element);
    if (isNear) {
      this.size = { width: clientWidth - 2 * BORDER, scale: textScale(this.element) };
      this.begin();
    } else if (!this.isBegun) {
      this.watch();
    }
  }

  /// Shows another trace in the view that is there; false if none is in sight. `onReady` is called again.
  renew(json: unknown): boolean {
    if (!this.made?.isInSight) {
      return false;
    }
    this.json = json;
    this.wanted = undefined;
    this.work();
    return true;
  }

  /// Shows step `n`, as soon as there is a view.
  seek(n: number): void {
    this.wanted = n;
    this.made?.seek(n);
  }
  private wanted: number | undefined;

  dispose(): void {
    this.opening.stop();
    this.sight.dispose();
    this.made?.dispose();
    this.element.remove();
  }

  private isNear(element: HTMLElement): boolean {
    const { top, bottom, width } = element.getBoundingClientRect();
    return width > 0 && bottom > -MARGIN && top < this.options.document.defaultView!.innerHeight + MARGIN;
  }

  private watch(): void {
    const { ResizeObserver: Size, IntersectionObserver: Sight } = this.options.document.defaultView!;
    // A new place has its size before it is painted first: what is in sight then is there at once.
    const size = new Size(() => this.isNear(this.element) && this.begin());
    const sight = new Sight((entries) => entries[entries.length - 1]?.isIntersecting && this.begin(), { rootMargin: `${MARGIN}px` });
    size.observe(this.element);
    sight.observe(this.element);
    this.sight.add(() => size.disconnect());
    this.sight.add(() => sight.disconnect());
  }

  private begin(): void {
    this.sight.dispose();
    if (!this.isBegun) {
      this.isBegun = true;
      this.work();
    }
  }

  /// A trace that came before is shown no more.
  private work(): void {
    this.opening.begin(this.open(), (picture) => this.guard(() => this.show(picture)));
    if (!this.element.hasChildNodes()) {
      this.showPoster();
    }
  }

  /// A picture, or the reason why there is none.
  private *open(): Work<Picture | string> {
    try {
      const known = this.made === undefined ? this.size : undefined;
      const size = known ?? (this.isLaidOut ? this.made?.size ?? this.sizeOfPlace() : undefined);
      const read = yield* reading(this.json, this.words);
      return read.ok ? yield* Picture.open(read.payload, this.words, new Map(this.options.places), size && size.width / size.scale) : read.reason;
    } catch (error) {
      return String(error);
    }
  }

  private show(picture: Picture | string): void {
    if (typeof picture === 'string') {
      this.refuse(this.words.__('Reason: %1. Run the cell again to get a new one.', picture));
      return;
    }
    if (this.made !== undefined) {
      this.made.renew(picture);
      this.options.onReady?.(this.made);
      return;
    }
    this.made = new HeapView({ ...this.options, picture, ...(this.isLaidOut && { afterPaint: (callback) => this.afterPaint(callback) }) });
    // Drawn at the size of its place before it stands there: the page is laid out once.
    this.made.fit(this.size ?? this.sizeOfPlace());
    this.element.replaceChildren(this.made.element);
    this.options.onReady?.(this.made);
    if (this.wanted !== undefined) {
      this.made.seek(this.wanted);
    }
  }

  /// All but the view's border; undefined where nothing is laid out.
  private sizeOfPlace(): ViewSize | undefined {
    const { clientWidth } = this.element;
    return clientWidth === 0 ? undefined : { width: clientWidth - 2 * BORDER, scale: textScale(this.element) };
  }

  private afterPaint(callback: () => void): () => void {
    const window = this.options.document.defaultView!;
    let cancel = (): void => {};
    const frame = window.requestAnimationFrame(() => {
      // Safari has no idle callbacks.
      if (typeof window.requestIdleCallback === 'function') {
        const idle = window.requestIdleCallback(callback, { timeout: REST_MS });
        cancel = () => window.cancelIdleCallback(idle);
      } else {
        const timer = window.setTimeout(callback);
        cancel = () => window.clearTimeout(timer);
      }
    });
    return () => {
      window.cancelAnimationFrame(frame);
      cancel();
    };
  }

  private showPoster(): void {
    const { document, poster } = this.options;
    const note = html(document, 'p', 'msim-opening', this.words.__('A long trace is being read …'));
    note.setAttribute('role', 'status');
    this.element.replaceChildren(note);
    if (poster !== undefined) {
      // As an image, an SVG runs no scripts and loads nothing.
      const image = html(document, 'img', 'msim-poster');
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(poster)}`;
      image.alt = this.words.__('The heap after the cell');
      this.element.append(image);
    }
  }

  /// A trace can be well-formed and still tell of impossible things.
  private guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.refuse(this.words.__('Reason: %1. Run the cell again to get a new one.', String(error)));
    }
  }

  private refuse(reason: string): void {
    const { document } = this.options;
    this.made?.dispose();
    this.made = undefined;
    const note = html(document, 'div', 'msim-message');
    note.setAttribute('role', 'note');
    note.append(html(document, 'b', '', this.words.__('This memory-sim output cannot be shown.')), html(document, 'span', '', ' ' + reason));
    this.element.replaceChildren(note);
    this.options.onReady?.(undefined);
  }
}
