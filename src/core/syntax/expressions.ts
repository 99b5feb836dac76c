import type { Arg, Arguments, Comprehension, CmpOp, Expr, Operator, UnaryOpKind } from './ast';
import { place } from './cursor';
import { AtomParser } from './atoms';
import { makeTarget } from './targets';
import { type Token } from './tokens';

// Binding strength of binary operators, weakest first.
const orLevel = 1;
const andLevel = 2;
const notLevel = 3;
const comparisonLevel = 4;
const bitwiseOrLevel = 5;
const levels: ReadonlyMap<string, number> = new Map([
  ['or', orLevel],
  ['and', andLevel],
  ...'== != < > <= >= in not is'.split(' ').map(op => [op, comparisonLevel] as const),
  ['|', bitwiseOrLevel],
  ['^', 6],
  ['&', 7],
  ['<<', 8],
  ['>>', 8],
  ['+', 9],
  ['-', 9],
  ...'* / // % @'.split(' ').map(op => [op, 10] as const)
]);

const operatorNames: ReadonlyMap<string, Operator> = new Map([
  ['|', 'BitOr'], ['^', 'BitXor'], ['&', 'BitAnd'], ['<<', 'LShift'], ['>>', 'RShift'], ['+', 'Add'], ['-', 'Sub'],
  ['*', 'Mult'], ['/', 'Div'], ['//', 'FloorDiv'], ['%', 'Mod'], ['@', 'MatMult'], ['**', 'Pow']
]);

const comparisons: ReadonlyMap<string, CmpOp> = new Map([
  ['==', 'Eq'], ['!=', 'NotEq'], ['<', 'Lt'], ['<=', 'LtE'], ['>', 'Gt'], ['>=', 'GtE'], ['in', 'In']
]);

const unaryNames: ReadonlyMap<string, UnaryOpKind> = new Map([['+', 'UAdd'], ['-', 'USub'], ['~', 'Invert']]);

/// The operator of an augmented assignment's token, such as `+=`.
export function augmentedOperator(type: string): Operator | undefined {
  if (type.length < 2 || type.charAt(type.length - 1) !== '=') return undefined;
  return operatorNames.get(type.slice(0, -1));
}

/// Everything from a ternary expression down to a primary. Binary operators are read by precedence climbing.
export abstract class ExpressionParser extends AtomParser {
  /// A lambda, or a disjunction that may be the body of `... if test else ...`.
  expression(): Expr {
    const start = this.tok;
    if (start.type === 'lambda') return this.lambda();
    this.enter();
    const body = this.binary(orLevel);
    if (!this.at('if')) {
      this.leave();
      return body;
    }
    this.take();
    const test = this.binary(orLevel);
    this.expect('else');
    const orelse = this.expression();
    this.leave();
    const end = this.last();
    return place({ kind: 'IfExp', test, body, orelse }, start, end);
  }

  /// `name := expression`, or an expression.
  namedExpression(): Expr {
    const start = this.tok;
    if (start.type !== 'NAME' || !this.nextIs(':=')) return this.expression();
    this.take();
    this.take();
    const target = this.nameOf(start);
    target.ctx = 'Store';
    const value = this.expression();
    const end = this.last();
    return place({ kind: 'NamedExpr', target, value }, start, end);
  }

  /// An expression without a conditional or lambda at its top: what `in` and `if` of a comprehension take.
  disjunction(): Expr {
    return this.binary(orLevel);
  }

  /// An expression without comparisons or boolean operators at its top: what `*` takes.
  bitwiseOr(): Expr {
    return this.binary(bitwiseOrLevel);
  }

  private star(value: Expr, start: Token): Expr {
    const end = this.last();
    return place({ kind: 'Starred', value, ctx: 'Load' }, start, end);
  }

  /// An element of a display.
  starNamedExpression(): Expr {
    const start = this.tok;
    return this.eat('*') ? this.star(this.bitwiseOr(), start) : this.namedExpression();
  }

  /// An element of a tuple without parentheses.
  starExpression(): Expr {
    const start = this.tok;
    return this.eat('*') ? this.star(this.bitwiseOr(), start) : this.expression();
  }

