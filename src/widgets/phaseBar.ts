/// The phases of a collection as a row of buttons: where it is, and a way to each of them.

import { phaseTitles, stageOf } from '../views/gcSentences';
import type { Picture } from '../views/picture';
import { Disposables, html } from './dom';

export interface PhaseBarOptions {
  readonly document: Document;
  readonly picture: Picture;
  readonly onSeek: (moment: number) => void;
}

export class PhaseBar {
  readonly element: HTMLElement;
  /// Whether the collection is under way or to come; only where there is room.
  private readonly caption: HTMLElement;
  private readonly buttons: readonly HTMLButtonElement[];
  private readonly disposables = new Disposables();
  /// The first moment of each stage of the collection that is shown, of the next one, or after it of the last.
  private targets: readonly (number | undefined)[] = [];
  private shown: string | undefined;

  constructor(private readonly options: PhaseBarOptions) {
    const { document, picture } = options;
    this.element = html(document, 'ol', 'msim-phases');
    this.element.setAttribute('aria-label', picture.words.__('Phases of the collection'));
    // Room is kept from the beginning, so that nothing jumps when a collection starts.
    this.element.hidden = picture.survey.collections.length === 0;
    this.caption = html(document, 'li', 'msim-phasesCaption');
    this.caption.setAttribute('aria-hidden', 'true');
    this.element.append(this.caption);
    this.buttons = phaseTitles(picture.words).map((title, stage) => {
      const item = html(document, 'li');
      const button = html(document, 'button', 'msim-phase', `${stage + 1} ${title}`);
      button.type = 'button';
      this.disposables.listen(button, 'click', () => {
        const target = this.targets[stage];
        if (target !== undefined) {
          options.onSeek(target);
        }
      });
      item.append(button);
      this.element.append(item);
      return button;
    });
  }

  show(moment: number): void {
    const { timeline, survey } = this.options.picture;
    const stage = stageOf(timeline.at(moment).collection?.phase ?? -1);
    const next = survey.collections.findIndex(({ to }) => to >= moment);
    const collection = next < 0 ? survey.collections.length - 1 : next;
    const key = `${collection}:${stage}:${next < 0}`;
    if (key === this.shown) {
      return;
    }
    this.shown = key;
    this.targets = this.targetsOf(collection);
    this.element.classList.toggle('mod-idle', stage < 0);
    this.caption.textContent = this.captionOf(stage, next < 0);
    this.buttons.forEach((button, i) => {
      button.classList.toggle('mod-done', i < stage);
      button.setAttribute('aria-disabled', String(this.targets[i] === undefined));
      if (i === stage) {
        button.setAttribute('aria-current', 'step');
      } else {
        button.removeAttribute('aria-current');
      }
    });
  }

  dispose(): void {
    this.disposables.dispose();
    this.element.remove();
  }

  private captionOf(stage: number, isOver: boolean): string {
    const { words } = this.options.picture;
    return stage >= 0 ? words.__('in this collection') : isOver ? words.__('last collection') : words.__('next collection');
  }

  private targetsOf(index: number): (number | undefined)[] {
    const { timeline, survey } = this.options.picture;
    const collection = survey.collections[index];
    const targets: (number | undefined)[] = this.buttons.map(() => undefined);
    for (let n = collection?.from ?? 0; collection !== undefined && n < collection.to; n++) {
      const stage = stageOf(timeline.at(n).collection?.phase ?? -1);
      if (stage >= 0) {
        targets[stage] ??= n;
      }
    }
    return targets;
  }
}
