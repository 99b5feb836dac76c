/// What a moment changed, found by comparing the states around it: the set to light up.

import { WEAK } from './boxRows';
import type { HeapObject, HeapState, Temporary } from './state';
import { neighbour } from './stepping';
import type { Survey } from './survey';

export interface Changes {
  /// `depth:name` of each name bound, rebound or unbound; `stackKey` of each temporary that came.
  readonly names: ReadonlySet<string>;
  /// Objects with anything changed; those new, and those freed.
  readonly objects: ReadonlySet<number>;
  readonly born: ReadonlySet<number>;
  readonly freed: ReadonlySet<number>;
  /// Serial -> [count before, count after], for objects that were there before and are still.
  readonly counts: ReadonlyMap<number, readonly [number, number]>;
  /// `serial:label` of each slot set, changed or gone.
  readonly slots: ReadonlySet<string>;
}

export function nameKey(depth: number, name: string): string {
  return `${depth}:${name}`;
}

export function stackKey(depth: number, index: number): string {
  return `${depth}#${index}`;
}

export function slotKey(serial: number, label: string): string {
  return `${serial}:${label}`;
}

/// What was found of a state and the one before it: the picture and the sentence both ask.
const known = new WeakMap<HeapState, { before: HeapState; changes: Changes }>();

export function changesBetween(before: HeapState, after: HeapState): Changes {
  const entry = known.get(after);
  if (entry?.before === before) {
    return entry.changes;
  }
  const changes = compare(before, after);
  known.set(after, { before, changes });
  return changes;
}

function compare(before: HeapState, after: HeapState): Changes {
  const names = new Set<string>();
  const objects = new Set<number>();
  const born = new Set<number>();
  const freed = new Set<number>();
  const counts = new Map<number, readonly [number, number]>();
  const slots = new Set<string>();
  after.frames.forEach((frame, depth) => {
    const old = before.frames[depth];
    // Frames are replaced when they change, so identity is the quick answer.
    if (frame !== old) {
      for (const [name, ref] of frame.names) {
        if (old?.names.get(name) !== ref) {
          names.add(nameKey(depth, name));
        }
      }
      const same = sharedStack(old?.stack ?? [], frame.stack);
      frame.stack.slice(same).forEach((_, i) => names.add(stackKey(depth, same + i)));
    }
  });
  for (const [serial, object] of after.objects) {
    const old = before.objects.get(serial);
    if (object === old) {
      continue;
    }
    objects.add(serial);
    if (old === undefined) {
      born.add(serial);
    } else if (old.count !== object.count) {
      counts.set(serial, [old.count, object.count]);
    }
    if (object.freed && !old?.freed) {
      freed.add(serial);
    }
    compareSlots(old, object, slots);
  }
  return { names, objects, born, freed, counts, slots };
}

/// How many of the lowest temporaries are the same in both.
export function sharedStack(old: readonly Temporary[], now: readonly Temporary[]): number {
  let same = 0;
  while (same < old.length && same < now.length && old[same]!.ref === now[same]!.ref && old[same]!.borrowed === now[same]!.borrowed) {
    same++;
  }
  return same;
}

function compareSlots(old: HeapObject | undefined, object: HeapObject, slots: Set<string>): void {
  for (const [label, ref] of object.slots) {
    if (old?.slots.get(label) !== ref) {
      slots.add(slotKey(object.serial, label));
    }
  }
  if (old?.weak !== object.weak) {
    slots.add(slotKey(object.serial, WEAK));
  }
  for (const label of old?.slots.keys() ?? []) {
    if (!object.slots.has(label)) {
      slots.add(slotKey(object.serial, label));
    }
  }
}

/// What a collection does between two states: the objects it looks at, and `by:to` of the references it goes along.
export function handledBetween(before: HeapState | undefined, after: HeapState): { objects: ReadonlySet<number>; links: ReadonlySet<string> } {
  const objects = new Set<number>();
  const links = new Set<string>();
  const { collection } = after;
  const old = before?.collection;
  if (collection === undefined || collection === old) {
    return { objects, links };
  }
  for (const key of ['refs', 'verdicts', 'promoted'] as const) {
    for (const [serial, value] of collection[key]) {
      if (old?.[key].get(serial) !== value) {
        objects.add(serial);
      }
    }
  }
  for (const { by, to } of collection.links.slice(old?.phase === collection.phase ? old.links.length : 0)) {
    links.add(`${by}:${to}`);
  }
  return { objects, links };
}

/// The next moment after `n` (`direction` 1) or the last before it (-1) in which the object changes; undefined if none.
export function nextChange(survey: Survey, serial: number, n: number, direction: 1 | -1): number | undefined {
  return neighbour(survey.objects.get(serial)?.changes ?? [], n, direction);
}
