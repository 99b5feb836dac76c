/// What the eval loop does between instructions when asked to (Python/ceval_gil.c _Py_HandlePending).
import { allocException } from '../objects/exceptions';
import { newTuple } from '../objects/tuple';
import type { Vm } from './vm';

/// Runs a collection that is due; raises KeyboardInterrupt when the host asked for it.
export function evalBreaker(vm: Vm): void {
  if (vm.interrupted) {
    vm.interrupted = false;
    vm.throwException(allocException(vm, vm.types.KeyboardInterrupt, newTuple(vm, 0)));
  }
  if (vm.gcScheduled && vm.profile.collectsAtEvalBreaker) vm.collectYoung();
}
