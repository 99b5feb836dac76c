/// int() of text (CPython 3.14 Objects/longobject.c PyLong_FromString, PyLong_FromUnicodeObject).
import type { Ptr } from '../memory/ram';
import { isSmall, MAX_SAFE, newIntOf, scratchDigit } from './int';
import { parsedDigits } from './intdigits';
import type { Interp } from './interp';
import { decimalDigits } from './unicodedigits';

const PREFIXES: Readonly<Record<string, number>> = { '0b': 2, '0o': 8, '0x': 16 };

/// What Python strips from numbers as text: Unicode white space, and the four separators that JS does not count.
const STRIP = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g;

export const stripSpace = (text: string): string => text.replaceAll('\ufeff', '\u{10ffff}').replace(STRIP, '');

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 122 ? letter - 87 : 99;
}

/// What a text spells, and the digits that int() makes room for.
interface Parsed {
  readonly value: number | bigint;
  readonly digits: number;
}

/// Undefined if the text is no such literal. Raises ValueError past the limit of digits.
function parseInteger(it: Interp, text: string, base: number): Parsed | undefined {
  let body = stripSpace(decimalDigits(text));
  const negative = body[0] === '-';
  if (negative || body[0] === '+') body = body.slice(1);
  let radix = base;
  const prefix = PREFIXES[body.slice(0, 2).toLowerCase()];
  if (prefix !== undefined && (base === 0 || base === prefix)) {
    radix = prefix;
    body = body.slice(2);
    if (body[0] === '_') body = body.slice(1);
  } else if (base === 0) {
    radix = 10;
    if (/^0[0_]*[1-9]/.test(body)) return undefined;
  }
  if (body === '' || body[0] === '_' || body.at(-1) === '_' || body.includes('__')) return undefined;
  const digits = body.replaceAll('_', '');
  for (let i = 0; i < digits.length; i++) if (digitOf(digits.charCodeAt(i)) >= radix) return undefined;
  if ((radix & (radix - 1)) !== 0) checkDigits(it, digits.length);
  const value = toValue(digits, radix);
  return { value: negative ? (typeof value === 'number' ? 0 - value : -value) : value, digits: parsedDigits(digits.length, radix) };
}

function checkDigits(it: Interp, count: number): void {
  const limit = it.intMaxStrDigits;
  if (limit > 0 && count > limit) {
    it.valueError(`Exceeds the limit (${limit} digits) for integer string conversion: value has ${count} digits; use sys.set_int_max_str_digits() to increase the limit`);
  }
}

function toValue(digits: string, radix: number): number | bigint {
  const small = parseInt(digits, radix);
  if (small <= MAX_SAFE) return small;
  if (radix === 10) return BigInt(digits);
  let value = 0n;
  for (let i = 0; i < digits.length; i++) value = value * BigInt(radix) + BigInt(digitOf(digits.charCodeAt(i)));
  return value;
}

/// The int that the text spells; `shown` is its repr for the message.
export function intFromText(it: Interp, text: string, base: number, shown: () => string): Ptr {
  const parsed = parseInteger(it, text, base);
  if (parsed === undefined) it.valueError(`invalid literal for int() with base ${base}: ${shown()}`);
  // A small int takes the place of the one that was read into.
  if (parsed.digits === 1 && isSmall(parsed.value)) scratchDigit(it);
  return newIntOf(it, parsed.value, parsed.digits);
}
