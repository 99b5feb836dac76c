/// Statements (CPython 3.14 Python/codegen.c codegen_visit_stmt).
import type { Assert, Assign, AugAssign, Expr, ExprStmt, Import, ImportFrom, Raise, Stmt } from '../syntax/ast';
import type { Compiler } from './compiler';
import { type Location, NO_LOCATION } from './instructions';
import { NONE, intConst, strConst, tupleConst } from './constants';
import { NB_SUBSCR, Opcode as Op, commonConstants } from './opcodes';
import { compileAnnAssign } from './annotations';
import { locationOfAttribute } from './calls';
import { compileClass } from './classes';
import { constantOf } from './constantNodes';
import { binaryOpArg } from './expressions';
import { compileFunction } from './functions';
import { jumpIf } from './jumps';
import { compileAsyncFor, compileBreak, compileContinue, compileFor, compileIf, compileReturn, compileWhile } from './loops';
import { compileMatch } from './patterns';
import { compileSliceParts, isTwoPartSlice } from './subscripts';
import { compileTry } from './tryStatements';
import { compileTypeAlias } from './typeParams';
import { compileWith } from './withStatements';
import { checkAssert } from './warnings';

const INTRINSIC_PRINT = 1;
const INTRINSIC_IMPORT_STAR = 2;

/// Leaves the stack as it was.
export function visitStmt(c: Compiler, s: Stmt): void {
  switch (s.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      compileFunction(c, s);
      break;
    case 'ClassDef':
      compileClass(c, s);
      break;
    case 'TypeAlias':
      compileTypeAlias(c, s);
      break;
    case 'Return':
      compileReturn(c, s);
      break;
    case 'Delete':
      c.exprs(s.targets);
      break;
    case 'Assign':
      compileAssign(c, s);
      break;
    case 'AugAssign':
      compileAugAssign(c, s);
      break;
    case 'AnnAssign':
      compileAnnAssign(c, s);
      break;
    case 'For':
      c.conditionally(() => compileFor(c, s));
      break;
    case 'AsyncFor':
      c.conditionally(() => compileAsyncFor(c, s));
      break;
    case 'While':
      c.conditionally(() => compileWhile(c, s));
      break;
    case 'If':
      c.conditionally(() => compileIf(c, s));
      break;
    case 'With':
    case 'AsyncWith':
      c.conditionally(() => compileWith(c, s));
      break;
    case 'Match':
      c.conditionally(() => compileMatch(c, s));
      break;
    case 'Try':
    case 'TryStar':
      c.conditionally(() => compileTry(c, s));
      break;
    case 'Raise':
      compileRaise(c, s);
      break;
    case 'Assert':
      compileAssert(c, s);
      break;
    case 'Import':
      compileImport(c, s);
      break;
    case 'ImportFrom':
      compileImportFrom(c, s);
      break;
    case 'Global':
    case 'Nonlocal':
      break;
    case 'Expr':
      compileExprStmt(c, s);
      break;
    case 'Pass':
      c.op(s, Op.NOP);
      break;
    case 'Break':
      compileBreak(c, s);
      break;
    case 'Continue':
      compileContinue(c, s);
      break;
  }
}

/// A constant alone is only a line.
function compileExprStmt(c: Compiler, s: ExprStmt): void {
  if (c.interactive && c.isTopLevel) {
    c.expr(s.value);
    c.op(s, Op.CALL_INTRINSIC_1, INTRINSIC_PRINT);
    c.op(NO_LOCATION, Op.POP_TOP);
  } else if (constantOf(s.value) !== undefined) {
    c.op(s, Op.NOP);
  } else {
    c.expr(s.value);
    c.op(NO_LOCATION, Op.POP_TOP);
  }
}

/// The value is copied for each target but the last.
function compileAssign(c: Compiler, s: Assign): void {
  c.expr(s.value);
  s.targets.forEach((target, i) => {
    if (i < s.targets.length - 1) c.op(s, Op.COPY, 1);
    c.expr(target);
  });
}

