/// Special methods that instructions ask for: those written in Python run in the same eval loop, as calls do, so that
/// they may nest as deep as calls. What is left to the slots (objects/slotdefs.ts) runs in an eval loop of its own.
/// NOT-CPYTHON: there they nest on the C stack, which has more room than a browser's.
import type { Ptr } from '../memory/ram';
import { Opcode } from '../compiler/opcodes';
import { checkedHash, checkedLength, checkedText, intFromHash, intFromLength, isTrue, richCompareReflected } from '../objects/abstract';
import { runForwarded } from '../objects/forward';
import { typeLookup } from '../objects/lookup';
import { binaryNames, finishBinary } from '../objects/number';
import { newBareInstance } from '../objects/object';
import { ownScratchTuple } from '../objects/scratch';
import { COMPARE_NAMES, genericCall, genericRichcompare } from '../objects/slotdefs';
import { typeFrom } from '../objects/type';
import type { TypeObject } from '../objects/typeobject';
import { afterNative, dropCall } from './callop';
import { enter, frameForCall, pushFrame } from './calls';
import { hostCode } from './codeobject';
import { BORROWED, ReturnTo } from './frame';
import type { Frame, SpecialCall } from './frame';
import { Func } from './funcobject';
import { WARM, specialize } from './specialization';
import { close, closeOperands, closePair, closeThree } from './stackref';
import { peek, replace } from './ops/stack';
import type { Vm } from './vm';

/// What an instruction does with the value of the method, which it takes over; the stack is as the instruction found it.
export type Finish = (vm: Vm, frame: Frame, value: Ptr) => void;

/// The method of a class if it is written in Python, borrowed; else 0.
export function pythonMethod(vm: Vm, type: TypeObject, name: string): Ptr {
  if (!type.isHeapType) return 0;
  const method = typeLookup(vm, type, vm.name(name));
  return method !== 0 && vm.i32[method + 3] === vm.types.function.index ? method : 0;
}

/// Whether the function is no generator and takes just so many arguments.
export function takes(vm: Vm, fn: Ptr, count: number): boolean {
  const code = hostCode(vm, vm.i32[fn + Func.CODE]!);
  return code.simpleArgcount === count && !code.isGenerator;
}

/// What native code between two frames does where it counts against the recursion limit (3.11 Python/ceval.c
/// _Py_EnterRecursiveCall), from the outside in: the end of the message if there the limit is reached.
export const NO_LEVELS: readonly string[] = [];
export const COMPARING = [' in comparison'];
export const CALLING = [' while calling a Python object'];
export const TEXTS = {
  repr: [' while getting the repr of an object'],
  str: [' while getting the str of an object']
} as const;

/// How many levels the native code takes; raises if they or the frame behind them do not fit.
function countLevels(vm: Vm, levels: readonly string[]): number {
  if (!vm.profile.limitsNativeCalls) return 0;
  const room = vm.recursionLimit - vm.depth;
  if (levels.length >= room) vm.raise(vm.types.RecursionError, `maximum recursion depth exceeded${levels[room] ?? ''}`);
  return levels.length;
}

/// A frame for the function, entered, or undefined if it does not take just these arguments. `levels`: what native code
/// between the two frames takes of the recursion limit in 3.11. `tupled`: what is in a tuple, too, which is the last of the
/// held references unless there is nothing in it. `more`: what else the native code between the frames holds (borrowed).
export function enterSpecial(
  vm: Vm, fn: Ptr, args: readonly Ptr[], levels: readonly string[], finish: SpecialCall['finish'], tupled: readonly Ptr[] = [], more: readonly Ptr[] = []
): Frame | undefined {
  if (!takes(vm, fn, args.length)) return undefined;
  const taken = countLevels(vm, levels);
  const code = hostCode(vm, vm.i32[fn + Func.CODE]!);
  const frame = pushFrame(vm, fn, code);
  const s = vm.i32;
  vm.incref(fn);
  for (let i = 0; i < args.length; i++) s[frame.base + i] = vm.newRef(args[i]!);
  for (let i = args.length; i < code.nlocalsplus; i++) s[frame.base + i] = 0;
  const kept = [vm.newRef(fn)];
  for (const p of tupled) kept.push(vm.newRef(p));
  if (tupled.length > 0) kept.push(vm.take());
  for (const p of more) kept.push(vm.newRef(p));
  frame.returnTo = ReturnTo.SPECIAL;
  frame.special = { finish, kept, state: 0, levels: taken };
  enter(vm, frame);
  return frame;
}

