/// Exception handlers move behind the code that runs without errors (CPython 3.14 Python/flowgraph.c push_cold_blocks_to_end).
import { NO_LOCATION, Pseudo } from './instructions';
import { isJump } from './stackEffects';
import { BasicBlock, blocksFrom, clearVisited, removeRedundantNopsAndJumps } from './basicBlock';

/// Visits what control reaches from the blocks on `stack` without an exception.
function spread(stack: BasicBlock[], mark: (block: BasicBlock) => void, enter: (block: BasicBlock) => boolean): void {
  const push = (block: BasicBlock): void => {
    if (block.visited || !enter(block)) return;
    block.visited = true;
    stack.push(block);
  };
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    mark(block);
    if (block.next !== undefined && block.hasFallthrough) push(block.next);
    for (const instruction of block.instructions) {
      if (isJump(instruction.op)) push(instruction.target!);
    }
  }
}

/// Warm: reached without an exception. Cold: reached only through a handler (mark_warm, mark_cold).
function markTemperature(entry: BasicBlock): void {
  clearVisited(entry);
  entry.visited = true;
  spread([entry], (block) => (block.warm = true), () => true);
  clearVisited(entry);
  const handlers = [...blocksFrom(entry)].filter((block) => block.exceptHandler);
  for (const handler of handlers) handler.visited = true;
  spread(handlers, (block) => (block.cold = true), (block) => !block.warm);
}

/// Where a cold block fell through into a warm one it jumps there now.
export function pushColdBlocksToEnd(entry: BasicBlock): void {
  if (entry.next === undefined) return;
  markTemperature(entry);
  for (const block of blocksFrom(entry)) {
    const { next } = block;
    if (!block.cold || !block.hasFallthrough || next === undefined || !next.warm) continue;
    const jump = new BasicBlock(false);
    next.isTarget = true;
    jump.append(Pseudo.JUMP_NO_INTERRUPT, 0, NO_LOCATION, next);
    jump.cold = true;
    jump.predecessors = 1;
    jump.next = next;
    block.next = jump;
  }
  const blocks = [...blocksFrom(entry)];
  const cold = blocks.filter((block) => block.cold);
  const ordered = [...blocks.filter((block) => !block.cold), ...cold];
  ordered.forEach((block, i) => (block.next = ordered[i + 1]));
  if (cold.length > 0) removeRedundantNopsAndJumps(entry);
}
