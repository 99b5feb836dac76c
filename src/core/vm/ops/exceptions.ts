/// Raising and handling exceptions (CPython 3.14 Python/bytecodes.c, Python/ceval.c do_raise).
import type { Ptr } from '../../memory/ram';
import { call, reprText } from '../../objects/abstract';
import { setExcField } from '../../objects/exceptions';
import { ExcField } from '../../objects/exceptiontree';
import { tupleToArray } from '../../objects/tuple';
import { exceptionMatches, groupMatch } from '../../objects/exceptiongroup';
import { isType, typeFrom } from '../../objects/type';
import { Subclass } from '../../objects/typeobject';
import type { Frame } from '../frame';
import { addTraceback } from '../traceback';
import { raiseHere } from '../unwind';
import type { Vm } from '../vm';
import { peek, pop, popClose, push } from './stack';
import type { ColdOps } from './table';

const isException = (vm: Vm, p: Ptr): boolean => (vm.typeOf(p).subclass & Subclass.EXCEPTION) !== 0;
const isExceptionClass = (vm: Vm, p: Ptr): boolean => isType(vm, p) && (typeFrom(vm, p).subclass & Subclass.EXCEPTION) !== 0;

/// An exception from what a `raise` names: an instance, or a class to be called. Takes over the reference.
function instantiate(vm: Vm, p: Ptr, message: string): Ptr {
  if (isExceptionClass(vm, p)) {
    vm.own(p);
    const made = call(vm, p);
    if (!isException(vm, made)) {
      vm.own(made);
      vm.typeError(`calling ${reprText(vm, p)} should have returned an instance of BaseException, not ${reprText(vm, vm.typeOf(made).ptr)}`);
    }
    vm.drop();
    return made;
  }
  if (isException(vm, p)) return p;
  vm.own(p);
  vm.typeError(message);
}

/// Returns the frame that handles it, or throws if none of this eval loop does.
function raise(vm: Vm, frame: Frame, nargs: number): Frame {
  if (nargs === 0) {
    const handled = vm.handled();
    if (handled === 0) vm.raise(vm.types.RuntimeError, 'No active exception to reraise');
    vm.raised = vm.newRef(handled);
    vm.reraised = true;
    return raiseHere(vm, frame);
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
  vm.setRaised(exception);
  return raiseHere(vm, frame);
}

/// Checks the types an `except` names (check_except_type_valid).
function checkExceptTypes(vm: Vm, type: Ptr): void {
  if (isExceptionClass(vm, type)) return;
  const types = vm.typeOf(type) === vm.types.tuple ? tupleToArray(vm, type) : [type];
  if (!types.every(item => isExceptionClass(vm, item))) vm.typeError('catching classes that do not inherit from BaseException is not allowed');
}

/// Checks the types an `except*` names (check_except_star_type_valid).
function checkExceptStarTypes(vm: Vm, type: Ptr): void {
  checkExceptTypes(vm, type);
  const types = vm.typeOf(type) === vm.types.tuple ? tupleToArray(vm, type) : [type];
  if (types.some(item => typeFrom(vm, item).isSubtypeOf(vm.types.BaseExceptionGroup))) {
    vm.typeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
  }
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
    vm.excInfo.value = previous === vm.singletons.none && !vm.profile.leavesNoneHandled ? 0 : previous;
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
  CHECK_EG_MATCH: (vm, frame) => {
    const type = peek(vm, frame, 0);
    checkExceptStarTypes(vm, type);
    const [match, rest] = groupMatch(vm, peek(vm, frame, 1), type, group => addTraceback(vm, frame, group));
    vm.own(match);
    vm.own(rest);
    popClose(vm, frame, 2);
    if (match !== vm.singletons.none) {
      const handled = vm.excInfo.value;
      vm.excInfo.value = vm.newRef(match);
      vm.xdecref(handled);
    }
    push(vm, frame, vm.take());
    push(vm, frame, vm.take());
    return undefined;
  },
  RAISE_VARARGS: (vm, frame, arg) => raise(vm, frame, arg),
  RERAISE: (vm, frame) => {
    const exception = pop(vm, frame);
    vm.raised = exception;
    vm.reraised = true;
    return raiseHere(vm, frame);
  },
  LOAD_COMMON_CONSTANT: (vm, frame, arg) => {
    const { types } = vm;
    const value = [types.AssertionError.ptr, types.NotImplementedError.ptr, types.tuple.ptr][arg] ?? vm.builtin(arg === 3 ? 'all' : 'any');
    push(vm, frame, vm.newRef(value));
    return undefined;
  }
};
