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
    if (iterator === vm.singletons.notImplemented) vm.typeError(`'${vm.typeOf(value).name}' object can't be awaited`);
    replace(vm, frame, 1, iterator);
    return undefined;
  },
  GET_AITER: unsupported,
  GET_ANEXT: unsupported,
  END_ASYNC_FOR: unsupported,
  BEFORE_ASYNC_WITH: unsupported
};
