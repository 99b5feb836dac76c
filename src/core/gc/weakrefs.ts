/// Weak references to unreachable objects. CPython 3.14 Python/gc.c handle_weakrefs
import { COLLECTING, GC_FLAGS, GC_NEXT, WRCB_TO_CALL_LIST, listInit, listIsEmpty, listMove } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import type { GcHost, GcListener } from './host';

/// Clears every weakref to the objects of the list, and every weakref in it. Callbacks of weakrefs that are
/// themselves unreachable are never called.
/// `old`: also calls the other callbacks, in the order found, and puts their weakrefs there; 0 = calls none.
/// Returns how many weakrefs were freed by their callbacks, and whether any was called.
export function handleWeakrefs(host: GcHost, unreachable: Ptr, old: Ptr, listener: GcListener | undefined): { freed: number; called: boolean } {
  const { i32 } = host;
  listInit(i32, WRCB_TO_CALL_LIST);
  let next: Ptr;
  for (let p = i32[unreachable + GC_NEXT]!; p !== unreachable; p = next) {
    next = i32[p + GC_NEXT]!;
    // Or its referent would be found to have it later, when both are half gone.
    if (host.isWeakref(p)) host.clearWeakref(p);
    for (let wr = host.firstWeakref(p); wr !== 0; wr = host.firstWeakref(p)) {
      // All are cleared before any code of the guest runs, which could revive the objects through them.
      host.clearWeakref(wr);
      if (listener !== undefined) listener.weakrefCleared(wr, p);
      if (old === 0 || !host.hasCallback(wr) || (i32[wr + GC_FLAGS]! & COLLECTING) !== 0) continue;
      host.incref(wr);
      listMove(i32, wr, WRCB_TO_CALL_LIST);
    }
  }
  const called = !listIsEmpty(i32, WRCB_TO_CALL_LIST);
  return { freed: called ? callCallbacks(host, old) : 0, called };
}

function callCallbacks(host: GcHost, old: Ptr): number {
  const { i32 } = host;
  let freed = 0;
  while (!listIsEmpty(i32, WRCB_TO_CALL_LIST)) {
    const wr = i32[WRCB_TO_CALL_LIST + GC_NEXT]!;
    host.callCallback(wr);
    host.decref(wr);
    if (i32[WRCB_TO_CALL_LIST + GC_NEXT] === wr) listMove(i32, wr, old);
    else freed++;
  }
  return freed;
}
