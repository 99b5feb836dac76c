/// Programs that mutate the heap, made from a seed: statements over a few variables, each followed by a report of what
/// lives, what is referred to how often and what things contain.
import { INDENT, moreExpressions, moreStatements } from './constructs';
import type { Parts } from './constructs';
import { Choices } from './random';
import { loudExpressions, scenes } from './scenes';

const VARIABLES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const NAMED = ['A', 'B', 'S', 'R'];
const ATTRIBUTES = ['x', 'y', 'z', 'p', 'kept'];

class Generator {
  private readonly rnd: Choices;
  private functions = 0;
  /// Names that expressions may use where the cursor is.
  private names: string[] = VARIABLES;

  constructor(seed: number, number: number) {
    this.rnd = new Choices(seed, number);
  }

  /// The program's own statements, without the prelude.
  program(): string[] {
    const length = 4 + this.rnd.below(10);
    const start = VARIABLES.slice(0, 3 + this.rnd.below(4)).map(name => `${name} = ${this.expression(1)}`);
    return this.rnd.chance(35) ? this.insideFunction(start, length) : this.atModuleLevel(start, length);
  }

  private atModuleLevel(start: readonly string[], length: number): string[] {
    const report = `look('${VARIABLES.join('')}')`;
    const lines: string[] = [];
    for (const line of start) lines.push(...guard([line]), report);
    for (let i = 0; i < length; i++) lines.push(...this.guarded(), report);
    return lines;
  }

  /// The statements in a function, where counts are read from locals.
  private insideFunction(start: readonly string[], length: number): string[] {
    const body: string[] = [...VARIABLES.map(name => `${name} = None`)];
    const report = (): string[] => {
      const some = VARIABLES.filter(() => this.rnd.chance(45));
      const parts = some.map(name => `'${name}', type(${name}) in ATOMS or sys.getrefcount(${name}), describe(${name})`);
      return guard([`show(${parts.join(', ')})`]);
    };
    for (const line of start) body.push(...guard([line]));
    body.push(...report());
    for (let i = 0; i < length; i++) body.push(...this.guarded(), ...report());
    if (this.rnd.chance(30)) body.push(`return ${this.variable()}`);
    const parameters = this.rnd.chance(30) ? '*args, **named' : '';
    const call = parameters === '' ? 'main()' : `main(${this.pick(['A()', '[A()]', 'A(), B()'])}, k=A())`;
    const calls = this.rnd.chance(30) ? [...guard([call]), 'show()', ...guard([`r = ${call}`]), 'show()'] : [...guard([call]), 'show()'];
    return [`def main(${parameters}):`, ...indent(body), ...calls, 'gc.collect()', 'show()'];
  }

  private guarded(): string[] {
    const statement = this.statement(2);
    return this.rnd.chance(92) ? guard(statement) : this.rnd.chance(50) ? guardKeeping(statement, this.variable()) : guard(statement);
  }

  private pick<T>(items: readonly T[]): T {
    return this.rnd.pick(items);
  }

  private variable(): string {
    return this.pick(this.names);
  }

  private target(depth: number): string {
    const v = this.variable();
    switch (this.rnd.below(9)) {
      case 0:
        return `${v}.${this.pick(ATTRIBUTES)}`;
      case 1:
        return `${v}[${this.key()}]`;
      case 2:
        return depth > 0 ? `${this.target(0)}, ${this.target(0)}` : v;
      case 3:
        return depth > 0 ? this.pick([`*${v}, ${this.variable()}`, `(${v}, ${this.variable()})`, `[${v}, *${this.variable()}]`]) : v;
      default:
        return v;
    }
  }

  private key(): string {
    return this.pick(['0', '1', '-1', "'k'", "'x'", "'two words'", '1000', '1.5', '(1, 2)', this.variable()]);
  }

  private expressions(depth: number, most: number): string {
    return Array.from({ length: this.rnd.below(most + 1) }, () => this.argument(depth)).join(', ');
  }

