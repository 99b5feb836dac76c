/// How long the bytecode of CPython is for our instructions: there inline caches follow some of them, and prefixes bring arguments
/// past 255 (CPython 3.14 Lib/_opcode_metadata.py _inline_cache_entries, Python/assemble.c).
/// NOT-CPYTHON: code is 3.14's in all versions; where these differ, what is counted comes near.
import type { PythonVersion } from '../profile/profile';
import { NB_SUBSCR, Opcode as Op, intrinsics1 } from './opcodes';

/// Code units of 2 bytes after an instruction.
type Caches = Readonly<Record<number, number>>;

const caches313: Caches = {
  [Op.BINARY_OP]: 1, [Op.CALL]: 3, [Op.COMPARE_OP]: 1, [Op.CONTAINS_OP]: 1, [Op.FOR_ITER]: 1, [Op.JUMP_BACKWARD]: 1, [Op.LOAD_ATTR]: 9, [Op.LOAD_GLOBAL]: 4,
  [Op.LOAD_SUPER_ATTR]: 1, [Op.POP_JUMP_IF_FALSE]: 1, [Op.POP_JUMP_IF_TRUE]: 1, [Op.POP_JUMP_IF_NONE]: 1, [Op.POP_JUMP_IF_NOT_NONE]: 1, [Op.SEND]: 1,
  [Op.STORE_ATTR]: 4, [Op.STORE_SUBSCR]: 1, [Op.TO_BOOL]: 3, [Op.UNPACK_SEQUENCE]: 1
};

/// NOT_TAKEN follows conditional jumps.
const caches314: Caches = {
  ...caches313, [Op.BINARY_OP]: 5, [Op.CALL_KW]: 3, [Op.POP_JUMP_IF_FALSE]: 2, [Op.POP_JUMP_IF_TRUE]: 2, [Op.POP_JUMP_IF_NONE]: 2, [Op.POP_JUMP_IF_NOT_NONE]: 2
};

/// PRECALL stands before CALL, and nothing is converted to a bool; what MAKE_FUNCTION and FORMAT_VALUE do at once are instructions
/// of their own here, and FOR_ITER drops the iterator.
const caches311: Caches = {
  [Op.BINARY_OP]: 1, [Op.CALL]: 6, [Op.CALL_KW]: 7, [Op.COMPARE_OP]: 2, [Op.LOAD_ATTR]: 4, [Op.LOAD_GLOBAL]: 5, [Op.STORE_ATTR]: 4, [Op.STORE_SUBSCR]: 1,
  [Op.TO_BOOL]: -1, [Op.UNPACK_SEQUENCE]: 1, [Op.SET_FUNCTION_ATTRIBUTE]: -1, [Op.CONVERT_VALUE]: -1, [Op.END_FOR]: -1, [Op.POP_ITER]: -1, [Op.END_SEND]: -1
};

interface Encoding {
  readonly caches: Caches;
  /// Those of the attribute of a method call (3.11 LOAD_METHOD), and of `x[i]` (up to 3.13 BINARY_SUBSCR).
  readonly method: number;
  readonly subscript: number;
  /// LOAD_CONST and RETURN_VALUE are one instruction (3.13 RETURN_CONST).
  readonly returnsConst: boolean;
  /// Generators have handlers that make StopIteration a RuntimeError or end a delegation (3.12+), each of two instructions.
  readonly generatorHandlers: boolean;
}

const ENCODINGS: Readonly<Record<PythonVersion, Encoding>> = {
  '3.11': { caches: caches311, method: 10, subscript: 4, returnsConst: false, generatorHandlers: false },
  '3.13': { caches: caches313, method: 9, subscript: 1, returnsConst: true, generatorHandlers: true },
  '3.14': { caches: caches314, method: 9, subscript: 5, returnsConst: false, generatorHandlers: true }
};

/// Instructions whose argument is a place, here counted in instructions.
const JUMPS: ReadonlySet<number> = new Set([
  Op.JUMP_FORWARD, Op.JUMP_BACKWARD, Op.JUMP_BACKWARD_NO_INTERRUPT, Op.FOR_ITER, Op.SEND, Op.END_ASYNC_FOR, Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE, Op.POP_JUMP_IF_NOT_NONE
]);

/// Whether an instruction begins a handler that only generators have.
export const beginsHandler = (instruction: number): boolean =>
  (instruction & 0xff) === Op.CLEANUP_THROW || ((instruction & 0xff) === Op.CALL_INTRINSIC_1 && intrinsics1[instruction >>> 8] === 'INTRINSIC_STOPITERATION_ERROR');

function unitsOf({ caches, method, subscript, returnsConst }: Encoding, op: number, arg: number, next: number): number {
  if (returnsConst && op === Op.LOAD_CONST && (next & 0xff) === Op.RETURN_VALUE) return 0;
  const isMethod = op === Op.LOAD_ATTR && (arg & 1) !== 0;
  const own = isMethod ? method : op === Op.BINARY_OP && arg === NB_SUBSCR ? subscript : (caches[op] ?? 0);
  return 1 + own + (arg > 0xffffff ? 3 : arg > 0xffff ? 2 : arg > 0xff ? 1 : 0);
}

/// Code units of the instructions, each a word `opcode | argument << 8`.
export const countCodeUnits = (instructions: Int32Array, version: PythonVersion): number => codeUnitStarts(instructions, version)[instructions.length]!;

/// At which code unit each instruction begins, and where the last one ends.
export function codeUnitStarts(instructions: Int32Array, version: PythonVersion): Int32Array {
  const encoding = ENCODINGS[version];
  const n = instructions.length;
  const starts = new Int32Array(n + 1);
  let total = -1;
  // Longer jumps need prefixes, which make others longer.
  for (;;) {
    for (let i = 0; i < n; i++) {
      if (!encoding.generatorHandlers && (beginsHandler(instructions[i]!) || (i > 0 && beginsHandler(instructions[i - 1]!)))) {
        starts[i + 1] = starts[i]!;
        continue;
      }
      const op = instructions[i]! & 0xff;
      const arg = instructions[i]! >>> 8;
      const distance = JUMPS.has(op) && total >= 0 ? Math.abs(starts[Math.min(arg, n)]! - starts[i + 1]!) : 0;
      starts[i + 1] = starts[i]! + unitsOf(encoding, op, JUMPS.has(op) ? distance : arg, instructions[i + 1] ?? 0);
    }
    if (starts[n] === total) return starts;
    total = starts[n]!;
  }
}
