/// A code unit under compilation: one module, class, function, ... (CPython 3.14 Python/compile.c compiler_unit).
import type { AnnAssign, Stmt } from '../syntax/ast';
import type { HeldStep } from './code';
import type { ConstTable } from './constants';
import { InstructionSequence, type Label, type Location } from './instructions';
import { Def, Scope, SCOPE_OFFSET, type SymtableEntry } from './symtableEntry';

export type ScopeType = 'module' | 'class' | 'function' | 'async function' | 'lambda' | 'comprehension' | 'annotations';

export type FrameBlockType =
  | 'while' | 'for' | 'try except' | 'finally try' | 'finally end' | 'with' | 'async with' | 'handler cleanup'
  | 'pop value' | 'exception handler' | 'exception group handler' | 'async comprehension' | 'stop iteration';

/// A block that `return`, `break` or `continue` has to leave properly.
export interface FrameBlock {
  readonly type: FrameBlockType;
  readonly loc: Location;
  /// Where `continue` goes.
  readonly block: Label;
  /// Where `break` goes.
  readonly exit: Label;
  /// finally try: its statements.
  readonly finalbody?: readonly Stmt[];
  /// handler cleanup: the name of `except E as name`.
  readonly name?: string | undefined;
}

export interface ArgCounts {
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
}

/// Names in order of first use, with their indexes.
export class NameTable {
  private readonly indexes = new Map<string, number>();

  constructor(names: readonly string[] = [], private readonly offset = 0) {
    for (const name of names) this.add(name);
  }

  add(name: string): number {
    let index = this.indexes.get(name);
    if (index === undefined) {
      index = this.indexes.size + this.offset;
      this.indexes.set(name, index);
    }
    return index;
  }

  get(name: string): number | undefined {
    return this.indexes.get(name);
  }

  get size(): number {
    return this.indexes.size;
  }

  get names(): string[] {
    return [...this.indexes.keys()];
  }
}

/// Names of a scope, or with a flag, in sorted order (dictbytype).
function namesByScope(entry: SymtableEntry, scope: number, flag: number): string[] {
  const names: string[] = [];
  for (const [name, symbol] of entry.symbols) {
    if (symbol >> SCOPE_OFFSET === scope || (symbol & flag) !== 0) names.push(name);
  }
  return sortNames(names);
}

/// Sorted as Python sorts strings: by code points.
export function sortNames(names: string[]): string[] {
  return names.sort((left, right) => {
    const a = [...left];
    const b = [...right];
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const difference = a[i]!.codePointAt(0)! - b[i]!.codePointAt(0)!;
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  });
}

export class CompilerUnit {
  sequence = new InstructionSequence();
  /// While a module's annotations are compiled: the module's own sequence.
  stashedSequence: InstructionSequence | undefined = undefined;
  /// What takes the place of ANNOTATIONS_PLACEHOLDER.
  annotationsSequence: InstructionSequence | undefined = undefined;
  readonly varnames: NameTable;
  readonly cellvars: NameTable;
  readonly freevars: NameTable;
  readonly names = new NameTable();
  /// Names that are fast locals only inside an inlined comprehension: true while one is compiled.
  readonly fastHidden = new Map<string, boolean>();
  readonly staticAttributes = new Set<string>();
  readonly frameBlocks: FrameBlock[] = [];
  readonly deferredAnnotations: { readonly statement: AnnAssign; readonly conditionalIndex: number }[] = [];
  /// Names and source texts of the annotations that an `__annotate__` function computes.
  readonly annotationTexts: [name: string, text: string][] = [];
  nextConditionalIndex = 0;
  conditionalBlocks = 0;
  inlinedComprehensions = 0;
  readonly heldSteps: HeldStep[] = [];
  qualname: string;
  docstring: string | undefined = undefined;
  /// The single parameter of `__annotate__` is named `.format` while it is compiled.
  renamesFormat = false;

  constructor(
    readonly entry: SymtableEntry, readonly name: string, readonly scopeType: ScopeType, readonly firstlineno: number,
    readonly privateName: string | undefined, readonly args: ArgCounts, readonly consts: ConstTable
  ) {
    this.qualname = name;
    this.varnames = new NameTable(entry.varnames);
    this.cellvars = new NameTable(namesByScope(entry, Scope.CELL, Def.COMP_CELL));
    if (entry.needsClassClosure) this.cellvars.add('__class__');
    if (entry.needsClassdict) this.cellvars.add('__classdict__');
    if (entry.hasConditionalAnnotations) this.cellvars.add('__conditional_annotations__');
    this.freevars = new NameTable(namesByScope(entry, Scope.FREE, Def.FREE_CLASS), this.cellvars.size);
  }

  /// The compiler takes containers, until 'end' among the steps.
  hold(dicts: number, lists: number, sets: number): void {
    this.heldSteps.push({ dicts, lists, sets });
  }
}
