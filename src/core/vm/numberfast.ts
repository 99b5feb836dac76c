/// BINARY_OP and COMPARE_OP on two compact ints or two floats (CPython 3.14 BINARY_OP_ADD_INT, COMPARE_OP_INT and their like).
import type { Ptr } from '../memory/ram';
import { newFloat } from '../objects/float';
import { MAX_SAFE, freeCompactInt, isDigit, newInt, newIntOf } from '../objects/int';
import { differenceDigits, productDigits, sumDigits } from '../objects/intdigits';
import { CompareOp } from '../objects/typeobject';
import { BORROWED, untag } from './frame';
import type { Frame } from './frame';
import { specialize } from './specialization';
import { close, closeOperands, closePair } from './stackref';
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

/// BINARY_OP on two exact floats, the words on top of the stack: drops these and returns the result, a new reference; 0 if the
/// general way must be taken, for which they stay. Where the result lies depends on whether the instruction is specialized.
export function computeFloats(vm: Vm, frame: Frame, op: number): Ptr {
  const { f64, i32 } = vm;
  const at = frame.sp - 2;
  const left = i32[at]!;
  const right = i32[at + 1]!;
  const a = f64[(untag(left) + 4) >> 1]!;
  const b = f64[(untag(right) + 4) >> 1]!;
  switch (op) {
    case 0: case 13: return sumOfFloats(vm, frame, a + b, left, right);
    case 10: case 23: return sumOfFloats(vm, frame, a - b, left, right);
    case 5: case 18: return sumOfFloats(vm, frame, a * b, left, right);
    case 11: case 24: return b === 0 ? 0 : newResult(vm, a / b, left, right);
    default: return 0;
  }
}

/// The result of `+`, `-` or `*`, for which there are specialized instructions (BINARY_OP_ADD_FLOAT).
function sumOfFloats(vm: Vm, frame: Frame, value: number, left: number, right: number): Ptr {
  const { float } = vm.types;
  if (specialize(vm, frame, float.ptr) !== float.ptr) return newResult(vm, value, left, right);
  switch (vm.profile.specializedFloats) {
    case 'made first': return newResult(vm, value, right, left);
    case 'made in an operand': {
      const kept = isOnlyHere(vm, left) ? left : isOnlyHere(vm, right) ? right : 0;
      if (kept === 0) return newResult(vm, value, right, left);
      vm.f64[(kept + 4) >> 1] = value;
      if (vm.recording) vm.touch(kept);
      close(vm, kept === left ? right : left);
      return kept;
    }
    case 'made last': {
      const at = frame.sp - 2;
      vm.i32[at] = 0;
      vm.i32[at + 1] = 0;
      close(vm, left);
      close(vm, right);
      return newFloat(vm, value);
    }
  }
}

function newResult(vm: Vm, value: number, first: number, second: number): Ptr {
  const result = newFloat(vm, value);
  close(vm, first);
  close(vm, second);
  return result;
}

/// Whether the word of the stack is the only reference to its object.
const isOnlyHere = ({ i32 }: Vm, word: number): boolean => (word & BORROWED) === 0 && i32[word] === 1;

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

/// Drops the operands of a BINARY_OP on two compact ints; a specialized one drops the right one first (BINARY_OP_ADD_INT).
export function closeInts(vm: Vm, frame: Frame, op: number, left: number, right: number): void {
  if ((isSum(op) || (vm.profile.extendsBinaryOps && isBitwise(op) && areOneDigit(vm, left, right))) && isSpecializedToInt(vm, frame)) {
    closeInt(vm, right);
    closeInt(vm, left);
  } else {
    closeInt(vm, left);
    closeInt(vm, right);
  }
}

/// The same for a BINARY_OP of any kind; both words are off the stack.
export function closeBinary(vm: Vm, frame: Frame, op: number, left: number, right: number): void {
  const { int } = vm.types;
  const areInts = isSum(op) && vm.typeOf(untag(left)) === int && vm.typeOf(untag(right)) === int;
  if (areInts && isSpecializedToInt(vm, frame)) closePair(vm, right, left);
  else closePair(vm, left, right);
}

/// Whether the operation is `+`, `-` or `*`, in place or not.
export const isSum = (op: number): boolean => op === 0 || op === 13 || op === 10 || op === 23 || op === 5 || op === 18;

const isSpecializedToInt = (vm: Vm, frame: Frame): boolean => specialize(vm, frame, vm.types.int.ptr) === vm.types.int.ptr;

/// Whether the operation is `&`, `|` or `^`, in place or not.
export const isBitwise = (op: number): boolean => op === 1 || op === 14 || op === 7 || op === 20 || op === 12 || op === 25;

/// Whether both compact ints are compact in CPython too.
const areOneDigit = ({ f64 }: Vm, left: number, right: number): boolean =>
  isDigit(f64[(untag(left) + 6) >> 1]!) && isDigit(f64[(untag(right) + 6) >> 1]!);

/// Drops the operands of a COMPARE_OP on two compact ints (COMPARE_OP_INT).
export function closeComparedInts(vm: Vm, frame: Frame, left: number, right: number): void {
  if (vm.profile.dropsOperandsInReverse && !(areOneDigit(vm, left, right) && isSpecializedToInt(vm, frame))) {
    closeInt(vm, right);
    closeInt(vm, left);
  } else {
    closeInt(vm, left);
    closeInt(vm, right);
  }
}

/// Drops the operands of any COMPARE_OP: the left one first if it is specialized (COMPARE_OP_FLOAT, COMPARE_OP_STR), else in the
/// version's order.
export function closeCompared(vm: Vm, frame: Frame, op: number, left: number, right: number): void {
  if (vm.profile.dropsOperandsInReverse && isSpecializedComparison(vm, frame, op, untag(left), untag(right))) closePair(vm, left, right);
  else closeOperands(vm, left, right);
}

function isSpecializedComparison(vm: Vm, frame: Frame, op: number, left: Ptr, right: Ptr): boolean {
  const { float, str } = vm.types;
  const type = vm.typeOf(left);
  if (type !== vm.typeOf(right) || (type !== float && (type !== str || (op !== CompareOp.EQ && op !== CompareOp.NE)))) return false;
  return specialize(vm, frame, type.ptr) === type.ptr;
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
