/// Code objects in the form in which record.py writes CPython's.
import type { CodeObject, Const } from '../../src/core/compiler/code';
import { constRepr } from '../../src/core/compiler/constRepr';
import { hasArg, isJumpArg } from '../../src/core/compiler/dis';
import { Opcode, opcodeNames } from '../../src/core/compiler/opcodes';

export interface Canonical {
  qualname: string;
  firstlineno: number;
  instructions: string[];
  positions: (number | null)[][];
  exceptiontable: number[][];
  stacksize: number;
  flags: number;
  argcounts: number[];
  names: readonly string[];
  varnames: readonly string[];
  cellvars: readonly string[];
  freevars: readonly string[];
  consts: string[];
}

function constText(value: Const): string {
  switch (value.type) {
    case 'code':
      return `<code ${value.code.qualname}>`;
    case 'tuple':
      return `(${value.items.map(constText).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'frozenset':
      return `frozenset({${value.items.map(constText).sort().join(', ')}})`;
    default:
      return constRepr(value);
  }
}

function rows(table: Int32Array): number[][] {
  const found: number[][] = [];
  for (let i = 0; i < table.length; i += 5) {
    const row = [...table.subarray(i, i + 5)];
    const last = found[found.length - 1];
    if (last !== undefined && last[1] === row[0] && last.slice(2).join() === row.slice(2).join()) last[1] = row[1]!;
    else found.push(row);
  }
  return found;
}

/// The code object and those in it, in record.py's order.
export function canonical(code: CodeObject): Canonical[] {
  const instructions: string[] = [];
  const positions: (number | null)[][] = [];
  code.instructions.forEach((word, i) => {
    const op = word & 255;
    const arg = word >>> 8;
    const name = opcodeNames[op]!;
    if (op === Opcode.LOAD_CONST) instructions.push(`${name} ${constText(code.consts[arg]!)}`);
    else if (isJumpArg(op)) instructions.push(`${name} to ${arg}`);
    else instructions.push(hasArg(op) ? `${name} ${arg}` : name);
    positions.push([...code.positions.subarray(i * 4, i * 4 + 4)].map((value) => (value < 0 ? null : value)));
  });
  const own: Canonical = {
    qualname: code.qualname, firstlineno: code.firstlineno, instructions, positions,
    exceptiontable: rows(code.exceptiontable), stacksize: code.stacksize, flags: code.flags,
    argcounts: [code.argcount, code.posonlyargcount, code.kwonlyargcount], names: code.names, varnames: code.varnames,
    cellvars: code.cellvars, freevars: code.freevars, consts: code.consts.map(constText)
  };
  return [own, ...code.consts.flatMap((value) => (value.type === 'code' ? canonical(value.code) : []))];
}
