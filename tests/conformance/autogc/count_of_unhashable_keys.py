# What refuses a key that has no hash leaves behind.
import gc

def count(statement):
    names = {}
    exec('def f():\n try:\n  ' + statement + '\n except TypeError as e: return str(e)', names)
    f = names['f']
    gc.collect()
    message = f()
    once = gc.get_count()[0]
    gc.collect()
    f()
    print(statement, '|', message, once, gc.get_count()[0])

for statement in (
    'd = {}; d[[1]] = 1', '{[1]: 1}', '{q: 1 for q in [[1]]}', '{q for q in [[1]]}', '{[1]}', 's = set(); s.add([1])', '[1] in set()',
    '[1] in {}', '{}[[1]]', 'd = {}; del d[[1]]', '{}.get([1])', '{}.setdefault([1])', 'dict([([1], 2)])', 'dict.fromkeys([[1]])',
    'set([[1]])', 'frozenset([[1]])', 'set().discard([1])', 'hash([1])', '{1: {[2]: 3}}', '{}.update([([1], 2)])', '{1}.union([[1]])'
):
    count(statement)
