import type { Constant, Expr, JoinedStr } from './ast';
import { place } from './cursor';
import type { PythonSyntaxError } from './errors';
import type { Token } from './tokens';

/// What the parser does for an f-string that is read out of one STRING token.
export interface FieldReader {
  readonly source: { readonly text: string };
  decode(text: string, token: Token): string;
  errorAfterStrings(message: string): PythonSyntaxError;
  fieldExpression(start: number, end: number, lineno: number): Expr;
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const maxNestedFields = 2;

/// Parses the text of a 3.11 f-string (between its quotes). CPython 3.11 Parser/string_parser.c fstring_find_expr
export function parseOldFString(
  reader: FieldReader,
  token: Token,
  start: number,
  end: number,
  raw: boolean
): JoinedStr {
  return new OldFString(reader, token, end, raw).parse(start, 0);
}

class OldFString {
  private pos = 0;

  constructor(
    private readonly reader: FieldReader,
    private readonly token: Token,
    private readonly end: number,
    private readonly raw: boolean
  ) {}

  parse(start: number, level: number): JoinedStr {
    const { token } = this;
    this.pos = start;
    const values: Expr[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') values.push(this.constant(text));
      text = '';
    };
    for (;;) {
      text += this.literal(level);
      if (this.pos >= this.end || this.char() === '}') break;
      const field = this.field(level);
      text += field.shown;
      flush();
      values.push(field.value);
    }
    flush();
    return place({ kind: 'JoinedStr', values }, token, token);
  }

  private char(): string {
    return this.reader.source.text.charAt(this.pos);
  }

  private constant(value: string): Constant {
    const { token } = this;
    return place({ kind: 'Constant', value: { type: 'str', value }, literal_kind: undefined }, token, token);
  }

  private fail(message: string): never {
    throw this.reader.errorAfterStrings(`f-string: ${message}`);
  }

  /// Text up to a brace that is not doubled.
  private literal(level: number): string {
    const { text } = this.reader.source;
    let result = '';
    let from = this.pos;
    const upTo = (end: number): void => {
      const piece = text.slice(from, end);
      result += this.raw ? piece : this.reader.decode(piece, this.token);
    };
    while (this.pos < this.end) {
      const c = this.char();
      if (c === '\\' && !this.raw) {
        this.pos++;
        if (this.char() === 'N' && text.charAt(this.pos + 1) === '{') {
          const close = text.indexOf('}', this.pos);
          this.pos = close === -1 || close >= this.end ? this.end : close + 1;
        } else if (this.char() !== '{' && this.char() !== '}') this.pos++;
        continue;
      }
      if (c === '{' || c === '}') {
        if (level === 0) {
          if (text.charAt(this.pos + 1) === c && this.pos + 1 < this.end) {
            upTo(this.pos + 1);
            this.pos += 2;
            from = this.pos;
            continue;
          }
          if (c === '}') this.fail("single '}' is not allowed");
        }
        break;
      }
      this.pos++;
    }
    upTo(this.pos);
    return result;
  }

  private field(level: number): { shown: string; value: Expr } {
    if (level >= maxNestedFields) this.fail('expressions nested too deeply');
    const { token } = this;
    const { text } = this.reader.source;
    this.pos++;
    const start = this.pos;
    this.skipExpression();
    const expressionEnd = this.pos;
    if (this.pos >= this.end) this.fail("expecting '}'");
    if (/^[\s]*$/.test(text.slice(start, expressionEnd))) {
      const at = this.char();
      this.fail(at === '}' ? 'empty expression not allowed' : `expression required before '${at}'`);
    }
    const lineno = token.lineno + text.slice(token.start, start).split('\n').length - 1;
    const value = this.reader.fieldExpression(start, expressionEnd, lineno);
    let shown = '';
    const debug = this.char() === '=';
    if (debug) {
      this.pos++;
      while (/\s/.test(this.char())) this.pos++;
      shown = text.slice(start, this.pos);
    }
    let conversion = -1;
    if (this.char() === '!' && this.pos < this.end) {
      const letter = text.charAt(this.pos + 1);
      this.pos += 2;
      if (this.pos > this.end) this.fail("expecting '}'");
      if (letter !== 's' && letter !== 'r' && letter !== 'a') {
        this.fail("invalid conversion character: expected 's', 'r', or 'a'");
      }
      conversion = letter.charCodeAt(0);
    }
    let format_spec: Expr | undefined;
    if (this.char() === ':' && this.pos < this.end) format_spec = this.parse(this.pos + 1, level + 1);
    if (this.pos >= this.end || this.char() !== '}') this.fail("expecting '}'");
    this.pos++;
    if (debug && conversion === -1 && format_spec === undefined) conversion = 114;
    return { shown, value: place({ kind: 'FormattedValue', value, conversion, format_spec }, token, token) };
  }

  /// Moves to the `!`, `:`, `=` or `}` that ends a field's expression.
  private skipExpression(): void {
    const { text } = this.reader.source;
    let quote = '';
    const open: string[] = [];
    for (; this.pos < this.end; this.pos++) {
      const c = this.char();
      if (c === '\\') throw this.reader.errorAfterStrings('f-string expression part cannot include a backslash');
      if (quote !== '') {
        if (text.startsWith(quote, this.pos)) {
          this.pos += quote.length - 1;
          quote = '';
        }
        continue;
      }
      const next = text.charAt(this.pos + 1);
      if (c === "'" || c === '"') {
        quote = text.startsWith(c + c + c, this.pos) ? c + c + c : c;
        this.pos += quote.length - 1;
      } else if (c in closers) {
        open.push(c);
      } else if (c === '#') {
        throw this.reader.errorAfterStrings("f-string expression part cannot include '#'");
      } else if (open.length === 0 && '!:}=<>'.includes(c)) {
        if (next === '=' && '!=<>'.includes(c)) {
          this.pos++;
          continue;
        }
        if (c !== '<' && c !== '>') break;
      } else if (c === ')' || c === ']' || c === '}') {
        const opening = open.pop();
        if (opening === undefined) this.fail(`unmatched '${c}'`);
        if (closers[opening] === c) continue;
        this.fail(`closing parenthesis '${c}' does not match opening parenthesis '${opening}'`);
      }
    }
    if (quote !== '') this.fail('unterminated string');
    if (open.length > 0) this.fail(`unmatched '${open[open.length - 1]}'`);
  }
}
