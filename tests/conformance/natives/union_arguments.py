from typing import TypeVar
T=TypeVar('T'); U=TypeVar('U')
for f in (lambda: (list[T]|int)[str], lambda: (list[T]|dict[T,U])[str,int], lambda: (int|str)[0], lambda:(T|None)[int], lambda:(list[T]|int)[str,int], lambda:(list[T]|list[U])[int,int], lambda: (T|U)[int,str], lambda: (int|str).x):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
