/// The symbol table's visit of expressions.
import type { Arguments, Comprehension, Expr, GeneratorExp, ListComp, NamedExpr, SetComp, DictComp } from '../syntax/ast';
import { Def } from './symtableEntry';
import type { Symtable } from './symtable';

/// Skips what is left out.
export function visitExprs(st: Symtable, exprs: readonly (Expr | undefined)[]): void {
  for (const e of exprs) visitExpr(st, e);
}

/// CPython 3.14 Python/symtable.c symtable_visit_expr.
export function visitExpr(st: Symtable, e: Expr | undefined): void {
  if (e === undefined) return;
  switch (e.kind) {
    case 'NamedExpr':
      st.rejectInAnnotation('named expression', e);
      visitNamedExpr(st, e);
      break;
    case 'BoolOp':
      visitExprs(st, e.values);
      break;
    case 'BinOp':
      visitExprs(st, [e.left, e.right]);
      break;
    case 'UnaryOp':
      visitExpr(st, e.operand);
      break;
    case 'Lambda':
      visitExprs(st, e.args.defaults);
      visitExprs(st, e.args.kw_defaults);
      st.enter('lambda', 'function', e, e);
      visitArguments(st, e.args);
      visitExpr(st, e.body);
      st.exit();
      break;
    case 'IfExp':
      visitExprs(st, [e.test, e.body, e.orelse]);
      break;
    case 'Dict':
      visitExprs(st, e.keys);
      visitExprs(st, e.values);
      break;
    case 'Set':
    case 'List':
    case 'Tuple':
      visitExprs(st, e.elts);
      break;
    case 'GeneratorExp':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      visitComprehensionScope(st, e);
      break;
    case 'Yield':
    case 'YieldFrom':
      st.rejectInAnnotation('yield expression', e);
      visitExpr(st, e.value);
      st.current.generator = true;
      if (st.current.comprehension !== undefined) {
        const what = st.current.comprehension === 'generator' ? 'generator expression' : `${st.current.comprehension} comprehension`;
        st.errors.fail(e, `'yield' inside ${what}`);
      }
      break;
    case 'Await':
      st.rejectInAnnotation('await expression', e);
      if (!st.current.isFunctionLike) st.errors.fail(e, "'await' outside function");
      if (!st.isAsyncFunction && st.current.comprehension === undefined) st.errors.fail(e, "'await' outside async function");
      visitExpr(st, e.value);
      st.current.coroutine = true;
      break;
    case 'Compare':
      visitExpr(st, e.left);
      visitExprs(st, e.comparators);
      break;
    case 'Call':
      visitExpr(st, e.func);
      visitExprs(st, e.args);
      for (const keyword of e.keywords) if (keyword.arg !== undefined) st.checkName(keyword.arg, keyword, 'Store');
      for (const keyword of e.keywords) visitExpr(st, keyword.value);
      break;
    case 'FormattedValue':
    case 'Interpolation':
      visitExprs(st, [e.value, e.format_spec]);
      break;
    case 'JoinedStr':
    case 'TemplateStr':
      visitExprs(st, e.values);
      break;
    case 'Constant':
      break;
    case 'Attribute':
      st.checkName(e.attr, e, e.ctx);
      visitExpr(st, e.value);
      break;
    case 'Subscript':
      visitExprs(st, [e.value, e.slice]);
      break;
    case 'Starred':
      visitExpr(st, e.value);
      break;
    case 'Slice':
      visitExprs(st, [e.lower, e.upper, e.step]);
      break;
    case 'Name':
      if (st.current.inUnevaluatedAnnotation || (e.id === '__debug__' && e.ctx === 'Load')) break;
      st.define(e.id, e.ctx === 'Load' ? Def.USE : Def.LOCAL, e, e.ctx);
      // super() reads __class__.
      if (e.ctx === 'Load' && e.id === 'super' && st.current.isFunctionLike) st.define('__class__', Def.USE, e);
      break;
  }
}

