import { isDigit, isIdentifierCode, type TokenWriter } from './token-writer';

const radixes: Readonly<Record<string, { readonly name: string; readonly digits: RegExp }>> = {
  x: { name: 'hexadecimal', digits: /[0-9a-fA-F]/ },
  o: { name: 'octal', digits: /[0-7]/ },
  b: { name: 'binary', digits: /[01]/ }
};

/// The end of the number that starts at `start`. CPython 3.14 Parser/lexer/lexer.c tok_get_normal_mode
export function scanNumber(t: TokenWriter, start: number): number {
  const { text } = t;
  if (text.charCodeAt(start) === 48) {
    const radix = radixes[text.charAt(start + 1).toLowerCase()];
    if (radix !== undefined) return scanRadix(t, start + 2, radix.name, radix.digits);
    const p = scanZero(t, start);
    if (p !== undefined) return p;
  }
  let p = text.charCodeAt(start) === 46 ? start : decimalTail(t, start);
  let kind = 'decimal';
  if (text.charCodeAt(p) === 46) {
    p++;
    if (isDigit(text.charCodeAt(p))) p = decimalTail(t, p);
  }
  const e = text.charCodeAt(p) | 32;
  if (e === 101) {
    const signed = text.charAt(p + 1) === '+' || text.charAt(p + 1) === '-';
    const digit = p + (signed ? 2 : 1);
    if (isDigit(text.charCodeAt(digit))) p = decimalTail(t, digit);
    else if (signed) {
      t.pos = digit;
      t.fail('invalid decimal literal');
    } else {
      verifyEnd(t, p, 'decimal');
      return p;
    }
  }
  if ((text.charCodeAt(p) | 32) === 106) {
    p++;
    kind = 'imaginary';
  }
  verifyEnd(t, p, kind);
  return p;
}

/// `0`, `00`, `0_0`; undefined: a float or imaginary number that starts with zeros, to be read as a decimal.
function scanZero(t: TokenWriter, start: number): number | undefined {
  const { text } = t;
  let p = start;
  let nonZero = false;
  for (;;) {
    const c = text.charCodeAt(p);
    if (c === 95) {
      if (!isDigit(text.charCodeAt(p + 1))) {
        t.pos = p + 1;
        t.fail('invalid decimal literal');
      }
    } else if (isDigit(c)) {
      if (c !== 48) nonZero = true;
    } else break;
    p++;
  }
  const c = text.charCodeAt(p);
  if (c === 46 || (c | 32) === 101 || (c | 32) === 106) return undefined;
  if (nonZero) {
    let zerosEnd = start;
    while (text.charAt(zerosEnd) === '0' || text.charAt(zerosEnd) === '_') zerosEnd++;
    const column = start - t.lineStart;
    const message =
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
    t.pos = p;
    t.failAt(message, start, column + 1 + (zerosEnd - start));
  }
  verifyEnd(t, p, 'decimal');
  return p;
}

function decimalTail(t: TokenWriter, start: number): number {
  const { text } = t;
  let p = start;
  for (;;) {
    while (isDigit(text.charCodeAt(p))) p++;
    if (text.charCodeAt(p) !== 95) return p;
    p++;
    if (!isDigit(text.charCodeAt(p))) {
      t.pos = p;
      t.fail('invalid decimal literal');
    }
  }
}

function scanRadix(t: TokenWriter, start: number, name: string, digits: RegExp): number {
  const { text } = t;
  let p = start;
  do {
    if (text.charAt(p) === '_') p++;
    if (!digits.test(text.charAt(p))) {
      if (isDigit(text.charCodeAt(p))) {
        t.pos = p + 1;
        t.fail(`invalid digit '${text.charAt(p)}' in ${name} literal`);
      }
      t.pos = p;
      t.fail(`invalid ${name} literal`);
    }
    while (digits.test(text.charAt(p))) p++;
  } while (text.charAt(p) === '_');
  if (isDigit(text.charCodeAt(p))) {
    t.pos = p + 1;
    t.fail(`invalid digit '${text.charAt(p)}' in ${name} literal`);
  }
  verifyEnd(t, p, name);
  return p;
}

const keywordAfterNumber = /(?:and|else|for|or|not)(?![A-Za-z0-9_\x80-\uffff])|i[fns]/y;

/// A keyword may follow a number at once (with a warning); other letters may not.
function verifyEnd(t: TokenWriter, end: number, kind: string): void {
  const { text } = t;
  const c = text.charCodeAt(end);
  keywordAfterNumber.lastIndex = end;
  if (keywordAfterNumber.test(text)) {
    t.warn(`invalid ${kind} literal`, t.lineno);
  } else if (isIdentifierCode(c) && c < 128) {
    t.pos = end;
    t.fail(`invalid ${kind} literal`);
  }
}
