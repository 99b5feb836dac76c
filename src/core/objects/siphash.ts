/// SipHash-1-3 of str and bytes (CPython 3.14 Python/pyhash.c siphash13) under PYTHONHASHSEED=0: the key is zero.

/// High 32 bits of the last hash; the function returns the low ones.
export const sip = { high: 0 };

/// The words to hash. Callers fill `sipBytes` (at least 8 bytes longer than the data) first.
let words = new Int32Array(1024);
let bytes = new Uint8Array(words.buffer);

/// Scratch memory for `length` bytes of data.
export function sipBuffer(length: number): Uint8Array {
  if (length + 16 > bytes.length) {
    words = new Int32Array((length + 1024) >> 2);
    bytes = new Uint8Array(words.buffer);
  }
  return bytes;
}

/// Hash of the first `length` bytes of the scratch memory; 0 for none, and never -1, as CPython has it.
export function sipHash(length: number): number {
  sip.high = 0;
  if (length === 0) return 0;
  const blocks = length >>> 3;
  bytes.fill(0, length, blocks * 8 + 8);
  bytes[blocks * 8 + 7] = length & 255;
  let v0h = 0x736f6d65, v0l = 0x70736575;
  let v1h = 0x646f7261, v1l = 0x6e646f6d;
  let v2h = 0x6c796765, v2l = 0x6e657261;
  let v3h = 0x74656462, v3l = 0x79746573;
  // One compression round a word, then three of finalization.
  for (let i = 0; i <= blocks + 3; i++) {
    let ml = 0, mh = 0;
    if (i <= blocks) {
      ml = words[2 * i]!;
      mh = words[2 * i + 1]!;
      v3l ^= ml;
      v3h ^= mh;
    } else if (i === blocks + 1) {
      v2l ^= 0xff;
    }
    // v0 += v1; v1 = rotl(v1, 13) ^ v0; v0 = rotl(v0, 32)
    let sum = (v0l >>> 0) + (v1l >>> 0);
    v0h = (v0h + v1h + (sum > 0xffffffff ? 1 : 0)) | 0;
    v0l = sum | 0;
    let t = (v1l << 13) | (v1h >>> 19);
    v1h = ((v1h << 13) | (v1l >>> 19)) ^ v0h;
    v1l = t ^ v0l;
    t = v0l; v0l = v0h; v0h = t;
    // v2 += v3; v3 = rotl(v3, 16) ^ v2
    sum = (v2l >>> 0) + (v3l >>> 0);
    v2h = (v2h + v3h + (sum > 0xffffffff ? 1 : 0)) | 0;
    v2l = sum | 0;
    t = (v3l << 16) | (v3h >>> 16);
    v3h = ((v3h << 16) | (v3l >>> 16)) ^ v2h;
    v3l = t ^ v2l;
    // v0 += v3; v3 = rotl(v3, 21) ^ v0
    sum = (v0l >>> 0) + (v3l >>> 0);
    v0h = (v0h + v3h + (sum > 0xffffffff ? 1 : 0)) | 0;
    v0l = sum | 0;
    t = (v3l << 21) | (v3h >>> 11);
    v3h = ((v3h << 21) | (v3l >>> 11)) ^ v0h;
    v3l = t ^ v0l;
    // v2 += v1; v1 = rotl(v1, 17) ^ v2; v2 = rotl(v2, 32)
    sum = (v2l >>> 0) + (v1l >>> 0);
    v2h = (v2h + v1h + (sum > 0xffffffff ? 1 : 0)) | 0;
    v2l = sum | 0;
    t = (v1l << 17) | (v1h >>> 15);
    v1h = ((v1h << 17) | (v1l >>> 15)) ^ v2h;
    v1l = t ^ v2l;
    t = v2l; v2l = v2h; v2h = t;
    v0l ^= ml;
    v0h ^= mh;
  }
  const lo = v0l ^ v1l ^ v2l ^ v3l;
  sip.high = v0h ^ v1h ^ v2h ^ v3h;
  return lo === -1 && sip.high === -1 ? -2 : lo;
}
