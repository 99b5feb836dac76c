/// BINARY_OP and COMPARE_OP on two compact ints or two floats (CPython 3.14 BINARY_OP_ADD_INT, COMPARE_OP_INT and their like).
import type { Ptr } from '../memory/ram';
import { newFloat } from '../objects/float';
import { MAX_SAFE, freeCompactInt, isDigit, newInt, newIntOf } from '../objects/int';
import { differenceDigits, productDigits, sumDigits } from '../objects/intdigits';
import type { Vm } from './vm';

/// Result of a BINARY_OP on two compact ints as a new reference; 0 if the general way must be taken: for `//`, `%` and `&` unless
/// the operands are of a digit each.
export function binaryInts(vm: Vm, op: number, left: Ptr, right: Ptr): Ptr {
  const { f64 } = vm;
  const a = f64[(left + 6) >> 1]!;
  const b = f64[(right + 6) >> 1]!;
  const inWords = isDigit(a) && isDigit(b);
  if (!inWords) return wideInts(vm, op, a, b);
  let value: number;
  switch (op) {
    case 0: case 13: value = a + b; break;
    case 10: case 23: value = a - b; break;
    case 5: case 18: value = a * b; break;
    case 6: case 19:
      if (a < 0 || b <= 0) return 0;
      value = (a | 0) % (b | 0);
      break;
    case 2: case 15:
      if (a < 0 || b <= 0) return 0;
      value = (a - a % b) / b;
      break;
    case 1: case 14: value = a & b; break;
    default: return 0;
  }
  // + 0 turns -0 into 0.
  return value <= MAX_SAFE && value >= -MAX_SAFE ? newInt(vm, value + 0) : 0;
}

/// The same if one of the values has two digits: the block is made for the digits that the result might have.
export function wideInts(vm: Vm, op: number, a: number, b: number): Ptr {
  switch (op) {
    case 0: case 13: return wide(vm, a + b, sumDigits(a, b));
    case 10: case 23: return wide(vm, a - b, differenceDigits(a, b));
    case 5: case 18: return wide(vm, a * b + 0, productDigits(a, b));
    default: return 0;
  }
}

const wide = (vm: Vm, value: number, digits: number): Ptr => (value <= MAX_SAFE && value >= -MAX_SAFE ? newIntOf(vm, value, digits) : 0);

/// The same for two exact floats.
export function binaryFloats(vm: Vm, op: number, left: Ptr, right: Ptr): Ptr {
  const { f64 } = vm;
  const a = f64[(left + 4) >> 1]!;
  const b = f64[(right + 4) >> 1]!;
  switch (op) {
    case 0: case 13: return newFloat(vm, a + b);
    case 10: case 23: return newFloat(vm, a - b);
    case 5: case 18: return newFloat(vm, a * b);
    case 11: case 24: return b === 0 ? 0 : newFloat(vm, a / b);
    default: return 0;
  }
}

/// Whether `left op right` for two compact ints; `op` as in richCompare.
export function compareInts(vm: Vm, op: number, left: Ptr, right: Ptr): boolean {
  const { f64 } = vm;
  const a = f64[(left + 6) >> 1]!;
  const b = f64[(right + 6) >> 1]!;
  switch (op) {
    case 0: return a < b;
    case 1: return a <= b;
    case 2: return a === b;
    case 3: return a !== b;
    case 4: return a > b;
    default: return a >= b;
  }
}

/// Drops a stack word that is a compact int or borrows it: runs no guest code, so the order does not matter.
export function closeInt(vm: Vm, word: number): void {
  if ((word & 1) !== 0) return;
  const { i32 } = vm;
  const count = i32[word]!;
  if (count > 1) {
    i32[word] = count - 1;
    if (vm.recording) vm.touch(word);
  } else if (count === 1) {
    i32[word] = 0;
    freeCompactInt(vm, word);
  }
}
