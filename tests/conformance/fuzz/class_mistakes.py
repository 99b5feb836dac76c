class A: pass
try: print(super(A,None).me)
except Exception as e: print(e)
def f(v): return super(A, v).me()
try: f(None)
except Exception as e: print(e)
class M(type):
    def __del__(c): print('del',c.__name__)
try:
    class K(A, metaclass=M): __slots__=('a','__dict__')
except TypeError as e: print(e)
class K(A): __slots__=('b','a'); x=1
k=K(); k.b=1; print(k.b, K.__slots__)
try:
    class K(A): __slots__=('x',); x=1
except ValueError as e: print(e)
class K:
    __slots__=('__p','q')
    def s(self): self.__p=3; return self.__p
print(K().s())
