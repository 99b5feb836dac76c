/// The chosen object in words, with the way to the moments in which it changes.

import { nextChange } from '../views/changes';
import type { Picture } from '../views/picture';
import { Disposables, html } from './dom';

export interface DetailPanelOptions {
  readonly document: Document;
  readonly picture: Picture;
  readonly onSeek: (moment: number) => void;
}

export class DetailPanel {
  readonly element: HTMLElement;
  private readonly text: HTMLElement;
  private readonly back: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly disposables = new Disposables();
  private backTo: number | undefined;
  private nextTo: number | undefined;

  constructor(private readonly options: DetailPanelOptions) {
    const { document, picture: { words } } = options;
    this.element = html(document, 'div', 'msim-detail');
    this.element.hidden = true;
    this.text = html(document, 'span');
    this.back = html(document, 'button', 'msim-button mod-wide', words.__('◀ its last change'));
    this.next = html(document, 'button', 'msim-button mod-wide', words.__('its next change ▶'));
    this.back.type = this.next.type = 'button';
    this.disposables.listen(this.back, 'click', () => this.jump(this.backTo));
    this.disposables.listen(this.next, 'click', () => this.jump(this.nextTo));
    this.element.append(this.text, this.back, this.next);
  }

  /// Shows the object at the moment; undefined = no object.
  show(serial: number | undefined, moment: number): void {
    const { picture } = this.options;
    this.element.hidden = serial === undefined;
    if (serial === undefined) {
      return;
    }
    const there = picture.describe(serial, moment);
    this.text.textContent = there === ''
      ? picture.words.__('%1 is not on the heap at this step.', picture.sentences.naming.label(serial))
      : `${there}. ${picture.holders(serial, moment)}`.trim();
    this.backTo = nextChange(picture.survey, serial, moment, -1);
    this.nextTo = nextChange(picture.survey, serial, moment, 1);
    // A disabled button would lose the focus at the last change.
    this.back.setAttribute('aria-disabled', String(this.backTo === undefined));
    this.next.setAttribute('aria-disabled', String(this.nextTo === undefined));
  }

  dispose(): void {
    this.disposables.dispose();
    this.element.remove();
  }

  private jump(moment: number | undefined): void {
    if (moment !== undefined) {
      this.options.onSeek(moment);
    }
  }
}
