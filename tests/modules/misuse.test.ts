/// A program may call anything with anything: it gets exceptions, and the machine stays whole.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const PARTS = 12;
const LIMIT_MS = 240_000;
const commandLine = path.resolve(import.meta.dirname, '../../dist/memory-sim.cjs');
const program = readFileSync(new URL('misuse.py', import.meta.url), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'misuse-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Each version misuses another part of all. In a process of its own: only that can be stopped if native code never ends.
test.each([['3.11', 0], ['3.13', 1], ['3.14', 2]] as const)('%s takes wrong arguments in its stride', (python, part) => {
  const file = path.join(folder, `misuse-${part}.py`);
  writeFileSync(file, `part, parts = ${part}, ${PARTS}\n${program}\nprint('misused', run() > 250)`);
  const { stdout, stderr, error } = spawnSync(process.execPath, [commandLine, 'run', '--python', python, file], { encoding: 'utf8', timeout: LIMIT_MS, killSignal: 'SIGKILL' });
  expect(stdout.trimEnd().split('\n').at(-1), error?.message ?? stderr).toBe('misused True');
}, LIMIT_MS + 10_000);
