/// What hot code was compiled to: each part of it when that is hot itself, so that the compiler knows what its instructions
/// found, and works on nothing that runs seldom.
import type { HostCode } from '../codeobject';
import type { Frame } from '../frame';
import type { Blocks } from './blocks';

/// Runs a frame from the block `k` on. Returns 0: the eval loop goes on with `vm.frame`; else the value with which the
/// eval loop ends; or the complement of the number of a block in another part.
export type PartRun = (frame: Frame, k: number) => number;

/// Compiles the part of the code that begins with one block and ends before another.
export type CompilePart = (code: HostCode, frame: Frame, blocks: Blocks, parts: Int16Array, part: number) => PartRun;

/// How code falls into parts, and what became of those that have no breakpoint. While others have some, these stay: V8 has
/// worked on them.
export interface Plan {
  readonly blocks: Blocks;
  /// For each block: its part.
  readonly parts: Int16Array;
  /// By part.
  readonly whole: (PartRun | undefined)[];
}

export class Compiled {
  /// For each block: what runs it; undefined: not yet compiled.
  readonly runs: (PartRun | undefined)[];
  /// What runs the first one.
  start: PartRun | undefined;
  /// For each part: how often it is still to begin before it is compiled.
  private readonly heats: Int32Array;

  /// `entries`: for each instruction the block that begins with it, or -1. `broken`: the parts with a breakpoint. `heat`: of each part.
  constructor(private readonly code: HostCode, private readonly plan: Plan, private readonly entries: Int16Array, private readonly broken: ReadonlySet<number>, heat: number, private readonly compilePart: CompilePart) {
    const { parts, whole } = plan;
    this.runs = Array.from(parts, part => (broken.has(part) ? undefined : whole[part]));
    this.start = this.runs[0];
    this.heats = new Int32Array(parts.length).fill(heat);
  }

  /// The block with which the frame may go on in compiled code, or -1. `isHot`: the part need not wait.
  enter(frame: Frame, isHot: boolean): number {
    const k = this.entries[frame.ip]!;
    if (k < 0 || this.runs[k] !== undefined) return k;
    const { blocks, parts, whole } = this.plan;
    const part = parts[k]!;
    const isBroken = this.broken.has(part);
    let run = isBroken ? undefined : whole[part];
    if (run === undefined) {
      if (!isHot && --this.heats[part]! > 0) return -1;
      run = this.compilePart(this.code, frame, blocks, parts, part);
      if (!isBroken) whole[part] = run;
    }
    parts.forEach((other, block) => { if (other === part) this.runs[block] = run; });
    this.start = this.runs[0];
    return k;
  }

  /// The same, compiling nothing.
  entry(frame: Frame): number {
    const k = this.entries[frame.ip]!;
    return k >= 0 && this.runs[k] !== undefined ? k : -1;
  }

  /// Goes on where a part left to another, `next` being what it returned; returns as runFrom.
  goOn(frame: Frame, next: number): number {
    while (next < 0) {
      const run = this.runs[~next];
      if (run === undefined) return this.leave(frame, ~next);
      next = run(frame, ~next);
    }
    return next;
  }

  /// The eval loop goes on with the block.
  private leave(frame: Frame, block: number): 0 {
    const { starts, depths } = this.plan.blocks;
    frame.ip = starts[block]!;
    frame.sp = frame.stackBase + depths[frame.ip]!;
    return 0;
  }
}

/// Runs a frame from the block `k` on, which is compiled. Returns 0: the eval loop goes on with `vm.frame`; else the value
/// with which the eval loop ends.
export function runFrom(compiled: Compiled, frame: Frame, k: number): number {
  const next = compiled.runs[k]!(frame, k);
  return next < 0 ? compiled.goOn(frame, next) : next;
}
