/// The % operator of str and bytes. CPython 3.14 Objects/unicodeobject.c PyUnicode_Format, Objects/bytesobject.c
/// _PyBytes_FormatEx
import type { Ptr } from '../memory/ram';
import { getItem, index, reprText, strText } from './abstract';
import { bytearrayView, isBytearray } from './bytearray';
import { bytesLength, bytesView, isBytes, newBytes } from './bytes';
import { floatText } from './floatrepr';
import { digitsOf } from './formatter';
import { asNumber, intValue, isInt } from './int';
import { numberAsDouble, numberLong } from './inttype';
import type { Interp } from './interp';
import { isFloat } from './float';
import { typeLookup } from './lookup';
import { percentPlain, plainText } from './plainformats';
import { callSpecial } from './special';
import { isFlat, isStr, isStrExact, newStr, strLength, strValue } from './str';
import { asciiOfText } from './strrepr';
import { isTuple, tupleGet, tupleSize } from './tuple';

/// One conversion of the format.
interface Conversion {
  code: string;
  flags: string;
  width: number;
  /// -1 = not given.
  precision: number;
}

/// Where the values come from: a tuple one by one, or a mapping by key, or one value.
class Arguments {
  private next = 0;
  private readonly count: number;
  private readonly isMapping: boolean;
  /// The value that was taken last, borrowed; None for one by key, 0 = no value was taken.
  last: Ptr = 0;

  constructor(private readonly it: Interp, private readonly values: Ptr, private readonly inBytes: boolean) {
    const type = it.typeOf(values);
    this.count = isTuple(it, values) ? tupleSize(it, values) : 1;
    this.isMapping = type.slots.mpSubscript !== undefined && !isTuple(it, values) && !(inBytes ? isBytes(it, values) || isBytearray(it, values) : isStr(it, values));
  }

  /// Borrowed.
  take(): Ptr {
    if (this.next >= this.count) this.it.typeError('not enough arguments for format string');
    const at = this.next++;
    this.last = isTuple(this.it, this.values) ? tupleGet(this.it, this.values, at) : this.values;
    return this.last;
  }

  lookUp(key: string): Ptr {
    if (!this.isMapping) this.it.typeError('format requires a mapping');
    this.next = this.count;
    const keyStr = this.it.own(this.inBytes ? newBytes(this.it, Uint8Array.from(key, char => char.charCodeAt(0))) : newStr(this.it, key));
    const value = getItem(this.it, this.values, keyStr);
    this.last = this.it.singletons.none;
    this.it.drop();
    return value;
  }

  checkAllUsed(): void {
    if (this.next < this.count && !this.isMapping) {
      this.it.typeError(`not all arguments converted during ${this.inBytes ? 'bytes' : 'string'} formatting`);
    }
  }
}

export function percentFormat(it: Interp, self: Ptr, values: Ptr): Ptr {
  const format = strValue(it, self);
  if (format === '%s') {
    // A writer that gets one str alone hands it on (_PyUnicodeWriter_WriteStr).
    const value = isTuple(it, values) && tupleSize(it, values) === 1 ? tupleGet(it, values, 0) : values;
    if (isStrExact(it, value)) return it.newRef(value);
  }
  const plain = format.includes('%') ? percentPlain(it, format, values) : undefined;
  if (plain !== undefined) return newStr(it, plain);
  const args = new Arguments(it, values, false);
  const text = expand(it, isFlat(it, self) ? format : Array.from(format), args, convert);
  if (args.last === 0 && text === format && isStrExact(it, self)) return it.newRef(self);
  if (args.last !== 0 && format.endsWith('s') && isStrExact(it, args.last) && text === strValue(it, args.last)) return it.newRef(args.last);
  return newStr(it, text);
}

/// The same for bytes: each character of the text is one of them.
export function percentFormatBytes(it: Interp, format: Uint8Array, values: Ptr): Uint8Array {
  const text = expand(it, latin1(format), new Arguments(it, values, true), convertToBytes, true);
  return Uint8Array.from(text, char => char.charCodeAt(0));
}

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, byte => String.fromCharCode(byte)).join('');

type Convert = (it: Interp, conversion: Conversion, value: Ptr, position: number) => string;

