/// The audit over the whole corpus, as `npm run audit` runs it: before every instruction, or in longer programs before each of
/// the first `dense` ones and at growing distances after them.
///
///   npm run audit -- [--python 3.13] [--dense 5000] [--slice 2/8] [--only PART-OF-A-NAME]
///
/// Without a version all are run. Exit status 1 if a count differs from the references found, or a program's output changes.
import { parseArgs } from 'node:util';
import type { PythonVersion } from '../../src/core/machine';
import { auditSchedule } from './auditSchedule';
import { readKnownFailures, reasonFor } from './knownFailures';
import { programs, runProgram } from './programs';

const { values } = parseArgs({
  options: {
    python: { type: 'string' },
    dense: { type: 'string', default: '5000' },
    slice: { type: 'string', default: '1/1' },
    only: { type: 'string', default: '' }
  }
});

const versions: PythonVersion[] = values.python === undefined ? ['3.11', '3.13', '3.14'] : [values.python as PythonVersion];
const dense = Number(values.dense);
const [slice, slices] = values.slice.split('/').map(Number) as [number, number];
const known = readKnownFailures();
let ran = 0;
let wholly = 0;
let audits = 0;
let instructions = 0;
let mismatches = 0;

for (const [number, { name, goldens }] of programs().entries()) {
  if (number % slices !== slice - 1 || !name.includes(values.only)) continue;
  for (const python of versions) {
    if (reasonFor(known, name, python) !== undefined) continue;
    const isDue = auditSchedule(dense, number);
    let last = 0;
    let wrong: string | undefined;
    try {
      const { stdout } = runProgram(name, python, {
        audit: instruction => {
          last = instruction;
          const due = isDue(instruction);
          if (due) audits++;
          return due;
        }
      });
      if (stdout !== goldens[python].stdout) wrong = 'another output than without the audit';
    } catch (error) {
      wrong = error instanceof Error ? error.message : String(error);
    }
    ran++;
    instructions += last + 1;
    if (last < dense) wholly++;
    if (wrong === undefined) continue;
    mismatches++;
    console.log(`${name} on ${python}: ${wrong}`);
  }
}
console.log(`${ran} runs (${versions.join(', ')}; slice ${values.slice}), ${wholly} of them audited wholly: ${audits} audits in ${instructions} instructions, ${mismatches} mismatches`);
process.exitCode = mismatches > 0 ? 1 : 0;
