"""Records what CPython makes of calls on numbers and strings, for scalars.test.ts.

Run with 3.14 first, then with the others:  PYTHONHASHSEED=0 python3.14 record_scalars.py
writes scalars-3.14.json; the files of the others have only the results that differ. A case is [function, argument...]; an argument is a JSON object with one key that says its
type. A result is [type, repr], or ["!", exception type, message].
"""
import json
import operator
import os
import random
import struct
import sys
import warnings

warnings.simplefilter("ignore")
RNG = random.Random(20260514)
DELTA = "ß∂ǆΣςσİı"
ALPHABETS = ["ab", "aAbB 12_", "éàß ñ", "Ωσςλ\u2028", "a\U0001f600b\U00010400", "\t\n\r x\x1c\x85", "'\"\\x\x7f\xad", DELTA]


def encode(value):
    if value is None:
        return {"n": 0}
    if value is True or value is False:
        return {"o": value}
    if isinstance(value, int):
        return {"i": str(value)}
    if isinstance(value, float):
        return {"f": struct.pack(">d", value).hex()}
    if isinstance(value, complex):
        return {"c": [encode(value.real), encode(value.imag)]}
    if isinstance(value, str):
        return {"s": value}
    if isinstance(value, bytes):
        return {"b": value.hex()}
    if isinstance(value, bytearray):
        return {"y": value.hex()}
    if isinstance(value, tuple):
        return {"t": [encode(item) for item in value]}
    if isinstance(value, list):
        return {"l": [encode(item) for item in value]}
    if isinstance(value, dict):
        return {"d": [[encode(key), encode(item)] for key, item in value.items()]}
    if isinstance(value, slice):
        return {"S": [encode(value.start), encode(value.stop), encode(value.step)]}
    raise TypeError(value)


OPERATORS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "<<": operator.lshift, ">>": operator.rshift, "&": operator.and_,
    "|": operator.or_, "^": operator.xor, "<": operator.lt, "<=": operator.le, "==": operator.eq, "!=": operator.ne,
    ">": operator.gt, ">=": operator.ge, "[]": operator.getitem, "in": lambda a, b: a in b, "divmod": divmod,
    "pow": pow, "neg": operator.neg, "pos": operator.pos, "abs": abs, "invert": operator.invert, "repr": repr,
    "str": str, "hash": hash, "bool": bool, "len": len, "list": list, "format": format, "round": round,
    "sizeof": sys.getsizeof,
}
TYPES = {"int": int, "float": float, "complex": complex, "str": str, "bytes": bytes, "bytearray": bytearray, "bool": bool}


def call(name, args):
    if name.startswith("."):
        return getattr(args[0], name[1:])(*args[1:])
    if "." in name and name not in OPERATORS:
        owner, method = name.split(".")
        return getattr(TYPES[owner], method)(*args)
    if name in OPERATORS:
        return OPERATORS[name](*args)
    return TYPES[name](*args)


CASES = []


def case(name, *args):
    try:
        value = call(name, args)
        result = [type(value).__name__, ascii(value)]
    except Exception as error:
        result = ["!", type(error).__name__, ascii(str(error))]
    CASES.append([name, [encode(arg) for arg in args], result])


def some_int():
    kind = RNG.randrange(8)
    if kind < 3:
        return RNG.randrange(-300, 300)
    if kind < 6:
        return RNG.choice([-1, 1]) * (2 ** RNG.choice([15, 29, 30, 31, 32, 52, 53, 54, 60, 61, 63, 64]) + RNG.randrange(-3, 4))
    return RNG.choice([-1, 1]) * RNG.getrandbits(RNG.choice([70, 130, 300]))


def some_float():
    kind = RNG.randrange(6)
    if kind == 0:
        return struct.unpack(">d", RNG.randbytes(8))[0]
    if kind == 1:
        return RNG.choice([0.0, -0.0, 1.0, -1.0, float("inf"), -float("inf"), float("nan"), 1e16, 1e22, 5e-324, 1.7976931348623157e308])
    if kind == 2:
        return RNG.randrange(-1000, 1000) / 8
    if kind == 3:
        return float(f"{RNG.randrange(-99999, 99999)}e{RNG.randrange(-25, 25)}")
    return RNG.uniform(-100, 100)


