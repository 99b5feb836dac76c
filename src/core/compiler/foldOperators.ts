/// Operators on constants, with the limits within which the compiler computes them ahead of time
/// (CPython 3.14 Python/flowgraph.c eval_const_binop, eval_const_unaryop, const_folding_safe_*).
import type { Operator } from '../syntax/ast';
import type { Const } from './code';
import { Opcode } from './opcodes';
import { asInt, boolConst, intConst } from './constants';
import { concatenate, repeat, subscript } from './foldSequences';

/// How binary operators are written.
export const operatorTexts: Readonly<Record<Operator, string>> = {
  Add: '+', BitAnd: '&', FloorDiv: '//', LShift: '<<', MatMult: '@', Mult: '*', Mod: '%', BitOr: '|', Pow: '**',
  RShift: '>>', Sub: '-', Div: '/', BitXor: '^'
};

const MAX_INT_SIZE = 128;

/// bool(value).
export function isTrue(value: Const): boolean {
  switch (value.type) {
    case 'None':
      return false;
    case 'bool':
      return value.value;
    case 'int':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'complex':
      return value.real !== 0 || value.imag !== 0;
    case 'str':
    case 'bytes':
      return value.value.length > 0;
    case 'tuple':
    case 'frozenset':
      return value.items.length > 0;
    default:
      return true;
  }
}

/// A number as a double; undefined if it is none, or an int too large for one.
function asFloat(value: Const): number | undefined {
  if (value.type === 'float') return value.value;
  const int = asInt(value);
  if (int === undefined) return undefined;
  const float = Number(int);
  return Number.isFinite(float) ? float : undefined;
}

/// int.bit_length().
function bitLength(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
}

/// Python's `//` on ints.
function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
}

/// Python's `%` on floats: the sign is the divisor's.
function floatModulo(left: number, right: number): number {
  const remainder = left % right;
  if (remainder === 0) return right < 0 ? -0 : 0;
  return remainder < 0 !== right < 0 ? remainder + right : remainder;
}

/// A float.
function floatConst(value: number): Const {
  return { type: 'float', value };
}

/// Operators on two ints or bools.
function intOperation(op: string, left: bigint, right: bigint): Const | undefined {
  switch (op) {
    case '+':
      return intConst(left + right);
    case '-':
      return intConst(left - right);
    case '*':
      return left !== 0n && right !== 0n && bitLength(left) + bitLength(right) > MAX_INT_SIZE
        ? undefined
        : intConst(left * right);
    case '/':
      // Only where both are exact doubles is one division correctly rounded.
      return right === 0n || bitLength(left) > 53 || bitLength(right) > 53
        ? undefined
        : floatConst(Number(left) / Number(right));
    case '//':
      return right === 0n ? undefined : intConst(floorDivide(left, right));
    case '%':
      return right === 0n ? undefined : intConst(left - floorDivide(left, right) * right);
    case '**':
      return intPower(left, right);
    case '<<':
      return intShift(left, right);
    case '>>':
      return right < 0n ? undefined : intConst(right > 100_000n ? (left < 0n ? -1n : 0n) : left >> right);
    case '&':
      return intConst(left & right);
    case '|':
      return intConst(left | right);
    case '^':
      return intConst(left ^ right);
    default:
      return undefined;
  }
}

/// `**`, which gives a float for a negative exponent (const_folding_safe_power).
function intPower(left: bigint, right: bigint): Const | undefined {
  if (right < 0n) return left === 0n ? undefined : floatOperation('**', Number(left), Number(right));
  if (left !== 0n && right > 0n && BigInt(bitLength(left)) > BigInt(MAX_INT_SIZE) / right) return undefined;
  return intConst(left ** right);
}

/// `<<` (const_folding_safe_lshift).
function intShift(left: bigint, right: bigint): Const | undefined {
  if (right < 0n) return undefined;
  if (left !== 0n && right !== 0n) {
    if (right > BigInt(MAX_INT_SIZE) || bitLength(left) > MAX_INT_SIZE - Number(right)) return undefined;
    return intConst(left << right);
  }
  return intConst(left);
}

/// Operators on two floats, or an int and a float.
function floatOperation(op: string, left: number, right: number): Const | undefined {
  switch (op) {
    case '+':
      return floatConst(left + right);
    case '-':
      return floatConst(left - right);
    case '*':
      return floatConst(left * right);
    case '/':
      return right === 0 ? undefined : floatConst(left / right);
    case '//':
      return right === 0 ? undefined : floatConst(Math.floor((left - floatModulo(left, right)) / right + 0.5));
    case '%':
      return right === 0 ? undefined : floatConst(floatModulo(left, right));
    case '**': {
      const power = left ** right;
      // Complex results, errors and the cases where JavaScript departs from C are left to run time.
      return Number.isFinite(power) && Number.isFinite(left) && Number.isFinite(right) ? floatConst(power) : undefined;
    }
    default:
      return undefined;
  }
}

