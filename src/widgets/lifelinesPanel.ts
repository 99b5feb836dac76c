/// The lifelines of a cell's objects, and a second way to move in time: click or drag.

import type { LifeRow, Lifelines } from '../views/lifelines';
import { CHARACTER } from '../views/frames';
import { SMALL_CHARACTER } from '../views/layout';
import { clipMiddle } from '../views/words';
import type { Words } from '../views/words';
import { Disposables, html, set, svg, textScale } from './dom';
import type { ViewSize } from './heapView';
import { Roving, STOP, stop } from './roving';

export interface LifelinesPanelOptions {
  readonly document: Document;
  readonly words: Words;
  readonly lifelines: Lifelines;
  /// Of the cell, at a moment; 0 = none.
  readonly lineAt: (moment: number) => number;
  readonly onSeek: (moment: number) => void;
  /// The label of an object's row was pressed.
  readonly onSelect: (serial: number) => void;
  /// A drag begins or ends.
  readonly onDrag: (on: boolean) => void;
}

/// Of the labels, at most, and as a share of the width at most.
const LABEL_WIDTH = 196;
const LABEL_SHARE = 0.4;
/// Below this width the drawing is scrolled.
const LEAST_WIDTH = 280;
const RIGHT = 24;
const HEAD = 32;
const ROW = 24;
const FOOT = 26;
/// Where the line numbers stand below the rows, and how far apart at least.
const TICK_DOWN = 20;
const TICK_GAP = 4;
const DEFAULT_WIDTH = 900;
/// A count above this is drawn no thicker.
const MAX_THICKNESS = 14;

/// Empty until `fit`.
export class LifelinesPanel {
  readonly element: HTMLElement;
  private readonly canvas: SVGSVGElement;
  private readonly marker: SVGElement;
  private readonly disposables = new Disposables();
  /// In the drawing's units, of which each takes `scale` pixels.
  private width = 0;
  private scale = 1;
  private at = 0;
  private dragging = false;
  /// Characters of the longest label.
  private readonly longest: number;
  private readonly stops: Roving;

  constructor(private readonly options: LifelinesPanelOptions) {
    const { document, words } = options;
    this.element = html(document, 'div', 'msim-lifelines');
    this.canvas = svg(document, 'svg', { role: 'group', 'aria-label': words.__('Lifelines') });
    this.stops = new Roving({ root: this.element, next: ['ArrowDown'], back: ['ArrowUp'], onPress: (serial) => options.onSelect(serial) }, this.disposables);
    this.marker = svg(document, 'g', { class: 'msim-now' });
    this.longest = options.lifelines.rows.reduce((most, { label }) => Math.max(most, label.length), 0);
    this.element.hidden = options.lifelines.rows.length === 0;
    this.element.appendChild(this.canvas);
    this.disposables.listen<PointerEvent>(this.canvas, 'pointerdown', (event) => {
      const label = (event.target as Element | null)?.closest?.('[data-row]')?.getAttribute('data-row');
      if (label != null) {
        options.onSelect(Number(label));
        return;
      }
      this.dragging = event.button === 0;
      options.onDrag(this.dragging);
      this.seekTo(event);
    });
    this.disposables.listen<PointerEvent>(this.canvas, 'pointermove', (event) => this.seekTo(event));
    for (const type of ['pointerup', 'pointercancel', 'pointerleave']) {
      this.disposables.listen(this.canvas, type, () => {
        if (this.dragging) {
          this.dragging = false;
          options.onDrag(false);
        }
      });
    }
  }

  /// Draws, if there is a new width to fill.
  fit(size?: ViewSize): void {
    if (this.measure(size) !== this.width) {
      this.redraw(size);
    }
  }

  /// Marks the moment that is shown.
  show(moment: number): void {
    this.at = moment;
    const { document } = this.options;
    const x = this.x(moment);
    const bottom = this.height() - FOOT + 2;
    this.marker.replaceChildren(
      svg(document, 'path', { d: `M${x} ${HEAD - 6}V${bottom}` }),
      svg(document, 'path', { class: 'msim-now-foot', d: `M${x - 6} ${bottom}h12l-6 -8z` })
    );
    this.showLine(x);
  }

