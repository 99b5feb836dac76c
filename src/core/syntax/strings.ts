import type { Constant, ConstantValue, Expr, JoinedStr, Position } from './ast';
import { place, TokenCursor } from './cursor';
import { PythonSyntaxError } from './errors';
import { parseOldFString } from './fstring311';
import { decodeBytes, decodeString, EscapeError, IntegerTooLong, numberValue, type EscapeSink } from './literals';
import { foldConstants, joinConstants, stripComments, widen } from './string-parts';
import type { Token } from './tokens';
import { characterByName } from './unicode-names';

/// How one STRING token is written.
interface StringParts {
  readonly prefix: string;
  /// Offsets of the text between the quotes.
  readonly start: number;
  readonly end: number;
}

interface FieldEnd {
  /// What follows `!`.
  readonly name: Token | undefined;
  readonly formatSpec: Expr | undefined;
  /// Where the expression's source text ends: at `!`, `:` or `}`.
  readonly textEnd: Token;
}

const conversions = new Map([['s', 115], ['r', 114], ['a', 97]]);

/// Numbers and strings. CPython 3.14 Parser/action_helpers.c _PyPegen_concatenate_strings, _PyPegen_formatted_value
export abstract class StringParser extends TokenCursor {
  /// `yield ...` or `star_expressions`.
  abstract annotatedRhs(): Expr;
  /// The expression between two offsets, as if in brackets: a replacement field of a 3.11 f-string.
  abstract fieldExpression(start: number, end: number, lineno: number): Expr;

  /// An error that covers a node or token.
  errorAt(where: Position, message: string): PythonSyntaxError {
    return this.source.errorBetween('SyntaxError', message, where, where);
  }

  /// A NUMBER token's value.
  protected number(): Constant {
    const token = this.take();
    try {
      const value = numberValue(this.textOf(token));
      return place({ kind: 'Constant', value, literal_kind: undefined }, token, token);
    } catch (error) {
      if (error instanceof IntegerTooLong) throw this.errorAt(token, error.message);
      throw error;
    }
  }

  /// String literals in a row are one constant, or one f-string or t-string if any of them is.
  strings(): Expr {
    const start = this.tok;
    const parts: Expr[] = [];
    let isTemplate = false;
    let plain = true;
    let bytes = 0;
    for (;;) {
      const { tok } = this;
      if (tok.type === 'STRING') {
        const part = this.stringToken(this.take());
        if (part.kind !== 'Constant') plain = false;
        else if (part.value.type === 'bytes') bytes++;
        parts.push(part);
      } else if (tok.type === 'FSTRING_START' || tok.type === 'TSTRING_START') {
        if (tok.type === 'TSTRING_START') isTemplate = true;
        plain = false;
        parts.push(this.fstring());
      } else break;
    }
    // CPython has looked at the next token before it joins the parts.
    if (this.at('ERROR')) this.fail();
    if (parts.length === 1) return this.single(parts[0]!);
    if (bytes > 0 && (bytes < parts.length || isTemplate)) throw this.mixedBytes();
    if (isTemplate && parts.some(part => part.kind !== 'TemplateStr')) this.fail();
    const end = this.last();
    if (plain) {
      const { literal_kind } = parts[0] as Constant;
      return place({ kind: 'Constant', value: joinConstants(parts as Constant[]), literal_kind }, start, end);
    }
    const values: Expr[] = [];
    for (const part of parts) {
      if (part.kind === 'JoinedStr' || part.kind === 'TemplateStr') values.push(...part.values);
      else values.push(part);
    }
    if (!this.dialect.fstringTokens) {
      return place({ kind: 'JoinedStr', values: widen(foldConstants(values), start, end) }, start, end);
    }
    return place({ kind: isTemplate ? 'TemplateStr' : 'JoinedStr', values: foldConstants(values) }, start, end);
  }

  /// `{{` and `}}` have split the text.
  private single(part: Expr): Expr {
    if (part.kind !== 'JoinedStr' && part.kind !== 'TemplateStr') return part;
    return this.dialect.fstringTokens ? { ...part, values: foldConstants(part.values) } : part;
  }

