/// Expressions (CPython 3.14 Python/codegen.c codegen_visit_expr).
import type { Attribute, BoolOp, Compare, Expr, IfExp, Operator, UnaryOp } from '../syntax/ast';
import type { Compiler } from './compiler';
import { NO_LOCATION, Pseudo } from './instructions';
import { NONE } from './constants';
import { operatorTexts } from './foldOperators';
import { Opcode as Op, binaryOperators } from './opcodes';
import { awaitValue, yieldFrom, yieldValue } from './awaiting';
import { compileCall, loadSuperAttr, locationOfAttribute, superCallOf } from './calls';
import { compileDict, compileListOrTuple, compileSet } from './collections';
import { compileComprehension } from './comprehensions';
import { constantOf } from './constantNodes';
import { compileFormattedValue, compileInterpolation, compileJoinedStr, compileTemplateStr, percentFormatAsJoinedStr } from './formatting';
import { compileLambda } from './functions';
import { compareMiddle, compareOp, compileSearched, jumpIf, negatedCompare } from './jumps';
import { compileSlice, compileSubscript } from './subscripts';
import { checkCompare } from './warnings';

const INTRINSIC_UNARY_POSITIVE = 5;

/// BINARY_OP's argument.
export function binaryOpArg(operator: Operator, inPlace: boolean): number {
  return binaryOperators.indexOf(operatorTexts[operator] + (inPlace ? '=' : ''));
}

/// Leaves the value of `e` on the stack; stores to it or deletes it where its context says so.
export function visitExpr(c: Compiler, e: Expr): void {
  switch (e.kind) {
    case 'NamedExpr':
      c.expr(e.value);
      c.op(e, Op.COPY, 1);
      c.expr(e.target);
      break;
    case 'BoolOp':
      compileBoolOp(c, e);
      break;
    case 'BinOp': {
      const format = percentFormatAsJoinedStr(e);
      if (format !== undefined) {
        compileJoinedStr(c, format);
      } else {
        c.expr(e.left);
        c.expr(e.right);
        c.op(e, Op.BINARY_OP, binaryOpArg(e.op, false));
      }
      break;
    }
    case 'UnaryOp':
      compileUnaryOp(c, e);
      break;
    case 'Lambda':
      compileLambda(c, e);
      break;
    case 'IfExp':
      compileIfExp(c, e);
      break;
    case 'Dict':
      compileDict(c, e);
      break;
    case 'Set':
      compileSet(c, e);
      break;
    case 'GeneratorExp':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      compileComprehension(c, e);
      break;
    case 'Yield':
      if (!c.entry.isFunctionLike) c.fail(e, "'yield' outside function");
      if (e.value !== undefined) c.expr(e.value);
      else c.loadConst(e, NONE);
      yieldValue(c, e);
      break;
    case 'YieldFrom':
      if (!c.entry.isFunctionLike) c.fail(e, "'yield from' outside function");
      if (c.unit.scopeType === 'async function') c.fail(e, "'yield from' inside async function");
      c.expr(e.value);
      c.op(e, Op.GET_YIELD_FROM_ITER);
      c.loadConst(e, NONE);
      yieldFrom(c, e, false);
      break;
    case 'Await':
      c.expr(e.value);
      awaitValue(c, e, 0);
      break;
    case 'Compare':
      compileCompare(c, e);
      break;
    case 'Call':
      compileCall(c, e);
      break;
    case 'Constant':
      c.loadConst(e, constantOf(e)!);
      break;
    case 'JoinedStr':
      compileJoinedStr(c, e);
      break;
    case 'TemplateStr':
      compileTemplateStr(c, e);
      break;
    case 'FormattedValue':
      compileFormattedValue(c, e);
      break;
    case 'Interpolation':
      compileInterpolation(c, e);
      break;
    case 'Attribute':
      compileAttribute(c, e);
      break;
    case 'Subscript':
      compileSubscript(c, e);
      break;
    case 'Starred':
      c.fail(e, e.ctx === 'Store' ? 'starred assignment target must be in a list or tuple' : "can't use starred expression here");
      break;
    case 'Slice':
      compileSlice(c, e);
      break;
    case 'Name': {
      const constant = constantOf(e);
      if (constant !== undefined) c.loadConst(e, constant);
      else c.variable(e, e.id, e.ctx);
      break;
    }
    case 'List':
    case 'Tuple':
      compileListOrTuple(c, e);
      break;
  }
}

