"""Warnings of the compiler go through the filters of warnings, and indentation errors have their places."""
import warnings
warnings.simplefilter('ignore')
x = 5
eval('x is 5'); compile('x is 5', 'f', 'exec'); exec('x is 5')
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    eval('x is 5'); print(len(w), w[0].category.__name__, str(w[0].message), w[0].lineno, w[0].filename) 
warnings.simplefilter('error')
try: eval('x is 5')
except Exception as e: print(type(e).__name__, e)
warnings.resetwarnings()
eval('x is 5')
eval('x is 5')
s = "if True:\n    x = 1\n\ty = 2\n"
try: compile(s, 'f', 'exec')
except SyntaxError as e: print(type(e), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
s = "if True:\n    x = 1\n  y = 2\n"
try: compile(s, 'f', 'exec')
except SyntaxError as e: print(type(e), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
s = "if True:\n\tx = 1\n        y = 2\n"
try: compile(s, 'f', 'exec')
except SyntaxError as e: print(type(e), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
