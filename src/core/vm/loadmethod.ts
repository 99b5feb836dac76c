/// Attribute access for a call: avoids the bound method object where CPython does (Objects/object.c _PyObject_GetMethod).
import type { Ptr } from '../memory/ram';
import { getAttr, setAttr } from '../objects/abstract';
import { typeLookup } from '../objects/lookup';
import { genericGetAttr, instanceLookup } from '../objects/object';
import { cacheLoadAttr, cacheStoreAttr } from './inlinecache';
import type { Vm } from './vm';

/// The attribute as a new reference. `vm.methodIsUnbound`: it is a function that wants the owner as first argument.
export function loadMethod(vm: Vm, owner: Ptr, name: Ptr): Ptr {
  const type = vm.typeOf(owner);
  if (type.slots.getattro !== genericGetAttr) return asIs(vm, getAttr(vm, owner, name));
  const descr = typeLookup(vm, type, name);
  if (descr === 0 || !vm.typeOf(descr).bindsWithoutObject) return asIs(vm, genericGetAttr(vm, owner, name));
  vm.own(vm.newRef(descr));
  const own = instanceLookup(vm, type, owner, name);
  if (own !== 0) {
    const result = vm.newRef(own);
    vm.drop();
    return asIs(vm, result);
  }
  vm.methodIsUnbound = true;
  return vm.take();
}

/// The attribute is what is called; said last, since looking it up may have run guest code that called methods.
function asIs(vm: Vm, attribute: Ptr): Ptr {
  vm.methodIsUnbound = false;
  return attribute;
}

/// The attribute as a new reference, when the instruction's cache does not know it.
export function loadAttr(vm: Vm, cache: Int32Array, at: number, owner: Ptr, name: Ptr): Ptr {
  cacheLoadAttr(vm, cache, at, owner, name);
  return getAttr(vm, owner, name);
}

/// Sets an attribute, when the instruction's cache does not know how.
export function storeAttr(vm: Vm, cache: Int32Array, at: number, owner: Ptr, name: Ptr, value: Ptr): void {
  setAttr(vm, owner, name, value);
  cacheStoreAttr(vm, cache, at, owner, name);
}
