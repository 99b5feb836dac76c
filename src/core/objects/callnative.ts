/// Calling native functions with CPython's checks of the argument count.
import type { Ptr } from '../memory/ram';
import { call } from './abstract';
import { keywordCount } from './args';
import type { Interp, NativeCallable } from './interp';
import { nativeOf } from './methodobject';
import { ownScratchDict, ownScratchTuple } from './scratch';
import { genericCall } from './slotdefs';
import { tupleFrom, tupleSize, tupleToArray } from './tuple';
import { isType, typeFrom } from './type';
import { qualnameOfType } from './typenames';

/// Raises TypeError unless there are `min`..`max` positional arguments and no keywords; for slot wrappers
/// (Objects/typeobject.c check_num_args).
export function checkArgCount(it: Interp, args: readonly Ptr[], kwnames: Ptr, min: number, max = min): void {
  if (kwnames !== 0 && tupleSize(it, kwnames) > 0) it.typeError('wrapper takes no keyword arguments');
  if (args.length >= min && args.length <= max) return;
  if (min === max) it.typeError(`expected ${min} argument${min === 1 ? '' : 's'}, got ${args.length}`);
  // PyArg_UnpackTuple with an empty name.
  it.typeError(` expected at ${args.length < min ? `least ${min}` : `most ${max}`} argument${(args.length < min ? min : max) === 1 ? '' : 's'}, got ${args.length}`);
}

/// Whether the function gets its arguments in a tuple.
export function takesTuple(it: Interp, native: NativeCallable): boolean {
  return native.takesTuple ??= native.wrapped !== undefined || native.newOf !== undefined || it.profile.tupleFunctions.has(native.name);
}

/// The tuple that a native function gets, as `ownArguments`. Numbers and strs alone run no code that could see who holds them.
export function ownTuple(it: Interp, args: readonly Ptr[], positional: number): number {
  if (it.argumentsInTuple) return it.ownArguments(args, positional);
  const { int, float, str } = it.types;
  for (let i = 0; i < args.length; i++) {
    const type = it.i32[args[i]! + 3]!;
    if (type !== int.index && type !== str.index && type !== float.index) return it.ownArguments(args, positional);
  }
  return ownScratchTuple(it, positional);
}

/// Whether its tp_call is PyVectorcall_Call, which takes arguments out of tuple and dict.
function hasVectorcall(it: Interp, callable: Ptr): boolean {
  const { types } = it;
  const type = it.typeOf(callable);
  return type === types.function || type === types.method || type === types.builtin_function_or_method || type === types.method_descriptor;
}

/// Whether the call of it keeps or counts the tuple itself: of exceptions, or of partial objects and the like if there are no names.
function countsTuple(it: Interp, callable: Ptr, keywords: number): boolean {
  if (isType(it, callable)) return typeFrom(it, callable).slots.new === it.types.BaseException.slots.new;
  return keywords === 0 && it.typeOf(callable).forward !== undefined;
}

/// Whether it is the `__init__` of an exception, which keeps the tuple.
const keepsInitTuple = (it: Interp, native: NativeCallable, self: Ptr, keywords: number): boolean =>
  keywords === 0 && native.wrapped?.slot === it.types.BaseException.slots.init && it.typeOf(self).isSubtypeOf(it.types.BaseException);

/// Whether it is the `__call__` of what is called.
export const wrapsCall = (native: NativeCallable): boolean => native.wrapped?.def.slot === 'call';

/// Calls what a slot wrapper wraps; the tuple has the object before the arguments, and the call gets one without it
/// (Objects/descrobject.c wrapperdescr_call).
export function callWrapped(it: Interp, native: NativeCallable, self: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const keywords = keywordCount(it, kwnames);
  const positional = args.length - keywords;
  const isCall = wrapsCall(native);
  const isCounted = isCall ? countsTuple(it, self, keywords) : keepsInitTuple(it, native, self, keywords);
  const mark = it.held.length;
  if (!isCounted) {
    const held = keywords === 0 ? args : args.slice(0, positional);
    if (isCall) it.ownArguments(held);
    else ownTuple(it, held, positional);
    it.argumentsInTuple = true;
  }
  const result = callNative(it, native, self, args, kwnames);
  it.unwind(mark);
  return result;
}

