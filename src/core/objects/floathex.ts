/// float.hex and float.fromhex. CPython 3.14 Objects/floatobject.c
import type { Ptr } from '../memory/ram';
import { call } from './abstract';
import { newFloat, splitDouble } from './float';
import { bitLength } from './int';
import { scaleBy } from './intops';
import type { Interp } from './interp';
import { isStr, strValue } from './str';

export function floatHex(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  const [mantissa, exponent] = splitDouble(Math.abs(value));
  const top = mantissa >> 52n;
  const fraction = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const power = exponent + 52;
  return `${sign}0x${top}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

const HEX = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

export function floatFromHex(it: Interp, cls: Ptr, arg: Ptr): Ptr {
  if (!isStr(it, arg)) it.typeError('bad argument type for built-in operation');
  const value = newFloat(it, parseHex(it, strValue(it, arg).trim()));
  if (cls === it.types.float.ptr) return value;
  it.own(value);
  const instance = call(it, cls, [value]);
  it.drop();
  return instance;
}

function parseHex(it: Interp, text: string): number {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (special !== null) {
    const value = special[2]!.toLowerCase() === 'nan' ? NaN : Infinity;
    return special[1] === '-' ? -value : value;
  }
  const match = HEX.exec(text);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole + fraction === '') it.valueError('invalid hexadecimal floating-point string');
  let mantissa = BigInt(`0x${whole}${fraction}`);
  let exponent = Number(match[4] ?? 0) - 4 * fraction.length;
  if (mantissa === 0n) return match[1] === '-' ? -0 : 0;
  // Keep the bits a double has at this size, and round the rest half to even, once.
  const bits = bitLength(mantissa);
  const drop = Math.max(bits - 53, -1074 - exponent, 0);
  if (drop > bits + 1) return match[1] === '-' ? -0 : 0;
  const rest = mantissa & ((1n << BigInt(drop)) - 1n);
  const half = drop === 0 ? 0n : 1n << BigInt(drop - 1);
  mantissa >>= BigInt(drop);
  exponent += drop;
  if (drop > 0 && (rest > half || (rest === half && (mantissa & 1n) === 1n))) mantissa += 1n;
  const value = bits + exponent - drop > 1100 ? Infinity : scaleBy(Number(mantissa), exponent);
  if (value === Infinity) it.raise(it.types.OverflowError, 'hexadecimal value too large to represent as a float');
  return match[1] === '-' ? -value : value;
}
