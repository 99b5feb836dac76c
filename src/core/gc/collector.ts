/// The cyclic garbage collector with three generations. CPython 3.14 Python/gc.c (as of 3.14.5; 3.13 is the same
/// but for what the profile says).
import {
  COLLECTING,
  FINALIZED,
  FINALIZERS_LIST,
  FINAL_UNREACHABLE_LIST,
  GC_FLAGS,
  GC_NEXT,
  GENERATIONS,
  NUM_GENERATIONS,
  PERMANENT,
  SEEN_LIST,
  UNREACHABLE,
  UNREACHABLE_LIST,
  listInit,
  listIsEmpty,
  listMerge,
  listMove,
  listObjects,
  listSize
} from '../memory/gchead';
import { addressOf } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { Deduction } from './deduce';
import type { CollectorState } from '../profile/startup';
import type { GcHost, GcListener, GcReason } from './host';
import { handleWeakrefs } from './weakrefs';

/// Bits of gc.set_debug().
export const GcDebug = { STATS: 1, COLLECTABLE: 2, UNCOLLECTABLE: 4, SAVEALL: 32, LEAK: 38 } as const;

/// A threshold that no count exceeds.
const NEVER = 0x7fffffff;

/// One entry of gc.get_stats().
export interface GenerationStats {
  collections: number;
  collected: number;
  uncollectable: number;
}

export class Collector {
  private readonly i32: Int32Array;
  private readonly deduction: Deduction;
  /// Counts of generations 1 and 2: collections of the younger one since the last of this one. The count of
  /// generation 0 is the host's.
  private readonly olderCounts: [number, number] = [0, 0];
  private thresholdValues: readonly [number, number, number];
  /// Objects that survived a collection of generation 1 since the last full one, and those that survived that.
  longLivedPending = 0;
  longLivedTotal = 0;
  /// Objects of CPython's start that are not here, in each generation (3: the permanent one), and how many of them its next collection
  /// untracks, and the one after it; the others survive every collection.
  private readonly absent: [number, number, number, number] = [0, 0, 0, 0];
  private readonly passing: [number[], number[], number[]] = [[], [], []];
  /// A collection is running; another one does not start.
  collecting = false;
  /// Bits of `GcDebug`.
  debug = 0;
  readonly stats: readonly GenerationStats[];
  /// Who is asked whether to watch, and who watches this collection.
  listener: GcListener | undefined = undefined;
  private watcher: GcListener | undefined = undefined;

  constructor(private readonly host: GcHost) {
    this.i32 = host.i32;
    this.deduction = new Deduction(host);
    this.thresholdValues = host.profile.gcThresholds;
    this.stats = GENERATIONS.map(() => ({ collections: 0, collected: 0, uncollectable: 0 }));
  }

  /// Collects as `action` does, with nobody told of the phases: what CPython's start and its library modules set off is not the
  /// program's doing. What is freed is seen all the same.
  unwatched(action: () => void): void {
    const { listener } = this;
    this.listener = undefined;
    action();
    this.listener = listener;
  }

  /// gc.get_count()
  get counts(): [number, number, number] {
    return [this.host.youngCount, ...this.olderCounts];
  }

  /// Sets the counts, as after a start-up that is not run here.
  setCounts([young, middle, old]: readonly [number, number, number]): void {
    this.host.youngCount = young;
    this.olderCounts[0] = middle;
    this.olderCounts[1] = old;
  }

  /// Takes over what the collector knows after a start-up that is not run here.
  takeOver({ generations, stats, longLivedPending }: CollectorState): void {
    for (const [i, [size, ...passing]] of generations.entries()) {
      this.absent[i] = Math.max(size - listSize(this.i32, GENERATIONS[i]!), 0);
      this.passing[i] = passing;
      [this.stats[i]!.collections, this.stats[i]!.collected] = stats[i]!;
    }
    this.longLivedPending = longLivedPending;
    this.longLivedTotal = 0;
  }

  /// gc.get_threshold(), gc.set_threshold(). A young threshold of 0 schedules no collection; one that is
  /// scheduled already still runs.
  get thresholds(): readonly [number, number, number] {
    return this.thresholdValues;
  }

  set thresholds(values: readonly [number, number, number]) {
    this.thresholdValues = values;
    this.host.youngThreshold = values[0] === 0 ? NEVER : values[0];
  }

  /// Collects the generation that is due, if any. The VM calls it at the eval breaker when `gcScheduled`, or (3.11)
  /// the allocation does. Returns how many objects were found unreachable. CPython 3.14 Python/gc.c _Py_RunGC
  runGC(): number {
    this.host.gcScheduled = false;
    if (!this.host.gcEnabled || this.collecting) return 0;
    const generation = this.gcSelectGeneration();
    return generation < 0 ? 0 : this.gcCollectMain(generation, 'heap');
  }

