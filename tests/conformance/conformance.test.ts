/// Every program of the corpus, on every version, prints what CPython printed.
///
/// UPDATE_KNOWN_FAILURES=1 rewrites known-failures.json: it drops what passes and adds what the machine itself
/// says it cannot run yet. Any other difference must be mended, or explained there by hand.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PythonVersion } from '../../src/core/machine';
import { readKnownFailures, reasonFor, saidReason, writeKnownFailures } from './knownFailures';
import type { Ran } from './programs';
import { corpus as folder, programs, runProgram } from './programs';

const VERSIONS: PythonVersion[] = ['3.11', '3.13', '3.14'];
const TIME_LIMIT_MS = 60_000;

const updating = process.env.UPDATE_KNOWN_FAILURES === '1';
const known = readKnownFailures();
const corpus = programs();
const failures: { program: string; python: PythonVersion; reason: string }[] = [];

afterAll(() => {
  if (updating) {
    writeKnownFailures(failures);
  }
});

/// What the machine did; a defect that throws is told as what it printed, so that one program cannot stop the list.
function attempt(name: string, python: PythonVersion): Ran {
  try {
    return runProgram(name, python);
  } catch (error) {
    return { stdout: '', instructions: 0, stderr: `the machine broke: ${error instanceof Error ? error.stack : error}\n`, failed: true };
  }
}

describe.each(VERSIONS)('as CPython %s', python => {
  it.each(corpus)('$name', { timeout: TIME_LIMIT_MS }, ({ name, goldens }) => {
    const golden = goldens[python];
    const ran = attempt(name, python);
    const passes = ran.stdout === golden.stdout && ran.failed === (golden.exit !== 0);
    const reason = updating ? (saidReason(ran.stderr) ?? reasonFor(known, name, python)) : reasonFor(known, name, python);
    if (passes) {
      expect(updating ? undefined : reason, 'it passes now: take it off known-failures.json').toBeUndefined();
    } else if (reason === undefined) {
      expect(ran).toMatchObject({ stdout: golden.stdout, stderr: golden.exit === 0 ? '' : ran.stderr, failed: golden.exit !== 0 });
    } else {
      failures.push({ program: name, python, reason });
    }
  });
});

describe('the corpus', () => {
  it('has a recording of every program', () => {
    const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.py')).map(name => name.split(path.sep).join('/'));
    const recorded = new Set(corpus.map(({ name }) => name));
    // The recorders, and what programs import.
    expect(files.filter(name => !recorded.has(name)).sort()).toEqual([
      'conformance.py', 'demos/gc_module/memutil.py', 'demos/refcount_module/memutil.py', 'record_demos.py'
    ]);
  });
});

describe('known-failures.json', () => {
  it('names programs of the corpus, each version once, with a reason', () => {
    const names = corpus.map(program => program.name);
    expect(known.map(entry => entry.program).filter(name => !names.includes(name))).toEqual([]);
    const pairs = known.flatMap(entry => entry.python.map(python => `${entry.program} on ${python}`));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(known.filter(entry => entry.reason.length < 10)).toEqual([]);
  });

  it('has none of the lectures\' demo programs', () => {
    expect(known.filter(entry => entry.program.startsWith('demos/'))).toEqual([]);
  });
});