/// The argument of the instruction that runs.
export const argument = (frame: Frame): number => frame.code.instructions[frame.ip - 1]! >>> 8;

/// Replaces two operands, which are dropped from the bottom up.
function replacePair(vm: Vm, frame: Frame, value: Ptr): void {
  const s = vm.i32;
  const left = s[frame.sp - 2]!;
  const right = s[frame.sp - 1]!;
  s[frame.sp - 2] = value;
  frame.sp--;
  closePair(vm, left, right);
}

// --- operators ----------------------------------------------------------------------------------------------------

/// The method in Python that answers the comparison first, borrowed; 0: there is none.
export function comparisonMethod(vm: Vm, v: Ptr, w: Ptr, op: number): Ptr {
  const type = vm.typeOf(v);
  const other = vm.typeOf(w);
  if (type.slots.richcompare !== genericRichcompare || (type !== other && other.isSubtypeOf(type))) return 0;
  return pythonMethod(vm, type, COMPARE_NAMES[op]!);
}

export function compareInline(vm: Vm, v: Ptr, w: Ptr, op: number): Frame | undefined {
  const method = comparisonMethod(vm, v, w, op);
  return method === 0 ? undefined : enterSpecial(vm, method, [v, w], COMPARING, finishCompare);
}

export const finishCompare: Finish = (vm, frame, value) => {
  const arg = argument(frame);
  const { notImplemented } = vm.singletons;
  let result = value === notImplemented ? richCompareReflected(vm, peek(vm, frame, 1), peek(vm, frame, 0), arg >> 5) : value;
  if ((arg & 16) !== 0) result = truthOf(vm, result);
  const s = vm.i32;
  const left = s[frame.sp - 2]!;
  const right = s[frame.sp - 1]!;
  s[frame.sp - 2] = result;
  frame.sp--;
  closeOperands(vm, left, right);
};

/// True or False; takes over the reference.
export function truthOf(vm: Vm, value: Ptr): Ptr {
  vm.own(value);
  const truth = vm.bool(isTrue(vm, value));
  vm.drop();
  return truth;
}

export function binaryInline(vm: Vm, op: number, v: Ptr, w: Ptr): Frame | undefined {
  const type = vm.typeOf(v);
  const other = vm.typeOf(w);
  if (!type.isHeapType || (type !== other && other.isSubtypeOf(type))) return undefined;
  const { name, slot, inplace } = binaryNames(op);
  if (inplace !== '' && type.slots[inplace] !== undefined) return undefined;
  const method = type.slots[slot] === undefined ? 0 : pythonMethod(vm, type, name);
  return method === 0 ? undefined : enterSpecial(vm, method, [v, w], NO_LEVELS, finishOperator);
}

const finishOperator: Finish = (vm, frame, value) => {
  const result = value === vm.singletons.notImplemented ? finishBinary(vm, argument(frame), peek(vm, frame, 1), peek(vm, frame, 0)) : value;
  replacePair(vm, frame, result);
};

export function subscriptInline(vm: Vm, container: Ptr, key: Ptr): Frame | undefined {
  const type = vm.typeOf(container);
  const method = pythonMethod(vm, type, '__getitem__');
  if (method === 0) return undefined;
  if (takes(vm, method, 2) && isSpecialized(vm, type.ptr)) return enterMoved(vm, method, 2);
  return enterSpecial(vm, method, [container, key], NO_LEVELS, replacePair);
}

/// Whether the instruction that runs is specialized to the class.
const isSpecialized = (vm: Vm, cls: Ptr): boolean => specialize(vm, vm.frame!, cls) === cls;

