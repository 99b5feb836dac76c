/// Functions and lambdas.
import type { Arguments, AsyncFunctionDef, Expr, FunctionDef, Lambda } from '../syntax/ast';
import type { Compiler } from './compiler';
import { type Location, NO_LABEL, NO_LOCATION } from './instructions';
import type { Const } from './code';
import { NONE, strConst } from './constants';
import { buildConstKeyMap } from './collections';
import { Opcode as Op } from './opcodes';
import { FunctionAttribute, makeClosure } from './closures';
import { compileFunctionAnnotations } from './annotations';
import { compileTypeParams } from './typeParams';
import { wrapInStopIterationHandler } from './generatorHandler';
import { cleanDocstring, docstringOf } from './docstring';
import type { ArgCounts } from './unit';

const INTRINSIC_SET_FUNCTION_TYPE_PARAMS = 4;

/// Decorators stay below the function until it is made.
export function compileDecorators(c: Compiler, decorators: readonly Expr[]): void {
  c.exprs(decorators);
}

/// Calls them, the last one first.
export function applyDecorators(c: Compiler, decorators: readonly Expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.op(decorators[i]!, Op.CALL, 0);
}

/// What the code object says of its parameters.
function argCounts(args: Arguments): ArgCounts {
  return { argcount: args.args.length, posonlyargcount: args.posonlyargs.length, kwonlyargcount: args.kwonlyargs.length };
}

/// Pushes default values; returns the flags for SET_FUNCTION_ATTRIBUTE.
function compileDefaults(c: Compiler, loc: Location, args: Arguments): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    c.exprs(args.defaults);
    c.op(loc, Op.BUILD_TUPLE, args.defaults.length);
    flags |= FunctionAttribute.DEFAULTS;
  }
  const names: Const[] = [];
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i];
    if (value === undefined) return;
    const name = strConst(c.maybeMangle(arg.arg));
    names.push(name);
    if (!c.profile.buildsConstKeyMaps) c.loadConst(loc, name);
    c.expr(value);
  });
  if (names.length > 0) {
    if (c.profile.buildsConstKeyMaps) buildConstKeyMap(c, loc, names);
    else c.op(loc, Op.BUILD_MAP, names.length);
    flags |= FunctionAttribute.KWDEFAULTS;
  }
  return flags;
}

/// CPython 3.14 Python/codegen.c codegen_function.
export function compileFunction(c: Compiler, s: FunctionDef | AsyncFunctionDef): void {
  compileDecorators(c, s.decorator_list);
  const firstlineno = s.decorator_list[0]?.lineno ?? s.lineno;
  let flags = compileDefaults(c, s, s.args);
  const generic = s.type_params.length > 0;
  const passed = (flags & FunctionAttribute.DEFAULTS ? 1 : 0) + (flags & FunctionAttribute.KWDEFAULTS ? 1 : 0);
  if (generic) {
    if (passed === 2) c.op(s, Op.SWAP, 2);
    c.enterScope(
      c.symtable.lookup(s.type_params), `<generic parameters of ${s.name}>`, 'annotations', firstlineno,
      { argcount: passed, posonlyargcount: 0, kwonlyargcount: 0 }
    );
    compileTypeParams(c, s.type_params);
    for (let i = 0; i < passed; i++) c.op(s, Op.LOAD_FAST, i);
  }
  flags |= compileFunctionAnnotations(c, s, s.args, s.returns);
  compileFunctionBody(c, s, flags, firstlineno);
  if (generic) {
    c.op(s, Op.SWAP, 2);
    c.op(s, Op.CALL_INTRINSIC_2, INTRINSIC_SET_FUNCTION_TYPE_PARAMS);
    makeClosure(c, s, c.exitScope(false), 0);
    if (passed > 0) {
      c.op(s, Op.SWAP, passed + 1);
      c.op(s, Op.CALL, passed - 1);
    } else {
      c.op(s, Op.PUSH_NULL);
      c.op(s, Op.CALL, 0);
    }
  }
  applyDecorators(c, s.decorator_list);
  c.variable(s, s.name, 'Store');
}

/// The body's code object, made a function with the attributes on the stack.
function compileFunctionBody(c: Compiler, s: FunctionDef | AsyncFunctionDef, flags: number, firstlineno: number): void {
  const entry = c.symtable.lookup(s);
  const scopeType = s.kind === 'AsyncFunctionDef' ? 'async function' : 'function';
  c.enterScope(entry, s.name, scopeType, firstlineno, argCounts(s.args));
  const docstring = docstringOf(s.body);
  if (docstring !== undefined) {
    c.unit.docstring = c.profile.cleansDocstrings ? cleanDocstring(docstring) : docstring;
    c.unit.consts.add(strConst(c.unit.docstring));
  } else if (c.profile.putsNoneFirst) {
    c.unit.consts.add(NONE);
  }
  const start = c.label();
  c.use(start);
  const wraps = entry.coroutine || entry.generator;
  if (wraps) c.pushBlock({ type: 'stop iteration', loc: NO_LOCATION, block: start, exit: NO_LABEL });
  c.stmts(docstring === undefined ? s.body : s.body.slice(1));
  if (wraps) {
    wrapInStopIterationHandler(c);
    c.popBlock();
  }
  makeClosure(c, s, c.exitScope(true), flags);
}

/// CPython 3.14 Python/codegen.c codegen_lambda.
export function compileLambda(c: Compiler, e: Lambda): void {
  const flags = compileDefaults(c, e, e.args);
  const entry = c.symtable.lookup(e);
  c.enterScope(entry, '<lambda>', 'lambda', e.lineno, argCounts(e.args));
  if (c.profile.putsNoneFirst) c.unit.consts.add(NONE);
  c.expr(e.body);
  if (!entry.generator) c.op(e.body, Op.RETURN_VALUE);
  makeClosure(c, e, c.exitScope(!entry.generator), flags);
}
