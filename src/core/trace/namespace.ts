/// The names of a module, of which only those are looked at that may have changed since the last time: a notebook has many. While
/// it is recorded, the dict tells which ones were stored.
import type { Ptr } from '../memory/ram';
import { entryAt, keysEntries } from '../objects/dictkeys';
import { dictKeys } from '../objects/dictobject';
import type { DictFollower } from '../objects/heap';
import { isStr } from '../objects/str';
import type { Vm } from '../vm/vm';

/// Words kept of an entry: key, value, the value's mark (see objects/heap.ts) and its first field. What is new at a place has
/// no mark; a str that grew where it was has another length.
const ENTRY = 4;

/// The mark of a value without a serial number.
const SEEN = -1;

export class Namespace implements DictFollower {
  private table: Ptr = 0;
  private count = 0;
  private seen = new Int32Array(16 * ENTRY);
  /// Entries stored since the last time; those that are looked at each time; and whether all are to be looked at.
  private readonly stored: number[] = [];
  private readonly unsettled = new Set<number>();
  private mayBeAny = true;

  /// `dict` has a table of its own.
  constructor(private readonly vm: Vm, private readonly dict: Ptr) {
    vm.followers.set(dict, [...(vm.followers.get(dict) ?? []), this]);
  }

  /// Nobody looks at it any more.
  leave(): void {
    const others = (this.vm.followers.get(this.dict) ?? []).filter(other => other !== this);
    if (others.length > 0) this.vm.followers.set(this.dict, others);
    else this.vm.followers.delete(this.dict);
  }

  entryChanged(ix: number): void {
    if (ix < 0) this.mayBeAny = true;
    else this.stored.push(ix);
  }

  /// Whether all names are there that were there when they were read; false if that is not certain.
  hasAll(): boolean {
    const { seen, vm, vm: { i32 } } = this;
    const k = dictKeys(vm, this.dict);
    if (k !== this.table || keysEntries(vm, k) < this.count) return false;
    const isThere = (i: number): boolean => {
      const e = entryAt(vm, k, i);
      return i >= this.count || (i32[e] === seen[i * ENTRY] && (i32[e + 2] === 0) === (seen[i * ENTRY + 1] === 0));
    };
    if (!this.mayBeAny) return this.stored.every(isThere);
    for (let i = 0; i < this.count; i++) if (!isThere(i)) return false;
    return true;
  }

  /// Calls `visit` with each name whose value may not be what it was, and the place of its entry; it returns whether what it
  /// found holds for as long as the value is there, and in the marks.
  visitChanged(visit: (name: string, p: Ptr, ix: number) => boolean): void {
    const { vm, stored, unsettled } = this;
    const k = dictKeys(vm, this.dict);
    const isAny = this.mayBeAny || k !== this.table;
    this.table = k;
    this.count = keysEntries(vm, k);
    this.mayBeAny = false;
    if (this.seen.length < this.count * ENTRY) this.grow();
    if (isAny) {
      for (let i = 0; i < this.count; i++) this.visitEntry(k, i, visit);
    } else if (stored.length + unsettled.size > 0) {
      const some = [...stored, ...unsettled].sort((a, b) => a - b);
      for (const i of some) if (i < this.count) this.visitEntry(k, i, visit);
    }
    stored.length = 0;
  }

  private visitEntry(k: Ptr, i: number, visit: (name: string, p: Ptr, ix: number) => boolean): void {
    const { seen, vm, vm: { i32 } } = this;
    const e = entryAt(vm, k, i);
    const at = i * ENTRY;
    const key = i32[e]!;
    const value = i32[e + 2]!;
    const isAsItWas = value === 0 || (seen[at + 2] !== 0 && seen[at + 2] === i32[value + 1] && seen[at + 3] === i32[value + 4]);
    if (key === seen[at] && value === seen[at + 1] && isAsItWas) return;
    seen[at] = key;
    seen[at + 1] = value;
    seen[at + 2] = 0;
    this.unsettled.delete(i);
    const name = value !== 0 && isStr(vm, key) ? vm.text(key) : '';
    if (name === '' || name.startsWith('__')) return;
    if (!visit(name, value, i)) {
      this.unsettled.add(i);
      return;
    }
    i32[value + 1] ||= SEEN;
    seen[at + 2] = i32[value + 1]!;
    seen[at + 3] = i32[value + 4]!;
  }

  /// All names may have changed.
  forget(): void {
    this.seen.fill(0);
    this.mayBeAny = true;
  }

  private grow(): void {
    const larger = new Int32Array(this.count * ENTRY * 2);
    larger.set(this.seen);
    this.seen = larger;
  }
}
