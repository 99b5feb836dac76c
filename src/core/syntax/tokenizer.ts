import { PythonSyntaxError, withText, type SyntaxErrorType } from './errors';
import { scanFString, type FStringMode } from './fstring-tokens';
import { scanNumber } from './number-tokens';
import { codePoints } from './source';
import { isDigit, isIdentifierCode, TokenWriter } from './token-writer';
import { keywords, operators } from './tokens';

const maxNestedParentheses = 200;
const maxIndents = 100;
const tabSize = 8;

const identifierStart = /[A-Za-z_]|[\p{XIDS}\u2118\u212e\u309b\u309c]/u;
const identifierPart = /[A-Za-z0-9_]|[\p{XIDC}\u2118\u212e\u309b\u309c\u00b7\u0387\u1369-\u1371\u19da]/u;
const stringPrefix = /^(?:[bB][rR]?|[rR][bB]?|[uU]|[fF][rR]?|[rR][fF]|[tT][rR]?|[rR][tT])$/;
const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/// The text ends while brackets are open: no error of the tokenizer's own.
class EndWithinBrackets extends Error {}

/// Source text to tokens, CPython 3.14 Parser/lexer/lexer.c. It runs to the end of the text or to the first error; then
/// the last token is an ERROR, whose exception counts once the parser looks at that token.
export class Tokenizer extends TokenWriter {
  /// Set when the last token is an ERROR; undefined there: the text ended within brackets (see `brackets`).
  error: PythonSyntaxError | undefined;
  /// Counts only once the parser gets there; other errors count more than what is wrong before them.
  errorIsDeferred = false;
  private readonly indents = [0];
  private readonly altIndents = [0];

  run(): this {
    try {
      if (this.part !== undefined) this.runPart();
      else this.runFile();
    } catch (error) {
      if (error instanceof PythonSyntaxError) this.error = error;
      else if (!(error instanceof EndWithinBrackets)) throw error;
      this.push('ERROR', this.pos, this.pos);
    }
    return this;
  }

  /// Line by line, then the dedents and the end.
  private runFile(): void {
    while (this.pos < this.text.length) {
      if (!this.indentation()) continue;
      this.logicalLine();
    }
    if (this.lineStart < this.text.length) this.newline(this.text.length);
    for (let i = this.indents.length; i > 1; i--) this.pushBare('DEDENT');
    this.pushBare('ENDMARKER');
  }

  private runPart(): void {
    this.logicalLine(true);
    if (this.brackets.length === 0) this.pushBare('ENDMARKER');
  }

  /// Reads a line's indentation; false: the line is blank or a comment, and has been skipped.
  private indentation(): boolean {
    const { text } = this;
    let col = 0;
    let altCol = 0;
    let p = this.pos;
    // A backslash in the indentation: what precedes it counts.
    let continued = 0;
    for (; ; p++) {
      const c = text.charCodeAt(p);
      if (c === 32) {
        col++;
        altCol++;
      } else if (c === 9) {
        col = (Math.floor(col / tabSize) + 1) * tabSize;
        altCol++;
      } else if (c === 12) {
        col = 0;
        altCol = 0;
      } else if (c === 92) {
        continued ||= col;
        this.pos = p + 1;
        this.continuation();
        p = this.pos - 1;
      } else break;
    }
    if (continued > 0) {
      col = continued;
      altCol = continued;
    }
    const c = text.charCodeAt(p);
    if (c === 10 || c === 35) {
      const end = text.indexOf('\n', p);
      this.pos = end + 1;
      this.newline(this.pos);
      return false;
    }
    this.pos = p;
    if (p >= text.length) return false;
    this.applyIndent(col, altCol);
    return true;
  }

