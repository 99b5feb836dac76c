import type { Expr, ExprContext } from './ast';

/// Turns an expression into a target, in place; false: it cannot be one. `starred` targets are legal in assignments,
/// not in `del`.
export function makeTarget(target: Expr, ctx: ExprContext): boolean {
  switch (target.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      target.ctx = ctx;
      return true;
    case 'Starred':
      if (ctx === 'Del' || target.value.kind === 'Starred' || !makeTarget(target.value, ctx)) return false;
      target.ctx = ctx;
      return true;
    case 'List':
    case 'Tuple':
      target.ctx = ctx;
      for (const element of target.elts) if (!makeTarget(element, ctx)) return false;
      return true;
    default:
      return false;
  }
}

/// The only kinds that `x += 1` and `x: int` take.
export function isSingleTarget(target: Expr): boolean {
  return target.kind === 'Name' || target.kind === 'Attribute' || target.kind === 'Subscript';
}
