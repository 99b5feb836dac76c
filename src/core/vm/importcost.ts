/// What an import does to the collector: modules of this machine are not made as CPython's are, so what making them does
/// to the free lists and to the count is undone, and what CPython's import does is played in its place
/// (profile/imports.ts). The programs:
///
///     {NAME}      the import of another module, or a row of profile/imports.ts
///     ~END        the count rises to the highest point of the step and then falls to its end; collected where it is over
///                 the threshold
///     |END        native code ran; collected after it
///     _END        native code runs on
///     ~PEAK,END   the highest point, where it is neither the start nor the end
///     D2  L3,1    in this step: dicts and so on taken from their free list and kept (negative: given back); with the most
///                 at one time first
///     c  c4       in this step: by how much more tuples, a with 1 item, b with 2, are taken than ever before
///     ;a1b-2      after the steps so far: tuples kept
///
/// What a free list does not have is counted, and what it has no room for, too.
import { untrack } from '../memory/gchead';
import { dictGetItem, dictSetItem, newDict } from '../objects/dictobject';
import type { Ptr } from '../memory/ram';
import type { FreeList } from '../objects/freelist';
import { moduleDict } from '../objects/module';
import { tupleFrom } from '../objects/tuple';
import { typeFrom } from '../objects/type';
import type { Leftover } from '../profile/leftovers';
import { runCode } from './calls';
import { FROZEN } from './codeobject';
import { setFreeList } from './freelists';
import type { Vm } from './vm';

const PART = /\{([^}]+)\}|([~|_])(?:(-?\d+),)?(-?\d+)((?:[A-Z](?:\d+,)?-?\d+)*)((?:[a-t]\d*)*)|;((?:[a-t]-?\d+)+)/g;
const FEW = /([A-Z])(?:(\d+),)?(-?\d+)/g;
const TUPLES = /([a-t])(-?\d*)/g;

const KINDS: Readonly<Record<string, 'dict' | 'list' | 'list_iterator' | 'tuple_iterator' | 'method' | 'builtin_function_or_method'>> = {
  D: 'dict', L: 'list', I: 'list_iterator', T: 'tuple_iterator', M: 'method', B: 'builtin_function_or_method'
};

/// The number of items of the tuples that a letter stands for.
const itemsOf = (letter: string): number => letter.charCodeAt(0) - 96;

export class ImportCosts {
  private readonly loaded = new Set<string>();
  /// A module of this machine is being made.
  private making = false;
  /// Tuples taken since the last `;`, at most, by their number of items, and what the free lists had before.
  private readonly most = new Map<number, number>();
  private readonly had = new Map<number, number>();

  constructor(private readonly vm: Vm) {}

  /// Runs `make`, which makes a module of the standard library, and has it cost what CPython's costs. A module that
  /// CPython's own start has loaded costs nothing.
  standard(name: string, make: () => void): void {
    if (this.making) return make();
    this.apart(make);
    if (this.program(name) === undefined || this.loaded.has(name)) return;
    for (const row of ['*begin*', name, '*end*']) this.pay(row);
  }

  /// Costs of a module of source text: before it is compiled, between that and its first instruction, and behind its last.
  source(row: '*source*' | '*compiled*' | '*ran*'): void {
    if (!this.making) this.pay(row);
  }

  /// Runs what costs nothing.
  apart(action: () => void): void {
    if (this.making) return action();
    const { vm } = this;
    const { youngCount, gcEnabled, gcScheduled } = vm;
    const lists = vm.freeLists.map(ofType => ofType?.map(list => list.count));
    const keys = vm.dictKeysFreeList.count;
    this.making = true;
    vm.gcEnabled = false;
    try {
      action();
    } finally {
      this.making = false;
      vm.gcEnabled = gcEnabled;
      vm.gcScheduled = gcScheduled;
      lists.forEach((counts, index) => counts?.forEach((count, i) => setFreeList(vm, vm.typeTable[index]!, vm.freeLists[index]![i]!, count)));
      setFreeList(vm, undefined, vm.dictKeysFreeList, keys);
      vm.youngCount = youngCount;
    }
  }

  private program(name: string): string | undefined {
    return this.vm.profile.startup.imports[name];
  }

  private pay(name: string): void {
    const { vm } = this;
    const program = this.program(name);
    if (program === undefined) return;
    if (this.loaded.has(name)) {
      if (name === '*folder*') this.pay('*known*');
      else if (!name.startsWith('*')) this.pay('*skip*');
      return;
    }
    if (!name.startsWith('*') || name === '*folder*') this.loaded.add(name);
    const leaves = vm.leavesGarbage ? vm.profile.startup.leftovers[name] : undefined;
    const leftovers = leaves === undefined ? undefined : new Leftovers(this, vm, name, leaves);
    let missing = Infinity;
    for (const [, inner, kind, peak, end, few, tuples, kept] of program.matchAll(PART)) {
      if (kind !== undefined) {
        this.step(kind, Number(peak ?? Math.max(Number(end), 0)), Number(end), few!, tuples!);
        missing -= Number(end) + Array.from(few!.matchAll(FEW), ([, , , net]) => Number(net)).reduce((sum, net) => sum + net, 0);
        if (missing <= 0) leftovers?.leave();
        continue;
      }
      this.keep(kept ?? '');
      const replaces = inner !== undefined && inner === leaves?.until;
      if (replaces && leaves.after === undefined) leftovers?.make();
      if (inner !== undefined) this.pay(inner);
      if (replaces) missing = leaves.after ?? 0;
      if (missing <= 0) leftovers?.leave();
    }
    this.keep('');
    leftovers?.leave();
    vm.gcScheduled ||= this.isDue;
  }

