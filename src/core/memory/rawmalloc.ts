/// What stands in for the C library's malloc: requests that pymalloc does not serve.
///
/// Chunks have glibc's shape (boundary tags): `prev_size` and `size | PREV_INUSE`, 8 bytes each,
/// then the user's bytes, which may run over the next chunk's unused `prev_size`. Chunks lie one
/// after the other from `start` to `top`; beyond `top` nothing is used yet, so `top` is malloc's
/// top chunk and brk in one.
/// NOT-CPYTHON: the bins are two-level segregated lists, searched first fit within the request's own
/// bin and then in the next filled one; glibc has several caches before its bins, and hands out large
/// requests by mmap. Which free chunk is taken can differ; that the last freed of a size is taken first does not.
import type { Ptr, Ram } from './ram';

/// Words from a chunk's start to its fields; the user's pointer is `chunk + MEM`.
const PREV_SIZE = 0;
const SIZE = 2;
const MARK = 3;
const MEM = 4;
const FD = 4;
const BK = 6;

/// Bit of `size`: the chunk before this one is in use.
const PREV_INUSE = 1;
const MIN_CHUNK = 32;
/// The largest request: a chunk's size must fit in one signed word.
const MAX_REQUEST = 0x7fffffe0;
const SL_BITS = 4;
const SL_COUNT = 1 << SL_BITS;
const BINS = 32 * SL_COUNT;
/// How many chunks of the request's own bin are looked at before a larger bin is taken.
const BIN_WALK = 64;

/// What the spare word of `size` holds while the chunk is in use; a stale header inside a
/// larger block practically never holds it.
const liveMark = (chunk: Ptr): number => Math.imul(chunk, 0x9e3779b1) | 1;

const binOf = (bytes: number): number => {
  const log = 31 - Math.clz32(bytes);
  return (log << SL_BITS) | ((bytes >>> (log - SL_BITS)) & (SL_COUNT - 1));
};

const chunkSize = (bytes: number): number => Math.max(MIN_CHUNK, (bytes + 23) & ~15);

/// A chunk as plain data, for the memory map.
export interface RawChunk {
  /// The user's pointer.
  readonly ptr: Ptr;
  /// Size of the chunk with its header, in bytes.
  readonly bytes: number;
  readonly live: boolean;
}

export class RawMalloc {
  /// First free chunk of each bin.
  private readonly bins = new Int32Array(BINS);
  /// Bit n of word i: bin 32 * i + n is not empty.
  private readonly binmap = new Uint32Array(BINS / 32);
  private start: Ptr = 0;
  /// First word not used by any chunk.
  top: Ptr = 0;
  /// Chunks in use, and their bytes, headers included.
  liveChunks = 0;
  liveBytes = 0;

  /// Words below the limit that are kept for when memory has run out: see Allocator.withSpare.
  spare = 0;

  /// `limit`: first word that may not be used; moved by the owner of what lies above.
  constructor(
    private readonly ram: Ram,
    start: Ptr,
    public limit: Ptr
  ) {
    this.moveStart(start);
  }

  /// First word that others may use: the last chunk runs a little over `top`.
  get end(): Ptr {
    return this.top + MEM;
  }

  /// Moves the beginning of the heap, which must still be empty.
  moveStart(start: Ptr): void {
    if (this.top !== this.start) throw new Error('the raw heap is already in use');
    this.start = start;
    this.top = start;
  }

  /// 16-byte aligned memory of at least `bytes` bytes; 0 when there is none.
  malloc(bytes: number): Ptr {
    if (bytes > MAX_REQUEST) return 0;
    const size = chunkSize(bytes);
    let chunk = this.takeFromBins(size);
    if (chunk === 0) {
      chunk = this.takeFromTop(size);
      if (chunk === 0) return 0;
    }
    this.liveChunks++;
    this.liveBytes += this.sizeOf(chunk);
    this.ram.i32[chunk + MARK] = liveMark(chunk);
    return chunk + MEM;
  }

  free(ptr: Ptr): void {
    const i32 = this.ram.i32;
    let chunk = ptr - MEM;
    let size = this.sizeOf(chunk);
    this.liveChunks--;
    this.liveBytes -= size;
    i32[chunk + MARK] = 0;
    if ((i32[chunk + SIZE]! & PREV_INUSE) === 0) {
      const before = i32[chunk + PREV_SIZE]!;
      chunk -= before >>> 2;
      size += before;
      this.unlink(chunk);
    }
    const next = chunk + (size >>> 2);
    if (next !== this.top && !this.isInUse(next)) {
      size += this.sizeOf(next);
      this.unlink(next);
    }
    this.release(chunk, size);
  }

