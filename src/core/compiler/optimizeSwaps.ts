/// Fewest SWAPs for the same shuffle, and none where stores can change places instead.
import { Opcode as Op } from './opcodes';
import { Pseudo } from './instructions';
import { type BasicBlock, type Instruction, setNop, setOp } from './basicBlock';

const VISITED = -1;

/// Replaces the run of SWAPs and NOPs at `start` by a shortest one; returns the run's last index
/// (CPython 3.14 Python/flowgraph.c swaptimize).
function shortenRun(block: BasicBlock, start: number): number {
  const run: Instruction[] = [];
  let depth = 0;
  let swaps = 0;
  for (let i = start; i < block.instructions.length; i++) {
    const instruction = block.instructions[i]!;
    if (instruction.op === Op.SWAP) {
      depth = Math.max(depth, instruction.arg);
      swaps++;
    } else if (instruction.op !== Op.NOP) {
      break;
    }
    run.push(instruction);
  }
  if (swaps < 2) return start;
  const stack = Array.from({ length: depth }, (_, i) => i);
  for (const { op, arg } of run) {
    if (op !== Op.SWAP) continue;
    const top = stack[0]!;
    stack[0] = stack[arg - 1]!;
    stack[arg - 1] = top;
  }
  // Each cycle of the permutation is undone by swaps with the top, written from the end of the run.
  let current = run.length - 1;
  for (let i = 0; i < depth; i++) {
    if (stack[i] === VISITED || stack[i] === i) continue;
    let j = i;
    for (;;) {
      if (j !== 0) setOp(run[current--]!, Op.SWAP, j + 1);
      if (stack[j] === VISITED) break;
      const next = stack[j]!;
      stack[j] = VISITED;
      j = next;
    }
  }
  while (current >= 0) setNop(run[current--]!);
  return start + run.length - 1;
}

/// Only pops the top, runs no code but finalizers.
function isSwappable(op: number): boolean {
  return op === Op.STORE_FAST || op === Pseudo.STORE_FAST_MAYBE_NULL || op === Op.POP_TOP;
}

/// The local stored to, -1 for none.
function storesTo(instruction: Instruction): number {
  return instruction.op === Op.POP_TOP ? -1 : instruction.arg;
}

/// The next instruction of the kind after `index`, on `line` unless that is negative; -1 for none.
function nextSwappable(block: BasicBlock, index: number, line: number): number {
  for (let i = index + 1; i < block.instructions.length; i++) {
    const instruction = block.instructions[i]!;
    if (line >= 0 && instruction.loc.lineno !== line) return -1;
    if (instruction.op === Op.NOP) continue;
    return isSwappable(instruction.op) ? i : -1;
  }
  return -1;
}

/// Exchanges the two instructions that a SWAP at or before `index` would feed (apply_static_swaps).
function applyStaticSwaps(block: BasicBlock, index: number): void {
  const { instructions } = block;
  for (let i = index; i >= 0; i--) {
    const swap = instructions[i]!;
    if (swap.op !== Op.SWAP) {
      if (swap.op === Op.NOP || isSwappable(swap.op)) continue;
      return;
    }
    const first = nextSwappable(block, i, -1);
    if (first < 0) return;
    const line = instructions[first]!.loc.lineno;
    let second = first;
    for (let count = swap.arg - 1; count > 0; count--) {
      second = nextSwappable(block, second, line);
      if (second < 0) return;
    }
    const firstStore = storesTo(instructions[first]!);
    const secondStore = storesTo(instructions[second]!);
    if (firstStore >= 0 || secondStore >= 0) {
      if (firstStore === secondStore) return;
      for (let between = first + 1; between < second; between++) {
        const instruction = instructions[between]!;
        const store = instruction.op === Op.NOP ? -1 : storesTo(instruction);
        if (store >= 0 && (store === firstStore || store === secondStore)) return;
      }
    }
    setNop(swap);
    [instructions[first], instructions[second]] = [instructions[second]!, instructions[first]!];
  }
}

/// Both, for every run of SWAPs.
export function optimizeSwaps(block: BasicBlock): void {
  for (let i = 0; i < block.instructions.length; i++) {
    if (block.instructions[i]!.op !== Op.SWAP) continue;
    i = shortenRun(block, i);
    applyStaticSwaps(block, i);
  }
}
