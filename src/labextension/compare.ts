/// "Compare with CPython": a memory-sim cell on a heap of its own and in the Python of the notebook's kernel.
import { Dialog, showDialog } from '@jupyterlab/apputils';
import type { CodeCell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import type { Output, PythonVersion } from '../core/machine';
import { isPythonVersion } from '../core/profile/profile';
import { cellFilename, MAGIC, moduleFilename, parseMagic } from '../lessons/magic';
import { type CellOutcome, type ProgramCell, runInCPython } from './cpython';
import type { IMemorySimHeaps } from './heaps';
import { type DiffRow, diffLines } from './lineDiff';
import type { NotebookHeap } from './notebookHeap';

interface Program {
  python: PythonVersion;
  /// As they stand in the editor, and as Python gets them.
  sources: string[];
  cells: ProgramCell[];
}

/// The memory-sim cells above that have run, and the cell itself. Throws an Error in words if one is not in order.
function programOf(panel: NotebookPanel, cell: CodeCell, heaps: IMemorySimHeaps): Program {
  const models = Array.from(panel.content.model?.cells ?? []);
  const history = heaps.find(panel.context.model)?.history;
  const above = models.slice(0, models.indexOf(cell.model)).filter(model => history?.hasRun(model));
  const program: Program = { python: heaps.python, sources: [], cells: [] };
  let named: PythonVersion | undefined;
  for (const { sharedModel } of [...above, cell.model]) {
    const source = sharedModel.getSource();
    const magic = parseMagic(source);
    if (!magic) {
      continue;
    }
    if (!magic.ok) {
      throw new Error(magic.message);
    }
    const { module, python } = magic.options;
    named ??= python;
    program.sources.push(source);
    program.cells.push({ source: magic.source, module, file: module === undefined ? cellFilename(program.cells.length + 1) : moduleFilename(module) });
  }
  return { ...program, python: named ?? program.python };
}

/// What the last of the cells comes to on a heap that nobody else sees.
async function runOnHeap(heap: NotebookHeap, sources: readonly string[]): Promise<CellOutcome> {
  let stdout = '';
  let error: string | undefined;
  for (const source of sources) {
    stdout = '';
    const take = (outputs: readonly Output[]): void => {
      for (const output of outputs) {
        if (output.output_type === 'error') {
          error = output.ename + (output.evalue === '' ? '' : `: ${output.evalue}`);
        } else if (output.output_type === 'execute_result') {
          stdout += `${output.data['text/plain']}\n`;
        } else {
          stdout += output.name === 'stdout' ? output.text : '';
        }
      }
    };
    const run = await heap.run(source, { onOutputs: take, onInput: (_, answer) => answer(undefined) });
    take(run.outputs);
    if (run.status !== 'ok') {
      break;
    }
  }
  return { stdout, error };
}

/// The kernel's Python if it is of that version, else how to get one, in words.
async function findPython(panel: NotebookPanel, wanted: PythonVersion, trans: TranslationBundle) {
  const kernel = panel.sessionContext.session?.kernel;
  const language = kernel ? (await kernel.info).language_info : undefined;
  if (kernel && language?.name === 'python' && language.version.startsWith(`${wanted}.`)) {
    return { kernel, version: language.version };
  }
  const name = language?.name === 'python' ? 'Python' : language?.name;
  const there = language ? trans.__('Its kernel runs %1 %2.', name, language.version) : trans.__('It has no kernel.');
  const why = trans.__('These cells follow Python %1, and there is none in this notebook. %2', wanted, there);
  // The kernel's own version may be one that cells can follow.
  const other = language?.name === 'python' ? language.version.split('.', 2).join('.') : '';
  return isPythonVersion(other)
    ? `${why} ${trans.__('Begin the first memory-sim cell with “%1 --python %2” and restart, to follow that.', MAGIC, other)}`
    : why;
}

/// Compares and shows the result in a dialog.
export async function compareWithCPython(panel: NotebookPanel, cell: CodeCell, heaps: IMemorySimHeaps, trans: TranslationBundle): Promise<void> {
  const title = trans.__('Compare with CPython');
  const buttons = [Dialog.okButton({ label: trans.__('Close') })];
  let body: Widget;
  try {
    const program = programOf(panel, cell, heaps);
    const python = await findPython(panel, program.python, trans);
    body = typeof python === 'string' ? howToGetOne(python, program.python, trans) : await compare(program, python, heaps, trans);
  } catch (error) {
    body = new Widget();
    body.node.textContent = trans.__('They cannot be compared: %1', error instanceof Error ? error.message : String(error));
  }
  body.addClass('jp-MemorySim-comparison');
  await showDialog({ title, body, buttons });
}

async function compare(
  program: Program,
  { kernel, version }: Exclude<Awaited<ReturnType<typeof findPython>>, string>,
  heaps: IMemorySimHeaps,
  trans: TranslationBundle
): Promise<Widget> {
  const heap = heaps.createApart(program.python);
  const simulated = runOnHeap(heap, program.sources);
  try {
    // The kernel's answer is bounded in time, the heap's is not.
    const real = await runInCPython(kernel, program.cells);
    if (heap.isBusy) {
      setTimeout(() => heap.interrupt(), GRACE_MS);
    }
    return comparisonWidget(await simulated, real, [trans.__('memory-sim %1', program.python), trans.__('CPython %1', version)], trans);
  } finally {
    heap.dispose();
  }
}

const GRACE_MS = 10_000;

const whole = ({ stdout, error }: CellOutcome): string =>
  error === undefined ? stdout : `${stdout}${stdout === '' || stdout.endsWith('\n') ? '' : '\n'}${error}\n`;

export function comparisonWidget(simulated: CellOutcome, real: CellOutcome, names: [string, string], trans: TranslationBundle): Widget {
  const rows = diffLines(whole(simulated), whole(real));
  const different = rows.filter(row => row.kind === 'different').length;
  const widget = new Widget();
  const summary = document.createElement('p');
  summary.textContent =
    different > 0
      ? trans._n('%1 line differs.', '%1 lines differ.', different)
      : rows.length === 0
        ? trans.__('Neither prints anything.')
        : rows.some(row => row.kind === 'address')
          ? trans.__('Both print the same, but for addresses, which differ from run to run.')
          : trans.__('Both print the same.');
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const name of [names[0], '', names[1]]) {
    const cell = document.createElement('th');
    cell.textContent = name;
    head.append(cell);
  }
  const bodyPart = table.createTBody();
  rows.forEach(row => addRow(bodyPart.insertRow(), row, trans));
  widget.node.append(summary, table);
  return widget;
}

