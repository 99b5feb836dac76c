/// `container[key]`, with a short way for a list and an int, and `d[key] = value`.
import type { Ptr } from '../memory/ram';
import { call, getItem } from '../objects/abstract';
import { dictGetItem, dictSetItem, dictSetItemTaking } from '../objects/dictobject';
import { compactValue, isCompact, isIntExact } from '../objects/int';
import { listGet, listSize } from '../objects/list';
import type { Frame } from './frame';
import { untag } from './frame';
import { specialize } from './specialization';
import { close, closeThree, steal } from './stackref';
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

/// STORE_SUBSCR on a dict, whose three words it takes off the stack. A specialized one passes its references on (STORE_SUBSCR_DICT).
export function storeDictItem(vm: Vm, frame: Frame): void {
  const s = vm.i32;
  const at = frame.sp - 3;
  const container = s[at + 1]!;
  const { dict } = vm.types;
  if (specialize(vm, frame, dict.ptr) === dict.ptr) {
    const key = steal(vm, s[at + 2]!);
    const value = steal(vm, s[at]!);
    s[at] = 0;
    s[at + 2] = 0;
    dictSetItemTaking(vm, untag(container), key, value);
    frame.sp = at;
    close(vm, container);
  } else {
    dictSetItem(vm, untag(container), untag(s[at + 2]!), untag(s[at]!));
    frame.sp = at;
    closeThree(vm, s[at]!, container, s[at + 2]!);
  }
}