/// Whether the callable gets the tuple itself: it has no vectorcall (CPython 3.14 Objects/call.c _PyObject_Call), or that makes one.
export function getsGivenTuple(it: Interp, callable: Ptr): boolean {
  const { types } = it;
  const type = it.typeOf(callable);
  if (type.slots.call === genericCall || type === types.wrapper_descriptor || type === types.method_wrapper) return true;
  if (isType(it, callable)) return callable !== types.type.ptr && !typeFrom(it, callable).hasVectorcall;
  if (type !== types.builtin_function_or_method) return false;
  const native = nativeOf(it, callable);
  return takesTuple(it, native) && !it.profile.packingFunctions.has(native.name);
}

/// Calls with the items of a tuple (PyObject_Call).
export function callWithTuple(it: Interp, callable: Ptr, args: Ptr): Ptr {
  it.argumentsInTuple = getsGivenTuple(it, callable);
  return call(it, callable, tupleToArray(it, args));
}

/// Calls a native function: `self` as its object, `args` and `kwnames` as in a CallSlot.
export function callNative(it: Interp, native: NativeCallable, self: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  if (!takesTuple(it, native)) return callFast(it, native, self, args, kwnames);
  const keywords = keywordCount(it, kwnames);
  if (!it.argumentsInTuple && keepsInitTuple(it, native, self, keywords)) return initException(it, native, self, args);
  const isCall = wrapsCall(native);
  // Argument Clinic's tuple for `*args` comes with no dict; dict.update() makes one from the names itself.
  const isPacked = keywords > 0 && it.profile.packingFunctions.has(native.name);
  const hasDict = keywords > 0 && !it.argumentsInTuple && !isPacked && native.name !== 'dict.update';
  const positional = args.length - keywords;
  const mark = !isCall ? ownTuple(it, isPacked ? args.slice(0, positional) : args, positional) : countsTuple(it, self, keywords) ? ownScratchTuple(it, positional) : it.ownArguments(args, positional);
  if (hasDict) ownScratchDict(it);
  // tp_new gets what follows the class (tp_new_wrapper).
  if (native.newOf !== undefined && args.length > keywords) it.ownArguments(args.slice(1, args.length - keywords));
  if (isCall && (getsGivenTuple(it, self) || it.typeOf(self).forward !== undefined)) it.argumentsInTuple = true;
  else if (isCall && keywords > 0 && hasVectorcall(it, self)) it.ownUnpacked(args, kwnames);
  const result = callFast(it, native, self, args, kwnames);
  it.unwind(mark);
  return result;
}

/// An exception keeps the tuple (Objects/exceptions.c BaseException_init).
function initException(it: Interp, native: NativeCallable, self: Ptr, args: readonly Ptr[]): Ptr {
  const mark = it.held.length;
  it.exceptionArgs = it.own(tupleFrom(it, args));
  const result = callFast(it, native, self, args, 0);
  it.unwind(mark);
  return result;
}

function callFast(it: Interp, native: NativeCallable, self: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const method = native.method;
  if (method.kind === 'keywords') return method.fn(it, self, args, kwnames);
  if (kwnames !== 0 && tupleSize(it, kwnames) > 0) it.typeError(`${displayName(it, native, self)}() takes no keyword arguments`);
  switch (method.kind) {
    case 'noargs':
      if (args.length !== 0) it.typeError(`${native.name}() takes no arguments (${args.length} given)`);
      return method.fn(it, self);
    case 'o':
      if (args.length !== 1) it.typeError(`${native.name}() takes exactly one argument (${args.length} given)`);
      return method.fn(it, self, args[0]!);
    case 'fastcall':
      if (args.length < method.min || args.length > method.max) wrongCount(it, native.name, method.min, method.max, args.length);
      return method.fn(it, self, args);
  }
}

/// A class method goes by the class that it is bound to (meth_get__qualname__).
function displayName(it: Interp, native: NativeCallable, self: Ptr): string {
  return native.method.binding === 'class' ? `${qualnameOfType(it, typeFrom(it, self))}${native.name.slice(native.name.lastIndexOf('.'))}` : native.name;
}

/// Python/getargs.c _PyArg_CheckPositional.
function wrongCount(it: Interp, name: string, min: number, max: number, given: number): never {
  const short = name.slice(name.lastIndexOf('.') + 1);
  const wanted = given < min ? min : max;
  const bound = min === max ? '' : given < min ? 'at least ' : 'at most ';
  it.typeError(`${short} expected ${bound}${wanted} argument${wanted === 1 ? '' : 's'}, got ${given}`);
}
