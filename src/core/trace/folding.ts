/// Long loops and long programs run on unrecorded, at full speed, and are told as one step: what they left.
///
/// A fold ends at a breakpoint: the first line outside the loop that the same frame comes to, or the frame's end.
import type { HostCode } from '../vm/codeobject';
import type { Frame } from '../vm/frame';
import type { Compiled } from '../vm/jit/compiled';
import { BREAKPOINT } from '../vm/ops/table';
import type { Vm } from '../vm/vm';
import { LeftOut } from './payload';
import type { Recorder } from './recorder';

/// A loop is recorded for so many rounds, and for so many steps in all of them.
const MOST_ROUNDS = 25;
const MOST_LOOP_STEPS = 150;
/// After so many steps, calls are no longer entered; after the second number nothing more is recorded.
const MOST_STEPS = 1000;
const MOST_STEPS_OUTSIDE = 1500;
/// The same in characters of the packed trace.
const MOST_SIZE = 30_000;
const MOST_SIZE_OUTSIDE = 40_000;
/// So many characters that a fold writes are kept: more than are told.
const MOST_WRITTEN = 600;
/// Folds that are named one by one.
const NAMED = 3;

interface Output {
  readonly name: 'stdout' | 'stderr';
  text: string;
}

interface Loop {
  rounds: number;
  readonly stepsBefore: number;
}

export class Folding {
  private loops = new WeakMap<Frame, Map<number, Loop>>();
  private readonly notes = new Map<string, number[]>();
  private collections = 0;
  private folded: Frame | undefined;
  private ended = false;
  private written: Output[] = [];
  private patched: HostCode | undefined;
  /// Instructions of it that breakpoints stand in for.
  private replaced: [index: number, word: number][] = [];
  /// What the code of the fold was compiled to without breakpoints.
  private plain: Compiled | undefined;
  /// What was compiled with the breakpoints of a loop, by the loop: folding it again is common.
  private readonly compiled = new WeakMap<HostCode, Map<string, Compiled | undefined>>();
  private loop = '';

  constructor(private readonly vm: Vm, private readonly recorder: Recorder) {}

  get isFolding(): boolean {
    return this.folded !== undefined || this.ended;
  }

  restart(): void {
    this.loops = new WeakMap();
    this.notes.clear();
    this.collections = 0;
    this.ended = false;
    this.written = [];
  }

  /// Something is written within a fold, which is told at its end: the beginning of it, if it is much.
  keep(name: 'stdout' | 'stderr', text: string): void {
    const last = this.written[this.written.length - 1];
    const room = MOST_WRITTEN - this.written.reduce((length, output) => length + output.text.length, 0);
    if (room <= 0) return;
    if (last?.name === name) last.text += text.slice(0, room);
    else this.written.push({ name, text: text.slice(0, room) });
  }

  takeOutput(): readonly Output[] {
    const { written } = this;
    this.written = [];
    return written;
  }

  /// What was left out, as the payload tells it.
  get leftOut(): number[][] {
    const all = [...this.notes.values()];
    const loops = all.filter(([code]) => code === LeftOut.LOOP);
    const more = loops.length - NAMED;
    return [...loops.slice(0, NAMED), ...(more > 0 ? [[LeftOut.LOOPS, more]] : []), ...all.filter(([code]) => code !== LeftOut.LOOP)];
  }

  /// Notes that something was left out: a `LeftOut` and its numbers. Of a loop the first time counts, and of all else.
  note(...what: number[]): void {
    const key = what[0] === LeftOut.LOOP ? `loop ${what[1]}` : String(what[0]);
    if (!this.notes.has(key)) this.notes.set(key, what);
  }

  takeCollection(most: number): boolean {
    return this.collections++ < most;
  }

  /// The frame jumped back to `target` from `from`: folds the loop if it was recorded long enough. Not in generators,
  /// whose caller's loop may end first.
  foldsLoop(frame: Frame, target: number, from: number, steps: number): boolean {
    if (frame.generator !== 0) return false;
    let loops = this.loops.get(frame);
    if (loops === undefined) this.loops.set(frame, loops = new Map());
    let loop = loops.get(target);
    if (loop === undefined) loops.set(target, loop = { rounds: 0, stepsBefore: steps });
    loop.rounds++;
    if (loop.rounds < MOST_ROUNDS && steps - loop.stepsBefore < MOST_LOOP_STEPS) return false;
    this.note(LeftOut.LOOP, frame.code.lines[target]!, loop.rounds);
    this.fold(frame, target, from);
    return true;
  }

  /// Folds what is called from the module's lines, or all that is left, when the trace is long.
  foldsRest(module: Frame, frame: Frame, steps: number): boolean {
    // Longer traces may be larger: 60 KB for every 1,000 steps is the bound.
    const size = this.recorder.size / Math.max(1, steps / 1000);
    if (steps < MOST_STEPS && size < MOST_SIZE) return false;
    if (frame === module && steps < MOST_STEPS_OUTSIDE && size < MOST_SIZE_OUTSIDE) return false;
    this.note(LeftOut.REST, steps);
    if (frame === module) {
      this.recorder.suspend();
      this.ended = true;
    } else {
      this.fold(module, 0, -1);
    }
    return true;
  }

  /// Ends a fold without going on recording.
  stop(): void {
    if (this.patched !== undefined) {
      for (const [index, word] of this.replaced) this.patched.instructions[index] = word;
      this.compiled.get(this.patched)!.set(this.loop, this.vm.jit.exchange(this.patched, this.plain));
      this.plain = undefined;
    }
    this.patched = undefined;
    this.replaced = [];
    this.folded = undefined;
    this.vm.watchedFrame = undefined;
  }

  /// Runs on unrecorded until the frame ends or comes to a line outside the instructions first..last.
  private fold(frame: Frame, first: number, last: number): void {
    const { vm } = this;
    this.recorder.suspend();
    this.folded = frame;
    const { instructions, lines } = frame.code;
    for (let i = 1; i < instructions.length; i++) {
      if ((i >= first && i <= last) || lines[i]! <= 0 || lines[i] === lines[i - 1]) continue;
      this.replaced.push([i, instructions[i]!]);
      instructions[i] = BREAKPOINT;
    }
    this.patched = frame.code;
    this.loop = `${first} ${last}`;
    let variants = this.compiled.get(frame.code);
    if (variants === undefined) this.compiled.set(frame.code, variants = new Map());
    this.plain = vm.jit.exchange(frame.code, variants.get(this.loop));
    vm.watchedFrame = frame;
    vm.onWatchedFrameEnd = () => this.resume();
    vm.onBreakpoint = at => {
      at.ip--;
      this.resume();
    };
  }

  private resume(): void {
    this.stop();
    this.recorder.resume();
    this.recorder.catchUp();
    this.recorder.flush();
  }
}
