/// sys.displayhook, sys.excepthook and sys.unraisablehook: what CPython calls to show a value or an exception that nobody can catch
/// (CPython 3.14 Python/sysmodule.c, Python/errors.c).
import type { Ptr } from '../memory/ram';
import { call, reprText } from '../objects/abstract';
import { dictGetItemKnownStr } from '../objects/dictobject';
import { excField, setExcField } from '../objects/exceptions';
import { ExcField } from '../objects/exceptiontree';
import type { Doing, Interp } from '../objects/interp';
import { moduleDict, setModuleItem } from '../objects/module';
import { newStr } from '../objects/str';
import { tupleGet } from '../objects/tuple';
import type { NativeMethod, TypeObject } from '../objects/typeobject';
import { formatException } from '../vm/tracebackformat';
import { traceUnraisable, unraisableHeading, unraisableReport } from '../vm/unraisable';
import type { UnraisableHeading } from '../vm/unraisable';
import { vmOf } from '../vm/vm';
import type { Vm } from '../vm/vm';
import { sysObject, writeOn, writeStderr } from './builtinsio';
import { streamName } from './stream';
import { newStructSequenceOf, structSequenceType } from './structseq';

const FIELDS = ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'] as const;

/// The type UnraisableHookArgs of each machine.
const argumentTypes = new WeakMap<Vm, TypeObject>();

/// `sys.displayhook(value)`.
/// NOT-CPYTHON: no `builtins._`, which would hold what a lesson is about.
function displayHook(it: Interp, value: Ptr): Ptr {
  if (value !== it.singletons.none) {
    writeOn(it, 'stdout', reprText(it, value));
    writeOn(it, 'stdout', '\n');
  }
  return it.singletons.none;
}

/// `sys.unraisablehook(unraisable)`
function unraisableHook(it: Interp, args: Ptr): Ptr {
  const vm = vmOf(it);
  if (it.typeOf(args) !== argumentTypes.get(vm)) it.typeError('sys.unraisablehook argument type must be UnraisableHookArgs');
  const none = it.singletons.none;
  const [exception, message, object] = [1, 3, 4].map(i => tupleGet(it, args, i)) as [Ptr, Ptr, Ptr];
  const heading: UnraisableHeading = { words: message === none ? undefined : it.text(message), object: object === none ? 0 : object };
  writeStderr(it, unraisableReport(vm, heading, exception));
  return none;
}

/// `sys.excepthook(type, value, traceback)`: shows an exception (Python/pythonrun.c PyErr_Display).
function exceptHook(it: Interp, args: readonly Ptr[]): Ptr {
  const [, value, traceback] = args as readonly [Ptr, Ptr, Ptr];
  if (!it.typeOf(value).isSubtypeOf(it.types.BaseException)) {
    writeStderr(it, `TypeError: print_exception(): Exception expected for value, ${it.typeOf(value).name} found\n`);
    return it.singletons.none;
  }
  if (excField(it, value, ExcField.TRACEBACK) === 0 && it.typeOf(traceback) === it.types.traceback) setExcField(it, value, ExcField.TRACEBACK, it.newRef(traceback));
  writeStderr(it, formatException(vmOf(it), value).join(''));
  return it.singletons.none;
}

export const hookFunctions: Readonly<Record<string, NativeMethod>> = {
  excepthook: { kind: 'fastcall', min: 3, max: 3, fn: (it, _self, args) => exceptHook(it, args) },
  displayhook: { kind: 'o', fn: (it, _self, value) => displayHook(it, value) },
  unraisablehook: { kind: 'o', fn: (it, _self, args) => unraisableHook(it, args) }
};

export function addHooks(vm: Vm, module: Ptr): void {
  argumentTypes.set(vm, structSequenceType(vm, 'sys.UnraisableHookArgs', FIELDS));
  const dict = moduleDict(vm, module);
  for (const name of Object.keys(hookFunctions)) setModuleItem(vm, module, `__${name}__`, vm.newRef(dictGetItemKnownStr(vm, dict, vm.name(name))));
}

/// The function that a program put in place of the hook, borrowed; 0 = it did not.
function ownHook(vm: Vm, name: 'displayhook' | 'excepthook' | 'unraisablehook'): Ptr {
  const hook = sysObject(vm, name);
  return hook === sysObject(vm, `__${name}__`) ? 0 : hook;
}

/// Shows the value of an expression statement at the prompt (PRINT_EXPR): `display` takes what would go to the real
/// stdout.
export function showValue(vm: Vm, value: Ptr, display: (text: string) => void): void {
  const hook = ownHook(vm, 'displayhook');
  if (hook !== 0) {
    vm.own(vm.newRef(hook));
    vm.decref(call(vm, hook, [value]));
    vm.drop();
  } else if (value !== vm.singletons.none && streamName(vm, sysObject(vm, 'stdout')) === 'stdout') {
    display(reprText(vm, value));
  } else {
    displayHook(vm, value);
  }
}

/// Hands `vm.raised` to sys.unraisablehook and drops it. `object` is what was called or closed, borrowed.
export function reportUnraisable(vm: Vm, doing: Doing, object: Ptr): void {
  const exception = vm.own(vm.fetchRaised());
  traceUnraisable(vm, exception);
  const heading = unraisableHeading(vm, doing, object);
  const hook = ownHook(vm, 'unraisablehook');
  if (hook === 0 || hook === vm.singletons.none) writeStderr(vm, unraisableReport(vm, heading, exception));
  else callUnraisableHook(vm, hook, heading, exception);
  vm.drop();
}

/// Hands the exception that ends a script to the function that the program put in place of sys.excepthook. False: it did not.
export function callExceptHook(vm: Vm, exception: Ptr): boolean {
  const hook = ownHook(vm, 'excepthook');
  if (hook === 0) return false;
  const mark = vm.held.length;
  vm.own(vm.newRef(hook));
  try {
    const traceback = vm.own(vm.newRef(excField(vm, exception, ExcField.TRACEBACK) || vm.singletons.none));
    vm.decref(call(vm, hook, [vm.typeOf(exception).ptr, exception, traceback]));
  } catch (error) {
    vm.isGuestError(error);
    const failure = vm.own(vm.fetchRaised());
    const texts = [failure, exception].map(shown => formatException(vm, shown).join(''));
    writeStderr(vm, `Error in sys.excepthook:\n${texts[0]!}\nOriginal exception was:\n${texts[1]!}`);
  }
  vm.unwind(mark);
  return true;
}

function callUnraisableHook(vm: Vm, hook: Ptr, heading: UnraisableHeading, exception: Ptr): void {
  vm.own(vm.newRef(hook));
  const mark = vm.held.length;
  try {
    const { none } = vm.singletons;
    const traceback = excField(vm, exception, ExcField.TRACEBACK) || none;
    const words = heading.words === undefined ? none : newStr(vm, heading.words);
    const values = [vm.newRef(vm.typeOf(exception).ptr), vm.newRef(exception), vm.newRef(traceback), words, vm.newRef(heading.object || none)];
    const args = vm.own(newStructSequenceOf(vm, argumentTypes.get(vm)!, values));
    vm.decref(call(vm, hook, [args]));
    vm.drop();
  } catch (error) {
    vm.isGuestError(error);
    vm.unwind(mark);
    const failure = vm.own(vm.fetchRaised());
    writeStderr(vm, unraisableReport(vm, { words: 'Exception ignored in sys.unraisablehook', object: hook }, failure));
    vm.drop();
  }
  vm.drop();
}