  private step(kind: string, peak: number, end: number, few: string, tuples: string): void {
    const { vm } = this;
    let missed = 0;
    let dropped = 0;
    for (const [, letter, most, net] of few.matchAll(FEW)) {
      const type = vm.types[KINDS[letter!]!];
      const list = type.freeList;
      if (list === undefined) continue;
      const before = Math.max(list.count, Number(most ?? Math.max(Number(net), 0)));
      const left = before - Number(net);
      missed += before - list.count;
      dropped += Math.max(left - list.limit, 0);
      setFreeList(vm, type, list, Math.min(left, list.limit));
    }
    for (const [, letter, more] of tuples.matchAll(TUPLES)) missed += this.takeTuples(itemsOf(letter!), Number(more || 1));
    if (kind === '~') {
      // It was due before, but the eval breaker is only looked at now.
      if (this.isDue) this.collect();
      this.rise(peak + missed);
      vm.youngCount = Math.max(vm.youngCount + end - peak - dropped, 0);
    } else {
      vm.youngCount = Math.max(vm.youngCount + end + missed - dropped, 0);
      if (kind === '|' && this.isDue) this.collect();
    }
  }

  /// Returns how many of them the free list has not.
  private takeTuples(items: number, more: number): number {
    const had = this.had.get(items) ?? this.tuples(items).count;
    const most = this.most.get(items) ?? 0;
    this.had.set(items, had);
    this.most.set(items, most + more);
    return Math.max(most + more - had, 0) - Math.max(most - had, 0);
  }

  /// Sets the free lists of tuples to what they have after the steps so far.
  private keep(kept: string): void {
    const net = new Map(Array.from(kept.matchAll(TUPLES), ([, letter, n]) => [itemsOf(letter!), Number(n)]));
    for (const items of new Set([...net.keys(), ...this.most.keys()])) {
      const list = this.tuples(items);
      const left = Math.max(this.had.get(items) ?? list.count, this.most.get(items) ?? 0) - (net.get(items) ?? 0);
      setFreeList(this.vm, this.vm.types.tuple, list, Math.min(Math.max(left, 0), list.limit));
    }
    this.most.clear();
    this.had.clear();
  }

  private tuples(items: number): FreeList {
    return this.vm.tupleFreeLists[items]!;
  }

  private get isDue(): boolean {
    const { vm } = this;
    return vm.gcEnabled && vm.youngCount > vm.youngThreshold && !vm.gc.collector.collecting;
  }

  /// So many objects one after the other.
  private rise(made: number): void {
    const { vm } = this;
    vm.youngCount += made;
    while (this.isDue) {
      const left = vm.youngCount - vm.youngThreshold - 1;
      this.collect();
      vm.youngCount = left;
    }
  }

  private collect(): void {
    const before = Array.from(this.had, ([items, had]) => [items, Math.max(had, this.most.get(items)!) - this.tuples(items).count] as const);
    this.vm.gc.collector.unwatched(() => this.vm.collectYoung());
    for (const [items, made] of before) this.had.set(items, made + this.tuples(items).count);
  }
}

/// What a module leaves to the collector (profile/leftovers.ts), at no cost: the import's program has it. Its code is there from the
/// start, as the module's is. The recorder sees none of it.
class Leftovers {
  private made = false;
  private left = false;
  private readonly code: Ptr;
  private readonly namespace: Ptr;

  constructor(private readonly costs: ImportCosts, private readonly vm: Vm, private readonly name: string, private readonly leaves: Leftover) {
    this.code = this.aside(() => vm.own(vm.compile(leaves.source, `${FROZEN}leftovers of ${name}>`, 'exec')));
    this.namespace = this.aside(() => vm.own(newDict(vm)));
  }

  /// Makes the objects, if it was not done.
  make(): void {
    if (this.made) return;
    this.made = true;
    const { vm } = this;
    const module = dictGetItem(vm, vm.modules, vm.name(this.name));
    this.aside(() => {
      vm.decref(runCode(vm, this.code, module === 0 ? vm.builtinsDict : moduleDict(vm, module), this.namespace));
      this.addTuples();
    });
  }

  /// Untracked, as tuples of atoms are, and held by the first class.
  private addTuples(): void {
    const { vm } = this;
    if (this.leaves.tuples === undefined) return;
    const [, name] = /^class (\w+)/m.exec(this.leaves.source)!;
    const { dict } = typeFrom(vm, dictGetItem(vm, this.namespace, vm.name(name!)));
    for (const [, letter, count] of this.leaves.tuples.matchAll(TUPLES)) {
      for (let i = 0; i < Number(count); i++) {
        const tuple = vm.own(tupleFrom(vm, Array.from({ length: itemsOf(letter!) }, () => vm.singletons.none)));
        untrack(vm.i32, tuple);
        dictSetItem(vm, dict, vm.name(`${letter}${i}`), tuple);
        vm.drop();
      }
    }
  }

  /// Makes them, if it was not done, and lets go of them.
  leave(): void {
    if (this.left) return;
    this.make();
    this.left = true;
    this.aside(() => this.vm.drop(2));
  }

  private aside<T>(action: () => T): T {
    const { vm, costs } = this;
    const { recording } = vm;
    let result: T | undefined;
    costs.apart(() => {
      vm.recording = false;
      result = action();
      vm.recording = recording;
    });
    return result as T;
  }
}
