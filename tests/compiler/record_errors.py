"""Records the syntax errors of error_snippets.json and the warnings of warning_snippets.json, once under each version,
for errors.test.ts and warnings.test.ts:
python3.11 record_errors.py; python3.13 record_errors.py; python3.14 record_errors.py
"""
import json
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).parent
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


def error(source):
    try:
        compile(source, "file.py", "exec", dont_inherit=True)
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
    return None


def warned(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        compile(source, "file.py", "exec", dont_inherit=True)
    return [[w.category.__name__, str(w.message), w.lineno] for w in caught]


def record(kind, describe):
    path = HERE / f"{kind}s.json"
    recorded = json.loads(path.read_text()) if path.exists() else {}
    recorded[VERSION] = [[s, describe(s)] for s in json.loads((HERE / f"{kind}_snippets.json").read_text())]
    lines = [f"{json.dumps(v)}: [\n" + ",\n".join(map(json.dumps, rows)) + "\n]" for v, rows in sorted(recorded.items())]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n")


record("error", error)
record("warning", warned)
