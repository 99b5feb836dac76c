/// The source lines under a traceback entry with their marks, which may span several lines
/// (CPython 3.13+ Lib/traceback.py StackSummary.format_frame_summary).
import type { PythonVersion } from '../profile/profile';
import type { Expr } from '../syntax/ast';
import { parse } from '../syntax/parse';
import { charOffset, displayWidth } from './carets';

/// Where the marks change: a line of the excerpt and a column.
interface Anchors {
  readonly leftLine: number;
  readonly left: number;
  readonly rightLine: number;
  readonly right: number;
}

/// The lines, dedented, without the indentation of the entry. `position`: lineno, end_lineno, col_offset,
/// end_col_offset, columns in UTF-8 bytes.
export function excerpt(source: readonly string[], position: Int32Array, version: PythonVersion): string[] {
  const [start, end, colBytes, endColBytes] = position as unknown as [number, number, number, number];
  const original = source.slice(start - 1, end).map(line => line.trimEnd());
  const all = dedent(original);
  const cut = original[0]!.length - all[0]!.length;
  const last = all.length - 1;
  const startOffset = Math.max(0, charOffset(original[0]!, colBytes) - cut);
  const endOffset = Math.max(0, charOffset(original[last]!, endColBytes) - cut);
  const joined = all.join('\n');
  const segment = joined.slice(startOffset, joined.length - (all[last]!.length - endOffset));
  const anchors = findAnchors(segment, version);
  const marked = showsMarks(all, startOffset, endOffset, anchors, version);
  const significant = new Set([0, last]);
  if (anchors !== undefined) {
    for (const line of [anchors.leftLine, anchors.rightLine]) for (let i = line - 1; i <= line + 1; i++) significant.add(i);
  }
  const lines: string[] = [];
  const output = (n: number): void => {
    const line = all[n]!;
    lines.push(line);
    if (!marked) return;
    const indent = line.length - line.trimStart().length;
    const count = n === last ? displayWidth(line, endOffset) : displayWidth(line);
    const left = anchors === undefined ? 0 : displayWidth(all[anchors.leftLine]!, anchors.left + (anchors.leftLine === 0 ? startOffset : 0));
    const right = anchors === undefined ? 0 : displayWidth(all[anchors.rightLine]!, anchors.right + (anchors.rightLine === 0 ? startOffset : 0));
    let marks = '';
    for (let col = 0; col < count; col++) {
      if (col < indent || (n === 0 && col < displayWidth(line, startOffset))) marks += ' ';
      else if (anchors === undefined) marks += '^';
      else marks += isBetween(n, col, anchors, left, right) ? '^' : '~';
    }
    lines.push(marks);
  };
  let previous = -1;
  for (const n of [...significant].filter(i => i >= 0 && i <= last).sort((a, b) => a - b)) {
    const between = previous < 0 ? 0 : n - previous - 1;
    if (between === 1) output(n - 1);
    else if (between > 1) lines.push(`...<${between} lines>...`);
    output(n);
    previous = n;
  }
  return dedent(lines);
}

function isBetween(line: number, col: number, anchors: Anchors, left: number, right: number): boolean {
  return (line > anchors.leftLine || (line === anchors.leftLine && col >= left)) && (line < anchors.rightLine || (line === anchors.rightLine && col < right));
}

/// textwrap.dedent
function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const cut = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map(line => (line.trim() === '' ? '' : line.slice(cut)));
}

/// Marks are left out where they would say nothing (_should_show_carets).
function showsMarks(all: readonly string[], start: number, end: number, anchors: Anchors | undefined, version: PythonVersion): boolean {
  try {
    const [statement] = parse(all.join('\n'), version).body;
    if (statement === undefined) return false;
    let value: Expr | null | undefined;
    if (statement.kind === 'Assign') value = statement.value;
    if (statement.kind === 'Return' && statement.value?.kind === 'Call' && statement.value.func.kind === 'Name') value = statement.value;
    if (value?.kind === 'Call' && value.lineno === 1 && value.end_lineno === all.length && value.col_offset === start && value.end_col_offset === end) return false;
  } catch {
    // Part of a statement only: it is judged by what follows.
  }
  return anchors !== undefined || all[0]!.slice(0, start).trim() !== '' || all[all.length - 1]!.slice(end).trim() !== '';
}

/// The operator, or the brackets of a subscript or call (_extract_caret_anchors_from_line_segment).
function findAnchors(segment: string, version: PythonVersion): Anchors | undefined {
  let expr: Expr | undefined;
  try {
    const { body } = parse(`(\n${segment}\n)`, version);
    if (body.length === 1 && body[0]!.kind === 'Expr') expr = body[0]!.value;
  } catch {
    return undefined;
  }
  if (expr === undefined) return undefined;
  const lines = segment.split('\n');
  const endOf = (part: Expr): readonly [number, number] => [part.end_lineno - 2, charOffset(lines[part.end_lineno - 2]!, part.end_col_offset)];
  if (expr.kind === 'BinOp') {
    const found = find(lines, endOf(expr.left), char => !/\s/.test(char) && char !== ')');
    if (found === undefined) return undefined;
    const [line, left] = found;
    const rightLine = expr.right.lineno - 2;
    const next = lines[line]![left + 1];
    const isTwo = next !== undefined && (rightLine > line || left + 1 < charOffset(lines[rightLine]!, expr.right.col_offset)) && !/[\s\\#]/.test(next);
    return { leftLine: line, left, rightLine: line, right: left + (isTwo ? 2 : 1) };
  }
  if (expr.kind !== 'Subscript' && expr.kind !== 'Call') return undefined;
  const bracket = expr.kind === 'Call' ? '(' : '[';
  const found = find(lines, endOf(expr.kind === 'Call' ? expr.func : expr.value), char => char === bracket);
  if (found === undefined) return undefined;
  const [rightLine, right] = endOf(expr);
  return { leftLine: found[0], left: found[1], rightLine, right };
}

/// The first character from a place on that is `wanted`, comments and line joins left out.
function find(lines: readonly string[], from: readonly [number, number], wanted: (char: string) => boolean): readonly [number, number] | undefined {
  let [line, col] = from;
  for (;;) {
    while (line < lines.length && col >= lines[line]!.length) {
      line++;
      col = 0;
    }
    const char = lines[line]?.[col];
    if (char === undefined) return undefined;
    if (char === '\\' || char === '#') col = lines[line]!.length;
    else if (wanted(char)) return [line, col];
    else col++;
  }
}
