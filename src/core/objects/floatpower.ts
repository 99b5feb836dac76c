/// x ** y of floats (CPython 3.14 Objects/floatobject.c float_pow).
import { pow } from './power';
import { allocException } from './exceptions';
import { newInt } from './int';
import type { Interp } from './interp';
import { newStr } from './str';
import { tupleSteal } from './tuple';

/// undefined: the result is complex.
export function floatPower(it: Interp, x: number, y: number): number | undefined {
  if (x === 0 && y < 0 && y !== -Infinity) it.raise(it.types.ZeroDivisionError, it.profile.scalars.power);
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) return undefined;
  const result = pow(x, y);
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)) raiseRangeError(it);
  return result;
}

/// The OverflowError of C's ERANGE, whose arguments are errno and text.
function raiseRangeError(it: Interp): never {
  const args = tupleSteal(it, [newInt(it, 34), newStr(it, 'Numerical result out of range')]);
  it.throwException(allocException(it, it.types.OverflowError, args));
}
