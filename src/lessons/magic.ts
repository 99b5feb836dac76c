/// The first line of a memory-sim cell, `%%memory-sim [--python V] [--module NAME]`, as every host reads it.
import type { PythonVersion } from '../core/machine';
import { PYTHON_VERSIONS, isPythonVersion } from '../core/profile/profile';

export const MAGIC = '%%memory-sim';

export interface MagicOptions {
  /// Whose rules the heap follows; the first cell that runs decides.
  python?: PythonVersion;
  /// The cell defines this module instead of running: other cells `import` it.
  module?: string;
}

export type Magic =
  | {
      ok: true;
      options: MagicOptions;
      /// The cell as it stands in the editor.
      cell: string;
      /// What the machine compiles: the magic line is blank, so line numbers are the editor's.
      source: string;
    }
  | {
      ok: false;
      /// The author's mistake, naming the bad option.
      message: string;
    };

/// Blank lines may come first: IPython skips them before it looks for a cell magic.
const MAGIC_LINE = /^((?:[ \t]*\r?\n)*)%%memory-sim(?:[ \t]([^\n]*?))?\r?(?=\n|$)/;

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/// Words that no module can be called by, because `import` would be a syntax error.
const KEYWORDS = new Set(
  ('False None True and as assert async await break class continue def del elif else except finally for from global if import ' +
    'in is lambda nonlocal not or pass raise return try while with yield').split(' ')
);

export function isMemorySim(source: string): boolean {
  return MAGIC_LINE.test(source);
}

/// Undefined if the source is no memory-sim cell.
export function parseMagic(source: string): Magic | undefined {
  const match = MAGIC_LINE.exec(source);
  if (!match) {
    return undefined;
  }
  const before = match[1]!;
  const parsed = parseOptions((match[2] ?? '').trim());
  return typeof parsed === 'string'
    ? { ok: false, message: parsed }
    : { ok: true, options: parsed, cell: source, source: before + source.slice(match[0].length) };
}

/// The options, or what is wrong with them.
function parseOptions(line: string): MagicOptions | string {
  const options: MagicOptions = {};
  const words = line === '' ? [] : line.split(/[ \t]+/);
  for (let i = 0; i < words.length; i++) {
    const [name, inline] = splitOption(words[i]!);
    if (name !== '--python' && name !== '--module') {
      const what = name.startsWith('-') ? `unknown option '${name}'` : `unexpected '${words[i]}'`;
      return `${MAGIC}: ${what}; the options are --python VERSION and --module NAME`;
    }
    const value = inline ?? words[++i];
    if (value === undefined || value === '') {
      return `${MAGIC}: option '${name}' needs a value`;
    }
    if (name === '--python') {
      if (!isPythonVersion(value)) {
        return `${MAGIC}: no Python '${value}'; the versions are ${PYTHON_VERSIONS.join(', ')}`;
      }
      options.python = value;
    } else {
      if (!IDENTIFIER.test(value) || KEYWORDS.has(value)) {
        return `${MAGIC}: '${value}' cannot be the name of a module`;
      }
      options.module = value;
    }
  }
  return options;
}

function splitOption(word: string): [name: string, value: string | undefined] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

/// What is wrong with a cell that asks for another version than the one that its heap runs.
export function otherVersion(running: PythonVersion, asked: PythonVersion): string {
  return `${MAGIC}: this notebook's heap runs Python ${running}; restart the kernel to run it with --python ${asked}`;
}

/// The file name of a cell in tracebacks; `count` is the number in its prompt.
export function cellFilename(count: number): string {
  return `<cell ${count}>`;
}

/// The file name of a module that a cell defines, as if it lay beside the notebook.
export function moduleFilename(module: string): string {
  return `${module}.py`;
}

/// Makes a memory-sim cell of any cell's source.
export function addMagic(source: string): string {
  return isMemorySim(source) ? source : `${MAGIC}\n${source}`;
}

/// Makes a plain code cell of a memory-sim cell's source.
export function removeMagic(source: string): string {
  const match = MAGIC_LINE.exec(source);
  return match ? match[1]! + source.slice(match[0].length).replace(/^\r?\n/, '') : source;
}
