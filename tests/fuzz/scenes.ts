/// Statements of several lines, and expressions, whose special methods tell the counts that they see.
import { INDENT, count } from './constructs';
import type { Parts } from './constructs';

const deeper = (lines: readonly string[], by = 1): string[] => lines.map(line => INDENT.repeat(by) + line);

/// `Q` tells of every special method that is called on it, `Q.kept` has what they last got.
export const loudExpressions: readonly ((parts: Parts) => string)[] = [
  ({ e }) => `Q(${e()})`,
  ({ v, w }) => `Q(${v}, ${w})`,
  ({ v }) => `${v}.unknown`,
  ({ v, w }) => `${v} == ${w}`,
  ({ v, e }) => `${e()} in ${v}`,
  ({ v }) => `[*${v}]`,
  ({ v }) => `list(${v})`,
  ({ v, e }) => `${v}(${e()}, k=${v})`,
  ({ v, w }) => `${v}(*[${w}, ${v}], **{'k': ${w}})`,
  ({ v, w }) => `${v}[${w}]`,
  ({ v, w }) => `${v}[${w}:${v}]`,
  ({ v, w }) => `${v} + ${w}`,
  ({ v, e }) => `${v} < ${e()}`,
  ({ v }) => `-${v}`,
  ({ v, w }) => `sorted([${v}, ${w}, Q(1)])`,
  ({ v }) => `sorted([Q(${v}), Q(2), Q(1)], key=probe)`,
  ({ v, w }) => `max(${v}, ${w}, key=probe)`,
  ({ v, w }) => `min([${v}, ${w}], default=None)`,
  ({ v, w }) => `f'{${v}:>{len(repr(${w}))}}{${w}}'`,
  ({ v, w }) => `functools.reduce(probe, [${v}, ${w}, ${v}], ${w})`,
  ({ v, w }) => `list(map(functools.partial(probe, ${v}), [${w}]))`,
  ({ v, w }) => `list(itertools.starmap(probe, [(${v}, ${w}), (${w}, ${v})]))`,
  ({ v }) => `list(filter(probe, ${v}))`,
  ({ v, w }) => `list(itertools.accumulate([${v}, ${w}, ${v}], probe))`,
  ({ v, w }) => `next(iter(lambda: ${v}, ${w}))`,
  ({ v, w }) => `Sub(${v}, ${w}).both(${w})`,
  ({ v, e }) => `Sub.make(${v}, k=${e()})`,
  ({ v, e }) => `(lambda p, *q, r=${v}, **s: (${count('p')}, ${count('r')}, sys.getrefcount(q), sys.getrefcount(s)))(${e()}, ${v}, z=${v})`,
  ({ v }) => `[(lambda: q, ${count('q')})[1] for q in [${v}, ${v}]]`,
  ({ v }) => `[p() for p in [lambda: (q, ${count('q')})[1] for q in [${v}, ${v}]]]`,
  ({ v, w }) => `(${v} := [${w}], ${count(v)}, ${count(w)})`,
  ({ v }) => `(id([]) == id([]), id(A()) == id(A()), id((${v},)) == id((${v},)))`,
  ({ v, w }) => `[sys.getsizeof(q) for q in (${v}, ${w}, [${v}], {'k': ${v}}, (${v}, ${w}), {1, 2})]`,
  ({ v }) => `sys.getsizeof(vars(${v}))`,
  ({ v, w }) => `collections.OrderedDict([('k', ${v}), ('x', ${w}), ('k', ${w})])`,
  ({ v, w }) => `(collections.ChainMap({'k': ${v}}, {'x': ${w}})['x'], ${count(w)})`,
  ({ v, w }) => `collections.Counter([${v}, ${w}, ${v}]).most_common(1)`,
  ({ v }) => `operator.itemgetter(0)(${v})`,
  ({ v, w }) => `operator.methodcaller('keep', ${w})(${v})`,
  ({ v, w }) => `(${v}, ${w}) < (${w}, ${v})`,
  ({ v, w }) => `[[${v}], ${w}] == [[${w}], ${v}]`,
  ({ v, w }) => `{'k': ${v}} == {'k': ${w}}`,
  ({ v, w }) => `[${v}, ${w}].index(${w})`,
  ({ v, w }) => `{${v}: 1, ${w}: 2}[${v}]`
];