  /// Compares an indentation with the open blocks', once with tabs to eight columns, once to one: both must agree.
  private applyIndent(col: number, altCol: number): void {
    const { indents, altIndents } = this;
    const top = indents[indents.length - 1]!;
    if (col === top) {
      if (altCol !== altIndents[altIndents.length - 1]) this.tabError();
      return;
    }
    if (col > top) {
      if (indents.length >= maxIndents) this.indentError('IndentationError', 'too many levels of indentation');
      if (altCol <= altIndents[altIndents.length - 1]!) this.tabError();
      indents.push(col);
      altIndents.push(altCol);
      this.pushBare('INDENT');
      return;
    }
    let popped = 0;
    while (indents.length > 1 && col < indents[indents.length - 1]!) {
      indents.pop();
      altIndents.pop();
      popped++;
    }
    if (col !== indents[indents.length - 1]) {
      this.indentError('IndentationError', 'unindent does not match any outer indentation level', true);
    }
    if (altCol !== altIndents[altIndents.length - 1]) this.tabError();
    for (; popped > 0; popped--) this.pushBare('DEDENT');
  }

  private tabError(): never {
    this.indentError('TabError', 'inconsistent use of tabs and spaces in indentation');
  }

  /// CPython reports a wrong dedent at the line's end, its newline counted, and the others at its start (tokenizer_error).
  private indentError(type: SyntaxErrorType, message: string, atEnd = false): never {
    const line = this.source.line(this.lineno);
    this.errorIsDeferred = true;
    throw this.source.error(type, message, this.lineno, atEnd ? codePoints(line, 0, line.length) : 1, this.lineno, atEnd ? -1 : 0, line);
  }

  /// Tokens up to and including NEWLINE.
  private logicalLine(bracketed = false): void {
    const { text } = this;
    for (;;) {
      const mode = this.modes[this.modes.length - 1];
      if (mode !== undefined && mode.inLiteral) {
        scanFString(this, mode);
        continue;
      }
      let c = text.charCodeAt(this.pos);
      while (c === 32 || c === 9 || c === 12) c = text.charCodeAt(++this.pos);
      const start = this.pos;
      if (c === 35) {
        const end = text.indexOf('\n', start);
        this.pos = end === -1 ? text.length : end;
        c = text.charCodeAt(this.pos);
      }
      if (c !== c) {
        // The end of the text.
        if (this.brackets.length > 0) throw new EndWithinBrackets();
        if (bracketed) return;
      } else if (c === 10) {
        const inside = bracketed || this.brackets.length > 0 || this.modes.length > 0;
        // From 3.12 on, the newline itself is part of the token.
        if (!inside) this.pushAt('NEWLINE', this.lineno, start, this.pos, this.pos + (this.dialect.minor < 12 ? 0 : 1));
        this.pos++;
        this.newline(this.pos);
        if (!inside) return;
        continue;
      }
      this.token(c, start);
      if (this.pos >= text.length && !bracketed && this.brackets.length === 0 && this.modes.length === 0) return;
    }
  }

