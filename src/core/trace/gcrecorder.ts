/// Tells a collection as operations of the trace.
import type { GcListener, GcPhase as PhaseName, GcReason } from '../gc/host';
import type { Ptr } from '../memory/ram';
import { GcPhase, GcVerdict, Op } from './payload';
import type { Recorder } from './recorder';

const PHASES: Partial<Record<PhaseName, number>> = {
  update_refs: GcPhase.UPDATE_REFS,
  subtract_refs: GcPhase.SUBTRACT_REFS,
  move_unreachable: GcPhase.MOVE_UNREACHABLE,
  finalize_garbage: GcPhase.FINALIZE,
  delete_garbage: GcPhase.CLEAR
};
const REASONS: Record<GcReason, number> = { heap: 0, manual: 1, shutdown: 2 };

/// Collections that are told of a stretch that is folded.
const FOLDED_COLLECTIONS = 5;

export class GcRecorder implements GcListener {
  private phaseNow = 0;
  private telling = false;
  private inFold = false;

  constructor(private readonly recorder: Recorder) {}

  start(generation: number, reason: GcReason, candidates: number): void {
    const { recorder } = this;
    this.inFold = !recorder.isRecording;
    this.telling = recorder.isRecording || (recorder.inFold && recorder.takeFoldedCollection(FOLDED_COLLECTIONS));
    if (!this.telling) return;
    if (this.inFold) recorder.catchUp();
    else recorder.sync();
    this.phaseNow = 0;
    recorder.model.push(Op.GC_START, generation, REASONS[reason], candidates);
  }

  phase(name: PhaseName): void {
    const phase = PHASES[name];
    if (!this.telling || phase === undefined || phase <= this.phaseNow) return;
    this.phaseNow = phase;
    this.recorder.model.push(Op.GC_PHASE, phase);
  }

  refs(p: Ptr, gcRefs: number): void {
    if (this.phaseNow >= GcPhase.FINALIZE) return;
    const object = this.known(p);
    if (object !== undefined) this.recorder.model.push(Op.GC_REFS, object.serial, gcRefs);
  }

  verdict(p: Ptr, reachable: boolean): void {
    if (this.phaseNow >= GcPhase.FINALIZE) return;
    const object = this.known(p);
    if (object !== undefined) this.recorder.model.push(Op.GC_VERDICT, object.serial, reachable ? GcVerdict.REACHABLE : GcVerdict.UNREACHABLE);
  }

  weakrefCleared(): void {
    // The weakref's new value is told with the next state.
  }

  finalize(p: Ptr): void {
    if (this.telling && this.inFold) this.recorder.model.finalized(p);
  }

  clear(): void {
    // What clearing does is told as the changes of the objects.
  }

  stop(generation: number, collected: number, uncollectable: number): void {
    if (!this.telling) return;
    if (this.inFold) this.recorder.catchUp();
    else this.recorder.sync();
    this.recorder.model.push(Op.GC_STOP, generation, collected, uncollectable);
    if (this.inFold) this.recorder.endFoldedStep();
    this.telling = false;
  }

  private known(p: Ptr): { serial: number } | undefined {
    return this.telling ? this.recorder.model.lookup(p) : undefined;
  }
}
