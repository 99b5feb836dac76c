/// The one entrance to the simulated CPython: create, run a cell, interrupt, observe, shut down.
import type { Completion, Completions } from './assist/complete';
import type { PythonVersion } from './profile/profile';
import type { Said } from './vm/said';
import type { TracePayload } from './trace/payload';

export type { Completion, Completions, PythonVersion, Said };

/// An output as nbformat has it; of a stream and an error only what they say.
export type Output =
  | { output_type: 'execute_result'; data: { 'text/plain': string }; metadata: Record<string, never>; execution_count: number | null }
  | { output_type: 'stream'; name: 'stdout' | 'stderr'; text: string }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

export interface MachineOptions {
  python?: PythonVersion;
  /// Bytes of simulated memory; a MemoryError past it.
  heapBytes?: number;
  /// Bytes of the host's stack that guest code may nest in; by default what a browser's worker has.
  stackBytes?: number;
  /// Where `import name` finds source other than the built-in modules; undefined = no such module.
  source?: (module: string) => { source: string; filename: string } | undefined;
  /// Called with everything the guest writes, in order, as it is written.
  onOutput?: (output: Output) => void;
  /// How input() gets a line, without its end: from a function at once (undefined = the end of input), or `ask`: the cell
  /// waits, see `asking`. Without it there is no input: EOFError.
  input?: 'ask' | (() => string | undefined);
  /// Record a trace of each cell (default true).
  record?: boolean;
  /// Run the audit before every instruction, or before those of which this function says so, which gets their number (tests).
  audit?: boolean | ((instruction: number) => boolean);
  /// Calls and rounds of loops after which a function is compiled to JavaScript; Infinity = never. For tests and measurements.
  compileAfter?: number;
}

export interface BeginOptions {
  /// The value of a last line that is an expression, without a semicolon behind it, is an execute_result, without a count;
  /// the machine keeps no reference to it.
  readonly display?: boolean;
  /// As `python FILE` runs it: it knows its `__file__`, and the error that ends it stays in sys.last_exc until the shutdown.
  readonly script?: boolean;
  /// An import of `memory_sim` gets a new module, whatever was done to the one that cells before had.
  readonly check?: boolean;
  /// How the command named the script's file, sys.argv[0]; by default as `filename` does.
  readonly argument?: string;
}

export interface CellResult {
  status: 'ok' | 'error' | 'interrupted';
  trace?: TracePayload;
}

/// One heap. Cells run on it one after the other, each with `begin`, then `resume` until it is done.
export interface IMachine {
  readonly python: PythonVersion;
  /// Compiles a cell and readies it to run. A syntax error is reported as output; `resume` then ends at once.
  begin(source: string, filename: string, options?: BeginOptions): void;
  /// Runs for about so many instructions. Returns undefined while the cell still runs.
  resume(instructions: number): CellResult | undefined;
  /// The prompt of the input() that the cell waits in, which the host shows; undefined = it does not wait. While it does,
  /// `resume` does nothing.
  readonly asking: string | undefined;
  /// The line for that input(), without its end; undefined: the end of input, EOFError.
  answer(line: string | undefined): void;
  /// Raises KeyboardInterrupt in the guest at its next instruction, also in an input() that waits.
  interrupt(): void;
  /// What could stand at the cursor, by the heap as it is, also while a cell runs. Offsets are in UTF-16 units. Runs no
  /// guest code and changes nothing.
  complete(source: string, cursor: number): Completions;
  /// What the name at the cursor stands for, in words, line by line (blanks before a text indent it): value, type, refcount and who holds it, signature; undefined = the
  /// heap does not know it. Runs no guest code and changes nothing.
  inspect(source: string, cursor: number): readonly Said[] | undefined;
  /// The heap between two cells as a trace without steps; undefined while a cell runs and where nothing is recorded.
  snapshot(): TracePayload | undefined;
  /// Interpreter shutdown, with the output that finalizers make.
  shutdown(): void;
}
