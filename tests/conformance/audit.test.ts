/// The audit on real programs: after every instruction, every stored count equals the references that exist.
import { describe, expect, it } from 'vitest';
import { reasonFor, readKnownFailures } from './knownFailures';
import { programs, runProgram } from './programs';

/// An audit walks the whole heap, about 1.5 ms an instruction: the short programs about lifetimes, and the lectures'.
const FOLDERS = /^(demos|lifetime)\//;
const LONGEST = 1000;

const known = readKnownFailures();

describe('audited after every instruction', () => {
  const audited = programs().filter(({ name }) => FOLDERS.test(name) && reasonFor(known, name, '3.14') === undefined);

  it.each(audited)('$name', { timeout: 60_000 }, ({ name }) => {
    const plain = runProgram(name, '3.14');
    if (plain.instructions <= LONGEST) {
      expect(runProgram(name, '3.14', { audit: true }).stdout).toBe(plain.stdout);
    }
  });
});
