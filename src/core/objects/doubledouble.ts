/// Numbers of about 106 bits, as the sum of two doubles (T. J. Dekker, A floating-point technique for extending the available
/// precision, 1971).
export type Double2 = readonly [hi: number, lo: number];

function quickSum(a: number, b: number): Double2 {
  const sum = a + b;
  return [sum, b - (sum - a)];
}

export function twoSum(a: number, b: number): Double2 {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}

/// Dekker's product: exact for factors below 2^996.
export function twoProduct(a: number, b: number): Double2 {
  const product = a * b;
  const ca = 134217729 * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = 134217729 * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return [product, ah * bh - product + ah * bl + al * bh + al * bl];
}

export function add(a: Double2, b: Double2): Double2 {
  const [sum, error] = twoSum(a[0], b[0]);
  return quickSum(sum, error + a[1] + b[1]);
}

export function multiply(a: Double2, b: Double2): Double2 {
  const [product, error] = twoProduct(a[0], b[0]);
  return quickSum(product, error + a[0] * b[1] + a[1] * b[0]);
}

export function subtract(a: Double2, b: Double2): Double2 {
  return add(a, [-b[0], -b[1]]);
}

export function divide(a: Double2, b: Double2): Double2 {
  const guess = a[0] / b[0];
  const left = subtract(a, multiply(b, [guess, 0]));
  return quickSum(guess, (left[0] + left[1]) / b[0]);
}

export function squareRoot(a: Double2): Double2 {
  const guess = Math.sqrt(a[0]);
  if (guess === 0) return [0, 0];
  const left = subtract(a, twoProduct(guess, guess));
  return quickSum(guess, (left[0] + left[1]) / (2 * guess));
}

/// 1 / n for a whole number.
export function reciprocal(n: number): Double2 {
  const hi = 1 / n;
  const [product, error] = twoProduct(hi, n);
  return [hi, (1 - product - error) / n];
}
