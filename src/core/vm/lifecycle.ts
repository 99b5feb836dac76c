/// The interpreter's beginning and end (CPython 3.14 Python/pylifecycle.c).
import { GcDebug } from '../gc/collector';
import type { Ptr } from '../memory/ram';
import { dictClear, dictGetItem, dictGetItemKnownStr, dictNext, dictSetItem, entry, newDict } from '../objects/dictobject';
import { dictCopy, dictUpdate } from '../objects/dictmerge';
import { excField } from '../objects/exceptions';
import { ExcField } from '../objects/exceptiontree';
import { listSet, listSize } from '../objects/list';
import { clearModuleDict, moduleDict, newModule, setModuleItem } from '../objects/module';
import { isStr, newStr } from '../objects/str';
import { newWeakRef, weakObject } from '../objects/weakref';
import { enterMain, initFreeLists, setFreeList } from './freelists';
import { importModule } from './import';
import { flushStdFiles } from './stdfiles';
import { safeRepr } from './unraisable';
import type { Vm } from './vm';

/// Makes builtins, sys and `__main__`. The finder and the collector must be set.
export function startInterpreter(vm: Vm): void {
  initFreeLists(vm);
  vm.modules = newDict(vm);
  vm.builtinsModule = importModule(vm, 'builtins');
  vm.builtinsDict = vm.newRef(moduleDict(vm, vm.builtinsModule));
  vm.builtinsCopy = dictCopy(vm, vm.builtinsDict);
  const sys = importModule(vm, 'sys');
  vm.sysDict = vm.newRef(moduleDict(vm, sys));
  vm.decref(sys);
  vm.sysCopy = copyOfFunctions(vm, vm.sysDict);
  const main = newModule(vm, '__main__');
  if (!vm.profile.defersAnnotations) setModuleItem(vm, main, '__annotations__', newDict(vm));
  dictSetItem(vm, moduleDict(vm, main), vm.name('__builtins__'), vm.builtinsModule);
  dictSetItem(vm, vm.modules, vm.name('__main__'), main);
  vm.decref(main);
  const { lastCollection, collector } = vm.profile.startup;
  if (lastCollection.inMain) vm.own(vm.newRef(moduleDict(vm, main)));
  vm.gc.collector.collect(lastCollection.generation, 'manual');
  vm.gc.collector.takeOver(collector);
  if (lastCollection.inMain) vm.drop();
  enterMain(vm);
}

/// What sys holds before it is filled: its functions (interp->sysdict_copy; 3.11 has m_copy instead, with most of the rest,
/// which is NOT-CPYTHON here).
function copyOfFunctions(vm: Vm, dict: Ptr): Ptr {
  const copy = newDict(vm);
  for (let at = dictNext(vm, dict, 0); at >= 0; at = dictNext(vm, dict, at)) {
    const { key, value } = entry;
    if (vm.typeOf(value) === vm.types.builtin_function_or_method && !vm.text(key).startsWith('__')) dictSetItem(vm, copy, key, value);
  }
  return copy;
}

/// The namespace of `__main__`, borrowed.
export function mainDict(vm: Vm): Ptr {
  return moduleDict(vm, dictGetItem(vm, vm.modules, vm.name('__main__')));
}

/// What a script knows of its file: the path, and how the command named it (Modules/main.c pymain_run_python,
/// Python/pythonrun.c _PyRun_SimpleFile). CPython's start has done so before it leaves what the free lists hold.
export function enterScript(vm: Vm, path: string, argument: string): void {
  const main = dictGetItem(vm, vm.modules, vm.name('__main__'));
  setModuleItem(vm, main, '__file__', newStr(vm, path));
  setModuleItem(vm, main, '__cached__', vm.singletons.none);
  const argv = dictGetItemKnownStr(vm, vm.sysDict, vm.name('argv'));
  listSet(vm, argv, 0, newStr(vm, argument));
  setFreeList(vm, undefined, vm.dictKeysFreeList, Math.max(vm.profile.startup.dictKeys, vm.dictKeysFreeList.count));
}

