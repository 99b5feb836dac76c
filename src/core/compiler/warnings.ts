/// Warnings about code that is legal and most likely wrong (CPython 3.14 Python/codegen.c check_*, codegen_check_compare).
import type { Compare, Expr, Stmt } from '../syntax/ast';
import type { SyntaxWarning } from '../syntax/errors';
import type { Profile } from '../profile/profile';
import { constantOf, foldedConstant } from './constantNodes';
import type { Location } from './instructions';

export class WarningReporter {
  /// Above 0 in the second copy of a `finally` body, which would warn again.
  disabled = 0;

  constructor(readonly profile: Profile, private readonly onWarning: ((warning: SyntaxWarning) => void) | undefined) {}

  warn(loc: Location, message: string): void {
    if (this.disabled === 0) this.onWarning?.({ category: 'SyntaxWarning', message, lineno: loc.lineno });
  }
}

/// The name of the type that an expression surely has.
function inferType(e: Expr): string | undefined {
  switch (e.kind) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'TemplateStr':
    case 'FormattedValue':
    case 'Interpolation':
      return 'str';
    case 'UnaryOp':
      return e.op === 'USub' ? inferType(e.operand) : undefined;
    case 'BinOp':
      return foldedConstant(e)?.type;
    case 'Constant': {
      const { type } = e.value;
      return type === 'None' ? 'NoneType' : type === 'Ellipsis' ? 'ellipsis' : type === 'True' || type === 'False' ? 'bool' : type;
    }
    default:
      return undefined;
  }
}

/// A literal that is no singleton: comparing its identity says nothing.
function isLiteral(w: WarningReporter, e: Expr): boolean {
  const value = w.profile.foldsConstantsInAst ? foldedConstant(e) : constantOf(e);
  if (value === undefined) return e.kind === 'Tuple' && e.elts.every((elt) => elt.kind === 'Constant');
  return value.type !== 'None' && value.type !== 'bool' && value.type !== 'Ellipsis';
}

/// `is` with a literal.
export function checkCompare(w: WarningReporter, e: Compare): void {
  let left = e.left;
  for (let i = 0; i < e.ops.length; i++) {
    const right = e.comparators[i]!;
    const op = e.ops[i]!;
    if ((op === 'Is' || op === 'IsNot') && (isLiteral(w, left) || isLiteral(w, right))) {
      const literal = isLiteral(w, left) ? left : right;
      const what = w.profile.warnsWithLiteralType ? `'${(w.profile.foldsConstantsInAst ? foldedConstant(literal)?.type : undefined) ?? inferType(literal)!}'` : 'a';
      w.warn(e, op === 'Is' ? `"is" with ${what} literal. Did you mean "=="?` : `"is not" with ${what} literal. Did you mean "!="?`);
      return;
    }
    left = right;
  }
}

const NEVER_CALLABLE: ReadonlySet<string> = new Set([
  'Constant', 'Tuple', 'List', 'ListComp', 'Dict', 'DictComp', 'Set', 'SetComp', 'GeneratorExp', 'JoinedStr', 'TemplateStr',
  'FormattedValue', 'Interpolation'
]);

/// A call of what cannot be called.
export function checkCaller(w: WarningReporter, func: Expr): void {
  if (!NEVER_CALLABLE.has(func.kind)) return;
  w.warn(func, `'${inferType(func)!}' object is not callable; perhaps you missed a comma?`);
}

const UNSUBSCRIPTABLE_CONSTANTS: ReadonlySet<string> = new Set(['None', 'Ellipsis', 'int', 'float', 'complex', 'True', 'False']);

/// An index into what has none, or of the wrong type.
export function checkSubscript(w: WarningReporter, value: Expr, index: Expr): void {
  const type = inferType(value);
  const constant = value.kind === 'Constant' ? value.value.type : undefined;
  const unsubscriptable =
    constant === undefined ? ['Set', 'SetComp', 'GeneratorExp', 'Lambda'].includes(value.kind) : UNSUBSCRIPTABLE_CONSTANTS.has(constant);
  if (unsubscriptable) w.warn(value, `'${type!}' object is not subscriptable; perhaps you missed a comma?`);
  const indexType = inferType(index);
  if (indexType === undefined || indexType === 'int' || indexType === 'bool') return;
  const takesIntegers =
    constant === 'str' || constant === 'bytes' ||
    ['Tuple', 'List', 'ListComp', 'JoinedStr', 'TemplateStr', 'FormattedValue', 'Interpolation'].includes(value.kind);
  if (takesIntegers) {
    w.warn(value, `${type!} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`);
  }
}

/// `assert (test, message)` is always true.
export function checkAssert(w: WarningReporter, s: Location, test: Expr): void {
  if (test.kind === 'Tuple' && test.elts.length > 0) w.warn(s, 'assertion is always true, perhaps remove parentheses?');
}

interface Around {
  readonly inFinally: boolean;
  readonly inFunction: boolean;
  readonly inLoop: boolean;
}

/// return, break and continue that leave a `finally` (PEP 765; CPython 3.14 Python/ast_preprocess.c).
export function checkFinally(w: WarningReporter, stmts: readonly Stmt[]): void {
  if (w.profile.warnsAboutFinally) visit(w, stmts, { inFinally: false, inFunction: false, inLoop: false });
}

/// What surrounds: the nearest function, loop or finally body counts.
function visit(w: WarningReporter, stmts: readonly Stmt[], around: Around): void {
  for (const s of stmts) {
    switch (s.kind) {
      case 'Return':
        if (around.inFinally && !around.inFunction) w.warn(s, "'return' in a 'finally' block");
        break;
      case 'Break':
      case 'Continue':
        if (around.inFinally && !around.inLoop) w.warn(s, `'${s.kind === 'Break' ? 'break' : 'continue'}' in a 'finally' block`);
        break;
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        visit(w, s.body, { inFinally: false, inFunction: true, inLoop: false });
        break;
      case 'For':
      case 'AsyncFor':
      case 'While':
        visit(w, s.body, { inFinally: false, inFunction: false, inLoop: true });
        visit(w, s.orelse, around);
        break;
      case 'Try':
      case 'TryStar':
        visit(w, s.body, around);
        for (const handler of s.handlers) visit(w, handler.body, around);
        visit(w, s.orelse, around);
        visit(w, s.finalbody, { inFinally: true, inFunction: false, inLoop: false });
        break;
      case 'If':
        visit(w, s.body, around);
        visit(w, s.orelse, around);
        break;
      case 'Match':
        for (const matchCase of s.cases) visit(w, matchCase.body, around);
        break;
      case 'With':
      case 'AsyncWith':
      case 'ClassDef':
        visit(w, s.body, around);
        break;
      default:
        break;
    }
  }
}
