/// Leaving frames (CPython 3.14 Python/frame.c _PyFrame_ClearExceptCode, Python/ceval.c clear_thread_frame).
import { freeHidden } from '../objects/scratch';
import { BORROWED, FrameOwner, ReturnTo } from './frame';
import type { Frame } from './frame';
import { takeOwnership } from './frameobject';
import { GenState } from './generators';
import type { Ptr } from '../memory/ram';
import { dropsQuietly } from '../objects/dropping';
import type { Vm } from './vm';

/// The running frame returns the value, which is taken over. Returns 0: vm.frame goes on, the value in its place; else
/// the value, with which the eval loop ends.
export function returnValue(vm: Vm, frame: Frame, value: Ptr): Ptr {
  const { returnTo, special } = frame;
  const caller = frame.previous!;
  vm.held.push(value);
  vm.observer?.onReturn?.(frame, value);
  if (frame.generator !== 0) leaveGenerator(vm, frame, true);
  popFrame(vm, frame, true);
  vm.held.pop();
  switch (returnTo) {
    case ReturnTo.NATIVE:
      return value;
    case ReturnTo.CALLER:
      vm.i32[caller.sp++] = value;
      return 0;
    case ReturnTo.INIT:
      if (value !== vm.singletons.none) {
        vm.own(value);
        vm.typeError(`__init__() should return None, not '${vm.typeOf(value).name}'`);
      }
      return 0;
    case ReturnTo.SPECIAL:
      special!.finish(vm, caller, value, special!.state);
      return 0;
    case ReturnTo.FOR_ITER:
      vm.decref(value);
      caller.ip = (caller.code.instructions[caller.ip - 1]! >>> 8) + 1;
      return 0;
    default:
      vm.i32[caller.sp++] = value;
      caller.ip = caller.code.instructions[caller.ip - 1]! >>> 8;
      return 0;
  }
}

/// The running generator yields the value, which is taken over. Returns as returnValue.
export function yieldValue(vm: Vm, frame: Frame, value: Ptr): Ptr {
  const caller = frame.previous;
  if (vm.observer !== undefined) {
    vm.own(value);
    vm.observer.onReturn?.(frame, value);
    vm.take();
    vm.observer.onPop(frame);
  }
  leaveGenerator(vm, frame, false);
  vm.frame = caller;
  vm.depth--;
  frame.previous = undefined;
  if (frame.returnTo === ReturnTo.NATIVE) return value;
  vm.i32[caller!.sp++] = value;
  return 0;
}

/// Ends a frame that ran: unlinks it and drops what it holds; `returns`: but for the state of a special call.
export function popFrame(vm: Vm, frame: Frame, returns = false): void {
  vm.frame = frame.previous;
  vm.depth--;
  const { special } = frame;
  if (special === undefined) {
    if (!clearQuietly(vm, frame)) clearFrame(vm, frame);
    return;
  }
  frame.special = undefined;
  if (!returns) special.abandon?.();
  vm.depth -= special.levels;
  const mark = vm.held.length;
  if (special.state !== 0) vm.own(special.state);
  for (const p of special.kept) vm.own(p);
  clearFrame(vm, frame);
  vm.unwind(returns && special.state !== 0 ? mark + 1 : mark);
  vm.release(vm.held.length - mark);
}

/// clearFrame of a plain call, as far as no guest code runs and nobody watches; false: the rest is to be done.
function clearQuietly(vm: Vm, frame: Frame): boolean {
  if (frame.frameObject !== 0 || frame.codeRef !== 0 || frame.locals !== 0 || frame.owner !== FrameOwner.THREAD || vm.observer !== undefined || vm.recording || frame === vm.watchedFrame) return false;
  const { i32 } = vm;
  const { base, func } = frame;
  if (i32[func] === 1) return false;
  const reverse = vm.profile.dropsLocalsInReverse;
  const size = frame.sp - base;
  for (let i = 0; i < size; i++) {
    const at = reverse ? base + size - 1 - i : base + i;
    const word = i32[at]!;
    if (word === 0 || (word & BORROWED) !== 0) continue;
    const count = i32[word]!;
    if (count === 1) {
      if (!dropsQuietly(vm, word)) return false;
      i32[at] = 0;
      vm.decref(word);
      continue;
    }
    i32[at] = 0;
    if (count > 1) i32[word] = count - 1;
  }
  if (i32[func]! > 1) i32[func] = i32[func]! - 1;
  vm.stackTop = base;
  vm.releaseFrame(frame);
  return true;
}

