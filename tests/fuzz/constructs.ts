/// More that a program may contain: each entry makes an expression, or the lines of a statement.

/// What an entry is made of.
export interface Parts {
  /// Two variables.
  readonly v: string;
  readonly w: string;
  /// An expression.
  readonly e: () => string;
  /// Statements, indented.
  readonly body: () => string[];
  readonly pick: <T>(items: readonly T[]) => T;
  /// A number that no other entry of the program gets.
  readonly fresh: () => number;
}

export const INDENT = '    ';
export const count = (name: string): string => `type(${name}) in ATOMS or sys.getrefcount(${name})`;

/// What no question for referrers is about: besides what is everywhere, constants of the program, which CPython's parser keeps in a
/// list that the machine has no object for.
const isConstant = (name: string): string => `type(${name}) in (*ATOMS, bytes, complex) or ${name} == ()`;

export const moreExpressions: readonly ((parts: Parts) => string)[] = [
  ({ v }) => `(${isConstant(v)} or len([r for r in gc.get_referrers(${v}) if type(r) in (list, dict, tuple)]))`,
  ({ v }) => `(${isConstant(v)} or sum([type(r) is type(gen) for r in gc.get_referrers(${v})]))`,
  ({ v, w }) => `[*${v}, *${w}]`,
  ({ v, w }) => `{*${v}, ${w}}`,
  ({ v, w }) => `(*${v}, ${w})`,
  ({ v, w }) => `probe(*${v}, *${w})`,
  ({ v, w, e }) => `probe(${e()}, *${v}, **{'x': ${w}}, **{'y': ${e()}})`,
  ({ v, w }) => `probe(**{'a': ${v}}, b=${w})`,
  ({ v, e }) => `[w_ := ${e()}, w_, ${v}]`,
  ({ v, w }) => `[y for q in ${v} if (y := q) is not ${w}]`,
  ({ v, w }) => `[[p for p in [q, ${w}]] for q in ${v}]`,
  ({ v, w }) => `{ident(q): (${w}, q) for q in ${v} if q}`,
  ({ v, w }) => `list(zip(*[${v}, ${w}]))`,
  ({ v, e }) => `max([${e()}], [${v}], key=len)`,
  ({ v, w }) => `''.join([repr(${v}), str(${w}), f'{${v}}{${w}!r:>20}'])[:40]`,
  ({ v, w }) => `'%s and %r' % (${v}, ${w})`,
  ({ v }) => `'{0} {0!r} {1}'.format(${v}, 1000)`,
  ({ v }) => `('text' * 3 + str(len(repr(${v}))))`,
  ({ v, e }) => `ExceptionGroup('g', [X(${e()}), ValueError(${v})])`,
  ({ v }) => `${v}.split(X)`,
  ({ v }) => `${v}.exceptions`,
  ({ v }) => `${v}.tb_frame.f_locals.get('local')`,
  ({ v }) => `${v}.__traceback__.tb_next`,
  ({ v }) => `${v}.__traceback__.tb_frame`,
  ({ v, w }) => `${v}.with_traceback(${w}.__traceback__)`,
  ({ v }) => `${v}.gi_frame.f_locals`,
  ({ v }) => `${v}.cell_contents`,
  ({ v }) => `${v}.__closure__[0].cell_contents`,
  ({ v }) => `${v}.throw(GeneratorExit)`,
  ({ v, w }) => `${v}.throw(X, X(${w}))`,
  ({ v }) => `${v}.close()`,
  ({ v }) => `list(itertools.islice(${v}, 2))`,
  ({ v }) => `functools.partial(probe, k=${v})()`,
  ({ v, w }) => `functools.reduce(lambda p, q: [p, q], [${v}, ${w}])`,
  ({ v }) => `copy.copy(${v})`,
  ({ v }) => `copy.deepcopy(${v})`,
  ({ v, w }) => `collections.namedtuple('N', 'p q')(${v}, ${w})`,
  ({ v }) => `vars(${v})`,
  ({ v, w }) => `type(${v}) is type(${w}) and ${v} != ${w}`,
  ({ v, w }) => `${v} < ${w}`,
  ({ v, w }) => `${v} | ${w}`,
  ({ v, w }) => `${v} & ${w}`,
  ({ v, w }) => `${v} - ${w}`,
  ({ v, w }) => `${v}.union(${w})`,
  ({ v, w }) => `${v}.difference(${w})`,
  ({ v, w }) => `${v}.count(${w})`,
  ({ v, w }) => `${v}.index(${w})`,
  ({ v }) => `bytearray(b'some bytes') and ${v}`,
  ({ v }) => `weakref.WeakMethod(${v}.me)`,
  ({ v }) => `weakref.ref(${v}) is weakref.ref(${v})`,
  ({ v }) => `[r() is ${v} for r in weakref.getweakrefs(${v})]`,
  ({ v, w }) => `weakref.finalize(${v}, probe, ${w}, 5)`,
  ({ v }) => `${v}.detach()`,
  ({ v }) => `${v}.peek()`,
  ({ v }) => `${v}.alive`,
  ({ v }) => `sys.getsizeof(${v})`,
  ({ v }) => `Data(${v})`,
  ({ v, w }) => `Data(${v}, [${w}])`,
  ({ v }) => `(b'some bytes', ${v})[0]`,
  ({ v, w }) => `collections.deque([${v}, ${w}, ${v}], 2)`,
  ({ v, e }) => `collections.defaultdict(list, k=${v}, x=${e()})['y']`,
  ({ v, w }) => `collections.OrderedDict(k=${v}, x=${w})`,
  ({ v, w }) => `functools.partial(${v}, ${w}, k=${v})`,
  ({ v }) => `functools.lru_cache(maxsize=1)(${v})`,
  ({ v, w }) => `itertools.chain(${v}, ${w})`,
  ({ v, w }) => `itertools.zip_longest(${v}, [${w}])`,
  ({ v }) => `itertools.tee(${v})`,
  ({ v }) => `[list(q) for p, q in itertools.groupby(${v}, type)]`,
  ({ v, w }) => `${v}.keys() & ${w}.keys()`,
  ({ v, w }) => `{**${v}} | {**${w}}`,
  ({ v }) => `[r is None for r in (weakref.ref(${v}).__callback__, ${v}.__doc__)]`,
  ({ v }) => `${v}.__reduce_ex__(2)`,
  ({ v, w }) => `(lambda p, /, q=${v}, *, r=${w}: [p, q, r])(${w})`,
  () => 'gc.get_count()[1:] and len(gc.garbage)',
  () => 'sys.exc_info()[1]',
  () => '[f.f_code.co_name for f in [sys._getframe()]]'
];

