import sys, math, operator, copy, gc
def n(name, result=None):
    def method(self, *args):
        print(tag, name, sys.getrefcount(self), *[sys.getrefcount(a) if type(a) is C or type(a) is D else type(a).__name__ for a in args])
        return result
    return method
class C: pass
special = dict(round=1, ceil=1, floor=1, trunc=1, abs=1, int=1, float=1.5, complex=1j, index=1, bytes=b'', str='', repr='', format='', hash=1, len=0, bool=True, length_hint=0, dir=[], sizeof=10,
    reversed=[], iter=iter([]), contains=True, instancecheck=True, subclasscheck=True, missing=1, fspath='x', enter=1, exit=True, neg=1, pos=1, invert=1, divmod=1, rdivmod=1, pow=1, rpow=1,
    copy=1, reduce_ex='x', getitem=1, call=1, matmul=1, rmatmul=1, imatmul=1, delitem=None, setitem=None, eq=True, lt=True, le=True, ne=True, delattr=None, setattr=None, get=1, set=None, delete=None, next=1, await_=1)
for k, v in special.items(): setattr(C, f'__{k}__', n(k, v))
class D(dict):
    __missing__ = n('missing', 1)
    __repr__ = n('repr', 'r')
class L(list):
    __iter__ = n('iter', iter([]))
class H:
    pass
class Meta(type):
    __instancecheck__ = n('instancecheck', True)
    __subclasscheck__ = n('subclasscheck', True)
    __iter__ = n('iter', iter([]))
    __len__ = n('len', 1)
    __getitem__ = n('getitem', 1)
    __call__ = n('call', 1)
    __contains__ = n('contains', 1)
    __dir__ = n('dir', [])
    __or__ = n('or', 1)
K = Meta('K', (), {})
class S:
    def __set_name__(self, owner, name): print(tag, 'set_name', sys.getrefcount(self))
class Desc:
    __get__ = n('get', 1); __set__ = n('set'); __delete__ = n('delete')
class Host:
    d = Desc()
class E:
    def __init_subclass__(cls, **k): print(tag, 'init_subclass', sys.getrefcount(cls))
    def __class_getitem__(cls, k): print(tag, 'class_getitem', sys.getrefcount(cls), sys.getrefcount(k))
class Ind:
    __index__ = n('index', 1)
class Fl:
    __float__ = n('float', 1.)
class Tr:
    __trunc__ = n('trunc', 1)
class LH:
    __length_hint__ = n('length_hint', 0)
    __iter__ = n('iter', iter([]))
class Ln:
    __len__ = n('len', 0)
class GI:
    def __getitem__(self, i):
        print(tag, 'getitem', sys.getrefcount(self))
        if i: raise IndexError
        return 1
    __len__ = n('len', 0)
class Ga:
    def __getattr__(self, name):
        print(tag, 'getattr', name, sys.getrefcount(self))
        raise AttributeError(name)
class Gb:
    def __getattribute__(self, name):
        print(tag, 'getattribute', name, sys.getrefcount(self))
        raise AttributeError(name)
