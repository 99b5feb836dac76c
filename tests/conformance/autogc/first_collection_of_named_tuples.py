from collections import namedtuple
import gc
Pt = namedtuple("Pt", "x y")
first = None
def cb(phase, info):
    global first
    if phase == "start" and first is None:
        first = len(pts)
gc.callbacks.append(cb)
pts = []
while first is None:
    pts.append(Pt(len(pts), 0))
print("first at", first)
gc.callbacks.pop()
