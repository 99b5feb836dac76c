/// Words of the value stack as references (CPython 3.14 Include/internal/pycore_stackref.h).
import type { Ptr } from '../memory/ram';
import { dropsQuietly } from '../objects/dropping';
import { BORROWED } from './frame';
import type { Vm } from './vm';

/// Turns a word of the stack into an owned reference (PyStackRef_AsPyObjectSteal).
export function steal(vm: Vm, word: number): Ptr {
  if ((word & BORROWED) === 0) return word;
  const p = word & ~BORROWED;
  vm.incref(p);
  return p;
}

/// Another word for the same reference, counted if this one is (PyStackRef_DUP).
export function duplicate(vm: Vm, word: number): number {
  if ((word & BORROWED) === 0) vm.incref(word);
  return word;
}

/// Drops a word of the stack (PyStackRef_XCLOSE).
export function close(vm: Vm, word: number): void {
  if ((word & BORROWED) === 0 && word !== 0) vm.decref(word);
}

/// Drops two words that are off the stack, in this order. The second is held meanwhile.
export function closePair(vm: Vm, first: number, second: number): void {
  if ((second & BORROWED) !== 0 || second === 0) {
    close(vm, first);
    return;
  }
  if ((first & BORROWED) !== 0 || first === 0) {
    vm.decref(second);
    return;
  }
  if (dropsQuietly(vm, first)) {
    vm.decref(first);
    vm.decref(second);
    return;
  }
  vm.own(second);
  close(vm, first);
  vm.drop();
}

/// Drops the operands of an instruction in the version's order.
export function closeOperands(vm: Vm, lower: number, upper: number): void {
  if (vm.profile.dropsOperandsInReverse) closePair(vm, upper, lower);
  else closePair(vm, lower, upper);
}

export function closeThree(vm: Vm, lower: number, middle: number, upper: number): void {
  const [first, last] = vm.profile.dropsOperandsInReverse ? [upper, lower] : [lower, upper];
  const mark = vm.held.length;
  vm.own(steal(vm, last));
  closePair(vm, first, middle);
  vm.unwind(mark);
}
