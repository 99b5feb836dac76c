/// Second pass of the symbol table: the scope of every name (CPython 3.14 Python/symtable.c symtable_analyze).
import { DEF_BOUND, Def, SCOPE_OFFSET, Scope, type SymtableEntry } from './symtableEntry';
import type { Symtable } from './symtable';

/// Names that a block sees from around it. `bound` is undefined at module level.
interface Visible {
  readonly bound: Set<string> | undefined;
  readonly global: Set<string>;
  readonly typeParams: Set<string>;
  readonly classEntry: SymtableEntry | undefined;
}

const SCOPE_MASK = (1 << SCOPE_OFFSET) - 1;
const CLASS_NAMES = ['__class__', '__classdict__', '__conditional_annotations__'] as const;
const isClassName = (name: string): boolean => CLASS_NAMES.some(known => known === name);

/// Sets the scope in every symbol of every block.
export function analyzeSymtable(st: Symtable): void {
  analyzeBlock(st, st.top, { bound: undefined, global: new Set(), typeParams: new Set(), classEntry: undefined }, new Set());
}

/// The error is where the global or nonlocal statement is (error_at_directive).
function failAtDirective(st: Symtable, entry: SymtableEntry, name: string, message: string): never {
  const directive = entry.directives.find((candidate) => candidate.name === name);
  return st.errors.fail(directive?.loc ?? entry.loc, message);
}

/// The scope of one name; adds to `local`, `free` and `visible` what it brings about (analyze_name).
function analyzeName(
  st: Symtable, entry: SymtableEntry, name: string, flags: number, visible: Visible, local: Set<string>, free: Set<string>
): number {
  const { bound, global, typeParams, classEntry } = visible;
  if ((flags & Def.GLOBAL) !== 0) {
    if ((flags & Def.NONLOCAL) !== 0) failAtDirective(st, entry, name, `name '${name}' is nonlocal and global`);
    global.add(name);
    bound?.delete(name);
    return Scope.GLOBAL_EXPLICIT;
  }
  if ((flags & Def.NONLOCAL) !== 0) {
    if (bound === undefined) failAtDirective(st, entry, name, 'nonlocal declaration not allowed at module level');
    if (!bound.has(name)) failAtDirective(st, entry, name, `no binding for nonlocal '${name}' found`);
    if (typeParams.has(name)) {
      failAtDirective(st, entry, name, `nonlocal binding not allowed for type parameter '${name}'`);
    }
    free.add(name);
    return Scope.FREE;
  }
  if ((flags & DEF_BOUND) !== 0) {
    local.add(name);
    global.delete(name);
    if ((flags & Def.TYPE_PARAM) !== 0) typeParams.add(name);
    else typeParams.delete(name);
    return Scope.LOCAL;
  }
  if (classEntry !== undefined) {
    const classFlags = classEntry.symbol(name);
    if ((classFlags & Def.GLOBAL) !== 0) return Scope.GLOBAL_EXPLICIT;
    if ((classFlags & DEF_BOUND) !== 0 && (classFlags & Def.NONLOCAL) === 0) return Scope.GLOBAL_IMPLICIT;
  }
  if (bound?.has(name) === true) {
    free.add(name);
    return Scope.FREE;
  }
  return Scope.GLOBAL_IMPLICIT;
}

