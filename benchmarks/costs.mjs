// What does not depend on a program: start-up, the cost of a step, host memory and the size of a trace.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bundle, here, median, run, timeProcess } from './measure.mjs';

const root = `${here}../`;

/// Heaps that keep so many objects.
const HEAPS = {
  objects: live => `kept = [Thing() for i in range(${live})]`,
  closures: live => `kept = [(lambda n: lambda: n)(i) for i in range(${live})]`,
  dicts: live => `kept = {i: {i: i} for i in range(${live})}`,
  names: live => `for i in range(${live}): globals()[f'name{i}'] = Thing()`
};

/// Microseconds for a step of a recorded cell of short steps, on a heap that `setup` makes.
function recordedSteps(createMachine, setup) {
  const machine = createMachine();
  const runCell = source => {
    machine.begin(source, '<cell>');
    for (;;) {
      const result = machine.resume(1_000_000);
      if (result !== undefined) return result.trace.steps.length;
    }
  };
  runCell(`class Thing: pass\n${setup}`);
  const lines = Array.from({ length: 400 }, (_, i) => `a = Thing(); b = a; a.n = ${i}`).join('\n');
  const start = performance.now();
  const steps = runCell(lines);
  return (performance.now() - start) * 1000 / steps;
}

function startUp() {
  const empty = `${here}empty.py`;
  const cli = `${root}dist/memory-sim.cjs`;
  if (!fs.existsSync(cli)) return console.log('start-up: dist/memory-sim.cjs is not built');
  const node = [];
  const ours = [];
  for (let i = 0; i < 15; i++) {
    node.push(timeProcess(process.execPath, ['-e', '0']));
    ours.push(timeProcess(process.execPath, [cli, 'run', empty]));
  }
  console.log(`start-up: node -e 0 ${median(node).toFixed(0)} ms, memory-sim run empty.py ${median(ours).toFixed(0)} ms: ${(median(ours) / median(node)).toFixed(2)} ×`);
}

/// A demo whose main part runs 50 times over.
function repeated(source) {
  const [first, main] = source.split(/^if __name__.*\n/m);
  const body = main === undefined ? source.slice(source.search(/^(\w+ = Doomed|for run)/m)) : main.replace(/^ {4}/gm, '');
  return first + body.repeat(50);
}

/// As saved in a notebook: of what a demo shows once, and of the same over and over, where what each trace has weighs nothing.
async function traceSizes(createMachine) {
  const { packTrace } = await bundle("export { packTrace } from './src/core/trace/savedtrace';");
  const saved = (source, file) => {
    const machine = createMachine({ onOutput: () => undefined });
    machine.begin(source, file);
    let result;
    while (result === undefined) result = machine.resume(1_000_000);
    return { bytes: JSON.stringify(packTrace(result.trace)).length, steps: result.trace.steps.length };
  };
  for (const name of fs.readdirSync(`${root}tests/conformance/demos`).filter(name => name.endsWith('.py')).sort()) {
    const file = `${root}tests/conformance/demos/${name}`;
    const source = fs.readFileSync(file, 'utf8');
    const once = saved(source, file);
    const often = saved(repeated(source), file);
    console.log(`trace of ${name}, saved: ${once.bytes} bytes for its ${once.steps} steps; over and over ${Math.round(often.bytes / often.steps * 1000)} for 1,000 of ${often.steps} steps`);
  }
}

/// What the recorder keeps for an event while a cell runs.
async function printEvents(createMachine) {
  const { OP_ARITY, StepLog } = await bundle("export { OP_ARITY } from './src/core/trace/payload'; export { StepLog } from './src/core/trace/steplog';");
  const log = new StepLog();
  let events = 0;
  for (const name of fs.readdirSync(`${here}programs`)) {
    const machine = createMachine({ onOutput: () => undefined });
    machine.begin(fs.readFileSync(`${here}programs/${name}`, 'utf8'), name);
    let result;
    while (result === undefined) result = machine.resume(1_000_000);
    for (const [line, ...ops] of result.trace.steps) {
      log.add(line, ops);
      for (let i = 0; i < ops.length; i += 1 + OP_ARITY[ops[i]]) events++;
    }
  }
  console.log(`a recorded event: ${(log.size / events).toFixed(1)} bytes (${events} events of all programs)`);
}

export async function printCosts(core) {
  startUp();
  const { createMachine } = await import(pathToFileURL(core).href);
  for (const [kind, heap] of Object.entries(HEAPS)) {
    const few = [];
    const many = [];
    for (let i = 0; i < 15; i++) {
      few.push(recordedSteps(createMachine, heap(1)));
      many.push(recordedSteps(createMachine, heap(3000)));
    }
    console.log(`a step: ${median(few).toFixed(1)} µs with 1 of the live ${kind}, ${median(many).toFixed(1)} µs with 3,000: ${(median(many) / median(few)).toFixed(2)} ×`);
  }
  console.log(`host memory: ${run(process.execPath, ['--expose-gc', `${here}memory.mjs`, core]).trim()}`);
  await printEvents(createMachine);
  await traceSizes(createMachine);
}
