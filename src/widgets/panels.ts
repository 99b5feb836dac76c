/// The panels beside the graph, each made when its tab is first opened.

import type { Picture } from '../views/picture';
import { BytesPanel } from './bytesPanel';
import { EventsPanel } from './eventsPanel';
import { MemoryPanel } from './memoryPanel';
import type { Tab } from './tabs';

export interface Panel {
  readonly element: HTMLElement;
  show(moment: number, selected: number | undefined, part: number): void;
  dispose(): void;
}

export interface PanelsOptions {
  readonly document: Document;
  readonly picture: Picture;
  readonly onSeek: (moment: number) => void;
  readonly onSelect: (serial: number) => void;
  /// The pointer is on an object; undefined = on none any more.
  readonly onPoint: (serial: number | undefined) => void;
}

export class Panels {
  private readonly made = new Map<Tab, Panel>();

  constructor(private readonly options: PanelsOptions) {}

  /// Undefined for the graph, and for a panel that was never opened.
  opened(tab: Tab): Panel | undefined {
    return this.made.get(tab);
  }

  open(tab: Exclude<Tab, 'graph'>): Panel {
    let panel = this.made.get(tab);
    if (panel === undefined) {
      panel = tab === 'memory' ? new MemoryPanel(this.options) : tab === 'events' ? new EventsPanel(this.options) : new BytesPanel(this.options);
      this.made.set(tab, panel);
    }
    return panel;
  }

  dispose(): void {
    this.made.forEach((panel) => panel.dispose());
  }
}