  private argument(depth: number): string {
    return this.rnd.chance(12) ? `*${this.variable()}` : this.expression(depth - 1);
  }

  expression(depth: number): string {
    const v = this.variable();
    const w = this.variable();
    if (depth <= 0) return this.rnd.chance(70) ? v : this.pick(['A()', 'B()', 'P()', '[]', '{}', '1000', "'some text'", '()', 'None', '2.5', 'W()', 'L()', 'R()', 'Q()']);
    const sub = (): string => this.expression(depth - 1);
    if (this.rnd.chance(25)) return this.pick(moreExpressions)(this.parts(depth - 1));
    if (this.rnd.chance(15)) return this.pick(loudExpressions)(this.parts(depth - 1));
    const options: (() => string)[] = [
      () => v,
      () => `${this.pick(NAMED)}(${this.expressions(depth, 2)})`,
      () => `${this.pick(NAMED)}(${this.pick(ATTRIBUTES)}=${sub()})`,
      () => `P(${sub()})`,
      () => `P(${v}, ${sub()})`,
      () => `W(${sub()})`,
      () => `X(${sub()})`,
      () => `G([${this.expressions(depth, 2)}])`,
      () => `I([${this.expressions(depth, 3)}])`,
      () => `[${this.expressions(depth, 3)}]`,
      () => `[${this.expressions(depth, 3)}]`,
      () => `(${sub()}, ${this.expressions(depth, 2)})`,
      () => `{${this.key()}: ${sub()}, ${this.key()}: ${v}}`,
      () => `{'k': ${sub()}}`,
      () => `{**${v}, 'x': ${sub()}}`,
      () => `dict(k=${sub()}, x=${v})`,
      () => `D(k=${sub()})`,
      () => `D(${v})`,
      () => `L([${this.expressions(depth, 2)}])`,
      () => `L(${v})`,
      () => `T([${this.expressions(depth, 2)}])`,
      () => `set([${v}, ${sub()}])`,
      () => `frozenset([${sub()}])`,
      () => `{${v}, ${w}}`,
      () => `list(${v})`,
      () => `tuple(${v})`,
      () => `[ident(q) for q in ${v}]`,
      () => `[${sub()} for q in range(${1 + this.rnd.below(3)})]`,
      () => `{q: ${v} for q in ${w}}`,
      () => `{q for q in ${w}}`,
      () => `(q for q in ${v})`,
      () => `[(q, ${v}) for q in ${w} if q is not ${v}]`,
      () => `lambda: ${v}`,
      () => `lambda q=${v}: q`,
      () => `(lambda q: [q, ${v}])(${sub()})`,
      () => `${v}.me`,
      () => `${v}.me()`,
      () => `${v}.keep`,
      () => `${v}.keep(${this.expressions(depth, 2)})`,
      () => `${v}.probe(${sub()})`,
      () => `A.probe(${v}, ${sub()})`,
      () => `iter(${v})`,
      () => `reversed(${v})`,
      () => `enumerate(${v})`,
      () => `zip(${v}, ${w})`,
      () => `map(ident, ${v})`,
      () => `map(probe, ${v})`,
      () => `filter(None, ${v})`,
      () => `list(map(probe, ${v}, ${w}))`,
      () => `gen(${this.expressions(depth, 3)})`,
      () => `outer(${this.expressions(depth, 2)})`,
      () => `next(${v})`,
      () => `next(${v}, ${w})`,
      () => `${v}.send(${sub()})`,
      () => `${v}.throw(X(${w}))`,
      () => `${v}.throw(X)`,
      () => `weakref.ref(${v})`,
      () => `weakref.ref(${v}, callback)`,
      () => `weakref.ref(${sub()}, callback)`,
      () => `weakref.ref(${v}, ${w})`,
      () => `weakref.proxy(${v})`,
      () => `${v}()`,
      () => `${v}(${sub()})`,
      () => `cell(${sub()})`,
      () => `ident(${sub()})`,
      () => `probe(${sub()})`,
      () => `probe(${v}, ${sub()})`,
      () => `probe(*${v})`,
      () => `probe(${v}, **{'k': ${sub()}})`,
      () => `probe(${v}, *[${sub()}], k=${w})`,
      () => `probe(x=${sub()})`,
      () => `fail(${sub()})`,
      () => `${v}[${this.key()}]`,
      () => `${v}[${this.pick([':', '1:', ':1', '::-1', '::2'])}]`,
      () => `${v}.${this.pick(ATTRIBUTES)}`,
      () => `${v}.${this.pick(['ghost', '__dict__', '__class__', 'refs', 'items', 'args', '__context__', '__traceback__', 'shared', '__self__', 'gi_frame', 'gi_yieldfrom', '__defaults__', '__closure__', '__weakref__'])}`,
      () => `getattr(${v}, '${this.pick(ATTRIBUTES)}', ${w})`,
      () => `${v}.pop(${this.pick(['', '0', "'k'", "'k', None"])})`,
      () => `${v}.get(${this.key()}, ${w})`,
      () => `${v}.setdefault(${this.key()}, ${sub()})`,
      () => `${v}.popitem()`,
      () => `${v}.copy()`,
      () => `${v}.${this.pick(['keys', 'values', 'items'])}()`,
      () => `list(${v}.${this.pick(['values', 'items', 'keys'])}())`,
      () => `dict.fromkeys(${v}, ${w})`,
      () => `dict(zip(${v}, ${w}))`,
      () => `sorted(${v}, key=lambda q: 0)`,
      () => `max(${v}, key=lambda q: 1, default=${w})`,
      () => `${v} or ${sub()}`,
      () => `${v} and ${sub()}`,
      () => `${sub()} if ${v} else ${w}`,
      () => `(${v} := ${sub()})`,
      () => `${v} + ${w}`,
      () => `${v} * 2`,
      () => `[${v}] + [${sub()}]`,
      () => `${sub()} in [${v}, ${w}]`,
      () => `${v} in ${w}`,
      () => `${v} == ${sub()}`,
      () => `[${sub()}] == [${w}]`,
      () => `${v} is ${sub()}`,
      () => `isinstance(${v}, (A, list))`,
      () => `len(${v})`,
      () => `repr(${v}) and ${w}`,
      () => `f'{${v}!r:.3}' and ${sub()}`,
      () => `type(${v})`,
      () => `type(${v})()`,
      () => `type('K', (${this.pick(['A', 'B', 'S', 'list'])},), {'attr': ${v}})`,
      () => `M('K', (${this.pick(['A', 'B', 'object'])},), {'v': V()})`,
      () => `property(lambda self: ${v})`,
      () => `staticmethod(${v})`,
      () => `slice(${v}, ${w})`,
      () => `super(B, ${v}).me()`,
      () => `object.__new__(${this.pick(NAMED)})`,
      () => `gc.collect(${this.pick(['', '0', '1', '2'])})`,
      () => `len(gc.get_referents(${v}))`,
      () => `gc.is_tracked(${v})`,
      () => `weakref.getweakrefcount(${v})`,
      () => `type(q := ${sub()}) in ATOMS or sys.getrefcount(q)`,
      () => `type(${v}) in ATOMS or sys.getrefcount(${v})`,
      () => `saved.pop()`,
      () => `saved`,
      () => `weakref.WeakValueDictionary({'k': ${v}})`,
      () => `weakref.WeakKeyDictionary({${v}: ${w}})`,
      () => `weakref.WeakSet([${v}])`,
      () => `weakref.finalize(${v}, print, 'finalized', 5)`,
      () => `B.p.__get__(${v})`,
      () => `A.me.__get__(${v})`,
      () => `${v}.__class__.__name__`,
      () => `any(q is ${v} for q in ${w})`,
      () => `tuple(q for q in ${v})`,
      () => `print('shown', ${v} is None)`,
      () => `sum([[${v}], ${w}], [])`,
      () => `(yield_ := [${v}]).append(yield_)`
    ];
    return this.pick(options)();
  }

