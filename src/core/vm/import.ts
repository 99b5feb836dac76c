/// import (CPython 3.14 Python/import.c, Lib/importlib/_bootstrap.py): sys.modules first, then the machine's finder.
/// NOT-CPYTHON: no import hooks, no namespace packages, no bytecode caches; a module is a built-in one or one source text.
import type { Ptr } from '../memory/ram';
import { isTrue } from '../objects/abstract';
import { dictDelItem, dictGetItem, dictSetItem } from '../objects/dictobject';
import { newExceptionWithMessage, setExtra } from '../objects/exceptions';
import { listSteal } from '../objects/list';
import { moduleDict, newModule, setModuleItem } from '../objects/module';
import { ownScratchTuple } from '../objects/scratch';
import { newStr } from '../objects/str';
import type { TypeObject } from '../objects/typeobject';
import { runCode } from './calls';
import { importSubmodules, packageFolder, packagePath, parentOf, resolveName } from './packages';
import type { Vm } from './vm';

/// What a module is: native, filled by a function, or source text.
export type FoundModule =
  | { readonly kind: 'native'; readonly fill: (vm: Vm, module: Ptr) => void }
  | { readonly kind: 'source'; readonly source: string; readonly filename: string; readonly frozen?: boolean }
  | { readonly kind: 'unsupported' };

export type ModuleFinder = (name: string) => FoundModule | undefined;


export function importName(vm: Vm, name: Ptr, globals: Ptr, fromlist: Ptr, level: number): Ptr {
  const text = level > 0 ? resolveName(vm, vm.text(name), globals, level) : vm.text(name);
  if (text === '') vm.valueError('Empty module name');
  const module = importModule(vm, text);
  const isFrom = fromlist !== 0 && isTrue(vm, fromlist);
  // The arguments of an AttributeError.
  if (vm.profile.importsMeetErrors && (isFrom ? !PACKAGES.has(text) : text === 'sys' || text === 'builtins')) {
    vm.unwind(ownScratchTuple(vm, 1));
  }
  if (isFrom) {
    vm.own(module);
    importSubmodules(vm, module, fromlist, submodule => importModule(vm, submodule));
    vm.take();
    return module;
  }
  if (level > 0 || !text.includes('.')) return module;
  vm.decref(module);
  return importModule(vm, text.slice(0, text.indexOf('.')));
}

/// The module of this dotted name: a new reference.
export function importModule(vm: Vm, name: string): Ptr {
  const parent = name.lastIndexOf('.');
  if (parent > 0) vm.decref(importModule(vm, name.slice(0, parent)));
  const key = vm.name(name);
  const known = dictGetItem(vm, vm.modules, key);
  if (known === vm.singletons.none) cannotImport(vm, vm.types.ModuleNotFoundError, name, `import of ${name} halted; None in sys.modules`);
  if (known !== 0) return vm.newRef(known);
  const found = vm.findModule(name);
  if (found === undefined) notFound(vm, name, parent > 0 && isPlainModule(vm, name.slice(0, parent)) ? `; '${name.slice(0, parent)}' is not a package` : '');
  if (found.kind === 'unsupported') cannotImport(vm, vm.types.ImportError, name, `memory-sim does not run the module '${name}' yet`);
  const isStandard = found.kind === 'native' || found.frozen === true;
  const make = (): void => makeModule(vm, name, found);
  if (isStandard && vm.importCosts !== undefined) vm.importCosts.standard(name, make);
  else make();
  return vm.newRef(dictGetItem(vm, vm.modules, key) || notFound(vm, name));
}

/// Puts the module into sys.modules and into its package.
function makeModule(vm: Vm, name: string, found: Exclude<FoundModule, { kind: 'unsupported' }>): void {
  vm.importCosts?.source('*source*');
  let module = 0;
  const enter = (): void => {
    module = vm.own(newModule(vm, name));
    dictSetItem(vm, vm.modules, vm.name(name), module);
  };
  if (vm.importCosts === undefined) enter();
  else vm.importCosts.apart(enter);
  if (found.kind === 'native') found.fill(vm, module);
  else loadSource(vm, module, name, found);
  const parent = name.lastIndexOf('.');
  const package_ = parent > 0 ? dictGetItem(vm, vm.modules, vm.name(name.slice(0, parent))) : 0;
  if (package_ !== 0) dictSetItem(vm, moduleDict(vm, package_), vm.name(name.slice(parent + 1)), module);
  vm.drop();
}

/// Takes a module out of sys.modules: an import makes it anew.
export function forgetModule(vm: Vm, name: string): void {
  if (dictGetItem(vm, vm.modules, vm.name(name)) !== 0) dictDelItem(vm, vm.modules, vm.name(name));
}

/// Runs a module's source; a module that fails is taken out of sys.modules again.
function loadSource(vm: Vm, module: Ptr, name: string, found: Extract<FoundModule, { kind: 'source' }>): void {
  const dict = moduleDict(vm, module);
  if (found.frozen !== true) {
    const folder = packageFolder(found.filename);
    setModuleItem(vm, module, '__package__', newStr(vm, folder === undefined ? parentOf(name) : name));
    if (folder !== undefined) setModuleItem(vm, module, '__path__', listSteal(vm, [newStr(vm, folder)]));
    setModuleItem(vm, module, '__file__', newStr(vm, found.filename));
  }
  dictSetItem(vm, dict, vm.name('__builtins__'), vm.builtinsModule);
  vm.sources.set(found.filename, found.source);
  const mark = vm.held.length;
  try {
    const code = vm.own(vm.compile(found.source, found.filename, 'exec'));
    vm.importCosts?.source('*compiled*');
    vm.decref(runCode(vm, code, dict, dict));
    vm.importCosts?.source('*ran*');
    vm.drop();
  } catch (error) {
    vm.isGuestError(error);
    vm.unwind(mark);
    const raised = vm.fetchRaised();
    vm.own(raised);
    forgetModule(vm, name);
    vm.take();
    vm.raised = raised;
    throw error;
  }
}

/// Packages in CPython that are modules here.
const PACKAGES: ReadonlySet<string> = new Set(['collections', 'ctypes']);

/// Whether the module, which is in sys.modules, is no package.
function isPlainModule(vm: Vm, name: string): boolean {
  if (PACKAGES.has(name)) return false;
  const module = dictGetItem(vm, vm.modules, vm.name(name));
  return vm.typeOf(module) !== vm.types.module || packagePath(vm, moduleDict(vm, module)) === 0;
}

function notFound(vm: Vm, name: string, why = ''): never {
  cannotImport(vm, vm.types.ModuleNotFoundError, name, `No module named '${name}'${why}`);
}

function cannotImport(vm: Vm, type: TypeObject, name: string, message: string): never {
  const error = newExceptionWithMessage(vm, type, message);
  setExtra(vm, error, 'msg', newStr(vm, message));
  setExtra(vm, error, 'name', newStr(vm, name));
  vm.throwException(error);
}
