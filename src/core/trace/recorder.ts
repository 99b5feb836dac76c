/// Records a cell: cuts its run into steps and tells what each did, as operations of the payload.
///
/// A step is a line of a guest's frame: what the line did up to its end, to a call or to a return. The recorder looks
/// at the heap between instructions and never changes it.
import { Opcode } from '../compiler/opcodes';
import { attributePlaces } from '../objects/instanceattrs';
import { addressOf } from '../memory/ram';
import type { TypeObject } from '../objects/typeobject';
import { untag } from '../vm/frame';
import type { Frame } from '../vm/frame';
import { objectAt } from '../vm/heapwalk';
import { both } from '../vm/vm';
import type { InstructionObserver, Vm } from '../vm/vm';
import { Changes } from './changes';
import { eventsOf } from './eventlog';
import type { HeapEvent } from './eventlog';
import { Folding } from './folding';
import { GcRecorder } from './gcrecorder';
import { HeapLog } from './heaplog';
import { identityOf } from './identity';
import { InstructionLog } from './instructionlog';
import { LiveModel } from './livemodel';
import { HeapModel } from './model';
import { LeftOut, Op, TRACE_VERSION } from './payload';
import type { TracePayload } from './payload';
import { messageOf } from './raised';
import { isShown } from './shownframe';
import { ShownFrames } from './shownframes';
import { SourceLines } from './sourcelines';
import { StepLog, packedLength } from './steplog';
import { StringTable, clip } from './strings';
import type { ReadWords } from './wordlog';

export class Recorder implements InstructionObserver {
  private strings = new StringTable();
  readonly model: HeapModel;
  private readonly folding: Folding;
  private readonly log: InstructionLog;
  private readonly frames: ShownFrames;
  private readonly changes: Changes;
  private steps = new StepLog();
  private start: number[] = [];
  private step: number[] = [];
  private run = 0;
  private file = '';
  private source = '';

  /// `alongside` watches too, steps folded or not (the audit).
  /// `wordsOf` gives the words of a live object; without it they are not told.
  constructor(private readonly vm: Vm, private readonly alongside?: InstructionObserver, wordsOf: ReadWords = () => []) {
    this.model = new HeapModel(vm, this.strings);
    this.model.onLimit = objects => this.note(LeftOut.OBJECTS, objects);
    this.folding = new Folding(vm, this);
    this.log = new InstructionLog(vm, this.model);
    this.frames = new ShownFrames(vm, this.model);
    this.changes = new Changes(vm, this.model, this.frames, () => this.log.isRunning);
    this.lines = new SourceLines(vm, this.strings, '');
    this.heap = new HeapLog(vm, this.model, wordsOf);
    vm.gc.collector.listener = new GcRecorder(this);
    vm.recordedEvents = () => this.events();
  }

  /// Which run on this heap this is.
  get cell(): number {
    return this.run;
  }

  /// Whether the cell runs on unrecorded for now.
  get inFold(): boolean {
    return this.folding.isFolding;
  }

  /// Whether one more collection within a fold is to be told.
  takeFoldedCollection(most: number): boolean {
    return this.folding.takeCollection(most);
  }

  /// What was told within a fold becomes a step.
  endFoldedStep(): void {
    const ops = this.model.takeOps();
    if (ops.length > 0) this.addStep(this.frames.top?.line ?? 0, ops);
  }

  /// Whether steps are being recorded, and not folded.
  get isRecording(): boolean {
    return this.watching;
  }

  /// A cell begins. Its module frame is not entered yet.
  begin(source: string, file: string): void {
    this.strings = new StringTable();
    this.steps = new StepLog();
    this.step = [];
    this.frames.clear();
    this.source = source;
    this.file = file;
    this.run++;
    const { moduleNames } = this.frames;
    this.model.forgetUntoldItems(moduleNames.values());
    const kept = this.model.forgetFar(moduleNames);
    this.start = this.tellStart(() => {
      const state = this.model.restart(this.strings);
      for (const [name, ref] of moduleNames) state.push(Op.NAME, 0, this.strings.index(name), this.model.encode(ref));
      return state;
    });
    this.written = -this.strings.size;
    this.heap.note();
    this.folding.restart();
    if (kept !== undefined) this.note(LeftOut.OBJECTS, kept);
    this.log.restart();
    this.resume();
  }

  /// The heap between two cells: the state that the next cell would begin with, and more of it, and no steps.
  snapshot(): TracePayload {
    this.strings = new StringTable();
    this.steps = new StepLog();
    this.log.restart();
    this.source = '';
    const live = new LiveModel(this.vm, this.strings, this.model);
    this.start = this.tellStart(() => live.tell(this.strings, this.frames.moduleNames.keys()));
    this.heap.note();
    return this.payload(live);
  }

  private tellStart(tell: () => number[]): number[] {
    this.heap.restart();
    this.lines = new SourceLines(this.vm, this.strings, this.file);
    this.isOn = this.vm.gcEnabled;
    return [Op.FRAME, this.strings.index('<module>'), this.strings.index(this.file), 1, ...tell(), ...(this.isOn ? [] : [Op.GC_SWITCH, 0])];
  }

