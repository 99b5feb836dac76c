/// str() of UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError (CPython 3.14 Objects/exceptions.c UnicodeEncodeError_str).
import type { Ptr } from '../memory/ram';
import { strText } from './abstract';
import { bufferOf } from './bytesfrom';
import { excNumber, extraAt, getExtra } from './exceptions';
import type { Interp } from './interp';
import { codePointsOf, isStr, strValue } from './str';
import { escapeCodePoint } from './strrepr';

/// A text that may be any object since it was made; unset, it shows as C's null.
const textOf = (it: Interp, p: Ptr): string => (p === 0 ? '<NULL>' : strText(it, p));

export function unicodeErrorText(it: Interp, p: Ptr): string {
  const object = getExtra(it, p, 'object');
  if (object === 0) return '';
  const type = it.typeOf(p);
  const decodes = type.isSubtypeOf(it.types.UnicodeDecodeError);
  const reason = textOf(it, getExtra(it, p, 'reason'));
  const verb = decodes ? 'decode' : type.isSubtypeOf(it.types.UnicodeEncodeError) ? 'encode' : 'translate';
  const head = verb === 'translate' ? "can't" : `'${textOf(it, getExtra(it, p, 'encoding'))}' codec can't`;
  const units = decodes ? bufferOf(it, object) : isStr(it, object) ? codePointsOf(strValue(it, object)) : undefined;
  if (units === undefined && it.profile.checksUnicodeErrors) it.typeError(`UnicodeError 'object' attribute must be a ${decodes ? 'bytes' : 'string'}`);
  const start = excNumber(it, p, extraAt(it, p, 'start'));
  const end = excNumber(it, p, extraAt(it, p, 'end'));
  const unit = end === start + 1 ? units?.[start] : undefined;
  const noun = decodes ? 'byte' : 'character';
  if (unit === undefined) return `${head} ${verb} ${noun}s in position ${start}-${end - 1}: ${reason}`;
  const shown = decodes ? `0x${unit.toString(16).padStart(2, '0')}` : `'${escapeCodePoint(unit)}'`;
  return `${head} ${verb} ${noun} ${shown} in position ${start}: ${reason}`;
}
