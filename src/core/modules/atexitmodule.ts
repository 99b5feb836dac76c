/// The module `atexit` (CPython 3.14 Modules/atexitmodule.c). The functions to call are in a list that the module holds.
import { call, richCompareBool } from '../objects/abstract';
import { positionalCount } from '../objects/args';
import { moduleDict, setModuleItem } from '../objects/module';
import { dictGetItemKnownStr, dictNext, dictSetItem, entry, newDict } from '../objects/dictobject';
import type { Ptr } from '../memory/ram';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listAppendSteal, listClear, listGet, listPop, listSet, listSize, listSlice, newList } from '../objects/list';
import { tupleFrom, tupleGet, tupleGetSlice, tupleToArray } from '../objects/tuple';
import { CompareOp } from '../objects/typeobject';
import type { Vm } from '../vm/vm';
import { vmOf } from '../vm/vm';
import type { ModuleSpec } from './module';

/// What is registered, borrowed; 0 = never imported. An entry is a function, a tuple of values and a dict of keyword values or
/// None: a tuple of the three since 3.14, and before, where C structures have them, three items.
function registered(it: Interp): Ptr {
  const module = dictGetItemKnownStr(it, vmOf(it).modules, it.name('atexit'));
  return module === 0 ? 0 : dictGetItemKnownStr(it, moduleDict(it, module), it.name('_callbacks'));
}

/// Items of the list that are an entry.
const width = (it: Interp): number => (it.profile.atexitCallsCopy ? 1 : 3);

const entryCount = (it: Interp, list: Ptr): number => Math.trunc(listSize(it, list) / width(it));

/// The parts of an entry, borrowed; nothing of one that is gone.
function partsAt(it: Interp, list: Ptr, i: number): Ptr[] {
  if (i >= entryCount(it, list)) return [];
  const first = listGet(it, list, i * width(it));
  if (first === it.singletons.none) return [];
  return it.profile.atexitCallsCopy ? tupleToArray(it, first) : [first, listGet(it, list, 3 * i + 1), listGet(it, list, 3 * i + 2)];
}

/// Calls what was registered, last first; an exception is reported and the rest goes on. All go when all were called, with what
/// was registered meanwhile. The machine calls it first at shutdown.
function runExitFunctions(vm: Vm): void {
  const callbacks = registered(vm);
  if (callbacks === 0) return;
  const size = listSize(vm, callbacks);
  const called = vm.own(vm.profile.atexitCallsCopy ? listSlice(vm, callbacks, 0, size) : vm.newRef(callbacks));
  for (let i = entryCount(vm, called) - 1; i >= 0; i--) callEntry(vm, partsAt(vm, called, i));
  const all = vm.own(listSlice(vm, callbacks, 0, listSize(vm, callbacks)));
  listClear(vm, callbacks);
  if (vm.profile.atexitCallsCopy) dropFirstToLast(vm, called);
  dropFirstToLast(vm, all);
  vm.drop(2);
}

function callEntry(vm: Vm, parts: readonly Ptr[]): void {
  if (parts.length === 0) return;
  for (const part of parts) vm.own(vm.newRef(part));
  const [func, args, keywords] = [parts[0]!, tupleToArray(vm, parts[1]!), parts[2]!];
  const names: Ptr[] = [];
  if (keywords !== vm.singletons.none) {
    for (let at = dictNext(vm, keywords, 0); at >= 0; at = dictNext(vm, keywords, at)) {
      names.push(entry.key);
      args.push(entry.value);
    }
  }
  const kwnames = names.length === 0 ? 0 : vm.own(tupleFrom(vm, names));
  vm.reporting('in atexit callback', func, () => vm.decref(call(vm, func, args, kwnames)));
  vm.drop(parts.length + (kwnames === 0 ? 0 : 1));
}

/// Leaves None in the places.
function dropFirstToLast(vm: Vm, list: Ptr): void {
  for (let i = 0; i < listSize(vm, list); i++) listSet(vm, list, i, vm.singletons.none);
}

/// The values behind the positional ones, by name.
function keywordDict(it: Interp, values: readonly Ptr[], kwnames: Ptr): Ptr {
  const dict = it.own(newDict(it));
  values.forEach((value, i) => dictSetItem(it, dict, tupleGet(it, kwnames, i), value));
  return it.take();
}

export const atexitModule: ModuleSpec = {
  name: 'atexit',
  functions: {
    register: {
      kind: 'keywords',
      fn: (it, _self, args, kwnames) => {
        const count = positionalCount(it, args, kwnames);
        if (count === 0) it.typeError('register() takes at least 1 argument (0 given)');
        if (it.typeOf(args[0]!).slots.call === undefined) it.typeError('the first argument must be callable');
        const all = it.own(tupleFrom(it, args.slice(0, count)));
        const keywords = it.own(kwnames === 0 ? it.newRef(it.singletons.none) : keywordDict(it, args.slice(count), kwnames));
        const parts = [args[0]!, it.own(tupleGetSlice(it, all, 1, count)), keywords];
        if (it.profile.atexitCallsCopy) listAppendSteal(it, registered(it), tupleFrom(it, parts));
        else for (const part of parts) listAppendSteal(it, registered(it), it.newRef(part));
        it.drop(3);
        return it.newRef(args[0]!);
      }
    },
    unregister: {
      kind: 'o',
      fn: (it, _self, wanted) => {
        const callbacks = registered(it);
        for (let i = entryCount(it, callbacks) - 1; i >= 0; i--) {
          const [func] = partsAt(it, callbacks, i);
          if (func === undefined || !richCompareBool(it, func, wanted, CompareOp.EQ)) continue;
          if (it.profile.atexitCallsCopy) it.decref(listPop(it, callbacks, i));
          else for (let part = 0; part < width(it); part++) listSet(it, callbacks, i * width(it) + part, it.singletons.none);
        }
        return it.singletons.none;
      }
    },
    _ncallbacks: { kind: 'noargs', fn: it => newInt(it, entryCount(it, registered(it))) },
    _run_exitfuncs: {
      kind: 'noargs',
      fn: it => {
        runExitFunctions(vmOf(it));
        return it.singletons.none;
      }
    },
    _clear: {
      kind: 'noargs',
      fn: it => {
        listClear(it, registered(it));
        return it.singletons.none;
      }
    }
  },
  init: (vm, module) => {
    setModuleItem(vm, module, '_callbacks', newList(vm, 0));
    vm.atExit.push(() => runExitFunctions(vm));
  }
};
