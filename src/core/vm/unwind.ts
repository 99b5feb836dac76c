/// Exceptions on their way through frames (CPython 3.14 Python/ceval.c error, exception_unwind, exit_unwind).
import { findHandler } from '../compiler/code';
import { Opcode } from '../compiler/opcodes';
import { getExtra, newExceptionWithMessage, setExtra } from '../objects/exceptions';
import { asNumber, newInt } from '../objects/int';
import { typeLookup } from '../objects/lookup';
import { genericGetAttr } from '../objects/object';
import type { Ptr } from '../memory/ram';
import { ReturnTo, untag } from './frame';
import type { Frame } from './frame';
import { leaveGenerator, popFrame } from './leave';
import { dropOperands } from './operands';
import { close } from './stackref';
import { addTraceback } from './traceback';
import type { Vm } from './vm';

/// Finds who handles `vm.raised`, from this frame outwards; drops the frames passed. Returns the frame that goes on,
/// or undefined if the exception leaves the eval loop.
export function handleException(vm: Vm, start: Frame): Frame | undefined {
  let frame = start;
  let traced = !vm.reraised;
  // The operands of a call are the callee's; a special method has references of its own.
  let hasOperands = true;
  vm.observer?.onRaise(traced);
  vm.reraised = false;
  for (;;) {
    if (traced) {
      if (vm.typeOf(vm.raised).isSubtypeOf(vm.types.AttributeError)) nameAttribute(vm, frame);
      addTraceback(vm, frame, vm.raised);
      vm.observer?.onException?.(frame);
    }
    const { plain } = frame.code;
    const entry = findHandler(plain, frame.ip - 1);
    const raisedBehind = traced ? frame.ip : reraisedBehind(vm, frame);
    traced = true;
    const table = plain.exceptiontable;
    const top = frame.stackBase + (entry < 0 ? 0 : table[entry + 3]!);
    if (hasOperands) dropOperands(vm, frame, top);
    frame.ip = raisedBehind;
    if (entry >= 0) {
      while (frame.sp > top) close(vm, vm.i32[--frame.sp]!);
      if (table[entry + 4] === 1) vm.i32[frame.sp++] = newInt(vm, frame.ip - 1);
      vm.i32[frame.sp++] = vm.fetchRaised();
      frame.ip = table[entry + 2]!;
      return frame;
    }
    while (frame.sp > top) close(vm, vm.i32[--frame.sp]!);
    const { returnTo, previous } = frame;
    hasOperands = returnTo === ReturnTo.SPECIAL;
    vm.observer?.onUnwind?.(frame);
    if (frame.generator !== 0) leaveGenerator(vm, frame, true);
    const raised = vm.fetchRaised();
    vm.own(raised);
    popFrame(vm, frame);
    vm.take();
    vm.raised = raised;
    if (returnTo === ReturnTo.NATIVE) return undefined;
    frame = previous!;
    vm.observer?.onRaise(false);
  }
}

/// The instruction behind the one that raised: RERAISE with an argument has that of the first time in its lowest operand.
function reraisedBehind(vm: Vm, frame: Frame): number {
  const word = frame.code.instructions[frame.ip - 1]!;
  const values = word >>> 8;
  return (word & 255) === Opcode.RERAISE && values > 0 ? asNumber(vm, untag(vm.i32[frame.sp - values]!)) + 1 : frame.ip;
}

/// Raises `vm.raised` in the frame that runs: returns the frame that handles it, or throws if none of this eval loop does.
/// Without a throw, which costs the host a thousand instructions.
export function raiseHere(vm: Vm, frame: Frame): Frame {
  const handler = handleException(vm, frame);
  if (handler !== undefined) return handler;
  vm.unwound = true;
  vm.rethrow();
}

/// An AttributeError that comes out of LOAD_ATTR or getattr() gets the object and the name that were asked for, unless it has some
/// (Objects/object.c set_attribute_error_context).
function nameAttribute(vm: Vm, frame: Frame): void {
  if (getExtra(vm, vm.raised, 'obj') !== 0 || getExtra(vm, vm.raised, 'name') !== 0) return;
  const [owner, name] = attributeAskedFor(vm, frame);
  if (name === 0) return;
  setExtra(vm, vm.raised, 'obj', vm.newRef(owner));
  setExtra(vm, vm.raised, 'name', vm.newRef(name));
}

/// Name 0 = the instruction asks for none, or for a method whose name is a property's (_PyObject_GetMethod).
function attributeAskedFor(vm: Vm, frame: Frame): [owner: Ptr, name: Ptr] {
  const s = vm.i32;
  const word = frame.code.instructions[frame.ip - 1]!;
  const argument = word >>> 8;
  if ((word & 255) === Opcode.CALL) {
    const at = frame.sp - argument - 2;
    return argument === 2 && untag(s[at]!) === vm.builtin('getattr') ? [untag(s[at + 2]!), untag(s[at + 3]!)] : [0, 0];
  }
  if ((word & 255) !== Opcode.LOAD_ATTR) return [0, 0];
  const owner = untag(s[frame.sp - 1]!);
  const name = frame.code.names[argument >> 1]!;
  const type = vm.typeOf(owner);
  return (argument & 1) === 1 && type.slots.getattro === genericGetAttr && typeLookup(vm, type, name) !== 0 ? [0, 0] : [owner, name];
}

/// The host's stack overflowed in native code that does not watch its depth: a RecursionError for the guest, raised in
/// `frame`. Throws any other error on. NOT-CPYTHON: CPython would crash, or raise it earlier; what native code had
/// begun stays undone, and references that it owned may leak.
export function recoverFromOverflow(vm: Vm, error: unknown, frame: Frame, deallocDepth: number): void {
  const isOverflow = error instanceof Error && (error.name === 'InternalError' || (error.name === 'RangeError' && error.message.startsWith('Maximum call stack')));
  if (!isOverflow) throw error;
  vm.deallocDepth = deallocDepth;
  vm.trashDepth = Math.min(vm.trashDepth, deallocDepth);
  for (let inner = vm.frame; inner !== undefined && inner !== frame; inner = vm.frame) {
    while (inner.sp > inner.stackBase) close(vm, vm.i32[--inner.sp]!);
    if (inner.generator !== 0) leaveGenerator(vm, inner, true);
    popFrame(vm, inner);
  }
  vm.setRaised(newExceptionWithMessage(vm, vm.types.RecursionError, 'maximum recursion depth exceeded'));
}
