import type { Dialect } from './dialect';
import type { PythonSyntaxError, SyntaxWarning } from './errors';
import type { FStringMode } from './fstring-tokens';
import { codePoints, utf8Length, type SourceText } from './source';
import type { Token, TokenType } from './tokens';

export interface OpenBracket {
  readonly char: string;
  readonly lineno: number;
  readonly offset: number;
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/// A letter, digit or underscore; any character that is not ASCII.
export function isIdentifierCode(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || isDigit(c) || c === 95 || c >= 128;
}

/// The part of a text that a TokenWriter reads, as if within brackets: an expression inside a 3.11 f-string.
export interface TextPart {
  readonly start: number;
  readonly end: number;
  readonly lineno: number;
}

/// Where the tokenizer stands in the text, and what it has found: tokens, open brackets and f-strings, errors.
export abstract class TokenWriter {
  readonly tokens: Token[] = [];
  readonly brackets: OpenBracket[] = [];
  /// The f-strings that are open, outermost first.
  readonly modes: FStringMode[] = [];
  readonly text: string;
  pos: number;
  lineno: number;
  lineStart: number;
  // Where the last column was measured, so that columns cost linear time on lines that are not ASCII.
  private columnOffset: number;
  private columnBytes = 0;

  constructor(
    readonly source: SourceText,
    readonly dialect: Dialect,
    private readonly onWarning: ((warning: SyntaxWarning) => void) | undefined,
    protected readonly part?: TextPart
  ) {
    this.text = part === undefined ? source.text : source.text.slice(0, part.end);
    this.pos = part?.start ?? 0;
    this.lineno = part?.lineno ?? 1;
    this.lineStart = source.lineStart(this.lineno);
    this.columnOffset = this.lineStart;
  }

  lastLine(): number {
    return this.source.lineStarts.length;
  }

  newline(next: number): void {
    this.lineno++;
    this.lineStart = next;
    this.columnOffset = next;
    this.columnBytes = 0;
  }

  /// Byte column of an offset in the current line.
  column(offset: number): number {
    if (this.source.isAscii) return offset - this.lineStart;
    if (offset < this.columnOffset) {
      this.columnOffset = this.lineStart;
      this.columnBytes = 0;
    }
    this.columnBytes += utf8Length(this.text, this.columnOffset, offset);
    this.columnOffset = offset;
    return this.columnBytes;
  }

  push(type: TokenType, start: number, end: number): void {
    this.pushAt(type, this.lineno, start, end);
  }

  /// A token that may start in an earlier line, and whose place may end later than its text.
  pushAt(type: TokenType, lineno: number, start: number, end: number, shownEnd = end): void {
    const col_offset = lineno === this.lineno ? this.column(start) : this.source.byteColumn(lineno, start);
    const level = this.brackets.length;
    const end_col_offset = this.column(shownEnd);
    this.tokens.push({ type, lineno, col_offset, end_lineno: this.lineno, end_col_offset, start, end, level });
  }

  /// A token without a place. At the end of the text, it is in the last line that is there.
  protected pushBare(type: TokenType): void {
    const { pos } = this;
    const lineno = this.text === '' ? 0 : Math.min(this.lineno, this.lastLine());
    const place = { lineno, col_offset: -1, end_lineno: lineno, end_col_offset: -1, start: pos, end: pos };
    this.tokens.push({ type, ...place, level: 0 });
  }

  warn(message: string, lineno: number): void {
    this.onWarning?.({ category: 'SyntaxWarning', message, lineno });
  }

  /// An error at the last character read, `pos - 1`.
  fail(message: string): never {
    throw this.errorAt(message, this.pos - 1, -1, this.lineno);
  }

  /// An error at an offset; `endOffset` is an error column.
  failAt(message: string, offset: number, endOffset: number, lineno = this.lineno): never {
    throw this.errorAt(message, offset, endOffset, lineno);
  }

  protected errorAt(message: string, offset: number, endOffset: number, lineno: number): PythonSyntaxError {
    const column = codePoints(this.text, this.source.lineStart(lineno), offset) + 1;
    // The tokenizer gives the line without its newline (Parser/tokenizer/helpers.c _syntaxerror_range).
    const text = this.source.line(lineno).replace(/\n$/, '');
    return this.source.error('SyntaxError', message, lineno, column, lineno, endOffset === -1 ? column : endOffset, text);
  }
}
