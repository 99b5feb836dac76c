/// Code objects as text, in the layout of CPython 3.14's dis. Jump arguments are instruction indexes, code objects are
/// shown without an address, and NOT_TAKEN, CACHE and EXTENDED_ARG do not exist.
import type { CodeObject } from './code';
import { constRepr } from './constRepr';
import {
  COMPARE_TO_BOOL, Opcode as Op, binaryOperators, commonConstants, compareOperators, intrinsics1, intrinsics2, opcodeNames,
  specialMethods
} from './opcodes';
import { isJump } from './stackEffects';

const NAME_WIDTH = 20;
const ARG_WIDTH = 5;
const NO_LINE = '  --';

/// Instructions without an argument.
const ARGLESS: ReadonlySet<number> = new Set<number>([
  Op.NOP, Op.RETURN_VALUE, Op.POP_TOP, Op.TO_BOOL, Op.GET_ITER, Op.END_FOR, Op.POP_ITER, Op.STORE_SUBSCR, Op.PUSH_NULL,
  Op.UNARY_NOT, Op.UNARY_NEGATIVE, Op.UNARY_INVERT, Op.DELETE_SUBSCR, Op.LOAD_LOCALS, Op.LOAD_BUILD_CLASS, Op.MAKE_FUNCTION,
  Op.CALL_FUNCTION_EX, Op.BINARY_SLICE, Op.STORE_SLICE, Op.FORMAT_SIMPLE, Op.FORMAT_WITH_SPEC, Op.BUILD_TEMPLATE,
  Op.SETUP_ANNOTATIONS, Op.BEFORE_WITH, Op.BEFORE_ASYNC_WITH, Op.WITH_EXCEPT_START, Op.PUSH_EXC_INFO, Op.POP_EXCEPT,
  Op.CHECK_EXC_MATCH, Op.CHECK_EG_MATCH, Op.RETURN_GENERATOR, Op.GET_YIELD_FROM_ITER, Op.END_SEND, Op.CLEANUP_THROW,
  Op.GET_AITER, Op.GET_ANEXT, Op.GET_LEN, Op.MATCH_MAPPING, Op.MATCH_SEQUENCE, Op.MATCH_KEYS
]);

const FUNCTION_ATTRIBUTES: Readonly<Record<number, string>> = {
  1: 'defaults', 2: 'kwdefaults', 4: 'annotations', 8: 'closure', 16: 'annotate'
};

/// Whether the instruction's argument means something.
export function hasArg(op: number): boolean {
  return !ARGLESS.has(op);
}

/// Whether the argument is the index of an instruction.
export function isJumpArg(op: number): boolean {
  return isJump(op) || op === Op.JUMP_FORWARD || op === Op.JUMP_BACKWARD || op === Op.JUMP_BACKWARD_NO_INTERRUPT;
}

/// What the argument stands for; empty if the number says it all.
export function argRepr(code: CodeObject, op: number, arg: number): string {
  const { names, localsplusnames: locals } = code;
  switch (op) {
    case Op.LOAD_CONST:
      return constRepr(code.consts[arg]!);
    case Op.LOAD_GLOBAL:
      return names[arg >> 1]! + ((arg & 1) === 1 ? ' + NULL' : '');
    case Op.LOAD_ATTR:
      return names[arg >> 1]! + ((arg & 1) === 1 ? ' + NULL|self' : '');
    case Op.LOAD_SUPER_ATTR:
      return names[arg >> 2]! + ((arg & 1) === 1 ? ' + NULL|self' : '');
    case Op.LOAD_NAME: case Op.STORE_NAME: case Op.DELETE_NAME: case Op.STORE_GLOBAL: case Op.DELETE_GLOBAL:
    case Op.STORE_ATTR: case Op.DELETE_ATTR: case Op.LOAD_FROM_DICT_OR_GLOBALS: case Op.IMPORT_NAME: case Op.IMPORT_FROM:
      return names[arg]!;
    case Op.LOAD_FAST: case Op.LOAD_FAST_BORROW: case Op.LOAD_FAST_CHECK: case Op.LOAD_FAST_AND_CLEAR: case Op.STORE_FAST:
    case Op.DELETE_FAST: case Op.LOAD_DEREF: case Op.STORE_DEREF: case Op.DELETE_DEREF: case Op.LOAD_FROM_DICT_OR_DEREF:
    case Op.MAKE_CELL:
      return locals[arg]!;
    case Op.LOAD_FAST_LOAD_FAST: case Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW: case Op.STORE_FAST_LOAD_FAST:
    case Op.STORE_FAST_STORE_FAST:
      return `${locals[arg >> 4]!}, ${locals[arg & 15]!}`;
    case Op.BINARY_OP:
      return binaryOperators[arg]!;
    case Op.COMPARE_OP: {
      const operator = compareOperators[arg >> 5]!;
      return (arg & COMPARE_TO_BOOL) !== 0 ? `bool(${operator})` : operator;
    }
    case Op.IS_OP:
      return arg === 1 ? 'is not' : 'is';
    case Op.CONTAINS_OP:
      return arg === 1 ? 'not in' : 'in';
    case Op.LOAD_SPECIAL:
      return specialMethods[arg]!;
    case Op.LOAD_COMMON_CONSTANT:
      return commonConstants[arg]!;
    case Op.CALL_INTRINSIC_1:
      return intrinsics1[arg]!;
    case Op.CALL_INTRINSIC_2:
      return intrinsics2[arg]!;
    case Op.CONVERT_VALUE:
      return ['', 'str', 'repr', 'ascii'][arg]!;
    case Op.SET_FUNCTION_ATTRIBUTE:
      return FUNCTION_ATTRIBUTES[arg]!;
    default:
      return '';
  }
}

