// What the benchmarks measure with: child processes, medians and the bundled core.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const here = fileURLToPath(new URL('.', import.meta.url));

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const geometricMean = values => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/// Bundles the core into a temporary folder, for CommonJS; returns the path of the module.
export async function bundleCore() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'memory-sim-bench-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, 'core.cjs');
  await build({ entryPoints: [`${here}../src/core/createMachine.ts`], outfile, bundle: true, minifySyntax: true, platform: 'node', format: 'cjs', target: 'es2022', logLevel: 'warning' });
  return outfile;
}

/// What a piece of TypeScript exports that stands in the project's root.
export async function bundle(contents) {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: `${here}..`, loader: 'ts' }, bundle: true, format: 'esm', platform: 'neutral', write: false, logLevel: 'error' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

/// stdout of a child process.
export function run(command, args) {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
}

/// Milliseconds of a whole process.
export function timeProcess(command, args) {
  const start = performance.now();
  execFileSync(command, args, { stdio: 'ignore' });
  return performance.now() - start;
}