  /// One, or a tuple without parentheses.
  starExpressions(): Expr {
    const start = this.tok;
    const first = this.starExpression();
    return this.at(',') ? this.tuple(start, first, () => this.starExpression()) : first;
  }

  /// The same without `*`.
  expressions(): Expr {
    const start = this.tok;
    const first = this.expression();
    return this.at(',') ? this.tuple(start, first, () => this.expression()) : first;
  }

  /// The rest of a tuple without parentheses after its first element.
  protected tuple(start: Token, first: Expr, element: () => Expr): Expr {
    const elts = [first];
    while (this.eat(',') && this.startsExpression()) elts.push(element());
    const end = this.last();
    return place({ kind: 'Tuple', elts, ctx: 'Load' }, start, end);
  }

  /// `yield`, `yield values`, `yield from value`.
  yieldExpression(): Expr {
    const start = this.expect('yield');
    if (this.eat('from')) {
      const value = this.expression();
      const end = this.last();
      return place({ kind: 'YieldFrom', value }, start, end);
    }
    const value = this.startsExpression() ? this.starExpressions() : undefined;
    const end = this.last();
    return place({ kind: 'Yield', value }, start, end);
  }

  annotatedRhs(): Expr {
    return this.at('yield') ? this.yieldExpression() : this.starExpressions();
  }

  /// Operators at least as strong as `min`, by precedence climbing: one call a level that is there, not one a
  /// level that could be.
  private binary(min: number): Expr {
    const start = this.tok;
    let left = start.type === 'not' && min <= notLevel ? this.not() : this.factor();
    for (;;) {
      const op = this.tok.type;
      const level = levels.get(op);
      if (level === undefined || level < min) return left;
      if (level === comparisonLevel) {
        if (op === 'not' && !this.nextIs('in')) return left;
        left = this.comparison(left, start);
      } else if (level <= andLevel) {
        const values = [left];
        while (this.eat(op)) values.push(this.binary(level + 1));
        const end = this.last();
        left = place({ kind: 'BoolOp', op: level === orLevel ? 'Or' : 'And', values }, start, end);
      } else {
        this.take();
        const right = this.binary(level + 1);
        const end = this.last();
        left = place({ kind: 'BinOp', left, op: operatorNames.get(op)!, right }, start, end);
      }
    }
  }

  /// `not`s in a row are read in a loop.
  private not(): Expr {
    const nots: Token[] = [];
    while (this.at('not')) {
      nots.push(this.take());
      this.enter();
    }
    let operand = this.binary(comparisonLevel);
    for (let i = nots.length - 1; i >= 0; i--) {
      const start = nots[i]!;
      const end = this.last();
      operand = place({ kind: 'UnaryOp', op: 'Not', operand }, start, end);
      this.leave();
    }
    return operand;
  }

  /// `a < b <= c` is one node.
  private comparison(left: Expr, start: Token): Expr {
    const ops: CmpOp[] = [];
    const comparators: Expr[] = [];
    for (;;) {
      const op = this.comparisonOperator();
      if (op === undefined) break;
      ops.push(op);
      comparators.push(this.bitwiseOr());
    }
    const end = this.last();
    return place({ kind: 'Compare', left, ops, comparators }, start, end);
  }

  private comparisonOperator(): CmpOp | undefined {
    const { type } = this.tok;
    if (type === 'is') {
      this.take();
      return this.eat('not') ? 'IsNot' : 'Is';
    }
    if (type === 'not') {
      if (!this.nextIs('in')) return undefined;
      this.take();
      this.take();
      return 'NotIn';
    }
    const op = comparisons.get(type);
    if (op !== undefined) this.take();
    return op;
  }

  /// Signs bind weaker than `**` to their right and stronger than any other operator.
  private factor(): Expr {
    const start = this.tok;
    const op = unaryNames.get(start.type);
    if (op !== undefined) {
      this.enter();
      this.take();
      const operand = this.factor();
      this.leave();
      const end = this.last();
      return place({ kind: 'UnaryOp', op, operand }, start, end);
    }
    const left = this.awaited();
    if (!this.at('**')) return left;
    this.enter();
    this.take();
    const right = this.factor();
    this.leave();
    const end = this.last();
    return place({ kind: 'BinOp', left, op: 'Pow', right }, start, end);
  }

