/// Module and class bodies.
import type { ClassDef, Stmt } from '../syntax/ast';
import type { Compiler } from './compiler';
import { type Location, NO_LOCATION, Pseudo } from './instructions';
import { NONE, intConst, strConst, tupleConst } from './constants';
import { Opcode as Op } from './opcodes';
import { compileDeferredAnnotations } from './annotations';
import { compileArguments } from './calls';
import { makeClosure } from './closures';
import { applyDecorators, compileDecorators } from './functions';
import { compileTypeParams } from './typeParams';
import { cleanDocstring, docstringOf } from './docstring';
import { sortNames } from './unit';

const INTRINSIC_SUBSCRIPT_GENERIC = 10;

/// Statements of a module or class, with its docstring and annotations (CPython 3.14 Python/codegen.c codegen_body).
export function compileBody(c: Compiler, loc: Location, stmts: readonly Stmt[], isInteractive: boolean): void {
  const { entry, profile, symtable } = c;
  const eager = symtable.future.annotations || !profile.defersAnnotations;
  if (eager && entry.annotationsUsed) c.op(loc, Op.SETUP_ANNOTATIONS);
  const docstring = isInteractive ? undefined : docstringOf(stmts);
  if (docstring !== undefined) {
    const first = stmts[0]!;
    c.loadConst(first.kind === 'Expr' ? first.value : first, strConst(profile.cleansDocstrings ? cleanDocstring(docstring) : docstring));
    c.variable(NO_LOCATION, '__doc__', 'Store');
  }
  c.stmts(docstring === undefined ? stmts : stmts.slice(1));
  if (stmts.length > 0 && !eager) compileDeferredAnnotations(c, loc);
}

/// CPython 3.14 Python/codegen.c codegen_class.
export function compileClass(c: Compiler, s: ClassDef): void {
  compileDecorators(c, s.decorator_list);
  const firstlineno = s.decorator_list[0]?.lineno ?? s.lineno;
  const generic = s.type_params.length > 0;
  if (generic) {
    c.enterScope(
      c.symtable.lookup(s.type_params), `<generic parameters of ${s.name}>`, 'annotations', firstlineno, undefined, s.name
    );
    compileTypeParams(c, s.type_params);
    c.variable(s, '.type_params', 'Store');
  }
  compileClassBody(c, s, firstlineno);
  if (generic) {
    c.variable(s, '.type_params', 'Load');
    c.op(s, Op.CALL_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC);
    c.variable(s, '.generic_base', 'Store');
    compileArguments(c, s, 2, s.bases, s.keywords, '.generic_base');
    makeClosure(c, s, c.exitScope(false), 0);
    c.op(s, Op.PUSH_NULL);
    c.op(s, Op.CALL, 0);
  } else {
    compileArguments(c, s, 2, s.bases, s.keywords);
  }
  applyDecorators(c, s.decorator_list);
  c.variable(s, s.name, 'Store');
}

/// Leaves `__build_class__`, NULL, the body's function and the name on the stack.
function compileClassBody(c: Compiler, s: ClassDef, firstlineno: number): void {
  const entry = c.symtable.lookup(s);
  c.enterScope(entry, s.name, 'class', firstlineno, undefined, s.name);
  const loc: Location = { lineno: firstlineno, end_lineno: firstlineno, col_offset: 0, end_col_offset: 0 };
  c.variable(loc, '__name__', 'Load');
  c.variable(loc, '__module__', 'Store');
  c.loadConst(loc, strConst(c.unit.qualname));
  c.variable(loc, '__qualname__', 'Store');
  if (c.profile.setsStaticAttributes) {
    c.loadConst(loc, intConst(firstlineno));
    c.variable(loc, '__firstlineno__', 'Store');
  }
  if (s.type_params.length > 0) {
    c.variable(loc, '.type_params', 'Load');
    c.variable(loc, '__type_params__', 'Store');
  }
  if (entry.needsClassdict) {
    c.op(loc, Op.LOAD_LOCALS);
    c.op(loc, Op.STORE_DEREF, c.unit.cellvars.get('__classdict__')!);
  }
  if (entry.hasConditionalAnnotations) {
    c.op(loc, Op.BUILD_SET, 0);
    c.op(loc, Op.STORE_DEREF, c.unit.cellvars.get('__conditional_annotations__')!);
  }
  compileBody(c, loc, s.body, false);
  if (c.profile.setsStaticAttributes) {
    c.loadConst(NO_LOCATION, tupleConst(sortNames([...c.unit.staticAttributes]).map(strConst)));
    c.variable(NO_LOCATION, '__static_attributes__', 'Store');
  }
  if (entry.needsClassdict) {
    c.op(NO_LOCATION, Pseudo.LOAD_CLOSURE, c.unit.cellvars.get('__classdict__')!);
    c.variable(NO_LOCATION, '__classdictcell__', 'Store');
  }
  if (entry.needsClassClosure) {
    c.op(NO_LOCATION, Pseudo.LOAD_CLOSURE, c.unit.cellvars.get('__class__')!);
    c.op(NO_LOCATION, Op.COPY, 1);
    c.variable(NO_LOCATION, '__classcell__', 'Store');
  } else {
    c.loadConst(NO_LOCATION, NONE);
  }
  c.op(NO_LOCATION, Op.RETURN_VALUE);
  const code = c.exitScope(true);
  c.op(s, Op.LOAD_BUILD_CLASS);
  c.op(s, Op.PUSH_NULL);
  makeClosure(c, s, code, 0);
  c.loadConst(s, strConst(s.name));
}
