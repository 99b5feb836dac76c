/// The compiler to JavaScript: the corpus prints the same when every function is compiled before it first runs.
import { describe, expect, it } from 'vitest';
import type { PythonVersion } from '../../src/core/machine';
import { readKnownFailures, reasonFor } from './knownFailures';
import { programs, runProgram } from './programs';

const known = readKnownFailures();

describe.each<PythonVersion>(['3.11', '3.13', '3.14'])('compiled, as CPython %s', python => {
  const passing = programs().filter(({ name }) => reasonFor(known, name, python) === undefined);

  it.each(passing)('$name', { timeout: 60_000 }, ({ name, goldens }) => {
    const golden = goldens[python];
    expect(runProgram(name, python, { compileAfter: 0 })).toMatchObject({ stdout: golden.stdout, failed: golden.exit !== 0 });
  });
});