  /// `await primary`, or a primary.
  private awaited(): Expr {
    const start = this.tok;
    if (!this.eat('await')) return this.primary();
    const value = this.primary();
    const end = this.last();
    return place({ kind: 'Await', value }, start, end);
  }

  // --- targets and comprehensions ---

  /// `*`? primary, as a target.
  starTarget(): Expr {
    const start = this.tok;
    const target = this.eat('*') ? this.star(this.primary(), start) : this.primary();
    if (!makeTarget(target, 'Store')) this.fail();
    return target;
  }

  /// The targets of `for`, up to `in`.
  forTargets(): Expr {
    const start = this.tok;
    const first = this.starTarget();
    if (!this.at(',')) return first;
    const elts = [first];
    while (this.eat(',') && !this.at('in')) elts.push(this.starTarget());
    const end = this.last();
    return place({ kind: 'Tuple', elts, ctx: 'Store' }, start, end);
  }

  /// One or more `for target in iterable if condition ...`.
  comprehensions(): Comprehension[] {
    const clauses: Comprehension[] = [];
    do {
      const is_async = this.eat('async');
      this.expect('for');
      const target = this.forTargets();
      this.expect('in');
      const iter = this.disjunction();
      const ifs: Expr[] = [];
      while (this.eat('if')) ifs.push(this.disjunction());
      clauses.push({ kind: 'comprehension', target, iter, ifs, is_async });
    } while (this.at('for') || this.at('async'));
    return clauses;
  }

  // --- functions ---

  /// `lambda parameters: expression`.
  private lambda(): Expr {
    const start = this.expect('lambda');
    this.enter();
    const args = this.parameters(':', false);
    this.expect(':');
    const body = this.expression();
    this.leave();
    const end = this.last();
    return place({ kind: 'Lambda', args, body }, start, end);
  }

  /// Parameters up to `closer`, which stays.
  parameters(closer: string, annotated: boolean): Arguments {
    let posonlyargs: Arg[] = [];
    let args: Arg[] = [];
    const defaults: Expr[] = [];
    const kwonlyargs: Arg[] = [];
    const kw_defaults: (Expr | undefined)[] = [];
    let vararg: Arg | undefined;
    let kwarg: Arg | undefined;
    let star = false;
    let slash = false;
    let bareStar = false;
    while (!this.at(closer)) {
      if (kwarg !== undefined) this.fail();
      if (this.eat('**')) {
        if (bareStar && kwonlyargs.length === 0) this.fail();
        kwarg = this.parameter(annotated, false);
      } else if (this.eat('*')) {
        if (star) this.fail();
        star = true;
        if (this.at(',')) bareStar = true;
        else vararg = this.parameter(annotated, true);
      } else if (this.eat('/')) {
        if (slash || star || args.length === 0) this.fail();
        slash = true;
        posonlyargs = args;
        args = [];
      } else {
        const parameter = this.parameter(annotated, false);
        const value = this.eat('=') ? this.expression() : undefined;
        if (star) {
          kwonlyargs.push(parameter);
          kw_defaults.push(value);
        } else {
          if (value !== undefined) defaults.push(value);
          else if (defaults.length > 0) this.fail();
          args.push(parameter);
        }
      }
      if (!this.at(closer)) this.expect(',');
    }
    if (bareStar && kwonlyargs.length === 0) this.fail();
    return { kind: 'arguments', posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
  }

  /// One parameter's name and annotation; after `*`, the annotation may itself have a star.
  private parameter(annotated: boolean, starred: boolean): Arg {
    const start = this.tok;
    const arg = this.name();
    let annotation: Expr | undefined;
    if (annotated && this.eat(':')) annotation = starred ? this.starExpression() : this.expression();
    const end = this.last();
    return place({ kind: 'arg', arg, annotation }, start, end);
  }
}
