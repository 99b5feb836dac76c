/// What has been told of the heap so far, and the operations that bring it up to date.
import { HEAD_WORDS } from '../memory/gchead';
import { addressOf } from '../memory/ram';
import { FREED } from '../memory/obmalloc';
import type { Ptr } from '../memory/ram';
import { Subclass } from '../objects/typeobject';
import type { TypeObject } from '../objects/typeobject';
import { objectAt } from '../vm/heapwalk';
import type { Vm } from '../vm/vm';
import { holdsOthers, inlineText, kindOf, lengthOf, SHOWN_ITEMS, valueText, visitParts, weakTarget } from './anatomy';
import { heldByUntold, nearest } from './forgetting';
import { OP_ARITY, Op } from './payload';
import type { StringTable } from './strings';

/// What is told of a heap.
export interface ModelLimits {
  /// Objects with a box at one time; more are told as text where something refers to them.
  readonly objects: number;
  /// As many of these may be told only because a told one refers to them; the rest is for what is new, and what names refer to.
  readonly reached: number;
  /// The same where the texts of a trace take more than so many characters: what is told of its steps needs that room.
  readonly reachedAfter: { readonly characters: number; readonly objects: number };
  /// Of those that are there before a cell, told again at most.
  readonly kept: number;
  /// Items of a container, and slots in all, until a container's first items are enough.
  readonly items: number;
  readonly slots: number;
}

/// Of what outputs keep: each later cell tells it again.
const KEPT: ModelLimits = { objects: 2_000, reached: 1_500, reachedAfter: { characters: 8_000, objects: 300 }, kept: 200, items: SHOWN_ITEMS, slots: 0 };

const STACK_OPS: ReadonlySet<number> = new Set([Op.PUSH, Op.PUSH_BORROWED, Op.POP]);

/// A reference of the payload: a serial number, or a text.
export type Ref = number | string;

export interface KnownObject {
  readonly serial: number;
  readonly p: Ptr;
  readonly type: TypeObject;
  readonly typeName: string;
  readonly kind: number;
  readonly bytes: number;
  count: number;
  value: string;
  length: number;
  parts: Map<string, Ref>;
  /// What it refers to weakly, by serial number; 0 = nothing that has a box.
  weak: number;
}

/// What stands for an object that has no box.
export const boxless = (type: TypeObject): string => `${type.shortName} object`;

/// The parts of an object that were not looked at yet.
const NOTHING: Map<string, Ref> = new Map();

export class HeapModel {
  /// Live objects that have a box, by serial number.
  readonly known = new Map<number, KnownObject>();
  /// Blocks of freed objects whose tombstones stand.
  private readonly tombstones = new Map<Ptr, { readonly serial: number; readonly p: Ptr }>();
  protected readonly serials = new Map<Ptr, number>();
  protected nextSerial = 1;
  private ops: number[] = [];
  private strings: StringTable;
  /// The types of the objects told in this payload, by their names.
  readonly types = new Map<string, TypeObject>();
  /// Called with each object that is told for the first time, or told to have changed other than in its count.
  onLook: ((object: KnownObject) => void) | undefined;
  /// Called when there are more objects than the limits let in, once a payload.
  onLimit: ((objects: number) => void) | undefined;
  private isLimited = false;
  /// Objects freed since `beginPayload`.
  freed = 0;

  constructor(protected readonly vm: Vm, strings: StringTable, private readonly limits = KEPT) {
    this.strings = strings;
  }

  /// A new payload begins: all that lives is told again, into the ops returned.
  restart(strings: StringTable): number[] {
    this.strings = strings;
    this.ops = [];
    this.tombstones.clear();
    this.types.clear();
    this.made = new Set();
    this.freed = 0;
    this.isLimited = false;
    for (const object of this.known.values()) this.tellNew(object);
    for (const object of this.known.values()) {
      this.tellParts(object, object.parts);
      if (object.weak !== 0) this.push(Op.WEAK, object.serial, object.weak);
    }
    return this.takeOps();
  }

  /// Forgets what only such items hold as are not told: no arrow leads to it, and its container says how many more there are.
  /// `named`: what names refer to.
  forgetUntoldItems(named: Iterable<Ref>): void {
    for (const object of heldByUntold(this.vm, this, named)) this.forget(object);
  }

  private forget({ serial, p }: KnownObject): void {
    this.known.delete(serial);
    this.serials.delete(p);
    this.mark(p, 0);
  }

