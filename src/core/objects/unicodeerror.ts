/// str() of UnicodeEncodeError and UnicodeDecodeError. CPython 3.14 Objects/exceptions.c UnicodeEncodeError_str
import type { Ptr } from '../memory/ram';
import { bufferOf } from './bytesfrom';
import { ExcField } from './exceptiontree';
import { asNumber } from './int';
import type { Interp } from './interp';
import { codePointsOf, isStr, strValue } from './str';
import { escapeCodePoint } from './strrepr';
import { tupleGet } from './tuple';

/// The exception's args are (encoding, object, start, end, reason).
export function unicodeErrorText(it: Interp, p: Ptr): string {
  const args = it.i32[p + ExcField.ARGS]!;
  const object = tupleGet(it, args, 1);
  const start = asNumber(it, tupleGet(it, args, 2));
  const end = asNumber(it, tupleGet(it, args, 3));
  const codec = `'${strValue(it, tupleGet(it, args, 0))}' codec can't`;
  const reason = strValue(it, tupleGet(it, args, 4));
  if (isStr(it, object)) {
    const code = codePointsOf(strValue(it, object))[start];
    if (end === start + 1 && code !== undefined) return `${codec} encode character '${escapeCodePoint(code)}' in position ${start}: ${reason}`;
    return `${codec} encode characters in position ${start}-${end - 1}: ${reason}`;
  }
  const byte = bufferOf(it, object)?.[start];
  if (end === start + 1 && byte !== undefined) return `${codec} decode byte 0x${byte.toString(16).padStart(2, '0')} in position ${start}: ${reason}`;
  return `${codec} decode bytes in position ${start}-${end - 1}: ${reason}`;
}
