// Runs a program on one engine in this process and prints {"wall", "cpu", "output"}: milliseconds of the program alone, compiled
// and run, without the start of the process and of the engine. null: the engine cannot run it.
// SCALE in the environment sets the program's own variable of that name.
//   node benchmarks/engines.mjs ours|recorded|skulpt PROGRAM [CORE]
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [engine, file, core] = process.argv.slice(2);
const source = fs.readFileSync(file, 'utf8').replace(/^SCALE = 1$/m, `SCALE = ${process.env.SCALE ?? 1}`);
let output = '';

/// Starts; called, it tells milliseconds of wall clock, and of all threads of the process (V8's compilers too).
function stopwatch() {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { wall: performance.now() - wall, cpu: (user + system) / 1000 };
  };
}

async function ours(record) {
  const { createMachine } = await import(pathToFileURL(core).href);
  const machine = createMachine({ record, onOutput: o => { output += o.text ?? o.traceback.join('\n'); } });
  const time = stopwatch();
  machine.begin(source, file);
  while (machine.resume(1_000_000) === undefined);
  const times = time();
  machine.shutdown();
  return times;
}

function skulpt() {
  const require = createRequire(import.meta.url);
  const root = require.resolve('skulpt/package.json').replace('package.json', 'dist/');
  globalThis.window = globalThis;
  // Both files are scripts that define the global Sk.
  for (const name of ['skulpt.min.js', 'skulpt-stdlib.js']) (0, eval)(fs.readFileSync(root + name, 'utf8'));
  const { Sk } = globalThis;
  Sk.configure({
    output: text => { output += text; },
    read: name => {
      const text = Sk.builtinFiles.files[name];
      if (text === undefined) throw new Error(`File not found: '${name}'`);
      return text;
    },
    __future__: Sk.python3
  });
  const time = stopwatch();
  try {
    Sk.importMainWithBody('<stdin>', false, source, false);
  } catch {
    // It has no nonlocal, for one.
    return { wall: null, cpu: null };
  }
  return time();
}

const times = engine === 'skulpt' ? skulpt() : await ours(engine === 'recorded');
console.log(JSON.stringify({ ...times, output }));
