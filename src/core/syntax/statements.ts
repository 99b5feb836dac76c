import type { ExceptHandler, Expr, Keyword, MatchCase, Stmt, WithItem } from './ast';
import { ParseFailure, place } from './cursor';
import { diagnose } from './diagnosis/diagnose';
import { PythonSyntaxError } from './errors';
import { SimpleStatementParser } from './simple-statements';
import { SourceText } from './source';
import { Tokenizer } from './tokenizer';
import type { Token } from './tokens';

/// Compound statements, and the entries of the grammar.
export class StatementParser extends SimpleStatementParser {
  /// A whole file.
  file(): Stmt[] {
    const body: Stmt[] = [];
    while (!this.at('ENDMARKER')) this.statement(body);
    return body;
  }

  /// One expression and blank lines: what `eval` takes.
  evalInput(): Expr {
    const value = this.expressions();
    while (this.eat('NEWLINE'));
    if (!this.at('ENDMARKER')) this.fail();
    return value;
  }

  /// One statement as typed at the prompt. CPython 3.14 Parser/pegen.c bad_single_statement
  interactive(): Stmt[] {
    if (this.at('ENDMARKER')) this.fail();
    const body: Stmt[] = [];
    this.statement(body);
    const newline = this.tokens[this.index - 1]!;
    if (this.at('ENDMARKER')) return body;
    if (newline.type !== 'NEWLINE') this.fail();
    throw this.errorAt(newline, 'multiple statements found while compiling a single statement');
  }

  fieldExpression(start: number, end: number, lineno: number): Expr {
    const { source, dialect, onWarning } = this.input;
    const tokenizer = new Tokenizer(source, dialect, onWarning, { start, end, lineno }).run();
    try {
      if (tokenizer.error !== undefined) throw tokenizer.error;
      const tokens = inParentheses(tokenizer, start - 1, end);
      const parser = new StatementParser({ source, dialect, onWarning, tokens });
      const value = parser.atom();
      if (!parser.at('ENDMARKER')) parser.fail();
      return value;
    } catch (error) {
      if (!(error instanceof ParseFailure || error instanceof PythonSyntaxError)) throw error;
      throw this.fieldError(source.text.slice(start, end), lineno);
    }
  }

  /// CPython 3.11 reads the expression again as a text of its own, in brackets, and counts columns in that.
  private fieldError(expression: string, lineno: number): PythonSyntaxError {
    const source = new SourceText(`(${expression})`, this.source.filename);
    const tokenizer = new Tokenizer(source, this.dialect, undefined).run();
    const input = { source, dialect: this.dialect, onWarning: undefined, tokens: tokenizer.tokens };
    const error = diagnose(input, tokenizer, 'field', new StatementParser(input));
    const message = tokenizer.error === error ? error.message : `f-string: ${error.message}`;
    const { type, filename, offset, end_offset, text } = error;
    const from = lineno + error.lineno - 1;
    const to = lineno + error.end_lineno - 1;
    return new PythonSyntaxError(type, message, filename, from, offset, to, end_offset, text);
  }

  /// A compound statement, or a line of simple ones.
  private statement(body: Stmt[]): void {
    const start = this.tok;
    switch (start.type) {
      case 'if':
        body.push(this.if());
        return;
      case 'while':
        body.push(this.while());
        return;
      case 'for':
        body.push(this.for(start, false));
        return;
      case 'try':
        body.push(this.try());
        return;
      case 'with':
        body.push(this.with(start, false));
        return;
      case 'def':
        body.push(this.def(start, [], false));
        return;
      case 'class':
        body.push(this.class([]));
        return;
      case '@':
        body.push(this.decorated());
        return;
      case 'async':
        body.push(this.async([]));
        return;
      default:
        if (this.atWord('match')) {
          const match = this.attempt(() => this.match());
          if (match !== undefined) {
            body.push(match);
            return;
          }
        }
        this.simpleStatements(body);
    }
  }

