/// Names, objects and references of one moment, drawn from its scene.

import { TITLE_CHARACTER, titleLines } from '../views/scene';
import type { Scene, SceneBox } from '../views/scene';
import type { Window } from '../views/visible';
import type { Words } from '../views/words';
import { Bands } from './bands';
import { Disposables, Keyed, html, set, svg, textScale } from './dom';
import type { Attributes } from './dom';
import { fillBox, fillEdge, fillEdges, fillHit, fillName, fillSmallBox, fillSmallBoxes, edgeLooks, smallBoxLooks } from './graphShapes';
import type { ViewSize } from './heapView';

/// A part of the picture.
interface Extent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GraphPanelOptions {
  readonly document: Document;
  readonly words: Words;
  /// An object was chosen by click or key.
  readonly onSelect: (serial: number) => void;
  /// The box of a group was: its members are to be shown one by one.
  readonly onExpand: (group: string) => void;
  /// The row that stands for names was: they are to be shown one by one.
  readonly onAllNames: () => void;
  /// The visible part has changed: draw again.
  readonly onScroll: () => void;
  /// How large the picture is at any moment.
  readonly extentOfAll: () => { readonly width: number; readonly height: number };
}

/// Boxes that are drawn beyond the visible part, in pixels up and down.
const MARGIN = 300;
/// After a jump, until the learner scrolls: the next step may jump again, and much of what is drawn would go unseen.
const JUMP_MARGIN = 60;
/// A panel that is still empty has this height when it is first drawn.
const LEAST = 640;
/// The share of its height that a picture must not use before it shrinks.
const SHRINKS_BELOW = 0.62;
/// A picture shrinks by itself to this at most.
const LEAST_FIT = 0.68;
/// In a panel that is narrow, to this.
const LEAST_NARROW_FIT = 0.58;
const NARROW = 480;
/// On a wide page it grows to this at most, as long as it is no higher then.
const MOST_FIT = 1.35;
const WIDE = 1300;
const TALL = 640;
const MIN_ZOOM = 0.1;
/// Below this size the texts in boxes are smaller than 6 pixels.
const READABLE = 0.45;
const MAX_ZOOM = 4;
/// Room behind the title.
const EDGE = 8;

/// A box that is not chosen, and not in the tab order.
const UNMARKED = { tabindex: -1, 'aria-pressed': 'false' };

export class GraphPanel {
  readonly element: HTMLElement;
  private readonly canvas: SVGSVGElement;
  /// What is pointed at lies under the rest, in a drawing of its own: a browser keeps what it has painted of that.
  private readonly ground: SVGSVGElement;
  private readonly frames: Keyed;
  private readonly names: Keyed;
  private readonly boxes: Keyed;
  private readonly edges: Keyed;
  /// While texts are left out, all of them, and what has just changed over them.
  private readonly smallBoxes: Bands;
  private readonly smallEdges: Bands;
  private readonly marks: Keyed;
  private readonly hits: Keyed;
  private readonly divider: SVGElement;
  private readonly title: SVGElement;
  private readonly disposables = new Disposables();
  private scene: Scene | undefined;
  private selected: number | undefined;
  private drawnAt = { top: 0, left: 0 };
  private margin = MARGIN;
  /// Of the element, when `window` was asked last: to ask again would lay the page out in the middle of drawing.
  private measured = { top: 0, left: 0, height: 0, width: 0 };
  /// Texts are left out: nobody could read them.
  private isSmall = false;
  private scale = 1;
  private isZoomed = false;
  /// The extent of the drawing. It grows at need and shrinks only by much: what stands below should rarely move.
  private grown = { width: 0, height: 0 };
  private pan: { x: number; y: number; left: number; top: number } | undefined;

