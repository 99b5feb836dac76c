/// Calling Python functions: binding arguments to a new frame (CPython 3.14 Python/ceval.c initialize_locals), and
/// running it from native code.
import { CodeFlag } from '../compiler/code';
import type { Ptr } from '../memory/ram';
import { dictContains, dictGetItemKnownStr, dictSetItem, newDict } from '../objects/dictobject';
import { newHidden } from '../objects/scratch';
import { strEqual } from '../objects/str';
import { tupleGet, tupleSize, tupleSteal } from '../objects/tuple';
import { argumentErrors } from './argumenterrors';
import { runFrame } from './runframe';
import { hostCode } from './codeobject';
import type { HostCode } from './codeobject';
import { BORROWED, ReturnTo, untag } from './frame';
import type { Frame } from './frame';
import { Func } from './funcobject';
import { close, duplicate } from './stackref';
import type { Vm } from './vm';

/// A frame for the function with room on the stack region; its locals are not set. Takes over `func`, unless it raises.
export function pushFrame(vm: Vm, func: Ptr, code: HostCode): Frame {
  if (!hasRoom(vm, code)) recursionError(vm);
  const base = vm.stackTop;
  const top = base + code.nlocalsplus + code.room;
  const frame = vm.takeFrame();
  vm.stackTop = top;
  frame.code = code;
  frame.func = func;
  frame.globals = vm.i32[func + Func.GLOBALS]!;
  frame.builtins = vm.i32[func + Func.BUILTINS]!;
  frame.base = base;
  frame.sp = base + code.nlocalsplus;
  frame.ip = 0;
  frame.returnTo = ReturnTo.CALLER;
  return frame;
}

function hasRoom(vm: Vm, code: HostCode): boolean {
  return vm.depth < vm.recursionLimit && vm.stackTop + code.nlocalsplus + code.room <= vm.stackEnd;
}

function recursionError(vm: Vm): never {
  vm.raise(vm.types.RecursionError, 'maximum recursion depth exceeded');
}

/// Links a frame as the running one.
export function enter(vm: Vm, frame: Frame): void {
  frame.previous = vm.frame;
  vm.frame = frame;
  vm.depth += frame.special === undefined ? 1 : 1 + frame.special.levels;
  vm.observer?.onPush(frame);
}

/// A frame for a call: `words` are the callable's arguments as stack words, taken over (self first, then positional
/// ones, then the values of `kwnames`). Takes over `func` too. On an error all of it is dropped.
export function frameForCall(vm: Vm, func: Ptr, words: readonly number[], kwnames: Ptr): Frame {
  const code = hostCode(vm, vm.i32[func + Func.CODE]!);
  if (kwnames === 0 && code.simpleArgcount === words.length && hasRoom(vm, code)) {
    const frame = pushFrame(vm, func, code);
    for (let i = 0; i < words.length; i++) vm.i32[frame.base + i] = words[i]!;
    for (let i = words.length; i < code.nlocalsplus; i++) vm.i32[frame.base + i] = 0;
    return frame;
  }
  vm.own(func);
  const mark = vm.held.length;
  for (const word of words) if ((word & BORROWED) === 0) vm.own(word);
  const frame = pushFrame(vm, func, code);
  const i32 = vm.i32;
  for (let i = 0; i < code.nlocalsplus; i++) i32[frame.base + i] = 0;
  try {
    bind(vm, frame, code, words, kwnames);
  } catch (error) {
    discard(vm, frame);
    throw error;
  }
  vm.unwind(mark);
  vm.take();
  return frame;
}

/// Drops a frame that never ran; its function is held.
function discard(vm: Vm, frame: Frame): void {
  for (let at = frame.base; at < frame.sp; at++) close(vm, vm.i32[at]!);
  vm.stackTop = frame.base;
  vm.releaseFrame(frame);
}

/// Binds arguments to the parameters' slots (initialize_locals). A stack word that borrows its reference goes on
/// borrowing in a slot; the others are copied.
function bind(vm: Vm, frame: Frame, code: HostCode, args: readonly number[], kwnames: Ptr): void {
  const { plain } = code;
  const i32 = vm.i32;
  const base = frame.base;
  const func = frame.func;
  const nkw = kwnames === 0 ? 0 : tupleSize(vm, kwnames);
  const npos = args.length - nkw;
  const total = plain.argcount + plain.kwonlyargcount;
  const put = (slot: number, word: number): void => { i32[base + slot] = duplicate(vm, word); };

  let kwdict = 0;
  if (code.has(CodeFlag.VARKEYWORDS)) {
    kwdict = newDict(vm);
    i32[base + total + (code.has(CodeFlag.VARARGS) ? 1 : 0)] = kwdict;
  }
  const bound = Math.min(npos, plain.argcount);
  for (let i = 0; i < bound; i++) put(i, args[i]!);
  if (code.has(CodeFlag.VARARGS)) {
    i32[base + total] = tupleSteal(vm, args.slice(bound, npos).map(word => vm.newRef(untag(word))));
  }
  for (let i = 0; i < nkw; i++) bindKeyword(vm, frame, code, kwnames, i, args[npos + i]!, kwdict, total);
  if (npos > plain.argcount && !code.has(CodeFlag.VARARGS)) argumentErrors.tooManyPositional(vm, frame, npos);
  const defaults = i32[func + Func.DEFAULTS]!;
  const ndefaults = defaults === 0 ? 0 : tupleSize(vm, defaults);
  if (npos < plain.argcount) {
    const required = plain.argcount - ndefaults;
    const missing: number[] = [];
    for (let i = npos; i < required; i++) if (i32[base + i] === 0) missing.push(i);
    if (missing.length > 0) argumentErrors.missing(vm, frame, missing.map(i => plain.varnames[i]!), 'positional');
    for (let i = Math.max(npos, required); i < plain.argcount; i++) {
      if (i32[base + i] === 0) put(i, tupleGet(vm, defaults, i - required));
    }
  }
  if (plain.kwonlyargcount > 0) bindKeywordOnly(vm, frame, code, total);
}

