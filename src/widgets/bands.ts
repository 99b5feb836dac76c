/// Very many small shapes in few elements: those that stand in one band of the picture are drawn together, and drawn anew only when
/// one of them looks other than before. A browser's work at each step goes by how many elements there are, more than by what changes.

import { svg } from './dom';

/// The height of a band, in units of the drawing.
const BAND = 240;

export class Bands {
  private readonly bands = new Map<number, { readonly node: SVGElement; items: readonly unknown[] }>();

  constructor(private readonly parent: SVGElement) {}

  /// `looks` tells what there is to be seen of an item, `fill` draws the items of a band into its node, which is empty then.
  update<T>(items: readonly T[], yOf: (item: T) => number, looks: (item: T) => string, fill: (node: SVGElement, items: readonly T[]) => void): void {
    const sorted = new Map<number, T[]>();
    for (const item of items) {
      const key = Math.floor(yOf(item) / BAND);
      const band = sorted.get(key);
      if (band === undefined) {
        sorted.set(key, [item]);
      } else {
        band.push(item);
      }
    }
    for (const [key, { node }] of this.bands) {
      if (!sorted.has(key)) {
        node.remove();
        this.bands.delete(key);
      }
    }
    for (const [key, own] of sorted) {
      let band = this.bands.get(key);
      if (band === undefined) {
        band = { node: svg(this.parent.ownerDocument, 'g'), items: [] };
        this.bands.set(key, band);
        this.parent.appendChild(band.node);
      }
      const { node } = band;
      const old = band.items as readonly T[];
      band.items = own;
      if (old.length !== own.length || own.some((item, i) => item !== old[i] && looks(item) !== looks(old[i]!))) {
        node.replaceChildren();
        fill(node, own);
      }
    }
  }
}