  /// As C's realloc for a live `ptr`: in place where possible. 0, and `ptr` untouched, when there is no memory.
  realloc(ptr: Ptr, bytes: number): Ptr {
    if (bytes > MAX_REQUEST) return 0;
    const chunk = ptr - MEM;
    const size = chunkSize(bytes);
    const old = this.sizeOf(chunk);
    if (size > old && !this.growInPlace(chunk, size)) {
      const moved = this.malloc(bytes);
      if (moved === 0) return 0;
      this.ram.u8.copyWithin(moved * 4, ptr * 4, ptr * 4 + old - 8);
      this.free(ptr);
      return moved;
    }
    this.splitTail(chunk, size);
    this.liveBytes += this.sizeOf(chunk) - old;
    return ptr;
  }

  /// Bytes the user may write at `ptr` (C's malloc_usable_size).
  usableSize(ptr: Ptr): number {
    return this.sizeOf(ptr - MEM) - 8;
  }

  /// Whether `ptr` is the start of a block in use. `ptr` may be any pointer.
  isLive(ptr: Ptr): boolean {
    const chunk = ptr - MEM;
    return chunk >= this.start && chunk < this.top && this.ram.i32[chunk + MARK] === liveMark(chunk);
  }

  /// Every chunk, lowest address first.
  chunks(): RawChunk[] {
    const all: RawChunk[] = [];
    for (let chunk = this.start; chunk < this.top; chunk += this.sizeOf(chunk) >>> 2) {
      all.push({ ptr: chunk + MEM, bytes: this.sizeOf(chunk), live: this.isLive(chunk + MEM) });
    }
    return all;
  }

  /// Throws unless the boundary tags and the bins agree.
  validate(): void {
    const { i32 } = this.ram;
    const free = new Set<Ptr>();
    let live = 0;
    let bytes = 0;
    let before: RawChunk | undefined;
    for (const one of this.chunks()) {
      const chunk = one.ptr - MEM;
      const prevInuse = (i32[chunk + SIZE]! & PREV_INUSE) !== 0;
      if (one.bytes < MIN_CHUNK || one.bytes % 16 !== 0) throw new Error(`chunk ${chunk}: bad size ${one.bytes}`);
      if (prevInuse !== (before?.live ?? true)) throw new Error(`chunk ${chunk}: wrong PREV_INUSE`);
      if (!prevInuse && i32[chunk + PREV_SIZE] !== before!.bytes) throw new Error(`chunk ${chunk}: wrong prev_size`);
      if (!prevInuse && !one.live) throw new Error(`chunk ${chunk}: two free chunks not merged`);
      if (one.live) {
        live++;
        bytes += one.bytes;
      } else free.add(chunk);
      before = one;
    }
    if (before !== undefined && !before.live) throw new Error('a free chunk not merged with top');
    if (live !== this.liveChunks || bytes !== this.liveBytes) throw new Error('live chunks miscounted');
    for (let bin = 0; bin < this.bins.length; bin++) {
      const filled = ((this.binmap[bin >>> 5]! >>> (bin & 31)) & 1) === 1;
      if (filled !== (this.bins[bin] !== 0)) throw new Error(`bin ${bin}: wrong bit`);
      for (let chunk = this.bins[bin]!; chunk !== 0; chunk = i32[chunk + FD]!) {
        if (!free.delete(chunk) || binOf(this.sizeOf(chunk)) !== bin) throw new Error(`bin ${bin}: stray chunk`);
      }
    }
    if (free.size !== 0) throw new Error('a free chunk in no bin');
  }

  private sizeOf(chunk: Ptr): number {
    return this.ram.i32[chunk + SIZE]! & ~PREV_INUSE;
  }

  private isInUse(chunk: Ptr): boolean {
    return this.ram.i32[chunk + MARK] === liveMark(chunk);
  }

  /// Whether the last chunk may be of this size.
  private hasRoom(chunk: Ptr, size: number): boolean {
    return chunk + (size >>> 2) + MEM <= this.limit - this.spare;
  }

