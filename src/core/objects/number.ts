/// Operators on any objects (Objects/abstract.c binary_op1, binary_iop1 and what falls back to sequences).
import type { Ptr } from '../memory/ram';
import { floatValue, newFloat } from './float';
import { ssizeNumber } from './ssize';
import type { Interp } from './interp';
import { nativeOf } from './methodobject';
import { callSpecialMaybe } from './special';
import type { BinarySlot, SlotName, TernarySlot } from './typeobject';

/// The slot and the symbol of each BINARY_OP argument, in CPython's numbering (Include/opcode.h NB_ADD ...).
const BINARY_OPS: readonly (readonly [slot: SlotName, inplace: SlotName | '', symbol: string])[] = [
  ['nbAdd', '', '+'], ['nbAnd', '', '&'], ['nbFloorDivide', '', '//'], ['nbLshift', '', '<<'],
  ['nbMatrixMultiply', '', '@'], ['nbMultiply', '', '*'], ['nbRemainder', '', '%'], ['nbOr', '', '|'],
  ['nbPower', '', '** or pow()'], ['nbRshift', '', '>>'], ['nbSubtract', '', '-'], ['nbTrueDivide', '', '/'], ['nbXor', '', '^'],
  ['nbAdd', 'nbInplaceAdd', '+='], ['nbAnd', 'nbInplaceAnd', '&='], ['nbFloorDivide', 'nbInplaceFloorDivide', '//='],
  ['nbLshift', 'nbInplaceLshift', '<<='], ['nbMatrixMultiply', 'nbInplaceMatrixMultiply', '@='],
  ['nbMultiply', 'nbInplaceMultiply', '*='], ['nbRemainder', 'nbInplaceRemainder', '%='], ['nbOr', 'nbInplaceOr', '|='],
  ['nbPower', 'nbInplacePower', '**='], ['nbRshift', 'nbInplaceRshift', '>>='], ['nbSubtract', 'nbInplaceSubtract', '-='],
  ['nbTrueDivide', 'nbInplaceTrueDivide', '/='], ['nbXor', 'nbInplaceXor', '^=']
];

/// The operators by their BINARY_OP argument.
export const NB = { ADD: 0, MULTIPLY: 5, REMAINDER: 6, POWER: 8, SUBTRACT: 10, INPLACE_ADD: 13, INPLACE_MULTIPLY: 18, INPLACE_POWER: 21, INPLACE_SUBTRACT: 23 } as const;

/// Tries the operands' slots; NotImplemented if neither can.
function binaryOp1(it: Interp, v: Ptr, w: Ptr, slot: SlotName): Ptr {
  const vType = it.typeOf(v);
  const wType = it.typeOf(w);
  const slotV = vType.slots[slot] as BinarySlot | undefined;
  let slotW = vType === wType ? undefined : wType.slots[slot] as BinarySlot | undefined;
  if (slotW === slotV) slotW = undefined;
  if (slotV !== undefined) {
    if (slotW !== undefined && wType.isSubtypeOf(vType)) {
      const result = applyBinary(it, slotW, slot, v, w);
      if (result !== it.singletons.notImplemented) return result;
      slotW = undefined;
    }
    const result = applyBinary(it, slotV, slot, v, w);
    if (result !== it.singletons.notImplemented) return result;
  }
  return slotW === undefined ? it.singletons.notImplemented : applyBinary(it, slotW, slot, v, w);
}

function applyBinary(it: Interp, fn: BinarySlot, slot: SlotName, v: Ptr, w: Ptr): Ptr {
  return slot === 'nbPower' ? (fn as TernarySlot)(it, v, w, it.singletons.none) : fn(it, v, w);
}

/// The result of the commonest operators on two floats; 0 if the general way must be taken (CPython 3.14
/// BINARY_OP_ADD_FLOAT and its like).
function binaryFloats(it: Interp, op: number, v: Ptr, w: Ptr): Ptr {
  const a = floatValue(it, v);
  const b = floatValue(it, w);
  switch (op) {
    case 0: case 13: return newFloat(it, a + b);
    case 10: case 23: return newFloat(it, a - b);
    case 5: case 18: return newFloat(it, a * b);
    case 11: case 24: return b === 0 ? 0 : newFloat(it, a / b);
    default: return 0;
  }
}

/// `v op w` for a BINARY_OP argument, in place or not.
export function binaryOp(it: Interp, op: number, v: Ptr, w: Ptr): Ptr {
  const float = it.types.float.index;
  if (it.i32[v + 3] === float && it.i32[w + 3] === float) {
    const result = binaryFloats(it, op, v, w);
    if (result !== 0) return result;
  }
  const [slot, inplace] = BINARY_OPS[op]!;
  const notImplemented = it.singletons.notImplemented;
  if (inplace !== '') {
    const slotI = it.typeOf(v).slots[inplace] as BinarySlot | undefined;
    if (slotI !== undefined) {
      const result = applyBinary(it, slotI, slot, v, w);
      if (result !== notImplemented) return result;
    }
  }
  const result = binaryOp1(it, v, w, slot);
  return result === notImplemented ? sequenceOp(it, op, v, w) : result;
}

