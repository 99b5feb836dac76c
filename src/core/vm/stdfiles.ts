/// Flushing what the program put in place of sys.stdout and sys.stderr; the machine's own streams keep nothing back.
import type { Ptr } from '../memory/ram';
import { callMethod, getOptionalAttr, isTrue } from '../objects/abstract';
import { dictGetItemKnownStr } from '../objects/dictobject';
import type { Vm } from './vm';

/// At the end of a script (CPython 3.14 Python/pythonrun.c flush_io).
export function flushIo(vm: Vm): void {
  for (const name of ['stderr', 'stdout'] as const) withOwnFile(vm, name, file => quietly(vm, () => flush(vm, file)));
}

/// When the interpreter ends, before and after its modules go (Python/pylifecycle.c flush_std_files).
export function flushStdFiles(vm: Vm): void {
  withOwnFile(vm, 'stdout', file => isClosed(vm, file) || vm.reporting('flushing sys.stdout', file, () => flush(vm, file)));
  withOwnFile(vm, 'stderr', file => isClosed(vm, file) || quietly(vm, () => flush(vm, file)));
}

/// Runs `use` with the file, borrowed, if it is of a class of the program's.
function withOwnFile(vm: Vm, name: 'stdout' | 'stderr', use: (file: Ptr) => unknown): void {
  const file = dictGetItemKnownStr(vm, vm.sysDict, vm.name(name));
  if (file === 0 || !vm.typeOf(file).isHeapType) return;
  const mark = vm.held.length;
  if (vm.profile.holdsStdFiles) vm.own(vm.newRef(file));
  use(file);
  vm.unwind(mark);
}

/// Python/pylifecycle.c file_is_closed
function isClosed(vm: Vm, file: Ptr): boolean {
  return quietly(vm, () => {
    const closed = getOptionalAttr(vm, file, 'closed');
    if (closed === 0) return false;
    vm.own(closed);
    const truth = isTrue(vm, closed);
    vm.drop();
    return truth;
  }) ?? false;
}

const flush = (vm: Vm, file: Ptr): void => vm.decref(callMethod(vm, file, 'flush'));

/// What the guest raises meanwhile is forgotten.
const quietly = <T>(vm: Vm, run: () => T): T | undefined => vm.catching(vm.types.BaseException, run);
