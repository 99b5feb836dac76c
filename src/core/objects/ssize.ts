/// Arguments as Py_ssize_t. Bounds beyond 2^62 are all the same to a container, so that is what they are cut to.
import type { Ptr } from '../memory/ram';
import { index } from './abstract';
import { asNumber, compactValue, intValue, isCompact, isInt, isIntExact } from './int';
import type { Interp } from './interp';

export const SSIZE_MAX = 2 ** 62;

/// An object with `__index__` as a number; OverflowError if it does not fit (PyNumber_AsSsize_t with PyExc_OverflowError).
export function ssizeNumber(it: Interp, p: Ptr): number {
  const n = it.own(index(it, p));
  const value = intValue(it, n);
  it.drop();
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) !== value) {
    it.raise(it.types.OverflowError, `cannot fit '${it.typeOf(p).name}' into an index-sized integer`);
  }
  return Number(value);
}

/// An int, nothing else, as a number; OverflowError if it does not fit (PyLong_AsSsize_t).
export function intSsize(it: Interp, p: Ptr): number {
  if (!isInt(it, p)) it.typeError('an integer is required');
  return asNumber(it, p);
}

/// A subscript as a number; IndexError if it does not fit (PyNumber_AsSsize_t with PyExc_IndexError).
export function subscriptIndex(it: Interp, key: Ptr): number {
  if (isIntExact(it, key) && isCompact(it, key)) return compactValue(it, key);
  const n = it.own(index(it, key));
  const value = intValue(it, n);
  it.drop();
  if (typeof value === 'number') return value;
  if (BigInt.asIntN(64, value) !== value) {
    it.raise(it.types.IndexError, `cannot fit '${it.typeOf(key).name}' into an index-sized integer`);
  }
  return Number(value);
}

/// An object with `__index__` as a number, cut to the bounds (PyNumber_AsSsize_t without an exception).
export function clampedIndex(it: Interp, key: Ptr): number {
  if (isIntExact(it, key) && isCompact(it, key)) return clamp(compactValue(it, key));
  const n = it.own(index(it, key));
  const value = intValue(it, n);
  it.drop();
  return clamp(Number(value));
}

function clamp(n: number): number {
  return n > SSIZE_MAX ? SSIZE_MAX : n < -SSIZE_MAX ? -SSIZE_MAX : n;
}

export const hasIndex = (it: Interp, p: Ptr): boolean => it.typeOf(p).slots.nbIndex !== undefined;

/// `start` or `stop` of a method such as list.index (_PyEval_SliceIndexNotNone).
export function boundArgument(it: Interp, p: Ptr): number {
  if (!hasIndex(it, p)) it.typeError('slice indices must be integers or have an __index__ method');
  return clampedIndex(it, p);
}
