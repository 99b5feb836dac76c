/// Why two references lead to one object, or to two that are equal, in words.

import { Identity } from '../core/trace/payload';
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
