/// Every event in a table that can be filtered, a page at a time.

import type { EventFilter, EventKind, EventRow } from '../views/events';
import type { Picture } from '../views/picture';
import { clip, grouped } from '../views/words';
import { Disposables, html } from './dom';
import { Roving, STOP, stop } from './roving';
import { inSlices } from './slices';

export interface EventsPanelOptions {
  readonly document: Document;
  readonly picture: Picture;
  readonly onSeek: (moment: number) => void;
}

/// Rows, few enough that a page is drawn within a frame while the learner drags the slider.
const PAGE = 50;
const KINDS: readonly EventKind[] = ['count', 'name', 'slot', 'life', 'call', 'output', 'gc'];

export class EventsPanel {
  readonly element: HTMLElement;
  private readonly body: HTMLElement;
  private readonly kind: HTMLSelectElement;
  private readonly text: HTMLInputElement;
  private readonly chosen: HTMLInputElement;
  private readonly summary: HTMLElement;
  private readonly disposables = new Disposables();
  private readonly stops: Roving;
  private positions: number[] = [];
  private filtered = '';
  private page = 0;
  private at = -1;
  private serial: number | undefined;

  constructor(private readonly options: EventsPanelOptions) {
    const { document, picture: { words } } = options;
    this.element = html(document, 'div', 'msim-events');
    const bar = html(document, 'div', 'msim-bar');
    this.kind = html(document, 'select', 'msim-select');
    this.kind.setAttribute('aria-label', words.__('Kind of event'));
    const titles: Record<EventKind, string> = {
      count: words.__('counts'), name: words.__('names'), slot: words.__('slots'), life: words.__('allocated and freed'),
      call: words.__('calls'), output: words.__('output'), gc: words.__('collections')
    };
    this.kind.append(option(document, '', words.__('all events')), ...KINDS.map((kind) => option(document, kind, titles[kind])));
    this.text = html(document, 'input', 'msim-input');
    this.text.type = 'search';
    this.text.placeholder = words.__('filter by object, type, name');
    this.text.setAttribute('aria-label', this.text.placeholder);
    const label = html(document, 'label');
    this.chosen = html(document, 'input');
    this.chosen.type = 'checkbox';
    label.append(this.chosen, ' ' + words.__('chosen object only'));
    this.summary = html(document, 'span', 'msim-dimmed');
    this.summary.setAttribute('role', 'status');
    bar.append(this.kind, this.text, label, this.button('◀', words.__('Earlier events'), -1), this.button('▶', words.__('Later events'), 1), this.summary);
    const scroll = html(document, 'div', 'msim-tableScroll');
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'region');
    scroll.setAttribute('aria-label', words.__('Events'));
    const table = html(document, 'table', 'msim-table');
    const head = html(document, 'tr');
    for (const title of [words.__('step'), words.__('line'), words.__('object'), words.__('old → new'), words.__('reason')]) {
      const cell = html(document, 'th', '', title);
      cell.scope = 'col';
      head.append(cell);
    }
    const thead = html(document, 'thead');
    thead.append(head);
    this.body = html(document, 'tbody');
    table.append(thead, this.body);
    scroll.append(table);
    this.element.append(bar, scroll);
    for (const [control, type] of [[this.kind, 'change'], [this.text, 'input'], [this.chosen, 'change']] as const) {
      this.disposables.listen(control, type, () => this.show(this.at, this.serial));
    }
    // The rows are one stop of the Tab key.
    this.stops = new Roving({
      root: this.body, next: ['ArrowDown'], back: ['ArrowUp'], onPress: (position) => options.onSeek(this.positions[2 * position]!)
    }, this.disposables);
    this.disposables.listen(this.body, 'click', (event) => {
      const moment = (event.target as Element | null)?.closest?.('tr')?.getAttribute('data-moment');
      if (moment != null) {
        options.onSeek(Number(moment));
      }
    });
  }

  /// Shows the page with the moment's events, and marks them.
  show(moment: number, serial: number | undefined): void {
    this.serial = serial;
    this.chosen.disabled = serial === undefined;
    const filter: EventFilter = {
      kind: this.kind.value === '' ? undefined : (this.kind.value as EventKind), serial: this.chosen.checked ? serial : undefined, text: this.text.value
    };
    const key = JSON.stringify(filter);
    if (key !== this.filtered) {
      this.filtered = key;
      this.at = moment;
      this.stopFinding();
      this.isFinding = true;
      const { picture: { events, words }, document } = this.options;
      this.stopFinding = inSlices(events.finding(filter), document, (positions) => {
        this.isFinding = false;
        this.positions = positions;
        this.turn(this.at);
      });
      if (this.isFinding) {
        this.summary.textContent = words.__('looking …');
      }
    } else if (this.isFinding) {
      this.at = moment;
    } else if (moment !== this.at) {
      this.turn(moment);
    } else {
      // The page may have been out of sight.
      this.draw();
    }
  }
  /// What was asked for is not there yet: the page shows what was asked for before.
  private isFinding = false;
  private stopFinding = (): void => {};

  /// To the page with the moment's events.
  private turn(moment: number): void {
    this.at = moment;
    this.page = Math.floor(this.firstOf(moment) / PAGE);
    this.draw();
  }

  dispose(): void {
    this.stopFinding();
    this.disposables.dispose();
    this.element.remove();
  }

  /// The first event of the moment or after it, by bisection.
  private firstOf(moment: number): number {
    let low = 0;
    let high = this.positions.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.positions[2 * middle]! < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.min(low, Math.max(0, this.positions.length / 2 - 1));
  }

  private draw(): void {
    const { picture: { words, events } } = this.options;
    const all = this.positions.length / 2;
    const from = this.page * PAGE;
    if (this.drawn?.positions !== this.positions || this.drawn.page !== this.page) {
      this.drawn = { positions: this.positions, page: this.page };
      const rows = events.rows(this.positions, from, from + PAGE);
      const { hasFocus } = this.stops;
      this.body.replaceChildren(...rows.map((row, i) => this.row(row, from + i)));
      this.stops.update(Array.from(this.body.querySelectorAll(`.${STOP}`)), hasFocus);
      this.summary.textContent = all === 0
        ? words.__('no events')
        : words.__('%1 to %2 of %3', grouped(from + 1), grouped(from + rows.length), grouped(all));
    }
    const here = this.mark();
    const scroll = this.body.closest<HTMLElement>('.msim-tableScroll');
    if (here !== undefined && scroll !== null) {
      scroll.scrollTop = here.offsetTop - scroll.clientHeight / 3;
    }
  }

  private drawn: { readonly positions: readonly number[]; readonly page: number } | undefined;

  /// Marks the moment's rows; the result is the first of them.
  private mark(): HTMLElement | undefined {
    const rows = Array.from(this.body.children) as HTMLElement[];
    for (const row of rows) {
      const isHere = row.dataset['moment'] === String(this.at);
      row.classList.toggle('mod-here', isHere);
      if (isHere) {
        row.setAttribute('aria-current', 'true');
      } else {
        row.removeAttribute('aria-current');
      }
    }
    return rows.find((row) => row.classList.contains('mod-here'));
  }

  private row({ moment, line, file, kind, subject, from, to, reason }: EventRow, position: number): HTMLElement {
    const { document, picture: { words } } = this.options;
    const row = html(document, 'tr');
    row.dataset['moment'] = String(moment);
    row.dataset['kind'] = kind;
    const step = html(document, 'td');
    const button = html(document, 'button', 'msim-link', String(moment));
    button.type = 'button';
    const text = from === '' ? to : `${from} → ${to === '' ? '∅' : to}`;
    stop(button, position, words.__('Go to step %1: %2, %3', moment, subject, text));
    step.append(button);
    const change = html(document, 'td', 'msim-change', text);
    const place = html(document, 'td', '', line === 0 ? '' : String(line));
    if (file !== '') {
      place.append(' ', html(document, 'span', 'msim-dimmed', clip(file, 24)));
    }
    row.append(step, place, html(document, 'td', 'msim-subject', subject), change, html(document, 'td', '', reason));
    return row;
  }

  private button(sign: string, label: string, direction: number): HTMLButtonElement {
    const button = html(this.options.document, 'button', 'msim-button', sign);
    button.type = 'button';
    button.title = label;
    button.setAttribute('aria-label', label);
    this.disposables.listen(button, 'click', () => {
      this.page = Math.max(0, Math.min(Math.ceil(this.positions.length / 2 / PAGE) - 1, this.page + direction));
      this.draw();
    });
    return button;
  }
}

function option(document: Document, value: string, text: string): HTMLOptionElement {
  const element = html(document, 'option', '', text);
  element.value = value;
  return element;
}