def some_text(most=8):
    alphabet = RNG.choice(ALPHABETS)
    return "".join(RNG.choice(alphabet) for _ in range(RNG.randrange(most)))


def numbers():
    for _ in range(300):
        case(RNG.choice(["+", "-", "*", "/", "//", "%", "&", "|", "^", "<", "<=", "==", ">=", "divmod"]), some_int(), some_int())
    for _ in range(300):
        pair = [some_float(), RNG.choice([some_float, some_float, some_int])()]
        RNG.shuffle(pair)
        case(RNG.choice(["+", "-", "*", "/", "//", "%", "<", "<=", "==", ">", "!=", "divmod"]), *pair)
    for _ in range(150):
        case(RNG.choice(["<<", ">>"]), some_int(), RNG.randrange(-1, 130))
        case("**", RNG.choice([some_int() % 1000 - 500, some_float()]), RNG.randrange(-3, 20))
        case("pow", some_int(), RNG.randrange(-5, 300), some_int())
        case("round", some_int(), RNG.randrange(-8, 3))
    for _ in range(300):
        i, f = some_int(), some_float()
        case(RNG.choice(["repr", "hash", "neg", "abs", "invert", "bool", "float", ".bit_length", ".bit_count", "sizeof"]), i)
        case(RNG.choice(["repr", "neg", "abs", "bool", "int", ".hex", ".is_integer", ".as_integer_ratio", "round"]), f)
        if f == f:
            case("hash", f)
        case("round", f, RNG.randrange(-3, 12))
        case("float.fromhex", f.hex())
        case("float", repr(f))
    for _ in range(120):
        value, size = some_int(), RNG.randrange(1, 12)
        case(".to_bytes", value, size, RNG.choice(["big", "little"]))
        case("int.from_bytes", RNG.randbytes(size), RNG.choice(["big", "little"]))
        base = RNG.choice([0, 2, 7, 8, 10, 16, 36])
        case("int", RNG.choice(["0x", "0b", "0o", "", " -", "+", "_", ""]) + "".join(RNG.choice("0123456789abcz_") for _ in range(RNG.randrange(1, 4))) + RNG.choice(["", " ", "_"]), base)
        case("float", RNG.choice(["", "-", " "]) + RNG.choice(["1", "12.5", ".5", "5.", "1_0", "1__0", "_1", "1e5", "1e", "e5", ".", "inf", "nan", "Infinity", "infi", "1.5e-3_0", "0x1"]) + RNG.choice(["", " ", "e3", "\n"]))
    for a in [0, 1, -1, True, False, 2 ** 64, 1.5, 0.0, 1j, "a", None]:
        for b in [0, 1, True, False, 1.5, 0.0, 0j, 2j, "a", None]:
            for op in ["+", "-", "*", "/", "//", "%", "**", "==", "<", "divmod", "&", "<<"]:
                if (op != "**" or a != 2 ** 64) and not (op == "**" and 2j in (a, b) and a != 1):
                    case(op, a, b)
    for _ in range(60):
        a, b = complex(some_float(), RNG.randrange(-4, 5)), complex(RNG.randrange(-3, 4), RNG.randrange(-3, 4))
        case(RNG.choice(["+", "-", "==", "!="]), a, b)
        case(RNG.choice(["repr", "neg", "bool", ".conjugate"]), a)
        case("hash", b)
        case("complex", repr(b))
        case("*", complex(RNG.randrange(9), 2), b)
    for text in ["1+2j", "j", "-j", "1j", "(1+2j)", " 3 ", "1e5-3.5j", "nan+infj", "", "1+", "+j", "1+2", "1 + 2j", "((1))", "1jj", "-1-1j"]:
        case("complex", text)


SPECS_FILL = ["", "<", ">", "^", "=", "*<", "x^", "é>", "0="]


