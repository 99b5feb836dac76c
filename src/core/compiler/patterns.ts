/// match statements (CPython 3.14 Python/codegen.c codegen_pattern_*).
import type { Match, MatchAs, MatchOr, MatchSequence, MatchValue, Pattern } from '../syntax/ast';
import type { Compiler } from './compiler';
import { NEXT_LOCATION, NO_LOCATION, Pseudo } from './instructions';
import { constFromAst, intConst } from './constants';
import { NB_SUBSCR, NB_SUBTRACT, Opcode as Op } from './opcodes';
import { compareOp, jumpIf } from './jumps';
import { unpack } from './collections';
import { patternConstantOf } from './constantNodes';
import { compileClassPattern, compileMappingPattern } from './classPatterns';
import { type PatternContext, addStore, captureTop, emitFailPops, ensureFailPop, isWildcard, jumpToFailPop, rotate } from './patternContext';

/// A pattern within another, where captures are always allowed.
function compileSubpattern(c: Compiler, p: Pattern, pc: PatternContext): void {
  const before = pc.allowIrrefutable;
  pc.allowIrrefutable = true;
  compilePattern(c, p, pc);
  pc.allowIrrefutable = before;
}

/// Consumes the subject.
function compilePattern(c: Compiler, p: Pattern, pc: PatternContext): void {
  switch (p.kind) {
    case 'MatchValue':
      compileValue(c, p);
      jumpToFailPop(c, p, pc, Op.POP_JUMP_IF_FALSE);
      break;
    case 'MatchSingleton':
      c.loadConst(p, constFromAst(p.value));
      compareOp(c, p, 'Is');
      jumpToFailPop(c, p, pc, Op.POP_JUMP_IF_FALSE);
      break;
    case 'MatchSequence':
      compileSequence(c, p, pc);
      break;
    case 'MatchMapping':
      compileMappingPattern(c, p, pc, compileSubpattern);
      break;
    case 'MatchClass':
      compileClassPattern(c, p, pc, compileSubpattern);
      break;
    case 'MatchStar':
      captureTop(c, p, p.name, pc);
      break;
    case 'MatchAs':
      compileAs(c, p, pc);
      break;
    case 'MatchOr':
      compileOr(c, p, pc);
      break;
  }
}

/// Compares the subject with a literal or an attribute.
function compileValue(c: Compiler, p: MatchValue): void {
  const constant = patternConstantOf(p.value);
  if (constant !== undefined) c.loadConst(p.value, constant);
  else if (p.value.kind === 'Attribute') c.expr(p.value);
  else c.fail(p, 'patterns may only match literals and attribute lookups');
  compareOp(c, p, 'Eq');
  c.op(p, Op.TO_BOOL);
}

/// `pattern as name`, a capture, or `_`.
function compileAs(c: Compiler, p: MatchAs, pc: PatternContext): void {
  if (p.pattern === undefined) {
    if (!pc.allowIrrefutable) {
      c.fail(p, p.name === undefined
        ? 'wildcard makes remaining patterns unreachable'
        : `name capture '${p.name}' makes remaining patterns unreachable`);
    }
    captureTop(c, p, p.name, pc);
    return;
  }
  pc.onTop++;
  c.op(p, Op.COPY, 1);
  compilePattern(c, p.pattern, pc);
  pc.onTop--;
  captureTop(c, p, p.name, pc);
}

/// `[a, *b]` (codegen_pattern_sequence).
function compileSequence(c: Compiler, p: MatchSequence, pc: PatternContext): void {
  const { patterns } = p;
  const size = patterns.length;
  const isStar = patterns.map((pattern) => pattern.kind === 'MatchStar');
  const star = isStar.indexOf(true);
  if (star >= 0 && isStar.indexOf(true, star + 1) >= 0) c.fail(p, 'multiple starred names in sequence pattern');
  const starPattern = patterns[star];
  const starWildcard = starPattern?.kind === 'MatchStar' && starPattern.name === undefined;
  const onlyWildcards = patterns.every((pattern, i) => (i === star ? starWildcard : isWildcard(pattern)));
  pc.onTop++;
  c.op(p, Op.MATCH_SEQUENCE);
  jumpToFailPop(c, p, pc, Op.POP_JUMP_IF_FALSE);
  if (star < 0 || size > 1) {
    c.op(p, Op.GET_LEN);
    c.loadConst(p, intConst(star < 0 ? size : size - 1));
    compareOp(c, p, star < 0 ? 'Eq' : 'GtE');
    jumpToFailPop(c, p, pc, Op.POP_JUMP_IF_FALSE);
  }
  pc.onTop--;
  if (onlyWildcards) {
    c.op(p, Op.POP_TOP);
  } else if (starWildcard) {
    subscriptItems(c, p, star, pc);
  } else {
    unpack(c, p, isStar, 'sequence pattern');
    pc.onTop += size;
    for (const pattern of patterns) {
      pc.onTop--;
      compileSubpattern(c, pattern, pc);
    }
  }
}

