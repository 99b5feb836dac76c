/// The allocator's figures at each moment, as far as the trace tells them.

import { MemorySteps, readBlocks } from '../core/trace/memorysteps';
import type { MemoryFigures } from '../core/trace/memorysteps';
import { PoolBlocks } from '../core/trace/poolblocks';
import { PoolSteps } from '../core/trace/poolsteps';
import type { PoolUse } from '../core/trace/poolsteps';
import { LinkSteps } from '../core/trace/linklog';
import type { Links } from '../core/trace/linklog';
import { WordSteps } from '../core/trace/wordlog';
import { liveText, statusLine } from './shapes';
import type { Timeline } from './timeline';
import { grouped } from './words';
import type { Words } from './words';

export type { MemoryFigures };

export class Figures {
  private readonly steps: MemorySteps | undefined;
  private readonly blocks: Float64Array | undefined;
  private readonly poolSteps: PoolSteps | undefined;
  private readonly poolBlocks: PoolBlocks | undefined;
  private readonly words: WordSteps | undefined;
  private readonly links: LinkSteps | undefined;

  constructor(private readonly timeline: Timeline) {
    const { memory, steps, words, links } = timeline.payload;
    this.links = links === undefined ? undefined : LinkSteps.read(links, steps.length + 1);
    this.words = words === undefined ? undefined : WordSteps.read(words, steps.length + 2);
    this.steps = memory?.steps === undefined ? undefined : MemorySteps.read(memory.steps, steps.length + 1);
    this.blocks = memory?.blocks === undefined ? undefined : readBlocks(memory.blocks, steps.length + 1);
    this.poolSteps = memory?.poolSteps === undefined ? undefined : PoolSteps.read(memory.poolSteps, steps.length + 1);
    this.poolBlocks = memory?.poolBlocks === undefined ? undefined : PoolBlocks.read(memory.poolBlocks, steps.length + 1);
  }

  /// After moment `n`; within a step, what was there before it. undefined: not told.
  at(n: number): MemoryFigures | undefined {
    return this.steps?.at(this.entryOf(n));
  }

  /// What lies in an object after moment `n`: 8 bytes in hexadecimal by their offset, as far as is told.
  wordsOf(serial: number, n: number): ReadonlyMap<number, string> {
    const entry = this.entryOf(n);
    return this.words?.tells(entry) === true ? this.words.at(serial, n >= this.timeline.end ? entry + 1 : entry) : new Map();
  }

  /// The collector's links of an object after moment `n`; undefined: not told. Within a step they are on their way.
  linksOf({ serial, address }: { readonly serial: number; readonly address: number }, n: number): Links | undefined {
    const { moments } = this.timeline;
    return moments[n + 1]?.step === moments[n]?.step ? undefined : this.links?.at(serial, address, this.entryOf(n));
  }

  /// The pools in use after moment `n`, by address; undefined: not told.
  pools(n: number): ReadonlyMap<number, PoolUse> | undefined {
    return this.poolSteps?.at(this.entryOf(n));
  }

  /// The blocks in use after moment `n`, by the addresses of the pools with told objects; undefined: not told.
  poolBlocksAt(n: number): ReadonlyMap<number, ReadonlySet<number>> | undefined {
    return this.poolBlocks?.at(this.entryOf(n));
  }

  /// Blocks in use after moment `n`, as `sys.getallocatedblocks()` counts them; undefined: not told.
  blocksAt(n: number): number | undefined {
    const { end, payload: { totals } } = this.timeline;
    return n >= end ? totals.live : this.blocks?.[this.entryOf(n)];
  }

  private entryOf(n: number): number {
    const { moments } = this.timeline;
    const step = moments[n]?.step ?? -1;
    return step + (moments[n + 1]?.step !== step ? 1 : 0);
  }

  /// Net allocations of containers until a young collection begins; undefined: not told, or switched off by a threshold of 0.
  untilYoung(n: number): number | undefined {
    const { totals } = this.timeline.payload;
    const young = this.at(n)?.young ?? (n === this.timeline.end ? totals.count[0] : undefined);
    return young === undefined || totals.threshold[0] === 0 ? undefined : Math.max(1, totals.threshold[0] - young + 1);
  }

  /// The heap in one line, with `shown` live objects in the picture: at its end the totals of the cell; before, what is told of
  /// the moment.
  status(n: number, shown: number, words: Words): string {
    const { payload, end } = this.timeline;
    const figures = n >= end ? undefined : this.at(n);
    const { isCollectorOff } = this.timeline.at(n);
    if (figures === undefined) {
      return statusLine(payload, shown, isCollectorOff, words);
    }
    const blocks = this.blocksAt(n);
    return [
      ...(blocks === undefined ? [] : [liveText(blocks, shown, words)]),
      words.__('young %1/%2', grouped(figures.young), grouped(payload.totals.threshold[0])),
      ...(isCollectorOff ? [words.__('collector off')] : []),
      words.__('%1 of %2 KiB used', kib(figures.used), kib(figures.reserved)),
      words.__('CPython %1 rules', payload.python)
    ].join(' · ');
  }
}

export function kib(bytes: number): string {
  return grouped(Math.round(bytes / 1024));
}
