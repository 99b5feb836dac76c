/// Which part of a source line a traceback points at (CPython 3.11 Python/traceback.c tb_displayline); later versions: excerpt.ts.
import { foldedConstant } from '../compiler/constantNodes';
import type { PythonVersion } from '../profile/profile';
import type { Expr, Subscript } from '../syntax/ast';
import { parse } from '../syntax/parse';

/// `~~~~^^^~~~` below the trimmed line; undefined if CPython shows none. `position`: lineno, end_lineno, col_offset,
/// end_col_offset of the instruction, columns in UTF-8 bytes.
export function caretLine(line: string, lineno: number, position: Int32Array, version: PythonVersion): string | undefined {
  const [start, end, colBytes, endColBytes] = position as unknown as [number, number, number, number];
  if (start !== lineno || colBytes === undefined || colBytes < 0 || endColBytes < 0) return undefined;
  const indent = line.length - line.trimStart().length;
  const column = charOffset(line, colBytes);
  const stop = end === start ? charOffset(line, endColBytes) : line.trimEnd().length;
  const segment = line.slice(column, stop);
  const anchors = end === start ? anchorsOf(segment, version) : undefined;
  const whole = column <= indent && stop >= line.trimEnd().length;
  if (whole && anchors === undefined) return undefined;
  if (segment.trim() === '') return undefined;
  const width = displayWidth(segment);
  const [left, right] = anchors === undefined ? [0, width] : anchors.map(at => displayWidth(segment, at)) as [number, number];
  const marks = '~'.repeat(left) + '^'.repeat(right - left) + '~'.repeat(width - right);
  return ' '.repeat(displayWidth(line, column) - indent) + marks;
}

/// Wide characters take two columns (_display_width).
export function displayWidth(line: string, offset = line.length): number {
  const text = line.slice(0, offset);
  return text.length + (text.match(/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g)?.length ?? 0);
}

/// The place in the line's characters of a place in its UTF-8 bytes.
export function charOffset(line: string, bytes: number): number {
  let count = 0;
  for (let i = 0; i < line.length; i++) {
    if (count >= bytes) return i;
    const code = line.charCodeAt(i);
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return line.length;
}

/// Whether 3.11, which optimizes the segment before it looks at it, sees the item of a constant instead of a subscript
/// (3.11 Python/ast_opt.c fold_subscr).
function isFolded(e: Subscript): boolean {
  return foldedConstant(e) !== undefined;
}

/// The operator, subscript or call brackets within an expression, as character offsets.
function anchorsOf(segment: string, version: PythonVersion): [number, number] | undefined {
  let expr: Expr | undefined;
  try {
    const [statement] = parse(segment, version).body;
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
    if (isFolded(expr)) return undefined;
    let left = at(expr.value.end_col_offset);
    while (left < segment.length && segment[left] !== '[') left++;
    return [left, segment.length];
  }
  return undefined;
}
