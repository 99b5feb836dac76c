/// What a cell has nothing to do with, of the objects that earlier cells left: a tall picture does without.

import type { HeapState } from './state';

/// Objects that hang together, and the names of the module that lead to them.
export interface Aside {
  readonly names: ReadonlySet<string>;
  readonly objects: ReadonlySet<number>;
  /// Garbage, which no picture does without: one box stands for all of it.
  readonly garbage: ReadonlySet<number>;
}

export const NOTHING_ASIDE: Aside = { names: new Set(), objects: new Set(), garbage: new Set() };

/// More objects than these are not looked through: their pictures are packed.
const MOST = 3_000;

/// Of the state before the cell: objects that hang together, none of which is `used` or referred to by a name that is `mentioned`.
export class Parts {
  private readonly above = new Map<number, number>();
  private readonly names = new Map<string, number>();
  private readonly areTooMany: boolean;

  constructor(state: Pick<HeapState, 'frames' | 'objects'>, private readonly mentioned: ReadonlySet<string>) {
    this.areTooMany = state.objects.size > MOST;
    if (this.areTooMany) {
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

  /// `serials` are the objects of the trace, `isUsed` tells who the cell did anything to, or referred to, `isGarbage` who is
  /// garbage from before the cell to its end.
  aside(serials: Iterable<number>, isUsed: (serial: number) => boolean, isGarbage: (serial: number) => boolean): Aside {
    if (this.areTooMany) {
      return NOTHING_ASIDE;
    }
    const used = new Set([...this.names].filter(([name]) => this.mentioned.has(name)).map(([, ref]) => this.headOf(ref)));
    const all = [...serials];
    for (const serial of all) {
      if (isUsed(serial)) {
        used.add(this.headOf(serial));
      }
    }
    const isUnused = (serial: number): boolean => !used.has(this.headOf(serial));
    const isAside = (serial: number): boolean => isUnused(serial) && !isGarbage(serial);
    return {
      objects: new Set(all.filter(isAside)), names: new Set([...this.names].filter(([, ref]) => isAside(ref)).map(([name]) => name)),
      garbage: new Set(all.filter((serial) => isGarbage(serial) && isUnused(serial)))
    };
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
