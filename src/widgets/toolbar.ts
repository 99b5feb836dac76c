/// First, back, play, next, last, and a slider over all moments.

import type { StepMode } from '../views/stepping';
import type { Words } from '../views/words';
import { Disposables, html, svg } from './dom';

export type Move = 'first' | 'back' | 'play' | 'next' | 'last';

export interface ToolbarOptions {
  readonly document: Document;
  readonly words: Words;
  /// Stands at the end of the bar.
  readonly tabs: HTMLElement;
  readonly onMove: (move: Move) => void;
  readonly onSeek: (moment: number) => void;
}

const ICONS: Readonly<Record<Move, string>> = {
  first: 'M1 1h2v10H1zM11 1v10L4 6z',
  back: 'M10 1v10L2 6z',
  play: 'M1 2v8l5 -4zM7 2v8l5 -4z',
  next: 'M2 1v10l8 -5z',
  last: 'M9 1h2v10H9zM1 1v10l7 -5z'
};
const PAUSE = 'M2 1h3v10H2zM7 1h3v10H7z';

export class Toolbar {
  readonly element: HTMLElement;
  readonly slider: HTMLInputElement;
  private readonly buttons = new Map<Move, HTMLButtonElement>();
  private readonly position: HTMLElement;
  private readonly modes: HTMLSelectElement;
  private readonly speeds: HTMLSelectElement;
  private readonly predict: HTMLButtonElement;
  private readonly disposables = new Disposables();

  constructor(private readonly options: ToolbarOptions) {
    const { document, words } = options;
    this.element = html(document, 'div', 'msim-toolbar');
    this.element.setAttribute('role', 'toolbar');
    this.element.setAttribute('aria-label', words.__('Steps'));
    const group = html(document, 'div', 'msim-buttons');
    group.append(
      this.button('first', words.__('First step (Home)')),
      this.button('back', words.__('Back (←)')),
      this.button('next', words.__('Next (→)')),
      this.button('last', words.__('Last step (End)')),
      this.button('play', words.__('Play (Space)'))
    );
    this.slider = html(document, 'input', 'msim-slider');
    this.slider.type = 'range';
    this.slider.min = '0';
    this.slider.step = '1';
    this.slider.setAttribute('aria-label', words.__('Step'));
    this.disposables.listen(this.slider, 'input', () => options.onSeek(Number(this.slider.value)));
    this.position = html(document, 'span', 'msim-position');
    this.modes = this.choice(words.__('What a step is'), [
      ['line', words.__('by line')], ['instruction', words.__('by instruction')], ['over', words.__('over calls')], ['count', words.__('by count change')], ['object', words.__('by change of the chosen object')], ['collection', words.__('to the next collection')]
    ]);
    this.speeds = this.choice(words.__('Speed of playing'), [['1800', words.__('slow')], ['900', words.__('normal')], ['300', words.__('fast')]]);
    this.speeds.value = '900';
    this.predict = html(document, 'button', 'msim-button mod-predict', '?');
    this.predict.type = 'button';
    this.predict.title = words.__('Predict: Next first shows the line alone, then what it does');
    this.predict.setAttribute('aria-label', this.predict.title);
    this.predict.setAttribute('aria-pressed', 'false');
    this.disposables.listen(this.predict, 'click', () => this.predict.setAttribute('aria-pressed', String(!this.predicts)));
    group.append(this.modes, this.speeds, this.predict);
    this.element.append(group, this.slider, this.position, options.tabs);
  }

  /// The last moment.
  set end(end: number) {
    this.last = end;
    this.slider.max = String(end);
  }
  private last = 0;

  /// What Back and Next go to.
  get mode(): StepMode {
    return this.modes.value as StepMode;
  }

  /// Whether the learner wants to predict each step before it is shown.
  get predicts(): boolean {
    return this.predict.getAttribute('aria-pressed') === 'true';
  }

  /// Milliseconds a step while playing.
  get pace(): number {
    return Number(this.speeds.value);
  }

  /// `part` of `parts` of the moment; 0, or the only one = all of it.
  show(moment: number, playing: boolean, part = 0, parts = 1): void {
    const { last: end, options: { words } } = this;
    const step = words.__('step %1 of %2', moment, end);
    const text = part === 0 || parts === 1 ? step : words.__('%1, part %2 of %3', step, part, parts);
    this.slider.value = String(moment);
    this.slider.setAttribute('aria-valuetext', text);
    this.position.textContent = text;
    // A disabled button would lose the focus in the middle of stepping.
    for (const move of ['first', 'back', 'next', 'last'] as const) {
      const idle = move === 'first' || move === 'back' ? moment === 0 : moment === end;
      this.buttons.get(move)!.setAttribute('aria-disabled', String(idle));
    }
    const play = this.buttons.get('play')!;
    this.icon(play, playing ? PAUSE : ICONS.play);
    play.title = playing ? words.__('Pause (Space)') : words.__('Play (Space)');
    play.setAttribute('aria-label', play.title);
  }

  dispose(): void {
    this.disposables.dispose();
    this.element.remove();
  }

  private choice(label: string, entries: readonly (readonly [value: string, text: string])[]): HTMLSelectElement {
    const { document } = this.options;
    const select = html(document, 'select', 'msim-select');
    select.setAttribute('aria-label', label);
    select.title = label;
    for (const [value, text] of entries) {
      const option = html(document, 'option', '', text);
      option.value = value;
      select.append(option);
    }
    return select;
  }

  /// Drawn, since not every font has the signs of a player.
  private icon(button: HTMLButtonElement, path: string): void {
    const icon = svg(this.options.document, 'svg', { viewBox: '0 0 12 12', 'aria-hidden': 'true' });
    icon.append(svg(this.options.document, 'path', { d: path }));
    button.replaceChildren(icon);
  }

  private button(move: Move, label: string): HTMLButtonElement {
    const button = html(this.options.document, 'button', 'msim-button');
    this.icon(button, ICONS[move]);
    button.type = 'button';
    button.title = label;
    button.setAttribute('aria-label', label);
    button.dataset['move'] = move;
    this.disposables.listen(button, 'click', () => this.options.onMove(move));
    this.buttons.set(move, button);
    return button;
  }
}