  /// gc.collect(generation). 0 if a collection is running.
  collect(generation = NUM_GENERATIONS - 1, reason: GcReason = 'manual'): number {
    return this.collecting ? 0 : this.gcCollectMain(generation, reason);
  }

  /// The oldest generation whose count is over its threshold, or -1. A full collection also waits until a quarter
  /// as many objects as it last left have come up. CPython 3.14 Python/gc.c gc_select_generation
  gcSelectGeneration(): number {
    const { counts, thresholds } = this;
    for (let i = NUM_GENERATIONS - 1; i >= 0; i--) {
      if (counts[i]! <= thresholds[i]!) continue;
      if (i === NUM_GENERATIONS - 1 && this.longLivedPending < Math.floor(this.longLivedTotal / 4)) continue;
      return i;
    }
    return -1;
  }

  /// gc.freeze(): sets all tracked objects aside.
  freeze(): void {
    for (const list of GENERATIONS) listMerge(this.i32, list, PERMANENT);
    this.mergeAbsent(NUM_GENERATIONS);
    this.resetCounts(NUM_GENERATIONS - 1);
  }

  /// gc.unfreeze()
  unfreeze(): void {
    listMerge(this.i32, PERMANENT, GENERATIONS[2]);
    this.absent[NUM_GENERATIONS - 1]! += this.absent[NUM_GENERATIONS]!;
    this.absent[NUM_GENERATIONS] = 0;
  }

  /// gc.get_freeze_count()
  freezeCount(): number {
    return this.sizeOf(NUM_GENERATIONS);
  }

  /// How many objects a generation has (3: the permanent one), with those that are not here.
  private sizeOf(generation: number): number {
    const list = generation === NUM_GENERATIONS ? PERMANENT : GENERATIONS[generation]!;
    return listSize(this.i32, list) + this.absent[generation]!;
  }

  /// Puts the absent objects of younger generations into this one.
  private mergeAbsent(generation: number): void {
    for (let i = 0; i < generation; i++) {
      this.absent[generation]! += this.absent[i]!;
      this.absent[i] = 0;
    }
  }

  /// The absent objects survive, but for those that are untracked.
  private keepAbsent(generation: number): void {
    this.mergeAbsent(generation);
    const later: number[] = [];
    for (let i = 0; i <= generation; i++) {
      const [now, ...rest] = this.passing[i]!;
      this.absent[generation]! -= now ?? 0;
      later.push(...rest);
      this.passing[i] = [];
    }
    this.passing[Math.min(generation + 1, NUM_GENERATIONS - 1)]!.push(...later);
  }

  /// gc.get_objects(generation), borrowed.
  getObjects(generation?: 0 | 1 | 2): Ptr[] {
    if (generation !== undefined) return listObjects(this.i32, GENERATIONS[generation]);
    return GENERATIONS.flatMap((list) => listObjects(this.i32, list));
  }

  /// The generation in which a tracked object is, 3 for the permanent one, or -1. Walks the lists.
  generationOf(p: Ptr): number {
    return [...GENERATIONS, PERMANENT].findIndex((list) => listObjects(this.i32, list).includes(p));
  }

  /// gc.get_referrers(): tracked objects that hold a reference to one of the targets, borrowed.
  getReferrers(targets: readonly Ptr[]): Ptr[] {
    const wanted = new Set(targets);
    let found = false;
    const visitor = { visit: (p: Ptr) => void (found ||= wanted.has(p)) };
    return this.getObjects().filter((p) => {
      found = false;
      this.host.traverse(p, visitor);
      return found;
    });
  }

  /// gc.get_referents() of one object, borrowed; nothing for an object without a GC head.
  getReferents(p: Ptr): Ptr[] {
    const referents: Ptr[] = [];
    if (this.host.isGc(p)) this.host.traverse(p, { visit: (q: Ptr) => void referents.push(q) });
    return referents;
  }

