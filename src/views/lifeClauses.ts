/// The clauses of a sentence that tell of objects that come and go.

import { isIterator } from './kinds';
import { factsOf } from './momentFacts';
import { MAX_NOUNS, nounOf } from './telling';
import type { Telling } from './telling';
import { clip, listed } from './words';

export function created(t: Telling, serial: number): string {
  const { words, naming } = t;
  // Most new objects are told where a name or a slot takes them up.
  const { taken, pushed, types } = factsOf(t.moment);
  // A part tells what is pushed.
  const isPushed = t.isPart && (pushed.has(serial) || t.after.frames[t.after.frames.length - 1]!.stack.some(({ ref }) => ref === serial));
  if (taken.has(serial) || isPushed || isOfDefinition(t)) {
    return '';
  }
  const type = t.strings[types.get(serial)!]!;
  if (t.after.objects.get(serial)?.isOld === true) {
    return words.__('the line uses a %1 that was there before', clip(type, 32));
  }
  return naming.isPassing(serial) && cameAndWent(t, serial)
    ? words.__('a temporary %1 is made and freed again', clip(type, 32))
    : words.__('a new %1 is made', clip(type, 32));
}

export function freed(t: Telling, serial: number): string {
  const { words, naming } = t;
  if (t.told.has(serial) && (t.after.collection !== undefined || t.changes.freed.size > 1)) {
    return '';
  }
  if (naming.isPassing(serial) && cameAndWent(t, serial)) {
    t.told.add(serial);
    return '';
  }
  const count = (other: number): number | undefined => t.before.objects.get(other)?.count;
  const hadNone = count(serial) === 0;
  // What one decref takes along is told in one clause: what the learner knows, or else what only passes.
  const together = [...t.changes.freed].filter((other) => count(other) !== undefined && (count(other) === 0) === hadNone && naming.isPassing(other) === naming.isPassing(serial) && (t.isPart || !isIterator(t.before.objects.get(other)!.type)));
  if (together.length > 1 && together.includes(serial)) {
    together.forEach((other) => t.told.add(other));
    const nouns = listed(together.map((other) => nounOf(t, other)), MAX_NOUNS, words);
    return hadNone ? words.__('%1 are freed: their blocks can be used again', nouns) : words.__('the counts of %1 reach 0: they are freed', nouns);
  }
  t.told.add(serial);
  if (count(serial) === undefined) {
    return words.__('%1 is freed again', nounOf(t, serial));
  }
  return hadNone
    ? words.__('%1 is freed: its block can be used again', nounOf(t, serial))
    : words.__('the count of %1 reaches 0: it is freed', nounOf(t, serial));
}

function cameAndWent(t: Telling, serial: number): boolean {
  return !t.before.objects.has(serial) && t.after.objects.get(serial)?.freed !== false;
}

/// A tuple of defaults or of base classes is made on the way to a function or a class.
function isOfDefinition({ source }: Telling): boolean {
  return /^(async def|class|def|from|import)\b/.test(source);
}
