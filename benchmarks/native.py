"""Runs a program and prints {"wall", "cpu", "main", "output"}, like engines.mjs."""
import contextlib
import io
import json
import os
import re
import sys
import time

with open(sys.argv[1], encoding="utf-8") as file:
    source = re.sub(r"^SCALE = 1$", "SCALE = " + os.environ.get("SCALE", "1"), file.read(), flags=re.M)
output = io.StringIO()
with contextlib.redirect_stdout(output):
    wall, cpu = time.perf_counter(), time.process_time()
    exec(compile(source, sys.argv[1], "exec"), {"__name__": "__main__"})
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
print(json.dumps({"wall": wall * 1000, "cpu": cpu * 1000, "main": cpu * 1000, "output": output.getvalue()}))
