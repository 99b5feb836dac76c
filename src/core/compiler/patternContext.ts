/// What the patterns of one case share: captures and where to go on failure.
import type { Pattern } from '../syntax/ast';
import type { Compiler } from './compiler';
import type { Label, Location } from './instructions';
import { Opcode as Op } from './opcodes';

/// Each pattern consumes the subject on top and jumps to a failPop label if it does not match.
export interface PatternContext {
  /// Captured names; their values lie below `onTop`.
  stores: string[];
  /// Whether a capture or wildcard may stand here.
  allowIrrefutable: boolean;
  /// failPop[n] drops n values and goes on with the next case.
  failPop: Label[];
  /// Values on top of the stack that stay above captures and are dropped on failure.
  onTop: number;
}

/// `_`.
export function isWildcard(p: Pattern): boolean {
  return p.kind === 'MatchAs' && p.name === undefined && p.pattern === undefined;
}

/// Makes labels up to failPop[count].
export function ensureFailPop(c: Compiler, pc: PatternContext, count: number): void {
  while (pc.failPop.length <= count) pc.failPop.push(c.label());
}

/// Jumps to where all that the pattern left on the stack is dropped.
export function jumpToFailPop(c: Compiler, loc: Location, pc: PatternContext, op: number): void {
  const pops = pc.onTop + pc.stores.length;
  ensureFailPop(c, pc, pops);
  c.jump(loc, op, pc.failPop[pops]!);
}

/// The chain of POP_TOPs that failures jump into, and the place after it.
export function emitFailPops(c: Compiler, loc: Location, pc: PatternContext): void {
  for (let i = pc.failPop.length - 1; i > 0; i--) {
    c.use(pc.failPop[i]!);
    c.op(loc, Op.POP_TOP);
  }
  if (pc.failPop.length > 0) c.use(pc.failPop[0]!);
  pc.failPop = [];
}

/// Moves the top `count - 1` places down.
export function rotate(c: Compiler, loc: Location, count: number): void {
  for (let i = count; i > 1; i--) c.op(loc, Op.SWAP, i);
}

/// A name may be captured once.
export function addStore(c: Compiler, loc: Location, pc: PatternContext, name: string): void {
  if (pc.stores.includes(name)) c.fail(loc, `multiple assignments to name '${name}' in pattern`);
  pc.stores.push(name);
}

/// Keeps the value on top, below all others of the pattern; no name: drops it.
export function captureTop(c: Compiler, loc: Location, name: string | undefined, pc: PatternContext): void {
  if (name === undefined) {
    c.op(loc, Op.POP_TOP);
    return;
  }
  const rotations = pc.onTop + pc.stores.length + 1;
  addStore(c, loc, pc, name);
  rotate(c, loc, rotations);
}
