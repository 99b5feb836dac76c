/// Peephole optimization of the flow graph (CPython 3.14 Python/flowgraph.c optimize_cfg).
import type { Profile } from '../profile/profile';
import { Opcode as Op, COMPARE_TO_BOOL } from './opcodes';
import { Pseudo } from './instructions';
import { type ConstTable, boolConst } from './constants';
import { isTrue } from './foldOperators';
import { isJump, isUnconditionalJump } from './stackEffects';
import {
  type BasicBlock, type Instruction, blocksFrom, removeRedundantNopsAndJumps, removeRedundantNopsIn, removeUnreachable,
  setNop, setOp
} from './basicBlock';
import { constOf, foldBinaryOp, foldFilledSequence, foldTuple, foldUnaryOp, loadsConst, optimizeListOrSet } from './foldConstants';
import { optimizeSwaps } from './optimizeSwaps';
import { resolveLineNumbers } from './lineNumbers';

const MAX_COPY_SIZE = 4;
const INTRINSIC_UNARY_POSITIVE = 5;
const INTRINSIC_LIST_TO_TUPLE = 6;

/// A jump to a small exit, or to a block without lines, is replaced by a copy of it.
function inlineSmallBlocks(entry: BasicBlock): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of blocksFrom(entry)) {
      const last = block.last;
      if (last === undefined || !isUnconditionalJump(last.op)) continue;
      const target = last.target!;
      const smallExit = target.exitsScope && target.instructions.length <= MAX_COPY_SIZE;
      const lineless = target.hasNoLine && !target.hasFallthrough;
      if (!smallExit && !lineless) continue;
      const jump = last.op;
      setNop(last);
      for (const instruction of [...target.instructions]) block.instructions.push({ ...instruction });
      // The check of the eval breaker must not get lost.
      if (lineless && jump === Pseudo.JUMP && isUnconditionalJump(block.last!.op)) block.last!.op = Pseudo.JUMP;
      target.predecessors--;
      changed = true;
    }
  }
}

/// LOAD_CONST followed by a test of it.
function optimizeLoadConst(block: BasicBlock, consts: ConstTable): void {
  const { instructions } = block;
  // COPY 1 of a constant is tested as the constant itself.
  let load: { op: number; arg: number } = { op: Op.NOP, arg: 0 };
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    if (instruction.op === Op.LOAD_CONST) {
      const small = consts.smallInt(consts.items[instruction.arg]!);
      if (small >= 0) setOp(instruction, Op.LOAD_SMALL_INT, small);
    }
    if (!(load.op === Op.LOAD_CONST && instruction.op === Op.COPY && instruction.arg === 1)) {
      load = { op: instruction.op, arg: instruction.arg };
    }
    const next = instructions[i + 1];
    if (!loadsConst(load.op) || next === undefined) continue;
    const value = constOf(load as Instruction, consts);
    switch (next.op) {
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
      case Pseudo.JUMP_IF_FALSE:
      case Pseudo.JUMP_IF_TRUE:
        if (next.op === Op.POP_JUMP_IF_FALSE || next.op === Op.POP_JUMP_IF_TRUE) setNop(instruction);
        if (isTrue(value) === (next.op === Op.POP_JUMP_IF_TRUE || next.op === Pseudo.JUMP_IF_TRUE)) next.op = Pseudo.JUMP;
        else setNop(next);
        break;
      case Op.IS_OP:
        if (value.type === 'None') foldIsNone(instructions, i);
        break;
      case Op.TO_BOOL:
        setNop(instruction);
        setOp(next, Op.LOAD_CONST, consts.add(boolConst(isTrue(value))));
        break;
      default:
        break;
    }
  }
}

/// LOAD_CONST None, IS_OP, a jump: POP_JUMP_IF_NONE or POP_JUMP_IF_NOT_NONE.
function foldIsNone(instructions: Instruction[], index: number): void {
  let jump = instructions[index + 2];
  if (jump === undefined) return;
  if (jump.op === Op.TO_BOOL) {
    setNop(jump);
    jump = instructions[index + 3];
    if (jump === undefined) return;
  }
  if (jump.op !== Op.POP_JUMP_IF_FALSE && jump.op !== Op.POP_JUMP_IF_TRUE) return;
  const test = instructions[index + 1]!;
  const invert = (test.arg === 1) !== (jump.op === Op.POP_JUMP_IF_FALSE);
  setNop(instructions[index]!);
  setNop(test);
  jump.op = invert ? Op.POP_JUMP_IF_NOT_NONE : Op.POP_JUMP_IF_NONE;
}

/// A jump to a jump goes to the second one's target; false if they go to the same place already.
function threadJump(block: BasicBlock, jump: Instruction, target: Instruction, op: number): boolean {
  if (jump.target === target.target) return false;
  setNop(jump);
  block.append(op, 0, target.loc, target.target);
  return true;
}

/// Jump threading at `index`; returns whether to look at the same index again.
function threadAt(block: BasicBlock, instruction: Instruction, profile: Profile): boolean {
  const target = instruction.target!.instructions[0]!;
  const { op } = instruction;
  switch (op) {
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
      return target.op === Pseudo.JUMP && threadJump(block, instruction, target, op);
    case Pseudo.JUMP_IF_FALSE:
    case Pseudo.JUMP_IF_TRUE: {
      if (target.op === Pseudo.JUMP) return threadJump(block, instruction, target, op);
      if (!profile.threadsTests) return false;
      if (target.op === op) return threadJump(block, instruction, target, op);
      const opposite = op === Pseudo.JUMP_IF_FALSE ? Pseudo.JUMP_IF_TRUE : Pseudo.JUMP_IF_FALSE;
      if (target.op !== opposite) return false;
      instruction.target = instruction.target!.next;
      return true;
    }
    case Pseudo.JUMP:
    case Pseudo.JUMP_NO_INTERRUPT:
      if (target.op === Pseudo.JUMP) return threadJump(block, instruction, target, Pseudo.JUMP);
      return target.op === Pseudo.JUMP_NO_INTERRUPT && threadJump(block, instruction, target, op);
    default:
      return false;
  }
}

