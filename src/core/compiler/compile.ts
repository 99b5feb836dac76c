/// The compiler's entrance: an AST becomes a code object.
import type { Mod } from '../syntax/ast';
import type { SyntaxWarning } from '../syntax/errors';
import type { PythonVersion } from '../profile/profile';
import { profiles } from '../profile/versions';
import type { CodeObject } from './code';
import { Compiler } from './compiler';
import type { Location } from './instructions';
import { Opcode as Op } from './opcodes';
import { compileBody } from './classes';
import { visitExpr } from './expressions';
import { visitStmt } from './statements';
import { futureOf } from './futures';
import { Symtable } from './symtable';
import type { SymtableEntry } from './symtableEntry';
import { analyzeSymtable } from './symtableAnalysis';
import { visitModule } from './symtableStatements';
import { SyntaxErrorReporter } from './syntaxErrors';
import { WarningReporter, checkFinally } from './warnings';

export interface CompileOptions {
  /// co_filename, and the file of syntax errors.
  readonly filename: string;
  /// The source text: syntax errors quote their line of it.
  readonly source?: string;
  /// Default 3.14.
  readonly version?: PythonVersion;
  /// Called for each SyntaxWarning, in CPython's order.
  readonly onWarning?: (warning: SyntaxWarning) => void;
  /// Called with the symbol table's top block before it is analysed, which takes inlined comprehensions out.
  readonly onSymtable?: (top: SymtableEntry) => void;
}

/// Compiles a module, an interactive statement (whose expression statements are printed) or an expression.
/// Throws PythonSyntaxError; a RangeError if the source nests too deeply.
export function compile(mod: Mod, options: CompileOptions): CodeObject {
  const errors = new SyntaxErrorReporter(options.filename, options.source);
  const profile = profiles[options.version ?? '3.14'];
  const warnings = new WarningReporter(profile, options.onWarning);
  if (mod.kind !== 'Expression') checkFinally(warnings, mod.body);
  const symtable = new Symtable(mod, profile, futureOf(mod, errors), errors);
  visitModule(symtable, mod);
  options.onSymtable?.(symtable.top);
  analyzeSymtable(symtable);
  const c = new Compiler(symtable, profile, errors, warnings, options.filename, mod.kind === 'Interactive', {
    expr: visitExpr, stmt: visitStmt
  });
  c.enterScope(symtable.top, '<module>', 'module', 1);
  if (mod.kind === 'Expression') {
    c.expr(mod.body);
    return c.exitScope(false);
  }
  const loc: Location = mod.body[0] ?? { lineno: 1, end_lineno: 1, col_offset: 0, end_col_offset: 0 };
  if (symtable.top.hasConditionalAnnotations) {
    c.op(loc, Op.BUILD_SET, 0);
    c.nameOp(loc, Op.STORE_NAME, c.unit.names, '__conditional_annotations__');
  }
  compileBody(c, loc, mod.body, mod.kind === 'Interactive');
  return c.exitScope(true);
}
