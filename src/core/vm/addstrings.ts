/// `s += t` of two str in a function: the local's str grows where it lies.
import { Opcode } from '../compiler/opcodes';
import type { Ptr } from '../memory/ram';
import { strConcat, strConcatInPlace } from '../objects/str';
import type { HostCode } from './codeobject';
import type { Frame } from './frame';
import { untag } from './frame';
import { close, steal } from './stackref';
import type { Vm } from './vm';

/// What `HostCode.callSites` says of a BINARY_OP that adds: it ran once, or what it is specialized to.
const RAN = 1;
const GROWS = 2;
const ADDS = 3;

/// Begun calls and loops after which the instructions of a code object specialize, where they do so together
/// (CPython 3.11 Python/specialize.c _PyCode_Warmup).
export const WARM = 8;

/// Whether the backward jump at `i` is half of a conditional one, which does not count (3.11 POP_JUMP_BACKWARD_IF_TRUE): a test of the
/// same place jumps over it.
export function isConditional(code: HostCode, i: number): boolean {
  const { instructions, positions } = code.plain;
  const test = instructions[i - 1]!;
  if ((test & 255) < Opcode.POP_JUMP_IF_FALSE || (test & 255) > Opcode.POP_JUMP_IF_NOT_NONE || test >>> 8 !== i + 1) return false;
  for (let at = 4 * i; at < 4 * i + 4; at++) if (positions[at] !== positions[at - 4]) return false;
  return true;
}

/// The sum of two exact str, the top words of the stack; afterwards the caller drops these and puts the result there. If
/// the local that the next instruction stores into is the left one, it gives its reference up, as CPython does (3.14
/// Python/bytecodes.c BINARY_OP_INPLACE_ADD_UNICODE), and the store gives it the result.
export function addStrings(vm: Vm, frame: Frame): Ptr {
  const s = vm.i32;
  const at = frame.sp - 2;
  const left = untag(s[at]!);
  const local = storedLocal(vm, frame);
  const stores = local !== 0 && untag(s[local]!) === left;
  if (specialize(vm, frame, stores) !== GROWS || !stores) return strConcat(vm, left, untag(s[at + 1]!));
  s[at + 1] = steal(vm, s[at + 1]!);
  const word = s[at]!;
  s[at] = 0;
  close(vm, word);
  const sum = steal(vm, s[local]!);
  s[local] = 0;
  return strConcatInPlace(vm, sum, s[at + 1]!);
}

/// Word of the local that the next instruction stores into; 0: it is no STORE_FAST. 3.11 takes STORE_FAST__LOAD_FAST too.
function storedLocal(vm: Vm, frame: Frame): number {
  const next = frame.code.instructions[frame.ip]!;
  if ((next & 255) === Opcode.STORE_FAST) return frame.base + (next >>> 8);
  return (next & 255) === Opcode.STORE_FAST_LOAD_FAST && vm.profile.specializesTogether ? frame.base + (next >>> 12) : 0;
}

/// What the instruction is now. NOT-CPYTHON: what it ran with before these str does not count, nor does it change again.
function specialize(vm: Vm, frame: Frame, stores: boolean): number {
  const { callSites: sites, warmth } = frame.code;
  const i = frame.ip - 1;
  if (sites[i]! > RAN) return sites[i]!;
  const isDue = vm.profile.specializesTogether ? warmth >= WARM : sites[i] === RAN;
  sites[i] = !isDue ? RAN : stores ? GROWS : ADDS;
  return sites[i]!;
}
