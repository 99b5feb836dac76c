/// Exceptions that cannot be raised (CPython 3.14 Python/errors.c format_unraisable_v, write_unraisable_exc_file).
import type { Ptr } from '../memory/ram';
import { reprText } from '../objects/abstract';
import { excField } from '../objects/exceptions';
import { ExcField } from '../objects/exceptiontree';
import type { Doing } from '../objects/interp';
import { addTraceback } from './traceback';
import { formatTraceback, formatTypeAndMessage } from './tracebackformat';
import type { Vm } from './vm';

/// What stands above the traceback: words, and the object they are about (0 = none). Without either nothing stands there.
export interface UnraisableHeading {
  readonly words: string | undefined;
  readonly object: Ptr;
}

/// err_msg and object of sys.UnraisableHookArgs. `object` is what was called or closed, borrowed.
export function unraisableHeading(vm: Vm, doing: Doing, object: Ptr): UnraisableHeading {
  const { unraisableSaysWhere, unraisableHasCarets } = vm.profile;
  if (doing === 'flushing sys.stdout' && !unraisableHasCarets) return { words: `Exception ignored ${unraisableSaysWhere ? 'while' : 'on'} ${doing}`, object: 0 };
  if (doing === 'in atexit callback' && unraisableHasCarets) return { words: `Exception ignored ${doing}`, object };
  if (!unraisableSaysWhere && doing !== 'in atexit callback') return { words: undefined, object };
  const what = safeRepr(vm, object);
  return { words: what === undefined ? undefined : `Exception ignored ${/^(in|on) /.test(doing) ? doing : `while ${doing}`} ${what}`, object: 0 };
}

/// An exception from code that did not run gets the place where it came up.
export function traceUnraisable(vm: Vm, exception: Ptr): void {
  if (excField(vm, exception, ExcField.TRACEBACK) === 0 && vm.frame !== undefined) addTraceback(vm, vm.frame, exception);
}

export function unraisableReport(vm: Vm, heading: UnraisableHeading, exception: Ptr): string {
  const { words } = heading;
  const object = heading.object === vm.singletons.none ? 0 : heading.object;
  const traceback = excField(vm, exception, ExcField.TRACEBACK);
  const lines = traceback === 0 ? [] : ['Traceback (most recent call last):\n', ...formatTraceback(vm, traceback, vm.profile.unraisableHasCarets)];
  const about = object === 0 ? '' : ` ${safeRepr(vm, object) ?? '<object repr() failed>'}`;
  const first = object !== 0 ? `${words ?? 'Exception ignored in'}:${about}\n` : words === undefined ? '' : `${words}:\n`;
  return [first, ...lines, formatTypeAndMessage(vm, exception)].join('');
}

/// The repr as host text; undefined if it fails.
export function safeRepr(vm: Vm, object: Ptr): string | undefined {
  const mark = vm.held.length;
  try {
    return reprText(vm, object);
  } catch (error) {
    vm.isGuestError(error);
    vm.unwind(mark);
    vm.decref(vm.fetchRaised());
    return undefined;
  }
}
