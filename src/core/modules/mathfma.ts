/// x * y + z with one rounding (C99 fma), by exact integers.
import { bitLength } from '../objects/int';

/// A finite double as mantissa * 2 ** exponent.
function decompose(x: number): [mantissa: bigint, exponent: number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  return [x < 0 ? -mantissa : mantissa, Math.max(biased, 1) - 1075];
}

/// mantissa * 2 ** exponent as the nearest double, half to even.
function compose(value: bigint, exponent: number): number {
  const magnitude = value < 0n ? -value : value;
  const bits = bitLength(magnitude);
  // Doubles have 53 bits, and none below 2 ** -1074.
  const dropped = Math.max(bits - 53, -1074 - exponent, 0);
  const shift = BigInt(dropped);
  let kept = magnitude >> shift;
  const rest = magnitude - (kept << shift);
  const half = dropped === 0 ? 1n : 1n << (shift - 1n);
  if (dropped > 0 && (rest > half || (rest === half && (kept & 1n) === 1n))) kept += 1n;
  const power = exponent + dropped;
  // Two steps, since 2 ** power itself may be out of range.
  const result = Number(kept) * 2 ** Math.trunc(power / 2) * 2 ** (power - Math.trunc(power / 2));
  return value < 0n ? -result : result;
}

export function fma(x: number, y: number, z: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return x * y + z;
  if (!Number.isFinite(z)) return z;
  const [mx, ex] = decompose(x);
  const [my, ey] = decompose(y);
  const [mz, ez] = decompose(z);
  const product = mx * my;
  if (product === 0n) return x * y + z;
  const exponent = Math.min(ex + ey, ez);
  const sum = (product << BigInt(ex + ey - exponent)) + (mz << BigInt(ez - exponent));
  return sum === 0n ? 0 : compose(sum, exponent);
}
