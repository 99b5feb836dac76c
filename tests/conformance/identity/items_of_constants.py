"""The item of a constant is a constant, and what it was taken from is gone, or not."""


def of_tuple():
    return (1, 2)[0]


def of_str():
    return 'abc'[1], 'abc'[-1], b'abc'[0]


def out_of_range():
    return 'abc'[7:]


def among_others():
    return [1, 2, 3], {1, 2}, (1, 2)[0], 'abc'[1], -(-1), not 1


def nested():
    return ((1, 2), 'x y')[0][1], ('a b', 'c d')[True]


for f in (of_tuple, of_str, out_of_range, among_others, nested):
    print(f.__name__, f.__code__.co_consts, f())