/// Adds to `free` the names that the block and those in it leave unbound.
function analyzeBlock(st: Symtable, entry: SymtableEntry, visible: Visible, free: Set<string>): void {
  const isClass = entry.type === 'class';
  const local = new Set<string>();
  const scopes = new Map<string, number>();
  const inner: Visible = { ...visible, bound: new Set(), global: new Set() };
  const newBound = inner.bound!;
  const newFree = new Set<string>();
  const inlinedCells = new Set<string>();
  const passDown = (): void => {
    for (const name of visible.bound ?? []) newBound.add(name);
    for (const name of visible.global) inner.global.add(name);
  };
  // What a class binds is not visible in its functions.
  if (isClass) passDown();
  for (const [name, flags] of entry.symbols) {
    scopes.set(name, analyzeName(st, entry, name, flags, visible, local, free));
  }
  if (isClass) {
    for (const name of CLASS_NAMES) newBound.add(name);
  } else {
    if (entry.isFunctionLike) for (const name of local) newBound.add(name);
    passDown();
  }
  for (const child of entry.children) {
    const classEntry = child.canSeeClassScope ? (isClass ? entry : visible.classEntry) : undefined;
    const childFree = new Set(newFree);
    analyzeBlock(st, child, {
      bound: new Set(newBound), global: new Set(inner.global), typeParams: new Set(visible.typeParams), classEntry
    }, childFree);
    const inlines = child.comprehension !== undefined && !child.generator && !entry.canSeeClassScope;
    if (inlines && st.profile.inlinesComprehensions) {
      inlineComprehension(entry, child, scopes, childFree, inlinedCells);
      child.compInlined = true;
    }
    for (const name of childFree) newFree.add(name);
  }
  for (let i = entry.children.length - 1; i >= 0; i--) {
    const child = entry.children[i]!;
    if (child.compInlined) entry.children.splice(i, 1, ...child.children);
  }
  if (entry.isFunctionLike) markCells(scopes, newFree, inlinedCells);
  else if (isClass) dropClassFree(entry, newFree);
  updateSymbols(entry, scopes, visible.bound, newFree, inlinedCells);
  for (const name of newFree) free.add(name);
}

/// Whether a block within needs the name as free.
function isFreeInChild(entry: SymtableEntry, name: string): boolean {
  return entry.children.some((child) => child.scope(name) === Scope.FREE);
}

/// Merges a comprehension's names into the block it is inlined in (inline_comprehension, PEP 709).
function inlineComprehension(
  entry: SymtableEntry, comp: SymtableEntry, scopes: Map<string, number>, compFree: Set<string>, inlinedCells: Set<string>
): void {
  const ofClass: string[] = [];
  for (const [name, compFlags] of comp.symbols) {
    if ((compFlags & Def.PARAM) !== 0) continue;
    let scope = compFlags >> SCOPE_OFFSET;
    const flags = compFlags & SCOPE_MASK;
    if (scope === Scope.CELL || (flags & Def.COMP_CELL) !== 0) inlinedCells.add(name);
    if (scope === Scope.FREE && entry.type === 'class' && isClassName(name)) {
      scope = Scope.GLOBAL_IMPLICIT;
      // NOT-CPYTHON: 3.13 drops it in any case, and its compiler then fails with a SystemError.
      if (!isFreeInChild(comp, name)) compFree.delete(name);
      ofClass.push(name);
    }
    const existing = entry.symbols.get(name);
    if (existing === undefined) {
      entry.symbols.set(name, flags);
      scopes.set(name, scope);
    } else if ((existing & DEF_BOUND) !== 0 && entry.type !== 'class' && !isFreeInChild(comp, name)) {
      compFree.delete(name);
    }
  }
  for (const name of ofClass) comp.symbols.delete(name);
}

/// Locals that inner blocks need become cells (analyze_cells).
function markCells(scopes: Map<string, number>, free: Set<string>, inlinedCells: Set<string>): void {
  for (const [name, scope] of scopes) {
    if (scope !== Scope.LOCAL || (!free.has(name) && !inlinedCells.has(name))) continue;
    scopes.set(name, Scope.CELL);
    free.delete(name);
  }
}

/// Names that a class body itself provides to its functions.
function dropClassFree(entry: SymtableEntry, free: Set<string>): void {
  if (free.delete('__class__')) entry.needsClassClosure = true;
  if (free.delete('__classdict__')) entry.needsClassdict = true;
  if (free.delete('__conditional_annotations__')) entry.hasConditionalAnnotations = true;
}

/// Writes the scopes into the symbols, and names that only inner blocks use as free (update_symbols).
function updateSymbols(
  entry: SymtableEntry, scopes: Map<string, number>, bound: Set<string> | undefined, free: Set<string>, inlinedCells: Set<string>
): void {
  for (const [name, flags] of entry.symbols) {
    const cell = inlinedCells.has(name) ? Def.COMP_CELL : 0;
    entry.symbols.set(name, flags | cell | (scopes.get(name)! << SCOPE_OFFSET));
  }
  const classLike = entry.type === 'class' || entry.canSeeClassScope;
  for (const name of free) {
    const flags = entry.symbols.get(name);
    if (flags !== undefined) {
      if (classLike) entry.symbols.set(name, flags | Def.FREE_CLASS);
    } else if (bound === undefined || bound.has(name)) {
      entry.symbols.set(name, Scope.FREE << SCOPE_OFFSET);
    }
  }
}
