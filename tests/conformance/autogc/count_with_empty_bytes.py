# The compiler has the constant b'' before: it is the empty exception table.
import gc
print(gc.get_count())
empty = b''
functions = [lambda: b'', lambda: (b'', 1), lambda: b'a']
print(gc.get_count())