  /// One token, not white space; its first character is `c`.
  private token(c: number, start: number): void {
    const { text } = this;
    if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c >= 128) {
      this.nameOrString(start);
    } else if (isDigit(c) || (c === 46 && isDigit(text.charCodeAt(start + 1)))) {
      this.pos = scanNumber(this, start);
      this.push('NUMBER', start, this.pos);
    } else if (c === 34 || c === 39) {
      this.string(start, start);
    } else if (c === 92) {
      this.pos = start + 1;
      this.continuation();
    } else {
      this.operator(c, start);
    }
  }

  /// After a backslash: moves on to the next line.
  private continuation(): void {
    const { text } = this;
    const isAtEnd = this.pos + 1 >= text.length;
    if (text.charCodeAt(this.pos) !== 10 || (isAtEnd && this.source.endsOpen)) {
      this.errorIsDeferred = true;
      throw withText(this.errorAt('unexpected character after line continuation character', isAtEnd ? this.pos - 1 : this.pos, 0, this.lineno), this.source.line(this.lineno));
    }
    if (isAtEnd) {
      if (this.brackets.length > 0) throw new EndWithinBrackets();
      this.errorIsDeferred = true;
      const column = codePoints(text, this.lineStart, this.pos) + 1;
      throw this.source.error('SyntaxError', 'unexpected EOF while parsing', this.lineno, column, this.lineno, -1);
    }
    this.pos++;
    this.newline(this.pos);
  }

  /// A name, a keyword, or a string's prefix.
  private nameOrString(start: number): void {
    const { text } = this;
    let p = start;
    let high = false;
    for (let c = text.charCodeAt(p); isIdentifierCode(c); c = text.charCodeAt(++p)) if (c >= 128) high = true;
    const next = text.charCodeAt(p);
    if (next === 34 || next === 39) {
      if (p - start <= 2 && this.isPrefix(text.slice(start, p))) {
        this.string(start, p);
        return;
      }
      if (this.dialect.minor >= 14) this.checkPrefixes(text.slice(start, p).toLowerCase(), start);
    }
    this.pos = p;
    const word = text.slice(start, p);
    if (high) this.checkIdentifier(word, start);
    this.push(keywords.get(word) ?? 'NAME', start, p);
  }

  private isPrefix(word: string): boolean {
    if (!stringPrefix.test(word)) return false;
    return this.dialect.templateStrings || !/t/i.test(word);
  }

  /// CPython 3.14 Parser/lexer/lexer.c maybe_raise_syntax_error_for_string_prefixes
  private checkPrefixes(word: string, start: number): void {
    if (!/^(?!.*(.).*\1)[burft]+$/.test(word)) return;
    const pairs = ['ub', 'ur', 'uf', 'ut', 'bf', 'bt', 'ft'];
    const pair = pairs.find(both => word.includes(both.charAt(0)) && word.includes(both.charAt(1)));
    if (pair === undefined) return;
    const end = codePoints(this.text, this.lineStart, start + word.length) + 1;
    this.failAt(`'${pair[0]}' and '${pair[1]}' prefixes are incompatible`, start, end);
  }

  /// CPython 3.14 Parser/lexer/lexer.c verify_identifier
  private checkIdentifier(word: string, start: number): void {
    let offset = start;
    for (const char of word) {
      if (!(offset === start ? identifierStart : identifierPart).test(char)) {
        const code = char.codePointAt(0)!;
        const hex = code.toString(16).toUpperCase().padStart(4, '0');
        const printable = !/^[\p{C}\p{Z}]$/u.test(char);
        const what = printable ? `character '${char}' (U+${hex})` : `non-printable character U+${hex}`;
        this.failAt(`invalid ${what}`, offset, -1);
      }
      offset += char.length;
    }
  }

  /// A string literal from its prefix on; of an f-string that is tokenised, only its start.
  private string(start: number, quoteAt: number): void {
    const { text } = this;
    const quote = text.charAt(quoteAt);
    const triple = text.startsWith(quote + quote + quote, quoteAt);
    const prefix = text.slice(start, quoteAt).toLowerCase();
    const lineno = this.lineno;
    const isTemplate = prefix.includes('t');
    if (isTemplate || (prefix.includes('f') && this.dialect.fstringTokens)) {
      this.pos = quoteAt + (triple ? 3 : 1);
      this.modes.push({
        kind: isTemplate ? 't' : 'f',
        quote,
        quoteSize: triple ? 3 : 1,
        raw: prefix.includes('r'),
        start,
        lineno,
        depth: 0,
        expressions: [],
        inLiteral: true,
        inFormatSpec: false
      });
      this.pushAt(isTemplate ? 'TSTRING_START' : 'FSTRING_START', lineno, start, this.pos);
      return;
    }
    let p = quoteAt + (triple ? 3 : 1);
    let escapedQuote = false;
    for (; ; p++) {
      const c = text.charCodeAt(p);
      if (c === 92) {
        if (text.charAt(p + 1) === quote) escapedQuote = true;
        p++;
        if (text.charCodeAt(p) === 10) this.newline(p + 1);
      } else if (c === 10) {
        if (!triple) this.unterminated(start, lineno, quote, false, escapedQuote);
        this.newline(p + 1);
      } else if (c !== c) {
        this.unterminated(start, lineno, quote, triple, escapedQuote);
      } else if (c === quote.charCodeAt(0)) {
        if (!triple) break;
        if (text.startsWith(quote + quote, p + 1)) {
          p += 2;
          break;
        }
      }
    }
    this.pos = p + 1;
    this.pushAt('STRING', lineno, start, this.pos);
  }

  /// At the literal's start, which for a string over several lines is not the current line.
  private unterminated(start: number, lineno: number, quote: string, triple: boolean, escapedQuote: boolean): never {
    // At the end of the text the count of lines stands on the last line that is there.
    const detected = Math.min(this.lineno, this.lastLine());
    const innermost = this.modes[this.modes.length - 1];
    if (innermost !== undefined && innermost.quote === quote && innermost.quoteSize === (triple ? 3 : 1)) {
      this.failAt(`${innermost.kind}-string: expecting '}'`, start, -1, lineno);
    }
    const what = triple ? 'triple-quoted string' : 'string';
    const hint = escapedQuote && !triple && this.dialect.minor >= 12 ? '; perhaps you escaped the end quote?' : '';
    this.failAt(`unterminated ${what} literal (detected at line ${detected})${hint}`, start, -1, lineno);
  }

  /// The longest operator that matches.
  private operator(c: number, start: number): void {
    const { text } = this;
    const mode = this.modes[this.modes.length - 1];
    if (mode !== undefined && mode.depth > 0 && this.fstringPunctuation(c, start, mode)) return;
    const three = operators.get(text.slice(start, start + 3));
    let two = three ?? operators.get(text.slice(start, start + 2));
    if (two === '<>' && this.dialect.minor >= 14) two = undefined;
    const op = two ?? operators.get(text.charAt(start));
    if (op === undefined) {
      this.pos = start + 1;
      if (c < 32 || c === 127) {
        this.fail(`invalid non-printable character U+${c.toString(16).toUpperCase().padStart(4, '0')}`);
      }
      // `$`, `?`: a token that no rule takes.
      this.push('OP', start, this.pos);
      return;
    }
    this.pos = start + op.length;
    if (op === '(' || op === '[' || op === '{') {
      if (this.brackets.length >= maxNestedParentheses) this.fail('too many nested parentheses');
      this.brackets.push({ char: op, lineno: this.lineno, offset: start });
      if (mode !== undefined) mode.depth++;
    } else if (op === ')' || op === ']' || op === '}') {
      this.closeBracket(op, mode);
    }
    this.push(op, start, this.pos);
  }

  /// A `:` that starts a format spec; true: handled. (`!=` and `:=` are not operators at that depth.)
  private fstringPunctuation(c: number, start: number, mode: FStringMode): boolean {
    if (c !== 58 || mode.depth !== mode.expressions[mode.expressions.length - 1]) return false;
    this.pos = start + 1;
    mode.inLiteral = true;
    mode.inFormatSpec = true;
    this.push(':', start, this.pos);
    return true;
  }

  /// Pops the bracket that is open; in an f-string, back to its text if that was a replacement field's.
  private closeBracket(op: string, mode: FStringMode | undefined): void {
    const kind = mode?.kind ?? 'f';
    if (mode !== undefined && mode.depth === 0 && op === '}') this.fail(`${kind}-string: single '}' is not allowed`);
    const open = this.brackets.pop();
    if (open === undefined) this.fail(`unmatched '${op}'`);
    const atField = mode !== undefined && mode.depth === mode.expressions[mode.expressions.length - 1];
    if (open.char !== openers[op]) {
      if (atField && open.char === '{') this.fail(`${kind}-string: unmatched '${op}'`);
      const where = open.lineno === this.lineno ? '' : ` on line ${open.lineno}`;
      this.fail(`closing parenthesis '${op}' does not match opening parenthesis '${open.char}'${where}`);
    }
    if (mode === undefined) return;
    if (op === '}' && atField) {
      mode.expressions.pop();
      mode.inLiteral = true;
      // Back in the enclosing replacement field's format spec, if there is one.
      mode.inFormatSpec = mode.expressions.length > 0;
    }
    mode.depth--;
  }
}
