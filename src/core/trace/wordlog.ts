/// What lies in the objects told, 8 bytes at a time: pointers to what is not told, hashes, sizes of tables. Differences from
/// step to step, of the objects that a step touched; the collector's links, which others' steps change, at the end only.
import type { Ptr } from '../memory/ram';
import { DigitReader, number, unzigzag, zigzag } from './digits';
import type { KnownObject } from './model';
import { ObjectKind } from './payload';

/// The 8 bytes at an offset from the object's address: the lower and the upper four, each as a number.
export interface Word {
  readonly offset: number;
  readonly low: number;
  readonly high: number;
}

/// Gives the first so many words of a live object.
export type ReadWords = (p: Ptr, most: number) => readonly Word[];

/// Characters, at most; what comes behind is not told.
const MOST_SIZE = 1_800;
/// Words of an object that are looked at.
const MOST_WORDS = 16;
/// Count and type are told by other means; the links lie before the object.
const HEADER = 16;
const LINKS: ReadonlySet<number> = new Set([-16, -8]);
/// Eight zeros.
const EMPTY = number(0) + number(0);
/// Larger objects are not looked at: bytes.
const LARGE = 1024;

export class WordLog {
  private readonly told = new Map<number, Map<number, string>>();
  private readonly touched = new Set<KnownObject>();
  private last = 0;
  text = '';

  /// `read` gives the words of a live object.
  constructor(private readonly read: ReadWords) {}

  touch(object: KnownObject): void {
    if (this.text.length < MOST_SIZE && object.kind !== ObjectKind.CLASS && object.bytes <= LARGE) this.touched.add(object);
  }

  /// An entry is over: the state before the cell, or a step. `isLive` says which objects are still there.
  end(isLive: (object: KnownObject) => boolean, isLast = false): void {
    if (this.text.length >= MOST_SIZE) return;
    let text = '';
    let count = 0;
    for (const object of this.touched) {
      if (!isLive(object) || text.length + this.text.length > MOST_SIZE) continue;
      const changes = this.changes(object, isLast);
      if (changes === '') continue;
      text += number(zigzag(object.serial - this.last)) + changes;
      this.last = object.serial;
      count++;
    }
    this.touched.clear();
    this.text += number(count) + text;
  }

  private changes({ kind, p, serial }: KnownObject, isLast: boolean): string {
    let known = this.told.get(serial);
    if (known === undefined) this.told.set(serial, known = new Map());
    let text = '';
    let count = 0;
    for (const { offset, low, high } of this.read(p, MOST_WORDS)) {
      if ((offset >= 0 && offset < HEADER) || (LINKS.has(offset) && !isLast)) continue;
      const value = number(high) + number(low);
      // Places for attributes that no object has had are many, and empty.
      if ((known.get(offset) ?? (kind === ObjectKind.INSTANCE && offset > HEADER ? EMPTY : '')) === value) continue;
      known.set(offset, value);
      text += number(zigzag(offset / 8)) + value;
      count++;
    }
    return count === 0 ? '' : number(count) + text;
  }
}

/// The upper four bytes and the lower, each as a number.
type Halves = readonly [high: number, low: number];

/// A `WordLog`'s entries, read.
export class WordSteps {
  private constructor(private readonly entries: readonly ReadonlyMap<number, ReadonlyMap<number, Halves>>[]) {}

  /// Undefined if the text is none of a `WordLog`'s with so many entries, or fewer.
  static read(text: string, most: number): WordSteps | undefined {
    const reader = new DigitReader(text);
    const entries: Map<number, Map<number, Halves>>[] = [];
    let serial = 0;
    while (!reader.isAtEnd && entries.length <= most) {
      const entry = new Map<number, Map<number, Halves>>();
      let objects = reader.next();
      if (!(objects >= 0)) return undefined;
      for (; objects > 0; objects--) {
        serial += unzigzag(reader.next());
        const words = new Map<number, Halves>();
        let count = reader.next();
        if (!(Number.isSafeInteger(serial) && count >= 0)) return undefined;
        for (; count > 0; count--) {
          const offset = 8 * unzigzag(reader.next());
          const [high, low] = [reader.next(), reader.next()];
          if (!(Number.isSafeInteger(offset) && high < 2 ** 32 && low < 2 ** 32)) return undefined;
          words.set(offset, [high, low]);
        }
        entry.set(serial, words);
      }
      entries.push(entry);
    }
    return reader.isAtEnd && entries.length <= most ? new WordSteps(entries) : undefined;
  }

  /// The words of an object in hexadecimal by their offsets, as far as they are told: 0 = before the cell, 1 = after its first step.
  at(serial: number, entry: number): ReadonlyMap<number, string> {
    const words = new Map<number, string>();
    for (const each of this.entries.slice(0, entry + 1)) {
      for (const [offset, [high, low]] of each.get(serial) ?? []) words.set(offset, `${hex(low)} ${hex(high)}`);
    }
    return words;
  }

  /// Whether all is told up to this entry.
  tells(entry: number): boolean {
    return entry < this.entries.length;
  }
}

/// Four bytes, the lowest first.
function hex(half: number): string {
  return [0, 8, 16, 24].map(shift => ((half >>> shift) & 255).toString(16).padStart(2, '0')).join(' ');
}
