/// Conditional jumps on expressions.
import type { CmpOp, Compare, Expr, UnaryOp } from '../syntax/ast';
import { compileIterated } from './collections';
import type { Compiler } from './compiler';
import { type Label, type Location, NO_LOCATION, Pseudo } from './instructions';
import { Opcode as Op } from './opcodes';
import { checkCompare } from './warnings';

/// COMPARE_OP's argument: the operator above, the outcomes it accepts below (CPython's COMPARISON_* bits).
const COMPARE_ARGS: Readonly<Partial<Record<CmpOp, number>>> = {
  Lt: (0 << 5) | 2, LtE: (1 << 5) | 10, Eq: (2 << 5) | 8, NotEq: (3 << 5) | 7, Gt: (4 << 5) | 4, GtE: (5 << 5) | 12
};

/// Compares the two values on top.
export function compareOp(c: Compiler, loc: Location, op: CmpOp): void {
  const arg = COMPARE_ARGS[op];
  if (arg !== undefined) c.op(loc, Op.COMPARE_OP, arg);
  else c.op(loc, op === 'In' || op === 'NotIn' ? Op.CONTAINS_OP : Op.IS_OP, op === 'IsNot' || op === 'NotIn' ? 1 : 0);
}

const NEGATIONS: Readonly<Partial<Record<CmpOp, CmpOp>>> = { Is: 'IsNot', IsNot: 'Is', In: 'NotIn', NotIn: 'In' };

/// What `not a is b` is to compilers that fold in the tree: `a is not b` (CPython 3.13 Python/ast_opt.c fold_unaryop).
export function negatedCompare(c: Compiler, { op, operand }: UnaryOp): Compare | undefined {
  if (!c.profile.foldsConstantsInAst || op !== 'Not' || operand.kind !== 'Compare' || operand.ops.length !== 1) return undefined;
  const negation = NEGATIONS[operand.ops[0]!];
  return negation === undefined ? undefined : { ...operand, ops: [negation] };
}

/// Jumps to `next` if `e` is as `condition` says (CPython 3.14 Python/codegen.c codegen_jump_if). Returns the place that 3.11's
/// compiler is left at: `loc`, or that of the last comparison (3.11 Python/compile.c compiler_jump_if, SET_LOC).
export function jumpIf(c: Compiler, loc: Location, e: Expr, next: Label, condition: boolean): Location {
  if (e.kind === 'UnaryOp' && e.op === 'Not') {
    const negated = negatedCompare(c, e);
    return negated === undefined ? jumpIf(c, loc, e.operand, next, !condition) : jumpIf(c, loc, negated, next, condition);
  }
  let left = loc;
  if (e.kind === 'BoolOp') {
    const stopsOn = e.op === 'Or';
    const stop = stopsOn === condition ? next : c.label();
    for (const value of e.values.slice(0, -1)) left = jumpIf(c, left, value, stop, stopsOn);
    left = jumpIf(c, left, e.values[e.values.length - 1]!, next, condition);
    if (stop !== next) c.use(stop);
  } else if (e.kind === 'IfExp') {
    const end = c.label();
    const orelse = c.label();
    left = jumpIf(c, left, e.test, orelse, false);
    left = jumpIf(c, left, e.body, next, condition);
    c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, end);
    c.use(orelse);
    left = jumpIf(c, left, e.orelse, next, condition);
    c.use(end);
  } else if (e.kind === 'Compare' && e.ops.length > 1) {
    jumpIfChained(c, e, next, condition);
    left = e;
  } else {
    if (e.kind === 'Compare') left = e;
    const at = c.profile.placesTestsAtStatement ? left : e;
    c.expr(e);
    c.op(at, Op.TO_BOOL);
    c.jump(at, condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, next);
  }
  return left;
}

/// The right operand of the last comparison.
export function compileSearched(c: Compiler, e: Compare): void {
  const last = e.ops.length - 1;
  if (e.ops[last] === 'In' || e.ops[last] === 'NotIn') compileIterated(c, e.comparators[last]!);
  else c.expr(e.comparators[last]!);
}

/// `a < b < c`, whose middle operand is on the stack twice.
function jumpIfChained(c: Compiler, e: Compare, next: Label, condition: boolean): void {
  checkCompare(c.warnings, e);
  const cleanup = c.label();
  const last = e.ops.length - 1;
  c.expr(e.left);
  for (let i = 0; i < last; i++) {
    compareMiddle(c, e, i);
    c.op(e, Op.TO_BOOL);
    c.jump(e, Op.POP_JUMP_IF_FALSE, cleanup);
  }
  compileSearched(c, e);
  compareOp(c, e, e.ops[last]!);
  c.op(e, Op.TO_BOOL);
  c.jump(e, condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, next);
  const end = c.label();
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, end);
  c.use(cleanup);
  c.op(e, Op.POP_TOP);
  if (!condition) c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, next);
  c.use(end);
}

/// One comparison of a chain; its right operand stays below the result.
export function compareMiddle(c: Compiler, e: Compare, index: number): void {
  c.expr(e.comparators[index]!);
  c.op(e, Op.SWAP, 2);
  c.op(e, Op.COPY, 2);
  compareOp(c, e, e.ops[index]!);
}