function addRow(line: HTMLTableRowElement, { left, right, kind }: DiffRow, trans: TranslationBundle): void {
  line.dataset['kind'] = kind;
  line.insertCell().textContent = left ?? '';
  const sign = line.insertCell();
  sign.textContent = kind === 'different' ? '≠' : kind === 'address' ? '≈' : '';
  sign.title = kind === 'different' ? trans.__('different') : kind === 'address' ? trans.__('only an address differs') : '';
  line.insertCell().textContent = right ?? '';
}

function howToGetOne(why: string, python: PythonVersion, trans: TranslationBundle): Widget {
  const widget = new Widget();
  const paragraph = document.createElement('p');
  paragraph.textContent = why;
  const steps = document.createElement('ol');
  const texts = [
    trans.__('Where Python %1 is installed, make a kernel of it with these two commands:', python),
    trans.__('Choose “Python %1” with Kernel → Change Kernel….', python),
    trans.__('Give this command again.')
  ];
  for (const text of texts) {
    const step = document.createElement('li');
    step.textContent = text;
    steps.append(step);
  }
  const commands = document.createElement('pre');
  commands.textContent =
    `python${python} -m pip install ipykernel\n` + `python${python} -m ipykernel install --user --name python${python} --display-name "Python ${python}"`;
  steps.firstElementChild!.append(commands);
  widget.node.append(paragraph, steps);
  return widget;
}
