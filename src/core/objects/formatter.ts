/// The format specification mini-language (CPython 3.14 Python/formatter_unicode.c) for str, int and float.
import type { Ptr } from '../memory/ram';
import { floatText } from './floatrepr';
import { asDouble, bitLength, intValue, scratchDigit } from './int';
import type { Interp } from './interp';
import { codePointCount, strFromCodePoint, strValue } from './str';

export interface FormatSpec {
  fill: string;
  align: string;
  alternate: boolean;
  sign: string;
  noNegativeZero: boolean;
  /// -1 = not given.
  width: number;
  thousands: '' | ',' | '_';
  /// -1 = not given.
  precision: number;
  /// Separates groups of the digits behind the point.
  fraction: '' | ',' | '_';
  type: string;
}

const ALIGNS = '<>=^';
const MAX_DIGITS = 0x7fffffff;

/// Specifications that were parsed, by their defaults and text: programs have few. At most MOST_PARSED.
const parsed = new Map<string, Readonly<FormatSpec>>();
const MOST_PARSED = 64;

/// Parses a specification; `typeName` is for messages.
function formatSpec(it: Interp, text: string, defaultType: string, defaultAlign: string, typeName: string): Readonly<FormatSpec> {
  const key = defaultType + defaultAlign + text;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const spec = parseFormatSpec(it, text, defaultType, defaultAlign, typeName);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(key, spec);
  return spec;
}

function parseFormatSpec(it: Interp, text: string, defaultType: string, defaultAlign: string, typeName: string): FormatSpec {
  const chars = Array.from(text);
  const spec: FormatSpec = {
    fill: ' ', align: defaultAlign, alternate: false, sign: '', noNegativeZero: false, width: -1, thousands: '',
    precision: -1, fraction: '', type: defaultType
  };
  let pos = 0;
  let alignGiven = false;
  let fillGiven = false;
  const isAlign = (c: string | undefined): boolean => c !== undefined && ALIGNS.includes(c);
  if (isAlign(chars[1])) {
    spec.align = chars[1]!;
    spec.fill = chars[0]!;
    fillGiven = alignGiven = true;
    pos = 2;
  } else if (isAlign(chars[0])) {
    spec.align = chars[0]!;
    alignGiven = true;
    pos = 1;
  }
  const next = chars[pos];
  if (next === ' ' || next === '+' || next === '-') {
    spec.sign = next;
    pos++;
  }
  if (chars[pos] === 'z') {
    spec.noNegativeZero = true;
    pos++;
  }
  if (chars[pos] === '#') {
    spec.alternate = true;
    pos++;
  }
  if (!fillGiven && chars[pos] === '0') {
    spec.fill = '0';
    if (!alignGiven && defaultAlign === '>') spec.align = '=';
    pos++;
  }
  const number = (): number => {
    const start = pos;
    while (pos < chars.length && chars[pos]! >= '0' && chars[pos]! <= '9') pos++;
    if (pos === start) return -1;
    const value = Number(chars.slice(start, pos).join(''));
    if (value > 2 ** 63 - 1) it.valueError('Too many decimal digits in format string');
    return Math.min(value, MAX_DIGITS);
  };
  spec.width = number();
  const separator = (): '' | ',' | '_' => {
    const first = chars[pos];
    if (first !== ',' && first !== '_') return '';
    const second = chars[++pos];
    if ((second === ',' || second === '_') && first !== second) it.valueError("Cannot specify both ',' and '_'.");
    return first;
  };
  spec.thousands = separator();
  if (chars[pos] === '.') {
    pos++;
    spec.precision = number();
    if (it.profile.groupsFractions) spec.fraction = separator();
    if (spec.precision < 0 && spec.fraction === '') it.valueError('Format specifier missing precision');
  }
  if (chars.length - pos > 1) it.valueError(`Invalid format specifier '${text}' for object of type '${typeName}'`);
  if (chars.length - pos === 1) spec.type = chars[pos]!;
  checkThousands(it, spec);
  return spec;
}

function checkThousands(it: Interp, spec: FormatSpec): void {
  if (spec.fraction !== '' && spec.type === 'n') it.valueError(`Cannot specify '${spec.fraction}' with 'n'.`);
  if (spec.thousands === '' || 'defgEG%F'.includes(spec.type)) return;
  if (spec.thousands === '_' && 'boxX'.includes(spec.type)) return;
  const code = spec.type.codePointAt(0)!;
  const shown = code > 32 && code < 128 ? spec.type : `\\x${code.toString(16)}`;
  it.valueError(`Cannot specify '${spec.thousands}' with '${shown}'.`);
}