calls = '''round(c) |round(c, 1)|math.ceil(c)|math.floor(c)|math.trunc(c)|abs(c)|int(c)|float(c)|complex(c)|operator.index(c)|bytes(c)|str(c)|repr(c)|format(c)|format(c, 'x')|f'{c}'|f'{c:x}'|f'{c!r}'|f'{c!s:>3}'|'%s' % c|'%r' % (c,)|'{}'.format(c)
hash(c)|len(c)|bool(c)|operator.length_hint(c)|dir(c)|sys.getsizeof(c)|reversed(c)|iter(c)|list(c)|tuple(c)|set(c)|1 in c|c in c|isinstance(1, c)|issubclass(int, c)|d[5]|d[c]|-c|+c|~c|divmod(c, 1)|divmod(1, c)|divmod(c, c)|pow(c, 1)|pow(1, c)|pow(c, c)|pow(c, 1, 5)|c ** c
copy.copy(c)|c[c]|c(c)|c @ 1|1 @ c|c @ c|c == 1|1 == c|c < 1|c < c|c != c|sorted([c, c])|max(c, c)|min([c, c])|[1, c].index(c)|[c].count(c)|c in [1, c]|c in (1,)|{c: 1}|{c}|{c: 1}[c]|{c: c, c: c}|dict([(c, 1)])|d.get(c)|d.setdefault(c, c)|d.pop(c, c)
isinstance(1, K)|issubclass(int, K)|list(K)|len(K)|K[0]|K()|1 in K|dir(K)|isinstance(1, (int, K))|isinstance('', (int, K))|K | 1|bool(K)|type('X', (), {'s': S()})|type('X', (E,), {})|E[c]|h.d|Host.d|setattr(h, 'd', c)|delattr(h, 'd')|getattr(h, 'd')|hasattr(h, 'd')
next(c)|next(c, 1)|not c|c and 1|c or 1|1 if c else 2|[1, 2, 3][i]|[1][i:]|(1, 2)[i]|'abc'[i]|range(i)|range(i, i)|bytes(i)|bytearray(i)|[1] * i|i * [1]|'a' * i|chr(i)|hex(i)|bin(i)|math.sqrt(f)|float(f)|complex(f)|math.floor(f)|int(i)|float(i)|complex(i)|math.trunc(t)|slice(i, i).indices(3)
list(lh)|tuple(lh)|[].extend(lh)|bytearray(lh)|bytes(lh)|operator.length_hint(lh)|bool(ln)|list(gi)|iter(gi)|reversed(gi)|1 in gi|tuple(gi)|dict(gi)|ga.x|getattr(ga, 'x', 1)|hasattr(ga, 'x')|gb.x|hasattr(gb, 'x')|getattr(gb, 'x', 1)|isinstance(ga, int)|isinstance(gb, int)|isinstance(gb, C)|issubclass(ga, int)|isinstance(1, ga)|copy.copy(ga)|dict(ga)|''.join(ga)|''.join(c)
sum(c, c)|sum([c, c], c)|any([c])|all([c])|max([c], key=c)|sorted([c], key=c)|list(map(c, [c]))|list(filter(c, [c]))|list(zip(c, c))|enumerate(c)|list(enumerate(c))|iter(c, c)|next(iter(c, c))|callable(c)|vars(c)|id(c)|print(c)|print(c, end='')|print(d)|str(d)|repr([c])|str((c, c))|repr({1: c})|repr({c: 1})|str({c})
'%d' % i|'%x' % i|'%f' % f|'%s %s' % (c, c)|'%(a)s' % {'a': c}|'{0} {0!r}'.format(c)|'{c}'.format(c=c)|'{c}'.format_map({'c': c})|f'{c}{c}'|f'{c:{i}}'|str.join('', [])|setattr(c, 'x', c)|c.__class__|delattr(c, 'x')|l1[0]|list(L())|[*L()]|(*L(),)|{*L()}|print(*L())|[*c]|(*c,)|{**gi}|dict(**gi)|f1(*c)|f1(**gi)|f1(*gi)|a, = c'''
import itertools
ns = lambda: dict(c=C(), d=D(), K=K, h=Host(), i=Ind(), f=Fl(), t=Tr(), lh=LH(), ln=Ln(), gi=GI(), ga=Ga(), gb=Gb(), S=S, E=E, C=C, math=math, operator=operator, sys=sys, copy=copy, L=L, Host=Host, f1=lambda *a, **k: 0, l1=[1])
for line in calls.split('\n'):
    for call in line.split('|'):
        tag = call
        try: code = compile(call.strip(), 'x', 'eval')
        except SyntaxError: code = compile(call.strip(), 'x', 'exec')
        space = ns()
        try: eval(code, space)
        except Exception as e: print(call, type(e).__name__, e if 'object at' not in str(e) else '')
        space.clear()
for line in calls.split('\n'):
    for call in line.split('|'):
        tag = call + ' in function'
        def run():
            lines = 'def f(c=C(), d=D(), K=K, h=Host(), i=Ind(), f=Fl(), t=Tr(), lh=LH(), ln=Ln(), gi=GI(), ga=Ga(), gb=Gb(), f1=lambda *a, **k: 0, l1=[1]):\n ' + call.strip()
            space = globals().copy()
            exec(lines, space)
            try: space['f']()
            except Exception as e: print(call, type(e).__name__, e if 'object at' not in str(e) else '')
            space.clear()
        run()
