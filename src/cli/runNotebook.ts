/// `memory-sim run FILE.ipynb`: a notebook's memory-sim cells, in order, on one heap.
import type { Output } from '../core/machine';
import type { TracePayload } from '../core/trace/payload';
import { packTrace } from '../core/trace/savedtrace';
import { memorySimCells } from '../lessons/memorySimCells';
import { setOutputs, writeNotebook } from '../lessons/notebook';
import type { RunOptions } from './arguments';
import { DEFAULT_PYTHON } from './arguments';
import { Limit } from './drive';
import type { Host } from './host';
import { INTERRUPTED } from './host';
import { goodCells, mayFail, readNotebookFile, readPython } from './notebookFile';
import { NotebookRun } from './notebookRun';
import { tracebackText } from './runScript';

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

/// 0 if every cell ran, else 1; cells after one that failed are not run, and lose their old outputs.
export async function runNotebook(host: Host, options: RunOptions): Promise<number> {
  const notebook = readNotebookFile(host, options.file);
  const cells = goodCells(options.file, memorySimCells(notebook.cells));
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
    if (limit.stopped && result?.status !== 'ok') {
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
