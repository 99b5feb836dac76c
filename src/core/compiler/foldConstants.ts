/// Instructions on constants, computed ahead of time (CPython 3.14 Python/flowgraph.c fold_*, optimize_lists_and_sets).
import type { Const } from './code';
import { Opcode as Op, binaryOperators } from './opcodes';
import { type ConstTable, intConst, tupleConst } from './constants';
import { NO_LOCATION } from './instructions';
import { type BasicBlock, type Instruction, setNop, setOp } from './basicBlock';
import { foldBinary, foldUnary } from './foldOperators';

/// CPython's _PY_STACK_USE_GUIDELINE.
export const STACK_USE_GUIDELINE = 30;
const MIN_CONST_SEQUENCE_SIZE = 3;

/// Whether the instruction pushes a value known now.
export function loadsConst(op: number): boolean {
  return op === Op.LOAD_CONST || op === Op.LOAD_SMALL_INT;
}

/// The value it pushes.
export function constOf(instruction: Instruction, consts: ConstTable): Const {
  return instruction.op === Op.LOAD_SMALL_INT ? intConst(instruction.arg) : consts.items[instruction.arg]!;
}

/// Makes the instruction load `value`.
function setLoadConst(instruction: Instruction, value: Const, consts: ConstTable): void {
  const small = consts.smallInt(value);
  if (small >= 0) setOp(instruction, Op.LOAD_SMALL_INT, small);
  else setOp(instruction, Op.LOAD_CONST, consts.add(value));
}

/// The `size` instructions before `end` that load constants, NOPs aside; undefined if something else is among them.
function constLoads(block: BasicBlock, end: number, size: number): Instruction[] | undefined {
  const loads: Instruction[] = [];
  for (let i = end - 1; i >= 0 && loads.length < size; i--) {
    const instruction = block.instructions[i]!;
    if (instruction.op === Op.NOP) continue;
    if (!loadsConst(instruction.op)) return undefined;
    loads.unshift(instruction);
  }
  return loads.length === size ? loads : undefined;
}

/// The instructions become NOPs without a line.
function nopOut(instructions: readonly Instruction[]): void {
  for (const instruction of instructions) {
    setNop(instruction);
    instruction.loc = NO_LOCATION;
  }
}

/// BUILD_TUPLE of constants: one constant.
export function foldTuple(block: BasicBlock, index: number, consts: ConstTable): void {
  const build = block.instructions[index]!;
  if (build.arg > STACK_USE_GUIDELINE) return;
  const loads = constLoads(block, index, build.arg);
  if (loads === undefined) return;
  const items = loads.map((load) => constOf(load, consts));
  nopOut(loads);
  setLoadConst(build, tupleConst(items, 'instructions'), consts);
}

/// A list or set that is built empty and filled with constants one by one, up to `index`: one constant there, a tuple
/// or frozenset. `index` is the last LIST_APPEND or SET_ADD, or LIST_TO_TUPLE after it.
export function foldFilledSequence(block: BasicBlock, index: number, consts: ConstTable): void {
  const goal = block.instructions[index]!;
  const isSet = goal.op === Op.SET_ADD;
  const used: Instruction[] = [];
  const items: Const[] = [];
  let expectAppend = goal.op === Op.CALL_INTRINSIC_1;
  for (let i = index - 1; i >= 0; i--) {
    const instruction = block.instructions[i]!;
    if (instruction.op === Op.NOP) continue;
    used.push(instruction);
    if (instruction.op === (isSet ? Op.BUILD_SET : Op.BUILD_LIST) && instruction.arg === 0) {
      if (!expectAppend) return;
      nopOut(used);
      if (goal.op !== Op.CALL_INTRINSIC_1) goal.loc = NO_LOCATION;
      setLoadConst(goal, isSet ? { type: 'frozenset', items: distinct(items, consts) } : tupleConst(items, 'instructions'), consts);
      return;
    }
    if (expectAppend) {
      if (instruction.op !== (isSet ? Op.SET_ADD : Op.LIST_APPEND) || instruction.arg !== 1) return;
    } else {
      if (!loadsConst(instruction.op)) return;
      items.unshift(constOf(instruction, consts));
    }
    expectAppend = !expectAppend;
  }
}

/// Constant lists and sets: one constant where they are only iterated or searched, else built from one constant.
export function optimizeListOrSet(block: BasicBlock, index: number, nextOp: number, consts: ConstTable): void {
  const build = block.instructions[index]!;
  const isList = build.op === Op.BUILD_LIST;
  const size = build.arg;
  const onlyRead = nextOp === Op.GET_ITER || nextOp === Op.CONTAINS_OP;
  if (size > STACK_USE_GUIDELINE || (size < MIN_CONST_SEQUENCE_SIZE && !onlyRead)) return;
  const loads = constLoads(block, index, size);
  if (loads === undefined) {
    if (onlyRead && isList) build.op = Op.BUILD_TUPLE;
    return;
  }
  const items = loads.map((load) => constOf(load, consts));
  const constant = consts.add(isList ? tupleConst(items, 'instructions') : { type: 'frozenset', items: distinct(items, consts) });
  nopOut(loads);
  if (onlyRead) {
    setOp(build, Op.LOAD_CONST, constant);
    return;
  }
  const first = block.instructions[index - 2]!;
  first.loc = build.loc;
  setOp(first, build.op, 0);
  setOp(block.instructions[index - 1]!, Op.LOAD_CONST, constant);
  setOp(build, isList ? Op.LIST_EXTEND : Op.SET_UPDATE, 1);
}

/// The elements of a set display: of equal ones the first. 1, 1.0 and True are equal.
export function distinct(items: readonly Const[], consts: ConstTable): Const[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const key =
      item.type === 'bool' ? BigInt(item.value)
      : item.type === 'float' && Number.isInteger(item.value) ? BigInt(item.value)
      : item.type === 'int' || item.type === 'float' ? item.value
      : consts.canonical(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/// BINARY_OP of two constants: its result, unless that is an error.
export function foldBinaryOp(block: BasicBlock, index: number, consts: ConstTable): void {
  const loads = constLoads(block, index, 2);
  if (loads === undefined) return;
  const instruction = block.instructions[index]!;
  const operator = binaryOperators[instruction.arg]!;
  const result = foldBinary(operator, constOf(loads[0]!, consts), constOf(loads[1]!, consts));
  if (result === undefined) return;
  nopOut(loads);
  setLoadConst(instruction, result, consts);
}

/// The same for one operand.
export function foldUnaryOp(block: BasicBlock, index: number, consts: ConstTable): void {
  const loads = constLoads(block, index, 1);
  if (loads === undefined) return;
  const instruction = block.instructions[index]!;
  const operand = constOf(loads[0]!, consts);
  // `~True` warns when it runs.
  if (instruction.op === Op.UNARY_INVERT && operand.type === 'bool') return;
  const result = foldUnary(instruction.op, operand);
  if (result === undefined) return;
  nopOut(loads);
  setLoadConst(instruction, result, consts);
}
