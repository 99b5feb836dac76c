import type { ConstantValue } from './ast';

const maxDecimalDigits = 4300;
/// What CPython says about a decimal literal of more than 4300 digits.
export class IntegerTooLong extends Error {
  constructor(readonly digits: number) {
    super(
      `Exceeds the limit (${maxDecimalDigits} digits) for integer string conversion: value has ${digits} digits; ` +
        'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to ' +
        'avoid decimal conversion limits.'
    );
  }
}

/// The value of a NUMBER token.
export function numberValue(literal: string): ConstantValue {
  const text = literal.includes('_') ? literal.replaceAll('_', '') : literal;
  const last = text.charCodeAt(text.length - 1) | 32;
  const radix = text.charCodeAt(1) | 32;
  if (text.charCodeAt(0) === 48 && (radix === 120 || radix === 111 || radix === 98)) return integer(text.toLowerCase());
  if (last === 106) return { type: 'complex', imag: Number(text.slice(0, -1)) };
  if (/[.eE]/.test(text)) return { type: 'float', value: Number(text) };
  if (text.length > maxDecimalDigits) throw new IntegerTooLong(text.length);
  return integer(text);
}

function integer(text: string): ConstantValue {
  const value = Number(text);
  return { type: 'int', value: Number.isSafeInteger(value) ? value : BigInt(text) };
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '\n': '', '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v'
};

/// Why an escape sequence cannot be decoded: the words of CPython's codec, between its prefix and the location.
export class EscapeError extends Error {}

export interface EscapeSink {
  /// An unknown escape such as `\d`, which stays as it is, or an octal one above 0o377: a warning. An empty sequence is
  /// a backslash at the text's end.
  invalidEscape(sequence: string, isOctal: boolean): void;
  /// The character called `name`, or undefined.
  namedCharacter(name: string): string | undefined;
}

/// Positions within a str literal's text, as the codec counts them: a character that is not ASCII takes ten.
function codecPosition(text: string, index: number): number {
  let n = 0;
  for (const char of text.slice(0, index)) n += char.charCodeAt(0) < 0x80 ? 1 : 10;
  return n;
}

function unicodeError(text: string, start: number, end: number, reason: string): never {
  const from = codecPosition(text, start);
  const to = codecPosition(text, end) - 1;
  const where = from >= to ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to}`;
  throw new EscapeError(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`);
}

const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const hexReasons: Readonly<Record<string, string>> = {
  x: 'truncated \\xXX escape',
  u: 'truncated \\uXXXX escape',
  U: 'truncated \\UXXXXXXXX escape'
};

/// The characters that a str literal's text (without quotes) stands for.
export function decodeString(text: string, sink: EscapeSink): string {
  let i = text.indexOf('\\');
  if (i === -1) return text;
  let result = '';
  let from = 0;
  for (; i !== -1; i = text.indexOf('\\', from)) {
    result += text.slice(from, i);
    const char = text.charAt(i + 1);
    const simple = simpleEscapes[char];
    if (simple !== undefined) {
      result += simple;
      from = i + 2;
    } else if (char >= '0' && char <= '7') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4))![0];
      if (parseInt(octal, 8) > 0o377) sink.invalidEscape(octal, true);
      result += String.fromCharCode(parseInt(octal, 8));
      from = i + 1 + octal.length;
    } else if (hexLengths[char] !== undefined) {
      const length = hexLengths[char]!;
      const hex = /^[0-9a-fA-F]*/.exec(text.slice(i + 2, i + 2 + length))![0];
      if (hex.length < length) unicodeError(text, i, i + 2 + hex.length, hexReasons[char]!);
      const code = parseInt(hex, 16);
      if (code > 0x10ffff) unicodeError(text, i, i + 10, 'illegal Unicode character');
      result += String.fromCodePoint(code);
      from = i + 2 + length;
    } else if (char === 'N') {
      const close = text.indexOf('}', i + 2);
      if (text.charAt(i + 2) !== '{' || close <= i + 3) {
        const end = text.charAt(i + 2) !== '{' ? i + 2 : close === -1 ? text.length : close;
        unicodeError(text, i, end, 'malformed \\N character escape');
      }
      const named = sink.namedCharacter(text.slice(i + 3, close));
      if (named === undefined) unicodeError(text, i, close + 1, 'unknown Unicode character name');
      result += named;
      from = close + 1;
    } else {
      sink.invalidEscape(char, false);
      result += '\\';
      from = i + 1;
    }
  }
  return result + text.slice(from);
}

/// The bytes that a bytes literal's text (ASCII, without quotes) stands for.
export function decodeBytes(text: string, raw: boolean, sink: EscapeSink): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (raw || c !== 92) {
      bytes.push(c);
      continue;
    }
    const char = text.charAt(++i);
    const simple = simpleEscapes[char];
    if (simple !== undefined) {
      if (simple !== '') bytes.push(simple.charCodeAt(0));
    } else if (char >= '0' && char <= '7') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(i, i + 3))![0];
      if (parseInt(octal, 8) > 0o377) sink.invalidEscape(octal, true);
      bytes.push(parseInt(octal, 8) & 0xff);
      i += octal.length - 1;
    } else if (char === 'x') {
      const hex = text.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(hex)) throw new EscapeError(`(value error) invalid \\x escape at position ${i - 1}`);
      bytes.push(parseInt(hex, 16));
      i += 2;
    } else {
      sink.invalidEscape(char, false);
      bytes.push(92, char.charCodeAt(0));
    }
  }
  return Uint8Array.from(bytes);
}
