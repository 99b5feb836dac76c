// npm test: every suite, and one line that sums them up.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { inRoot, venvProgram } from './paths.mjs';
import { judge, readClosingLine, readJunit, readVitest } from './results.mjs';
import { capture, say, show, tell } from './run.mjs';
import { setup } from './setup.mjs';

const readReport = (file, read) => (fs.existsSync(file) ? read(fs.readFileSync(file, 'utf8')) : undefined);

async function vitest(reports) {
  const report = path.join(reports, 'vitest.json');
  const code = await show(process.execPath, [
    inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`
  ]);
  return judge(code, readReport(report, readVitest));
}

async function pytest(reports) {
  const report = path.join(reports, 'pytest.xml');
  const code = await show(venvProgram('python'), ['-m', 'pytest', '-q', 'tests/python', `--junitxml=${report}`]);
  return judge(code, readReport(report, readJunit));
}

async function browser() {
  const env = { MEMORY_SIM_CHROMIUM: await findChromium(), MEMORY_SIM_PYTHON: venvProgram('python') };
  const echo = child => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', text => process.stdout.write(text));
    }
  };
  const { code, output } = await capture(process.execPath, [inRoot('tests', 'browser', 'run.mjs')], { env, onStart: echo });
  return judge(code, readClosingLine(output));
}

const SUITES = { vitest, pytest, browser };

/// Runs one suite; whatever breaks it is told and counts as one failure, so that the others still run.
async function runSuite(name, reports) {
  say(`${name} ...`);
  try {
    return await SUITES[name](reports);
  } catch (error) {
    tell(error);
    return { passed: 0, failed: 1, note: 'could not run' };
  }
}

export async function test() {
  process.on('SIGTERM', () => process.exit(143));
  let passed = 0;
  let failed = 0;
  const count = (name, result) => {
    passed += result.passed;
    failed += result.failed;
    say(`${name}: ${result.passed} passed, ${result.failed} failed${result.note ? ` (${result.note})` : ''}`);
  };
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'memory-sim-test-'));
  try {
    await setup();
    for (const name of Object.keys(SUITES)) {
      count(name, await runSuite(name, reports));
    }
  } catch (error) {
    tell(error);
    count('set-up', { passed: 0, failed: 1, note: 'no suite was run' });
  } finally {
    fs.rmSync(reports, { recursive: true, force: true });
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
