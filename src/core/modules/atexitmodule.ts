/// The module `atexit` (CPython 3.14 Modules/atexitmodule.c). The functions to call are in a list that the module holds.
import { call, richCompareBool } from '../objects/abstract';
import { positionalCount } from '../objects/args';
import { moduleDict, setModuleItem } from '../objects/module';
import { dictGetItemKnownStr } from '../objects/dictobject';
import type { Ptr } from '../memory/ram';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listAppendSteal, listClear, listGet, listPop, listSet, listSize, listSlice, newList } from '../objects/list';
import { tupleFrom, tupleGet, tupleGetSlice, tupleSize, tupleToArray } from '../objects/tuple';
import { CompareOp } from '../objects/typeobject';
import type { Vm } from '../vm/vm';
import { vmOf } from '../vm/vm';
import type { ModuleSpec } from './module';

/// What is registered: tuples (positional arguments, the function first; keyword values; names), borrowed; 0 = never imported.
function registered(it: Interp): Ptr {
  const module = dictGetItemKnownStr(it, vmOf(it).modules, it.name('atexit'));
  return module === 0 ? 0 : dictGetItemKnownStr(it, moduleDict(it, module), it.name('_callbacks'));
}

/// Calls what was registered, last first; an exception is reported and the rest goes on. All go when all were called, with what
/// was registered meanwhile. The machine calls it first at shutdown.
function runExitFunctions(vm: Vm): void {
  const callbacks = registered(vm);
  if (callbacks === 0) return;
  const size = listSize(vm, callbacks);
  const called = vm.own(vm.profile.atexitCallsCopy ? listSlice(vm, callbacks, 0, size) : vm.newRef(callbacks));
  for (let i = size - 1; i >= 0; i--) {
    if (i < listSize(vm, called) && listGet(vm, called, i) !== vm.singletons.none) callEntry(vm, listGet(vm, called, i));
  }
  const all = vm.own(listSlice(vm, callbacks, 0, listSize(vm, callbacks)));
  listClear(vm, callbacks);
  if (vm.profile.atexitCallsCopy) dropFirstToLast(vm, called);
  dropFirstToLast(vm, all);
  vm.drop(2);
}

function callEntry(vm: Vm, entry: Ptr): void {
  vm.own(vm.newRef(entry));
  const [args, names] = [tupleToArray(vm, tupleGet(vm, entry, 0)), tupleGet(vm, entry, 1)];
  vm.reporting('in atexit callback', args[0]!, () => vm.decref(call(vm, args[0]!, args.slice(1), tupleSize(vm, names) === 0 ? 0 : names)));
  vm.drop();
}

/// Leaves None in the places. Of an entry the function went first, before 3.14 made it a tuple.
function dropFirstToLast(vm: Vm, list: Ptr): void {
  for (let i = 0; i < listSize(vm, list); i++) {
    const entry = listGet(vm, list, i);
    const items = entry === vm.singletons.none || vm.profile.atexitCallsCopy ? [] : tupleToArray(vm, tupleGet(vm, entry, 0));
    for (let k = 1; k <= items.length; k++) vm.own(vm.newRef(items[k % items.length]!));
    listSet(vm, list, i, vm.singletons.none);
    vm.drop(items.length);
  }
}

export const atexitModule: ModuleSpec = {
  name: 'atexit',
  functions: {
    register: {
      kind: 'keywords',
      fn: (it, _self, args, kwnames) => {
        if (positionalCount(it, args, kwnames) === 0) it.typeError('register() takes at least 1 argument (0 given)');
        if (it.typeOf(args[0]!).slots.call === undefined) it.typeError('the first argument must be callable');
        const all = it.own(tupleFrom(it, args));
        const names = it.own(kwnames === 0 ? tupleGetSlice(it, all, 0, 0) : it.newRef(kwnames));
        listAppendSteal(it, registered(it), tupleFrom(it, [all, names]));
        it.drop(2);
        return it.newRef(args[0]!);
      }
    },
    unregister: {
      kind: 'o',
      fn: (it, _self, wanted) => {
        const callbacks = registered(it);
        for (let i = listSize(it, callbacks) - 1; i >= 0; i--) {
          const entry = listGet(it, callbacks, i);
          if (entry === it.singletons.none || !richCompareBool(it, tupleGet(it, tupleGet(it, entry, 0), 0), wanted, CompareOp.EQ)) continue;
          if (it.profile.atexitCallsCopy) it.decref(listPop(it, callbacks, i));
          else listSet(it, callbacks, i, it.singletons.none);
        }
        return it.singletons.none;
      }
    },
    _ncallbacks: { kind: 'noargs', fn: it => newInt(it, listSize(it, registered(it))) },
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
