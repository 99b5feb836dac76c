/// What shows of instructions that specialize themselves (CPython 3.14 Python/specialize.c): some then hold or drop
/// their operands otherwise.
import { Opcode } from '../compiler/opcodes';
import type { HostCode } from './codeobject';
import type { Frame } from './frame';
import type { Vm } from './vm';

/// Begun calls and loops after which the instructions of a code object specialize, where they do so together
/// (CPython 3.11 Python/specialize.c _PyCode_Warmup).
export const WARM = 8;

/// What `HostCode.callSites` says of an instruction that ran once; larger numbers are what it is specialized to.
const RAN = 1;

/// What the frame's instruction is specialized to: `to` from the run on at which it is due. NOT-CPYTHON: what it ran with
/// before does not count, nor does it change again.
export function specialize(vm: Vm, frame: Frame, to: number): number {
  const { callSites: sites } = frame.code;
  const i = frame.ip - 1;
  if (sites[i]! > RAN) return sites[i]!;
  sites[i] = isDue(vm, frame.code, i) ? to : RAN;
  return sites[i]!;
}

/// Whether the instruction at i is specialized when it runs next.
export const isDue = (vm: Vm, { callSites, warmth }: HostCode, i: number): boolean => (vm.profile.specializesTogether ? warmth >= WARM : callSites[i]! >= RAN);

/// Whether the backward jump at `i` is half of a conditional one, which does not count (3.11 POP_JUMP_BACKWARD_IF_TRUE): a test of the
/// same place jumps over it.
export function isConditional(code: HostCode, i: number): boolean {
  const { instructions, positions } = code.plain;
  const test = instructions[i - 1]!;
  if ((test & 255) < Opcode.POP_JUMP_IF_FALSE || (test & 255) > Opcode.POP_JUMP_IF_NOT_NONE || test >>> 8 !== i + 1) return false;
  for (let at = 4 * i; at < 4 * i + 4; at++) if (positions[at] !== positions[at - 4]) return false;
  return true;
}