/// The same for an attribute that a function of `count` parameters gets (LOAD_ATTR_PROPERTY, LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN, 3.12+).
export const isSpecializedGetter = (vm: Vm, fn: Ptr, count: number, cls: Ptr): boolean =>
  !vm.profile.specializesTogether && (argument(vm.frame!) & 1) === 0 && takes(vm, fn, count) && isSpecialized(vm, cls);

/// A call that `count` operands move into from the stack, with `more` (borrowed, 0 = none) behind them (BINARY_SUBSCR_GETITEM,
/// LOAD_ATTR_PROPERTY).
export function enterMoved(vm: Vm, method: Ptr, count: number, more = 0): Frame {
  const caller = vm.frame!;
  const code = hostCode(vm, vm.i32[method + Func.CODE]!);
  const frame = pushFrame(vm, method, code);
  const s = vm.i32;
  vm.incref(method);
  caller.sp -= count;
  for (let i = 0; i < count; i++) s[frame.base + i] = s[caller.sp + i]!;
  for (let i = count; i < code.nlocalsplus; i++) s[frame.base + i] = 0;
  if (more !== 0) s[frame.base + count] = vm.newRef(more);
  enter(vm, frame);
  return frame;
}

export function setItemInline(vm: Vm, container: Ptr, key: Ptr, value: Ptr): Frame | undefined {
  const method = pythonMethod(vm, vm.typeOf(container), '__setitem__');
  return method === 0 ? undefined : enterSpecial(vm, method, [container, key, value], NO_LEVELS, finishSetItem);
}

const finishSetItem: Finish = (vm, frame, value) => {
  vm.decref(value);
  const s = vm.i32;
  frame.sp -= 3;
  closeThree(vm, s[frame.sp]!, s[frame.sp + 1]!, s[frame.sp + 2]!);
};

export function containsInline(vm: Vm, container: Ptr, item: Ptr): Frame | undefined {
  const method = pythonMethod(vm, vm.typeOf(container), '__contains__');
  return method === 0 ? undefined : enterSpecial(vm, method, [container, item], NO_LEVELS, finishContains);
}

const finishContains: Finish = (vm, frame, value) => {
  const found = truthOf(vm, value) === vm.singletons.true;
  const s = vm.i32;
  const item = s[frame.sp - 2]!;
  const container = s[frame.sp - 1]!;
  s[frame.sp - 2] = vm.bool(found === (argument(frame) === 0));
  frame.sp--;
  closeOperands(vm, item, container);
};

/// The copy that is tested for `a and b` is none of its own.
function borrowTested(vm: Vm, frame: Frame): void {
  const word = vm.i32[frame.sp - 1]!;
  if ((frame.code.plain.instructions[frame.ip - 2]! & 255) !== Opcode.COPY || (word & BORROWED) !== 0) return;
  vm.i32[frame.sp - 1] = word | BORROWED;
  vm.decref(word);
}

export function truthInline(vm: Vm, p: Ptr): Frame | undefined {
  const type = vm.typeOf(p);
  if (!type.isHeapType) return undefined;
  if (vm.profile.testsInPlace) borrowTested(vm, vm.frame!);
  const method = pythonMethod(vm, type, '__bool__');
  if (method !== 0) return enterSpecial(vm, method, [p], NO_LEVELS, (_, frame, value) => finishTruth(vm, frame, checkedTruth(vm, value)));
  if (typeLookup(vm, type, vm.name('__bool__')) !== 0) return undefined;
  const length = pythonMethod(vm, type, '__len__');
  return length === 0 ? undefined : enterSpecial(vm, length, [p], NO_LEVELS, (_, frame, value) => finishTruth(vm, frame, checkedLength(vm, value) > 0));
}

/// What `__bool__` returned; takes over the reference.
function checkedTruth(vm: Vm, value: Ptr): boolean {
  if (vm.typeOf(value) === vm.types.bool) return value === vm.singletons.true;
  vm.own(value);
  vm.typeError(`__bool__ should return bool, returned ${vm.typeOf(value).name}`);
}

function finishTruth(vm: Vm, frame: Frame, truth: boolean): void {
  const old = vm.i32[frame.sp - 1]!;
  vm.i32[frame.sp - 1] = vm.bool(truth);
  close(vm, old);
}

