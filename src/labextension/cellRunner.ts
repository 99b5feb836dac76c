/// Runs cells on one machine in short slices, so that messages get in between.
import type { CellResult, IMachine, MachineOptions, Output, PythonVersion } from '../core/machine';
import type { TracePayload } from '../core/trace/payload';
import { runSummary } from '../views/runSummary';
import { CellModules } from '../lessons/cellModules';
import { defect, misuse } from '../lessons/failures';
import { cellFilename, MAGIC, otherVersion, parseMagic } from '../lessons/magic';
import { OutputBatch } from '../lessons/outputBatch';
import type { Answers, FromWorker, MimeBundle, Question, RunRequest, RunStatus, ToWorker } from './protocol';
import { warmUp } from './warmUp';

/// How long one slice should take: an interrupt waits for its end.
const SLICE_MS = 12;
const FLUSH_MS = 50;
const FIRST_SLICE = 20_000;
const LARGEST_SLICE = 20_000_000;
/// The picture of a trace of so many steps is made within a few milliseconds.
const QUICK_STEPS = 1_000;

export interface CellRunnerHost {
  createMachine(options: MachineOptions): IMachine;
  /// The trace in a bundle.
  bundle(trace: TracePayload): MimeBundle;
  /// What stands in for it where no widget runs.
  standIns(trace: TracePayload): MimeBundle;
  post(message: FromWorker): void;
  /// Calls back after messages that wait have been handled.
  later(callback: () => void): void;
  /// Milliseconds.
  now(): number;
}

interface Run {
  request: RunRequest;
  batch: OutputBatch;
  flushed: number;
}

export class CellRunner {
  private machine: IMachine | undefined;
  private run: Run | undefined;
  /// Whether a cell has run on the machine; until then another version may take its place.
  private isUsed = false;
  /// How the machine was made ahead of its first cell, if nobody has asked it anything since: that leaves traces in its memory.
  private prepared: { python: PythonVersion; record: boolean } | undefined;
  private budget = FIRST_SLICE;
  private readonly modules = new CellModules();
  /// Traces of runs whose stand-ins were not asked for yet.
  private readonly told = new Map<number, TracePayload>();

  constructor(private readonly host: CellRunnerHost) {}

  receive(message: ToWorker): void {
    switch (message.type) {
      case 'run':
        this.start(message);
        break;
      case 'prepare':
        this.prepare(message.python, message.record);
        break;
      case 'interrupt':
        this.interrupt();
        break;
      case 'standIns':
        this.standIn(message.id);
        break;
      case 'line':
        this.line(message.id, message.line);
        break;
      case 'ask':
        this.ask(message);
    }
  }

  /// Makes a machine and warms it up, until there is something better to do.
  private prepare(python: PythonVersion, record: boolean): void {
    if (this.machine === undefined) {
      this.machine = this.createMachine(python, record);
      this.prepared = { python, record };
    }
    let told = false;
    const rounds = warmUp(options => this.host.createMachine({ ...options, python, record }), trace => {
      const bundle = this.host.bundle(trace);
      if (!told) {
        told = true;
        this.host.post({ type: 'practice', bundle });
      }
      this.host.standIns(trace);
    });
    const round = (): void => {
      if (!this.run && !this.isUsed && !rounds.next().done) {
        this.host.later(round);
      }
    };
    this.host.later(round);
  }

  /// Starts a cell; `post` gets its outputs and in the end one `done`. One cell at a time.
  start(request: RunRequest): void {
    this.run = { request, batch: new OutputBatch(), flushed: this.host.now() };
    const magic = parseMagic(request.cell);
    if (!magic?.ok) {
      this.fail(misuse(magic?.message ?? 'not a memory-sim cell'));
      return;
    }
    const { python, module } = magic.options;
    this.guard(() => {
      const version = python ?? request.python;
      if (!this.isUsed && !(this.prepared?.python === version && this.prepared.record === request.record)) {
        this.machine = undefined;
      }
      this.isUsed = true;
      const machine = (this.machine ??= this.createMachine(version, request.record));
      if (python !== undefined && python !== machine.python) {
        this.fail(misuse(otherVersion(machine.python, python)));
      } else if (module !== undefined) {
        this.write(this.modules.define(module, magic.source));
        this.finish('ok');
      } else {
        machine.begin(magic.source, cellFilename(request.count), { display: true });
        this.slice(machine);
      }
    });
  }

  /// Raises KeyboardInterrupt in the running cell, if there is one.
  interrupt(): void {
    const { machine } = this;
    if (this.run && machine) {
      const waited = machine.asking !== undefined;
      machine.interrupt();
      if (waited) {
        this.host.later(() => this.slice(machine));
      }
    }
    this.host.post({ type: 'interrupting' });
  }

