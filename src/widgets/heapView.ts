/// The heap view under a cell: a trace, step by step, in both directions.

import { finding } from '../views/find';
import type { Anchor } from '../views/layout';
import { noteOf } from '../views/notes';
import type { Picture } from '../views/picture';
import type { Position } from '../views/stepping';
import type { Words } from '../views/words';
import { Below } from './below';
import type { Shown } from './below';
import { Disposables, html, keepFocus, set, textScale } from './dom';
import { GraphPanel } from './graphPanel';
import { isHeapViewKey, stepOfKey } from './keys';
import { Panels } from './panels';
import { PhaseBar } from './phaseBar';
import { Player } from './player';
import { save } from './saving';
import { SayLine } from './sayLine';
import { Tabs } from './tabs';
import type { Tab } from './tabs';
import { Toolbar } from './toolbar';
import type { Move } from './toolbar';
import { watch } from './watching';

/// Where the view stands now.
export interface StepEvent {
  /// 0 = before the cell .. `steps` = after it.
  readonly step: number;
  readonly steps: number;
  /// The line that ran, 1-based in `file`; 0 = none.
  readonly line: number;
  readonly file: string;
  /// The line is one of this cell's own.
  readonly inCell: boolean;
}

export interface HeapViewOptions {
  /// Of a payload that `readTrace` let through.
  readonly picture: Picture;
  readonly document: Document;
  /// The step to begin with; the last one if absent.
  readonly step?: number;
  /// Where objects stand, by serial number: shared by the views of one heap, so that an object keeps its place over
  /// cells. A view reads it when it is made, and adds the places of what is there after its cell.
  readonly places?: Map<number, Anchor>;
  /// Called after each move to another step, not for the first drawing.
  readonly onStep?: (event: StepEvent) => void;
  /// Breakpoints were set or removed by hand in the view; 1-based lines of the cell, in order.
  readonly onBreakpoints?: (lines: readonly number[]) => void;
  /// Calls back when what is drawn now has been painted, unless the function that it gives is called first. With it, the
  /// picture is there at once and what stands below it comes then.
  readonly afterPaint?: (callback: () => void) => () => void;
}

/// What a view has for itself.
export interface ViewSize {
  /// In pixels.
  readonly width: number;
  /// How much larger the host's text is than that which drawings are made for.
  readonly scale: number;
}

export class HeapView {
  readonly element: HTMLElement;
  private picture: Picture;
  private readonly words: Words;
  private readonly toolbar: Toolbar;
  private readonly tabs: Tabs;
  private readonly graph: GraphPanel;
  private readonly stage: HTMLElement;
  private panels: Panels;
  private readonly player: Player;
  private say: SayLine;
  private phases: PhaseBar;
  private readonly note: HTMLElement;
  /// What belongs to the graph: how to read it, and the row of controls.
  private readonly under: HTMLElement;
  private readonly disposables = new Disposables();
  private at: number;
  /// The part of the moment that is shown; 0 = all of it.
  private part = 0;
  /// The step that the learner is to predict: its line is told, and what it does is not shown yet.
  private asked: Position | undefined;
  private selected: number | undefined;
  private tab: Tab = 'graph';
  /// Out of sight, nothing is drawn; `stale` then says that something is to be.
  private visible = true;
  private stale = false;

  constructor(private readonly options: HeapViewOptions) {
    const { document, picture } = options;
    const words = (this.words = picture.words);
    this.picture = picture;
    this.rememberPlaces();
    this.at = this.clamp(options.step ?? this.end);

    this.element = html(document, 'div', 'msim-HeapView');
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'group');
    this.tabs = new Tabs(document, words, (tab) => this.open(tab));
    this.toolbar = new Toolbar({ document, words, tabs: this.tabs.element, onMove: (move) => this.move(move), onSeek: (n) => this.jump(n) });
    this.toolbar.end = this.end;

