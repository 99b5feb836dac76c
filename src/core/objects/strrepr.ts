/// repr() and ascii() of text. CPython 3.14 Objects/unicodeobject.c unicode_repr

const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const PLAIN = /^[ !#-&(-[\]-~]*$/;

/// Whether repr shows the code point as itself (str.isprintable).
export const isPrintable = (char: string): boolean => !UNPRINTABLE.test(char);

export function escapeCodePoint(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

export function reprOfText(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (char === quote) out += `\\${char}`;
    else if (ESCAPES[char] !== undefined) out += ESCAPES[char];
    else if (code >= 32 && code < 127) out += char;
    else out += code > 126 && isPrintable(char) ? char : escapeCodePoint(code);
  }
  return out + quote;
}

/// What ascii() makes of a repr.
export function asciiOfText(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (char) => escapeCodePoint(char.codePointAt(0)!));
}
