/// Guards the repr of containers against containers that hold themselves (Objects/object.c Py_ReprEnter).
import type { Ptr } from '../memory/ram';
import { reprText } from './abstract';
import type { Interp } from './interp';
import { newHidden } from './scratch';
import { newStr } from './str';

/// The containers whose repr is being made. In CPython they are in a list in the thread state's dict, which stay once made.
const active = new WeakMap<Interp, Ptr[]>();

/// The text that `make` returns, or `recursive` if the repr of this very object is being made already.
export function guardedRepr(it: Interp, p: Ptr, recursive: string, make: () => string): Ptr {
  if (!enterRepr(it, p)) return newStr(it, recursive);
  try {
    return newStr(it, make());
  } finally {
    leaveRepr(it);
  }
}

/// False if the repr of this very object is being made already; else `leaveRepr` must follow.
export function enterRepr(it: Interp, p: Ptr): boolean {
  let stack = active.get(it);
  if (stack === undefined) {
    active.set(it, stack = []);
    for (const type of [it.types.dict, it.types.list]) newHidden(it, type);
  }
  if (stack.includes(p)) return false;
  stack.push(p);
  return true;
}

export function leaveRepr(it: Interp): void {
  active.get(it)!.pop();
}

/// Reprs joined by commas of items that `next` hands out, borrowed; 0 = no more. `holds`: each is held while its repr is made,
/// as what hands it out may change meanwhile.
export function joinReprs(it: Interp, holds: boolean, next: () => Ptr): string {
  const parts: string[] = [];
  for (let item = next(); item !== 0; item = next()) {
    if (holds) it.own(it.newRef(item));
    parts.push(reprText(it, item));
    if (holds) it.drop();
  }
  return parts.join(', ');
}
