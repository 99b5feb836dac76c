/// Sines, angles and lengths to about 100 bits before they are rounded; the host's may be wrong in the last bit.
/// NOT-CPYTHON: rounded correctly, while the C library's are off by one in the last place now and then.
import { add, divide, multiply, reciprocal, squareRoot, subtract, twoProduct } from './doubledouble';
import type { Double2 } from './doubledouble';

/// pi / 2 in three parts.
const QUARTER = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591833e-33] as const;
/// Above it the parts of pi do not suffice, below the inverse of it a function is as good as its argument.
const LARGE = 1e5;
const SMALL = 1e-8;
const TERMS = 14;

/// Sums 1 - x2 / (n (n + 1)) (1 - x2 / ((n + 2) (n + 3)) (...)).
function series(x2: Double2, first: number): Double2 {
  let sum: Double2 = [1, 0];
  for (let n = first + 2 * (TERMS - 1); n >= first; n -= 2) sum = subtract([1, 0], multiply(multiply(x2, reciprocal(n * (n + 1))), sum));
  return sum;
}

/// Of an angle below LARGE.
function sineAndCosine(x: number): [sine: Double2, cosine: Double2] {
  const turns = Math.round(x / QUARTER[0]);
  let rest: Double2 = [x, 0];
  for (const part of QUARTER) rest = subtract(rest, twoProduct(part, turns));
  const square = multiply(rest, rest);
  const sine = multiply(rest, series(square, 2));
  const cosine = series(square, 1);
  const minus = (a: Double2): Double2 => [-a[0], -a[1]];
  switch (turns & 3) {
    case 0:
      return [sine, cosine];
    case 1:
      return [cosine, minus(sine)];
    case 2:
      return [minus(sine), minus(cosine)];
    default:
      return [minus(cosine), sine];
  }
}

const isPlain = (x: number): boolean => Math.abs(x) < LARGE && Math.abs(x) > SMALL;

export const sin = (x: number): number => (isPlain(x) ? sineAndCosine(x)[0][0] : Math.sin(x));
export const cos = (x: number): number => (isPlain(x) ? sineAndCosine(x)[1][0] : Math.cos(x));
export const tan = (x: number): number => (isPlain(x) ? divide(...sineAndCosine(x))[0] : Math.tan(x));

/// The host's angle, and what it lacks.
function angle(y: Double2, x: Double2): number {
  const guess = Math.atan2(y[0], x[0]);
  const [sine, cosine] = sineAndCosine(guess);
  const off = divide(subtract(multiply(y, cosine), multiply(x, sine)), add(multiply(x, cosine), multiply(y, sine)));
  return add([guess, 0], off)[0];
}

export function atan2(y: number, x: number): number {
  const guess = Math.atan2(y, x);
  const usual = [x, y].every(n => Math.abs(n) > 1e-150 && Math.abs(n) < 1e150);
  if (!usual || !isPlain(guess)) return Math.abs(guess) <= SMALL && x > 0 && usual ? y / x : guess;
  return angle([y, 0], [x, 0]);
}

export const atan = (x: number): number => (x === 0 ? x : atan2(x, 1));

/// The root of 1 - x * x.
const across = (x: number): Double2 => squareRoot(subtract([1, 0], twoProduct(x, x)));

export const asin = (x: number): number => (Math.abs(x) < 1 && Math.abs(x) > SMALL ? angle([x, 0], across(x)) : Math.asin(x));
export const acos = (x: number): number => (Math.abs(x) < 1 ? angle(across(x), [x, 0]) : Math.acos(x));

export function hypot(...sides: readonly number[]): number {
  const longest = Math.max(0, ...sides.map(Math.abs));
  if (!(longest > 0 && longest < Infinity)) return Math.hypot(...sides);
  // A power of two, so that squares neither overflow nor vanish.
  const scale = 2 ** Math.max(-1000, Math.min(1000, Math.floor(Math.log2(longest))));
  const square = sides.map(side => twoProduct(side / scale, side / scale)).reduce(add);
  return squareRoot(square)[0] * scale;
}
