/// Asynchronous code as far as it goes without an event loop.
import { callSpecialMaybe } from '../../objects/special';
import type { Vm } from '../vm';
import { peek, replace } from './stack';
import type { ColdOps } from './table';

const unsupported = (vm: Vm): never => vm.raise(vm.types.NotImplementedError, 'memory-sim does not run asynchronous iteration yet');

export const awaitOps: ColdOps = {
  GET_AWAITABLE: (vm, frame) => {
    const value = peek(vm, frame, 0);
    if (vm.typeOf(value) === vm.types.coroutine) return undefined;
    const iterator = callSpecialMaybe(vm, value, '__await__', []);
    if (iterator === vm.singletons.notImplemented) vm.typeError(vm.profile.awaitWords.replace('N', vm.typeOf(value).name));
    vm.own(iterator);
    if (vm.typeOf(iterator) === vm.types.coroutine) vm.typeError('__await__() returned a coroutine');
    if (vm.typeOf(iterator).slots.iternext === undefined) vm.typeError(`__await__() returned non-iterator of type '${vm.typeOf(iterator).name}'`);
    vm.take();
    replace(vm, frame, 1, iterator);
    return undefined;
  },
  GET_AITER: unsupported,
  GET_ANEXT: unsupported,
  END_ASYNC_FOR: unsupported,
  BEFORE_ASYNC_WITH: unsupported
};
