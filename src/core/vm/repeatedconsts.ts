/// Tuples that the compiler makes of constants although it has an equal one already (CPython 3.13 Python/ast_opt.c,
/// Python/compile.c starunpack_helper).
import { foldedConstant } from '../compiler/constantNodes';
import type { Const } from '../compiler/code';
import type { Expr, Mod } from '../syntax/ast';

/// Sizes of such tuples.
export interface RepeatedTuples {
  /// Of tuples in the tree, which lives as long as its arena.
  readonly inTree: readonly number[];
  /// Of displays of constants, whose tuple is gone once it is found to be there.
  readonly ofDisplays: readonly number[];
  /// All displays of sets of constants.
  readonly ofSets: readonly number[];
}

export function repeatedTuples(tree: Mod): RepeatedTuples {
  const seen = new Set<string>();
  const inTree: number[] = [];
  const ofDisplays: number[] = [];
  const ofSets: number[] = [];
  const note = (items: readonly (Const | undefined)[], sizes: number[]): void => {
    const key = JSON.stringify(items, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
    if (seen.has(key)) sizes.push(items.length);
    seen.add(key);
  };
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const e = node as Expr;
    if (e.kind === 'Tuple' || e.kind === 'List' || e.kind === 'Set') {
      const items = e.elts.map(foldedConstant);
      if (!items.includes(undefined) && (e.kind === 'Set' || e.ctx === 'Load')) {
        if (e.kind === 'Set' && items.length > 2) ofSets.push(items.length);
        if (e.kind === 'Tuple') note(items, inTree);
        else if (items.length > 2) note(items, ofDisplays);
      }
    }
    Object.values(node).forEach(visit);
  };
  visit(tree);
  return { inTree, ofDisplays, ofSets };
}