  private parts(depth: number, body: () => string[] = () => []): Parts {
    return { v: this.variable(), w: this.variable(), e: () => this.expression(depth), body, pick: items => this.pick(items), fresh: () => this.functions++ };
  }

  /// Lines of one statement.
  private statement(depth: number): string[] {
    const v = this.variable();
    const w = this.variable();
    const e = (): string => this.expression(this.rnd.chance(40) ? 2 : 1);
    const simple: (() => string[])[] = [
      () => [`${v} = ${e()}`],
      () => [`${v} = ${e()}`],
      () => [`${v} = ${e()}`],
      () => [`${v} = ${w}`],
      () => [`${v} = ${w}.me`],
      () => [`${v}, ${w} = ${w}, ${v}`],
      () => [`${v} = ${w} = ${e()}`],
      () => [`${this.target(1)} = ${e()}`],
      () => [`${v}.${this.pick(ATTRIBUTES)} = ${e()}`],
      () => [`${v}.${this.pick(ATTRIBUTES)} = ${w}`],
      () => [`${v}[${this.key()}] = ${e()}`],
      () => [`del ${v}`],
      () => [`del ${v}`],
      () => [`del ${v}.${this.pick(ATTRIBUTES)}`],
      () => [`del ${v}[${this.key()}]`],
      () => [`del ${v}[:]`],
      () => [`${v}[${this.pick([':', '1:', ':1', '::2', '5:'])}] = ${e()}`],
      () => [`${v}.append(${e()})`],
      () => [`${v}.append(${w})`],
      () => [`${v}.extend(${e()})`],
      () => [`${v}.insert(0, ${e()})`],
      () => [`${v}.remove(${w})`],
      () => [`${v}.add(${e()})`],
      () => [`${v}.discard(${w})`],
      () => [`${v}.update(${e()})`],
      () => [`${v}.clear()`],
      () => [`${v}.reverse()`],
      () => [`${v}.sort(key=lambda q: ${this.pick(['0', 'str(type(q))', w])})`],
      () => [`${v} += [${e()}]`],
      () => [`${v} += ${w}`],
      () => [`${v} |= ${e()}`],
      () => [`${v} *= 2`],
      () => [e()],
      () => [e()],
      () => ['gc.collect()'],
      () => [`gc.collect(${this.rnd.below(3)})`],
      () => [this.pick(['gc.disable()', 'gc.enable()', 'gc.enable()'])],
      () => ['saved.clear()'],
      () => [`${v}.close()`],
      () => [`${v}.__dict__.clear()`],
      () => [`${v}.__dict__ = {'x': ${w}}`],
      () => [`${v}.__class__ = ${this.pick(NAMED)}`],
      () => [`${v}.__init__(${e()})`],
      () => [`global_${this.rnd.below(3)} = ${v}`],
      () => [`assert ${v} is ${w}, ${e()}`],
      () => [`raise X(${e()})`],
      () => [`raise X(${v}) from ${w}`],
      () => [`${v}['self'] = ${v}`],
      () => [`${v}.append(${v})`],
      () => [`${v}.x = ${v}`],
      () => [`${v}.x, ${v}.y = ${e()}, ${w}`]
    ];
    if (depth <= 0 || this.rnd.chance(68)) return this.pick(simple)();
    const body = (): string[] => indent(Array.from({ length: 1 + this.rnd.below(2) }, () => this.statement(depth - 1)).flat());
    if (this.rnd.chance(35)) return this.pick(scenes)(this.parts(1, body));
    if (this.rnd.chance(40)) return this.pick(moreStatements)(this.parts(1, body));
    const noise = (): string[] => indent(guard([`show('in', type(${v}) in ATOMS or sys.getrefcount(${v}))`]));
    const compound: (() => string[])[] = [
      () => [`for ${this.pick([v, 'q', `${v}, ${w}`])} in ${e()}:`, ...body(), ...noise(), `${INDENT}if far(): break`],
      () => [`for q in ${w}:`, ...body(), `${INDENT}break`, 'else:', ...body()],
      () => [`if ${v}:`, ...body(), 'else:', ...body()],
      () => ['try:', ...body(), 'except X as error:', ...indent([`${v} = error`, `${w} = error.__traceback__`])],
      () => ['try:', ...body(), `except (X, ${this.pick(['TypeError', 'AttributeError', 'ValueError'])}):`, ...body(), ...noise()],
      () => ['try:', ...body(), 'finally:', ...noise(), ...body()],
      () => ['try:', `${INDENT}fail(${e()})`, 'except X as error:', `${INDENT}${v} = error`],
      () => ['try:', `${INDENT}fail(${w})`, 'except X as error:', `${INDENT}${v} = [error, error.__traceback__]`, ...noise(), 'else:', ...body()],
      () => ['try:', `${INDENT}fail(${e()})`, 'except X:', ...indent(['try:', `${INDENT}fail(${w}, TypeError)`, 'except TypeError as error:', `${INDENT}${v} = error.__context__`])],
      () => [`with W(${e()}) as ${v}:`, ...noise(), ...body()],
      () => [`with W(${w}), W() as ${v}:`, ...body(), `${INDENT}raise X(${w})`],
      () => this.functionDefinition(v, body),
      () => this.functionDefinition(v, body),
      () => this.generatorDefinition(v, e),
      () => this.classDefinition(v, e),
      () => [`match ${w}:`, ...indent(['case [x0, *rest]:', `${INDENT}${v} = rest`, "case {'k': got, **others}:", `${INDENT}${v} = got, others`, 'case A(x=got):', `${INDENT}${v} = got`, 'case _:', ...body()])],
      () => [`while ${v}:`, ...body(), `${INDENT}break`]
    ];
    return this.pick(compound)();
  }

