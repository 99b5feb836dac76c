/// The module `atexit` (CPython 3.14 Modules/atexitmodule.c). The functions to call are in a list that the module holds.
import { call, richCompareBool } from '../objects/abstract';
import { positionalCount } from '../objects/args';
import { moduleDict, setModuleItem } from '../objects/module';
import { dictGetItemKnownStr } from '../objects/dictobject';
import type { Ptr } from '../memory/ram';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listAppendSteal, listClear, listGet, listPop, listSize, newList } from '../objects/list';
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

/// Calls what was registered, last first; an exception is reported and the rest goes on. The machine calls it first at
/// shutdown.
function runExitFunctions(vm: Vm): void {
  const callbacks = registered(vm);
  if (callbacks === 0) return;
  while (listSize(vm, callbacks) > 0) {
    const entry = vm.own(listPop(vm, callbacks, listSize(vm, callbacks) - 1));
    const [args, names] = [tupleToArray(vm, tupleGet(vm, entry, 0)), tupleGet(vm, entry, 1)];
    const mark = vm.held.length;
    try {
      vm.decref(call(vm, args[0]!, args.slice(1), tupleSize(vm, names) === 0 ? 0 : names));
    } catch (error) {
      vm.isGuestError(error);
      vm.unwind(mark);
      vm.hooks.unraisable(vm, 'in atexit callback', args[0]!);
    }
    vm.drop();
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
          const fn = tupleGet(it, tupleGet(it, listGet(it, callbacks, i), 0), 0);
          if (richCompareBool(it, fn, wanted, CompareOp.EQ)) it.decref(listPop(it, callbacks, i));
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
