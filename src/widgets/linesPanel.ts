/// The cell's lines: where the program is, a way to each line, and breakpoints at which playing and stepping stop.

import type { Picture } from '../views/picture';
import { Disposables, html } from './dom';

export interface LinesPanelOptions {
  readonly document: Document;
  readonly picture: Picture;
  /// The line was chosen: its next run is to be shown.
  readonly onLine: (line: number) => void;
  /// Breakpoints were set or removed by hand.
  readonly onBreakpoints: (lines: readonly number[]) => void;
}

export class LinesPanel {
  readonly element: HTMLDetailsElement;
  /// Lines of the cell at which to stop, 1-based.
  readonly breakpoints = new Set<number>();
  private readonly summary: HTMLElement;
  private readonly numbers: HTMLButtonElement[] = [];
  private readonly disposables = new Disposables();
  private current: HTMLElement | undefined;

  constructor(private readonly options: LinesPanelOptions) {
    const { document, picture: { words } } = options;
    this.element = html(document, 'details', 'msim-lines');
    this.summary = html(document, 'summary');
    const list = html(document, 'ol');
    list.setAttribute('aria-label', words.__('Lines of the cell'));
    options.picture.payload.source.split('\n').forEach((text, i) => list.append(this.line(i + 1, text)));
    this.element.append(this.summary, list);
    this.tell();
  }

  /// Marks the line that ran; 0 = none of this cell.
  show(line: number): void {
    this.current?.removeAttribute('aria-current');
    this.current = this.numbers[line - 1]?.parentElement ?? undefined;
    this.current?.setAttribute('aria-current', 'step');
    const list = this.current?.parentElement;
    if (this.current !== undefined && list && this.element.open) {
      const { offsetTop, offsetHeight } = this.current;
      const above = offsetTop - list.offsetTop;
      if (above < list.scrollTop || above + offsetHeight > list.scrollTop + list.clientHeight) {
        list.scrollTop = above - list.clientHeight / 2;
      }
    }
  }

  /// Sets or removes the breakpoint of a line.
  toggle(line: number): void {
    if (this.numbers[line - 1] === undefined) {
      return;
    }
    const rest = this.sorted.filter((each) => each !== line);
    this.set(this.breakpoints.has(line) ? rest : [...rest, line]);
    this.options.onBreakpoints(this.sorted);
  }

  /// These breakpoints and no others.
  set(lines: readonly number[]): void {
    this.breakpoints.clear();
    lines.filter((line) => this.numbers[line - 1] !== undefined).forEach((line) => this.breakpoints.add(line));
    this.numbers.forEach((button, i) => button.setAttribute('aria-pressed', String(this.breakpoints.has(i + 1))));
    this.tell();
  }

  private get sorted(): readonly number[] {
    return [...this.breakpoints].sort((a, b) => a - b);
  }

  dispose(): void {
    this.disposables.dispose();
    this.element.remove();
  }

  private line(number: number, text: string): HTMLElement {
    const { document, picture: { words }, onLine } = this.options;
    const item = html(document, 'li');
    const breakpoint = html(document, 'button', 'msim-lineNumber', String(number));
    breakpoint.type = 'button';
    breakpoint.title = words.__('Stop at line %1 (b in the view: at the line shown)', number);
    breakpoint.setAttribute('aria-label', words.__('Breakpoint at line %1', number));
    breakpoint.setAttribute('aria-pressed', 'false');
    this.disposables.listen(breakpoint, 'click', () => this.toggle(number));
    this.numbers.push(breakpoint);
    const jump = html(document, 'button', 'msim-lineText', text === '' ? ' ' : text);
    jump.type = 'button';
    jump.title = words.__('Go to the next run of line %1', number);
    this.disposables.listen(jump, 'click', () => onLine(number));
    item.append(breakpoint, jump);
    return item;
  }

  private tell(): void {
    const { words } = this.options.picture;
    const lines = this.sorted;
    this.summary.textContent = lines.length === 0
      ? words.__('Lines and breakpoints')
      : words._n('Lines and breakpoints: stops at line %2', 'Lines and breakpoints: stops at lines %2', lines.length, lines.join(', '));
  }
}
