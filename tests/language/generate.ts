/// Random programs that move references about: aliases, containers, classes, closures, generators, exceptions, weak
/// references. Each tells after every statement the reference counts of its variables; finalizers tell their order.
/// The same seed gives the same program.

/// A small generator of random numbers (mulberry32).
export class Random {
  constructor(private state: number) {}

  /// 0 <= n < limit
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}

const HEADER = `import gc, sys, weakref
rc = sys.getrefcount
def cap(*counts): return ['many' if n > 1000 else n for n in counts]
class N:
    def __init__(self, name, *kids):
        self.name = name
        self.kids = list(kids)
    def __del__(self): print('del', self.name)
    def __repr__(self): return self.name
    def me(self): return self
    def count(self): return cap(rc(self))
    def args(self, *args): return cap(*[rc(x) for x in args])
    def __enter__(self): return self
    def __exit__(self, *exc): print('exit', self.name, exc[0] and exc[0].__name__); return self.name[-1] in '02468'
    def __eq__(self, other): return self is other
    def __hash__(self): return 7
    def __add__(self, other): return (self, other)
    def __iadd__(self, other): self.kids.append(other); return self
    def __getitem__(self, i): return self.kids[i]
    def __len__(self): return len(self.kids)
    def __iter__(self): return iter(self.kids)
class S:
    __slots__ = ('x', 'y')
    def __init__(self, x=None, y=None): self.x = x; self.y = y
    def __repr__(self): return 'S'
class M(N):
    limit = 3
    def __init__(self, name, *kids):
        super().__init__(name, *kids)
        self.tag = name
    @property
    def p(self): return self.tag
    @property
    def own(self): return rc(self)
    @classmethod
    def make(cls, *kids): return cls('made', *kids)
    @staticmethod
    def st(*args): return args
    def __getattr__(self, name):
        if name == 'zz': return rc(self)
        raise AttributeError(name)
SHOWN = (N, S, list, dict, tuple, set, type(lambda: 0), type(x for x in ()), Exception)
def probe(n):
    g = globals()
    print(n, ' '.join(f'{k}={cap(rc(g[k]))[0]}' for k in 'abcdefgh' if k in g and isinstance(g[k], SHOWN)))
def gen(*items):
    for i, item in enumerate(items):
        try: got = yield item
        except KeyError as e: print('caught', e)
        finally: print('left', i)
def close_over(x, y=None):
    def inner(z=y):
        nonlocal x
        old, x = x, z
        return old
    return inner
def show(*args, **kwargs): return cap(*[rc(v) for v in args], *[rc(v) for v in kwargs.values()])
def fail(x):
    held = [x]
    raise ValueError(x)
def swap(x, y): x, y = y, x; return x, y
def last(*xs):
    for x in xs: pass
    return x
a = b = c = d = e = f = g = h = None
gc.collect()
`;

const NAMES = 'abcdefgh'.split('');

class Program {
  readonly lines: string[] = [];
  private count = 0;
  private names = 0;

  constructor(private readonly r: Random) {}

  private name(): string {
    return this.r.pick(NAMES);
  }

  private fresh(): string {
    return `'n${this.names++}'`;
  }

  private some(least: number, most: number): string {
    const n = least + this.r.below(most - least + 1);
    return Array.from({ length: n }, () => this.atom()).join(', ');
  }

  /// An expression that just names or makes something.
  private atom(): string {
    const { r } = this;
    if (r.chance(70)) return this.name();
    return r.pick([() => `N(${this.fresh()})`, () => '[]', () => 'None', () => 'S()', () => `M(${this.fresh()})`, () => String(r.below(3))])();
  }

