// @vitest-environment jsdom
import './jsdomStubs';
import { Cell, CodeCell, CodeCellModel, MarkdownCell, MarkdownCellModel } from '@jupyterlab/cells';
import { CodeMirrorEditorFactory, EditorExtensionRegistry, EditorLanguageRegistry } from '@jupyterlab/codemirror';
import type { INotebookCellExecutor, INotebookModel, NotebookPanel } from '@jupyterlab/notebook';
import { RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime';
import { PromiseDelegate } from '@lumino/coreutils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MemorySimExecutor, takePart } from '../../src/labextension/executor';
import { Heaps } from '../../src/labextension/heaps';
import { openWithoutKernel } from '../../src/labextension/kernelless';
import { CellRunner } from '../../src/labextension/cellRunner';
import type { HeapWorker } from '../../src/labextension/notebookHeap';
import type { FromWorker, ToWorker } from '../../src/labextension/protocol';
import { createMachine } from './fakeMachine';

/// The worker's inside, in the page.
function inPageWorker(): HeapWorker {
  const worker: HeapWorker = { postMessage: () => {}, terminate: () => {}, onmessage: null, onerror: null };
  let ended = false;
  const runner = new CellRunner({
    createMachine,
    bundle: trace => ({ 'text/plain': `run ${trace.run}` }),
    standIns: () => ({ 'application/x-rest': 'rest' }),
    post: (data: FromWorker) => void Promise.resolve().then(() => !ended && worker.onmessage?.({ data })),
    later: callback => void setTimeout(() => !ended && callback()),
    now: () => performance.now()
  });
  worker.postMessage = (message: ToWorker) => void Promise.resolve().then(() => runner.receive(message));
  worker.terminate = () => (ended = true);
  return worker;
}

const rendermime = new RenderMimeRegistry({ initialFactories: standardRendererFactories });
const editorFactory = new CodeMirrorEditorFactory({ extensions: new EditorExtensionRegistry(), languages: new EditorLanguageRegistry() });
const contentFactory = new Cell.ContentFactory({ editorFactory: editorFactory.newInlineEditor });

function codeCell(source: string, tags?: string[]): CodeCell {
  const model = new CodeCellModel({});
  model.sharedModel.setSource(source);
  if (tags) {
    model.setMetadata('tags', tags);
  }
  return new CodeCell({ model, rendermime, contentFactory }).initializeState();
}

const sim = (source: string, tags?: string[]): CodeCell => codeCell(`%%memory-sim\n${source}`, tags);

let heaps: Heaps;
let kernel: string[];
let events: string[];
let cells: Cell[];
let executor: MemorySimExecutor;
let recordTiming: boolean;
let sessionContext: INotebookCellExecutor.IRunCellOptions['sessionContext'];
const notebook = {
  get cells() { return cells.map(cell => cell.model); },
  getMetadata: () => ({ name: 'python' })
} as unknown as INotebookModel;

/// Asks for all cells in one go, as Run All does, and gives how each ended.
function runAll(...all: Cell[]): Promise<(boolean | string)[]> {
  cells = all;
  return Promise.all(
    all.map((cell, index) => {
      const options: INotebookCellExecutor.IRunCellOptions = {
        cell,
        notebook,
        ...(sessionContext && { sessionContext }),
        notebookConfig: { recordTiming } as INotebookCellExecutor.IRunCellOptions['notebookConfig'],
        onCellExecuted: ({ success }) => void events.push(`${index} ${success ? 'executed' : 'failed'}`),
        onCellExecutionScheduled: () => void events.push(`${index} scheduled`)
      };
      return executor.runCell(options).catch((error: Error) => error.message);
    })
  );
}

const text = (cell: Cell): string =>
  (cell as CodeCell).model.outputs
    .toJSON()
    .map(output => String(output.text ?? output.ename ?? Object.values(output.data as object)[0]))
    .join('|');

beforeEach(() => {
  heaps = new Heaps({ createWorker: inPageWorker, settings: () => ({ python: '3.14', record: true }) });
  kernel = [];
  events = [];
  recordTiming = false;
  sessionContext = undefined;
  executor = new MemorySimExecutor(heaps, async ({ cell }) => {
    const source = cell.model.sharedModel.getSource();
    kernel.push(`${source} begins`);
    await new Promise(resolve => setTimeout(resolve, 20));
    kernel.push(`${source} ends`);
    if (source === 'fail') {
      throw new Error('KernelReplyNotOK: fail');
    }
    return source !== 'lost';
  });
});

describe('MemorySimExecutor', () => {
  it('runs memory-sim cells on the heap and leaves the rest to the kernel', async () => {
    const [a, b] = [sim('x = 1\nprint(x)'), sim('x += 1\nprint(x)')];
    expect(await runAll(a, codeCell('k'), b)).toEqual([true, true, true]);
    expect([text(a), text(b)]).toEqual(['1\n|run 1', '2\n|run 2']);
    expect(kernel).toEqual(['k begins', 'k ends']);
    expect([a.model.executionCount, b.model.executionCount]).toEqual([1, 2]);
    expect(a.model.executionState).toBe('idle');
  });

  it('keeps the order of the notebook over heap and kernel', async () => {
    const seen: string[] = [];
    const [a, b] = [sim("print('a')"), sim("print('b')")];
    for (const [name, cell] of [['a', a], ['b', b]] as const) {
      cell.model.outputs.changed.connect(outputs => outputs.length > 0 && seen.push([...kernel, name].join()));
    }
    await runAll(codeCell('k'), a, codeCell('l'), codeCell('m'), b);
    expect(seen[0]).toBe('k begins,k ends,a');
    expect(kernel).toEqual(['k begins', 'k ends', 'l begins', 'l ends', 'm begins', 'm ends']);
    expect(seen.at(-1)).toBe([...kernel, 'b'].join());
  });

  it('schedules all at once, and shows what waits as running', async () => {
    const [a, b] = [sim('x = 1'), sim('x += 1')];
    const ended = runAll(a, codeCell('k'), b);
    expect(events).toEqual(['0 scheduled', '2 scheduled']);
    expect(cells.map(cell => (cell as CodeCell).model.executionState)).toEqual(['idle', 'running', 'running']);
    await ended;
    expect(events.slice(2)).toEqual(['0 executed', '2 executed']);
  });

  it('shows a cell that runs at once as running when that takes a while', async () => {
    const a = sim('while True: pass');
    a.model.sharedModel.setOutputs([{ output_type: 'stream', name: 'stdout', text: 'before' }]);
    const ended = runAll(a);
    expect([a.model.executionState, text(a)]).toEqual(['idle', 'before']);
    await vi.waitFor(() => expect([a.model.executionState, text(a)]).toEqual(['running', '']));
    heaps.reset(notebook);
    await ended;
    expect(a.model.executionState).toBe('idle');
  });

  it('gives a cell to the heap at once, before JupyterLab goes on to the next', async () => {
    const a = sim('x = 1');
    const ended = runAll(a);
    expect(heaps.for(notebook).heap.isBusy).toBe(true);
    await ended;
  });

  it('completes an output when it has been seen, unless something else stands there then', async () => {
    const [a, b] = [sim('x = 1'), sim('x = 2')];
    b.model.stateChanged.connect((model, { name }) => name === 'executionCount' && model.outputs.clear());
    const seen: string[] = [];
    a.model.outputs.changed.connect(outputs => outputs.length > 0 && seen.push(Object.keys(outputs.get(0).data).join()));
    expect(await runAll(a, b)).toEqual([true, true]);
    expect(seen).toEqual(['text/plain', 'text/plain,application/x-rest']);
    expect(a.model.outputs.get(0).metadata['image/svg+xml']).toBeDefined();
    expect(b.model.outputs).toHaveLength(0);
  });

  it('changes outputs of the same kinds in place when a cell runs again', async () => {
    const a = sim('x = 1\nprint(x)');
    await runAll(a);
    const widgets = [...a.outputArea.widgets];
    const lengths: number[] = [];
    a.model.outputs.changed.connect(outputs => void lengths.push(outputs.length));
    a.model.sharedModel.setSource('%%memory-sim\nx = 2\nprint(x)');
    expect(await runAll(a)).toEqual([true]);
    expect(text(a)).toBe('2\n|run 2');
    expect(a.model.sharedModel.getOutputs()).toEqual(a.model.outputs.toJSON());
    expect(a.outputArea.widgets).toEqual(widgets);
    expect(lengths).toEqual([2, 2, 2]);
    expect([a.model.isDirty, a.model.executionCount]).toEqual([false, 2]);
  });

  it.each([
    ['x = 1', 'run 2'],
    ["raise ValueError('no')", 'ValueError|run 2'],
    ["print('a')\nprint('b')\nraise ValueError('no')", 'a\nb\n|ValueError|run 2'],
    // Control characters are obeyed by what adds outputs, and not by what changes them.
    ["print('abc\bd')", 'abd\n|run 2']
  ])('makes outputs anew where they are of other kinds: %s', async (source, expected) => {
    const a = sim('x = 1\nprint(x)');
    await runAll(a);
    a.model.sharedModel.setSource(`%%memory-sim\n${source}`);
    await runAll(a);
    expect(text(a)).toBe(expected);
    expect(a.model.sharedModel.getOutputs()).toEqual(a.model.outputs.toJSON());
  });

  it('does not touch the order in which a kernel gets its cells when no heap is busy', async () => {
    const ended = runAll(codeCell('k'), codeCell('l'));
    expect(kernel).toEqual(['k begins', 'l begins']);
    await ended;
  });

  it('stops the batch when a memory-sim cell fails', async () => {
    const [a, b] = [sim("raise ValueError('no')"), sim("print('b')")];
    const k = codeCell('k');
    expect(await runAll(a, b, k)).toEqual(['KernelReplyNotOK: ValueError no', false, false]);
    expect(events).toEqual(['0 scheduled', '1 scheduled', '0 failed']);
    expect(kernel).toEqual([]);
    expect([b, k].map(cell => [cell.model.executionState, cell.model.executionCount, text(cell)])).toEqual([['idle', null, ''], ['idle', null, '']]);
    expect(await runAll(b)).toEqual([true]);
  });

  it('stops the batch when a kernel cell fails', async () => {
    const b = sim("print('b')");
    expect(await runAll(codeCell('fail'), b)).toEqual(['KernelReplyNotOK: fail', false]);
    expect(text(b)).toBe('');
  });

  it('leaves a cell that a restart dropped and scheduled anew as it is', async () => {
    const [a, b] = [sim('while True: pass'), sim('b = 1')];
    const dropped = runAll(a, b);
    await new Promise(resolve => setTimeout(resolve, 30));
    heaps.reset(notebook);
    const again = runAll(a, b);
    expect(await dropped).toEqual([false, false]);
    expect(b.model.executionState).toBe('running');
    heaps.reset(notebook);
    await again;
    expect(b.model.executionState).toBe('idle');
  });

  it('drops what waits behind a kernel cell whose kernel was lost', async () => {
    const b = sim("print('b')");
    expect(await runAll(codeCell('lost'), b, codeCell('k'))).toEqual([false, false, false]);
    expect([text(b), kernel.includes('k begins')]).toEqual(['', false]);
  });

  it('does not ask a kernel that has died meanwhile', async () => {
    const connection = { status: 'idle', isDisposed: false };
    sessionContext = { session: { kernel: connection } } as unknown as typeof sessionContext;
    const [a, k] = [sim('a = 1'), codeCell('k')];
    const ended = runAll(a, k);
    connection.status = 'dead';
    expect(await ended).toEqual([true, false]);
    expect([kernel, k.model.executionState]).toEqual([[], 'idle']);
  });

  it('waits for what JupyterLab does about a kernel when it opens a notebook', async () => {
    const started = new PromiseDelegate<boolean>();
    const context = { ready: new Promise(() => {}), session: null, kernelPreference: {}, initialize: () => started.promise };
    sessionContext = context as unknown as typeof sessionContext;
    const all = [codeCell('k'), sim('a = 1'), codeCell('l')];
    cells = all;
    openWithoutKernel({ context: { model: notebook, sessionContext: context } } as unknown as NotebookPanel, false);
    const ended = runAll(...all);
    const initialized = context.initialize();
    await new Promise(resolve => setTimeout(resolve, 30));
    expect(kernel).toEqual([]);
    started.resolve(false);
    await initialized;
    expect(await ended).toEqual([true, true, true]);
    expect(kernel).toEqual(['k begins', 'k ends', 'l begins', 'l ends']);
    // From then on as ever.
    void runAll(codeCell('m'));
    expect(kernel.at(-1)).toBe('m begins');
  });

  it('goes on behind a cell that is tagged raises-exception', async () => {
    const [a, b] = [sim("raise ValueError('meant')", ['raises-exception']), sim("print('b')")];
    expect(await runAll(a, b)).toEqual(['KernelReplyNotOK: ValueError meant', true]);
  });

  it('runs the source as it was when the command came', async () => {
    const [a, b] = [sim('x = 1'), sim("print('before')")];
    const ended = runAll(a, b);
    b.model.sharedModel.setSource("%%memory-sim\nprint('after')");
    await ended;
    expect(text(b)).toContain('before');
    expect(b.model.isDirty).toBe(true);
  });

  it('records times only if that is wanted', async () => {
    const a = sim('x = 1');
    await runAll(a);
    expect(a.model.getMetadata('execution')).toBeUndefined();
    recordTiming = true;
    await runAll(a);
    expect(Object.keys(a.model.getMetadata('execution') as object)).toEqual([
      'iopub.status.busy', 'iopub.execute_input', 'shell.execute_reply.started', 'shell.execute_reply', 'iopub.status.idle'
    ]);
  });

  it('takes back what runs and waits when the heap is reset', async () => {
    const [a, b] = [sim('while True: pass'), sim("print('b')")];
    const ended = runAll(a, b);
    await new Promise(resolve => setTimeout(resolve, 30));
    heaps.reset(notebook);
    expect(await ended).toEqual([false, false]);
    expect([a.model.executionState, b.model.executionState]).toEqual(['idle', 'idle']);
  });

  it('clears an empty memory-sim cell without counting it', async () => {
    const a = codeCell('%%memory-sim\n  \n');
    expect(await runAll(a)).toEqual([true]);
    expect(a.model.executionCount).toBeNull();
    expect(events).toEqual(['0 scheduled', '0 executed']);
  });

  it('passes markdown on at once', async () => {
    const markdown = new MarkdownCell({ model: new MarkdownCellModel({}), rendermime, contentFactory }).initializeState();
    markdown.model.sharedModel.setSource('# %%memory-sim');
    const ended = runAll(sim('x = 1'), markdown);
    expect(kernel).toEqual(['# %%memory-sim begins']);
    await ended;
  });

  it('does not run a cell that is deleted before its turn', async () => {
    const [a, b] = [sim('x = 1'), sim('x += 1')];
    const ended = runAll(a, b);
    b.dispose();
    expect(await ended).toEqual([true, false]);
  });
});

describe('takePart', () => {
  it('gives another extension all cells but ours', async () => {
    const seen: string[] = [];
    class Other implements INotebookCellExecutor {
      private readonly name = 'other';
      async runCell({ cell }: INotebookCellExecutor.IRunCellOptions): Promise<boolean> {
        seen.push(`${this.name} ${cell.model.sharedModel.getSource()}`);
        return true;
      }
    }
    const other = new Other();
    takePart(other, heaps);
    executor = other as unknown as MemorySimExecutor;
    const a = sim("print('ours')");
    expect(await runAll(a, codeCell('theirs'))).toEqual([true, true]);
    expect(text(a)).toContain('ours');
    expect(seen).toEqual(['other theirs']);
  });

  it('leaves our own executor as it is, and says so when another cannot be wrapped', () => {
    const before = executor.runCell;
    takePart(executor, heaps);
    expect(executor.runCell).toBe(before);
    const frozen = Object.freeze({ runCell: () => Promise.resolve(true) });
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
    takePart(frozen, heaps);
    expect(complain).toHaveBeenCalledWith(expect.stringContaining('cannot be wrapped'));
    complain.mockRestore();
  });
});
