/// What all of code generation uses: the stack of units, emitting instructions, names and errors
/// (CPython 3.14 Python/compile.c).
import type { Expr, ExprContext, Stmt } from '../syntax/ast';
import type { Profile } from '../profile/profile';
import type { CodeObject, Const } from './code';
import { ConstCache, ConstTable } from './constants';
import { assemble } from './assemble';
import { type Label, type Location, NO_LOCATION, Pseudo } from './instructions';
import { Opcode as Op } from './opcodes';
import type { Symtable } from './symtable';
import { Scope, type SymtableEntry, mangle, maybeMangle } from './symtableEntry';
import type { SyntaxErrorReporter } from './syntaxErrors';
import type { WarningReporter } from './warnings';
import { type ArgCounts, CompilerUnit, type FrameBlock, type NameTable, type ScopeType } from './unit';
import { NONE } from './constants';
import { foldedConstant } from './constantNodes';

const NO_ARGS: ArgCounts = { argcount: 0, posonlyargcount: 0, kwonlyargcount: 0 };
const MAX_EXPRESSION_DEPTH = 5000;

/// The visitors, given by the module that knows all constructs.
export interface Visitors {
  readonly expr: (c: Compiler, e: Expr) => void;
  readonly stmt: (c: Compiler, s: Stmt) => void;
}

const LOAD_OPS = { Load: Op.LOAD_FAST, Store: Op.STORE_FAST, Del: Op.DELETE_FAST } as const;
const DEREF_OPS = { Load: Op.LOAD_DEREF, Store: Op.STORE_DEREF, Del: Op.DELETE_DEREF } as const;
const GLOBAL_OPS = { Load: Op.LOAD_GLOBAL, Store: Op.STORE_GLOBAL, Del: Op.DELETE_GLOBAL } as const;
const NAME_OPS = { Load: Op.LOAD_NAME, Store: Op.STORE_NAME, Del: Op.DELETE_NAME } as const;

/// Expressions that may be constants without being literals.
const FOLDED_KINDS: ReadonlySet<string> = new Set(['Tuple', 'UnaryOp', 'BinOp', 'Subscript']);

export class Compiler {
  private readonly units: CompilerUnit[] = [];
  private readonly cache = new ConstCache();
  private depth = 0;
  unit!: CompilerUnit;

  constructor(
    readonly symtable: Symtable, readonly profile: Profile, readonly errors: SyntaxErrorReporter,
    readonly warnings: WarningReporter, private readonly filename: string, readonly interactive: boolean, private readonly visitors: Visitors
  ) {}

  expr(e: Expr): void {
    if (++this.depth > MAX_EXPRESSION_DEPTH) throw new RangeError('Maximum compiler depth exceeded');
    const folded = this.profile.foldsConstantsInAst && FOLDED_KINDS.has(e.kind) ? foldedConstant(e) : undefined;
    if (folded === undefined) this.visitors.expr(this, e);
    else this.loadConst(e, folded);
    this.depth--;
  }

  exprs(list: readonly Expr[]): void {
    for (const e of list) this.expr(e);
  }

  stmts(list: readonly Stmt[]): void {
    for (const s of list) this.visitors.stmt(this, s);
  }

  get entry(): SymtableEntry {
    return this.unit.entry;
  }

  fail(loc: Location, message: string): never {
    return this.errors.fail(loc, message);
  }

  // --- instructions ---

  op(loc: Location, op: number, arg = 0): void {
    this.unit.sequence.add(op, arg, loc);
  }

  jump(loc: Location, op: number, label: Label): void {
    this.unit.sequence.add(op, label, loc);
  }

  label(): Label {
    return this.unit.sequence.newLabel();
  }

  use(label: Label): void {
    this.unit.sequence.useLabel(label);
  }

  loadConst(loc: Location, value: Const): void {
    this.op(loc, Op.LOAD_CONST, this.unit.consts.add(value));
  }

  /// An instruction about `name`, which is mangled and entered in `table`; the argument is its index times `scale` plus `flags`.
  nameOp(loc: Location, op: number, table: NameTable, name: string, scale = 1, flags = 0): void {
    this.op(loc, op, table.add(this.maybeMangle(name)) * scale + flags);
  }

  maybeMangle(name: string): string {
    return maybeMangle(this.unit.privateName, this.entry, name);
  }

  mangle(name: string): string {
    return mangle(this.unit.privateName, name);
  }

  /// Loads, stores or deletes a variable (CPython 3.14 Python/codegen.c codegen_nameop).
  variable(loc: Location, name: string, context: ExprContext): void {
    const { unit } = this;
    const mangled = this.maybeMangle(name);
    const { entry } = unit;
    const scope = entry.scope(mangled);
    const isFast = scope === Scope.LOCAL && (entry.isFunctionLike || unit.fastHidden.get(mangled) === true);
    if (isFast) {
      this.op(loc, LOAD_OPS[context], unit.varnames.add(mangled));
    } else if (scope === Scope.FREE || scope === Scope.CELL) {
      const index = (scope === Scope.FREE ? unit.freevars : unit.cellvars).add(mangled);
      this.op(loc, this.derefOp(loc, context), index);
    } else if (scope === Scope.GLOBAL_EXPLICIT || (scope === Scope.GLOBAL_IMPLICIT && entry.isFunctionLike)) {
      const index = unit.names.add(mangled);
      if (context === 'Load' && entry.canSeeClassScope && scope === Scope.GLOBAL_IMPLICIT) {
        this.loadClassdict(loc);
        this.op(loc, Op.LOAD_FROM_DICT_OR_GLOBALS, index);
      } else {
        this.op(loc, GLOBAL_OPS[context], context === 'Load' ? index * 2 : index);
      }
    } else {
      const index = unit.names.add(mangled);
      const inlinedInClass = context === 'Load' && entry.type === 'class' && unit.inlinedComprehensions > 0;
      this.op(loc, inlinedInClass ? Op.LOAD_GLOBAL : NAME_OPS[context], inlinedInClass ? index * 2 : index);
    }
  }

