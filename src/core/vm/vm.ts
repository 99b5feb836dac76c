/// The virtual machine's state: an interpreter whose frames run bytecode.
import { HostTable } from '../objects/heap';
import { Interp } from '../objects/interp';
import type { Ptr } from '../memory/ram';
import type { Profile } from '../profile/profile';
import { dictGetItemKnownStr } from '../objects/dictobject';
import type { Constructor } from './callop';
import type { HostCode } from './codeobject';
import { Asking } from './asking';
import { compileSource } from './compile';
import type { CompileMode } from './compile';
import { Frame } from './frame';
import type { GeneratorState } from './frame';
import type { VmGcHost } from './gchost';
import type { Generators } from './generators';
import { importName } from './import';
import type { ImportCosts } from './importcost';
import type { ModuleFinder } from './import';
import { Jit } from './jit/jit';

/// Bytes of simulated memory for frames.
const STACK_BYTES = 16 << 20;

/// Watches every instruction: the trace recorder, or the audit.
export interface InstructionObserver {
  /// Before the instruction at `ip` of the frame; frame.sp and frame.ip are set.
  beforeInstruction(frame: Frame, ip: number): void;
  /// A frame was pushed or popped.
  onPush(frame: Frame): void;
  onPop(frame: Frame): void;
  /// `vm.raised` was raised in the frame that runs; not `isNew`: raised again, or come from a frame that it called.
  onRaise(isNew: boolean): void;
  /// The frame is about to return or yield the value.
  onReturn?(frame: Frame, value: Ptr): void;
  /// `vm.raised` has the frame in its traceback.
  onException?(frame: Frame): void;
  /// The frame is about to end with `vm.raised`.
  onUnwind?(frame: Frame): void;
}

/// Who watches: the host (recorder, audit) and the program itself (sys.settrace).
type Watcher = 'host' | 'program';

/// Two observers, one after the other.
export const both = (first: InstructionObserver, second: InstructionObserver): InstructionObserver => ({
  beforeInstruction: (frame, ip) => {
    first.beforeInstruction(frame, ip);
    second.beforeInstruction(frame, ip);
  },
  onPush: frame => {
    first.onPush(frame);
    second.onPush(frame);
  },
  onPop: frame => {
    first.onPop(frame);
    second.onPop(frame);
  },
  onRaise: isNew => {
    first.onRaise(isNew);
    second.onRaise(isNew);
  },
  onReturn: (frame, value) => {
    first.onReturn?.(frame, value);
    second.onReturn?.(frame, value);
  },
  onException: frame => {
    first.onException?.(frame);
    second.onException?.(frame);
  },
  onUnwind: frame => {
    first.onUnwind?.(frame);
    second.onUnwind?.(frame);
  }
});

/// See `HeapEvent` of the recorder.
export interface RecordedEvent {
  readonly kind: string;
  readonly line: number;
  readonly type: string;
  readonly address: number;
  readonly generation: number;
  readonly collected: number;
}