/// `[first, *_, last]`: items by index, without a list for the star.
function subscriptItems(c: Compiler, p: MatchSequence, star: number, pc: PatternContext): void {
  const size = p.patterns.length;
  pc.onTop++;
  p.patterns.forEach((pattern, i) => {
    if (i === star || isWildcard(pattern)) return;
    c.op(p, Op.COPY, 1);
    if (i < star) {
      c.loadConst(p, intConst(i));
    } else {
      c.op(p, Op.GET_LEN);
      c.loadConst(p, intConst(size - i));
      c.op(p, Op.BINARY_OP, NB_SUBTRACT);
    }
    c.op(p, Op.BINARY_OP, NB_SUBSCR);
    compileSubpattern(c, pattern, pc);
  });
  pc.onTop--;
  c.op(p, Op.POP_TOP);
}

/// Alternatives, which must bind the same names (codegen_pattern_or).
function compileOr(c: Compiler, p: MatchOr, pc: PatternContext): void {
  const end = c.label();
  const outer = { ...pc };
  // The names the first alternative binds, in the order the others must put them.
  let control: string[] = [];
  p.patterns.forEach((alternative, i) => {
    pc.stores = [];
    pc.allowIrrefutable = i === p.patterns.length - 1 && outer.allowIrrefutable;
    pc.failPop = [];
    pc.onTop = 0;
    c.op(alternative, Op.COPY, 1);
    // Its captures, beside those of the whole and of the first one.
    c.unit.hold(0, Math.min(i + 1, 2), 0);
    compilePattern(c, alternative, pc);
    c.unit.heldSteps.push('end');
    if (i === 0) control = pc.stores;
    else reorderStores(c, p, alternative, pc, control);
    c.jump(alternative, Pseudo.JUMP, end);
    emitFailPops(c, alternative, pc);
  });
  Object.assign(pc, outer);
  c.op(p, Op.POP_TOP);
  jumpToFailPop(c, p, pc, Pseudo.JUMP);
  c.use(end);
  // Each capture moves below the subject, the other values on top and the earlier captures.
  const rotations = control.length + 1 + pc.onTop + pc.stores.length;
  for (const name of control) {
    rotate(c, p, rotations);
    addStore(c, p, pc, name);
  }
  c.op(p, Op.POP_TOP);
}

/// Puts an alternative's captures into the first one's order.
function reorderStores(c: Compiler, p: MatchOr, alternative: Pattern, pc: PatternContext, control: readonly string[]): void {
  if (pc.stores.length !== control.length) c.fail(p, 'alternative patterns bind different names');
  for (let i = control.length - 1; i >= 0; i--) {
    const at = pc.stores.indexOf(control[i]!);
    if (at < 0) c.fail(p, 'alternative patterns bind different names');
    if (at === i) continue;
    const rotated = pc.stores.splice(0, at + 1);
    pc.stores.splice(i - at, 0, ...rotated);
    for (let count = at + 1; count > 0; count--) rotate(c, alternative, i + 1);
  }
}

/// CPython 3.14 Python/codegen.c codegen_match_inner.
export function compileMatch(c: Compiler, s: Match): void {
  c.expr(s.subject);
  const end = c.label();
  const last = s.cases.length - 1;
  const hasDefault = isWildcard(s.cases[last]!.pattern) && s.cases.length > 1;
  const count = hasDefault ? last : last + 1;
  for (let i = 0; i < count; i++) {
    const { pattern, guard, body } = s.cases[i]!;
    if (i !== count - 1) c.op(pattern, Op.COPY, 1);
    const pc: PatternContext = { stores: [], allowIrrefutable: guard !== undefined || i === last, failPop: [], onTop: 0 };
    c.unit.hold(0, 1, 0);
    compilePattern(c, pattern, pc);
    c.unit.heldSteps.push('end');
    for (const name of pc.stores) c.variable(pattern, name, 'Store');
    if (guard !== undefined) {
      ensureFailPop(c, pc, 0);
      jumpIf(c, pattern, guard, pc.failPop[0]!, false);
    }
    if (i !== count - 1) c.op(NEXT_LOCATION, Op.POP_TOP);
    c.stmts(body);
    c.jump(NO_LOCATION, Pseudo.JUMP, end);
    emitFailPops(c, pattern, pc);
  }
  if (hasDefault) {
    const { pattern, guard, body } = s.cases[last]!;
    c.op(pattern, Op.NOP);
    if (guard !== undefined) jumpIf(c, pattern, guard, end, false);
    c.stmts(body);
  }
  c.use(end);
}
