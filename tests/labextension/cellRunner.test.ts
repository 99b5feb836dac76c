import { beforeEach, describe, expect, it } from 'vitest';
import type { IMachine, MachineOptions, PythonVersion } from '../../src/core/machine';
import { CellRunner } from '../../src/labextension/cellRunner';
import type { FromWorker, RunRequest } from '../../src/labextension/protocol';
import { FakeMachine } from './fakeMachine';

/// A worker's inside with a clock and a message loop that the test turns.
class Host {
  readonly posted: FromWorker[] = [];
  readonly machines: MachineOptions[] = [];
  readonly slices: number[] = [];
  time = 0;
  msPerInstruction = 0.001;
  private waiting: (() => void)[] = [];
  readonly runner: CellRunner;
  private nextId = 1;

  constructor() {
    this.runner = new CellRunner({
      createMachine: options => this.createMachine(options),
      bundle: trace => ({ trace: trace.source }),
      standIns: trace => ({ 'text/plain': trace.source }),
      post: message => this.posted.push(message),
      later: callback => this.waiting.push(callback),
      now: () => this.time
    });
  }

  createMachine(options: MachineOptions): IMachine {
    this.machines.push(options);
    const machine = new FakeMachine(options);
    const resume = machine.resume.bind(machine);
    machine.resume = instructions => {
      this.slices.push(instructions);
      this.time += instructions * this.msPerInstruction;
      return resume(instructions);
    };
    return machine;
  }

  start(cell: string, python: PythonVersion = '3.14'): number {
    const id = this.nextId++;
    const request: RunRequest = { type: 'run', id, cell, count: id, python, record: true };
    this.runner.start(request);
    return id;
  }

  turn(times = 1000): void {
    for (let i = 0; i < times && this.waiting.length > 0; i++) {
      this.waiting.shift()!();
    }
  }

  /// Runs a cell to its end and gives its text and status.
  run(cell: string, python?: PythonVersion): string {
    const id = this.start(cell, python);
    this.turn();
    const texts = this.posted.flatMap(message => ('outputs' in message && message.id === id ? message.outputs : []));
    const done = this.posted.find(message => message.type === 'done' && message.id === id);
    return [
      ...texts.map(output => (output.output_type === 'stream' ? output.text.trim() : `${output.ename}: ${output.evalue}`)),
      done?.type === 'done' ? done.status : 'still running'
    ].join(' | ');
  }
}

let host: Host;
beforeEach(() => {
  host = new Host();
});

