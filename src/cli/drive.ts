/// Running one piece of source on a machine to its end.
import type { CellResult, IMachine } from '../core/machine';
import type { Host } from './host';

/// Short enough that Ctrl-C answers within 200 ms, long enough that a slice costs nothing.
const SLICE = 500_000;

/// What a program gets to handle the interrupt at its limit, before it is left where it is.
const GRACE = 100_000;

/// Exit status at the limit, as coreutils' timeout has it.
const LIMIT_REACHED = 124;

/// Counts the instructions that all cells of one run may still use.
export class Limit {
  private left: number;
  /// Whether a program was interrupted here, and did not come to its end by itself before.
  stopped = false;

  /// `longestSlice`: instructions between two turns of the surroundings.
  constructor(
    private readonly instructions: number | undefined,
    private readonly longestSlice = SLICE
  ) {
    this.left = instructions ?? Infinity;
  }

  get slice(): number {
    return Math.max(0, Math.min(this.longestSlice, this.left));
  }

  get reached(): boolean {
    return this.left <= 0;
  }

  use(instructions: number): void {
    this.left -= instructions;
  }

  /// Says that the program was stopped, and gives the exit status for it.
  tell(host: Host): number {
    host.write('stderr', `memory-sim: stopped after ${this.instructions} instructions (--limit)\n`);
    return LIMIT_REACHED;
  }
}

/// Runs what `machine.begin` was given. undefined: it did not stop at its limit even when interrupted.
export async function drive(host: Host, machine: IMachine, limit: Limit): Promise<CellResult | undefined> {
  let waiting = new AbortController();
  const stopListening = host.onInterrupt(() => {
    machine.interrupt();
    waiting.abort();
  });
  try {
    for (;;) {
      if (limit.reached) {
        limit.stopped = true;
        machine.interrupt();
        return machine.resume(GRACE);
      }
      const slice = limit.slice;
      const result = machine.resume(slice);
      limit.use(slice);
      if (result) {
        return result;
      }
      if (machine.asking !== undefined) {
        waiting = new AbortController();
        machine.answer(await host.askLine(machine.asking, waiting.signal));
      }
      await host.yieldTurn();
    }
  } finally {
    stopListening();
  }
}
