/// What has changed on the heap since it was last told: the virtual machine's log of touched objects, worked off.
import { Touch } from '../objects/heap';
import type { Ptr } from '../memory/ram';
import type { Vm } from '../vm/vm';
import type { HeapModel, KnownObject } from './model';
import type { ShownFrames } from './shownframes';

export class Changes {
  /// What the instructions since the last one that was logged touched; whoever logs one clears it.
  readonly touched = new Set<Ptr>();
  /// Whose state is to be compared with what was told of it.
  private readonly pending = new Set<Ptr>();
  /// Whose counts were not told with the rest.
  private readonly uncounted = new Set<Ptr>();

  /// `isTakenApart`: steps are told by instructions, too.
  constructor(private readonly vm: Vm, private readonly model: HeapModel, private readonly frames: ShownFrames, private readonly isTakenApart: () => boolean) {}

  add(p: Ptr): void {
    this.pending.add(p);
  }

  /// Works off the log: tells what was made, finalized and freed, in order. What else was touched waits for `sync` or `look`.
  drain(): void {
    const { vm, model, pending } = this;
    // A running generator changes with its frame.
    for (let { frame } = vm; frame !== undefined; frame = frame.previous) if (frame.generator !== 0) pending.add(frame.generator);
    const log = vm.touched;
    const isTakenApart = this.isTakenApart();
    for (let i = 0; i < vm.touchedLength; i++) {
      const p = log[i]! & ~3;
      const what = log[i]! & 3;
      if (what === Touch.FREED) {
        model.freedAt(p);
        pending.delete(p);
        this.uncounted.delete(p);
        this.touched.delete(p);
      } else if (what === Touch.FINALIZED) {
        model.finalized(p);
      } else {
        if (what === Touch.NEW) model.created(p, vm.typeTable[log[++i]!]!);
        pending.add(p);
        if (isTakenApart) this.touched.add(p);
      }
    }
    vm.touchedLength = 0;
  }

  /// Tells the state of the heap and of the names as they are now.
  sync(): void {
    this.frames.tellUnbound();
    this.drain();
    for (const p of this.uncounted) this.pending.add(p);
    this.uncounted.clear();
    this.frames.readNames();
    this.model.update(this.take());
  }

  /// The same without the counts, which wait for the next `sync`. To be called behind `drain`.
  look(): void {
    this.frames.tellUnbound();
    this.frames.readNames();
    for (const p of this.pending) this.uncounted.add(p);
    this.model.update(this.take(), false);
  }

  /// What changed and has a box.
  private take(): KnownObject[] {
    const objects: KnownObject[] = [];
    for (const p of this.pending) {
      const object = this.model.lookup(p);
      if (object !== undefined) objects.push(object);
    }
    this.pending.clear();
    return objects;
  }
}
