import type { Call, Comprehension, Expr, GeneratorExp, Keyword, Name } from './ast';
import { place } from './cursor';
import type { Token } from './tokens';
import { StringParser } from './strings';

const notExpressionStarts = new Set(
  (
    'NEWLINE INDENT DEDENT ENDMARKER ERROR OP FSTRING_MIDDLE FSTRING_END TSTRING_MIDDLE TSTRING_END ' +
    ') ] } , : ; . / % @ & | ^ < > = ! -> := += -= *= /= %= @= &= |= ^= ** // << >> <> == != <= >= **= //= <<= >>= ' +
    'and as assert async break class continue def del elif else except finally for from global if import in is ' +
    'nonlocal or pass raise return try while with yield'
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

  /// A NAME token as an expression that is read.
  protected nameOf(token: Token): Name {
    return place({ kind: 'Name', id: this.identifier(token), ctx: 'Load' }, token, token);
  }

  /// An atom and its trailers: `.name`, `(arguments)`, `[slices]`, in a loop because they nest to the left.
  primary(): Expr {
    const start = this.tok;
    let left = this.atom();
    for (;;) {
      switch (this.tok.type) {
        case '.': {
          this.take();
          const end = this.expect('NAME');
          left = place({ kind: 'Attribute', value: left, attr: this.identifier(end), ctx: 'Load' }, start, end);
          break;
        }
        case '(':
          left = this.call(left, start);
          break;
        case '[': {
          this.take();
          const slice = this.slices();
          const end = this.expect(']');
          left = place({ kind: 'Subscript', value: left, slice, ctx: 'Load' }, start, end);
          break;
        }
        default:
          return left;
      }
    }
  }

  /// What stands in `x[...]`: one slice, or a Tuple of them if there is a comma or a star.
  private slices(): Expr {
    const start = this.tok;
    const first = this.slice();
    if (!this.at(',')) {
      if (first.kind !== 'Starred') return first;
    }
    const elts = [first];
    while (this.eat(',') && this.tok.type !== ']') elts.push(this.slice());
    const end = this.last();
    return place({ kind: 'Tuple', elts, ctx: 'Load' }, start, end);
  }

  /// `lower:upper:step`, or an expression; a bare `name := value` cannot be a bound.
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
    return place({ kind: 'Slice', lower, upper, step }, start, end);
  }

  /// `*expression` of a call or subscript; in displays it is `*bitwise_or` (see starNamedExpression).
  private starred(): Expr {
    const start = this.expect('*');
    const value = this.expression();
    const end = this.last();
    return place({ kind: 'Starred', value, ctx: 'Load' }, start, end);
  }

  /// A call, from its bracket on. A generator that is the only argument shares the call's brackets.
  private call(func: Expr, start: Token): Call {
    const open = this.expect('(');
    const args: Expr[] = [];
    const keywords: Keyword[] = [];
    if (!this.at(')')) {
      const first = this.argument(args, keywords);
      if (first !== undefined && (this.at('for') || this.at('async'))) {
        args[0] = this.generator(first, open);
        const end = args[0];
        return place({ kind: 'Call', func, args, keywords }, start, end);
      }
      this.moreArguments(args, keywords);
    }
    const end = this.expect(')');
    return place({ kind: 'Call', func, args, keywords }, start, end);
  }

  /// The rest of a generator expression after its element.
  private generator(elt: Expr, open: Token): GeneratorExp {
    const generators = this.comprehensions();
    const end = this.expect(')');
    return place({ kind: 'GeneratorExp', elt, generators }, open, end);
  }

  /// The arguments of a class statement: after `(`, up to `)`.
  classArguments(args: Expr[], keywords: Keyword[]): void {
    if (this.at(')')) return;
    this.argument(args, keywords);
    this.moreArguments(args, keywords);
  }

  /// Further arguments, each after a comma; the last comma may be left over.
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
      keywords.push(place({ kind: 'keyword', arg, value }, start, end));
    } else if (start.type === '**') {
      this.take();
      const value = this.expression();
      const end = this.last();
      keywords.push(place({ kind: 'keyword', arg: undefined, value }, start, end));
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

  /// Names, literals, and all that is enclosed in brackets.
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
        return place({ kind: 'Constant', value: { type: token.type }, literal_kind: undefined }, token, token);
      case '...':
        this.take();
        return place({ kind: 'Constant', value: { type: 'Ellipsis' }, literal_kind: undefined }, token, token);
      default:
        return this.fail();
    }
  }

  /// `()`, a tuple, a generator, a yield, or a group, which leaves no trace in the tree but the places around it.
  private parenthesized(): Expr {
    const open = this.expect('(');
    if (this.at(')')) {
      const end = this.take();
      return place({ kind: 'Tuple', elts: [], ctx: 'Load' }, open, end);
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
      return place({ kind: 'Tuple', elts, ctx: 'Load' }, open, end);
    }
    if (first.kind === 'Starred') this.fail();
    if (this.at('for') || this.at('async')) return this.generator(first, open);
    this.expect(')');
    return first;
  }

  /// A list display or comprehension.
  private list(): Expr {
    const open = this.expect('[');
    const elts: Expr[] = [];
    if (!this.at(']')) {
      const elt = this.starNamedExpression();
      if (this.at('for') || this.at('async')) {
        if (elt.kind === 'Starred') this.fail();
        const generators = this.comprehensions();
        const end = this.expect(']');
        return place({ kind: 'ListComp', elt, generators }, open, end);
      }
      elts.push(elt);
      while (this.eat(',') && !this.at(']')) elts.push(this.starNamedExpression());
    }
    const end = this.expect(']');
    return place({ kind: 'List', elts, ctx: 'Load' }, open, end);
  }

  /// Which of the two it is shows after the first element: at a `:` that no `:=` has swallowed.
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
      return place({ kind: 'SetComp', elt, generators }, open, end);
    }
    const elts = [elt];
    while (this.eat(',') && !this.at('}')) elts.push(this.starNamedExpression());
    const end = this.expect('}');
    return place({ kind: 'Set', elts }, open, end);
  }

  /// A dict display or comprehension, from after its first key on.
  private dict(open: Token, firstKey: Expr | undefined): Expr {
    const keys: (Expr | undefined)[] = [];
    const values: Expr[] = [];
    if (firstKey !== undefined) {
      this.expect(':');
      const value = this.expression();
      if (this.at('for') || this.at('async')) {
        const generators = this.comprehensions();
        const end = this.expect('}');
        return place({ kind: 'DictComp', key: firstKey, value, generators }, open, end);
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
    return place({ kind: 'Dict', keys, values }, open, end);
  }
}
