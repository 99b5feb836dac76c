/// `container[key]`, with a short way for a list and an int.
import type { Ptr } from '../memory/ram';
import { call, getItem } from '../objects/abstract';
import { dictGetItem } from '../objects/dictobject';
import { compactValue, isCompact, isIntExact } from '../objects/int';
import { listGet, listSize } from '../objects/list';
import type { Vm } from './vm';

/// A new reference, or 0: a dict has no such key, and the KeyError is vm.raised (a throw costs the host a thousand
/// instructions).
export function subscript(vm: Vm, container: Ptr, key: Ptr): Ptr {
  if (vm.i32[container + 3] === vm.types.list.index && isIntExact(vm, key) && isCompact(vm, key)) {
    const i = compactValue(vm, key);
    if (i >= 0 && i < listSize(vm, container)) return vm.newRef(listGet(vm, container, i));
  }
  if (vm.i32[container + 3] === vm.types.dict.index) {
    const value = dictGetItem(vm, container, key);
    if (value !== 0) return vm.newRef(value);
    vm.setRaised(call(vm, vm.types.KeyError.ptr, [key]));
    return 0;
  }
  return getItem(vm, container, key);
}
