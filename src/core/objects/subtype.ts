/// Life and death of instances of classes (CPython 3.14 Objects/typeobject.c subtype_*).
import { isTracked, track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { finalizeFromDealloc } from './finalize';
import { dictPointer } from './dictpointer';
import { clearManagedDict, freeManagedDict, traverseManagedDict } from './instanceattrs';
import type { Interp } from './interp';
import { setReference } from './record';
import type { Slots, TypeObject, Visitor } from './typeobject';
import { clearWeakRefs } from './weakref';

export const subtypeTraverse: Slots['traverse'] = (it, p, visitor) => {
  const type = it.typeOf(p);
  visitAdded(it, p, visitor, type);
  // object holds nothing.
  if (type.nativeBase !== it.types.object) type.nativeBase.traverse(it, p, visitor);
};

/// The references that an instance of a class itself counts, where those of the builtin base are not what it shows.
export const subtypeReferences: Slots['traverse'] = (it, p, visitor) => {
  const type = it.typeOf(p);
  visitAdded(it, p, visitor, type);
  (type.nativeBase.references ?? type.nativeBase.traverse)(it, p, visitor);
};

/// The references of what classes add to the builtin base.
function visitAdded(it: Interp, p: Ptr, visitor: Visitor, type: TypeObject): void {
  const base = type.nativeBase;
  for (let t = type; t !== base; t = t.base!) {
    const { slotOffsets } = t;
    for (let i = 0; i < slotOffsets.length; i++) {
      const value = it.i32[p + (slotOffsets[i]! >> 2)]!;
      if (value !== 0) visitor.visit(value);
    }
  }
  if (type.hasManagedDict) traverseManagedDict(it, p, visitor, type);
  if (type.dictoffset !== base.dictoffset && it.i32[dictPointer(it, type, p)] !== 0) visitor.visit(it.i32[dictPointer(it, type, p)]!);
  visitor.visit(type.ptr);
}

export function subtypeClear(it: Interp, p: Ptr): void {
  const type = it.typeOf(p);
  const base = type.nativeBase;
  clearSlots(it, type, base, p);
  if (type.hasManagedDict) clearManagedDict(it, p);
  if (type.dictoffset !== base.dictoffset) setReference(it, p, dictPointer(it, type, p) - p, 0);
  base.slots.clear?.(it, p);
}

function clearSlots(it: Interp, type: TypeObject, base: TypeObject, p: Ptr): void {
  for (let t = type; t !== base; t = t.base!) {
    const { slotOffsets } = t;
    for (let i = 0; i < slotOffsets.length; i++) {
      const at = p + (slotOffsets[i]! >> 2);
      const value = it.i32[at]!;
      if (value === 0) continue;
      it.i32[at] = 0;
      if (it.recording) it.touch(p);
      it.decref(value);
    }
  }
}

export function subtypeDealloc(it: Interp, p: Ptr): void {
  const type = it.typeOf(p);
  const base = type.nativeBase;
  if (type.slots.finalize !== undefined) {
    // What comes back to life is the youngest object.
    if (type.hasGc && isTracked(it.i32, p)) untrack(it.i32, p);
    if (type.hasGc) track(it.i32, p);
    if (finalizeFromDealloc(it, p)) return;
  }
  if (type.hasGc && isTracked(it.i32, p)) untrack(it.i32, p);
  if (base.weaklistoffset === 0 && (type.hasManagedWeakref || type.weaklistoffset !== 0)) clearWeakRefs(it, p);
  clearSlots(it, type, base, p);
  if (type.hasManagedDict) freeManagedDict(it, p);
  if (type.dictoffset !== base.dictoffset) setReference(it, p, dictPointer(it, type, p) - p, 0);
  if (type.hasGc && base.hasGc) track(it.i32, p);
  base.dealloc(it, p);
}
