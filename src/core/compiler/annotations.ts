/// Annotations: functions that compute them when asked (PEP 649, 3.14), values at once, or strings (PEP 563).
import type { AnnAssign, Arg, Arguments, Expr } from '../syntax/ast';
import type { Compiler } from './compiler';
import { InstructionSequence, type Location } from './instructions';
import { intConst, strConst } from './constants';
import { Opcode as Op, commonConstants } from './opcodes';
import { FunctionAttribute, makeClosure } from './closures';
import type { SymtableEntry } from './symtableEntry';
import { unparse } from './unparse';

const VALUE_WITH_FAKE_GLOBALS = 2;
const COMPARE_GREATER = (4 << 5) | 4;

/// Begins a function of one parameter that refuses formats it does not know
/// (CPython 3.14 Python/codegen.c codegen_setup_annotations_scope).
export function enterAnnotationScope(c: Compiler, loc: Location, entry: SymtableEntry, name: string): void {
  const parameters = entry.varnames.length;
  c.enterScope(entry, name, 'annotations', loc.lineno, { argcount: 0, posonlyargcount: parameters, kwonlyargcount: 0 });
  // Up to 3.13 lazily evaluated type variables and aliases take no format.
  if (parameters === 0) return;
  const body = c.label();
  c.op(loc, Op.LOAD_FAST, 0);
  c.loadConst(loc, intConst(VALUE_WITH_FAKE_GLOBALS));
  c.op(loc, Op.COMPARE_OP, COMPARE_GREATER);
  c.jump(loc, Op.POP_JUMP_IF_FALSE, body);
  c.op(loc, Op.LOAD_COMMON_CONSTANT, commonConstants.indexOf('NotImplementedError'));
  c.op(loc, Op.RAISE_VARARGS, 1);
  c.use(body);
}

/// Ends the function; it is then on the stack. Its parameter is called `format` from now on (codegen_leave_annotations_scope).
function leaveAnnotationScope(c: Compiler, loc: Location): void {
  c.op(loc, Op.RETURN_VALUE);
  c.unit.renamesFormat = true;
  makeClosure(c, loc, c.exitScope(true), 0);
}

/// The value of one annotation: the expression, or its text with the future import.
function compileAnnotation(c: Compiler, loc: Location, annotation: Expr): void {
  if (c.symtable.future.annotations) {
    c.loadConst(annotation, strConst(unparse(annotation)));
  } else if (annotation.kind === 'Starred') {
    // *args: *Ts
    c.expr(annotation.value);
    c.op(loc, Op.UNPACK_SEQUENCE, 1);
  } else {
    c.expr(annotation);
  }
}

/// Keeps the source text of an annotation with the `__annotate__` function that computes it.
function noteText(c: Compiler, name: string, annotation: Expr): void {
  if (c.profile.defersAnnotations && !c.symtable.future.annotations) c.unit.annotationTexts.push([name, unparse(annotation)]);
}

/// Pushes names and values; returns how many pairs.
function pushAnnotations(c: Compiler, loc: Location, args: Arguments, returns: Expr | undefined): number {
  let count = 0;
  const push = (name: string, annotation: Expr | undefined): void => {
    if (annotation === undefined) return;
    c.loadConst(loc, strConst(c.maybeMangle(name)));
    compileAnnotation(c, loc, annotation);
    noteText(c, c.maybeMangle(name), annotation);
    count++;
  };
  const parameters: (Arg | undefined)[] = [...args.args, ...args.posonlyargs, args.vararg, ...args.kwonlyargs, args.kwarg];
  for (const arg of parameters) if (arg !== undefined) push(arg.arg, arg.annotation);
  push('return', returns);
  return count;
}

/// Pushes what SET_FUNCTION_ATTRIBUTE needs for a function's annotations; returns its flag, or 0 for none.
export function compileFunctionAnnotations(c: Compiler, loc: Location, args: Arguments, returns: Expr | undefined): number {
  if (!c.profile.defersAnnotations) {
    const pairs = pushAnnotations(c, loc, args, returns);
    if (pairs === 0) return 0;
    c.op(loc, Op.BUILD_TUPLE, pairs * 2);
    return FunctionAttribute.ANNOTATIONS;
  }
  const entry = c.symtable.lookup(args);
  if (!entry.annotationsUsed) return 0;
  enterAnnotationScope(c, loc, entry, entry.name);
  c.op(loc, Op.BUILD_MAP, pushAnnotations(c, loc, args, returns));
  leaveAnnotationScope(c, loc);
  return FunctionAttribute.ANNOTATE;
}