/// Leaves an exception that nothing caught in sys (CPython 3.14 Python/pythonrun.c _PyErr_PrintEx).
export function setLastVars(vm: Vm, exception: Ptr): void {
  const values: Record<string, Ptr> = {
    last_exc: vm.profile.hasLastExc ? exception : 0, last_type: vm.typeOf(exception).ptr, last_value: exception,
    last_traceback: excField(vm, exception, ExcField.TRACEBACK) || vm.singletons.none
  };
  for (const [name, value] of Object.entries(values)) if (value !== 0) dictSetItem(vm, vm.sysDict, vm.name(name), value);
  if (vm.profile.printsTracebacksInPython && vm.gcEnabled) vm.gc.collector.collect(0, 'manual');
}

/// Takes the interpreter apart as CPython does at exit, finalizers and all (Py_FinalizeEx, Python/pylifecycle.c
/// finalize_modules). What native code of the interpreter itself holds stays.
export function finalizeInterpreter(vm: Vm): void {
  const { collector } = vm.gc;
  runAtExit(vm);
  flushStdFiles(vm);
  if (vm.gcEnabled) collector.collect(2, 'manual');
  const none = vm.singletons.none;
  const sys = dictGetItem(vm, vm.modules, vm.name('sys'));
  for (const name of ['path', 'argv', 'ps1', 'ps2', 'last_exc', 'last_type', 'last_value', 'last_traceback']) {
    if (dictGetItemKnownStr(vm, vm.sysDict, vm.name(name)) !== 0) dictSetItem(vm, vm.sysDict, vm.name(name), none);
  }
  for (const name of ['stdin', 'stdout', 'stderr']) {
    dictSetItem(vm, vm.sysDict, vm.name(name), dictGetItemKnownStr(vm, vm.sysDict, vm.name(`__${name}__`)) || none);
  }
  vm.finalizing = true;
  const mark = vm.held.length;
  const weak = removeModules(vm);
  dictClear(vm, vm.modules);
  restoreBuiltins(vm);
  collector.collect(2, 'shutdown');
  dumpShutdownStats(vm);
  for (const ref of weak.reverse()) {
    const module = weakObject(vm, ref);
    if (module === 0 || module === vm.builtinsModule || module === sys) continue;
    vm.own(vm.newRef(module));
    clearModuleDict(vm, moduleDict(vm, module));
    vm.drop();
  }
  vm.unwind(mark);
  flushStdFiles(vm);
  clearModuleDict(vm, vm.sysDict);
  clearModuleDict(vm, vm.builtinsDict);
  collector.collect(2, 'shutdown');
}

/// What the program left in builtins goes (finalize_restore_builtins_dict).
function restoreBuiltins(vm: Vm): void {
  const left = dictCopy(vm, vm.builtinsDict);
  dictClear(vm, vm.builtinsDict);
  dictUpdate(vm, vm.builtinsDict, vm.builtinsCopy);
  vm.decref(left);
}

/// Lists gc.garbage (_PyGC_DumpShutdownStats). NOT-CPYTHON: no ResourceWarning without DEBUG_UNCOLLECTABLE, as nothing turns these on.
function dumpShutdownStats(vm: Vm): void {
  const { collector, garbage } = vm.gc;
  if ((collector.debug & GcDebug.SAVEALL) !== 0 || (collector.debug & GcDebug.UNCOLLECTABLE) === 0 || listSize(vm, garbage) === 0) return;
  vm.hooks.write('stderr', `      ${safeRepr(vm, garbage) ?? ''}\n`);
}

/// Sets each entry of sys.modules to None and returns weak references to the modules, held (finalize_remove_modules).
function removeModules(vm: Vm): Ptr[] {
  const names: Ptr[] = [];
  for (let at = dictNext(vm, vm.modules, 0); at >= 0; at = dictNext(vm, vm.modules, at)) if (isStr(vm, entry.key)) names.push(entry.key);
  const weak: Ptr[] = [];
  for (const name of names) {
    const module = dictGetItem(vm, vm.modules, name);
    if (module === vm.singletons.none || vm.typeOf(module) !== vm.types.module) continue;
    weak.push(vm.own(newWeakRef(vm, vm.types.weakref, module, 0)));
    dictSetItem(vm, vm.modules, name, vm.singletons.none);
  }
  return weak;
}

/// Functions registered with atexit, last first; an exception in one is reported.
function runAtExit(vm: Vm): void {
  const callbacks = vm.atExit.splice(0).reverse();
  for (const callback of callbacks) callback();
}
