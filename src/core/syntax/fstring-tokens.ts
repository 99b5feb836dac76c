import type { TokenWriter } from './token-writer';

/// One f-string (3.12+) or t-string (3.14+) that is being tokenised.
export interface FStringMode {
  readonly kind: 'f' | 't';
  readonly quote: string;
  readonly quoteSize: number;
  readonly raw: boolean;
  /// Where the literal starts.
  readonly start: number;
  readonly lineno: number;
  /// Brackets open since the literal started, replacement fields included.
  depth: number;
  /// The depth within each replacement field that is open, outermost first.
  readonly expressions: number[];
  /// True: the next characters are text; false: Python tokens of a replacement field.
  inLiteral: boolean;
  inFormatSpec: boolean;
}

const maxNestedFields = 3;

/// Reads one FSTRING_MIDDLE (left out if empty) up to a brace, `{{` or `}}` (the token holds the first brace), or the
/// literal's end, which is read too. CPython 3.14 Parser/lexer/lexer.c tok_get_fstring_mode
export function scanFString(t: TokenWriter, mode: FStringMode): void {
  const { text } = t;
  const start = t.pos;
  const startLine = t.lineno;
  const middle = mode.kind === 'f' ? 'FSTRING_MIDDLE' : 'TSTRING_MIDDLE';
  const closing = mode.quote.repeat(mode.quoteSize);
  const spec = mode.inFormatSpec && mode.expressions.length > 0;
  let namedEscape = false;
  for (let p = start; ; p++) {
    const c = text.charCodeAt(p);
    if (c !== c || (c === 10 && mode.quoteSize === 1)) {
      if (spec && c === 10) {
        t.pos = p + 1;
        const what = `${mode.kind}-string`;
        t.fail(`${what}: newlines are not allowed in format specifiers for single quoted ${what}s`);
      }
      unterminated(t, mode);
    }
    if (c === 10) {
      t.newline(p + 1);
    } else if (text.charAt(p) === mode.quote && text.startsWith(closing, p)) {
      t.pos = p;
      if (p > start) t.pushAt(middle, startLine, start, p);
      t.pos = p + mode.quoteSize;
      t.push(mode.kind === 'f' ? 'FSTRING_END' : 'TSTRING_END', p, t.pos);
      t.modes.pop();
      return;
    } else if (c === 123) {
      t.pos = p;
      if (text.charCodeAt(p + 1) === 123 && !spec) {
        t.pushAt(middle, startLine, start, p + 1, p + 2);
        t.pos = p + 2;
        return;
      }
      if (p > start) t.pushAt(middle, startLine, start, p);
      if (mode.expressions.length >= maxNestedFields) {
        t.fail(`${mode.kind}-string: expressions nested too deeply`);
      }
      mode.expressions.push(mode.depth + 1);
      mode.inLiteral = false;
      return;
    } else if (c === 125) {
      if (namedEscape) {
        namedEscape = false;
        continue;
      }
      t.pos = p;
      if (text.charCodeAt(p + 1) === 125 && !spec) {
        t.pushAt(middle, startLine, start, p + 1, p + 2);
        t.pos = p + 2;
        return;
      }
      if (p > start) t.pushAt(middle, startLine, start, p);
      mode.inLiteral = false;
      return;
    } else if (c === 92) {
      const next = text.charCodeAt(p + 1);
      if (next === 123 || next === 125) continue;
      p++;
      if (next === 10) t.newline(p + 1);
      else if (next === 78 && !mode.raw && text.charCodeAt(p + 1) === 123) {
        namedEscape = true;
        p++;
      }
    }
  }
}

function unterminated(t: TokenWriter, mode: FStringMode): never {
  const what = mode.quoteSize === 3 ? `triple-quoted ${mode.kind}-string` : `${mode.kind}-string`;
  const detected = mode.quoteSize === 3 ? t.lastLine() : t.lineno;
  t.failAt(`unterminated ${what} literal (detected at line ${detected})`, mode.start, -1, mode.lineno);
}
