import sys, gc
def main():
    f=None
    d=None
    def n0(p, depth=3):
        keep = [p]
        if depth: return n0(keep, depth - 1)
        raise ValueError(p)
    try:
        d = n0(f)
    except ValueError as error:
        f = error.__traceback__.tb_next.tb_next.tb_frame
    print(len(gc.get_referents(f)),[type(x) for x in gc.get_referents(f)])
    gc.collect()
    print(len(gc.get_referents(f)),[type(x) for x in gc.get_referents(f)])
    def k(): return sys._getframe()
    h=k(); print([type(x) for x in gc.get_referents(h)], h.f_locals)
    h=k(); print([type(x) for x in gc.get_referents(h)])
    h=sys._getframe();  print([type(x) for x in gc.get_referents(h)])
main()