def some_spec(types):
    return "".join([
        RNG.choice(SPECS_FILL), RNG.choice(["", "", "+", "-", " "]), RNG.choice(["", "", "", "z"]), RNG.choice(["", "", "#"]),
        RNG.choice(["", "", "0"]), RNG.choice(["", "", "5", "12", "20"]), RNG.choice(["", "", "", ",", "_"]),
        RNG.choice(["", "", ".0", ".1", ".3", ".10", ".25"]), RNG.choice(types),
    ])


def formats():
    for _ in range(350):
        case("format", RNG.choice([some_int(), RNG.randrange(-2000000, 2000000), True]), some_spec(list("dbxXoncdfeg%s") + ["", ""]))
        case("format", some_float(), some_spec(list("eEfFgGn%") + ["", "", "d"]))
    for _ in range(200):
        case("format", some_text(), some_spec(["", "s", "s", "s", "d"]))
    for _ in range(300):
        flags = "".join(RNG.choice(["", "", c]) for c in "-+ #0")
        spec = "%" + flags + RNG.choice(["", "3", "10", "*"]) + RNG.choice(["", "", ".0", ".2", ".12", "."])
        code = RNG.choice("diouxXeEfFgGcrsa%q")
        value = RNG.choice([some_int, some_float, some_text, lambda: RNG.randrange(200), lambda: None])()
        values = (RNG.randrange(-8, 8), value) if "*" in spec else (value,)
        case("%", f"<{spec}{code}>", values)
    for text, args in [
        ("{} {}", (1, "a")), ("{1}{0}{1}", (1, "a")), ("{0[1]}", ([1, 2],)), ("{0[a]}", ({"a": 5},)), ("{:>{}}", ("x", 5)),
        ("{!r:>5}|{!s}|{!a}", ("é", "é", "é")), ("{{}}", ()), ("{{{}}}", (1,)), ("{", ()), ("}", ()), ("{}", ()), ("{a}", ()),
        ("{0}{}", (1,)), ("{}{0}", (1,)), ("{!x}", (1,)), ("{!}", (1,)), ("{0.real}", (5,)), ("{0.x}", (5,)), ("{0[}", (5,)),
        ("{0[]}", (5,)), ("{0[0]x}", ([5],)), ("{:{:{}}}", (1, 5, 3)), ("{0.}", (5,)), ("{!r", (1,)), ("{!rx}", (1,)), ("{:{}{}}", (1, ">", 5)),
        ("a{b", (1,)), ("{0:}", (1,)), ("{:d}", ("a",)), ("{:.2f}{:5}{:<5}|", (1.005, 3, 3)), ("{0!r}", ([1, "x"],)), ("{a:{b}}", ()),
    ]:
        case(".format", text, *args)
    for text, values in [
        ("%s", ()), ("%s", (1, 2)), ("%s%%", (1,)), ("%", (1,)), ("%(a)s", {"a": 1}), ("%(a)s", {"b": 1}), ("%(a", {}), ("%(a)s", 1),
        ("a", 1), ("a", {}), ("a", [1]), ("%s", [1]), ("%s", {}), ("%*d", ("a", 1)), ("%d", "a"), ("%x", 1.5), ("%c", "ab"), ("%c", 1.5),
        ("%c", -1), ("%q", 1), ("%5%", ()), ("%f", "a"), ("%(a)d %(b)s", {"a": 5, "b": None}), ("%ld", 5), ("%.3s|%5.1s", ("abcdef", "xyz")), ("%i", True),
    ]:
        case("%", text, values)


