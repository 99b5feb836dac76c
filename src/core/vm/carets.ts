/// Which part of a source line a traceback points at (CPython 3.14 Lib/traceback.py _extract_caret_anchors_from_line_segment).
import type { Profile } from '../profile/profile';
import type { Expr, Stmt } from '../syntax/ast';
import { parse } from '../syntax/parse';

/// `~~~~^^^~~~` below the trimmed line; undefined if CPython shows none. `position`: lineno, end_lineno, col_offset,
/// end_col_offset of the instruction, columns in UTF-8 bytes.
export function caretLine(line: string, lineno: number, position: Int32Array, profile: Profile): string | undefined {
  const [start, end, colBytes, endColBytes] = position as unknown as [number, number, number, number];
  if (start !== lineno || colBytes === undefined || colBytes < 0 || endColBytes < 0) return undefined;
  const indent = line.length - line.trimStart().length;
  const column = charOffset(line, colBytes);
  const stop = end === start ? charOffset(line, endColBytes) : line.trimEnd().length;
  const segment = line.slice(column, stop);
  const anchors = end === start ? anchorsOf(segment, profile) : undefined;
  const whole = column <= indent && stop >= line.trimEnd().length;
  if (whole && anchors === undefined) return undefined;
  if (profile.marksCalls && isPlainCall(line.trim(), column - indent, stop - indent, profile)) return undefined;
  if (segment.trim() === '') return undefined;
  const marks = anchors === undefined
    ? '^'.repeat(segment.length)
    : '~'.repeat(anchors[0]) + '^'.repeat(anchors[1] - anchors[0]) + '~'.repeat(segment.length - anchors[1]);
  return ' '.repeat(column - indent) + marks;
}

/// Whether the marked part is just the call of `x = f(...)` or `return f(...)`, where marks say nothing
/// (3.13+ StackSummary._should_show_carets).
function isPlainCall(text: string, start: number, stop: number, profile: Profile): boolean {
  let statement: Stmt | undefined;
  try {
    statement = parse(text, profile.version).body[0];
  } catch {
    return false;
  }
  let value: Expr | null | undefined;
  if (statement?.kind === 'Assign') value = statement.value;
  if (statement?.kind === 'Return' && statement.value?.kind === 'Call' && statement.value.func.kind === 'Name') value = statement.value;
  return value?.kind === 'Call' && charOffset(text, value.col_offset) === start && charOffset(text, value.end_col_offset) === stop;
}

function charOffset(line: string, bytes: number): number {
  let count = 0;
  for (let i = 0; i < line.length; i++) {
    if (count >= bytes) return i;
    const code = line.charCodeAt(i);
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return line.length;
}

/// The operator, subscript or call brackets within an expression, as character offsets.
function anchorsOf(segment: string, profile: Profile): [number, number] | undefined {
  let expr: Expr | undefined;
  try {
    const [statement] = parse(segment, profile.version).body;
    expr = statement?.kind === 'Expr' ? statement.value : undefined;
  } catch {
    return undefined;
  }
  if (expr === undefined) return undefined;
  const at = (bytes: number): number => charOffset(segment, bytes);
  if (expr.kind === 'BinOp') {
    let left = at(expr.left.end_col_offset);
    const right = at(expr.right.col_offset);
    while (left < right && /[\s)\\#]/.test(segment[left]!)) left++;
    const two = left + 1 < right && !/[\s(\\#]/.test(segment[left + 1]!);
    return [left, left + (two ? 2 : 1)];
  }
  if (expr.kind === 'Subscript') {
    let left = at(expr.value.end_col_offset);
    while (left < segment.length && segment[left] !== '[') left++;
    return [left, segment.length];
  }
  if (expr.kind === 'Call' && profile.marksCalls) {
    let left = at(expr.func.end_col_offset);
    while (left < segment.length && segment[left] !== '(') left++;
    return [left, segment.length];
  }
  return undefined;
}