  /// Forgets what is furthest from the names, where more is known than is told again: so the next cell has room for its own.
  /// What led to it is told as text. The result says how many objects are kept; undefined = all.
  forgetFar(names: Map<string, Ref>): number | undefined {
    const { known, limits } = this;
    this.far.clear();
    this.near.length = 0;
    if (known.size <= limits.kept) return undefined;
    const kept = nearest(known, names.values(), limits.kept);
    const gone = new Map<Ref, KnownObject>();
    for (const object of [...known.values()].filter(each => !kept.has(each))) {
      this.forget(object);
      gone.set(object.serial, object);
    }
    for (const [name, ref] of names) {
      const object = gone.get(ref);
      if (object !== undefined) names.set(name, boxless(object.type));
    }
    for (const object of kept) {
      for (const [label, ref] of object.parts) {
        const part = gone.get(ref);
        if (part === undefined) continue;
        object.parts.set(label, boxless(part.type));
        this.await(object, part.p);
      }
      if (gone.has(object.weak)) object.weak = 0;
    }
    return kept.size;
  }
  /// What names of the module led to when the cell began, without a box, and what it has not come to since.
  private readonly far = new Map<Ptr, TypeObject>();
  private near: Ptr[] = [];

  /// Whether the value of a name that was told as `told` before is far; `isFirst`: the cell begins, and may leave it so.
  staysFar(p: Ptr, told: Ref | undefined, isFirst: boolean): boolean {
    const type = this.vm.typeOf(p);
    if (told !== boxless(type)) return false;
    if (isFirst && this.lookup(p) === undefined) {
      this.far.set(p, type);
      this.leaveOut();
    }
    return this.far.has(p);
  }

  /// Something is to be told of the object, dead or alive, which is given its box for that.
  private comeNear(p: Ptr, count: number): void {
    const type = this.far.get(p);
    if (type !== undefined) this.add(p, type, count);
  }

  private leaveOut(): void {
    if (!this.isLimited) this.onLimit?.(this.known.size);
    this.isLimited = true;
  }

  /// What was far and has got its box since the last time.
  takeNear(): Ptr[] {
    const { near } = this;
    if (near.length > 0) this.near = [];
    return near;
  }

  takeOps(): number[] {
    const { ops } = this;
    this.ops = [];
    return ops;
  }

  /// The operations since the last step.
  get pending(): readonly number[] {
    return this.ops;
  }

  push(...op: number[]): void {
    // Until V8 optimizes, for-of makes an object for each number.
    for (let i = 0; i < op.length; i++) this.ops.push(op[i]!);
  }

  /// Whether there is more to tell since the last step than temporaries that came and went.
  get hasNews(): boolean {
    for (let i = 0; i < this.ops.length; i += 1 + OP_ARITY[this.ops[i]!]!) if (!STACK_OPS.has(this.ops[i]!)) return true;
    return false;
  }

  /// The object's record, if it has a box and is still the same object.
  lookup(p: Ptr): KnownObject | undefined {
    const serial = this.serials.get(p);
    return serial === undefined ? undefined : this.known.get(serial);
  }

  /// An object of this type came to be at p; instances of the guest's classes get a box at once.
  created(p: Ptr, type: TypeObject): void {
    this.made?.add(p);
    this.reuse(p - (type.hasGc ? HEAD_WORDS + type.preheaderWords : 0));
    if (type.isHeapType && !type.isLibrary && !(type.subclass & Subclass.TYPE)) this.add(p, type, 1);
  }

  /// Whatever now lives in the block of a tombstone takes its place.
  private reuse(block: Ptr): void {
    const tombstone = this.tombstones.get(block);
    if (tombstone === undefined) return;
    this.tombstones.delete(block);
    this.push(Op.REUSE, tombstone.serial);
  }

  /// The object at p was deallocated.
  freedAt(p: Ptr): void {
    this.made?.delete(p);
    this.awaiting.delete(p);
    this.comeNear(p, 0);
    const object = this.lookup(p);
    if (object === undefined) return;
    const { serial } = object;
    this.serials.delete(p);
    if (object.count !== 0) this.push(Op.COUNT, serial, 0);
    this.push(Op.FREE, serial);
    this.known.delete(serial);
    this.freed++;
    this.tombstones.set(p - (object.type.hasGc ? HEAD_WORDS + object.type.preheaderWords : 0), { serial, p });
  }

