/// Names, cells, attributes and slices (CPython 3.14 Python/bytecodes.c).
import type { Ptr } from '../../memory/ram';
import { call, getAttr, getItem, setAttr, setItem } from '../../objects/abstract';
import { cellGet, cellSet, newCell } from '../../objects/cell';
import { dictGetItemKnownStr, dictSetItem, newDict } from '../../objects/dictobject';
import { unaryOp } from '../../objects/number';
import { newSlice } from '../../objects/slice';
import { superGetAttr, superMethod } from '../../objects/superobject';
import { tupleGet } from '../../objects/tuple';
import type { Frame } from '../frame';
import { Func } from '../funcobject';
import { deleteGlobal, deleteName, loadGlobal, lookupLocals, unboundLocal } from '../names';
import { close, closeOperands, closePair } from '../stackref';
import type { Vm } from '../vm';
import { peek, popClose, push, replace } from './stack';
import type { ColdOps } from './table';

const nameAt = (frame: Frame, arg: number): Ptr => frame.code.names[arg]!;

/// Whether the instruction ran before: from its second time on it is specialized (Python/specialize.c).
function runsAgain(frame: Frame): boolean {
  const { callSites } = frame.code;
  const again = callSites[frame.ip - 1] !== 0;
  callSites[frame.ip - 1] = 1;
  return again;
}

/// A slice, held, that takes over start and stop from the stack (CPython 3.14 Objects/sliceobject.c _PyBuildSlice_ConsumeRefs).
function consumeSlice(vm: Vm, frame: Frame): Ptr {
  const slice = newSlice(vm, peek(vm, frame, 1), peek(vm, frame, 0), vm.singletons.none);
  popClose(vm, frame, 2);
  return vm.own(slice);
}

/// Pops two operands and drops them in the version's order.
function popPair(vm: Vm, frame: Frame): void {
  frame.sp -= 2;
  closeOperands(vm, vm.i32[frame.sp]!, vm.i32[frame.sp + 1]!);
}

/// LOAD_SUPER_ATTR_METHOD: the object stays as it is, behind the function.
function loadSuperMethod(vm: Vm, frame: Frame, method: Ptr): void {
  const s = vm.i32;
  const at = frame.sp - 3;
  const cls = s[at + 1]!;
  const superType = s[at]!;
  s[at] = vm.newRef(method);
  s[at + 1] = s[at + 2]!;
  frame.sp--;
  closePair(vm, superType, cls);
}