/// CPython 3.14 Objects/complexobject.c _Py_c_quot, _Py_rc_quot.
function complexQuotient(a: readonly [number, number], b: readonly [number, number], isComplex: boolean): Const | undefined {
  const [real, imag] = b;
  if (real === 0 && imag === 0) return undefined;
  if (Math.abs(real) >= Math.abs(imag)) {
    const ratio = imag / real;
    const denominator = real + imag * ratio;
    return isComplex
      ? { type: 'complex', real: (a[0] + a[1] * ratio) / denominator, imag: (a[1] - a[0] * ratio) / denominator }
      : { type: 'complex', real: a[0] / denominator, imag: (-a[0] * ratio) / denominator };
  }
  const ratio = real / imag;
  const denominator = real * ratio + imag;
  return isComplex
    ? { type: 'complex', real: (a[0] * ratio + a[1]) / denominator, imag: (a[1] * ratio - a[0]) / denominator }
    : { type: 'complex', real: (a[0] * ratio) / denominator, imag: -a[0] / denominator };
}

/// Operators where one operand is complex.
/// NOT-CPYTHON: `**` of complex numbers is not folded; it is computed when it runs.
function complexOperation(op: string, left: Const, right: Const): Const | undefined {
  const parts = (value: Const): readonly [number, number] | undefined => {
    if (value.type === 'complex') return [value.real, value.imag];
    const float = asFloat(value);
    return float === undefined ? undefined : [float, 0];
  };
  const a = parts(left);
  const b = parts(right);
  if (a === undefined || b === undefined) return undefined;
  // Mixed real and complex operands keep signed zeros apart: only sums and differences are folded for them.
  const mixed = left.type !== 'complex' || right.type !== 'complex';
  switch (op) {
    case '+':
      return { type: 'complex', real: a[0] + b[0], imag: right.type !== 'complex' ? a[1] : left.type !== 'complex' ? b[1] : a[1] + b[1] };
    case '-':
      return { type: 'complex', real: a[0] - b[0], imag: right.type !== 'complex' ? a[1] : left.type !== 'complex' ? -b[1] : a[1] - b[1] };
    case '*':
      if (!mixed) return { type: 'complex', real: a[0] * b[0] - a[1] * b[1], imag: a[0] * b[1] + a[1] * b[0] };
      return left.type === 'complex'
        ? { type: 'complex', real: a[0] * b[0], imag: a[1] * b[0] }
        : { type: 'complex', real: a[0] * b[0], imag: a[0] * b[1] };
    case '/':
      if (right.type === 'complex') return complexQuotient(a, b, left.type === 'complex');
      return b[0] === 0 ? undefined : { type: 'complex', real: a[0] / b[0], imag: a[1] / b[0] };
    default:
      return undefined;
  }
}

/// `left op right`, or undefined where it is an error or too large to fold. `op` as in binaryOperators.
export function foldBinary(op: string, left: Const, right: Const): Const | undefined {
  if (op === '[]') return subscript(left, right);
  if (left.type === 'bool' && right.type === 'bool' && (op === '&' || op === '|' || op === '^')) {
    const value = op === '&' ? left.value && right.value : op === '|' ? left.value || right.value : left.value !== right.value;
    return boolConst(value);
  }
  const leftInt = asInt(left);
  const rightInt = asInt(right);
  if (leftInt !== undefined && rightInt !== undefined) return intOperation(op, leftInt, rightInt);
  if (left.type === 'complex' || right.type === 'complex') return complexOperation(op, left, right);
  const leftFloat = asFloat(left);
  const rightFloat = asFloat(right);
  if (leftFloat !== undefined && rightFloat !== undefined) return floatOperation(op, leftFloat, rightFloat);
  if (op === '+') return concatenate(left, right);
  if (op === '*') return leftInt !== undefined ? repeat(right, leftInt) : rightInt !== undefined ? repeat(left, rightInt) : undefined;
  return undefined;
}

/// The result of UNARY_NEGATIVE, UNARY_INVERT, UNARY_NOT, or of CALL_INTRINSIC_1 as unary plus.
export function foldUnary(opcode: number, operand: Const): Const | undefined {
  if (opcode === Opcode.UNARY_NOT) return boolConst(!isTrue(operand));
  const int = asInt(operand);
  if (int !== undefined) {
    return intConst(opcode === Opcode.UNARY_NEGATIVE ? -int : opcode === Opcode.UNARY_INVERT ? ~int : int);
  }
  if (opcode === Opcode.UNARY_INVERT) return undefined;
  const sign = opcode === Opcode.UNARY_NEGATIVE ? -1 : 1;
  if (operand.type === 'float') return floatConst(sign * operand.value);
  if (operand.type === 'complex') return { type: 'complex', real: sign * operand.real, imag: sign * operand.imag };
  return undefined;
}
