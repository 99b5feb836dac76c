/// The heap view under a cell: a trace, step by step, in both directions.

import { phaseTitles, stageOf } from '../views/gcSentences';
import { lifelines } from '../views/lifelines';
import { noteOf } from '../views/notes';
import { Picture } from '../views/picture';
import type { TracePayload } from '../views/picture';
import { statusLine } from '../views/shapes';
import { english } from '../views/words';
import type { Words } from '../views/words';
import { DetailPanel } from './detailPanel';
import { Disposables, html } from './dom';
import { GraphPanel } from './graphPanel';
import { isHeapViewKey, stepOfKey } from './keys';
import { LifelinesPanel } from './lifelinesPanel';
import { Toolbar } from './toolbar';
import type { Move } from './toolbar';

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
  /// A payload that `readTrace` let through.
  readonly payload: TracePayload;
  readonly document: Document;
  /// A `TranslationBundle` of JupyterLab, or anything like it; English without.
  readonly translator?: Words;
  /// The step to begin with; the last one if absent.
  readonly step?: number;
  /// Called after each move to another step, not for the first drawing.
  readonly onStep?: (event: StepEvent) => void;
}

/// Milliseconds a step while playing.
const PLAY_PACE = 900;

export class HeapView {
  readonly element: HTMLElement;
  private readonly picture: Picture;
  private readonly words: Words;
  private readonly toolbar: Toolbar;
  private readonly graph: GraphPanel;
  private readonly lives: LifelinesPanel;
  private readonly where: HTMLElement;
  private readonly code: HTMLElement;
  private readonly sentence: HTMLElement;
  private readonly phases: HTMLElement;
  private readonly note: HTMLElement;
  private readonly detail: DetailPanel;
  private readonly disposables = new Disposables();
  private at: number;
  private selected: number | undefined;
  private timer: number | undefined;
  private collecting: number | undefined;

  constructor(private readonly options: HeapViewOptions) {
    const { document, payload } = options;
    const words = (this.words = options.translator ?? english);
    this.picture = new Picture(payload, words);
    this.at = this.clamp(options.step ?? this.end);

    this.element = html(document, 'div', 'msim-HeapView');
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', words.__('Simulated heap, arrow keys step through the cell'));
    this.toolbar = new Toolbar({ document, words, end: this.end, onMove: (move) => this.move(move), onSeek: (n) => this.jump(n) });

    const say = html(document, 'p', 'msim-say');
    say.setAttribute('aria-live', 'polite');
    this.where = html(document, 'b', 'msim-where');
    this.code = html(document, 'code');
    this.sentence = html(document, 'span', 'msim-sentence');
    say.append(this.where, this.code, this.sentence);

    this.phases = this.makePhases();
    this.graph = new GraphPanel({ document, words, onSelect: (serial) => this.select(serial), onScroll: () => this.redraw() });
    this.note = html(document, 'p', 'msim-note');
    this.detail = new DetailPanel({ document, picture: this.picture, onSeek: (n) => this.jump(n) });
    this.lives = new LifelinesPanel({
      document, words, onSeek: (n) => this.jump(n),
      lifelines: lifelines(this.picture.survey, this.picture.timeline, this.picture.sentences.naming, words)
    });
    this.element.append(this.toolbar.element, say, this.phases, this.graph.element, this.note, this.detail.element, this.lives.element, ...this.makeFoot());
    this.disposables.listen<KeyboardEvent>(this.element, 'keydown', (event) => this.onKey(event));
    this.watchSize();
    this.redraw();
  }

  /// The step that is shown: 0 = before the cell .. `end` = after it.
  get step(): number {
    return this.at;
  }

  get end(): number {
    return this.picture.timeline.end;
  }

  get position(): StepEvent {
    const { line, file } = this.picture.timeline.moments[this.at]!;
    return { step: this.at, steps: this.end, line, file, inCell: line > 0 && file === this.options.payload.file };
  }

  /// Shows step `n` and tells `onStep`, if that is a move.
  seek(n: number): void {
    const target = this.clamp(n);
    if (target === this.at) {
      return;
    }
    this.at = target;
    this.redraw();
    this.graph.reveal();
    this.options.onStep?.(this.position);
  }

  /// Chooses an object, whose details then stand below the picture; undefined = none.
  select(serial: number | undefined): void {
    this.selected = serial === this.selected ? undefined : serial;
    this.redraw();
  }

