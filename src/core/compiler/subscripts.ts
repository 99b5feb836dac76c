/// Subscription and slices.
import type { Expr, Slice, Subscript } from '../syntax/ast';
import type { Const } from './code';
import type { Compiler } from './compiler';
import { NONE } from './constants';
import { NB_SUBSCR, Opcode as Op } from './opcodes';
import { constantOf } from './constantNodes';
import { checkSubscript } from './warnings';

/// The value of a slice of literals; undefined for others.
function constantSlice(c: Compiler, e: Expr): Const | undefined {
  if (e.kind !== 'Slice' || !c.profile.foldsConstantSlices) return undefined;
  const [start, stop, step] = [e.lower, e.upper, e.step].map((part) => (part === undefined ? NONE : constantOf(part)));
  return start && stop && step && { type: 'slice', start, stop, step };
}

/// `a:b`, which needs no slice object.
export function isTwoPartSlice(c: Compiler, e: Expr): e is Slice {
  return c.profile.slicesInline && e.kind === 'Slice' && e.step === undefined && constantSlice(c, e) === undefined;
}

/// Start and stop, None where they are left out.
export function compileSliceParts(c: Compiler, e: Slice): void {
  for (const part of [e.lower, e.upper]) {
    if (part === undefined) c.loadConst(e, NONE);
    else c.expr(part);
  }
}

/// A slice object.
export function compileSlice(c: Compiler, e: Slice): void {
  const constant = constantSlice(c, e);
  if (constant !== undefined) {
    c.loadConst(e, constant);
    return;
  }
  compileSliceParts(c, e);
  if (e.step !== undefined) c.expr(e.step);
  c.op(e, Op.BUILD_SLICE, e.step === undefined ? 2 : 3);
}

/// CPython 3.14 Python/codegen.c codegen_subscript.
export function compileSubscript(c: Compiler, e: Subscript): void {
  if (e.ctx === 'Load') checkSubscript(c.warnings, e.value, e.slice);
  c.expr(e.value);
  if (e.ctx !== 'Del' && isTwoPartSlice(c, e.slice)) {
    compileSliceParts(c, e.slice);
    c.op(e, e.ctx === 'Load' ? Op.BINARY_SLICE : Op.STORE_SLICE);
    return;
  }
  c.expr(e.slice);
  if (e.ctx === 'Load') c.op(e, Op.BINARY_OP, NB_SUBSCR);
  else c.op(e, e.ctx === 'Store' ? Op.STORE_SUBSCR : Op.DELETE_SUBSCR);
}
