import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { TRACE_MIME } from '../../src/core/trace/payload';
import { FakeMachine } from './fakeMachine';
import { command, Folder } from './command';

type Reply = Record<string, unknown>;

/// The other end of the pipes.
class Parent {
  readonly replies: Reply[] = [];
  readonly ended: Promise<number>;
  private send: (line: string) => void = () => {};
  private close: () => void = () => {};
  private heard: () => void = () => {};

  constructor(changes: Parameters<typeof command>[1] = {}) {
    this.ended = command(['serve'], {
      createMachine,
      write: (stream, text) => {
        expect(stream).toBe('stdout');
        expect(text).toMatch(/^[^\n]+\n$/);
        this.replies.push(JSON.parse(text) as Reply);
        this.heard();
      },
      yieldTurn: () => new Promise(resolve => setImmediate(resolve)),
      readLines: callback => {
        this.send = callback;
        return new Promise(resolve => (this.close = resolve));
      },
      ...changes
    }).then(ran => ran.status);
  }

  request(request: unknown): void {
    this.send(typeof request === 'string' ? request : JSON.stringify(request));
  }

  end(): Promise<number> {
    this.close();
    return this.ended;
  }

  /// All that came since the last call, when there is a reply of this kind.
  async until(kind: string): Promise<Reply[]> {
    while (!this.replies.some(reply => kind in reply)) {
      await new Promise<void>(resolve => (this.heard = resolve));
    }
    return this.replies.splice(0);
  }

  run(cell: string, count = 1): Promise<Reply[]> {
    this.request({ run: cell, count });
    return this.until('done');
  }
}

const cell = (...lines: string[]): string => ['%%memory-sim', ...lines].join('\n');
const stdout = (text: string): Reply => ({ output: { output_type: 'stream', name: 'stdout', text } });
const isPicture = ({ output }: Reply): boolean => (output as Reply | undefined)?.output_type === 'display_data';
const told = (replies: Reply[]): Reply[] => replies.filter(reply => !isPicture(reply));

let parent: Parent;
beforeEach(() => {
  parent = new Parent();
});
afterEach(async () => {
  expect(await parent.end()).toBe(0);
});