  /// What follows a `:`: the rest of the line, or an indented block.
  block(): Stmt[] {
    const body: Stmt[] = [];
    if (!this.eat('NEWLINE')) {
      this.simpleStatements(body);
      return body;
    }
    this.expect('INDENT');
    while (!this.eat('DEDENT')) this.statement(body);
    return body;
  }

  private suite(): Stmt[] {
    this.expect(':');
    return this.block();
  }

  private elseBlock(): Stmt[] {
    return this.eat('else') ? this.suite() : [];
  }

  /// `elif`s are read in a loop: there may be thousands.
  private if(): Stmt {
    const branches: { start: Token; test: Expr; body: Stmt[] }[] = [];
    do {
      const start = this.take();
      const test = this.namedExpression();
      branches.push({ start, test, body: this.suite() });
    } while (this.at('elif'));
    let orelse = this.elseBlock();
    const end = this.last();
    for (let i = branches.length - 1; i >= 0; i--) {
      const { start, test, body } = branches[i]!;
      orelse = [place({ kind: 'If', test, body, orelse }, start, end)];
    }
    return orelse[0]!;
  }

  private while(): Stmt {
    const start = this.take();
    const test = this.namedExpression();
    const body = this.suite();
    const orelse = this.elseBlock();
    const end = this.last();
    return place({ kind: 'While', test, body, orelse }, start, end);
  }

  /// `start` is where the node starts: at `async`, if that precedes.
  private for(start: Token, isAsync: boolean): Stmt {
    this.expect('for');
    const target = this.forTargets();
    this.expect('in');
    const iter = this.starExpressions();
    const body = this.suite();
    const orelse = this.elseBlock();
    const end = this.last();
    return place({ kind: isAsync ? 'AsyncFor' : 'For', target, iter, body, orelse }, start, end);
  }

  /// A bracket after `with` may enclose the items or be part of the first one: CPython tries in that order.
  private with(start: Token, isAsync: boolean): Stmt {
    this.expect('with');
    const items = (this.parenthesizedItems() && this.attempt(() => this.itemsInParentheses())) || this.withItems();
    const body = this.suite();
    const end = this.last();
    return place({ kind: isAsync ? 'AsyncWith' : 'With', items, body }, start, end);
  }

  /// Whether the bracket that opens here is closed just before a `:`.
  private parenthesizedItems(): boolean {
    if (!this.at('(')) return false;
    let depth = 0;
    for (let i = this.index; i < this.tokens.length; i++) {
      const { type } = this.tokens[i]!;
      if (type === '(' || type === '[' || type === '{') depth++;
      else if ((type === ')' || type === ']' || type === '}') && --depth === 0) return this.tokens[i + 1]?.type === ':';
    }
    return false;
  }

  private itemsInParentheses(): WithItem[] {
    this.expect('(');
    const items: WithItem[] = [];
    do items.push(this.withItem());
    while (this.eat(',') && !this.at(')'));
    this.expect(')');
    if (!this.at(':')) this.fail();
    return items;
  }

  private withItems(): WithItem[] {
    const items: WithItem[] = [];
    do items.push(this.withItem());
    while (this.eat(','));
    return items;
  }

  /// `expression [as target]`.
  private withItem(): WithItem {
    const context_expr = this.expression();
    const optional_vars = this.eat('as') ? this.starTarget() : undefined;
    return { kind: 'withitem', context_expr, optional_vars };
  }

  /// Handlers are all plain or all `except*`.
  private try(): Stmt {
    const start = this.take();
    const body = this.suite();
    const handlers: ExceptHandler[] = [];
    const isStar = this.at('except') && this.nextIs('*');
    while (this.at('except')) {
      if (this.nextIs('*') !== isStar) this.fail();
      handlers.push(this.handler(isStar));
    }
    const orelse = handlers.length > 0 ? this.elseBlock() : [];
    const finalbody = this.eat('finally') ? this.suite() : [];
    if (handlers.length === 0 && finalbody.length === 0) this.fail();
    const end = this.last();
    return place({ kind: isStar ? 'TryStar' : 'Try', body, handlers, orelse, finalbody }, start, end);
  }

