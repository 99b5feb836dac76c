/// `_weakref`: the native part of the module `weakref` (CPython 3.14 Modules/_weakref.c).
import { newInt } from '../objects/int';
import { listFrom } from '../objects/list';
import { setModuleItem } from '../objects/module';
import { knownWeakRefs, newWeakRef } from '../objects/weakref';
import type { ModuleSpec } from './module';

export const weakrefModule: ModuleSpec = {
  name: '_weakref',
  functions: {
    proxy: {
      kind: 'fastcall', min: 1, max: 2,
      fn: (it, _self, args) => {
        const object = args[0]!;
        const type = it.typeOf(object).slots.call === undefined ? it.types.weakproxy : it.types.weakcallableproxy;
        return newWeakRef(it, type, object, args[1] === undefined || args[1] === it.singletons.none ? 0 : args[1]);
      }
    },
    getweakrefcount: { kind: 'o', fn: (it, _self, p) => newInt(it, knownWeakRefs(it, p).length) },
    getweakrefs: { kind: 'o', fn: (it, _self, p) => listFrom(it, knownWeakRefs(it, p)) }
  },
  init: (vm, module) => {
    const { weakref, weakproxy, weakcallableproxy } = vm.types;
    const types = { ref: weakref, ReferenceType: weakref, ProxyType: weakproxy, CallableProxyType: weakcallableproxy };
    for (const [name, type] of Object.entries(types)) setModuleItem(vm, module, name, vm.newRef(type.ptr));
  }
};
