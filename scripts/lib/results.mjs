// How many tests passed and failed, from what each runner leaves behind. Every reader gives
// { passed, failed }; a report that is missing or broken gives undefined.

/// vitest's `--reporter=json`. A file that could not even be collected has no tests: it counts as one failure.
export function readVitest(text) {
  try {
    const report = JSON.parse(text);
    const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0);
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
  } catch {
    return undefined;
  }
}

/// pytest's `--junitxml`.
export function readJunit(text) {
  const suites = [...text.matchAll(/<testsuite [^>]*>/g)].map(([tag]) => tag);
  if (suites.length === 0) {
    return undefined;
  }
  const sum = name => suites.reduce((total, tag) => total + Number(new RegExp(`\\b${name}="(\\d+)"`).exec(tag)?.[1] ?? 0), 0);
  const failed = sum('failures') + sum('errors');
  return { passed: sum('tests') - failed - sum('skipped'), failed };
}

/// A last line `N passed, N failed`.
export function readClosingLine(text) {
  const lines = [...text.matchAll(/^(\d+) passed, (\d+) failed$/gm)];
  const last = lines.at(-1);
  return last && { passed: Number(last[1]), failed: Number(last[2]) };
}

/// What a suite adds to the sum. One that crashed, left no report or ran nothing counts as a failure:
/// a suite that silently does nothing must not look like success.
export function judge(exitCode, counts) {
  if (counts === undefined || counts.passed + counts.failed === 0) {
    return { passed: 0, failed: 1, note: counts === undefined ? 'left no report' : 'ran no test' };
  }
  if (exitCode !== 0 && counts.failed === 0) {
    return { passed: counts.passed, failed: 1, note: `ended with exit code ${exitCode}` };
  }
  return { ...counts };
}
