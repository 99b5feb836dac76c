/// repr and hexadecimal text of bytes. CPython 3.14 Objects/bytesobject.c, Python/pystrhex.c
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import { bufferOf } from './bytesfrom';
import { length } from './abstract';
import { isStr, strValue } from './str';

/// `escapesQuote`: bytearray escapes every single quote.
export function reprOfBytes(bytes: Uint8Array, escapesQuote = false): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let out = `b${quote}`;
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (char === quote || char === '\\' || (escapesQuote && char === "'")) out += `\\${char}`;
    else if (byte === 9) out += '\\t';
    else if (byte === 10) out += '\\n';
    else if (byte === 13) out += '\\r';
    else if (byte < 32 || byte > 126) out += `\\x${byte.toString(16).padStart(2, '0')}`;
    else out += char;
  }
  return out + quote;
}

/// bytes.hex(sep, bytes_per_sep); sep 0 = none.
export function hexText(it: Interp, bytes: Uint8Array, sep: Ptr, perGroup: number): string {
  const pairs = Array.from(bytes, (b) => b.toString(16).padStart(2, '0'));
  if (sep === 0) return pairs.join('');
  const buffer = bufferOf(it, sep);
  length(it, sep);
  if (!isStr(it, sep) && buffer === undefined) it.typeError('sep must be str or bytes.');
  const separator = buffer === undefined ? strValue(it, sep) : String.fromCharCode(...buffer);
  if (separator.length !== 1) it.valueError('sep must be length 1.');
  if (separator > '\x7f') it.valueError('sep must be ASCII.');
  const size = Math.abs(perGroup);
  if (size === 0) return pairs.join('');
  const groups: string[] = [];
  // Counted from the right unless perGroup is negative.
  const first = perGroup > 0 ? pairs.length % size || size : size;
  for (let at = 0, end = first; at < pairs.length; at = end, end += size) groups.push(pairs.slice(at, end).join(''));
  return groups.join(separator);
}

/// The bytes that hexadecimal text spells (bytes.fromhex).
export function bytesFromHex(it: Interp, arg: Ptr): Uint8Array {
  const takesBytes = it.profile.scalars.fromhexTakesBytes;
  const buffer = takesBytes ? bufferOf(it, arg) : undefined;
  if (!isStr(it, arg) && buffer === undefined) {
    it.typeError(`fromhex() argument must be ${takesBytes ? 'str or bytes-like' : 'str'}, not ${it.typeOf(arg).name}`);
  }
  const text = buffer === undefined ? strValue(it, arg) : String.fromCharCode(...buffer);
  const isHex = (at: number): boolean => /^[0-9a-fA-F]$/.test(text[at] ?? '');
  const bytes: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (/[\t-\r ]/.test(text[at]!)) {
      at++;
      continue;
    }
    const bad = !isHex(at) ? at : !isHex(at + 1) ? at + 1 : -1;
    if (bad >= 0) {
      if (bad >= text.length && takesBytes) it.valueError('fromhex() arg must contain an even number of hexadecimal digits');
      it.valueError(`non-hexadecimal number found in fromhex() arg at position ${bad}`);
    }
    bytes.push(parseInt(text.slice(at, at + 2), 16));
    at += 2;
  }
  return Uint8Array.from(bytes);
}
