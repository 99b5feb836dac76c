/// The machine that hosts use: the virtual machine with its modules, outputs and recorder put together.
import { complete } from './assist/complete';
import { inspect } from './assist/inspect';
import type { BeginOptions, CellResult, Completions, IMachine, MachineOptions, Output, PythonVersion, Said } from './machine';
import type { Ptr } from './memory/ram';
import { wordsOf } from './modules/layouts';
import { findBuiltinModule } from './modules/registry';
import { GuestError } from './objects/interp';
import type { VmHooks } from './objects/interp';
import { qualnameOfType } from './objects/typenames';
import { strText } from './objects/abstract';
import { newMachineVm } from './machineVm';
import { enter, frameForCode } from './vm/calls';
import { SUSPENDED } from './vm/evalloop';
import { runSlice } from './vm/runframe';
import { ReturnTo } from './vm/frame';
import type { Frame } from './vm/frame';
import { holdLiterals } from './vm/codeobject';
import { compileMain } from './vm/compile';
import { forgetModule } from './vm/import';
import type { TracePayload } from './trace/payload';
import { Recorder } from './trace/recorder';
import { enterScript, finalizeInterpreter, mainDict, setLastVars } from './vm/lifecycle';
import { flushIo } from './vm/stdfiles';
import { formatException } from './vm/tracebackformat';
import { callExceptHook } from './modules/syshooks';
import type { Vm } from './vm/vm';

/// What a check looks at the heap through.
const OBSERVER = 'memory_sim';

export function createMachine(options: MachineOptions = {}): IMachine {
  return new Machine(options);
}

/// The part of the young threshold from which a notebook's first lines would reach it.
const NEAR_THRESHOLD = 0.9;

class Machine implements IMachine {
  readonly python: PythonVersion;
  private readonly vm: Vm;
  private entry: Frame | undefined;
  private pending: CellResult | undefined;
  /// The code of the cell's last expression is still to run; it is the reference held.
  private hasLast = false;
  private displaying = false;
  private isScript = false;

  private readonly recorder: Recorder | undefined;

  constructor(private readonly options: MachineOptions) {
    this.python = options.python ?? '3.14';
    const write: VmHooks['write'] = (name, text) => {
      this.recorder?.output(name, text);
      options.onOutput?.({ output_type: 'stream', name, text });
    };
    this.vm = newMachineVm(this.python, options, findBuiltinModule, write, text => this.show(text));
    this.vm.asking.source = () => options.input;
    if (options.record !== false) this.recorder = new Recorder(this.vm, this.vm.observer, (p, most) => wordsOf(this.vm, p, most));
  }

  begin(source: string, filename: string, { display = false, script = false, check = false, argument = filename }: BeginOptions = {}): void {
    if (this.entry !== undefined) throw new Error('a cell is still running');
    const { vm } = this;
    vm.sources.set(filename, source);
    this.isScript = vm.leavesGarbage = script;
    this.recorder?.begin(source, filename);
    this.pending = this.guard(() => {
      if (check) forgetModule(vm, OBSERVER);
      if (script && !this.started) enterScript(vm, filename, argument);
      const { body, last, literals } = compileMain(vm, source, filename, display, script);
      for (const code of [body, last]) if (code !== 0) holdLiterals(vm, code, literals);
      this.hasLast = last !== 0;
      if (last !== 0) vm.own(last);
      this.enterModule(body);
      this.collectAtStart();
    });
  }

  /// The collection that CPython's own start made due, which the first module begins with: nothing of the program is in it.
  /// A notebook begins behind one that its first objects would set off: they are not what it is about.
  private collectAtStart(): void {
    const { vm } = this;
    const { collector } = vm.gc;
    const isNear = !this.isScript && vm.youngCount > NEAR_THRESHOLD * vm.youngThreshold;
    if (!this.started && (vm.gcScheduled || isNear) && vm.profile.collectsAtEvalBreaker) {
      if (isNear) vm.youngCount = Math.max(vm.youngCount, vm.youngThreshold + 1);
      collector.unwatched(() => collector.runGC());
    }
    this.started = true;
  }
  private started = false;