/// Loads the target's old value, leaving below it what storing needs.
function loadAugTarget(c: Compiler, target: Expr): void {
  switch (target.kind) {
    case 'Attribute':
      c.expr(target.value);
      c.op(target, Op.COPY, 1);
      c.nameOp(locationOfAttribute(target, target), Op.LOAD_ATTR, c.unit.names, target.attr, 2);
      break;
    case 'Subscript':
      c.expr(target.value);
      if (isTwoPartSlice(c, target.slice)) {
        compileSliceParts(c, target.slice);
        for (let i = 0; i < 3; i++) c.op(target, Op.COPY, 3);
        c.op(target, Op.BINARY_SLICE);
      } else {
        c.expr(target.slice);
        for (let i = 0; i < 2; i++) c.op(target, Op.COPY, 2);
        c.op(target, Op.BINARY_OP, NB_SUBSCR);
      }
      break;
    case 'Name':
      c.variable(target, target.id, 'Load');
      break;
    default:
      throw new Error(`${target.kind} as the target of an augmented assignment`);
  }
}

/// Stores the result on top to the place loaded from.
function storeAugTarget(c: Compiler, target: Expr): void {
  switch (target.kind) {
    case 'Attribute': {
      const loc: Location = locationOfAttribute(target, target);
      c.op(loc, Op.SWAP, 2);
      c.nameOp(loc, Op.STORE_ATTR, c.unit.names, target.attr);
      break;
    }
    case 'Subscript': {
      const slice = isTwoPartSlice(c, target.slice);
      for (let i = slice ? 4 : 3; i >= 2; i--) c.op(target, Op.SWAP, i);
      c.op(target, slice ? Op.STORE_SLICE : Op.STORE_SUBSCR);
      break;
    }
    case 'Name':
      c.variable(target, target.id, 'Store');
      break;
    default:
      break;
  }
}

/// The target is evaluated once.
function compileAugAssign(c: Compiler, s: AugAssign): void {
  loadAugTarget(c, s.target);
  c.expr(s.value);
  c.op(s, Op.BINARY_OP, binaryOpArg(s.op, true));
  storeAugTarget(c, s.target);
}

/// `raise`, `raise exc`, `raise exc from cause`.
function compileRaise(c: Compiler, s: Raise): void {
  let count = 0;
  for (const part of [s.exc, s.cause]) {
    if (part === undefined) break;
    c.expr(part);
    count++;
  }
  c.op(s, Op.RAISE_VARARGS, count);
}

/// CPython 3.14 Python/codegen.c codegen_assert.
function compileAssert(c: Compiler, s: Assert): void {
  checkAssert(c.warnings, s, s.test);
  const end = c.label();
  const left = jumpIf(c, s, s.test, end, true);
  const at = c.profile.placesTestsAtStatement ? left : s;
  c.op(at, Op.LOAD_COMMON_CONSTANT, commonConstants.indexOf('AssertionError'));
  if (s.msg !== undefined) {
    c.expr(s.msg);
    c.op(at, Op.CALL, 0);
  }
  c.op(c.profile.placesTestsAtStatement ? left : s.test, Op.RAISE_VARARGS, 1);
  c.use(end);
}

/// CPython 3.14 Python/codegen.c codegen_import.
function compileImport(c: Compiler, s: Import): void {
  for (const { name, asname } of s.names) {
    c.loadConst(s, intConst(0));
    c.loadConst(s, NONE);
    c.nameOp(s, Op.IMPORT_NAME, c.unit.names, name);
    const parts = name.split('.');
    if (asname === undefined) {
      c.variable(s, parts[0]!, 'Store');
      continue;
    }
    // import a.b.c as d: the module is taken from its packages one by one.
    parts.slice(1).forEach((part, i) => {
      if (i > 0) {
        c.op(s, Op.SWAP, 2);
        c.op(s, Op.POP_TOP);
      }
      c.op(s, Op.IMPORT_FROM, c.unit.names.add(part));
    });
    c.variable(s, asname, 'Store');
    if (parts.length > 1) c.op(s, Op.POP_TOP);
  }
}

/// The module is on the stack while its names are taken from it.
function compileImportFrom(c: Compiler, s: ImportFrom): void {
  c.loadConst(s, intConst(s.level));
  c.loadConst(s, tupleConst(s.names.map(({ name }) => strConst(name))));
  c.nameOp(s, Op.IMPORT_NAME, c.unit.names, s.module ?? '');
  if (s.names[0]?.name === '*') {
    c.op(s, Op.CALL_INTRINSIC_1, INTRINSIC_IMPORT_STAR);
    c.op(NO_LOCATION, Op.POP_TOP);
    return;
  }
  for (const { name, asname } of s.names) {
    c.nameOp(s, Op.IMPORT_FROM, c.unit.names, name);
    c.variable(s, asname ?? name, 'Store');
  }
  c.op(s, Op.POP_TOP);
}
