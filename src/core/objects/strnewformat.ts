/// str.format and str.format_map. CPython 3.14 Objects/stringlib/unicode_format.h
import type { Ptr } from '../memory/ram';
import { format, getAttr, getItem, repr, str } from './abstract';
import { keywordCount } from './args';
import { raiseKeyError } from './exceptions';
import { floatValue } from './float';
import { formatFloat, formatInt, formatStr } from './formatter';
import { newInt } from './int';
import type { Interp } from './interp';
import { formatPlain, plainText } from './plainformats';
import { isStrExact, newStr, strValue } from './str';
import { asciiOfText } from './strrepr';
import { tupleGet } from './tuple';

/// Where replacement fields find their values.
interface Values {
  readonly positional: readonly Ptr[];
  /// A new reference.
  named(name: string): Ptr;
  /// How fields have been numbered so far.
  numbering: 'unknown' | 'automatic' | 'manual';
  nextNumber: number;
  /// Only names are allowed.
  readonly isMap: boolean;
  /// The argument, borrowed, that the format ends with; 0 = none.
  last: Ptr;
}

const ONE_FIELD: ReadonlySet<string> = new Set(['{}', '{0}']);

export function strFormat(it: Interp, self: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const nkwargs = keywordCount(it, kwnames);
  const nargs = args.length - nkwargs;
  if (isStrExact(it, self) && !/[{}]/.test(strValue(it, self))) return it.newRef(self);
  // A writer that gets one str alone hands it on (_PyUnicodeWriter_WriteStr).
  if (nargs > 0 && isStrExact(it, args[0]!) && ONE_FIELD.has(strValue(it, self))) return it.newRef(args[0]!);
  const named = (name: string): Ptr => {
    for (let k = 0; k < nkwargs; k++) {
      if (it.text(tupleGet(it, kwnames, k)) === name) return it.newRef(args[nargs + k]!);
    }
    const key = it.own(newStr(it, name));
    raiseKeyError(it, key);
  };
  const plain = nkwargs === 0 ? formatPlain(it, strValue(it, self), args, formatExact) : undefined;
  if (plain !== undefined) return newStr(it, plain);
  const values: Values = { positional: args.slice(0, nargs), named, numbering: 'unknown', nextNumber: 0, isMap: false, last: 0 };
  const text = expandGuarded(it, strValue(it, self), values);
  return values.last !== 0 && text === strValue(it, values.last) ? it.newRef(values.last) : newStr(it, text);
}

/// What formatting takes of the host's stack beyond what any call does, by estimate.
const FORMAT_BYTES = 1000;

function expandGuarded(it: Interp, text: string, values: Values): string {
  it.enterNative(FORMAT_BYTES);
  try {
    return expand(it, text, values, 2);
  } finally {
    it.leaveNative(FORMAT_BYTES);
  }
}

export function strFormatMap(it: Interp, self: Ptr, mapping: Ptr): Ptr {
  const named = (name: string): Ptr => {
    const key = it.own(newStr(it, name));
    const value = getItem(it, mapping, key);
    it.drop();
    return value;
  };
  return newStr(it, expand(it, strValue(it, self), { positional: [], named, numbering: 'unknown', nextNumber: 0, isMap: true, last: 0 }, 2));
}

/// The text with its replacement fields filled in; fields within format specifications one level deep.
function expand(it: Interp, text: string, values: Values, depth: number): string {
  if (depth === 0) it.valueError('Max string recursion exceeded');
  let out = '';
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (char !== '{' && char !== '}') {
      const start = at++;
      while (at < text.length && text[at] !== '{' && text[at] !== '}') at++;
      out += text.slice(start, at);
    } else if (text[at + 1] === char) {
      out += char;
      at += 2;
    } else if (char === '}') {
      it.valueError("Single '}' encountered in format string");
    } else {
      if (at + 1 === text.length) it.valueError("Single '{' encountered in format string");
      const end = fieldEnd(it, text, at + 1);
      out += replacement(it, text.slice(at + 1, end), values, depth, depth === 2 && end + 1 === text.length);
      at = end + 1;
    }
  }
  return out;
}

/// Index of the brace that closes the field which begins at `start`.
function fieldEnd(it: Interp, text: string, start: number): number {
  let depth = 1;
  let bracket = false;
  let inSpec = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at]!;
    // Braces in an index are its own.
    if (!inSpec && char === '[') bracket = true;
    else if (bracket && char === ']') bracket = false;
    if (bracket) continue;
    if (char === ':' || char === '!') inSpec = true;
    if (char === '{') {
      if (!inSpec) it.valueError("unexpected '{' in field name");
      depth++;
    } else if (char === '}' && --depth === 0) {
      return at;
    }
  }
  if (!inSpec) it.valueError("expected '}' before end of string");
  // What can be wrong with an unfinished field before its specification comes first.
  splitField(it, text.slice(start), true);
  it.valueError("unmatched '{' in format spec");
}

