/// Finding a key in a dict, where comparing keys may run guest code that changes the dict.
/// CPython 3.14 Objects/dictobject.c _Py_dict_lookup, dictkeys_generic_lookup
import type { Ptr } from '../memory/ram';
import { hash, richCompareBool, strText } from './abstract';
import { EMPTY, GENERAL_ENTRY, getIndex, lookupUnicode, PERTURB_SHIFT, UNICODE_ENTRY } from './dictkeys';
import { compactValue } from './int';
import type { Interp } from './interp';
import { strHash } from './str';
import { fullyQualifiedName } from './typenames';
import { CompareOp } from './typeobject';

/// Index of the key's entry in the dict's table, or EMPTY. In a split table the entry may have no value.
export function lookup(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number): number {
  const i32 = it.i32;
  const k = i32[d + 8]!;
  if (i32[k + 5] === UNICODE_ENTRY && i32[key + 3] === it.types.str.index) return lookupUnicode(it, k, key, lo, hi);
  return lookupGeneric(it, d, key, lo, hi);
}

function lookupGeneric(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number): number {
  const i32 = it.i32;
  restart: for (;;) {
    const k = i32[d + 8]!;
    const mask = i32[k + 1]!;
    const stride = i32[k + 5]!;
    const keys = i32[k + 7]!;
    let perturb = lo;
    let perturbHigh = hi;
    let i = lo & mask;
    for (;;) {
      const ix = getIndex(it, k, mask, i);
      if (ix === EMPTY) return EMPTY;
      if (ix >= 0) {
        const e = keys + stride * ix;
        const found = i32[e]!;
        if (found === key) return ix;
        const stored = stride === GENERAL_ENTRY ? e - 2 : found + 6;
        if (i32[stored] === lo && i32[stored + 1] === hi) {
          if (comparesQuietly(it, found, key)) {
            if (areEqualQuietly(it, found, key)) return ix;
          } else {
            it.own(it.newRef(found));
            const equal = richCompareBool(it, found, key, CompareOp.EQ);
            it.drop();
            if (i32[d + 8] !== k || i32[e] !== found) continue restart;
            if (equal) return ix;
          }
        }
      }
      perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
      perturbHigh >>>= PERTURB_SHIFT;
      i = (Math.imul(i, 5) + perturb + 1) & mask;
    }
  }
}

/// Whether comparing the two runs no guest code: both exact int or both exact str.
export function comparesQuietly(it: Interp, a: Ptr, b: Ptr): boolean {
  const type = it.i32[a + 3]!;
  return type === it.i32[b + 3] && (type === it.types.int.index || type === it.types.str.index);
}

/// Whether two such objects of the same hash are equal.
export function areEqualQuietly(it: Interp, a: Ptr, b: Ptr): boolean {
  const areCompact = it.i32[a + 3] === it.types.int.index && it.i32[a + 4] === 0 && it.i32[b + 4] === 0;
  return areCompact ? compactValue(it, a) === compactValue(it, b) : richCompareBool(it, a, b, CompareOp.EQ);
}

/// Hash of something to be used as a `role` ('dict key', 'set element'). Low word; high word in it.hashHigh.
export function hashKey(it: Interp, key: Ptr, role: string): number {
  if (it.i32[key + 3] === it.types.str.index) return strHash(it, key);
  if (it.i32[key + 3] === it.types.int.index || !it.profile.explainsUnhashable) return hash(it, key);
  try {
    return hash(it, key);
  } catch (error) {
    it.isGuestError(error);
    explainUnhashable(it, key, role);
  }
}

/// CPython 3.14 Objects/dictobject.c dict_unhashable_type
function explainUnhashable(it: Interp, key: Ptr, role: string): never {
  if (it.typeOf(it.raised) !== it.types.TypeError) it.rethrow();
  // It lives until the new one is there.
  const exception = it.own(it.fetchRaised());
  it.typeError(`cannot use '${fullyQualifiedName(it, it.typeOf(key))}' as a ${role} (${strText(it, exception)})`);
}