/// Whether a generator's frame counts its code besides the generator.
export const countsCode = (vm: Vm, frame: Frame): boolean => frame.owner === FrameOwner.GENERATOR && vm.profile.generatorCode === 'gi_code';

/// Drops what an unlinked frame holds. A frame object that others hold takes it over instead.
export function clearFrame(vm: Vm, frame: Frame): void {
  vm.dying.push(frame);
  if (frame === vm.watchedFrame) vm.onWatchedFrameEnd();
  vm.observer?.onPop(frame);
  if (frame.frameObject !== 0) {
    const object = frame.frameObject;
    if (vm.i32[object]! > 1) {
      vm.dying.pop();
      takeOwnership(vm, frame);
      return;
    }
    frame.frameObject = 0;
    vm.decref(object);
  }
  clearLocals(vm, frame);
  const { func, codeRef, globals, builtins } = frame;
  frame.func = frame.codeRef = 0;
  if (codeRef !== 0) {
    vm.decref(globals);
    vm.decref(builtins);
    dropEvalFunction(vm, frame);
    vm.decref(codeRef);
  }
  if (func !== 0) vm.decref(func);
  if (countsCode(vm, frame)) vm.decref(frame.code.ptr);
  vm.dying.pop();
  if (frame.owner === FrameOwner.THREAD) vm.stackTop = frame.base;
  vm.releaseFrame(frame);
}

/// Drops the locals in the version's order, then f_locals.
function clearLocals(vm: Vm, frame: Frame): void {
  clearVariables(vm, frame);
  const { locals } = frame;
  if (locals !== 0) {
    frame.locals = 0;
    vm.decref(locals);
  }
}

/// Drops the locals alone.
export function clearVariables(vm: Vm, frame: Frame): void {
  clearWords(vm, frame.base, frame.sp);
  frame.sp = frame.base;
}

/// The same for the words of a frame from `base` to `end`.
export function clearWords(vm: Vm, base: number, end: number): void {
  const { i32 } = vm;
  if (vm.profile.dropsLocalsInReverse) {
    for (let at = end - 1; at >= base; at--) dropWord(vm, i32, at);
  } else {
    for (let at = base; at < end; at++) dropWord(vm, i32, at);
  }
}

function dropWord(vm: Vm, i32: Int32Array, at: number): void {
  const word = i32[at]!;
  if (word === 0) return;
  i32[at] = 0;
  if ((word & BORROWED) === 0) vm.decref(word);
}

/// A generator's frame returns or fails: its exception state is unlinked, and it is over.
export function leaveGenerator(vm: Vm, frame: Frame, finished: boolean): void {
  const generator = vm.generatorOf(frame.generator);
  const { excState } = generator;
  vm.excInfo = excState.previous!;
  excState.previous = undefined;
  // What is left when it handles nothing any more: see profile.leavesNoneHandled.
  if (finished && excState.value !== 0) {
    const handled = excState.value;
    excState.value = 0;
    vm.decref(handled);
  }
  generator.state = finished ? GenState.COMPLETED : GenState.SUSPENDED;
  generator.cleared = finished;
}

/// Drops the function that CPython ran the code object with.
export function dropEvalFunction(vm: Vm, frame: Frame): void {
  if (frame.evalFunction === 0) return;
  freeHidden(vm, vm.types.function, frame.evalFunction);
  frame.evalFunction = 0;
  vm.decref(frame.code.ptr);
}