/// CPython 3.14 Python/flowgraph.c optimize_basic_block.
function optimizeBlock(block: BasicBlock, consts: ConstTable, profile: Profile): void {
  const { instructions } = block;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    const next = instructions[i + 1];
    if (isJump(instruction.op)) {
      if (threadAt(block, instruction, profile)) i--;
    } else {
      optimizeInstruction(block, i, instruction, next, consts, profile);
    }
  }
  optimizeSwaps(block);
}

/// What an instruction and the next one can be simplified to, jumps aside.
function optimizeInstruction(
  block: BasicBlock, index: number, instruction: Instruction, next: Instruction | undefined, consts: ConstTable, profile: Profile
): void {
  const { op, arg } = instruction;
  const nextOp = next?.op ?? Op.NOP;
  switch (op) {
    case Op.BUILD_TUPLE:
      if (nextOp === Op.UNPACK_SEQUENCE && arg === next!.arg && arg >= 1 && arg <= 3) {
        setNop(instruction);
        if (arg === 1) setNop(next!);
        else next!.op = Op.SWAP;
      } else {
        foldTuple(block, index, consts);
      }
      break;
    case Op.BUILD_LIST:
    case Op.BUILD_SET:
      optimizeListOrSet(block, index, nextOp, consts);
      break;
    case Op.LIST_APPEND:
    case Op.SET_ADD:
      if (arg === 1 && (nextOp === Op.GET_ITER || nextOp === Op.CONTAINS_OP)) foldFilledSequence(block, index, consts);
      break;
    case Op.STORE_FAST:
      if (profile.dropsOverwrittenStores && nextOp === op && arg === next!.arg && instruction.loc.lineno === next!.loc.lineno) setOp(instruction, Op.POP_TOP, 0);
      break;
    case Op.SWAP:
      if (arg === 1) setNop(instruction);
      break;
    case Op.LOAD_GLOBAL:
      if (nextOp === Op.PUSH_NULL && (arg & 1) === 0) {
        instruction.arg = arg | 1;
        setNop(next!);
      }
      break;
    case Op.COMPARE_OP:
      if (nextOp === Op.TO_BOOL) {
        setNop(instruction);
        setOp(next!, Op.COMPARE_OP, arg | COMPARE_TO_BOOL);
      }
      break;
    case Op.CONTAINS_OP:
    case Op.IS_OP:
      if (nextOp === Op.TO_BOOL || nextOp === Op.UNARY_NOT) {
        setNop(instruction);
        setOp(next!, op, nextOp === Op.TO_BOOL ? arg : arg ^ 1);
      }
      break;
    case Op.TO_BOOL:
      if (nextOp === Op.TO_BOOL) setNop(instruction);
      break;
    case Op.UNARY_NOT:
      if (nextOp === Op.TO_BOOL) {
        setNop(instruction);
        setOp(next!, Op.UNARY_NOT, 0);
      } else if (nextOp === Op.UNARY_NOT) {
        setNop(instruction);
        setNop(next!);
      } else {
        foldUnaryOp(block, index, consts);
      }
      break;
    case Op.UNARY_INVERT:
    case Op.UNARY_NEGATIVE:
      foldUnaryOp(block, index, consts);
      break;
    case Op.CALL_INTRINSIC_1:
      if (arg === INTRINSIC_UNARY_POSITIVE) foldUnaryOp(block, index, consts);
      else if (arg === INTRINSIC_LIST_TO_TUPLE) {
        foldFilledSequence(block, index, consts);
        if (instruction.op === op && nextOp === Op.GET_ITER) setNop(instruction);
      }
      break;
    case Op.BINARY_OP:
      foldBinaryOp(block, index, consts);
      break;
    default:
      break;
  }
}

/// A constant or a copy that is dropped at once (remove_redundant_nops_and_pairs).
function removeRedundantPairs(entry: BasicBlock): void {
  for (let done = false; !done; ) {
    done = true;
    let previous: Instruction | undefined;
    for (const block of blocksFrom(entry)) {
      removeRedundantNopsIn(block);
      if (block.isTarget) previous = undefined;
      for (const instruction of block.instructions) {
        const before = previous;
        previous = instruction;
        if (instruction.op !== Op.POP_TOP || before === undefined) continue;
        if (!loadsConst(before.op) && !(before.op === Op.COPY && before.arg === 1)) continue;
        setNop(before);
        setNop(instruction);
        done = false;
      }
      if ((previous !== undefined && isJump(previous.op)) || !block.hasFallthrough) previous = undefined;
    }
  }
}

/// All passes over the graph before its blocks get their final order.
export function optimizeBlocks(entry: BasicBlock, consts: ConstTable, profile: Profile): void {
  inlineSmallBlocks(entry);
  removeUnreachable(entry);
  resolveLineNumbers(entry);
  for (const block of blocksFrom(entry)) optimizeLoadConst(block, consts);
  for (const block of blocksFrom(entry)) optimizeBlock(block, consts, profile);
  removeRedundantPairs(entry);
  removeUnreachable(entry);
  removeRedundantNopsAndJumps(entry);
}
