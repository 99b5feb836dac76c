/// Where control can come to in a code object, and how much is on the stack there.
import { Opcode as Op } from '../../compiler/opcodes';
import { isConditionalJump, isScopeExit, numPopped, numPushed } from '../../compiler/stackEffects';
import type { CodeObject } from '../../compiler/code';
import { BREAKPOINT } from '../ops/table';

export interface Blocks {
  /// For each instruction: number of the block that begins with it, or -1. One past the last instruction is there too.
  readonly numbers: Int16Array;
  /// For each instruction: values on the stack before it; -1 = control never comes here.
  readonly depths: Int16Array;
  /// For each block: its first instruction.
  readonly starts: Int16Array;
}

const isJump = (op: number): boolean =>
  isConditionalJump(op) || op === Op.JUMP_FORWARD || op === Op.JUMP_BACKWARD || op === Op.JUMP_BACKWARD_NO_INTERRUPT || op === Op.FOR_ITER || op === Op.SEND;

const isUnconditional = (op: number): boolean =>
  op === Op.JUMP_FORWARD || op === Op.JUMP_BACKWARD || op === Op.JUMP_BACKWARD_NO_INTERRUPT || isScopeExit(op);

/// Another frame may run before the next instruction: the eval loop comes back to it.
const mayLeave = (op: number): boolean =>
  op === Op.CALL || op === Op.CALL_KW || op === Op.CALL_FUNCTION_EX || op === Op.YIELD_VALUE || op === Op.RETURN_GENERATOR || op === Op.SEND || op === Op.FOR_ITER
  || op === BREAKPOINT;

/// Where an instruction's jump goes.
const jumpTarget = (op: number, arg: number): number => (op === Op.FOR_ITER ? arg + 1 : arg);

/// undefined: the stack's depth is not the same on all ways to an instruction, which the compiler never produces.
export function findBlocks(plain: CodeObject): Blocks | undefined {
  const { instructions, exceptiontable } = plain;
  const depths = new Int16Array(instructions.length + 1).fill(-1);
  const starts = new Set<number>([0]);
  const work: number[] = [];
  let agree = true;
  const reach = (at: number, depth: number): void => {
    if (depths[at] === -1) {
      depths[at] = depth;
      work.push(at);
    } else if (depths[at] !== depth) {
      agree = false;
    }
  };
  reach(0, 0);
  for (let i = 0; i < exceptiontable.length; i += 5) {
    starts.add(exceptiontable[i + 2]!);
    reach(exceptiontable[i + 2]!, exceptiontable[i + 3]! + exceptiontable[i + 4]! + 1);
  }
  for (let at = work.pop(); at !== undefined; at = work.pop()) {
    const word = instructions[at]!;
    const op = word & 255;
    const arg = word >>> 8;
    const depth = depths[at]!;
    // What stands under a breakpoint is not known; the eval loop goes on there.
    if (op === BREAKPOINT) continue;
    const after = depth - numPopped(op, arg) + numPushed(op, arg);
    if (isJump(op)) {
      const target = jumpTarget(op, arg);
      starts.add(target);
      reach(target, op === Op.FOR_ITER ? depth : after);
    }
    if (mayLeave(op)) starts.add(at + 1);
    if (!isUnconditional(op)) reach(at + 1, after);
  }
  if (!agree) return undefined;
  const numbers = new Int16Array(instructions.length + 1).fill(-1);
  const reached = [...starts].filter(at => depths[at] !== -1).sort((a, b) => a - b);
  reached.forEach((at, block) => { numbers[at] = block; });
  return { numbers, depths, starts: Int16Array.from(reached) };
}

/// So many instructions make a function of their own, by measurement: V8 waits the longer with a function, and works on it
/// the longer, the larger it is.
const MOST_IN_PART = 50;

/// For each block: number of the part that it belongs to. A part becomes one JavaScript function: an innermost loop, or a
/// stretch of blocks outside of such loops.
export function partsOf(plain: CodeObject, { numbers, starts }: Blocks): Int16Array {
  const { instructions } = plain;
  const count = starts.length;
  const startOf = (block: number): number => (block < count ? starts[block]! : instructions.length);
  const loopEnds = new Int16Array(count);
  for (let at = 0; at < instructions.length; at++) {
    const word = instructions[at]!;
    const isBack = (word & 255) === Op.JUMP_BACKWARD || (word & 255) === Op.JUMP_BACKWARD_NO_INTERRUPT;
    if (isBack && numbers[word >>> 8]! >= 0) loopEnds[numbers[word >>> 8]!] = at + 1;
  }
  const parts = new Int16Array(count);
  let part = 0;
  let size = 0;
  for (let block = 0; block < count;) {
    const loopEnd = loopEnds[block]!;
    const isInnermost = loopEnd > 0 && !loopEnds.some((end, other) => other > block && end > 0 && starts[other]! < loopEnd);
    const end = isInnermost ? loopEnd : startOf(block + 1);
    const length = end - starts[block]!;
    if (size > 0 && (isInnermost || size + length > MOST_IN_PART)) {
      part++;
      size = 0;
    }
    size += isInnermost ? MOST_IN_PART : length;
    while (block < count && starts[block]! < end) parts[block++] = part;
  }
  return parts;
}