  /// Starts playing at this step (from the first, if this is the last), or stops.
  play(on: boolean): void {
    const view = this.options.document.defaultView;
    if (this.timer !== undefined) {
      view?.clearInterval(this.timer);
      this.timer = undefined;
    }
    if (on && view && this.end > 0) {
      if (this.at === this.end) {
        this.seek(0);
      }
      this.timer = view.setInterval(() => this.tick(), PLAY_PACE);
    }
    this.toolbar.show(this.at, this.timer !== undefined);
  }

  /// Draws at the size the element has now; for hosts that show it later than they make it.
  fit(): void {
    this.lives.fit();
    this.redraw();
  }

  dispose(): void {
    this.play(false);
    this.disposables.dispose();
    this.toolbar.dispose();
    this.graph.dispose();
    this.detail.dispose();
    this.lives.dispose();
    this.element.remove();
  }

  private tick(): void {
    this.seek(this.at + 1);
    if (this.at === this.end) {
      this.play(false);
    }
  }

  private clamp(n: number): number {
    return Math.min(this.end, Math.max(0, Math.trunc(n) || 0));
  }

  /// A move by hand: it stops the playing.
  private jump(n: number): void {
    this.play(false);
    this.seek(n);
  }

  private move(move: Move): void {
    switch (move) {
      case 'first':
        return this.jump(0);
      case 'back':
        return this.jump(this.at - 1);
      case 'next':
        return this.jump(this.at + 1);
      case 'last':
        return this.jump(this.end);
      case 'play':
        return this.play(this.timer === undefined);
    }
  }

  private onKey(event: KeyboardEvent): void {
    const step = stepOfKey(event, this.at, this.end);
    if (step !== undefined) {
      this.jump(step);
    } else if (event.key === ' ' && event.target === this.element && isHeapViewKey(event)) {
      // On a button or an object, Space is theirs.
      this.move('play');
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private redraw(): void {
    const { words, picture, at } = this;
    const scene = picture.scene(at, this.graph.window());
    this.toolbar.show(at, this.timer !== undefined);
    this.tell();
    this.showPhase();
    this.graph.draw(scene);
    this.graph.select(this.selected);
    const note = noteOf(picture.timeline.at(at), scene, words);
    this.note.textContent = note.text;
    this.note.className = `msim-note mod-${note.kind}`;
    this.detail.show(this.selected, at);
    this.lives.show(at);
  }

  private tell(): void {
    const { words, picture, at } = this;
    const { line, file } = picture.timeline.moments[at]!;
    const source = picture.sentences.sourceOf(at);
    const inCell = file === this.options.payload.file;
    this.where.textContent = line === 0 ? '' : inCell ? words.__('line %1', line) : words.__('%1, line %2', file, line);
    this.code.textContent = source;
    this.code.hidden = source === '';
    this.sentence.textContent = (source === '' && line === 0 ? '' : '→ ') + picture.sentences.at(at);
  }

  private makePhases(): HTMLElement {
    const { document } = this.options;
    const list = html(document, 'ol', 'msim-phases');
    list.setAttribute('aria-label', this.words.__('Phases of the collection'));
    // Room is kept from the beginning, so that nothing jumps when a collection starts.
    list.hidden = this.picture.survey.collections.length === 0;
    phaseTitles(this.words).forEach((title, i) => list.append(html(document, 'li', '', `${i + 1} ${title}`)));
    return list;
  }

  private showPhase(): void {
    const phase = stageOf(this.picture.timeline.at(this.at).collection?.phase ?? -1);
    if (phase === this.collecting) {
      return;
    }
    this.collecting = phase;
    this.phases.classList.toggle('mod-idle', phase < 0);
    Array.from(this.phases.children).forEach((item, i) => {
      item.classList.toggle('mod-done', i < phase);
      if (i === phase) {
        item.setAttribute('aria-current', 'step');
      } else {
        item.removeAttribute('aria-current');
      }
    });
  }

  private makeFoot(): HTMLElement[] {
    const { words } = this;
    const { document, payload } = this.options;
    const foot = html(document, 'div', 'msim-foot');
    foot.append(
      html(document, 'span', '', words.__('shared heap, run %1', payload.run)),
      html(document, 'span', '', statusLine(payload, words))
    );
    return payload.folded === undefined ? [foot] : [html(document, 'p', 'msim-folded', payload.folded), foot];
  }

  private watchSize(): void {
    const Observer = this.options.document.defaultView?.ResizeObserver;
    if (Observer !== undefined) {
      let width = 0;
      const observer = new Observer(() => {
        if (this.element.clientWidth !== width) {
          width = this.element.clientWidth;
          this.fit();
        }
      });
      observer.observe(this.element);
      this.disposables.add(() => observer.disconnect());
    }
  }
}
