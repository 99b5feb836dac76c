import { expect, it } from 'vitest';
import { Collector } from '../../src/core/gc/collector';
import type { GcListener, GcPhase } from '../../src/core/gc/host';
import { validateList } from '../../src/core/gc/validate';
import { FINAL_UNREACHABLE_LIST, GENERATIONS, PERMANENT, UNREACHABLE_LIST } from '../../src/core/memory/gchead';
import type { Ptr } from '../../src/core/memory/ram';
import { profiles } from '../../src/core/profile/versions';
import { random } from '../memory/random';
import { Kind, ToyHost } from './toyhost';

/// Validates the lists between the phases as gc.c's debug build does.
class Validator implements GcListener {
  private resurrecting = false;
  constructor(private readonly host: ToyHost, private readonly generation: number) {}

  start(): boolean {
    this.resurrecting = false;
    this.check(UNREACHABLE_LIST, false, false);
    return true;
  }

  phase(name: GcPhase): void {
    if (name === 'handle_resurrected_objects') this.resurrecting = true;
    const base = this.resurrecting ? UNREACHABLE_LIST : GENERATIONS[this.generation]!;
    const trash = this.resurrecting ? FINAL_UNREACHABLE_LIST : UNREACHABLE_LIST;
    if (name === 'update_refs') this.check(base, false, false);
    if (name === 'subtract_refs' || name === 'move_unreachable') this.check(base, true, false);
    if (name === 'untrack_tuples') {
      this.check(base, false, false);
      this.check(trash, true, true);
    }
    if (name === 'handle_weakrefs' || name === 'finalize_garbage') this.check(trash, true, false);
    if (name === 'delete_garbage') {
      this.check(trash, true, false);
      this.check(UNREACHABLE_LIST, false, false);
    }
  }

  stop(): void {
    for (const list of [...GENERATIONS, PERMANENT, UNREACHABLE_LIST, FINAL_UNREACHABLE_LIST]) this.check(list, false, false);
  }

  private check(list: Ptr, collecting: boolean, unreachable: boolean): void {
    validateList(this.host.i32, list, collecting, unreachable);
  }

  refs(_: Ptr, gcRefs: number): void {
    expect(gcRefs).toBeGreaterThanOrEqual(0);
  }

  verdict(): void {}
  promoted(): void {}
  weakrefCleared(): void {}
  finalize(): void {}
  clear(): void {}
}

