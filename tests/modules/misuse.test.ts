/// A program may call anything with anything: it gets exceptions, and the machine stays whole.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from './run';

const PARTS = 12;
const program = readFileSync(new URL('misuse.py', import.meta.url), 'utf8');

// Each version misuses another part of all.
test.each([['3.11', 0], ['3.13', 1], ['3.14', 2]] as const)('%s takes wrong arguments in its stride', (python, part) => {
  const output = run(`part, parts = ${part}, ${PARTS}\n${program}\nprint('misused', run() > 250)`, { python });
  expect(output.trimEnd().split('\n').at(-1)).toBe('misused True');
}, 120_000);
