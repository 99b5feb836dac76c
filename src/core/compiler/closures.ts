/// Making functions from code objects.
import type { CodeObject } from './code';
import type { Compiler } from './compiler';
import { type Location, Pseudo } from './instructions';
import { Opcode as Op } from './opcodes';
import { Scope } from './symtableEntry';

/// SET_FUNCTION_ATTRIBUTE's argument.
export const FunctionAttribute = { DEFAULTS: 1, KWDEFAULTS: 2, ANNOTATIONS: 4, CLOSURE: 8, ANNOTATE: 16 } as const;

const ATTRIBUTE_ORDER = [
  FunctionAttribute.CLOSURE, FunctionAttribute.ANNOTATIONS, FunctionAttribute.ANNOTATE, FunctionAttribute.KWDEFAULTS,
  FunctionAttribute.DEFAULTS
];

/// A function of `code`. `attributes`: which of its attributes lie on the stack
/// (CPython 3.14 Python/codegen.c codegen_make_closure).
export function makeClosure(c: Compiler, loc: Location, code: CodeObject, attributes: number): void {
  let flags = attributes;
  if (code.freevars.length > 0) {
    for (const name of code.freevars) {
      const table = c.refType(name) === Scope.CELL ? c.unit.cellvars : c.unit.freevars;
      c.op(loc, Pseudo.LOAD_CLOSURE, table.get(name)!);
    }
    flags |= FunctionAttribute.CLOSURE;
    c.op(loc, Op.BUILD_TUPLE, code.freevars.length);
  }
  c.loadConst(loc, { type: 'code', code });
  c.op(loc, Op.MAKE_FUNCTION);
  for (const attribute of ATTRIBUTE_ORDER) {
    if ((flags & attribute) !== 0) c.op(loc, Op.SET_FUNCTION_ATTRIBUTE, attribute);
  }
}
