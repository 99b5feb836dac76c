import traceback
def t(src):
    try: exec(compile(src, "<s>", "exec"), {'a': 1, 'b': 2})
    except Exception: traceback.print_exc()
for s in ("assert a == b", "assert (a\n  == b), 'm'", "assert a == 1 and b == 3, 'x'", "assert a == 1 and not b", "assert not a == 1, (\n 'msg')", "assert a == 1 or\\\n b\nassert (b == 3 or\n  a == 3)", "assert (a if b == 5 else a == 7)", "assert a in (2,\n 3), f'{a}'", "x = [i for i in (1, 2) if i / 0 == 1]", "assert a < b < 1\n", "while a == 1:\n  if b == 3: pass\n  elif (a ==\n    1 / 0): pass", "assert all(x == 1 for x in (1, 2))", "assert isinstance(a, str), 'not'", "assert a"):
    t(s)
