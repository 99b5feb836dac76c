/// `container[key]`, with a short way for a list and an int.
import type { Ptr } from '../memory/ram';
import { getItem } from '../objects/abstract';
import { compactValue, isCompact, isIntExact } from '../objects/int';
import { listGet, listSize } from '../objects/list';
import type { Vm } from './vm';

export function subscript(vm: Vm, container: Ptr, key: Ptr): Ptr {
  if (vm.i32[container + 3] === vm.types.list.index && isIntExact(vm, key) && isCompact(vm, key)) {
    const i = compactValue(vm, key);
    if (i >= 0 && i < listSize(vm, container)) return vm.newRef(listGet(vm, container, i));
  }
  return getItem(vm, container, key);
}
