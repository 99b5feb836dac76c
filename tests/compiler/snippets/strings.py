def fs(x):
    return f"{x!r:>{w}}{x=}abc", f"{x}", f"", "%s %r %5.2s%%" % (x, y, z), "%d" % (x,), t"{x!r:>5}a{y}"
