/// `_collections`: the native part of the module `collections` (CPython 3.14 Modules/_collectionsmodule.c).
import type { Ptr } from '../memory/ram';
import { call, getAttr, getIter, hash, iterNext, setItem } from '../objects/abstract';
import { lookup } from '../objects/dictlookup';
import { dictGetItemKnownStr, dictSetItemKnownHash, isDict, valueWord } from '../objects/dictobject';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { typeLookup } from '../objects/lookup';
import { setModuleItem } from '../objects/module';
import { binaryOp, NB } from '../objects/number';
import { vmOf } from '../vm/vm';
import { addModuleType } from './addtype';
import { defaultdictSpec } from './defaultdict';
import { dequeIteratorSpec, dequeReverseIteratorSpec } from './dequeiter';
import { dequeSpec } from './dequetype';
import { frameAt } from './frames';
import type { ModuleSpec } from './module';
import { odictItemsSpec, odictIteratorSpec, odictKeysSpec, odictValuesSpec } from './odictiter';
import { odictSpec } from './odicttype';

/// Whether `mapping` is a dict whose `get` and `__setitem__` are dict's.
function isPlainDict(it: Interp, mapping: Ptr): boolean {
  const { dict } = it.types;
  const inherits = (name: string): boolean => typeLookup(it, it.typeOf(mapping), it.name(name)) === typeLookup(it, dict, it.name(name));
  return isDict(it, mapping) && inherits('get') && inherits('__setitem__');
}

/// One more of `key`, in a dict: neither `get` nor a key's other protocols are asked.
function countKnown(it: Interp, dict: Ptr, key: Ptr, one: Ptr): void {
  const lo = hash(it, key);
  const hi = it.hashHigh;
  const ix = lookup(it, dict, key, lo, hi);
  const old = ix < 0 ? 0 : it.i32[valueWord(it, dict, ix)]!;
  if (old === 0) return dictSetItemKnownHash(it, dict, key, lo, hi, one);
  it.own(it.newRef(old));
  const sum = it.own(binaryOp(it, NB.ADD, old, one));
  dictSetItemKnownHash(it, dict, key, lo, hi, sum);
  it.drop(2);
}

/// Counts the items of an iterable in a mapping (_count_elements).
function countElements(it: Interp, mapping: Ptr, iterable: Ptr): Ptr {
  const mark = it.held.length;
  const iterator = it.own(getIter(it, iterable));
  const [zero, one] = [newInt(it, 0), it.own(newInt(it, 1))];
  const get = isPlainDict(it, mapping) ? 0 : it.own(getAttr(it, mapping, it.name('get')));
  for (let key = iterNext(it, iterator); key !== 0; key = iterNext(it, iterator)) {
    it.own(key);
    if (get === 0) {
      countKnown(it, mapping, key, one);
    } else {
      const old = it.own(call(it, get, [key, zero]));
      const sum = it.own(binaryOp(it, NB.ADD, old, one));
      setItem(it, mapping, key, sum);
      it.drop(2);
    }
    it.drop();
  }
  it.unwind(mark);
  return it.newRef(it.singletons.none);
}

/// The module of who called the function that calls this; it makes no frame object (3.12+ sys._getframemodulename).
function callersModule(it: Interp): Ptr {
  const frame = frameAt(vmOf(it), 1);
  return frame === undefined ? 0 : dictGetItemKnownStr(it, frame.globals, it.name('__name__'));
}

export const collectionsModule: ModuleSpec = {
  name: '_collections',
  functions: {
    _count_elements: { kind: 'fastcall', min: 2, max: 2, fn: (it, _self, [mapping, iterable]) => countElements(it, mapping!, iterable!) },
    _callers_module: { kind: 'noargs', fn: it => it.newRef(callersModule(it) || it.singletons.none) }
  },
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
