/// The command line, read.
import { parseArgs } from 'node:util';
import type { PythonVersion } from '../core/machine';
import { PYTHON_VERSIONS, isPythonVersion } from '../core/profile/profile';
import type { ReportFormat } from '../lessons/gradeReport';
import { REPORT_FORMATS } from '../lessons/gradeReport';
import { UsageError } from './host';

export const DEFAULT_PYTHON: PythonVersion = '3.14';

/// Instructions a cell may take when it is graded or looked through: seconds, where lessons take thousandths.
const CELL_LIMIT = 50_000_000;

export const USAGE = `usage: memory-sim run FILE.py|FILE.ipynb [--python VERSION] [--trace OUT.json] [--limit N] [--write]
       memory-sim grade NOTEBOOK... [--release RELEASE.ipynb] [--format FORMAT] [--limit N]
       memory-sim lint LESSON.ipynb... [--limit N]
       memory-sim release SOURCE.ipynb OUT.ipynb
       memory-sim serve
       memory-sim versions
       memory-sim --help | --version

run       runs a program, or a notebook's memory-sim cells in order on one heap
  --python VERSION   whose rules apply: ${PYTHON_VERSIONS.join(', ')} (default ${DEFAULT_PYTHON}, or what the notebook says)
  --trace OUT.json   saves what happened, step by step (of a notebook: a list, one trace a cell)
  --limit N          stops the program after about N instructions
  --write            puts the outputs into the notebook
grade     runs notebooks and gives the points of their checks
  --release RELEASE.ipynb   takes the checks from this notebook, whatever became of them
  --format FORMAT    ${REPORT_FORMATS.join(', ')} (default ${REPORT_FORMATS[0]})
  --limit N          stops each cell after about N instructions (default ${CELL_LIMIT})
lint      tells a lesson's author what is wrong with it: cells that fail, checks that pass too early, broken links, ...
release   writes the learners' version: without solutions and hidden tests, as nbgrader marks them, and without outputs
serve     runs cells for another program, such as IPython (JSON lines; src/cli/serve.ts tells them)
versions  lists the CPython versions that can be simulated
`;

export interface RunOptions {
  readonly file: string;
  readonly python?: PythonVersion;
  readonly trace?: string;
  /// Instructions in all.
  readonly limit?: number;
  readonly write: boolean;
}

export interface GradeOptions {
  readonly files: readonly string[];
  /// The notebook that the checks come from.
  readonly release?: string;
  readonly format: ReportFormat;
  /// Instructions a cell.
  readonly limit: number;
}

export interface LintOptions {
  readonly files: readonly string[];
  /// Instructions a cell.
  readonly limit: number;
}

export interface ReleaseOptions {
  readonly source: string;
  readonly out: string;
}

export type Command =
  | { name: 'run'; options: RunOptions }
  | { name: 'grade'; options: GradeOptions }
  | { name: 'lint'; options: LintOptions }
  | { name: 'release'; options: ReleaseOptions }
  | { name: 'serve' | 'versions' | 'help' | 'version' };

export const isNotebookFile = (file: string): boolean => /\.ipynb$/i.test(file);

function readVersion(text: string): PythonVersion {
  if (!isPythonVersion(text)) {
    throw new UsageError(`no Python '${text}'; the versions are ${PYTHON_VERSIONS.join(', ')}`);
  }
  return text;
}

function readLimit(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) === 0) {
    throw new UsageError(`--limit takes a number of instructions, not '${text}'`);
  }
  return Number(text);
}

function readFormat(text: string): ReportFormat {
  const format = REPORT_FORMATS.find(known => known === text);
  if (format === undefined) {
    throw new UsageError(`no format '${text}'; the formats are ${REPORT_FORMATS.join(', ')}`);
  }
  return format;
}

interface Words {
  readonly files: readonly string[];
  /// What was given for each option that takes a value.
  readonly values: { readonly [option: string]: string | undefined };
  readonly flags: { readonly [option: string]: boolean | undefined };
}

