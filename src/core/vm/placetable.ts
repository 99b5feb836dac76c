/// Tables over the address space, for walks over the whole heap: objects and blocks begin at multiples of 16 bytes.
import type { Ptr } from '../memory/ram';
import type { Visitor } from '../objects/typeobject';

/// A page of a table is for 1 MiB of the address space.
const PAGE_SHIFT = 18;
const PLACES = 1 << (PAGE_SHIFT - 2);

/// A small number for each place, 0 until it is set.
export class PlaceTable {
  private readonly pages: Int32Array[] = [];
  private readonly used: Ptr[] = [];

  /// The page of p, where p has the index `indexOf(p)`.
  protected page(p: Ptr): Int32Array {
    return this.pages[p >>> PAGE_SHIFT] ??= new Int32Array(PLACES);
  }

  protected static indexOf(p: Ptr): number {
    return (p >>> 2) & (PLACES - 1);
  }

  mark(p: Ptr): void {
    const page = this.page(p);
    const at = PlaceTable.indexOf(p);
    if (page[at] === 0) this.used.push(p);
    page[at] = 1;
  }

  has(p: Ptr): boolean {
    return this.page(p)[PlaceTable.indexOf(p)] !== 0;
  }

  clear(): void {
    for (const p of this.used) this.page(p)[PlaceTable.indexOf(p)] = 0;
    this.used.length = 0;
  }
}

/// The objects that a walk came to, with what their places hold, and those whose references it has not visited.
export interface Position {
  readonly objects: readonly Ptr[];
  readonly places: readonly number[];
  readonly pending: readonly Ptr[];
}

/// How many references there are to each object that a walk comes to. Its places hold that number and one more.
export class ReferenceCounts extends PlaceTable implements Visitor {
  /// In the order of the first reference to each.
  private readonly referred: Ptr[] = [];
  private readonly begun: Ptr[] = [];
  private readonly pending: Ptr[] = [];

  /// A reference to p, or NULL: fields of an object that is being deallocated may be empty.
  visit(p: Ptr): void {
    if (p === 0) return;
    const page = this.page(p);
    const at = PlaceTable.indexOf(p);
    const value = page[at]!;
    if (value < 2) this.referred.push(p);
    if (value === 0) this.pending.push(p);
    page[at] = value === 0 ? 2 : value + 1;
  }

  /// An object to begin at, to which this is no reference.
  add(p: Ptr): void {
    if (this.has(p)) return;
    this.page(p)[PlaceTable.indexOf(p)] = 1;
    this.begun.push(p);
    this.pending.push(p);
  }

  /// Where the walk stands.
  position(): Position {
    const objects = this.keys();
    return { objects, places: objects.map(p => this.page(p)[PlaceTable.indexOf(p)]!), pending: [...this.pending] };
  }

  /// Goes on from where another walk stood; this one is at its beginning.
  goOnFrom({ objects, places, pending }: Position): void {
    for (let i = 0; i < objects.length; i++) {
      const p = objects[i]!;
      this.page(p)[PlaceTable.indexOf(p)] = places[i]!;
      (places[i]! < 2 ? this.begun : this.referred).push(p);
    }
    for (const p of pending) this.pending.push(p);
  }

  /// The next object whose references have not been visited.
  nextPending(): Ptr | undefined {
    return this.pending.pop();
  }

  get(p: Ptr): number {
    return this.page(p)[PlaceTable.indexOf(p)]! - 1;
  }

  /// Every object, those to which there is no reference last.
  keys(): Ptr[] {
    return [...this.referred, ...this.begun.filter(p => this.get(p) === 0)];
  }

  override clear(): void {
    for (const objects of [this.referred, this.begun]) {
      for (const p of objects) this.page(p)[PlaceTable.indexOf(p)] = 0;
      objects.length = 0;
    }
  }
}
