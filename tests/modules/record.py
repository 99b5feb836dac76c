"""Records what the programs print on a real Python: python3 record.py INTERPRETER..."""
import json, pathlib, subprocess, sys

here = pathlib.Path(__file__).parent
recorded = here / "recorded.json"
outputs = json.loads(recorded.read_text()) if recorded.exists() else {}

def output(interpreter, *arguments):
    return subprocess.run([interpreter, *arguments], cwd=here / "programs", capture_output=True, text=True, check=True).stdout

for interpreter in sys.argv[1:]:
    version = output(interpreter, "-c", "import sys; print('%d.%d' % sys.version_info[:2], end='')")
    outputs[version] = {program.name: output(interpreter, program.name) for program in sorted((here / "programs").glob("*.py"))}
recorded.write_text(json.dumps(outputs, indent=1, sort_keys=True) + "\n")