/// `print >> file` was a statement once.
function isPrint(it: Interp, p: Ptr): boolean {
  return it.typeOf(p) === it.types.builtin_function_or_method && nativeOf(it, p).name === 'print';
}

/// What operators are for sequences; TypeError if the operands are none.
function sequenceOp(it: Interp, op: number, v: Ptr, w: Ptr): Ptr {
  const [slot, inplace, symbol] = BINARY_OPS[op]!;
  if (slot === 'nbAdd') {
    const slots = it.typeOf(v).slots;
    const concat = (inplace !== '' && slots.sqInplaceConcat) || slots.sqConcat;
    if (concat) return concat(it, v, w);
  } else if (slot === 'nbMultiply') {
    const left = it.typeOf(v).slots;
    const repeat = (inplace !== '' && left.sqInplaceRepeat) || left.sqRepeat;
    if (repeat) return repeat(it, v, repeatCount(it, w));
    const reflected = it.typeOf(w).slots.sqRepeat;
    if (reflected) return reflected(it, w, repeatCount(it, v));
  }
  const hint = symbol === '>>' && isPrint(it, v) ? '. Did you mean "print(<message>, file=<output_stream>)"?' : '';
  it.typeError(`unsupported operand type(s) for ${symbol}: '${it.typeOf(v).name}' and '${it.typeOf(w).name}'${hint}`);
}

/// The rest of `v op w` when the method of `v`, which is not of `w`'s type or below, gave NotImplemented.
export function finishBinary(it: Interp, op: number, v: Ptr, w: Ptr): Ptr {
  const { slot, name } = binaryNames(op);
  const fn = it.typeOf(w).slots[slot] as BinarySlot | undefined;
  let result = it.singletons.notImplemented;
  if (fn !== undefined && it.typeOf(v) !== it.typeOf(w)) {
    result = fn === it.typeOf(v).slots[slot] ? callSpecialMaybe(it, w, name.replace('__', '__r'), [v]) : applyBinary(it, fn, slot, v, w);
  }
  return result === it.singletons.notImplemented ? sequenceOp(it, op, v, w) : result;
}

/// The special method of a BINARY_OP argument, not in place, and the slots.
export function binaryNames(op: number): { name: string; slot: SlotName; inplace: SlotName | '' } {
  const [slot, inplace] = BINARY_OPS[op]!;
  return { name: METHOD_NAMES[op % NB.INPLACE_ADD]!, slot, inplace };
}

const METHOD_NAMES = ['add', 'and', 'floordiv', 'lshift', 'matmul', 'mul', 'mod', 'or', 'pow', 'rshift', 'sub', 'truediv', 'xor'].map(stem => `__${stem}__`);

function repeatCount(it: Interp, n: Ptr): number {
  if (it.typeOf(n).slots.nbIndex === undefined) it.typeError(`can't multiply sequence by non-int of type '${it.typeOf(n).name}'`);
  return ssizeNumber(it, n);
}

export function divmod(it: Interp, v: Ptr, w: Ptr): Ptr {
  const result = binaryOp1(it, v, w, 'nbDivmod');
  if (result !== it.singletons.notImplemented) return result;
  it.typeError(`unsupported operand type(s) for divmod(): '${it.typeOf(v).name}' and '${it.typeOf(w).name}'`);
}

/// pow(v, w, z) with three arguments (CPython 3.14 Objects/abstract.c ternary_op): each slot is asked once, that of a subclass first.
export function power(it: Interp, v: Ptr, w: Ptr, z: Ptr): Ptr {
  if (z === it.singletons.none) return binaryOp(it, NB.POWER, v, w);
  const [left, right, third] = [v, w, z].map(p => it.typeOf(p).slots.nbPower);
  const first = right !== left && it.typeOf(w).isSubtypeOf(it.typeOf(v)) ? right : left;
  for (const slot of new Set([first, left, right, third])) {
    const result = slot?.(it, v, w, z);
    if (result !== undefined && result !== it.singletons.notImplemented) return result;
  }
  it.typeError(`unsupported operand type(s) for ** or pow(): '${it.typeOf(v).name}', '${it.typeOf(w).name}', '${it.typeOf(z).name}'`);
}

const UNARY_WORDS = { nbNegative: 'unary -', nbPositive: 'unary +', nbInvert: 'unary ~', nbAbsolute: 'abs()' } as const;

export function unaryOp(it: Interp, slot: keyof typeof UNARY_WORDS, p: Ptr): Ptr {
  const fn = it.typeOf(p).slots[slot];
  if (fn === undefined) it.typeError(`bad operand type for ${UNARY_WORDS[slot]}: '${it.typeOf(p).name}'`);
  return fn(it, p);
}
