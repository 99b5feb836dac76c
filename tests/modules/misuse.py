# Calls every function and method of the machine with arguments that it does not want: each may raise, none may do more.
# `part` and `parts` are set by the test.
import abc, collections, collections.abc, contextlib, copy, copyreg, ctypes, dataclasses, enum, functools, gc, io, itertools
import math, operator, random, string, sys, time, traceback, types, typing, weakref
import _abc, _collections, _ctypes, _functools, _operator, _random, _traceback, _typesupport, _weakref

class Plain: pass
class Int(int): pass
class Str(str): pass
class List(list): pass
class Dict(dict): pass
class Sequence:
    def __index__(self): return 2
    def __len__(self): return 3
    def __getitem__(self, i): raise IndexError

def generator():
    yield 1

def values():
    return [
        None, 1, -1, 2**70, 2.5, 1j, True, 'ab', b'ab', bytearray(b'xy'), memoryview(b'z'), (1, 2), [3, 1], {'a': 1}, {1}, frozenset([1]),
        range(3), slice(1, 2), Plain(), Plain, Int(3), Str('s'), List([1]), Dict(a=2), Sequence(), generator(), iter([1]), len, [].append,
        str.lower, Plain.__dict__, int, ValueError('v'), sys, lambda *args: None, NotImplemented, ...
    ]

MODULES = [
    abc, collections, collections.abc, contextlib, copy, copyreg, ctypes, dataclasses, enum, functools, gc, io, itertools, math, operator,
    random, string, sys, time, traceback, types, typing, weakref, _abc, _collections, _ctypes, _functools, _operator, _random, _traceback,
    _typesupport, _weakref, __builtins__
]
# They print, wait, turn on what the rest would suffer from, take long by right, or are there to break the count.
LEFT_OUT = set('''
    input breakpoint exec print sleep settrace setprofile setrecursionlimit set_debug set_threshold disable freeze displayhook unraisablehook
    excepthook __displayhook__ __excepthook__ __unraisablehook__ __breakpointhook__ breakpointhook print_exc print_exception print_last
    print_stack print_tb factorial perm comb pow repeat mul imul lshift ilshift __pow__ __rpow__ __ipow__ __mul__ __rmul__ __imul__ __lshift__
    __rlshift__ __ilshift__ __init_subclass__ __subclasshook__ decref _primes
'''.split())

def owners():
    kinds = {object: None, type: None}
    for module in MODULES:
        kinds.update((value, None) for value in vars(module).values() if isinstance(value, type))
    kinds.update((type(value), None) for value in values())
    kinds.update((kind, None) for value in ([], (), {}, '', b'', set(), range(2)) for kind in (type(iter(value)),))
    kinds.update((type(view), None) for view in ({}.keys(), {}.values(), {}.items()))
    return list(kinds)

def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except BaseException as error:
        try:
            str(error)
        except Exception:
            pass  # an earlier call may have changed how a class says itself

def misuse(function, own, rng):
    if not callable(function):
        kind = type(function)
        for name in ('__get__', '__set__', '__delete__'):
            for value in values():
                attempt(getattr(kind, name, len), function, value, *([1] if name == '__set__' else []))
        return
    attempt(function)
    for value in values():
        attempt(function, value)
        others = values()
        first = rng.choice(own) if own and rng.random() < .8 else rng.choice(others)
        attempt(function, first, value)
        attempt(function, first, value, rng.choice(others))
        attempt(function, first, value, rng.choice(others), rng.choice(others))
        attempt(function, first, **{rng.choice(['key', 'a', 'sep', 'default', 'encoding', 'start']): value})

def run():
    todo = [(owner, name) for owner in owners() + MODULES for name in sorted(vars(owner)) if name not in LEFT_OUT]
    rng = random.Random(part)
    done = 0
    for owner, name in todo[part::parts]:
        if name not in vars(owner): continue
        own = [value for value in values() if owner in type(value).__mro__]
        where = f'{owner.__name__}.{name}'
        misuse(vars(owner)[name], own, rng)
        done += 1
    return done

where = None
