"""The words of live objects, read from memory: fields and their places, pointers by what they lead to."""
import ctypes
import gc
import sys
import weakref

gc.disable()


def words(address, count):
    data = ctypes.string_at(address, 8 * count)
    return [int.from_bytes(data[8 * i:8 * i + 8], 'little') for i in range(count)]


def name(word, known):
    if word in known:
        return known[word]
    if word < 4096:
        return str(word)
    return '...'


def show(title, target, count, skip=(), **parts):
    known = {id(target): 'self', id(type(target)): 'type', id(None): 'None'}
    known.update({id(value): key for key, value in parts.items()})
    row = [name(word, known) for word in words(id(target), count)]
    row[0] = 'refcnt'
    for i in skip:
        row[i] = '?'
    print(title, row)


class Plain:
    pass


class Slots:
    __slots__ = ('first', 'second')


class Weak:
    __slots__ = ('first', '__weakref__')


one, two, three = object(), object(), object()
show('float', 1.5, 3, (2,))
print(words(id(2.0), 3)[2] == 0x4000000000000000)
print('int', [words(id(n), 3)[2] for n in (1000, -1000, 2 ** 40, -2 ** 40, 2 ** 70)], [[w & 0xffffffff for w in words(id(n), 4)[3:]] for n in (1000, -1000)],
      words(id(2 ** 40 + 5), 4)[3] == (2 ** 10 << 32) + 5)
for text in ('abcd', 'é' + 'abc', '€abc', '😀a'):
    row = words(id(text), 8)
    print('str', ascii(text), row[2], row[4] & 0xff)
print('bytes', words(id(b'abcdefg'), 5)[2], words(id(b'abcdefg'), 5)[4].to_bytes(8, 'little'))
items = [one, two]
show('list', items, 5, (3,))
print(words(words(id(items), 4)[3], 2) == [id(one), id(two)])
pair = (one, two)
show('tuple', pair, 6 if sys.version_info >= (3, 14) else 5, (3,) if sys.version_info >= (3, 14) else (), one=one, two=two)
mapping = {'a': one}
show('dict', mapping, 6, (3, 4))
keys = words(words(id(mapping), 5)[4], 9)
print('keys', keys[0], keys[1] & 0xff, keys[1] >> 8 & 0xff, keys[1] >> 16 & 0xff, keys[2], keys[3], [name(w, {id(one): 'one', id('a'): 'a'}) for w in keys[5:7]])
numbers = {1000: one}
keys = words(words(id(numbers), 5)[4], 9)
print('keys', keys[0], keys[1] & 0xff, keys[1] >> 8 & 0xff, keys[1] >> 16 & 0xff, keys[2], keys[3], [name(w, {id(one): 'one'}) for w in keys[5:8]])
group = {1}
show('set', group, 8, (5,))
print(words(id(group), 6)[5] - id(group), [name(w, {id(1): 'one'}) for w in words(id(group) + 64, 4)])


def function(a, b=one):
    return a


show('function', function, 15, (9,), globals=globals(), name='function', code=function.__code__, defaults=function.__defaults__, module=__name__)


class Methods:
    def method(self):
        pass


owner = Methods()
method = owner.method
show('method', method, 4, function=Methods.method, owner=owner)


def outer():
    def inner():
        return one_cell
    one_cell = one
    return inner


show('cell', outer().__closure__[0], 3, one=one)
show('slice', slice(one, two, three), 5, one=one, two=two, three=three)
show('range', range(1000, 2000, 3000), 6, (2, 3, 4, 5))
slots = Slots()
slots.first, slots.second = one, two
show('slots', slots, 4, one=one, two=two)
weak = Weak()
weak.first = one
reference = weakref.ref(weak)
show('weak', weak, 4 if sys.version_info < (3, 12) else 3, one=one, reference=reference)
print('before it', [name(w, {id(reference): 'reference'}) for w in words(id(weak) - 32, 2)] if sys.version_info >= (3, 12) else '')
show('weakref', reference, 8, (4, 7), weak=weak)
plain = Plain()
plain.a = one
plain.b = two
if sys.version_info < (3, 12):
    show('instance', plain, 3)
    values, pointer = words(id(plain) - 32, 2)
    print('values', [name(w, {id(one): 'one', id(two): 'two'}) for w in words(values, 2)], ctypes.string_at(values - 4, 4), pointer)
else:
    row = words(id(plain) + 16, 3)
    print('values', row[0] >> 8 & 0xff, row[0] >> 16 & 0xff, row[0] >> 24 & 0xff, [name(w, {id(one): 'one', id(two): 'two'}) for w in row[1:]])
    print('before', words(id(plain) - 32, 2))
plain.__dict__
print('dict', [name(w, {id(plain.__dict__): 'dict'}) for w in words(id(plain) - 32, 2)])
error = ValueError(one)
show('exception', error, 9, args=error.args)
try:
    raise error
except ValueError as caught:
    show('caught', caught, 9, args=caught.args, traceback=caught.__traceback__)
    show('traceback', caught.__traceback__, 4, frame=caught.__traceback__.tb_frame)
show('iterator', iter(items), 4, items=items)
