/// Comprehensions and generator expressions.
import type { Comprehension, DictComp, Expr, GeneratorExp, ListComp, SetComp } from '../syntax/ast';
import { compileIterated, constantItems } from './collections';
import type { Compiler } from './compiler';
import { type Location, NO_LOCATION, Pseudo } from './instructions';
import { NONE } from './constants';
import { Opcode as Op } from './opcodes';
import { awaitValue, yieldFrom, yieldValue } from './awaiting';
import { makeClosure } from './closures';
import { jumpIf } from './jumps';
import { wrapInStopIterationHandler } from './generatorHandler';
import { popInlinedState, pushInlinedState } from './inlinedComprehensions';

type ComprehensionNode = GeneratorExp | ListComp | SetComp | DictComp;

const BUILD_OPS = { ListComp: Op.BUILD_LIST, SetComp: Op.BUILD_SET, DictComp: Op.BUILD_MAP } as const;
const NAMES = { GeneratorExp: '<genexpr>', ListComp: '<listcomp>', SetComp: '<setcomp>', DictComp: '<dictcomp>' } as const;

/// CPython 3.14 Python/codegen.c codegen_comprehension.
export function compileComprehension(c: Compiler, e: ComprehensionNode): void {
  const entry = c.symtable.lookup(e);
  const outermost = e.generators[0]!;
  const isAsync = entry.coroutine;
  if (entry.compInlined) {
    compileIterator(c, outermost);
    const state = pushInlinedState(c, e, entry);
    buildResult(c, e, true);
    compileGenerators(c, e, 0, 0, true);
    popInlinedState(c, e, state);
    return;
  }
  c.enterScope(entry, NAMES[e.kind], 'comprehension', e.lineno, { argcount: 1, posonlyargcount: 0, kwonlyargcount: 0 });
  buildResult(c, e, false);
  compileGenerators(c, e, 0, 0, false);
  if (e.kind === 'GeneratorExp') wrapInStopIterationHandler(c);
  else c.op(e, Op.RETURN_VALUE);
  makeClosure(c, e, c.exitScope(true), 0);
  compileIterator(c, outermost);
  c.op(e, Op.CALL, 0);
  if (isAsync && e.kind !== 'GeneratorExp') awaitValue(c, e, 0);
}

/// Iterators are made where the comprehension stands, outside its function.
function compileIterator(c: Compiler, generator: Comprehension): void {
  compileIterated(c, generator.iter);
  c.op(generator.iter, generator.is_async ? Op.GET_AITER : Op.GET_ITER);
}

/// The empty list, set or dict, below the iterator if that is on the stack.
function buildResult(c: Compiler, e: ComprehensionNode, inlined: boolean): void {
  if (e.kind === 'GeneratorExp') return;
  c.op(e, BUILD_OPS[e.kind], 0);
  if (inlined) c.op(e, Op.SWAP, 2);
}

/// The loops from generator `index` on. `depth`: iterators above the result.
function compileGenerators(c: Compiler, e: ComprehensionNode, index: number, depth: number, iteratorOnStack: boolean): void {
  const generator = e.generators[index]!;
  if (generator.is_async) compileAsyncGenerator(c, e, index, depth, iteratorOnStack);
  else compileSyncGenerator(c, e, index, depth, iteratorOnStack);
}

/// The single element of `for y in [f(x)]`, which is an assignment, unless constants have become a tuple before.
function singleElement(c: Compiler, iter: Expr): Expr | undefined {
  const elts = iter.kind === 'List' || iter.kind === 'Tuple' ? iter.elts : [];
  if (elts.length !== 1 || elts[0]!.kind === 'Starred') return undefined;
  return c.profile.foldsConstantsInAst && constantItems(elts) !== undefined ? undefined : elts[0];
}

/// One `for` with its conditions, and what is in it (codegen_sync_comprehension_generator).
function compileSyncGenerator(c: Compiler, e: ComprehensionNode, index: number, depth: number, iteratorOnStack: boolean): void {
  const start = c.label();
  const ifCleanup = c.label();
  const anchor = c.label();
  const generator = e.generators[index]!;
  let loops = true;
  if (!iteratorOnStack) {
    const single = index === 0 ? undefined : singleElement(c, generator.iter);
    if (index === 0) {
      c.op(e, Op.LOAD_FAST, 0);
    } else if (single !== undefined) {
      c.expr(single);
      loops = false;
    } else {
      compileIterator(c, generator);
    }
  }
  if (loops) {
    if (c.profile.asksIteratorsAgain) c.op(generator.iter, Op.GET_ITER);
    c.use(start);
    c.jump(generator.iter, Op.FOR_ITER, anchor);
  }
  c.expr(generator.target);
  for (const condition of generator.ifs) jumpIf(c, e, condition, ifCleanup, false);
  const loc = compileRest(c, e, index + 1, depth + (loops ? 1 : 0));
  c.use(ifCleanup);
  if (!loops) return;
  c.jump(loc, Pseudo.JUMP, start);
  c.use(anchor);
  c.op(NO_LOCATION, Op.END_FOR);
  c.op(NO_LOCATION, Op.POP_ITER);
}

/// One `async for` (codegen_async_comprehension_generator).
function compileAsyncGenerator(c: Compiler, e: ComprehensionNode, index: number, depth: number, iteratorOnStack: boolean): void {
  const start = c.label();
  const send = c.label();
  const except = c.label();
  const ifCleanup = c.label();
  const generator = e.generators[index]!;
  if (!iteratorOnStack) {
    if (index === 0) c.op(e, Op.LOAD_FAST, 0);
    else compileIterator(c, generator);
  }
  c.use(start);
  c.pushBlock({ type: 'async comprehension', loc: e, block: start, exit: -1 });
  c.jump(e, Pseudo.SETUP_FINALLY, except);
  c.op(e, Op.GET_ANEXT);
  c.loadConst(e, NONE);
  c.use(send);
  yieldFrom(c, e, true);
  c.op(e, Pseudo.POP_BLOCK);
  c.expr(generator.target);
  for (const condition of generator.ifs) jumpIf(c, e, condition, ifCleanup, false);
  const loc = compileRest(c, e, index + 1, depth + 1);
  c.use(ifCleanup);
  c.jump(loc, Pseudo.JUMP, start);
  c.popBlock();
  c.use(except);
  c.jump(e, Op.END_ASYNC_FOR, send);
}

/// The generators from `index` on, or the element; returns the element's location.
function compileRest(c: Compiler, e: ComprehensionNode, index: number, depth: number): Location {
  const elt = e.kind === 'DictComp' ? e.key : e.elt;
  if (index < e.generators.length) {
    compileGenerators(c, e, index, depth, false);
    return elt;
  }
  c.expr(elt);
  switch (e.kind) {
    case 'GeneratorExp':
      yieldValue(c, elt);
      c.op(elt, Op.POP_TOP);
      return elt;
    case 'ListComp':
      c.op(elt, Op.LIST_APPEND, depth + 1);
      return elt;
    case 'SetComp':
      c.op(elt, Op.SET_ADD, depth + 1);
      return elt;
    case 'DictComp': {
      c.expr(e.value);
      const loc: Location = {
        lineno: e.key.lineno, col_offset: e.key.col_offset,
        end_lineno: e.value.end_lineno, end_col_offset: e.value.end_col_offset
      };
      c.op(loc, Op.MAP_ADD, depth + 1);
      return loc;
    }
  }
}
