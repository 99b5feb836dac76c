# sys.stdout is an object with a dict: a write() of a program's own takes the place of the type's.
import builtins
import sys

def backwards(text):
    return original(text[::-1])

original = sys.stdout.write
sys.stdout.write = backwards
print("abc")
print("x", "yz", sep="-")
sys.stdout.writelines(["one\n", "two\n"])
del sys.stdout.write
print("abc", sys.stdout.__dict__, sys.stdout.line_buffering)
sys.stdout.note = 1
print(sys.stdout.note, sys.getsizeof(sys.stdout), type(sys.stdout).__dictoffset__, type(sys.stdout).__weakrefoffset__)
try:
    sys.stdout.nonesuch
except AttributeError as error:
    print(error)

# What a version does not have yet is not there.
for owner, name in ((int, "is_integer"), (bool, "__invert__"), (type, "__annotate__"), (builtins, "PythonFinalizationError"),
                    (builtins, "FrameLocalsProxy"), (type(lambda: 0), "__type_params__"), (slice, "__class_getitem__"), (property, "__name__")):
    print(owner.__name__, name, name in vars(owner))

def tree(cls, depth=0):
    if cls.__module__ == "builtins" and cls.__name__[0] != "_":
        print(" " * depth + cls.__name__)
    for sub in type.__subclasses__(cls):
        tree(sub, depth + 1)

tree(BaseException)
