// Bundles src/cli into dist/memory-sim.cjs, one file that plain Node runs.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(fs.readFileSync(`${root}package.json`, 'utf8'));

await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/index.ts'],
  outfile: 'dist/memory-sim.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Parsing the bundle is most of the start-up time of a short program.
  minify: true,
  banner: { js: '#!/usr/bin/env node' },
  define: { MEMORY_SIM_VERSION: JSON.stringify(version) },
  logLevel: 'warning'
});
fs.chmodSync(`${root}dist/memory-sim.cjs`, 0o755);
