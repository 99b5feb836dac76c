/// The collector's links of the objects told, step by step: who is next on the list of its generation, and who is before it. What
/// comes and goes changes the links of its neighbours, whoever they are, so after each step all objects told are looked at.
import { FINALIZED, GC_FLAGS, GC_NEXT, GC_PREV } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { DigitReader, number, unzigzag, zigzag } from './digits';
import type { KnownObject } from './model';

/// Characters, at most. The first entry that has no room is not told, and none behind it: what is told is true.
const MOST_SIZE = 600;
/// Bytes of a word, and of a head: a link is to a head.
const WORD = 4;
const HEAD = 16;

export interface Links {
  /// `_gc_next` and `_gc_prev` as numbers, without the bits of a collection under way.
  readonly next: number;
  readonly prev: number;
}

/// Entries as of a `WordLog`: a number of objects, and of each its serial number as the difference to the last one's, and its links as
/// words between the two objects (0 = none); the lowest bit of `_gc_prev` comes first.
export class LinkLog {
  private readonly told = new Map<number, string>();
  private last = 0;
  private isFull = false;
  text = '';

  constructor(private readonly i32: () => Int32Array) {}

  /// An entry is over: the state before the cell, or a step.
  end(objects: Iterable<KnownObject>): void {
    if (this.isFull) return;
    const i32 = this.i32();
    let text = '';
    let count = 0;
    for (const { p, serial, type } of objects) {
      if (!type.hasGc || i32[p]! <= 0) continue;
      const links = number(link(i32, p, GC_NEXT)) + number(2 * link(i32, p, GC_PREV) + (i32[p + GC_FLAGS]! & FINALIZED));
      if (this.told.get(serial) === links) continue;
      this.told.set(serial, links);
      text += number(zigzag(serial - this.last)) + links;
      this.last = serial;
      count++;
    }
    this.isFull = this.text.length + text.length > MOST_SIZE;
    if (!this.isFull) this.text += number(count) + text;
  }
}

function link(i32: Int32Array, p: Ptr, at: number): number {
  const other = i32[p + at]!;
  return other === 0 ? 0 : zigzag(other - p);
}

/// A `LinkLog`'s entries, read.
export class LinkSteps {
  private constructor(private readonly entries: readonly ReadonlyMap<number, readonly [next: number, prev: number]>[]) {}

  /// Undefined if the text is none of a `LinkLog`'s with so many entries, or fewer.
  static read(text: string, most: number): LinkSteps | undefined {
    const reader = new DigitReader(text);
    const entries: Map<number, readonly [number, number]>[] = [];
    let serial = 0;
    while (!reader.isAtEnd && entries.length <= most) {
      const entry = new Map<number, readonly [number, number]>();
      let objects = reader.next();
      for (; objects > 0; objects--) {
        serial += unzigzag(reader.next());
        const links = [reader.next(), reader.next()] as const;
        if (!links.every(Number.isSafeInteger)) return undefined;
        entry.set(serial, links);
      }
      if (objects !== 0 || !Number.isSafeInteger(serial)) return undefined;
      entries.push(entry);
    }
    return reader.isAtEnd && entries.length <= most ? new LinkSteps(entries) : undefined;
  }

  /// The links of an object at this address: 0 = before the cell, 1 = after its first step; undefined = not told.
  at(serial: number, address: number, entry: number): Links | undefined {
    if (entry >= this.entries.length) return undefined;
    for (let i = entry; i >= 0; i--) {
      const links = this.entries[i]!.get(serial);
      if (links !== undefined) {
        const [next, prev] = links;
        return { next: headAt(address, next), prev: headAt(address, Math.floor(prev / 2)) + (prev % 2) };
      }
    }
    return undefined;
  }
}

function headAt(address: number, distance: number): number {
  return distance === 0 ? 0 : address + WORD * unzigzag(distance) - HEAD;
}
