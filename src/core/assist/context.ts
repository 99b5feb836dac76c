/// What stands around the cursor in a piece of source, by its text alone: it may be incomplete or wrong.

/// A name and what is reached from it: `.name` or `[number]`.
export type Path = readonly string[];

export interface Context {
  /// The cursor is in a string or a comment.
  readonly inText: boolean;
  /// Where the word at the cursor begins, and the part of it before the cursor.
  readonly start: number;
  readonly prefix: string;
  /// What the word is an attribute of: a path, `unknown` (the value of an expression), or undefined for a plain name.
  readonly owner: Path | 'unknown' | undefined;
  /// The call whose parentheses the cursor is in, by its callable.
  readonly call: Path | undefined;
  /// `import |` or `from |` asks for modules, `from m import |` for names of m.
  readonly importing: { readonly from: string | undefined } | undefined;
  /// Other plain names in the source.
  readonly words: ReadonlySet<string>;
}

const WORD = String.raw`[\p{ID_Start}_][\p{ID_Continue}]*`;
const PATH = new RegExp(String.raw`(${WORD}(?:\[\d+\]|\s*\.\s*${WORD})*)$`, 'u');
const PREFIX = /(?:[\p{ID_Start}_][\p{ID_Continue}]*)?$/u;
const TOKEN = /(?<name>[\p{ID_Start}_][\p{ID_Continue}]*)|(?<number>\d[\w.]*)|(?<other>[^])/uy;
const QUOTE = /[A-Za-z]{0,2}('''|"""|'|")/y;
const OPENING = '([{';
const CLOSING = ')]}';

export function pathBefore(text: string): Path | undefined {
  const match = PATH.exec(text);
  const before = match ? text.slice(0, match.index).trimEnd() : '';
  if (!match || /[.\p{ID_Continue}]$/u.test(before) && !/(?:^|\W)(?:await|if|else|in|not|or|and|is|return|yield|del|lambda|assert|raise|print)$/.test(before)) return undefined;
  return match[1]!.match(/[\p{ID_Start}_][\p{ID_Continue}]*|\[\d+\]/gu)!;
}

export function contextAt(source: string, cursor: number): Context {
  const scanned = scan(source, cursor);
  const text = source.slice(0, cursor);
  const prefix = scanned.inText ? '' : PREFIX.exec(text)![0];
  const start = cursor - prefix.length;
  const before = text.slice(0, start).trimEnd();
  const owner = !before.endsWith('.') || before.endsWith('..') ? undefined : (pathBefore(before.slice(0, -1).trimEnd()) ?? 'unknown');
  const open = scanned.brackets.at(-1);
  const call = open !== undefined && source[open] === '(' ? pathBefore(text.slice(0, open).trimEnd()) : undefined;
  return { inText: scanned.inText, start, prefix, owner, call, importing: importAt(text.slice(text.lastIndexOf('\n') + 1)), words: scanned.words };
}

function importAt(line: string): Context['importing'] {
  const names = /^\s*from\s+([\w.]+)\s+import\s+[(\w\s,]*$/.exec(line);
  if (names) return { from: names[1]! };
  return /^\s*(?:from\s+\w*|import\s+[\w\s,]*)$/.test(line) ? { from: undefined } : undefined;
}

/// Goes over the whole source; brackets and strings are told as they are at the cursor.
function scan(source: string, cursor: number): { inText: boolean; brackets: number[]; words: Set<string> } {
  const words = new Set<string>();
  let brackets: number[] = [];
  let atCursor: number[] | undefined;
  let inText = false;
  for (let at = 0; at < source.length; ) {
    if (at >= cursor) atCursor ??= [...brackets];
    const end = textEnd(source, at);
    if (end > at) {
      inText ||= cursor > at && (cursor < end || (cursor === end && !isClosed(source, at, end)));
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const { name, other } = TOKEN.exec(source)!.groups as { name?: string; other?: string };
    const length = TOKEN.lastIndex - at;
    if (name !== undefined && source[at - 1] !== '.' && !(cursor >= at && cursor <= at + length)) words.add(name);
    if (other !== undefined && OPENING.includes(other)) brackets.push(at);
    if (other !== undefined && CLOSING.includes(other)) brackets = brackets.slice(0, -1);
    at += length;
  }
  return { inText, brackets: atCursor ?? brackets, words };
}

/// The end of the comment or string literal that begins here, or `at` if none does.
function textEnd(source: string, at: number): number {
  if (source[at] === '#') {
    const newline = source.indexOf('\n', at);
    return newline < 0 ? source.length : newline;
  }
  QUOTE.lastIndex = at;
  const quote = QUOTE.exec(source)?.[1];
  if (quote === undefined) return at;
  for (let i = QUOTE.lastIndex; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source.startsWith(quote, i)) return i + quote.length;
    else if (quote.length === 1 && source[i] === '\n') return i;
  }
  return source.length;
}

function isClosed(source: string, at: number, end: number): boolean {
  return source[at] !== '#' && end - at >= 2 && /['"]/.test(source[end - 1]!) && !(end - at === 3 && /^(?:'''|""")$/.test(source.slice(at, end)));
}