  /// CPython puts this error at the last token it has read.
  private mixedBytes(): PythonSyntaxError {
    return this.errorAfterStrings('cannot mix bytes and nonbytes literals');
  }

  /// An error at the token that follows the string literals.
  errorAfterStrings(message: string): PythonSyntaxError {
    let i = this.index;
    while (this.tokens[i]!.type === 'STRING' && i + 1 < this.tokens.length) i++;
    return this.errorAt(this.tokens[i]!, message);
  }

  /// Raises the errors of the string literals that start at a token.
  checkStrings(index: number): void {
    this.seek(index);
    this.attempt(() => this.strings());
  }

  /// Raises the error of a number too long to be one.
  checkNumber(index: number): void {
    this.seek(index);
    this.attempt(() => this.number());
  }

  /// Raises the error of the conversion whose `!` is at a token.
  checkConversion(index: number): void {
    let open = 0;
    let i = index;
    while (i > 0 && open >= 0) {
      const { type } = this.tokens[--i]!;
      if (type.endsWith('STRING_END')) open++;
      else if (type.endsWith('STRING_START')) open--;
    }
    this.conversion(this.tokens[index]!, this.tokens[index + 1]!, this.tokens[i]!.type === 'TSTRING_START');
  }

  /// A STRING token's prefix and the text between its quotes.
  private partsOf(token: Token): StringParts {
    const { text } = this.source;
    let quote = token.start;
    while (text.charCodeAt(quote) !== 34 && text.charCodeAt(quote) !== 39) quote++;
    const char = text.charAt(quote);
    const size = text.startsWith(char + char + char, quote) && token.end - quote >= 6 ? 3 : 1;
    return { prefix: text.slice(token.start, quote), start: quote + size, end: token.end - size };
  }

  /// One STRING token's value.
  private stringToken(token: Token): Constant | JoinedStr {
    const parts = this.partsOf(token);
    const prefix = parts.prefix.toLowerCase();
    if (prefix.includes('f')) return parseOldFString(this, token, parts.start, parts.end, prefix.includes('r'));
    const text = this.source.text.slice(parts.start, parts.end);
    let value: ConstantValue;
    if (prefix.includes('b')) {
      if (/[^\x00-\x7f]/.test(text)) throw this.errorAt(token, 'bytes can only contain ASCII literal characters');
      const raw = prefix.includes('r');
      const bytes = this.decoding(token, () => decodeBytes(text, raw, this.escapeSink(token, text)));
      value = { type: 'bytes', value: bytes };
    } else {
      value = { type: 'str', value: prefix.includes('r') ? text : this.decode(text, token) };
    }
    return place({ kind: 'Constant', value, literal_kind: parts.prefix === 'u' ? 'u' : undefined }, token, token);
  }

  /// The text of a str literal that is not raw, escapes decoded.
  decode(text: string, token: Token): string {
    if (!text.includes('\\')) return text;
    return this.decoding(token, () => decodeString(text, this.escapeSink(token, text)));
  }

