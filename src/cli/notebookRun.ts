/// One heap a notebook: its memory-sim cells, run in order, whoever asks for it.
import type { CellResult, IMachine, Output, PythonVersion } from '../core/machine';
import type { TracePayload } from '../core/trace/payload';
import type { Magic } from '../lessons/magic';
import { CellModules } from '../lessons/cellModules';
import { cellFilename } from '../lessons/magic';
import { OutputBatch } from '../lessons/outputBatch';
import type { OutputBundle } from '../views/outputBundle';
import { outputMetadata } from '../views/outputMetadata';
import type { Limit } from './drive';
import { drive } from './drive';
import type { Host } from './host';
import { moduleFinder } from './moduleFinder';

interface DisplayData {
  output_type: 'display_data';
  data: OutputBundle;
  metadata: ReturnType<typeof outputMetadata>;
}

/// As a notebook keeps them.
export type CellOutput = Output | DisplayData;

export type GoodMagic = Extract<Magic, { ok: true }>;

export interface CellRun {
  /// undefined: the cell could not be stopped at its limit.
  readonly result: CellResult | undefined;
  /// What it wrote, up to `OutputBatch`'s limit, and its picture.
  readonly outputs: readonly CellOutput[];
  readonly executionCount: number;
}

export interface NotebookOptions {
  readonly python: PythonVersion;
  readonly record: boolean;
  /// Where `import` finds files.
  readonly folder: string;
  /// Called with each output as it comes.
  onOutput?(output: Output): void;
}

function traceOutput(host: Host, trace: TracePayload): DisplayData {
  return { output_type: 'display_data', data: host.outputBundle(trace), metadata: outputMetadata() };
}

/// The heap, the modules that cells defined on it, and how often a cell ran.
export class NotebookRun {
  private readonly modules = new CellModules();
  private readonly machine: IMachine;
  private written = new OutputBatch();
  private executionCount = 0;

  constructor(
    private readonly host: Host,
    private readonly options: NotebookOptions
  ) {
    const beside = moduleFinder(host, options.folder);
    this.machine = host.createMachine({
      python: options.python,
      record: options.record,
      get input() { return host.input; },
      source: module => this.modules.import(module) ?? beside(module),
      onOutput: output => this.show(output.output_type === 'execute_result' ? { ...output, execution_count: this.executionCount } : output)
    });
  }

  get python(): PythonVersion {
    return this.machine.python;
  }

  /// `count` is the number in the cell's prompt; `check` as the machine's `begin` has it.
  async runCell(magic: GoodMagic, limit: Limit, how: { count?: number; check?: boolean } = {}): Promise<CellRun> {
    const { options, cell, source } = magic;
    const { count = this.executionCount + 1, check = false } = how;
    this.written = new OutputBatch();
    this.executionCount = count;
    if (options.module !== undefined) {
      this.show(this.modules.define(options.module, source));
      return { result: { status: 'ok' }, outputs: this.written.takeLast(), executionCount: count };
    }
    this.machine.begin(source, cellFilename(count), { display: true, check });
    const result = await drive(this.host, this.machine, limit);
    const outputs: CellOutput[] = this.written.takeLast();
    if (!result?.trace) {
      return { result, outputs, executionCount: count };
    }
    // The machine saw a blank first line; the reader of the trace sees the cell as it is in the editor.
    const trace = { ...result.trace, source: cell };
    outputs.push(traceOutput(this.host, trace));
    return { result: { ...result, trace }, outputs, executionCount: count };
  }

  /// What the running cell has written since the last call; its `outputs` will be without it.
  takeWritten(): Output[] {
    return this.written.take();
  }

  private show(output: Output): void {
    this.written.add(output);
    this.options.onOutput?.(output);
  }
}
