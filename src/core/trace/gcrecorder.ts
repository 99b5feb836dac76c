/// Tells a collection as operations of the trace.
import type { GcListener, GcPhase as PhaseName, GcReason } from '../gc/host';
import type { Ptr } from '../memory/ram';
import { GcPhase, GcVerdict, LeftOut, Op } from './payload';
import type { Recorder } from './recorder';

/// Phases that are told when they begin; HANDLE_WEAKREFS is told with its first weak reference.
const PHASES: Partial<Record<PhaseName, number>> = {
  update_refs: GcPhase.UPDATE_REFS,
  subtract_refs: GcPhase.SUBTRACT_REFS,
  move_unreachable: GcPhase.MOVE_UNREACHABLE,
  finalize_garbage: GcPhase.FINALIZE,
  handle_resurrected_objects: GcPhase.HANDLE_RESURRECTED,
  delete_garbage: GcPhase.CLEAR
};
const REASONS: Record<GcReason, number> = { heap: 0, manual: 1, shutdown: 2 };

/// Collections that are told of a stretch that is folded.
const FOLDED_COLLECTIONS = 5;

/// Numbers that tell of a cell's collections object by object, at most: about 10 KB. A collection that has begun may take
/// twice as much.
const MOST_DETAIL = 6000;

export class GcRecorder implements GcListener {
  private phaseNow = 0;
  private inFold = false;
  /// Finalizers ran, so that objects may have been revived.
  private finalized = false;
  /// The heap is as it was when the collection began, but for the collector's own links.
  private unchanged = true;
  /// The second deduction is only of interest then.
  private silent = false;
  /// Numbers told of collections in this cell, object by object.
  private detail = 0;
  private cell = 0;
  /// What this phase did to objects that are not told, and those of them that are unreachable as far as it knows.
  private unshown = 0;
  private readonly lost = new Set<Ptr>();

  constructor(private readonly recorder: Recorder) {}

  start(generation: number, reason: GcReason, candidates: number): boolean {
    const { recorder } = this;
    this.inFold = !recorder.isRecording;
    if (this.inFold && !(recorder.inFold && recorder.takeFoldedCollection(FOLDED_COLLECTIONS))) return false;
    this.look();
    this.phaseNow = 0;
    this.finalized = false;
    this.unchanged = true;
    this.silent = false;
    this.unshown = 0;
    this.lost.clear();
    if (this.cell !== recorder.cell) {
      this.cell = recorder.cell;
      this.detail = 0;
    }
    if (this.detail > MOST_DETAIL) this.detail = Infinity;
    recorder.model.push(Op.GC_START, generation, REASONS[reason], candidates);
    return true;
  }

  phase(name: PhaseName): void {
    const phase = PHASES[name];
    this.tellUnshown();
    // A finalizer's last line is over.
    this.recorder.endReturned();
    if (phase === undefined || (this.phaseNow === GcPhase.HANDLE_RESURRECTED && phase !== GcPhase.CLEAR)) return;
    this.phaseNow = phase;
    this.silent = phase === GcPhase.HANDLE_RESURRECTED && !this.finalized;
    if (this.silent) return;
    // Before objects are taken apart, and after finalizers ran, the heap is told as it is.
    if ((phase === GcPhase.HANDLE_RESURRECTED || phase === GcPhase.CLEAR) && !(this.inFold && this.unchanged)) this.look();
    this.recorder.tell(Op.GC_PHASE, phase);
  }

  refs(p: Ptr, gcRefs: number, by: Ptr, reached: boolean): void {
    if (this.silent) return;
    const serial = this.serial(p);
    if (serial === 0) {
      if (!reached) this.unshown++;
      return;
    }
    if (by === 0) this.tellDetail(serial, Op.GC_REFS, serial, gcRefs);
    else if (!reached) this.tellDetail(serial, Op.GC_SUBTRACT, this.serial(by), serial, gcRefs);
    else this.tellDetail(serial, Op.GC_REACHED, this.serial(by), serial);
  }

  verdict(p: Ptr, reachable: boolean): void {
    if (this.silent) return;
    const serial = this.serial(p);
    // Who comes a second time was rescued.
    const again = reachable && this.lost.delete(p);
    if (serial === 0) this.unshown++;
    else if (this.tellDetail(serial, Op.GC_VERDICT, serial, reachable ? GcVerdict.REACHABLE : GcVerdict.UNREACHABLE)) return;
    if (again) this.unshown--;
    if (!reachable) this.lost.add(p);
  }

  promoted(p: Ptr, generation: number): void {
    const serial = this.serial(p);
    if (serial !== 0 && this.hasRoom) this.tellDetail(serial, Op.GC_PROMOTE, serial, generation);
  }

  private get hasRoom(): boolean {
    return this.detail <= 2 * MOST_DETAIL;
  }

  /// Tells what happens to one candidate, if it has a box and there is room; false if not.
  private tellDetail(serial: number, ...op: number[]): boolean {
    if (serial !== 0 && this.hasRoom) {
      this.detail += op.length;
      this.recorder.model.push(...op);
      return true;
    }
    if (serial !== 0) this.recorder.note(LeftOut.COUNTING);
    this.unshown++;
    return false;
  }

  private tellUnshown(): void {
    if (this.unshown > 0 && !this.silent) this.recorder.tell(Op.GC_UNSHOWN, this.unshown, this.lost.size);
    this.unshown = 0;
    this.lost.clear();
  }

  weakrefCleared(wr: Ptr, referent: Ptr): void {
    this.unchanged = false;
    const serial = this.serial(referent);
    if (serial === 0) return;
    if (this.phaseNow === GcPhase.MOVE_UNREACHABLE) {
      this.phaseNow = GcPhase.HANDLE_WEAKREFS;
      this.recorder.tell(Op.GC_PHASE, GcPhase.HANDLE_WEAKREFS);
    }
    this.recorder.tell(Op.WEAKREF_CLEARED, this.serial(wr), serial);
  }

  finalize(p: Ptr): void {
    this.finalized = true;
    this.unchanged = false;
    this.recorder.tell();
    // While recording, the touch log tells it, with the finalizers of reference counting.
    this.recorder.model.finalizing = p;
    if (this.inFold) this.recorder.model.finalized(p);
  }

  clear(p: Ptr): void {
    const serial = this.serial(p);
    if (serial === 0) this.unshown++;
    else this.recorder.tell(Op.GC_CLEAR, serial);
  }

  stop(generation: number, collected: number, uncollectable: number): void {
    this.tellUnshown();
    this.look();
    this.recorder.tell(Op.GC_STOP, generation, collected, uncollectable);
    if (this.inFold) this.recorder.endFoldedStep();
  }

  /// Tells the heap as it is now.
  private look(): void {
    if (this.inFold) this.recorder.catchUp();
    else this.recorder.sync();
  }

  /// 0 = it has no box: an object that has is marked, too.
  private serial(p: Ptr): number {
    if (this.recorder.model.isUnmarked(p)) return 0;
    return this.recorder.model.lookup(p)?.serial ?? 0;
  }
}