  /// The number of the line that is shown, in place of those that it would cover.
  private showLine(x: number): void {
    const line = this.options.lineAt(this.at);
    const text = line === 0 ? '' : String(line);
    const half = (text.length * SMALL_CHARACTER) / 2;
    if (line !== 0) {
      const number = svg(this.options.document, 'text', { class: 'msim-caption mod-now', x: round(x - half), y: this.height() - FOOT + TICK_DOWN, 'aria-hidden': 'true' }, text);
      this.marker.append(number);
    }
    for (const { node, from, to } of this.ticks) {
      set(node, { visibility: line !== 0 && from < x + half + TICK_GAP && to > x - half - TICK_GAP ? 'hidden' : 'visible' });
    }
  }

  /// The numbers of lines, and what each covers.
  private ticks: { readonly node: SVGElement; readonly from: number; readonly to: number }[] = [];

  /// Marks the row of an object that another panel points at.
  point(serial: number | undefined): void {
    for (const label of Array.from(this.canvas.querySelectorAll('[data-row]'))) {
      label.classList.toggle('mod-pointed', label.getAttribute('data-row') === String(serial));
    }
  }

  dispose(): void {
    this.disposables.dispose();
    this.element.remove();
  }

  private measure(size?: ViewSize): number {
    this.scale = size?.scale ?? textScale(this.element);
    return Math.max(LEAST_WIDTH, ((size?.width ?? this.element.clientWidth) || DEFAULT_WIDTH) / this.scale);
  }

  private get labelWidth(): number {
    return Math.min(Math.max(LABEL_WIDTH, this.longest * CHARACTER + 24), this.width * LABEL_SHARE);
  }

  private height(): number {
    return HEAD + this.options.lifelines.rows.length * ROW + FOOT;
  }

  private x(moment: number): number {
    const { end } = this.options.lifelines;
    const from = this.labelWidth;
    return round(from + ((this.width - RIGHT - from) * Math.min(moment, end + 1)) / Math.max(1, end + 1));
  }

  private seekTo(event: PointerEvent): void {
    if (!this.dragging) {
      return;
    }
    const { end } = this.options.lifelines;
    const box = this.canvas.getBoundingClientRect();
    const share = ((event.clientX - box.left) / this.scale - this.labelWidth) / Math.max(1, this.width - RIGHT - this.labelWidth);
    this.options.onSeek(Math.max(0, Math.min(end, Math.round(share * (end + 1)))));
  }

  private redraw(size?: ViewSize): void {
    const { document, words, lifelines } = this.options;
    this.width = this.measure(size);
    const height = this.height();
    set(this.canvas, { width: this.width * this.scale, height: height * this.scale, viewBox: `0 0 ${this.width} ${height}` });
    const { hasFocus } = this.stops;
    this.canvas.replaceChildren(svg(document, 'text', { class: 'msim-caption', x: 16, y: 20, 'aria-hidden': 'true' }, words.__('LIFELINES · thickness = refcount')));
    const bottom = height - FOOT;
    this.drawBands(bottom);
    lifelines.rows.forEach((row, i) => this.drawRow(row, HEAD + i * ROW + ROW / 2));
    this.drawTicks(bottom + TICK_DOWN);
    this.canvas.append(this.marker);
    this.stops.update(Array.from(this.canvas.querySelectorAll(`.${STOP}`)), hasFocus);
    this.show(this.at);
  }

