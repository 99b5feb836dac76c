/// Calls with keywords and unpacked arguments, intrinsics.
import type { Ptr } from '../../memory/ram';
import { call, getAttr, iterate } from '../../objects/abstract';
import { getsGivenTuple } from '../../objects/callnative';
import { dictNext, dictSetItem, entry } from '../../objects/dictobject';
import { newExceptionWithMessage, setExcField } from '../../objects/exceptions';
import { ExcField } from '../../objects/exceptiontree';
import { prepareReraise } from '../../objects/exceptiongroup';
import { listToArray } from '../../objects/list';
import { methodFunction, methodSelf } from '../../objects/classobject';
import { moduleDict } from '../../objects/module';
import { isType, typeFrom } from '../../objects/type';
import { unaryOp } from '../../objects/number';
import { isStr } from '../../objects/str';
import { tupleFrom, tupleItems, tupleSize, tupleToArray } from '../../objects/tuple';
import { enter, frameForCall } from '../calls';
import { afterNative, bindPositional, callOut, dropCall, takesPositional, takeWords } from '../callop';
import { hostCode } from '../codeobject';
import { callableName } from '../describe';
import type { Frame } from '../frame';
import { Func } from '../funcobject';
import { importModule } from '../import';
import { callForward, enterForwarded } from '../specialcalls';
import { close, steal } from '../stackref';
import type { Vm } from '../vm';
import { peek, popClose, replace } from './stack';
import type { ColdOps } from './table';

/// A Python function called with stack words (args then keyword values) runs in the same eval loop.
function enterFunction(vm: Vm, frame: Frame, at: number, kwnames: Ptr): Frame {
  const s = vm.i32;
  const first = s[at + 1] === 0 ? at + 2 : at + 1;
  const callee = frameForCall(vm, steal(vm, s[at]!), takeWords(vm, frame, at, first), kwnames);
  frame.sp = at;
  enter(vm, callee);
  return callee;
}

/// Whether it is a class of exceptions that are made with the tuple of the call.
function keepsTuple(vm: Vm, callable: Ptr): boolean {
  if (!isType(vm, callable) || vm.typeOf(callable).slots.call !== vm.types.type.slots.call) return false;
  const type = typeFrom(vm, callable);
  const { BaseException, BaseExceptionGroup } = vm.types;
  return (type.slots.new === BaseException.slots.new || type.slots.new === BaseExceptionGroup.slots.new) && (type.isHeapType || vm.profile.exceptionsKeepGivenTuple);
}

/// Turns a bound method at `at` into function and self.
function unbind(vm: Vm, at: number): void {
  const s = vm.i32;
  const word = s[at]!;
  const callable = word & ~1;
  if (vm.typeOf(callable) !== vm.types.method || s[at + 1] !== 0) return;
  s[at + 1] = vm.newRef(methodSelf(vm, callable));
  s[at] = vm.newRef(methodFunction(vm, callable));
  close(vm, word);
}

/// `from module import *` (Python/intrinsics.c import_all_from).
function importStar(vm: Vm, frame: Frame, module: Ptr): void {
  const dict = moduleDict(vm, module);
  const all = vm.catching(vm.types.AttributeError, () => getAttr(vm, module, vm.name('__all__')));
  if (all !== undefined) {
    vm.own(all);
    iterate(vm, all, name => {
      const value = vm.own(getAttr(vm, module, name));
      dictSetItem(vm, frame.locals, name, value);
      vm.drop();
    });
    vm.drop();
    return;
  }
  for (let at = dictNext(vm, dict, 0); at >= 0; at = dictNext(vm, dict, at)) {
    const { key, value } = entry;
    if (isStr(vm, key) && !vm.text(key).startsWith('_')) dictSetItem(vm, frame.locals, key, value);
  }
}

/// StopIteration out of a generator is a RuntimeError (stopiteration_error). Takes and returns a new reference.
function stopIterationError(vm: Vm, frame: Frame, exception: Ptr): Ptr {
  if (!vm.typeOf(exception).isSubtypeOf(vm.types.StopIteration)) return vm.newRef(exception);
  const word = frame.generator !== 0 && vm.typeOf(frame.generator) === vm.types.coroutine ? 'coroutine' : 'generator';
  const error = newExceptionWithMessage(vm, vm.types.RuntimeError, `${word} raised StopIteration`);
  setExcField(vm, error, ExcField.CAUSE, vm.newRef(exception));
  setExcField(vm, error, ExcField.CONTEXT, vm.newRef(exception));
  vm.i32[error + ExcField.SUPPRESS_CONTEXT] = 1;
  return error;
}

/// The functions of `_typing` that make type parameters, by the number of the intrinsic.
const TYPE_INTRINSICS_1: Readonly<Record<number, string>> = {
  7: 'make_type_var', 8: 'make_param_spec', 9: 'make_type_var_tuple', 10: 'subscript_generic', 11: 'make_type_alias'
};
const TYPE_INTRINSICS_2: Readonly<Record<number, string>> = {
  2: 'make_type_var_with_bound', 3: 'make_type_var_with_constraints', 4: 'set_function_type_params', 5: 'set_type_param_default'
};

function callTyping(vm: Vm, name: string, args: readonly Ptr[]): Ptr {
  const module = vm.own(importModule(vm, '_typing'));
  const fn = vm.own(getAttr(vm, module, vm.name(name)));
  const result = call(vm, fn, args);
  vm.drop(2);
  return result;
}

/// Leaves the result of CALL_FUNCTION_EX, which it takes over, in the place of callable, arguments and keywords.
const finishUnpackingCall = (vm: Vm, frame: Frame, result: Ptr): void => dropCall(vm, frame, frame.sp - 4, result);