/// Tells files from options.
function sortWords(words: readonly string[], valued: readonly string[], flagged: readonly string[]): Words {
  const values = Object.fromEntries(valued.map(name => [name, { type: 'string' as const }]));
  const flags = Object.fromEntries(flagged.map(name => [name, { type: 'boolean' as const }]));
  try {
    const { values: found, positionals } = parseArgs({ args: [...words], options: { ...values, ...flags }, allowPositionals: true });
    return { files: positionals, values: found as Words['values'], flags: found as Words['flags'] };
  } catch (error) {
    // Its first line says what is wrong, the others how Node's own options are written.
    throw error instanceof TypeError ? new UsageError(error.message.split('\n')[0]!) : error;
  }
}

/// `{ [name]: value }` as `read` has it, or nothing if the option was not given.
const given = <Name extends string, T>(name: Name, text: string | undefined, read: (text: string) => T): { [key in Name]?: T } =>
  (text === undefined ? {} : { [name]: read(text) }) as { [key in Name]?: T };

const asItIs = (text: string): string => text;

function readRun(words: readonly string[]): RunOptions {
  const { files, values, flags } = sortWords(words, ['python', 'trace', 'limit'], ['write']);
  const [file, extra] = files;
  if (file === undefined) {
    throw new UsageError('run needs a file');
  }
  if (extra !== undefined) {
    throw new UsageError(`run takes one file; '${extra}' is a second`);
  }
  const write = flags.write === true;
  if (write && !isNotebookFile(file)) {
    throw new UsageError('--write is for notebooks (.ipynb)');
  }
  return {
    file,
    write,
    ...given('python', values.python, readVersion),
    ...given('trace', values.trace, asItIs),
    ...given('limit', values.limit, readLimit)
  };
}

function readGrade(words: readonly string[]): GradeOptions {
  const { files, values } = sortWords(words, ['release', 'format', 'limit'], []);
  if (files.length === 0) {
    throw new UsageError('grade needs a notebook');
  }
  return {
    files,
    format: REPORT_FORMATS[0],
    limit: CELL_LIMIT,
    ...given('release', values.release, asItIs),
    ...given('format', values.format, readFormat),
    ...given('limit', values.limit, readLimit)
  };
}

function readLint(words: readonly string[]): LintOptions {
  const { files, values } = sortWords(words, ['limit'], []);
  if (files.length === 0) {
    throw new UsageError('lint needs a lesson');
  }
  return { files, limit: CELL_LIMIT, ...given('limit', values.limit, readLimit) };
}

function readRelease(words: readonly string[]): ReleaseOptions {
  const [source, out, extra] = sortWords(words, [], []).files;
  if (source === undefined || out === undefined || extra !== undefined) {
    throw new UsageError('release needs two files: the source, and where the release goes');
  }
  return { source, out };
}

const wantsHelp = (words: readonly string[]): boolean => words.includes('--help') || words.includes('-h');

/// Throws a UsageError that says what is wrong.
export function readArguments(words: readonly string[]): Command {
  const [first, ...rest] = words;
  switch (first) {
    case 'run':
      return wantsHelp(rest) ? { name: 'help' } : { name: first, options: readRun(rest) };
    case 'grade':
      return wantsHelp(rest) ? { name: 'help' } : { name: first, options: readGrade(rest) };
    case 'lint':
      return wantsHelp(rest) ? { name: 'help' } : { name: first, options: readLint(rest) };
    case 'release':
      return wantsHelp(rest) ? { name: 'help' } : { name: first, options: readRelease(rest) };
    case 'serve':
    case 'versions':
      if (rest.length > 0) {
        throw new UsageError(`${first} takes no '${rest[0]}'`);
      }
      return { name: first };
    case '--help':
    case '-h':
      return { name: 'help' };
    case '--version':
      return { name: 'version' };
    default:
      throw new UsageError(first === undefined ? 'no command; try memory-sim --help' : `no command '${first}'; try memory-sim --help`);
  }
}
