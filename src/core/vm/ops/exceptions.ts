/// Raising and handling exceptions (CPython 3.14 Python/bytecodes.c, Python/ceval.c do_raise).
import type { Ptr } from '../../memory/ram';
import { call } from '../../objects/abstract';
import { setExcField } from '../../objects/exceptions';
import { ExcField } from '../../objects/exceptiontree';
import { asNumber } from '../../objects/int';
import { tupleGet, tupleSize } from '../../objects/tuple';
import { isType, typeFrom } from '../../objects/type';
import type { Frame } from '../frame';
import type { Vm } from '../vm';
import { peek, pop, popClose, push } from './stack';
import type { ColdOps } from './table';

const isExceptionClass = (vm: Vm, p: Ptr): boolean => isType(vm, p) && typeFrom(vm, p).isSubtypeOf(vm.types.BaseException);

/// An exception from what a `raise` names: an instance, or a class to be called. Takes over the reference.
function instantiate(vm: Vm, p: Ptr, message: string): Ptr {
  if (isExceptionClass(vm, p)) {
    vm.own(p);
    const made = call(vm, p);
    vm.drop();
    if (!vm.typeOf(made).isSubtypeOf(vm.types.BaseException)) {
      vm.own(made);
      vm.typeError(`calling ${vm.typeOf(p).name} should have returned an instance of BaseException, not ${vm.typeOf(made).name}`);
    }
    return made;
  }
  if (vm.typeOf(p).isSubtypeOf(vm.types.BaseException)) return p;
  vm.own(p);
  vm.typeError(message);
}

function raise(vm: Vm, frame: Frame, nargs: number): never {
  if (nargs === 0) {
    const handled = vm.handled();
    if (handled === 0) vm.raise(vm.types.RuntimeError, 'No active exception to reraise');
    vm.raised = vm.newRef(handled);
    vm.rethrow();
  }
  const cause = nargs === 2 ? vm.own(pop(vm, frame)) : 0;
  const exception = instantiate(vm, pop(vm, frame), 'exceptions must derive from BaseException');
  if (cause !== 0) {
    vm.own(exception);
    const fixed = cause === vm.singletons.none ? 0 : instantiate(vm, vm.newRef(cause), 'exception causes must derive from BaseException');
    vm.take();
    setExcField(vm, exception, ExcField.CAUSE, fixed);
    vm.i32[exception + ExcField.SUPPRESS_CONTEXT] = 1;
    vm.drop();
  }
  vm.throwException(exception);
}

/// Checks the types an `except` names (check_except_type_valid).
function checkExceptTypes(vm: Vm, type: Ptr): void {
  const ok = vm.typeOf(type) === vm.types.tuple
    ? Array.from({ length: tupleSize(vm, type) }, (_, i) => tupleGet(vm, type, i)).every(item => isExceptionClass(vm, item))
    : isExceptionClass(vm, type);
  if (!ok) vm.typeError('catching classes that do not inherit from BaseException is not allowed');
}

/// PyErr_GivenExceptionMatches.
export function exceptionMatches(vm: Vm, exception: Ptr, type: Ptr): boolean {
  if (vm.typeOf(type) === vm.types.tuple) {
    return Array.from({ length: tupleSize(vm, type) }, (_, i) => tupleGet(vm, type, i)).some(item => exceptionMatches(vm, exception, item));
  }
  return vm.typeOf(exception).isSubtypeOf(typeFrom(vm, type));
}

export const exceptionOps: ColdOps = {
  PUSH_EXC_INFO: (vm, frame) => {
    const exception = vm.i32[--frame.sp]!;
    const info = vm.excInfo;
    push(vm, frame, info.value || vm.singletons.none);
    info.value = vm.newRef(exception);
    push(vm, frame, exception);
    return undefined;
  },
  POP_EXCEPT: (vm, frame) => {
    const previous = pop(vm, frame);
    const old = vm.excInfo.value;
    vm.excInfo.value = previous === vm.singletons.none ? 0 : previous;
    vm.xdecref(old);
    return undefined;
  },
  CHECK_EXC_MATCH: (vm, frame) => {
    const type = peek(vm, frame, 0);
    checkExceptTypes(vm, type);
    const matches = exceptionMatches(vm, peek(vm, frame, 1), type);
    popClose(vm, frame);
    push(vm, frame, vm.bool(matches));
    return undefined;
  },
  CHECK_EG_MATCH: vm => vm.raise(vm.types.NotImplementedError, 'memory-sim does not run except* yet'),
  RAISE_VARARGS: (vm, frame, arg) => raise(vm, frame, arg),
  RERAISE: (vm, frame, arg) => {
    const exception = pop(vm, frame);
    if (arg !== 0) frame.ip = asNumber(vm, peek(vm, frame, arg - 1)) + 1;
    vm.raised = exception;
    vm.reraised = true;
    vm.rethrow();
  },
  LOAD_COMMON_CONSTANT: (vm, frame, arg) => {
    const { types } = vm;
    const value = [types.AssertionError.ptr, types.NotImplementedError.ptr, types.tuple.ptr][arg] ?? vm.builtin(arg === 3 ? 'all' : 'any');
    push(vm, frame, vm.newRef(value));
    return undefined;
  }
};