def strings():
    letters = "aAbB 12_é\t"
    for _ in range(300):
        text = some_text()
        sub = RNG.choice([some_text(3), text[:2], text[1:2], ""])
        other = some_text(4)
        start, end = RNG.choice([None, -20, -3, -1, 0, 1, 2, 20]), RNG.choice([None, -3, -1, 0, 3, 20])
        name = RNG.choice(["find", "rfind", "index", "rindex", "count", "startswith", "endswith", "replace", "split", "rsplit", "partition",
                           "rpartition", "removeprefix", "removesuffix", "strip", "lstrip", "rstrip", "center", "ljust", "rjust", "zfill", "join", "slice"])
        if name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
            case("." + name, text, sub, *RNG.choice([(), (start,), (start, end)]))
        elif name == "replace":
            case(".replace", text, sub, other, *RNG.choice([(), (RNG.randrange(-1, 3),)]))
        elif name in ("split", "rsplit"):
            case("." + name, text, *RNG.choice([(), (None, RNG.randrange(-1, 3)), (sub,), (sub, RNG.randrange(-1, 3))]))
        elif name in ("strip", "lstrip", "rstrip"):
            case("." + name, text, *RNG.choice([(), (None,), (sub,)]))
        elif name in ("center", "ljust", "rjust"):
            case("." + name, text, RNG.randrange(-2, 15), *RNG.choice([(), ("*",), ("é",)]))
        elif name == "zfill":
            case(".zfill", RNG.choice(["", "+", "-"]) + text, RNG.randrange(0, 12))
        elif name == "join":
            case(".join", sub, [some_text(3) for _ in range(RNG.randrange(4))])
        elif name == "slice":
            case("[]", text, slice(start, end, RNG.choice([None, 1, 2, -1, -2, 5])))
        else:
            case("." + name, text, sub)
    for _ in range(300):
        text = some_text()
        case(RNG.choice(["repr", "hash", "len", "list", "sizeof", ".upper", ".lower", ".title", ".capitalize", ".swapcase", ".casefold", ".splitlines",
                         ".expandtabs", ".isalpha", ".isalnum", ".isdecimal", ".isdigit", ".isnumeric", ".isspace", ".isidentifier",
                         ".isprintable", ".isascii", ".islower", ".isupper", ".istitle"]), text)
        case(RNG.choice(["+", "<", "<=", "==", "!=", ">", ">=", "in"]), text, RNG.choice([text, some_text(), text[:2]]))
        case("[]", text, RNG.randrange(-9, 9))
        case(".encode", text, RNG.choice(["utf-8", "ascii", "latin-1"]), RNG.choice(["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"]))
        case(".decode", RNG.choice([text.encode(), text.encode()[1:], RNG.randbytes(4)]), RNG.choice(["utf-8", "ascii", "latin-1"]),
             RNG.choice(["strict", "ignore", "replace", "backslashreplace"]))
        case("hash", "".join(RNG.choice(letters) for _ in range(RNG.randrange(40))))
        case("*", text, RNG.randrange(-1, 4))
    for text in ["", " ", " a b  c ", "a", "a b"]:
        for most in [-1, 0, 1, 2, 3]:
            for name in [".split", ".rsplit"]:
                case(name, text, None, most)
                case(name, text.encode(), None, most)
    for text in ["aaaa", "xaaab", "ababa"]:
        for sep in ["aa", "aba", "a"]:
            for most in [-1, 0, 1, 2]:
                case(".rsplit", text, sep, most)
                case(".rsplit", text.encode(), sep.encode(), most)
    case("str.maketrans", "abc", "xyz")
    case("str.maketrans", "abc", "xyz", "q")
    case("str.maketrans", {"a": 1, 5: None, "b": "xx"})
    for bad in [("ab", "c"), ({"ab": 1},), (1,), ({1.0: 1},), ("a", 1)]:
        case("str.maketrans", *bad)
    case(".translate", "abcd", {97: None, 98: "xx", 99: 100})
    case(".translate", "a", {97: 1 << 40})
    case(".translate", "a", {97: 1.5})
    for name in ["startswith", "endswith", "strip", "removeprefix", "find", "count", "split", "partition", "join", "center", "replace", "zfill",
                 "expandtabs", "encode", "splitlines", "format_map", "upper"]:
        for args in [(), (1,), (1, 2), ("a", 1), ("a", "b", "c"), ("a", "b", 1, 2), ((1,),), (None,), ("",)]:
            case("." + name, "abc", *args)
    for args in [(), (1,), (b"a",), (b"\xc3\xa9", "utf-8"), (b"\xff", "utf-8"), ("a", "utf-8"), (1, "utf-8"), (b"a", 1), (b"a", "x"), (b"a", "ascii", "strict"), (1, 2, 3, 4)]:
        case("str", *args)
    for args in [(), (1,), (1.9,), ("12",), ("x",), ("12", 5), (1.5, 2), (b"12",), (None,), ([],), ("1", 1), ("1", 99), ("1", "a"), (float("nan"),),
                 (float("inf"),), ("1" * 5000,), (" 1_0 ",), ("\u0663",), (1, 2, 3), (True,), ("-0",), ("",)]:
        case("int", *args)
    for args in [(), (1,), ("x",), ([],), (None,), (1j,), (10 ** 400,), (b"1.5",), ("\u0661.\u0665",), (1, 2), (True,)]:
        case("float", *args)
    for args in [(), (1,), ("a",), ([],), (None,), (1, 2), (0.0,)]:
        case("bool", *args)
    for args in [(1, 2), ("1", 2), (1, "2"), ([],), (None,), (1j, 1j), (True,), (1, None), ()]:
        case("complex", *args)


