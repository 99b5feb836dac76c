/// `memory-sim run FILE.ipynb`: a notebook's memory-sim cells, in order, on one heap.
import type { Output, PythonVersion } from '../core/machine';
import type { TracePayload } from '../core/trace/payload';
import { packTrace } from '../core/trace/savedtrace';
import type { MemorySimCell } from '../lessons/memorySimCells';
import { memorySimCells } from '../lessons/memorySimCells';
import type { Notebook } from '../lessons/notebook';
import { NotebookError, readNotebook, setOutputs, writeNotebook } from '../lessons/notebook';
import type { RunOptions } from './arguments';
import { DEFAULT_PYTHON } from './arguments';
import { Limit } from './drive';
import type { Host } from './host';
import { INTERRUPTED, UsageError } from './host';
import type { GoodMagic } from './notebookRun';
import { NotebookRun } from './notebookRun';
import { tracebackText } from './runScript';

type GoodCell = MemorySimCell & { magic: GoodMagic };

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

/// What a cell shows, on the terminal.
function show(host: Host, output: Output): void {
  switch (output.output_type) {
    case 'stream':
      host.write(output.name, output.text);
      break;
    case 'error':
      host.write('stderr', tracebackText(output));
      break;
    case 'execute_result':
      host.write('stdout', `${output.data['text/plain']}\n`);
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
  const run = new NotebookRun(host, { python, record, folder, onOutput: output => show(host, output) });
  const traces: TracePayload[] = [];
  let status = 0;
  for (const cell of cells) {
    if (status !== 0) {
      setOutputs(cell.cell, [], null);
      continue;
    }
    const { result, outputs, executionCount } = await run.runCell(cell.magic, limit);
    setOutputs(cell.cell, outputs, executionCount);
    if (result?.trace) {
      traces.push(result.trace);
    }
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
    host.writeFile(host.resolvePath(options.trace), `${JSON.stringify(traces.map(packTrace))}\n`);
  }
  return status;
}
