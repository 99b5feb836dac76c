/// Differential fuzzing: random programs on this machine and on a real CPython, whose outputs must be equal.
///
///   npm run fuzz -- --seed 1 --count 1000 --oracle python3 [--first N] [--audit] [--stop N] [--keep DIR]
///   npm run fuzz -- --file PROGRAM --oracle python3
///
/// The machine is of the oracle's version. A divergence is shrunk to few lines and printed; after `stop` of them (5; 0 = run
/// all and shrink none) it ends. Exit status 1 if there was one. `audit`: also compare counts with references after every
/// instruction.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createMachine } from '../../src/core/createMachine';
import type { PythonVersion } from '../../src/core/machine';
import { generate } from './generate';
import { Oracle, hasNoAnswer, normalize } from './oracle';
import { shrink } from './shrink';

/// How many programs the oracle is ahead.
const AHEAD = 50;
/// Blocks taken beforehand when CPython is asked again: a small set has eight places.
const PLACES = 8;
/// Jumps and calls; a program that goes on is cut off, like the oracle's after seconds.
const BUDGET = 3_000_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    first: { type: 'string', default: '0' },
    oracle: { type: 'string', default: 'python3' },
    'compile-after': { type: 'string' },
    audit: { type: 'boolean', default: false },
    stop: { type: 'string', default: '5' },
    file: { type: 'string' },
    keep: { type: 'string' }
  }
});

const prelude = fs.readFileSync(path.join(process.cwd(), 'tests', 'fuzz', 'prelude.py'), 'utf8').trimEnd().split('\n');
const oracle = new Oracle(values.oracle);
const python = oracle.version as PythonVersion;

const BROKE = 'the machine broke: ';

function runHere(program: string): string {
  let text = '';
  try {
    const machine = createMachine({
      python,
      record: false,
      audit: values.audit,
      compileAfter: values['compile-after'] === undefined ? undefined : Number(values['compile-after']),
      heapBytes: 16 << 20,
      onOutput: output => {
        if (output.output_type === 'stream' && output.name === 'stdout') text += output.text;
      }
    });
    machine.begin(program, '<string>', { script: true });
    if (machine.resume(BUDGET) === undefined) return `${text}no end\n`;
    machine.shutdown();
  } catch (error) {
    text += `${BROKE}${error instanceof Error ? error.stack!.split('\n').slice(0, 4).join('\n') : String(error)}\n`;
  }
  return normalize(text);
}

/// The first line in which the two differ, from 0.
function firstDifference(a: readonly string[], b: readonly string[]): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

function difference(expected: string, got: string): string {
  const a = expected.split('\n');
  const b = got.split('\n');
  const i = firstDifference(a, b);
  return `  CPython ${python}: ${a.slice(i, i + 2).join(' | ')}\n  here:         ${b.slice(i, i + 2).join(' | ')}`;
}

/// Shrinks and prints; what still diverges does so in the same way, by its output or by a defect that stops the machine.
async function report(lines: readonly string[], name: string, got: string): Promise<void> {
  const broken = got.includes(BROKE);
  const small = await shrink(lines, async variants => {
    const answers = variants.map(variant => oracle.ask(variant.join('\n')));
    for (const [i, variant] of variants.entries()) {
      const expected = await answers[i]!;
      if (expected === '' || hasNoAnswer(expected)) continue;
      const ours = runHere(variant.join('\n'));
      if (broken ? ours.includes(BROKE) : !ours.includes(BROKE) && ours !== expected) return i;
    }
    return -1;
  });
  const program = small.join('\n');
  console.log(`${program}\n# CPython ${python}:\n${await oracle.ask(program)}# here:\n${runHere(program)}`);
  if (values.keep !== undefined) fs.writeFileSync(path.join(values.keep, `${path.basename(name)}.py`), `${program}\n`);
}

/// Whether CPython itself prints something else when it starts again, with its objects at other addresses and other places
/// in their pools: what the program shows then depends on them (the order of a set, the count of a shared constant). With the
/// C library's allocator in pymalloc's place it must print the very line that is printed here: that one gives ids back otherwise.
async function isUnstable(program: string, expected: string, got: string): Promise<boolean> {
  const line = firstDifference(expected.split('\n'), got.split('\n'));
  const upTo = (text: string): string => text.split('\n', line + 1).join('\n');
  for (let taken = 0; taken < PLACES; taken++) {
    if (await askAgain(program, taken, 'pymalloc') !== expected) return true;
    if (upTo(await askAgain(program, taken, 'malloc')) === upTo(got)) return true;
  }
  return false;
}

async function askAgain(program: string, taken: number, allocator: 'pymalloc' | 'malloc'): Promise<string> {
  const other = new Oracle(values.oracle, taken, allocator);
  const answer = await other.ask(program);
  other.close();
  return answer;
}

interface Asked {
  readonly lines: string[];
  readonly name: string;
  readonly expected: Promise<string>;
}

const ask = (lines: string[], name: string): Asked => ({ lines, name, expected: oracle.ask(lines.join('\n')) });

const seed = Number(values.seed);
const stop = Number(values.stop);
const MODULES = ['collections', 'contextlib', 'copy', 'dataclasses', 'enum', 'functools', 'itertools', 'operator'];

/// A program imports what it uses: importing it all takes longer than most programs do.
function numbered(number: number): Asked {
  const lines = generate(seed, number);
  const used = MODULES.filter(name => lines.some(line => line.includes(`${name}.`)));
  return ask([...used.map(name => `import ${name}`), ...prelude, ...lines], `${seed}-${number}`);
}

const first = Number(values.first);
const count = values.file === undefined ? Number(values.count) : 1;
const queue: Asked[] = [];
let divergences = 0;
let skipped = 0;
let unstable = 0;
let ran = 0;
for (let next = 0; ran < count && (stop === 0 || divergences < stop); ran++) {
  for (; next < count && next < ran + AHEAD; next++) {
    queue.push(values.file === undefined ? numbered(first + next) : ask(fs.readFileSync(values.file, 'utf8').trimEnd().split('\n'), values.file));
  }
  const { lines, name, expected: answer } = queue.shift()!;
  const expected = await answer;
  const got = hasNoAnswer(expected) ? expected : runHere(lines.join('\n'));
  if (hasNoAnswer(expected)) skipped++;
  if (got !== expected && await isUnstable(lines.join('\n'), expected, got)) {
    unstable++;
  } else if (got !== expected) {
    divergences++;
    console.log(`--- ${name}\n${difference(expected, got)}`);
    if (stop !== 0) await report(lines, name, got);
  }
  if ((ran + 1) % 200 === 0) process.stderr.write(`${ran + 1} programs, ${divergences} divergences\n`);
}
console.log(`${ran} programs of seed ${seed} against CPython ${python}: ${divergences} divergences, ${unstable} on which CPython differs from itself, ${skipped} without an answer (CPython crashed, or was stopped for its time or memory)`);
oracle.close();
process.exitCode = divergences > 0 ? 1 : 0;