export class Vm extends Interp {
  readonly codes = new HostTable<HostCode>();
  /// Host side of generators; set by createVm.
  generators: Generators = undefined as unknown as Generators;
  /// Host side of frame objects.
  readonly frames = new HostTable<Frame>();
  /// The frame that runs; undefined between cells.
  frame: Frame | undefined = undefined;
  /// `stackUse` when the innermost eval loop began.
  loopUse = 0;
  /// Frames in the chain, and the most there may be (sys.setrecursionlimit).
  depth = 0;
  recursionLimit = 1000;
  readonly jit: Jit;
  /// The innermost eval loop may end when the budget is spent.
  sliced = false;
  /// Instructions left in this slice, counted at jumps back and calls.
  budget = 0;
  /// Whether to raise KeyboardInterrupt at the next eval-breaker check.
  interrupted = false;
  /// For each type index: the constructor last found for that class.
  readonly constructors: (Constructor | undefined)[] = [];
  /// The names `__init__`, `__builtins__` and `__name__`; 0 = not asked for yet.
  initName: Ptr = 0;
  builtinsName: Ptr = 0;
  nameName: Ptr = 0;
  /// See funcobject.ts.
  readonly moduleEntries = new Int32Array(2);
  /// For the versions of keys tables; see inlinecache.
  nextKeysVersion = 1;
  /// The value a generator just returned; a new reference for the taker.
  returned: Ptr = 0;
  /// The exception being raised again gets no new traceback entry for the frame (RERAISE).
  reraised = false;
  /// The exception being thrown has left all frames of the eval loop already.
  unwound = false;
  /// Frames that are being cleared; what they still hold are roots.
  readonly dying: Frame[] = [];
  observer: InstructionObserver | undefined = undefined;
  /// Those that `observer` is made of.
  readonly watchers: { host?: InstructionObserver | undefined; program?: InstructionObserver | undefined } = {};
  /// Answers for input().
  readonly asking = new Asking();
  /// A frame whose end somebody waits for, and who.
  watchedFrame: Frame | undefined = undefined;
  onWatchedFrameEnd: () => void = () => undefined;
  /// What the instruction BREAKPOINT does; frame.ip is already past it.
  onBreakpoint: (frame: Frame) => void = () => undefined;
  /// Interpreter shutdown has begun (sys.is_finalizing()).
  finalizing = false;
  /// The collector's view of this machine; set by createCollector.
  gc: VmGcHost = undefined as unknown as VmGcHost;
  /// Where modules come from that are not in sys.modules; set by the machine.
  findModule: ModuleFinder = () => undefined;
  /// Undefined: CPython's own start is not over.
  importCosts: ImportCosts | undefined = undefined;
  /// Imports leave CPython's garbage (profile/leftovers.ts): in a script. In a notebook memory_sim.unreachable() would list it.
  leavesGarbage = false;
  /// What the recorder has seen of the cell; undefined: nobody records.
  recordedEvents: (() => readonly RecordedEvent[]) | undefined = undefined;
  /// Called at interpreter shutdown, the last first.
  readonly atExit: (() => void)[] = [];
  /// Source texts by file name, for the lines of tracebacks.
  readonly sources = new Map<string, string>();
  /// sys.modules, the dict of sys, and the builtins module with its dict; counted.
  modules: Ptr = 0;
  sysDict: Ptr = 0;
  builtinsModule: Ptr = 0;
  builtinsDict: Ptr = 0;
  /// A copy of the dict from the start, which holds each builtin once more (interp->builtins_copy).
  builtinsCopy: Ptr = 0;
  /// A dict that holds the functions of sys once more (interp->sysdict_copy).
  sysCopy: Ptr = 0;

  /// First and last word of the stack region, and the next free one.
  readonly stackStart: number;
  readonly stackEnd: number;
  stackTop: number;
  private readonly pool: Frame[] = [];

  constructor(profile: Profile, bytes: number, compileAfter?: number) {
    super(profile, bytes);
    this.jit = new Jit(this, compileAfter);
    const stackBytes = Math.min(STACK_BYTES, bytes >> 3) & ~15;
    this.stackStart = this.memory.reserve(stackBytes);
    this.stackEnd = this.stackStart + (stackBytes >> 2);
    this.stackTop = this.stackStart;
  }

  /// A name of the builtins module, borrowed.
  watch(by: Watcher, observer: InstructionObserver | undefined): void {
    this.watchers[by] = observer;
    const { host, program } = this.watchers;
    this.observer = host === undefined || program === undefined ? host ?? program : both(host, program);
  }

  builtin(name: string): Ptr {
    return dictGetItemKnownStr(this, this.builtinsDict, this.name(name));
  }

  /// Line `line` (from 1) of a source that the machine knows, as it stands, or ''.
  sourceLine(filename: string, line: number): string {
    return this.sources.get(filename)?.split(/\r\n|\r|\n/)[line - 1] ?? '';
  }

  /// Compiles source text to a code object; raises the guest's SyntaxError.
  compile(source: string, filename: string, mode: CompileMode): Ptr {
    return compileSource(this, source, filename, mode);
  }

  /// import: the module, or with an empty fromlist the package it begins with.
  importName(name: Ptr, globals: Ptr, fromlist: Ptr, level: number): Ptr {
    return importName(this, name, globals, fromlist, level);
  }

  /// The host side of a generator.
  generatorOf(generator: Ptr): GeneratorState {
    return this.generators.get(generator);
  }

  /// A frame object of the host with no contents.
  takeFrame(): Frame {
    return this.pool.pop() ?? new Frame();
  }

  /// Gives a frame back whose contents were dropped.
  releaseFrame(frame: Frame): void {
    frame.previous = undefined;
    frame.func = frame.codeRef = frame.evalFunction = frame.locals = frame.frameObject = frame.generator = 0;
    frame.owner = 0;
    this.pool.push(frame);
  }

  /// The same for a frame that never had more than a function.
  releaseCall(frame: Frame): void {
    frame.previous = undefined;
    frame.func = 0;
    this.pool.push(frame);
  }
}

/// The virtual machine an interpreter is: every Interp of this program is one.
export const vmOf = (it: Interp): Vm => it as Vm;
