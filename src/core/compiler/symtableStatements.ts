/// The symbol table's visit of statements.
import type { Alias, AsyncFunctionDef, ClassDef, Expr, FunctionDef, Mod, Stmt, TypeAlias, TypeParam } from '../syntax/ast';
import type { Location } from './instructions';
import { Def } from './symtableEntry';
import type { Symtable } from './symtable';
import { visitArguments, visitExpr, visitExprs } from './symtableExpressions';
import { visitAnnAssign, visitAnnotations } from './symtableAnnotations';
import { visitPattern } from './symtablePatterns';
import { docstringOf } from './docstring';

/// Visits everything, and leaves the module block.
export function visitModule(st: Symtable, mod: Mod): void {
  if (mod.kind === 'Expression') {
    visitExpr(st, mod.body);
  } else {
    st.current.hasDocstring = mod.kind === 'Module' && docstringOf(mod.body) !== undefined;
    visitStmts(st, mod.body);
  }
  st.exit();
}

/// One after the other.
function visitStmts(st: Symtable, stmts: readonly Stmt[]): void {
  for (const s of stmts) visitStmt(st, s);
}

/// CPython 3.14 Python/symtable.c symtable_visit_stmt.
function visitStmt(st: Symtable, s: Stmt): void {
  switch (s.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      visitFunction(st, s);
      break;
    case 'ClassDef':
      visitClass(st, s);
      break;
    case 'TypeAlias':
      visitTypeAlias(st, s);
      break;
    case 'Return':
    case 'Expr':
      visitExpr(st, s.value);
      break;
    case 'Delete':
      visitExprs(st, s.targets);
      break;
    case 'Assign':
      visitExprs(st, s.targets);
      visitExpr(st, s.value);
      break;
    case 'AnnAssign':
      visitAnnAssign(st, s);
      break;
    case 'AugAssign':
      visitExprs(st, [s.target, s.value]);
      break;
    case 'AsyncFor':
    case 'For':
      if (s.kind === 'AsyncFor' && !st.current.coroutine) st.errors.fail(s, "'async for' outside async function");
      visitExprs(st, [s.target, s.iter]);
      st.conditionally(() => visitStmts(st, [...s.body, ...s.orelse]));
      break;
    case 'While':
    case 'If':
      visitExpr(st, s.test);
      st.conditionally(() => visitStmts(st, [...s.body, ...s.orelse]));
      break;
    case 'Match':
      visitExpr(st, s.subject);
      st.conditionally(() => {
        for (const matchCase of s.cases) {
          visitPattern(st, matchCase.pattern);
          visitExpr(st, matchCase.guard);
          visitStmts(st, matchCase.body);
        }
      });
      break;
    case 'Raise':
      visitExprs(st, [s.exc, s.cause]);
      break;
    case 'Try':
    case 'TryStar':
      st.conditionally(() => {
        visitStmts(st, s.body);
        for (const handler of s.handlers) {
          visitExpr(st, handler.type);
          if (handler.name !== undefined) st.define(handler.name, Def.LOCAL, handler);
          visitStmts(st, handler.body);
        }
        visitStmts(st, [...s.orelse, ...s.finalbody]);
      });
      break;
    case 'Assert':
      visitExprs(st, [s.test, s.msg]);
      break;
    case 'Import':
      for (const alias of s.names) visitAlias(st, alias);
      break;
    case 'ImportFrom':
      for (const alias of s.names) visitAlias(st, alias);
      if (s.module === '__future__' && s.level === 0 && s.lineno > st.future.lastLine) {
        st.errors.fail(s, 'from __future__ imports must occur at the beginning of the file');
      }
      break;
    case 'Global':
      visitDirective(st, s.names, 'global', Def.GLOBAL, s);
      break;
    case 'Nonlocal':
      visitDirective(st, s.names, 'nonlocal', Def.NONLOCAL, s);
      break;
    case 'AsyncWith':
    case 'With':
      if (s.kind === 'AsyncWith' && !st.current.coroutine) st.errors.fail(s, "'async with' outside async function");
      st.conditionally(() => {
        for (const item of s.items) visitExprs(st, [item.context_expr, item.optional_vars]);
        visitStmts(st, s.body);
      });
      break;
    case 'Pass':
    case 'Break':
    case 'Continue':
      break;
  }
}

/// A name must not be used or bound before it is declared.
function visitDirective(st: Symtable, names: readonly string[], word: string, flag: number, loc: Location): void {
  for (const name of names) {
    const symbol = st.symbolOf(name);
    if ((symbol & Def.PARAM) !== 0) st.errors.fail(loc, `name '${name}' is parameter and ${word}`);
    if ((symbol & Def.USE) !== 0) st.errors.fail(loc, `name '${name}' is used prior to ${word} declaration`);
    if ((symbol & Def.ANNOT) !== 0) st.errors.fail(loc, `annotated name '${name}' can't be ${word}`);
    if ((symbol & Def.LOCAL) !== 0) st.errors.fail(loc, `name '${name}' is assigned to before ${word} declaration`);
    st.define(name, flag, loc);
    st.directive(name, loc);
  }
}

