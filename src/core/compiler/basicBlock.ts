/// The control-flow graph: basic blocks in the order they will be written (CPython 3.14 Python/flowgraph.c).
import { Opcode } from './opcodes';
import { type InstructionSequence, type Location, NO_LOCATION } from './instructions';
import { hasTarget, isJump, isScopeExit, isTerminator, isUnconditionalJump } from './stackEffects';

export interface Instruction {
  op: number;
  arg: number;
  loc: Location;
  /// The block jumped to, or the handler of a block push.
  target: BasicBlock | undefined;
  /// The handler of an error here.
  except: BasicBlock | undefined;
}

export class BasicBlock {
  instructions: Instruction[] = [];
  next: BasicBlock | undefined = undefined;
  exceptHandler = false;
  preserveLasti = false;
  /// Stack depth at entry; -1: not known.
  startDepth = -1;
  /// Blocks that jump or fall into this one.
  predecessors = 0;
  cold = false;
  warm = false;
  visited = false;
  /// Handlers in force at entry, innermost last.
  exceptStack: BasicBlock[] | undefined = undefined;
  /// Bit i: local i may be unset at entry.
  unsafeLocals = 0n;
  /// Position in the final order.
  offset = 0;

  /// `isTarget`: an instruction names this block.
  constructor(public isTarget: boolean) {}

  get last(): Instruction | undefined {
    return this.instructions[this.instructions.length - 1];
  }

  get hasFallthrough(): boolean {
    const last = this.last;
    return last === undefined || !(isScopeExit(last.op) || isUnconditionalJump(last.op));
  }

  get exitsScope(): boolean {
    const last = this.last;
    return last !== undefined && isScopeExit(last.op);
  }

  get hasNoLine(): boolean {
    return this.instructions.every((instruction) => instruction.loc.lineno < 0);
  }

  append(op: number, arg: number, loc: Location, target?: BasicBlock): void {
    this.instructions.push({ op, arg, loc, target, except: undefined });
  }
}

/// Keeps the place and the line.
export function setNop(instruction: Instruction): void {
  instruction.op = Opcode.NOP;
  instruction.arg = 0;
  instruction.target = undefined;
}

/// Replaces what the instruction does; its line stays.
export function setOp(instruction: Instruction, op: number, arg: number): void {
  instruction.op = op;
  instruction.arg = arg;
}

/// The blocks from `entry` on, in order. Blocks added behind the current one are visited too.
export function* blocksFrom(entry: BasicBlock): Generator<BasicBlock> {
  for (let block: BasicBlock | undefined = entry; block !== undefined; block = block.next) yield block;
}

/// The first block from here on that has instructions.
export function nextNonempty(block: BasicBlock | undefined): BasicBlock | undefined {
  let found = block;
  while (found !== undefined && found.instructions.length === 0) found = found.next;
  return found;
}

/// Forgets earlier traversals.
export function clearVisited(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) block.visited = false;
}

/// Cuts a sequence into blocks (_PyCfg_FromInstructionSequence) and links jumps to their targets.
export function buildBlocks(sequence: InstructionSequence): BasicBlock {
  const source = sequence.instructions;
  const targets = new Map<number, BasicBlock | undefined>();
  for (const instruction of source) {
    if (hasTarget(instruction.op)) targets.set(sequence.labels[instruction.arg]!, undefined);
  }
  const entry = new BasicBlock(false);
  let current = entry;
  const startBlock = (isTarget: boolean): void => {
    current.next = new BasicBlock(isTarget);
    current = current.next;
  };
  source.forEach((instruction, index) => {
    const last = current.last;
    if (targets.has(index)) {
      if (last !== undefined || current.isTarget) startBlock(true);
      current.isTarget = true;
      targets.set(index, current);
    } else if (last !== undefined && isTerminator(last.op)) {
      startBlock(false);
    }
    current.append(instruction.op, hasTarget(instruction.op) ? 0 : instruction.arg, instruction.loc);
    if (hasTarget(instruction.op)) current.last!.arg = instruction.arg;
  });
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      if (!hasTarget(instruction.op)) continue;
      instruction.target = targets.get(sequence.labels[instruction.arg]!);
      instruction.arg = 0;
    }
  }
  return entry;
}

/// A copy of a block that does not fall through.
export function copyBlock(block: BasicBlock): BasicBlock {
  const copy = new BasicBlock(true);
  copy.instructions = block.instructions.map((instruction) => ({ ...instruction }));
  return copy;
}

/// Deletes the instructions of blocks that cannot be reached, and counts predecessors (remove_unreachable).
export function removeUnreachable(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    block.predecessors = 0;
    block.visited = false;
  }
  const stack = [entry];
  entry.predecessors = 1;
  entry.visited = true;
  const reach = (block: BasicBlock): void => {
    if (!block.visited) {
      block.visited = true;
      stack.push(block);
    }
    block.predecessors++;
  };
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    if (block.next !== undefined && block.hasFallthrough) reach(block.next);
    for (const instruction of block.instructions) {
      if (instruction.target !== undefined) reach(instruction.target);
    }
  }
  for (const block of blocksFrom(entry)) {
    if (block.predecessors > 0) continue;
    block.instructions = [];
    block.exceptHandler = false;
  }
}

/// Drops NOPs that no line needs; returns how many (basicblock_remove_redundant_nops).
export function removeRedundantNopsIn(block: BasicBlock): number {
  const source = block.instructions;
  const kept: Instruction[] = [];
  let previousLine = -1;
  for (let i = 0; i < source.length; i++) {
    const instruction = source[i]!;
    const line = instruction.loc.lineno;
    if (instruction.op === Opcode.NOP && isRedundantNop(block, i, previousLine)) continue;
    kept.push(instruction);
    previousLine = line;
  }
  block.instructions = kept;
  return source.length - kept.length;
}

/// Whether the line of the NOP is shown by a neighbour; may give the next instruction that line.
function isRedundantNop(block: BasicBlock, index: number, previousLine: number): boolean {
  const nop = block.instructions[index]!;
  const line = nop.loc.lineno;
  if (line < 0 || line === previousLine) return true;
  const following = block.instructions[index + 1];
  if (following !== undefined) {
    if (following.loc.lineno === line) return true;
    if (following.loc.lineno >= 0) return false;
    following.loc = nop.loc;
    return true;
  }
  const next = nextNonempty(block.next);
  if (next === undefined) return false;
  const first = next.instructions.find((candidate) => candidate.op !== Opcode.NOP || candidate.loc.lineno >= 0);
  return line === (first?.loc ?? NO_LOCATION).lineno;
}

/// Returns how many NOPs went.
export function removeRedundantNops(entry: BasicBlock): number {
  let removed = 0;
  for (const block of blocksFrom(entry)) removed += removeRedundantNopsIn(block);
  return removed;
}

/// A jump to what comes next anyway becomes a NOP; returns how many.
function removeRedundantJumps(entry: BasicBlock): number {
  let changes = 0;
  for (const block of blocksFrom(entry)) {
    const last = block.last;
    if (last === undefined || !isUnconditionalJump(last.op)) continue;
    if (nextNonempty(last.target) === nextNonempty(block.next)) {
      setNop(last);
      changes++;
    }
  }
  return changes;
}

/// Until neither is left.
export function removeRedundantNopsAndJumps(entry: BasicBlock): void {
  while (removeRedundantNops(entry) + removeRedundantJumps(entry) > 0);
}

/// Whether the last instruction may jump to its target.
export function jumpsAtEnd(block: BasicBlock): boolean {
  const last = block.last;
  return last !== undefined && isJump(last.op);
}
