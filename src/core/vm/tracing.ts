/// sys.settrace(): what a program has called for each call, line, return and exception (CPython 3.14 Python/legacy_tracing.c,
/// 3.11 Python/ceval.c maybe_call_line_trace). Frames of the library are not traced: in CPython most of it is C. No 'opcode' events:
/// instructions are not as small as CPython's.
import { Opcode } from '../compiler/opcodes';
import type { Ptr } from '../memory/ram';
import { call } from '../objects/abstract';
import { excField } from '../objects/exceptions';
import { ExcField } from '../objects/exceptiontree';
import { tupleSteal } from '../objects/tuple';
import type { Frame } from './frame';
import { frameTrace, getFrameObject, setFrameTrace, tracesLines } from './frameobject';
import type { InstructionObserver, Vm } from './vm';

type TraceEvent = 'call' | 'line' | 'return' | 'exception';

/// No instruction of the frame was traced yet.
const BEGINNING = -1;

class Tracer implements InstructionObserver {
  /// By frame, the instruction traced last.
  private readonly last = new Map<Frame, number>();
  /// The function runs for an event: what it does is not traced.
  private busy = false;

  /// `callback`: counted by the tracer.
  constructor(private readonly vm: Vm, readonly callback: Ptr) {}

  beforeInstruction(frame: Frame, ip: number): void {
    if (this.busy || frame.code.isLibrary) return;
    const op = frame.code.instructions[ip]! & 255;
    if (op === Opcode.RESUME) {
      const again = this.last.has(frame);
      this.last.set(frame, again ? ip : BEGINNING);
      this.tell(frame, 'call', 0);
      return;
    }
    const last = this.last.get(frame);
    if (frame.frameObject === 0 || frameTrace(this.vm, frame.frameObject) === 0) {
      if (last !== undefined) this.last.set(frame, ip);
      return;
    }
    const { lines } = frame.code.plain;
    const line = lines[ip] ?? -1;
    const isNew = last === undefined || last === BEGINNING || lines[last] !== line || (ip < last && op !== Opcode.SEND);
    this.last.set(frame, ip);
    if (line !== -1 && isNew && tracesLines(this.vm, frame.frameObject)) this.tell(frame, 'line', 0);
  }

  onPush(): void {
    // The call is told when the frame begins to run.
  }

  onPop(frame: Frame): void {
    if (frame.generator === 0) this.last.delete(frame);
  }

  onRaise(): void {
    // Told when the traceback has the frame.
  }

  onReturn(frame: Frame, value: Ptr): void {
    if (this.isTraced(frame)) this.tell(frame, 'return', value);
  }

  onException(frame: Frame): void {
    if (!this.isTraced(frame)) return;
    const { vm } = this;
    const exception = vm.own(vm.fetchRaised());
    const traceback = excField(vm, exception, ExcField.TRACEBACK) || vm.singletons.none;
    const info = vm.own(tupleSteal(vm, [vm.typeOf(exception).ptr, exception, traceback].map(p => vm.newRef(p))));
    this.shield(() => { this.tell(frame, 'exception', info); });
    vm.drop();
    vm.take();
    if (vm.raised === 0) vm.raised = exception;
    else vm.decref(exception);
  }

  /// The frame ends with `vm.raised`.
  onUnwind(frame: Frame): void {
    if (!this.isTraced(frame)) return;
    const { vm } = this;
    const exception = vm.own(vm.fetchRaised());
    this.shield(() => { this.tell(frame, 'return', 0); });
    vm.take();
    if (vm.raised === 0) vm.raised = exception;
    else vm.decref(exception);
  }

  private isTraced(frame: Frame): boolean {
    return !this.busy && !frame.code.isLibrary && frame.frameObject !== 0 && frameTrace(this.vm, frame.frameObject) !== 0;
  }

  /// What fails takes the place of the exception that is on its way.
  private shield(action: () => void): void {
    const mark = this.vm.held.length;
    try {
      action();
    } catch (error) {
      this.vm.isGuestError(error);
      this.vm.unwind(mark);
    }
  }

  /// Calls the function, which may give another one for the frame; one that fails traces no more.
  private tell(frame: Frame, event: TraceEvent, arg: Ptr): void {
    const { vm } = this;
    const object = vm.own(vm.newRef(getFrameObject(vm, frame)));
    const callback = vm.own(vm.newRef(event === 'call' ? this.callback : frameTrace(vm, object)));
    this.busy = true;
    try {
      const local = call(vm, callback, [object, vm.name(event), arg || vm.singletons.none]);
      if (local !== vm.singletons.none) setFrameTrace(vm, object, local);
      else vm.decref(local);
    } catch (error) {
      vm.isGuestError(error);
      setFrameTrace(vm, object, 0);
      setTrace(vm, 0);
      throw error;
    } finally {
      this.busy = false;
    }
    vm.drop(2);
  }
}

/// The function of sys.settrace(), borrowed; 0 = none.
export const traceFunction = (vm: Vm): Ptr => (vm.watchers.program as Tracer | undefined)?.callback ?? 0;

/// `callback` is borrowed; 0 = none.
export function setTrace(vm: Vm, callback: Ptr): void {
  const old = traceFunction(vm);
  vm.watch('program', callback === 0 ? undefined : new Tracer(vm, vm.newRef(callback)));
  vm.xdecref(old);
}
