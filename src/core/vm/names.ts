/// Loading and storing names outside fast locals, and the errors of names that are not bound.
import type { Ptr } from '../memory/ram';
import { getItem, setItem } from '../objects/abstract';
import { dictDelItem, dictGetItem, dictGetItemKnownStr, dictSetItem } from '../objects/dictobject';
import { raiseNameError } from '../objects/exceptions';
import { FastKind } from '../compiler/code';
import type { Frame } from './frame';
import type { Vm } from './vm';

const isExactDict = (vm: Vm, p: Ptr): boolean => vm.i32[p + 3] === vm.types.dict.index;

/// A name of the builtins, borrowed; the globals do not have it.
export function loadGlobal(vm: Vm, frame: Frame, name: Ptr): Ptr {
  return dictGetItemKnownStr(vm, frame.builtins, name) || raiseNameError(vm, vm.text(name));
}

/// A name in the frame's locals mapping: a new reference, or 0.
export function lookupLocals(vm: Vm, locals: Ptr, name: Ptr): Ptr {
  if (isExactDict(vm, locals)) {
    const value = dictGetItem(vm, locals, name);
    return value === 0 ? 0 : vm.newRef(value);
  }
  return vm.catching(vm.types.KeyError, () => getItem(vm, locals, name)) ?? 0;
}

/// A new reference.
export function loadName(vm: Vm, frame: Frame, name: Ptr): Ptr {
  if (frame.locals === 0) vm.raise(vm.types.SystemError, `no locals when loading '${vm.text(name)}'`);
  return lookupLocals(vm, frame.locals, name) || vm.newRef(dictGetItemKnownStr(vm, frame.globals, name) || loadGlobal(vm, frame, name));
}

export function storeName(vm: Vm, frame: Frame, name: Ptr, value: Ptr): void {
  if (frame.locals === 0) vm.raise(vm.types.SystemError, `no locals found when storing '${vm.text(name)}'`);
  if (isExactDict(vm, frame.locals)) dictSetItem(vm, frame.locals, name, value);
  else setItem(vm, frame.locals, name, value);
}

export function deleteName(vm: Vm, frame: Frame, name: Ptr): void {
  if (isExactDict(vm, frame.locals)) {
    if (dictGetItemKnownStr(vm, frame.locals, name) === 0) raiseNameError(vm, vm.text(name));
    dictDelItem(vm, frame.locals, name);
    return;
  }
  if (vm.catching(vm.types.KeyError, () => { setItem(vm, frame.locals, name, 0); return true; }) === undefined) raiseNameError(vm, vm.text(name));
}

export function deleteGlobal(vm: Vm, frame: Frame, name: Ptr): void {
  if (dictGetItemKnownStr(vm, frame.globals, name) === 0) raiseNameError(vm, vm.text(name));
  dictDelItem(vm, frame.globals, name);
}

/// A local, cell or free variable without a value (Python/ceval.c _PyEval_FormatExcUnbound).
export function unboundLocal(vm: Vm, frame: Frame, slot: number): never {
  const name = frame.code.plain.localsplusnames[slot]!;
  if ((frame.code.plain.localspluskinds[slot]! & FastKind.FREE) !== 0) {
    raiseNameError(vm, name, `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`);
  }
  raiseNameError(vm, name, `cannot access local variable '${name}' where it is not associated with a value`, vm.types.UnboundLocalError);
}
