/// Slots of objects that are just a few references: traverse, clear and dealloc from the list of fields.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import type { Slots, TypeObject } from './typeobject';
import { clearWeakRefs } from './weakref';

/// `fields`: words from the object's Ptr of its counted references, in the order in which CPython drops them.
export function recordSlots(fields: readonly number[], options: { weaklist?: boolean } = {}): Pick<Slots, 'traverse' | 'clear' | 'dealloc'> {
  const clear: Slots['clear'] = (it, p) => {
    const { i32 } = it;
    for (let i = 0; i < fields.length; i++) {
      const at = p + fields[i]!;
      const value = i32[at]!;
      if (value === 0) continue;
      i32[at] = 0;
      // Most are held by others, too.
      if (i32[value]! > 1 && !it.recording) i32[value] = i32[value]! - 1;
      else it.decref(value);
    }
    if (it.recording) it.touch(p);
  };
  return {
    traverse: (it, p, visitor) => {
      for (const field of fields) if (it.i32[p + field]! !== 0) visitor.visit(it.i32[p + field]!);
    },
    clear,
    dealloc: (it, p) => {
      untrack(it.i32, p);
      if (options.weaklist === true) clearWeakRefs(it, p);
      clear(it, p);
      it.freeInstance(p);
    }
  };
}

/// A tracked container of the type with these references (borrowed; 0 = none), field by field.
export function newRecord(it: Interp, type: TypeObject, fields: readonly number[], values: readonly Ptr[]): Ptr {
  const p = it.allocInstance(type, type.basicsize);
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) it.i32[p + fields[i]!] = it.newRef(values[i]!);
  track(it.i32, p);
  return p;
}

/// Sets a reference field; takes over the new reference.
export function setReference(it: Interp, p: Ptr, field: number, value: Ptr): void {
  const old = it.i32[p + field]!;
  it.i32[p + field] = value;
  if (it.recording) it.touch(p);
  it.xdecref(old);
}
