/// Calling native functions with CPython's checks of the argument count.
import type { Ptr } from '../memory/ram';
import { keywordCount } from './args';
import type { Interp, NativeCallable } from './interp';
import { ownScratchDict, ownScratchTuple } from './scratch';
import { tupleFrom, tupleSize } from './tuple';
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

/// Calls a native function: `self` as its object, `args` and `kwnames` as in a CallSlot.
export function callNative(it: Interp, native: NativeCallable, self: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  if (!takesTuple(it, native)) return callFast(it, native, self, args, kwnames);
  const keywords = keywordCount(it, kwnames);
  if (keywords === 0 && !it.argumentsInTuple && native.wrapped?.def.slot === 'init' && it.typeOf(self).isSubtypeOf(it.types.BaseException)) return initException(it, native, self, args);
  // type's call knows itself what it holds.
  const mark = native.wrapped?.def.slot === 'call' && isType(it, self) ? ownScratchTuple(it, args.length - keywords) : ownTuple(it, args, args.length - keywords);
  // Argument Clinic has no dict.
  if (keywords > 0 && native.name !== 'print') ownScratchDict(it);
  // tp_new gets what follows the class (tp_new_wrapper).
  if (native.newOf !== undefined) ownScratchTuple(it, Math.max(args.length - keywords - 1, 0));
  const result = callFast(it, native, self, args, kwnames);
  it.unwind(mark);
  return result;
}

/// An exception keeps the tuple (Objects/exceptions.c BaseException_init).
function initException(it: Interp, native: NativeCallable, self: Ptr, args: readonly Ptr[]): Ptr {
  const mark = it.held.length;
  it.exceptionArgs = it.own(tupleFrom(it, args));
  const result = callFast(it, native, self, args, 0);
  it.exceptionArgs = 0;
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
