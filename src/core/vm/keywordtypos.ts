/// A mistyped keyword in a line with invalid syntax (CPython 3.14 Lib/traceback.py _find_keyword_typos): the first name
/// that, replaced by a keyword, makes the line right.
import { calculateSuggestion } from '../objects/suggestions';
import type { PythonVersion } from '../profile/profile';
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

export function findKeywordTypo(line: string, version: PythonVersion): KeywordTypo | undefined {
  if (line.length > MAX_LENGTH) return undefined;
  const indent = /^\s*/.exec(line)![0].length;
  const code = line.slice(indent).trimEnd();
  let left = MAX_NAMES;
  for (const token of code.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#.*|[\p{L}_][\p{L}\p{N}_]*/gu)) {
    const name = token[0];
    if (/^["'#]/.test(name) || KEYWORDS.includes(name)) continue;
    if (--left < 0) return undefined;
    const at = token.index;
    for (const keyword of closeMatches(name)) {
      if (!isComplete(code.slice(0, at) + keyword + code.slice(at + name.length), version)) continue;
      return { keyword, start: indent + at, end: indent + at + name.length };
    }
  }
  return undefined;
}

/// Whether the code parses, or would with more lines (codeop.compile_command).
function isComplete(code: string, version: PythonVersion): boolean {
  const parses = (source: string): boolean => {
    try {
      parse(source, version);
      return true;
    } catch {
      return false;
    }
  };
  return parses(`${code}\n`) || (code.endsWith(':') && (parses(`${code}\n    pass\n`) || (code.startsWith('try') && parses(`${code}\n    pass\nfinally:\n    pass\n`))));
}

/// The keywords most like the name, the best first (difflib.get_close_matches).
function closeMatches(name: string): string[] {
  const rated = KEYWORDS.map(keyword => ({ keyword, ratio: ratio(keyword, name) })).filter(({ ratio: r }) => r >= CUTOFF);
  rated.sort((a, b) => b.ratio - a.ratio || (a.keyword < b.keyword ? 1 : -1));
  if (rated.length > 0) return rated.slice(0, MAX_MATCHES).map(({ keyword }) => keyword);
  const suggestion = calculateSuggestion(KEYWORDS, name);
  return suggestion === undefined ? [] : [suggestion];
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