  /// Whether the collector starts by itself, as far as was told.
  private isOn = true;

  /// Starts or goes on watching every instruction.
  resume(): void {
    this.vm.touchedLength = 0;
    this.vm.recording = true;
    this.vm.watch('host', this.alongside === undefined ? this : both(this, this.alongside));
    this.watching = true;
  }

  /// Stops watching until `resume`, after which `catchUp` must follow.
  suspend(): void {
    this.flush();
    this.stopWatching();
  }

  private stopWatching(): void {
    this.vm.recording = false;
    this.vm.watch('host', this.alongside);
    this.watching = false;
  }
  private watching = false;

  /// Looks at everything anew after a fold; the frames are those that run now.
  catchUp(): void {
    for (const { name, text } of this.folding.takeOutput()) this.tellOutput(name, text);
    this.frames.catchUp(this.strings);
    this.frames.tellUnbound();
    this.model.resync();
    this.frames.readNames();
    this.model.tellFresh();
  }

  /// The cell is over; everything it left is told.
  finish(): TracePayload {
    if (!this.isRecording) {
      this.resume();
      this.catchUp();
    }
    this.sync();
    this.flush();
    this.stopWatching();
    this.folding.stop();
    const payload = this.payload();
    const { leftOut } = this.folding;
    return leftOut.length === 0 ? payload : { ...payload, leftOut };
  }

  private payload(model = this.model): TracePayload {
    const { vm } = this;
    const { collector } = vm.gc;
    const { live, ...heap } = this.heap.payload();
    return {
      version: TRACE_VERSION,
      python: vm.profile.version,
      file: this.file,
      source: this.source,
      run: this.run,
      types: this.types(model),
      ...(this.lines.told.length > 0 && { lines: this.lines.told }),
      strings: this.strings.strings,
      start: this.start,
      steps: this.steps.unpack(),
      ...heap,
      ...(this.log.instructions !== undefined && { instructions: this.log.instructions }),
      totals: {
        live,
        shown: model.known.size,
        freed: model.freed,
        count: collector.counts,
        threshold: [...collector.thresholds]
      }
    };
  }

  private types(model: HeapModel): number[][] {
    const { strings, vm } = this;
    const isThere = (type: TypeObject): boolean => !type.isHeapType || (objectAt(vm, type.ptr) === type.ptr && vm.i32[type.ptr] !== 0);
    return [...model.types].filter(([, type]) => isThere(type)).map(([name, type]) =>
      [strings.index(name), addressOf(type.ptr) / 16, ...attributePlaces(vm, type).map(p => strings.index(vm.text(p)))]);
  }

  /// What was recorded of this cell up to now; nothing changes by asking.
  events(): HeapEvent[] {
    if (this.isRecording) this.sync();
    return eventsOf(this.start, [...this.steps.unpack(), [this.step[0] ?? this.frames.top?.line ?? 1, ...this.model.pending]], this.strings.strings);
  }

  // --- what happens -------------------------------------------------------------------------------------------

  beforeInstruction(frame: Frame, ip: number): void {
    this.endReturned();
    const shown = this.frames.top;
    if (shown?.frame !== frame) return;
    const line = frame.code.lines[ip]!;
    const previous = shown.ip;
    const backward = ip < previous;
    shown.ip = ip;
    if (backward && this.folding.foldsLoop(frame, ip, previous, this.steps.length)) return;
    if (line <= 0 || ip === 0 || shown.isBefore(ip) || (line === shown.line && !(backward && this.hasNews()))) {
      this.logInstruction(frame, ip);
      return;
    }
    this.flush();
    shown.line = line;
    if (this.folding.foldsRest(this.frames.module!.frame, frame, this.steps.length)) {
      this.step = [line];
      return;
    }
    this.step = [this.beginLine(frame, line)];
    this.logInstruction(frame, ip);
  }

  /// One instruction of the step is over, the next begins.
  private logInstruction(frame: Frame, ip: number): void {
    this.takeApart(frame, ip);
    if ((frame.code.instructions[ip]! & 255) === Opcode.IS_OP) this.tellIdentity(frame);
  }

  /// `is` is about to compare the two objects on top of the stack.
  private tellIdentity(frame: Frame): void {
    const { model, vm } = this;
    const [left, right] = [untag(vm.i32[frame.sp - 2]!), untag(vm.i32[frame.sp - 1]!)];
    const reason = identityOf(vm, frame.code, left, right);
    if (reason !== undefined) this.tell(Op.IDENTITY, model.encode(model.temporary(left)), model.encode(model.temporary(right)), reason);
  }

  private takeApart(frame: Frame, ip: number): void {
    const { log } = this;
    if (log.isFull) {
      if (!log.isRunning) return;
      this.note(LeftOut.INSTRUCTIONS, this.steps.length);
    }
    const { changes } = this;
    if (log.isRunning) {
      changes.drain();
      if (log.isActive) changes.look();
      log.end(frame, changes.touched);
      changes.touched.clear();
    }
    if (!log.isFull) log.begin(frame, ip, this.strings);
  }