def byte_strings():
    for args in [(), (5,), (-1,), ([1, 2],), ([256],), (["a"],), ("a",), ("a", "ascii"), ("é", "ascii"), (b"x", "ascii"), (1.5,), (None,), ((1, 2),), ("é", "utf-8", "strict"), ("a", 1)]:
        case("bytes", *args)
        case("bytearray", *args)
    for _ in range(400):
        data = bytes(RNG.choice(b"ab \n'\"\\\x00\xff") for _ in range(RNG.randrange(8)))
        data = RNG.choice([data, bytearray(data)])
        sub = bytes(data[1:3])
        case(RNG.choice(["repr", "len", "list", "bytes", ".hex", ".upper", ".splitlines", ".strip", ".split", ".isascii", ".isalpha", ".rsplit", "bytearray"]), data)
        case(RNG.choice([".find", ".rfind", ".count", ".split", ".rsplit", ".partition", ".startswith", ".endswith", "in_"]).replace("in_", ".index"), data, sub)
        case(".replace", data, sub, b"--", *RNG.choice([(), (1,)]))
        case("[]", data, RNG.choice([RNG.randrange(-9, 9), slice(RNG.choice([None, -2, 1]), None, RNG.choice([None, 2, -1]))]))
        case(RNG.choice(["+", "==", "<", ">="]), data, RNG.choice([data, sub, bytearray(sub)]))
        case("in", RNG.choice([sub, RNG.randrange(255)]), data)
        case("hash", bytes(data))
    for bad in [("+", b"a", 1), ("+", b"a", "a"), ("[]", b"a", 5), ("[]", b"a", "a"), ("in", "a", b"a"), ("in", 300, b"a"), (".join", b"a", [b"b", "c"]),
                (".join", b",", [b"b", bytearray(b"c")]), ("*", b"ab", 3), ("*", b"ab", -1), (".find", b"a", "a"), (".hex", b"abcd", ":", 2), (".hex", b"abcde", "_", -3),
                (".hex", b"ab", "xx"), ("bytes.fromhex", "zz"), ("bytes.fromhex", "a"), ("bytes.fromhex", 1), ("bytes.fromhex", "0 1"), ("bytes.fromhex", " 01 fF"),
                (".translate", b"abc", None, b"a"), (".decode", b"a", "x"), ("hash", bytearray(b"a")), (".startswith", b"a", "a"), ("sizeof", b"abc"), ("sizeof", b"")]:
        case(*bad)


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":
        sys.exit("set PYTHONHASHSEED=0")
    numbers()
    formats()
    strings()
    byte_strings()
    version = "%d.%d" % sys.version_info[:2]
    here = os.path.dirname(os.path.abspath(__file__))
    base = os.path.join(here, "scalars-3.14.json")
    if version == "3.14":
        rows = [json.dumps(one, separators=(",", ":")) for one in CASES]
        path, text = base, "[\n" + ",\n".join(rows) + "\n]\n"
    else:
        with open(base, encoding="ascii") as file:
            recorded = json.load(file)
        rows = [json.dumps(str(i)) + ":" + json.dumps(one[2]) for i, one in enumerate(CASES) if one[2] != recorded[i][2]]
        path, text = base.replace("3.14", version), "{\n" + ",\n".join(rows) + "\n}\n"
    with open(path, "w", encoding="ascii") as out:
        out.write(text)
