/// Packages: relative names, and `from package import submodule` (CPython 3.14 Lib/importlib/_bootstrap.py, Python/import.c).
import { getAttr, getIter, iterNext } from '../objects/abstract';
import { dictGetItem } from '../objects/dictobject';
import { moduleDict } from '../objects/module';
import { isStr, newStr } from '../objects/str';
import type { Ptr } from '../memory/ram';
import type { Vm } from './vm';

export const parentOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.')));

/// The folder of a package whose source is this file; undefined: it is a plain module.
export const packageFolder = (filename: string): string | undefined => /^(.*)[\\/]__init__\.py$/.exec(filename)?.[1];

/// A module's `__path__` in its dict, borrowed; 0: it is no package. CPython has the name outside its heap: it is not made here.
export function packagePath(vm: Vm, dict: Ptr): Ptr {
  const name = vm.interned.get('__path__');
  return name === undefined ? 0 : dictGetItem(vm, dict, name);
}

/// What a relative name of so many dots stands for in a module with these globals (resolve_name).
export function resolveName(vm: Vm, name: string, globals: Ptr, level: number): string {
  const known = (key: string): string | undefined => {
    const value = globals !== 0 && vm.typeOf(globals) === vm.types.dict ? dictGetItem(vm, globals, vm.name(key)) : 0;
    return value !== 0 && isStr(vm, value) ? vm.text(value) : undefined;
  };
  const own = known('__name__') ?? '';
  const isPackage = globals !== 0 && packagePath(vm, globals) !== 0;
  let base = known('__package__') ?? (isPackage ? own : parentOf(own));
  if (base === '') vm.raise(vm.types.ImportError, 'attempted relative import with no known parent package');
  for (let up = 1; up < level; up++) {
    base = parentOf(base);
    if (base === '') vm.raise(vm.types.ImportError, 'attempted relative import beyond top-level package');
  }
  return name === '' ? base : `${base}.${name}`;
}

/// Whether it has a `__path__`, of which its `__getattr__` is asked, too.
function hasPath(vm: Vm, module: Ptr): boolean {
  const dict = moduleDict(vm, module);
  if (packagePath(vm, dict) !== 0) return true;
  const getter = vm.interned.get('__getattr__');
  if (getter === undefined || dictGetItem(vm, dict, getter) === 0) return false;
  const name = vm.own(newStr(vm, '__path__'));
  const path = vm.catching(vm.types.AttributeError, () => getAttr(vm, module, name)) ?? 0;
  vm.drop();
  vm.xdecref(path);
  return path !== 0;
}

/// Imports the submodules among the names that are taken from a package (_handle_fromlist). `module` is borrowed.
export function importSubmodules(vm: Vm, module: Ptr, names: Ptr, importModule: (name: string) => Ptr): void {
  if (vm.typeOf(module) !== vm.types.module || !hasPath(vm, module)) return;
  const own = vm.text(dictGetItem(vm, moduleDict(vm, module), vm.name('__name__')));
  const iterator = vm.own(getIter(vm, names));
  for (let item = iterNext(vm, iterator); item !== 0; item = iterNext(vm, iterator)) {
    vm.own(item);
    if (isStr(vm, item)) importSubmodule(vm, module, own, item, importModule);
    vm.drop();
  }
  vm.drop();
}

function importSubmodule(vm: Vm, module: Ptr, own: string, item: Ptr, importModule: (name: string) => Ptr): void {
  const isStar = vm.text(item) === '*';
  const value = vm.catching(vm.types.AttributeError, () => getAttr(vm, module, isStar ? vm.name('__all__') : item));
  if (value !== undefined) {
    vm.own(value);
    if (isStar) importSubmodules(vm, module, value, importModule);
    vm.drop();
  } else if (!isStar) {
    const name = `${own}.${vm.text(item)}`;
    // A submodule that is not there is told as a name that is not there; one that fails, or imports what is not there, fails.
    if (vm.findModule(name) !== undefined) vm.decref(importModule(name));
  }
}
