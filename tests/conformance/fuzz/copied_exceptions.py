# What copying asks of an exception: its arguments, and its dict if it has one, which asking for it makes.
import copy
class X(Exception): pass
class Slotted(Exception):
    __slots__ = ('a',)
for e in (TypeError('a'), X(1), KeyError(1), OSError(2, 'x'), OSError(2, 'x', 'f'), ImportError('x', name='n'), AttributeError('q', name='n', obj=3), StopIteration(4), NameError('x', name='y'), ExceptionGroup('g', [ValueError(1)]), SyntaxError('x'), UnicodeDecodeError('utf8', b'', 1, 2, 'x'), Slotted(1)):
    print(e.__reduce__(), e.__reduce_ex__(2))
    hasattr(e, 'name')
    print(e.__reduce__())
    e.__dict__
    print(e.__reduce__(), e.__reduce_ex__(2))
    e.x = 1
    print(e.__reduce__(), copy.copy(e).__dict__)
    del e.x
    print(e.__reduce__())
    copy.copy(e)
for e in (ImportError('x', name='n', path=None), ImportError('x'), AttributeError('q'), AttributeError(), AttributeError(name=None), OSError(2, 'x', 'f', None, 'g'), OSError(2), ModuleNotFoundError('m', path='p')):
    print(e.__reduce__(), e.__reduce_ex__(2), e.__getstate__())
    c = copy.copy(e)
    print(repr(c), c.__dict__, c.args)
    d = copy.deepcopy(e)
    print(repr(d), d.__dict__, d.args)
try: None.x
except AttributeError as e:
    print(e.__reduce__(), e.__getstate__(), copy.copy(e).name, copy.copy(e).obj)
try: import nothing_there
except ImportError as e:
    print(e.__reduce__())
e = ValueError(1)
for state in (None, {}, {'a': 1}, 5, {1: 2}, {'args': [3]}):
    try: print(e.__setstate__(state), vars(e), e.args)
    except Exception as p: print(type(p), p)