  private derefOp(loc: Location, context: ExprContext): number {
    if (context !== 'Load') return DEREF_OPS[context];
    if (this.entry.type === 'class' && this.unit.inlinedComprehensions === 0) {
      this.op(loc, Op.LOAD_LOCALS);
      return Op.LOAD_FROM_DICT_OR_DEREF;
    }
    if (this.entry.canSeeClassScope) {
      this.loadClassdict(loc);
      return Op.LOAD_FROM_DICT_OR_DEREF;
    }
    return Op.LOAD_DEREF;
  }

  private loadClassdict(loc: Location): void {
    this.op(loc, Op.LOAD_DEREF, this.unit.freevars.add('__classdict__'));
  }

  // --- frame blocks ---

  pushBlock(block: FrameBlock): void {
    if (this.unit.frameBlocks.length >= this.profile.mostFrameBlocks) this.fail(block.loc, 'too many statically nested blocks');
    this.unit.frameBlocks.push(block);
    if (block.type === 'finally end') this.warnings.disabled++;
  }

  popBlock(): void {
    if (this.unit.frameBlocks.pop()?.type === 'finally end') this.warnings.disabled--;
  }

  /// Runs `body` as what may not run, for conditional annotations.
  conditionally(body: () => void): void {
    this.unit.conditionalBlocks++;
    body();
    this.unit.conditionalBlocks--;
  }

  // --- scopes ---

  enterScope(
    entry: SymtableEntry, name: string, scopeType: ScopeType, firstlineno: number, args: ArgCounts = NO_ARGS, privateName?: string
  ): void {
    const outer = this.units[this.units.length - 1];
    const unit = new CompilerUnit(
      entry, name, scopeType, firstlineno, privateName ?? outer?.privateName, args, new ConstTable(this.cache, this.profile.loadsSmallInts)
    );
    this.units.push(unit);
    this.unit = unit;
    if (scopeType !== 'module') this.setQualname(unit);
    const line = scopeType === 'module' ? 0 : firstlineno;
    const loc = { lineno: line, end_lineno: firstlineno, col_offset: 0, end_col_offset: 0 };
    this.op(loc, Op.RESUME, 0);
    if (scopeType === 'module') this.op(loc, Pseudo.ANNOTATIONS_PLACEHOLDER);
  }

  /// CPython 3.14 Python/compile.c compiler_set_qualname.
  private setQualname(unit: CompilerUnit): void {
    const around = this.units.length - 1;
    if (around < 2) return;
    let parent = this.units[around - 1]!;
    if (parent.scopeType === 'annotations') {
      if (around === 2) return;
      parent = this.units[around - 2]!;
    }
    const definesName = unit.scopeType === 'function' || unit.scopeType === 'async function' || unit.scopeType === 'class';
    if (definesName && parent.entry.scope(mangle(parent.privateName, unit.name)) === Scope.GLOBAL_EXPLICIT) return;
    const isFunction = parent.scopeType === 'function' || parent.scopeType === 'async function' || parent.scopeType === 'lambda';
    unit.qualname = `${parent.qualname}${isFunction ? '.<locals>' : ''}.${unit.name}`;
  }

  /// Ends the unit: its code object, with a return at the end, of None if `addNone`.
  exitScope(addNone: boolean): CodeObject {
    const { unit } = this;
    const { instructions, labels } = unit.sequence;
    if (this.profile.alwaysReturnsAtEnd || instructions.at(-1)?.op !== Op.RETURN_VALUE || labels.includes(instructions.length)) {
      if (addNone) this.loadConst(NO_LOCATION, NONE);
      this.op(NO_LOCATION, Op.RETURN_VALUE);
    }
    const code = assemble(unit, this.profile, this.filename, this.symtable.future.annotations);
    this.units.pop();
    const outer = this.units[this.units.length - 1];
    if (outer === undefined) return code;
    this.unit = outer;
    outer.heldSteps.push('code');
    return code;
  }

  /// The innermost class around `self.x = …`; undefined outside classes.
  get enclosingClass(): CompilerUnit | undefined {
    for (let i = this.units.length - 2; i >= 0; i--) {
      if (this.units[i]!.scopeType === 'class') return this.units[i];
    }
    return undefined;
  }

  get isTopLevel(): boolean {
    return this.units.length === 1;
  }

  /// The scope of `name` as closures see it (_PyCompile_GetRefType).
  refType(name: string): number {
    const isClassCell = name === '__class__' || name === '__classdict__' || name === '__conditional_annotations__';
    return this.unit.scopeType === 'class' && isClassCell ? Scope.CELL : this.entry.scope(name);
  }
}