  constructor(private readonly options: GraphPanelOptions) {
    const { document, words } = options;
    this.element = html(document, 'div', 'msim-graph');
    this.canvas = svg(document, 'svg', { class: 'msim-picture', role: 'group', 'aria-label': words.__('Names and objects') });
    // So the frame of the chosen box goes around it.
    this.ground = svg(document, 'svg', { class: 'msim-hits', role: 'group', 'aria-label': words.__('Objects') });
    this.title = svg(document, 'text', { class: 'msim-caption' });
    this.divider = svg(document, 'path', { class: 'msim-divider' });
    const layer = (name: string, attributes: Attributes = { 'aria-hidden': 'true' }): SVGElement => {
      const group = svg(document, 'g', { class: name, ...attributes });
      this.canvas.appendChild(group);
      return group;
    };
    this.canvas.append(this.divider, this.title);
    this.frames = new Keyed(layer('msim-frames', {}));
    this.names = new Keyed(layer('msim-names', { role: 'group', 'aria-label': words.__('Names') }));
    this.smallBoxes = new Bands(layer('msim-boxes mod-small'));
    this.boxes = new Keyed(layer('msim-boxes'));
    this.smallEdges = new Bands(layer('msim-edges mod-small'));
    this.edges = new Keyed(layer('msim-edges'));
    this.marks = new Keyed(layer('msim-marks'));
    this.hits = new Keyed(this.ground);
    this.element.append(this.canvas, this.ground);
    this.disposables.listen<MouseEvent>(this.element, 'click', (event) => this.choose(event));
    this.disposables.listen<KeyboardEvent>(this.element, 'keydown', (event) => this.onKey(event));
    this.disposables.listen<WheelEvent>(this.element, 'wheel', (event) => {
      if (event.ctrlKey) {
        event.preventDefault();
        this.zoom(this.scale * (event.deltaY < 0 ? 1.15 : 1 / 1.15));
      }
    });
    this.disposables.listen<PointerEvent>(this.element, 'pointerdown', (event) => this.grab(event));
    this.disposables.listen<PointerEvent>(this.element, 'pointermove', (event) => this.drag(event));
    for (const type of ['pointerup', 'pointercancel', 'pointerleave']) {
      this.disposables.listen(this.element, type, () => {
        this.pan = undefined;
      });
    }
    if (document.defaultView) {
      this.watchPrinting(document.defaultView);
    }
    this.disposables.listen(this.element, 'scroll', () => {
      const { scrollTop, scrollLeft } = this.element;
      if (Math.max(Math.abs(scrollTop - this.drawnAt.top), Math.abs(scrollLeft - this.drawnAt.left)) > (this.margin * this.scale) / 2) {
        this.margin = MARGIN;
        options.onScroll();
      }
    });
  }

  /// Paper has no window to scroll: for it all is drawn.
  private watchPrinting(view: EventTarget): void {
    for (const [type, isPrinted] of [['beforeprint', true], ['afterprint', false]] as const) {
      this.disposables.listen(view, type, () => {
        this.isPrinted = isPrinted;
        if (this.scene !== undefined && this.element.isConnected) {
          this.options.onScroll();
        }
      });
    }
  }
  private isPrinted = false;

  /// To be asked before anything in the page is changed. The part of the picture that is worth drawing; all of it where nothing has a size (no layout yet).
  window(): Window | undefined {
    const { scale } = this;
    if (this.isPrinted) {
      return undefined;
    }
    if (this.expected !== undefined && !this.element.isConnected) {
      return { top: -MARGIN, bottom: LEAST / scale + MARGIN, left: -MARGIN, right: this.expected.width / scale + MARGIN };
    }
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.element;
    this.measured = { top: scrollTop, left: scrollLeft, height: clientHeight, width: clientWidth };
    return this.lastWindow;
  }

  /// The same as when it was asked last, without a look at the page; what was scrolled since is less than the margin.
  get lastWindow(): Window | undefined {
    const { scale, margin, measured: { top, left, height, width } } = this;
    return height === 0 ? undefined : {
      top: top / scale - margin, bottom: (top + Math.max(height, LEAST)) / scale + margin,
      left: left / scale - margin, right: (left + width) / scale + margin
    };
  }

  /// While held (something below is being dragged), the height stays.
  hold(on: boolean): void {
    this.isHeld = on;
  }
  private isHeld = false;

  /// Everything has a new place: nothing is kept of the old extent.
  reset(): void {
    this.grown = { width: 0, height: 0 };
  }

  /// Takes over the host's size of text, or a little less if all of the width can be seen so, or more where there is much room,
  /// unless the learner has chosen a size.
  fit(size?: ViewSize): void {
    this.expected = size;
    if (!this.isZoomed) {
      const clientWidth = size?.width ?? this.element.clientWidth;
      const scale = size?.scale ?? textScale(this.element);
      const { width, height } = this.options.extentOfAll();
      const least = clientWidth < NARROW ? LEAST_NARROW_FIT : LEAST_FIT;
      const most = clientWidth < WIDE * scale ? 1 : Math.max(1, Math.min(MOST_FIT, TALL / height));
      this.scale = clientWidth === 0 ? scale : Math.max(scale * least, Math.min(scale * most, clientWidth / width));
    }
  }
  private expected: ViewSize | undefined;

