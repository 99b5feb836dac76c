/// Generators and coroutines (Objects/genobject.c). Fields: gi_weakreflist p+4, gi_name p+6, gi_qualname p+8, those of
/// generators.ts from p+10, code p+12; the frame's locals and stack are at the end.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, getOptionalAttr, reprText } from '../objects/abstract';
import { allocException, chainContext, raiseStopIteration, setExcField } from '../objects/exceptions';
import { ExcField } from '../objects/exceptiontree';
import { finalizeFromDealloc } from '../objects/finalize';
import { setReference } from '../objects/record';
import { newTuple, tupleToArray } from '../objects/tuple';
import { isType, typeFrom } from '../objects/type';
import type { Slots, Visitor } from '../objects/typeobject';
import { clearWeakRefs } from '../objects/weakref';
import { CodeFlag } from '../compiler/code';
import { RESUME_DEPTH1 } from '../compiler/exceptionTargets';
import { Opcode } from '../compiler/opcodes';
import { enter } from './calls';
import { hostCode } from './codeobject';
import type { HostCode } from './codeobject';
import { runFrame, runThrow } from './runframe';
import { FrameOwner, ReturnTo, traverseFrame } from './frame';
import type { Frame, GeneratorState } from './frame';
import { Func } from './funcobject';
import { GEN_CODE, GenState } from './generators';
import { clearFrame, clearVariables } from './leave';
import { steal } from './stackref';
import { freeHidden, newHidden } from '../objects/scratch';
import { vmOf } from './vm';
import type { Vm } from './vm';

const WEAKLIST = 4;
export const GEN_NAME = 6;
export const GEN_QUALNAME = 8;
export const GEN_WEAKLIST_OFFSET = WEAKLIST * 4;

const generatorBytes = (vm: Vm, code: HostCode): number => vm.profile.frameBytes[1] + 8 * (code.nlocalsplus + code.stacksize);

/// RETURN_GENERATOR: the running frame moves into a new generator, which is returned (a new reference); the frame is
/// unlinked from the thread.
export function makeGenerator(vm: Vm, frame: Frame): Ptr {
  const { code } = frame;
  const type = code.has(CodeFlag.COROUTINE) ? vm.types.coroutine : vm.types.generator;
  if (code.has(CodeFlag.ASYNC_GENERATOR)) vm.raise(vm.types.NotImplementedError, 'memory-sim does not run asynchronous generators yet');
  const bytes = generatorBytes(vm, code);
  const p = vm.allocGc(type, bytes);
  const { i32 } = vm;
  i32.fill(0, p + 4, p + (bytes >> 2));
  i32[p + GEN_NAME] = vm.newRef(vm.i32[frame.func + Func.NAME]!);
  i32[p + GEN_QUALNAME] = vm.newRef(vm.i32[frame.func + Func.QUALNAME]!);
  i32[p + GEN_CODE] = vm.newRef(code.ptr);
  if (vm.profile.generatorCode === 'gi_code') vm.incref(code.ptr);
  const owned = vm.takeFrame();
  owned.code = code;
  owned.func = frame.func;
  owned.globals = frame.globals;
  owned.builtins = frame.builtins;
  owned.base = vm.generators.baseOf(p);
  owned.sp = owned.base + code.nlocalsplus;
  owned.ip = frame.ip;
  owned.owner = FrameOwner.GENERATOR;
  owned.generator = p;
  for (let i = 0; i < code.nlocalsplus; i++) {
    i32[owned.base + i] = steal(vm, i32[frame.base + i]!);
    i32[frame.base + i] = 0;
  }
  vm.generators.add(p, { frame: owned, excState: { value: 0, previous: undefined }, state: GenState.CREATED, cleared: false, place: 0 });
  vm.observer?.onPop(frame);
  vm.frame = frame.previous;
  vm.depth--;
  vm.stackTop = frame.base;
  frame.func = 0;
  if (frame.frameObject !== 0) vm.decref(frame.frameObject);
  vm.releaseFrame(frame);
  track(i32, p);
  return p;
}

/// Links a generator's frame as the running one, with `value` (borrowed) as the result of its yield.
function resume(vm: Vm, gen: GeneratorState, value: Ptr, returnTo: number): Frame {
  const { frame } = gen;
  if (vm.depth >= vm.recursionLimit) vm.raise(vm.types.RecursionError, 'maximum recursion depth exceeded');
  vm.i32[frame.sp++] = vm.newRef(value);
  link(vm, gen, returnTo);
  return frame;
}

