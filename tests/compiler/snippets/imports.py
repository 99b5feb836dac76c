from contextlib import *
import a.b.c as d, e.f
import sys
from . import x as y, z
from ..p.q import r
sys.exit(1)
