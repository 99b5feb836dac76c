/// Arguments of str and bytes methods.
import type { Ptr } from '../memory/ram';
import { index } from './abstract';
import { argumentTypeName, checkPositional } from './args';
import { asNumber } from './int';
import type { Interp } from './interp';
import { clampedIndex, hasIndex } from './ssize';
import { isStr, strValue } from './str';
import type { NativeMethod } from './typeobject';

/// The text of a str argument; `what` begins the message, as in "replace() argument 1".
export function textArgument(it: Interp, p: Ptr, what: string): string {
  if (!isStr(it, p)) it.typeError(`${what} must be str, not ${argumentTypeName(it, p)}`);
  return strValue(it, p);
}

/// A method of one to three arguments, whose count 3.11 checks with other words (PyArg_ParseTuple).
export function searchMethod(name: string, fn: (it: Interp, self: Ptr, args: readonly Ptr[]) => Ptr): NativeMethod {
  return {
    kind: 'fastcall',
    min: 0,
    max: Infinity,
    fn: (it, self, args) => {
      const n = args.length;
      if (n < 1 || n > 3) {
        if (it.profile.scalars.strUsesClinic) checkPositional(it, name, n, 1, 3);
        it.typeError(n < 1 ? `${name}() takes at least 1 argument (0 given)` : `${name}() takes at most 3 arguments (${n} given)`);
      }
      return fn(it, self, args);
    }
  };
}

/// A Py_ssize_t argument (Argument Clinic's conversion).
export function ssizeArgument(it: Interp, p: Ptr | undefined, fallback: number): number {
  if (p === undefined || p === 0) return fallback;
  const asInt = it.own(index(it, p));
  const value = asNumber(it, asInt);
  it.drop();
  return value;
}

/// A `start` or `end` argument, where None counts as absent (_PyEval_SliceIndex).
export function sliceArgument(it: Interp, p: Ptr | undefined, fallback: number): number {
  if (p === undefined || p === 0 || p === it.singletons.none) return fallback;
  if (!hasIndex(it, p)) it.typeError('slice indices must be integers or None or have an __index__ method');
  return clampedIndex(it, p);
}

/// Bounds of self[start:end] for a sequence of this length (ADJUST_INDICES); start may still be past the end.
export function adjustBounds(start: number, end: number, length: number): [start: number, end: number] {
  let low = start;
  let high = end > length ? length : end;
  if (high < 0) high = Math.max(high + length, 0);
  if (low < 0) low = Math.max(low + length, 0);
  return [low, high];
}
