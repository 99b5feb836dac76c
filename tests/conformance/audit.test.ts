/// The audit on real programs: before an instruction every stored count equals the references that exist.
///
/// An audit walks the whole heap, about 1.5 ms. The first instructions of a program are audited one by one, of the later ones
/// ever fewer; AUDIT=3000 proves all but the longest programs wholly, on every version.
import { describe, expect, it } from 'vitest';
import type { PythonVersion } from '../../src/core/machine';
import { reasonFor, readKnownFailures } from './knownFailures';
import { programs, runProgram } from './programs';

const VERSIONS: PythonVersion[] = ['3.11', '3.13', '3.14'];
const WHOLE = process.env.AUDIT !== undefined;
/// How many instructions are audited one by one, and the next so many in each factor of 2.72 after them.
const DENSE = Number(process.env.AUDIT ?? 12);
const TIME_LIMIT_MS = 3_600_000;

/// Says yes to the first `DENSE` instructions and then at growing distances, which the seed shifts.
function schedule(seed: number): (instruction: number) => boolean {
  let next = 0;
  let state = seed;
  return instruction => {
    if (instruction < next) return false;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    next = instruction + 1 + Math.floor((2 * instruction * (state / 2 ** 32)) / DENSE);
    return true;
  };
}

const known = readKnownFailures();
const audited = programs().flatMap(({ name }, number) =>
  VERSIONS.filter((python, i) => (WHOLE || number % VERSIONS.length === i) && reasonFor(known, name, python) === undefined).map(python => ({ name, python, number }))
);

describe('audited', () => {
  it.each(audited)('$name on $python', { timeout: TIME_LIMIT_MS }, ({ name, python, number }) => {
    expect(runProgram(name, python, { audit: schedule(number) }).stdout).toBe(runProgram(name, python).stdout);
  });
});
