/// Attribute access for a call: avoids the bound method object where CPython does (Objects/object.c _PyObject_GetMethod).
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import { typeLookup } from './lookup';
import { genericGetAttr, instanceLookup } from './object';

/// The attribute as a new reference. `it.methodIsUnbound`: it is a function that wants the owner as first argument.
export function getMethod(it: Interp, owner: Ptr, name: Ptr): Ptr {
  const type = it.typeOf(owner);
  if (type.slots.getattro !== genericGetAttr) return asIs(it, type.slots.getattro!(it, owner, name));
  const descr = typeLookup(it, type, name);
  if (descr === 0 || !it.typeOf(descr).bindsWithoutObject) return asIs(it, genericGetAttr(it, owner, name));
  it.own(it.newRef(descr));
  const own = instanceLookup(it, type, owner, name);
  if (own !== 0) {
    const result = it.newRef(own);
    it.drop();
    return asIs(it, result);
  }
  it.methodIsUnbound = true;
  return it.take();
}

/// The attribute is what is called; said last, since looking it up may have run guest code that called methods.
function asIs(it: Interp, attribute: Ptr): Ptr {
  it.methodIsUnbound = false;
  return attribute;
}
