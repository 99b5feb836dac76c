#!/usr/bin/env python3
"""Record what real CPythons print for the programs of demos/.

    record_demos.py --python 3.11=python3 --python 3.13=/path/python3.13 --python 3.14=/path/python3.14

As conformance.py record, but these programs print id(self), as the lectures do. An address is not the same
in two processes, so `<address>` is recorded in its place; the runner does the same to what the machine prints.
"""
from __future__ import annotations
import argparse, json, pathlib, re, sys

from conformance import run

DEMOS = pathlib.Path(__file__).parent / "demos"
ADDRESS = re.compile(r"\b\d{14,15}\b")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", action="append", required=True)
    pythons = dict(p.split("=", 1) for p in parser.parse_args().python)
    bad = 0
    for case in sorted(DEMOS.rglob("*.py")):
        if case.name == "memutil.py":  # imported by the program beside it
            continue
        golden = {}
        for version, exe in pythons.items():
            runs = [run([exe, str(case)]) for _ in range(2)]
            first, second = ({"stdout": ADDRESS.sub("<address>", r["stdout"]), "exit": r["exit"]} for r in runs)
            if first != second or first["exit"] != 0:
                print(f"unstable or failing: {case} on {version}", file=sys.stderr)
                bad += 1
            golden[version] = first
        case.with_suffix(".json").write_text(json.dumps(golden, indent=1) + "\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
