/// The chosen object: who holds it and since when, why it is alive, and the way to the moments
/// in which it changes.

import { nextChange } from '../views/changes';
import type { Picture } from '../views/picture';
import type { Receipt } from '../views/receipt';
import { Disposables, html } from './dom';
import { inSlices } from './slices';

export interface DetailPanelOptions {
  readonly document: Document;
  readonly picture: Picture;
  readonly onSeek: (moment: number) => void;
  /// Another object is to be chosen.
  readonly onSelect: (serial: number) => void;
  /// What the object holds is to be left out of the graph, or shown again.
  readonly onCollapse: (serial: number) => void;
}

/// Holders that are listed; the rest is a number.
const MAX_HOLDERS = 12;

export class DetailPanel {
  readonly element: HTMLElement;
  private readonly text: HTMLElement;
  private readonly why: HTMLElement;
  private readonly shared: HTMLElement;
  private readonly receipt: HTMLElement;
  private readonly back: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly fold: HTMLButtonElement;
  private serial: number | undefined;
  private readonly disposables = new Disposables();
  private backTo: number | undefined;
  private nextTo: number | undefined;

  constructor(private readonly options: DetailPanelOptions) {
    const { document, picture: { words } } = options;
    this.element = html(document, 'section', 'msim-detail');
    this.element.setAttribute('aria-label', words.__('The chosen object'));
    this.element.hidden = true;
    this.element.tabIndex = -1;
    const head = html(document, 'div', 'msim-detailHead');
    this.text = html(document, 'b');
    this.back = html(document, 'button', 'msim-button mod-wide', words.__('◀ its last change'));
    this.next = html(document, 'button', 'msim-button mod-wide', words.__('its next change ▶'));
    this.fold = html(document, 'button', 'msim-button mod-wide', words.__('hide what it holds'));
    this.back.type = this.next.type = this.fold.type = 'button';
    this.disposables.listen(this.fold, 'click', () => {
      if (this.serial !== undefined) {
        options.onCollapse(this.serial);
      }
    });
    this.disposables.listen(this.back, 'click', () => this.jump(this.backTo));
    this.disposables.listen(this.next, 'click', () => this.jump(this.nextTo));
    const buttons = html(document, 'div', 'msim-detailButtons');
    buttons.append(this.fold, this.back, this.next);
    head.append(this.text, buttons);
    this.why = html(document, 'p', 'msim-why');
    this.shared = html(document, 'p', 'msim-shared');
    this.receipt = html(document, 'ul', 'msim-receipt');
    this.receipt.setAttribute('aria-label', words.__('What makes up its count'));
    this.element.append(head, this.why, this.receipt, this.shared);
    this.disposables.listen(this.receipt, 'click', (event) => this.follow(event));
  }

  /// Shows the object at the moment; undefined = no object.
  show(serial: number | undefined, moment: number, part = 0): void {
    const { picture } = this.options;
    this.element.hidden = serial === undefined;
    this.serial = serial;
    if (serial === undefined) {
      return;
    }
    const folded = picture.wishes.collapsed.has(serial);
    this.fold.textContent = folded ? picture.words.__('show what it holds') : picture.words.__('hide what it holds');
    this.fold.setAttribute('aria-pressed', String(folded));
    const there = picture.describe(serial, moment, part);
    this.text.textContent = there === '' ? picture.words.__('%1 is not on the heap at this step.', picture.sentences.naming.label(serial)) : `${there}.`;
    this.why.textContent = picture.why(serial, moment, part);
    this.shared.textContent = picture.shared(serial, moment, part);
    this.shared.hidden = this.shared.textContent === '';
    this.prepare(() => picture.receipts.of(serial, moment, part));
    this.backTo = nextChange(picture.survey, serial, moment, -1);
    this.nextTo = nextChange(picture.survey, serial, moment, 1);
    // A disabled button would lose the focus at the last change.
    this.back.setAttribute('aria-disabled', String(this.backTo === undefined));
    this.next.setAttribute('aria-disabled', String(this.nextTo === undefined));
  }

  dispose(): void {
    this.stopPreparing();
    this.disposables.dispose();
    this.element.remove();
  }

  /// Of a long trace the first receipt takes a while.
  private prepare(receipt: () => Receipt | undefined): void {
    this.wanted = receipt;
    if (!this.isPreparing) {
      this.isPreparing = true;
      this.stopPreparing = inSlices(this.options.picture.receipts.preparing(), this.options.document, () => {
        this.isPreparing = false;
        this.showReceipt(this.wanted());
      });
    }
    if (this.isPreparing) {
      this.receipt.hidden = true;
    }
  }
  private wanted = (): Receipt | undefined => undefined;
  private isPreparing = false;
  private stopPreparing = (): void => {};

  private showReceipt(receipt: Receipt | undefined): void {
    const { document, picture: { words } } = this.options;
    this.receipt.hidden = receipt === undefined;
    if (receipt === undefined) {
      this.receipt.replaceChildren();
      return;
    }
    const items = receipt.holders.slice(0, MAX_HOLDERS).map(({ text, since, owner, borrowed }) => {
      const item = borrowed === true ? this.item('0', words.__('%1: borrowed, so not counted', text)) : this.item('1', text);
      if (owner !== undefined) {
        item.append(this.link(words.__('show it'), 'select', owner));
      }
      if (since !== undefined) {
        item.append(this.link(words.__('since step %1', since), 'seek', since));
      } else {
        item.append(html(document, 'span', 'msim-dimmed', words.__('from before this cell')));
      }
      return item;
    });
    const more = receipt.holders.length - items.length;
    if (more > 0) {
      items.push(this.item(String(more), words._n('%1 more name or slot', '%1 more names and slots', more)));
    }
    if (receipt.rest > 0) {
      items.push(this.item(String(receipt.rest), words.__('not in the picture: temporaries and call arguments of the running line, hidden objects')));
    }
    if (receipt.borrowed > 0) {
      items.push(this.item(`−${receipt.borrowed}`, words.__('borrowed: a reference that is used without being counted')));
    }
    const sum = this.item(`= ${receipt.count}`, 'ob_refcnt');
    sum.className = 'msim-sum';
    this.receipt.replaceChildren(...items, sum);
  }

  private item(number: string, text: string): HTMLLIElement {
    const { document } = this.options;
    const item = html(document, 'li');
    item.append(html(document, 'span', 'msim-number', number), html(document, 'span', '', text));
    return item;
  }

  private link(text: string, what: 'seek' | 'select', target: number): HTMLButtonElement {
    const button = html(this.options.document, 'button', 'msim-link', text);
    button.type = 'button';
    button.dataset[what] = String(target);
    return button;
  }

  private follow(event: Event): void {
    const button = (event.target as Element | null)?.closest?.('button');
    const { seek, select } = (button as HTMLButtonElement | null)?.dataset ?? {};
    if (seek !== undefined) {
      this.jump(Number(seek));
    } else if (select !== undefined) {
      this.options.onSelect(Number(select));
    }
    if (button != null && !button.isConnected) {
      this.element.focus();
    }
  }

  private jump(moment: number | undefined): void {
    if (moment !== undefined) {
      this.options.onSeek(moment);
    }
  }
}
