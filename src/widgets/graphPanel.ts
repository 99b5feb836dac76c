/// Names, objects and references of one moment, drawn from its scene.

import { CHARACTER, HEADER, SMALL_CHARACTER } from '../views/layout';
import { arrowHead, pathData } from '../views/routes';
import type { Scene, SceneBox, SceneEdge, SceneName } from '../views/scene';
import { hatchPath, tagWidth } from '../views/shapes';
import type { Words } from '../views/words';
import { Disposables, Keyed, html, set, svg, textScale } from './dom';
import type { ViewSize } from './heapView';

export interface GraphPanelOptions {
  readonly document: Document;
  readonly words: Words;
  /// An object was chosen by click or key.
  readonly onSelect: (serial: number) => void;
  /// The box of a group was: its members are to be shown one by one.
  readonly onExpand: (group: string) => void;
  /// The visible part has changed: draw again.
  readonly onScroll: () => void;
  /// How wide the picture is at any moment.
  readonly widthOfAll: () => number;
}

/// Boxes that are drawn beyond the visible part, in pixels up and down.
const MARGIN = 300;
/// A panel that is still empty has this height when it is first drawn.
const LEAST = 640;
/// The share of its height that a picture must not use before it shrinks.
const SHRINKS_BELOW = 0.62;
/// A picture shrinks by itself to this at most.
const LEAST_FIT = 0.8;
/// The frame of the chosen box stands off by this.
const RING = 6;
const MIN_ZOOM = 0.25;
const MAX_ZOOM = 4;

export class GraphPanel {
  readonly element: HTMLElement;
  private readonly canvas: SVGSVGElement;
  private readonly frames: Keyed;
  private readonly names: Keyed;
  private readonly boxes: Keyed;
  private readonly edges: Keyed;
  private readonly marks: Keyed;
  private readonly hits: Keyed;
  private readonly divider: SVGElement;
  private readonly title: SVGElement;
  private readonly disposables = new Disposables();
  private scene: Scene | undefined;
  private selected: number | undefined;
  private drawnTop = 0;
  private scale = 1;
  private isZoomed = false;
  /// The extent of the drawing. It grows at need and shrinks only by much: what stands below should rarely move.
  private grown = { width: 0, height: 0 };
  private pan: { x: number; y: number; left: number; top: number } | undefined;

  constructor(private readonly options: GraphPanelOptions) {
    const { document, words } = options;
    this.element = html(document, 'div', 'msim-graph');
    this.canvas = svg(document, 'svg', { role: 'group', 'aria-label': words.__('Names and objects') });
    this.title = svg(document, 'text', { class: 'msim-caption' });
    this.divider = svg(document, 'path', { class: 'msim-divider' });
    const layer = (name: string, hidden = false, label = ''): Keyed => {
      const group = svg(document, 'g', { class: name, ...(hidden && { 'aria-hidden': 'true' }), ...(label !== '' && { role: 'group', 'aria-label': label }) });
      this.canvas.appendChild(group);
      return new Keyed(group);
    };
    this.canvas.append(this.divider, this.title);
    this.frames = layer('msim-frames');
    this.names = layer('msim-names', false, words.__('Names'));
    // Under the boxes, so that the frame of the chosen one goes around it.
    this.hits = layer('msim-hits', false, words.__('Objects'));
    this.boxes = layer('msim-boxes', true);
    this.edges = layer('msim-edges', true);
    this.marks = layer('msim-marks', true);
    this.element.appendChild(this.canvas);
    this.disposables.listen<MouseEvent>(this.canvas, 'click', (event) => this.choose(event));
    this.disposables.listen<KeyboardEvent>(this.canvas, 'keydown', (event) => this.onKey(event));
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
    this.disposables.listen(this.element, 'scroll', () => {
      if (Math.abs(this.element.scrollTop - this.drawnTop) > MARGIN / 2) {
        options.onScroll();
      }
    });
  }

