// Bundles src/cli for plain Node: dist/memory-sim.cjs starts command.cjs, with V8's code cache beside it.
// The Python package carries a copy, for IPython.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(fs.readFileSync(`${root}package.json`, 'utf8'));
const inDist = name => path.join(root, 'dist', name);

const bundle = (entry, outfile, options) =>
  build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'ascii',
    minify: true,
    logLevel: 'warning',
    ...options
  });

await bundle('src/cli/index.ts', inDist('command.cjs'), { define: { MEMORY_SIM_VERSION: JSON.stringify(version) } });
await bundle('src/cli/launcher.ts', inDist('memory-sim.cjs'), { banner: { js: '#!/usr/bin/env node' } });
fs.chmodSync(inDist('memory-sim.cjs'), 0o755);
execFileSync(process.execPath, [`${root}scripts/lib/code-cache.mjs`, inDist('command.cjs'), inDist('command.cache')], { stdio: ['ignore', 'ignore', 'inherit'] });

const carried = path.join(root, 'jupyterlab_memory_sim', 'command');
fs.rmSync(carried, { recursive: true, force: true });
fs.cpSync(inDist(''), carried, { recursive: true });