export const moreStatements: readonly ((parts: Parts) => string[])[] = [
  ({ v }) => [`del ${v}[1:]`],
  ({ v }) => [`del ${v}[::2]`],
  ({ v, e }) => [`${v}[1:1] = [${e()}, ${e()}]`],
  ({ v, e }) => [`${v} &= ${e()}`],
  ({ v, e }) => [`${v} -= {${e()}}`],
  ({ v, w }) => [`${v}.args = [${w}, ${v}]`],
  ({ v, w }) => [`${v}.__traceback__.tb_next = ${w}`],
  ({ v }) => [`${v}.__traceback__.tb_frame.clear()`],
  ({ v, w }) => [`${v}.__defaults__ = (${w},)`],
  ({ v, w }) => [`${v}.__closure__[0].cell_contents = ${w}`],
  ({ v, e }) => [`${v}.appendleft(${e()})`, `${v}.rotate(1)`],
  ({ v, w, e }) => [`${w} = ${v}.popleft()`, `${v}.extendleft([${e()}])`],
  ({ v, w }) => [`${v} = A(${w})`, `${v}.x = ${v}`, `${v}.y = weakref.ref(${v}, callback)`, `del ${v}`, "show('found', gc.collect())"],
  ({ v, w }) => [`${v} = [R(${w})]`, `${v}.append(${v})`, `${v} = None`, "show('found', gc.collect())", `${w} = saved[-1]`],
  ({ v, w, e }) => ['def late_():', `${INDENT}p = ${e()}`, `${INDENT}try:`, `${INDENT}${INDENT}return p`, `${INDENT}finally:`, `${INDENT}${INDENT}p = ${w}`, `${v} = late_()`],
  ({ v, w }) => ["i_ = id(A())", "show('again', id(A()) == i_)", `i_ = id([${v}])`, `show('again', id([${w}]) == i_)`],
  ({ v, w, body }) => [`with contextlib.ExitStack() as ${v}:`, `${INDENT}${v}.enter_context(W(${w}))`, `${INDENT}${v}.callback(print, 'left')`, ...body()],
  ({ v, w, fresh }) => {
    const name = `D${fresh()}`;
    return ['@dataclasses.dataclass(frozen=True, slots=True)', `class ${name}:`, `${INDENT}p: object`, `${INDENT}q: object = None`, `${v} = ${name}(${w})`, `${w} = copy.copy(${v})`, `${v}.p = ${w}`];
  },
  ({ v, w, e }) => [`${v}.x += [${e()}]`, `${w} = ${v}.x`],
  ({ v, e }) => [`${v}['k'] += [${e()}]`],
  ({ v, w }) => [`${v} @= ${w}`],
  ({ v, w, e }) => [`${v}, (${w}, *rest_) = ${e()}, [${e()}, ${e()}, ${e()}]`],
  ({ v, w }) => [`for ${w} in ${v}:`, `${INDENT}${v}.remove(${w})`, `${INDENT}if len(${v}) > 5: break`],
  ({ v, w }) => [`for ${w} in list(${v}):`, `${INDENT}del ${v}[${w}]`],
  ({ v, w }) => [`for ${w} in ${v}:`, `${INDENT}${v}[${w}] = ${v}`, `${INDENT}${v}.pop(${w})`, `${INDENT}${v}[1] = 2`],
  ({ v, w }) => [`for ${w} in ${v}:`, `${INDENT}${v}.add(len(${v}))`, `${INDENT}if len(${v}) > 5: break`],
  ({ v, w }) => [`${w} = weakref.WeakValueDictionary({'k': ${v}, 'x': A()})`, `show('weak', len(${w}), list(${w}))`, `${w}['later'] = ${v}`, `for k_ in ${w}:`, `${INDENT}${v} = None`],
  ({ v, w, e }) => [`${w} = weakref.WeakKeyDictionary({A(): ${e()}})`, `${w}[${v}] = ${e()}`, `for k_ in ${w}:`, `${INDENT}show('key', sys.getrefcount(k_))`, `del k_`],
  ({ v, w }) => [`${w} = weakref.WeakSet([${v}, A()])`, `for k_ in ${w}:`, `${INDENT}${v} = k_`, `show('weak', len(${w}))`],
  ({ v, w }) => [`weakref.finalize(${v}, print, 'gone')`, `weakref.finalize(${w}, callback, lambda: None).atexit = False`],
  ({ v, w }) => [`${v} = weakref.ref(${w}, lambda r: print('first', r() is None))`, `other_ = weakref.ref(${w}, lambda r: print('second', r is ${v}))`],
  ({ v, e, body, fresh }) => {
    const name = `n${fresh()}`;
    return [`def ${name}(p):`, `${INDENT}q = [p]`, `${INDENT}def inner(*more):`, `${INDENT}${INDENT}nonlocal p, q`, `${INDENT}${INDENT}p, q = q, p`, `${INDENT}${INDENT}return lambda: (p, more)`,
      ...body(), `${INDENT}show('cells', ${count('p')}, ${count('q')})`, `${INDENT}return inner`, `${v} = ${name}(${e()})`, `${v} = ${v}(${e()})`];
  },
  ({ v, w, fresh }) => {
    const name = `n${fresh()}`;
    return [`def ${name}(p, depth=3):`, `${INDENT}keep = [p]`, `${INDENT}if depth: return ${name}(keep, depth - 1)`, `${INDENT}show('deep', ${count('p')})`, `${INDENT}raise X(p)`,
      'try:', `${INDENT}${v} = ${name}(${w})`, 'except X as error:', `${INDENT}${w} = error.__traceback__.tb_next.tb_next.tb_frame`];
  },
  ({ v, w, e }) => ['try:', `${INDENT}raise ExceptionGroup('g', [X(${e()}), TypeError(${w}), ExceptionGroup('h', [X(${v})])])`, 'except* X as error:', `${INDENT}show('group', sys.getrefcount(error))`, `${INDENT}${v} = error`, 'except* TypeError as error:', `${INDENT}${w} = error.exceptions`],
  ({ v, e }) => ['try:', `${INDENT}try:`, `${INDENT}${INDENT}fail(${e()})`, `${INDENT}finally:`, `${INDENT}${INDENT}fail(${e()}, KeyError)`, 'except KeyError as error:', `${INDENT}${v} = error.__context__`, `${INDENT}error.__context__ = None`],
  ({ v, w, e }) => ['try:', `${INDENT}fail(${e()})`, 'except X as error:', `${INDENT}${v} = error`, `${INDENT}error.add_note('note')`, `${INDENT}${w} = sys.exc_info()`, `show('handled', sys.exc_info()[1] is None)`],
  ({ v, w, body }) => [`with W(${v}) as ${w}, contextlib.suppress(TypeError):`, ...body()],
  ({ v, w, body, fresh }) => {
    const name = `c${fresh()}`;
    return ['@contextlib.contextmanager', `def ${name}(p):`, `${INDENT}try:`, `${INDENT}${INDENT}yield [p]`, `${INDENT}finally:`, `${INDENT}${INDENT}show('left', ${count('p')})`,
      `with ${name}(${w}) as ${v}:`, ...body()];
  },
  ({ v, w, body }) => [`match ${v}:`, `${INDENT}case {'k': W(value=x_)} | [W(value=x_), *_]:`, `${INDENT}${INDENT}${w} = x_`, `${INDENT}case [[x_, *_], *rest] if x_:`, `${INDENT}${INDENT}${w} = [rest, x_]`, `${INDENT}case A() as x_:`, `${INDENT}${INDENT}${w} = x_`, `${INDENT}case None:`, ...body().map(line => INDENT + line)],
  ({ v, w, fresh }) => {
    const name = `g${fresh()}`;
    return [`def ${name}(p):`, `${INDENT}try:`, `${INDENT}${INDENT}while True:`, `${INDENT}${INDENT}${INDENT}try:`, `${INDENT}${INDENT}${INDENT}${INDENT}p = yield p`, `${INDENT}${INDENT}${INDENT}except X as error:`, `${INDENT}${INDENT}${INDENT}${INDENT}p = error`, `${INDENT}finally:`, `${INDENT}${INDENT}show('end', ${count('p')})`,
      `${v} = ${name}(${w})`, `next(${v})`, `${v}.throw(X(${w}))`, `show('gen', ${v}.gi_frame is None, sys.getrefcount(${v}))`];
  },
  ({ v, w, pick, fresh }) => {
    const name = `g${fresh()}`;
    return [`def ${name}(p):`, `${INDENT}got = yield from (q for q in p)`, `${INDENT}yield got`, `${v} = ${name}(${w})`, pick([`${w} = next(${v}), next(${v}, None)`, `${v}.send(None)`, `next(${v})`]), pick([`${v}.close()`, `${v}.throw(X)`, `del ${v}`, `${v}.me = ${v}`])];
  },
  ({ v, w, fresh }) => {
    const name = `K${fresh()}`;
    return ['class Descr_:', `${INDENT}def __get__(self, obj, owner=None):`, `${INDENT}${INDENT}show('get', sys.getrefcount(obj) if obj is not None else '')`, `${INDENT}${INDENT}return obj if obj is None else obj.__dict__.get('hidden')`,
      `${INDENT}def __set__(self, obj, value):`, `${INDENT}${INDENT}obj.__dict__['hidden'] = value`, `${INDENT}def __delete__(self, obj):`, `${INDENT}${INDENT}del obj.__dict__['hidden']`, `${INDENT}def __set_name__(self, owner, name):`, `${INDENT}${INDENT}self.owner = owner`,
      `class ${name}(A):`, `${INDENT}d = Descr_()`, `${v} = ${name}()`, `${v}.d = ${w}`, `${w} = ${v}.d`, `del ${v}.d`, `del ${name}, Descr_`];
  },
  ({ v, w, fresh }) => {
    const name = `M${fresh()}`;
    return [`class ${name}(type):`, `${INDENT}def __new__(meta, name, bases, space, **named):`, `${INDENT}${INDENT}cls = super().__new__(meta, name, bases, space)`, `${INDENT}${INDENT}show('meta', sorted(named))`, `${INDENT}${INDENT}return cls`, `${INDENT}def __call__(cls, *args):`, `${INDENT}${INDENT}return [super().__call__(*args)]`,
      `class N_(A, metaclass=${name}, k=1):`, `${INDENT}here = ${w}`, `${v} = N_(${w})`, `del ${name}, N_`];
  },
  ({ v, w, fresh }) => {
    const name = `D${fresh()}`;
    return ['@dataclasses.dataclass', `class ${name}:`, `${INDENT}p: object`, `${INDENT}q: list = dataclasses.field(default_factory=list)`, `${v} = ${name}(${w})`, `show('data', ${v} == ${name}(${w}), sys.getrefcount(${v}))`];
  },
  ({ v, w, fresh }) => {
    const name = `E${fresh()}`;
    return [`class ${name}(enum.Enum):`, `${INDENT}p = 1`, `${INDENT}q = [2]`, `${v} = [${name}.p, ${name}(1), ${name}.q.value]`, `${w} = ${name}['q']`];
  },
  ({ v, w }) => ["text_ = ''", `for q in (${v}, ${w}):`, `${INDENT}text_ += repr(q)`, `${INDENT}text_ = text_ + 'x' if q else text_`, 'show(text_[:60], sys.getrefcount(text_))'],
  ({ v, w }) => [`${v} = [${w}] * 3`, `${v}[0], ${v}[-1] = ${v}, ${w}`, `${w} = ${v}.pop()`],
  ({ v, w }) => [`${v} = {}`, `${v}[${w}] = ${v}`, `${v}.update(k=${v}, x=${w})`, `${w} = iter(${v}.items())`, `next(${w})`],
  ({ v, w }) => [`show('sizes', sys.getsizeof(${v}), sys.getsizeof(${w}))`],
  ({ v }) => ['gc.collect()', `show('refs', len(gc.get_referents(${v})), ${isConstant(v)} or len([r for r in gc.get_referrers(${v}) if type(r) is not dict]))`]
];
