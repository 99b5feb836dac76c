/// Which handler covers each instruction, and how deep the stack is.
import type { StackSurplus } from '../profile/stackSurplus';
import { isGeneratorHandler } from './generatorHandler';
import { Opcode } from './opcodes';
import { Pseudo } from './instructions';
import { hasTarget, isBlockPush, isJump, isScopeExit, isUnconditionalJump, numPopped, numPushed } from './stackEffects';
import { type BasicBlock, type Instruction, blocksFrom, clearVisited, setNop } from './basicBlock';

/// RESUME's flag: the nearest handler is only the generator's own.
export const RESUME_DEPTH1 = 4;

/// CPython 3.14 Python/flowgraph.c label_exception_targets, mark_except_handlers. Replaces POP_BLOCK by NOP.
export function labelExceptionTargets(entry: BasicBlock): void {
  clearVisited(entry);
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      if (isBlockPush(instruction.op)) instruction.target!.exceptHandler = true;
    }
  }
  entry.exceptStack = [];
  entry.visited = true;
  const todo = [entry];
  const visit = (block: BasicBlock, handlers: BasicBlock[]): void => {
    if (block.visited) return;
    block.visited = true;
    block.exceptStack = handlers;
    todo.push(block);
  };
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    const handlers = block.exceptStack!;
    block.exceptStack = undefined;
    let yieldDepth = -1;
    for (const instruction of block.instructions) {
      if (isBlockPush(instruction.op)) {
        const target = instruction.target!;
        visit(target, [...handlers]);
        if (instruction.op !== Pseudo.SETUP_FINALLY) target.preserveLasti = true;
        handlers.push(target);
        continue;
      }
      if (instruction.op === Pseudo.POP_BLOCK) {
        handlers.pop();
        setNop(instruction);
        continue;
      }
      instruction.except = handlers[handlers.length - 1];
      if (isJump(instruction.op)) {
        visit(instruction.target!, [...handlers]);
      } else if (instruction.op === Opcode.YIELD_VALUE) {
        yieldDepth = handlers.length;
      } else if (instruction.op === Opcode.RESUME && instruction.arg !== 0) {
        if (yieldDepth === 1) instruction.arg |= RESUME_DEPTH1;
        yieldDepth = -1;
      }
    }
    if (block.hasFallthrough && block.next !== undefined) visit(block.next, handlers);
  }
}

/// How many values on the stack before the instruction are the surplus of what it takes.
function surplusBefore(instruction: Instruction, previous: Instruction | undefined, surplus: StackSurplus): number {
  if (instruction.op === Opcode.CALL_KW) return surplus.keywordNames ? 1 : 0;
  return surplus.noKeywords && instruction.op === Opcode.CALL_FUNCTION_EX && previous?.op === Opcode.PUSH_NULL ? 1 : 0;
}

/// The deepest the stack gets (`room`), and so without the surplus (`stacksize`); sets every block's startDepth
/// (calculate_stackdepth).
export function calculateStackDepth(entry: BasicBlock, surplus: StackSurplus): { readonly stacksize: number; readonly room: number } {
  for (const block of blocksFrom(entry)) block.startDepth = -1;
  let stacksize = 1;
  let room = 1;
  const stack: BasicBlock[] = [];
  const push = (block: BasicBlock, depth: number): void => {
    if (block.startDepth < 0) {
      block.startDepth = depth;
      stack.push(block);
    } else if (block.startDepth !== depth) {
      throw new Error(`inconsistent stack depth: ${block.startDepth} and ${depth}`);
    }
  };
  push(entry, 0);
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    let depth = block.startDepth;
    let falls = true;
    const counts = !surplus.generatorHandlers || !isGeneratorHandler(block.instructions[0]);
    for (const [i, instruction] of block.instructions.entries()) {
      const { op, arg, target } = instruction;
      const effect = numPushed(op, arg) - numPopped(op, arg);
      room = Math.max(room, depth);
      if (counts) stacksize = Math.max(stacksize, depth - surplusBefore(instruction, block.instructions[i - 1], surplus));
      if (hasTarget(op) && op !== Opcode.END_ASYNC_FOR) push(target!, depth + effect);
      if (!isBlockPush(op)) depth += effect;
      if (depth < 0) throw new Error('stack underflow');
      if (isUnconditionalJump(op) || isScopeExit(op)) {
        falls = false;
        break;
      }
    }
    if (falls && block.next !== undefined) push(block.next, depth);
  }
  return { stacksize, room };
}
