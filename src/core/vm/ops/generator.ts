/// Generators and coroutines: yielding and delegating.
import type { Ptr } from '../../memory/ram';
import { callMethod, getIter } from '../../objects/abstract';
import { getExtra } from '../../objects/exceptions';
import { genericIternext } from '../../objects/slotdefs';
import { callSpecial } from '../../objects/special';
import { ReturnTo } from '../frame';
import { makeGenerator, resumeInline, sendGenerator } from '../genobject';
import { yieldValue } from '../leave';
import type { Vm } from '../vm';
import { peek, pop, popClose, push, replace } from './stack';
import type { ColdOps } from './table';

/// Sends to anything that is not a generator the eval loop can enter: the value yielded, or 0 at the end with
/// `vm.returned` (PyIter_Send).
function sendTo(vm: Vm, receiver: Ptr, value: Ptr): Ptr {
  const type = vm.typeOf(receiver);
  vm.returned = 0;
  if (type === vm.types.generator || type === vm.types.coroutine) return sendGenerator(vm, receiver, value);
  const mark = vm.held.length;
  try {
    if (value !== vm.singletons.none) return callMethod(vm, receiver, 'send', [value]);
    // The generic slot would forget what StopIteration carries.
    if (type.slots.iternext === genericIternext) return callSpecial(vm, receiver, '__next__', []);
    const item = type.slots.iternext!(vm, receiver);
    if (item === 0) vm.returned = vm.singletons.none;
    return item;
  } catch (error) {
    if (!vm.isGuestError(error) || !vm.raisedIs(vm.types.StopIteration)) throw error;
    vm.unwind(mark);
    const stopped = vm.fetchRaised();
    vm.returned = vm.newRef(getExtra(vm, stopped, 'value') || vm.singletons.none);
    vm.decref(stopped);
    return 0;
  }
}

export const generatorOps: ColdOps = {
  RETURN_GENERATOR: (vm, frame) => {
    const { returnTo, previous } = frame;
    const generator = makeGenerator(vm, frame);
    if (returnTo === ReturnTo.NATIVE) return generator;
    push(vm, previous!, generator);
    return previous!;
  },
  YIELD_VALUE: (vm, frame) => {
    const { returnTo } = frame;
    const value = yieldValue(vm, frame, pop(vm, frame));
    return returnTo === ReturnTo.NATIVE ? value : vm.frame!;
  },
  SEND: (vm, frame, arg) => {
    const value = pop(vm, frame);
    const receiver = peek(vm, frame, 0);
    vm.own(value);
    const callee = resumeInline(vm, receiver, value, ReturnTo.SEND);
    if (callee !== undefined) {
      vm.drop();
      return callee;
    }
    const result = sendTo(vm, receiver, value);
    vm.drop();
    if (result !== 0) {
      push(vm, frame, result);
      return undefined;
    }
    push(vm, frame, vm.returned || vm.singletons.none);
    vm.returned = 0;
    frame.ip = arg;
    return undefined;
  },
  END_SEND: (vm, frame) => {
    const value = pop(vm, frame);
    replace(vm, frame, 1, value);
    return undefined;
  },
  CLEANUP_THROW: (vm, frame) => {
    const exception = peek(vm, frame, 0);
    if (!vm.typeOf(exception).isSubtypeOf(vm.types.StopIteration)) {
      vm.raised = vm.newRef(exception);
      vm.reraised = true;
      vm.rethrow();
    }
    const value = vm.own(vm.newRef(getExtra(vm, exception, 'value') || vm.singletons.none));
    popClose(vm, frame, 3);
    push(vm, frame, vm.singletons.none);
    vm.take();
    push(vm, frame, value);
    return undefined;
  },
  GET_YIELD_FROM_ITER: (vm, frame) => {
    const iterable = peek(vm, frame, 0);
    const type = vm.typeOf(iterable);
    if (type === vm.types.generator || type === vm.types.coroutine) return undefined;
    replace(vm, frame, 1, getIter(vm, iterable));
    return undefined;
  }
};
