/// What the whole heap is like before a cell and after each of its steps: the allocator's figures, blocks, pools, and what lies
/// in the objects told.
import { POOL_MASK, POOL_OVERHEAD } from '../memory/pool';
import type { Ptr } from '../memory/ram';
import type { Vm } from '../vm/vm';
import { BlockPacker, MemoryPacker } from './memorysteps';
import type { HeapModel, KnownObject } from './model';
import type { TracePayload } from './payload';
import { LinkLog } from './linklog';
import { PoolBlockPacker } from './poolblocks';
import { PoolPacker } from './poolsteps';
import { WordLog } from './wordlog';
import type { ReadWords } from './wordlog';

/// Words from a pool's start to its blocks.
const FIRST_BLOCK = POOL_OVERHEAD / 4;

export class HeapLog {
  private memory = new MemoryPacker();
  private blocks = new BlockPacker();
  private pools = new PoolPacker();
  private poolBlocks = new PoolBlockPacker();
  private words: WordLog;
  private links: LinkLog;

  /// `wordsOf` gives the words of a live object.
  constructor(private readonly vm: Vm, private readonly model: HeapModel, private readonly wordsOf: ReadWords) {
    this.words = new WordLog(wordsOf);
    this.links = new LinkLog(() => vm.i32);
    model.onLook = object => this.touch(object);
  }

  /// A new payload begins; what is there already is told with its first entry.
  restart(): void {
    this.memory = new MemoryPacker();
    this.blocks = new BlockPacker();
    this.pools = new PoolPacker();
    this.poolBlocks = new PoolBlockPacker();
    this.words = new WordLog(this.wordsOf);
    this.links = new LinkLog(() => this.vm.i32);
    for (const object of this.model.known.values()) this.touch(object);
  }

  /// What is told of the object may have changed, or it is new.
  private touch(object: KnownObject): void {
    this.words.touch(object);
    if (!this.poolBlocks.isFull && this.vm.memory.blockOf(object.p) !== 0) this.poolBlocks.add(object.p & POOL_MASK);
  }

  /// The heap as it is now, before the cell or after a step.
  note(): void {
    const { memory, gc } = this.vm;
    const isTold = !this.pools.isFull;
    const usage = memory.usage(isTold ? (pool, blocks, sizeIndex) => this.pools.see(pool, blocks, sizeIndex) : undefined);
    if (isTold) this.pools.end();
    if (!this.poolBlocks.isFull) this.poolBlocks.end(this.vm.i32, this.isPool);
    this.words.end(this.isLive);
    this.links.end(this.model.known.values());
    this.memory.add({ ...usage, young: gc.collector.counts[0] });
    this.blocks.add(usage.blocks);
  }

  /// The payload's parts after the last step.
  payload(): Pick<TracePayload, 'memory' | 'words' | 'links'> & { live: number } {
    const { blocks, ...usage } = this.vm.memory.usage();
    for (const object of this.model.known.values()) this.words.touch(object);
    this.words.end(this.isLive, true);
    return { memory: { ...usage, steps: this.memory.text, blocks: this.blocks.text, poolSteps: this.pools.text, poolBlocks: this.poolBlocks.text }, words: this.words.text, links: this.links.text, live: blocks };
  }

  private readonly isPool = (pool: Ptr): boolean => this.vm.memory.blockOf(pool + FIRST_BLOCK) !== 0;

  private readonly isLive = ({ p, serial }: KnownObject): boolean => this.model.lookup(p)?.serial === serial && this.vm.i32[p]! > 0;
}
