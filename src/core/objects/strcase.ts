/// Case and character classes of str. CPython 3.14 Objects/unicodectype.c
/// NOT-CPYTHON: the properties are those of the host's version of Unicode.
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import { isPrintable } from './strrepr';
import { newSeparateStr, strValue } from './str';
import type { NativeMethod } from './typeobject';

export const WHITE_SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const TITLE_DIGRAPHS = '\u01c4\u01c5\u01c6\u01c7\u01c8\u01c9\u01ca\u01cb\u01cc\u01f1\u01f2\u01f3';
const CASED = /[\p{Lowercase}\p{Uppercase}\p{Lt}]/u;
const UPPER = /[\p{Uppercase}]/u;
const LOWER = /[\p{Lowercase}]/u;

function titleChar(char: string): string {
  const at = TITLE_DIGRAPHS.indexOf(char);
  if (at >= 0) return TITLE_DIGRAPHS[at - (at % 3) + 1]!;
  const upper = char.toUpperCase();
  if (upper.length === char.length || char > '\uffff') return upper;
  const [first, ...rest] = upper;
  return first! + rest.join('').toLowerCase();
}

function capitalize(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  // Lower-casing the whole keeps the context that a final sigma needs.
  return text === '' ? '' : titleChar(first) + text.toLowerCase().slice(first.toLowerCase().length);
}

function title(text: string): string {
  let previousCased = false;
  let out = '';
  let at = 0;
  for (const char of text) {
    out += previousCased ? lowerAt(text, at, char) : titleChar(char);
    previousCased = CASED.test(char);
    at += char.length;
  }
  return out;
}

function lowerAt(text: string, at: number, char: string): string {
  if (char !== '\u03a3') return char.toLowerCase();
  // Sigma is final after a cased letter and before none.
  return CASED.test(text[at + 1] ?? ' ') ? '\u03c3' : '\u03c2';
}

function swapCase(text: string): string {
  let out = '';
  let at = 0;
  for (const char of text) {
    out += UPPER.test(char) ? lowerAt(text, at, char) : LOWER.test(char) ? char.toUpperCase() : char;
    at += char.length;
  }
  return out;
}

function caseFold(text: string): string {
  return text.replace(/[^\0-\x7f]|[A-Z]/gu, (char) => {
    if (char === '\u0131') return char;
    return Array.from(char.toUpperCase(), (c) => c.toLowerCase()).join('');
  });
}

function isTitle(text: string): boolean {
  let cased = false;
  let previousCased = false;
  for (const char of text) {
    if (UPPER.test(char) || /\p{Lt}/u.test(char)) {
      if (previousCased) return false;
      previousCased = cased = true;
    } else if (LOWER.test(char)) {
      if (!previousCased) return false;
      cased = true;
    } else {
      previousCased = false;
    }
  }
  return cased;
}

/// Numeric_Type=Digit without Decimal: superscripts, circled digits and their kind.
const DIGIT = '\\p{Nd}\\xb2\\xb3\\xb9\\u1369-\\u1371\\u19da\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2460-\\u2468' +
  '\\u2474-\\u247c\\u2488-\\u2490\\u24ea\\u24f5-\\u24fd\\u24ff\\u2776-\\u277e\\u2780-\\u2788\\u278a-\\u2792' +
  '\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}\\u{11052}-\\u{1105a}\\u{1f100}-\\u{1f10a}';
/// Ideographs that are numbers.
const NUMERIC = `${DIGIT}\\p{N}\u4e00\u4e03\u4e07\u4e09\u4e5d\u4e8c\u4e94\u4ebf\u4e24\u5104\u5146\u516b\u516d\u5341\u5343\u56db\u767e\u96f6\u842c\u58f9\u8d30\u53c1`;

const all = (characters: string): ((text: string) => boolean) => {
  const pattern = new RegExp(`^[${characters}]+$`, 'u');
  return text => pattern.test(text);
};

const predicates: Readonly<Record<string, (text: string) => boolean>> = {
  isalpha: all('\\p{L}'),
  isalnum: all(`\\p{L}${NUMERIC}`),
  isdecimal: all('\\p{Nd}'),
  isdigit: all(DIGIT),
  isnumeric: all(NUMERIC),
  isspace: all(WHITE_SPACE),
  isidentifier: text => /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text),
  isprintable: text => isPrintable(text),
  isascii: text => /^[\0-\x7f]*$/.test(text),
  islower: text => LOWER.test(text) && !/[\p{Uppercase}\p{Lt}]/u.test(text),
  isupper: text => UPPER.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text),
  istitle: isTitle
};

/// A one-letter result too is a new object, not the shared one (Objects/unicodeobject.c ascii_upper_or_lower, case_operation).
const mappings: Readonly<Record<string, (text: string) => string>> = {
  upper: text => text.toUpperCase(),
  lower: text => text.toLowerCase(),
  title,
  capitalize,
  swapcase: swapCase,
  casefold: caseFold
};

const method = (fn: (it: Interp, p: Ptr) => Ptr): NativeMethod => ({ kind: 'noargs', fn });

export const strCaseMethods: Readonly<Record<string, NativeMethod>> = Object.fromEntries([
  ...Object.entries(predicates).map(([name, test]) => [name, method((it, p) => it.bool(test(strValue(it, p))))]),
  ...Object.entries(mappings).map(([name, map]) => [name, method((it, p) => newSeparateStr(it, map(strValue(it, p))))])
]);
