/// Finalizers: `__del__` from a deallocation or a collection (PEP 442).
import { isFinalized, setFinalized } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import { typeLookup } from './lookup';
import { callSpecial } from './special';

/// Calls the class's `__del__`; an exception in it is reported, not raised
/// (CPython 3.14 Objects/typeobject.c slot_tp_finalize).
export function callDel(it: Interp, self: Ptr): void {
  const del = typeLookup(it, it.typeOf(self), it.name('__del__'));
  if (del === 0) return;
  it.own(it.newRef(del));
  const raised = it.fetchRaised();
  const mark = it.held.length;
  it.noteFinalized(self);
  it.own(raised || it.singletons.none);
  try {
    it.decref(callSpecial(it, self, '__del__', []));
  } catch (error) {
    it.isGuestError(error);
    it.unwind(mark + 1);
    it.hooks.unraisable(it, 'calling deallocator', del);
  }
  it.take();
  it.raised = raised;
  it.drop();
}

/// Runs tp_finalize once for an object whose count fell to 0. Returns whether the object lives on
/// (CPython 3.14 Objects/object.c PyObject_CallFinalizerFromDealloc).
export function finalizeFromDealloc(it: Interp, p: Ptr): boolean {
  const type = it.typeOf(p);
  if (type.slots.finalize === undefined) return false;
  if (type.hasGc && isFinalized(it.i32, p)) return false;
  it.i32[p] = 1;
  it.own(p);
  type.slots.finalize(it, p);
  it.take();
  if (type.hasGc) setFinalized(it.i32, p);
  const count = it.i32[p]! - 1;
  it.i32[p] = count;
  return count > 0;
}

