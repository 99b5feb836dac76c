/// IMPORT_NAME and IMPORT_FROM (CPython 3.14 Python/ceval.c import_name, import_from).
import { call, getAttr } from '../../objects/abstract';
import type { Ptr } from '../../memory/ram';
import { dictGetItem, dictGetItemKnownStr } from '../../objects/dictobject';
import { newExceptionWithMessage, extraFields, setExtra } from '../../objects/exceptions';
import { isStr } from '../../objects/str';
import { peek, push, replace } from './stack';
import type { Vm } from '../vm';
import type { ColdOps } from './table';

/// A submodule that imports itself in a circle is in sys.modules before it is in its package; else 0.
function loadingSubmodule(vm: Vm, module: Ptr, name: Ptr): Ptr {
  const package_ = vm.catching(vm.types.AttributeError, () => getAttr(vm, module, vm.name('__name__'))) ?? 0;
  if (package_ === 0) return 0;
  const found = isStr(vm, package_) ? dictGetItem(vm, vm.modules, vm.name(`${vm.text(package_)}.${vm.text(name)}`)) : 0;
  vm.decref(package_);
  return found === 0 ? 0 : vm.newRef(found);
}

export const importOps: ColdOps = {
  IMPORT_NAME: (vm, frame, arg) => {
    const name = frame.code.names[arg]!;
    const fn = dictGetItemKnownStr(vm, frame.builtins, vm.name('__import__'));
    if (fn === 0) vm.raise(vm.types.ImportError, '__import__ not found');
    const locals = frame.locals || vm.singletons.none;
    replace(vm, frame, 2, call(vm, fn, [name, frame.globals, locals, peek(vm, frame, 0), peek(vm, frame, 1)]));
    return undefined;
  },
  IMPORT_FROM: (vm, frame, arg) => {
    const module = peek(vm, frame, 0);
    const name = frame.code.names[arg]!;
    const value = vm.catching(vm.types.AttributeError, () => getAttr(vm, module, name)) ?? loadingSubmodule(vm, module, name);
    if (value === 0) {
      const moduleName = vm.catching(vm.types.AttributeError, () => getAttr(vm, module, vm.name('__name__')));
      const text = moduleName !== undefined && isStr(vm, moduleName) ? vm.text(moduleName) : '<unknown module name>';
      const file = vm.catching(vm.types.AttributeError, () => getAttr(vm, module, vm.name('__file__')));
      const where = file !== undefined && isStr(vm, file) ? vm.text(file) : 'unknown location';
      if (moduleName !== undefined) vm.decref(moduleName);
      const error = newExceptionWithMessage(vm, vm.types.ImportError, `cannot import name '${vm.text(name)}' from '${text}' (${where})`);
      setExtra(vm, error, 'name', vm.newRef(vm.name(text)));
      if (file !== undefined) setExtra(vm, error, 'path', file);
      if (extraFields(vm.types.ImportError).includes('name_from')) setExtra(vm, error, 'name_from', vm.newRef(name));
      return vm.throwException(error);
    }
    push(vm, frame, value);
    return undefined;
  }
};
