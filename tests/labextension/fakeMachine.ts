/// A stand-in for the machine where tests are about the host: it runs a handful of statements line by line.
///
/// It knows `print('text')`, `print(name)`, `name = number`, `name += number`, `import name`,
/// `raise Name('text')`, `assert name == number, 'text'`, and `while True:`, whose body it ignores.
/// Whatever else stands in a cell is a `SyntaxError`.
import type { CellResult, Completions, IMachine, MachineOptions } from '../../src/core/machine';
import { TRACE_VERSION } from '../../src/core/trace/payload';

type Statement = (line: string, match: RegExpExecArray) => void;

class GuestError extends Error {
  constructor(readonly ename: string, readonly evalue: string) {
    super(evalue);
  }
}

export class FakeMachine implements IMachine {
  readonly python;
  private readonly names = new Map<string, number>();
  private readonly modules = new Set<string>();
  private lines: string[] = [];
  private source = '';
  private file = '';
  private next = 0;
  private looping = false;
  private interrupted = false;
  private run = 0;

  constructor(private readonly options: MachineOptions) {
    this.python = options.python ?? '3.14';
  }

  begin(source: string, filename: string): void {
    this.source = source;
    this.file = filename;
    this.lines = source.split('\n');
    this.next = 0;
    this.looping = false;
    this.run++;
  }

  resume(instructions: number): CellResult | undefined {
    try {
      for (let i = 0; i < instructions; i++) {
        if (this.interrupted) {
          this.interrupted = false;
          throw new GuestError('KeyboardInterrupt', '');
        }
        if (this.looping) {
          continue;
        }
        if (this.next >= this.lines.length) {
          return { status: 'ok', trace: this.trace() };
        }
        this.execute(this.lines[this.next++]!);
      }
      return undefined;
    } catch (error) {
      if (!(error instanceof GuestError)) {
        throw error;
      }
      const { ename, evalue } = error;
      const traceback = [`  File "${this.file}", line ${this.next}`, `${ename}: ${evalue}`];
      this.options.onOutput?.({ output_type: 'error', ename, evalue, traceback });
      return { status: ename === 'KeyboardInterrupt' ? 'interrupted' : 'error', trace: this.trace() };
    }
  }

  interrupt(): void {
    this.interrupted = true;
  }

  readonly asking = undefined;

  answer(): void {}

  complete(): Completions {
    return { start: 0, end: 0, matches: [] };
  }

  inspect(): undefined {}

  snapshot(): undefined {}

  shutdown(): void {}

  private readonly statements: [RegExp, Statement][] = [
    [/^\s*(#.*|pass)?$/, () => {}],
    [/^print\('(.*)'\)$/, (_, match) => this.print(match[1]!)],
    [/^print\((\w+)\)$/, (_, match) => this.print(String(this.read(match[1]!)))],
    [/^(\w+) = (\d+)$/, (_, match) => void this.names.set(match[1]!, Number(match[2]))],
    [/^(\w+) \+= (\d+)$/, (_, match) => void this.names.set(match[1]!, this.read(match[1]!) + Number(match[2]))],
    [/^import (\w+)$/, (_, match) => this.import(match[1]!)],
    [/^while True:.*$/, () => void (this.looping = true)],
    [
      /^raise (\w+)\('(.*)'\)$/,
      (_, match) => {
        throw new GuestError(match[1]!, match[2]!);
      }
    ],
    [
      /^assert (\w+) == (\d+), '(.*)'$/,
      (_, match) => {
        if (this.read(match[1]!) !== Number(match[2])) {
          throw new GuestError('AssertionError', match[3]!);
        }
      }
    ]
  ];

  private execute(line: string): void {
    for (const [pattern, statement] of this.statements) {
      const match = pattern.exec(line);
      if (match) {
        statement(line, match);
        return;
      }
    }
    throw new GuestError('SyntaxError', `the fake machine does not know: ${line}`);
  }

  private print(text: string): void {
    this.options.onOutput?.({ output_type: 'stream', name: 'stdout', text: `${text}\n` });
  }

  private read(name: string): number {
    const value = this.names.get(name);
    if (value === undefined) {
      throw new GuestError('NameError', `name '${name}' is not defined`);
    }
    return value;
  }

  private import(name: string): void {
    if (!this.modules.has(name)) {
      const module = this.options.source?.(name);
      if (!module) {
        throw new GuestError('ModuleNotFoundError', `No module named '${name}'`);
      }
      this.modules.add(name);
      module.source.split('\n').forEach(line => this.execute(line));
    }
  }

  private trace(): CellResult['trace'] {
    if (this.options.record === false) {
      return undefined;
    }
    return {
      version: TRACE_VERSION,
      python: this.python,
      file: this.file,
      source: this.source,
      run: this.run,
      strings: [],
      start: [],
      steps: this.lines.map((_, i) => [i + 1]).slice(0, this.next),
      totals: { live: 0, shown: 0, freed: 0, count: [0, 0, 0], threshold: [2000, 10, 10] }
    };
  }
}

export const createMachine = (options: MachineOptions): IMachine => new FakeMachine(options);
