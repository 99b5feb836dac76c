/// The clauses of a sentence: what one operation of a moment did, in words.

import { Op } from '../core/trace/payload';
import { gcClause } from './gcSentences';
import { generatorMove, goesRound } from './generators';
import { identityClause } from './identity';
import { created, freed } from './lifeClauses';
import { countText } from './naming';
import { resized, slotted, unslotted, weakened } from './slotClauses';
import { MODULE } from './state';
import { isCode, isIterator } from './kinds';
import { OF_LIFE, bornWith, countGoes, finalizedNow, newOrNoun, nounOf } from './telling';
import type { Telling } from './telling';
import { eachOp } from './timeline';
import { clip } from './words';

/// Changes of one object.
const OF_OBJECTS: ReadonlySet<number> = new Set([Op.SLOT, Op.UNSLOT, Op.LENGTH, Op.FREE, Op.WEAK]);

/// The clause of the operation at `at`; '' for what goes without saying or is told elsewhere.
export function clauseOf(t: Telling, op: number, at: number): string {
  const { moment: { ops }, strings, words, naming } = t;
  const a = ops[at + 1]!;
  const b = ops[at + 2]!;
  const c = ops[at + 3]!;
  if ((!t.isPart && isOfLoop(t, op, a)) || (OF_OBJECTS.has(op) && !naming.knows(a))) {
    return '';
  }
  switch (op) {
    case Op.FRAME:
      if (strings[a] === '__del__' && finalizes(t)) {
        return '';
      }
      return strings[a] === MODULE ? words.__('the import runs the module\'s code, in a frame of its own') : called(t, strings[a]!);
    case Op.RETURN:
      return returned(t);
    case Op.NAME:
      return named(t, a, strings[b]!, c, at);
    case Op.UNNAME:
      return unnamed(t, a, strings[b]!);
    case Op.NEW:
    case Op.OLD:
      return created(t, a);
    case Op.SLOT:
      return slotted(t, a, strings[b]!, c);
    case Op.UNSLOT:
      return unslotted(t, a, strings[b]!);
    case Op.LENGTH:
      return resized(t, a, b);
    case Op.WEAK:
      return weakened(t, a, b);
    case Op.FREE:
      return freed(t, a);
    case Op.FINALIZE:
      t.told.add(a);
      return t.after.collection === undefined && fellToZero(t, a, at)
        ? words.__('the count of %1 reaches 0: __del__ runs', nounOf(t, a))
        : words.__('__del__ of %1 runs', nounOf(t, a));
    case Op.OUTPUT:
      return printed(t, at);
    case Op.RAISE:
      return words.__('%1 is raised', clip(strings[b] === '' ? strings[a]! : `${strings[a]!}: ${strings[b]!}`, 80));
    case Op.IDENTITY:
      return identityClause(naming.target(a, ''), c, words);
    default:
      return gcClause(t, op, at);
  }
}

/// What a loop's iterator does is told only to those who step by instruction.
function isOfLoop(t: Telling, op: number, serial: number): boolean {
  return OF_LIFE.has(op) && isIterator((t.after.objects.get(serial) ?? t.before.objects.get(serial))?.type ?? '');
}

function called(t: Telling, name: string): string {
  const { words } = t;
  if (goesRound(t)) {
    return '';
  }
  switch (generatorMove(t)) {
    case 'starts':
      return words.__('%1 begins to run, in the frame of its generator', call(name));
    case 'resumes':
      return words.__('%1 goes on where it stopped', call(name));
    default:
      return words.__('%1 is called and gets a frame for its names', call(name));
  }
}

