/// The `with` statement.
import type { Ptr } from '../../memory/ram';
import { specialMethods } from '../../compiler/opcodes';
import { call } from '../../objects/abstract';
import { excField } from '../../objects/exceptions';
import { ExcField } from '../../objects/exceptiontree';
import { typeLookup } from '../../objects/lookup';
import { bindSpecial } from '../../objects/special';
import type { Vm } from '../vm';
import { close } from '../stackref';
import { peek, push, replace } from './stack';
import type { ColdOps } from './table';

/// The error of an object without the method (Python/ceval.c _Py_SpecialMethods).
function notAManager(vm: Vm, manager: Ptr, name: string): never {
  const type = vm.typeOf(manager);
  const { hintsAtAsyncWith } = vm.profile;
  const missed = hintsAtAsyncWith || name === '__exit__' ? ` (missed ${name} method)` : '';
  const isAsync = hintsAtAsyncWith && ['__aenter__', '__aexit__'].every(method => typeLookup(vm, type, vm.name(method)) !== 0);
  const hint = isAsync ? " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?" : '';
  vm.typeError(`'${type.name}' object does not support the context manager protocol${missed}${hint}`);
}

/// `__exit__` bound to the manager (up to 3.13).
function bound(vm: Vm, manager: Ptr, name: string): Ptr {
  return bindSpecial(vm, manager, name) || notAManager(vm, manager, name);
}

export const withOps: ColdOps = {
  LOAD_SPECIAL: (vm, frame, arg) => {
    const owner = peek(vm, frame, 0);
    const name = specialMethods[arg]!;
    const method = typeLookup(vm, vm.typeOf(owner), vm.name(name));
    if (method === 0) notAManager(vm, owner, name);
    if (vm.typeOf(method).bindsWithoutObject) {
      const word = vm.i32[frame.sp - 1]!;
      vm.i32[frame.sp - 1] = vm.newRef(method);
      vm.i32[frame.sp++] = word;
    } else {
      replace(vm, frame, 1, bindSpecial(vm, owner, name));
      push(vm, frame, 0);
    }
    return undefined;
  },
  BEFORE_WITH: (vm, frame) => {
    const manager = peek(vm, frame, 0);
    const enter = vm.own(bound(vm, manager, '__enter__'));
    const exit = bound(vm, manager, '__exit__');
    // The manager itself is let go before `__enter__` runs.
    const word = vm.i32[frame.sp - 1]!;
    vm.i32[frame.sp - 1] = exit;
    close(vm, word);
    const entered = call(vm, enter);
    vm.drop();
    push(vm, frame, entered);
    return undefined;
  },
  WITH_EXCEPT_START: (vm, frame, arg) => {
    const exception = peek(vm, frame, 0);
    const traceback = excField(vm, exception, ExcField.TRACEBACK) || vm.singletons.none;
    const args = [vm.typeOf(exception).ptr, exception, traceback];
    const self = arg === 1 ? 0 : peek(vm, frame, 3);
    const exit = peek(vm, frame, arg === 1 ? 3 : 4);
    const { withHoldsTraceback } = vm.profile;
    if (withHoldsTraceback) vm.own(vm.newRef(traceback));
    const result = call(vm, exit, self === 0 ? args : [self, ...args]);
    if (withHoldsTraceback) vm.dropFor(result);
    push(vm, frame, result);
    return undefined;
  }
};