  private expression(depth = 2): string {
    const { r } = this;
    const sub = (): string => (depth <= 0 ? this.atom() : this.expression(depth - 1));
    return r.pick<() => string>([
      () => this.atom(),
      () => this.atom(),
      () => `N(${this.fresh()}, ${sub()})`,
      () => `M(${this.fresh()}, ${sub()})`,
      () => `M.make(${sub()})`,
      () => `S(${sub()}, ${sub()})`,
      () => `S(y=${sub()})`,
      () => `[${sub()}, ${sub()}]`,
      () => `(${sub()}, ${sub()})`,
      () => `{'k': ${sub()}, 'l': ${sub()}}`,
      () => `[x for x in (${sub()}, ${sub()})]`,
      () => `[x for x in [${this.some(1, 3)}] if x is not ${this.name()}]`,
      () => `{i: x for i, x in enumerate([${this.some(1, 3)}])}`,
      () => `list(map(lambda x: x, [${this.some(1, 2)}]))`,
      () => `close_over(${sub()}, ${this.atom()})`,
      () => `close_over(${sub()})()`,
      () => `gen(${sub()}, ${sub()})`,
      () => `next(gen(${sub()}))`,
      () => `list(gen(${this.some(1, 2)}))`,
      () => `(x for x in [${this.some(1, 3)}])`,
      () => `swap(${sub()}, ${sub()})[${r.below(2)}]`,
      () => `last(${sub()}, ${sub()})`,
      () => `${this.name()} if ${this.name()} is ${this.name()} else ${sub()}`,
      () => `${this.name()} and ${sub()}`,
      () => `${this.name()} or ${sub()}`,
      () => `(lambda x, *y: [x, y])(${sub()}, ${this.atom()})`,
      () => `N(${this.fresh()}).me()`,
      () => `N(${this.fresh()}).me`,
      () => `[${this.some(1, 3)}][::-1]`,
      () => `[*[${this.some(1, 2)}], *(${this.atom()},)]`,
      () => `dict(k=${sub()}, l=${this.atom()})`,
      () => `(y := ${sub()})`,
      () => `N(${this.fresh()}) + ${sub()}`
    ])();
  }