/// After a body: the `__annotate__` function of what was annotated in it (codegen_process_deferred_annotations).
export function compileDeferredAnnotations(c: Compiler, loc: Location): void {
  const { unit } = c;
  if (unit.deferredAnnotations.length === 0) return;
  const isModule = unit.scopeType === 'module';
  if (isModule) {
    unit.stashedSequence = unit.sequence;
    unit.sequence = new InstructionSequence();
  }
  const entry = unit.entry.annotationBlock!;
  enterAnnotationScope(c, loc, entry, entry.name);
  compileDeferredBody(c, loc, unit.deferredAnnotations, !isModule);
  leaveAnnotationScope(c, loc);
  c.variable(loc, isModule ? '__annotate__' : '__annotate_func__', 'Store');
  if (isModule) {
    unit.annotationsSequence = unit.sequence;
    unit.sequence = unit.stashedSequence!;
  }
}

/// A dict of the annotations; those in conditional blocks only if their index was recorded as reached.
function compileDeferredBody(
  c: Compiler, loc: Location, deferred: readonly { statement: AnnAssign; conditionalIndex: number }[], inClass: boolean
): void {
  c.op(loc, Op.BUILD_MAP, 0);
  for (const { statement, conditionalIndex } of deferred) {
    const notSet = c.label();
    if (conditionalIndex >= 0) {
      c.loadConst(statement, intConst(conditionalIndex));
      if (inClass) c.nameOp(statement, Op.LOAD_DEREF, c.unit.freevars, '__conditional_annotations__');
      else c.nameOp(statement, Op.LOAD_GLOBAL, c.unit.names, '__conditional_annotations__', 2);
      c.op(statement, Op.CONTAINS_OP, 0);
      c.jump(statement, Op.POP_JUMP_IF_FALSE, notSet);
    }
    c.expr(statement.annotation);
    c.op(statement, Op.COPY, 2);
    if (statement.target.kind === 'Name') {
      c.loadConst(statement, strConst(c.mangle(statement.target.id)));
      noteText(c, c.mangle(statement.target.id), statement.annotation);
    }
    c.op(loc, Op.STORE_SUBSCR);
    c.use(notSet);
  }
}

/// Evaluates and drops.
function checkExpr(c: Compiler, e: Expr): void {
  c.expr(e);
  c.op(e, Op.POP_TOP);
}

/// Evaluates what is in the brackets of `a[…]: int`, where nothing is assigned (codegen_check_ann_subscr).
function checkSubscript(c: Compiler, e: Expr): void {
  if (e.kind === 'Slice') {
    for (const part of [e.lower, e.upper, e.step]) if (part !== undefined) checkExpr(c, part);
  } else if (e.kind === 'Tuple') {
    for (const elt of e.elts) checkSubscript(c, elt);
  } else {
    checkExpr(c, e);
  }
}

/// CPython 3.14 Python/codegen.c codegen_annassign.
export function compileAnnAssign(c: Compiler, s: AnnAssign): void {
  const { target, value } = s;
  const bindsNames = c.unit.scopeType === 'module' || c.unit.scopeType === 'class';
  if (value !== undefined) {
    c.expr(value);
    c.expr(target);
  }
  if (target.kind === 'Name') {
    if (s.simple && bindsNames) annotateName(c, s, target.id);
  } else if (value === undefined) {
    if (target.kind === 'Attribute') checkExpr(c, target.value);
    if (target.kind === 'Subscript') {
      checkExpr(c, target.value);
      checkSubscript(c, target.slice);
    }
  }
  if (!c.profile.defersAnnotations && !s.simple && bindsNames && !c.symtable.future.annotations) checkExpr(c, s.annotation);
}

/// `name: annotation` in a module or class body.
function annotateName(c: Compiler, s: AnnAssign, name: string): void {
  const { unit } = c;
  if (c.symtable.future.annotations || !c.profile.defersAnnotations) {
    compileAnnotation(c, s, s.annotation);
    c.nameOp(s, Op.LOAD_NAME, unit.names, '__annotations__');
    c.loadConst(s, strConst(c.maybeMangle(name)));
    c.op(s, Op.STORE_SUBSCR);
    return;
  }
  const conditional = unit.scopeType === 'module' || unit.conditionalBlocks > 0;
  // _PyCompile_AddDeferredAnnotation
  if (unit.deferredAnnotations.length === 0) unit.hold(0, 2, 0);
  unit.deferredAnnotations.push({ statement: s, conditionalIndex: conditional ? unit.nextConditionalIndex : -1 });
  if (!conditional) return;
  // CPython looks the name up among the cells for both, which is the right name index only by chance.
  c.nameOp(s, unit.scopeType === 'class' ? Op.LOAD_DEREF : Op.LOAD_NAME, unit.cellvars, '__conditional_annotations__');
  c.loadConst(s, intConst(unit.nextConditionalIndex++));
  c.op(s, Op.SET_ADD, 1);
  c.op(s, Op.POP_TOP);
}
