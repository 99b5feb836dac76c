/// The clauses of a sentence that tell of slots: items, attributes, keys.

import { isCode } from './kinds';
import { factsOf } from './momentFacts';
import { bornWith, countGoes, newOrNoun } from './telling';
import type { Telling } from './telling';
import { clip, grouped } from './words';

export function slotted(t: Telling, serial: number, label: string, ref: number): string {
  const { words, naming } = t;
  const old = t.before.objects.get(serial)?.slots;
  if (old?.get(label) === ref || isPartOfNew(t, serial, ref) || isBesideKey(t, serial, label)) {
    return '';
  }
  const what = ref >= 0 ? newOrNoun(t, ref, '') : naming.target(ref, label);
  const holder = naming.noun(serial);
  let text: string;
  if (isItem(label)) {
    // An item that only has another place in the table is no news.
    if (old !== undefined && [...old.values()].includes(ref)) {
      return '';
    }
    text = words.__('%1 is now in %2', what, holder);
  } else if (isKey(label)) {
    text = words.__('%1 is now a key of %2', what, holder);
  } else {
    text = words.__('%1 of %2 is now %3', clip(label, 32), holder, what);
  }
  // The count of what a passing object holds is told by itself.
  return ref >= 0 && !t.naming.isPassing(serial) ? text + (countGoes(t, ref) || bornWith(t, ref)) : text;
}

/// What a new object is made of goes without saying, unless it refers to something that was there before.
function isPartOfNew(t: Telling, serial: number, ref: number): boolean {
  if (!t.changes.born.has(serial)) {
    return false;
  }
  if (ref >= 0 && t.before.objects.has(ref)) {
    return isCode(t.after.objects.get(serial)?.kind ?? -1) || isCode(t.after.objects.get(ref)?.kind ?? -1);
  }
  if (ref >= 0) {
    t.told.add(ref);
  }
  return true;
}

export function unslotted(t: Telling, serial: number, label: string): string {
  const { words, naming } = t;
  const slots = t.before.objects.get(serial)?.slots;
  const ref = slots?.get(label);
  // What goes with a freed object is told by the counts that change.
  if (ref === undefined || t.changes.freed.has(serial) || isBesideKey(t, serial, label)) {
    return '';
  }
  const holder = naming.noun(serial);
  if (isItem(label)) {
    const isThere = [...(t.after.objects.get(serial)?.slots.values() ?? [])].includes(ref);
    return isThere ? '' : words.__('%1 is no longer in %2', naming.target(ref, ''), holder) + countGoes(t, ref);
  }
  if (isKey(label)) {
    return words.__('%1 lets go of its key %2', holder, naming.target(ref, '')) + countGoes(t, ref);
  }
  const slot = clip(label, 32);
  return ref >= 0
    ? words.__('%1 of %2 lets go of %3', slot, holder, naming.noun(ref)) + countGoes(t, ref)
    : words.__('%1 of %2 is gone', slot, holder);
}

/// A weak reference that refers to something now, or is dead; one that goes itself says nothing.
export function weakened(t: Telling, serial: number, target: number): string {
  const { words, naming } = t;
  if (target > 0) {
    return words.__('%1 refers weakly to %2, without adding to its count', naming.noun(serial), naming.noun(target));
  }
  const isTold = t.changes.freed.has(serial) || t.after.collection !== undefined || t.before.objects.get(serial)?.weak === undefined;
  return isTold ? '' : words.__('%1 is dead: what it referred to is gone', naming.noun(serial));
}

/// Told where the items that came or went are not.
export function resized(t: Telling, serial: number, length: number): string {
  const { words, naming } = t;
  const told = t.changes.born.has(serial) || t.changes.freed.has(serial) || factsOf(t.moment).slotted.has(serial);
  return told ? '' : words._n('%2 has %3 item now', '%2 has %3 items now', length, naming.noun(serial), grouped(length));
}

/// The recorder's label of an item of a set.
export function isItem(label: string): boolean {
  return /^item \d+$/.test(label);
}

/// The recorder's label of a dict's key that has a box of its own.
export function isKey(label: string): boolean {
  return /^key \d+$/.test(label);
}

/// The value of a dict under such a key: `[Person]` names no particular one, and the key's own clause tells of the pair.
function isBesideKey(t: Telling, serial: number, label: string): boolean {
  const slots = t.after.objects.get(serial)?.slots.has(label) ? t.after.objects.get(serial)!.slots : t.before.objects.get(serial)?.slots;
  if (!/^\[[\p{L}_][\p{L}\p{N}_.]*\]$/u.test(label) || slots === undefined) {
    return false;
  }
  const labels = [...slots.keys()];
  return isKey(labels[labels.indexOf(label) + 1] ?? '');
}
