/// Blocks that a type keeps for its next objects (CPython 3.14 Include/internal/pycore_freelist.h; before,
/// pycore_list.h and the like). Last in, first out; the collector does not count objects that come from here or go here.
import type { Ptr } from '../memory/ram';

export class FreeList {
  private readonly blocks: Int32Array;
  count = 0;

  /// `bytes`: the size of its objects, without what lies before them. `gives`: objects come from here too.
  constructor(readonly limit: number, readonly bytes: number, readonly gives = true) {
    this.blocks = new Int32Array(limit);
  }

  /// False: it is full.
  push(p: Ptr): boolean {
    if (this.count >= this.limit) return false;
    this.blocks[this.count++] = p;
    return true;
  }

  /// It must not be empty.
  pop(): Ptr {
    return this.blocks[--this.count]!;
  }

  /// The one that will come after p; 0 for the last, undefined if p is not here.
  after(p: Ptr): Ptr | undefined {
    const i = this.blocks.subarray(0, this.count).indexOf(p);
    return i < 0 ? undefined : i === 0 ? 0 : this.blocks[i - 1]!;
  }

  /// Whether p is kept here.
  has(p: Ptr): boolean {
    return this.blocks.subarray(0, this.count).includes(p);
  }
}

/// Largest tuple that is kept.
export const MAX_SAVE_SIZE = 20;
