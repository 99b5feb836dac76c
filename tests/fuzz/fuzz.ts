/// Differential fuzzing: random programs on this machine and on a real CPython, whose outputs must be equal.
///
///   npm run fuzz -- --seed 1 --count 1000 --oracle python3 [--python 3.11] [--audit] [--keep DIR]
///
/// A divergence is shrunk to few lines and printed; exit status 1 if there was one. The oracle's version is asked for.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createMachine } from '../../src/core/createMachine';
import type { PythonVersion } from '../../src/core/machine';
import { generate } from './generate';

const BATCH = 200;
/// Jumps and calls; a program that goes on is cut off, like the oracle's after seconds.
const BUDGET = 3_000_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    first: { type: 'string', default: '0' },
    oracle: { type: 'string', default: 'python3' },
    python: { type: 'string' },
    audit: { type: 'boolean', default: false },
    stop: { type: 'string', default: '5' },
    file: { type: 'string' },
    keep: { type: 'string' }
  }
});

const here = path.join(process.cwd(), 'tests', 'fuzz');
const prelude = fs.readFileSync(path.join(here, 'prelude.py'), 'utf8').split('\n');
const python = (values.python ?? versionOf(values.oracle)) as PythonVersion;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'fuzz-'));

function versionOf(oracle: string): string {
  return execFileSync(oracle, ['-c', "import sys; print('%d.%d' % sys.version_info[:2])"], { encoding: 'utf8' }).trim();
}

/// What the two may differ in: addresses, and the counts of what lives for ever.
const normalize = (text: string): string => text.replace(/0x[0-9a-f]+/g, '0x').replace(/\b(1000\d{6}|4294967295|3221225472)\b/g, 'immortal');

const BROKE = /machine broke/;

function askOracle(programs: readonly string[]): string[] {
  const file = path.join(scratch, 'programs');
  fs.writeFileSync(file, programs.map(program => `${JSON.stringify(program)}\n`).join(''));
  const output = execFileSync(values.oracle, [path.join(here, 'oracle.py'), file], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONHASHSEED: '0' },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  return output.split('\n').filter(Boolean).map(line => normalize(JSON.parse(line) as string));
}

function runHere(program: string): string {
  let text = '';
  try {
    const machine = createMachine({
      python,
      record: false,
      audit: values.audit,
      heapBytes: 16 << 20,
      onOutput: output => {
        if (output.output_type === 'stream' && output.name === 'stdout') text += output.text;
      }
    });
    machine.begin(program, '<string>');
    if (machine.resume(BUDGET) === undefined) return `${text}no end\n`;
    machine.shutdown();
  } catch (error) {
    text += `machine broke: ${error instanceof Error ? error.stack!.split('\n').slice(0, 4).join('\n') : String(error)}\n`;
  }
  return normalize(text);
}

/// Which of the programs diverge; answers of the two by index.
function diverging(programs: readonly string[]): { index: number; expected: string; got: string }[] {
  const expected = askOracle(programs);
  return programs.flatMap((program, index) => {
    if (/killed by signal/.test(expected[index]!)) return [];
    const got = runHere(program);
    return got === expected[index] ? [] : [{ index, expected: expected[index]!, got }];
  });
}

const depth = (line: string): number => line.length - line.trimStart().length;

/// The end of the block that begins at line `i`: past the deeper lines, and the clauses that go on with it.
function blockEnd(lines: readonly string[], i: number): number {
  const own = depth(lines[i]!);
  let end = i + 1;
  while (end < lines.length && (depth(lines[end]!) > own || (depth(lines[end]!) === own && /^\s*(except|finally|else|elif)\b/.test(lines[end]!)))) end++;
  return end;
}

/// What can be left out of the lines, as what to put in place of [from, to).
function* cuts(lines: readonly string[], blocks: number): Generator<[from: number, to: number, instead: string[]]> {
  for (let i = 0; i < lines.length; i++) {
    if (blocks > 1 && depth(lines[i]!) > 0) continue;
    let end = i;
    for (let n = 0; n < blocks && end < lines.length; n++) end = blockEnd(lines, end);
    yield [i, end, []];
    if (blocks > 1 || end === i + 1) continue;
    yield [i, i + 1, []];
    // A block's body in its place, with and without the clauses after it.
    let bodyEnd = i + 1;
    while (bodyEnd < end && depth(lines[bodyEnd]!) > depth(lines[i]!)) bodyEnd++;
    yield [i, end, lines.slice(i + 1, bodyEnd).map(line => line.slice(4))];
    if (bodyEnd < end) yield [bodyEnd, end, []];
  }
}

/// Fewer lines that diverge in the same way: by another output, or by a defect that stops the machine.
function shrink(start: readonly string[], broken: boolean): string[] {
  let lines = start.filter(line => line !== '');
  const fails = (variant: readonly string[]): boolean => diverging([variant.join('\n')]).some(({ got }) => broken === BROKE.test(got));
  for (const blocks of [16, 4, 1, 1, 1]) {
    for (let at = lines.length; at >= 0; ) {
      let found = -1;
      for (const [from, to, instead] of cuts(lines, blocks)) {
        if (from > at || from <= at - 1 - (blocks > 1 ? 40 : 0)) continue;
        const variant = [...lines.slice(0, from), ...instead, ...lines.slice(to)];
        if (fails(variant)) {
          lines = variant;
          found = from;
          break;
        }
      }
      at = found >= 0 ? Math.min(found, lines.length) : at - 1 - (blocks > 1 ? 40 : 0);
    }
  }
  return lines;
}

function difference(expected: string, got: string): string {
  const a = expected.split('\n');
  const b = got.split('\n');
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return `  CPython ${python}: ${a.slice(i, i + 2).join(' | ')}\n  here:         ${b.slice(i, i + 2).join(' | ')}`;
}

function report(lines: string[], name: string): void {
  const [found] = diverging([lines.join('\n')]);
  if (found === undefined) {
    console.log(`${name}: does not diverge when run again`);
    return;
  }
  console.log(`--- ${name}\n${difference(found.expected, found.got)}`);
  const small = shrink(lines, BROKE.test(found.got));
  const [last] = diverging([small.join('\n')]);
  console.log(small.join('\n'));
  if (last !== undefined) console.log(`# CPython ${python}:\n${last.expected}# here:\n${last.got}`);
  if (values.keep !== undefined) fs.writeFileSync(path.join(values.keep, `${name}.py`), `${small.join('\n')}\n`);
}

let divergences = 0;
const count = Number(values.count);
const seed = Number(values.seed);
if (values.file !== undefined) {
  report(fs.readFileSync(values.file, 'utf8').trimEnd().split('\n'), values.file);
} else {
  for (let from = Number(values.first); from < count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => from + i);
    const programs = numbers.map(number => [...prelude, ...generate(seed, number)]);
    for (const { index, expected, got } of diverging(programs.map(lines => lines.join('\n')))) {
      divergences++;
      if (divergences <= Number(values.stop)) report(programs[index]!, `${seed}-${numbers[index]}`);
      else console.log(`--- ${seed}-${numbers[index]}\n${difference(expected, got)}`);
    }
    process.stderr.write(`${from + numbers.length} programs, ${divergences} divergences\n`);
    if (values.stop !== '0' && divergences >= Number(values.stop)) break;
  }
  console.log(`${Math.min(count, count)} programs of seed ${seed} against CPython ${python}: ${divergences} divergences`);
}
fs.rmSync(scratch, { recursive: true });
process.exitCode = divergences > 0 ? 1 : 0;
