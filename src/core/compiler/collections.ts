/// Displays, and unpacking into targets.
import type { Dict, Expr, List, Set as SetNode, Tuple } from '../syntax/ast';
import type { Const } from './code';
import type { Compiler } from './compiler';
import { constantOf, foldedConstant } from './constantNodes';
import { tupleConst } from './constants';
import type { Location } from './instructions';
import { Opcode as Op } from './opcodes';
import { STACK_USE_GUIDELINE, distinct } from './foldConstants';

export const INTRINSIC_LIST_TO_TUPLE = 6;

interface Display {
  readonly build: number;
  readonly add: number;
  readonly extend: number;
  /// The list is made a tuple in the end.
  readonly tuple: boolean;
}

const LIST_DISPLAY: Display = { build: Op.BUILD_LIST, add: Op.LIST_APPEND, extend: Op.LIST_EXTEND, tuple: false };
export const TUPLE_DISPLAY: Display = { ...LIST_DISPLAY, tuple: true };
const SET_DISPLAY: Display = { build: Op.BUILD_SET, add: Op.SET_ADD, extend: Op.SET_UPDATE, tuple: false };

/// Builds a sequence of `pushed` values already on the stack, `elts` and the variable `injected`
/// (CPython 3.14 Python/codegen.c starunpack_helper_impl).
export function buildDisplay(
  c: Compiler, loc: Location, elts: readonly Expr[], pushed: number, display: Display, injected?: string
): void {
  const total = elts.length + pushed + (injected === undefined ? 0 : 1);
  const folded = c.profile.foldsConstantsInAst && elts.length > 2 && injected === undefined ? constantItems(elts) : undefined;
  if (folded !== undefined) {
    c.op(loc, display.build, pushed);
    c.loadConst(loc, display === SET_DISPLAY ? { type: 'frozenset', items: distinct(folded, c.unit.consts) } : tupleConst(folded, 'instructions'));
    c.op(loc, display.extend, 1);
    if (display.tuple) c.op(loc, Op.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
    return;
  }
  const big = total > STACK_USE_GUIDELINE;
  if (!big && !elts.some((elt) => elt.kind === 'Starred')) {
    c.exprs(elts);
    if (injected !== undefined) c.variable(loc, injected, 'Load');
    c.op(loc, display.tuple ? Op.BUILD_TUPLE : display.build, total);
    return;
  }
  let built = big;
  if (big) c.op(loc, display.build, pushed);
  elts.forEach((elt, i) => {
    if (elt.kind === 'Starred') {
      if (!built) c.op(loc, display.build, i + pushed);
      built = true;
      c.expr(elt.value);
      c.op(loc, display.extend, 1);
    } else {
      c.expr(elt);
      if (built) c.op(loc, display.add, 1);
    }
  });
  if (injected !== undefined) {
    c.variable(loc, injected, 'Load');
    c.op(loc, display.add, 1);
  }
  if (display.tuple) c.op(loc, Op.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
}

/// The values of expressions that are all constants; undefined if one is not.
export function constantItems(elts: readonly Expr[]): Const[] | undefined {
  const items: Const[] = [];
  for (const elt of elts) {
    const item = foldedConstant(elt);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/// What is only iterated or searched: a list or set of constants is a constant (up to 3.13 Python/ast_opt.c fold_iter,
/// fold_compare).
export function compileIterated(c: Compiler, e: Expr): void {
  const items = c.profile.foldsConstantsInAst && (e.kind === 'List' || e.kind === 'Set') ? constantItems(e.elts) : undefined;
  if (items === undefined) c.expr(e);
  else c.loadConst(e, e.kind === 'Set' ? { type: 'frozenset', items: distinct(items, c.unit.consts) } : tupleConst(items, 'tree'));
}

/// UNPACK_SEQUENCE or UNPACK_EX for targets of which those in `isStar` are starred. `what`: for error texts.
export function unpack(c: Compiler, loc: Location, isStar: readonly boolean[], what: string): void {
  const star = isStar.indexOf(true);
  if (star < 0) {
    c.op(loc, Op.UNPACK_SEQUENCE, isStar.length);
    return;
  }
  const after = isStar.length - star - 1;
  if (star >= 256 || after >= 1 << 15) c.fail(loc, `too many expressions in star-unpacking ${what}`);
  if (isStar.indexOf(true, star + 1) >= 0) c.fail(loc, `multiple starred expressions in ${what}`);
  c.op(loc, Op.UNPACK_EX, star + (after << 8));
}

/// `a, *b = …`: the value on top goes to the targets, left to right.
function assignTargets(c: Compiler, loc: Location, elts: readonly Expr[]): void {
  unpack(c, loc, elts.map((elt) => elt.kind === 'Starred'), 'assignment');
  for (const elt of elts) c.expr(elt.kind === 'Starred' ? elt.value : elt);
}

/// Builds, unpacks or deletes, as the context says.
export function compileListOrTuple(c: Compiler, e: List | Tuple): void {
  if (e.ctx === 'Store') assignTargets(c, e, e.elts);
  else if (e.ctx === 'Load') buildDisplay(c, e, e.elts, 0, e.kind === 'List' ? LIST_DISPLAY : TUPLE_DISPLAY);
  else c.exprs(e.elts);
}

/// A set display.
export function compileSet(c: Compiler, e: SetNode): void {
  buildDisplay(c, e, e.elts, 0, SET_DISPLAY);
}

/// A dict of the values on the stack (up to 3.13 compiler_subdict and others).
export function buildConstKeyMap(c: Compiler, loc: Location, keys: readonly Const[]): void {
  c.loadConst(loc, tupleConst(keys, 'instructions'));
  c.op(loc, Op.BUILD_CONST_KEY_MAP, keys.length);
}

const constantOfKey = (c: Compiler, key: Expr): Const | undefined => (c.profile.foldsConstantsInAst ? foldedConstant(key) : constantOf(key));

/// Some items of a display without `**` as a dict.
function buildSubdict(c: Compiler, e: Dict, begin: number, end: number): void {
  const count = end - begin;
  const big = count * 2 > STACK_USE_GUIDELINE;
  const keys = e.keys.slice(begin, end).map(key => constantOfKey(c, key!));
  if (count > 1 && !big && c.profile.buildsConstKeyMaps && !keys.includes(undefined)) {
    c.exprs(e.values.slice(begin, end));
    buildConstKeyMap(c, e, keys as Const[]);
    return;
  }
  if (big) c.op(e, Op.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    c.expr(e.keys[i]!);
    c.expr(e.values[i]!);
    if (big) c.op(e, Op.MAP_ADD, 1);
  }
  if (!big) c.op(e, Op.BUILD_MAP, count);
}

/// A dict display; `**` and long displays merge dicts (codegen_dict).
export function compileDict(c: Compiler, e: Dict): void {
  let haveDict = false;
  let elements = 0;
  const flush = (end: number, count: number): void => {
    buildSubdict(c, e, end - count, end);
    if (haveDict) c.op(e, Op.DICT_UPDATE, 1);
    haveDict = true;
    elements = 0;
  };
  e.values.forEach((value, i) => {
    if (e.keys[i] === undefined) {
      if (elements > 0) flush(i, elements);
      if (!haveDict) c.op(e, Op.BUILD_MAP, 0);
      haveDict = true;
      c.expr(value);
      c.op(e, Op.DICT_UPDATE, 1);
    } else if (elements * 2 > STACK_USE_GUIDELINE) {
      flush(i + 1, elements + 1);
    } else {
      elements++;
    }
  });
  if (elements > 0) flush(e.values.length, elements);
  if (!haveDict) c.op(e, Op.BUILD_MAP, 0);
}
