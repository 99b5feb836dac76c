/// A heap of bare containers under the real allocator, enough to drive the collector without Python.
///
/// Words of an object: 0-3 header (count, -, -, kind), 4 number of references, 5 first weakref, 6 finalizer,
/// then the references. A weakref has its referent in 4, the next weakref of it in 5, its callback in 6.
import {
  GC_FLAGS,
  FINALIZED,
  GENERATIONS,
  HEAD_WORDS,
  PERMANENT,
  isTracked,
  listObjects,
  track,
  untrack
} from '../../src/core/memory/gchead';
import { Allocator } from '../../src/core/memory/obmalloc';
import { Ram, type Ptr } from '../../src/core/memory/ram';
import type { GcHost } from '../../src/core/gc/host';
import type { Visitor } from '../../src/core/objects/typeobject';
import type { Profile } from '../../src/core/profile/profile';

export const Kind = { NODE: 1, TUPLE: 2, DICT: 3, WEAKREF: 4, ATOM: 5, LEGACY: 6 } as const;

const COUNT = 4;
const WEAKREFS = 5;
const FINALIZER = 6;
const REFS = 7;

export class ToyHost implements GcHost {
  readonly memory: Allocator;
  readonly i32: Int32Array;
  youngCount = 0;
  youngThreshold: number;
  gcEnabled = true;
  gcScheduled = false;
  readonly live = new Set<Ptr>();
  readonly names = new Map<Ptr, string>();
  readonly log: string[] = [];
  readonly garbage: Ptr[] = [];
  readonly infos: string[] = [];
  stderr = '';
  /// Where 3.11 collects: in the allocation, when the new object is not tracked yet.
  onScheduled: () => void = () => undefined;
  /// Finalizers and callbacks; an object names its own by index, 0 = none.
  readonly functions: ((p: Ptr) => void)[] = [() => undefined];

  constructor(readonly profile: Profile, bytes = 8 << 20) {
    this.memory = new Allocator(new Ram(bytes));
    this.i32 = this.memory.ram.i32;
    this.youngThreshold = profile.gcThresholds[0];
  }

  /// A new object with one reference, the caller's, and room for so many of its own.
  make(kind: number, room = 0, fn?: (p: Ptr) => void): Ptr {
    const head = kind === Kind.ATOM ? 0 : HEAD_WORDS;
    const p = this.memory.malloc((head + REFS + room) * 4) + head;
    if (p === head) throw new Error('the toy heap is too small');
    this.i32.fill(0, p, p + REFS + room);
    this.i32[p] = 1;
    this.i32[p + 3] = kind;
    if (fn !== undefined) this.i32[p + FINALIZER] = this.functions.push(fn) - 1;
    this.live.add(p);
    if (kind !== Kind.ATOM) {
      this.i32.fill(0, p - HEAD_WORDS, p);
      if (++this.youngCount > this.youngThreshold && this.gcEnabled) {
        this.gcScheduled = true;
        if (!this.profile.collectsAtEvalBreaker) this.onScheduled();
      }
      track(this.i32, p);
    }
    return p;
  }

  /// A weakref; without a callback it comes first in its referent's list, else after those.
  makeWeakref(referent: Ptr, callback?: (wr: Ptr) => void): Ptr {
    const wr = this.make(Kind.WEAKREF, 0, callback);
    this.i32[wr + COUNT] = referent;
    let at = referent + WEAKREFS;
    while (callback !== undefined && this.i32[at] !== 0 && !this.hasCallback(this.i32[at]!)) at = this.i32[at]! + 5;
    this.i32[wr + 5] = this.i32[at]!;
    this.i32[at] = wr;
    return wr;
  }

  referent(wr: Ptr): Ptr {
    return this.i32[wr + COUNT]!;
  }

  /// Appends a reference; the container must have room.
  add(container: Ptr, p: Ptr): void {
    this.i32[container + REFS + this.i32[container + COUNT]!++] = p;
    this.incref(p);
    // As a dict does when it first gets a container.
    if (!isTracked(this.i32, container) && this.isGc(p)) track(this.i32, container);
  }

  refs(p: Ptr): Ptr[] {
    return this.kind(p) === Kind.WEAKREF ? [] : [...this.i32.subarray(p + REFS, p + REFS + this.i32[p + COUNT]!)];
  }

  kind(p: Ptr): number {
    return this.i32[p + 3]!;
  }