// --- calls and texts ----------------------------------------------------------------------------------------------

/// `p(...)` of an instance whose class has `__call__`; `at` is the callable's place on the stack.
export function callInline(vm: Vm, p: Ptr, at: number, nargs: number): Frame | undefined {
  const type = vm.typeOf(p);
  const s = vm.i32;
  if (type.slots.call !== genericCall || s[at + 1] !== 0) return undefined;
  const method = pythonMethod(vm, type, '__call__');
  if (method === 0 || !takes(vm, method, nargs + 1)) return undefined;
  ownScratchTuple(vm, nargs);
  const args = [p];
  for (let i = 0; i < nargs; i++) args.push(s[at + 2 + i]! & ~BORROWED);
  return enterSpecial(vm, method, args, CALLING, finishCall, args.slice(1));
}

export const finishCall: Finish = (vm, frame, value) => dropCall(vm, frame, frame.sp - argument(frame) - 2, value);

/// A call of what forwards it (functools.partial, _lru_cache_wrapper) to a function in Python, or to another callable. The
/// callable and `nargs` arguments, the last ones those of `kwnames`, lie on the stack from `at`.
export function callForward(vm: Vm, frame: Frame, callable: Ptr, at: number, nargs: number, kwnames: Ptr): Frame | undefined {
  const s = vm.i32;
  const args: Ptr[] = [];
  if (s[at + 1] !== 0) args.push(s[at + 1]! & ~BORROWED);
  for (let i = 0; i < nargs; i++) args.push(s[at + 2 + i]! & ~BORROWED);
  const callee = enterForwarded(vm, frame, callable, args, kwnames, 0, finishCall);
  if (callee === undefined) afterNative(vm, callable, nargs);
  return callee;
}

/// `tuple`: see ForwardSlot. The frame that runs what is called; undefined if that is no plain function in Python: the instruction is done then.
export function enterForwarded(vm: Vm, frame: Frame, callable: Ptr, args: readonly Ptr[], kwnames: Ptr, tuple: Ptr, finish: Finish): Frame | undefined {
  const forwarded = vm.typeOf(callable).forward!(vm, callable, args, kwnames, tuple);
  if (typeof forwarded === 'number' || !isPlainFunction(vm, forwarded.fn)) {
    finish(vm, frame, runForwarded(vm, forwarded));
    return undefined;
  }
  const { fn, kept, state, levels } = forwarded;
  const mark = vm.held.length;
  for (const p of kept) vm.own(p);
  if (state !== 0) vm.own(state);
  const callee = frameForCall(vm, vm.newRef(fn), forwarded.args.map(arg => vm.newRef(arg)), forwarded.kwnames);
  vm.release(vm.held.length - mark);
  callee.returnTo = ReturnTo.SPECIAL;
  callee.special = {
    finish: (at, caller, value, result) => finish(at, caller, forwarded.finish(at, value, result)),
    kept, state, levels: vm.profile.limitsNativeCalls ? levels : 0
  };
  enter(vm, callee);
  return callee;
}

/// Whether it is a function in Python whose call is no generator.
const isPlainFunction = (vm: Vm, fn: Ptr): boolean =>
  vm.i32[fn + 3] === vm.types.function.index && !hostCode(vm, vm.i32[fn + Func.CODE]!).isGenerator;

/// `C(...)` of a class whose instances object makes and a Python `__init__` readies (Objects/typeobject.c type_call).
export function constructInline(vm: Vm, cls: Ptr, at: number, nargs: number): Frame | undefined {
  const type = typeFrom(vm, cls);
  const s = vm.i32;
  if (!type.isHeapType || s[at + 1] !== 0 || type.slots.new !== vm.types.object.slots.new || type.isAbstract || type.disallowInstantiation) return undefined;
  const init = pythonMethod(vm, type, '__init__');
  if (init === 0 || !takes(vm, init, nargs + 1)) return undefined;
  ownScratchTuple(vm, nargs);
  const instance = vm.own(newBareInstance(vm, type));
  // The place of `self` on the stack is free, and holds the instance meanwhile.
  s[at + 1] = vm.take();
  const args = [instance];
  for (let i = 0; i < nargs; i++) args.push(s[at + 2 + i]! & ~BORROWED);
  return enterSpecial(vm, init, args, CALLING, finishConstruct, args.slice(1));
}

