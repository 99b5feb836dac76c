/// The clauses of a sentence: what one operation of a moment did, in words.

import { ObjectKind, Op } from '../core/trace/payload';
import type { Changes } from './changes';
import { gcClause } from './gcSentences';
import { countText } from './naming';
import type { Naming } from './naming';
import type { HeapState } from './state';
import { isCode, isIterator } from './survey';
import { eachOp } from './timeline';
import type { Moment } from './timeline';
import { clip } from './words';
import type { Words } from './words';

/// Objects that one clause names.
export const MAX_NOUNS = 3;

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
  /// The source line that ran, trimmed; '' if it is not in this cell.
  readonly source: string;
  /// Objects whose count a clause has told already.
  readonly told: Set<number>;
}

/// The clause of the operation at `at`; '' for what goes without saying or is told elsewhere.
export function clauseOf(t: Telling, op: number, at: number): string {
  const { moment: { ops }, strings, words, naming } = t;
  const a = ops[at + 1]!;
  const b = ops[at + 2]!;
  const c = ops[at + 3]!;
  if (!t.isPart && isOfLoop(t, op, a)) {
    return '';
  }
  switch (op) {
    case Op.FRAME:
      if (strings[a] === '__del__' && finalizes(t)) {
        return '';
      }
      return words.__('%1 begins, with a frame of its own for its names', call(strings[a]!, words));
    case Op.RETURN:
      return returned(t);
    case Op.NAME:
      return named(t, a, strings[b]!, c);
    case Op.UNNAME:
      return unnamed(t, a, strings[b]!);
    case Op.NEW:
      return created(t, a);
    case Op.SLOT:
      return slotted(t, a, strings[b]!, c);
    case Op.UNSLOT:
      return unslotted(t, a, strings[b]!);
    case Op.FREE:
      return freed(t, a);
    case Op.FINALIZE:
      t.told.add(a);
      return t.after.collection === undefined && fellToZero(t, a, at)
        ? words.__('the count of %1 reaches 0: __del__ runs', naming.noun(a))
        : words.__('__del__ of %1 runs', naming.noun(a));
    case Op.OUTPUT:
      return printed(t, at);
    case Op.RAISE:
      return words.__('%1 is raised', clip(strings[b] === '' ? strings[a]! : `${strings[a]!}: ${strings[b]!}`, 80));
    default:
      return gcClause(t, op, at);
  }
}

/// What a loop's iterator does is told only to those who step by instruction.
function isOfLoop(t: Telling, op: number, serial: number): boolean {
  const isOfObject = op === Op.NEW || op === Op.SLOT || op === Op.UNSLOT || op === Op.FREE;
  return isOfObject && isIterator((t.after.objects.get(serial) ?? t.before.objects.get(serial))?.type ?? '');
}

function call(name: string, words: Words): string {
  return name === '<module>' ? words.__('the module') : `${clip(name, 40)}()`;
}

/// All that a moment prints, told once: `print` writes each argument and separator by itself.
function printed(t: Telling, at: number): string {
  let text = '';
  let first = -1;
  eachOp(t.moment, (op, i) => {
    if (op === Op.OUTPUT) {
      first = first < 0 ? i : first;
      text += clip(t.strings[t.moment.ops[i + 2]!]!, 80);
    }
  });
  return first === at && text.trim() !== '' ? t.words.__('%1 is printed', quote(text)) : '';
}

function quote(text: string): string {
  return `“${clip(text.trim().replace(/\s+/g, ' '), 48)}”`;
}

/// ": its count goes 1 -> 2", once for each object and moment.
function countGoes(t: Telling, serial: number): string {
  const change = t.changes.counts.get(serial);
  const silent = t.told.has(serial) || t.changes.freed.has(serial) || finalizedNow(t, serial) || isCode(t.after.objects.get(serial)?.kind ?? -1);
  if (change === undefined || silent) {
    return '';
  }
  t.told.add(serial);
  return t.words.__(': its count goes %1 → %2', countText(change[0]), countText(change[1]));
}