function unknownCode(it: Interp, type: string, typeName: string): never {
  const code = type.codePointAt(0)!;
  const shown = code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
  it.valueError(`Unknown format code '${shown}' for object of type '${typeName}'`);
}

/// Refuses before building what the memory could not hold.
function fillText(it: Interp, fill: string, count: number): string {
  if (count > it.ram.bytes) it.noMemory();
  return fill.repeat(Math.max(count, 0));
}

function padded(it: Interp, text: string, spec: FormatSpec, align: string): string {
  const total = spec.width - codePointCount(text);
  if (total <= 0) return text;
  const left = align === '>' ? total : align === '^' ? total >> 1 : 0;
  return fillText(it, spec.fill, left) + text + fillText(it, spec.fill, total - left);
}

export function formatStr(it: Interp, self: Ptr, specText: string): string {
  const spec = formatSpec(it, specText, 's', '<', it.typeOf(self).name);
  if (spec.type !== 's') unknownCode(it, spec.type, it.typeOf(self).name);
  if (spec.sign !== '') {
    it.valueError(spec.sign === ' ' ? 'Space not allowed in string format specifier' : 'Sign not allowed in string format specifier');
  }
  if (spec.noNegativeZero) it.valueError('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alternate) it.valueError('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') it.valueError("'=' alignment not allowed in string format specifier");
  let text = strValue(it, self);
  if (spec.precision >= 0 && spec.precision < text.length) text = Array.from(text).slice(0, spec.precision).join('');
  return padded(it, text, spec, spec.align);
}

/// Digits in groups with separators, with zeros up to a minimal width
/// (CPython 3.14 Objects/unicodeobject.c _PyUnicode_InsertThousandsGrouping).
function grouped(it: Interp, digits: string, separator: string, size: number, minWidth: number): string {
  if (separator === '') return digits.length >= minWidth ? digits : fillText(it, '0', minWidth - digits.length) + digits;
  const groups: string[] = [];
  let remaining = digits.length;
  let width = minWidth;
  if (width > it.ram.bytes) it.noMemory();
  for (;;) {
    const length = Math.min(size, Math.max(remaining, width, 1));
    const taken = Math.min(remaining, length);
    groups.push('0'.repeat(length - taken) + digits.slice(remaining - taken, remaining));
    remaining -= taken;
    width -= length;
    if (remaining <= 0 && width <= 0) return groups.reverse().join(separator);
    width--;
  }
}

/// A fraction, from its point on, with separators behind every third digit.
const groupedFraction = (rest: string, separator: string): string =>
  separator === '' ? rest : rest.replace(/^\.\d+/, digits => digits.replace(/\d{3}(?=\d)/g, group => group + separator));

/// Puts sign, prefix, grouped digits and the rest together and pads the whole.
function layOut(it: Interp, spec: FormatSpec, negative: boolean, prefix: string, digits: string, rest: string): string {
  const sign = negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
  const head = sign + prefix;
  const zeroFilled = spec.fill === '0' && spec.align === '=';
  const minWidth = zeroFilled ? spec.width - head.length - rest.length : 0;
  const size = 'boxX'.includes(spec.type) && spec.type !== '' ? 4 : 3;
  const body = digits === '' ? fillText(it, '0', minWidth) : grouped(it, digits, spec.thousands, size, minWidth);
  if (spec.align === '=') {
    return head + fillText(it, spec.fill, spec.width - head.length - body.length - rest.length) + body + rest;
  }
  return padded(it, head + body + rest, spec, spec.align);
}

const RADIX: Readonly<Record<string, readonly [radix: number, prefix: string]>> = {
  b: [2, '0b'], o: [8, '0o'], x: [16, '0x'], X: [16, '0X'], d: [10, ''], n: [10, '']
};

export function formatInt(it: Interp, self: Ptr, specText: string): string {
  const typeName = it.typeOf(self).name;
  const spec = formatSpec(it, specText, 'd', '>', typeName);
  if ('eEfFgG%'.includes(spec.type)) return layOutFloat(it, asDouble(it, self), spec);
  if (spec.precision >= 0) {
    if (RADIX[spec.type] !== undefined || spec.type === 'c') it.valueError('Precision not allowed in integer format specifier');
  }
  if (RADIX[spec.type] === undefined && spec.type !== 'c') unknownCode(it, spec.type, typeName);
  if (spec.noNegativeZero) it.valueError('Negative zero coercion (z) not allowed in integer format specifier');
  const value = intValue(it, self);
  if (spec.type === 'c') return formatChar(it, value, spec);
  const [radix, prefix] = RADIX[spec.type]!;
  const digits = digitsOf(it, value < 0 ? -value : value, radix);
  const shown = spec.type === 'X' ? digits.toUpperCase() : digits;
  return layOut(it, spec, value < 0, spec.alternate ? prefix : '', shown, '');
}

function formatChar(it: Interp, value: number | bigint, spec: FormatSpec): string {
  if (spec.sign !== '') it.valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) it.valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) !== value) {
    it.raise(it.types.OverflowError, 'Python int too large to convert to C long');
  }
  if (value < 0 || value > 0x10ffff) it.raise(it.types.OverflowError, '%c arg not in range(0x110000)');
  return padded(it, strValue(it, strFromCodePoint(it, Number(value))), spec, spec.align === '=' ? '>' : spec.align);
}