function replacement(it: Interp, field: string, values: Values, depth: number, isLast: boolean): string {
  const [name, conversion, specText] = splitField(it, field);
  let value = it.own(fieldValue(it, name, values));
  if (conversion !== '') {
    const converted = convert(it, value, conversion);
    it.drop();
    value = it.own(converted);
  }
  const expanded = specText.includes('{') || specText.includes('}') ? expand(it, specText, values, depth - 1) : specText;
  const exact = formatExact(it, value, expanded);
  if (exact !== undefined) {
    if (isLast && isStrExact(it, value) && values.positional.includes(value)) values.last = value;
    it.drop();
    return exact;
  }
  const spec = it.own(newStr(it, expanded));
  const formatted = it.own(format(it, value, spec));
  const text = strValue(it, formatted);
  it.drop(3);
  return text;
}

/// An exact int, str or float formatted without `__format__`; undefined for other values. CPython 3.14 render_field
function formatExact(it: Interp, value: Ptr, spec: string): string | undefined {
  const { types } = it;
  switch (it.typeOf(value)) {
    case types.str: return spec === '' ? strValue(it, value) : formatStr(it, value, spec);
    case types.int: return (spec === '' ? plainText(it, value, 'd') : undefined) ?? formatInt(it, value, spec);
    case types.float: return spec === '' ? undefined : formatFloat(it, value, floatValue(it, value), spec);
    default: return undefined;
  }
}

/// Name, conversion and specification of a field. CPython 3.14 parse_field
function splitField(it: Interp, field: string, unfinished = false): [name: string, conversion: string, spec: string] {
  let at = 0;
  let bracket = false;
  for (; at < field.length; at++) {
    const char = field[at]!;
    if (char === '[') bracket = true;
    else if (char === ']') bracket = false;
    else if (!bracket && (char === ':' || char === '!')) break;
  }
  const name = field.slice(0, at);
  if (at === field.length) return [name, '', ''];
  if (field[at] === ':') return [name, '', field.slice(at + 1)];
  const conversion = field[at + 1];
  if (conversion === undefined) {
    it.valueError(unfinished ? 'end of string while looking for conversion specifier' : "unmatched '{' in format spec");
  }
  const rest = field.slice(at + 2);
  if (rest === '') return [name, conversion, ''];
  if (rest[0] !== ':') it.valueError("expected ':' after conversion specifier");
  return [name, conversion, rest.slice(1)];
}

function convert(it: Interp, value: Ptr, conversion: string): Ptr {
  switch (conversion) {
    case 'r': return repr(it, value);
    case 's': return str(it, value);
    case 'a': {
      const shown = it.own(repr(it, value));
      const ascii = newStr(it, asciiOfText(strValue(it, shown)));
      it.drop();
      return ascii;
    }
    default: {
      const code = conversion.codePointAt(0)!;
      it.valueError(code > 32 && code < 127 ? `Unknown conversion specifier ${conversion}` : `Unknown conversion specifier \\x${code.toString(16)}`);
    }
  }
}

/// The value of a field name such as `0.real[key]`; a new reference.
function fieldValue(it: Interp, field: string, values: Values): Ptr {
  if (field === '') return firstValue(it, field, values);
  const first = /^[^.[]*/.exec(field)![0];
  let value = it.own(firstValue(it, first, values));
  let at = first.length;
  while (at < field.length) {
    let next: Ptr;
    if (field[at] === '.') {
      const name = /^[^.[]*/.exec(field.slice(at + 1))![0];
      if (name === '') it.valueError('Empty attribute in format string');
      const nameStr = it.own(newStr(it, name));
      next = getAttr(it, value, nameStr);
      it.drop();
      at += 1 + name.length;
    } else {
      if (field[at] !== '[') it.valueError("Only '.' or '[' may follow ']' in format field specifier");
      const end = field.indexOf(']', at);
      if (end < 0) it.valueError("Missing ']' in format string");
      const key = field.slice(at + 1, end);
      if (key === '') it.valueError('Empty attribute in format string');
      const keyObject = it.own(isNumber(it, key) ? newInt(it, Number(key)) : newStr(it, key));
      next = getItem(it, value, keyObject);
      it.drop();
      at = end + 1;
    }
    it.drop();
    value = it.own(next);
  }
  return it.take();
}

function isNumber(it: Interp, text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  if (Number(text) > Number.MAX_SAFE_INTEGER) it.valueError('Too many decimal digits in format string');
  return true;
}

function firstValue(it: Interp, first: string, values: Values): Ptr {
  const automatic = first === '';
  if (!automatic && !isNumber(it, first)) return values.named(first);
  if (values.isMap) it.valueError('Format string contains positional fields');
  const numbering = automatic ? 'automatic' : 'manual';
  if (values.numbering === 'unknown') values.numbering = numbering;
  if (values.numbering !== numbering) {
    it.valueError(automatic
      ? 'cannot switch from manual field specification to automatic field numbering'
      : 'cannot switch from automatic field numbering to manual field specification');
  }
  const number = automatic ? values.nextNumber++ : Number(first);
  if (number >= values.positional.length) {
    it.raise(it.types.IndexError, `Replacement index ${number} out of range for positional args tuple`);
  }
  return it.newRef(values.positional[number]!);
}