function named(t: Telling, depth: number, name: string, ref: number): string {
  const { words, naming, before } = t;
  const old = before.frames[depth]?.names.get(name);
  const label = clip(name, 32);
  let text: string;
  if (old === ref) {
    return '';
  } else if (ref < 0 || !t.after.objects.has(ref)) {
    text = words.__('%1 is now %2', label, naming.target(ref, name));
  } else {
    const other = naming.otherName(t.after, ref, depth, name);
    text = other === undefined
      ? words.__('%1 now names %2', label, newOrNoun(t, ref, name))
      : words.__('%1 now names the same %2 as %3', label, clip(t.after.objects.get(ref)!.type, 32), other);
    text += countGoes(t, ref) || bornWith(t, ref);
  }
  const lost = old === undefined ? '' : loses(t, old);
  return lost === '' ? text : words.__('%1, and no longer %2', text, lost);
}

function finalizes(t: Telling): boolean {
  let found = false;
  eachOp(t.moment, (op) => {
    found ||= op === Op.FINALIZE;
  });
  return found;
}

function fellToZero(t: Telling, serial: number, until: number): boolean {
  let count = t.before.objects.get(serial)?.count;
  eachOp(t.moment, (op, at) => {
    if (op === Op.COUNT && at < until && t.moment.ops[at + 1] === serial) {
      count = t.moment.ops[at + 2]!;
    }
  });
  return count === 0;
}

/// A finalizer's clause tells the count itself.
export function finalizedNow(t: Telling, serial: number): boolean {
  return t.after.objects.get(serial)?.finalized === true && !t.before.objects.get(serial)?.finalized;
}

/// ": its count is 1", for an object that came up in this moment.
function bornWith(t: Telling, serial: number): string {
  const count = t.after.objects.get(serial)?.count;
  if (!t.changes.born.has(serial) || count === undefined || t.told.has(serial) || isCode(t.after.objects.get(serial)!.kind)) {
    return '';
  }
  t.told.add(serial);
  return t.words.__(': its count is %1', countText(count));
}

/// "the Doomed: its count goes 2 -> 1".
function loses(t: Telling, ref: number): string {
  if (ref < 0 || t.told.has(ref)) {
    return '';
  }
  return t.naming.noun(ref) + countGoes(t, ref);
}

function unnamed(t: Telling, depth: number, name: string): string {
  const { words, naming } = t;
  const label = clip(name, 32);
  const ref = t.before.frames[depth]?.names.get(name);
  const gone = t.source.startsWith('del ') ? words.__('del %1', label) : words.__('the end of %1', label);
  if (ref === undefined || ref < 0) {
    return words.__('%1 is no longer a name', label);
  }
  const change = t.changes.counts.get(ref);
  if (change === undefined || t.told.has(ref)) {
    return words.__('%1 takes one reference away from %2', gone, naming.noun(ref));
  }
  if (!t.changes.freed.has(ref) && !finalizedNow(t, ref)) {
    t.told.add(ref);
    return words.__('%1 takes one reference away from %2: %3 → %4', gone, naming.noun(ref), countText(change[0]), countText(change[1]));
  }
  return words.__('%1 takes the last reference away from %2', gone, naming.noun(ref));
}

function created(t: Telling, serial: number): string {
  // Most new objects are told where a name or a slot takes them up.
  let taken = false;
  let type = '';
  // A part tells what is pushed.
  taken ||= t.isPart && t.after.frames[t.after.frames.length - 1]!.stack.some(({ ref }) => ref === serial);
  eachOp(t.moment, (op, at) => {
    taken ||= (op === Op.NAME || op === Op.SLOT) && t.moment.ops[at + 3] === serial;
    taken ||= op === Op.PUSH && t.moment.ops[at + 1] === serial;
    if (op === Op.NEW && t.moment.ops[at + 1] === serial) {
      type = t.strings[t.moment.ops[at + 2]!]!;
    }
  });
  return taken ? '' : t.words.__('a new %1 is made', clip(type, 32));
}

