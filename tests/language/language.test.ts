/// Programs run as in the real interpreters: output, errors with their tracebacks, exit status. Expectations are recorded
/// by record.mjs.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import type { PythonVersion } from '../../src/core/machine';
import { generate } from './generate';

interface Outcome {
  stdout: string;
  stderr: string;
  status: number;
}

interface Recorded {
  programs: Record<string, Outcome>;
  seeds: string[];
}

const here = new URL('.', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, here), 'utf8');

function run(python: PythonVersion, source: string, filename: string, compileAfter?: number): Outcome {
  const outcome = { stdout: '', stderr: '', status: 0 };
  const machine = createMachine({
    python, record: false, heapBytes: 64 << 20, compileAfter,
    onOutput: output => {
      if (output.output_type === 'stream') outcome[output.name] += output.text;
      else if (output.output_type === 'error') outcome.stderr += `${output.traceback.join('\n')}\n`;
    }
  });
  machine.begin(source, filename, { script: true });
  let result = machine.resume(1e6);
  while (result === undefined) result = machine.resume(1e6);
  if (result.status !== 'ok') outcome.status = 1;
  machine.shutdown();
  const normal = (text: string): string => text.replaceAll(/0x[0-9a-f]{6,}/g, '0x...');
  return { ...outcome, stdout: normal(outcome.stdout), stderr: normal(outcome.stderr) };
}

describe.each(['3.11', '3.13', '3.14'] as const)('CPython %s', python => {
  const recorded = JSON.parse(read(`recorded/${python}.json`)) as Recorded;

  test.each(readdirSync(new URL('programs', here)).sort())('%s', name => {
    expect(run(python, read(`programs/${name}`), `/programs/${name}`)).toEqual(recorded.programs[name]);
  });

  // From the third execution on: by then the instructions' caches tell the compiler what they found.
  test.each(readdirSync(new URL('programs', here)).sort())('%s compiled', name => {
    expect(run(python, read(`programs/${name}`), `/programs/${name}`, 2)).toEqual(recorded.programs[name]);
  });

  test.each([undefined, 2])('generated programs, compiled after %s rounds', compileAfter => {
    const different = recorded.seeds.flatMap((expected, seed) => (run(python, generate(seed), 'generated.py', compileAfter).stdout === expected ? [] : [seed]));
    expect(different).toEqual([]);
  }, 300_000);
});
