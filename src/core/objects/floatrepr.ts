/// Doubles as decimal text (CPython 3.14 Python/pystrtod.c PyOS_double_to_string), exact at any precision.
import { splitDouble } from './float';

/// Significant digits and the place of the decimal point: 0.d1d2d3... * 10^point.
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

export interface FloatTextOptions {
  /// Ends in `.0` what would look like an int (Py_DTSF_ADD_DOT_0).
  readonly dotZero?: boolean;
  /// Keeps trailing zeros and the point (Py_DTSF_ALT).
  readonly alternate?: boolean;
  /// Gives no sign to what is rounded to zero (Py_DTSF_NO_NEG_0).
  readonly noNegativeZero?: boolean;
}

/// The fewest digits that read back as the same double.
function shortest(value: number): Decimal {
  const [mantissa, exponent] = value.toExponential().split('e');
  return { digits: mantissa!.replace('.', ''), point: value === 0 ? 1 : Number(exponent) + 1 };
}

/// value * 10^places as an integer, rounded half to even.
function scaledInteger(value: number, places: number): bigint {
  const [mantissa, exponent] = splitDouble(value);
  let numerator = places >= 0 ? mantissa * 10n ** BigInt(places) : mantissa;
  let denominator = places >= 0 ? 1n : 10n ** BigInt(-places);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/// Rounded to `places` digits after the point.
function fixedDigits(value: number, places: number): Decimal {
  const digits = scaledInteger(value, places).toString().padStart(places + 1, '0');
  return { digits, point: digits.length - places };
}

/// Rounded to `count` significant digits.
function significantDigits(value: number, count: number): Decimal {
  if (value === 0) return { digits: '0'.repeat(count), point: 1 };
  let point = shortest(value).point;
  let digits = scaledInteger(value, count - point).toString();
  if (digits.length > count) {
    point++;
    digits = digits.slice(0, count);
  } else if (digits.length < count) {
    // The shortest digits were rounded up past a power of ten that the value itself does not reach.
    point--;
    digits = scaledInteger(value, count - point).toString();
  }
  return { digits, point };
}

/// Text of a double; `code` is e, f, g or r (repr; precision is not used), upper case for upper-case text.
export function floatText(value: number, code: string, precision: number, options: FloatTextOptions = {}): string {
  const lower = code.toLowerCase();
  const text = unsignedText(Math.abs(value), lower, precision, options);
  const negative = value < 0 || Object.is(value, -0);
  const sign = negative && !(options.noNegativeZero === true && /^[0.]*(e|$)/.test(text)) ? '-' : '';
  return lower === code ? sign + text : (sign + text).toUpperCase();
}

function unsignedText(value: number, code: string, precision: number, options: FloatTextOptions): string {
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'inf';
  const dotZero = options.dotZero ?? false;
  if (code === 'f') return withPoint(fixedDigits(value, precision), options);
  if (code === 'e') return withExponent(significantDigits(value, precision + 1), options);
  let decimal: Decimal;
  let limit = 16;
  if (code === 'r') {
    decimal = shortest(value);
  } else {
    const count = Math.max(precision, 1);
    decimal = significantDigits(value, count);
    if (options.alternate !== true) decimal = { digits: decimal.digits.replace(/0+$/, '') || '0', point: decimal.point };
    limit = count - (dotZero ? 1 : 0);
  }
  return decimal.point <= -4 || decimal.point > limit ? withExponent(decimal, options) : withPoint(decimal, options);
}

function withPoint({ digits, point }: Decimal, options: FloatTextOptions): string {
  let whole: string, fraction: string;
  if (point <= 0) [whole, fraction] = ['0', '0'.repeat(-point) + digits];
  else [whole, fraction] = [digits.slice(0, point).padEnd(point, '0'), digits.slice(point)];
  if (fraction === '') return options.dotZero === true ? `${whole}.0` : options.alternate === true ? `${whole}.` : whole;
  return `${whole}.${fraction}`;
}

function withExponent({ digits, point }: Decimal, options: FloatTextOptions): string {
  const exponent = point - 1;
  const fraction = digits.slice(1);
  const dot = fraction !== '' || options.alternate === true ? '.' : '';
  return `${digits[0]!}${dot}${fraction}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/// repr() of a float.
export const floatReprText = (value: number): string => floatText(value, 'r', 0, { dotZero: true });

/// round(value, places), half to even on the exact value (CPython 3.14 Objects/floatobject.c double_round).
export function roundDouble(value: number, places: number): number {
  if (!Number.isFinite(value) || value === 0 || places > 323) return value;
  if (places < -308) return value < 0 ? -0 : 0;
  const rounded = Number(`${scaledInteger(Math.abs(value), places)}e${-places}`);
  return value < 0 ? -rounded : rounded;
}

/// The integer nearest to a double, ties to even.
export function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
