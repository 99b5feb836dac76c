/// The audit on real programs: before an instruction every stored count equals the references that exist.
///
/// An audit walks the whole heap, about half a millisecond. The first instructions of a program are audited one by one, of the
/// later ones ever fewer; `npm run audit` proves all but the longest programs wholly, on every version.
import { describe, expect, it } from 'vitest';
import type { PythonVersion } from '../../src/core/machine';
import { auditSchedule } from './auditSchedule';
import { reasonFor, readKnownFailures } from './knownFailures';
import { programs, runProgram } from './programs';

const VERSIONS: PythonVersion[] = ['3.11', '3.13', '3.14'];
/// How many instructions are audited one by one, and the next so many in each factor of 2.72 after them.
const DENSE = 12;
const TIME_LIMIT_MS = 3_600_000;

const known = readKnownFailures();
const audited = programs().flatMap(({ name }, number) =>
  VERSIONS.filter((python, i) => number % VERSIONS.length === i && reasonFor(known, name, python) === undefined).map(python => ({ name, python, number }))
);

describe('audited', () => {
  it.each(audited)('$name on $python', { timeout: TIME_LIMIT_MS }, ({ name, python, number }) => {
    expect(runProgram(name, python, { audit: auditSchedule(DENSE, number) }).stdout).toBe(runProgram(name, python).stdout);
  });
});
