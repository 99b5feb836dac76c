/// The stack of frames that the trace tells of: the cell's module and the calls under way in it.
import type { Frame } from '../vm/frame';
import type { Vm } from '../vm/vm';
import type { HeapModel, Ref } from './model';
import { Op } from './payload';
import { ShownFrame, isShown } from './shownframe';
import type { StringTable } from './strings';

export class ShownFrames {
  private readonly frames: ShownFrame[] = [];
  /// What was told of the module's names, which stay from cell to cell.
  readonly moduleNames = new Map<string, Ref>();

  constructor(private readonly vm: Vm, private readonly model: HeapModel) {}

  get length(): number {
    return this.frames.length;
  }

  get module(): ShownFrame | undefined {
    return this.frames[0];
  }

  get top(): ShownFrame | undefined {
    return this.frames[this.frames.length - 1];
  }

  /// The module of a cell begins, or the code of the cell's last expression, which takes its place.
  pushModule(frame: Frame): void {
    this.frames.pop()?.leave();
    this.frames.push(new ShownFrame(this.vm, this.model, frame, this.moduleNames));
  }

  /// A call begins.
  enter(frame: Frame, strings: StringTable): void {
    const { plain } = frame.code;
    this.frames.push(new ShownFrame(this.vm, this.model, frame));
    this.model.push(Op.FRAME, strings.index(plain.name), strings.index(plain.filename), plain.firstlineno);
    this.readNames();
    this.model.tellFresh();
  }

  leave(): void {
    this.frames.pop()?.leave();
    this.model.push(Op.RETURN);
  }

  /// Forgets them all without a word.
  clear(): void {
    while (this.frames.length > 0) this.frames.pop()!.leave();
  }

  /// Tells which frames are gone and which are new since the last look.
  catchUp(strings: StringTable): void {
    for (const { namespace } of this.frames) this.vm.tellEntry(namespace, -1);
    const running: Frame[] = [];
    for (let { frame } = this.vm; frame !== undefined; frame = frame.previous) if (isShown(frame)) running.unshift(frame);
    // The module's names are there when its frame has ended.
    while (this.frames.length > 1 && !running.includes(this.top!.frame)) this.leave();
    for (const frame of running) if (!this.frames.some(shown => shown.frame === frame)) this.enter(frame, strings);
  }

  /// Compares the names of the frame on top and of the module with what was told.
  readNames(): void {
    const { top } = this;
    if (top === undefined) return;
    if (this.frames.length > 1) this.frames[0]!.readNames(0);
    top.readNames(this.frames.length - 1);
  }

  /// Names that are gone, told before the deaths this may have brought.
  tellUnbound(): void {
    const { top } = this;
    if (top === undefined) return;
    if (this.frames.length > 1) this.frames[0]!.tellUnbound(0);
    top.tellUnbound(this.frames.length - 1);
  }
}
