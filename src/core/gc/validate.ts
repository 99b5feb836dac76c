/// Checks of the collector's lists, for tests.
import { COLLECTING, GC_FLAGS, GC_NEXT, GC_PREV, UNREACHABLE } from '../memory/gchead';
import type { Ptr } from '../memory/ram';

/// Throws unless the list is linked both ways and every object on it has, or lacks, the two marks.
/// CPython 3.14 Python/gc.c validate_list
export function validateList(i32: Int32Array, list: Ptr, collecting: boolean, unreachable: boolean): void {
  const marks = (collecting ? COLLECTING : 0) | (unreachable ? UNREACHABLE : 0);
  let prev = list;
  for (let p = i32[list + GC_NEXT]!; p !== list; p = i32[p + GC_NEXT]!) {
    if (p === 0) throw new Error(`list ${list}: the object at word ${prev} is not tracked`);
    if (i32[p + GC_PREV] !== prev) throw new Error(`list ${list}: _gc_prev of the object at word ${p} is wrong`);
    if ((i32[p + GC_FLAGS]! & (COLLECTING | UNREACHABLE)) !== marks) {
      throw new Error(`list ${list}: the object at word ${p} has flags ${i32[p + GC_FLAGS]}, not ${marks}`);
    }
    prev = p;
  }
  if (i32[list + GC_PREV] !== prev) throw new Error(`list ${list}: its last object is not ${prev}`);
}
