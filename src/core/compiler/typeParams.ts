/// Type parameters and type aliases (PEP 695, 696).
import type { Expr, TypeAlias, TypeParam } from '../syntax/ast';
import type { Compiler } from './compiler';
import type { Location } from './instructions';
import { NONE, intConst, strConst, tupleConst } from './constants';
import { Opcode as Op } from './opcodes';
import { FunctionAttribute, makeClosure } from './closures';
import { enterAnnotationScope } from './annotations';
import type { SymtableEntry } from './symtableEntry';

const INTRINSIC_TYPEVAR = 7;
const INTRINSIC_PARAMSPEC = 8;
const INTRINSIC_TYPEVARTUPLE = 9;
const INTRINSIC_TYPEALIAS = 11;
const INTRINSIC_TYPEVAR_WITH_BOUND = 2;
const INTRINSIC_TYPEVAR_WITH_CONSTRAINTS = 3;
const INTRINSIC_SET_TYPEPARAM_DEFAULT = 5;

/// A function that computes `e` when asked; its default format is 1, VALUE.
function compileLazily(c: Compiler, loc: Location, e: Expr, entry: SymtableEntry, name: string, allowStarred: boolean): void {
  const takesFormat = entry.varnames.length > 0;
  if (takesFormat) c.loadConst(loc, tupleConst([intConst(1)]));
  enterAnnotationScope(c, loc, entry, name);
  if (allowStarred && e.kind === 'Starred') {
    c.expr(e.value);
    c.op(e, Op.UNPACK_SEQUENCE, 1);
  } else {
    c.expr(e);
  }
  c.op(loc, Op.RETURN_VALUE);
  makeClosure(c, loc, c.exitScope(true), takesFormat ? FunctionAttribute.DEFAULTS : 0);
}

/// Makes the type variables, stores them, and leaves a tuple of them on the stack.
export function compileTypeParams(c: Compiler, params: readonly TypeParam[]): void {
  let seenDefault = false;
  for (const param of params) {
    c.loadConst(param, strConst(param.name));
    if (param.kind === 'TypeVar' && param.bound !== undefined) {
      compileLazily(c, param.bound, param.bound, c.symtable.lookup(param), param.name, false);
      const constraints = param.bound.kind === 'Tuple';
      c.op(param, Op.CALL_INTRINSIC_2, constraints ? INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : INTRINSIC_TYPEVAR_WITH_BOUND);
    } else {
      const intrinsic =
        param.kind === 'TypeVar' ? INTRINSIC_TYPEVAR : param.kind === 'ParamSpec' ? INTRINSIC_PARAMSPEC : INTRINSIC_TYPEVARTUPLE;
      c.op(param, Op.CALL_INTRINSIC_1, intrinsic);
    }
    const value = param.default_value;
    if (value !== undefined) {
      seenDefault = true;
      compileLazily(c, value, value, c.symtable.lookupDefault(param), param.name, param.kind === 'TypeVarTuple');
      c.op(param, Op.CALL_INTRINSIC_2, INTRINSIC_SET_TYPEPARAM_DEFAULT);
    } else if (seenDefault) {
      c.fail(param, `non-default type parameter '${param.name}' follows default type parameter`);
    }
    c.op(param, Op.COPY, 1);
    c.variable(param, param.name, 'Store');
  }
  c.op(params[0]!, Op.BUILD_TUPLE, params.length);
}

/// CPython 3.14 Python/codegen.c codegen_typealias.
export function compileTypeAlias(c: Compiler, s: TypeAlias): void {
  const name = s.name.id;
  const generic = s.type_params.length > 0;
  if (generic) {
    c.enterScope(c.symtable.lookup(s.type_params), `<generic parameters of ${name}>`, 'annotations', s.lineno);
    c.loadConst(s, strConst(name));
    compileTypeParams(c, s.type_params);
  } else {
    c.loadConst(s, strConst(name));
    c.loadConst(s, NONE);
  }
  compileLazily(c, s, s.value, c.symtable.lookup(s), name, false);
  c.op(s, Op.BUILD_TUPLE, 3);
  c.op(s, Op.CALL_INTRINSIC_1, INTRINSIC_TYPEALIAS);
  if (generic) {
    makeClosure(c, s, c.exitScope(false), 0);
    c.op(s, Op.PUSH_NULL);
    c.op(s, Op.CALL, 0);
  }
  c.variable(s, name, 'Store');
}