  private decoding<T>(token: Token, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof EscapeError) {
        throw this.dialect.minor < 12 ? this.errorAfterStrings(error.message) : this.errorAt(token, error.message);
      }
      throw error;
    }
  }

  private escapeSink(token: Token, text: string): EscapeSink {
    return {
      invalidEscape: (sequence, isOctal) => {
        const { minor, escapeWarning } = this.dialect;
        const what = isOctal ? 'invalid octal escape sequence' : 'invalid escape sequence';
        // A lone backslash at the text's end stands before a brace of an f-string.
        const shown = sequence === '' ? (minor < 12 ? '{' : this.source.text.charAt(token.end)) : sequence;
        const message =
          minor < 14
            ? `${what} '\\${shown}'`
            : `"\\${shown}" is an ${what}. Such sequences will not work in the future. ` +
              `Did you mean "\\\\${shown}"? A raw string is also an option.`;
        const before = text.slice(0, Math.max(0, text.indexOf('\\' + sequence)));
        const lineno = minor < 12 ? token.lineno : token.lineno + before.split('\n').length - 1;
        this.input.onWarning?.({ category: escapeWarning, message, lineno });
      },
      namedCharacter: name => characterByName(name)
    };
  }

  /// From FSTRING_START to FSTRING_END, or the same of a t-string.
  private fstring(): Expr {
    const start = this.take();
    const isTemplate = start.type === 'TSTRING_START';
    const raw = /r/i.test(this.textOf(start));
    const values: Expr[] = [];
    const closing = isTemplate ? 'TSTRING_END' : 'FSTRING_END';
    while (!this.at(closing)) {
      if (this.at('{')) this.replacementField(values, isTemplate, isTemplate);
      else this.middle(values, raw);
    }
    const end = this.take();
    return place({ kind: isTemplate ? 'TemplateStr' : 'JoinedStr', values }, start, end);
  }

  /// Text between replacement fields; empty text leaves nothing.
  private middle(values: Expr[], raw: boolean): void {
    const token = this.tok;
    if (token.type !== 'FSTRING_MIDDLE' && token.type !== 'TSTRING_MIDDLE') this.fail();
    this.take();
    const text = this.textOf(token);
    const value = raw ? text : this.decode(text, token);
    if (value === '') return;
    values.push(place({ kind: 'Constant', value: { type: 'str', value }, literal_kind: undefined }, token, token));
  }

  /// `{value = !conversion :spec}`; with `=`, its source text precedes it as a constant.
  private replacementField(values: Expr[], isTemplate: boolean, interpolation: boolean): void {
    const open = this.expect('{');
    const value = this.annotatedRhs();
    const debug = this.eat('=');
    const field = this.fieldEnd(isTemplate);
    const end = this.expect('}');
    const { text } = this.source;
    if (debug) {
      const shown = stripComments(text.slice(open.start + 1, field.textEnd.start));
      const { lineno, col_offset } = open;
      const { lineno: end_lineno, col_offset: end_col_offset } = field.textEnd;
      values.push({
        kind: 'Constant', value: { type: 'str', value: shown }, literal_kind: undefined,
        lineno, col_offset: col_offset + 1, end_lineno, end_col_offset
      });
    }
    const { name, formatSpec: format_spec } = field;
    let conversion = debug && format_spec === undefined ? 114 : -1;
    if (name !== undefined) conversion = this.conversion(field.textEnd, name, isTemplate);
    if (interpolation) {
      const source = text.slice(open.start + 1, field.textEnd.start).trimEnd();
      const str = debug ? source.slice(0, -1) : source;
      values.push(place({ kind: 'Interpolation', value, str, conversion, format_spec }, open, end));
    } else {
      values.push(place({ kind: 'FormattedValue', value, conversion, format_spec }, open, end));
    }
  }

  /// What follows a field's expression, up to its `}`. A spec is never raw.
  private fieldEnd(isTemplate: boolean): FieldEnd {
    let bang: Token | undefined;
    let name: Token | undefined;
    if (this.at('!')) {
      bang = this.take();
      name = this.expect('NAME');
      // From 3.14 on, a bad conversion counts more than what follows it.
      if (this.dialect.minor >= 14) this.conversion(bang, name, isTemplate);
    }
    const colon = this.tok;
    if (!this.eat(':')) return { name, formatSpec: undefined, textEnd: bang ?? colon };
    const values: Expr[] = [];
    while (!this.at('}')) {
      if (this.at('{')) this.replacementField(values, isTemplate, false);
      else this.middle(values, false);
    }
    const end = this.last();
    const formatSpec: Expr = place({ kind: 'JoinedStr', values: foldConstants(values) }, colon, end);
    return { name, formatSpec, textEnd: bang ?? colon };
  }

  /// The code of `!s`, `!r` or `!a`.
  private conversion(bang: Token, name: Token, isTemplate: boolean): number {
    const kind = isTemplate ? 't' : 'f';
    if (name.start !== bang.end) {
      // The typing error is CPython's.
      const mark = this.dialect.minor < 14 ? 'exclamanation mark' : 'exclamation mark';
      const message = `${kind}-string: conversion type must come right after the ${mark}`;
      throw this.errorAt(place({}, bang, name), message);
    }
    const letter = this.textOf(name);
    const code = conversions.get(letter);
    if (code !== undefined) return code;
    throw this.errorAt(name, `${kind}-string: invalid conversion character '${letter}': expected 's', 'r', or 'a'`);
  }
}
