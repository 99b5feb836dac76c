// Runs a program on one engine in this process and prints {"wall", "cpu", "main", "output"}: milliseconds of the program alone,
// compiled and run, without the start of the process and of the engine. null: the engine cannot run it.
// SCALE in the environment sets the program's own variable of that name.
//   node benchmarks/engines.mjs ours|recorded|skulpt PROGRAM CORE [--write]
// Both engines are read with V8's code cache if there is one beside CORE, as the command and a browser read what they
// have run before: what V8 makes of an engine's own functions belongs to its start. --write: writes it after the run.
import fs from 'node:fs';
import module, { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

const [engine, file, core, option] = process.argv.slice(2);
const source = fs.readFileSync(file, 'utf8').replace(/^SCALE = 1$/m, `SCALE = ${process.env.SCALE ?? 1}`);
let output = '';

const scripts = new Map();
const cacheOf = script => path.join(path.dirname(core), `${path.basename(script)}.cache`);

/// What a script's text comes to.
function load(script, text) {
  const cache = cacheOf(script);
  const loaded = new vm.Script(text, { filename: script, cachedData: fs.existsSync(cache) ? fs.readFileSync(cache) : undefined });
  scripts.set(cache, loaded);
  return loaded.runInThisContext();
}

/// Milliseconds that the main thread ran; NaN where there is no /proc.
const mainThread = () => (fs.existsSync('/proc/self/schedstat') ? Number(fs.readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6 : NaN);

/// Starts; called, it tells milliseconds of wall clock, of all threads of the process (V8's compilers too) and of the main one.
function stopwatch() {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const main = mainThread();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { main: mainThread() - main, wall: performance.now() - wall, cpu: (user + system) / 1000 };
  };
}

function ours(record) {
  const loaded = { exports: {} };
  load(core, module.wrap(fs.readFileSync(core, 'utf8')))(loaded.exports, undefined, loaded, core, path.dirname(core));
  const { createMachine } = loaded.exports;
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
  for (const name of ['skulpt.min.js', 'skulpt-stdlib.js']) load(root + name, fs.readFileSync(root + name, 'utf8'));
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
    return { wall: null, cpu: null, main: null };
  }
  return time();
}

const times = engine === 'skulpt' ? skulpt() : ours(engine === 'recorded');
if (option === '--write') for (const [cache, script] of scripts) fs.writeFileSync(cache, script.createCachedData());
console.log(JSON.stringify({ ...times, output }));
