/// A mistyped keyword in a line with invalid syntax (CPython 3.14 Lib/traceback.py _find_keyword_typos): the first name
/// that, replaced by a keyword, makes the line right.
import { calculateSuggestion } from '../objects/suggestions';
import type { PythonVersion } from '../profile/profile';
import { compile } from '../compiler/compile';
import { parse } from '../syntax/parse';

export interface KeywordTypo {
  readonly keyword: string;
  /// Columns of the name in the line, from 0; the end is exclusive.
  readonly start: number;
  readonly end: number;
}

const KEYWORDS = (
  'False None True and as assert async await break class continue def del elif else except finally for from global if import ' +
  'in is lambda nonlocal not or pass raise return try while with yield'
).split(' ');

/// Names and lines that are tried at most.
const MAX_NAMES = 10;
const MAX_LENGTH = 1024;
const MAX_MATCHES = 3;
const CUTOFF = 0.5;

const COMPOUND = /^(?:async|class|def|for|if|match|try|while|with)\b/;
const CONTINUED = /^(?:case|elif|else|except|finally)\b/;

/// `before` are the lines above; without them the line is parsed alone.
export function findKeywordTypo(line: string, version: PythonVersion, before?: readonly string[]): KeywordTypo | undefined {
  const [above, width] = context([...(before ?? []), line.trimEnd()]);
  if (above.join('\n').length + line.length > MAX_LENGTH) return undefined;
  const indent = indentOf(line);
  const code = line.slice(indent).trimEnd();
  let left = MAX_NAMES;
  for (const token of code.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#.*|[\p{L}_][\p{L}\p{N}_]*/gu)) {
    const name = token[0];
    if (/^["'#]/.test(name) || KEYWORDS.includes(name)) continue;
    if (--left < 0) return undefined;
    const at = token.index;
    for (const keyword of closeMatches(name)) {
      const mended = line.slice(width, indent) + code.slice(0, at) + keyword + code.slice(at + name.length);
      if (isComplete([...above, mended], version, before !== undefined)) return { keyword, start: indent + at, end: indent + at + name.length };
    }
  }
  return undefined;
}

const indentOf = (line: string): number => /^\s*/.exec(line)![0].length;

/// The lines above that are parsed with the last one, and the indent taken from all: what begins with the last compound
/// statement that is whole, or everything (CPython 3.14 Parser/pegen.c _PyPegen_register_stmt, of textwrap.dedent).
function context(lines: readonly string[]): [string[], number] {
  let start = lines.length - 1;
  let outer = indentOf(lines[start]!);
  while (--start >= 0) {
    const text = lines[start]!.trim();
    const indent = indentOf(lines[start]!);
    if (text === '' || text.startsWith('#')) continue;
    if (indent >= outer && COMPOUND.test(text)) break;
    if (!CONTINUED.test(text)) outer = Math.min(outer, indent);
  }
  const taken = lines.slice(Math.max(start, 0));
  const width = Math.min(...taken.filter(text => text.trim() !== '').map(indentOf));
  return [taken.slice(0, -1).map(text => text.slice(width)), width];
}

/// Whether the code compiles, or would with more lines (codeop.compile_command).
function isComplete(lines: readonly string[], version: PythonVersion, isWhole: boolean): boolean {
  const passes = (what: () => unknown): boolean => {
    try {
      what();
      return true;
    } catch {
      return false;
    }
  };
  const code = lines.join('\n');
  const parses = (more: string): boolean => passes(() => parse(`${code}${more}\n`, version));
  if (parses('')) return !isWhole || passes(() => compile(parse(`${code}\n`, version), { filename: '<input>', version }));
  const body = code.endsWith(':') ? `\n${' '.repeat(indentOf(lines[lines.length - 1]!) + 1)}pass` : '';
  if (body !== '' && parses(body)) return true;
  const tried = lines.filter(text => /^\s*try\s*:/.test(text)).pop();
  return tried !== undefined && parses(`${body}\n${' '.repeat(indentOf(tried))}finally: pass`);
}

/// The keywords that are tried for a name: the one that a NameError would suggest, then the most like (difflib.get_close_matches).
function closeMatches(name: string): string[] {
  const rated = KEYWORDS.map(keyword => ({ keyword, ratio: ratio(keyword, name) })).filter(({ ratio: r }) => r >= CUTOFF);
  rated.sort((a, b) => b.ratio - a.ratio || (a.keyword < b.keyword ? 1 : -1));
  const suggestion = calculateSuggestion(KEYWORDS, name);
  const first = suggestion === undefined ? [] : [suggestion];
  return [...first, ...rated.slice(0, MAX_MATCHES).map(({ keyword }) => keyword)].slice(0, MAX_MATCHES);
}

/// How alike two words are (difflib.SequenceMatcher.ratio).
const ratio = (a: string, b: string): number => (2 * matching(a, b)) / (a.length + b.length);

/// Characters in the longest common block and, recursively, left and right of it.
function matching(a: string, b: string): number {
  let best = 0;
  let atA = 0;
  let atB = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let n = 0;
      while (i + n < a.length && j + n < b.length && a[i + n] === b[j + n]) n++;
      if (n > best) [best, atA, atB] = [n, i, j];
    }
  }
  if (best === 0) return 0;
  return best + matching(a.slice(0, atA), b.slice(0, atB)) + matching(a.slice(atA + best), b.slice(atB + best));
}
