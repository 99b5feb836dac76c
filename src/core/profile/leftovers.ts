/// What CPython's own modules leave to the collector when they are imported, by version: classes in Python that they replace by
/// those in C, and classes that a decorator makes anew. As source text that makes as many objects of each type as gc.DEBUG_SAVEALL
/// shows in a fresh interpreter, with these names and these contents as far as it matters (a collection untracks tuples of
/// atoms); functions do nothing.

const four = 'a, b, c, d = [lambda: 0 for _ in range(4)]';

/// What enum.EnumCheck and re.RegexFlag were before their decorator.
const plain = `
class Plain: pass
`;

/// A function whose code has no tuples for the free lists: those of CPython's are other code's, too.
const letters = [...'abcdefghijklmnopqrstu'].join();
const bare = `lambda ${letters}: [${Array.from(letters, (_, i) => `a('${i}')`).join()}]`;

/// ast._Precedence, with a function for each auto(): objects that have no free list, as those.
const precedence = `
class _Precedence: pass
for n in range(18): setattr(_Precedence, f'p{n}', ${bare})
`;

const boundMethod = `
class _C:
    _m = ${bare}
`;

const getters = `
class attrgetter:
    __slots__ = '_attrs', '_call'
    ${four}
class itemgetter:
    __slots__ = '_items', '_call'
    ${four}
class methodcaller:
    __slots__ = '_name', '_args', '_kwargs'
    ${four}
`;

/// The wrapper of reprlib.recursive_repr().
const recursive = (wrapped: string): string => `def recursive(f):
        fill, running = '...', set()
        w = lambda: (fill, running, f)
        w.__wrapped__ = f
        return w
    __repr__ = recursive(${wrapped})
    del recursive`;

const orderedDict = `
class OrderedDict(dict):
    def __new__(cls): 0
    ${four}
    e, f, g, h = [lambda: 0 for _ in range(4)]
    i, j, k, l = [lambda: 0 for _ in range(4)]
    m, n, o = [lambda: 0 for _ in range(3)]
    def __setitem__(self, a=dict.__setitem__, b=0, c=0): 0
    def __delitem__(self, a=dict.__delitem__): 0
    p = lambda self, a=True: 0
    q = lambda self, a=(): 0
    ${recursive('lambda: 0')}
    fromkeys = classmethod(lambda: 0)
`;

const partial313 = `
class partial:
    __slots__ = 'func', 'args', 'keywords', '__dict__', '__weakref__'
    __new__ = lambda ${letters}: __class__
    ${four}
    ${recursive('lambda: 0')}
    __class_getitem__ = classmethod(int)
`;

const partial314 = `
class _PlaceholderType:
    def __init_subclass__(cls): 0
    def __new__(cls): return object.__new__(cls)
    __slots__ = ()
    a, b = [lambda: None for _ in range(2)]
_PlaceholderType.instance = _PlaceholderType()
class partial:
    __slots__ = 'func', 'args', 'keywords', '_phcount', '_merger', '__dict__', '__weakref__'
    def __new__(cls): 0
    a, b, c = [lambda: None for _ in range(3)]
    ${recursive('len')}
    __class_getitem__ = classmethod(int)
`;

/// c_ubyte and c_byte once more, with a tuple of bases that stays.
const simpleTypes = `
for n in 'c_ubyte', 'c_byte': type(n, int.__bases__, {})
`;

/// `tuples`: what the code objects of the functions have beside, by number of items (a: 1, b: 2): nobody sees these tuples, but they
/// go to the free lists with the functions.
/// `until`: the import on the way that brings what replaces them; undefined: they are made behind all of it.
/// `after`: they are made only when so many objects more are there.
export interface Leftover {
  readonly source: string;
  readonly tuples?: string;
  readonly until?: string;
  readonly after?: number;
}

type Leftovers = Readonly<Record<string, Leftover>>;

export const leftovers311: Leftovers = { ast: { source: precedence, until: '_ast', after: 180 } };

export const leftovers313: Leftovers = {
  operator: { source: `${getters}methodcaller.names = '_args', '_name'\n`, tuples: 'a6b11c7d3e2f4g2i1k1', until: '_operator' },
  collections: { source: `${orderedDict}OrderedDict.names = '_hardroot', '_map', '_root'\nOrderedDict.pop = lambda: 0\nOrderedDict.empty = {}\nOrderedDict.pop.__defaults__ = (tuple,)\n`, tuples: 'a11b8c6d5e4f2g3h3i3j1', until: '_collections', after: 60 },
  functools: { source: `${partial313}partial.names = 'args', 'func'\npartial.empty = {}\n`, tuples: 'c1d3e3f2g1i1j1k1', until: '_functools', after: 30 }, types: { source: boundMethod }, enum: { source: plain }, re: { source: plain, until: 'copyreg' }, ast: { source: precedence, until: 'contextlib', after: 170 }
};

export const leftovers314: Leftovers = {
  operator: { source: `${getters}del attrgetter.__slots__, itemgetter.__slots__\n`, tuples: 'a7b14c6d4e2f3g2i1k1', until: '_operator' },
  collections: { source: `${orderedDict}OrderedDict.r = lambda: 0\n`, tuples: 'a12b9c6d5e4f2g3h3i3j1', until: '_collections', after: 60 },
  functools: { source: partial314, tuples: 'b1c3e2f2h1o1', until: '_functools', after: 30 }, enum: { source: plain }, re: { source: plain, until: 'copyreg' }, ctypes: { source: simpleTypes, until: 'struct' }
};
