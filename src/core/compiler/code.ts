/// What the compiler hands to the virtual machine: plain data, no objects of the guest.

/// Where literals became a tuple: in the tree, or among the instructions. A tuple without one is the compiler's own.
export type TupleOrigin = 'tree' | 'instructions';

/// A constant. `int` is exact; a `str` is UTF-16 with lone surrogates allowed.
/// Equal constants of one compilation are the same JavaScript object, where CPython makes them the same guest object.
/// NOT-CPYTHON: a high and a low surrogate next to each other are one character.
export type Const =
  | { readonly type: 'None' }
  | { readonly type: 'Ellipsis' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly real: number; readonly imag: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'tuple'; readonly items: readonly Const[]; readonly origin?: TupleOrigin }
  | { readonly type: 'frozenset'; readonly items: readonly Const[] }
  | { readonly type: 'slice'; readonly start: Const; readonly stop: Const; readonly step: Const }
  | { readonly type: 'code'; readonly code: CodeObject };

/// co_flags (CPython 3.14 Include/cpython/code.h).
export const CodeFlag = {
  OPTIMIZED: 0x0001,
  NEWLOCALS: 0x0002,
  VARARGS: 0x0004,
  VARKEYWORDS: 0x0008,
  NESTED: 0x0010,
  GENERATOR: 0x0020,
  COROUTINE: 0x0080,
  ITERABLE_COROUTINE: 0x0100,
  ASYNC_GENERATOR: 0x0200,
  FUTURE_ANNOTATIONS: 0x1000000,
  HAS_DOCSTRING: 0x4000000,
  METHOD: 0x8000000
} as const;

/// What a localsplus slot is; a parameter that is also a cell has LOCAL and CELL.
export const FastKind = {
  ARG_POS: 0x02,
  ARG_KW: 0x04,
  ARG_VAR: 0x08,
  HIDDEN: 0x10,
  LOCAL: 0x20,
  CELL: 0x40,
  FREE: 0x80
} as const;

/// So many containers held until the next end, or that of the code; or nested code.
export type HeldStep = { readonly dicts: number; readonly lists: number; readonly sets: number } | 'end' | 'code';

export interface CodeObject {
  /// co_name, co_qualname, co_filename, co_firstlineno.
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstlineno: number;
  /// Positional parameters, positional-only ones included.
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  /// CodeFlag bits.
  readonly flags: number;
  /// Number of varnames.
  readonly nlocals: number;
  /// Parameters (positional, keyword-only, *args, **kwargs), then other locals by first use.
  readonly varnames: readonly string[];
  readonly cellvars: readonly string[];
  readonly freevars: readonly string[];
  /// The frame's slots: varnames, cellvars that are no parameters, freevars.
  readonly localsplusnames: readonly string[];
  /// FastKind bits of each slot.
  readonly localspluskinds: readonly number[];
  readonly names: readonly string[];
  /// In CPython's order, each value once.
  readonly consts: readonly Const[];
  /// Constants that optimization left without use: the compiler has had them.
  readonly unusedConsts: readonly Const[];
  /// co_stacksize: most values the stack holds at once in the version, the two an exception handler pushes included.
  readonly stacksize: number;
  /// The same of these instructions, which may hold more.
  readonly room: number;
  /// One word an instruction: `op | arg << 8`.
  readonly instructions: Int32Array;
  /// Line of each instruction, -1 for none.
  readonly lines: Int32Array;
  /// lineno, end_lineno, col_offset, end_col_offset of each instruction, -1 for none; columns in the AST's unit.
  readonly positions: Int32Array;
  /// start, end (exclusive), target, depth, lasti (0 or 1) of each entry, sorted by start, not overlapping:
  /// an error in [start, end) cuts the stack to `depth`, pushes the instruction index if lasti,
  /// pushes the exception, and continues at target.
  readonly exceptiontable: Int32Array;
  /// The function's docstring, which is then also consts[0] (CO_HAS_DOCSTRING); undefined for none and for modules and classes.
  readonly docstring: string | undefined;
  /// Of an `__annotate__` function: each name with its annotation as source text; else undefined.
  readonly annotationTexts: readonly (readonly [name: string, text: string])[] | undefined;
  /// What the compiler holds for parts of the code, in order, and where nested code is compiled meanwhile.
  readonly heldSteps: readonly HeldStep[];
  /// Whether an equal one was compiled after it, from the same place in the source, and dropped.
  isRepeated: boolean;
  /// The first parameter had another name until the code was made.
  readonly renamesFormat: boolean;
  /// Names assigned as `self.x` in a class's methods, sorted as `__static_attributes__` has them; undefined unless a class body.
  readonly staticAttributes: readonly string[] | undefined;
}

/// Where an exception at instruction `index` is handled: offset of its entry in exceptiontable, or -1.
export function findHandler(code: CodeObject, index: number): number {
  const table = code.exceptiontable;
  let low = 0;
  let high = table.length / 5;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table[middle * 5]! <= index) low = middle + 1;
    else high = middle;
  }
  const entry = (low - 1) * 5;
  return entry >= 0 && index < table[entry + 1]! ? entry : -1;
}
