/// What an exception says, as far as the trace tells it.
import { ExcField } from '../objects/exceptiontree';
import { isStr } from '../objects/str';
import { tupleGet, tupleSize } from '../objects/tuple';
import type { Ptr } from '../memory/ram';
import type { Vm } from '../vm/vm';

/// Its first argument, if that is a str; '' otherwise.
export function messageOf(vm: Vm, exception: Ptr): string {
  const args = vm.i32[exception + ExcField.ARGS]!;
  const first = args !== 0 && tupleSize(vm, args) > 0 ? tupleGet(vm, args, 0) : 0;
  return first !== 0 && isStr(vm, first) ? vm.text(first) : '';
}
