// npm run bench:gc [-- --python COMMAND]
//
// The collector and the allocator against native CPython: a full collection of 250,000 to 1,000,000 objects (does it
// grow linearly?), and a million small objects made and freed. Nothing is recorded, and nothing is judged.
//   node benchmarks/gc.mjs --one SETUP TIMED CORE   runs one measurement in a fresh process
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleCore, median, run } from './measure.mjs';

const GRAPHS = {
  'lists in a chain': 'x = []\nnodes = [x]\nfor i in range(N // 2): x = [x]; nodes.append(x)\nfor i in range(N // 2): nodes.append([nodes[i]])',
  'instances': 'class P: pass\nnodes = []\nlast = None\nfor i in range(N): p = P(); p.next = last; last = p; nodes.append(p)',
  'garbage': 'for i in range(N): x = []; x.append(x)'
};
const CHURN = {
  'instances': 'class P: pass\ndef f():\n    for i in range(1000000): P()',
  'lists': 'def f():\n    for i in range(1000000): []',
  'lists of one': 'def f():\n    for i in range(1000000): [i]',
  'objects': 'def f():\n    for i in range(1000000): object()',
  'floats': 'def f():\n    x = 0.5\n    for i in range(1000000): x * 1.5',
  'instances with __init__': 'class P:\n    def __init__(self, x): self.x = x\ndef f():\n    for i in range(1000000): P(i)',
  'tuples': 'def f():\n    for i in range(1000000): (i, i)',
  'dicts': 'def f():\n    for i in range(1000000): {1: i}',
  'sets': 'def f():\n    for i in range(1000000): {i}',
  'frozensets': 'def f():\n    for i in range(1000000): frozenset((i,))',
  'closures': 'def f():\n    for i in range(1000000):\n        def g(): return i',
  'bound methods': 'class P:\n    def m(self): pass\ndef f():\n    p = P()\n    for i in range(1000000): p.m',
  'generators': 'def g(): yield\ndef f():\n    for i in range(1000000): g()',
  'big ints': 'def f():\n    x = 10 ** 30\n    for i in range(1000000): x + i',
  'strs': 'def f():\n    for i in range(1000000): str(i)',
  'strs of split()': 'def f():\n    x = "a b"\n    for i in range(1000000): x.split()',
  'bytes': 'def f():\n    x = b"ab"\n    for i in range(1000000): x + b"c"',
  'instances of a subclass of str': 'class S(str): pass\ndef f():\n    for i in range(1000000): S("a")',
  'zips': 'def f():\n    x = []\n    for i in range(1000000): zip(x, x)',
  'maps': 'def f():\n    x = []\n    for i in range(1000000): map(str, x)',
  'deques': 'from collections import deque\ndef f():\n    for i in range(1000000): deque()',
  'partials': 'from functools import partial\ndef f():\n    for i in range(1000000): partial(f, 1)',
  'properties': 'def f():\n    for i in range(1000000): property(f)'
};
const NATIVE = `
import sys, time, gc
exec(sys.argv[1])
code = compile(sys.argv[2], 'timed', 'exec')
start = time.perf_counter()
exec(code)
print((time.perf_counter() - start) * 1000)
`;

async function one(setup, timed, core) {
  const { createMachine } = await import(pathToFileURL(core).href);
  const machine = createMachine({ record: false, heapBytes: 1024 << 20 });
  const runCell = source => {
    machine.begin(source, 'cell.py');
    for (;;) {
      const result = machine.resume(10_000_000);
      if (result !== undefined) return;
    }
  };
  runCell(setup);
  const start = performance.now();
  runCell(timed);
  console.log(performance.now() - start);
}

async function all(python) {
  const core = await bundleCore();
  const compare = (name, setup, timed) => {
    const native = [];
    const ours = [];
    for (let round = 0; round < 3; round++) {
      native.push(Number(run(python, ['-c', NATIVE, setup, timed])));
      ours.push(Number(run(process.execPath, [new URL(import.meta.url).pathname, '--one', setup, timed, core])));
    }
    const [n, o] = [median(native), median(ours)];
    console.log(`${name.padEnd(40)} native ${n.toFixed(1).padStart(8)} ms  ours ${o.toFixed(1).padStart(8)} ms  ${(o / n).toFixed(2)} ×`);
  };
  for (const [name, graph] of Object.entries(GRAPHS)) {
    for (const n of [250_000, 500_000, 1_000_000]) {
      compare(`collect ${n} ${name}`, `import gc\ngc.disable()\nN = ${n}\n${graph}`, 'gc.collect()');
    }
  }
  for (const [name, setup] of Object.entries(CHURN)) compare(`make and free 1000000 ${name}`, `${setup}\nf()`, 'f()');
}

if (process.argv[2] === '--one') await one(...process.argv.slice(3));
else await all(parseArgs({ options: { python: { type: 'string', default: 'python3' } } }).values.python);