  name(p: Ptr): string {
    return this.names.get(p) ?? String(p);
  }

  generation(n: number): Ptr[] {
    return listObjects(this.i32, [...GENERATIONS, PERMANENT][n]!);
  }

  incref(p: Ptr): void {
    this.i32[p]!++;
  }

  decref(p: Ptr): void {
    if (this.i32[p]! <= 0) throw new Error(`decref of the dead ${p}`);
    if (--this.i32[p]! === 0) this.dealloc(p);
  }

  private dealloc(p: Ptr): void {
    if (this.kind(p) === Kind.NODE && this.i32[p + FINALIZER] !== 0 && (this.i32[p + GC_FLAGS]! & FINALIZED) === 0) {
      this.i32[p + GC_FLAGS]! |= FINALIZED;
      this.i32[p] = 1;
      this.finalize(p);
      if (--this.i32[p]! > 0) return;
    }
    if (this.isGc(p)) untrack(this.i32, p);
    if (this.isWeakref(p)) this.clearWeakref(p);
    else {
      while (this.firstWeakref(p) !== 0) {
        const wr = this.firstWeakref(p);
        this.clearWeakref(wr);
        this.incref(wr);
        if (this.hasCallback(wr)) this.callCallback(wr);
        this.decref(wr);
      }
      this.clear(p);
    }
    this.live.delete(p);
    this.log.push(`free ${this.name(p)}`);
    if (this.isGc(p) && this.youngCount > 0) this.youngCount--;
    this.memory.free(this.isGc(p) ? p - HEAD_WORDS : p);
  }

  isGc(p: Ptr): boolean {
    return this.i32[p + 3] !== Kind.ATOM;
  }

  traverse(p: Ptr, visitor: Visitor): void {
    if (this.i32[p + 3] === Kind.WEAKREF) return;
    const end = p + REFS + this.i32[p + COUNT]!;
    for (let at = p + REFS; at < end; at++) visitor.visit(this.i32[at]!);
  }

  clear(p: Ptr): void {
    if (this.isWeakref(p)) return;
    const refs = this.refs(p);
    this.i32[p + COUNT] = 0;
    for (const q of refs) this.decref(q);
  }

  hasFinalizer(p: Ptr): boolean {
    return this.kind(p) === Kind.NODE && this.i32[p + FINALIZER] !== 0;
  }

  finalize(p: Ptr): void {
    this.functions[this.i32[p + FINALIZER]!]!(p);
  }

  hasLegacyFinalizer(p: Ptr): boolean {
    return this.kind(p) === Kind.LEGACY;
  }

  private maybeUntrack(p: Ptr, kind: number): void {
    if (this.kind(p) === kind && this.refs(p).every((q) => !this.isGc(q) || (this.kind(q) === Kind.TUPLE && !isTracked(this.i32, q)))) {
      untrack(this.i32, p);
    }
  }

  maybeUntrackTuple(p: Ptr): void {
    this.maybeUntrack(p, Kind.TUPLE);
  }

  maybeUntrackDict(p: Ptr): void {
    this.maybeUntrack(p, Kind.DICT);
  }

  isWeakref(p: Ptr): boolean {
    return this.kind(p) === Kind.WEAKREF;
  }

  firstWeakref(p: Ptr): Ptr {
    return this.isWeakref(p) ? 0 : this.i32[p + WEAKREFS]!;
  }

  clearWeakref(wr: Ptr): void {
    const referent = this.referent(wr);
    if (referent === 0) return;
    let at = referent + WEAKREFS;
    while (this.i32[at] !== wr) at = this.i32[at]! + 5;
    this.i32[at] = this.i32[wr + 5]!;
    this.i32[wr + COUNT] = 0;
  }

  hasCallback(wr: Ptr): boolean {
    return this.i32[wr + FINALIZER] !== 0;
  }

  callCallback(wr: Ptr): void {
    this.functions[this.i32[wr + FINALIZER]!]!(wr);
  }

  appendGarbage(p: Ptr): void {
    this.incref(p);
    this.garbage.push(p);
  }

  invokeCallbacks(phase: string, info: { generation: number; collected: number; uncollectable: number }): void {
    this.infos.push(`${phase} ${info.generation} ${info.collected} ${info.uncollectable}`);
  }

  writeStderr(text: string): void {
    this.stderr += text;
  }

  typeName(): string {
    return 'Node';
  }
}
