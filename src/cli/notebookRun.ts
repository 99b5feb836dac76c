/// One heap a notebook: its memory-sim cells, run in order, whoever asks for it.
import type { CellResult, IMachine, Output, PythonVersion } from '../core/machine';
import type { TracePayload } from '../core/trace/payload';
import type { Magic } from '../lessons/magic';
import { cellFilename, moduleFilename } from '../lessons/magic';
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

/// Consecutive writes to one stream are one output, as in a notebook that ran in Jupyter.
function addOutput(outputs: CellOutput[], output: Output): void {
  const last = outputs.at(-1);
  if (output.output_type === 'stream' && last?.output_type === 'stream' && last.name === output.name) {
    last.text += output.text;
  } else {
    outputs.push({ ...output });
  }
}

function traceOutput(host: Host, trace: TracePayload): DisplayData {
  return { output_type: 'display_data', data: host.outputBundle(trace), metadata: outputMetadata() };
}

/// The heap, the modules that cells defined on it, and how often a cell ran.
export class NotebookRun {
  private readonly modules = new Map<string, string>();
  private readonly machine: IMachine;
  private outputs: CellOutput[] = [];
  private executionCount = 0;
  private runs = 0;

  constructor(
    private readonly host: Host,
    options: NotebookOptions
  ) {
    const beside = moduleFinder(host, options.folder);
    this.machine = host.createMachine({
      python: options.python,
      record: options.record,
      get input() { return host.input; },
      source: module => {
        const source = this.modules.get(module);
        return source === undefined ? beside(module) : { source, filename: moduleFilename(module) };
      },
      onOutput: output => {
        const numbered = output.output_type === 'execute_result' ? { ...output, execution_count: this.executionCount } : output;
        addOutput(this.outputs, numbered);
        options.onOutput?.(numbered);
      }
    });
  }

  async runCell({ options, source }: GoodMagic, limit: Limit): Promise<CellRun> {
    this.outputs = [];
    this.executionCount += 1;
    let result: CellResult | undefined = { status: 'ok' };
    if (options.module !== undefined) {
      this.modules.set(options.module, source);
    } else {
      this.runs += 1;
      this.machine.begin(source, cellFilename(this.runs), { display: true });
      result = await drive(this.host, this.machine, limit);
    }
    if (result?.trace) {
      this.outputs.push(traceOutput(this.host, result.trace));
    }
    return { result, outputs: this.outputs, executionCount: this.executionCount };
  }
}
