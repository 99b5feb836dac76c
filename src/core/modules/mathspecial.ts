/// Functions that JS has not, or puts together from others that round (CPython 3.14 Modules/mathmodule.c m_tgamma, m_lgamma;
/// the C library's hyperbolic functions).
import { add, divide, multiply, subtract, twoProduct } from '../objects/doubledouble';
import type { Double2 } from '../objects/doubledouble';
import { exp, exponential, log, pow } from '../objects/power';
import { cos, sin } from '../objects/trigonometry';

const LN2 = 0.6931471805599453;

export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size < 22 || size > 700) return Math.sinh(x);
  return Math.sign(x) * (exp(size) / 2);
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < LN2 / 2) {
    const t = Math.expm1(size);
    return 1 + (t * t) / (2 * (1 + t));
  }
  if (size > 700) return Math.cosh(x);
  const t = exp(size);
  return size > 22 ? t / 2 : t / 2 + 0.5 / t;
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -28 || !Number.isFinite(x)) return x;
  const far = size > 2 ** 28 ? log(size) + LN2 : size > 2 ? log(2 * size + 1 / (Math.sqrt(x * x + 1) + size)) : undefined;
  return Math.sign(x) * (far ?? Math.log1p(size + (x * x) / (1 + Math.sqrt(1 + x * x))));
}

export function acosh(x: number): number {
  if (!(x > 1 && x < Infinity)) return Math.acosh(x);
  if (x > 2 ** 28) return log(x) + LN2;
  const t = x - 1;
  return x > 2 ? log(2 * x - 1 / (x + Math.sqrt(x * x - 1))) : Math.log1p(t + Math.sqrt(2 * t + t * t));
}

// --- gamma ------------------------------------------------------------------------------------------------------

/// Lanczos' approximation for 13 terms.
const G = 6.024680040776729583740234375;
const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216, 248874557.86205417,
  31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936, 2.5066282746310002
];
const DENOMINATOR = [0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1];
const LARGEST_FACTORIAL = 23;

/// Goes from the end of the terms that keeps numbers small.
function lanczos(x: number): number {
  const sum = (terms: readonly number[]): number =>
    (x < 5 ? terms.reduceRight((total, term) => total * x + term, 0) : terms.reduce((total, term) => total / x + term, 0));
  return sum(NUMERATOR) / sum(DENOMINATOR);
}

/// sin(pi x) for x > 0.
function sinPi(x: number): number {
  const y = x % 2;
  switch (Math.round(2 * y)) {
    case 0:
      return sin(Math.PI * y);
    case 1:
      return cos(Math.PI * (y - 0.5));
    case 2:
      return sin(Math.PI * (1 - y));
    case 3:
      return -cos(Math.PI * (y - 1.5));
    default:
      return sin(Math.PI * (y - 2));
  }
}

export function gamma(x: number): number {
  if (!Number.isFinite(x) || x === 0) return x === Infinity ? x : NaN;
  if (Number.isInteger(x) && x < 0) return NaN;
  if (Number.isInteger(x) && x <= LARGEST_FACTORIAL) {
    let product = 1;
    for (let i = 2; i < x; i++) product *= i;
    return product;
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x > 0 ? Infinity : 0 / -sinPi(size);
  const y = size + (G - 0.5);
  // What y lost when it was rounded.
  const lost = ((size > G - 0.5 ? y - size - (G - 0.5) : y - (G - 0.5) - size) * G) / y;
  const root = size < 140 ? pow(y, size - 0.5) : pow(y, size / 2 - 0.25);
  const corrected = (r: number): number => (x < 0 ? r - lost * r : r + lost * r);
  const times = (r: number): number => (x < 0 ? r / root : r * root);
  const first = times(corrected(x < 0 ? ((-Math.PI / sinPi(size) / size) * exp(y)) / lanczos(size) : lanczos(size) / exp(y)));
  return size < 140 ? first : times(first);
}

/// ln|gamma(x)|.
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? NaN : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  const right = log(lanczos(size)) - G + (size - 0.5) * (log(size + G - 0.5) - 1);
  return x > 0 ? right : 1.1447298858494002 - log(Math.abs(sinPi(size))) - log(size) - right;
}

// --- error function -------------------------------------------------------------------------------------------------

const ROOT_OF_PI: Double2 = [1.772453850905516, -7.666586499825799e-17];

/// e^(-x * x)
function bell(x: number): Double2 {
  const [high, low] = twoProduct(x, x);
  const [value, power] = exponential([-high, -low]);
  return [value[0] * 2 ** power, value[1] * 2 ** power];
}

/// By the series whose terms are all positive.
function errorOf(x: number): Double2 {
  const square = twoProduct(x, x);
  let term: Double2 = [1, 0];
  let sum = term;
  for (let n = 1; term[0] > 1e-33 * sum[0]; n++) {
    term = divide(multiply(multiply(term, square), [2, 0]), [2 * n + 1, 0]);
    sum = add(sum, term);
  }
  return divide(multiply(multiply(bell(x), sum), [2 * x, 0]), ROOT_OF_PI);
}

export function erf(x: number): number {
  return Math.abs(x) < 6 && x !== 0 ? errorOf(x)[0] : Number.isNaN(x) || x === 0 ? x : Math.sign(x);
}

export function erfc(x: number): number {
  if (x < 5 && x > -6) return subtract([1, 0], errorOf(x))[0];
  if (!(x > 0)) return Number.isNaN(x) ? x : 2;
  if (x > 27.3) return 0;
  // A continued fraction.
  let fraction: Double2 = [0, 0];
  for (let n = 60; n > 0; n--) fraction = divide([n / 2, 0], add([x, 0], fraction));
  return divide(bell(x), multiply(ROOT_OF_PI, add([x, 0], fraction)))[0];
}
