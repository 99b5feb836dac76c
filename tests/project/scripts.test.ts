/// The plain JavaScript that sets a checkout up and sums its tests.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../scripts/lib/diagnose.mjs';
import { packagesInstalled } from '../../scripts/lib/node-packages.mjs';
import { checkNode } from '../../scripts/lib/node-version.mjs';
import { newEnough } from '../../scripts/lib/python.mjs';
import { judge, readClosingLine, readJunit, readVitest } from '../../scripts/lib/results.mjs';

const root = path.join(import.meta.dirname, '..', '..');

describe('counting results', () => {
  it("reads vitest's report; a file that cannot be loaded is a failure", () => {
    const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) });
    const report = { numPassedTests: 5, numFailedTests: 1, testResults: [file('passed', 5), file('failed', 1), file('failed', 0)] };
    expect(readVitest(JSON.stringify(report))).toEqual({ passed: 5, failed: 2 });
    expect(readVitest('')).toBeUndefined();
  });

  it("reads pytest's report", () => {
    const xml = '<testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="2" skipped="1" tests="9" time="1.2">';
    expect(readJunit(xml)).toEqual({ passed: 5, failed: 3 });
    expect(readJunit('Traceback')).toBeUndefined();
  });

  it('reads the last closing line', () => {
    expect(readClosingLine('1 passed, 9 failed\nagain\n12 passed, 0 failed\n')).toEqual({ passed: 12, failed: 0 });
    expect(readClosingLine('all 3 passed, 0 failed here')).toBeUndefined();
  });

  it('counts a suite that crashed, told nothing or ran nothing as a failure', () => {
    expect(judge(0, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 0 });
    expect(judge(1, { passed: 3, failed: 2 })).toEqual({ passed: 3, failed: 2 });
    expect(judge(1, { passed: 3, failed: 0 })).toMatchObject({ passed: 3, failed: 1 });
    expect(judge(0, { passed: 0, failed: 0 })).toMatchObject({ passed: 0, failed: 1 });
    expect(judge(0, undefined)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('package-lock.json', () => {
  type Locked = { version?: string; optionalDependencies?: Record<string, string> };
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };

  /// Where Node would find a package from another one's folder.
  function find(from: string, name: string): boolean {
    if (`${from}/node_modules/${name}`.replace(/^\//, '') in lock.packages) {
      return true;
    }
    const up = from.lastIndexOf('/node_modules/');
    return from !== '' && find(up < 0 ? '' : from.slice(0, up), name);
  }

  it('has the packages of every platform, without which npm ci refuses it', () => {
    const missing = Object.entries(lock.packages).flatMap(([from, locked]) =>
      Object.keys(locked.optionalDependencies ?? {}).filter(name => !find(from, name))
    );
    expect(missing).toEqual([]);
  });

  it('is of the same version as package.json', () => {
    const own = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(lock.packages['']!.version).toBe(own.version);
  });
});

describe('set-up', () => {
  it('knows which Nodes and Pythons are new enough', () => {
    const said: string[] = [];
    const check = (version: string) => checkNode(version, (text: string) => said.push(text));
    const before = process.exitCode;
    expect(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0'].map(check)).toEqual([true, true, true, true, true]);
    expect(said).toEqual([]);
    expect(['18.19.1', '20.18.3', '21.7.0', '22.11.0', '8.0.0'].map(check)).toEqual([false, false, false, false, false]);
    process.exitCode = before;
    expect(said[0]).toBe('memory-sim needs Node 20.19 or newer (of Node 22: 22.12); this is Node 18.19.1.');
    expect(['3.9', '2.7', '3.10', '3.14\n', '4.0', ''].map(newEnough)).toEqual([false, false, true, true, true, false]);
  });

  it('installs npm packages only if one is missing or of another version', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/a': { version: '1' },
        'node_modules/fast': { version: '3', optional: true },
        'node_modules/mac': { version: '2', optional: true, os: ['darwin'], cpu: ['arm64'] },
        'node_modules/musl': { version: '2', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] }
      }
    };
    const a = { 'node_modules/a': { version: '1' } };
    const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' };
    const has = (packages: object, machine: object = linux) => packagesInstalled(lock, { packages }, machine);
    expect(has({ ...a, 'node_modules/extra': { version: '1' } })).toBe(true);
    expect(has({ 'node_modules/a': { version: '2' } })).toBe(false);
    expect(has({})).toBe(false);
    expect(has(a, { os: 'darwin', cpu: 'arm64' })).toBe(false);
    expect(has({ ...a, 'node_modules/mac': { version: '2' } }, { os: 'darwin', cpu: 'arm64' })).toBe(true);
    expect(has(a, { ...linux, libc: 'musl' })).toBe(false);
    expect(packagesInstalled(lock, undefined)).toBe(false);
  });

  it.each([
    ['npm error code EAI_AGAIN', 'network'],
    ['npm error code ETIMEDOUT', 'network'],
    ["WARNING: Retrying ... NewConnectionError('...: Failed to establish a new connection')\nERROR: No matching distribution found for anyio", 'network'],
    ['npm error code ENOSPC', 'disk is full'],
    ['ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device', 'disk is full'],
    ['The virtual environment was not created successfully because ensurepip is not\navailable.', 'python3-venv'],
    ['Error: Command ... ensurepip is not available', 'python3-venv'],
    ['/usr/bin/python3: No module named venv', 'python3-venv'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['npm error code EACCES', 'cannot be written'],
    ['ERROR: No matching distribution found for jupyterlab==4.6.6', 'up to date'],
    ['segmentation fault', 'starts afresh']
  ])('tells what to do about: %s', (output, advice) => {
    expect(diagnose(output).join(' ')).toContain(advice);
  });
});
