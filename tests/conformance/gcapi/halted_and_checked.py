"""What must not be imported; what an int or a class is not."""
import gc
import sys
import types

sys.modules['blocked'] = None
try:
    import blocked
except ModuleNotFoundError as e:
    print(e, e.name)
for text in ('type.__subclasscheck__(int, 5)', 'type.__subclasscheck__(int, bool)', 'type.__instancecheck__(int, True)', 'eval("1")'):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, e)
try:
    gc.get_referents(x=1)
except TypeError as e:
    print('get_referents() takes no keyword arguments' in str(e))
made = types.TracebackType(None, sys._getframe(), 7, 3)
print(made.tb_lasti, made.tb_lineno)
print([pow(b, e) for b in (-2, -1, 0, 1, 3, True) for e in (0, 1, 2, 5, 64)])