const finishConstruct: Finish = (vm, frame, value) => {
  const at = frame.sp - argument(frame) - 2;
  if (value !== vm.singletons.none) {
    vm.own(value);
    vm.typeError(`__init__() should return None, not '${vm.typeOf(value).name}'`);
  }
  const instance = vm.i32[at + 1]!;
  vm.i32[at + 1] = 0;
  dropCall(vm, frame, at, instance);
};

/// What builtin functions of one object amount to.
export type SpecialFunction = 'repr' | 'str' | 'hash' | 'len' | 'bool';

export function callSpecialInline(vm: Vm, which: SpecialFunction, p: Ptr): Frame | undefined {
  const type = vm.typeOf(p);
  if (!type.isHeapType) return undefined;
  const finishing = (check: (value: Ptr) => Ptr): Finish => (_, frame, value) => finishCall(vm, frame, check(value));
  switch (which) {
    case 'repr':
    case 'str': {
      const [method, name] = textMethod(vm, type, which);
      if (method === 0 || !takes(vm, method, 1)) return undefined;
      const finish = finishing(value => checkedText(vm, value, name));
      if (which === 'repr') return enterSpecial(vm, method, [p], [...CALLING, ...TEXTS.repr], finish);
      // CALL_NO_KW_STR_1 of 3.11 needs no tuple.
      const tupled = vm.types.str.hasVectorcall || vm.frame!.code.warmth >= WARM ? [] : [p];
      ownScratchTuple(vm, tupled.length);
      return enterSpecial(vm, method, [p], TEXTS.str, finish, tupled);
    }
    case 'hash': {
      const method = pythonMethod(vm, type, '__hash__');
      return method === 0 ? undefined : enterSpecial(vm, method, [p], CALLING, finishing(value => intFromHash(vm, checkedHash(vm, value), vm.hashHigh)));
    }
    case 'len': {
      const method = pythonMethod(vm, type, '__len__');
      return method === 0 ? undefined : enterSpecial(vm, method, [p], NO_LEVELS, finishing(value => intFromLength(vm, checkedLength(vm, value))));
    }
    case 'bool': {
      const method = pythonMethod(vm, type, '__bool__');
      return method === 0 ? undefined : enterSpecial(vm, method, [p], NO_LEVELS, finishing(value => vm.bool(checkedTruth(vm, value))));
    }
  }
}

/// The method that makes the text, and the name that messages give it: str() without a `__str__` asks `__repr__`.
function textMethod(vm: Vm, type: TypeObject, which: 'repr' | 'str'): [method: Ptr, name: string] {
  const asksRepr = which === 'repr' || type.slots.str === vm.types.object.slots.str;
  return [pythonMethod(vm, type, asksRepr ? '__repr__' : '__str__'), `__${which}__`];
}

/// `!s`, `!r`, and `{}` of an object that leaves its format to object. `isBound`: a bound method holds the object, too
/// (PyObject_Format looks `__format__` up).
export function textInline(vm: Vm, which: 'repr' | 'str', p: Ptr, isBound = false): Frame | undefined {
  const type = vm.typeOf(p);
  if (!type.isHeapType) return undefined;
  const [method, name] = textMethod(vm, type, which);
  if (method === 0 || !takes(vm, method, 1)) return undefined;
  if (isBound) ownScratchTuple(vm, 1);
  return enterSpecial(vm, method, [p], TEXTS[which], (_, frame, value) => replace(vm, frame, 1, checkedText(vm, value, name)), isBound ? [p] : []);
}

export const replaceTop: Finish = (vm, frame, value) => replace(vm, frame, 1, value);

/// `{p}` in an f-string without a format specification.
export function formatInline(vm: Vm, p: Ptr): Frame | undefined {
  const type = vm.typeOf(p);
  const name = vm.name('__format__');
  if (!type.isHeapType || typeLookup(vm, type, name) !== typeLookup(vm, vm.types.object, name)) return undefined;
  return textInline(vm, 'str', p, true);
}
