/// Calls, and attributes of super().
import type { Attribute, Call, Expr, Keyword } from '../syntax/ast';
import type { Compiler } from './compiler';
import { type Label, type Location, NO_LOCATION, Pseudo } from './instructions';
import { boolConst, strConst, tupleConst } from './constants';
import { STACK_USE_GUIDELINE } from './foldConstants';
import { Opcode as Op, commonConstants } from './opcodes';
import { buildConstKeyMap, INTRINSIC_LIST_TO_TUPLE, TUPLE_DISPLAY, buildDisplay } from './collections';
import { Def, Scope } from './symtableEntry';
import { checkCaller } from './warnings';

/// Where an attribute access over several lines starts: at the attribute's name.
export function locationOfAttribute(loc: Location, attribute: Attribute): Location {
  if (loc.lineno === attribute.end_lineno) return loc;
  const length = [...attribute.attr].length;
  const fits = length <= attribute.end_col_offset;
  const lineno = attribute.end_lineno;
  const end_lineno = Math.max(lineno, loc.end_lineno);
  const col_offset = fits ? attribute.end_col_offset - length : -1;
  const end_col_offset = fits ? loc.end_col_offset : -1;
  return {
    lineno, end_lineno, col_offset,
    end_col_offset: lineno === end_lineno ? Math.max(col_offset, end_col_offset) : end_col_offset
  };
}

/// The call of super() whose attribute can be loaded without making a super object; undefined if this is none
/// (CPython 3.14 Python/codegen.c can_optimize_super_call).
export function superCallOf(c: Compiler, attribute: Attribute): Call | undefined {
  const call = attribute.value;
  if (!c.profile.loadsSuperAttr || call.kind !== 'Call' || call.func.kind !== 'Name' || call.func.id !== 'super') return undefined;
  if (attribute.attr === '__class__' || call.keywords.length > 0) return undefined;
  if (c.entry.scope('super') !== Scope.GLOBAL_IMPLICIT || c.symtable.top.scope('super') !== Scope.UNKNOWN) return undefined;
  if (call.args.length === 2) return call.args.some((arg) => arg.kind === 'Starred') ? undefined : call;
  if (call.args.length !== 0) return undefined;
  const { argcount, posonlyargcount } = c.unit.args;
  return argcount + posonlyargcount > 0 && c.refType('__class__') === Scope.FREE ? call : undefined;
}

/// super, the class, self; then LOAD_SUPER_ATTR. `method`: as a method to call.
export function loadSuperAttr(c: Compiler, attribute: Attribute, call: Call, method: boolean): Location {
  c.variable(call.func, 'super', 'Load');
  if (call.args.length === 2) {
    c.exprs(call.args);
  } else {
    c.variable(call, '__class__', 'Load');
    c.variable(call, c.unit.varnames.names[0]!, 'Load');
  }
  const flags = (call.args.length === 2 ? 2 : 0) + (method ? 1 : 0);
  c.nameOp(attribute, Op.LOAD_SUPER_ATTR, c.unit.names, attribute.attr, 4, flags);
  const loc = locationOfAttribute(attribute, attribute);
  c.op(loc, Op.NOP);
  return loc;
}

/// `*args` or `**kwargs` among the arguments.
function hasUnpacking(args: readonly Expr[], keywords: readonly Keyword[]): boolean {
  return args.some((arg) => arg.kind === 'Starred') || keywords.some((keyword) => keyword.arg === undefined);
}

/// CALL_KW's tuple of names.
function loadKeywordNames(c: Compiler, loc: Location, keywords: readonly Keyword[]): void {
  c.loadConst(loc, tupleConst(keywords.map((keyword) => strConst(keyword.arg!))));
}

/// CPython 3.14 Python/codegen.c codegen_validate_keywords.
function rejectRepeatedKeywords(c: Compiler, keywords: readonly Keyword[]): void {
  keywords.forEach((keyword, i) => {
    if (keyword.arg === undefined) return;
    const other = keywords.slice(i + 1).find((candidate) => candidate.arg === keyword.arg);
    if (other !== undefined) c.fail(other, `keyword argument repeated: ${keyword.arg}`);
  });
}

/// `object.method(...)` without a bound method; false if this call is not one (maybe_optimize_method_call).
function compileMethodCall(c: Compiler, e: Call): boolean {
  const { func, args, keywords } = e;
  if (func.kind !== 'Attribute' || func.ctx !== 'Load') return false;
  const base = func.value;
  if (base.kind === 'Name' && (c.symtable.top.symbol(base.id) & Def.IMPORT) !== 0) return false;
  const pushed = args.length + keywords.length + (keywords.length > 0 ? 1 : 0);
  if (pushed >= STACK_USE_GUIDELINE || hasUnpacking(args, keywords)) return false;
  const superCall = superCallOf(c, func);
  let loc: Location;
  if (superCall !== undefined) {
    loc = loadSuperAttr(c, func, superCall, true);
  } else {
    c.expr(base);
    loc = locationOfAttribute(func, func);
    c.nameOp(loc, Op.LOAD_ATTR, c.unit.names, func.attr, 2, 1);
  }
  c.exprs(args);
  for (const keyword of keywords) c.expr(keyword.value);
  if (keywords.length > 0) loadKeywordNames(c, loc, keywords);
  const callLoc = locationOfAttribute(e, func);
  c.op(callLoc, keywords.length > 0 ? Op.CALL_KW : Op.CALL, args.length + keywords.length);
  return true;
}

