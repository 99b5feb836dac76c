"""Records recorded.json: where real pymallocs put the blocks of a random run: python3 record.py PYTHON...

The run begins when every pool of the classes used is full and a new arena has just been mapped, so that it
depends on nothing that the interpreter did before. Arenas come 1 MiB aligned from the C library and are never
given back to it, so that each has an address of its own.
"""
import array
import ctypes
import json
import pathlib
import subprocess
import sys

MIB = 1 << 20
POOL = 1 << 14
# Size classes that the interpreter itself hardly uses.
CLASSES = range(24, 32)
STEPS = 160000
CHUNK = 2000


class ArenaAllocator(ctypes.Structure):
    _fields_ = [("ctx", ctypes.c_void_p), ("alloc", ctypes.c_void_p), ("free", ctypes.c_void_p)]


def run():
    api = ctypes.pythonapi
    libc = ctypes.CDLL(None)
    address = lambda function: ctypes.cast(function, ctypes.c_void_p).value
    # aligned_alloc(ctx = alignment, size); labs(ctx) does nothing.
    aligned = ArenaAllocator(MIB, address(libc.aligned_alloc), address(libc.labs))
    api.PyObject_SetArenaAllocator(ctypes.byref(aligned))
    malloc, free = api.PyObject_Malloc, api.PyObject_Free
    malloc.restype, malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    free.restype, free.argtypes = None, [ctypes.c_void_p]

    live = array.array("Q", bytes(8 * STEPS))
    sums = array.array("Q", bytes(8 * (STEPS // CHUNK)))
    bases = array.array("Q", bytes(8 * 1000))
    # Half-empty pools of all other classes, for what the interpreter allocates during the run.
    for szidx in range(24):
        spare = [malloc(szidx * 16 + 16) for _ in range(3000)]
        for block in spare[::2]:
            free(block)
    for szidx in CLASSES:
        size = szidx * 16 + 16
        count = (POOL - 48) // size
        in_order = 0
        for n in range(100000):
            place = malloc(size) % POOL - 48
            in_order = 1 if place == 0 else in_order + 1 if place == in_order * size else 0
            if n > 4000 and in_order == count:
                break
        else:
            raise SystemExit("no full pool")
    while True:
        first = malloc(512)
        if first % MIB == 48:
            break

    bases[0] = first - 48
    arenas = 1
    live[0] = first
    length = 1
    state = 1
    check = 0
    chunk = 0
    for step in range(STEPS):
        state = (state * 1103515245 + 12345) % 2147483648
        choice = (state >> 8) % 100
        # Waves, so that pools and arenas come and go.
        if length == 0 or choice < (65 if step // 20000 % 2 == 0 else 32):
            state = (state * 1103515245 + 12345) % 2147483648
            block = malloc(385 + (state >> 8) % 128)
            base = block - block % MIB
            arena = arenas - 1
            while arena >= 0 and bases[arena] != base:
                arena -= 1
            if arena < 0:
                arena = arenas
                bases[arenas] = base
                arenas += 1
            live[length] = block
            length += 1
            place = arena * 65536 + block % MIB // 16
        else:
            state = (state * 1103515245 + 12345) % 2147483648
            which = (state >> 4) % length
            free(live[which])
            length -= 1
            live[which] = live[length]
            place = which
        check = (check * 31 + place) % 2147483648
        if step % CHUNK == CHUNK - 1:
            sums[chunk] = check
            chunk += 1
    return {"steps": STEPS, "chunk": CHUNK, "arenas": arenas, "sums": list(sums)}


if __name__ == "__main__":
    if sys.argv[1:] == ["--one"]:
        print(json.dumps(run()))
    else:
        runs = [json.loads(subprocess.check_output([python, __file__, "--one"])) for python in sys.argv[1:] * 2]
        assert all(one == runs[0] for one in runs), "the interpreters do not agree"
        pathlib.Path(__file__).with_name("recorded.json").write_text(json.dumps(runs[0]) + "\n")