/// `chars`: the format by characters; a text where each is one unit.
function expand(it: Interp, chars: string | readonly string[], args: Arguments, convertOne: Convert, isBytes = false): string {
  const between = (from: number, to: number): string => (typeof chars === 'string' ? chars.slice(from, to) : chars.slice(from, to).join(''));
  let out = '';
  let at = 0;
  while (at < chars.length) {
    if (chars[at] !== '%') {
      const next = chars.indexOf('%', at);
      out += between(at, next < 0 ? chars.length : next);
      if (next < 0) break;
      at = next;
    }
    at++;
    let value = 0;
    let isOwned = false;
    if (!isBytes && (chars[at] === 's' || chars[at] === 'd')) {
      value = args.take();
      const plain = plainText(it, value, chars[at]!);
      if (plain !== undefined) {
        out += plain;
        at++;
        continue;
      }
    }
    const conversion: Conversion = { code: '', flags: '', width: 0, precision: -1 };
    if (chars[at] === '(') {
      const end = closingParenthesis(chars, at);
      if (end < 0) it.valueError('incomplete format key');
      value = it.own(args.lookUp(between(at + 1, end)));
      isOwned = true;
      at = end + 1;
    }
    while (at < chars.length && '-+ #0'.includes(chars[at]!)) conversion.flags += chars[at++]!;
    const number = (tooBig: string): number => {
      if (chars[at] === '*') {
        at++;
        return starArgument(it, args);
      }
      const start = at;
      while (at < chars.length && chars[at]! >= '0' && chars[at]! <= '9') at++;
      const n = start === at ? 0 : Number(between(start, at));
      if (n > 0x7fffffff) it.valueError(tooBig);
      return n;
    };
    conversion.width = number('width too big');
    if (conversion.width < 0) {
      conversion.flags += '-';
      conversion.width = -conversion.width;
    }
    if (chars[at] === '.') {
      at++;
      conversion.precision = Math.max(number('precision too big'), 0);
    }
    if (at < chars.length && 'hlL'.includes(chars[at]!)) at++;
    if (at >= chars.length) it.valueError('incomplete format');
    conversion.code = chars[at++]!;
    if (conversion.code === '%' && value === 0 && chars[at - 2] === '%') {
      out += '%';
      continue;
    }
    if (value === 0) value = args.take();
    out += convertOne(it, conversion, value, at - 1);
    if (isOwned) it.drop();
  }
  args.checkAllUsed();
  return out;
}

