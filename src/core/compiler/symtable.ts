/// First pass of the symbol table: who binds and uses which names (CPython 3.14 Python/symtable.c).
import type { Expr, Mod } from '../syntax/ast';
import type { Profile } from '../profile/profile';
import type { Location } from './instructions';
import type { SyntaxErrorReporter } from './syntaxErrors';
import { type BlockType, Def, SymtableEntry, maybeMangle } from './symtableEntry';

/// The features that `from __future__ import` switches on and that still matter.
export interface Future {
  readonly annotations: boolean;
  /// Line of the last such import at the top; 0 for none.
  readonly lastLine: number;
}

/// The table while it is built, and then for look-ups. Keys are AST nodes.
export class Symtable {
  private readonly blocks = new Map<object, SymtableEntry>();
  private readonly defaults = new Map<object, SymtableEntry>();
  readonly stack: SymtableEntry[] = [];
  /// The class whose name mangles private names.
  privateName: string | undefined = undefined;
  readonly top: SymtableEntry;

  constructor(
    mod: Mod, readonly profile: Profile, readonly future: Future, readonly errors: SyntaxErrorReporter
  ) {
    this.top = this.enter('top', 'module', mod, { lineno: 0, end_lineno: 0, col_offset: 0, end_col_offset: 0 });
  }

  get current(): SymtableEntry {
    return this.stack[this.stack.length - 1]!;
  }

  /// Annotations run later, in a function of their own (PEP 649), or are strings.
  get defersAnnotations(): boolean {
    return this.profile.defersAnnotations || this.future.annotations;
  }

  lookup(key: object): SymtableEntry {
    const entry = this.blocks.get(key);
    if (entry === undefined) throw new Error('unknown symbol table entry');
    return entry;
  }

  lookupOptional(key: object): SymtableEntry | undefined {
    return this.blocks.get(key);
  }

  /// The block of a type variable's default; its bound's block is under the node itself.
  lookupDefault(key: object): SymtableEntry {
    return this.defaults.get(key)!;
  }

  create(name: string, type: BlockType, key: object, loc: Location, isDefault = false): SymtableEntry {
    const entry = new SymtableEntry(name, type, loc);
    const outer = this.stack[this.stack.length - 1];
    entry.nested = outer !== undefined && (outer.nested || outer.isFunctionLike);
    entry.method = outer?.type === 'class' && type === 'function';
    (isDefault ? this.defaults : this.blocks).set(key, entry);
    return entry;
  }

  enterExisting(entry: SymtableEntry): void {
    const outer = this.stack[this.stack.length - 1];
    if (outer !== undefined) {
      entry.compIterExpr = outer.compIterExpr;
      if (outer.mangledNames !== undefined && entry.type !== 'class') entry.mangledNames = outer.mangledNames;
    }
    this.stack.push(entry);
    // Annotations that become strings bind and use nothing.
    const becomesStrings = this.future.annotations && entry.type === 'annotation';
    (becomesStrings ? outer?.stringAnnotations : outer?.children)?.push(entry);
  }

  enter(name: string, type: BlockType, key: object, loc: Location, isDefault = false): SymtableEntry {
    const entry = this.create(name, type, key, loc, isDefault);
    this.enterExisting(entry);
    if (type === 'annotation' || type === 'type variable' || type === 'type alias') {
      const parameter = this.profile.defersAnnotations ? '.format' : undefined;
      if (parameter !== undefined) {
        this.define(parameter, Def.PARAM, loc);
        this.define(parameter, Def.USE, loc);
      }
    }
    return entry;
  }

  exit(): void {
    this.stack.pop();
  }

  symbolOf(name: string, entry = this.current): number {
    return entry.symbol(maybeMangle(this.privateName, entry, name));
  }

  /// Records that `name` is defined or used as `flag` says; context decides about `__debug__`.
  define(name: string, flag: number, loc: Location, context: 'Load' | 'Store' | 'Del' = flag === Def.USE ? 'Load' : 'Store'): void {
    if ((flag & (Def.PARAM | Def.LOCAL | Def.IMPORT)) !== 0) this.checkName(name, loc, context);
    if ((flag & Def.TYPE_PARAM) !== 0) this.current.mangledNames?.add(name);
    this.defineIn(this.current, name, flag, loc);
  }

  defineIn(entry: SymtableEntry, name: string, flag: number, loc: Location): void {
    const mangled = maybeMangle(this.privateName, this.current, name);
    const known = entry.symbol(mangled);
    if ((flag & known & Def.PARAM) !== 0) this.errors.fail(loc, `duplicate argument '${name}' in function definition`);
    if ((flag & known & Def.TYPE_PARAM) !== 0) this.errors.fail(loc, `duplicate type parameter '${name}'`);
    let value = known | flag;
    if (entry.compIterTarget) {
      if ((value & (Def.GLOBAL | Def.NONLOCAL)) !== 0) {
        this.errors.fail(loc, `comprehension inner loop cannot rebind assignment expression target '${name}'`);
      }
      value |= Def.COMP_ITER;
    }
    entry.symbols.set(mangled, value);
    if ((flag & Def.PARAM) !== 0) entry.varnames.push(mangled);
    else if ((flag & Def.GLOBAL) !== 0) this.top.symbols.set(mangled, this.top.symbol(mangled) | flag);
  }

  checkName(name: string, loc: Location, context: 'Load' | 'Store' | 'Del'): void {
    if (name !== '__debug__' || context === 'Load') return;
    this.errors.fail(loc, `cannot ${context === 'Store' ? 'assign to' : 'delete'} __debug__`);
  }

  directive(name: string, loc: Location): void {
    this.current.directives.push({ name: maybeMangle(this.privateName, this.current, name), loc });
  }

  /// Runs `visit` as what may not run.
  conditionally(visit: () => void): void {
    const entry = this.current;
    const before = entry.inConditionalBlock;
    entry.inConditionalBlock = true;
    visit();
    entry.inConditionalBlock = before;
  }

  get isAsyncFunction(): boolean {
    return this.current.type === 'function' && this.current.coroutine;
  }

  /// Yield, await and := are not allowed in annotations, type variables and type aliases.
  rejectInAnnotation(what: string, e: Expr): void {
    const { type, scopeInfo } = this.current;
    const where =
      type === 'annotation' ? 'an annotation'
      : type === 'type variable' ? scopeInfo
      : type === 'type alias' ? 'a type alias'
      : type === 'type parameters' ? 'the definition of a generic'
      : undefined;
    if (where !== undefined) this.errors.fail(e, `${what} cannot be used within ${where}`);
  }
}
