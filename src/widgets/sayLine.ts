/// The step in words, above the picture: line, source and sentence. It is a live region, so screen readers say each step.

import { generationText } from '../views/gcSentences';
import type { Picture } from '../views/picture';
import type { StepMode } from '../views/stepping';
import { html } from './dom';

export class SayLine {
  readonly element: HTMLElement;
  private readonly where: HTMLElement;
  private readonly code: HTMLElement;
  private readonly sentence: HTMLElement;

  constructor(document: Document, private readonly picture: Picture) {
    this.element = html(document, 'p', 'msim-say');
    this.element.setAttribute('aria-live', 'polite');
    // Line, source and sentence change together and are said together.
    this.element.setAttribute('aria-atomic', 'true');
    this.where = html(document, 'b', 'msim-where');
    this.code = html(document, 'code');
    this.sentence = html(document, 'span', 'msim-sentence');
    this.element.append(this.where, this.code, this.sentence);
  }

  /// Tells a moment, or a part of it; or asks what the moment `asked` will do, which is not shown yet.
  tell(moment: number, part: number, asked?: number): void {
    if (asked !== undefined) {
      this.ask(asked);
      return;
    }
    const { picture } = this;
    const isNowhere = this.showPlace(moment, picture.state(moment, part).collection?.generation);
    this.write((isNowhere ? '' : '→ ') + picture.sentences.at(moment, part));
  }

  /// Tells that there is no such step that way. It stands there until the next step.
  none(mode: StepMode): void {
    const { words } = this.picture;
    switch (mode) {
      case 'collection':
        this.sentence.textContent = words.__('No other collection that way.');
        break;
      case 'object':
        this.sentence.textContent = words.__('The chosen object does not change that way.');
        break;
      case 'count':
        this.sentence.textContent = words.__('No other count changes that way.');
        break;
      default:
        break;
    }
  }

  /// A line that ends between the dots of a shortened address and its digits would read as if the digits were a word.
  private write(text: string): void {
    const { ownerDocument } = this.element;
    this.sentence.replaceChildren(...text.split(/(…[0-9a-f]{6})/).map((part, i) => (i % 2 === 0 ? part : html(ownerDocument, 'span', 'msim-whole', part))));
  }

  private ask(moment: number): void {
    this.showPlace(moment, undefined);
    this.sentence.textContent = this.picture.words.__('What will it do to the counts? Next (→) shows it.');
  }

  /// True if there is neither line nor source.
  private showPlace(moment: number, generation: number | undefined): boolean {
    const { words, sentences } = this.picture;
    const source = sentences.sourceOf(moment);
    const place = sentences.placeOf(moment);
    this.where.textContent = generation === undefined ? place : `${place} · ${generationText(generation, words)}`;
    this.code.textContent = source;
    this.code.hidden = source === '';
    return source === '' && place === '';
  }
}
