/// try, except, except*, finally.
import type { ExceptHandler, Stmt, Try, TryStar } from '../syntax/ast';
import type { Compiler } from './compiler';
import { type Label, type Location, NO_LABEL, NO_LOCATION, Pseudo } from './instructions';
import { NONE } from './constants';
import { Opcode as Op } from './opcodes';

const INTRINSIC_PREP_RERAISE_STAR = 1;

/// [prev_exc, lasti, exc]: the exception goes on.
export function popExceptAndReraise(c: Compiler, loc: Location): void {
  c.op(loc, Op.COPY, 3);
  c.op(loc, Op.POP_EXCEPT);
  c.op(loc, Op.RERAISE, 1);
}

/// CPython 3.14 Python/codegen.c codegen_try, codegen_try_star.
export function compileTry(c: Compiler, s: Try | TryStar): void {
  if (s.finalbody.length > 0) compileFinally(c, s);
  else compileHandlers(c, s);
}

/// The part without `finally`.
function compileHandlers(c: Compiler, s: Try | TryStar): void {
  if (s.kind === 'Try') compileExcept(c, s);
  else compileExceptStar(c, s);
}

/// The body of `finally` is there twice: after the end, and in a handler (codegen_try_finally).
function compileFinally(c: Compiler, s: Try | TryStar): void {
  const body = c.label();
  const end = c.label();
  const exit = c.label();
  const cleanup = c.label();
  c.jump(s, Pseudo.SETUP_FINALLY, end);
  c.use(body);
  c.pushBlock({ type: 'finally try', loc: s, block: body, exit: end, finalbody: s.finalbody });
  if (s.handlers.length > 0) compileHandlers(c, s);
  else c.stmts(s.body);
  c.op(NO_LOCATION, Pseudo.POP_BLOCK);
  c.popBlock();
  c.stmts(s.finalbody);
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, exit);
  c.use(end);
  c.jump(NO_LOCATION, Pseudo.SETUP_CLEANUP, cleanup);
  c.op(NO_LOCATION, Op.PUSH_EXC_INFO);
  c.pushBlock({ type: 'finally end', loc: NO_LOCATION, block: end, exit: NO_LABEL });
  c.stmts(s.finalbody);
  c.popBlock();
  c.op(NO_LOCATION, Op.RERAISE, 0);
  c.use(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.use(exit);
}

/// The body of `try`, whose errors go to `except`.
function protectBody(c: Compiler, s: Stmt, stmts: readonly Stmt[], except: Label): void {
  const body = c.label();
  c.jump(s, Pseudo.SETUP_FINALLY, except);
  c.use(body);
  c.pushBlock({ type: 'try except', loc: s, block: body, exit: NO_LABEL });
  c.stmts(stmts);
  c.popBlock();
  c.op(NO_LOCATION, Pseudo.POP_BLOCK);
}

/// `name = None; del name`, at the end of `except E as name`.
function clearName(c: Compiler, name: string | undefined): void {
  if (name === undefined) return;
  c.loadConst(NO_LOCATION, NONE);
  c.variable(NO_LOCATION, name, 'Store');
  c.variable(NO_LOCATION, name, 'Del');
}

/// Each handler tests the exception on the stack (codegen_try_except).
function compileExcept(c: Compiler, s: Try): void {
  const except = c.label();
  const end = c.label();
  const cleanup = c.label();
  protectBody(c, s, s.body, except);
  c.stmts(s.orelse);
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, end);
  c.use(except);
  c.jump(NO_LOCATION, Pseudo.SETUP_CLEANUP, cleanup);
  c.op(NO_LOCATION, Op.PUSH_EXC_INFO);
  c.pushBlock({ type: 'exception handler', loc: s, block: NO_LABEL, exit: NO_LABEL });
  s.handlers.forEach((handler, i) => {
    if (handler.type === undefined && i < s.handlers.length - 1) c.fail(handler, "default 'except:' must be last");
    const next = c.label();
    if (handler.type !== undefined) {
      c.expr(handler.type);
      c.op(handler, Op.CHECK_EXC_MATCH);
      c.jump(handler, Op.POP_JUMP_IF_FALSE, next);
    }
    compileHandlerBody(c, handler, end);
    c.use(next);
  });
  c.popBlock();
  c.op(NO_LOCATION, Op.RERAISE, 0);
  c.use(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.use(end);
}

