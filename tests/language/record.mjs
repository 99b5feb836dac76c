/// Records what real interpreters print for the programs in `programs` and for generated ones:
///   node record.mjs PYTHON...   each PYTHON an interpreter of a version that is simulated
/// Expectations are in recorded/VERSION.json: of each program standard output, standard error and exit status; of each
/// seed the output.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SEEDS = 40;
const here = fileURLToPath(new URL('.', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'memory-sim-'));

/// Addresses differ from run to run; so do the program's place and 3.11's counts of immortal objects.
const normal = text => text.replaceAll(/0x[0-9a-f]{6,}/g, '0x...').replaceAll(temporary, '/programs');

async function loadGenerator() {
  const outfile = join(temporary, 'generate.mjs');
  await build({ entryPoints: [join(here, 'generate.ts')], bundle: true, format: 'esm', outfile, logLevel: 'error' });
  return (await import(outfile)).generate;
}

function run(python, name, source) {
  const file = join(temporary, name);
  writeFileSync(file, source);
  const env = { ...process.env, PYTHONHASHSEED: '0', PYTHON_COLORS: '0', PYTHONDONTWRITEBYTECODE: '1' };
  const result = spawnSync(python, [file], { encoding: 'utf8', cwd: temporary, env });
  return { stdout: normal(result.stdout), stderr: normal(result.stderr), status: result.status };
}

const generate = await loadGenerator();
mkdirSync(join(here, 'recorded'), { recursive: true });
for (const python of process.argv.slice(2)) {
  const version = execFileSync(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8' }).trim();
  const programs = {};
  for (const name of readdirSync(join(here, 'programs')).sort()) {
    programs[name] = run(python, name, readFileSync(join(here, 'programs', name), 'utf8'));
  }
  const seeds = [];
  for (let seed = 0; seed < SEEDS; seed++) seeds.push(run(python, 'generated.py', generate(seed)).stdout);
  writeFileSync(join(here, 'recorded', `${version}.json`), `${JSON.stringify({ programs, seeds }, null, 1)}\n`);
}
