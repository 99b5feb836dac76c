# What exception groups, their splitting and except* leave behind.
import gc, weakref
def count(s, n=2):
    ns = {'weakref': weakref}
    exec('def f():\n' + '\n'.join(' ' + l for l in s.split('\n')), ns)
    f = ns['f']; l = []
    for _ in range(n):
        gc.collect()
        f(); l.append(gc.get_count()[0])
    print(s.replace('\n', '; '), l)
count('try: weakref.ref(None)\nexcept Exception as p: str(p)')
count('try: raise ExceptionGroup("g", [ValueError(1)])\nexcept* ValueError: pass')
count('try: raise ExceptionGroup("g", [ValueError(1)])\nexcept* ValueError as e: pass')
count('try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])\nexcept* ValueError as e: pass\nexcept* TypeError as e: pass')
count('try:\n try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])\n except* ValueError as e: pass\nexcept ExceptionGroup as g: pass')
count('try: raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3)])])\nexcept* ValueError as e: x = e\nexcept* TypeError as e: y = e.exceptions')
count('try: raise ValueError(1)\nexcept* ValueError as e: pass')
count('g = ExceptionGroup("g", [ValueError(1)])')
count('g = ExceptionGroup("g", [ValueError(1)]); g.split(ValueError)')
count('g = ExceptionGroup("g", [ValueError(1), TypeError(2)]); g.split(ValueError)')
count('g = ExceptionGroup("g", [ValueError(1), TypeError(2)]); g.subgroup(ValueError)')
count('g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)])]); g.split(ValueError)')
count('g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)])]); g.split(lambda e: True)')
count('try: raise ExceptionGroup("g", [ValueError(1)])\nexcept ExceptionGroup as g: str(g), repr(g), g.exceptions')
count('try: raise ExceptionGroup("g", [ValueError(1)])\nexcept* ValueError as e:\n try: raise\n except ExceptionGroup: pass')
count('try:\n try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])\n except* ValueError as e: raise KeyError(3)\nexcept ExceptionGroup as g: pass')
