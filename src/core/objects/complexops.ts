/// Arithmetic on complex values. CPython 3.14 Objects/complexobject.c
import type { Complex } from './complex';
import type { Interp } from './interp';
import { exp, log, pow } from './power';
import { atan2, cos, hypot, sin } from './trigonometry';

export const complexProduct = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];

/// Smith's method (_Py_c_quot).
export function complexQuotient(it: Interp, [a, b]: Complex, [c, d]: Complex): Complex {
  if (c === 0 && d === 0) it.raise(it.types.ZeroDivisionError, it.profile.scalars.complexDivide);
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const divisor = c + d * ratio;
    return [(a + b * ratio) / divisor, (b - a * ratio) / divisor];
  }
  const ratio = c / d;
  const divisor = c * ratio + d;
  return [(a * ratio + b) / divisor, (b * ratio - a) / divisor];
}

/// A real number by a complex one (_Py_rc_quot).
export function realQuotient(it: Interp, a: number, [c, d]: Complex): Complex {
  if (c === 0 && d === 0) it.raise(it.types.ZeroDivisionError, it.profile.scalars.complexDivide);
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const divisor = c + d * ratio;
    return [a / divisor, (-a * ratio) / divisor];
  }
  const ratio = c / d;
  const divisor = c * ratio + d;
  return [(a * ratio) / divisor, -a / divisor];
}

/// _Py_c_pow; small whole exponents by multiplication (c_powi).
export function complexPower(it: Interp, base: Complex, exponent: Complex): Complex {
  const [x, y] = exponent;
  if (y === 0 && Number.isInteger(x) && Math.abs(x) <= 100) return checked(it, wholePower(it, base, x));
  if (x === 0 && y === 0) return [1, 0];
  if (base[0] === 0 && base[1] === 0) {
    if (y !== 0 || x < 0) it.raise(it.types.ZeroDivisionError, it.profile.scalars.complexPower);
    return [0, 0];
  }
  const size = hypot(base[0], base[1]);
  let length = pow(size, x);
  const angle = atan2(base[1], base[0]);
  let phase = angle * x;
  if (y !== 0) {
    length *= exp(-angle * y);
    phase += y * log(size);
  }
  return checked(it, [length * cos(phase), length * sin(phase)]);
}

function wholePower(it: Interp, base: Complex, exponent: number): Complex {
  let result: Complex = [1, 0];
  let square = base;
  for (let n = Math.abs(exponent); n > 0; n >>= 1) {
    if ((n & 1) === 1) result = complexProduct(result, square);
    square = complexProduct(square, square);
  }
  if (exponent < 0 && base[0] === 0 && base[1] === 0) it.raise(it.types.ZeroDivisionError, it.profile.scalars.complexPower);
  return exponent < 0 ? complexQuotient(it, [1, 0], result) : result;
}

function checked(it: Interp, value: Complex): Complex {
  if (value[0] === Infinity || value[0] === -Infinity || value[1] === Infinity || value[1] === -Infinity) {
    it.raise(it.types.OverflowError, 'complex exponentiation');
  }
  return value;
}

/// abs() of a complex.
export function complexAbsolute(it: Interp, [real, imag]: Complex): number {
  const result = hypot(real, imag);
  if (result === Infinity && Number.isFinite(real) && Number.isFinite(imag)) {
    it.raise(it.types.OverflowError, 'absolute value too large');
  }
  return result;
}
