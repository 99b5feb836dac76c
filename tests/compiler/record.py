"""Records what CPython 3.14 compiles the snippets to, for codes.test.ts:  python3.14 record.py

Instructions are numbered without EXTENDED_ARG, CACHE and NOT_TAKEN; jumps name the instruction they go to.
"""
import bisect
import dis
import io
import json
import pathlib
import re
import sys
import types

HERE = pathlib.Path(__file__).parent
DROPPED = {"EXTENDED_ARG", "CACHE", "NOT_TAKEN"}


def const(value):
    if isinstance(value, types.CodeType):
        return f"<code {value.co_qualname}>"
    if isinstance(value, tuple):
        return f"({', '.join(map(const, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, frozenset):
        return f"frozenset({{{', '.join(sorted(map(const, value)))}}})"
    return repr(value)


def describe(code, found):
    instructions = list(dis.get_instructions(code))
    offsets, numbers, kept = [], [], []
    for instruction in instructions:
        offsets.append(instruction.offset)
        numbers.append(len(kept))
        if instruction.opname not in DROPPED:
            kept.append(instruction)

    def number(offset):
        at = bisect.bisect_left(offsets, offset)
        return numbers[at] if at < len(offsets) else len(kept)

    def text(instruction):
        if instruction.opname == "LOAD_CONST":
            return f"LOAD_CONST {const(code.co_consts[instruction.arg])}"
        if instruction.jump_target is not None:
            return f"{instruction.opname} to {number(instruction.jump_target)}"
        return instruction.opname if instruction.arg is None else f"{instruction.opname} {instruction.arg}"

    table = []
    for entry in dis._parse_exception_table(code):
        row = [number(entry.start), number(entry.end), number(entry.target), entry.depth, int(entry.lasti)]
        if table and table[-1][1] == row[0] and table[-1][2:] == row[2:]:
            table[-1][1] = row[1]  # a NOT_TAKEN stood between them
        elif row[0] < row[1]:
            table.append(row)
    found.append({
        "qualname": code.co_qualname,
        "firstlineno": code.co_firstlineno,
        "instructions": [text(i) for i in kept],
        "positions": [list(i.positions) for i in kept],
        "exceptiontable": table,
        "stacksize": code.co_stacksize,
        "flags": code.co_flags,
        "argcounts": [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount],
        "names": list(code.co_names),
        "varnames": list(code.co_varnames),
        "cellvars": list(code.co_cellvars),
        "freevars": list(code.co_freevars),
        "consts": [const(c) for c in code.co_consts],
    })
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            describe(value, found)
    return found


MODES = [
    ["eval", "a+b"], ["eval", "[x for x in y]"], ["eval", "1"], ["eval", "(lambda: z)()"], ["single", "a+b\n"],
    ["single", "x: int = 1\n"], ["single", '"doc"\n'], ["single", "for i in x: i\n"], ["single", "1; 2; x\n"],
    ["single", 'def f(): "doc"; 1; return\n'], ["exec", ""], ["exec", "#c\n"], ["exec", "pass\n\n"],
    ["exec", "\n".join(" " * i + "for x in y:" for i in range(21)) + "\n" + " " * 21 + "z"],
]


def dis_text(source):
    out = io.StringIO()
    dis.dis(compile(source, "file.py", "exec"), file=out)
    return re.sub(r" at 0x[0-9a-f]+", "", out.getvalue())


if __name__ == "__main__":
    assert sys.version_info[:2] == (3, 14), sys.version
    codes = HERE / "codes"
    codes.mkdir(exist_ok=True)
    for path in sorted((HERE / "snippets").glob("*.py")):
        found = describe(compile(path.read_text(), path.name, "exec", dont_inherit=True), [])
        rows = ",\n".join(json.dumps(row) for row in found)
        (codes / f"{path.stem}.json").write_text(f"[\n{rows}\n]\n")
    rows = [json.dumps([mode, source, describe(compile(source, "file.py", mode), [])]) for mode, source in MODES]
    (HERE / "modes.json").write_text("[\n" + ",\n".join(rows) + "\n]\n")
    straight = "def f(a, b=1, *c):\n    'doc'\n    x = a.b(c, k=b)\n    return x[0], f'{x!r}'\n"
    (HERE / "dis.json").write_text(json.dumps({"source": straight, "text": dis_text(straight)}, indent=1) + "\n")
