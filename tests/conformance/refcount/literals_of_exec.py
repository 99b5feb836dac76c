"""Literals of a text that exec() and eval() run are held by its tree as well."""
import sys
rc = sys.getrefcount
def cls(o): return rc(o)
exec("z = 'exec text'; w = 1234; print('L',cls(z), cls(w), cls('exec text')); t = (1, 2, 'z z'); print(cls(t), cls(b'bytes')); print(cls(1.5), cls(10**20), cls(-1234), cls('a b' 'c d'), cls(f'x {w}'))")
print(cls(z), cls(w), cls(t))
print(eval("cls('two words')"), eval("cls(12345)"), eval("cls((1, 'a b'))"), eval("cls(1 + 1000)"))
def f(): exec("q = 'other text'; print(cls(q))"); return eval("'last text'")
print(cls(f())); exec("def g(): return 'in g', 5555"); print([cls(x) for x in g()]); c = compile("print(cls('comp text'), cls(99999))", 'x', 'exec'); exec(c); eval(c)
exec("exec(\"print(cls('inner text'))\"); print(cls('outer text'))")