function link(vm: Vm, gen: GeneratorState, returnTo: number): void {
  gen.frame.returnTo = returnTo;
  gen.state = GenState.EXECUTING;
  gen.excState.previous = vm.excInfo;
  vm.excInfo = gen.excState;
  enter(vm, gen.frame);
}

/// FOR_ITER and SEND on a generator that can go on: its frame, to run in the same eval loop; else undefined.
export function resumeInline(vm: Vm, p: Ptr, value: Ptr, returnTo: number): Frame | undefined {
  const type = vm.i32[p + 3]!;
  if (type !== vm.types.generator.index && (type !== vm.types.coroutine.index || returnTo !== ReturnTo.SEND)) return undefined;
  const gen = vm.generatorOf(p);
  if (gen.state !== GenState.CREATED && gen.state !== GenState.SUSPENDED) return undefined;
  return resume(vm, gen, value, returnTo);
}

function checkCanRun(vm: Vm, p: Ptr, gen: GeneratorState): boolean {
  const word = vm.typeOf(p).name;
  if (gen.state === GenState.EXECUTING) vm.valueError(`${word} already executing`);
  if (gen.state !== GenState.COMPLETED) return true;
  if (vm.typeOf(p) === vm.types.coroutine) vm.raise(vm.types.RuntimeError, 'cannot reuse already awaited coroutine');
  return false;
}

/// Resumes a generator from native code: what it yields, or 0 when it returned; then `vm.returned` is its value
/// (a new reference), 0 if it was over before.
export function sendGenerator(vm: Vm, p: Ptr, value: Ptr): Ptr {
  const gen = vm.generatorOf(p);
  vm.returned = 0;
  if (!checkCanRun(vm, p, gen)) return 0;
  if (gen.state === GenState.CREATED && value !== vm.singletons.none) vm.typeError(`can't send non-None value to a just-started ${vm.typeOf(p).name}`);
  return outcome(vm, gen, runFrame(vm, resume(vm, gen, value, ReturnTo.NATIVE)));
}

/// Tells a yield of the generator, which the caller holds, from a return.
function outcome(vm: Vm, gen: GeneratorState, result: Ptr): Ptr {
  const returned = gen.state === GenState.COMPLETED;
  if (!returned) return result;
  vm.returned = result;
  return 0;
}

/// Raises StopIteration with the value a generator returned (gen_send_ex at the end).
function stop(vm: Vm): never {
  const value = vm.returned;
  vm.returned = 0;
  if (value === 0 || value === vm.singletons.none) raiseStopIteration(vm, 0);
  vm.own(value);
  raiseStopIteration(vm, value);
}

/// generator.send(value)
export function send(vm: Vm, p: Ptr, value: Ptr): Ptr {
  return sendGenerator(vm, p, value) || stop(vm);
}

/// tp_iternext: the value of `return` is dropped.
export const genIternext: Slots['iternext'] = (it, p) => {
  const vm = vmOf(it);
  const item = sendGenerator(vm, p, vm.singletons.none);
  if (item === 0) {
    vm.xdecref(vm.returned);
    vm.returned = 0;
  }
  return item;
};

/// What a generator delegates to with `yield from`, borrowed; 0 = nothing (_PyGen_yf).
export function yieldFrom(vm: Vm, gen: GeneratorState): Ptr {
  if (gen.state !== GenState.SUSPENDED) return 0;
  const { frame } = gen;
  const word = frame.code.instructions[frame.ip - 1]!;
  if ((word & 255) !== Opcode.YIELD_VALUE || (word >>> 8) === 0) return 0;
  return vm.i32[frame.sp - 1]! & ~1;
}

/// Raises the exception (owned by vm.raised) where the generator stands.
function throwInto(vm: Vm, p: Ptr): Ptr {
  const gen = vm.generatorOf(p);
  if (gen.state === GenState.COMPLETED) vm.rethrow();
  vm.returned = 0;
  // As gen_send_ex2 does: handlers count on what was sent being there.
  vm.i32[gen.frame.sp++] = vm.singletons.none;
  link(vm, gen, ReturnTo.NATIVE);
  const handled = gen.excState.value;
  if (handled !== 0 && handled !== vm.singletons.none && handled !== vm.raised) chainContext(vm, vm.raised, handled);
  return outcome(vm, gen, runThrow(vm, gen.frame));
}

