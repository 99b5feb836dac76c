/// Tuples that the compiler makes of constants although it has an equal one already (CPython 3.13 Python/ast_opt.c,
/// Python/compile.c starunpack_helper).
import type { CodeObject, Const } from '../compiler/code';
import { constRepr } from '../compiler/constRepr';
import { foldedConstant } from '../compiler/constantNodes';
import { strConst } from '../compiler/constants';
import type { AsyncFor, Comprehension, Expr, For, Mod } from '../syntax/ast';

/// Sizes of such tuples.
export interface RepeatedTuples {
  /// Of tuples in the tree, which lives as long as its arena.
  readonly inTree: readonly number[];
  /// How many sets are in the tree; each becomes one of the code's own.
  readonly setsInTree: number;
  /// Of those that became part of another constant, and stay in the tree too.
  readonly inFolded: readonly number[];
  /// Of displays of constants, whose tuple is gone once it is found to be there.
  readonly ofDisplays: readonly number[];
  /// All sets of constants.
  readonly ofSets: readonly number[];
  /// All tuples in the tree, by constRepr().
  readonly tuples: ReadonlySet<string>;
}

/// `folds`: constants are folded in the tree.
export function repeatedTuples(tree: Mod, folds: boolean): RepeatedTuples {
  const seen = new Set<string>();
  const inTree: number[] = [];
  const inFolded: number[] = [];
  const ofDisplays: number[] = [];
  const ofSets: number[] = [];
  let setsInTree = 0;
  const tuples = new Set<string>();
  const note = (items: readonly (Const | undefined)[], sizes: number[]): void => {
    const key = JSON.stringify(items, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
    if (seen.has(key)) sizes.push(items.length);
    seen.add(key);
  };
  /// What is asked only for being among its items, or iterated.
  const asked = new Set<unknown>();
  const visit = (node: unknown, isFolded = false): void => {
    if (typeof node !== 'object' || node === null) return;
    const e = node as Expr | Comprehension | For | AsyncFor;
    if (e.kind === 'Compare') e.comparators.forEach((one, i) => { if (e.ops[i] === 'In' || e.ops[i] === 'NotIn') asked.add(one); });
    else if (e.kind === 'For' || e.kind === 'AsyncFor' || e.kind === 'comprehension') asked.add(e.iter);
    if (e.kind === 'Tuple' || e.kind === 'List' || e.kind === 'Set') {
      const items = e.elts.map(foldedConstant);
      if (!items.includes(undefined) && (e.kind === 'Set' || e.ctx === 'Load')) {
        const isAsked = e.kind === 'Set' && asked.has(e);
        if (isAsked) setsInTree++;
        if (isAsked || (e.kind === 'Set' && items.length > 2)) ofSets.push(items.length);
        if (e.kind === 'Tuple') {
          if (isFolded) inFolded.push(items.length);
          else note(items, inTree);
          tuples.add(constRepr({ type: 'tuple', items: items as Const[] }));
        } else if (items.length > 2) note(items, ofDisplays);
      }
    }
    const ofTuples = e.kind === 'BinOp' ? [e.left, e.right] : e.kind === 'Subscript' ? [e.value] : [];
    const folded = isFolded || (ofTuples.some(({ kind }) => kind === 'Tuple') && foldedConstant(e as Expr) !== undefined);
    for (const child of Object.values(node)) visit(child, folded);
  };
  visit(tree);
  return folds ? { inTree, setsInTree, inFolded, ofDisplays, ofSets, tuples } : { inTree: [], setsInTree: 0, inFolded: [], ofDisplays: [], ofSets, tuples: new Set() };
}

/// Tuples of the tree, by constRepr(), that a code object has made before, as its names, variables, constants or static attributes:
/// what is loaded is the older one, and the tree keeps its own (CPython 3.13 Python/compile.c merge_const_one).
export function tuplesOfCode(top: CodeObject, { tuples }: RepeatedTuples): ReadonlyMap<string, number> {
  const made = new Set<string>();
  const seen = new Set<string>();
  const found = new Map<string, number>();
  const visit = (code: CodeObject): void => {
    const methods = code.consts.map(value => value.type).lastIndexOf('code');
    for (const [i, value] of code.consts.entries()) {
      if (value.type === 'code') visit(value.code);
      if (value.type !== 'tuple') continue;
      const key = constRepr(value);
      const isStaticAttributes = code.staticAttributes !== undefined && i > methods && value.items.length === code.staticAttributes.length;
      if (isStaticAttributes) made.add(key);
      else if (tuples.has(key) && !seen.has(key)) {
        seen.add(key);
        if (made.has(key)) found.set(key, value.items.length);
      }
    }
    for (const items of [code.names.map(strConst), code.localsplusnames.map(strConst), code.consts]) {
      if (!items.some(item => item.type === 'code')) made.add(constRepr({ type: 'tuple', items }));
    }
  };
  if (tuples.size > 0) visit(top);
  return found;
}
