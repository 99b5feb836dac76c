/// What the clauses of a sentence are built from, and what several of them say.

import { ObjectKind, Op } from '../core/trace/payload';
import type { Changes } from './changes';
import { factsOf } from './momentFacts';
import { countText } from './naming';
import type { Naming } from './naming';
import type { HeapState } from './state';
import { isCode } from './kinds';
import type { Moment } from './timeline';
import { clip } from './words';
import type { Words } from './words';

/// Objects that one clause names.
export const MAX_NOUNS = 3;

/// Operations of one object's life: it comes, takes, gives up, goes.
export const OF_LIFE: ReadonlySet<number> = new Set([Op.NEW, Op.OLD, Op.SLOT, Op.UNSLOT, Op.FREE]);

/// Everything a clause is built from.
export interface Telling {
  readonly words: Words;
  readonly naming: Naming;
  readonly moment: Moment;
  readonly strings: readonly string[];
  readonly before: HeapState;
  readonly after: HeapState;
  readonly changes: Changes;
  /// It is a part of a moment that is told.
  readonly isPart: boolean;
  /// The instruction that the part is; '' = none.
  readonly instruction: string;
  /// The object has a box, of its own or with others.
  readonly isDrawn: (serial: number) => boolean;
  /// The source line that ran, trimmed; '' if it is not told.
  readonly source: string;
  /// Objects whose count a clause has told already.
  readonly told: Set<number>;
  /// Objects that had the very name by which a clause has told of another one.
  readonly former: Set<number>;
}

/// What to call an object; one that has just lost its name to another is "the one before".
export function nounOf(t: Telling, serial: number): string {
  return t.former.has(serial) ? t.words.__('the one before') : t.naming.noun(serial);
}

/// ", whose count goes 1 -> 2", once for each object and moment.
export function countGoes(t: Telling, serial: number): string {
  const change = t.changes.counts.get(serial);
  const silent = t.told.has(serial) || t.changes.freed.has(serial) || finalizedNow(t, serial) || isCode(t.after.objects.get(serial)?.kind ?? -1);
  if (change === undefined || silent) {
    return '';
  }
  t.told.add(serial);
  return t.words.__(', whose count goes %1 → %2', countText(change[0]), countText(change[1]));
}

/// ", whose count is 1", for an object that came up in this moment.
export function bornWith(t: Telling, serial: number): string {
  const count = t.after.objects.get(serial)?.count;
  if (!t.changes.born.has(serial) || count === undefined || t.told.has(serial) || isCode(t.after.objects.get(serial)!.kind)) {
    return '';
  }
  t.told.add(serial);
  return t.words.__(', whose count is %1', countText(count)) + inPlaceOf(t, serial);
}

/// ", at the address of the freed Guest": `id()` cannot tell the two apart.
function inPlaceOf(t: Telling, serial: number): string {
  const { address, type } = t.after.objects.get(serial)!;
  let text = '';
  for (const reused of factsOf(t.moment).reused) {
    const old = t.before.objects.get(reused);
    if (old?.address === address && old.type === type && !t.naming.isPassing(old.serial)) {
      text = t.words.__(', at the address of the freed %1', t.naming.label(old.serial));
    }
  }
  return text;
}

/// "a new list" in the moment of its birth, or "a list that was there before", its noun later.
export function newOrNoun(t: Telling, ref: number, name: string): string {
  const object = t.changes.born.has(ref) ? t.after.objects.get(ref) : undefined;
  if (object === undefined) {
    return t.naming.nounBeside(ref, name);
  }
  switch (object.kind) {
    case ObjectKind.CLASS:
      return object.isOld ? t.words.__('a class that was there before') : t.words.__('a new class');
    case ObjectKind.FUNCTION:
      return object.isOld ? t.words.__('a function that was there before') : t.words.__('a new function');
    default:
      return object.isOld ? t.words.__('a %1 that was there before', clip(object.type, 32)) : t.words.__('a new %1', clip(object.type, 32));
  }
}

/// A finalizer's clause tells the count itself.
export function finalizedNow(t: Telling, serial: number): boolean {
  return t.after.objects.get(serial)?.finalized === true && !t.before.objects.get(serial)?.finalized;
}
