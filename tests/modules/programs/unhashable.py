# Which operations of sets and dicts hash what they are given, and how each says that it cannot be.
def attempt(label, operation):
    try:
        print(label, operation())
    except (TypeError, KeyError) as error:
        print(label, type(error).__name__, error)


for name in ("union", "update", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint",
             "intersection_update", "difference_update", "symmetric_difference_update"):
    attempt(name, lambda: getattr({1}, name)([[1]]))
attempt("set", lambda: set([[1]]))
attempt("frozenset", lambda: frozenset([[1]]))
attempt("display", lambda: {[1]})
attempt("in", lambda: [1] in {1})
for name in ("add", "discard", "remove"):
    attempt(name, lambda: getattr({1}, name)([1]))
attempt("dict", lambda: {[1]: 2})
attempt("subscript", lambda: {}[[1]])
attempt("get", lambda: {}.get([1]))
attempt("in dict", lambda: [1] in {})
attempt("setdefault", lambda: {}.setdefault([], 1))
attempt("pop", lambda: {1: 1}.pop([]))
attempt("pop of nothing", lambda: {}.pop([]))
attempt("pop of nothing", lambda: {}.pop([], 3))
attempt("del of nothing", lambda: {}.__delitem__([]))
attempt("fromkeys", lambda: dict.fromkeys([[]]))
attempt("pairs", lambda: dict([([], 1)]))
attempt("comprehension", lambda: {x for x in [[]]})
attempt("dict comprehension", lambda: {x: 1 for x in [[]]})