  /// Readies code to run as `__main__`; takes over the reference.
  private enterModule(code: Ptr): void {
    const { vm } = this;
    const globals = mainDict(vm);
    const frame = frameForCode(vm, code, globals, globals);
    vm.decref(code);
    frame.returnTo = ReturnTo.NATIVE;
    enter(vm, frame);
    this.entry = frame;
  }

  resume(instructions: number): CellResult | undefined {
    const { vm } = this;
    if (this.entry === undefined) return this.finish(this.pending ?? { status: 'ok' });
    if (this.asking !== undefined) return undefined;
    vm.budget = instructions;
    const result = this.guard(() => {
      do {
        const value = runSlice(vm, this.entry!);
        if (value === SUSPENDED) return false;
        vm.decref(value);
      } while (this.enterLast());
      return true;
    });
    if (result === undefined && this.suspended) return undefined;
    this.entry = undefined;
    return this.finish(result ?? { status: 'ok' });
  }

  /// Goes on with the last expression of the cell, if its value is to be shown.
  private enterLast(): boolean {
    if (!this.hasLast) return false;
    this.hasLast = false;
    this.displaying = true;
    this.enterModule(this.vm.take());
    return true;
  }

  private show(text: string): void {
    if (this.displaying) {
      this.options.onOutput?.({ output_type: 'execute_result', data: { 'text/plain': text }, metadata: {}, execution_count: null });
    } else {
      this.vm.hooks.write('stdout', `${text}\n`);
    }
  }

  private finish(result: CellResult): CellResult {
    this.vm.unwind(0);
    if (this.isScript) flushIo(this.vm);
    // An interrupt that came too late for this cell is not for the next one.
    this.vm.interrupted = false;
    this.pending = undefined;
    this.displaying = false;
    return this.recorder === undefined ? result : { ...result, trace: this.recorder.finish() };
  }

  private suspended = false;

  interrupt(): void {
    if (this.entry === undefined) return;
    this.vm.interrupted = true;
    this.vm.asking.cancel();
  }

  get asking(): string | undefined {
    return this.vm.asking.prompt;
  }

  answer(line: string | undefined): void {
    this.vm.asking.reply(line);
  }

  complete(source: string, cursor: number): Completions {
    return complete(this.vm, source, cursor);
  }

  inspect(source: string, cursor: number): readonly Said[] | undefined {
    return inspect(this.vm, source, cursor);
  }

  snapshot(): TracePayload | undefined {
    return this.entry === undefined ? this.recorder?.snapshot() : undefined;
  }

  shutdown(): void {
    this.vm.memory.withSpare(() => finalizeInterpreter(this.vm));
  }

  /// Runs guest code; reports what it raises. `attempt` returns false if it has not ended.
  private guard(attempt: () => boolean | undefined | void): CellResult | undefined {
    const { vm } = this;
    this.suspended = false;
    try {
      this.suspended = attempt() === false;
      return undefined;
    } catch (error) {
      if (!(error instanceof GuestError)) throw error;
      vm.unwind(0);
      vm.interrupted = false;
      return vm.memory.withSpare(() => this.report(vm.fetchRaised()));
    }
  }

  /// Writes the error output and drops the exception: nothing of the host holds it. That of a script is left in sys.
  private report(exception: Ptr): CellResult {
    const { vm } = this;
    const type = vm.typeOf(exception);
    vm.own(exception);
    const isEnd = this.isScript && !type.isSubtypeOf(vm.types.SystemExit);
    if (isEnd) setLastVars(vm, exception);
    if (isEnd && callExceptHook(vm, exception)) {
      vm.drop();
      return { status: 'error' };
    }
    const traceback = formatException(vm, exception).join('').replace(/\n$/, '').split('\n');
    let evalue = '';
    try {
      evalue = strText(vm, exception);
    } catch (error) {
      vm.isGuestError(error);
      vm.decref(vm.fetchRaised());
    }
    const output: Output = { output_type: 'error', ename: qualnameOfType(vm, type), evalue, traceback };
    this.options.onOutput?.(output);
    vm.drop();
    return { status: type === vm.types.KeyboardInterrupt ? 'interrupted' : 'error' };
  }
}