/// The name of the exception is deleted however the body is left.
function compileHandlerBody(c: Compiler, handler: ExceptHandler, end: Label): void {
  const { name } = handler;
  const cleanupEnd = c.label();
  const body = c.label();
  if (name === undefined) {
    c.op(handler, Op.POP_TOP);
  } else {
    c.variable(handler, name, 'Store');
    c.jump(handler, Pseudo.SETUP_CLEANUP, cleanupEnd);
  }
  c.use(body);
  c.pushBlock({ type: 'handler cleanup', loc: handler, block: body, exit: NO_LABEL, name });
  c.stmts(handler.body);
  c.popBlock();
  c.op(NO_LOCATION, Pseudo.POP_BLOCK);
  if (name !== undefined) c.op(NO_LOCATION, Pseudo.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  clearName(c, name);
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, end);
  if (name === undefined) return;
  c.use(cleanupEnd);
  clearName(c, name);
  c.op(NO_LOCATION, Op.RERAISE, 1);
}

/// Keeps [group, exceptions raised, rest] on the stack from handler to handler
/// (CPython 3.14 Python/codegen.c codegen_try_star_except).
function compileExceptStar(c: Compiler, s: TryStar): void {
  const except = c.label();
  const orelse = c.label();
  const end = c.label();
  const cleanup = c.label();
  const reraiseStar = c.label();
  protectBody(c, s, s.body, except);
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, orelse);
  c.use(except);
  c.jump(NO_LOCATION, Pseudo.SETUP_CLEANUP, cleanup);
  c.op(NO_LOCATION, Op.PUSH_EXC_INFO);
  c.pushBlock({ type: 'exception group handler', loc: s, block: NO_LABEL, exit: NO_LABEL });
  s.handlers.forEach((handler, i) => {
    if (i === 0) {
      c.op(handler, Op.BUILD_LIST, 0);
      c.op(handler, Op.COPY, 2);
    }
    compileStarHandler(c, handler);
    if (i === s.handlers.length - 1) {
      c.op(NO_LOCATION, Op.LIST_APPEND, 1);
      c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, reraiseStar);
    }
  });
  c.popBlock();
  const reraise = c.label();
  c.use(reraiseStar);
  c.op(NO_LOCATION, Op.CALL_INTRINSIC_2, INTRINSIC_PREP_RERAISE_STAR);
  c.op(NO_LOCATION, Op.COPY, 1);
  c.jump(NO_LOCATION, Op.POP_JUMP_IF_NOT_NONE, reraise);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.op(NO_LOCATION, Pseudo.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, end);
  c.use(reraise);
  c.op(NO_LOCATION, Pseudo.POP_BLOCK);
  c.op(NO_LOCATION, Op.SWAP, 2);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  c.op(NO_LOCATION, Op.RERAISE, 0);
  c.use(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.use(orelse);
  c.stmts(s.orelse);
  c.use(end);
}

/// One `except* E`: what it raises is added to the list.
function compileStarHandler(c: Compiler, handler: ExceptHandler): void {
  const { name } = handler;
  const next = c.label();
  const nextWithError = c.label();
  const noMatch = c.label();
  const cleanupEnd = c.label();
  const body = c.label();
  if (handler.type !== undefined) {
    c.expr(handler.type);
    c.op(handler, Op.CHECK_EG_MATCH);
    c.op(handler, Op.COPY, 1);
    c.jump(handler, Op.POP_JUMP_IF_NONE, noMatch);
  }
  if (name === undefined) c.op(handler, Op.POP_TOP);
  else c.variable(handler, name, 'Store');
  c.jump(handler, Pseudo.SETUP_CLEANUP, cleanupEnd);
  c.use(body);
  c.pushBlock({ type: 'handler cleanup', loc: handler, block: body, exit: NO_LABEL, name });
  c.stmts(handler.body);
  c.popBlock();
  c.op(NO_LOCATION, Pseudo.POP_BLOCK);
  clearName(c, name);
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, next);
  c.use(cleanupEnd);
  clearName(c, name);
  c.op(NO_LOCATION, Op.LIST_APPEND, 3);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, nextWithError);
  c.use(next);
  c.op(NO_LOCATION, Op.NOP);
  c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, nextWithError);
  c.use(noMatch);
  c.op(handler, Op.POP_TOP);
  c.use(nextWithError);
}
