// Bundles the audit of the corpus and runs it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'audit-bundle-'));
const outfile = path.join(folder, 'audit.mjs');
await build({
  entryPoints: [path.join(here, 'auditCorpus.ts')], outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'warning',
  define: { 'import.meta.dirname': JSON.stringify(here) }
});
await import(pathToFileURL(outfile).href);
fs.rmSync(folder, { recursive: true });