/// CPython 3.14 Python/codegen.c codegen_call.
export function compileCall(c: Compiler, e: Call): void {
  rejectRepeatedKeywords(c, e.keywords);
  if (compileMethodCall(c, e)) return;
  const done = c.label();
  checkCaller(c.warnings, e.func);
  c.expr(e.func);
  if (c.profile.inlinesGenexprCalls) compileGenexprCall(c, e, done);
  c.op(e.func, Op.PUSH_NULL);
  compileArguments(c, e, 0, e.args, e.keywords);
  c.use(done);
}

/// any(), all(), tuple() of a generator expression: loops here if the name still means the builtin
/// (CPython 3.14 Python/codegen.c maybe_optimize_function_call).
function compileGenexprCall(c: Compiler, e: Call, done: Label): void {
  const { func, args } = e;
  if (func.kind !== 'Name' || args.length !== 1 || e.keywords.length > 0 || args[0]!.kind !== 'GeneratorExp') return;
  const { id } = func;
  if (id !== 'all' && id !== 'any' && id !== 'tuple') return;
  const skip = c.label();
  const loop = c.label();
  const cleanup = c.label();
  c.op(func, Op.COPY, 1);
  c.op(func, Op.LOAD_COMMON_CONSTANT, commonConstants.indexOf(id));
  c.op(func, Op.IS_OP, 0);
  c.jump(func, Op.POP_JUMP_IF_FALSE, skip);
  c.op(func, Op.POP_TOP);
  if (id === 'tuple') c.op(func, Op.BUILD_LIST, 0);
  c.expr(args[0]!);
  c.use(loop);
  c.jump(func, Op.FOR_ITER, cleanup);
  if (id === 'tuple') {
    c.op(func, Op.LIST_APPEND, 2);
    c.jump(func, Pseudo.JUMP, loop);
  } else {
    c.op(func, Op.TO_BOOL);
    c.jump(func, id === 'all' ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, loop);
  }
  c.op(NO_LOCATION, Op.POP_ITER);
  if (id !== 'tuple') c.loadConst(func, boolConst(id === 'any'));
  c.jump(func, Pseudo.JUMP, done);
  c.use(cleanup);
  c.op(NO_LOCATION, Op.END_FOR);
  c.op(NO_LOCATION, Op.POP_ITER);
  if (id === 'tuple') c.op(func, Op.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
  else c.loadConst(func, boolConst(id === 'all'));
  c.jump(func, Pseudo.JUMP, done);
  c.use(skip);
}

/// The arguments and the call of what is below them. `pushed`: arguments already there; `injected`: a variable that
/// is one more positional argument (CPython 3.14 Python/codegen.c codegen_call_helper_impl).
export function compileArguments(
  c: Compiler, loc: Location, pushed: number, args: readonly Expr[], keywords: readonly Keyword[], injected?: string
): void {
  rejectRepeatedKeywords(c, keywords);
  if (args.length + keywords.length * 2 > STACK_USE_GUIDELINE || hasUnpacking(args, keywords)) {
    compileUnpackedArguments(c, loc, pushed, args, keywords, injected);
    return;
  }
  c.exprs(args);
  if (injected !== undefined) c.variable(loc, injected, 'Load');
  const count = pushed + args.length + (injected === undefined ? 0 : 1) + keywords.length;
  for (const keyword of keywords) c.expr(keyword.value);
  if (keywords.length > 0) loadKeywordNames(c, loc, keywords);
  c.op(loc, keywords.length > 0 ? Op.CALL_KW : Op.CALL, count);
}

/// A tuple and a dict of the arguments, then CALL_FUNCTION_EX.
function compileUnpackedArguments(
  c: Compiler, loc: Location, pushed: number, args: readonly Expr[], keywords: readonly Keyword[], injected?: string
): void {
  const only = args[0];
  if (pushed === 0 && args.length === 1 && only!.kind === 'Starred') c.expr(only!.value);
  else buildDisplay(c, loc, args, pushed, TUPLE_DISPLAY, injected);
  let haveDict = false;
  let seen = 0;
  const merge = (end: number): void => {
    compileSubkwargs(c, loc, keywords.slice(end - seen, end));
    if (haveDict) c.op(loc, Op.DICT_MERGE, 1);
    haveDict = true;
    seen = 0;
  };
  keywords.forEach((keyword, i) => {
    if (keyword.arg !== undefined) {
      seen++;
      return;
    }
    if (seen > 0) merge(i);
    if (!haveDict) c.op(loc, Op.BUILD_MAP, 0);
    haveDict = true;
    c.expr(keyword.value);
    c.op(loc, Op.DICT_MERGE, 1);
  });
  if (seen > 0) merge(keywords.length);
  if (keywords.length === 0) c.op(loc, Op.PUSH_NULL);
  c.op(loc, Op.CALL_FUNCTION_EX);
}

/// A dict of some keyword arguments.
function compileSubkwargs(c: Compiler, loc: Location, keywords: readonly Keyword[]): void {
  const big = keywords.length * 2 > STACK_USE_GUIDELINE;
  if (keywords.length > 1 && !big && c.profile.buildsConstKeyMaps) {
    c.exprs(keywords.map(keyword => keyword.value));
    buildConstKeyMap(c, loc, keywords.map(keyword => strConst(keyword.arg!)));
    return;
  }
  if (big) c.op(NO_LOCATION, Op.BUILD_MAP, 0);
  for (const keyword of keywords) {
    c.loadConst(loc, strConst(keyword.arg!));
    c.expr(keyword.value);
    if (big) c.op(NO_LOCATION, Op.MAP_ADD, 1);
  }
  if (!big) c.op(loc, Op.BUILD_MAP, keywords.length);
}
