/// Decimal digits of all scripts: their zeros come at the start of runs of ten.

const DECIMAL = /\p{Nd}/u;

/// The value of a decimal digit, or -1. In every script the ten digits follow each other from zero, and each
/// run's zero is a code point whose predecessor is no digit or ends a run.
function decimalValue(code: number): number {
  if (code < 128) return code >= 48 && code <= 57 ? code - 48 : -1;
  if (!DECIMAL.test(String.fromCodePoint(code))) return -1;
  // The mathematical digits are five runs without a gap.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (DECIMAL.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/// The text with the decimal digits of other scripts as ASCII (_PyUnicode_TransformDecimalAndSpaceToASCII).
export function decimalDigits(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return text.replace(/\p{Nd}/gu, (c) => String(decimalValue(c.codePointAt(0)!)));
  }
  return text;
}
