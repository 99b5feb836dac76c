import type { Alias, Expr, Stmt, TypeParam } from './ast';
import { place } from './cursor';
import { augmentedOperator } from './expressions';
import { PatternParser } from './patterns';
import { isSingleTarget, makeTarget } from './targets';
import type { Token } from './tokens';

/// Statements of one line.
export abstract class SimpleStatementParser extends PatternParser {
  /// `a; b; c` and the line's end.
  simpleStatements(body: Stmt[]): void {
    do body.push(this.simpleStatement());
    while (this.eat(';') && !this.at('NEWLINE'));
    this.expect('NEWLINE');
  }

  /// Its first token says which one it is; all others begin with an expression.
  private simpleStatement(): Stmt {
    const start = this.tok;
    switch (start.type) {
      case 'return': {
        this.take();
        const value = this.startsExpression() ? this.starExpressions() : undefined;
        const end = this.last();
        return place({ kind: 'Return', value }, start, end);
      }
      case 'pass':
        this.take();
        return place({ kind: 'Pass' }, start, start);
      case 'break':
        this.take();
        return place({ kind: 'Break' }, start, start);
      case 'continue':
        this.take();
        return place({ kind: 'Continue' }, start, start);
      case 'raise':
        return this.raise();
      case 'del':
        return this.del();
      case 'assert': {
        this.take();
        const test = this.expression();
        const msg = this.eat(',') ? this.expression() : undefined;
        const end = this.last();
        return place({ kind: 'Assert', test, msg }, start, end);
      }
      case 'import':
        return this.importName();
      case 'from':
        return this.importFrom();
      case 'global':
      case 'nonlocal': {
        this.take();
        const names = [this.name()];
        while (this.eat(',')) names.push(this.name());
        const end = this.last();
        return place({ kind: start.type === 'global' ? 'Global' : 'Nonlocal', names }, start, end);
      }
      case 'NAME':
        if (this.dialect.typeParams && this.nextIs('NAME') && this.atWord('type')) return this.typeAlias();
        return this.expressionStatement();
      default:
        return this.expressionStatement();
    }
  }

  /// An expression; what follows it may turn it into an assignment's target.
  private expressionStatement(): Stmt {
    const start = this.tok;
    const value = this.annotatedRhs();
    const { type } = this.tok;
    const valueEnd = this.last();
    if (type === 'NEWLINE' || type === ';') return place({ kind: 'Expr', value }, start, valueEnd);
    if (type === '=') return this.assignment(start, value);
    if (type === ':') return this.annotation(start, value);
    const op = augmentedOperator(type);
    if (op === undefined || !isSingleTarget(value) || !makeTarget(value, 'Store')) return this.fail();
    this.take();
    const right = this.annotatedRhs();
    const end = this.last();
    return place({ kind: 'AugAssign', target: value, op, value: right }, start, end);
  }

  /// `a = b = value`: each expression before the last must be a target.
  private assignment(start: Token, first: Expr): Stmt {
    const targets: Expr[] = [];
    let value = first;
    while (this.eat('=')) {
      if (!makeTarget(value, 'Store')) this.fail();
      targets.push(value);
      value = this.annotatedRhs();
    }
    const end = this.last();
    return place({ kind: 'Assign', targets, value }, start, end);
  }

  /// `target: annotation = value`.
  private annotation(start: Token, target: Expr): Stmt {
    if (!isSingleTarget(target) || !makeTarget(target, 'Store')) this.fail();
    this.take();
    const annotation = this.expression();
    const value = this.eat('=') ? this.annotatedRhs() : undefined;
    const simple = target.kind === 'Name' && start.type !== '(';
    const end = this.last();
    return place({ kind: 'AnnAssign', target, annotation, value, simple }, start, end);
  }

  /// `raise [expression [from expression]]`.
  private raise(): Stmt {
    const start = this.take();
    const exc = this.startsExpression() ? this.expression() : undefined;
    const cause = exc !== undefined && this.eat('from') ? this.expression() : undefined;
    const end = this.last();
    return place({ kind: 'Raise', exc, cause }, start, end);
  }

