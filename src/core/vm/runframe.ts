/// Ways into the eval loop and into compiled code.
import type { Ptr } from '../memory/ram';
import { evalLoop, recover } from './evalloop';
import type { Frame } from './frame';
import { runFrom } from './jit/compiled';
import { leaveGenerator, popFrame } from './leave';
import { handleException } from './unwind';
import type { Vm } from './vm';

/// What an eval loop within an eval loop takes of the host's stack with what calls it, by estimate; and at least, where the
/// native code in between has told what it takes itself.
const LOOP_BYTES = 3500;
const LEAST_LOOP_BYTES = 1700;

/// Runs a frame whose returnTo is NATIVE to its end. Throws what the guest raises.
export function runFrame(vm: Vm, entry: Frame): Ptr {
  const { loopUse } = vm;
  const bytes = Math.max(LEAST_LOOP_BYTES, LOOP_BYTES - (vm.stackUse - loopUse));
  if (vm.stackUse + bytes > vm.stackLimit) {
    if (entry.generator !== 0) leaveGenerator(vm, entry, true);
    popFrame(vm, entry);
  }
  vm.enterNative(bytes);
  vm.loopUse = vm.stackUse;
  const { sliced } = vm;
  vm.sliced = false;
  try {
    const block = entry.code.heat <= 0 ? vm.jit.enter(entry.code, entry) : -1;
    return block >= 0 ? runCompiled(vm, entry, block) : evalLoop(vm, entry, entry, false);
  } finally {
    vm.sliced = sliced;
    vm.loopUse = loopUse;
    vm.leaveNative(bytes);
  }
}

/// runFrame of compiled code, which needs an eval loop only where it leaves to one.
function runCompiled(vm: Vm, entry: Frame, block: number): Ptr {
  const mark = vm.held.length;
  const { deallocDepth, stackUse } = vm;
  const { nested } = vm.jit;
  let next: Frame;
  try {
    const value = runFrom(entry.code.compiled!, entry, block);
    if (value !== 0) return value;
    next = vm.frame!;
  } catch (error) {
    vm.jit.nested = nested;
    vm.stackUse = stackUse;
    next = recover(vm, error, entry, mark, deallocDepth);
  }
  return evalLoop(vm, entry, next, false);
}

/// Like runFrame, beginning with the exception `vm.raised` at the frame's current instruction.
export function runThrow(vm: Vm, entry: Frame): Ptr {
  const handler = handleException(vm, entry);
  if (handler === undefined) vm.rethrow();
  return runFrame(vm, entry);
}

/// Goes on with the frame that runs until it ends or the budget is spent (SUSPENDED).
export function runSlice(vm: Vm, entry: Frame): Ptr {
  vm.sliced = true;
  return evalLoop(vm, entry, vm.frame ?? entry, true);
}
