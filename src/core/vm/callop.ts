/// CALL: Python functions get a frame in the same eval loop, the rest goes through tp_call.
import type { Ptr } from '../memory/ram';
import { call } from '../objects/abstract';
import { takesTuple } from '../objects/callnative';
import { methodFunction, methodSelf } from '../objects/classobject';
import { descrHost, descrType } from '../objects/descr';
import type { NativeCallable } from '../objects/interp';
import { typeLookup } from '../objects/lookup';
import { nativeOf, nativeSelf } from '../objects/methodobject';
import { newBareInstance } from '../objects/object';
import { newTuple, tupleGet, tupleSetInit, tupleSize, tupleTrack } from '../objects/tuple';
import { typeFrom } from '../objects/type';
import type { TypeObject } from '../objects/typeobject';
import { enter, frameForCall, pushFrame } from './calls';
import { hostCode } from './codeobject';
import type { HostCode } from './codeobject';
import { BORROWED, ReturnTo } from './frame';
import type { Frame } from './frame';
import { Func } from './funcobject';
import { callAttributeInline } from './attributecalls';
import { reprNested } from './nesting';
import { CALLING, TEXTS, callForward, callInline, callSpecialInline, constructInline, finishCall } from './specialcalls';
import type { SpecialFunction } from './specialcalls';
import { close, steal } from './stackref';
import type { Vm } from './vm';

/// Stack: callable, self_or_NULL, args[nargs]. Returns the frame to run, or undefined: the result is on the stack.
export function callOp(vm: Vm, frame: Frame, nargs: number): Frame | undefined {
  const s = vm.i32;
  const at = frame.sp - nargs - 2;
  let callable = s[at]! & ~BORROWED;
  const types = vm.types;
  if (s[callable + 3] === types.method.index && s[at + 1] === 0) {
    const method = s[at]!;
    const fn = methodFunction(vm, callable);
    s[at + 1] = vm.newRef(methodSelf(vm, callable));
    s[at] = vm.newRef(fn);
    close(vm, method);
    callable = fn;
  }
  if (s[callable + 3] === types.function.index) return callFunctionInline(vm, frame, callable, at);
  if (s[callable + 3] === types.method_descriptor.index && callNativeInline(vm, frame, callable, at, nargs)) {
    afterCall(vm, frame, callable, nargs);
    return undefined;
  }
  if (s[callable + 3] === types.type.index) {
    if (nargs === 0 && constructBare(vm, frame, callable, at)) {
      afterCall(vm, frame, callable, nargs);
      return undefined;
    }
    // A builtin class has no `__init__` in Python; that the instruction ran is noted.
    if (typeFrom(vm, callable).isHeapType || frame.code.callSites[frame.ip - 1] !== 1) {
      const constructed = inlineConstructor(vm, frame, callable, at, nargs) ?? constructInline(vm, callable, at, nargs);
      if (constructed !== undefined) return constructed;
    }
  }
  if (vm.typeTable[s[callable + 3]!]!.forward !== undefined) return callForward(vm, frame, callable, at, nargs, 0);
  const special = specialCall(vm, frame, callable, at, nargs);
  if (special !== undefined) return special;
  if (!callNativeInline(vm, frame, callable, at, nargs)) callOut(vm, frame, callable, at, nargs, 0);
  afterCall(vm, frame, callable, nargs);
  return undefined;
}

/// The eval breaker behind a call of native code (CPython 3.14 Python/bytecodes.c CHECK_PERIODIC), with the result on the
/// stack. `callable` may be gone.
export function afterNative(vm: Vm, callable: Ptr, nargs: number): void {
  if (vm.gcScheduled && collectsAfter(vm, callable, nargs)) vm.collectYoung();
}

/// The same behind a CALL, which is an instruction of its own for what it called only from the second time on that it runs.
function afterCall(vm: Vm, frame: Frame, callable: Ptr, nargs: number): void {
  const { callSites } = frame.code;
  if (callSites[frame.ip - 1] === 0) {
    callSites[frame.ip - 1] = 1;
    if (vm.gcScheduled && vm.profile.collectsAtEvalBreaker) vm.collectYoung();
  } else {
    afterNative(vm, callable, nargs);
  }
}