  /// CPython 3.14 Python/gc.c gc_collect_main
  private gcCollectMain(generation: number, reason: GcReason): number {
    const { host, i32 } = this;
    this.collecting = true;
    if (reason !== 'shutdown') host.invokeCallbacks?.('start', { generation, collected: 0, uncollectable: 0 });
    if ((this.debug & GcDebug.STATS) !== 0) this.showStats(generation);
    if (generation + 1 < NUM_GENERATIONS) this.olderCounts[generation]!++;
    this.resetCounts(generation);

    const young = GENERATIONS[generation]!;
    this.keepAbsent(generation);
    for (let i = 0; i < generation; i++) listMerge(i32, GENERATIONS[i]!, young);
    const old = GENERATIONS[Math.min(generation + 1, NUM_GENERATIONS - 1)]!;
    const watches = this.listener?.start(generation, reason, listSize(i32, young)) ?? false;
    const listener = watches ? this.listener : undefined;
    this.watcher = listener;

    this.deduction.deduceUnreachable(young, UNREACHABLE_LIST, listener);
    this.keepReachable(generation, young, old);

    listInit(i32, FINALIZERS_LIST);
    listener?.phase('move_legacy_finalizers');
    this.moveLegacyFinalizers();
    this.deduction.moveReachable(FINALIZERS_LIST);
    if ((this.debug & GcDebug.COLLECTABLE) !== 0) this.debugCycles('collectable', UNREACHABLE_LIST);

    listener?.phase('handle_weakrefs');
    const weakrefs = handleWeakrefs(host, UNREACHABLE_LIST, old, listener);
    let collected = weakrefs.freed;
    listener?.phase('finalize_garbage');
    const guestRan = this.finalizeGarbage(UNREACHABLE_LIST) || weakrefs.called;
    listener?.phase('handle_resurrected_objects');
    this.handleResurrectedObjects(old, guestRan);
    if (host.profile.clearsWeakrefsTwice && guestRan) handleWeakrefs(host, FINAL_UNREACHABLE_LIST, 0, listener);
    collected += listSize(i32, FINAL_UNREACHABLE_LIST);
    listener?.phase('delete_garbage');
    this.deleteGarbage(FINAL_UNREACHABLE_LIST, old);

    const uncollectable = listSize(i32, FINALIZERS_LIST);
    if ((this.debug & GcDebug.UNCOLLECTABLE) !== 0) this.debugCycles('uncollectable', FINALIZERS_LIST);
    if ((this.debug & GcDebug.STATS) !== 0) {
      // NOT-CPYTHON: there is no clock, so every collection takes no time.
      host.writeStderr(`gc: done, ${collected + uncollectable} unreachable, ${uncollectable} uncollectable, 0.0000s elapsed\n`);
    }
    listener?.phase('handle_legacy_finalizers');
    this.handleLegacyFinalizers(old);
    if (generation === NUM_GENERATIONS - 1) host.clearFreeLists?.();

    const stats = this.stats[generation]!;
    stats.collections++;
    stats.collected += collected;
    stats.uncollectable += uncollectable;
    if (reason !== 'shutdown') host.invokeCallbacks?.('stop', { generation, collected, uncollectable });
    this.collecting = false;
    // Allocations during a collection do not schedule one.
    host.gcScheduled = false;
    listener?.stop(generation, collected, uncollectable);
    return collected + uncollectable;
  }

  /// Moves what is reachable to the next generation.
  private keepReachable(generation: number, young: Ptr, old: Ptr): void {
    const { host, i32, watcher: listener } = this;
    listener?.phase('untrack_tuples');
    for (let p = i32[young + GC_NEXT]!, next: Ptr; p !== young; p = next) {
      next = i32[p + GC_NEXT]!;
      host.maybeUntrackTuple(p);
    }
    if (young !== old) {
      if (generation === NUM_GENERATIONS - 2) this.longLivedPending += this.sizeOf(generation);
      this.mergeAbsent(generation + 1);
      this.promote(young, old);
      return;
    }
    if (host.profile.untracksDicts) {
      listener?.phase('untrack_dicts');
      for (let p = i32[young + GC_NEXT]!, next: Ptr; p !== young; p = next) {
        next = i32[p + GC_NEXT]!;
        host.maybeUntrackDict(p);
      }
    }
    this.longLivedPending = 0;
    this.longLivedTotal = this.sizeOf(generation);
  }

  /// Unmarks UNREACHABLE; objects with tp_del go to `finalizers`. CPython 3.14 Python/gc.c move_legacy_finalizers
  private moveLegacyFinalizers(): void {
    const { host, i32 } = this;
    for (let p = i32[UNREACHABLE_LIST + GC_NEXT]!, next: Ptr; p !== UNREACHABLE_LIST; p = next) {
      next = i32[p + GC_NEXT]!;
      i32[p + GC_FLAGS] = i32[p + GC_FLAGS]! & ~UNREACHABLE;
      if (host.hasLegacyFinalizer?.(p) !== true) continue;
      i32[p + GC_FLAGS] = i32[p + GC_FLAGS]! & ~COLLECTING;
      listMove(i32, p, FINALIZERS_LIST);
    }
  }

