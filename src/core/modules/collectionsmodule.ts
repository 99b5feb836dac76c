/// `_collections`: the native part of the module `collections` (CPython 3.14 Modules/_collectionsmodule.c).
import { setModuleItem } from '../objects/module';
import { addModuleType } from './addtype';
import { defaultdictSpec } from './defaultdict';
import { dequeIteratorSpec, dequeReverseIteratorSpec } from './dequeiter';
import { dequeSpec } from './dequetype';
import type { ModuleSpec } from './module';
import { odictItemsSpec, odictIteratorSpec, odictKeysSpec, odictValuesSpec } from './odictiter';
import { odictSpec } from './odicttype';

export const collectionsModule: ModuleSpec = {
  name: '_collections',
  functions: {},
  init: (vm, module) => {
    const isHeap = vm.profile.natives.haveHeapTypes;
    const inner = isHeap ? 'collections' : '_collections';
    const types = [
      addModuleType(vm, 'deque', dequeSpec, isHeap),
      addModuleType(vm, 'defaultdict', defaultdictSpec, isHeap),
      addModuleType(vm, 'dequeIterator', dequeIteratorSpec(inner), isHeap),
      addModuleType(vm, 'dequeReverseIterator', dequeReverseIteratorSpec(inner), isHeap)
    ];
    types.push(addModuleType(vm, 'odict', odictSpec, false));
    addModuleType(vm, 'odictIterator', odictIteratorSpec, false);
    addModuleType(vm, 'odictKeys', odictKeysSpec, false);
    addModuleType(vm, 'odictValues', odictValuesSpec, false);
    addModuleType(vm, 'odictItems', odictItemsSpec, false);
    for (const type of types) setModuleItem(vm, module, type.shortName, vm.newRef(type.ptr));
  }
};
