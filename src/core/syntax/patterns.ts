import type { Attribute, Constant, Expr, MatchAs, MatchCase, MatchStar, Name, Pattern, Stmt } from './ast';
import { place } from './cursor';
import { ExpressionParser } from './expressions';
import type { Token } from './tokens';

const literalStarts = new Set(['NUMBER', '-', 'STRING', 'FSTRING_START', 'TSTRING_START', 'None', 'True', 'False']);

/// Patterns of `case`.
export abstract class PatternParser extends ExpressionParser {
  abstract block(): Stmt[];

  /// `case patterns [if guard]: block`, the soft keyword already seen.
  matchCase(): MatchCase {
    this.take();
    const pattern = this.patterns();
    const guard = this.eat('if') ? this.namedExpression() : undefined;
    this.expect(':');
    return { kind: 'match_case', pattern, guard, body: this.block() };
  }

  /// A pattern, or a sequence without brackets.
  private patterns(): Pattern {
    const start = this.tok;
    const first = this.maybeStarPattern();
    if (!this.at(',')) {
      if (first.kind === 'MatchStar') this.fail();
      return first;
    }
    const patterns = [first];
    while (this.eat(',') && !this.at(':') && !this.at('if')) patterns.push(this.maybeStarPattern());
    const end = this.last();
    return place({ kind: 'MatchSequence', patterns }, start, end);
  }

  private maybeStarPattern(): Pattern {
    return this.at('*') ? this.starPattern() : this.pattern();
  }

  /// `*name` or `*_`.
  private starPattern(): MatchStar {
    const start = this.take();
    const end = this.tok;
    const name = this.atWord('_') ? this.wildcard() : this.captureTarget();
    return place({ kind: 'MatchStar', name }, start, end);
  }

  /// `_` binds nothing.
  private wildcard(): undefined {
    this.take();
    return undefined;
  }

  /// A name that a pattern binds: no dot, call or keyword follows.
  private captureTarget(): string {
    if (this.atWord('_')) this.fail();
    const name = this.name();
    if (this.at('.') || this.at('(') || this.at('=')) this.fail();
    return name;
  }

  /// Alternatives, which may have a name.
  private pattern(): Pattern {
    this.enter();
    const start = this.tok;
    const pattern = this.orPattern();
    this.leave();
    if (!this.eat('as')) return pattern;
    const name = this.captureTarget();
    const end = this.last();
    return place({ kind: 'MatchAs', pattern, name }, start, end);
  }

  private orPattern(): Pattern {
    const start = this.tok;
    const first = this.closedPattern();
    if (!this.at('|')) return first;
    const patterns = [first];
    while (this.eat('|')) patterns.push(this.closedPattern());
    const end = this.last();
    return place({ kind: 'MatchOr', patterns }, start, end);
  }

  /// What stands between `|`s.
  private closedPattern(): Pattern {
    const start = this.tok;
    switch (start.type) {
      case 'NAME':
        return this.namePattern(start);
      case 'None':
      case 'True':
      case 'False':
        this.take();
        return place({ kind: 'MatchSingleton', value: { type: start.type } }, start, start);
      case '(':
        return this.groupOrSequence();
      case '[': {
        this.take();
        const patterns: Pattern[] = [];
        while (!this.at(']')) {
          patterns.push(this.maybeStarPattern());
          if (!this.at(']')) this.expect(',');
        }
        const end = this.expect(']');
        return place({ kind: 'MatchSequence', patterns }, start, end);
      }
      case '{':
        return this.mapping();
      default: {
        if (!literalStarts.has(start.type)) this.fail();
        const value = this.literal();
        const end = this.last();
        return place({ kind: 'MatchValue', value }, start, end);
      }
    }
  }

  /// A capture, a wildcard, a dotted value or a class pattern.
  private namePattern(start: Token): Pattern {
    const dotted = this.nextIs('.');
    if (!dotted && !this.nextIs('(')) {
      const name = this.atWord('_') ? this.wildcard() : this.captureTarget();
      const node: MatchAs = place({ kind: 'MatchAs', pattern: undefined, name }, start, start);
      return node;
    }
    const cls = this.nameOrAttr();
    if (this.at('(')) return this.classPattern(cls, start);
    if (this.at('=')) this.fail();
    const end = this.last();
    return place({ kind: 'MatchValue', value: cls }, start, end);
  }

