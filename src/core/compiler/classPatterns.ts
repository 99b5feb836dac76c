/// Class and mapping patterns.
import type { Expr, MatchClass, MatchMapping, Pattern } from '../syntax/ast';
import type { Const } from './code';
import type { Compiler } from './compiler';
import { NONE, intConst, strConst, tupleConst } from './constants';
import { Opcode as Op } from './opcodes';
import { compareOp } from './jumps';
import { patternConstantOf } from './constantNodes';
import { constRepr } from './constRepr';
import { type PatternContext, captureTop, isWildcard, jumpToFailPop } from './patternContext';

type CompileSubpattern = (c: Compiler, p: Pattern, pc: PatternContext) => void;

/// The tuple on top, or None: no match.
function failIfNone(c: Compiler, p: MatchClass | MatchMapping, pc: PatternContext): void {
  c.op(p, Op.COPY, 1);
  c.loadConst(p, NONE);
  c.op(p, Op.IS_OP, 1);
  jumpToFailPop(c, p, pc, Op.POP_JUMP_IF_FALSE);
}

/// `Point(x, y=0)` (CPython 3.14 Python/codegen.c codegen_pattern_class).
export function compileClassPattern(c: Compiler, p: MatchClass, pc: PatternContext, compileSubpattern: CompileSubpattern): void {
  p.kwd_attrs.forEach((name, i) => {
    const repeated = p.kwd_attrs.indexOf(name, i + 1);
    if (repeated >= 0) c.fail(p.kwd_patterns[repeated]!, `attribute name repeated in class pattern: ${name}`);
  });
  c.expr(p.cls);
  c.loadConst(p, tupleConst(p.kwd_attrs.map(strConst)));
  c.op(p, Op.MATCH_CLASS, p.patterns.length);
  pc.onTop++;
  failIfNone(c, p, pc);
  const patterns = [...p.patterns, ...p.kwd_patterns];
  c.op(p, Op.UNPACK_SEQUENCE, patterns.length);
  pc.onTop += patterns.length - 1;
  for (const pattern of patterns) {
    pc.onTop--;
    if (isWildcard(pattern)) c.op(p, Op.POP_TOP);
    else compileSubpattern(c, pattern, pc);
  }
}

/// One key; literals must differ.
function compileKey(c: Compiler, p: MatchMapping, key: Expr, seen: Set<string>): void {
  const constant = patternConstantOf(key);
  if (constant === undefined) {
    if (key.kind !== 'Attribute') c.fail(p, 'mapping pattern keys may only match literals and attribute lookups');
    c.expr(key);
    return;
  }
  const identity = equalityKey(constant);
  if (seen.has(identity)) c.fail(p, `mapping pattern checks duplicate key (${constRepr(constant)})`);
  seen.add(identity);
  c.loadConst(key, constant);
}

/// Equal for constants that are equal keys of a dict.
function equalityKey(value: Const): string {
  if (value.type === 'bool') return `n${Number(value.value)}`;
  if (value.type === 'int' || value.type === 'float') return `n${value.value}`;
  return `${value.type}:${constRepr(value)}`;
}

/// `{"a": x, **rest}` (CPython 3.14 Python/codegen.c codegen_pattern_mapping).
export function compileMappingPattern(c: Compiler, p: MatchMapping, pc: PatternContext, compileSubpattern: CompileSubpattern): void {
  const size = p.keys.length;
  pc.onTop++;
  c.op(p, Op.MATCH_MAPPING);
  jumpToFailPop(c, p, pc, Op.POP_JUMP_IF_FALSE);
  if (size === 0 && p.rest === undefined) {
    pc.onTop--;
    c.op(p, Op.POP_TOP);
    return;
  }
  if (size > 0) {
    c.op(p, Op.GET_LEN);
    c.loadConst(p, intConst(size));
    compareOp(c, p, 'GtE');
    jumpToFailPop(c, p, pc, Op.POP_JUMP_IF_FALSE);
  }
  const seen = new Set<string>();
  for (const key of p.keys) compileKey(c, p, key, seen);
  c.op(p, Op.BUILD_TUPLE, size);
  c.op(p, Op.MATCH_KEYS);
  pc.onTop += 2;
  failIfNone(c, p, pc);
  c.op(p, Op.UNPACK_SEQUENCE, size);
  pc.onTop += size - 1;
  for (const pattern of p.patterns) {
    pc.onTop--;
    compileSubpattern(c, pattern, pc);
  }
  pc.onTop -= 2;
  if (p.rest === undefined) {
    c.op(p, Op.POP_TOP);
    c.op(p, Op.POP_TOP);
    return;
  }
  // rest = dict(subject) without the keys
  c.op(p, Op.BUILD_MAP, 0);
  c.op(p, Op.SWAP, 3);
  c.op(p, Op.DICT_UPDATE, 2);
  c.op(p, Op.UNPACK_SEQUENCE, size);
  for (let left = size; left > 0; left--) {
    c.op(p, Op.COPY, 1 + left);
    c.op(p, Op.SWAP, 2);
    c.op(p, Op.DELETE_SUBSCR);
  }
  captureTop(c, p, p.rest, pc);
}
