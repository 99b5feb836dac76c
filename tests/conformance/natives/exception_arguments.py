"""What exceptions make of their arguments, and how they are copied."""
for cls, args in [(SyntaxError, ()), (SyntaxError, ('a',)), (SyntaxError, ('a', 1)), (SyntaxError, ('a', ())), (SyntaxError, ('a', (1,2,3))), (SyntaxError, ('a', (1,2,3,4))), (SyntaxError, ('a', [1,2,3,4])), (SyntaxError, ('a', (1,2,3,4,5))), (SyntaxError, ('a', (1,2,3,4,5,6))), (SyntaxError, ('a', (1,2,3,4,5,6,7))),(SyntaxError, ('a', (1,2,3,4,5,6,7,8))), (SyntaxError, ('a', 'abcd')), (SyntaxError, ('a', (1,2,3,4), 3)), (SyntaxError, ('a', ("bad.py", 1, 2, "abcdefg", 1))),
 (UnicodeDecodeError, ()), (UnicodeDecodeError, ('a',)), (UnicodeDecodeError, (1,2,3,4,5)), (UnicodeDecodeError, ('a','b',1,2,'c')), (UnicodeDecodeError, ('a',b'b',1,2,'c')), (UnicodeDecodeError, ('a',bytearray(b'bc'),0,1,'c')), (UnicodeDecodeError, ('a',b'b',1.5,2,'c')), (UnicodeDecodeError, ('a',b'b',1,2,3)), (UnicodeDecodeError, ('a',b'b',10**30,2,'r')),
 (UnicodeEncodeError, ()), (UnicodeEncodeError, ('a','b',1,2)), (UnicodeEncodeError, ('a',b'b',1,2,'c')), (UnicodeEncodeError, ('a','b',0,1,'c')), (UnicodeEncodeError, ('a','bcd',0,3,'c')), (UnicodeEncodeError, ('a','b€\U0001f600',1,2,'c')), (UnicodeEncodeError, ('a','b€\U0001f600',2,3,'c')), (UnicodeEncodeError, ('a','b',-5,100,'c')), (UnicodeEncodeError, ('a','',0,0,'c')),(UnicodeEncodeError, (1,'',0,0,'c')),
 (UnicodeTranslateError, ()), (UnicodeTranslateError, ('b',0,1,'c')), (UnicodeTranslateError, ('b€',1,2,'c')), (UnicodeTranslateError, ('abc',1,3,'c')), (UnicodeTranslateError, (b'b',0,1,'c')), (UnicodeTranslateError, ('b',0,1)),
 (ImportError, ()), (ImportError, ('a','b')), (StopIteration, (1,2)), (SystemExit, (1,2)), (OSError, (1,)), (OSError, (1,'a')), (OSError, (2,'a','f')), (OSError, (2,'a','f',None,'g')), (OSError, (2,'a','f',None,'g','h')), (BlockingIOError, (11,'a',5)), (KeyError, ()), (KeyError, ('a','b')), (AttributeError, ('x',)), (UnicodeError, (1,2)), (ExceptionGroup, ('a',)), (ExceptionGroup, ('a',[])), (ExceptionGroup, (1,[ValueError()])), (ExceptionGroup, ('a',[1])), (ExceptionGroup, ('a',5)), (BaseExceptionGroup, ('a',[KeyboardInterrupt()])), (ExceptionGroup, ('a',[KeyboardInterrupt()])), (ExceptionGroup, ('a',[ValueError(1)],3))]:
    try: e = cls(*args)
    except Exception as x: print(cls.__name__, args, "->", type(x).__name__, x)
    else:
        names = [n for n in ('msg','filename','lineno','offset','text','end_lineno','end_offset','print_file_and_line','_metadata','encoding','object','start','end','reason','name','path','value','code','errno','strerror','filename2','characters_written','obj') if hasattr(e, n)]
        print(cls.__name__, args, repr(e), '|', str(e), '|', {n: getattr(e, n) for n in names})
for cls, args in [(UnicodeEncodeError, ('a','bcd',0,3,'c')), (UnicodeDecodeError, ('a',b'bcd',0,3,'c')), (UnicodeTranslateError, ('bcd',0,3,'c'))]:
    e = cls(*args)
    for n, v in [('start',1),('end',2),('start',5),('end',-4),('object',5),('object','q'),('reason','why'),('reason',5),('encoding','enc'),('encoding',None),('start','x'),('start',10**30)]:
        try: setattr(e, n, v); print(n, v, str(e), e.start, e.end)
        except Exception as x: print(n, v, type(x).__name__, x)
    for n in ('start','object','reason','encoding'):
        try: delattr(e, n); print(str(e)); print(getattr(e,n))
        except Exception as x: print('del', n, type(x).__name__, x)
    print(e.args, repr(e))
    for how in (lambda: cls.__new__(cls), ):
        try: print(str(how()), repr(how()), how().start)
        except Exception as x: print(type(x).__name__, x)
e = SyntaxError.__new__(SyntaxError); print(str(e), e.msg)
e = ImportError('m', name='n', path='p'); e.__init__('q'); print(e.name, e.path, e.msg, e.args)
e.__init__(); print(e.name, e.msg, str(e))
for kw in ({'foo':1},{'name':1},{'path':2},{'name_from':2},{'foo':1,'name':2}):
    for cls in (ImportError, NameError, AttributeError, ValueError, SyntaxError, KeyError, OSError, StopIteration):
        try: e = cls(**kw); print(cls.__name__, kw, repr(e), e.__dict__)
        except Exception as x: print(cls.__name__, kw, type(x).__name__, x)
e = ValueError(1); e.__notes__ = 5
try: e.add_note('x')
except Exception as x: print(type(x).__name__, x)
e = ValueError(1)
for st in (None, {}, {'a': 1, 'args': (7,)}, 5, {1:2}, {'__notes__': ['n']}):
    try: print(e.__setstate__(st), e.__dict__, e.args)
    except Exception as x: print(type(x).__name__, x)
for v in (5, 'ab', [1], None):
    try: e.args = v; print(e.args)
    except Exception as x: print(type(x).__name__, x)
print(OSError(2,'a').__reduce__(), OSError(2,'a','f').__reduce__(), OSError(2,'a','f',None,'g').__reduce__(), ImportError('a',name='x').__reduce__(), ValueError(3).__reduce__(), KeyError().__reduce__(), AttributeError('a', name='n', obj=3).__reduce__(), UnicodeDecodeError('a',b'b',0,1,'c').__reduce__())
try: print(AttributeError('a', name='n', obj=3).__getstate__(), NameError('x',name='y').__getstate__())
except Exception as x: print(type(x).__name__, x)
e = OSError(2,'a'); print(e.characters_written if hasattr(e,'characters_written') else 'none'); e.characters_written = 5; print(e.characters_written)
e = BlockingIOError(11,'a',5); print(e.characters_written, e.filename)
