/// The codecs utf-8, ascii and latin-1, utf-16 and utf-32 too, with their error handlers (CPython 3.14 Objects/unicodeobject.c, Python/codecs.c).
import type { Ptr } from '../memory/ram';
import { call } from './abstract';
import { decodeWide, pushMark, pushWide, WIDE_CODECS } from './codecswide';
import { newInt } from './int';
import type { Interp } from './interp';
import { codePointsOf, newStr, strValue, strWidth } from './str';
import { escapeCodePoint } from './strrepr';

type CodecName = 'utf-8' | 'ascii' | 'latin-1' | keyof typeof WIDE_CODECS;

const ALIASES: Readonly<Record<string, CodecName>> = {
  utf_8: 'utf-8', utf8: 'utf-8', u8: 'utf-8', utf: 'utf-8', cp65001: 'utf-8',
  ascii: 'ascii', us_ascii: 'ascii', '646': 'ascii', ansi_x3_4_1968: 'ascii',
  latin_1: 'latin-1', latin1: 'latin-1', iso8859_1: 'latin-1', iso_8859_1: 'latin-1', l1: 'latin-1', latin: 'latin-1', '8859': 'latin-1',
  utf_16: 'utf-16', utf16: 'utf-16', u16: 'utf-16', utf_16_le: 'utf-16-le', utf_16le: 'utf-16-le', utf_16_be: 'utf-16-be', utf_16be: 'utf-16-be',
  utf_32: 'utf-32', utf32: 'utf-32', u32: 'utf-32', utf_32_le: 'utf-32-le', utf_32le: 'utf-32-le', utf_32_be: 'utf-32-be', utf_32be: 'utf-32-be'
};

function codecOf(it: Interp, encoding: string): CodecName {
  const name = ALIASES[encoding.toLowerCase().replace(/[^a-z0-9.]+/g, '_')];
  if (name === undefined) it.raise(it.types.LookupError, `unknown encoding: ${encoding}`);
  return name;
}

interface Failure {
  readonly codec: string;
  readonly object: Ptr;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

function raiseFailure(it: Interp, decoding: boolean, failure: Failure): never {
  const args = [
    it.own(newStr(it, failure.codec)), it.own(it.newRef(failure.object)), it.own(newInt(it, failure.start)),
    it.own(newInt(it, failure.end)), it.own(newStr(it, failure.reason))
  ];
  const exception = call(it, (decoding ? it.types.UnicodeDecodeError : it.types.UnicodeEncodeError).ptr, args);
  it.drop(args.length);
  it.throwException(exception);
}

function unknownHandler(it: Interp, errors: string): never {
  it.raise(it.types.LookupError, `unknown error handler name '${errors}'`);
}

/// The bytes of a str in an encoding.
export function encodeText(it: Interp, str: Ptr, encoding: string, errors: string): Uint8Array {
  const codec = codecOf(it, encoding);
  const wide = WIDE_CODECS[codec];
  const limit = codec === 'utf-8' || wide !== undefined ? 0x110000 : codec === 'ascii' ? 128 : 256;
  const text = strValue(it, str);
  if (wide === undefined && strWidth(it, str) < (codec === 'latin-1' ? 2 : 1)) return Uint8Array.from(text, (c) => c.charCodeAt(0));
  const refused = (code: number): boolean => code >= limit || (limit > 256 && code >= 0xd800 && code < 0xe000);
  const codes = codePointsOf(text);
  const out: number[] = [];
  if (wide !== undefined) pushMark(out, wide);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (!refused(code)) {
      if (wide !== undefined) pushWide(out, wide, code);
      else if (codec === 'utf-8') pushUtf8(out, code);
      else out.push(code);
      continue;
    }
    let end = i + 1;
    while (end < codes.length && refused(codes[end]!)) end++;
    const reason = limit > 256 ? 'surrogates not allowed' : `ordinal not in range(${limit})`;
    handleEncodeError(it, errors, codes.slice(i, end), byte => (wide === undefined ? out.push(byte) : pushWide(out, wide, byte)), out, { codec, object: str, start: i, end, reason });
    i = end - 1;
  }
  return Uint8Array.from(out);
}

