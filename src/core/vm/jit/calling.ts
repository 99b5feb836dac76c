/// Calls from compiled code to compiled code, and returns: without the eval loop as long as nothing unusual happens.
import type { Ptr } from '../../memory/ram';
import { dropsQuietly } from '../../objects/dropping';
import { freeCompactInt } from '../../objects/int';
import { newBareInstance } from '../../objects/object';
import { callOp, dropCall, plainConstructor } from '../callop';
import { CODE_HOST } from '../codeobject';
import type { HostCode } from '../codeobject';
import { ReturnTo } from '../frame';
import type { Frame } from '../frame';
import { Func } from '../funcobject';
import { resumeInline } from '../genobject';
import { returnValue } from '../leave';
import type { Vm } from '../vm';
import { runFrom } from './compiled';
import type { Compiled, PartRun } from './compiled';

/// So many calls of compiled code within compiled code before the eval loop takes over, which needs none of the host's
/// stack for a call: a call of compiled code takes about 1 KB.
const MOST_NESTED = 30;

export function createCalling(vm: Vm) {
  const s = vm.i32;
  const FUNCTION = vm.types.function.index;
  const INT = vm.types.int.index;
  const TYPE = vm.types.type.index;
  const { none: NONE } = vm.singletons;
  const reverse = vm.profile.dropsLocalsInReverse;
  const dropsInReverse = vm.profile.dropsOperandsInReverse;
  const { jit } = vm;
  const codes = vm.codes.values;

  const run = (callee: Frame): void => {
    const { compiled } = callee.code;
    if (compiled === undefined || jit.nested >= MOST_NESTED) return;
    const k = compiled.entry(callee);
    if (k < 0) return;
    jit.nested++;
    runFrom(compiled, callee, k);
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

  /// A frame for a plain call of the function, linked as the running one; its locals are not set. Takes over `func`.
  const open = (caller: Frame, code: HostCode, func: Ptr, base: number, top: number): Frame => {
    const callee = vm.takeFrame();
    vm.stackTop = top;
    callee.code = code;
    callee.func = func;
    callee.globals = s[func + Func.GLOBALS]!;
    callee.builtins = s[func + Func.BUILTINS]!;
    callee.base = base;
    callee.sp = base + code.nlocalsplus;
    callee.ip = 0;
    callee.previous = caller;
    vm.frame = callee;
    vm.depth++;
    return callee;
  };

  /// Runs the frame that `open` made with what its code was compiled to, as `enter`.
  const runCall = (compiled: Compiled, start: PartRun, callee: Frame, frame: Frame): boolean => {
    const next = frame.ip;
    jit.nested++;
    const left = start(callee, 0);
    if (left < 0) compiled.goOn(callee, left);
    jit.nested--;
    return vm.frame === frame && frame.ip === next && vm.observer === undefined;
  };

  /// CALL of what may be anything, as `enter`.
  const callAny = (frame: Frame, nargs: number): boolean => {
    const callee = callOp(vm, frame, nargs);
    return callee === undefined || callee === frame || enter(callee, frame);
  };

  /// CALL where the class was called before.
  const construct = (frame: Frame, nargs: number): boolean => {
    const at = frame.sp - nargs - 2;
    const word = s[at]!;
    const cls = word & -2;
    if (s[at + 1] !== 0 || s[cls + 3] !== TYPE || frame.code.callSites[frame.ip - 1] !== cls) return callAny(frame, nargs);
    const constructor = plainConstructor(vm, cls, nargs);
    if (constructor === undefined) return callAny(frame, nargs);
    const { type, init, code } = constructor;
    const { compiled, nlocalsplus } = code;
    const start = compiled?.start;
    const base = vm.stackTop;
    const top = base + nlocalsplus + code.room;
    if (start === undefined || jit.nested >= MOST_NESTED || vm.depth >= vm.recursionLimit || top > vm.stackEnd) return callAny(frame, nargs);
    const instance = newBareInstance(vm, type);
    vm.incref(init);
    const callee = open(frame, code, init, base, top);
    callee.returnTo = ReturnTo.INIT;
    s[instance] = 2;
    s[base] = instance;
    for (let i = 1; i <= nargs; i++) s[base + i] = s[at + 1 + i]!;
    for (let i = nargs + 1; i < nlocalsplus; i++) s[base + i] = 0;
    s[at] = instance;
    frame.sp = at + 1;
    // The instance holds its class.
    if (word === cls) vm.decref(cls);
    return runCall(compiled!, start, callee, frame);
  };

  /// CALL of what is most often a function.
  const callTop = (frame: Frame, nargs: number): boolean => {
    const at = frame.sp - nargs - 2;
    const word = s[at]!;
    const fn = word & -2;
    if (s[fn + 3] !== FUNCTION) return construct(frame, nargs);
    const code = codes[s[s[fn + Func.CODE]! + CODE_HOST]!]!;
    const { compiled, nlocalsplus } = code;
    const start = compiled?.start;
    const first = s[at + 1] === 0 ? at + 2 : at + 1;
    const count = frame.sp - first;
    const base = vm.stackTop;
    const top = base + nlocalsplus + code.room;
    if (start === undefined || code.simpleArgcount !== count || jit.nested >= MOST_NESTED || vm.depth >= vm.recursionLimit || top > vm.stackEnd) return callAny(frame, nargs);
    if (word !== fn) vm.incref(fn);
    const callee = open(frame, code, fn, base, top);
    callee.returnTo = ReturnTo.CALLER;
    for (let i = 0; i < count; i++) s[base + i] = s[first + i]!;
    for (let i = count; i < nlocalsplus; i++) s[base + i] = 0;
    frame.sp = at;
    return runCall(compiled!, start, callee, frame);
  };

  return {
    enter,

    callTop,

    construct,

    /// Ends a call of native code: drops callable and arguments in the version's order and leaves the result.
    endCall: (frame: Frame, nargs: number, result: Ptr): void => {
      const at = frame.sp - nargs - 2;
      if (dropsInReverse) {
        for (let i = frame.sp - 1; i >= at; i--) {
          const word = s[i]!;
          if (word === 0 || (word & 1) !== 0 || dropQuietly(word)) continue;
          frame.sp = i + 1;
          dropCall(vm, frame, at, result);
          return;
        }
      } else {
        for (let i = at; i < frame.sp; i++) {
          const word = s[i]!;
          if (word !== 0 && (word & 1) === 0 && !dropQuietly(word)) {
            dropCall(vm, frame, at, result);
            return;
          }
          s[i] = 0;
        }
      }
      s[at] = result;
      frame.sp = at + 1;
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
      const isPlain = returnTo === ReturnTo.CALLER || returnTo === ReturnTo.NATIVE || (returnTo === ReturnTo.INIT && value === NONE);
      if (!isPlain || frame.frameObject !== 0 || frame === vm.watchedFrame || s[func] === 1) {
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
      if (returnTo === ReturnTo.NATIVE) return value;
      if (returnTo === ReturnTo.CALLER) s[caller.sp++] = value;
      return 0;
    }
  };
}
