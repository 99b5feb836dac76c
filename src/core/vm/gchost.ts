/// The collector's view of the machine: what gc.c does to objects through their types.
import { Collector } from '../gc/collector';
import type { GcHost, GcInfo } from '../gc/host';
import type { Ptr } from '../memory/ram';
import { untrack } from '../memory/gchead';
import { call } from '../objects/abstract';
import { dictHoldsContainers, dictSetItem, newDict } from '../objects/dictobject';
import { newInt } from '../objects/int';
import { listAppend, listGet, listSize, newList } from '../objects/list';
import { newStr } from '../objects/str';
import { tupleMaybeUntrack } from '../objects/tupletype';
import type { TypeObject, Visitor } from '../objects/typeobject';
import { callWeakCallback, detachWeakRef, weakCallback, weakListHead } from '../objects/weakref';
import type { Profile } from '../profile/profile';
import type { Vm } from './vm';

/// Visits the `count` references from `base` on, from the last to the first (list_traverse, tuple_traverse); skips NULL.
function visitBackwards(i32: Int32Array, base: Ptr, count: number, visitor: Visitor): void {
  for (let i = base + 2 * count - 2; i >= base; i -= 2) {
    const item = i32[i]!;
    if (item !== 0) visitor.visit(item);
  }
}

export class VmGcHost implements GcHost {
  readonly i32: Int32Array;
  readonly profile: Profile;
  readonly collector: Collector;
  /// gc.garbage and gc.callbacks, counted.
  readonly garbage: Ptr;
  readonly callbacks: Ptr;
  private readonly types: readonly TypeObject[];
  private readonly tupleIndex: number;
  private readonly dictIndex: number;
  private readonly listIndex: number;
  private readonly tupleItems: number;
  private readonly weakref: TypeObject;
  private readonly weakproxy: TypeObject;
  private readonly weakcallableproxy: TypeObject;

  constructor(private readonly vm: Vm) {
    this.i32 = vm.i32;
    this.profile = vm.profile;
    this.types = vm.typeTable;
    this.tupleIndex = vm.types.tuple.index;
    this.dictIndex = vm.types.dict.index;
    this.listIndex = vm.types.list.index;
    this.tupleItems = vm.profile.tupleItems;
    this.weakref = vm.types.weakref;
    this.weakproxy = vm.types.weakproxy;
    this.weakcallableproxy = vm.types.weakcallableproxy;
    this.garbage = newList(vm, 0);
    this.callbacks = newList(vm, 0);
    this.collector = new Collector(this);
  }

  get youngCount(): number { return this.vm.youngCount; }
  set youngCount(value: number) { this.vm.youngCount = value; }
  get youngThreshold(): number { return this.vm.youngThreshold; }
  set youngThreshold(value: number) { this.vm.youngThreshold = value; }
  get gcEnabled(): boolean { return this.vm.gcEnabled; }
  set gcEnabled(value: boolean) { this.vm.gcEnabled = value; }
  get gcScheduled(): boolean { return this.vm.gcScheduled; }
  set gcScheduled(value: boolean) { this.vm.gcScheduled = value; }

  incref(p: Ptr): void { this.vm.incref(p); }
  decref(p: Ptr): void { this.vm.decref(p); }

  /// Type objects of builtin types have no head that counts: CPython's are static.
  isGc(p: Ptr): boolean {
    const type = this.types[this.i32[p + 3]!]!;
    return type.hasGc && (this.i32[p]! >= 0 || !type.isSubtypeOf(this.vm.types.type));
  }

  traverse(p: Ptr, visitor: Visitor): void {
    const { i32 } = this;
    const type = i32[p + 3]!;
    // Lists and tuples here, which spares the commonest objects a call that could be any type's.
    if (type === this.listIndex) visitBackwards(i32, i32[p + 6]!, i32[p + 4]!, visitor);
    else if (type === this.tupleIndex) visitBackwards(i32, p + this.tupleItems, i32[p + 4]!, visitor);
    else this.types[type]!.traverse(this.vm, p, visitor);
  }

  /// The collector holds a reference meanwhile, as it does in `finalize`.
  clear(p: Ptr): void {
    this.vm.own(p);
    this.types[this.i32[p + 3]!]!.slots.clear?.(this.vm, p);
    this.vm.take();
  }

  hasFinalizer(p: Ptr): boolean {
    return this.types[this.i32[p + 3]!]!.slots.finalize !== undefined;
  }

  finalize(p: Ptr): void {
    this.vm.own(p);
    this.types[this.i32[p + 3]!]!.slots.finalize!(this.vm, p);
    this.vm.take();
  }

  maybeUntrackTuple(p: Ptr): void {
    if (this.i32[p + 3] === this.tupleIndex) tupleMaybeUntrack(this.vm, p);
  }

  maybeUntrackDict(p: Ptr): void {
    if (this.i32[p + 3] === this.dictIndex && !dictHoldsContainers(this.vm, p)) untrack(this.i32, p);
  }

  isWeakref(p: Ptr): boolean {
    const { nativeBase } = this.types[this.i32[p + 3]!]!;
    return nativeBase === this.weakref || nativeBase === this.weakproxy || nativeBase === this.weakcallableproxy;
  }

  firstWeakref(p: Ptr): Ptr { return weakListHead(this.vm, p); }
  clearWeakref(wr: Ptr): void { detachWeakRef(this.vm, wr); }
  hasCallback(wr: Ptr): boolean { return weakCallback(this.vm, wr) !== 0; }

  /// The weakref keeps its callback.
  callCallback(wr: Ptr): void {
    callWeakCallback(this.vm, wr, weakCallback(this.vm, wr), 'on calling weakref callback');
  }

  clearFreeLists(): void { this.vm.clearFreeLists(); }
  appendGarbage(p: Ptr): void { listAppend(this.vm, this.garbage, p); }

  invokeCallbacks(phase: 'start' | 'stop', info: GcInfo): void {
    const { vm } = this;
    if (listSize(vm, this.callbacks) === 0) return;
    const text = vm.own(newStr(vm, phase));
    const dict = vm.own(newDict(vm));
    for (const [name, value] of Object.entries(info) as [string, number][]) {
      const n = vm.own(newInt(vm, value));
      dictSetItem(vm, dict, vm.name(name), n);
      vm.drop();
    }
    for (let i = 0; i < listSize(vm, this.callbacks); i++) {
      const callback = vm.own(vm.newRef(listGet(vm, this.callbacks, i)));
      vm.reporting('calling GC callback', callback, () => vm.decref(call(vm, callback, [text, dict])));
      vm.drop();
    }
    vm.drop(2);
  }

  writeStderr(text: string): void { this.vm.hooks.write('stderr', text); }
  typeName(p: Ptr): string { return this.vm.typeOf(p).name; }
}

/// The machine's collector; from now on the eval breaker runs it. The exception being raised, if any, stays.
export function createCollector(vm: Vm): Collector {
  const host = new VmGcHost(vm);
  vm.gc = host;
  vm.collectYoung = () => void host.collector.runGC();
  if (!vm.profile.collectsAtEvalBreaker) vm.collectInAllocation = vm.collectYoung;
  return host.collector;
}
