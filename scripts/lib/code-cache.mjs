// Lets V8 write down what it made of dist/command.cjs, including the functions that a small program needs:
//   node scripts/lib/code-cache.mjs BUNDLE CACHE
// src/cli/launcher.ts reads it; the text and its place must be the same for both.
import fs from 'node:fs';
import module from 'node:module';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';

const PROGRAM = `
import gc, sys

class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

    def __repr__(self):
        return f"Node({self.name!r})"

    def __del__(self):
        print("deleted", self.name)

def chain(*names):
    nodes = [Node(name) for name in names]
    for a, b in zip(nodes, nodes[1:]):
        a.next = b
    return nodes[0]

first = chain("a", "b", "c")
print(first, sys.getrefcount(first), id(first) == id(first.next))
for key, value in sorted({"x": 1, "y": (2, 3.5)}.items()):
    print("%s = %s" % (key, value))
try:
    {}["z"]
except KeyError as error:
    print(type(error).__name__, error)
first.next.next.next = first
del first
print(gc.collect() > 0)
`;

const [bundle, cache] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'memory-sim-'));
const program = path.join(folder, 'program.py');
fs.writeFileSync(program, PROGRAM);
process.argv = [process.execPath, bundle, 'run', program];
const script = new vm.Script(module.wrap(fs.readFileSync(bundle, 'latin1')), { filename: bundle });
script.runInThisContext()({}, module.createRequire(bundle), {}, bundle, path.dirname(bundle));
process.on('exit', () => {
  fs.rmSync(folder, { recursive: true });
  fs.writeFileSync(cache, script.createCachedData());
});