export const nameOps: ColdOps = {
  STORE_GLOBAL: (vm, frame, arg) => {
    dictSetItem(vm, frame.globals, nameAt(frame, arg), peek(vm, frame, 0));
    popClose(vm, frame);
    return undefined;
  },
  DELETE_GLOBAL: (vm, frame, arg) => {
    deleteGlobal(vm, frame, nameAt(frame, arg));
    return undefined;
  },
  DELETE_NAME: (vm, frame, arg) => {
    deleteName(vm, frame, nameAt(frame, arg));
    return undefined;
  },
  DELETE_ATTR: (vm, frame, arg) => {
    setAttr(vm, peek(vm, frame, 0), nameAt(frame, arg), 0);
    popClose(vm, frame);
    return undefined;
  },
  DELETE_FAST: (vm, frame, arg) => {
    const value = vm.i32[frame.base + arg]!;
    if (value === 0) unboundLocal(vm, frame, arg);
    vm.i32[frame.base + arg] = 0;
    close(vm, value);
    return undefined;
  },
  DELETE_DEREF: (vm, frame, arg) => {
    const cell = vm.i32[frame.base + arg]!;
    if (cellGet(vm, cell) === 0) unboundLocal(vm, frame, arg);
    cellSet(vm, cell, 0);
    return undefined;
  },
  DELETE_SUBSCR: (vm, frame) => {
    setItem(vm, peek(vm, frame, 1), peek(vm, frame, 0), 0);
    popPair(vm, frame);
    return undefined;
  },
  LOAD_FAST_AND_CLEAR: (vm, frame, arg) => {
    vm.i32[frame.sp++] = vm.i32[frame.base + arg]!;
    vm.i32[frame.base + arg] = 0;
    return undefined;
  },
  MAKE_CELL: (vm, frame, arg) => {
    const value = vm.i32[frame.base + arg]!;
    const cell = newCell(vm, value & ~1);
    vm.i32[frame.base + arg] = cell;
    close(vm, value);
    return undefined;
  },
  COPY_FREE_VARS: (vm, frame, arg) => {
    // exec() puts the cells there itself.
    if (frame.func === 0) return undefined;
    const closure = vm.i32[frame.func + Func.CLOSURE]!;
    const first = frame.base + frame.code.nlocalsplus - arg;
    for (let i = 0; i < arg; i++) vm.i32[first + i] = vm.newRef(tupleGet(vm, closure, i));
    return undefined;
  },
  LOAD_FROM_DICT_OR_DEREF: (vm, frame, arg) => {
    const name = vm.name(frame.code.plain.localsplusnames[arg]!);
    let value = lookupLocals(vm, peek(vm, frame, 0), name);
    if (value === 0) {
      value = cellGet(vm, vm.i32[frame.base + arg]!);
      if (value === 0) unboundLocal(vm, frame, arg);
      vm.incref(value);
    }
    replace(vm, frame, 1, value);
    return undefined;
  },
  LOAD_FROM_DICT_OR_GLOBALS: (vm, frame, arg) => {
    const name = nameAt(frame, arg);
    const value = lookupLocals(vm, peek(vm, frame, 0), name)
      || vm.newRef(dictGetItemKnownStr(vm, frame.globals, name) || loadGlobal(vm, frame, name));
    replace(vm, frame, 1, value);
    return undefined;
  },
  LOAD_LOCALS: (vm, frame) => {
    if (frame.locals === 0) vm.raise(vm.types.SystemError, 'no locals');
    push(vm, frame, vm.newRef(frame.locals));
    return undefined;
  },
  SETUP_ANNOTATIONS: (vm, frame) => {
    const name = vm.name('__annotations__');
    const present = lookupLocals(vm, frame.locals, name);
    if (present !== 0) vm.decref(present);
    else {
      const dict = vm.own(newDict(vm));
      setItem(vm, frame.locals, name, dict);
      vm.drop();
    }
    return undefined;
  },
  LOAD_SUPER_ATTR: (vm, frame, arg) => {
    const name = nameAt(frame, arg >> 2);
    const self = peek(vm, frame, 0);
    const cls = peek(vm, frame, 1);
    let value: Ptr;
    if (runsAgain(frame) && peek(vm, frame, 2) === vm.types.super.ptr) {
      const method = (arg & 1) !== 0 ? superMethod(vm, cls, self, name) : 0;
      if (method !== 0) {
        loadSuperMethod(vm, frame, method);
        return undefined;
      }
      value = superGetAttr(vm, cls, self, name);
      if (value === 0) {
        const made = vm.own(call(vm, vm.types.super.ptr, [cls, self]));
        value = getAttr(vm, made, name);
        vm.drop();
      }
    } else {
      // What it was made of goes before it is asked.
      const made = vm.own(call(vm, peek(vm, frame, 2), (arg & 2) !== 0 ? [cls, self] : []));
      popClose(vm, frame, 3);
      push(vm, frame, getAttr(vm, made, name));
      vm.drop();
      if ((arg & 1) !== 0) push(vm, frame, 0);
      return undefined;
    }
    replace(vm, frame, 3, value);
    if ((arg & 1) !== 0) push(vm, frame, 0);
    return undefined;
  },
  UNARY_INVERT: (vm, frame) => {
    replace(vm, frame, 1, unaryOp(vm, 'nbInvert', peek(vm, frame, 0)));
    return undefined;
  },
  BINARY_SLICE: (vm, frame) => {
    const slice = consumeSlice(vm, frame);
    const result = getItem(vm, peek(vm, frame, 0), slice);
    vm.held.pop();
    vm.own(result);
    vm.decref(slice);
    vm.take();
    replace(vm, frame, 1, result);
    return undefined;
  },
  STORE_SLICE: (vm, frame) => {
    const slice = consumeSlice(vm, frame);
    setItem(vm, peek(vm, frame, 0), slice, peek(vm, frame, 1));
    vm.drop();
    popPair(vm, frame);
    return undefined;
  }
};