function call(name: string): string {
  return `${clip(name, 40)}()`;
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

function named(t: Telling, depth: number, name: string, ref: number, at: number): string {
  const { words, naming, before } = t;
  // Another frame has taken the place of the one before: its names are new.
  const isThere = hasFrame(t, depth, at);
  const old = isThere ? before.frames[depth]?.names.get(name) : undefined;
  const label = clip(name, 32);
  const object = t.after.objects.get(ref);
  let text: string;
  if (old === ref || isHidden(name) || (depth > 0 && (comesBack(t) || (!isThere && goesRound(t)))) || (name === 'self' && finalizedNow(t, ref) && t.after.frames[depth]?.name === '__del__')) {
    return '';
  } else if (object === undefined) {
    text = words.__('%1 is now %2', label, naming.target(ref, name));
  } else {
    const other = isCode(object.kind) ? undefined : naming.otherName(t.after, ref, depth, name);
    text = other === undefined
      ? words.__('%1 now names %2', label, newOrNoun(t, ref, name))
      : words.__('%1 now names the same %2 as %3', label, clip(object.type, 32), other);
    text += countGoes(t, ref) || bornWith(t, ref);
  }
  if (old !== undefined && ref >= 0 && naming.isKnownBy(old, name) && naming.isKnownBy(ref, name)) {
    t.former.add(old);
  }
  const lost = old === undefined ? '' : loses(t, old);
  return lost === '' ? text : text.includes(', ') ? words.__('%1, instead of %2', text, lost) : words.__('%1 instead of %2', text, lost);
}

/// The frame is a generator's, with the names that it has had.
function comesBack(t: Telling): boolean {
  const move = generatorMove(t);
  return move === 'starts' || move === 'resumes';
}

/// A name that the interpreter gives, not the learner: the argument of a generator expression, what super() needs.
function isHidden(name: string): boolean {
  return name === '.0' || name === '__class__';
}

/// True if the frame at this depth has been there since before the moment, up to the operation at `until`.
function hasFrame(t: Telling, depth: number, until: number): boolean {
  let frames = t.before.frames.length;
  let same = depth < frames;
  eachOp(t.moment, (op, at) => {
    if (at < until && op === Op.FRAME) {
      same &&= frames !== depth;
      frames++;
    } else if (at < until && op === Op.RETURN) {
      frames = Math.max(1, frames - 1);
      same &&= frames !== depth;
    }
  });
  return same;
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

/// "the Doomed, whose count goes 2 -> 1".
function loses(t: Telling, ref: number): string {
  if (ref < 0 || t.told.has(ref)) {
    return '';
  }
  return nounOf(t, ref) + countGoes(t, ref);
}

function unnamed(t: Telling, depth: number, name: string): string {
  const { words, naming } = t;
  const label = clip(name, 32);
  const ref = t.before.frames[depth]?.names.get(name);
  const gone = t.source.startsWith('del ') ? words.__('del %1', label) : words.__('the end of %1', label);
  if (isHidden(name) || (depth > 0 && generatorMove(t) === 'made')) {
    return '';
  }
  if (ref === undefined || ref < 0) {
    return words.__('%1 is no longer a name', label);
  }
  const change = t.changes.counts.get(ref);
  if (change === undefined || t.told.has(ref)) {
    return words.__('%1 takes away a reference to %2', gone, naming.noun(ref));
  }
  if (!t.changes.freed.has(ref) && !finalizedNow(t, ref)) {
    t.told.add(ref);
    return words.__('%1 takes away a reference to %2, whose count goes %3 → %4', gone, naming.noun(ref), countText(change[0]), countText(change[1]));
  }
  return words.__('%1 takes away the last reference to %2', gone, naming.noun(ref));
}

function returned(t: Telling): string {
  const frame = t.before.frames[t.before.frames.length - 1]!;
  if (t.before.frames.length <= 1) {
    return '';
  }
  if (frame.name === MODULE) {
    return t.words.__('the module\'s code is done; its names stay in the module');
  }
  if (goesRound(t)) {
    return t.words.__('%1 yields, and goes on at once', call(frame.name));
  }
  switch (generatorMove(t)) {
    case 'made':
      return t.words.__('%1 does not run yet: its frame waits in a new generator', call(frame.name));
    case 'yields':
      return t.words.__('%1 yields: its frame waits in the generator', call(frame.name));
  }
  const bound = [...frame.names.values()].some((ref) => ref !== undefined);
  return bound ? t.words.__('%1 returns and its names go', call(frame.name)) : t.words.__('%1 returns', call(frame.name));
}