    this.player = new Player({
      window: document.defaultView, pace: () => this.toolbar.pace,
      onStep: () => {
        const goesOn = this.tick();
        if (!goesOn) {
          this.play(false);
        }
        return goesOn;
      }
    });
    this.panels = this.makePanels();
    this.say = new SayLine(document, picture);
    this.phases = new PhaseBar({ document, picture, onSeek: (n) => this.jump(n) });
    this.graph = new GraphPanel({ document, words, onSelect: (serial) => this.select(serial), onExpand: (group) => this.below.bar.expand(group), onAllNames: () => this.below.bar.showNames(), onScroll: () => this.drawGraph(), extentOfAll: () => this.picture.layout });
    this.stage = html(document, 'div', 'msim-stage');
    this.stage.setAttribute('role', 'tabpanel');
    this.note = html(document, 'p', 'msim-note');
    this.under = html(document, 'div', 'msim-under');
    this.under.append(this.note);
    this.element.append(this.toolbar.element, this.say.element, this.phases.element, this.stage, this.under);
    this.disposables.listen<KeyboardEvent>(this.element, 'keydown', (event) => this.onKey(event));
    this.open('graph');
    this.afterPaint(() => {
      this.complete();
      this.watch();
    });
  }

  /// Shows another run in place of this one, at its end. What the learner has chosen of the view stays, and the page keeps most of
  /// the view's elements.
  renew(picture: Picture): void {
    const { panels, say, phases, madeBelow, tab, options: { document } } = this;
    this.player.stop();
    this.picture = picture;
    this.rememberPlaces();
    this.toolbar.end = this.at = this.end;
    this.part = 0;
    this.asked = this.selected = this.madeBelow = undefined;
    this.panels = this.makePanels();
    this.say = new SayLine(document, picture);
    say.element.replaceWith(this.say.element);
    this.phases = new PhaseBar({ document, picture, onSeek: (n) => this.jump(n) });
    phases.element.replaceWith(this.phases.element);
    phases.dispose();
    this.graph.reset();
    if (tab !== 'graph') {
      this.open(tab);
    }
    panels.dispose();
    // The page has changes that are not laid out yet: it is not asked for sizes now.
    this.graph.fit(this.size);
    this.redraw(this.graph.lastWindow);
    // What stands below keeps its place until the picture is painted.
    this.afterPaint(() => {
      madeBelow?.dispose();
      this.complete();
    });
  }

  /// Whether the view is in sight, as far as it knows.
  get isInSight(): boolean {
    return this.visible && this.isFitted;
  }

  private afterPaint(callback: () => void): void {
    const { afterPaint } = this.options;
    if (afterPaint === undefined) {
      callback();
    } else {
      this.disposables.add(afterPaint(callback));
    }
  }

  private makePanels(): Panels {
    return new Panels({
      document: this.options.document, picture: this.picture, onSeek: (n) => this.jump(n), onSelect: (serial) => this.choose(serial),
      onPoint: (serial) => {
        this.graph.point(serial);
        this.below.lives.point(serial);
      }
    });
  }

  /// Makes what need not be there at first.
  private complete(): void {
    this.madeBelow ??= this.makeBelow();
    if (this.isFitted) {
      this.madeBelow.show(this.shown);
    }
  }

  private get below(): Below {
    return (this.madeBelow ??= this.makeBelow());
  }
  private madeBelow: Below | undefined;

  private makeBelow(): Below {
    const { picture, options } = this;
    const { document } = options;
    const below = new Below({
      document, picture, onSeek: (n) => this.jump(n), onSelect: (serial) => this.select(serial), onChoose: (serial) => this.choose(serial), onDrag: (on) => this.graph.hold(on),
      onLine: (line) => void this.seekLine(line), onBreakpoints: (lines) => options.onBreakpoints?.(lines),
      onArrange: (wishes) => below.arranging.begin(picture.arranging(wishes), () => {
        this.graph.reset();
        this.redraw();
      }),
      onZoom: (factor) => this.graph.zoom(factor === undefined ? undefined : this.graph.zoomed * factor),
      onFind: (query) => below.searching.begin(finding(query, picture, this.at, this.part, this.selected), (found) => {
        below.bar.say(found.text);
        this.bring(found.serial);
      }),
      onSave: (as) => void save(picture, this.at, as, document, this.part).then((text) => below.bar.say(text))
    });
    below.lines.set(this.breakpoints);
    if (this.isFitted) {
      below.fit(this.size);
    }
    this.under.append(below.bar.element);
    this.element.append(...below.elements);
    return below;
  }

  /// The step that is shown: 0 = before the cell .. `end` = after it.
  get step(): number {
    return this.at;
  }

  get end(): number {
    return this.picture.timeline.end;
  }

  get position(): StepEvent {
    return this.positionOf(this.at);
  }

  private positionOf(moment: number): StepEvent {
    const { line, file } = this.picture.timeline.moments[moment]!;
    return { step: this.at, steps: this.end, line, file, inCell: line > 0 && file === this.picture.payload.file };
  }

  /// Shows step `n`, or a part of it, and tells `onStep`, if that is a move.
  seek(n: number, part = 0): void {
    const target = this.clamp(n);
    if (target === this.at && part === this.part && this.asked === undefined) {
      return;
    }
    this.asked = undefined;
    this.at = target;
    this.part = part;
    if (this.tab === 'graph' && this.isInSight) {
      this.graph.follow(this.picture.changed(target, part), () => this.redraw());
    } else {
      this.redraw();
    }
    this.options.onStep?.(this.position);
  }

  /// Chooses an object, whose details then stand below the picture; undefined = none.
  select(serial: number | undefined): void {
    this.choose(serial === this.selected ? undefined : serial);
  }

  /// The next step in which this line of the cell runs; false if none does.
  seekLine(line: number): boolean {
    const moment = this.picture.stepping.nextOfLine(line, this.at);
    if (moment !== undefined) {
      this.jump(moment);
    }
    return moment !== undefined;
  }

  /// The lines of the cell at which playing and long steps stop, in place of those before.
  setBreakpoints(lines: readonly number[]): void {
    this.breakpoints = lines;
    this.madeBelow?.lines.set(lines);
  }
  private breakpoints: readonly number[] = [];

  /// Opens a tab.
  open(tab: Tab): void {
    this.tab = tab;
    this.tabs.show(tab);
    this.stage.setAttribute('aria-label', this.tabs.titles[tab]);
    const panel = tab === 'graph' ? undefined : this.panels.open(tab);
    this.stage.replaceChildren(panel === undefined ? this.graph.element : panel.element);
    this.under.hidden = panel !== undefined;
    this.redraw();
  }

  /// Starts playing at this step (from the first, if this is the last), or stops.
  play(on: boolean): void {
    this.player.stop();
    if (on && this.end > 0) {
      if (this.at === this.end) {
        this.seek(0);
      }
      this.player.start();
    }
    this.showStep();
  }

  /// Draws at the size the element has now, or will have. It does so by itself when it is first seen, and whenever the size
  /// changes.
  fit(size?: ViewSize): void {
    this.isFitted = true;
    if (!this.visible) {
      this.stale = true;
      return;
    }
    this.size = size ?? { width: this.element.clientWidth, scale: textScale(this.element) };
    this.madeBelow?.fit(size);
    this.graph.fit(size);
    this.redraw();
  }
  private isFitted = false;
  /// What the view is drawn for; undefined before it is.
  size: ViewSize | undefined;

  dispose(): void {
    this.player.stop();
    // First, so that nothing else changes the page.
    this.element.remove();
    this.disposables.dispose();
    this.toolbar.dispose();
    this.tabs.dispose();
    this.phases.dispose();
    this.panels.dispose();
    this.graph.dispose();
    this.madeBelow?.dispose();
  }

  private rememberPlaces(): void {
    const { places } = this.options;
    if (places === undefined) {
      return;
    }
    for (const { serial, freed } of this.picture.timeline.at(this.end).objects.values()) {
      const place = this.picture.layout.places.get(serial);
      if (!freed && place !== undefined && place.group === undefined) {
        places.set(serial, { column: place.depth, page: place.page, y: place.y + this.picture.layout.lift });
      }
    }
  }

  /// Chooses an object and brings it in sight, if it is one.
  private bring(serial: number | undefined): void {
    if (serial !== undefined) {
      this.choose(serial);
      this.graph.scrollTo(this.picture.layout.places.get(serial));
    }
  }

  private choose(serial: number | undefined): void {
    this.selected = serial;
    this.redraw();
  }

  /// One step in the chosen manner, or in a coarser one; where there is none, nothing moves.
  private beside(direction: 1 | -1, coarser = false): Position {
    const { mode } = this.toolbar;
    const by = !coarser ? mode : mode === 'instruction' ? 'line' : 'over';
    const here = { moment: this.at, part: this.part };
    return this.picture.stepping.from(by, here, direction, this.selected, this.below.lines.breakpoints) ?? here;
  }

  /// A step of playing; false at the end and at a breakpoint.
  private tick(): boolean {
    const to = this.beside(1);
    if (to.moment === this.at && to.part === this.part) {
      return false;
    }
    const { line } = this.position;
    this.seek(to.moment, to.part);
    const { position } = this;
    return this.at !== this.end && !(position.inCell && position.line !== line && this.below.lines.breakpoints.has(position.line));
  }

  private clamp(n: number): number {
    return Math.min(this.end, Math.max(0, Math.trunc(n) || 0));
  }

  /// A move by hand: it stops the playing.
  private jump(n: number, part = 0): void {
    this.play(false);
    this.seek(n, part);
  }

  /// One step by hand. While the learner predicts, the first press of "next" only asks.
  private stepTo(to: Position, direction: 1 | -1): void {
    const isNone = to.moment === this.at && to.part === this.part;
    if (direction < 0 || !this.toolbar.predicts || this.asked !== undefined || isNone) {
      this.jump(to.moment, to.part);
      if (isNone) {
        this.say.none(this.toolbar.mode);
      }
      return;
    }
    this.play(false);
    this.asked = to;
    this.redraw();
    this.options.onStep?.(this.positionOf(to.moment));
  }

  private move(move: Move): void {
    switch (move) {
      case 'first':
        return this.jump(0);
      case 'back':
        return this.stepTo(this.beside(-1), -1);
      case 'next':
        return this.stepTo(this.beside(1), 1);
      case 'last':
        return this.jump(this.end);
      case 'play':
        return this.play(!this.player.isPlaying);
    }
  }

  private onKey(event: KeyboardEvent): void {
    const step = stepOfKey(event, this.at, this.end, (direction, coarser) => this.beside(direction, coarser));
    if (step !== undefined) {
      this.stepTo(step, event.key === 'ArrowRight' ? 1 : -1);
    } else if (event.key === 'b' && event.target === this.element && isHeapViewKey(event)) {
      this.below.lines.toggle(this.position.inCell ? this.position.line : 0);
    } else if (event.key === ' ' && event.target === this.element && isHeapViewKey(event)) {
      // On a button or an object, Space is theirs.
      this.move('play');
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private redraw(window = this.isFitted && this.visible ? this.graph.window() : undefined): void {
    this.showStep();
    if (!this.isFitted) {
      return;
    }
    if (!this.visible) {
      this.stale = true;
      return;
    }
    this.stale = false;
    keepFocus(this.element, () => {
      this.say.tell(this.at, this.part, this.asked?.moment);
      this.phases.show(this.at);
      this.drawGraph(window);
      this.panels.opened(this.tab)?.show(this.at, this.selected, this.part);
      this.madeBelow?.show(this.shown);
    });
  }

  private get shown(): Shown {
    const { position, part, selected } = this;
    return { moment: this.at, part, line: position.inCell ? position.line : 0, selected };
  }

  private showStep(): void {
    set(this.element, { 'aria-label': this.end > 0 ? this.words.__('Simulated heap, arrow keys step through the cell') : this.words.__('Simulated heap') });
    this.toolbar.show(this.at, this.player.isPlaying, this.part, this.part === 0 ? 1 : this.picture.timeline.parts(this.at));
  }

  private drawGraph(window = this.graph.window()): void {
    const { words, picture, at, part } = this;
    if (this.tab !== 'graph') {
      return;
    }
    const scene = picture.scene(at, window, part);
    this.graph.draw(scene);
    this.graph.select(this.selected);
    const note = noteOf(picture.state(at, part), scene, words);
    this.note.textContent = note.text;
    this.note.className = `msim-note mod-${note.kind}`;
  }

  /// Scrolled away or in a hidden tab, a view plays on but draws nothing.
  private watch(): void {
    watch(this.element, {
      onSight: (isVisible) => {
        this.visible = isVisible;
        if (isVisible && this.stale) {
          this.fit();
        }
      },
      onWidth: (width) => {
        if (width !== this.size?.width || !this.isFitted) {
          this.fit();
        }
      },
      onTextSize: () => this.isFitted && textScale(this.element) !== this.size?.scale && this.fit()
    }, this.disposables);
  }
}
