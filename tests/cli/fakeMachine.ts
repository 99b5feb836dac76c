/// A machine that runs one-word programs, to try the command without Python: a line is
/// `print TEXT`, `warn TEXT`, `raise TYPE TEXT`, `import NAME`, `value TEXT`, `at-exit TEXT`, `loop` or `deaf`.
import type { CellResult, Completions, IMachine, MachineOptions } from '../../src/core/machine';
import type { TracePayload } from '../../src/core/trace/payload';

export class FakeMachine implements IMachine {
  readonly python;
  readonly begun: { source: string; filename: string }[] = [];
  shutdowns = 0;
  private lines: string[] = [];
  private atExit: string[] = [];
  private interrupted = false;
  private runs = 0;
  private display = false;

  constructor(readonly options: MachineOptions) {
    this.python = options.python ?? '3.14';
  }

  begin(source: string, filename: string, { display = false }: { display?: boolean } = {}): void {
    this.begun.push({ source, filename });
    this.display = display;
    this.lines = source.split('\n');
    this.runs += 1;
  }

  resume(instructions: number): CellResult | undefined {
    for (let i = 0; i < instructions; i++) {
      const line = this.lines[0];
      if (line === 'deaf') {
        return undefined;
      }
      if (this.interrupted) {
        this.interrupted = false;
        this.raise('KeyboardInterrupt', '');
        return this.result('interrupted');
      }
      if (line === undefined) {
        return this.result('ok');
      }
      if (line !== 'loop') {
        this.lines.shift();
      }
      if (!this.runLine(line)) {
        return this.result('error');
      }
    }
    return undefined;
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

  shutdown(): void {
    this.shutdowns += 1;
    for (const text of this.atExit) {
      this.write('stdout', text);
    }
  }

  private write(name: 'stdout' | 'stderr', text: string): void {
    this.options.onOutput?.({ output_type: 'stream', name, text: `${text}\n` });
  }

  private raise(ename: string, evalue: string): void {
    const traceback = ['Traceback (most recent call last):', `  File "${this.begun.at(-1)?.filename}", line 1, in <module>`, `${ename}: ${evalue}`];
    this.options.onOutput?.({ output_type: 'error', ename, evalue, traceback });
  }

  private runLine(line: string): boolean {
    const [word = '', name = ''] = line.split(' ');
    const rest = line.slice(word.length + 1);
    if (word === 'print' || word === 'warn') {
      this.write(word === 'print' ? 'stdout' : 'stderr', rest);
    } else if (word === 'raise') {
      this.raise(name, rest.slice(name.length + 1));
      return false;
    } else if (word === 'value' && this.display) {
      this.options.onOutput?.({ output_type: 'execute_result', data: { 'text/plain': rest }, metadata: {}, execution_count: null });
    } else if (word === 'at-exit') {
      this.atExit.push(rest);
    } else if (word === 'import') {
      const module = this.options.source?.(rest);
      if (!module) {
        this.raise('ModuleNotFoundError', rest);
        return false;
      }
      this.write('stdout', `${module.filename}: ${module.source}`);
    }
    return true;
  }

  private result(status: CellResult['status']): CellResult {
    return this.options.record === false ? { status } : { status, trace: { run: this.runs, python: this.python, source: '', strings: [] as string[], start: [] as number[], steps: [] as number[][] } as TracePayload };
  }
}