  /// Its finalizer runs: its count has fallen to 0, or the collector found it unreachable.
  finalized(p: Ptr): void {
    this.comeNear(p, this.countOf(p));
    const object = this.lookup(p);
    const byCollector = this.finalizing === p;
    this.finalizing = 0;
    if (object === undefined) return;
    if (object.count !== 0 && !byCollector) {
      object.count = 0;
      this.push(Op.COUNT, object.serial, 0);
    }
    this.push(Op.FINALIZE, object.serial);
  }

  /// The object whose finalizer the collector is about to call; 0 = none.
  finalizing: Ptr = 0;

  /// How the payload names what a reference leads to; gives it a box if it should have one.
  ref(p: Ptr): Ref {
    const text = inlineText(this.vm, p);
    if (text !== undefined) return text;
    return this.boxed(p, this.limits.objects);
  }

  /// The same of what a told object refers to.
  partRef(holder: KnownObject, p: Ptr): Ref {
    const text = inlineText(this.vm, p);
    if (text !== undefined) return text;
    const { limits: { reached, reachedAfter }, strings } = this;
    const ref = this.boxed(p, strings.size > reachedAfter.characters ? reachedAfter.objects : reached);
    if (typeof ref === 'string') this.await(holder, p);
    return ref;
  }

  /// What refers to an object that has no box is told anew when it gets one.
  private await(holder: KnownObject, p: Ptr): void {
    const holders = this.awaiting.get(p);
    if (holders === undefined) this.awaiting.set(p, new Set([holder]));
    else holders.add(holder);
  }
  private readonly awaiting = new Map<Ptr, Set<KnownObject>>();

  private boxed(p: Ptr, most: number): Ref {
    const type = this.vm.typeOf(p);
    const object = this.lookup(p) ?? this.add(p, type, this.countOf(p), most);
    return object === undefined ? boxless(type) : object.serial;
  }

  /// The same for a temporary of the value stack: what is only used by a call or an operator gets no box for that.
  temporary(p: Ptr): Ref {
    const text = inlineText(this.vm, p);
    if (text !== undefined) return text;
    const type = this.vm.typeOf(p);
    const object = this.lookup(p) ?? (holdsOthers(this.vm, type) ? this.add(p, type, this.countOf(p)) : undefined);
    return object === undefined ? `${type.name} object` : object.serial;
  }

  /// The text's place in the table of strings.
  string(text: string): number {
    return this.strings.index(text);
  }

  encode(ref: Ref): number {
    return typeof ref === 'number' ? ref : -this.strings.index(ref) - 1;
  }

  /// The object may have died since: nothing is read from its place but the size of the block.
  private add(p: Ptr, type: TypeObject, count: number, most = this.limits.objects): KnownObject | undefined {
    if (this.known.size >= most) {
      this.leaveOut();
      return undefined;
    }
    const { vm } = this;
    const serial = this.nextSerial++;
    const before = type.hasGc ? HEAD_WORDS + type.preheaderWords : 0;
    const object: KnownObject = {
      serial, p, type, typeName: type.shortName, kind: kindOf(vm, type), bytes: count >= 0 && vm.memory.isBlockLive(p - before) ? vm.memory.blockSize(p - before) : type.basicsize,
      count, value: '', length: -1, parts: NOTHING, weak: 0
    };
    this.known.set(serial, object);
    this.serials.set(p, serial);
    this.tellNew(object, this.made?.has(p) === false ? Op.OLD : Op.NEW);
    if (this.far.delete(p)) this.near.push(p);
    this.fresh.push(object, ...(this.awaiting.get(p) ?? []));
    this.awaiting.delete(p);
    return object;
  }
  /// Objects told whose parts have not been looked at yet.
  private fresh: KnownObject[] = [];
  /// What was made since `beginPayload` and lives: all else that comes in sight was there before. Undefined: not recorded whole.
  private made: Set<Ptr> | undefined = new Set();

  private countOf(p: Ptr): number {
    return Math.max(this.vm.i32[p]!, -1);
  }

  private tellNew(object: KnownObject, op: typeof Op.NEW | typeof Op.OLD = Op.NEW): void {
    const { strings } = this;
    this.types.set(object.typeName, object.type);
    this.push(op, object.serial, strings.index(object.typeName), object.kind, addressOf(object.p) / 16, object.bytes);
    this.push(Op.COUNT, object.serial, object.count);
    if (object.value !== '') this.push(Op.VALUE, object.serial, strings.index(object.value));
    if (object.length >= 0) this.push(Op.LENGTH, object.serial, object.length);
  }

