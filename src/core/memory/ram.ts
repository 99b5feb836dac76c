/// The address space of the simulated process: one buffer, seen as words of several widths.
///
/// A `Ptr` is an index into `i32`: (address - BASE_ADDRESS) / 4. An object's Ptr is a multiple of 4
/// (16-byte alignment), so its two low bits are free for tags. Structures have CPython's size and
/// place, field by field; a C pointer or Py_ssize_t field of 8 bytes keeps its value in the low
/// `i32` word, and its high word is spare for the simulator's own marks.

/// Index of a 4-byte word in the simulated memory; 0 is NULL.
export type Ptr = number;

/// Address of word 0, so that `id()` looks like one on Linux x86-64. 1 MiB aligned.
export const BASE_ADDRESS = 0x7f3a00000000;

export const addressOf = (ptr: Ptr): number => BASE_ADDRESS + ptr * 4;
export const ptrOf = (address: number): Ptr => (address - BASE_ADDRESS) / 4;

/// Sets the words from `start` to `end`, exclusive. A call of TypedArray.fill costs more than the few words of most structures.
export function fillWords(i32: Int32Array, value: number, start: Ptr, end: Ptr): void {
  if (end - start > 64) i32.fill(value, start, end);
  else for (let i = start; i < end; i++) i32[i] = value;
}

/// Zeroes the words from `start` to `end`, exclusive, both even: two at a time.
export function zeroWords(f64: Float64Array, start: Ptr, end: Ptr): void {
  if (end - start > 128) f64.fill(0, start >> 1, end >> 1);
  else for (let i = start >> 1; i < end >> 1; i++) f64[i] = 0;
}

/// Copies bytes to `at`. A call of TypedArray.set costs more than a few bytes do.
export function copyBytes(u8: Uint8Array, bytes: ArrayLike<number>, at: number): void {
  if (bytes.length > 64) u8.set(bytes, at);
  else for (let i = 0; i < bytes.length; i++) u8[at + i] = bytes[i]!;
}

/// The same of bytes that are in the memory themselves.
export function moveBytes(u8: Uint8Array, from: number, length: number, to: number): void {
  if (length > 64) u8.copyWithin(to, from, from + length);
  else for (let i = 0; i < length; i++) u8[to + i] = u8[from + i]!;
}

export class Ram {
  readonly i32: Int32Array;
  readonly f64: Float64Array;
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;

  /// Reserves `bytes` of address space (a multiple of 1 MiB). The host commits pages as they are touched.
  constructor(readonly bytes: number) {
    const buffer = new ArrayBuffer(bytes);
    this.i32 = new Int32Array(buffer);
    this.f64 = new Float64Array(buffer);
    this.u8 = new Uint8Array(buffer);
    this.u16 = new Uint16Array(buffer);
  }
}
