/// `memory-sim run FILE.py`: what `python FILE.py` prints, and its exit status.
import type { Output } from '../core/machine';
import { packTrace } from '../core/trace/savedtrace';
import type { RunOptions } from './arguments';
import { DEFAULT_PYTHON } from './arguments';
import { drive, Limit } from './drive';
import type { Host } from './host';
import { INTERRUPTED } from './host';
import { moduleFinder } from './moduleFinder';

type ErrorOutput = Extract<Output, { output_type: 'error' }>;

/// What `sys.exit(value)` comes to (CPython 3.14 Python/pythonrun.c handle_system_exit): nothing or None is 0,
/// a number is the status, and anything else is printed. The machine tells the value as text, so that a
/// number and its text are not told apart.
function systemExit(host: Host, error: ErrorOutput): number {
  if (error.evalue === '' || error.evalue === 'None') {
    return 0;
  }
  if (/^-?\d+$/.test(error.evalue)) {
    return Number(BigInt.asUintN(8, BigInt(error.evalue)));
  }
  host.write('stderr', `${error.evalue}\n`);
  return 1;
}

export const tracebackText = (error: ErrorOutput): string => `${error.traceback.join('\n').replace(/\n$/, '')}\n`;

/// `failed`: the program ended with an exception, which its own sys.excepthook may have shown instead of us.
function exitStatus(host: Host, error: ErrorOutput | undefined, failed: boolean): number {
  if (error === undefined) {
    return failed ? 1 : 0;
  }
  if (error.ename === 'SystemExit') {
    return systemExit(host, error);
  }
  host.write('stderr', tracebackText(error));
  return error.ename === 'KeyboardInterrupt' ? INTERRUPTED : 1;
}

export async function runScript(host: Host, options: RunOptions): Promise<number> {
  const file = host.resolvePath(options.file);
  const source = host.readFile(file);
  const limit = new Limit(options.limit);
  let error: ErrorOutput | undefined;
  const machine = host.createMachine({
    python: options.python ?? DEFAULT_PYTHON,
    record: options.trace !== undefined,
    get input() { return host.input; },
    source: moduleFinder(host, host.parentOf(file)),
    onOutput: output => {
      if (output.output_type === 'stream') {
        host.write(output.name, output.text);
      } else if (output.output_type === 'error') {
        error = output;
      }
    }
  });
  machine.begin(source, file, { script: true, argument: options.file });
  const result = await drive(host, machine, limit);
  let status = exitStatus(host, error, result?.status === 'error');
  // A program that cannot be stopped at its limit has no orderly end either.
  if (result !== undefined) {
    machine.shutdown();
  }
  if (limit.stopped && result?.status !== 'ok') {
    status = limit.tell(host);
  }
  if (options.trace !== undefined && result?.trace) {
    host.writeFile(host.resolvePath(options.trace), `${JSON.stringify(packTrace(result.trace))}\n`);
  }
  return status;
}