function pushUtf8(out: number[], code: number): void {
  if (code < 0x80) out.push(code);
  else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
  else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  else out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
}

function handleEncodeError(it: Interp, errors: string, codes: readonly number[], pushChar: (code: number) => void, out: number[], failure: Failure): void {
  const pushText = (text: string): void => {
    for (const c of text) pushChar(c.charCodeAt(0));
  };
  switch (errors) {
    case 'strict': raiseFailure(it, false, failure);
    case 'ignore': return;
    case 'replace': return pushText('?'.repeat(codes.length));
    case 'backslashreplace': return pushText(codes.map(escapeCodePoint).join(''));
    case 'xmlcharrefreplace': return pushText(codes.map((code) => `&#${code};`).join(''));
    case 'surrogateescape':
      if (codes.every((code) => code >= 0xdc80 && code <= 0xdcff)) return void out.push(...codes.map((code) => code - 0xdc00));
      raiseFailure(it, false, failure);
    case 'surrogatepass':
      if (failure.codec === 'utf-8') return codes.forEach((code) => pushUtf8(out, code));
      raiseFailure(it, false, failure);
    default: unknownHandler(it, errors);
  }
}

/// A str of the bytes; `object` is what UnicodeDecodeError shows.
export function decodeBytes(it: Interp, bytes: Uint8Array, object: Ptr, encoding: string, errors: string): Ptr {
  const codec = codecOf(it, encoding);
  // A decoded byte order mark or surrogate needs no care: text is built code point by code point.
  let out = '';
  let at = 0;
  const wide = WIDE_CODECS[codec];
  if (wide !== undefined) {
    decodeWide(bytes, wide, code => { out += String.fromCodePoint(code); }, (start, end, reason) => {
      out += handleDecodeError(it, errors, bytes.subarray(start, end), () => ({ codec: `utf-${8 * wide.unit}-${wide.bigEndian === true ? 'be' : 'le'}`, object, start, end, reason }));
    });
    return newStr(it, out);
  }
  const fail = (end: number, reason: string): void => {
    out += handleDecodeError(it, errors, bytes.subarray(at, end), () => ({ codec, object, start: at, end, reason }));
    at = end;
  };
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte < 0x80 || codec === 'latin-1') {
      out += String.fromCharCode(byte);
      at++;
    } else if (codec === 'ascii') {
      fail(at + 1, 'ordinal not in range(128)');
    } else {
      const size = utf8Size(bytes, at);
      if (size > 0) {
        out += String.fromCodePoint(utf8CodePoint(bytes, at, size));
        at += size;
      } else if (byte < 0xc2 || byte > 0xf4) {
        fail(at + 1, 'invalid start byte');
      } else {
        fail(at + Math.max(-size, 1), at - size >= bytes.length ? 'unexpected end of data' : 'invalid continuation byte');
      }
    }
  }
  return newStr(it, out);
}

/// Length of the sequence at `at`; if it is wrong, minus the number of its bytes that are right.
function utf8Size(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let i = 1; i < size; i++) {
    const byte = bytes[at + i];
    let low = 0x80;
    let top = 0xbf;
    if (i === 1) {
      if (lead === 0xe0) low = 0xa0;
      else if (lead === 0xed) top = 0x9f;
      else if (lead === 0xf0) low = 0x90;
      else if (lead === 0xf4) top = 0x8f;
    }
    if (byte === undefined || byte < low || byte > top) return -i;
  }
  return size;
}

function utf8CodePoint(bytes: Uint8Array, at: number, size: number): number {
  let code = bytes[at]! & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) code = (code << 6) | (bytes[at + i]! & 63);
  return code;
}

function handleDecodeError(it: Interp, errors: string, bad: Uint8Array, failure: () => Failure): string {
  switch (errors) {
    case 'strict': raiseFailure(it, true, failure());
    case 'ignore': return '';
    case 'replace': return '\ufffd';
    case 'backslashreplace': return Array.from(bad, escapeCodePoint).join('');
    case 'surrogateescape': return Array.from(bad, (byte) => String.fromCharCode(0xdc00 + byte)).join('');
    case 'surrogatepass': raiseFailure(it, true, failure());
    default: unknownHandler(it, errors);
  }
}