/// Numbers of the labels before instructions: targets of jumps, and borders and targets of exception table entries.
function labelsOf(code: CodeObject): Map<number, number> {
  const marked = new Set<number>();
  for (const word of code.instructions) if (isJumpArg(word & 255)) marked.add(word >>> 8);
  const table = code.exceptiontable;
  for (let i = 0; i < table.length; i += 5) for (let j = 0; j < 3; j++) marked.add(table[i + j]!);
  return new Map([...marked].sort((left, right) => left - right).map((index, i) => [index, i + 1]));
}

/// Width of the column of lines (dis._get_lineno_width).
function lineWidth(code: CodeObject): number {
  const width = Math.max(3, String(Math.max(...code.lines)).length);
  return code.lines.includes(-1) ? Math.max(width, NO_LINE.length) : width;
}

/// The lines for one code object.
function disassembleOne(code: CodeObject): string[] {
  const labels = labelsOf(code);
  const width = lineWidth(code);
  const labelWidth = 4 + String(labels.size).length;
  const output: string[] = [];
  code.instructions.forEach((word, i) => {
    const op = word & 255;
    const arg = word >>> 8;
    const line = code.lines[i]!;
    const startsLine = i === 0 || line !== code.lines[i - 1];
    if (startsLine && i > 0) output.push('');
    const label = labels.get(i);
    const name = opcodeNames[op]!;
    const fields = [
      (startsLine ? (line < 0 ? NO_LINE : String(line)) : '').padStart(width),
      (label === undefined ? '' : `L${label}:`).padStart(labelWidth),
      '   ',
      name.padEnd(NAME_WIDTH)
    ];
    if (hasArg(op)) {
      fields.push(String(arg).padStart(ARG_WIDTH - Math.max(0, name.length - NAME_WIDTH)));
      const repr = isJumpArg(op) ? `to L${labels.get(arg)!}` : argRepr(code, op, arg);
      if (repr !== '') fields.push(`(${repr})`);
    }
    output.push(fields.join(' ').trimEnd());
  });
  const table = code.exceptiontable;
  if (table.length > 0) output.push('ExceptionTable:');
  for (let i = 0; i < table.length; i += 5) {
    const [start, end, target] = [0, 1, 2].map((j) => labels.get(table[i + j]!)!);
    output.push(`  L${start} to L${end} -> L${target} [${table[i + 3]}]${table[i + 4] === 1 ? ' lasti' : ''}`);
  }
  return output;
}

/// Disassembles `code` and the code objects in it.
export function dis(code: CodeObject): string {
  const output = disassembleOne(code);
  for (const constant of code.consts) {
    if (constant.type !== 'code') continue;
    output.push('', `Disassembly of ${constRepr(constant)}:`, dis(constant.code).trimEnd());
  }
  return `${output.join('\n')}\n`;
}