  /// Runs finalizers that have not run yet; returns whether there were any. Any object may be freed meanwhile, so it always
  /// takes the first of the list and moves it aside. CPython 3.14 Python/gc.c finalize_garbage
  private finalizeGarbage(collectable: Ptr): boolean {
    const { host, i32, watcher: listener } = this;
    let first = i32[collectable + GC_NEXT]!;
    while (first !== collectable && !this.isToBeFinalized(first)) first = i32[first + GC_NEXT]!;
    if (first === collectable) return false;
    listInit(i32, SEEN_LIST);
    while (!listIsEmpty(i32, collectable)) {
      const p = i32[collectable + GC_NEXT]!;
      listMove(i32, p, SEEN_LIST);
      if (!this.isToBeFinalized(p)) continue;
      i32[p + GC_FLAGS] = i32[p + GC_FLAGS]! | FINALIZED;
      listener?.finalize(p);
      host.incref(p);
      host.finalize(p);
      host.decref(p);
    }
    listMerge(i32, SEEN_LIST, collectable);
    return true;
  }

  private isToBeFinalized(p: Ptr): boolean {
    return (this.i32[p + GC_FLAGS]! & FINALIZED) === 0 && this.host.hasFinalizer(p);
  }

  /// Finds out again what is unreachable now that finalizers have run; what they revived goes to `old`. Where no code of
  /// the guest ran and nobody watches, nothing can have changed. CPython 3.14 Python/gc.c handle_resurrected_objects
  private handleResurrectedObjects(old: Ptr, guestRan: boolean): void {
    const { i32, watcher: listener } = this;
    if (!guestRan && listener === undefined) {
      listInit(i32, FINAL_UNREACHABLE_LIST);
      listMerge(i32, UNREACHABLE_LIST, FINAL_UNREACHABLE_LIST);
      return;
    }
    for (let p = i32[UNREACHABLE_LIST + GC_NEXT]!; p !== UNREACHABLE_LIST; p = i32[p + GC_NEXT]!) {
      i32[p + GC_FLAGS] = i32[p + GC_FLAGS]! & ~COLLECTING;
    }
    this.deduction.deduceUnreachable(UNREACHABLE_LIST, FINAL_UNREACHABLE_LIST, listener);
    for (let p = i32[FINAL_UNREACHABLE_LIST + GC_NEXT]!; p !== FINAL_UNREACHABLE_LIST; p = i32[p + GC_NEXT]!) {
      i32[p + GC_FLAGS] = i32[p + GC_FLAGS]! & ~UNREACHABLE;
    }
    this.promote(UNREACHABLE_LIST, old);
  }

  /// Appends survivors to the next generation.
  private promote(survivors: Ptr, old: Ptr): void {
    const { i32, watcher: listener } = this;
    if (listener !== undefined) {
      const generation = GENERATIONS.indexOf(old);
      for (let p = i32[survivors + GC_NEXT]!; p !== survivors; p = i32[p + GC_NEXT]!) listener.promoted(p, generation);
    }
    listMerge(i32, survivors, old);
  }

  /// Breaks the cycles by clearing objects until reference counting has freed them; what stays alive goes to
  /// `old`. CPython 3.14 Python/gc.c delete_garbage
  private deleteGarbage(collectable: Ptr, old: Ptr): void {
    const { host, i32, watcher: listener } = this;
    while (!listIsEmpty(i32, collectable)) {
      const p = i32[collectable + GC_NEXT]!;
      if ((this.debug & GcDebug.SAVEALL) !== 0) {
        host.appendGarbage(p);
      } else {
        listener?.clear(p);
        host.incref(p);
        host.clear(p);
        host.decref(p);
      }
      if (i32[collectable + GC_NEXT] !== p) continue;
      i32[p + GC_FLAGS] = i32[p + GC_FLAGS]! & ~COLLECTING;
      listMove(i32, p, old);
    }
  }

  /// CPython 3.14 Python/gc.c handle_legacy_finalizers
  private handleLegacyFinalizers(old: Ptr): void {
    const { host, i32 } = this;
    for (const p of listObjects(i32, FINALIZERS_LIST)) {
      if ((this.debug & GcDebug.SAVEALL) !== 0 || host.hasLegacyFinalizer?.(p) === true) host.appendGarbage(p);
    }
    listMerge(i32, FINALIZERS_LIST, old);
  }

  /// Sets the counts of the generations up to this one to 0.
  private resetCounts(generation: number): void {
    this.host.youngCount = 0;
    for (let i = 1; i <= generation; i++) this.olderCounts[i - 1] = 0;
  }

  private showStats(generation: number): void {
    const sizes = GENERATIONS.map((_, generation) => ` ${this.sizeOf(generation)}`).join('');
    this.host.writeStderr(`gc: collecting generation ${generation}...\n`);
    this.host.writeStderr(`gc: objects in each generation:${sizes}\n`);
    this.host.writeStderr(`gc: objects in permanent generation: ${this.freezeCount()}\n`);
  }

  private debugCycles(message: string, list: Ptr): void {
    for (const p of listObjects(this.i32, list)) {
      this.host.writeStderr(`gc: ${message} <${this.host.typeName(p)} 0x${addressOf(p).toString(16)}>\n`);
    }
  }
}