describe('CellRunner', () => {
  it('runs cells on one heap', () => {
    expect(host.run('%%memory-sim\nx = 1')).toBe('ok');
    expect(host.run('%%memory-sim\nx += 1\nprint(x)')).toBe('2 | ok');
    expect(host.machines).toHaveLength(1);
  });

  it('runs the first cell on the machine that was made ahead, unless that is of another kind or was asked something', () => {
    const prepare = (): void => {
      host = new Host();
      host.runner.receive({ type: 'prepare', python: '3.14', record: true });
    };
    prepare();
    expect(host.run('%%memory-sim\nx = 1')).toBe('ok');
    expect(host.machines).toHaveLength(1);
    prepare();
    expect(host.run('%%memory-sim --python 3.11\nx = 1')).toBe('ok');
    expect(host.machines.map(({ python }) => python)).toEqual(['3.14', '3.11']);
    prepare();
    host.runner.receive({ type: 'ask', id: 9, about: 'complete', cell: '%%memory-sim\nx', cursor: 14, python: '3.14', record: true });
    expect(host.run('%%memory-sim\nx = 1')).toBe('ok');
    expect(host.machines).toHaveLength(2);
  });

  it('gives the page something to practise on while it readies itself, once', () => {
    host.runner.receive({ type: 'prepare', python: '3.14', record: true });
    host.turn();
    expect(host.posted.map(({ type }) => type)).toEqual(['practice']);
    host = new Host();
    host.runner.receive({ type: 'prepare', python: '3.14', record: false });
    host.turn();
    expect(host.posted).toEqual([]);
  });

  it('does not take the slices of short cells for a measure', () => {
    host.msPerInstruction = 0.05;
    for (let i = 0; i < 20; i++) {
      host.run('%%memory-sim\nx = 1');
    }
    expect(new Set(host.slices)).toEqual(new Set([20_000]));
  });

  it('puts the cell as it is in the editor into the trace', () => {
    const id = host.start('%%memory-sim\nx = 1');
    expect(host.posted).toEqual([{ type: 'done', id, status: 'ok', outputs: [], bundle: { trace: '%%memory-sim\nx = 1' }, summary: expect.objectContaining({ births: 0 }) }]);
    host.turn();
    expect(host.posted).toHaveLength(1);
    host.runner.receive({ type: 'standIns', id });
    host.runner.receive({ type: 'standIns', id });
    expect(host.posted.slice(1)).toEqual([{ type: 'standIns', id, standIns: { 'text/plain': '%%memory-sim\nx = 1' } }]);
  });

  it('reports errors and goes on with the same heap', () => {
    host.run('%%memory-sim\nx = 1');
    expect(host.run("%%memory-sim\nraise ValueError('no')")).toBe('ValueError: no | error');
    expect(host.run('%%memory-sim\nprint(x)')).toBe('1 | ok');
  });

  it('lets an interrupt in between slices, and keeps the heap', () => {
    host.run('%%memory-sim\nx = 1');
    expect(host.run('%%memory-sim\nwhile True: pass')).toBe('still running');
    host.runner.interrupt();
    expect(host.posted.at(-1)).toEqual({ type: 'interrupting' });
    host.turn(1);
    expect(host.posted.at(-1)).toMatchObject({ type: 'done', status: 'interrupted' });
    expect(host.run('%%memory-sim\nprint(x)')).toBe('1 | ok');
  });

  it.each([0.000001, 0.001, 0.05, 3])('makes slices of about 12 ms at %d ms an instruction', msPerInstruction => {
    host.msPerInstruction = msPerInstruction;
    host.start('%%memory-sim\nwhile True: pass');
    host.turn(40);
    const ms = host.slices.at(-1)! * msPerInstruction;
    expect(ms).toBeGreaterThan(msPerInstruction === 3 ? 11 : 10);
    expect(ms).toBeLessThan(14);
  });

  it('defines modules for other cells', () => {
    expect(host.run('%%memory-sim --module helper\ny = 5')).toBe('Module helper is ready: other cells can import it. | ok');
    expect(host.run('%%memory-sim\nimport helper\nimport nothing')).toBe("ModuleNotFoundError: No module named 'nothing' | error");
    expect(host.run('%%memory-sim --module helper\ny = 5')).toContain('is ready');
    expect(host.run('%%memory-sim --module helper\ny = 6')).toContain('restart the kernel to import the new one');
  });

  it('takes the version from the first cell, and refuses another', () => {
    expect(host.run('%%memory-sim --python 3.11\nx = 1')).toBe('ok');
    expect(host.machines[0]!.python).toBe('3.11');
    expect(host.run('%%memory-sim\nprint(x)')).toBe('1 | ok');
    expect(host.run('%%memory-sim --python 3.11\nprint(x)')).toBe('1 | ok');
    expect(host.run('%%memory-sim --python 3.13\nprint(x)')).toMatch(/^UsageError: .*runs Python 3\.11; restart.* \| error$/);
    expect(host.run('%%memory-sim --oops\nprint(x)')).toMatch(/^UsageError: .*'--oops'/);
  });

  it('takes the version of the settings if no cell says one', () => {
    host.run('%%memory-sim\nx = 1', '3.13');
    expect(host.machines[0]!.python).toBe('3.13');
  });

  it('streams while the cell runs', () => {
    host.start("%%memory-sim\nprint('early')\nwhile True: pass");
    host.turn(10);
    expect(host.posted).toEqual([{ type: 'output', id: 1, outputs: [{ output_type: 'stream', name: 'stdout', text: 'early\n' }] }]);
  });

  it('survives a defect of the machine with a fresh heap', () => {
    host.createMachine = () => {
      throw new TypeError('a bug');
    };
    expect(host.run('%%memory-sim\nx = 1')).toMatch(/^InternalError: memory-sim has a defect[^]*TypeError: a bug[^]*\| error$/);
    delete (host as Partial<Host>).createMachine;
    expect(host.run("%%memory-sim\nprint('again')")).toBe('again | ok');
  });
});
