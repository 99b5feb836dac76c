/// pow(x, y) to about 100 bits before it is rounded; Math.pow may be wrong in the last bit or two.
/// NOT-CPYTHON: rounded correctly, while the C library's pow is off by one in the last place now and then.
import { splitDouble } from './float';
import { scaleBy } from './intops';

type Double2 = readonly [hi: number, lo: number];

function quickSum(a: number, b: number): Double2 {
  const sum = a + b;
  return [sum, b - (sum - a)];
}

function twoSum(a: number, b: number): Double2 {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}

/// Dekker's product: exact for factors below 2^996.
function twoProduct(a: number, b: number): Double2 {
  const product = a * b;
  const ca = 134217729 * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = 134217729 * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return [product, ah * bh - product + ah * bl + al * bh + al * bl];
}

function add(a: Double2, b: Double2): Double2 {
  const [sum, error] = twoSum(a[0], b[0]);
  return quickSum(sum, error + a[1] + b[1]);
}

function multiply(a: Double2, b: Double2): Double2 {
  const [product, error] = twoProduct(a[0], b[0]);
  return quickSum(product, error + a[0] * b[1] + a[1] * b[0]);
}

const LN2: Double2 = [0.6931471805599453, 2.3190468138462996e-17];
const HALVINGS = 9;
const TERMS = 9;

/// e^x as a value and a power of two.
function exponential(x: Double2): [value: Double2, power: number] {
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

function reciprocal(n: number): Double2 {
  const hi = 1 / n;
  const [product, error] = twoProduct(hi, n);
  return [hi, (1 - product - error) / n];
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

/// x ** y by multiplication of integers if y is whole and they stay below 2^1023: ties are possible then, and
/// only then.
function wholePower(x: number, y: number): number | undefined {
  if (!Number.isInteger(y) || y < 0 || y > 1023) return undefined;
  let [mantissa, exponent] = splitDouble(x);
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  if (mantissa.toString(2).length * y > 1023) return undefined;
  return scaleBy(Number(mantissa ** BigInt(y)), exponent * y);
}

/// x ** y for finite x > 0 and finite y.
export function positivePower(x: number, y: number): number {
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  const rough = Math.pow(x, y);
  // Overflow, and results with fewer bits than usual, are left to the host.
  if (!Number.isFinite(rough) || rough < 1e-307 || Math.abs(y) > 1e15) return rough;
  const exact = wholePower(x, y);
  if (exact !== undefined) return exact;
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
  const [value, scale] = exponential(multiply(logarithm(m, power), [y, 0]));
  const half = Math.trunc(scale / 2);
  return value[0] * 2 ** half * 2 ** (scale - half);
}
