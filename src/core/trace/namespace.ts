/// The names of a module, of which only those are looked at that may have changed since the last time: a notebook has many.
import type { Ptr } from '../memory/ram';
import { entryAt, entryWords, keysEntries } from '../objects/dictkeys';
import { dictKeys } from '../objects/dictobject';
import { isStr } from '../objects/str';
import type { Vm } from '../vm/vm';

/// Words kept of an entry: key, value, the value's mark (see objects/heap.ts) and its first field. What is new at a place has
/// no mark; a str that grew where it was has another length.
const ENTRY = 4;

/// The mark of a value without a serial number.
const SEEN = -1;

export class Namespace {
  private table: Ptr = 0;
  private count = 0;
  private seen = new Int32Array(16 * ENTRY);

  /// `dict` has a table of its own.
  constructor(private readonly vm: Vm, private readonly dict: Ptr) {}

  /// Whether all names are there that were there when they were read; false if that is not certain.
  hasAll(): boolean {
    const { seen, vm, vm: { i32 } } = this;
    const k = dictKeys(vm, this.dict);
    if (k !== this.table || keysEntries(vm, k) < this.count) return false;
    for (let i = 0, e = entryAt(vm, k, 0); i < this.count; i++, e += entryWords(vm, k)) {
      if (i32[e] !== seen[i * ENTRY] || (i32[e + 2] === 0) !== (seen[i * ENTRY + 1] === 0)) return false;
    }
    return true;
  }

  /// Calls `visit` with each name whose value may not be what it was; it returns whether what it found holds for as long as the
  /// value is there, and in the marks.
  visitChanged(visit: (name: string, p: Ptr) => boolean): void {
    const { vm, vm: { i32 } } = this;
    const k = dictKeys(vm, this.dict);
    this.table = k;
    this.count = keysEntries(vm, k);
    if (this.seen.length < this.count * ENTRY) this.grow();
    const { seen, count } = this;
    for (let i = 0, e = entryAt(vm, k, 0); i < count; i++, e += entryWords(vm, k)) {
      const at = i * ENTRY;
      const key = i32[e]!;
      const value = i32[e + 2]!;
      const isAsItWas = value === 0 || (seen[at + 2] !== 0 && seen[at + 2] === i32[value + 1] && seen[at + 3] === i32[value + 4]);
      if (key === seen[at] && value === seen[at + 1] && isAsItWas) continue;
      seen[at] = key;
      seen[at + 1] = value;
      seen[at + 2] = 0;
      const name = value !== 0 && isStr(vm, key) ? vm.text(key) : '';
      if (name === '' || name.startsWith('__') || !visit(name, value)) continue;
      i32[value + 1] ||= SEEN;
      seen[at + 2] = i32[value + 1]!;
      seen[at + 3] = i32[value + 4]!;
    }
  }

  /// All names may have changed.
  forget(): void {
    this.seen.fill(0);
  }

  private grow(): void {
    const larger = new Int32Array(this.count * ENTRY * 2);
    larger.set(this.seen);
    this.seen = larger;
  }
}