  private functionDefinition(v: string, body: () => string[]): string[] {
    const name = `f${this.functions++}`;
    const w = this.variable();
    const parameters = this.pick(['x', 'x=None', `x=${w}`, `x=None, *, y=${w}`, '*x', '**x', `x=[], *rest`]);
    const head = this.pick([[], [], ['nonlocal_ = [x]'], [`y = ${w}`]]);
    const call = this.pick([`${name}()`, `${name}(${w})`, `${name}(A())`, `${name}(*${w})`, `${name}([${w}])`, `${name}(x=A())`, `${name}(${w}, y=B())`]);
    const outerNames = this.names;
    this.names = [...outerNames.filter(() => this.rnd.chance(30)), 'x', 'x'];
    const inner = body();
    const result = this.pick([`return ${this.variable()}`, `return lambda: x`, 'return x, type(x) in ATOMS or sys.getrefcount(x)', 'pass', 'return locals()', 'return sys._getframe()', 'del x']);
    this.names = outerNames;
    // What the body assigns is the function's own: it may be unbound, or a shadow of the outer one.
    return [`def ${name}(${parameters}):`, ...indent(head), ...indent(["show('enter', sys.getrefcount(x) if type(x) not in ATOMS else '')"]), ...inner, `${INDENT}${result}`, `${v} = ${this.pick([name, call, call])}`];
  }