/// Parameters, in the order of their slots.
export function visitArguments(st: Symtable, args: Arguments): void {
  for (const arg of [...args.posonlyargs, ...args.args, ...args.kwonlyargs]) st.define(arg.arg, Def.PARAM, arg);
  if (args.vararg !== undefined) {
    st.define(args.vararg.arg, Def.PARAM, args.vararg);
    st.current.varargs = true;
  }
  if (args.kwarg !== undefined) {
    st.define(args.kwarg.arg, Def.PARAM, args.kwarg);
    st.current.varkeywords = true;
  }
}

/// `:=` (symtable_handle_namedexpr).
function visitNamedExpr(st: Symtable, e: NamedExpr): void {
  if (st.current.compIterExpr > 0) {
    st.errors.fail(e, 'assignment expression cannot be used in a comprehension iterable expression');
  }
  if (st.current.comprehension !== undefined) extendNamedExprScope(st, e);
  visitExpr(st, e.value);
  visitExpr(st, e.target);
}

/// `:=` in a comprehension binds in the nearest function or module (symtable_extend_namedexpr_scope).
function extendNamedExprScope(st: Symtable, e: NamedExpr): void {
  const { target } = e;
  const name = target.id;
  for (let i = st.stack.length - 1; i >= 0; i--) {
    const entry = st.stack[i]!;
    const symbol = st.symbolOf(name, entry);
    if (entry.comprehension !== undefined) {
      if ((symbol & Def.COMP_ITER) !== 0 && (symbol & Def.LOCAL) !== 0) {
        st.errors.fail(target, `assignment expression cannot rebind comprehension iteration variable '${name}'`);
      }
      continue;
    }
    if (entry.type === 'function' || entry.type === 'module') {
      const isGlobal = entry.type === 'module' || (symbol & Def.GLOBAL) !== 0;
      st.define(name, isGlobal ? Def.GLOBAL : Def.NONLOCAL, target);
      st.directive(name, target);
      st.defineIn(entry, name, entry.type === 'module' ? Def.GLOBAL : Def.LOCAL, target);
      return;
    }
    const where =
      entry.type === 'class' ? 'cannot be used in a class body'
      : entry.type === 'type variable' ? 'cannot be used in a TypeVar bound'
      : entry.type === 'type alias' ? 'cannot be used in a type alias'
      : entry.type === 'type parameters' ? 'cannot be used within the definition of a generic'
      : undefined;
    if (where !== undefined) st.errors.fail(target, `assignment expression within a comprehension ${where}`);
  }
}

/// A `for` of a comprehension after the first.
function visitGenerator(st: Symtable, generator: Comprehension): void {
  const entry = st.current;
  entry.compIterTarget = true;
  visitExpr(st, generator.target);
  entry.compIterTarget = false;
  entry.compIterExpr++;
  visitExpr(st, generator.iter);
  entry.compIterExpr--;
  visitExprs(st, generator.ifs);
  if (generator.is_async) entry.coroutine = true;
}

/// CPython 3.14 Python/symtable.c symtable_handle_comprehension.
function visitComprehensionScope(st: Symtable, e: GeneratorExp | ListComp | SetComp | DictComp): void {
  const outermost = e.generators[0]!;
  st.current.compIterExpr++;
  visitExpr(st, outermost.iter);
  st.current.compIterExpr--;
  const type = e.kind === 'ListComp' ? 'list' : e.kind === 'SetComp' ? 'set' : e.kind === 'DictComp' ? 'dict' : 'generator';
  const name = type === 'generator' ? 'genexpr' : `${type}comp`;
  const entry = st.enter(name, 'function', e, e);
  entry.comprehension = type;
  if (outermost.is_async) entry.coroutine = true;
  st.define('.0', Def.PARAM, e);
  entry.compIterTarget = true;
  visitExpr(st, outermost.target);
  entry.compIterTarget = false;
  visitExprs(st, outermost.ifs);
  for (const generator of e.generators.slice(1)) visitGenerator(st, generator);
  if (e.kind === 'DictComp') {
    visitExprs(st, [e.value, e.key]);
  } else {
    visitExpr(st, e.elt);
  }
  entry.generator = type === 'generator';
  const isAsync = entry.coroutine && type !== 'generator';
  st.exit();
  if (!isAsync) return;
  if (!st.isAsyncFunction && st.current.comprehension === undefined) {
    st.errors.fail(e, 'asynchronous comprehension outside of an asynchronous function');
  }
  st.current.coroutine = true;
}
