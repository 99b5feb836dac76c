import copy, types
for make in (lambda: types.CellType(1, 2), lambda: types.CellType(contents=1), lambda: types.CellType(), lambda: types.CellType(5)):
    try: print(hasattr(make(), 'cell_contents'))
    except (TypeError, ValueError) as e: print(e)
class S:
    __slots__ = 'a',
for protocol in (0, 1):
    try: S().__reduce_ex__(protocol)
    except TypeError as e: print(e)
