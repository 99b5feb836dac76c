/// `memory-sim serve`: runs the cells that another program sends, on one heap. Each line is one JSON object, in UTF-8.
///
/// Requests, on standard input:
///   {"run": CELL, "count": N}   a memory-sim cell as it stands in its notebook, and the number in its prompt
///   {"interrupt": true}         raises KeyboardInterrupt in the running cell; if none runs, nothing
///   {"answer": LINE}            the line that input() waits for, without its end; null: the end of input
///
/// Replies, on standard output:
///   {"output": OUTPUT}          as nbformat has it (texts are strings), as it comes; a cell's picture is the last
///   {"ask": PROMPT}             input() waits
///   {"interrupting": true}      the interrupt has arrived
///   {"done": STATUS}            the cell has run: "ok", "error" or "interrupted"
///   {"refused": REASON}         this request is none, or not now; nothing came of it
///
/// One cell at a time. Modules are found in the folder that the process was started in. A fresh heap is a fresh process, and
/// the process ends with its standard input, whatever runs.
import { isObject } from '../lessons/notebook';
import { defect, misuse } from '../lessons/failures';
import { MAGIC, otherVersion, parseMagic } from '../lessons/magic';
import type { CellResult } from '../core/machine';
import { DEFAULT_PYTHON } from './arguments';
import { Limit } from './drive';
import type { Host } from './host';
import type { CellOutput } from './notebookRun';
import { NotebookRun } from './notebookRun';

type Request = { run: string; count: number } | { interrupt: true } | { answer: string | null };

type Reply = { output: CellOutput } | { ask: string } | { interrupting: true } | { done: CellResult['status'] } | { refused: string };

/// The request, or what is wrong with it.
function readRequest(line: string): Request | string {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return 'the line is not JSON';
  }
  if (!isObject(request)) {
    return 'the line is not a JSON object';
  }
  const { run, count, interrupt, answer } = request;
  if (typeof run === 'string') {
    return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? { run, count } : 'run needs a count, a number from 1';
  }
  if (interrupt === true) {
    return { interrupt };
  }
  if (typeof answer === 'string' || answer === null) {
    return { answer };
  }
  return 'the requests are run (a text) with count, interrupt (true), and answer (a text or null)';
}

/// Cells are recorded, and some of what is recorded runs slowly: an interrupt must not wait long.
const SLICE = 100_000;

/// Standard input has ended: nobody wants to know what else the cell does.
class Ended extends Error {}

class Server {
  private heap: NotebookRun | undefined;
  private isRunning = false;
  private isEnded = false;
  private interrupt: (() => void) | undefined;
  private answer: ((line: string | undefined) => void) | undefined;
  /// What a cell runs in.
  private readonly surroundings: Host;

  constructor(private readonly host: Host) {
    this.surroundings = {
      ...host,
      input: 'ask',
      askLine: (prompt, signal) => this.ask(prompt, signal),
      onInterrupt: callback => {
        this.interrupt = callback;
        return () => void (this.interrupt = undefined);
      },
      yieldTurn: async () => {
        this.sendWritten();
        await host.yieldTurn();
        if (this.isEnded) {
          throw new Ended();
        }
      }
    };
  }

  receive(line: string): void {
    const request = readRequest(line);
    if (typeof request === 'string') {
      this.send({ refused: request });
    } else if ('interrupt' in request) {
      this.interrupt?.();
      this.send({ interrupting: true });
    } else if ('answer' in request) {
      if (this.answer) {
        this.answer(request.answer ?? undefined);
      } else {
        this.send({ refused: 'nothing was asked' });
      }
    } else if (this.isRunning) {
      this.send({ refused: 'a cell is running' });
    } else {
      void this.run(request.run, request.count);
    }
  }

  end(): void {
    this.isEnded = true;
    this.answer?.(undefined);
  }

  private async run(cell: string, count: number): Promise<void> {
    this.isRunning = true;
    let status: CellResult['status'] = 'error';
    try {
      status = await this.runCell(cell, count);
    } catch (error) {
      if (error instanceof Ended) {
        return;
      }
      this.heap = undefined;
      this.send({ output: defect(error) });
    }
    this.isRunning = false;
    this.send({ done: status });
  }

  private async runCell(cell: string, count: number): Promise<CellResult['status']> {
    const magic = parseMagic(cell);
    if (!magic?.ok) {
      this.send({ output: misuse(magic?.message ?? `the cell does not begin with ${MAGIC}`) });
      return 'error';
    }
    const { python } = magic.options;
    this.heap ??= new NotebookRun(this.surroundings, { python: python ?? DEFAULT_PYTHON, record: true, folder: this.host.resolvePath() });
    if (python !== undefined && python !== this.heap.python) {
      this.send({ output: misuse(otherVersion(this.heap.python, python)) });
      return 'error';
    }
    const { result, outputs } = await this.heap.runCell(magic, new Limit(undefined, SLICE), { count });
    outputs.forEach(output => this.send({ output }));
    return result?.status ?? 'interrupted';
  }

  private ask(prompt: string, signal: AbortSignal): Promise<string | undefined> {
    this.sendWritten();
    return new Promise(resolve => {
      this.answer = line => {
        this.answer = undefined;
        resolve(line);
      };
      signal.addEventListener('abort', () => this.answer?.(undefined), { once: true });
      this.send({ ask: prompt });
    });
  }

  private sendWritten(): void {
    this.heap?.takeWritten().forEach(output => this.send({ output }));
  }

  private send(reply: Reply): void {
    this.host.write('stdout', `${JSON.stringify(reply)}\n`);
    this.host.flush();
  }
}

/// Serves until standard input ends; gives the exit status.
export async function serve(host: Host): Promise<number> {
  const server = new Server(host);
  await host.readLines(line => server.receive(line));
  server.end();
  return 0;
}