  /// Each collection, with as long a label as there is room for before the next one.
  private drawBands(bottom: number): void {
    const { document, lifelines: { bands } } = this.options;
    let free = 220;
    bands.forEach(({ from, to, label, short }, i) => {
      const x = this.x(from);
      const width = Math.max(6, this.x(to) - x);
      const band = svg(document, 'rect', { class: 'msim-band', x, y: HEAD - 4, width, height: bottom - HEAD + 4 });
      band.append(svg(document, 'title', {}, label));
      this.canvas.append(band);
      const next = bands[i + 1];
      const limit = next === undefined ? this.width - 8 : this.x(next.from) - 8;
      const text = [label, short].find((each) => Math.max(free, Math.min(x, limit - each.length * SMALL_CHARACTER)) + each.length * SMALL_CHARACTER <= limit);
      if (text !== undefined) {
        const start = Math.max(free, Math.min(x, limit - text.length * SMALL_CHARACTER));
        this.canvas.append(svg(document, 'text', { class: 'msim-caption mod-gc', x: start, y: 20, 'aria-hidden': 'true' }, text));
        free = start + text.length * SMALL_CHARACTER + 10;
      }
    });
  }

  private drawRow(row: LifeRow, y: number): void {
    const { document } = this.options;
    const group = svg(document, 'g', { class: row.serial === undefined ? 'msim-life mod-many' : 'msim-life' });
    const label = svg(document, 'text', { x: 16, y: y + 4 }, clipMiddle(row.label, Math.floor((this.labelWidth - 16) / CHARACTER)));
    if (row.serial === undefined) {
      set(group, { role: 'img', 'aria-label': row.description });
    } else {
      set(label, { 'data-row': row.serial });
      stop(label, row.serial, row.description);
    }
    group.append(svg(document, 'title', {}, row.description), label);
    for (const { from, to, count, garbage } of row.stretches) {
      const x = this.x(from);
      const thickness = count < 0 ? MAX_THICKNESS : Math.min(MAX_THICKNESS, Math.max(2, count * 4));
      const width = Math.max(1, this.x(to) - x);
      group.append(svg(document, 'rect', { class: garbage ? 'msim-stretch mod-garbage' : 'msim-stretch', x, y: y - thickness / 2, width, height: thickness }));
      if (garbage) {
        // Stripes across the line: garbage is told by more than its colour.
        for (let s = x + 5; s < x + width - 2; s += 9) {
          group.append(svg(document, 'path', { class: thickness > 6 ? 'msim-stripe mod-thick' : 'msim-stripe', d: `M${s} ${y + 5}l5 -10` }));
        }
      }
    }
    if (row.freed !== undefined) {
      const x = this.x(row.freed);
      group.append(svg(document, 'path', { class: 'msim-freed', d: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8` }));
    }
    if (row.alive.length > 0) {
      group.append(svg(document, 'path', { class: 'msim-alive', d: this.curve(row, y) }));
    }
    this.canvas.append(group);
  }

  private curve(row: LifeRow, y: number): string {
    const most = row.alive.reduce((highest, [, n]) => Math.max(highest, n), 1);
    const base = y + 8;
    let path = `M${this.x(row.alive[0]![0])} ${base}`;
    for (const [moment, n] of row.alive) {
      path += `H${this.x(moment)}V${round(base - (16 * n) / most)}`;
    }
    return path + `H${this.x(this.options.lifelines.end + 1)}V${base}z`;
  }

  /// Line numbers where there is room for them.
  private drawTicks(y: number): void {
    const { document, words, lifelines } = this.options;
    let free = 0;
    this.ticks = [];
    lifelines.ticks.forEach(({ moment, line }, i) => {
      const own = this.x(moment);
      // The sign for a loop may stand anywhere in it.
      const next = lifelines.ticks[i + 1];
      const x = line === 0 && (next === undefined || free + 20 < this.x(next.moment)) ? Math.max(own, free) : own;
      const text = i === 0 ? words.__('line %1', line) : line === 0 ? '↻' : String(line);
      if (x >= free) {
        const tick = svg(document, 'text', { class: 'msim-caption', x, y, 'aria-hidden': 'true' }, text);
        tick.append(svg(document, 'title', {}, line === 0 ? words.__('the same lines again') : words.__('line %1', line)));
        this.canvas.append(tick);
        this.ticks.push({ node: tick, from: x, to: x + text.length * SMALL_CHARACTER });
        free = x + text.length * SMALL_CHARACTER + 8;
      }
    });
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
