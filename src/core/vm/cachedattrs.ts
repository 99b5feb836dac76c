/// Attribute access of instructions whose cache does not know the attribute.
import type { Ptr } from '../memory/ram';
import { getAttr, setAttr } from '../objects/abstract';
import { cacheLoadAttr, cacheStoreAttr } from './inlinecache';
import type { Vm } from './vm';

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