/// Digits of a value that is not negative; raises ValueError past the limit of decimal digits.
export function digitsOf(it: Interp, value: number | bigint, radix: number): string {
  if (radix === 10 && value === 0) scratchDigit(it);
  const limit = radix === 10 && it.intMaxStrDigits > 0 ? it.intMaxStrDigits : Infinity;
  // A digit has more than 3.3 bits: what is certainly over the limit is not converted.
  const digits = typeof value === 'bigint' && bitLength(value) > limit * 4 ? '' : value.toString(radix);
  if (digits === '' || digits.length > limit) {
    it.valueError(`Exceeds the limit (${it.intMaxStrDigits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`);
  }
  return digits;
}

export function formatFloat(it: Interp, self: Ptr, value: number, specText: string): string {
  const typeName = it.typeOf(self).name;
  const spec = formatSpec(it, specText, '', '>', typeName);
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) unknownCode(it, spec.type, typeName);
  return layOutFloat(it, value, spec);
}

/// CPython 3.14 Python/formatter_unicode.c format_complex_internal.
export function formatComplex(it: Interp, self: Ptr, real: number, imag: number, specText: string): string {
  const typeName = it.typeOf(self).name;
  const spec = formatSpec(it, specText, '', '>', typeName);
  if (spec.type !== '' && !'eEfFgGn'.includes(spec.type)) unknownCode(it, spec.type, typeName);
  if (spec.fill === '0') it.valueError('Zero padding is not allowed in complex format specifier');
  if (spec.align === '=') it.valueError("'=' alignment flag is not allowed in complex format specifier");
  const omitsReal = spec.type === '' && Object.is(real, 0);
  // Without a code both parts are as in the repr, without ".0".
  const code = spec.type !== '' ? spec.type : spec.precision < 0 ? 'r' : 'g';
  const part = (value: number, sign: string): string => {
    const precision = spec.precision < 0 ? 6 : spec.precision;
    if (precision > it.ram.bytes) it.noMemory();
    let text = floatText(value, code === 'n' ? 'g' : code, precision, { dotZero: false, alternate: spec.alternate, noNegativeZero: spec.noNegativeZero });
    const negative = text[0] === '-';
    if (negative) text = text.slice(1);
    const end = /^\d*/.exec(text)![0].length;
    return layOut(it, { ...spec, type: 'f', width: -1, sign }, negative, '', text.slice(0, end), groupedFraction(text.slice(end), spec.fraction));
  };
  const body = `${omitsReal ? '' : part(real, spec.sign)}${part(imag, omitsReal ? spec.sign : '+')}j`;
  return padded(it, spec.type === '' && !omitsReal ? `(${body})` : body, spec, spec.align);
}

function layOutFloat(it: Interp, value: number, spec: FormatSpec): string {
  if (spec.precision > 0x7ffffff0) it.valueError('precision too big');
  let code = spec.type;
  let precision = spec.precision;
  let dotZero = false;
  if (code === '') {
    dotZero = true;
    code = precision < 0 ? 'r' : 'g';
  } else if (code === 'n') {
    code = 'g';
  } else if (code === '%') {
    code = 'f';
  }
  if (precision < 0) precision = 6;
  if (precision > it.ram.bytes) it.noMemory();
  const number = spec.type === '%' ? value * 100 : value;
  let text = floatText(number, code, precision, { dotZero, alternate: spec.alternate, noNegativeZero: spec.noNegativeZero });
  if (spec.type === '%') text += '%';
  const negative = text[0] === '-';
  if (negative) text = text.slice(1);
  let end = 0;
  while (text[end]! >= '0' && text[end]! <= '9') end++;
  return layOut(it, { ...spec, type: 'f' }, negative, '', text.slice(0, end), groupedFraction(text.slice(end), spec.fraction));
}