/// Whether the eval breaker looks behind a call of the native `callable`.
export function collectsAfter(vm: Vm, callable: Ptr, nargs: number): boolean {
  if (!vm.profile.collectsAtEvalBreaker) return false;
  // Instructions of their own, which do without: CALL_LEN, CALL_ISINSTANCE, CALL_LIST_APPEND, CALL_TYPE_1.
  if (callable === vm.types.type.ptr && nargs === 1) return false;
  if (callable === vm.builtin('len') || callable === vm.builtin('isinstance')) return false;
  return callable !== typeLookup(vm, vm.types.list, vm.name('append'));
}

/// Calls that amount to a special method in Python.
function specialCall(vm: Vm, frame: Frame, callable: Ptr, at: number, nargs: number): Frame | undefined {
  const s = vm.i32;
  const type = vm.typeTable[s[callable + 3]!]!;
  if (type.isHeapType) return callInline(vm, callable, at, nargs);
  if (nargs === 0 || nargs > 3 || s[at + 1] !== 0) return undefined;
  const { types } = vm;
  const named = type === types.builtin_function_or_method ? nativeOf(vm, callable).method.special : undefined;
  if (named === 'getattr' || named === 'setattr') return callAttributeInline(vm, frame, named, at, nargs);
  if (nargs !== 1) return undefined;
  let which: SpecialFunction | undefined = named;
  if (callable === types.str.ptr) which = 'str';
  else if (callable === types.bool.ptr) which = 'bool';
  if (which === undefined) return undefined;
  const object = s[at + 2]! & ~BORROWED;
  const callee = callSpecialInline(vm, which, object);
  if (callee !== undefined || (which !== 'repr' && which !== 'str')) return callee;
  return reprNested(vm, frame, object, which === 'repr' ? CALLING : TEXTS.str, finishCall);
}

/// Builtin functions and methods of builtin types with as many arguments as they want, without what tp_call needs
/// (CPython 3.14 CALL_BUILTIN_O, CALL_METHOD_DESCRIPTOR_NOARGS and their like). False: not one of them.
function callNativeInline(vm: Vm, frame: Frame, callable: Ptr, at: number, nargs: number): boolean {
  const s = vm.i32;
  const { types } = vm;
  let native: NativeCallable;
  let self: Ptr;
  if (s[callable + 3] === types.method_descriptor.index && s[at + 1] !== 0) {
    self = s[at + 1]! & ~BORROWED;
    const owner = descrType(vm, callable);
    const type = vm.typeOf(self);
    if (type !== owner && !type.isSubtypeOf(owner)) return false;
    native = vm.natives.get(descrHost(vm, callable));
  } else if (s[callable + 3] === types.builtin_function_or_method.index && s[at + 1] === 0) {
    self = nativeSelf(vm, callable);
    native = nativeOf(vm, callable);
  } else {
    return false;
  }
  if (takesTuple(vm, native)) return false;
  const { method } = native;
  let result: Ptr;
  switch (method.kind) {
    case 'noargs':
      if (nargs !== 0) return false;
      result = method.fn(vm, self);
      break;
    case 'o':
      if (nargs !== 1) return false;
      result = method.fn(vm, self, s[at + 2]! & ~BORROWED);
      break;
    case 'fastcall':
      if (nargs < method.min || nargs > method.max) return false;
      result = method.fn(vm, self, argumentsAt(vm, at + 2, nargs));
      break;
    case 'keywords':
      result = method.fn(vm, self, argumentsAt(vm, at + 2, nargs), 0);
      break;
  }
  dropCall(vm, frame, at, result);
  return true;
}

/// The objects of `count` stack words, borrowed.
function argumentsAt(vm: Vm, first: number, count: number): Ptr[] {
  const s = vm.i32;
  // A literal has no room to spare, which a growing array has.
  if (count === 1) return [s[first]! & ~BORROWED];
  if (count === 2) return [s[first]! & ~BORROWED, s[first + 1]! & ~BORROWED];
  const args: Ptr[] = [];
  for (let i = 0; i < count; i++) args.push(s[first + i]! & ~BORROWED);
  return args;
}

/// Drops callable and arguments in the version's order and leaves the result, which it takes over.
export function dropCall(vm: Vm, frame: Frame, at: number, result: Ptr): void {
  vm.held.push(result);
  const s = vm.i32;
  if (vm.profile.dropsOperandsInReverse) {
    while (frame.sp > at) close(vm, s[--frame.sp]!);
  } else {
    dropForward(vm, frame, at);
  }
  s[at] = vm.held.pop()!;
  frame.sp = at + 1;
}

