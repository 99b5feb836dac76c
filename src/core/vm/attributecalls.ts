/// Attributes whose reading or writing runs a method in Python (`__getattr__`, `__setattr__`, properties, `__set__`), asked for
/// by an instruction or by getattr() and setattr(): in the same eval loop, as specialcalls.ts tells.
import type { Ptr } from '../memory/ram';
import { typeLookup } from '../objects/lookup';
import { genericGetAttr } from '../objects/object';
import { propertyFunction } from '../objects/property';
import { callGetattribute, genericDescrSet, genericGetattro, genericSetattro } from '../objects/slotdefs';
import { internInPlace, isStr } from '../objects/str';
import { BORROWED } from './frame';
import type { Frame } from './frame';
import { NO_LEVELS, argument, enterMoved, enterSpecial, finishCall, isSpecializedGetter, pythonMethod } from './specialcalls';
import type { Finish } from './specialcalls';
import { close, closeOperands } from './stackref';
import { push } from './ops/stack';
import type { Vm } from './vm';

/// The getter of a property, or `__getattr__`, or `__getattribute__` of a class without that; the frame itself if the attribute is
/// found without it.
export function loadAttrInline(vm: Vm, frame: Frame, owner: Ptr, name: Ptr, finish: Finish = finishLoadAttr): Frame | undefined {
  const type = vm.typeOf(owner);
  if (type.slots.getattro === genericGetAttr) {
    const descr = typeLookup(vm, type, name);
    const getter = descr === 0 ? 0 : propertyFunction(vm, descr, 'get');
    if (getter === 0 || vm.typeOf(getter) !== vm.types.function) return undefined;
    if (finish === finishLoadAttr && isSpecializedGetter(vm, getter, 1, type.ptr)) return enterMoved(vm, getter, 1);
    return enterSpecial(vm, getter, [owner], NO_LEVELS, finish);
  }
  if (type.slots.getattro !== genericGetattro) return undefined;
  const getattribute = pythonMethod(vm, type, '__getattribute__');
  if (typeLookup(vm, type, vm.name('__getattr__')) === 0) {
    if (getattribute === 0) return undefined;
    if (finish === finishLoadAttr && isSpecializedGetter(vm, getattribute, 2, type.ptr)) return enterMoved(vm, getattribute, 1, name);
    return enterSpecial(vm, getattribute, [owner, name], NO_LEVELS, finish);
  }
  const method = pythonMethod(vm, type, '__getattr__');
  if (method === 0 || getattribute !== 0 || vm.profile.bindsGetattr) return undefined;
  const found = vm.catching(vm.types.AttributeError, () => callGetattribute(vm, owner, name)) ?? 0;
  if (found === 0) return enterSpecial(vm, method, [owner, name], NO_LEVELS, finish);
  finish(vm, frame, found);
  return frame;
}

const finishLoadAttr: Finish = (vm, frame, value) => {
  const old = vm.i32[frame.sp - 1]!;
  vm.i32[frame.sp - 1] = value;
  if ((argument(frame) & 1) !== 0) push(vm, frame, 0);
  close(vm, old);
};

/// The setter of a property, `__setattr__`, or `__set__` of a descriptor.
export function storeAttrInline(
  vm: Vm, owner: Ptr, name: Ptr, value: Ptr, finish: Finish = finishStoreAttr, more: readonly Ptr[] = []
): Frame | undefined {
  const type = vm.typeOf(owner);
  const enterWith = (method: Ptr, args: readonly Ptr[], held: readonly Ptr[]): Frame | undefined =>
    (method === 0 || vm.typeOf(method) !== vm.types.function ? undefined : enterSpecial(vm, method, args, NO_LEVELS, finish, [], held));
  if (type.slots.setattro === genericSetattro) return enterWith(pythonMethod(vm, type, '__setattr__'), [owner, name, value], more);
  const descr = type.isHeapType ? typeLookup(vm, type, name) : 0;
  if (descr === 0) return undefined;
  const setter = propertyFunction(vm, descr, 'set');
  if (setter !== 0) return enterWith(setter, [owner, value], more);
  if (vm.typeOf(descr).slots.descrSet !== genericDescrSet) return undefined;
  return enterWith(pythonMethod(vm, vm.typeOf(descr), '__set__'), [descr, owner, value], [...more, descr]);
}

const finishStoreAttr: Finish = (vm, frame, value) => {
  vm.decref(value);
  const s = vm.i32;
  frame.sp -= 2;
  closeOperands(vm, s[frame.sp]!, s[frame.sp + 1]!);
};

/// getattr() of two arguments and setattr(), which lie on the stack from `at`.
export function callAttributeInline(vm: Vm, frame: Frame, which: 'getattr' | 'setattr', at: number, nargs: number): Frame | undefined {
  const argumentAt = (i: number): Ptr => vm.i32[at + 2 + i]! & ~BORROWED;
  if (nargs !== (which === 'getattr' ? 2 : 3) || !isStr(vm, argumentAt(1))) return undefined;
  if (which === 'getattr') return loadAttrInline(vm, frame, argumentAt(0), argumentAt(1), finishCall);
  const name = vm.own(internInPlace(vm, vm.newRef(argumentAt(1))));
  const callee = storeAttrInline(vm, argumentAt(0), name, argumentAt(2), finishSetattr, [name]);
  vm.drop();
  return callee;
}

const finishSetattr: Finish = (vm, frame, value) => {
  vm.decref(value);
  finishCall(vm, frame, vm.singletons.none);
};