  /// `except [types [as name]]: block`.
  private handler(isStar: boolean): ExceptHandler {
    const start = this.take();
    if (isStar) this.take();
    let type: Expr | undefined;
    let name: string | undefined;
    if (isStar || !this.at(':')) {
      const first = this.tok;
      type = this.expression();
      if (this.eat('as')) name = this.name();
      else if (this.dialect.unparenthesizedExcept && this.at(',')) {
        type = this.tuple(first, type, () => this.expression());
      }
    }
    const body = this.suite();
    const end = this.last();
    return place({ kind: 'ExceptHandler', type, name, body }, start, end);
  }

  /// A decorator is any named expression on a line.
  private decorated(): Stmt {
    const decorators: Expr[] = [];
    while (this.eat('@')) {
      decorators.push(this.namedExpression());
      this.expect('NEWLINE');
    }
    if (this.at('class')) return this.class(decorators);
    if (this.at('async')) return this.async(decorators);
    return this.def(this.tok, decorators, false);
  }

  /// `async` before def, with or for.
  private async(decorators: Expr[]): Stmt {
    const start = this.take();
    if (this.at('def')) return this.def(start, decorators, true);
    if (decorators.length > 0) this.fail();
    return this.at('with') ? this.with(start, true) : this.for(start, true);
  }

  /// A function; it starts at `def` or `async`, after its decorators.
  private def(start: Token, decorator_list: Expr[], isAsync: boolean): Stmt {
    this.expect('def');
    const name = this.name();
    const type_params = this.typeParameters();
    this.expect('(');
    const args = this.parameters(')', true);
    this.expect(')');
    const returns = this.eat('->') ? this.expression() : undefined;
    const body = this.suite();
    const end = this.last();
    const kind = isAsync ? 'AsyncFunctionDef' : 'FunctionDef';
    return place({ kind, name, args, body, decorator_list, returns, type_params }, start, end);
  }

  /// A class; its brackets hold what a call's do, but no bare generator.
  private class(decorator_list: Expr[]): Stmt {
    const start = this.expect('class');
    const name = this.name();
    const type_params = this.typeParameters();
    const bases: Expr[] = [];
    const keywords: Keyword[] = [];
    if (this.eat('(')) {
      this.classArguments(bases, keywords);
      this.expect(')');
    }
    const body = this.suite();
    const end = this.last();
    return place({ kind: 'ClassDef', name, bases, keywords, body, decorator_list, type_params }, start, end);
  }

  /// Fails if this is no match statement: `match` may be a name.
  private match(): Stmt {
    const start = this.take();
    const first = this.tok;
    const one = this.starNamedExpression();
    const subject = this.at(',') ? this.tuple(first, one, () => this.starNamedExpression()) : one;
    if (subject.kind === 'Starred') this.fail();
    this.expect(':');
    this.expect('NEWLINE');
    this.expect('INDENT');
    const cases: MatchCase[] = [];
    while (this.atWord('case')) cases.push(this.matchCase());
    if (cases.length === 0) this.fail();
    this.expect('DEDENT');
    const end = this.last();
    return place({ kind: 'Match', subject, cases }, start, end);
  }
}

/// The tokens of a replacement field with its braces as parentheses: CPython 3.11 puts these around the expression, so
/// that a tuple without parentheses gets the braces' place.
function inParentheses({ tokens, source }: Tokenizer, open: number, close: number): Token[] {
  const body = tokens.slice(0, -1);
  const end = tokens[tokens.length - 1]!;
  const bracket = (type: string, lineno: number, start: number): Token => {
    const col_offset = source.byteColumn(lineno, start);
    const end_col_offset = col_offset + 1;
    return { type, lineno, col_offset, end_lineno: lineno, end_col_offset, start, end: start + 1, level: 0 };
  };
  const firstLine = body[0]?.lineno ?? end.lineno;
  const lineOf = (offset: number): number => {
    let line = firstLine;
    while (line > 1 && source.lineStart(line) > offset) line--;
    while (source.lineStart(line + 1) <= offset && line < source.lineStarts.length) line++;
    return line;
  };
  return [bracket('(', lineOf(open), open), ...body, bracket(')', lineOf(close), close), end];
}