  private statement(): string[] {
    const { r } = this;
    const n = (): string => this.name();
    return r.pick<() => string[]>([
      () => [`${n()} = ${this.expression()}`],
      () => [`${n()} = ${this.expression()}`],
      () => [`${n()} = ${this.expression(1)}`],
      () => [`${n()} = ${n()} = ${this.expression(1)}`],
      () => [`${n()} = ${n()}`],
      () => [`${n()} = None`],
      () => [`${n()}, ${n()} = ${n()}, ${n()}`],
      () => [`${n()}, *${n()} = [${this.some(1, 3)}]`],
      () => [this.expression(1)],
      () => [`${n()}.kids.append(${this.expression(1)})`],
      () => [`${n()}.kids.pop()`],
      () => [`${n()}.kids[:] = [${this.some(0, 2)}]`],
      () => [`del ${n()}.kids[0]`],
      () => [`${n()}.kids.clear()`],
      () => [`${n()}.x = ${this.expression(1)}`],
      () => [`del ${n()}.x`],
      () => [`${n()}.y = ${n()}`],
      () => [`${n()} += ${this.expression(1)}`],
      () => [`${n()}.append(${this.expression(1)})`],
      () => [`${n()}[0] = ${this.expression(1)}`],
      () => [`${n()}['k'] = ${this.expression(1)}`],
      () => [`${n()}.update(k=${this.expression(1)})`],
      () => [`${n()} = ${n()}.pop()`],
      () => [`${n()} = ${n()}[0]`],
      () => [`${n()} = ${n()}['k']`],
      () => [`del ${n()}[0]`],
      () => [`${n()} = list(${n()})`],
      () => [`${n()} = next(${n()})`],
      () => [`print('sent', ${n()}.send(${n()}))`],
      () => [`${n()}.close()`],
      () => [`${n()}.throw(KeyError('t'))`],
      () => [`${n()} = ${n()}(${n()})`],
      () => [`${n()} = ${n()}.me`],
      () => [`${n()} = ${n()}.me()`],
      () => [`print(${n()}.count(), ${n()}.args(${this.some(1, 2)}))`],
      () => [`print(${n()}.own, ${n()}.zz)`],
      () => [`print(show(${this.some(1, 3)}))`],
      () => [`print(show(*[${this.some(1, 2)}], k=${n()}))`],
      () => [`print(show(**{'p': ${n()}}))`],
      () => [`print(cap(rc(${n()}), *[rc(x) for x in (${this.some(1, 2)},)]))`],
      () => [`print(${n()} == ${n()}, ${n()} is ${n()})`],
      () => [`print(f'{${n()}!r:.9}'[:9])`],
      () => [`for x in [${this.some(1, 3)}]: ${n()} = x`],
      () => [`for ${n()} in gen(${this.some(1, 3)}): pass`],
      () => ['del x'],
      () => [`try: fail(${this.atom()})`, `except ValueError as error: ${n()} = error.args`],
      () => [`try: fail(${this.atom()})`, `except ValueError as error: ${n()} = error`],
      () => [`try: fail(${this.atom()})`, 'except KeyError: pass', `finally: ${n()} = ${this.atom()}`],
      () => [`try: ${n()} = ${this.expression(1)}; raise KeyError`, `except KeyError: ${n()} = ${this.atom()}`, `else: ${n()} = None`],
      () => [`with N(${this.fresh()}) as ${n()}: ${n()} = ${this.atom()}`],
      () => [`with N(${this.fresh()}): raise KeyError(${this.atom()})`],
      () => [`w = weakref.ref(${n()}, lambda ref: print('gone'))`],
      () => ["print('weak', w() is not None)"],
      () => [`print('collected', gc.collect())`],
      () => [`match ${n()}:`, `    case [x, *y]: ${n()} = x`, `    case {'k': z}: ${n()} = z`, `    case N(name=z): print('N', z)`, `    case _: print('other')`],
      () => [`def func(x=${n()}):`, `    y = ${this.atom()}`, `    global ${n()}`, '    z = [x, y]', `    ${r.pick(['return z', 'return x', 'raise KeyError(y)', 'yield z', 'return lambda: (x, z)', 'del x; return y'])}`, `${n()} = func(${r.chance(50) ? this.atom() : ''})`],
      () => [`class K(${r.pick(['N', 'S', 'object', 'M'])}):`, `    attr = ${this.atom()}`, `    def __init__(self, v): self.v = v; self.name = 'k'`, `${n()} = K(${this.atom()})`],
      () => [`if ${n()} is ${n()}: ${n()} = ${this.atom()}`, `else: ${n()} = ${this.expression(1)}`],
      () => [`while True:`, `    ${n()} = ${this.atom()}`, `    if ${n()} is not ${n()}: break`, '    break']
    ])();
  }

  add(): void {
    const body = this.statement();
    this.lines.push('try:', ...body.map(line => `    ${line}`), `except Exception as error: print(type(error).__name__)`, `probe(${this.count++})`);
  }

  /// The statements in a function, where variables are fast locals.
  addFunction(size: number): void {
    const number = this.count;
    const lines: string[] = [];
    for (let i = 0; i < size; i++) {
      lines.push('try:', ...this.statement().map(line => `    ${line}`), `except Exception as error: print(type(error).__name__)`);
      lines.push(`print(${this.count++}, cap(rc(a), rc(b), rc(c)))`);
    }
    const body = lines.filter(line => !line.includes('global ')).map(line => `    ${line}`);
    this.lines.push(`def run${number}(a, b, c=None, *d, **e):`, '    f = g = h = x = None', ...body, '    return f', `${this.name()} = run${number}(${this.some(2, 4)})`, `probe(${this.count++})`);
  }
}

/// The program of a seed.
export function generate(seed: number): string {
  const r = new Random(seed);
  const program = new Program(r);
  const size = 8 + r.below(20);
  for (let i = 0; i < size; i++) {
    if (r.chance(15)) program.addFunction(2 + r.below(5));
    else program.add();
  }
  return `${HEADER}${program.lines.join('\n')}\nprint('end')\n`;
}
