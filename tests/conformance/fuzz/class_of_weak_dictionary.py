# A weak dictionary has its dict on top of a base without one: no class that derives from object fits.
import weakref
class A:
    pass
for make in (weakref.WeakKeyDictionary, weakref.WeakValueDictionary, weakref.WeakSet):
    d = make()
    try:
        d.__class__ = A
        print('changed')
    except TypeError as e:
        print(e)
    d.x = 5
    print(d.x, weakref.ref(d)() is d)