/// Ends a generator that is not running: drops what its frame holds.
function finish(vm: Vm, gen: GeneratorState): void {
  gen.state = GenState.COMPLETED;
  if (vm.recording) vm.touch(gen.frame.generator);
  if (gen.cleared) return;
  gen.cleared = true;
  clearFrame(vm, gen.frame);
}

function checkNotExecuting(vm: Vm, p: Ptr): void {
  if (vm.generatorOf(p).state === GenState.EXECUTING) vm.valueError(`${vm.typeOf(p).name} already executing`);
}

/// The exception made of a class, or the one that making it raised (_PyErr_CreateException): a new reference.
function instantiate(vm: Vm, type: Ptr, args: readonly Ptr[]): Ptr {
  const mark = vm.held.length;
  try {
    const exception = vm.own(call(vm, type, args));
    if (!vm.typeOf(exception).isSubtypeOf(vm.types.BaseException)) {
      vm.typeError(`calling ${reprText(vm, type)} should have returned an instance of BaseException, not ${vm.typeOf(exception).name}`);
    }
    return vm.take();
  } catch (error) {
    vm.isGuestError(error);
    vm.unwind(mark);
    return vm.fetchRaised();
  }
}

/// What generator.throw() is given as an exception instance, a new reference (the end of _gen_throw).
function thrown(vm: Vm, args: readonly Ptr[]): Ptr {
  const { none } = vm.singletons;
  const type = args[0]!;
  const value = args[1] ?? none;
  const traceback = args[2] ?? none;
  if (traceback !== none && vm.typeOf(traceback) !== vm.types.traceback) vm.typeError('throw() third argument must be a traceback object');
  let exception: Ptr;
  if (isType(vm, type) && typeFrom(vm, type).isSubtypeOf(vm.types.BaseException)) {
    if (vm.typeOf(value).isSubtypeOf(typeFrom(vm, type))) exception = vm.newRef(value);
    else exception = instantiate(vm, type, value === none ? [] : vm.typeOf(value) === vm.types.tuple ? tupleToArray(vm, value) : [value]);
  } else if (vm.typeOf(type).isSubtypeOf(vm.types.BaseException)) {
    if (value !== none) vm.typeError('instance exception may not have a separate value');
    exception = vm.newRef(type);
  } else {
    return vm.typeError(`exceptions must be classes or instances deriving from BaseException, not ${vm.typeOf(type).name}`);
  }
  if (traceback !== none) setExcField(vm, exception, ExcField.TRACEBACK, vm.newRef(traceback));
  return exception;
}

/// generator.throw(type_or_exception, value, traceback). The value yielded (_gen_throw).
export function throwGenerator(vm: Vm, p: Ptr, args: readonly Ptr[]): Ptr {
  checkNotExecuting(vm, p);
  const gen = vm.generatorOf(p);
  const delegate = yieldFrom(vm, gen);
  const type = isType(vm, args[0]!) ? typeFrom(vm, args[0]!) : vm.typeOf(args[0]!);
  if (delegate !== 0 && type.isSubtypeOf(vm.types.GeneratorExit)) {
    if (!whileExecuting(vm, gen, () => closeIterator(vm, delegate))) return throwInto(vm, p) || stop(vm);
  } else if (delegate !== 0) {
    let result: Ptr | undefined;
    const passOn = (): void => { result = throwIterator(vm, delegate, args); };
    const links = vm.profile.linksThrowMethod || isGenerator(vm, delegate);
    if (!whileExecuting(vm, gen, links ? () => asCaller(vm, gen.frame, passOn) : passOn)) return throwInto(vm, p) || stop(vm);
    if (result !== undefined) return result;
  }
  if (args.length > 1 && vm.profile.warnsOldUses) {
    vm.hooks.warn(vm, vm.types.DeprecationWarning, 'the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.');
  }
  const exception = thrown(vm, args);
  vm.xdecref(vm.raised);
  vm.raised = exception;
  return throwInto(vm, p) || stop(vm);
}

/// Does something with what the generator delegates to. Returns false if that raised; the exception is vm.raised.
function whileExecuting(vm: Vm, gen: GeneratorState, action: () => void): boolean {
  const mark = vm.held.length;
  gen.state = GenState.EXECUTING;
  if (vm.recording) vm.touch(gen.frame.generator);
  try {
    action();
    return true;
  } catch (error) {
    vm.isGuestError(error);
    vm.unwind(mark);
    return false;
  } finally {
    gen.state = GenState.SUSPENDED;
    if (vm.recording) vm.touch(gen.frame.generator);
  }
}