  /// The line that a running cell's input() waits for.
  line(id: number, line: string | null): void {
    const { machine } = this;
    if (this.run?.request.id === id && machine?.asking !== undefined) {
      machine.answer(line ?? undefined);
      this.slice(machine);
    }
  }

  /// Answers a question, which must not cost the learner the heap.
  ask(question: Question): void {
    let answer: Answers[Question['about']] | undefined;
    try {
      answer = this.answer(question);
    } catch (error) {
      console.error('memory-sim: a question about the heap has no answer', error);
    }
    this.host.post({ type: 'answer', id: question.id, answer });
  }

  private answer({ about, cell, cursor, python, record }: Question): Answers[Question['about']] | undefined {
    this.prepared = undefined;
    if (about === 'snapshot') {
      return this.machine?.snapshot();
    }
    const magic = parseMagic(cell);
    const version = (magic?.ok ? magic.options.python : undefined) ?? python;
    if (!this.isUsed && this.machine?.python !== version) {
      this.machine = undefined;
    }
    const machine = (this.machine ??= this.createMachine(version, record));
    // The magic line becomes a comment of the same length.
    const source = cell.replace(MAGIC, '#'.repeat(MAGIC.length));
    return about === 'complete' ? machine.complete(source, cursor) : machine.inspect(source, cursor);
  }

  private createMachine(python: PythonVersion, record: boolean): IMachine {
    return this.host.createMachine({
      python,
      record,
      input: 'ask',
      onOutput: output => this.take(output),
      source: name => this.modules.import(name)
    });
  }

  private slice(machine: IMachine): void {
    this.guard(() => {
      const run = this.run!;
      const started = this.host.now();
      const result = machine.resume(this.budget);
      const ended = this.host.now();
      if (result) {
        this.finish(result.status, result);
        return;
      }
      if (machine.asking !== undefined) {
        this.flush(run.batch.take());
        this.host.post({ type: 'input', id: run.request.id, prompt: machine.asking });
        return;
      }
      // A slice that the cell's end or a question cut short says nothing of what a whole one takes.
      this.adapt(ended - started);
      if (ended - run.flushed >= FLUSH_MS) {
        run.flushed = ended;
        this.flush(run.batch.take());
      }
      this.host.later(() => this.slice(machine));
    });
  }

  /// Aims the next slice at `SLICE_MS`; grows by steps, so that one fast slice cannot make a long one.
  private adapt(ms: number): void {
    const factor = Math.min(2, SLICE_MS / Math.max(ms, 0.1));
    this.budget = Math.max(1, Math.min(LARGEST_SLICE, Math.round(this.budget * factor)));
  }

  private finish(status: RunStatus, result?: CellResult): void {
    const { request, batch } = this.run!;
    const trace = result?.trace;
    const outputs = batch.takeLast();
    // What is written goes along with the picture, so that the page is drawn once; a long trace's picture takes time.
    const ahead = trace !== undefined && trace.steps.length > QUICK_STEPS;
    if (ahead) {
      this.flush(outputs);
    }
    this.run = undefined;
    // The machine saw a blank first line; the reader of the trace sees the cell as it is in the editor.
    const told = trace && { ...trace, source: request.cell };
    this.host.post({ type: 'done', id: request.id, status, outputs: ahead ? [] : outputs, ...(told && { bundle: this.host.bundle(told), summary: runSummary(told) }) });
    if (told) {
      this.told.set(request.id, told);
    }
  }

  /// The page draws first: what stands in for a trace is made when it asks.
  private standIn(id: number): void {
    const trace = this.told.get(id);
    this.told.delete(id);
    if (trace) {
      this.host.post({ type: 'standIns', id, standIns: this.host.standIns(trace) });
    }
  }

  private fail(error: Output): void {
    this.write(error);
    this.finish('error');
  }

  private write(output: Output): void {
    this.run!.batch.add(output);
  }

  /// The machine does not know the number in the cell's prompt.
  private take(output: Output): void {
    const { run } = this;
    run?.batch.add(output.output_type === 'execute_result' ? { ...output, execution_count: run.request.count } : output);
  }

  private flush(outputs: Output[]): void {
    if (outputs.length > 0) {
      this.host.post({ type: 'output', id: this.run!.request.id, outputs });
    }
  }

  /// A throw from the machine is a defect of ours: the learner is told, and the heap is not used any more.
  private guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.machine = undefined;
      this.isUsed = false;
      this.modules.clear();
      if (!this.run) {
        throw error;
      }
      this.fail(defect(error));
    }
  }
}