function closingParenthesis(chars: string | readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < chars.length; at++) {
    if (chars[at] === '(') depth++;
    else if (chars[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

function starArgument(it: Interp, args: Arguments): number {
  const value = it.own(it.newRef(args.take()));
  if (!isInt(it, value)) it.typeError('* wants int');
  const n = asNumber(it, value);
  it.drop();
  return n;
}

function convert(it: Interp, conversion: Conversion, value: Ptr, position: number): string {
  const { code } = conversion;
  switch (code) {
    case 's': return padText(it, conversion, cut(strText(it, value), conversion.precision));
    case 'r': return padText(it, conversion, cut(reprText(it, value), conversion.precision));
    case 'a': return padText(it, conversion, cut(asciiOfText(reprText(it, value)), conversion.precision));
    case 'c': return padText(it, conversion, charOf(it, value));
    case 'd': case 'i': case 'u': case 'x': case 'X': case 'o': return padNumber(it, conversion, integerText(it, conversion, value));
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': {
      const precision = conversion.precision < 0 ? 6 : conversion.precision;
      if (precision > it.ram.bytes) it.noMemory();
      return padNumber(it, conversion, floatText(numberAsDouble(it, value), code, precision, { alternate: conversion.flags.includes('#') }));
    }
    default: {
      const point = code.codePointAt(0)!;
      const shown = point > 31 && point < 127 ? code : '?';
      it.valueError(`unsupported format character '${shown}' (0x${point.toString(16)}) at index ${position}`);
    }
  }
}

function convertToBytes(it: Interp, conversion: Conversion, value: Ptr, position: number): string {
  switch (conversion.code) {
    case 's': case 'b': return padText(it, conversion, cut(latin1(bytesFor(it, value)), conversion.precision));
    case 'r': case 'a': return padText(it, conversion, cut(asciiOfText(reprText(it, value)), conversion.precision));
    case 'c': return padText(it, conversion, String.fromCharCode(byteOf(it, value)));
    default: return convert(it, conversion, value, position);
  }
}

/// The bytes of a bytes-like object, or what `__bytes__` gives.
function bytesFor(it: Interp, value: Ptr): Uint8Array {
  if (isBytes(it, value)) return bytesView(it, value);
  if (isBytearray(it, value)) return bytearrayView(it, value);
  if (typeLookup(it, it.typeOf(value), it.name('__bytes__')) === 0) {
    it.typeError(`%b requires a bytes-like object, or an object that implements __bytes__, not '${it.typeOf(value).name}'`);
  }
  const made = it.own(callSpecial(it, value, '__bytes__', []));
  if (!isBytes(it, made)) it.typeError(`__bytes__ returned non-bytes (type ${it.typeOf(made).name})`);
  const bytes = bytesView(it, made).slice();
  it.drop();
  return bytes;
}

function described(it: Interp, value: Ptr): string {
  const { name } = it.typeOf(value);
  const length = isBytes(it, value) ? bytesLength(it, value) : isBytearray(it, value) ? bytearrayView(it, value).length : -1;
  return length < 0 ? name : `a ${name} object of length ${length}`;
}

function byteOf(it: Interp, value: Ptr): number {
  if (isBytes(it, value) && bytesLength(it, value) === 1) return bytesView(it, value)[0]!;
  if (isBytearray(it, value) && bytearrayView(it, value).length === 1) return bytearrayView(it, value)[0]!;
  if (it.typeOf(value).slots.nbIndex !== undefined) {
    const asInt = it.own(index(it, value));
    const code = intValue(it, asInt);
    it.drop();
    if (code < 0 || code > 255) it.raise(it.types.OverflowError, '%c arg not in range(256)');
    return Number(code);
  }
  it.typeError(`%c requires an integer in range(256) or a single byte${it.profile.scalars.describesPercentC ? `, not ${described(it, value)}` : ''}`);
}

const cut = (text: string, precision: number): string =>
  precision >= 0 && precision < text.length ? Array.from(text).slice(0, precision).join('') : text;

function padText(it: Interp, { width, flags }: Conversion, text: string): string {
  const missing = width - Array.from(text).length;
  if (missing <= 0) return text;
  if (missing > it.ram.bytes) it.noMemory();
  return flags.includes('-') ? text + ' '.repeat(missing) : ' '.repeat(missing) + text;
}

function padNumber(it: Interp, { width, flags }: Conversion, text: string): string {
  let sign = /^[-+]/.exec(text)?.[0] ?? '';
  let body = text.slice(sign.length);
  if (sign === '') sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const prefix = flags.includes('#') ? (/^0[xXo]/.exec(body)?.[0] ?? '') : '';
  body = body.slice(prefix.length);
  const missing = width - sign.length - prefix.length - body.length;
  if (missing <= 0) return sign + prefix + body;
  if (missing > it.ram.bytes) it.noMemory();
  if (flags.includes('-')) return sign + prefix + body + ' '.repeat(missing);
  return flags.includes('0') ? sign + prefix + '0'.repeat(missing) + body : ' '.repeat(missing) + sign + prefix + body;
}

/// The digits of an integer conversion with its sign and prefix (mainformatlong, _PyUnicode_FormatLong).
function integerText(it: Interp, { code, flags, precision }: Conversion, value: Ptr): string {
  const wantsInt = code === 'x' || code === 'X' || code === 'o';
  const asInt = it.own(integerOf(it, value, code, wantsInt));
  const n = intValue(it, asInt);
  let digits = digitsOf(it, n < 0 ? -n : n, wantsInt ? (code === 'o' ? 8 : 16) : 10);
  it.drop();
  if (code === 'X') digits = digits.toUpperCase();
  if (precision > it.ram.bytes) it.noMemory();
  if (precision > digits.length) digits = digits.padStart(precision, '0');
  return (n < 0 ? '-' : '') + (wantsInt && flags.includes('#') ? `0${code}` : '') + digits;
}

function integerOf(it: Interp, value: Ptr, code: string, wantsInt: boolean): Ptr {
  if (isInt(it, value)) return it.newRef(value);
  const slots = it.typeOf(value).slots;
  if (wantsInt) {
    if (slots.nbIndex === undefined) it.typeError(`%${code} format: an integer is required, not ${it.typeOf(value).name}`);
    return index(it, value);
  }
  if (slots.nbInt === undefined && slots.nbIndex === undefined && !isFloat(it, value)) {
    it.typeError(`%${code} format: a real number is required, not ${it.typeOf(value).name}`);
  }
  return numberLong(it, value);
}

function charOf(it: Interp, value: Ptr): string {
  const describes = it.profile.scalars.describesPercentC;
  const wants = '%c requires an int or a unicode character, not ';
  if (isStr(it, value)) {
    if (strLength(it, value) === 1) return strValue(it, value);
    it.typeError(describes ? `${wants}a string of length ${strLength(it, value)}` : '%c requires int or char');
  }
  if (it.typeOf(value).slots.nbIndex === undefined) {
    it.typeError(describes ? wants + it.typeOf(value).name : '%c requires int or char');
  }
  const asInt = it.own(index(it, value));
  const code = intValue(it, asInt);
  it.drop();
  if (code < 0 || code > 0x10ffff) it.raise(it.types.OverflowError, '%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(code));
}