/// The first operand that decides stays on the stack.
function compileBoolOp(c: Compiler, e: BoolOp): void {
  const end = c.label();
  for (const value of e.values.slice(0, -1)) {
    c.expr(value);
    c.jump(e, e.op === 'And' ? Pseudo.JUMP_IF_FALSE : Pseudo.JUMP_IF_TRUE, end);
    c.op(e, Op.POP_TOP);
  }
  c.expr(e.values[e.values.length - 1]!);
  c.use(end);
}

/// `not` converts to bool first, so that UNARY_NOT sees only bools.
function compileUnaryOp(c: Compiler, e: UnaryOp): void {
  const negated = negatedCompare(c, e);
  if (negated !== undefined) {
    c.expr(negated);
    return;
  }
  c.expr(e.operand);
  switch (e.op) {
    case 'UAdd':
      c.op(e, Op.CALL_INTRINSIC_1, INTRINSIC_UNARY_POSITIVE);
      break;
    case 'Not':
      c.op(e, Op.TO_BOOL);
      c.op(e, Op.UNARY_NOT);
      break;
    case 'USub':
      c.op(e, Op.UNARY_NEGATIVE);
      break;
    case 'Invert':
      c.op(e, Op.UNARY_INVERT);
      break;
  }
}

/// `body if test else orelse`.
function compileIfExp(c: Compiler, e: IfExp): void {
  const end = c.label();
  const next = c.label();
  jumpIf(c, e, e.test, next, false);
  c.expr(e.body);
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, end);
  c.use(next);
  c.expr(e.orelse);
  c.use(end);
}

/// One comparison, or a chain that stops at the first false one.
function compileCompare(c: Compiler, e: Compare): void {
  checkCompare(c.warnings, e);
  const last = e.ops.length - 1;
  c.expr(e.left);
  const cleanup = last > 0 ? c.label() : undefined;
  for (let i = 0; i < last; i++) {
    compareMiddle(c, e, i);
    c.op(e, Op.COPY, 1);
    c.op(e, Op.TO_BOOL);
    c.jump(e, Op.POP_JUMP_IF_FALSE, cleanup!);
    c.op(e, Op.POP_TOP);
  }
  compileSearched(c, e);
  compareOp(c, e, e.ops[last]!);
  if (cleanup === undefined) return;
  const end = c.label();
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, end);
  c.use(cleanup);
  c.op(e, Op.SWAP, 2);
  c.op(e, Op.POP_TOP);
  c.use(end);
}

/// Loads, stores or deletes an attribute; storing to `self` is noted for `__static_attributes__`.
function compileAttribute(c: Compiler, e: Attribute): void {
  const superCall = e.ctx === 'Load' ? superCallOf(c, e) : undefined;
  if (superCall !== undefined) {
    loadSuperAttr(c, e, superCall, false);
    return;
  }
  if (e.ctx === 'Store' && e.value.kind === 'Name' && e.value.id === 'self') c.enclosingClass?.staticAttributes.add(e.attr);
  c.expr(e.value);
  const loc = locationOfAttribute(e, e);
  const { names } = c.unit;
  if (e.ctx === 'Load') c.nameOp(loc, Op.LOAD_ATTR, names, e.attr, 2);
  else c.nameOp(loc, e.ctx === 'Store' ? Op.STORE_ATTR : Op.DELETE_ATTR, names, e.attr);
}
