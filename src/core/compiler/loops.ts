/// if, for, while, and the statements that leave them.
import type { AsyncFor, Break, Continue, For, If, Return, While } from '../syntax/ast';
import { compileIterated } from './collections';
import type { Compiler } from './compiler';
import { type Location, NO_LOCATION, Pseudo } from './instructions';
import { NONE } from './constants';
import { Opcode as Op } from './opcodes';
import { yieldFrom } from './awaiting';
import { unwindBlock, unwindBlocks } from './frameBlocks';
import { jumpIf } from './jumps';
import { constantOf } from './constantNodes';

/// CPython 3.14 Python/codegen.c codegen_if.
export function compileIf(c: Compiler, s: If): void {
  const end = c.label();
  const next = s.orelse.length > 0 ? c.label() : end;
  jumpIf(c, s, s.test, next, false);
  c.stmts(s.body);
  if (s.orelse.length > 0) {
    c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, end);
    c.use(next);
    c.stmts(s.orelse);
  }
  c.use(end);
}

/// CPython 3.14 Python/codegen.c codegen_for.
export function compileFor(c: Compiler, s: For): void {
  const start = c.label();
  const body = c.label();
  const cleanup = c.label();
  const end = c.label();
  c.pushBlock({ type: 'for', loc: s, block: start, exit: end });
  compileIterated(c, s.iter);
  const place = c.profile.marksPartOfStatement ? s.iter : s;
  c.op(place, Op.GET_ITER);
  c.use(start);
  c.jump(place, Op.FOR_ITER, cleanup);
  // Keeps the line of a target that stands on its own; dropped otherwise.
  c.op(s.target, Op.NOP);
  c.use(body);
  c.expr(s.target);
  c.stmts(s.body);
  c.jump(NO_LOCATION, Pseudo.JUMP, start);
  c.use(cleanup);
  c.op(NO_LOCATION, Op.END_FOR);
  c.op(NO_LOCATION, Op.POP_ITER);
  c.popBlock();
  c.stmts(s.orelse);
  c.use(end);
}

/// The loop ends with StopAsyncIteration, in a handler (codegen_async_for).
export function compileAsyncFor(c: Compiler, s: AsyncFor): void {
  const start = c.label();
  const send = c.label();
  const except = c.label();
  const end = c.label();
  c.expr(s.iter);
  c.op(s.iter, Op.GET_AITER);
  c.use(start);
  c.pushBlock({ type: 'for', loc: s, block: start, exit: end });
  c.jump(s, Pseudo.SETUP_FINALLY, except);
  c.op(s, Op.GET_ANEXT);
  c.loadConst(s, NONE);
  c.use(send);
  yieldFrom(c, s, true);
  c.op(s, Pseudo.POP_BLOCK);
  c.expr(s.target);
  c.stmts(s.body);
  c.jump(NO_LOCATION, Pseudo.JUMP, start);
  c.popBlock();
  c.use(except);
  c.jump(s.iter, Op.END_ASYNC_FOR, send);
  c.stmts(s.orelse);
  c.use(end);
}

/// CPython 3.14 Python/codegen.c codegen_while.
export function compileWhile(c: Compiler, s: While): void {
  const loop = c.label();
  const body = c.label();
  const end = c.label();
  const anchor = c.label();
  c.use(loop);
  c.pushBlock({ type: 'while', loc: s, block: loop, exit: end });
  jumpIf(c, s, s.test, anchor, false);
  c.use(body);
  c.stmts(s.body);
  if (c.profile.testsWhileAtEnd) jumpIf(c, s, s.test, anchor, false);
  c.jump(NO_LOCATION, Pseudo.JUMP, c.profile.testsWhileAtEnd ? body : loop);
  c.popBlock();
  c.use(anchor);
  c.stmts(s.orelse);
  c.use(end);
}

/// A constant is loaded after the blocks around have been left (codegen_return).
export function compileReturn(c: Compiler, s: Return): void {
  const { value } = s;
  if (!c.entry.isFunctionLike) c.fail(s, "'return' outside function");
  if (value !== undefined && c.entry.coroutine && c.entry.generator) {
    c.fail(s, "'return' with value in async generator");
  }
  const constant = value === undefined ? NONE : constantOf(value);
  let loc: Location = s;
  if (constant === undefined) {
    c.expr(value!);
  } else if (value !== undefined) {
    loc = value;
    c.op(loc, Op.NOP);
  }
  if (value === undefined || value.lineno !== s.lineno) {
    loc = s;
    c.op(loc, Op.NOP);
  }
  unwindBlocks(c, loc, constant === undefined, false, (after) => {
    if (constant !== undefined) c.loadConst(after, constant);
    c.op(after, Op.RETURN_VALUE);
  });
}

/// CPython 3.14 Python/codegen.c codegen_break.
export function compileBreak(c: Compiler, s: Break): void {
  c.op(s, Op.NOP);
  unwindBlocks(c, s, false, true, (after, loop) => {
    if (loop === undefined) c.fail(s, "'break' outside loop");
    c.jump(unwindBlock(c, after, loop, false), Pseudo.JUMP, loop.exit);
  });
}

/// CPython 3.14 Python/codegen.c codegen_continue.
export function compileContinue(c: Compiler, s: Continue): void {
  c.op(s, Op.NOP);
  unwindBlocks(c, s, false, true, (after, loop) => {
    if (loop === undefined) c.fail(s, "'continue' not properly in loop");
    c.jump(after, Pseudo.JUMP, loop.block);
  });
}
