/// Reference counts as Python code sees them.
import type { Ptr } from '../memory/ram';
import type { Interp } from '../objects/interp';
import { strLength } from '../objects/str';
import { FrameOwner } from '../vm/frame';
import { reachAll } from '../vm/heapwalk';
import { vmOf } from '../vm/vm';

/// What 3.11's counts have beside the references that are here: the first count of static objects, which begin at 10^9, and
/// the references of the libraries that a real interpreter has loaded at the start of a script.
const BESIDE_311 = { static: 1_000_000_070, none: 5404, bool: 400, type: 32, other: 12, name: 0 } as const;

/// Whether 3.11 has the object in its static memory with a count of 10^9: small ints, empty and one-character str and
/// bytes, the empty tuple.
function isStatic311(it: Interp, p: Ptr): boolean {
  const { int, str, bytes, tuple } = it.types;
  const type = it.typeOf(p);
  return type === int || type === bytes || type === tuple || (type === str && strLength(it, p) <= 1);
}

function beside311(it: Interp, p: Ptr): number {
  const type = it.typeOf(p);
  if (isStatic311(it, p)) return BESIDE_311.static;
  if (p === it.singletons.none) return BESIDE_311.none;
  if (type === it.types.bool) return BESIDE_311.bool;
  if (type === it.types.type) return BESIDE_311.type;
  return type === it.types.str ? BESIDE_311.name : BESIDE_311.other;
}

/// The count of an object that is immortal here. 3.11 has none: its references are looked up.
function immortalCount(it: Interp, p: Ptr): number {
  return it.profile.immortalRefcount ?? beside311(it, p) + reachAll(vmOf(it)).counts.get(p);
}

/// What sys.getrefcount() says of an object. Each frame that runs a function holds its code; here it does not count it, for
/// the function does. The main program's code is held by what runs it, too (run_mod).
export function refcountOf(it: Interp, p: Ptr): number {
  if (it.isImmortal(p)) return immortalCount(it, p);
  let count = it.i32[p]!;
  if (it.typeOf(p) === it.types.code) {
    for (let frame = vmOf(it).frame; frame !== undefined; frame = frame.previous) {
      if (frame.owner === FrameOwner.THREAD && frame.code.ptr === p && (frame.codeRef === 0 || frame.previous === undefined)) count++;
    }
  }
  return count;
}

/// The whole word at ob_refcnt, as ctypes shows it.
export function refcountWord(it: Interp, p: Ptr): bigint {
  if (!it.isImmortal(p)) return BigInt(it.i32[p]!);
  return it.profile.immortalWord ?? BigInt(immortalCount(it, p));
}
