/// What an import costs the collector: modules of this machine are not made as CPython's are, so what making them does
/// to the free lists and to the count is undone, and what it would do in CPython is put in its place (profile/imports.ts).
import type { TypeObject } from '../objects/typeobject';
import type { FreeList } from '../objects/freelist';
import type { ImportCost, ListUse } from '../profile/importcost';
import { ownScratchDict, ownScratchList, ownScratchTuple } from '../objects/scratch';
import { setFreeList } from './freelists';
import type { Vm } from './vm';

/// Rows of what is done for the first import from a folder, and for every source text found there.
const FINDER = '*finder*';
const SOURCE = '*source*';

/// Objects around a native module's functions: its dict, its ModuleSpec and their like, and those that do not stay.
const FRAME_OBJECTS = 6;
const TRANSIENT_OBJECTS = 4;

/// Other containers that importlib has meanwhile, at least.
const TRANSIENT_OF_SOURCE = 8;

const KINDS = ['dict', 'list', 'list_iterator', 'tuple_iterator', 'method', 'builtin_function_or_method', 'slice'] as const;

export class ImportCosts {
  private readonly loaded = new Set<string>();
  /// A module of this machine is being made.
  private making = false;

  constructor(private readonly vm: Vm) {}

  /// Runs `make`, which makes a module of the standard library, and has it cost what CPython's costs. A module that
  /// CPython's own start has loaded costs nothing.
  standard(name: string, make: () => void): void {
    if (this.making) return make();
    const { vm } = this;
    const { youngCount, gcEnabled, gcScheduled } = vm;
    const lists = vm.freeLists.map(ofType => ofType?.map(list => list.count));
    const keys = vm.dictKeysFreeList.count;
    this.making = true;
    vm.gcEnabled = false;
    try {
      make();
    } finally {
      this.making = false;
      vm.gcEnabled = gcEnabled;
      vm.gcScheduled = gcScheduled;
      lists.forEach((counts, index) => counts?.forEach((count, i) => setFreeList(vm, vm.typeTable[index]!, vm.freeLists[index]![i]!, count)));
      setFreeList(vm, undefined, vm.dictKeysFreeList, keys);
      vm.youngCount = youngCount;
    }
    this.pay(name);
  }

  /// Runs `make`, which makes a module of source text, and has it cost what finding it costs, too.
  source(make: () => void): void {
    if (this.making) return make();
    const { vm } = this;
    this.pay(SOURCE);
    const mark = vm.held.length;
    const { dicts, lists, tuples } = vm.profile.startup.imports[SOURCE]!.holds!;
    for (let i = 0; i < dicts; i++) ownScratchDict(vm);
    for (let i = 0; i < lists; i++) ownScratchList(vm);
    for (const size of tuples) ownScratchTuple(vm, size);
    // Others, which are gone when it is done.
    this.count(TRANSIENT_OF_SOURCE, false);
    make();
    vm.youngCount = Math.max(vm.youngCount - TRANSIENT_OF_SOURCE, 0);
    vm.unwind(mark);
  }

  private pay(name: string): void {
    const cost = this.vm.profile.startup.imports[name];
    if (cost === undefined || this.loaded.has(name)) return;
    if (name !== SOURCE) this.loaded.add(name);
    if (cost.path === true) this.pay(FINDER);
    const closure = this.needed(cost);
    if (cost.whole !== undefined && ![...closure].some(needed => this.loaded.has(needed))) {
      for (const needed of closure) this.loaded.add(needed);
      this.count(cost.whole.count + this.useLists(cost.whole), false);
      return;
    }
    // It is compiled, which takes most, before it imports others.
    this.count(cost.count + this.useLists(cost), cost.path !== true && this.vm.profile.collectsAtEvalBreaker);
    for (const needed of cost.needs ?? []) this.pay(needed);
  }

  /// All modules that it loads on the way.
  private needed(cost: ImportCost, found = new Set<string>()): Set<string> {
    for (const name of cost.needs ?? []) {
      if (found.has(name)) continue;
      found.add(name);
      this.needed(this.vm.profile.startup.imports[name]!, found);
    }
    return found;
  }

  /// Returns by how much the count rises.
  private useLists(cost: ImportCost): number {
    const { vm } = this;
    let counted = 0;
    for (const kind of KINDS) counted += this.use(vm.types[kind], vm.types[kind].freeList, cost[kind]);
    for (const [size, most, net] of cost.tuples ?? []) counted += this.use(vm.types.tuple, vm.tupleFreeLists[size], [most, net]);
    return counted;
  }

  private use(type: TypeObject, list: FreeList | undefined, use: ListUse | undefined): number {
    if (list === undefined || use === undefined) return 0;
    const [most, net] = use;
    const left = Math.max(list.count, most) - net;
    const made = Math.max(most - list.count, 0);
    setFreeList(this.vm, type, list, Math.min(left, list.limit));
    return made - Math.max(left - list.limit, 0);
  }

  /// Collects as often as that many allocations would. `atOnce`: native code makes them all, and the collection comes later.
  private count(made: number, atOnce: boolean): void {
    const { vm } = this;
    vm.youngCount = Math.max(vm.youngCount + made, 0);
    while (vm.gcEnabled && vm.youngCount > vm.youngThreshold) {
      const left = vm.youngCount - vm.youngThreshold - 1;
      vm.gc.collector.unwatched(() => vm.collectYoung());
      vm.youngCount = atOnce ? afterNative(left, made) : left;
    }
  }
}

/// What is counted after the collection if `left` of the `made` objects came after the one that made it due. The eval
/// breaker waits until native code is done, and some objects are gone by then; measured in 3.14.
function afterNative(left: number, made: number): number {
  const functions = made - FRAME_OBJECTS;
  if (left >= functions) return left === functions + TRANSIENT_OBJECTS ? left - 1 : left;
  return left >= functions - TRANSIENT_OBJECTS ? functions : 0;
}
