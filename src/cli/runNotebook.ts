/// `memory-sim run FILE.ipynb`: a notebook's memory-sim cells, in order, on one heap.
import type { CellResult, IMachine, Output, PythonVersion } from '../core/machine';
import type { TracePayload } from '../core/trace/payload';
import { packTrace } from '../core/trace/savedtrace';
import { outputMetadata } from '../views/outputMetadata';
import type { OutputBundle } from '../views/outputBundle';
import type { Magic } from '../lessons/magic';
import { cellFilename, moduleFilename } from '../lessons/magic';
import type { MemorySimCell } from '../lessons/memorySimCells';
import { memorySimCells } from '../lessons/memorySimCells';
import type { Notebook } from '../lessons/notebook';
import { NotebookError, readNotebook, setOutputs, writeNotebook } from '../lessons/notebook';
import type { RunOptions } from './arguments';
import { DEFAULT_PYTHON } from './arguments';
import { drive, Limit } from './drive';
import type { Host } from './host';
import { INTERRUPTED, UsageError } from './host';
import { moduleFinder } from './moduleFinder';
import { tracebackText } from './runScript';

interface DisplayData {
  output_type: 'display_data';
  data: OutputBundle;
  metadata: ReturnType<typeof outputMetadata>;
}

/// Consecutive writes to one stream are one output, as in a notebook that ran in Jupyter.
function addOutput(outputs: (Output | DisplayData)[], output: Output): void {
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

type GoodCell = MemorySimCell & { magic: Extract<Magic, { ok: true }> };

const isGood = (cell: MemorySimCell): cell is GoodCell => cell.magic.ok;

function readCells(file: string, notebook: Notebook): GoodCell[] {
  const cells = memorySimCells(notebook);
  if (cells.length === 0) {
    throw new UsageError(`${file} has no memory-sim cells`);
  }
  return cells.map(cell => {
    if (!isGood(cell)) {
      throw new UsageError(`${file}, cell ${cell.number}: ${cell.magic.ok ? '' : cell.magic.message}`);
    }
    return cell;
  });
}

/// The first cell that names a version decides; another that names a different one is a mistake.
function readPython(file: string, cells: readonly GoodCell[]): PythonVersion | undefined {
  const named = cells.filter(cell => cell.magic.options.python !== undefined);
  const first = named[0];
  const other = named.find(cell => cell.magic.options.python !== first?.magic.options.python);
  if (first && other) {
    throw new UsageError(
      `${file}: cell ${first.number} asks for Python ${first.magic.options.python} and cell ${other.number} for ` +
        `${other.magic.options.python}; a notebook has one heap`
    );
  }
  return first?.magic.options.python;
}

/// Authors mark a cell that is meant to fail with this tag, and every runner of notebooks goes on after it.
const mayFail = (cell: MemorySimCell): boolean => {
  const tags = cell.cell.metadata.tags;
  return Array.isArray(tags) && tags.includes('raises-exception');
};

/// One heap, the modules that cells defined on it, and how often a cell ran.
class NotebookRun {
  readonly traces: TracePayload[] = [];
  private readonly modules = new Map<string, string>();
  private readonly machine: IMachine;
  private outputs: (Output | DisplayData)[] = [];
  private executionCount = 0;
  private runs = 0;

  constructor(
    private readonly host: Host,
    options: { python: PythonVersion; record: boolean; folder: string },
    private readonly limit: Limit
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
      onOutput: output => this.show(output)
    });
  }

  private show(output: Output): void {
    switch (output.output_type) {
      case 'stream':
        addOutput(this.outputs, output);
        this.host.write(output.name, output.text);
        break;
      case 'error':
        addOutput(this.outputs, output);
        this.host.write('stderr', tracebackText(output));
        break;
      case 'execute_result':
        addOutput(this.outputs, { ...output, execution_count: this.executionCount });
        this.host.write('stdout', `${output.data['text/plain']}\n`);
    }
  }

  /// Runs a cell and gives it its outputs. undefined: it could not be stopped.
  async runCell(cell: GoodCell): Promise<CellResult | undefined> {
    this.outputs = [];
    this.executionCount += 1;
    const { options, source } = cell.magic;
    let result: CellResult | undefined = { status: 'ok' };
    if (options.module !== undefined) {
      this.modules.set(options.module, source);
    } else {
      this.runs += 1;
      this.machine.begin(source, cellFilename(this.runs), { display: true });
      result = await drive(this.host, this.machine, this.limit);
    }
    if (result?.trace) {
      this.traces.push(result.trace);
      this.outputs.push(traceOutput(this.host, result.trace));
    }
    setOutputs(cell.cell, this.outputs, this.executionCount);
    return result;
  }
}

function parse(host: Host, file: string): Notebook {
  const text = host.readFile(host.resolvePath(file));
  try {
    return readNotebook(text);
  } catch (error) {
    if (error instanceof NotebookError) {
      throw new UsageError(`${file} is not a notebook: ${error.message}`);
    }
    throw error;
  }
}

/// 0 if every cell ran, else 1; cells after one that failed are not run, and lose their old outputs.
export async function runNotebook(host: Host, options: RunOptions): Promise<number> {
  const notebook = parse(host, options.file);
  const cells = readCells(options.file, notebook);
  const python = options.python ?? readPython(options.file, cells) ?? DEFAULT_PYTHON;
  const limit = new Limit(options.limit);
  const record = options.write || options.trace !== undefined;
  const folder = host.parentOf(host.resolvePath(options.file));
  const run = new NotebookRun(host, { python, record, folder }, limit);
  let status = 0;
  for (const cell of cells) {
    if (status !== 0) {
      setOutputs(cell.cell, [], null);
      continue;
    }
    const result = await run.runCell(cell);
    if (limit.reached && result?.status !== 'ok') {
      status = limit.tell(host);
    } else if (result === undefined || result.status === 'interrupted') {
      status = INTERRUPTED;
    } else if (result.status === 'error' && !mayFail(cell)) {
      status = 1;
    }
  }
  if (options.write) {
    host.writeFile(host.resolvePath(options.file), writeNotebook(notebook));
  }
  if (options.trace !== undefined) {
    host.writeFile(host.resolvePath(options.trace), `${JSON.stringify(run.traces.map(packTrace))}\n`);
  }
  return status;
}