function bindKeyword(vm: Vm, frame: Frame, code: HostCode, kwnames: Ptr, i: number, word: number, kwdict: Ptr, total: number): void {
  const name = tupleGet(vm, kwnames, i);
  const { plain } = code;
  const { i32 } = vm;
  for (let slot = plain.posonlyargcount; slot < total; slot++) {
    if (!strEqual(vm, vm.name(plain.varnames[slot]!), name)) continue;
    if (i32[frame.base + slot] !== 0) argumentErrors.multipleValues(vm, frame, vm.text(name));
    i32[frame.base + slot] = duplicate(vm, word);
    return;
  }
  if (kwdict === 0) argumentErrors.unexpectedKeyword(vm, frame, vm.text(name), kwnames);
  if (dictContains(vm, kwdict, name)) argumentErrors.multipleValues(vm, frame, vm.text(name));
  dictSetItem(vm, kwdict, name, untag(word));
}

function bindKeywordOnly(vm: Vm, frame: Frame, code: HostCode, total: number): void {
  const { plain } = code;
  const kwdefaults = vm.i32[frame.func + Func.KWDEFAULTS]!;
  const missing: string[] = [];
  for (let slot = plain.argcount; slot < total; slot++) {
    if (vm.i32[frame.base + slot] !== 0) continue;
    const name = plain.varnames[slot]!;
    const value = kwdefaults === 0 ? 0 : dictGetItemKnownStr(vm, kwdefaults, vm.name(name));
    if (value === 0) missing.push(name);
    else vm.i32[frame.base + slot] = vm.newRef(value);
  }
  if (missing.length > 0) argumentErrors.missing(vm, frame, missing, 'keyword-only');
}

/// Calls a Python function from native code, in an eval loop of its own.
export function callFunction(vm: Vm, func: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const code = hostCode(vm, vm.i32[func + Func.CODE]!);
  if (kwnames === 0 && code.simpleArgcount === args.length) {
    const callee = pushFrame(vm, func, code);
    vm.incref(func);
    for (let i = 0; i < args.length; i++) vm.i32[callee.base + i] = vm.newRef(args[i]!);
    for (let i = args.length; i < code.nlocalsplus; i++) vm.i32[callee.base + i] = 0;
    return runNested(vm, callee);
  }
  const words: Ptr[] = [];
  for (let i = 0; i < args.length; i++) words.push(vm.newRef(args[i]!));
  const frame = frameForCall(vm, vm.newRef(func), words, kwnames);
  return runNested(vm, frame);
}

/// Runs a frame to its end in an eval loop of its own; throws what it raises.
export function runNested(vm: Vm, frame: Frame): Ptr {
  frame.returnTo = ReturnTo.NATIVE;
  enter(vm, frame);
  return runFrame(vm, frame);
}

/// Runs code as a module or class body, with these namespaces and cells for its free variables (borrowed).
export function runCode(vm: Vm, code: Ptr, globals: Ptr, locals: Ptr, closure?: readonly Ptr[]): Ptr {
  const frame = frameForCode(vm, code, globals, locals);
  closure?.forEach((cell, i) => { vm.i32[frame.sp - closure.length + i] = vm.newRef(cell); });
  return runNested(vm, frame);
}

/// A frame for code outside functions.
export function frameForCode(vm: Vm, code: Ptr, globals: Ptr, locals: Ptr): Frame {
  const host = hostCode(vm, code);
  if (vm.depth >= vm.recursionLimit) vm.raise(vm.types.RecursionError, 'maximum recursion depth exceeded');
  const frame = vm.takeFrame();
  frame.code = host;
  frame.evalFunction = newHidden(vm, vm.types.function);
  // The frame's own, and that of the function.
  frame.codeRef = vm.newRef(vm.newRef(code));
  frame.globals = vm.newRef(globals);
  const builtins = dictGetItemKnownStr(vm, globals, vm.name('__builtins__'));
  frame.builtins = vm.newRef(builtins === 0 ? vm.builtinsDict : vm.typeOf(builtins) === vm.types.module ? vm.i32[builtins + 4]! : builtins);
  frame.locals = locals === 0 ? 0 : vm.newRef(locals);
  frame.base = vm.stackTop;
  frame.sp = frame.base + host.nlocalsplus;
  frame.ip = 0;
  vm.stackTop = frame.sp + host.room;
  for (let at = frame.base; at < frame.sp; at++) vm.i32[at] = 0;
  return frame;
}