/// A random graph in random generations, with what its finalizers will do to it.
function build(seed: number, host: ToyHost, collector: Collector) {
  const next = random(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  const objects: Ptr[] = [];
  const effects = new Map<Ptr, { revives?: Ptr; forgets?: true }>();
  const finalized: Ptr[] = [];
  const roots: Ptr[] = [];
  const size = 4 + Math.floor(next() * 26);
  const finalizers = next() < 0.5;
  for (let i = 0; i < size; i++) {
    const kind = next() < 0.7 ? Kind.NODE : pick([Kind.TUPLE, Kind.DICT, Kind.ATOM]);
    const withFinalizer = finalizers && kind === Kind.NODE && next() < 0.3;
    const p = host.make(kind, kind === Kind.ATOM ? 0 : 8, !withFinalizer ? undefined : (self) => {
      finalized.push(self);
      const effect = effects.get(self)!;
      if (effect.forgets) host.clear(self);
      if (effect.revives !== undefined && host.live.has(effect.revives)) {
        host.incref(effect.revives);
        roots.push(effect.revives);
      }
    });
    objects.push(p);
    if (withFinalizer) effects.set(p, {});
    // Some of the objects grow older before the rest is made.
    if (next() < 0.05) collector.collect(pick([0, 1]));
  }
  for (const p of objects.filter((q) => host.isGc(q))) {
    for (let n = Math.floor(next() * 4); n > 0; n--) host.add(p, pick(objects));
  }
  for (const [p, effect] of effects) {
    const choice = next();
    // Only what the object itself reaches may be revived by it: it can name nothing else.
    if (choice < 0.2) effect.revives = p;
    else if (choice < 0.3 && host.refs(p).length > 0) effect.revives = pick(host.refs(p));
    else if (choice < 0.4) effect.forgets = true;
  }
  const rooted = next() * 0.5;
  for (const p of objects) if (next() < rooted) roots.push(p);
  return { objects, roots, effects, finalized };
}

/// Every object that the given ones reach, themselves included.
function reach(host: ToyHost, from: Iterable<Ptr>, forgotten: ReadonlySet<Ptr> = new Set()): Set<Ptr> {
  const found = new Set(from);
  for (const p of found) if (!forgotten.has(p)) host.refs(p).forEach((q) => found.add(q));
  return found;
}

type Effects = ReadonlyMap<Ptr, { revives?: Ptr; forgets?: true }>;

/// Takes from `alive` what dies by counting because only trash referred to it: objects of older generations.
/// Returns those whose finalizers run then.
function countDown(host: ToyHost, alive: Set<Ptr>, roots: Ptr[], forgotten: Set<Ptr>, finalized: Set<Ptr>, effects: Effects): Ptr[] {
  const run: Ptr[] = [];
  for (let changed = true; changed; ) {
    changed = false;
    const held = new Set(roots);
    for (const p of alive) if (!forgotten.has(p)) host.refs(p).forEach((q) => held.add(q));
    for (const p of [...alive].filter((q) => !held.has(q))) {
      changed = true;
      const effect = finalized.has(p) ? undefined : effects.get(p);
      if (effect === undefined) {
        alive.delete(p);
        continue;
      }
      finalized.add(p);
      run.push(p);
      if (effect.forgets) forgotten.add(p);
      if (effect.revives !== undefined) roots.push(effect.revives);
    }
  }
  return run;
}

it.each(Array.from({ length: 50 }, (_, i) => i))('collects exactly what is unreachable, seeds %i00..', (hundred) => {
  for (let seed = hundred * 100; seed < hundred * 100 + 100; seed++) {
    const host = new ToyHost(profiles['3.14'], 2 << 20);
    const collector = new Collector(host);
    const { objects, roots, effects, finalized } = build(seed, host, collector);
    const generation = [2, 2, 0, 1][seed % 4]!;

    // The builder's own references go; what dies by counting alone is no business of the collector.
    const keep = new Set(roots);
    for (const p of objects) if (!keep.has(p)) host.decref(p);
    finalized.length = 0;
    const finalizedBefore = new Set([...effects.keys()].filter((p) => host.live.has(p) && (host.i32[p - 1]! & 1) !== 0));

    const young = new Set([0, 1, 2].slice(0, generation + 1).flatMap((n) => host.generation(n)));
    const outside = [1, 2].slice(generation).flatMap((n) => host.generation(n));
    const before = new Set(host.live);
    const reachable = reach(host, [...roots, ...outside]);
    const trash = [...young].filter((p) => !reachable.has(p));
    const run = trash.filter((p) => effects.has(p) && !finalizedBefore.has(p));
    const revived = run.flatMap((p) => effects.get(p)!.revives ?? []);
    const forgotten = new Set(run.filter((p) => effects.get(p)!.forgets));
    const survivors = reach(host, [...roots, ...outside, ...revived], forgotten);
    const alive = new Set([...before].filter((p) => survivors.has(p)));
    run.push(...countDown(host, alive, [...roots, ...revived], forgotten, new Set([...finalizedBefore, ...run]), effects));

    collector.listener = new Validator(host, generation);
    collector.collect(generation);

    expect([...host.live].sort()).toEqual([...alive].sort());
    expect([...finalized].sort()).toEqual(run.sort());
    const old = new Set(host.generation(Math.min(generation + 1, 2)));
    for (const p of young) if (host.live.has(p) && host.kind(p) === Kind.NODE) expect(old.has(p)).toBe(true);
    for (let n = 0; n < generation; n++) expect(host.generation(n)).toEqual([]);

    collector.listener = undefined;
    for (let n = 0; n < 6 && host.live.size > 0; n++) {
      roots.splice(0).forEach((p) => host.decref(p));
      collector.collect();
    }
    expect(host.live.size).toBe(0);
    expect(host.memory.allocatedBlocks).toBe(0);
    host.memory.validate();
  }
});
