import math
class C:
    def __iter__(self): return iter([2,3])
for f in (lambda: math.isclose(1), lambda: math.isclose(1,2,3), lambda: math.isclose(1,2,x=3), lambda: math.isclose(a=1,b=1), lambda: math.prod(), lambda: math.prod([1],2), lambda: math.prod([1],x=2),lambda: math.prod(C(),start=4), lambda: math.isclose(1,1.1,rel_tol=.2), lambda: math.isclose('a', 1, abs_tol=-1), lambda: math.isclose(2, 1, abs_tol=-1), lambda: math.gcd(a=1), lambda: math.gcd(4,6), lambda: math.prod(5), lambda: iter([1]).__setstate__('a'), lambda: reversed([]).__setstate__(2.5), lambda: reversed([1]).__setstate__(2.5), lambda: iter(()).__setstate__(2.5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