/// Binds the first part of a dotted name, or what follows `as`.
function visitAlias(st: Symtable, alias: Alias): void {
  const name = alias.asname ?? alias.name;
  if (name === '*') {
    if (st.current.type !== 'module') st.errors.fail(alias, 'import * only allowed at module level');
    return;
  }
  st.define(name.split('.', 1)[0]!, Def.IMPORT, alias);
}

/// The block around a generic function, class or alias (symtable_enter_type_param_block).
function enterTypeParams(st: Symtable, name: string, params: readonly TypeParam[], loc: Location): void {
  const inClass = st.current.type === 'class';
  const entry = st.enter(name, 'type parameters', params, loc);
  if (!inClass) return;
  entry.canSeeClassScope = true;
  st.define('__classdict__', Def.USE, loc);
}

/// Defaults, decorators and annotations belong to the block around.
function visitFunction(st: Symtable, s: FunctionDef | AsyncFunctionDef): void {
  st.define(s.name, Def.LOCAL, s);
  visitExprs(st, s.args.defaults);
  visitExprs(st, s.args.kw_defaults);
  visitExprs(st, s.decorator_list);
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParams(st, s.name, s.type_params, s);
    // CPython's list of defaults is never NULL, so that this parameter is there even if it is not passed.
    st.define('.defaults', Def.PARAM, s);
    if (s.args.kw_defaults.some((value) => value !== undefined)) st.define('.kwdefaults', Def.PARAM, s);
    for (const param of s.type_params) visitTypeParam(st, param);
  }
  const entry = st.create(s.name, 'function', s, s);
  entry.hasDocstring = docstringOf(s.body) !== undefined;
  visitAnnotations(st, s, s.args, s.returns);
  st.enterExisting(entry);
  if (s.kind === 'AsyncFunctionDef') entry.coroutine = true;
  visitArguments(st, s.args);
  visitStmts(st, s.body);
  st.exit();
  if (generic) st.exit();
}

/// Bases and keywords too.
function visitClass(st: Symtable, s: ClassDef): void {
  st.define(s.name, Def.LOCAL, s);
  visitExprs(st, s.decorator_list);
  const outerPrivate = st.privateName;
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParams(st, s.name, s.type_params, s);
    for (const name of ['.type_params', '.generic_base']) {
      st.define(name, Def.LOCAL, s);
      st.define(name, Def.USE, s);
    }
    st.privateName = s.name;
    st.current.mangledNames = new Set();
    for (const param of s.type_params) visitTypeParam(st, param);
  }
  visitExprs(st, s.bases);
  for (const keyword of s.keywords) if (keyword.arg !== undefined) st.checkName(keyword.arg, keyword, 'Store');
  for (const keyword of s.keywords) visitExpr(st, keyword.value);
  const entry = st.enter(s.name, 'class', s, s);
  st.privateName = s.name;
  if (generic) {
    st.define('__type_params__', Def.LOCAL, s);
    st.define('.type_params', Def.USE, s);
  }
  entry.hasDocstring = docstringOf(s.body) !== undefined;
  visitStmts(st, s.body);
  st.exit();
  if (generic) st.exit();
  st.privateName = outerPrivate;
}

/// Its value is in a block of its own: it is evaluated later.
function visitTypeAlias(st: Symtable, s: TypeAlias): void {
  visitExpr(st, s.name);
  const inClass = st.current.type === 'class';
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParams(st, s.name.id, s.type_params, s);
    for (const param of s.type_params) visitTypeParam(st, param);
  }
  st.enter(s.name.id, 'type alias', s, s).canSeeClassScope = inClass;
  if (inClass) st.define('__classdict__', Def.USE, s.value);
  visitExpr(st, s.value);
  st.exit();
  if (generic) st.exit();
}

/// Binds the name; bound and default are evaluated later.
function visitTypeParam(st: Symtable, param: TypeParam): void {
  st.define(param.name, Def.TYPE_PARAM | Def.LOCAL, param);
  if (param.kind === 'TypeVar') {
    visitBoundOrDefault(st, param.bound, param, param.bound?.kind === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound', false);
  }
  visitBoundOrDefault(st, param.default_value, param, `a ${param.kind} default`, true);
}

/// A block for an expression that is evaluated later.
function visitBoundOrDefault(
  st: Symtable, e: Expr | undefined, param: TypeParam, scopeInfo: string, isDefault: boolean
): void {
  if (param.name === '__classdict__') {
    st.errors.fail(param, `reserved name '${param.name}' cannot be used for type parameter`);
  }
  if (e === undefined) return;
  const inClass = st.current.canSeeClassScope;
  const entry = st.enter(param.name, 'type variable', param, e, isDefault);
  entry.canSeeClassScope = inClass;
  if (inClass) st.define('__classdict__', Def.USE, e);
  entry.scopeInfo = scopeInfo;
  visitExpr(st, e);
  st.exit();
}