/// Does something as if the generator's frame had called it, for who looks at the stack.
function asCaller(vm: Vm, frame: Frame, action: () => void): void {
  const caller = vm.frame;
  frame.previous = caller;
  vm.frame = frame;
  try {
    action();
  } finally {
    vm.frame = caller;
    frame.previous = undefined;
  }
}

/// Throws into what a generator delegates to; undefined if that has no `throw`.
function throwIterator(vm: Vm, iterator: Ptr, args: readonly Ptr[]): Ptr | undefined {
  vm.own(vm.newRef(iterator));
  let result: Ptr | undefined;
  if (isGenerator(vm, iterator)) {
    result = throwGenerator(vm, iterator, args);
  } else {
    const method = getOptionalAttr(vm, iterator, 'throw');
    if (method !== 0) {
      vm.own(method);
      result = call(vm, method, args);
      vm.drop();
    }
  }
  vm.drop();
  return result;
}

/// gen_close_iter
function closeIterator(vm: Vm, iterator: Ptr): void {
  vm.own(vm.newRef(iterator));
  if (isGenerator(vm, iterator)) {
    vm.decref(closeGenerator(vm, iterator));
  } else {
    const method = closeMethod(vm, iterator);
    if (method !== 0) {
      vm.own(method);
      vm.decref(call(vm, method));
      vm.drop();
    }
  }
  vm.drop();
}

/// `iterator.close`, a new reference; 0 = it has none, or asking for it fails, which is reported.
function closeMethod(vm: Vm, iterator: Ptr): Ptr {
  return vm.reporting('closing generator', iterator, () => getOptionalAttr(vm, iterator, 'close')) ?? 0;
}

const isGenerator = (vm: Vm, p: Ptr): boolean => vm.typeOf(p) === vm.types.generator || vm.typeOf(p) === vm.types.coroutine;

/// Whether a suspended generator stands in no block of its own that an exception would come to (RESUME_OPARG_DEPTH1_MASK).
function nobodyHandles({ code: { plain }, ip }: Frame): boolean {
  const word = plain.instructions[ip]!;
  return (word & 255) === Opcode.RESUME && ((word >>> 8) & RESUME_DEPTH1) !== 0;
}

/// What 3.11 makes to raise GeneratorExit in a frame that has not begun: the frame object and the traceback, which go at once.
function passTraceback(vm: Vm): void {
  const { frame, traceback } = vm.types;
  const made = [frame, traceback].map(type => [type, newHidden(vm, type)] as const);
  for (const [type, p] of made) freeHidden(vm, type, p);
}

/// generator.close(): raises GeneratorExit inside, if something there could handle it. The value it returns, or None (gen_close).
export function closeGenerator(vm: Vm, p: Ptr): Ptr {
  const gen = vm.generatorOf(p);
  const none = vm.singletons.none;
  checkNotExecuting(vm, p);
  if (gen.state === GenState.COMPLETED) return none;
  if (vm.recording) vm.touch(p);
  if (gen.state === GenState.CREATED) {
    if (vm.profile.quietClose === 'never') passTraceback(vm);
    if (vm.profile.closeClearsUnstarted) finish(vm, gen);
    else gen.state = GenState.COMPLETED;
    return none;
  }
  const delegate = yieldFrom(vm, gen);
  if (delegate === 0 || whileExecuting(vm, gen, () => closeIterator(vm, delegate))) {
    if (vm.profile.quietClose !== 'never' && nobodyHandles(gen.frame)) {
      if (vm.profile.quietClose === 'frame') {
        finish(vm, gen);
      } else {
        gen.state = GenState.COMPLETED;
        if (vm.recording) vm.touch(p);
        clearVariables(vm, gen.frame);
      }
      return none;
    }
    vm.setRaised(allocException(vm, vm.types.GeneratorExit, newTuple(vm, 0)));
  }
  const yielded = vm.catching(vm.types.GeneratorExit, () => vm.catching(vm.types.StopIteration, () => throwInto(vm, p)));
  if (yielded === undefined) return none;
  if (yielded !== 0) {
    vm.decref(yielded);
    vm.raise(vm.types.RuntimeError, `${vm.typeOf(p).name} ignored GeneratorExit`);
  }
  const value = vm.returned || none;
  vm.returned = 0;
  if (vm.profile.closeReturnsValue) return value;
  vm.decref(value);
  return none;
}

