/// Leaving frames (CPython 3.14 Python/frame.c _PyFrame_ClearExceptCode, Python/ceval.c clear_thread_frame).
import { BORROWED, FrameOwner } from './frame';
import type { Frame } from './frame';
import { takeOwnership } from './frameobject';
import { GenState } from './genobject';
import type { Vm } from './vm';

/// Ends a frame that ran: unlinks it and drops what it holds.
export function popFrame(vm: Vm, frame: Frame): void {
  vm.frame = frame.previous;
  vm.depth--;
  const { special } = frame;
  if (special === undefined) {
    clearFrame(vm, frame);
    return;
  }
  frame.special = undefined;
  vm.depth -= special.levels;
  const mark = vm.held.length;
  for (const p of special.kept) vm.own(p);
  clearFrame(vm, frame);
  vm.unwind(mark);
}

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
    vm.decref(codeRef);
  }
  if (func !== 0) vm.decref(func);
  vm.dying.pop();
  if (frame.owner === FrameOwner.THREAD) vm.stackTop = frame.base;
  vm.releaseFrame(frame);
}

/// Drops the locals in the version's order, then f_locals.
export function clearLocals(vm: Vm, frame: Frame): void {
  const { i32 } = vm;
  const end = frame.sp;
  if (vm.profile.dropsLocalsInReverse) {
    for (let at = end - 1; at >= frame.base; at--) dropWord(vm, i32, at);
  } else {
    for (let at = frame.base; at < end; at++) dropWord(vm, i32, at);
  }
  frame.sp = frame.base;
  const locals = frame.locals;
  if (locals !== 0) {
    frame.locals = 0;
    vm.decref(locals);
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
  vm.excInfo = generator.excState.previous!;
  generator.excState.previous = undefined;
  generator.state = finished ? GenState.COMPLETED : GenState.SUSPENDED;
  generator.cleared = finished;
}
