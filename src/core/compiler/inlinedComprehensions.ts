/// A comprehension in the frame around it: its variables replace those of the same name while it runs (PEP 709).
import type { Compiler } from './compiler';
import { type Label, type Location, NO_LABEL, NO_LOCATION, Pseudo } from './instructions';
import { Opcode as Op } from './opcodes';
import { Def, Scope, SCOPE_OFFSET, type SymtableEntry } from './symtableEntry';

interface InlinedState {
  /// Variables whose values lie on the stack until the end.
  readonly pushedLocals: string[];
  /// Symbols of the outer block to put back.
  readonly outerSymbols: Map<string, number>;
  readonly fastHidden: Set<string>;
  cleanup: Label;
}

/// Gives the block the comprehension's view of its names
/// (CPython 3.14 Python/compile.c _PyCompile_TweakInlinedComprehensionScopes).
function tweakScopes(c: Compiler, comp: SymtableEntry, state: InlinedState, inClass: boolean): void {
  const { entry, unit } = c;
  for (const [name, symbol] of comp.symbols) {
    const scope = symbol >> SCOPE_OFFSET;
    const outerSymbol = entry.symbol(name);
    const outerScope = outerSymbol >> SCOPE_OFFSET;
    const differs = scope !== outerScope && scope !== Scope.FREE && !(scope === Scope.CELL && outerScope === Scope.FREE);
    if (differs || inClass) {
      entry.symbols.set(name, symbol);
      state.outerSymbols.set(name, outerSymbol);
    }
    if (isIsolated(symbol, inClass) && !entry.isFunctionLike && unit.fastHidden.get(name) !== true) {
      unit.fastHidden.set(name, true);
      state.fastHidden.add(name);
    }
  }
}

/// Bound in the comprehension, so that the outer variable of that name must be kept aside.
function isIsolated(symbol: number, inClass: boolean): boolean {
  return ((symbol & Def.LOCAL) !== 0 && (symbol & Def.NONLOCAL) === 0) || inClass;
}

/// The outermost iterator is on top of the stack, before and after.
export function pushInlinedState(c: Compiler, loc: Location, comp: SymtableEntry): InlinedState {
  const { unit } = c;
  const inClass = c.entry.type === 'class' && unit.inlinedComprehensions === 0;
  const state: InlinedState = { pushedLocals: [], outerSymbols: new Map(), fastHidden: new Set(), cleanup: NO_LABEL };
  unit.inlinedComprehensions++;
  tweakScopes(c, comp, state, inClass);
  for (const [name, symbol] of comp.symbols) {
    if (!isIsolated(symbol, inClass && c.profile.isolatesAllNamesInClasses)) continue;
    c.nameOp(loc, Op.LOAD_FAST_AND_CLEAR, unit.varnames, name);
    if (symbol >> SCOPE_OFFSET === Scope.CELL) {
      const outerFree = c.entry.scope(name) === Scope.FREE;
      c.nameOp(loc, Op.MAKE_CELL, outerFree ? unit.freevars : unit.cellvars, name);
    }
    state.pushedLocals.push(name);
  }
  if (state.pushedLocals.length > 0) {
    c.op(loc, Op.SWAP, state.pushedLocals.length + 1);
    state.cleanup = c.label();
    c.jump(loc, Pseudo.SETUP_FINALLY, state.cleanup);
  }
  unit.hold(Math.min(state.outerSymbols.size, 1), Math.min(state.pushedLocals.length, 1), Math.min(state.fastHidden.size, 1));
  return state;
}

/// Puts the outer variables back; one that was unset becomes unset again.
function restoreLocals(c: Compiler, loc: Location, state: InlinedState): void {
  c.op(loc, Op.SWAP, state.pushedLocals.length + 1);
  for (let i = state.pushedLocals.length - 1; i >= 0; i--) {
    c.nameOp(loc, Pseudo.STORE_FAST_MAYBE_NULL, c.unit.varnames, state.pushedLocals[i]!);
  }
}

/// The result is on top of the stack, before and after.
export function popInlinedState(c: Compiler, loc: Location, state: InlinedState): void {
  if (state.pushedLocals.length > 0) {
    const end = c.label();
    c.op(NO_LOCATION, Pseudo.POP_BLOCK);
    c.jump(NO_LOCATION, Pseudo.JUMP_NO_INTERRUPT, end);
    c.use(state.cleanup);
    c.op(NO_LOCATION, Op.SWAP, 2);
    c.op(NO_LOCATION, Op.POP_TOP);
    restoreLocals(c, loc, state);
    c.op(NO_LOCATION, Op.RERAISE, 0);
    c.use(end);
    restoreLocals(c, loc, state);
  }
  c.unit.inlinedComprehensions--;
  c.unit.heldSteps.push('end');
  for (const [name, symbol] of state.outerSymbols) c.entry.symbols.set(name, symbol);
  for (const name of state.fastHidden) c.unit.fastHidden.set(name, false);
}