  private takeFromTop(size: number): Ptr {
    const chunk = this.top;
    if (!this.hasRoom(chunk, size)) return 0;
    // A free chunk never borders on top: the one before is in use.
    this.ram.i32[chunk + SIZE] = size | PREV_INUSE;
    this.top = chunk + (size >>> 2);
    return chunk;
  }

  private takeFromBins(size: number): Ptr {
    const i32 = this.ram.i32;
    const own = binOf(size);
    let chunk = this.bins[own]!;
    for (let n = 0; chunk !== 0 && this.sizeOf(chunk) < size; n++) {
      chunk = n < BIN_WALK ? i32[chunk + FD]! : 0;
    }
    if (chunk === 0) {
      const bin = this.filledBin(own + 1);
      if (bin < 0) return 0;
      chunk = this.bins[bin]!;
    }
    this.unlink(chunk);
    const next = chunk + (this.sizeOf(chunk) >>> 2);
    i32[next + SIZE] = i32[next + SIZE]! | PREV_INUSE;
    this.splitTail(chunk, size);
    return chunk;
  }

  /// Index of the first bin from `bin` on that is not empty, or -1.
  private filledBin(bin: number): number {
    let word = bin >>> 5;
    let bits = this.binmap[word]! & (-1 << (bin & 31));
    while (bits === 0) {
      if (++word === this.binmap.length) return -1;
      bits = this.binmap[word]!;
    }
    return word * 32 + 31 - Math.clz32(bits & -bits);
  }

  /// Adds the space after a chunk in use to it, if it is free and large enough.
  private growInPlace(chunk: Ptr, size: number): boolean {
    const i32 = this.ram.i32;
    const old = this.sizeOf(chunk);
    const next = chunk + (old >>> 2);
    if (next === this.top) {
      if (!this.hasRoom(chunk, size)) return false;
      this.top = chunk + (size >>> 2);
      i32[chunk + SIZE] = size | (i32[chunk + SIZE]! & PREV_INUSE);
      return true;
    }
    if (this.isInUse(next) || old + this.sizeOf(next) < size) return false;
    this.unlink(next);
    const whole = old + this.sizeOf(next);
    i32[chunk + SIZE] = whole | (i32[chunk + SIZE]! & PREV_INUSE);
    const after = chunk + (whole >>> 2);
    i32[after + SIZE] = i32[after + SIZE]! | PREV_INUSE;
    return true;
  }

  /// Gives back what a chunk in use has beyond `size`, if that is a chunk's worth.
  private splitTail(chunk: Ptr, size: number): void {
    const i32 = this.ram.i32;
    const whole = this.sizeOf(chunk);
    let rest = whole - size;
    if (rest < MIN_CHUNK) return;
    i32[chunk + SIZE] = size | (i32[chunk + SIZE]! & PREV_INUSE);
    const tail = chunk + (size >>> 2);
    i32[tail + SIZE] = rest | PREV_INUSE;
    i32[tail + MARK] = 0;
    const next = tail + (rest >>> 2);
    if (next !== this.top && !this.isInUse(next)) {
      rest += this.sizeOf(next);
      this.unlink(next);
    }
    this.release(tail, rest);
  }

  /// Makes the words of a chunk whose neighbours are in use free: into its bin, or back to top.
  private release(chunk: Ptr, size: number): void {
    const i32 = this.ram.i32;
    const next = chunk + (size >>> 2);
    if (next === this.top) {
      this.top = chunk;
      return;
    }
    i32[chunk + SIZE] = size | PREV_INUSE;
    i32[next + PREV_SIZE] = size;
    i32[next + SIZE] = i32[next + SIZE]! & ~PREV_INUSE;
    const bin = binOf(size);
    const first = this.bins[bin]!;
    i32[chunk + FD] = first;
    i32[chunk + BK] = 0;
    if (first !== 0) i32[first + BK] = chunk;
    this.bins[bin] = chunk;
    this.binmap[bin >>> 5] = this.binmap[bin >>> 5]! | (1 << (bin & 31));
  }

  private unlink(chunk: Ptr): void {
    const i32 = this.ram.i32;
    const next = i32[chunk + FD]!;
    const prev = i32[chunk + BK]!;
    if (next !== 0) i32[next + BK] = prev;
    if (prev !== 0) {
      i32[prev + FD] = next;
      return;
    }
    const bin = binOf(this.sizeOf(chunk));
    this.bins[bin] = next;
    if (next === 0) this.binmap[bin >>> 5] = this.binmap[bin >>> 5]! & ~(1 << (bin & 31));
  }
}
