/// Finding objects by name as the guest would, but without running any of its code and without changing the heap: no
/// property is evaluated, no `__getattr__` asked, no bound method made, no dict materialised, no name interned.
import type { Ptr } from '../memory/ram';
import { slotOffset } from '../objects/descr';
import { dictNext, entry } from '../objects/dictobject';
import { visitAttributes } from '../objects/instanceattrs';
import { listGet, listSize } from '../objects/list';
import { moduleDict } from '../objects/module';
import { isStr } from '../objects/str';
import { isTuple, tupleGet, tupleSize } from '../objects/tuple';
import { isType, typeFrom } from '../objects/type';
import { mainDict } from '../vm/lifecycle';
import type { Vm } from '../vm/vm';
import type { Path } from './context';

type Visit = (name: string, value: Ptr) => void;

/// Calls `visit` with the items of a namespace whose keys are strings.
export function visitNamespace(vm: Vm, dict: Ptr, visit: Visit): void {
  for (let at = dictNext(vm, dict, 0); at >= 0; at = dictNext(vm, dict, at)) {
    const { key, value } = entry;
    if (isStr(vm, key)) visit(vm.text(key), value);
  }
}

function inNamespace(vm: Vm, dict: Ptr, wanted: string): Ptr {
  let found = 0;
  visitNamespace(vm, dict, (name, value) => { if (name === wanted) found = value; });
  return found;
}

/// A name of the cells, or a builtin; borrowed, 0 = none.
const lookupName = (vm: Vm, name: string): Ptr => inNamespace(vm, mainDict(vm), name) || inNamespace(vm, vm.builtinsDict, name);

/// A module that has been imported.
export const lookupModule = (vm: Vm, name: string): Ptr => inNamespace(vm, vm.modules, name);

/// Calls `visit` with each attribute: those of the object itself first, then its class's; the first of a name counts.
/// What a class holds is given as it lies there (a function, a property), except `__slots__`, whose values are read.
export function visitAttributesOf(vm: Vm, p: Ptr, visit: Visit): void {
  const type = vm.typeOf(p);
  if (type === vm.types.module) {
    visitNamespace(vm, moduleDict(vm, p), visit);
    return;
  }
  if (isType(vm, p)) for (const base of typeFrom(vm, p).mro) visitNamespace(vm, base.dict, visit);
  else if (type.hasManagedDict) visitAttributes(vm, p, (name, value) => { if (isStr(vm, name)) visit(vm.text(name), value); });
  for (const base of type.mro) {
    visitNamespace(vm, base.dict, (name, value) => {
      const offset = slotOffset(vm, value, type);
      if (offset === 0) visit(name, value);
      else if (vm.i32[p + offset] !== 0) visit(name, vm.i32[p + offset]!);
    });
  }
}

/// An attribute, borrowed; 0 = none, or known only by running code.
export function lookupAttribute(vm: Vm, p: Ptr, wanted: string): Ptr {
  let found = 0;
  visitAttributesOf(vm, p, (name, value) => { if (found === 0 && name === wanted) found = value; });
  return found === 0 || isComputed(vm, found) ? 0 : found;
}

/// Whether the attribute has no value before code has run.
export function isComputed(vm: Vm, p: Ptr): boolean {
  const { types } = vm;
  const type = vm.typeOf(p);
  return type === types.property || type === types.getset_descriptor || type === types.member_descriptor;
}

function lookupItem(vm: Vm, p: Ptr, index: number): Ptr {
  if (vm.typeOf(p) === vm.types.list) return index < listSize(vm, p) ? listGet(vm, p, index) : 0;
  return isTuple(vm, p) && index < tupleSize(vm, p) ? tupleGet(vm, p, index) : 0;
}

/// What a path leads to, borrowed; 0 = unknown.
export function lookupPath(vm: Vm, [name, ...rest]: Path): Ptr {
  let p = lookupName(vm, name!);
  for (const part of rest) {
    if (p === 0) return 0;
    p = part.startsWith('[') ? lookupItem(vm, p, Number(part.slice(1, -1))) : lookupAttribute(vm, p, part);
  }
  return p;
}
