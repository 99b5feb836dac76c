/// Pushing and popping on a frame's value stack, for the infrequent instructions.
import type { Ptr } from '../../memory/ram';
import { BORROWED } from '../frame';
import type { Frame } from '../frame';
import { close, steal } from '../stackref';
import type { Vm } from '../vm';

/// The object n below the top (0 = the top), borrowed.
export const peek = (vm: Vm, frame: Frame, n: number): Ptr => vm.i32[frame.sp - 1 - n]! & ~BORROWED;

/// Pushes an owned reference.
export function push(vm: Vm, frame: Frame, value: Ptr): void {
  vm.i32[frame.sp++] = value;
}

/// Pops an owned reference.
export function pop(vm: Vm, frame: Frame): Ptr {
  return steal(vm, vm.i32[--frame.sp]!);
}

/// Pops and drops n words, the top first.
export function popClose(vm: Vm, frame: Frame, n = 1): void {
  for (let i = 0; i < n; i++) close(vm, vm.i32[--frame.sp]!);
}

/// Replaces the top n words by a result (owned); they are dropped first.
export function replace(vm: Vm, frame: Frame, n: number, result: Ptr): void {
  vm.own(result);
  popClose(vm, frame, n);
  push(vm, frame, vm.take());
}
