// Host memory of a simulated object: resident memory before and after making many, less their payload.
//   node --expose-gc benchmarks/memory.mjs CORE
import { pathToFileURL } from 'node:url';

const OBJECTS = 500_000;
/// CPython's block of `object()`-like instances with no attribute, and the list's pointer to each.
const PAYLOAD = 16 + 8;

const { createMachine } = await import(pathToFileURL(process.argv[2]).href);
const machine = createMachine({ record: false, heapBytes: 256 << 20, onOutput: o => { throw new Error(o.text ?? o.evalue); } });
const runCell = source => {
  machine.begin(source, '<cell>');
  while (machine.resume(1_000_000) === undefined);
};
const memory = () => {
  for (let i = 0; i < 3; i++) globalThis.gc();
  return process.memoryUsage().rss;
};
runCell('kept = [object() for i in range(1000)]; kept = None');
const before = memory();
runCell(`kept = [object() for i in range(${OBJECTS})]`);
const bytes = (memory() - before) / OBJECTS;
console.log(`${bytes.toFixed(0)} bytes an object() in a list, ${PAYLOAD} of them CPython's own`);
