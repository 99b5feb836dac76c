/// Reference counts as Python code sees them.
import type { Ptr } from '../memory/ram';
import type { Interp } from '../objects/interp';

/// Counts of 3.11's static objects, as measured: those whose count starts at 10^9, None, True and types.
const STATIC_COUNT_311 = 1_000_000_318;
const COUNTS_311 = { none: 5544, bool: 412, type: 99 } as const;

/// The count of an immortal object. NOT-CPYTHON: 3.11 has none; what its static objects show changes with every
/// reference to them, here it stays.
function immortalCount(it: Interp, p: Ptr): number {
  const { immortalRefcount } = it.profile;
  if (immortalRefcount !== undefined) return immortalRefcount;
  const type = it.typeOf(p);
  if (p === it.singletons.none) return COUNTS_311.none;
  if (type === it.types.bool) return COUNTS_311.bool;
  if (type === it.types.type) return COUNTS_311.type;
  return STATIC_COUNT_311;
}

/// What sys.getrefcount() says of an object.
export function refcountOf(it: Interp, p: Ptr): number {
  return it.isImmortal(p) ? immortalCount(it, p) : it.i32[p]!;
}

/// The whole word at ob_refcnt, as ctypes shows it.
export function refcountWord(it: Interp, p: Ptr): bigint {
  if (!it.isImmortal(p)) return BigInt(it.i32[p]!);
  return it.profile.immortalWord ?? BigInt(immortalCount(it, p));
}