  private generatorDefinition(v: string, e: () => string): string[] {
    const name = `g${this.functions++}`;
    const w = this.variable();
    const lines = [`def ${name}(x=None):`, ...indent([`local = ${this.pick(['x', '[x]', 'A()', 'A(x)'])}`])];
    const inner = this.pick([
      ['got = yield local', "show('got', type(got) in ATOMS or sys.getrefcount(got))", 'yield got'],
      ['try:', `${INDENT}yield local`, 'except X as error:', `${INDENT}yield error`, 'finally:', `${INDENT}show('closing', type(local) in ATOMS or sys.getrefcount(local))`],
      ['with W(local) as x:', `${INDENT}yield x`, 'yield local'],
      ['yield from [x, local]', 'return local'],
      ['for q in range(20):', `${INDENT}x = yield x`],
      ['for q in [x, local]:', `${INDENT}yield q`],
      ['got = yield from gen(x, local)', 'yield got'],
      ['try:', `${INDENT}fail(local)`, 'except X:', `${INDENT}yield 1`, 'yield 2']
    ]);
    const use = this.pick([
      [`${v} = ${name}(${w})`, `next(${v})`],
      [`${v} = ${name}(${w})`],
      [`${v} = list(${name}(${e()}))`],
      [`${v} = ${name}(${e()})`, `next(${v})`, `${v}.send(${w})`],
      [`for q in ${name}(${w}):`, `${INDENT}break`],
      [`${v}, *${this.variable()} = ${name}(${w})`]
    ]);
    return [...lines, ...indent(inner), ...use];
  }

