/// f-strings, t-strings, and `'…' % (…)`, which is compiled as an f-string where it can be.
import type { BinOp, Expr, FormattedValue, Interpolation, JoinedStr, Position, TemplateStr } from '../syntax/ast';
import type { Compiler } from './compiler';
import { strConst } from './constants';
import { STACK_USE_GUIDELINE } from './foldConstants';
import { Opcode as Op } from './opcodes';

const INPLACE_ADD = 13;
const CONVERSIONS: Readonly<Record<number, number>> = { 115: 1, 114: 2, 97: 3 };

/// An f-string: its pieces on the stack, or joined one by one if there are many (codegen_joined_str).
export function compileJoinedStr(c: Compiler, e: JoinedStr): void {
  const count = e.values.length;
  if (count > STACK_USE_GUIDELINE) {
    c.loadConst(e, strConst(''));
    c.nameOp(e, Op.LOAD_ATTR, c.unit.names, 'join', 2, 1);
    c.op(e, Op.BUILD_LIST, 0);
    for (const value of e.values) {
      c.expr(value);
      c.op(e, Op.LIST_APPEND, 1);
    }
    c.op(e, Op.CALL, 1);
    return;
  }
  c.exprs(e.values);
  if (count > 1) c.op(e, Op.BUILD_STRING, count);
  else if (count === 0) c.loadConst(e, strConst(''));
}

/// One `{…}` of an f-string.
export function compileFormattedValue(c: Compiler, e: FormattedValue): void {
  c.expr(e.value);
  if (e.conversion !== -1) c.op(e, Op.CONVERT_VALUE, CONVERSIONS[e.conversion]!);
  if (e.format_spec === undefined) {
    c.op(e, Op.FORMAT_SIMPLE);
  } else {
    c.expr(e.format_spec);
    c.op(e, Op.FORMAT_WITH_SPEC);
  }
}

/// A tuple of the texts, one of the interpolations, then the template (codegen_template_str).
export function compileTemplateStr(c: Compiler, e: TemplateStr): void {
  let strings = 0;
  let afterInterpolation = true;
  for (let i = 0; i < e.values.length; i++) {
    if (e.values[i]!.kind === 'Interpolation') {
      if (afterInterpolation) {
        c.loadConst(e, strConst(''));
        strings++;
      }
      afterInterpolation = true;
      continue;
    }
    c.expr(e.values[i]!);
    while (i + 1 < e.values.length && e.values[i + 1]!.kind !== 'Interpolation') {
      c.expr(e.values[++i]!);
      c.op(e, Op.BINARY_OP, INPLACE_ADD);
    }
    strings++;
    afterInterpolation = false;
  }
  if (afterInterpolation) {
    c.loadConst(e, strConst(''));
    strings++;
  }
  c.op(e, Op.BUILD_TUPLE, strings);
  const interpolations = e.values.filter((value) => value.kind === 'Interpolation');
  c.exprs(interpolations);
  c.op(e, Op.BUILD_TUPLE, interpolations.length);
  c.op(e, Op.BUILD_TEMPLATE);
}

/// One `{…}` of a t-string.
export function compileInterpolation(c: Compiler, e: Interpolation): void {
  c.expr(e.value);
  c.loadConst(e, strConst(e.str));
  if (e.format_spec !== undefined) c.expr(e.format_spec);
  const conversion = e.conversion === -1 ? 0 : CONVERSIONS[e.conversion]!;
  c.op(e, Op.BUILD_INTERPOLATION, 2 + (e.format_spec === undefined ? 0 : 1) + (conversion << 2));
}

const NOWHERE: Position = { lineno: -1, end_lineno: -1, col_offset: -1, end_col_offset: -1 };

/// A str literal that stands nowhere.
function literal(text: string): Expr {
  return { ...NOWHERE, kind: 'Constant', value: { type: 'str', value: text }, literal_kind: undefined };
}

/// `'…' % (a, b)` with only plain %s, %r, %a as the f-string it equals; undefined for anything else
/// (CPython 3.14 Python/ast_preprocess.c optimize_format).
export function percentFormatAsJoinedStr(e: BinOp): JoinedStr | undefined {
  if (e.op !== 'Mod' || e.right.kind !== 'Tuple' || e.left.kind !== 'Constant' || e.left.value.type !== 'str') {
    return undefined;
  }
  const { elts } = e.right;
  if (elts.some((elt) => elt.kind === 'Starred')) return undefined;
  const values: Expr[] = [];
  let used = 0;
  const format = e.left.value.value;
  const pieces = /((?:[^%]|%%)+)|%([-+ #0]*)(\d{1,2}(?!\d))?(\.(?:\d{1,2}(?!\d))?)?([sra])/gsy;
  while (pieces.lastIndex < format.length) {
    const match = pieces.exec(format);
    if (match === null) return undefined;
    if (match[1] !== undefined) {
      values.push(literal(match[1].replace(/%%/g, '%')));
      continue;
    }
    const arg = elts[used++];
    if (arg === undefined) return undefined;
    values.push(formatted(arg, match[2]!, match[3], match[4], match[5]!));
  }
  if (used < elts.length) return undefined;
  const { lineno, end_lineno, col_offset, end_col_offset } = e;
  return { kind: 'JoinedStr', values, lineno, end_lineno, col_offset, end_col_offset };
}

/// `%5.2s` of `arg` as `{arg!s:>5.2}`.
function formatted(arg: Expr, flags: string, width: string | undefined, precision: string | undefined, type: string): Expr {
  const right = !flags.includes('-') && width !== undefined && Number(width) > 0 ? '>' : '';
  const limit = precision === undefined ? '' : `.${Number(precision.slice(1))}`;
  const spec = right + (width === undefined ? '' : String(Number(width))) + limit;
  const { lineno, end_lineno, col_offset, end_col_offset } = arg;
  return {
    kind: 'FormattedValue', value: arg, conversion: type.charCodeAt(0), format_spec: spec === '' ? undefined : literal(spec),
    lineno, end_lineno, col_offset, end_col_offset
  };
}
