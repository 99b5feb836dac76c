import type { Arguments, Call, Comprehension, Expr, GeneratorExp, Keyword, Name } from './ast';
import type { Token } from './tokens';
import { StringParser } from './strings';

const notExpressionStarts = new Set(
  (
    'NEWLINE INDENT DEDENT ENDMARKER ERROR FSTRING_MIDDLE FSTRING_END TSTRING_MIDDLE TSTRING_END ) ] } , : ; . / % @ & | ^ ' +
    '< > = ! -> := += -= *= /= %= @= &= |= ^= ** // << >> == != <= >= **= //= <<= >>= and as assert async break class ' +
    'continue def del elif else except finally for from global if import in is nonlocal or pass raise return try while ' +
    'with yield'
  ).split(' ')
);

/// Atoms and what follows them: attributes, subscripts, calls (python.gram atom, primary, slices, arguments).
export abstract class AtomParser extends StringParser {
  abstract expression(): Expr;
  abstract namedExpression(): Expr;
  abstract yieldExpression(): Expr;
  abstract starNamedExpression(): Expr;
  abstract bitwiseOr(): Expr;
  abstract comprehensions(): Comprehension[];

  /// Whether an expression (`*x` included) can start here: decides optional ones and trailing commas.
  startsExpression(): boolean {
    return !notExpressionStarts.has(this.tok.type);
  }

  protected nameOf(token: Token): Name {
    return { kind: 'Name', id: this.identifier(token), ctx: 'Load', lineno: token.lineno, col_offset: token.col_offset, end_lineno: token.end_lineno, end_col_offset: token.end_col_offset };
  }

