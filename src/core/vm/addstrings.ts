/// `s += t` of two str in a function: the local's str grows where it lies.
import { Opcode } from '../compiler/opcodes';
import type { Ptr } from '../memory/ram';
import { strConcat, strConcatInPlace } from '../objects/str';
import type { Frame } from './frame';
import { untag } from './frame';
import { specialize } from './specialization';
import { close, steal } from './stackref';
import type { Vm } from './vm';

/// What a BINARY_OP that adds str is specialized to.
const GROWS = 2;
const ADDS = 3;

/// The sum of two exact str, the top words of the stack; afterwards the caller drops these and puts the result there. If
/// the local that the next instruction stores into is the left one, it gives its reference up, as CPython does (3.14
/// Python/bytecodes.c BINARY_OP_INPLACE_ADD_UNICODE), and the store gives it the result.
export function addStrings(vm: Vm, frame: Frame): Ptr {
  const s = vm.i32;
  const at = frame.sp - 2;
  const left = untag(s[at]!);
  const local = storedLocal(vm, frame);
  const stores = local !== 0 && untag(s[local]!) === left;
  if (specialize(vm, frame, stores ? GROWS : ADDS) !== GROWS || !stores) return strConcat(vm, left, untag(s[at + 1]!));
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
