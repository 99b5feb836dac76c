# A generator's frame: its caller when it is over, clear(), and names that must be text.
import types


class Local:
    def __del__(self):
        print("local gone")


def two(local):
    try:
        yield 1
        yield 2
    finally:
        print("finally")


gen = two(None)
frame = gen.gi_frame
next(gen)
print(frame.f_back)
for _ in gen:
    pass
print(gen.gi_frame, frame.f_back is None)

gen = two(Local())
gen.gi_frame.clear()
print("cleared before it ran", gen.gi_frame, list(gen))

gen = two(Local())
next(gen)
try:
    gen.gi_frame.clear()
    print("cleared", gen.gi_frame)
except RuntimeError as error:
    print(error)


def clears_itself():
    try:
        gen.gi_frame.clear()
    except RuntimeError as error:
        yield error


gen = clears_itself()
print(next(gen))

for change in (lambda: setattr(gen, "__name__", 1), lambda: delattr(gen, "__qualname__")):
    try:
        change()
    except TypeError as error:
        print(error)

# Code with variables of an enclosing function.
def outer(x):
    return lambda: print("x is", x)


inner = outer(3)
exec(inner.__code__, closure=inner.__closure__)
for run in (lambda: exec(inner.__code__), lambda: eval(inner.__code__), lambda: exec("pass", closure=()),
            lambda: exec(inner.__code__, closure=(1,)), lambda: exec(compile("pass", "", "exec"), closure=())):
    try:
        run()
    except TypeError as error:
        print(error)
