/// Memory with objects in it: headers, reference counts, allocation and the log of what was touched.
///
/// An object is a `Ptr` p. Its header has CPython's size and order (Include/object.h):
///   i32[p]     ob_refcnt; negative = immortal
///   i32[p + 1] serial number of the object in the trace, 0 = none (the high half of ob_refcnt)
///   i32[p + 2] ob_type, as the type object's Ptr
///   i32[p + 3] index of the type in `typeTable` (the high half of ob_type)
/// Field n (8 bytes) of a structure follows at p + 4 + 2n. A GC head (16 bytes) lies before p, a managed
/// dict and weakref list (16 bytes) before that: see memory/gchead.
import { HEAD_WORDS, untrack } from '../memory/gchead';
import { Allocator } from '../memory/obmalloc';
import { Ram, zeroWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import type { Profile } from '../profile/profile';
import { FreeList } from './freelist';
import type { TypeObject } from './typeobject';

/// ob_refcnt of an immortal object; incref and decref leave it alone.
export const IMMORTAL = -0x40000000;

/// What a word of the touch log says of its object, in the two low bits. NEW is followed by the type's index.
export const Touch = { CHANGED: 0, NEW: 1, FREED: 2, FINALIZED: 3 } as const;

/// Hears which entries of a dict change while `recording`.
export interface DictFollower {
  /// The entry with this index has another key or value; -1: any may have.
  entryChanged(ix: number): void;
}

/// Size of the managed dict and weakref pointers before the GC head of an instance, in words.
export const PREHEADER_WORDS = 4;

/// Values that live outside the simulated bytes (JS strings, bigints, functions), by index.
export class HostTable<T> {
  readonly values: (T | undefined)[] = [undefined];
  private readonly vacant: number[] = [];

  add(value: T): number {
    const index = this.vacant.pop();
    if (index === undefined) return this.values.push(value) - 1;
    this.values[index] = value;
    return index;
  }

  get(index: number): T {
    return this.values[index] as T;
  }

  remove(index: number): void {
    this.values[index] = undefined;
    this.vacant.push(index);
  }
}

/// Objects that CPython has in static memory (Include/internal/pycore_global_objects.h); see singletons.ts.
class Statics {
  /// The int -5; the next ones follow every SMALL_INT_WORDS words.
  smallInts: Ptr = 0;
  emptyStr: Ptr = 0;
  /// The str '\0'; the next ones follow every `latin1Words` words.
  latin1: Ptr = 0;
  latin1Words = 0;
  emptyBytes: Ptr = 0;
  /// The bytes b'\0'; the next ones follow every BYTE_WORDS words.
  bytes: Ptr = 0;
}

export abstract class Heap {
  readonly ram: Ram;
  readonly i32: Int32Array;
  readonly f64: Float64Array;
  readonly u8: Uint8Array;
  readonly memory: Allocator;
  /// Host side of each type object, by the index in i32[p + 3] of its instances.
  readonly typeTable: TypeObject[] = [];
  /// Texts of the str objects, values of the int objects past 2^53, contents of `interned_dict` (borrowed).
  readonly strings = new HostTable<string>();
  readonly bigints = new HostTable<bigint>();
  readonly interned = new Map<string, Ptr>();
  readonly statics = new Statics();
  /// sys.get_int_max_str_digits()
  intMaxStrDigits = 4300;

  /// Free lists of each type, by its index: one, or one for each size (tuple). Whoever allocates finds its own in
  /// `TypeObject.freeList`, or here: only some ints are kept, and tuples by their size (from 1).
  readonly freeLists: (readonly FreeList[] | undefined)[] = [];
  intFreeList: FreeList | undefined = undefined;
  tupleFreeLists: readonly FreeList[] = [];
  readonly dictKeysFreeList: FreeList;

  /// Container objects allocated less those freed since the last young collection (gc.get_count()[0]).
  youngCount = 0;
  youngThreshold: number;
  gcEnabled = true;
  /// Set when the young generation is over its threshold; the eval loop looks at it.
  gcScheduled = false;

  /// Runs the collection that is due, if any; where, `Profile.collectsAtEvalBreaker` says.
  collectYoung: () => void = () => undefined;
  /// Runs the collection that an allocation made due at once, before the new object is tracked (up to 3.11).
  collectInAllocation: (() => void) | undefined = undefined;

  /// The touch log: Ptr | Touch, in order, while `recording`. Whoever records empties it.
  recording = false;
  touched = new Int32Array(1024);
  touchedLength = 0;
  readonly followers = new Map<Ptr, DictFollower[]>();

  constructor(readonly profile: Profile, bytes: number) {
    this.ram = new Ram(bytes);
    this.i32 = this.ram.i32;
    this.f64 = this.ram.f64;
    this.u8 = this.ram.u8;
    this.memory = new Allocator(this.ram);
    this.youngThreshold = profile.gcThresholds[0];
    this.dictKeysFreeList = new FreeList(profile.freeLists.dictKeys, 120);
  }

  /// Raises MemoryError in the guest.
  abstract noMemory(): never;

  /// Destroys an object whose count fell to 0, and is 0 (_Py_Dealloc).
  abstract dealloc(p: Ptr): void;

  incref(p: Ptr): void {
    const count = this.i32[p]!;
    if (count >= 0) {
      this.i32[p] = count + 1;
      if (this.recording) this.touch(p);
    }
  }

  decref(p: Ptr): void {
    const count = this.i32[p]!;
    if (count > 1) {
      this.i32[p] = count - 1;
      if (this.recording) this.touch(p);
    } else if (count >= 0) {
      if (count === 0) throw new Error(`decref of a dead object: ${this.describe(p)}`);
      this.i32[p] = 0;
      this.dealloc(p);
    }
  }

  /// decref of a reference that may be NULL (Py_XDECREF).
  xdecref(p: Ptr): void {
    if (p !== 0) this.decref(p);
  }

  /// Returns p as a new reference.
  newRef(p: Ptr): Ptr {
    this.incref(p);
    return p;
  }

  typeOf(p: Ptr): TypeObject {
    return this.typeTable[this.i32[p + 3]!]!;
  }

  isImmortal(p: Ptr): boolean {
    return this.i32[p]! < 0;
  }

  makeImmortal(p: Ptr): void {
    this.i32[p] = IMMORTAL;
  }

  /// The object's state in words, for assertions.
  describe(p: Ptr): string {
    const type = this.typeTable[this.i32[p + 3]!];
    return `${type?.name ?? 'not an object'} at word ${p}, count ${this.i32[p]}`;
  }

  /// An object without a GC head; count 1, fields not set. Holds a reference to a heap type.
  allocObject(type: TypeObject, bytes: number): Ptr {
    const list = type.freeList;
    const p = list !== undefined && list.count > 0 ? list.pop() : this.memory.malloc(bytes) || this.noMemory();
    this.initObject(p, type);
    return p;
  }

  /// A container object, not tracked yet; count 1, fields not set; `words` before the GC head are zeroed.
  allocGc(type: TypeObject, bytes: number, preheaderWords = 0): Ptr {
    const list = type.freeList;
    return list !== undefined && list.count > 0 ? this.takeKept(list, type) : this.allocGcFresh(type, bytes, preheaderWords);
  }

  /// A container object from a free list that is not empty: the collector does not count it.
  takeKept(list: FreeList, type: TypeObject): Ptr {
    const p = list.pop();
    zeroWords(this.f64, p - HEAD_WORDS, p);
    this.initObject(p, type);
    return p;
  }

  /// A container object past the type's free list, as tp_alloc makes it (PyType_GenericAlloc).
  allocGcFresh(type: TypeObject, bytes: number, preheaderWords = 0): Ptr {
    const before = HEAD_WORDS + preheaderWords;
    const block = this.memory.malloc(before * 4 + bytes) || this.noMemory();
    const p = block + before;
    zeroWords(this.f64, block, p);
    if (++this.youngCount > this.youngThreshold && this.gcEnabled) {
      this.gcScheduled = true;
      // 3.11 collects in _PyObject_GC_Link, before the block is an object of the type.
      this.i32[p] = 0;
      this.collectInAllocation?.();
    }
    this.initObject(p, type);
    return p;
  }

  private initObject(p: Ptr, type: TypeObject): void {
    const i32 = this.i32;
    i32[p] = 1;
    i32[p + 1] = 0;
    i32[p + 2] = type.ptr;
    i32[p + 3] = type.index;
    if (type.isHeapType) this.incref(type.ptr);
    if (this.recording) this.touchNew(p);
  }

  /// Notes a new object, whose header is set.
  touchNew(p: Ptr): void {
    this.touch(p | Touch.NEW);
    this.touch(this.i32[p + 3]!);
  }

  /// Gives the block of an object without a GC head back (PyObject_Free), or to `list` if it takes it.
  freeObject(p: Ptr, list: FreeList | undefined): void {
    if (this.recording) this.touch(p | Touch.FREED);
    if (list !== undefined && list.push(p)) return;
    this.memory.free(p);
  }

  /// Gives the block of a container back (PyObject_GC_Del), or to `list` if it takes it.
  freeGc(p: Ptr, list: FreeList | undefined, preheaderWords = 0): void {
    if (this.recording) this.touch(p | Touch.FREED);
    untrack(this.i32, p);
    if (list !== undefined && list.push(p)) return;
    if (this.youngCount > 0) this.youngCount--;
    this.memory.free(p - HEAD_WORDS - preheaderWords);
  }

  /// Whether the dead object p is in a free list: its block is not the allocator's.
  isKept(p: Ptr): boolean {
    return this.i32[p] === 0 && (this.freeLists[this.i32[p + 3]!]?.some(list => list.has(p)) ?? false);
  }

  /// What CPython has in the first word of a dead object that a type keeps: 0, or the next one's address (3.14
  /// Include/internal/pycore_freelist.h); undefined for other words.
  keptWord(p: Ptr): Ptr | undefined {
    if (this.i32[p] !== 0) return undefined;
    for (const list of this.freeLists[this.i32[p + 3]!] ?? []) {
      const next = list.after(p);
      if (next !== undefined) return this.profile.linksFreeLists ? next : 0;
    }
    return undefined;
  }

  /// Gives the blocks of all free lists back; after a full collection (_PyGC_ClearAllFreeLists).
  clearFreeLists(): void {
    for (const [index, lists] of this.freeLists.entries()) {
      const type = this.typeTable[index];
      if (lists === undefined || type === undefined || lists === this.keptSlices) continue;
      const before = type.hasGc ? HEAD_WORDS : 0;
      for (const list of lists) {
        while (list.count > 0) {
          if (type.hasGc && this.youngCount > 0) this.youngCount--;
          this.memory.free(list.pop() - before);
        }
      }
    }
    while (this.dictKeysFreeList.count > 0) this.memory.free(this.dictKeysFreeList.pop());
  }
  /// The free list of slices, where a collection leaves it alone (up to 3.13).
  keptSlices: readonly FreeList[] | undefined = undefined;

  /// Tells those who follow the dict which entry changed; see `DictFollower`.
  tellEntry(dict: Ptr, ix: number): void {
    const followers = this.followers.get(dict);
    if (followers !== undefined) for (const follower of followers) follower.entryChanged(ix);
  }

  /// Notes that an object's count or contents changed. Whoever writes a reference into an object calls it.
  touch(word: number): void {
    if (this.touchedLength === this.touched.length) {
      const larger = new Int32Array(this.touched.length * 2);
      larger.set(this.touched);
      this.touched = larger;
    }
    this.touched[this.touchedLength++] = word;
  }
}