function callFunctionInline(vm: Vm, frame: Frame, fn: Ptr, at: number): Frame {
  const s = vm.i32;
  const code = hostCode(vm, s[fn + Func.CODE]!);
  const first = s[at + 1] === 0 ? at + 2 : at + 1;
  const count = frame.sp - first;
  let callee: Frame;
  if (code.simpleArgcount === count) {
    callee = pushFrame(vm, fn, code);
    steal(vm, s[at]!);
    const base = callee.base;
    for (let i = 0; i < count; i++) s[base + i] = s[first + i]!;
    for (let i = count; i < code.nlocalsplus; i++) s[base + i] = 0;
    frame.sp = at;
  } else if (takesPositional(vm, fn, code, count)) {
    callee = bindPositional(vm, fn, code, first, count, true);
    steal(vm, s[at]!);
    frame.sp = at;
  } else {
    callee = frameForCall(vm, steal(vm, s[at]!), takeWords(vm, frame, at, first), 0);
    frame.sp = at;
  }
  enter(vm, callee);
  return callee;
}

/// The stack words from `first` on, which are the caller's now; the place of the call, from `at` on, is left empty.
export function takeWords(vm: Vm, frame: Frame, at: number, first: number): number[] {
  const words: number[] = [];
  for (let i = first; i < frame.sp; i++) words.push(vm.i32[i]!);
  vm.i32.fill(0, at, frame.sp);
  return words;
}

/// Whether `count` positional arguments, with the defaults and `*args`, fill the parameters.
export function takesPositional(vm: Vm, fn: Ptr, code: HostCode, count: number): boolean {
  if (!code.isPositional) return false;
  if (count >= code.argcount) return count === code.argcount || code.hasVarargs;
  const defaults = vm.i32[fn + Func.DEFAULTS]!;
  return defaults !== 0 && code.argcount - count <= tupleSize(vm, defaults);
}

/// A frame for the function with the arguments that lie from `first` on: words of the stack, which it takes over, or, if
/// not `moves`, items of a tuple, of which it gets references of its own. The reference to the function is the caller's to
/// give.
export function bindPositional(vm: Vm, fn: Ptr, code: HostCode, first: number, count: number, moves: boolean): Frame {
  const s = vm.i32;
  const { argcount, nlocalsplus } = code;
  const given = Math.min(count, argcount);
  const rest = code.hasVarargs ? vm.own(newTuple(vm, count - given)) : 0;
  const callee = pushFrame(vm, fn, code);
  const { base } = callee;
  for (let i = 0; i < given; i++) s[base + i] = moves ? s[first + i]! : vm.newRef(s[first + 2 * i]!);
  for (let i = given; i < nlocalsplus; i++) s[base + i] = 0;
  if (given < argcount) {
    const defaults = s[fn + Func.DEFAULTS]!;
    const required = argcount - tupleSize(vm, defaults);
    for (let i = given; i < argcount; i++) s[base + i] = vm.newRef(tupleGet(vm, defaults, i - required));
  }
  if (rest !== 0) {
    for (let i = given; i < count; i++) tupleSetInit(vm, rest, i - given, moves ? steal(vm, s[first + i]!) : vm.newRef(s[first + 2 * i]!));
    tupleTrack(vm, rest);
    s[base + argcount] = vm.take();
  }
  return callee;
}

/// After so many calls of other classes than the one it knows, a site takes up the next (CPython 3.14
/// Include/internal/pycore_backoff.h ADAPTIVE_COOLDOWN_VALUE).
const MOST_MISSES = 52;

const initName = (vm: Vm): Ptr => vm.initName || (vm.initName = vm.name('__init__'));

/// `C()` of a class that has object's `__new__` and `__init__`. False: it is none.
function constructBare(vm: Vm, frame: Frame, cls: Ptr, at: number): boolean {
  const s = vm.i32;
  const type = typeFrom(vm, cls);
  const { slots } = vm.types.object;
  if (type.slots.new !== slots.new || type.slots.init !== slots.init || type.disallowInstantiation || type.isAbstract || s[at + 1] !== 0) return false;
  const instance = newBareInstance(vm, type);
  const clsWord = s[at]!;
  s[at] = instance;
  frame.sp = at + 1;
  close(vm, clsWord);
  return true;
}

/// What calling a plain class with a Python `__init__` comes to; good while `type` has the same version, and `init` the same
/// code.
export interface Constructor {
  readonly type: TypeObject;
  readonly version: number;
  readonly init: Ptr;
  readonly code: HostCode;
}