  private classDefinition(v: string, e: () => string): string[] {
    const name = `K${this.functions++}`;
    const w = this.variable();
    const bases = this.pick(['A', 'B', 'S', 'A, metaclass=M', 'B, G', 'list', 'P', 'L', 'object', 'X', 'dict']);
    const members = [
      [`attr = ${e()}`], [`attr = ${w}`], ["__slots__ = ('s', 't')"], ["__slots__ = ('s', '__dict__')"], ['v = V()'],
      ['def __eq__(self, other):', `${INDENT}show('eq', sys.getrefcount(other) if type(other) not in ATOMS else '')`, `${INDENT}return self is other`, '__hash__ = A.__hash__'],
      ['def __del__(self):', `${INDENT}print('del of', type(self).__name__)`, `${INDENT}self.again = 1`],
      ['def __del__(self):', `${INDENT}print('bad')`, `${INDENT}raise X(self)`],
      ['def __getattr__(self, key):', `${INDENT}return [self, key]`],
      ['def __setattr__(self, key, value):', `${INDENT}super().__setattr__(key, [value])`],
      ['def __bool__(self):', `${INDENT}return False`],
      ['def __len__(self):', `${INDENT}return 0`],
      ['def __call__(self, *args):', `${INDENT}return self, args`],
      ['def __iter__(self):', `${INDENT}yield self`, `${INDENT}yield [self]`],
      ['@classmethod', 'def make(cls, *args):', `${INDENT}return cls(*args)`, 'maker = classmethod(lambda cls: cls)'],
      ['def __init_subclass__(cls, **named):', `${INDENT}super().__init_subclass__(**named)`, `${INDENT}cls.made = named`],
      ['def __new__(cls, *args):', `${INDENT}self = super().__new__(cls)`, `${INDENT}show('new', sys.getrefcount(self))`, `${INDENT}return self`],
      ['def me(self):', `${INDENT}return [super().me(), self]`],
      ['def __contains__(self, other):', `${INDENT}return ${'other is self'}`],
      ['class Inner:', `${INDENT}x = ${w}`]
    ];
    const chosen = Array.from({ length: 1 + this.rnd.below(2) }, () => this.pick(members)).flat();
    const use = this.pick([
      [`${v} = ${name}()`], [`${v} = ${name}()`], [`${v} = ${name}(${w})`], [`${v} = ${name}`], [`${v} = ${name}()`, `${v}.x = ${v}`], [`${v} = [${name}(), ${name}()]`], [`${name}.own = ${name}()`],
      [`${v} = ${name}()`, `${v} = {${v}: ${w}}`, `${name}() in ${v}`]
    ]);
    return [`class ${name}(${bases}):`, ...indent(chosen), ...use, ...(this.rnd.chance(50) ? [`del ${name}`] : [])];
  }
}

const indent = (lines: readonly string[]): string[] => lines.map(line => INDENT + line);

const guard = (lines: readonly string[]): string[] => ['try:', ...indent(lines), 'except Exception as problem:', `${INDENT}print(type(problem).__name__, problem)`];

/// Like guard, but the exception is kept in a variable.
const guardKeeping = (lines: readonly string[], name: string): string[] => ['try:', ...indent(lines), 'except Exception as problem:', `${INDENT}${name} = problem`];

/// The lines of program `number` of `seed`, without the prelude.
export const generate = (seed: number, number: number): string[] => new Generator(seed, number).program();
