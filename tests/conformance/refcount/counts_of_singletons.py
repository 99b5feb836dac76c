"""How many references to None, small ints and other singletons each thing holds: 3.11 counts them, later versions do not."""
import sys
r=sys.getrefcount
def d(name, f, *objs):
    before=[r(o) for o in objs]
    keep=f()
    after=[r(o) for o in objs]
    del keep
    end=[r(o) for o in objs]
    print(name,[b-a for a,b in zip(before,after)],[b-a for a,b in zip(before,end)])
OBJECTS = (None,True,7,'a',())
class A: pass
class S: __slots__=('x',)
def fn(a=None,*,b=None): x=None; return x
def gen():
    x=None; yield x
def mk(t):
    def f():
        o=t(); o.x=None; o.y=7; return o
    return f
tests=[
    ('none',lambda:[None]*100),
    ('ints',lambda:[7]*50),
    ('comp',lambda:[7 for _ in range(30)]),
    ('tuple',lambda:(None,)*9),
    ('dict',lambda:dict.fromkeys('abc')),
    ('inst',mk(A)),
    ('fn',lambda:(lambda:0)),
    ('fn2',lambda:(lambda a=None,b=7:None)),
    ('def',lambda:exec('def q(): pass',{})),
    ('cls',lambda:type('T',(),{})),
    ('gen',gen),
    ('exc',lambda:ValueError(None,7)),
    ('bound',lambda:A().__init__),
    ('range',lambda:range(7)),
    ('slice',lambda:slice(None)),
    ('prop',lambda:property()),
    ('str',lambda:list('aaaa')),
    ('empty',lambda:[tuple() for _ in range(5)]),
    ('types',lambda:[int]*5),
    ('get',lambda:[{}.get(1) for _ in range(5)]),
    ('ctor',lambda:[int('7') for _ in range(4)]),
    ('cell',lambda:(lambda z: lambda: z)(None)),
    ('code',lambda:compile('None','f','eval')),
    ('code2',lambda:compile('x=7;y=None;z=()','f','exec')),
    ('module',lambda:type(sys)('m')),
    ('cat',lambda:['a'+'' for _ in range(3)]),
    ('kw',lambda:dict(a=None,b=7)),
    ('unpack',lambda:[*(7,7,None)]),
    ('partial',lambda:__import__('functools').partial(fn,None,7)),
    ('nt',lambda:__import__('types').SimpleNamespace(a=None)),
]
for n,f in tests:
    f()
    d(n,f,*OBJECTS)
