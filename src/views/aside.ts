/// What a cell has nothing to do with, of the objects that earlier cells left: a tall picture does without.

import type { HeapState } from './state';

/// Objects that hang together, and the names of the module that lead to them.
export interface Aside {
  readonly names: ReadonlySet<string>;
  readonly objects: ReadonlySet<number>;
}

export const NOTHING_ASIDE: Aside = { names: new Set(), objects: new Set() };

/// More objects than these are not looked through: their pictures are packed.
const MOST = 3_000;

/// Of the state before the cell: what names lead to, or anything that such objects refer to. None of these names is in the cell's
/// source, and no object of those that hang together is `used`. Garbage is never aside.
export class Parts {
  private readonly above = new Map<number, number>();
  private readonly names = new Map<string, number>();

  constructor(state: Pick<HeapState, 'frames' | 'objects'>, private readonly source: string) {
    if (state.objects.size > MOST) {
      return;
    }
    for (const { serial, slots } of state.objects.values()) {
      for (const ref of slots.values()) {
        if (ref > 0) {
          this.above.set(this.headOf(ref), this.headOf(serial));
        }
      }
    }
    for (const [name, ref] of state.frames[0]!.names) {
      if (ref !== undefined && ref > 0) {
        this.names.set(name, ref);
      }
    }
  }

  /// `serials` are the objects of the trace, `isUsed` tells who the cell did anything to, or referred to.
  aside(serials: Iterable<number>, isUsed: (serial: number) => boolean): Aside {
    const mentioned = new Set(this.source.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
    const named = new Set([...this.names.values()].map((ref) => this.headOf(ref)));
    const used = new Set([...this.names].filter(([name]) => mentioned.has(name)).map(([, ref]) => this.headOf(ref)));
    const all = [...serials];
    for (const serial of all) {
      if (isUsed(serial)) {
        used.add(this.headOf(serial));
      }
    }
    const isAside = (serial: number): boolean => named.has(this.headOf(serial)) && !used.has(this.headOf(serial));
    return { objects: new Set(all.filter(isAside)), names: new Set([...this.names].filter(([, ref]) => isAside(ref)).map(([name]) => name)) };
  }

  private headOf(serial: number): number {
    let at = serial;
    for (let above = this.above.get(at); above !== undefined && above !== at; above = this.above.get(at)) {
      at = above;
    }
    if (at !== serial) {
      this.above.set(serial, at);
    }
    return at;
  }
}
