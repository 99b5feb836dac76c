/// The compiler to JavaScript: what becomes hot is compiled, where that is allowed; what it prints is compared in
/// tests/conformance and tests/language.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import type { CellResult } from '../../src/core/machine';
import { LeftOut } from '../../src/core/trace/payload';

const SOURCE = `
def f(n):
    total = 0
    for i in range(n):
        total += i
    return total
print(f(5000))
`;

interface Ran {
  readonly result: CellResult;
  readonly text: string;
  readonly slices: number;
  readonly compiled: number;
}

function run(source: string, options: { compileAfter?: number; record?: boolean } = {}, slice = 1e6): Ran {
  let text = '';
  const make = vi.spyOn(globalThis, 'Function').mockClear();
  const machine = createMachine({ record: false, ...options, onOutput: output => { if (output.output_type === 'stream') text += output.text; } });
  machine.begin(source, 'test.py');
  let slices = 1;
  let result = machine.resume(slice);
  for (; result === undefined; slices++) result = machine.resume(slice);
  return { result, text, slices, compiled: make.mock.calls.length };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('compiling', () => {
  test('a function that loops is compiled once', () => {
    expect(run(SOURCE)).toMatchObject({ text: '12497500\n', compiled: 1 });
  });

  test('what runs once is not', () => {
    expect(run(SOURCE.replace('5000', '5'))).toMatchObject({ text: '10\n', compiled: 0 });
  });

  test('never, if the host says so', () => {
    expect(run(SOURCE, { compileAfter: Infinity })).toMatchObject({ text: '12497500\n', compiled: 0 });
  });

  test('long code is compiled in parts, each once', () => {
    const body = Array.from({ length: 30 }, (_, i) => `    x = x + ${i} if x % 7 else x - ${i}\n    for j in range(x % 3): x += j\n`).join('');
    const source = `def f(n):\n  x = n\n  for i in range(n):\n${body}  return x\n`;
    const ran = run(`${source}print(f(300))\n`);
    expect(ran.compiled).toBeGreaterThan(30);
    expect(run(`${source}print(f(300))\nf(300)\nf(300)\n`).compiled).toBe(ran.compiled);
    expect(ran.text).toBe(run(`${source}print(f(300))\n`, { compileAfter: Infinity }).text);
  });

  test('a part that is not hot itself is not compiled', () => {
    const source = 'def f(n):\n  x = 0\n  for i in range(n): x += i\n  for i in range(LATER): x += 2 * i\n  return x\nprint(f(5000))\n';
    expect(run(source.replace('LATER', '20'))).toMatchObject({ text: '12497880\n', compiled: 1 });
    expect(run(source.replace('LATER', '5000'))).toMatchObject({ text: '37492500\n', compiled: 2 });
  });

  test('slices end within compiled code', () => {
    const ran = run(SOURCE, { compileAfter: 0 }, 100);
    expect(ran.text).toBe('12497500\n');
    expect(ran.slices).toBeGreaterThan(40);
  });

  test('the rest of a recorded loop is compiled, and recording goes on behind it', () => {
    const ran = run(`${SOURCE}left = [f]\n`, { record: true });
    expect(ran.compiled).toBeGreaterThan(0);
    expect(ran.text).toBe('12497500\n');
    expect(ran.result.trace!.leftOut).toContainEqual([LeftOut.LOOP, 4, expect.any(Number)]);
    expect(ran.result.trace!.steps.at(-1)![0]).toBe(8);
  });

  test('a page that forbids it has the eval loop', () => {
    vi.stubGlobal('Function', function Function() {
      throw new EvalError('Refused to evaluate a string as JavaScript');
    });
    let text = '';
    const machine = createMachine({ record: false, onOutput: output => { if (output.output_type === 'stream') text += output.text; } });
    machine.begin(SOURCE, 'test.py');
    while (machine.resume(1e6) === undefined);
    expect(text).toBe('12497500\n');
    vi.unstubAllGlobals();
  });
});