describe('memory-sim serve', () => {
  it('runs cells on one heap and gives what a notebook keeps', async () => {
    const first = await parent.run(cell('a = [1]', 'print("x")', 'a'), 7);
    expect(told(first)).toEqual([
      stdout('x\n'),
      { output: { output_type: 'execute_result', data: { 'text/plain': '[1]' }, metadata: {}, execution_count: 7 } },
      { done: 'ok' }
    ]);
    expect(first.find(isPicture)).toMatchObject({ output: { data: { [TRACE_MIME]: { python: '3.14', run: 1 } } } });
    expect(told(await parent.run(cell('print(a)'), 9))).toEqual([stdout('[1]\n'), { done: 'ok' }]);
  });

  it('shows no value with a semicolon behind it', async () => {
    const isShown = async (...lines: string[]): Promise<boolean> => told(await parent.run(cell(...lines), 1)).length > 1;
    expect(await isShown("'é;'  # a;")).toBe(true);
    expect(await isShown("'é;';")).toBe(false);
    expect(await isShown('(1', ') ; # one', '')).toBe(false);
  });

  it("tells errors as the guest's, with the number in the cell's prompt", async () => {
    const replies = await parent.run(cell('1 / 0'), 5);
    expect(replies[0]).toMatchObject({
      output: { output_type: 'error', ename: 'ZeroDivisionError', evalue: 'division by zero', traceback: expect.arrayContaining(['  File "<cell 5>", line 2, in <module>']) as unknown }
    });
    expect(isPicture(replies[1]!)).toBe(true);
    expect(replies[2]).toEqual({ done: 'error' });
  });

  it('takes the version that the first cell names, and modules from cells', async () => {
    await parent.run('%%memory-sim --python 3.11 --module m\nimport sys\nversion = sys.version_info[:2]');
    expect(told(await parent.run(cell('import m', 'm.version')))[0]).toMatchObject({ output: { data: { 'text/plain': '(3, 11)' } } });
    expect(await parent.run('%%memory-sim --python 3.13\n')).toMatchObject([{ output: { ename: 'UsageError', evalue: expect.stringContaining('restart') as unknown } }, { done: 'error' }]);
  });

  it.each([
    ['%%memory-sim --pyton 3.11\n', "unknown option '--pyton'"],
    ['print(1)', 'does not begin with %%memory-sim']
  ])('explains %j as a UsageError', async (source, message) => {
    const [error, done, ...rest] = await parent.run(source);
    expect(error).toMatchObject({ output: { output_type: 'error', ename: 'UsageError', evalue: expect.stringContaining(message) as unknown } });
    expect([done, ...rest]).toEqual([{ done: 'error' }]);
  });

  it('sends what is written while the cell runs, hears an interrupt, and keeps the heap', async () => {
    parent.request({ run: cell('i = 0', 'print("begun")', 'while True: i += 1'), count: 1 });
    expect(await parent.until('output')).toEqual([stdout('begun\n')]);
    parent.request({ interrupt: true });
    const replies = await parent.until('done');
    expect(replies[0]).toEqual({ interrupting: true });
    expect(replies[1]).toMatchObject({ output: { ename: 'KeyboardInterrupt' } });
    expect(replies.at(-1)).toEqual({ done: 'interrupted' });
    parent.request({ interrupt: true });
    expect(told(await parent.run(cell('print(i > 0)')))).toEqual([{ interrupting: true }, stdout('True\n'), { done: 'ok' }]);
  });

  it('asks for the line that input() waits for', async () => {
    parent.request({ run: cell('a = input("a? ")', 'try: input("b? ")', 'except EOFError: print(a)'), count: 1 });
    expect(await parent.until('ask')).toEqual([{ ask: 'a? ' }]);
    parent.request({ answer: 'x' });
    expect(await parent.until('ask')).toEqual([{ ask: 'b? ' }]);
    parent.request({ answer: null });
    expect(told(await parent.until('done'))).toEqual([stdout('x\n'), { done: 'ok' }]);
  });

  it('is interrupted while it asks', async () => {
    parent.request({ run: cell('input("a? ")'), count: 1 });
    await parent.until('ask');
    parent.request({ interrupt: true });
    expect(await parent.until('done')).toMatchObject([{ interrupting: true }, { output: { ename: 'KeyboardInterrupt' } }, {}, { done: 'interrupted' }]);
    parent.request({ answer: 'late' });
    expect(await parent.until('refused')).toEqual([{ refused: 'nothing was asked' }]);
  });

  it('refuses what is no request in one line, and goes on', async () => {
    const lines = ['', 'run', '[]', 'null', '{}', '{"run": 1, "count": 1}', '{"run": "%%memory-sim"}', '{"run": "", "count": 0.5}', '{"interrupt": 1}', '{"answer": 1}', '{"exec": "rm"}'];
    for (const line of lines) {
      parent.request(line);
      expect(parent.replies.splice(0)).toEqual([{ refused: expect.stringMatching(/^[^\n]+$/) as unknown }]);
    }
    expect(told(await parent.run(cell('print(1)')))).toEqual([stdout('1\n'), { done: 'ok' }]);
  });

  it('runs one cell at a time', async () => {
    parent.request({ run: cell('while True: pass'), count: 1 });
    parent.request({ run: cell('print(1)'), count: 2 });
    expect(await parent.until('refused')).toEqual([{ refused: 'a cell is running' }]);
  });

  it('ends with its standard input, whatever runs or asks', async () => {
    parent.request({ run: cell('while True: pass'), count: 1 });
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(await parent.end()).toBe(0);
    const asking = new Parent();
    asking.request({ run: cell('input()'), count: 1 });
    await asking.until('ask');
    expect(await asking.end()).toBe(0);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect([...parent.replies, ...asking.replies].filter(reply => 'done' in reply)).toEqual([]);
  });

  it('tells a defect of the machine, and begins a fresh heap', async () => {
    let made = 0;
    class Broken extends FakeMachine {
      override resume(): never {
        throw new Error('assertion');
      }
    }
    const broken = new Parent({ createMachine: options => (made++ === 0 ? new Broken(options) : new FakeMachine(options)) });
    expect(await broken.run(cell('print a'))).toMatchObject([{ output: { ename: 'InternalError', evalue: expect.stringMatching(/report[^]*assertion/) as unknown } }, { done: 'error' }]);
    expect(told(await broken.run(cell('print b')))).toEqual([stdout('b\n'), { done: 'ok' }]);
    await broken.end();
  });

  it('shows as much of what a cell writes as a page does', async () => {
    const outputs = await parent.run(cell('for i in range(30000): print("0123456789")'));
    const texts = outputs.flatMap(({ output }) => ((output as Reply | undefined)?.output_type === 'stream' ? [(output as { text: string }).text] : []));
    expect(texts.join('').length).toBeLessThan(200_200);
    expect(texts.at(-1)).toContain('130000 more were left out');
  });

  it('imports files of the folder that it was started in', async () => {
    const folder = new Folder();
    folder.file('beside.py', 'print("beside")\n');
    const there = new Parent({ resolvePath: (...parts) => path.resolve(folder.path, ...parts) });
    expect(told(await there.run(cell('import beside')))).toEqual([stdout('beside\n'), { done: 'ok' }]);
    await there.end();
    folder.remove();
  });
});

describe('the words of the command line', () => {
  it('takes none', async () => {
    expect(await command(['serve', 'x'])).toMatchObject({ status: 2, stderr: "memory-sim: serve takes no 'x'\n" });
  });
});
