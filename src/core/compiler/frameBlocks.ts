/// Leaving blocks by return, break and continue (CPython 3.14 Python/codegen.c codegen_unwind_fblock).
import type { Compiler } from './compiler';
import { type Location, NO_LABEL, NO_LOCATION, Pseudo } from './instructions';
import { NONE } from './constants';
import { Opcode as Op } from './opcodes';
import { awaitValue } from './awaiting';
import type { FrameBlock } from './unit';

/// Calls `__exit__(None, None, None)`, which lies below.
export function callExitWithNones(c: Compiler, loc: Location): void {
  for (let i = 0; i < 3; i++) c.loadConst(loc, NONE);
  // Up to 3.13 there is no self below: the first None stands in its place.
  c.op(loc, Op.CALL, c.profile.loadsSpecialMethods ? 3 : 2);
}

/// Drops the value below the one to keep, or the top.
function popUnder(c: Compiler, loc: Location, preserveTop: boolean): void {
  if (preserveTop) c.op(loc, Op.SWAP, 2);
  c.op(loc, Op.POP_TOP);
}

/// Emits what leaving `block` takes and returns the location of what follows.
/// `preserveTop`: the value on top (of a return) stays.
export function unwindBlock(c: Compiler, loc: Location, block: FrameBlock, preserveTop: boolean): Location {
  switch (block.type) {
    case 'for':
    case 'pop value':
      popUnder(c, loc, preserveTop);
      return loc;
    case 'try except':
      c.op(loc, Pseudo.POP_BLOCK);
      return loc;
    case 'finally try':
      c.op(loc, Pseudo.POP_BLOCK);
      if (preserveTop) c.pushBlock({ type: 'pop value', loc, block: NO_LABEL, exit: NO_LABEL });
      c.stmts(block.finalbody!);
      if (preserveTop) c.popBlock();
      return NO_LOCATION;
    case 'finally end':
      popUnder(c, loc, preserveTop);
      if (preserveTop) c.op(loc, Op.SWAP, 2);
      c.op(loc, Pseudo.POP_BLOCK);
      c.op(loc, Op.POP_EXCEPT);
      return loc;
    case 'with':
    case 'async with':
      c.op(block.loc, Pseudo.POP_BLOCK);
      if (preserveTop) {
        if (c.profile.loadsSpecialMethods) c.op(block.loc, Op.SWAP, 3);
        c.op(block.loc, Op.SWAP, 2);
      }
      callExitWithNones(c, block.loc);
      if (block.type === 'async with') awaitValue(c, block.loc, 2);
      c.op(block.loc, Op.POP_TOP);
      return NO_LOCATION;
    case 'handler cleanup':
      if (block.name !== undefined) c.op(loc, Pseudo.POP_BLOCK);
      if (preserveTop) c.op(loc, Op.SWAP, 2);
      c.op(loc, Pseudo.POP_BLOCK);
      c.op(loc, Op.POP_EXCEPT);
      if (block.name !== undefined) {
        c.loadConst(loc, NONE);
        c.variable(loc, block.name, 'Store');
        c.variable(loc, block.name, 'Del');
      }
      return loc;
    default:
      return loc;
  }
}

/// Leaves all blocks, or those within the nearest loop.
/// `then` emits what follows while the blocks left are off the stack; it gets the loop, if there is one.
export function unwindBlocks(
  c: Compiler, loc: Location, preserveTop: boolean, toLoop: boolean, then: (loc: Location, loop: FrameBlock | undefined) => void
): void {
  const blocks = c.unit.frameBlocks;
  const saved = [...blocks];
  let current = loc;
  let loop: FrameBlock | undefined;
  for (let top = blocks[blocks.length - 1]; top !== undefined; top = blocks[blocks.length - 1]) {
    if (top.type === 'exception group handler') {
      c.fail(current, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (toLoop && (top.type === 'while' || top.type === 'for')) {
      loop = top;
      break;
    }
    blocks.pop();
    current = unwindBlock(c, current, top, preserveTop);
  }
  blocks.splice(0, blocks.length, ...saved);
  then(current, loop);
}