  /// 1 = as drawn; undefined = so that all of the width can be seen.
  zoom(scale: number | undefined): void {
    this.isZoomed = true;
    const fitting = this.scene === undefined || this.element.clientWidth === 0 ? 1 : Math.min(1, this.element.clientWidth / this.scene.width);
    this.scale = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, scale ?? fitting));
    this.size();
    this.options.onScroll();
  }

  get zoomed(): number {
    return this.scale;
  }

  /// The picture as it stands, for saving.
  get svg(): SVGSVGElement {
    return this.canvas;
  }

  /// Marks the box of an object that another panel points at.
  point(serial: number | undefined): void {
    for (const node of Array.from(this.ground.querySelectorAll('.mod-pointed'))) {
      node.classList.remove('mod-pointed');
    }
    this.hits.get(serial ?? -1)?.classList.add('mod-pointed');
  }

  private size(): void {
    if (this.scene === undefined) {
      return;
    }
    const keep = this.isHeld || this.scene.height > this.grown.height * SHRINKS_BELOW;
    const width = Math.max(this.grown.width, this.scene.width, this.titleEnd);
    const height = keep ? Math.max(this.grown.height, this.scene.height) : this.scene.height;
    this.grown = { width, height };
    for (const drawing of [this.canvas, this.ground]) {
      set(drawing, { width: width * this.scale, height: height * this.scale, viewBox: `0 0 ${width} ${height}` });
    }
    set(this.divider, { d: `M${this.scene.titleX - 52} 12V${height - 12}` });
  }

  /// A drag on the ground moves the picture.
  private grab(event: PointerEvent): void {
    if (event.button === 0 && event.pointerType === 'mouse' && (event.target === this.ground || event.target === this.element)) {
      this.pan = { x: event.clientX, y: event.clientY, left: this.element.scrollLeft, top: this.element.scrollTop };
    }
  }

  private drag(event: PointerEvent): void {
    if (this.pan !== undefined) {
      this.element.scrollLeft = this.pan.left - (event.clientX - this.pan.x);
      this.element.scrollTop = this.pan.top - (event.clientY - this.pan.y);
    }
  }

  draw(scene: Scene): void {
    const { document } = this.options;
    this.scene = scene;
    this.drawnAt = this.measured;
    if (this.isSmall !== this.scale < READABLE) {
      this.isSmall = !this.isSmall;
      this.boxes.clear();
    }
    this.drawTitle(scene);
    this.size();
    const group = (): SVGElement => svg(document, 'g');
    this.frames.update(scene.frames, (frame) => String(frame.depth), group, (node, frame) => {
      node.append(svg(document, 'text', { class: 'msim-caption', x: 16, y: frame.y + 12 }, frame.title));
      if (frame.more > 0) {
        node.append(svg(document, 'text', { class: 'msim-caption', x: 16, y: frame.moreY }, `⋯ +${frame.more}`));
      }
    });
    this.names.update(scene.names, (name) => name.key, group, (node, name) => fillName(node, name));
    const { isSmall } = this;
    const isLoud = (box: SceneBox): boolean => box.changed || box.group !== undefined;
    this.smallBoxes.update(isSmall ? scene.boxes : [], (box) => box.y, smallBoxLooks, fillSmallBoxes);
    this.boxes.update(isSmall ? scene.boxes.filter(isLoud) : scene.boxes, (box) => box.serial, group, (node, box) => (isSmall ? fillSmallBox(node, box) : fillBox(node, box)));
    this.smallEdges.update(isSmall ? scene.edges : [], (edge) => edge.points[0]!.y, edgeLooks, fillEdges);
    this.edges.update(isSmall ? scene.edges.filter(({ changed }) => changed) : scene.edges, (edge) => edge.key, group, (node, edge) => fillEdge(node, edge));
    const taken = scene.edges.filter((edge) => edge.status === 'subtracted');
    this.marks.update(taken, (edge) => edge.key, group, (node, edge) => {
      const { x, y } = edge.middle!;
      node.setAttribute('class', 'msim-minus');
      node.append(svg(document, 'circle', { cx: x, cy: y, r: 9 }), svg(document, 'text', { x, y: y + 3.5 }, '−1'));
    });
    this.hits.update(scene.boxes, (box) => box.serial, () => svg(document, 'rect', UNMARKED), (node, box) => fillHit(node, box));
    this.markSelected();
  }

  /// In two lines where one is wider than both the picture and the panel.
  private drawTitle({ title, titleX, width }: Scene): void {
    const visible = (this.expected?.width ?? this.measured.width) / this.scale;
    // A blank behind each line, for who hears them.
    const lines = titleLines(title, Math.max(width, visible) - titleX - EDGE).map(({ text, y }) => ({ text: `${text} `, y }));
    this.titleEnd = Math.ceil(titleX + Math.max(...lines.map(({ text }) => text.length)) * TITLE_CHARACTER + EDGE);
    if (this.title.textContent !== lines.map(({ text }) => text).join('') || this.title.firstElementChild?.getAttribute('x') !== String(titleX)) {
      this.title.replaceChildren(...lines.map(({ text, y }) => svg(this.options.document, 'tspan', { x: titleX, y }, text)));
    }
  }

  private titleEnd = 0;

  /// Draws, with one of these boxes in the visible part, or the last name that has changed, the innermost frame's. It scrolls before
  /// it draws, so that what comes in sight is drawn once. To be asked before anything in the page is changed, like `window`.
  follow(boxes: readonly Extent[], draw: () => void): void {
    this.window();
    this.bring(boxes);
    draw();
    if (boxes.length === 0) {
      this.bring(this.scene?.names.filter((name) => name.changed).slice(-1) ?? []);
    } else if (this.isShort) {
      // There was no picture yet where it was to scroll.
      this.bring(boxes);
    }
  }

  private bring(boxes: readonly Extent[]): void {
    const { scale, measured: { height, width, top, left } } = this;
    this.isShort = false;
    if (boxes.length === 0 || height === 0) {
      return;
    }
    if (!boxes.some((box) => box.y * scale >= top && (box.y + box.height) * scale <= top + height)) {
      this.scroll('scrollTop', Math.max(0, (Math.min(...boxes.map((box) => box.y)) - 60) * scale));
    }
    if (!boxes.some((box) => box.x * scale >= left && (box.x + box.width) * scale <= left + width)) {
      this.scroll('scrollLeft', Math.max(0, (Math.max(...boxes.map((box) => box.x + box.width)) + 20) * scale - width));
    }
  }

  private scroll(side: 'scrollTop' | 'scrollLeft', to: number): void {
    this.element[side] = to;
    this.margin = JUMP_MARGIN;
    this.isShort ||= this.element[side] < to - 1;
  }
  /// The picture did not go as far as it was to be scrolled.
  private isShort = false;

  /// Brings a place in sight; undefined = nothing to bring.
  scrollTo(place: { readonly x: number; readonly y: number } | undefined): void {
    if (place !== undefined) {
      this.element.scrollTop = Math.max(0, (place.y - 60) * this.scale);
      this.element.scrollLeft = Math.max(0, (place.x - 60) * this.scale);
      this.options.onScroll();
    }
  }

  select(serial: number | undefined): void {
    this.selected = serial;
    this.markSelected();
  }

  dispose(): void {
    this.disposables.dispose();
    this.element.remove();
  }

  /// One box is in the tab order: the chosen one, or the first. Without any, the picture is, so that keys can scroll it.
  private markSelected(): void {
    const boxes = this.scene?.boxes ?? [];
    set(this.canvas, { tabindex: boxes.length === 0 ? 0 : -1 });
    const stop = boxes.some((box) => box.serial === this.selected) ? this.selected : boxes[0]?.serial;
    for (const node of this.marked.splice(0)) {
      set(node, UNMARKED);
    }
    if (stop !== undefined) {
      this.mark(this.hits.get(stop)!, stop === this.selected);
    }
  }
  private readonly marked: SVGElement[] = [];

  private mark(node: SVGElement, isSelected: boolean): void {
    set(node, { tabindex: 0, 'aria-pressed': String(isSelected) });
    this.marked.push(node);
  }

  private choose(event: Event): void {
    const serial = this.serialAt(event.target);
    if (serial !== undefined) {
      this.press(serial, event.target);
    } else if (isFold(event.target)) {
      this.options.onAllNames();
    }
  }

  private press(serial: number, target: EventTarget | null): void {
    const group = (target as Element | null)?.closest?.('[data-group]')?.getAttribute('data-group');
    if (group == null) {
      this.options.onSelect(serial);
    } else {
      this.options.onExpand(group);
    }
  }

  private serialAt(target: EventTarget | null): number | undefined {
    const node = (target as Element | null)?.closest?.('[data-serial]');
    return node ? Number(node.getAttribute('data-serial')) : undefined;
  }

  private onKey(event: KeyboardEvent): void {
    const serial = this.serialAt(event.target);
    if ((serial === undefined && !isFold(event.target)) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (serial === undefined) {
      if (event.key !== 'Enter' && event.key !== ' ') {
        return;
      }
      this.options.onAllNames();
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.press(serial, event.target);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const boxes = this.scene?.boxes ?? [];
      const at = boxes.findIndex((box) => box.serial === serial) + (event.key === 'ArrowDown' ? 1 : -1);
      const next = boxes[at];
      if (next !== undefined) {
        const node = this.hits.get(next.serial)!;
        for (const other of this.marked) {
          set(other, { tabindex: -1 });
        }
        this.mark(node, next.serial === this.selected);
        node.focus();
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

function isFold(target: EventTarget | null): boolean {
  return (target as Element | null)?.closest?.('.msim-fold') != null;
}
