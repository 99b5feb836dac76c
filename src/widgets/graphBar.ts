/// The row under the graph: which types it shows, how large, and ways to take it along.

import type { TypeCounts, Wishes } from '../views/grouping';
import { NO_WISHES, countingTypes } from '../views/grouping';
import type { Picture } from '../views/picture';
import { clip, grouped } from '../views/words';
import { Disposables, html } from './dom';
import { inSlices } from './slices';

export type SaveAs = 'copy' | 'svg' | 'png' | 'html';

export interface GraphBarOptions {
  readonly document: Document;
  readonly picture: Picture;
  readonly onArrange: (wishes: Wishes) => void;
  /// A factor; undefined = as wide as there is room.
  readonly onZoom: (factor: number | undefined) => void;
  readonly onFind: (query: string) => void;
  readonly onSave: (as: SaveAs) => void;
}

/// Types that the filter lists; the rest cannot be hidden one by one.
const MAX_TYPES = 30;

export class GraphBar {
  readonly element: HTMLElement;
  private readonly fold: HTMLButtonElement;
  private readonly status: HTMLElement;
  private readonly menus: HTMLDetailsElement[] = [];
  private readonly disposables = new Disposables();

  constructor(private readonly options: GraphBarOptions) {
    const { document, picture: { words } } = options;
    this.element = html(document, 'div', 'msim-bar mod-graph');
    this.fold = this.button(words.__('fold again'), words.__('Fold again: groups of objects, and names that the cell does not use'), () => {
      // The button goes: its focus goes to the view.
      this.element.closest<HTMLElement>('.msim-HeapView')?.focus({ preventScroll: true });
      this.arrange({ expanded: new Set(), allNames: false });
    });
    this.fold.hidden = true;
    this.status = html(document, 'span', 'msim-dimmed');
    this.status.setAttribute('role', 'status');
    this.element.append(
      this.finder(), this.typesMenu(), this.fold,
      this.button('−', words.__('Smaller'), () => options.onZoom(1 / 1.25)),
      this.button('+', words.__('Larger'), () => options.onZoom(1.25)),
      this.button('⤢', words.__('Fit the width'), () => options.onZoom(undefined)),
      this.saveMenu(), this.status
    );
    this.disposables.listen<KeyboardEvent>(this.element, 'keydown', (event) => {
      const open = this.menus.find((menu) => menu.open);
      if (event.key === 'Escape' && open !== undefined) {
        open.open = false;
        open.querySelector('summary')!.focus();
        event.stopPropagation();
      }
    });
  }

  /// The members of a group get boxes of their own.
  expand(group: string): void {
    this.arrange({ expanded: new Set([...this.options.picture.wishes.expanded, group]) });
  }

  /// Names that the cell has nothing to do with get rows of their own.
  showNames(): void {
    this.arrange({ allNames: true });
    // The row that was pressed is gone.
    this.fold.focus({ preventScroll: true });
  }

  /// What the object was the first to hold is left out, or comes back.
  collapse(serial: number): void {
    const collapsed = new Set(this.options.picture.wishes.collapsed);
    if (!collapsed.delete(serial)) {
      collapsed.add(serial);
    }
    this.arrange({ collapsed });
  }

  /// What has become of a wish to find or to save, in words.
  say(text: string): void {
    this.status.textContent = text;
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private arrange(change: Partial<Wishes>): void {
    const wishes = { ...NO_WISHES, ...this.options.picture.wishes, ...change };
    this.fold.hidden = wishes.expanded.size === 0 && !wishes.allNames;
    this.options.onArrange(wishes);
  }

  /// Enter goes from one object that fits to the next.
  private finder(): HTMLElement {
    const { document, picture: { words }, onFind } = this.options;
    const input = html(document, 'input', 'msim-input mod-find');
    input.type = 'search';
    input.placeholder = words.__('find: id, name, type');
    input.title = words.__('Find an object by what id() gave, by a name that leads to it or by its type; Enter goes on to the next');
    input.setAttribute('aria-label', words.__('Find an object by id, name or type'));
    this.disposables.listen<KeyboardEvent>(input, 'keydown', (event) => {
      if (event.key === 'Enter' && input.value.trim() !== '') {
        onFind(input.value);
        event.preventDefault();
        event.stopPropagation();
      }
    });
    return input;
  }

  private typesMenu(): HTMLElement {
    const { picture } = this.options;
    const { words } = picture;
    const [menu, body] = this.menu(words.__('Types'));
    menu.hidden = true;
    this.disposables.add(inSlices(countingTypes(picture.survey), this.options.document, (counts) => this.fillTypes(menu, body, counts)));
    return menu;
  }

  private fillTypes(menu: HTMLElement, body: HTMLElement, { types, code }: TypeCounts): void {
    const { picture } = this.options;
    const { words } = picture;
    for (const [type, count] of types.slice(0, MAX_TYPES)) {
      body.append(this.check(`${clip(type, 40)} × ${grouped(count)}`, true, (on) => {
        const hidden = new Set(picture.wishes.hiddenTypes);
        if (on) {
          hidden.delete(type);
        } else {
          hidden.add(type);
        }
        this.arrange({ hiddenTypes: hidden });
      }));
    }
    if (code > 0) {
      body.append(this.check(words._n('%1 class or function that goes', '%1 classes and functions that go', code), false, (on) => this.arrange({ showCode: on })));
    }
    menu.hidden = types.length + code === 0;
  }

  private check(text: string, on: boolean, onChange: (on: boolean) => void): HTMLElement {
    const { document } = this.options;
    const label = html(document, 'label');
    const box = html(document, 'input');
    box.type = 'checkbox';
    box.checked = on;
    this.disposables.listen(box, 'change', () => onChange(box.checked));
    label.append(box, ` ${text}`);
    return label;
  }

  private saveMenu(): HTMLElement {
    const { words } = this.options.picture;
    const [menu, body] = this.menu(words.__('Save'));
    const titles: Record<SaveAs, string> = {
      copy: words.__('Copy this step as a picture'), svg: words.__('Save this step as SVG'), png: words.__('Save this step as PNG'), html: words.__('Save all steps as HTML')
    };
    for (const as of ['copy', 'svg', 'png', 'html'] as const) {
      const button = this.button(titles[as], '', () => {
        menu.open = false;
        menu.querySelector('summary')!.focus();
        this.options.onSave(as);
      });
      button.dataset['save'] = as;
      body.append(button);
    }
    return menu;
  }

  private menu(title: string): [HTMLDetailsElement, HTMLElement] {
    const { document } = this.options;
    const menu = html(document, 'details', 'msim-menu');
    const body = html(document, 'div', 'msim-menuBody');
    menu.append(html(document, 'summary', 'msim-button', `${title} ▾`), body);
    this.menus.push(menu);
    return [menu, body];
  }

  private button(text: string, label: string, onClick: () => void): HTMLButtonElement {
    const button = html(this.options.document, 'button', 'msim-button', text);
    button.type = 'button';
    if (label !== '') {
      button.title = label;
      button.setAttribute('aria-label', label);
    }
    this.disposables.listen(button, 'click', onClick);
    return button;
  }
}

