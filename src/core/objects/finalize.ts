/// Finalizers: `__del__` from a deallocation or a collection (PEP 442).
import { isFinalized, setFinalized } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call } from './abstract';
import type { Interp } from './interp';
import { typeLookup } from './lookup';

/// Calls the class's `__del__`; an exception in it is reported, not raised
/// (CPython 3.14 Objects/typeobject.c slot_tp_finalize).
export function callDel(it: Interp, self: Ptr): void {
  const type = it.typeOf(self);
  const found = typeLookup(it, type, it.name('__del__'));
  if (found === 0) return;
  const { bindsWithoutObject, slots } = it.typeOf(found);
  const raised = it.fetchRaised();
  const mark = it.held.length;
  it.noteFinalized(self);
  it.own(raised || it.singletons.none);
  // What is reported is what was called: bound, unless it is a function.
  let del = it.own(it.newRef(found));
  const binds = !bindsWithoutObject && slots.descrGet !== undefined;
  let isBound = false;
  try {
    if (binds) {
      del = it.own(slots.descrGet!(it, found, self, type.ptr));
      isBound = true;
      it.decref(call(it, del, []));
    } else {
      it.decref(call(it, found, bindsWithoutObject ? [self] : []));
    }
  } catch (error) {
    it.isGuestError(error);
    it.unwind(mark + (isBound ? 3 : 2));
    // That it cannot be had is no error.
    if (binds && !isBound) it.decref(it.fetchRaised());
    else it.hooks.unraisable(it, 'calling deallocator', del);
  }
  it.unwind(mark + 1);
  it.take();
  it.raised = raised;
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

