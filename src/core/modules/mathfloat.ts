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
