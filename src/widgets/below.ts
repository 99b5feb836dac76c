/// What stands below the picture of a heap view: the row of controls, the lines of the cell, the chosen object, the lifelines,
/// what the whole heap is like. A view makes it after the picture has been painted.

import { leftOutText } from '../views/leftOut';
import type { Picture } from '../views/picture';
import { promptNumber } from '../views/runSummary';
import { DetailPanel } from './detailPanel';
import { html } from './dom';
import { GraphBar } from './graphBar';
import type { GraphBarOptions } from './graphBar';
import type { ViewSize } from './heapView';
import { LifelinesPanel } from './lifelinesPanel';
import { LinesPanel } from './linesPanel';
import type { LinesPanelOptions } from './linesPanel';
import { Newest } from './slices';

export interface BelowOptions extends Omit<GraphBarOptions, 'document' | 'picture'>, Omit<LinesPanelOptions, 'document' | 'picture'> {
  readonly document: Document;
  readonly picture: Picture;
  readonly onSeek: (moment: number) => void;
  /// An object was chosen in a text.
  readonly onChoose: (serial: number) => void;
  /// An object was chosen by the label of its row, or given up.
  readonly onSelect: (serial: number) => void;
  /// A drag through time begins or ends.
  readonly onDrag: (on: boolean) => void;
}

/// What a view shows.
export interface Shown {
  readonly moment: number;
  readonly part: number;
  /// The line of the cell; 0 = none.
  readonly line: number;
  readonly selected: number | undefined;
}

export class Below {
  /// Belongs to the graph.
  readonly bar: GraphBar;
  readonly lines: LinesPanel;
  readonly lives: LifelinesPanel;
  /// What the bar has asked for.
  readonly arranging: Newest;
  readonly searching: Newest;
  /// All but the bar, in order.
  readonly elements: readonly HTMLElement[];
  private readonly detail: DetailPanel;
  private readonly figures: HTMLElement;

  constructor(private readonly options: BelowOptions) {
    const { document, picture } = options;
    const { payload, words } = picture;
    this.arranging = new Newest(document);
    this.searching = new Newest(document);
    this.bar = new GraphBar(options);
    this.lines = new LinesPanel(options);
    this.detail = new DetailPanel({ document, picture, onSeek: options.onSeek, onSelect: options.onChoose, onCollapse: (serial) => this.bar.collapse(serial) });
    this.lives = new LifelinesPanel({
      document, words, onSeek: options.onSeek, onSelect: options.onSelect, onDrag: options.onDrag,
      lifelines: picture.lifelines,
      lineAt: (moment) => {
        const { line, file } = picture.timeline.moments[moment]!;
        return file === payload.file ? line : 0;
      }
    });
    this.figures = html(document, 'span');
    const foot = html(document, 'div', 'msim-foot');
    foot.append(html(document, 'span', '', words.__('shared heap after cell [%1]', promptNumber(payload))), this.figures);
    const leftOut = leftOutText(payload, words);
    const folded = leftOut === '' ? [] : [html(document, 'p', 'msim-folded', leftOut)];
    this.elements = [this.lines.element, this.detail.element, this.lives.element, ...folded, foot];
  }

  show({ moment, part, line, selected }: Shown): void {
    const { picture } = this.options;
    this.lines.show(line);
    this.detail.show(selected, moment, part);
    this.lives.show(moment);
    this.figures.textContent = picture.status(moment);
  }

  fit(size?: ViewSize): void {
    this.lives.fit(size);
  }

  dispose(): void {
    this.arranging.stop();
    this.searching.stop();
    this.bar.dispose();
    this.lines.dispose();
    this.detail.dispose();
    this.lives.dispose();
    [this.bar.element, ...this.elements].forEach((element) => element.remove());
  }
}
