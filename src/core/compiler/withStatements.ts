/// with and async with.
import type { AsyncWith, With } from '../syntax/ast';
import type { Compiler } from './compiler';
import { type Location, NO_LOCATION, Pseudo } from './instructions';
import { Opcode as Op } from './opcodes';
import { awaitValue } from './awaiting';
import { callExitWithNones } from './frameBlocks';
import { popExceptAndReraise } from './tryStatements';

const ENTER = 0;
const EXIT = 1;
const AENTER = 2;
const AEXIT = 3;

/// The exit method on the stack, and above it what `__enter__` returned.
function enterManager(c: Compiler, loc: Location, isAsync: boolean): void {
  if (c.profile.loadsSpecialMethods) {
    c.op(loc, Op.COPY, 1);
    c.op(loc, Op.LOAD_SPECIAL, isAsync ? AEXIT : EXIT);
    c.op(loc, Op.SWAP, 2);
    c.op(loc, Op.SWAP, 3);
    c.op(loc, Op.LOAD_SPECIAL, isAsync ? AENTER : ENTER);
    c.op(loc, Op.CALL, 0);
  } else {
    c.op(loc, isAsync ? Op.BEFORE_ASYNC_WITH : Op.BEFORE_WITH);
  }
  if (isAsync) awaitValue(c, loc, 1);
}

/// CPython 3.14 Python/codegen.c codegen_with_inner, codegen_async_with_inner.
export function compileWith(c: Compiler, s: With | AsyncWith, index = 0): void {
  const isAsync = s.kind === 'AsyncWith';
  const item = s.items[index]!;
  const loc = c.profile.marksPartOfStatement ? item.context_expr : s;
  const block = c.label();
  const final = c.label();
  const exit = c.label();
  const cleanup = c.label();
  c.expr(item.context_expr);
  enterManager(c, loc, isAsync);
  c.jump(loc, Pseudo.SETUP_WITH, final);
  c.use(block);
  c.pushBlock({ type: isAsync ? 'async with' : 'with', loc, block, exit: final });
  if (item.optional_vars !== undefined) c.expr(item.optional_vars);
  else c.op(loc, Op.POP_TOP);
  if (index + 1 === s.items.length) c.stmts(s.body);
  else compileWith(c, s, index + 1);
  if (!isAsync) c.op(NO_LOCATION, Pseudo.POP_BLOCK);
  c.popBlock();
  if (isAsync) c.op(loc, Pseudo.POP_BLOCK);
  callExitWithNones(c, loc);
  if (isAsync) awaitValue(c, loc, 2);
  c.op(loc, Op.POP_TOP);
  c.jump(loc, Pseudo.JUMP, exit);
  c.use(final);
  c.jump(loc, Pseudo.SETUP_CLEANUP, cleanup);
  c.op(loc, Op.PUSH_EXC_INFO);
  c.op(loc, Op.WITH_EXCEPT_START, c.profile.loadsSpecialMethods ? 0 : 1);
  if (isAsync) awaitValue(c, loc, 2);
  const suppress = c.label();
  c.op(NO_LOCATION, Op.TO_BOOL);
  c.jump(NO_LOCATION, Op.POP_JUMP_IF_TRUE, suppress);
  c.op(NO_LOCATION, Op.RERAISE, 2);
  c.use(suppress);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.op(NO_LOCATION, Pseudo.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  // What lies below: lasti, self (3.14), the exit method.
  for (let i = c.profile.loadsSpecialMethods ? 3 : 2; i > 0; i--) c.op(NO_LOCATION, Op.POP_TOP);
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, exit);
  c.use(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.use(exit);
}