  /// Tells one operation, after all that happened before.
  tell(...op: number[]): void {
    if (this.isRecording) this.changes.drain();
    this.model.push(...op);
  }

  private hasNews(): boolean {
    this.sync();
    return this.model.hasNews;
  }

  onPush(frame: Frame): void {
    if (!isShown(frame)) return;
    const { frames } = this;
    const { module } = frames;
    if (module === undefined || (frames.length === 1 && frame.locals === module.namespace)) {
      // A cell's last expression is code of its own: what is left of the line before belongs to that.
      if (module !== undefined) this.flush();
      frames.pushModule(frame);
      return;
    }
    // No touch tells of the count of 0 that containers have while a `__del__` or a weak reference's callback runs on the way.
    if (this.vm.deallocDepth > 0) for (const p of this.vm.deallocatingNow()) this.changes.add(p);
    this.sync();
    this.nameStep();
    frames.top!.tellStack();
    frames.enter(frame, this.strings);
    this.flush();
  }

  onPop(frame: Frame): void {
    const isTop = this.frames.top?.frame === frame;
    if (isTop) this.sync();
    // Whether a generator is suspended or finished shows only after this.
    if (frame.generator !== 0) this.changes.add(frame.generator);
    if (!isTop) return;
    if (this.frames.length === 1) return;
    this.nameStep();
    this.frames.leave();
    this.returned = true;
  }
  /// The frame on top has just been left; what it drops still belongs to its last line.
  private returned = false;

  /// What the library raises and handles is its own business: told is what reaches a frame that is shown.
  onRaise(isNew: boolean): void {
    const { vm, model } = this;
    this.isRaised ||= isNew;
    if (this.frames.length === 0 || vm.raised === 0 || !this.isRaised || (vm.frame !== undefined && !isShown(vm.frame))) return;
    this.isRaised = false;
    this.changes.drain();
    model.push(Op.RAISE, this.strings.index(vm.typeOf(vm.raised).name), this.strings.index(clip(messageOf(vm, vm.raised))));
  }
  /// An exception is on its way that has not been told.
  private isRaised = false;

  output(name: 'stdout' | 'stderr', text: string): void {
    if (this.isRecording) {
      this.changes.drain();
      this.tellOutput(name, text);
    } else if (this.inFold) {
      this.folding.keep(name, text);
    }
  }

  private tellOutput(name: 'stdout' | 'stderr', text: string): void {
    this.model.push(Op.OUTPUT, name === 'stdout' ? 0 : 1, this.strings.index(clip(text)));
  }

  // --- telling it ----------------------------------------------------------------------------------------------

  /// What goes on in a step belongs to the line of the frame that is on top now.
  private nameStep(): void {
    const { top } = this.frames;
    if (this.step.length === 0 && top !== undefined) this.step = [this.beginLine(top.frame, top.line)];
  }

  /// The line, which a step is of; before its first line (0) a frame is at its beginning.
  private beginLine({ code: { plain } }: Frame, line: number): number {
    const at = line || plain.firstlineno;
    this.lines.note(plain.filename, at);
    return at;
  }

  /// Tells the state of the heap and of the names as they are now.
  sync(): void {
    this.changes.sync();
  }

  /// Ends the step, if it began.
  flush(): void {
    this.sync();
    this.tellSwitch();
    const { top } = this.frames;
    top?.tellStack();
    // The rest of a line after a call, if all it does is drop temporaries, is told with what follows; so is what a function
    // does with its closure before its first line.
    if (this.step.length === 0 && (!this.model.hasNews || (this.frames.length > 1 && top!.line === 0))) return;
    const ops = this.model.takeOps();
    this.log.endStep(this.steps.length, top?.frame);
    this.changes.touched.clear();
    // Behind a cell's last line nothing new runs.
    this.line = this.step[0] ?? (top === undefined ? this.line : this.beginLine(top.frame, top.line));
    this.addStep(this.line, ops);
    this.step = [];
  }

  private tellSwitch(): void {
    if (this.isOn === this.vm.gcEnabled) return;
    this.isOn = this.vm.gcEnabled;
    this.model.push(Op.GC_SWITCH, this.isOn ? 1 : 0);
  }

  /// A frame has returned to native code, which goes on: what that does belongs to the line that called it.
  endReturned(): void {
    if (!this.returned) return;
    this.flush();
    this.returned = false;
  }

  /// Of the last step.
  private line = 0;
  private lines: SourceLines;
  private readonly heap: HeapLog;

  private addStep(line: number, ops: number[]): void {
    this.steps.add(line, ops);
    this.heap.note();
    this.written += packedLength(line, ops);
  }
  /// Length of the steps in the packed form, less that of the texts at the start.
  private written = 0;

  /// Length of what was told so far in the packed form, without the state at the start.
  get size(): number {
    return this.written + this.strings.size;
  }

  /// Notes what the trace leaves out; see `LeftOut`.
  note(...what: number[]): void {
    this.folding.note(...what);
  }
}