export const callOps: ColdOps = {
  CALL_KW: (vm, frame, arg) => {
    const kwnames = vm.own(steal(vm, vm.i32[--frame.sp]!));
    const at = frame.sp - arg - 2;
    unbind(vm, at);
    const callable = vm.i32[at]! & ~1;
    if (vm.typeOf(callable) === vm.types.function) {
      const callee = enterFunction(vm, frame, at, kwnames);
      vm.drop();
      return callee;
    }
    if (vm.typeOf(callable).forward !== undefined) {
      const callee = callForward(vm, frame, callable, at, arg, kwnames);
      vm.drop();
      return callee;
    }
    callOut(vm, frame, callable, at, arg, kwnames);
    vm.drop();
    afterNative(vm, callable, arg);
    return undefined;
  },
  CALL_FUNCTION_EX: (vm, frame) => {
    const kwargs = peek(vm, frame, 0);
    let args = peek(vm, frame, 1);
    const callable = peek(vm, frame, 3);
    if (vm.typeOf(args) !== vm.types.tuple) {
      const type = vm.typeOf(args);
      if (type.slots.iter === undefined && type.slots.sqItem === undefined) {
        vm.typeError(`${callableName(vm, callable)} argument after * must be an iterable, not ${type.name}`);
      }
      const made = call(vm, vm.types.tuple.ptr, [args]);
      const old = vm.i32[frame.sp - 2]!;
      vm.i32[frame.sp - 2] = made;
      close(vm, old);
      args = made;
    }
    if (kwargs === 0 && vm.profile.inlinesUnpackingCalls && vm.typeOf(callable) === vm.types.function) {
      const code = hostCode(vm, vm.i32[callable + Func.CODE]!);
      const count = tupleSize(vm, args);
      if (takesPositional(vm, callable, code, count)) {
        const callee = bindPositional(vm, callable, code, tupleItems(vm, args), count, false);
        vm.incref(callable);
        popClose(vm, frame, 4);
        enter(vm, callee);
        return callee;
      }
    }
    const values = [...tupleToArray(vm, args)];
    const names: Ptr[] = [];
    if (kwargs !== 0) {
      for (let at = dictNext(vm, kwargs, 0); at >= 0; at = dictNext(vm, kwargs, at)) {
        if (!isStr(vm, entry.key)) vm.typeError('keywords must be strings');
        names.push(entry.key);
        values.push(entry.value);
      }
    }
    const kwnames = names.length === 0 ? 0 : vm.own(tupleFrom(vm, names));
    if (vm.profile.inlinesUnpackingCalls && vm.typeOf(callable) === vm.types.function) {
      // The frame has references of its own; tuple and dict go as soon as it is made, or cannot be (_PyEvalFramePushAndInit_Ex).
      if (kwnames !== 0) vm.take();
      if (kwargs !== 0) vm.own(steal(vm, vm.i32[frame.sp - 1]!));
      vm.own(steal(vm, vm.i32[frame.sp - 2]!));
      vm.i32.fill(0, frame.sp - 2, frame.sp);
      if (kwnames !== 0) vm.own(kwnames);
      const callee = frameForCall(vm, vm.newRef(callable), values.map(value => vm.newRef(value)), kwnames);
      vm.drop(1 + (kwargs === 0 ? 0 : 1) + (kwnames === 0 ? 0 : 1));
      popClose(vm, frame, 4);
      enter(vm, callee);
      return callee;
    }
    if (vm.typeOf(callable).forward !== undefined) {
      const callee = enterForwarded(vm, frame, callable, values, kwnames, args, finishUnpackingCall);
      if (kwnames !== 0) vm.drop();
      if (callee === undefined) afterNative(vm, callable, values.length);
      return callee;
    }
    const mark = vm.held.length;
    vm.namesOfDict = kwnames;
    if (getsGivenTuple(vm, callable)) vm.argumentsInTuple = true;
    else if (kwnames !== 0) vm.ownUnpacked(values, kwnames);
    if (kwnames === 0 && keepsTuple(vm, callable)) vm.exceptionArgs = args;
    const result = call(vm, callable, values, kwnames);
    vm.namesOfDict = 0;
    vm.unwind(mark);
    finishUnpackingCall(vm, frame, result);
    if (kwnames !== 0) vm.drop();
    afterNative(vm, callable, values.length);
    return undefined;
  },
  CALL_INTRINSIC_1: (vm, frame, arg) => {
    const value = peek(vm, frame, 0);
    switch (arg) {
      case 1:
        vm.hooks.displayHook(vm, value);
        replace(vm, frame, 1, vm.singletons.none);
        return undefined;
      case 2:
        importStar(vm, frame, value);
        replace(vm, frame, 1, vm.singletons.none);
        return undefined;
      case 3:
        replace(vm, frame, 1, stopIterationError(vm, frame, value));
        return undefined;
      case 5:
        replace(vm, frame, 1, unaryOp(vm, 'nbPositive', value));
        return undefined;
      case 6:
        replace(vm, frame, 1, tupleFrom(vm, listToArray(vm, value)));
        return undefined;
      default:
        replace(vm, frame, 1, callTyping(vm, TYPE_INTRINSICS_1[arg]!, [value]));
        return undefined;
    }
  },
  CALL_INTRINSIC_2: (vm, frame, arg) => {
    const first = peek(vm, frame, 1);
    const second = peek(vm, frame, 0);
    replace(vm, frame, 2, arg === 1 ? prepareReraise(vm, first, second) : callTyping(vm, TYPE_INTRINSICS_2[arg]!, [first, second]));
    return undefined;
  }
};
