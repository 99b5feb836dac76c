/// What the command needs of its surroundings, so that tests can stand in for them.
import type { IMachine, MachineOptions } from '../core/machine';
import type { TracePayload } from '../core/trace/payload';
import type { OutputBundle } from '../views/outputBundle';

export type StreamName = 'stdout' | 'stderr';

export interface Host {
  /// Raises a FileError, with the reason in words.
  readFile(path: string): string;
  /// The text of a file, or undefined if there is no such file or it cannot be read.
  readIfThere(path: string): string | undefined;
  isThere(path: string): boolean;
  /// All of the text or, on failure (a FileError), nothing: a file that was there stays as it was.
  writeFile(path: string, text: string): void;
  /// In order, and done when it returns.
  write(stream: StreamName, text: string): void;
  /// What was written is out when it returns; without it, that may wait for the next turn.
  flush(): void;
  resolvePath(...parts: string[]): string;
  parentOf(path: string): string;
  createMachine(options: MachineOptions): IMachine;
  /// Where input() gets its lines: at once, or from `askLine`. Read when a program first asks.
  readonly input: 'ask' | (() => string | undefined);
  /// A line from the person who is asked; undefined: the end of input, or `signal` came first.
  askLine(prompt: string, signal: AbortSignal): Promise<string | undefined>;
  /// Calls back with each line of standard input as it comes, without its end; done when the input is.
  readLines(callback: (line: string) => void): Promise<void>;
  /// A trace as an output's MIME bundle, with what stands in for it.
  outputBundle(trace: TracePayload): OutputBundle;
  /// Calls back at each Ctrl-C until the returned function is called.
  onInterrupt(callback: () => void): () => void;
  /// Lets the surroundings (Ctrl-C) have their turn between two slices of a running program.
  yieldTurn(): Promise<void>;
}

/// Why a file cannot be read or written, in words: `no such file`.
export class FileError extends Error {}

/// Bad input: one line on stderr, exit status 2.
export class UsageError extends Error {}

/// The exit status that a shell shows for a program that Ctrl-C ended.
export const INTERRUPTED = 130;
