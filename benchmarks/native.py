"""Runs a program and prints {"ms", "output"}, like engines.mjs."""
import contextlib
import io
import json
import sys
import time

with open(sys.argv[1], encoding="utf-8") as file:
    source = file.read()
output = io.StringIO()
with contextlib.redirect_stdout(output):
    start = time.perf_counter()
    exec(compile(source, sys.argv[1], "exec"), {"__name__": "__main__"})
    ms = (time.perf_counter() - start) * 1000
print(json.dumps({"ms": ms, "output": output.getvalue()}))
