/// The operands of an instruction that failed.
import { Opcode } from '../compiler/opcodes';
import type { Frame } from './frame';
import { close } from './stackref';
import type { Vm } from './vm';

/// How many operands, on top of the stack, an instruction has that drops them before it looks whether it failed.
function operandsOf(opcode: number, argument: number): number {
  switch (opcode) {
    case Opcode.BINARY_OP:
    case Opcode.COMPARE_OP:
    case Opcode.CONTAINS_OP:
    case Opcode.DELETE_SUBSCR:
    case Opcode.STORE_ATTR:
    case Opcode.STORE_SLICE:
    case Opcode.FORMAT_WITH_SPEC:
      return 2;
    case Opcode.STORE_SUBSCR:
    case Opcode.LOAD_SUPER_ATTR:
    case Opcode.MATCH_CLASS:
      return 3;
    case Opcode.CALL_FUNCTION_EX:
      return 4;
    case Opcode.CALL:
    case Opcode.CALL_KW:
      return argument + 2;
    case Opcode.BUILD_SET:
      return argument;
    case Opcode.BUILD_MAP:
      return 2 * argument;
    default:
      return 0;
  }
}

/// Up to 3.13 an instruction that fails drops its operands as one that does not, from the bottom up (CPython 3.13
/// Tools/cases_generator DECREF_INPUTS); only the rest of the stack, down to `floor`, is dropped from the top. In 3.14 that is
/// one and the same order. Operands that the frame of a call took over are 0.
export function dropOperands(vm: Vm, frame: Frame, floor: number): void {
  if (vm.profile.dropsOperandsInReverse) return;
  const word = frame.code.instructions[frame.ip - 1]!;
  const first = frame.sp - operandsOf(word & 255, word >>> 8);
  if (first < floor) return;
  for (let at = first; at < frame.sp; at++) {
    const operand = vm.i32[at]!;
    vm.i32[at] = 0;
    close(vm, operand);
  }
  frame.sp = first;
}
