/// math: the neighbours of a float (CPython 3.14 Modules/mathmodule.c math_nextafter, math_ulp).
const words = new BigInt64Array(1);
const doubles = new Float64Array(words.buffer);

/// Floats in order, as integers: neighbours differ by one.
function toOrdinal(x: number): bigint {
  doubles[0] = x;
  return words[0]! >= 0n ? words[0]! : -(words[0]! & 0x7fffffffffffffffn);
}

function fromOrdinal(n: bigint): number {
  words[0] = n >= 0n ? n : BigInt.asIntN(64, -n | (1n << 63n));
  return doubles[0]!;
}

/// The float that many steps from x towards y.
export function nextAfter(x: number, y: number, steps: bigint): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === y) return y;
  const from = toOrdinal(x);
  const to = toOrdinal(y);
  const distance = to > from ? to - from : from - to;
  if (steps >= distance) return y;
  return fromOrdinal(to > from ? from + steps : from - steps);
}

/// Value of the least significant bit.
export function ulp(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size === Infinity) return size;
  const next = nextAfter(size, Infinity, 1n);
  return next === Infinity ? size - nextAfter(size, -Infinity, 1n) : next - size;
}

export function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
  let mantissa = x * 2 ** -exponent;
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2;
    exponent--;
  }
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2;
    exponent++;
  }
  return [mantissa, exponent];
}

/// 2 ** (n / 3) for n from -2 to 2.
const CUBE_ROOTS = [1 / 1.5874010519681994748, 1 / 1.2599210498948731648, 1, 1.2599210498948731648, 1.5874010519681994748];

/// The cube root as the C library of Linux has it up to glibc 2.40 (a polynomial for the mantissa, then one step of Halley's
/// method): a last digit may be off, as in 3.0000000000000004 for 27.
export function cbrt(x: number): number {
  const [m, exponent] = frexp(Math.abs(x));
  if (x === 0 || !Number.isFinite(x)) return x;
  const coefficients = [-0.145263899385486377, 0.784932344976639262, -1.83469277483613086, 2.44693122563534430, -2.11499494167371287, 1.50819193781584896, 0.354895765043919860];
  const u = coefficients.reduce((sum, c) => c + sum * m, 0);
  const cube = u * u * u;
  const y = (u * (cube + 2 * m) / (2 * cube + m)) * CUBE_ROOTS[2 + (exponent % 3)]! * 2 ** Math.trunc(exponent / 3);
  return x < 0 ? -y : y;
}