  primary(): Expr {
    const start = this.tok;
    let left = this.atom();
    for (;;) {
      switch (this.tok.type) {
        case '.': {
          this.take();
          const end = this.expect('NAME');
          left = { kind: 'Attribute', value: left, attr: this.identifier(end), ctx: 'Load', lineno: start.lineno, col_offset: start.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
          break;
        }
        case '(':
          left = this.call(left, start);
          break;
        case '[': {
          this.take();
          const slice = this.slices();
          const end = this.expect(']');
          left = { kind: 'Subscript', value: left, slice, ctx: 'Load', lineno: start.lineno, col_offset: start.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
          break;
        }
        default:
          return left;
      }
    }
  }

  private slices(): Expr {
    const start = this.tok;
    const first = this.slice();
    if (!this.at(',')) {
      if (first.kind !== 'Starred') return first;
    }
    const elts = [first];
    while (this.eat(',') && this.tok.type !== ']') elts.push(this.slice());
    const end = this.last();
    return { kind: 'Tuple', elts, ctx: 'Load', lineno: start.lineno, col_offset: start.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
  }

  private slice(): Expr {
    const start = this.tok;
    if (this.at('*')) return this.starred();
    const walrus = this.at('NAME') && this.nextIs(':=');
    const lower = this.at(':') ? undefined : this.namedExpression();
    if (!this.at(':')) return lower!;
    if (walrus) this.fail();
    this.take();
    const upper = this.startsExpression() ? this.expression() : undefined;
    const step = this.eat(':') && this.startsExpression() ? this.expression() : undefined;
    const end = this.last();
    return { kind: 'Slice', lower, upper, step, lineno: start.lineno, col_offset: start.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
  }

  private starred(): Expr {
    const start = this.expect('*');
    const value = this.expression();
    const end = this.last();
    return { kind: 'Starred', value, ctx: 'Load', lineno: start.lineno, col_offset: start.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
  }

  private call(func: Expr, start: Token): Call {
    const open = this.expect('(');
    const args: Expr[] = [];
    const keywords: Keyword[] = [];
    if (!this.at(')')) {
      const first = this.argument(args, keywords);
      if (first !== undefined && (this.at('for') || this.at('async'))) {
        args[0] = this.generator(first, open);
        const end = args[0];
        return { kind: 'Call', func, args, keywords, lineno: start.lineno, col_offset: start.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
      }
      this.moreArguments(args, keywords);
    }
    const end = this.expect(')');
    return { kind: 'Call', func, args, keywords, lineno: start.lineno, col_offset: start.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
  }

  private generator(elt: Expr, open: Token): GeneratorExp {
    const generators = this.comprehensions();
    const end = this.expect(')');
    return { kind: 'GeneratorExp', elt, generators, lineno: open.lineno, col_offset: open.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
  }

  /// The arguments of a class statement: after `(`, up to `)`.
  classArguments(args: Expr[], keywords: Keyword[]): void {
    if (this.at(')')) return;
    this.argument(args, keywords);
    this.moreArguments(args, keywords);
  }

  private moreArguments(args: Expr[], keywords: Keyword[]): void {
    while (this.eat(',') && !this.at(')')) this.argument(args, keywords);
  }

  /// Reads one argument; gives it back if it is a plain expression.
  private argument(args: Expr[], keywords: Keyword[]): Expr | undefined {
    const start = this.tok;
    if (start.type === 'NAME' && this.nextIs('=')) {
      const arg = this.name();
      this.take();
      const value = this.expression();
      const end = this.last();
      keywords.push({ kind: 'keyword', arg, value, lineno: start.lineno, col_offset: start.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset });
    } else if (start.type === '**') {
      this.take();
      const value = this.expression();
      const end = this.last();
      keywords.push({ kind: 'keyword', arg: undefined, value, lineno: start.lineno, col_offset: start.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset });
    } else if (start.type === '*') {
      for (const keyword of keywords) if (keyword.arg === undefined) this.fail();
      args.push(this.starred());
    } else {
      if (keywords.length > 0) this.fail();
      const value = this.namedExpression();
      args.push(value);
      return value;
    }
    return undefined;
  }

  atom(): Expr {
    const token = this.tok;
    switch (token.type) {
      case 'NAME':
        this.take();
        return this.nameOf(token);
      case 'NUMBER':
        return this.number();
      case 'STRING':
      case 'FSTRING_START':
      case 'TSTRING_START':
        return this.strings();
      case '(':
        return this.parenthesized();
      case '[':
        return this.list();
      case '{':
        return this.dictOrSet();
      case 'None':
      case 'True':
      case 'False':
        this.take();
        return { kind: 'Constant', value: { type: token.type }, literal_kind: undefined, lineno: token.lineno, col_offset: token.col_offset, end_lineno: token.end_lineno, end_col_offset: token.end_col_offset };
      case '...':
        this.take();
        return { kind: 'Constant', value: { type: 'Ellipsis' }, literal_kind: undefined, lineno: token.lineno, col_offset: token.col_offset, end_lineno: token.end_lineno, end_col_offset: token.end_col_offset };
      default:
        return this.fail();
    }
  }

  private parenthesized(): Expr {
    const open = this.expect('(');
    if (this.at(')')) {
      const end = this.take();
      return { kind: 'Tuple', elts: [], ctx: 'Load', lineno: open.lineno, col_offset: open.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
    }
    if (this.at('yield')) {
      const value = this.yieldExpression();
      this.expect(')');
      return value;
    }
    const first = this.starNamedExpression();
    if (this.at(',')) {
      const elts = [first];
      while (this.eat(',') && !this.at(')')) elts.push(this.starNamedExpression());
      const end = this.expect(')');
      return { kind: 'Tuple', elts, ctx: 'Load', lineno: open.lineno, col_offset: open.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
    }
    if (first.kind === 'Starred') this.fail();
    if (this.at('for') || this.at('async')) return this.generator(first, open);
    this.expect(')');
    return first;
  }

  private list(): Expr {
    const open = this.expect('[');
    const elts: Expr[] = [];
    if (!this.at(']')) {
      const elt = this.starNamedExpression();
      if (this.at('for') || this.at('async')) {
        if (elt.kind === 'Starred') this.fail();
        const generators = this.comprehensions();
        const end = this.expect(']');
        return { kind: 'ListComp', elt, generators, lineno: open.lineno, col_offset: open.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
      }
      elts.push(elt);
      while (this.eat(',') && !this.at(']')) elts.push(this.starNamedExpression());
    }
    const end = this.expect(']');
    return { kind: 'List', elts, ctx: 'Load', lineno: open.lineno, col_offset: open.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
  }

  private dictOrSet(): Expr {
    const open = this.expect('{');
    if (this.at('}') || this.at('**')) return this.dict(open, undefined);
    const start = this.tok;
    const walrus = start.type === 'NAME' && this.nextIs(':=');
    const elt = this.starNamedExpression();
    if (this.at(':') && elt.kind !== 'Starred' && !walrus) return this.dict(open, elt);
    if (this.at('for') || this.at('async')) {
      if (elt.kind === 'Starred') this.fail();
      const generators = this.comprehensions();
      const end = this.expect('}');
      return { kind: 'SetComp', elt, generators, lineno: open.lineno, col_offset: open.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
    }
    const elts = [elt];
    while (this.eat(',') && !this.at('}')) elts.push(this.starNamedExpression());
    const end = this.expect('}');
    return { kind: 'Set', elts, lineno: open.lineno, col_offset: open.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
  }

  private dict(open: Token, firstKey: Expr | undefined): Expr {
    const keys: (Expr | undefined)[] = [];
    const values: Expr[] = [];
    if (firstKey !== undefined) {
      this.expect(':');
      const value = this.expression();
      if (this.at('for') || this.at('async')) {
        const generators = this.comprehensions();
        const end = this.expect('}');
        return { kind: 'DictComp', key: firstKey, value, generators, lineno: open.lineno, col_offset: open.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
      }
      keys.push(firstKey);
      values.push(value);
      if (!this.at('}')) this.expect(',');
    }
    while (!this.at('}')) {
      if (this.eat('**')) {
        keys.push(undefined);
        values.push(this.bitwiseOr());
      } else {
        keys.push(this.expression());
        this.expect(':');
        values.push(this.expression());
      }
      if (!this.at('}')) this.expect(',');
    }
    const end = this.expect('}');
    return { kind: 'Dict', keys, values, lineno: open.lineno, col_offset: open.col_offset, end_lineno: end.end_lineno, end_col_offset: end.end_col_offset };
  }

  protected emptyArguments(): Arguments {
    return {
      kind: 'arguments',
      posonlyargs: [],
      args: [],
      vararg: undefined,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: undefined,
      defaults: []
    };
  }
}