  private tellParts(object: KnownObject, parts: ReadonlyMap<string, Ref>): void {
    for (const [label, ref] of parts) this.push(Op.SLOT, object.serial, this.strings.index(label), this.encode(ref));
  }

  /// Tells what changed in these objects, and in all that come into view through them; their counts only if `counted`.
  update(touched: Iterable<KnownObject>, counted = true): void {
    for (const object of touched) this.updateOne(object, counted);
    this.tellFresh(counted);
    const { i32, memory } = this.vm;
    this.tombstones.forEach(({ p }, block) => {
      // Most are free and say so, which saves a walk along the free list.
      if (i32[block + 1] !== FREED && memory.isBlockLive(block) && !this.vm.isKept(p)) this.reuse(block);
    });
  }

  /// Tells the parts of what has just got a box, and all that comes into view through them.
  tellFresh(counted = true): void {
    for (let object = this.fresh.pop(); object !== undefined; object = this.fresh.pop()) this.updateOne(object, counted);
  }

  private updateOne(object: KnownObject, counted: boolean): void {
    const { vm, strings } = this;
    const { p, serial } = object;
    if (this.known.get(serial) !== object) return;
    if (vm.i32[p]! === 0) {
      // It is being deallocated: its parts are no longer looked at.
      if (counted && object.count !== 0) this.push(Op.COUNT, serial, object.count = 0);
      return;
    }
    this.mark(p, serial);
    const count = this.countOf(p);
    if (counted && count !== object.count) this.push(Op.COUNT, serial, object.count = count);
    const told = this.ops.length;
    const isFirst = object.parts === NOTHING;
    const value = valueText(vm, p);
    if (value !== object.value) this.push(Op.VALUE, serial, strings.index(object.value = value));
    const length = lengthOf(vm, p);
    if (length !== object.length) this.push(Op.LENGTH, serial, object.length = length);
    this.updateParts(object);
    // What is weak says so in its value.
    const target = value === '' ? 0 : weakTarget(vm, p);
    const ref = target === 0 ? 0 : this.temporary(target);
    const weak = typeof ref === 'number' ? ref : 0;
    if (weak !== object.weak) this.push(Op.WEAK, serial, object.weak = weak);
    if (isFirst || this.ops.length > told) this.onLook?.(object);
  }

  private updateParts(object: KnownObject): void {
    const { vm, strings } = this;
    const { p, serial, parts: told } = object;
    const most = this.slots < this.limits.slots ? this.limits.items : SHOWN_ITEMS;
    // Most objects are as they were told.
    const labels = told.keys();
    let same = true;
    visitParts(vm, p, (label, target) => { same = this.partRef(object, target) === told.get(label) && labels.next().value === label && same; }, most);
    if (same && labels.next().done === true && told !== NOTHING) {
      this.slots += told.size;
      return;
    }
    const parts = new Map<string, Ref>();
    visitParts(vm, p, (label, target) => { if (!parts.has(label)) parts.set(label, this.partRef(object, target)); }, most);
    this.slots += parts.size;
    for (const label of told.keys()) if (!parts.has(label)) this.push(Op.UNSLOT, serial, strings.index(label));
    for (const [label, ref] of parts) {
      if (told.get(label) !== ref) this.push(Op.SLOT, serial, strings.index(label), this.encode(ref));
    }
    object.parts = parts;
  }
  private slots = 0;

  /// Whether nothing more gets a box.
  get isFull(): boolean {
    return this.known.size >= this.limits.objects;
  }

  /// Whether the object has no box, as far as its mark says: one that has just got its box may have no mark yet.
  isUnmarked(p: Ptr): boolean {
    return this.vm.i32[p + 1] === 0;
  }

  /// Marks the object in memory as told, so that what takes its place is not taken for it.
  protected mark(p: Ptr, serial: number): void {
    this.vm.i32[p + 1] = serial;
  }

  /// Looks at every object anew, after a time in which nothing was recorded.
  resync(): void {
    const { vm } = this;
    this.made = undefined;
    this.far.clear();
    for (const object of [...this.known.values()]) {
      const alive = objectAt(vm, object.p) === object.p && vm.i32[object.p + 1] === object.serial && vm.i32[object.p] !== 0;
      if (!alive) this.freedAt(object.p);
    }
    this.update([...this.known.values()]);
  }
}
