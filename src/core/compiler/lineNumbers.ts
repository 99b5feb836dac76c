/// Lines for instructions that have none (CPython 3.14 Python/flowgraph.c resolve_line_numbers).
import { Opcode } from './opcodes';
import { type Location, NO_LOCATION, Pseudo } from './instructions';
import { type BasicBlock, blocksFrom, copyBlock, jumpsAtEnd, nextNonempty } from './basicBlock';

/// An exit or an eval-breaker check, where a traceback can start, without any line.
function needsLine(block: BasicBlock): boolean {
  const checks = block.instructions.some(({ op }) => op === Pseudo.JUMP || op === Opcode.RESUME);
  return (block.exitsScope || checks) && block.hasNoLine;
}

/// Every exit without a line gets a copy for each jump to it, so that each copy has one line to take.
function duplicateExits(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    if (!jumpsAtEnd(block)) continue;
    const last = block.last!;
    const target = nextNonempty(last.target)!;
    if (!needsLine(target) || target.predecessors <= 1) continue;
    const copy = copyBlock(target);
    copy.instructions[0]!.loc = last.loc;
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.next = target.next;
    target.next = copy;
  }
  for (const block of blocksFrom(entry)) {
    const { next } = block;
    if (!block.hasFallthrough || next === undefined || block.instructions.length === 0) continue;
    if (needsLine(next) && next.instructions.length > 0) next.instructions[0]!.loc = block.last!.loc;
  }
}

/// A line passes on within a block, and to a block with one predecessor (propagate_line_numbers).
function propagateLines(entry: BasicBlock): void {
  const inherit = (block: BasicBlock, loc: Location): void => {
    const first = block.instructions[0];
    if (block.predecessors === 1 && first !== undefined && first.loc.lineno === NO_LOCATION.lineno) first.loc = loc;
  };
  for (const block of blocksFrom(entry)) {
    const { last } = block;
    if (last === undefined) continue;
    let previous = NO_LOCATION;
    for (const instruction of block.instructions) {
      if (instruction.loc.lineno === NO_LOCATION.lineno) instruction.loc = previous;
      else previous = instruction.loc;
    }
    if (block.hasFallthrough && block.next !== undefined) inherit(block.next, previous);
    if (jumpsAtEnd(block)) inherit(last.target!, previous);
  }
}

/// Needs predecessors counted.
export function resolveLineNumbers(entry: BasicBlock): void {
  duplicateExits(entry);
  propagateLines(entry);
}