/// _PyGen_Finalize: a generator that is not over is closed when it dies.
const finalize: Slots['finalize'] = (it, p) => {
  const vm = vmOf(it);
  const gen = vm.generatorOf(p);
  if (gen.state !== GenState.SUSPENDED && gen.state !== GenState.CREATED) return;
  if (gen.state === GenState.CREATED && vm.typeOf(p) === vm.types.coroutine) {
    warnUnawaited(vm, p);
    return;
  }
  const raised = vm.fetchRaised();
  vm.own(raised || vm.singletons.none);
  vm.reporting('closing generator', p, () => vm.decref(closeGenerator(vm, p)));
  vm.take();
  vm.raised = raised;
};

/// _PyErr_WarnUnawaitedCoroutine
function warnUnawaited(vm: Vm, p: Ptr): void {
  const { frame } = vm;
  const filename = frame?.code.plain.filename ?? 'sys';
  const lineno = frame?.line ?? 1;
  const line = vm.sourceLine(filename, lineno).trim();
  const place = line === '' ? '' : `  ${line}\n`;
  vm.hooks.write('stderr', `${filename}:${lineno}: RuntimeWarning: coroutine '${vm.text(vm.i32[p + GEN_QUALNAME]!)}' was never awaited\n${place}`
    + 'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n');
}

const traverse = (vm: Vm, p: Ptr, visitor: Visitor): void => {
  const { generatorCode } = vm.profile;
  const code = vm.i32[p + GEN_CODE]!;
  if (generatorCode === 'gi_code') visitor.visit(code);
  visitor.visit(vm.i32[p + GEN_NAME]!);
  visitor.visit(vm.i32[p + GEN_QUALNAME]!);
  if (vm.generators.traverse(p, q => visitor.visit(q))) return;
  const gen = vm.generatorOf(p);
  if (!gen.cleared) traverseFrame(vm, gen.frame, q => visitor.visit(q), code);
  else if (generatorCode === 'kept, traversed') visitor.visit(code);
  if (gen.excState.value !== 0) visitor.visit(gen.excState.value);
};

/// TypeSpec.references of generators: also the code of one that ended (see Profile.generatorCode).
export const generatorReferences: Slots['traverse'] = (it, p, visitor) => {
  const vm = vmOf(it);
  traverse(vm, p, visitor);
  if (vm.profile.generatorCode === 'kept' && vm.generators.isCleared(p)) visitor.visit(vm.i32[p + GEN_CODE]!);
};

/// frame.clear() of a generator's frame (CPython 3.14 Objects/frameobject.c frame_clear_impl).
export function clearGenerator(vm: Vm, p: Ptr): void {
  const { state } = vm.generatorOf(p);
  if (state === GenState.EXECUTING) vm.raise(vm.types.RuntimeError, 'cannot clear an executing frame');
  if (state === GenState.SUSPENDED && !vm.profile.clearsSuspendedFrames) vm.raise(vm.types.RuntimeError, 'cannot clear a suspended frame');
  finalize(vm, p);
}

const clear: Slots['clear'] = (it, p) => {
  const vm = vmOf(it);
  const gen = vm.generatorOf(p);
  if (gen.cleared || gen.state === GenState.EXECUTING) return;
  finish(vm, gen);
};

export const generatorSlots: Partial<Slots> = {
  traverse: (it, p, visitor) => traverse(vmOf(it), p, visitor),
  size: (it, p) => generatorBytes(vmOf(it), hostCode(vmOf(it), it.i32[p + GEN_CODE]!)),
  clear,
  finalize,
  dealloc: (it, p) => {
    const vm = vmOf(it);
    clearWeakRefs(vm, p);
    if (vm.generatorOf(p).state !== GenState.COMPLETED && finalizeFromDealloc(vm, p)) return;
    untrack(vm.i32, p);
    clear(vm, p);
    const gen = vm.generatorOf(p);
    const handled = gen.excState.value;
    gen.excState.value = 0;
    vm.xdecref(handled);
    setReference(vm, p, GEN_NAME, 0);
    setReference(vm, p, GEN_QUALNAME, 0);
    setReference(vm, p, GEN_CODE, 0);
    vm.generators.remove(p);
    vm.freeInstance(p);
  }
};
