// Bundles the fuzzer and runs it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fuzz-bundle-'));
const outfile = path.join(folder, 'fuzz.mjs');
await build({ absWorkingDir: root, entryPoints: ['tests/fuzz/fuzz.ts'], outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'warning' });
process.chdir(root);
await import(pathToFileURL(outfile).href);
fs.rmSync(folder, { recursive: true });
