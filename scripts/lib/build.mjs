// `npm run build`, when something it reads has changed.
import fs from 'node:fs';
import { inRoot, stampFile } from './paths.mjs';
import { setupStep } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamps.mjs';

const INPUTS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'scripts/build-cli.mjs', 'scripts/lib/code-cache.mjs', 'src', 'style', 'schema'];
const OUTPUTS = ['dist/memory-sim.cjs', 'dist/command.cjs', 'jupyterlab_memory_sim/command/memory-sim.cjs', 'jupyterlab_memory_sim/labextension/package.json'];

export async function build() {
  const stamp = stampFile('build');
  const wanted = hashOf(INPUTS);
  if (readStamp(stamp) === wanted && OUTPUTS.every(file => fs.existsSync(inRoot(file)))) {
    return;
  }
  await setupStep('building', 'npm', ['run', '--silent', 'build'], {
    advice: ['If you changed files here, the lines above say where. Otherwise try a fresh clone, and report it if that fails too.']
  });
  writeStamp(stamp, wanted);
}
