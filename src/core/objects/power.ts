/// exp(x), log(x) and pow(x, y) to about 100 bits before they are rounded; the host's may be wrong in the last bit or two.
/// NOT-CPYTHON: rounded correctly, while the C library's are off by one in the last place now and then.
import { add, multiply, reciprocal } from './doubledouble';
import type { Double2 } from './doubledouble';
import { splitDouble } from './float';
import { bitLength } from './int';
import { scaleBy } from './intops';

const LN2: Double2 = [0.6931471805599453, 2.3190468138462996e-17];
const HALVINGS = 9;
const TERMS = 9;

/// e^x as a value and a power of two.
export function exponential(x: Double2): [value: Double2, power: number] {
  const power = Math.round(x[0] / LN2[0]);
  const rest = add(x, multiply(LN2, [-power, 0]));
  const small: Double2 = [rest[0] / 2 ** HALVINGS, rest[1] / 2 ** HALVINGS];
  // e^small - 1 by Horner's rule: small * (1 + small / 2 * (1 + small / 3 * (...))).
  let sum: Double2 = [1, 0];
  for (let n = TERMS; n > 1; n--) sum = add([1, 0], multiply(multiply(small, reciprocal(n)), sum));
  let minusOne = multiply(small, sum);
  // (1 + t)^2 - 1 = 2t + t^2
  for (let i = 0; i < HALVINGS; i++) minusOne = add([2 * minusOne[0], 2 * minusOne[1]], multiply(minusOne, minusOne));
  return [add([1, 0], minusOne), power];
}

/// ln(m * 2^power), by one step of Newton's method from the host's logarithm.
function logarithm(m: number, power: number): Double2 {
  const guess = Math.log(m);
  const [value, scale] = exponential([-guess, 0]);
  const factor = 2 ** scale;
  const quotient = multiply([m, 0], [value[0] * factor, value[1] * factor]);
  const d = add(quotient, [-1, 0]);
  const ln = add([guess, 0], [d[0], d[1] - (d[0] * d[0]) / 2]);
  return add(multiply(LN2, [power, 0]), ln);
}

/// The factor in [0.7, 1.5) and the power of two of a number > 0.
function parts(x: number): [m: number, power: number] {
  let power = Math.round(Math.log2(x));
  // Keeps the factor a normal number; x may be subnormal.
  let m = x;
  if (power < -1000) {
    m *= 2 ** 100;
    power += 100;
    m *= 2 ** -power;
    power -= 100;
  } else {
    m *= 2 ** (-power / 2 | 0) * 2 ** (-power - (-power / 2 | 0));
  }
  return [m, power];
}

function scaled(value: number, scale: number): number {
  const half = Math.trunc(scale / 2);
  return value * 2 ** half * 2 ** (scale - half);
}

/// Overflow, and results with fewer bits than usual, are left to the host.
const isUsual = (rough: number): boolean => Number.isFinite(rough) && rough >= 1e-307;

export function exp(x: number): number {
  const rough = Math.exp(x);
  if (!isUsual(rough)) return rough;
  const [value, scale] = exponential([x, 0]);
  return scaled(value[0], scale);
}

export function exp2(x: number): number {
  const rough = 2 ** x;
  if (!isUsual(rough) || Number.isInteger(x)) return rough;
  const [value, scale] = exponential(multiply(LN2, [x, 0]));
  return scaled(value[0], scale);
}

export function log(x: number): number {
  return x > 0 && x < Infinity && x !== 1 ? logarithm(...parts(x))[0] : Math.log(x);
}

/// As the C library puts it together (fdlibm e_log10.c), whose steps round.
export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return Math.log10(x);
  const [m, power] = parts(x);
  // The factor is from 1 on, for numbers below 1 from 0.5 on.
  const [factor, exponent] = m < 1 ? [2 * m, power - 1] : [m, power];
  const up = exponent < 0 ? 1 : 0;
  const y = exponent + up;
  return y * 3.69423907715893078616e-13 + 0.4342944819032518 * log(factor / (up + 1)) + y * 0.30102999566361177;
}

/// x ** y by multiplication of integers if y is whole and they stay below 2^1023: ties are possible then, and
/// only then.
function wholePower(x: number, y: number): number | undefined {
  if (!Number.isInteger(y) || y < 0 || y > 1023) return undefined;
  let [mantissa, exponent] = splitDouble(x);
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  if (bitLength(mantissa) * y > 1023) return undefined;
  return scaleBy(Number(mantissa ** BigInt(y)), exponent * y);
}

/// x ** y for finite x > 0 and finite y.
function positivePower(x: number, y: number): number {
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  const rough = Math.pow(x, y);
  if (!isUsual(rough) || Math.abs(y) > 1e15) return rough;
  const exact = wholePower(x, y);
  if (exact !== undefined) return exact;
  const [value, scale] = exponential(multiply(logarithm(...parts(x)), [y, 0]));
  return scaled(value[0], scale);
}

/// As C's pow(): NaN for a root of a negative number.
export function pow(x: number, y: number): number {
  // C says 1 where JS says NaN.
  if (y === 0 || x === 1 || (x === -1 && !Number.isFinite(y) && !Number.isNaN(y))) return 1;
  if (x === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return Math.pow(x, y);
  if (x > 0) return positivePower(x, y);
  if (!Number.isInteger(y)) return NaN;
  return Math.abs(y) % 2 === 1 ? -positivePower(-x, y) : positivePower(-x, y);
}
