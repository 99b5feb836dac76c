/// The command line, read.
import type { PythonVersion } from '../core/machine';
import { profiles } from '../core/profile/versions';
import { UsageError } from './host';

export const DEFAULT_PYTHON: PythonVersion = '3.14';

export const versions = Object.keys(profiles) as PythonVersion[];

export const USAGE = `usage: memory-sim run FILE.py|FILE.ipynb [--python VERSION] [--trace OUT.json] [--limit N] [--write]
       memory-sim versions
       memory-sim --help | --version

run       runs a program, or a notebook's memory-sim cells in order on one heap
  --python VERSION   whose rules apply: ${versions.join(', ')} (default ${DEFAULT_PYTHON}, or what the notebook says)
  --trace OUT.json   saves what happened, step by step (of a notebook: a list, one trace a cell)
  --limit N          stops the program after about N instructions
  --write            puts the outputs into the notebook
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

export type Command = { name: 'run'; options: RunOptions } | { name: 'versions' | 'help' | 'version' };

export const isNotebookFile = (file: string): boolean => /\.ipynb$/i.test(file);

function readVersion(text: string): PythonVersion {
  const version = versions.find(known => known === text);
  if (version === undefined) {
    throw new UsageError(`no Python '${text}'; the versions are ${versions.join(', ')}`);
  }
  return version;
}

function readLimit(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) === 0) {
    throw new UsageError(`--limit takes a number of instructions, not '${text}'`);
  }
  return Number(text);
}

function readRun(words: readonly string[]): RunOptions {
  const files: string[] = [];
  let options: Omit<RunOptions, 'file'> = { write: false };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.startsWith('-')) {
      files.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const value = (): string => {
      const text = equals < 0 ? words[++i] : word.slice(equals + 1);
      if (text === undefined || text === '') {
        throw new UsageError(`${name} needs a value`);
      }
      return text;
    };
    if (name === '--python') {
      options = { ...options, python: readVersion(value()) };
    } else if (name === '--trace') {
      options = { ...options, trace: value() };
    } else if (name === '--limit') {
      options = { ...options, limit: readLimit(value()) };
    } else if (word === '--write') {
      options = { ...options, write: true };
    } else {
      throw new UsageError(`unknown option '${word}'`);
    }
  }
  const [file, extra] = files;
  if (file === undefined) {
    throw new UsageError('run needs a file');
  }
  if (extra !== undefined) {
    throw new UsageError(`run takes one file; '${extra}' is a second`);
  }
  if (options.write && !isNotebookFile(file)) {
    throw new UsageError('--write is for notebooks (.ipynb)');
  }
  return { ...options, file };
}

/// Throws a UsageError that says what is wrong.
export function readArguments(words: readonly string[]): Command {
  const [first, ...rest] = words;
  if (first === 'run') {
    return rest.includes('--help') || rest.includes('-h') ? { name: 'help' } : { name: 'run', options: readRun(rest) };
  }
  if (first === '--help' || first === '-h') {
    return { name: 'help' };
  }
  if (first === '--version') {
    return { name: 'version' };
  }
  if (first !== 'versions') {
    throw new UsageError(first === undefined ? 'no command; try memory-sim --help' : `no command '${first}'; try memory-sim --help`);
  }
  if (rest.length > 0) {
    throw new UsageError(`versions takes no '${rest[0]}'`);
  }
  return { name: 'versions' };
}
