/// yield, yield from and await.
import type { Compiler } from './compiler';
import { type Location, NO_LOCATION, Pseudo } from './instructions';
import { NONE } from './constants';
import { Opcode as Op } from './opcodes';

const RESUME_AFTER_YIELD = 1;
const RESUME_AFTER_YIELD_FROM = 2;
const RESUME_AFTER_AWAIT = 3;
const INTRINSIC_ASYNC_GEN_WRAP = 4;

/// Yields the value on top.
export function yieldValue(c: Compiler, loc: Location): void {
  if (c.entry.generator && c.entry.coroutine) c.op(loc, Op.CALL_INTRINSIC_1, INTRINSIC_ASYNC_GEN_WRAP);
  c.op(loc, Op.YIELD_VALUE, 0);
  c.op(loc, Op.RESUME, RESUME_AFTER_YIELD);
}

/// Delegates to the iterator below the top, which is what it is sent first
/// (CPython 3.14 Python/codegen.c codegen_add_yield_from).
export function yieldFrom(c: Compiler, loc: Location, isAwait: boolean): void {
  const send = c.label();
  const fail = c.label();
  const exit = c.label();
  c.use(send);
  c.jump(loc, Op.SEND, exit);
  // YIELD_VALUE raises only on close() and throw(): StopIteration then ends the delegation.
  c.jump(loc, Pseudo.SETUP_FINALLY, fail);
  c.op(loc, Op.YIELD_VALUE, 1);
  c.op(NO_LOCATION, Pseudo.POP_BLOCK);
  c.op(loc, Op.RESUME, isAwait ? RESUME_AFTER_AWAIT : RESUME_AFTER_YIELD_FROM);
  c.jump(loc, Pseudo.JUMP_NO_INTERRUPT, send);
  c.use(fail);
  c.op(loc, Op.CLEANUP_THROW);
  c.use(exit);
  c.op(loc, Op.END_SEND);
}

/// Awaits the value on top. `kind`: GET_AWAITABLE's argument.
export function awaitValue(c: Compiler, loc: Location, kind: 0 | 1 | 2): void {
  c.op(loc, Op.GET_AWAITABLE, kind);
  c.loadConst(loc, NONE);
  yieldFrom(c, loc, true);
}
