class E1:
    def __exit__(s,*a): pass
class E2:
    def __enter__(s,*a): pass
class E3:
    def __aenter__(s,*a): pass
    def __aexit__(s,*a): pass
for c in (E1,E2,E3):
    try:
        with c(): pass
    except TypeError as e: print(e)
class W:
    def __lt__(s,o): print('lt'); return NotImplemented
    def __gt__(s,o): print('gt'); return NotImplemented
try: sorted([W(),W()])
except TypeError as e: print(e)
class W2(W): pass
try: sorted([W(),W2()])
except TypeError as e: print(e)
try: min([W(),W()])
except TypeError as e: print(e)
class P:
    def __pow__(s,*a): print('pow',len(a)); return NotImplemented
    def __rpow__(s,*a): print('rpow',len(a)); return NotImplemented
class P2(P):
    def __rpow__(s,*a): print('rpow2',len(a)); return NotImplemented
for a in ((1,P(),2),(P(),1,2),(1,2,P()),(P(),P(),2),(P(),P2(),3),(P2(),P(),3),(1,2.0,3),(2.0,1,3),(P(),P2())):
    try: pow(*a)
    except TypeError as e: print(e)
