// Runs a program on one engine in this process and prints {"ms", "output"}: the time of the program alone, compiled
// and run, without the start of the process and of the engine. ms is null if the engine cannot run the program.
//   node benchmarks/engines.mjs ours|recorded|skulpt PROGRAM [CORE]
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [engine, file, core] = process.argv.slice(2);
const source = fs.readFileSync(file, 'utf8');
let output = '';

async function ours(record) {
  const { createMachine } = await import(pathToFileURL(core).href);
  const machine = createMachine({ record, onOutput: o => { output += o.text ?? o.traceback.join('\n'); } });
  const start = performance.now();
  machine.begin(source, file);
  while (machine.resume(1_000_000) === undefined);
  const ms = performance.now() - start;
  machine.shutdown();
  return ms;
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
  const start = performance.now();
  try {
    Sk.importMainWithBody('<stdin>', false, source, false);
  } catch {
    // It has no nonlocal, for one.
    return null;
  }
  return performance.now() - start;
}

const ms = engine === 'skulpt' ? skulpt() : await ours(engine === 'recorded');
console.log(JSON.stringify({ ms, output }));
