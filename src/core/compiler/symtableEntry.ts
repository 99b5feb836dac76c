/// One block of the symbol table (CPython 3.14 Include/internal/pycore_symtable.h).
import type { Location } from './instructions';

/// How a name is used in a block; the scope, once known, stands above SCOPE_OFFSET.
export const Def = {
  GLOBAL: 1,
  LOCAL: 2,
  PARAM: 4,
  NONLOCAL: 8,
  USE: 16,
  FREE_CLASS: 64,
  IMPORT: 128,
  ANNOT: 256,
  COMP_ITER: 512,
  TYPE_PARAM: 1024,
  COMP_CELL: 2048
} as const;

export const DEF_BOUND = Def.LOCAL | Def.PARAM | Def.IMPORT | Def.TYPE_PARAM;

export const Scope = { UNKNOWN: 0, LOCAL: 1, GLOBAL_EXPLICIT: 2, GLOBAL_IMPLICIT: 3, FREE: 4, CELL: 5 } as const;

export const SCOPE_OFFSET = 12;

export type BlockType =
  | 'function' | 'class' | 'module' | 'annotation' | 'type variable' | 'type alias' | 'type parameters';

export type ComprehensionType = 'list' | 'set' | 'dict' | 'generator';

export class SymtableEntry {
  readonly symbols = new Map<string, number>();
  /// Parameters, in order.
  readonly varnames: string[] = [];
  readonly children: SymtableEntry[] = [];
  /// Blocks of annotations that become strings, each time one is entered.
  readonly stringAnnotations: SymtableEntry[] = [];
  /// Where global and nonlocal statements name a name.
  readonly directives: { readonly name: string; readonly loc: Location }[] = [];
  /// In a generic class's parameter block: the only names that are mangled.
  mangledNames: Set<string> | undefined = undefined;
  nested = false;
  generator = false;
  coroutine = false;
  varargs = false;
  varkeywords = false;
  annotationsUsed = false;
  comprehension: ComprehensionType | undefined = undefined;
  needsClassClosure = false;
  needsClassdict = false;
  compInlined = false;
  /// While a comprehension's target is visited.
  compIterTarget = false;
  /// Depth of comprehension iterables around what is visited.
  compIterExpr = 0;
  canSeeClassScope = false;
  hasDocstring = false;
  method = false;
  hasConditionalAnnotations = false;
  inConditionalBlock = false;
  inUnevaluatedAnnotation = false;
  annotationBlock: SymtableEntry | undefined = undefined;
  /// What a type variable block is, for error texts.
  scopeInfo = '';

  constructor(readonly name: string, readonly type: BlockType, readonly loc: Location) {}

  get isFunctionLike(): boolean {
    return this.type !== 'class' && this.type !== 'module';
  }

  symbol(name: string): number {
    return this.symbols.get(name) ?? 0;
  }

  /// A Scope.
  scope(name: string): number {
    return this.symbol(name) >> SCOPE_OFFSET;
  }
}

/// Name mangling: `__private` becomes `_classname__private` (CPython 3.14 Python/symtable.c _Py_Mangle).
export function mangle(privateName: string | undefined, name: string): string {
  if (privateName === undefined || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = privateName.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/// As mangle, but in the parameter block of a generic class only for its type parameters.
export function maybeMangle(privateName: string | undefined, entry: SymtableEntry, name: string): string {
  if (entry.mangledNames !== undefined && !entry.mangledNames.has(name)) return name;
  return mangle(privateName, name);
}