export const scenes: readonly ((parts: Parts) => string[])[] = [
  ({ v, w, body }) => [`with Q(${v}) as ${w}:`, ...body()],
  ({ v, w, e }) => [`with Q(${v}) as ${w}, Q(${w}):`, `${INDENT}fail(${e()})`],
  ({ v, e }) => [`for ${v} in Q(${e()}, ${e()}):`, `${INDENT}show('item', ${count(v)})`],
  ({ v, w }) => [`for ${w} in ${v}:`, `${INDENT}show('item', ${count(w)}, ${count(v)})`, `${INDENT}${v} = None`],
  ({ v, w }) => [`${v} = Q(${w})`, `${v}[0] = ${w}`, `${w} = ${v}[0]`, `del ${v}[0]`, `${v} += ${w}`],
  ({ v, w }) => [`${v}, *${w} = Q(${v}, ${w}, ${v})`],
  ({ v, pick }) => [`${v} = [${v}]`, `for _ in range(${pick(['30', '51', '60', '130'])}):`, `${INDENT}${v} = ${pick([`[${v}]`, `(${v},)`, `{'k': ${v}}`, `[{'k': (${v}, A())}]`, `A(${v})`, `P(${v})`, `[${v}, A()]`])}`],
  ({ v, e, pick }) => [`${v} = ${e()}`, `for _ in range(${pick(['55', '70'])}):`, `${INDENT}${v} = A(${v}) if _ % ${pick(['7', '20'])} == 0 else ${pick([`[${v}]`, `(${v}, _)`, `{'k': ${v}}`, `P(${v})`])}`, `${v} = None`],
  ({ v, w, e, fresh }) => {
    const name = `t${fresh()}`;
    return [`def ${name}(p):`, `${INDENT}try:`, `${INDENT}${INDENT}return probe(p, ${e()})`, `${INDENT}except X as error:`, `${INDENT}${INDENT}show('caught', sys.getrefcount(error), sys.getrefcount(error.__traceback__))`, `${INDENT}${INDENT}return error`,
      `${INDENT}else:`, `${INDENT}${INDENT}p = None`, `${INDENT}finally:`, `${INDENT}${INDENT}show('finally', ${count('p')})`, `${v} = ${name}(${w})`];
  },
  ({ v, w, pick, fresh }) => {
    const name = `t${fresh()}`;
    return [`def ${name}(p):`, `${INDENT}for q in [p, ${w}]:`, `${INDENT}${INDENT}try:`, `${INDENT}${INDENT}${INDENT}${pick(['continue', 'break', 'return q', 'fail(q)'])}`, `${INDENT}${INDENT}finally:`, `${INDENT}${INDENT}${INDENT}show('finally', ${count('q')})`, `${INDENT}${INDENT}${INDENT}${pick(['pass', 'break', 'q = None', 'del q'])}`,
      `${INDENT}return [p]`, `${v} = ${name}(${w})`];
  },
  ({ v, w, pick, fresh }) => {
    const name = `u${fresh()}`;
    return [`def ${name}():`, `${INDENT}p = [${w}]`, `${INDENT}def read(): return p`, `${INDENT}def write(q):`, `${INDENT}${INDENT}nonlocal p`, `${INDENT}${INDENT}${pick(['p = q', 'del p', 'p = p + [q]', 'p, q = q, p'])}`, `${INDENT}${INDENT}show('written', ${count('q')})`, `${INDENT}return read, write`,
      `${v}, write_ = ${name}()`, `write_(${w})`, `show('cell', sys.getrefcount(${v}), sys.getrefcount(write_))`, `${w} = ${v}()`, 'del write_'];
  },
  ({ v, w, pick, fresh }) => {
    const name = `g${fresh()}`;
    return [`def ${name}(p):`, `${INDENT}q = yield from ${pick(['[p, p]', 'gen(p)', 'Q(p)', `(lambda: (yield p))()`])}`, `${INDENT}show('result', ${count('q')})`, `${INDENT}try: yield q`, `${INDENT}except X as error: yield error`, `${INDENT}finally: show('end', ${count('p')})`,
      `${v} = ${name}(${w})`, `${w} = next(${v})`, ...pick([[`${v}.send(None)`, `${v}.throw(X(1))`], [`${w} = ${v}.throw(X(${w}))`], [`${v}.close()`], [`${w} = list(${v})`], [`del ${v}`], [`${w} = ${v}.send(${w})`]])];
  },
  ({ v, w, pick, fresh }) => {
    const name = `H${fresh()}`;
    return [`class ${name}(${pick(['A', 'S', 'P', 'list', 'Q'])}):`, `${INDENT}__slots__ = (${pick(["'m',", "'m', '__dict__'", "'m', 'n'", ''])})`, `${INDENT}def __init__(self, *args):`, `${INDENT}${INDENT}show('init', sys.getrefcount(self), sys.getrefcount(args))`, `${INDENT}${INDENT}super().__init__(*args)`, `${INDENT}${INDENT}self.m = self`,
      `${v} = ${name}(${w})`, `show('made', sys.getrefcount(${v}))`, `${w} = ${v}.m`, `del ${v}.m, ${name}`];
  },
  ({ v, w, pick, fresh }) => {
    const name = `H${fresh()}`;
    return [`class Meta_(M):`, `${INDENT}def __init__(cls, name, bases, space, **named):`, `${INDENT}${INDENT}show('meta', sys.getrefcount(cls), sys.getrefcount(space))`, `${INDENT}${INDENT}super().__init__(name, bases, space)`, `${INDENT}def __getattr__(cls, key): return [cls, key]`,
      `class ${name}(${pick(['A', 'P', 'object'])}, metaclass=Meta_, k=${w}):`, `${INDENT}here = ${w}`, `${INDENT}def __init_subclass__(cls, **named): cls.sub = named`, `class Low_(${name}): pass`, `${v} = ${pick([name, 'Low_', `${name}.missing`, 'Low_.sub', 'Low_()'])}`, `del Meta_, ${name}, Low_`];
  },
  ({ v, w }) => [`match ${v}:`, `${INDENT}case Q(kept=k_) | A(refs=(k_, *_)):`, `${INDENT}${INDENT}show('kept', ${count('k_')})`, `${INDENT}${INDENT}${w} = k_`, `${INDENT}case [k_, *rest_]:`, `${INDENT}${INDENT}show('list', ${count('k_')}, sys.getrefcount(rest_))`,
    `${INDENT}case {'k': k_, **rest_}:`, `${INDENT}${INDENT}show('dict', ${count('k_')}, sys.getrefcount(rest_))`, `${INDENT}case P(x=k_, y=None):`, `${INDENT}${INDENT}${w} = [k_]`, `${INDENT}case str() | int() as k_: pass`, `${INDENT}case k_ if k_:`, `${INDENT}${INDENT}show('else', ${count('k_')})`],
  ({ v, w, pick }) => [`dead_ = weakref.WeakValueDictionary(k=A(), x=${v})`, `dead_['y'] = ${w}`, `show('weak', sorted(dead_), len(dead_))`, pick([`${v} = None`, `${w} = dead_.pop('y')`, `${v} = dead_.setdefault('z', A())`, `dead_.clear()`, `${v} = list(dead_.items())`, `${v} = dead_.get('x')`]), `show('weak', sorted(dead_), len(dead_))`, `${v} = dead_`, 'del dead_'],
  ({ v, w, pick }) => [`ws_ = weakref.WeakSet()`, `ws_.add(${v})`, `ws_.add(${w})`, pick([`ws_ |= {A()}`, `ws_.discard(${v})`, `${v} = ws_.pop()`, `${v} = None`, 'ws_ = ws_.copy()']), `show('weak', len(ws_), ${w} in ws_)`, 'del ws_'],
  ({ v, w }) => [`${v} = functools.partial(probe, ${w}, k=${v})`, `show('partial', sys.getrefcount(${v}.args), sys.getrefcount(${v}.keywords))`, `${v} = functools.partial(${v}, 5)`, `${v}()`],
  ({ v, w, pick, fresh }) => {
    const name = `l${fresh()}`;
    return [`@functools.lru_cache(maxsize=${pick(['1', '2', 'None'])})`, `def ${name}(p, q=None):`, `${INDENT}show('miss', ${count('p')})`, `${INDENT}return [p]`, `${v} = ${name}(${v})`, `${name}(${w}, q=5)`, `${name}(1)`, `${name}(${w}, q=5)`, `show(${name}.cache_info().hits)`, pick([`${name}.cache_clear()`, `${w} = ${name}`, `del ${name}`])];
  },
  ({ v, w, pick }) => [`${v} = collections.OrderedDict(k=${v}, x=${w})`, pick([`${v}.move_to_end('k')`, `${w} = ${v}.popitem(last=False)`, `del ${v}['k']`, `${v}['k'] = ${v}`, `${w} = iter(${v}.items())`]), `show('ordered', sys.getrefcount(${v}), list(${v}))`],
  ({ v, w, e, pick }) => [`${v} = collections.deque([${v}, ${w}], maxlen=${pick(['None', '2', '3'])})`, `${v}.append(${e()})`, pick([`${v}.rotate(-1)`, `del ${v}[0]`, `${v}[0] = ${w}`, `${v}.insert(0, ${w})`, `${v}.remove(${w})`, `${w} = ${v} + ${v}`, `${v} *= 3`, `${w} = iter(${v})`]), `show('deque', len(${v}), sys.getrefcount(${v}))`],
  ({ v, w, e }) => [`${v} = collections.defaultdict(${e()} and A)`, `${v}['k'].x = ${w}`, `${v}[${w}]`, `show('default', len(${v}))`, `${v}.default_factory = lambda: ${w}`, `${v}['new']`],
  ({ v, w, fresh }) => {
    const name = `D${fresh()}`;
    return ['@dataclasses.dataclass(order=True, slots=True)', `class ${name}:`, `${INDENT}p: object`, `${INDENT}q: object = dataclasses.field(default_factory=A, compare=False)`, `${INDENT}def __post_init__(self): show('post', sys.getrefcount(self), ${count('self.p')})`,
      `${v} = ${name}(${w})`, `${w} = dataclasses.replace(${v}, p=1)`, `show(${v} == ${w}, dataclasses.asdict(${w})['p'])`, `del ${name}`];
  },
  ({ v, w, fresh }) => {
    const name = `d${fresh()}`;
    return [`def ${name}(f):`, `${INDENT}@functools.wraps(f)`, `${INDENT}def inner(*args, **named):`, `${INDENT}${INDENT}show('wrapped', sys.getrefcount(args), sys.getrefcount(named), ${count('args[0]')})`, `${INDENT}${INDENT}return f(*args, **named)`, `${INDENT}return inner`,
      `@${name}`, 'def shown_(p, q=None): return probe(p)', `${v} = shown_(${w})`, `${w} = shown_(A(), q=${v})`, 'del shown_'];
  },
  ({ v, w, e }) => ['try:', `${INDENT}with Q(${w}), Q(${v}):`, `${INDENT}${INDENT}fail(${e()}, KeyError)`, 'except KeyError as error:', `${INDENT}${v} = error.__traceback__`, `${INDENT}while ${v}.tb_next: ${v} = ${v}.tb_next`, `${INDENT}${w} = ${v}.tb_frame`, `show('frame', sys.getrefcount(${v}), sys.getrefcount(${w}))`, `${w}.clear()`],
  ({ v, w }) => ['def kept_():', `${INDENT}p = [${w}]`, `${INDENT}return sys._getframe()`, `${v} = kept_()`, `show('frame', sys.getrefcount(${v}), len(${v}.f_locals), ${v}.f_back is None)`, `${v}.clear()`, `show('cleared', len(${v}.f_locals))`],
  ({ v, w, pick }) => ["ids_ = {id(A()) for _ in range(5)}", `show(len(ids_), id(A()) in ids_)`, `ids_ = [id(q) for q in (${pick(['A()', '[]', '{}', 'object()', '(1, [])', '1.5 * 3'])},)]`, `${v} = ${pick([`A(${w})`, `[${w}]`, `{'k': ${w}}`, 'object()', `(${w}, 2)`, '2.5 * 3'])}`, `show(id(${v}) in ids_)`],
  ({ v, w, pick }) => [`${v} = ${pick(['[]', '{}', 'set()', 'bytearray()', 'A()', 'collections.deque()'])}`, 'sizes_ = []', 'for q in range(20):', `${INDENT}if type(${v}) is dict: ${v}[q] = ${w}`, `${INDENT}elif type(${v}) is A: setattr(${v}, f'n{q}', ${w})`, `${INDENT}elif type(${v}) is set: ${v}.add(q)`, `${INDENT}else: ${v}.append(q)`, `${INDENT}sizes_.append(sys.getsizeof(${v}.__dict__ if type(${v}) is A else ${v}))`, 'show(*sizes_)'],
  ({ v, w, e }) => [`${v} = [${w}, ${e()}, ${e()}, ${w}, ${e()}]`, `del ${v}[1:3]`, `show('cut')`, `${v}[:1] = [${w}] * 3`, `show('grown')`, `del ${v}[::2]`],
  ({ v, w, pick }) => [`${v} = {**{'k': A(), 'x': ${w}}, 1: A()}`, pick([`del ${v}['k']`, `${v}.update(k=${w}, x=A())`, `${v} |= {'x': A()}`, `${v}.pop('k')`, `${v} = dict(reversed(${v}.items()))`, `for q in list(${v}): del ${v}[q]`])],
  ({ v, w }) => ['class Late_(A):', `${INDENT}def __del__(self):`, `${INDENT}${INDENT}global ${w}`, `${INDENT}${INDENT}print('late', sys.getrefcount(self))`, `${INDENT}${INDENT}${w} = self`, `${v} = Late_(${v})`, `${v} = None`, `show('back', type(${w}).__name__)`],
  ({ v, w }) => [`def walk_(p, depth):`, `${INDENT}if depth:`, `${INDENT}${INDENT}yield p`, `${INDENT}${INDENT}yield from walk_([p], depth - 1)`, `for ${v} in walk_(${w}, 4):`, `${INDENT}show('walk', ${count(v)})`],
  ({ v, w, body }) => [`for i_, (${v}, ${w}) in enumerate(zip([${v}, ${w}], [${w}, ${v}])):`, `${INDENT}show('pair', ${count(v)}, ${count(w)})`, ...body()],
  ({ v, w, body }) => ['while not far():', `${INDENT}${v}, ${w} = ${w}, [${v}]`, `${INDENT}if laps % 5 == 0: break`, 'else:', ...deeper(body().map(line => line.slice(INDENT.length)))]
];
