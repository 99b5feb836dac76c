/// Exceptions that cannot be raised (CPython 3.14 Python/errors.c format_unraisable_v, write_unraisable_exc_file).
import type { Ptr } from '../memory/ram';
import { reprText } from '../objects/abstract';
import { excField } from '../objects/exceptions';
import { ExcField } from '../objects/exceptiontree';
import { addTraceback } from './traceback';
import { formatTraceback, formatTypeAndMessage } from './tracebackformat';
import type { Vm } from './vm';

/// What was going on when an exception came up that nobody can catch.
export type Doing = 'calling deallocator' | 'calling weakref callback' | 'calling GC callback' | 'closing generator' | 'in atexit callback';

/// The report of `vm.raised`, which is dropped. `object` is what was called or closed, borrowed.
export function formatUnraisable(vm: Vm, doing: Doing, object: Ptr): string {
  const exception = vm.own(vm.fetchRaised());
  if (excField(vm, exception, ExcField.TRACEBACK) === 0 && vm.frame !== undefined) addTraceback(vm, vm.frame, exception);
  const traceback = excField(vm, exception, ExcField.TRACEBACK);
  const lines = traceback === 0 ? [] : ['Traceback (most recent call last):\n', ...formatTraceback(vm, traceback, vm.profile.unraisableHasCarets)];
  const text = [heading(vm, doing, object), ...lines, formatTypeAndMessage(vm, exception)].join('');
  vm.drop();
  return text;
}

function heading(vm: Vm, doing: Doing, object: Ptr): string {
  const what = safeRepr(vm, object);
  const { unraisableSaysWhere, unraisableHasCarets } = vm.profile;
  if (doing === 'in atexit callback') return unraisableHasCarets ? `Exception ignored ${doing}: ${what}\n` : `Exception ignored ${doing} ${what}:\n`;
  if (!unraisableSaysWhere) return `Exception ignored in: ${what ?? '<object repr() failed>'}\n`;
  return what === undefined ? '' : `Exception ignored while ${doing} ${what}:\n`;
}

function safeRepr(vm: Vm, object: Ptr): string | undefined {
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