  private nameOrAttr(): Name | Attribute {
    const start = this.expect('NAME');
    let value: Name | Attribute = this.nameOf(start);
    while (this.eat('.')) {
      const end = this.expect('NAME');
      value = place({ kind: 'Attribute', value, attr: this.identifier(end), ctx: 'Load' }, start, end);
    }
    return value;
  }

  /// `cls(patterns, name=pattern)`: positional ones come first.
  private classPattern(cls: Expr, start: Token): Pattern {
    this.expect('(');
    const patterns: Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: Pattern[] = [];
    while (!this.at(')')) {
      if (this.at('NAME') && this.nextIs('=')) {
        kwd_attrs.push(this.name());
        this.take();
        kwd_patterns.push(this.pattern());
      } else {
        if (kwd_attrs.length > 0) this.fail();
        patterns.push(this.pattern());
      }
      if (!this.at(')')) this.expect(',');
    }
    const end = this.expect(')');
    return place({ kind: 'MatchClass', cls, patterns, kwd_attrs, kwd_patterns }, start, end);
  }

  /// `(pattern)` is that pattern; with a comma, or empty, it is a sequence.
  private groupOrSequence(): Pattern {
    const start = this.expect('(');
    const patterns: Pattern[] = [];
    let comma = false;
    while (!this.at(')')) {
      patterns.push(this.maybeStarPattern());
      if (this.at(')')) break;
      this.expect(',');
      comma = true;
    }
    const end = this.expect(')');
    const only = patterns[0];
    if (!comma && only !== undefined) {
      if (only.kind === 'MatchStar') this.fail();
      return only;
    }
    return place({ kind: 'MatchSequence', patterns }, start, end);
  }

  /// `{key: pattern, **rest}`: `**rest` comes last.
  private mapping(): Pattern {
    const start = this.expect('{');
    const keys: Expr[] = [];
    const patterns: Pattern[] = [];
    let rest: string | undefined;
    while (!this.at('}')) {
      if (rest !== undefined) this.fail();
      if (this.eat('**')) {
        rest = this.captureTarget();
      } else {
        keys.push(this.mappingKey());
        this.expect(':');
        patterns.push(this.pattern());
      }
      if (!this.at('}')) this.expect(',');
    }
    const end = this.expect('}');
    return place({ kind: 'MatchMapping', keys, patterns, rest }, start, end);
  }

  /// A literal or a dotted name.
  private mappingKey(): Expr {
    const { tok } = this;
    if (tok.type === 'NAME') {
      if (!this.nextIs('.')) this.fail();
      return this.nameOrAttr();
    }
    if (!literalStarts.has(tok.type)) this.fail();
    if (tok.type !== 'None' && tok.type !== 'True' && tok.type !== 'False') return this.literal();
    this.take();
    return place({ kind: 'Constant', value: { type: tok.type }, literal_kind: undefined }, tok, tok);
  }

  /// A string, a signed number, or a complex number such as `-1+2j`.
  private literal(): Expr {
    const start = this.tok;
    if (start.type !== 'NUMBER' && start.type !== '-') return this.strings();
    const left = this.signedNumber();
    if (!this.at('+') && !this.at('-')) return left;
    if (isComplex(left)) throw this.errorAt(left, 'real number required in complex literal');
    const op = this.take().type === '+' ? 'Add' : 'Sub';
    if (!this.at('NUMBER')) this.fail();
    const right = this.number();
    if (!isComplex(right)) throw this.errorAt(right, 'imaginary number required in complex literal');
    const end = this.last();
    return place({ kind: 'BinOp', left, op, right }, start, end);
  }

  private signedNumber(): Expr {
    const start = this.tok;
    this.eat('-');
    if (!this.at('NUMBER')) this.fail();
    const number: Constant = this.number();
    if (start.type !== '-') return number;
    const end = this.last();
    return place({ kind: 'UnaryOp', op: 'USub', operand: number }, start, end);
  }
}

function isComplex(value: Expr): boolean {
  return value.kind === 'Constant' && value.value.type === 'complex';
}
