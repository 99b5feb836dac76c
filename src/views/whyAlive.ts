/// Why an object is still there: the shortest chain of references from a root to it, or the
/// cycle that holds itself.

import type { Naming } from './naming';
import { garbageOf, referencesTo } from './reach';
import type { HeapState } from './state';
import type { Survey } from './survey';
import { clip, grouped } from './words';
import type { Words } from './words';

interface Step {
  readonly from: number | undefined;
  readonly text: string;
}

/// One sentence; '' for what is not there or freed. `untilYoung`: net allocations until a young collection, if known.
export function whyAlive(state: HeapState, serial: number, survey: Survey, untilYoung: number | undefined, naming: Naming, words: Words): string {
  const object = state.objects.get(serial);
  if (object === undefined || object.freed) {
    return '';
  }
  if (object.count < 0) {
    return words.__('It is immortal: its count never changes, and it is never freed.');
  }
  const garbage = garbageOf(state);
  if (garbage.has(serial)) {
    return cycleText(state, serial, garbage, survey, untilYoung, words);
  }
  if (object.count === 0) {
    return words.__('It is being freed right now.');
  }
  const chain = chainTo(state, serial, naming, words);
  return chain === '' ? words.__('It is held only from outside the picture: by a temporary of the running line, or a hidden object.') : words.__('Alive because of %1.', chain);
}

/// Breadth first from the names, and if no name reaches it, from what is held from outside the picture.
function chainTo(state: HeapState, serial: number, naming: Naming, words: Words): string {
  const came = new Map<number, Step>();
  const queue: number[] = [];
  const reach = (ref: number | undefined, step: Step): void => {
    if (ref !== undefined && ref >= 0 && !came.has(ref) && state.objects.has(ref)) {
      came.set(ref, step);
      queue.push(ref);
    }
  };
  for (let depth = state.frames.length - 1; depth >= 0; depth--) {
    const frame = state.frames[depth]!;
    for (const [name, ref] of frame.names) {
      // A borrowed reference keeps nothing alive.
      reach(frame.borrowed.has(name) ? undefined : ref, { from: undefined, text: depth === 0 ? words.__('name %1', clip(name, 40)) : words.__('name %1 in %2()', clip(name, 40), clip(frame.name, 40)) });
    }
  }
  walk(state, queue, reach);
  for (let depth = state.frames.length - 1; depth >= 0; depth--) {
    const frame = state.frames[depth]!;
    for (const { ref, borrowed } of frame.stack) {
      reach(borrowed ? undefined : ref, { from: undefined, text: depth === 0 ? words.__('a temporary of the running line') : words.__('a temporary of %1()', clip(frame.name, 40)) });
    }
  }
  walk(state, queue, reach);
  if (!came.has(serial)) {
    const shown = referencesTo(state);
    for (const object of state.objects.values()) {
      if (!object.freed && object.serial !== serial && object.count > (shown.get(object.serial) ?? 0)) {
        reach(object.serial, { from: undefined, text: words.__('%1, held from outside the picture', naming.noun(object.serial)) });
      }
    }
    walk(state, queue, reach);
  }
  const links: string[] = [];
  for (let at = came.get(serial); at !== undefined; at = at.from === undefined ? undefined : came.get(at.from)) {
    links.push(at.text);
  }
  return links.length === 0 ? '' : [...links.reverse(), naming.noun(serial)].join(' → ');
}

function walk(state: HeapState, queue: number[], reach: (ref: number, step: Step) => void): void {
  for (let i = 0; i < queue.length; i++) {
    const from = queue[i]!;
    for (const [label, ref] of state.objects.get(from)!.slots) {
      reach(ref, { from, text: clip(label, 24) });
    }
  }
  queue.length = 0;
}

function cycleText(state: HeapState, serial: number, garbage: ReadonlySet<number>, survey: Survey, untilYoung: number | undefined, words: Words): string {
  const n = cycleOf(state, serial, garbage);
  const held = n === 0
    ? words.__('Held only by garbage.')
    : words._n('Held only by itself: a cycle of %1 object.', 'Held only by itself: a cycle of %1 objects.', n);
  const waits = state.collection !== undefined
    ? words.__('A collection is under way.')
    : state.isCollectorOff
    ? words.__('The collector is switched off: it waits until gc.collect() is called.')
    : untilYoung === undefined
    ? words.__('It waits for a collection.')
    : words._n('It waits for a collection: %2 net allocation to go until the next young one.', 'It waits for a collection: %2 net allocations to go until the next young one.', untilYoung, grouped(untilYoung));
  const freed = survey.objects.get(serial)?.freed ?? Infinity;
  return freed <= survey.end ? `${held} ${waits} ${words.__('A collection frees it in step %1.', freed)}` : `${held} ${waits}`;
}

/// How many garbage objects both reach the object and are reached by it; 0 = it is in no cycle.
function cycleOf(state: HeapState, serial: number, garbage: ReadonlySet<number>): number {
  const holders = new Map<number, number[]>();
  for (const from of garbage) {
    for (const ref of state.objects.get(from)!.slots.values()) {
      if (garbage.has(ref)) {
        const list = holders.get(ref);
        if (list === undefined) {
          holders.set(ref, [from]);
        } else {
          list.push(from);
        }
      }
    }
  }
  const down = closure(serial, (at) => [...state.objects.get(at)!.slots.values()].filter((ref) => garbage.has(ref)));
  const up = closure(serial, (at) => holders.get(at) ?? []);
  return down.has(serial) ? [...down].filter((at) => up.has(at)).length : 0;
}

/// Everything `next` leads to, in one step or more.
function closure(start: number, next: (at: number) => readonly number[]): Set<number> {
  const found = new Set<number>();
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const other of next(at)) {
      if (!found.has(other)) {
        found.add(other);
        queue.push(other);
      }
    }
  }
  return found;
}
