/// Why two references lead to one object, or to two that are equal, in words.

import { Identity } from '../core/trace/payload';
import { inlineText } from './state';
import type { HeapObject } from './state';
import { listed } from './words';
import type { Words } from './words';

/// The reason alone.
export function identityText(reason: number, words: Words): string {
  switch (reason) {
    case Identity.SMALL_INT:
      return words.__('ints from −5 to 256 are made once, at start, and shared');
    case Identity.SINGLETON:
      return words.__('there is only one');
    case Identity.SMALL_STR:
      return words.__('the empty text and single characters are made once, at start, and shared');
    case Identity.INTERNED:
      return words.__('the text is interned: each such text is kept once');
    case Identity.CONSTANT:
      return words.__('the compiler keeps equal constants of a piece of code once');
    case Identity.EQUAL:
      return words.__('equal values, and two objects: each was made by itself');
    default:
      return words.__('one object, referred to twice');
  }
}

/// What an `is` finds, `what` on its left, and why.
export function identityClause(what: string, reason: number, words: Words): string {
  switch (reason) {
    case Identity.EQUAL:
      return words.__('“is” compares two objects that are both %1: each was made by itself', what);
    case Identity.SAME:
      return words.__('“is” finds one object on both sides: %1', what);
    default:
      return words.__('“is” finds one object on both sides, %1: %2', what, identityText(reason, words));
  }
}

const SINGLETONS: ReadonlySet<string> = new Set(['None', 'True', 'False', 'Ellipsis', 'NotImplemented']);
const SMALLEST_INT = -5;
const LARGEST_INT = 256;

/// Why all references to a value that is drawn without a box of its own, as `text`, lead to one object; undefined = they need not.
function sharedBy(text: string): number | undefined {
  if (SINGLETONS.has(text)) {
    return Identity.SINGLETON;
  }
  if (/^-?\d{1,3}$/.test(text)) {
    return Number(text) >= SMALLEST_INT && Number(text) <= LARGEST_INT ? Identity.SMALL_INT : undefined;
  }
  return /^(['"])[ -~]?\1$/.test(text) ? Identity.SMALL_STR : undefined;
}

/// The same in words; '' = they need not.
export function sharedText(text: string, words: Words): string {
  const reason = sharedBy(text);
  return reason === undefined ? '' : identityText(reason, words);
}

const MAX_LISTED = 5;

/// Of the ints and texts in an object's slots, which are objects that all others share, and why; '' = none.
export function sharedOf({ slots, freed }: Pick<HeapObject, 'slots' | 'freed'>, strings: readonly string[], words: Words): string {
  const found = new Map<number, Set<string>>();
  for (const ref of freed ? [] : slots.values()) {
    const text = ref < 0 ? inlineText(ref, strings) : '';
    const reason = sharedBy(text);
    // That there is one None is told beside names; here it would be said of every other object.
    if (reason !== undefined && reason !== Identity.SINGLETON) {
      found.set(reason, (found.get(reason) ?? new Set()).add(text));
    }
  }
  return [...found].map(([reason, texts]) => words.__('%1: %2.', listed([...texts], MAX_LISTED, words), identityText(reason, words))).join(' ');
}
