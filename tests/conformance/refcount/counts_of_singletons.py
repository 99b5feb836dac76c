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
OBJECTS = (None,True,False,7,'a','',(),int,list,Ellipsis)
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
    ('dict2',lambda:{'a':None,7:'a'}),
    ('set',lambda:{None,True,7}),
    ('inst',mk(A)),
    ('fn',lambda:(lambda:0)),
    ('fn2',lambda:(lambda a=None,b=7:None)),
    ('def',lambda:exec('def q(): pass',{})),
    ('cls',lambda:type('T',(),{})),
    ('cls2',lambda:type('T',(list,),{'z':None})),
    ('gen',gen),
    ('gen1',lambda:[g:=gen(),next(g)]),
    ('exc',lambda:ValueError(None,7)),
    ('bound',lambda:A().__init__),
    ('range',lambda:range(7)),
    ('slice',lambda:slice(None)),
    ('slice2',lambda:slice(7,None,None)),
    ('prop',lambda:property()),
    ('prop2',lambda:property(fn)),
    ('iter',lambda:iter([])),
    ('enum',lambda:enumerate('a')),
    ('zip',lambda:zip([],[7])),
    ('map',lambda:map(int,'a')),
    ('str',lambda:list('aaaa')),
    ('split',lambda:'a a a'.split()),
    ('chars',lambda:[c for c in 'abab']),
    ('sorted',lambda:sorted('aab')),
    ('empty',lambda:[tuple() for _ in range(5)]),
    ('types',lambda:[int]*5),
    ('isinst',lambda:[list() for _ in range(5)]),
    ('bytes',lambda:[bytes() for _ in range(4)]),
    ('bools',lambda:[1==1 for _ in range(6)]),
    ('cmp',lambda:[x>2 for x in range(6)]),
    ('len',lambda:[len('abcdefg') for _ in range(5)]),
    ('sum',lambda:[sum([3,4]) for _ in range(3)]),
    ('get',lambda:[{}.get(1) for _ in range(5)]),
    ('none calls',lambda:[print(end='') for _ in range(5)]),
    ('append',lambda:[[].append(7) for _ in range(5)]),
    ('ctor',lambda:[int('7') for _ in range(4)]),
    ('neg',lambda:[-(-7) for _ in range(4)]),
    ('arith',lambda:[3+4 for _ in range(4)]),
    ('ar2',lambda:[x+7 for x in (0,0,0)]),
    ('float',lambda:[int(7.5) for _ in range(3)]),
    ('cell',lambda:(lambda z: lambda: z)(None)),
    ('super',lambda:super(A,A())),
    ('code',lambda:compile('None','f','eval')),
    ('code2',lambda:compile('x=7;y=None;z=()','f','exec')),
    ('module',lambda:type(sys)('m')),
    ('weak',lambda:__import__('weakref').ref(A)),
    ('sm',lambda:staticmethod(fn)),
    ('fmt',lambda:[f'{"a"}' for _ in range(3)]),
    ('join',lambda:[''.join([]) for _ in range(3)]),
    ('cat',lambda:['a'+'' for _ in range(3)]),
    ('sub',lambda:['abc'[0] for _ in range(3)]),
    ('kw',lambda:dict(a=None,b=7)),
    ('unpack',lambda:[*(7,7,None)]),
    ('nested',lambda:[[None],[None,[None]]]),
    ('ord',lambda:[chr(97) for _ in range(3)]),
    ('partial',lambda:__import__('functools').partial(fn,None,7)),
    ('deque',lambda:__import__('collections').deque([None,7])),
    ('def dict',lambda:__import__('collections').defaultdict(None)),
    ('nt',lambda:__import__('types').SimpleNamespace(a=None)),
    ('objs',lambda:[object() for _ in range(4)])]
for n,f in tests:
    f()
    d(n,f,*OBJECTS)
