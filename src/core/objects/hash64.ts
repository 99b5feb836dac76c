/// 64-bit unsigned arithmetic on pairs of 32-bit words, for hashes. A function returns the low word and leaves
/// the high word in `high.word`.

export const high = { word: 0 };

/// High 32 bits of the product of two unsigned 32-bit words.
function mulHigh(a: number, b: number): number {
  const a0 = a & 0xffff, a1 = a >>> 16;
  const b0 = b & 0xffff, b1 = b >>> 16;
  const low = a0 * b0;
  const middle = a1 * b0 + (low >>> 16);
  const middle2 = a0 * b1 + (middle % 0x10000);
  return (a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(middle2 / 0x10000)) | 0;
}

export function mul64(lo: number, hi: number, lo2: number, hi2: number): number {
  high.word = (mulHigh(lo >>> 0, lo2 >>> 0) + Math.imul(lo, hi2) + Math.imul(hi, lo2)) | 0;
  return Math.imul(lo, lo2);
}

export function add64(lo: number, hi: number, lo2: number, hi2: number): number {
  const sum = (lo >>> 0) + (lo2 >>> 0);
  high.word = (hi + hi2 + (sum > 0xffffffff ? 1 : 0)) | 0;
  return sum | 0;
}

// --- xxHash, as tuples and slices use it (CPython 3.14 Include/internal/pycore_tuple.h _PyTuple_HASH_XXPRIME) ---

const P1 = { lo: 0x85ebca87 | 0, hi: 0x9e3779b1 | 0 };
const P2 = { lo: 0x27d4eb4f, hi: 0xc2b2ae3d | 0 };
export const XXHASH_START = { lo: 0x165667c5, hi: 0x27d4eb2f };

/// Mixes one item's hash in.
export function xxhashLane(lo: number, hi: number, laneLo: number, laneHi: number): number {
  const product = mul64(laneLo, laneHi, P2.lo, P2.hi);
  const sum = add64(lo, hi, product, high.word);
  const sumHigh = high.word;
  return mul64((sum << 31) | (sumHigh >>> 1), (sumHigh << 31) | (sum >>> 1), P1.lo, P1.hi);
}

/// The result as a hash slot returns it; -1 is no hash.
export function xxhashEnd(it: { hashHigh: number }, lo: number, hi: number): number {
  const isError = lo === -1 && hi === -1;
  it.hashHigh = isError ? 0 : hi;
  return isError ? 1546275796 : lo;
}
