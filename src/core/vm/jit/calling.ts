/// Calls from compiled code to compiled code, and returns: without the eval loop as long as nothing unusual happens.
import type { Ptr } from '../../memory/ram';
import { dropsQuietly } from '../../objects/dropping';
import { freeCompactInt } from '../../objects/int';
import { callOp } from '../callop';
import { CODE_HOST } from '../codeobject';
import { ReturnTo } from '../frame';
import type { Frame } from '../frame';
import { Func } from '../funcobject';
import { resumeInline } from '../genobject';
import { returnValue } from '../leave';
import type { Vm } from '../vm';

/// So many calls of compiled code within compiled code before the eval loop takes over, which needs none of the host's
/// stack for a call: a call of compiled code takes about 1 KB.
const MOST_NESTED = 30;

export type Calling = ReturnType<typeof createCalling>;

export function createCalling(vm: Vm) {
  const s = vm.i32;
  const FUNCTION = vm.types.function.index;
  const INT = vm.types.int.index;
  const { none: NONE } = vm.singletons;
  const reverse = vm.profile.dropsLocalsInReverse;
  const { jit } = vm;
  const codes = vm.codes.values;

  const run = (callee: Frame): void => {
    const { compiled } = callee.code;
    if (compiled === undefined || jit.nested >= MOST_NESTED) return;
    const k = compiled.entries[callee.ip]!;
    if (k < 0) return;
    jit.nested++;
    compiled.run(callee, k);
    jit.nested--;
  };

  /// Runs what an instruction of the frame called. True: the frame goes on behind the instruction, the result on its stack;
  /// false: the eval loop goes on with vm.frame.
  const enter = (callee: Frame, frame: Frame): boolean => {
    const next = frame.ip;
    run(callee);
    return vm.frame === frame && frame.ip === next && vm.observer === undefined;
  };

  /// Drops a reference if no guest code runs thereby.
  const dropQuietly = (p: Ptr): boolean => {
    const count = s[p]!;
    if (count !== 1) {
      s[p] = count - 1 - (count >> 31);
      return true;
    }
    if (s[p + 3] === INT && s[p + 4] === 0) {
      s[p] = 0;
      freeCompactInt(vm, p);
      return true;
    }
    if (!dropsQuietly(vm, p)) return false;
    vm.decref(p);
    return true;
  };

  return {
    enter,

    /// CALL, as `enter`.
    callTop: (frame: Frame, nargs: number): boolean => {
      const at = frame.sp - nargs - 2;
      const word = s[at]!;
      const fn = word & -2;
      if (s[fn + 3] === FUNCTION) {
        const code = codes[s[s[fn + Func.CODE]! + CODE_HOST]!]!;
        const { compiled, nlocalsplus } = code;
        const first = s[at + 1] === 0 ? at + 2 : at + 1;
        const count = frame.sp - first;
        const base = vm.stackTop;
        const top = base + nlocalsplus + code.room;
        if (compiled !== undefined && code.simpleArgcount === count && jit.nested < MOST_NESTED && vm.depth < vm.recursionLimit && top <= vm.stackEnd) {
          const next = frame.ip;
          const callee = vm.takeFrame();
          vm.stackTop = top;
          if (word !== fn) vm.incref(fn);
          callee.code = code;
          callee.func = fn;
          callee.globals = s[fn + Func.GLOBALS]!;
          callee.builtins = s[fn + Func.BUILTINS]!;
          callee.base = base;
          callee.sp = base + nlocalsplus;
          callee.ip = 0;
          callee.returnTo = ReturnTo.CALLER;
          for (let i = 0; i < count; i++) s[base + i] = s[first + i]!;
          for (let i = count; i < nlocalsplus; i++) s[base + i] = 0;
          frame.sp = at;
          callee.previous = frame;
          vm.frame = callee;
          vm.depth++;
          jit.nested++;
          compiled.run(callee, 0);
          jit.nested--;
          return vm.frame === frame && frame.ip === next && vm.observer === undefined;
        }
      }
      const callee = callOp(vm, frame, nargs);
      return callee === undefined || enter(callee, frame);
    },

    /// A call whose frame is ready, as `enter`.
    enterFrame: (callee: Frame | number, frame: Frame): boolean => typeof callee !== 'number' && enter(callee, frame),

    /// FOR_ITER on a generator. True: it yielded or ended, which frame.ip tells.
    resumeForIter: (frame: Frame, iterator: Ptr): boolean => {
      const callee = resumeInline(vm, iterator, NONE, ReturnTo.FOR_ITER);
      if (callee === undefined) {
        const item = vm.typeOf(iterator).slots.iternext!(vm, iterator);
        if (item === 0) frame.ip = (frame.code.instructions[frame.ip - 1]! >>> 8) + 1;
        else s[frame.sp++] = item;
        return true;
      }
      run(callee);
      return vm.frame === frame && vm.observer === undefined;
    },

    /// returnValue for the frame of a function that is no generator.
    returnPlain: (frame: Frame, value: Ptr): Ptr => {
      const { returnTo, func, base, sp: end } = frame;
      const caller = frame.previous!;
      if ((returnTo !== ReturnTo.CALLER && (returnTo !== ReturnTo.INIT || value !== NONE)) || frame.frameObject !== 0 || frame === vm.watchedFrame || s[func] === 1) {
        return returnValue(vm, frame, value);
      }
      for (let i = end - base - 1; i >= 0; i--) {
        const at = reverse ? base + i : end - 1 - i;
        const word = s[at]!;
        if (word !== 0 && (word & 1) === 0 && !dropQuietly(word)) return returnValue(vm, frame, value);
        s[at] = 0;
      }
      dropQuietly(func);
      vm.frame = caller;
      vm.depth--;
      vm.stackTop = base;
      vm.releaseCall(frame);
      if (returnTo === ReturnTo.CALLER) s[caller.sp++] = value;
      return 0;
    }
  };
}
