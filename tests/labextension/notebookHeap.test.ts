import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Output } from '../../src/core/machine';
import { type HeapWorker, NotebookHeap, UNANSWERED_MS } from '../../src/labextension/notebookHeap';
import type { FromWorker, ToWorker } from '../../src/labextension/protocol';

class FakeWorker implements HeapWorker {
  readonly received: ToWorker[] = [];
  ended = false;
  onmessage: HeapWorker['onmessage'] = null;
  onerror: HeapWorker['onerror'] = null;

  postMessage(message: ToWorker): void {
    this.received.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  say(message: FromWorker): void {
    this.onmessage?.({ data: message });
  }

  done(): void {
    const run = this.received.findLast(message => message.type === 'run')!;
    this.say({ type: 'done', id: run.id, status: 'ok', outputs: [] });
  }
}

let workers: FakeWorker[];
let heap: NotebookHeap;
let outputs: Output[];
let asked: { prompt: string; answer: (line: string | undefined) => void; over: AbortSignal }[];
const run = () => heap.run('%%memory-sim\npass', {
  onOutputs: more => void outputs.push(...more),
  onInput: (prompt, answer, over) => void asked.push({ prompt, answer, over })
});

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  outputs = [];
  asked = [];
  heap = new NotebookHeap({
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    settings: () => ({ python: '3.13', record: true })
  });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('NotebookHeap', () => {
  it('readies its worker once, and hands on what the page may practise on', () => {
    const bundles: object[] = [];
    heap.prepare(bundle => bundles.push(bundle));
    heap.prepare(() => bundles.push({ second: true }));
    expect(workers.map(({ received }) => received.map(({ type }) => type))).toEqual([['prepare']]);
    workers[0]!.say({ type: 'practice', bundle: { first: 'one' } });
    expect(bundles).toEqual([{ first: 'one' }]);
  });

  it('starts a worker with the first cell only', async () => {
    expect(workers).toHaveLength(0);
    const first = run();
    expect(workers[0]!.received).toEqual([{ type: 'run', id: 1, cell: '%%memory-sim\npass', count: 1, python: '3.13', record: true }]);
    workers[0]!.say({ type: 'output', id: 1, outputs: [{ output_type: 'stream', name: 'stdout', text: 'a' }] });
    workers[0]!.done();
    expect(await first).toEqual({ status: 'ok', outputs: [] });
    expect(outputs).toHaveLength(1);
    const second = run();
    workers[0]!.done();
    await second;
    expect(workers).toHaveLength(1);
    expect(heap.executionCount).toBe(2);
  });

  it('keeps the worker if it answers an interrupt', async () => {
    const running = run();
    heap.interrupt();
    workers[0]!.say({ type: 'interrupting' });
    vi.advanceTimersByTime(UNANSWERED_MS * 3);
    expect(workers[0]!.ended).toBe(false);
    workers[0]!.say({ type: 'done', id: 1, status: 'interrupted', outputs: [] });
    expect((await running).status).toBe('interrupted');
  });

  it('ends a worker that does not answer, and says that the heap is lost', async () => {
    const running = run();
    heap.interrupt();
    vi.advanceTimersByTime(UNANSWERED_MS - 1);
    expect(workers[0]!.ended).toBe(false);
    vi.advanceTimersByTime(1);
    expect(workers[0]!.ended).toBe(true);
    const ended = await running;
    expect(ended.status).toBe('error');
    expect(ended.outputs).toEqual([expect.objectContaining({ ename: 'KeyboardInterrupt', evalue: expect.stringContaining('heap of this notebook is lost') })]);
    void run();
    expect(workers).toHaveLength(2);
    expect(heap.executionCount).toBe(1);
  });

  it('does nothing on an interrupt when idle', () => {
    heap.interrupt();
    vi.advanceTimersByTime(UNANSWERED_MS * 2);
    expect(workers).toHaveLength(0);
  });

  it('tells the running cell when it is reset, and counts from one', async () => {
    const running = run();
    heap.reset();
    expect((await running).status).toBe('gone');
    expect(workers[0]!.ended).toBe(true);
    workers[0]!.done();
    void run();
    expect(workers[1]!.received[0]).toMatchObject({ count: 1 });
  });

  it('reports a worker that fails', async () => {
    const running = run();
    workers[0]!.onerror!({ message: 'boom' });
    const ended = await running;
    expect(ended.status).toBe('error');
    expect(ended.outputs[0]).toMatchObject({ ename: 'InternalError', evalue: expect.stringContaining('boom') });
  });

  it('frees the worker for good when disposed', async () => {
    const running = run();
    heap.dispose();
    expect((await running).status).toBe('gone');
    expect(workers[0]!.ended).toBe(true);
    expect((await run()).status).toBe('gone');
    expect(workers).toHaveLength(1);
  });
});

describe('input()', () => {
  it('asks, passes the answer on, and says when the run is over', async () => {
    const ended = run();
    workers[0]!.say({ type: 'input', id: 1, prompt: '? ' });
    expect(asked[0]!.prompt).toBe('? ');
    asked[0]!.answer('a');
    asked[0]!.answer(undefined);
    expect(workers[0]!.received.slice(1)).toEqual([{ type: 'line', id: 1, line: 'a' }, { type: 'line', id: 1, line: null }]);
    expect(asked[0]!.over.aborted).toBe(false);
    workers[0]!.done();
    await ended;
    expect(asked[0]!.over.aborted).toBe(true);
    asked[0]!.answer('late');
    expect(workers[0]!.received).toHaveLength(3);
  });

  it('is over when the heap is reset', () => {
    void run();
    workers[0]!.say({ type: 'input', id: 1, prompt: '' });
    heap.reset();
    expect(asked[0]!.over.aborted).toBe(true);
  });
});

describe('questions', () => {
  it('are answered by the worker, and do not make the heap a used one', async () => {
    const answer = heap.ask('complete', 'cell', 3);
    expect(heap.isUsed).toBe(false);
    expect(workers[0]!.received).toEqual([{ type: 'ask', id: 1, about: 'complete', cell: 'cell', cursor: 3, python: '3.13', record: true }]);
    const completions = { start: 0, end: 3, matches: [] };
    workers[0]!.say({ type: 'answer', id: 1, answer: completions });
    expect(await answer).toEqual(completions);
  });

  it('have no answer when the heap goes, or where there is none', async () => {
    expect(await heap.ask('snapshot')).toBeUndefined();
    const answer = heap.ask('inspect', 'cell', 0);
    heap.reset();
    expect(await answer).toBeUndefined();
    heap.dispose();
    expect(await heap.ask('inspect', 'cell', 0)).toBeUndefined();
    expect(workers).toHaveLength(1);
  });
});

describe('stateChanged', () => {
  it('tells when the heap is busy, idle and fresh', async () => {
    const states: string[] = [];
    heap.stateChanged.connect((_, state) => states.push(state));
    const ended = run();
    workers[0]!.done();
    await ended;
    heap.reset();
    expect(states).toEqual(['busy', 'idle', 'reset']);
  });
});
