"""Who holds the code of modules, exec(), functions and generators."""
import sys
rc = sys.getrefcount
f = sys._getframe(); print(rc(f.f_code)); co = f.f_code; print(rc(co))
exec("import sys; print(sys.getrefcount(sys._getframe().f_code))")
c = compile("import sys; print(sys.getrefcount(sys._getframe().f_code)); fr = sys._getframe()", "x", "exec"); print(rc(c)); exec(c); print(rc(c)); exec(c, {}); eval(c)
print(eval("sys.getrefcount(sys._getframe().f_code)"), rc(c))
class K: print(rc(sys._getframe().f_code)); k = sys._getframe()
print(rc(K.k.f_code)); 
try: exec("1/0")
except Exception as e: print(rc(e.__traceback__.tb_next.tb_frame.f_code), rc(e.__traceback__.tb_frame.f_code))
def g(): exec("h = lambda: 0"); return rc(sys._getframe().f_code)
print(g(), rc(g.__code__)); print([rc(sys._getframe().f_code) for _ in [1]])
def gen(): yield rc(sys._getframe().f_code)
x = gen(); print(next(x), rc(gen.__code__), rc(x.gi_code)); print(list(rc(sys._getframe().f_code) for _ in [1]))
