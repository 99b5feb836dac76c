import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { CellRunner } from '../../src/labextension/cellRunner';
import type { FromWorker, Question } from '../../src/labextension/protocol';

/// A worker's inside with the real machine.
class Inside {
  readonly posted: FromWorker[] = [];
  private readonly waiting: (() => void)[] = [];
  readonly runner = new CellRunner({
    createMachine,
    bundle: () => ({}),
    standIns: () => ({}),
    post: message => this.posted.push(message),
    later: callback => this.waiting.push(callback),
    now: () => (this.time += 12)
  });
  private next = 1;
  private time = 0;

  run(cell: string): number {
    const id = this.next++;
    this.runner.receive({ type: 'run', id, cell: `%%memory-sim\n${cell}`, count: id, python: '3.14', record: true });
    this.turn();
    return id;
  }

  turn(times = 100): void {
    for (let i = 0; i < times && this.waiting.length > 0; i++) this.waiting.shift()!();
  }

  ask(about: Question['about'], marked = ''): unknown {
    const cell = `%%memory-sim${marked.startsWith(' --') ? '' : '\n'}${marked}`;
    this.runner.receive({ type: 'ask', id: 99, about, cell: cell.replace('|', ''), cursor: cell.indexOf('|'), python: '3.14', record: true });
    const message = this.posted.at(-1)!;
    return message.type === 'answer' ? message.answer : message;
  }

  get text(): string {
    return this.posted
      .flatMap(message => ('outputs' in message ? message.outputs : []))
      .map(output => (output.output_type === 'stream' ? output.text : output.output_type === 'error' ? output.ename : ''))
      .join('');
  }
}

describe('input() in a cell', () => {
  it('shows what was printed before, waits, and goes on', () => {
    const inside = new Inside();
    const id = inside.run("print('before')\nprint(input('? ') * 2)");
    expect(inside.posted.slice(-2)).toMatchObject([{ type: 'output' }, { type: 'input', id, prompt: '? ' }]);
    inside.runner.receive({ type: 'line', id: id + 1, line: 'of another run' });
    inside.runner.receive({ type: 'line', id, line: 'ab' });
    inside.turn();
    expect(inside.text).toBe('before\nabab\n');
    expect(inside.posted.findLast(({ type }) => type !== 'standIns')).toMatchObject({ type: 'done', status: 'ok' });
  });

  it('ends with the input', () => {
    const inside = new Inside();
    inside.runner.receive({ type: 'line', id: inside.run('input()'), line: null });
    inside.turn();
    expect(inside.text).toBe('EOFError');
  });

  it('can be interrupted while it waits', () => {
    const inside = new Inside();
    inside.run('x = 1\ninput()');
    inside.runner.receive({ type: 'interrupt' });
    inside.turn();
    expect(inside.posted.findLast(({ type }) => type !== 'standIns')).toMatchObject({ type: 'done', status: 'interrupted' });
    inside.run('print(x)');
    expect(inside.text).toBe('KeyboardInterrupt1\n');
  });
});

describe('questions', () => {
  it('are answered before anything has run, which does not bind the heap to a version', () => {
    const inside = new Inside();
    expect(inside.ask('complete', 'le|')).toMatchObject({ start: 13, end: 15, matches: [{ text: 'len', kind: 'function' }] });
    inside.runner.receive({ type: 'run', id: 1, cell: '%%memory-sim --python 3.11\nimport sys\nprint(sys.version[:4])', count: 1, python: '3.14', record: true });
    inside.turn();
    expect(inside.text).toBe('3.11\n');
    inside.run('');
    expect(inside.ask('complete', 'sy|')).toMatchObject({ matches: [{ text: 'sys', kind: 'module' }] });
  });

  it('are answered while a cell runs and while it waits', () => {
    const inside = new Inside();
    inside.run('answer = 1\nwhile True: pass');
    expect(inside.ask('inspect', 'ans|wer')).toContainEqual(['%1', 'answer = 1']);
    expect(inside.ask('snapshot')).toBeUndefined();
    inside.runner.receive({ type: 'interrupt' });
    inside.turn();
    inside.run('answer = 2\ninput()');
    expect(inside.ask('inspect', 'ans|wer')).toContainEqual(['%1', 'answer = 2']);
  });

  it('get the heap as it is between cells', () => {
    const inside = new Inside();
    inside.run('class A: pass\na = A()');
    expect(inside.ask('snapshot')).toMatchObject({ version: 1, python: '3.14', steps: [] });
  });
});
