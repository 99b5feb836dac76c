/// What a cell records is the same whether the parts that run on unrecorded were compiled or not.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import type { TracePayload } from '../../src/core/trace/payload';

const root = path.join(import.meta.dirname, '../..');
const files = ['benchmarks/programs', 'tests/conformance/autogc', 'tests/conformance/fuzz'].flatMap(folder =>
  fs.readdirSync(path.join(root, folder)).filter(name => name.endsWith('.py')).map(name => path.join(folder, name)));

function record(file: string, compileAfter: number): { trace: TracePayload; output: string } {
  let output = '';
  const machine = createMachine({ compileAfter, onOutput: o => { output += JSON.stringify(o); } });
  machine.begin(fs.readFileSync(path.join(root, file), 'utf8'), file);
  for (;;) {
    const result = machine.resume(1000);
    if (result !== undefined) return { trace: result.trace!, output };
  }
}

describe('recorded', () => {
  it.each(files)('%s', { timeout: 60_000 }, file => {
    expect(record(file, 2)).toEqual(record(file, Infinity));
  });
});

it('some of these traces have folded loops', () => {
  expect(files.filter(file => file.startsWith('benchmarks') && record(file, 2).trace.leftOut !== undefined).length).toBeGreaterThan(8);
}, 60_000);
