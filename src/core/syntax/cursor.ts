import type { Position } from './ast';
import type { Dialect } from './dialect';
import { ParserStackOverflow, type SyntaxWarning } from './errors';
import type { SourceText } from './source';
import type { Token } from './tokens';

/// Thrown when the text is no program; what is wrong with it is found by the diagnosis, which reads it again.
export class ParseFailure extends Error {}
const parseFailure = new ParseFailure();

/// Nested expressions (not brackets, whose limit is 200): far above any program's, far below what JavaScript's stack
/// holds.
/// NOT-CPYTHON: CPython counts rules (MAXSTACK), which allows from 1,200 to 6,000 levels.
const maxDepth = 1000;

export interface ParserInput {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  readonly dialect: Dialect;
  readonly onWarning: ((warning: SyntaxWarning) => void) | undefined;
}

/// Gives a new node its place: from where one node or token starts to where another ends.
export function place<const T extends object>(node: T, start: Position, end: Position): T & Position {
  const placed = node as T & Position;
  placed.lineno = start.lineno;
  placed.col_offset = start.col_offset;
  placed.end_lineno = end.end_lineno;
  placed.end_col_offset = end.end_col_offset;
  return placed;
}

/// Reads tokens one after another.
export class TokenCursor {
  readonly tokens: readonly Token[];
  readonly source: SourceText;
  readonly dialect: Dialect;
  index = 0;
  /// The current token.
  tok: Token;
  private depth = 0;

  constructor(readonly input: ParserInput) {
    this.tokens = input.tokens;
    this.source = input.source;
    this.dialect = input.dialect;
    this.tok = this.tokens[0]!;
  }

  fail(): never {
    throw parseFailure;
  }

  /// Takes the current token and moves on. (The last token, ENDMARKER or ERROR, is never taken.)
  take(): Token {
    const token = this.tok;
    const next = this.tokens[this.index + 1];
    if (next === undefined) this.fail();
    this.index++;
    this.tok = next;
    return token;
  }

  at(type: string): boolean {
    return this.tok.type === type;
  }

  nextIs(type: string): boolean {
    return this.tokens[this.index + 1]?.type === type;
  }

  eat(type: string): boolean {
    if (this.tok.type !== type) return false;
    this.take();
    return true;
  }

  expect(type: string): Token {
    if (this.tok.type !== type) this.fail();
    return this.take();
  }

  seek(index: number): void {
    this.index = index;
    this.tok = this.tokens[index]!;
  }

  /// The last token taken that is not white space: where a node ends.
  last(): Position {
    let i = this.index - 1;
    let token = this.tokens[i]!;
    while (i > 0 && token.col_offset === -1 || token.type === 'NEWLINE') token = this.tokens[--i]!;
    return token;
  }

  textOf(token: Token): string {
    return this.source.text.slice(token.start, token.end);
  }

  /// An identifier as Python sees it: NFKC.
  identifier(token: Token): string {
    const text = this.textOf(token);
    return this.source.isAscii ? text : text.normalize('NFKC');
  }

  name(): string {
    return this.identifier(this.expect('NAME'));
  }

  /// Whether the current token is a soft keyword.
  atWord(word: string): boolean {
    const { tok } = this;
    return tok.type === 'NAME' && tok.end - tok.start === word.length && this.source.text.startsWith(word, tok.start);
  }

  enter(): void {
    if (++this.depth > maxDepth) throw new ParserStackOverflow();
  }

  leave(): void {
    this.depth--;
  }

  /// Runs `read`; if it fails to parse, goes back to where it began. (A failure leaves `depth` as it was at the start.)
  attempt<T>(read: () => T): T | undefined {
    const { index, depth } = this;
    try {
      return read();
    } catch (error) {
      if (error !== parseFailure) throw error;
      this.seek(index);
      this.depth = depth;
      return undefined;
    }
  }
}
