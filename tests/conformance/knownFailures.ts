/// known-failures.json: programs that do not print what CPython prints yet, each with the reason.
import fs from 'node:fs';
import path from 'node:path';
import type { PythonVersion } from '../../src/core/machine';
import { corpus } from './programs';

export interface KnownFailure {
  program: string;
  python: PythonVersion[];
  reason: string;
}

const file = path.join(corpus, 'known-failures.json');

export const readKnownFailures = (): KnownFailure[] => JSON.parse(fs.readFileSync(file, 'utf8')) as KnownFailure[];

export const reasonFor = (list: readonly KnownFailure[], program: string, python: PythonVersion): string | undefined =>
  list.find(entry => entry.program === program && entry.python.includes(python))?.reason;

/// What the machine itself says it cannot do yet is reason enough; everything else a person must explain.
export const saidReason = (stderr: string): string | undefined => /^NotImplementedError: (memory-sim .*)$/m.exec(stderr)?.[1];

/// One line an entry; the versions that share a reason share an entry.
export function writeKnownFailures(failures: readonly { program: string; python: PythonVersion; reason: string }[]): void {
  const entries = new Map<string, KnownFailure>();
  for (const { program, python, reason } of failures) {
    const key = `${program}\n${reason}`;
    const entry = entries.get(key) ?? { program, python: [], reason };
    entry.python.push(python);
    entries.set(key, entry);
  }
  const lines = [...entries.values()].map(entry => `  ${JSON.stringify(entry)}`);
  fs.writeFileSync(file, lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
}