/// The constructor of a class that `inlineConstructor` takes with so many arguments, defaults not needed.
export function plainConstructor(vm: Vm, cls: Ptr, nargs: number): Constructor | undefined {
  const constructor = constructorOf(vm, cls);
  return constructor !== undefined && constructor.code.simpleArgcount === nargs + 1 ? constructor : undefined;
}

function constructorOf(vm: Vm, cls: Ptr): Constructor | undefined {
  const type = typeFrom(vm, cls);
  const known = vm.constructors[type.index];
  const isGood = known !== undefined && known.type === type && known.version === type.version && hostCode(vm, vm.i32[known.init + Func.CODE]!) === known.code;
  return isGood ? known : findConstructor(vm, type);
}

function takesInline(vm: Vm, { init, code }: Constructor, nargs: number): boolean {
  const count = nargs + 1;
  return code.simpleArgcount === count || (vm.profile.constructorsTakeDefaults && code.simpleArgcount > count && takesPositional(vm, init, code, count));
}

function findConstructor(vm: Vm, type: TypeObject): Constructor | undefined {
  const inlines = vm.profile.inlinesConstructors;
  if (!type.isHeapType || inlines === 'never' || (inlines === 'inline values' && !type.hasInlineValues) || type.slots.new !== vm.types.object.slots.new || type.isAbstract) return undefined;
  const init = typeLookup(vm, type, initName(vm));
  if (init === 0 || vm.i32[init + 3] !== vm.types.function.index) return undefined;
  const code = hostCode(vm, vm.i32[init + Func.CODE]!);
  if (code.isGenerator) return undefined;
  const constructor = { type, version: type.version, init, code };
  if (type.version !== 0) vm.constructors[type.index] = constructor;
  return constructor;
}

/// `C(...)` of a plain class with a Python `__init__`: the instance waits on the caller's stack while `__init__` runs
/// (Python/bytecodes.c CALL_ALLOC_AND_ENTER_INIT), from the second time on that the instruction runs. Until then the
/// arguments are in a tuple too, which reference counts show.
function inlineConstructor(vm: Vm, frame: Frame, cls: Ptr, at: number, nargs: number): Frame | undefined {
  const { callSites, callMisses } = frame.code;
  const site = callSites[frame.ip - 1]!;
  if (site !== cls && site !== 1) {
    if (site === 0) {
      callSites[frame.ip - 1] = 1;
      return undefined;
    }
    if (callMisses[frame.ip - 1]! < MOST_MISSES) {
      callMisses[frame.ip - 1]!++;
      return undefined;
    }
  }
  const constructor = vm.i32[at + 1] === 0 ? constructorOf(vm, cls) : undefined;
  if (constructor === undefined || !takesInline(vm, constructor, nargs)) return undefined;
  const s = vm.i32;
  const { type, init, code } = constructor;
  callSites[frame.ip - 1] = cls;
  if (site !== cls) callMisses[frame.ip - 1] = 0;
  const instance = vm.own(newBareInstance(vm, type));
  s[at + 1] = vm.newRef(instance);
  const callee = bindPositional(vm, init, code, at + 1, nargs + 1, true);
  vm.incref(init);
  vm.take();
  const clsWord = s[at]!;
  s[at] = instance;
  frame.sp = at + 1;
  callee.returnTo = ReturnTo.INIT;
  close(vm, clsWord);
  enter(vm, callee);
  return callee;
}

/// Calls through tp_call; drops callable and arguments in the version's order and leaves the result.
export function callOut(vm: Vm, frame: Frame, callable: Ptr, at: number, nargs: number, kwnames: Ptr): void {
  const s = vm.i32;
  const hasSelf = s[at + 1] !== 0;
  const args: Ptr[] = new Array(hasSelf ? nargs + 1 : nargs) as Ptr[];
  let n = 0;
  if (hasSelf) args[n++] = s[at + 1]! & ~BORROWED;
  for (let i = 0; i < nargs; i++) args[n++] = s[at + 2 + i]! & ~BORROWED;
  dropCall(vm, frame, at, call(vm, callable, args, kwnames));
}

/// Up to 3.13 the callable goes first, then the arguments from the first to the last (CPython 3.13 Python/bytecodes.c _DO_CALL).
function dropForward(vm: Vm, frame: Frame, at: number): void {
  const s = vm.i32;
  for (let i = at; i < frame.sp; i++) {
    const word = s[i]!;
    s[i] = 0;
    close(vm, word);
  }
  frame.sp = at;
}
