/// The symbol table's visit of annotations, which have blocks of their own from 3.14 on.
import type { AnnAssign, Arg, Arguments, Expr } from '../syntax/ast';
import type { Location } from './instructions';
import { Def, type SymtableEntry } from './symtableEntry';
import type { Symtable } from './symtable';
import { visitExpr } from './symtableExpressions';

/// CPython counts a simple annotated name as local even without a value.
export function visitAnnAssign(st: Symtable, s: AnnAssign): void {
  const entry = st.current;
  entry.annotationsUsed = true;
  if (s.target.kind === 'Name') {
    const symbol = st.symbolOf(s.target.id);
    if ((symbol & (Def.GLOBAL | Def.NONLOCAL)) !== 0 && entry !== st.top && s.simple) {
      st.errors.fail(s, `annotated name '${s.target.id}' can't be ${(symbol & Def.GLOBAL) !== 0 ? 'global' : 'nonlocal'}`);
    }
    if (s.simple) st.define(s.target.id, Def.ANNOT | Def.LOCAL, s.target);
    // CPython's condition makes no difference between the two for a name with a value.
    else if (s.value !== undefined) st.define(s.target.id, Def.LOCAL, s.target);
  } else {
    visitExpr(st, s.target);
  }
  visitAnnotation(st, s.annotation);
  visitExpr(st, s.value);
}

/// CPython 3.14 Python/symtable.c symtable_visit_annotation; up to 3.13 annotations belong to the block itself.
function visitAnnotation(st: Symtable, annotation: Expr): void {
  const parent = st.current;
  if (!st.defersAnnotations) {
    visitExpr(st, annotation);
    return;
  }
  const conditional = parent.type === 'module' || (parent.type === 'class' && parent.inConditionalBlock);
  if (st.profile.defersAnnotations && conditional && !parent.hasConditionalAnnotations) {
    parent.hasConditionalAnnotations = true;
    st.define('__conditional_annotations__', Def.USE, annotation);
  }
  if (parent.annotationBlock === undefined) {
    const entry = st.enter('__annotate__', 'annotation', {}, annotation);
    parent.annotationBlock = entry;
    if (parent.type === 'class' && !st.future.annotations) {
      entry.canSeeClassScope = true;
      st.define('__classdict__', Def.USE, annotation);
    }
  } else {
    st.enterExisting(parent.annotationBlock);
  }
  const entry = st.current;
  entry.inUnevaluatedAnnotation = parent.type === 'function';
  visitExpr(st, annotation);
  entry.inUnevaluatedAnnotation = false;
  st.exit();
}

/// A function's annotations are in one block (symtable_visit_annotations).
export function visitAnnotations(st: Symtable, s: Location, args: Arguments, returns: Expr | undefined): void {
  if (!st.defersAnnotations) {
    for (const annotation of annotationsOf(args, returns)) visitExpr(st, annotation);
    return;
  }
  const parent: SymtableEntry = st.current;
  const seesClass = parent.canSeeClassScope || parent.type === 'class';
  const entry = st.enter('__annotate__', 'annotation', args, s);
  if (seesClass) {
    entry.canSeeClassScope = true;
    st.define('__classdict__', Def.USE, s);
  }
  for (const annotation of annotationsOf(args, returns)) {
    entry.annotationsUsed = true;
    visitExpr(st, annotation);
  }
  st.exit();
}

/// All annotations of a function.
function annotationsOf(args: Arguments, returns: Expr | undefined): Expr[] {
  const parameters: (Arg | undefined)[] = [...args.posonlyargs, ...args.args, args.vararg, args.kwarg, ...args.kwonlyargs];
  return [...parameters.map((arg) => arg?.annotation), returns].filter((annotation) => annotation !== undefined);
}