  /// The part of the picture that is worth drawing; all of it where nothing has a size (no layout yet).
  window(): { top: number; bottom: number } | undefined {
    if (this.isExpected && !this.element.isConnected) {
      return { top: -MARGIN, bottom: LEAST / this.scale + MARGIN };
    }
    const { scrollTop, clientHeight } = this.element;
    return clientHeight === 0 ? undefined : { top: scrollTop / this.scale - MARGIN, bottom: (scrollTop + Math.max(clientHeight, LEAST)) / this.scale + MARGIN };
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

  /// Takes over the host's size of text, or a little less if all of the width can be seen so, unless the learner has chosen a size.
  fit(size?: ViewSize): void {
    this.isExpected = size !== undefined;
    if (!this.isZoomed) {
      const clientWidth = size?.width ?? this.element.clientWidth;
      const scale = size?.scale ?? textScale(this.element);
      this.scale = clientWidth === 0 ? scale : Math.max(scale * LEAST_FIT, Math.min(scale, clientWidth / this.options.widthOfAll()));
    }
  }
  private isExpected = false;

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
    for (const node of Array.from(this.canvas.querySelectorAll('.mod-pointed'))) {
      node.classList.remove('mod-pointed');
    }
    this.hits.get(String(serial))?.classList.add('mod-pointed');
  }

  private size(): void {
    if (this.scene === undefined) {
      return;
    }
    const keep = this.isHeld || this.scene.height > this.grown.height * SHRINKS_BELOW;
    const width = Math.max(this.grown.width, this.scene.width);
    const height = keep ? Math.max(this.grown.height, this.scene.height) : this.scene.height;
    this.grown = { width, height };
    set(this.canvas, { width: width * this.scale, height: height * this.scale, viewBox: `0 0 ${width} ${height}` });
    set(this.divider, { d: `M${this.scene.titleX - 52} 12V${height - 12}` });
  }

  /// A drag on the ground moves the picture.
  private grab(event: PointerEvent): void {
    if (event.button === 0 && event.pointerType === 'mouse' && this.serialAt(event.target) === undefined && (event.target === this.canvas || event.target === this.element)) {
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
    this.drawnTop = this.element.scrollTop;
    this.size();
    set(this.title, { x: scene.titleX, y: 30 });
    this.title.textContent = scene.title;
    const group = (): SVGElement => svg(document, 'g');
    this.frames.update(scene.frames, (frame) => String(frame.depth), group, (node, frame) => {
      node.append(svg(document, 'text', { class: 'msim-caption', x: 16, y: frame.y + 12 }, frame.title));
      if (frame.more > 0) {
        node.append(svg(document, 'text', { class: 'msim-caption', x: 16, y: frame.moreY }, `⋯ +${frame.more}`));
      }
    });
    this.names.update(scene.names, (name) => name.key, group, (node, name) => this.fillName(node, name));
    this.boxes.update(scene.boxes, (box) => String(box.serial), group, (node, box) => this.fillBox(node, box));
    this.edges.update(scene.edges, (edge) => edge.key, group, (node, edge) => this.fillEdge(node, edge));
    const taken = scene.edges.filter((edge) => edge.status === 'subtracted');
    this.marks.update(taken, (edge) => edge.key, group, (node, edge) => {
      const { x, y } = edge.middle;
      node.setAttribute('class', 'msim-minus');
      node.append(svg(document, 'circle', { cx: x, cy: y, r: 9 }), svg(document, 'text', { x, y: y + 3.5 }, '−1'));
    });
    this.hits.update(scene.boxes, (box) => String(box.serial), () => svg(document, 'rect'), (node, box) => this.fillHit(node, box));
    this.markSelected();
  }

  /// Brings what has just changed into the visible part.
  reveal(): void {
    const boxes = this.scene?.boxes.filter((box) => box.changed) ?? [];
    // Where no object has changed, a name may have: the innermost frame's is the last.
    const changed = boxes.length > 0 ? boxes : (this.scene?.names.filter((name) => name.changed).slice(-1) ?? []);
    const { clientHeight, scrollTop } = this.element;
    if (changed.length === 0 || clientHeight === 0) {
      return;
    }
    const { scale } = this;
    if (changed.some((box) => box.y * scale >= scrollTop && (box.y + box.height) * scale <= scrollTop + clientHeight)) {
      return;
    }
    this.element.scrollTop = Math.max(0, (Math.min(...changed.map((box) => box.y)) - 60) * scale);
  }

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
    for (const box of boxes) {
      const node = this.hits.get(String(box.serial))!;
      set(node, { tabindex: box.serial === stop ? 0 : -1, 'aria-pressed': String(box.serial === this.selected) });
    }
  }