/// "a new list" in the moment of its birth, its noun later.
export function newOrNoun(t: Telling, ref: number, name: string): string {
  const object = t.changes.born.has(ref) ? t.after.objects.get(ref) : undefined;
  if (object === undefined) {
    return t.naming.nounBeside(ref, name);
  }
  switch (object.kind) {
    case ObjectKind.CLASS:
      return t.words.__('a new class');
    case ObjectKind.FUNCTION:
      return t.words.__('a new function');
    default:
      return t.words.__('a new %1', clip(object.type, 32));
  }
}

function slotted(t: Telling, serial: number, label: string, ref: number): string {
  if (t.before.objects.get(serial)?.slots.get(label) === ref || isPartOfNew(t, serial, ref)) {
    return '';
  }
  const text = t.words.__('%1 of %2 is now %3', clip(label, 32), t.naming.noun(serial), ref >= 0 ? newOrNoun(t, ref, '') : t.naming.target(ref, label));
  return ref >= 0 ? text + (countGoes(t, ref) || bornWith(t, ref)) : text;
}

/// What a new object is made of goes without saying, unless it refers to something that was there before.
function isPartOfNew(t: Telling, serial: number, ref: number): boolean {
  if (!t.changes.born.has(serial)) {
    return false;
  }
  if (ref >= 0 && t.before.objects.has(ref)) {
    return isCode(t.after.objects.get(serial)?.kind ?? -1);
  }
  if (ref >= 0) {
    t.told.add(ref);
  }
  return true;
}

function unslotted(t: Telling, serial: number, label: string): string {
  const ref = t.before.objects.get(serial)?.slots.get(label);
  // What goes with a freed object is told by the counts that change.
  if (ref === undefined || t.changes.freed.has(serial)) {
    return '';
  }
  const slot = clip(label, 32);
  return ref >= 0
    ? t.words.__('%1 of %2 lets go of %3', slot, t.naming.noun(serial), t.naming.noun(ref)) + countGoes(t, ref)
    : t.words.__('%1 of %2 is gone', slot, t.naming.noun(serial));
}

function freed(t: Telling, serial: number): string {
  if (t.told.has(serial) && (t.after.collection !== undefined || t.changes.freed.size > 1)) {
    return '';
  }
  const { words, naming } = t;
  const count = (other: number): number | undefined => t.before.objects.get(other)?.count;
  // What one decref takes along is told in one clause.
  const together = [...t.changes.freed].filter((other) => (count(other) ?? 0) !== 0);
  if (together.length > 1 && together.includes(serial)) {
    together.forEach((other) => t.told.add(other));
    const nouns = together.slice(0, MAX_NOUNS).map((other) => naming.noun(other)).join(', ');
    const rest = together.length - MAX_NOUNS;
    return words.__('the counts of %1 reach 0: they are freed', rest > 0 ? words._n('%2 and %1 more', '%2 and %1 more', rest, nouns) : nouns);
  }
  t.told.add(serial);
  if (count(serial) === undefined) {
    return words.__('%1 is freed again', naming.noun(serial));
  }
  return count(serial) === 0
    ? words.__('%1 is freed: its block can be used again', naming.noun(serial))
    : words.__('the count of %1 reaches 0: it is freed', naming.noun(serial));
}

function returned(t: Telling): string {
  const frame = t.before.frames[t.before.frames.length - 1]!;
  if (t.before.frames.length <= 1) {
    return '';
  }
  const bound = [...frame.names.values()].some((ref) => ref !== undefined);
  return bound ? t.words.__('%1 returns and its names go', call(frame.name, t.words)) : t.words.__('%1 returns', call(frame.name, t.words));
}