  /// `del` targets: primaries, no stars.
  private del(): Stmt {
    const start = this.take();
    const targets: Expr[] = [];
    do {
      const target = this.primary();
      if (!makeTarget(target, 'Del')) this.fail();
      targets.push(target);
    } while (this.eat(',') && !this.at('NEWLINE') && !this.at(';'));
    const end = this.last();
    return place({ kind: 'Delete', targets }, start, end);
  }

  private dottedName(): string {
    let name = this.name();
    while (this.eat('.')) name += '.' + this.name();
    return name;
  }

  /// `import a.b as c, d`.
  private importName(): Stmt {
    const start = this.take();
    const names: Alias[] = [];
    do {
      const first = this.tok;
      const name = this.dottedName();
      names.push(this.alias(name, first));
    } while (this.eat(','));
    const end = this.last();
    return place({ kind: 'Import', names }, start, end);
  }

  /// A name already read, and its `as`.
  private alias(name: string, start: Token): Alias {
    const asname = this.eat('as') ? this.name() : undefined;
    const end = this.last();
    return place({ kind: 'alias', name, asname }, start, end);
  }

  /// `from .a import b as c`, `*`, or a list in parentheses. `...` is one token: three levels.
  private importFrom(): Stmt {
    const start = this.take();
    let level = 0;
    while (this.at('.') || this.at('...')) level += this.take().type.length;
    const module = level > 0 && this.at('import') ? undefined : this.dottedName();
    this.expect('import');
    const names: Alias[] = [];
    const first = this.tok;
    if (this.eat('*')) {
      names.push(place({ kind: 'alias', name: '*', asname: undefined }, first, first));
    } else if (this.eat('(')) {
      do names.push(this.importedName());
      while (this.eat(',') && !this.at(')'));
      this.expect(')');
    } else {
      do names.push(this.importedName());
      while (this.eat(','));
    }
    const end = this.last();
    return place({ kind: 'ImportFrom', module, names, level }, start, end);
  }

  private importedName(): Alias {
    const start = this.tok;
    return this.alias(this.name(), start);
  }

  /// `type X[T] = value` (3.12+).
  private typeAlias(): Stmt {
    const start = this.take();
    const name = this.nameOf(this.expect('NAME'));
    name.ctx = 'Store';
    const type_params = this.typeParameters();
    this.expect('=');
    const value = this.expression();
    const end = this.last();
    return place({ kind: 'TypeAlias', name, type_params, value }, start, end);
  }

  /// `[T: bound = default, *Ts, **P]` if there is one.
  typeParameters(): TypeParam[] {
    const params: TypeParam[] = [];
    if (!this.dialect.typeParams || !this.eat('[')) return params;
    do params.push(this.typeParameter());
    while (this.eat(',') && !this.at(']'));
    this.expect(']');
    return params;
  }

  /// `T: bound = default`, `*Ts = default` or `**P = default`.
  private typeParameter(): TypeParam {
    const start = this.tok;
    if (this.eat('**')) {
      const name = this.name();
      const default_value = this.typeDefault(false);
      const end = this.last();
      return place({ kind: 'ParamSpec', name, default_value }, start, end);
    }
    if (this.eat('*')) {
      const name = this.name();
      const default_value = this.typeDefault(true);
      const end = this.last();
      return place({ kind: 'TypeVarTuple', name, default_value }, start, end);
    }
    const name = this.name();
    const bound = this.eat(':') ? this.expression() : undefined;
    const default_value = this.typeDefault(false);
    const end = this.last();
    return place({ kind: 'TypeVar', name, bound, default_value }, start, end);
  }

  private typeDefault(starred: boolean): Expr | undefined {
    if (!this.dialect.typeParamDefaults || !this.eat('=')) return undefined;
    return starred ? this.starExpression() : this.expression();
  }
}