  private choose(event: Event): void {
    const serial = this.serialAt(event.target);
    if (serial !== undefined) {
      this.press(serial, event.target);
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
    if (serial === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      this.press(serial, event.target);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const boxes = this.scene?.boxes ?? [];
      const at = boxes.findIndex((box) => box.serial === serial) + (event.key === 'ArrowDown' ? 1 : -1);
      const next = boxes[at];
      if (next !== undefined) {
        const node = this.hits.get(String(next.serial))!;
        set(node, { tabindex: 0 });
        node.focus();
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private fillName(node: SVGElement, name: SceneName): void {
    const { document } = this.options;
    set(node, { class: classes('msim-name', name.changed && 'mod-changed', name.gone && 'mod-gone', name.temporary === true && 'mod-temporary', name.borrowed === true && 'mod-borrowed'), role: 'img', 'aria-label': name.description });
    node.append(
      svg(document, 'title', {}, name.description),
      svg(document, 'rect', { x: name.x, y: name.y, width: name.width, height: name.height, rx: 3 }),
      svg(document, 'text', { x: name.x + 10, y: name.y + 16, class: 'msim-identifier' }, name.name)
    );
    if (name.dot) {
      node.append(svg(document, 'circle', { cx: name.dot.x, cy: name.dot.y, r: 3.5 }));
    } else if (name.gone) {
      node.append(svg(document, 'path', { d: `M${name.x + 8} ${name.y + 12}h${name.name.length * CHARACTER + 4}`, class: 'msim-strike' }));
    } else {
      node.append(svg(document, 'text', { x: name.x + name.width - 10, y: name.y + 16, class: 'msim-dim', 'text-anchor': 'end' }, name.text));
    }
  }

  private fillBox(node: SVGElement, box: SceneBox): void {
    const { document } = this.options;
    set(node, { class: classes('msim-box', box.changed && 'mod-changed', box.group !== undefined && 'mod-group'), 'data-status': box.status });
    const { x, y, width, height } = box;
    if (box.changed) {
      node.append(svg(document, 'rect', { class: 'msim-halo', x: x - 4, y: y - 4, width: width + 8, height: height + 8, rx: 8 }));
    }
    if (box.group !== undefined) {
      // A second sheet behind: one box stands for many.
      node.append(svg(document, 'rect', { class: 'msim-body', x: x + 4, y: y + 4, width, height, rx: 5 }));
    }
    node.append(svg(document, 'rect', { class: 'msim-body', x, y, width, height, rx: 5 }));
    if (box.status === 'garbage') {
      node.append(svg(document, 'path', { class: 'msim-hatch', d: hatchPath(x, y, width, height) }));
    }
    node.append(svg(document, 'text', { class: 'msim-type', x: x + 12, y: y + 20 }, box.type));
    const left = this.fillBadges(node, box);
    const addressX = x + 12 + box.type.length * CHARACTER + 8;
    if (addressX + box.address.length * SMALL_CHARACTER < left - 4) {
      node.append(svg(document, 'text', { class: 'msim-address', x: addressX, y: y + 20 }, box.address));
    }
    if (box.rows.length > 0) {
      node.append(svg(document, 'path', { class: 'msim-rule', d: `M${x} ${y + HEADER}h${width}` }));
    }
    for (const row of box.rows) {
      const lit = row.changed ? ' mod-changed' : '';
      if (row.changed) {
        node.append(svg(document, 'rect', { class: 'msim-lit', x: x + 6, y: row.y - 12, width: width - 12, height: 16, rx: 2 }));
      }
      node.append(svg(document, 'text', { class: 'msim-dim' + lit, x: x + 12, y: row.y }, row.label));
      if (row.text !== '') {
        node.append(svg(document, 'text', { class: 'msim-value', x: row.textX, y: row.y }, row.text));
      }
      if (row.dot) {
        node.append(svg(document, 'circle', { class: 'msim-dot', cx: row.dot.x, cy: row.dot.y, r: 3.5 }));
      }
    }
    if (box.tag !== '') {
      this.fillTag(node, 'msim-tag', box.tag, x + 10, y);
    }
    if (box.countNote !== '') {
      this.fillTag(node, 'msim-tag mod-count', box.countNote, x + width - 10 - tagWidth(box.countNote), y);
    }
  }

  /// What is pointed at and focused: it says in words all that the box draws. It stays when
  /// the box is drawn anew, and so does the focus.
  private fillHit(node: SVGElement, box: SceneBox): void {
    set(node, {
      class: 'msim-hit', x: box.x - RING, y: box.y - RING, width: box.width + 2 * RING, height: box.height + 2 * RING, rx: 9,
      'data-serial': box.serial, role: 'button', 'aria-label': box.description, ...(box.group !== undefined && { 'data-group': box.group })
    });
    node.append(svg(this.options.document, 'title', {}, box.description));
  }

  /// The round badge is `ob_refcnt`, the square one `gc_refs`; the result is where they begin.
  private fillBadges(node: SVGElement, box: SceneBox): number {
    const { document } = this.options;
    const width = Math.max(28, box.badge.length * CHARACTER + 14);
    let left = box.x + box.width - 8;
    if (box.gcRefs !== undefined) {
      const square = Math.max(26, box.gcRefs.length * CHARACTER + 12);
      left -= square;
      node.append(
        svg(document, 'rect', { class: 'msim-gcrefs', x: left, y: box.y + 6, width: square, height: 19, rx: 3 }),
        svg(document, 'text', { class: 'msim-gcrefs', x: left + square / 2, y: box.y + 20 }, box.gcRefs)
      );
      left -= 6;
    }
    left -= width;
    node.append(
      svg(document, 'rect', { class: 'msim-badge', x: left, y: box.y + 5, width, height: 20, rx: 10 }),
      svg(document, 'text', { class: 'msim-badge', x: left + width / 2, y: box.y + 19 }, box.badge)
    );
    return left;
  }

  private fillTag(node: SVGElement, className: string, text: string, x: number, y: number): void {
    const { document } = this.options;
    node.append(
      svg(document, 'rect', { class: className, x, y: y - 11, width: tagWidth(text), height: 15, rx: 3 }),
      svg(document, 'text', { class: className, x: x + tagWidth(text) / 2, y }, text)
    );
  }

  private fillEdge(node: SVGElement, edge: SceneEdge): void {
    const { document } = this.options;
    set(node, { class: classes('msim-edge', edge.changed && 'mod-changed', edge.borrowed === true && 'mod-borrowed'), 'data-status': edge.status });
    node.append(
      svg(document, 'path', { class: 'msim-line', d: pathData(edge.points) }),
      svg(document, 'path', { class: 'msim-arrow', d: arrowHead(edge.points) })
    );
  }
}

function classes(...names: (string | false)[]): string {
  return names.filter((name) => name !== false).join(' ');
}
