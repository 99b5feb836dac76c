/// The host's side of generators: a frame and a state. Of the generators that do not run only those last used have one;
/// what the others need of it is in words of their own that CPython uses for the same (gi_iframe), so that a million of
/// them cost the host nothing.
import type { Ptr } from '../memory/ram';
import { HostTable } from '../objects/heap';
import { hostCode } from './codeobject';
import { BORROWED, FrameOwner } from './frame';
import type { GeneratorState } from './frame';
import { Func } from './funcobject';
import type { Vm } from './vm';

/// Words of a generator object: index in the table of states, 0 = none; code object.
const HOST = 10;
export const GEN_CODE = 12;
/// While it has no state: function, index of the next instruction, words in use from the first local on, exception being
/// handled, state.
const FUNC = 14;
const IP = 15;
const USED = 16;
const HANDLED = 17;
const STATE = 18;

export const GenState = { CREATED: 0, SUSPENDED: 1, EXECUTING: 2, COMPLETED: 3 } as const;

/// So many were used last; a power of two.
const AWAKE = 64;

export class Generators {
  private readonly states = new HostTable<GeneratorState>();
  /// Generators that got a state, the oldest at `next`; 0 = it is gone.
  private readonly awake = new Int32Array(AWAKE);
  private next = 0;

  constructor(private readonly vm: Vm) {}

  /// The states there are.
  get all(): readonly GeneratorState[] {
    return this.states.values.filter(state => state !== undefined);
  }

  /// Gives a generator that has none a state; another one may lose its own thereby.
  add(p: Ptr, state: GeneratorState): void {
    const { awake, next } = this;
    const oldest = awake[next]!;
    state.place = next;
    awake[next] = p;
    this.next = (next + 1) & (AWAKE - 1);
    this.vm.i32[p + HOST] = this.states.add(state);
    if (oldest !== 0) this.putAway(oldest);
  }

  get(p: Ptr): GeneratorState {
    const index = this.vm.i32[p + HOST]!;
    return index !== 0 ? this.states.get(index) : this.takeOut(p);
  }

  /// The generator goes, which has a state.
  remove(p: Ptr): void {
    const index = this.vm.i32[p + HOST]!;
    const { place } = this.states.get(index);
    if (this.awake[place] === p) this.awake[place] = 0;
    this.states.remove(index);
  }

  /// Calls `visit` with what the frame and the state of a generator hold, if it has none; false: it has.
  traverse(p: Ptr, visit: (p: Ptr) => void): boolean {
    const { i32 } = this.vm;
    if (i32[p + HOST] !== 0) return false;
    visit(i32[p + FUNC]!);
    visit(i32[p + GEN_CODE]!);
    const base = this.baseOf(p);
    for (let at = base; at < base + i32[p + USED]!; at++) {
      const word = i32[at]!;
      if (word !== 0 && (word & BORROWED) === 0) visit(word);
    }
    if (i32[p + HANDLED] !== 0) visit(i32[p + HANDLED]!);
    return true;
  }

  /// Its frame's contents are gone.
  isCleared(p: Ptr): boolean {
    const index = this.vm.i32[p + HOST]!;
    return index !== 0 && this.states.get(index).cleared;
  }

  /// First word of its locals.
  baseOf(p: Ptr): number {
    return p + (this.vm.profile.frameBytes[1] >> 2);
  }

  /// Takes the state away if it says nothing that the words do not; not of one that runs or ended, nor of one whose frame
  /// somebody looks at.
  private putAway(p: Ptr): void {
    const { vm } = this;
    const { i32 } = vm;
    const index = i32[p + HOST]!;
    const { frame, state, excState, cleared } = this.states.get(index);
    if (cleared || (state !== GenState.CREATED && state !== GenState.SUSPENDED) || frame.frameObject !== 0 || frame === vm.watchedFrame) return;
    i32[p + FUNC] = frame.func;
    i32[p + IP] = frame.ip;
    i32[p + USED] = frame.sp - frame.base;
    i32[p + HANDLED] = excState.value;
    i32[p + STATE] = state;
    i32[p + HOST] = 0;
    this.states.remove(index);
    vm.releaseFrame(frame);
  }

  private takeOut(p: Ptr): GeneratorState {
    const { vm } = this;
    const { i32 } = vm;
    const frame = vm.takeFrame();
    frame.code = hostCode(vm, i32[p + GEN_CODE]!);
    frame.func = i32[p + FUNC]!;
    frame.globals = i32[frame.func + Func.GLOBALS]!;
    frame.builtins = i32[frame.func + Func.BUILTINS]!;
    frame.base = this.baseOf(p);
    frame.sp = frame.base + i32[p + USED]!;
    frame.ip = i32[p + IP]!;
    frame.owner = FrameOwner.GENERATOR;
    frame.generator = p;
    const state = { frame, excState: { value: i32[p + HANDLED]!, previous: undefined }, state: i32[p + STATE]!, cleared: false, place: 0 };
    this.add(p, state);
    return state;
  }
}
