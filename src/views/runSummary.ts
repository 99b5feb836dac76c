/// What a run did to the heap, in a few numbers: a segment of the notebook's ribbon.
import { Op, OP_ARITY } from '../core/trace/payload';
import type { TracePayload } from '../core/trace/payload';
import { PORTION, finish } from './work';
import type { Work } from './work';

export interface RunSummary {
  readonly steps: number;
  readonly births: number;
  readonly deaths: number;
  /// The same over the run, in parts of equal length.
  readonly parts: readonly { readonly births: number; readonly deaths: number }[];
  readonly collections: number;
  /// Where the collections were, `at` 0 = the run's begin, 1 = its end; of those that are close together, the one of the oldest generation.
  readonly marks: readonly { readonly at: number; readonly generation: number }[];
}

const MOST_PARTS = 16;
const MOST_MARKS = 64;

/// The number in the prompt of the cell that ran, which its file is named by; of a program, which run on its heap it was.
export function promptNumber({ file, run }: Pick<TracePayload, 'file' | 'run'>): number {
  const cell = /^<cell (\d{1,9})>$/.exec(file);
  return cell === null ? run : Number(cell[1]);
}

export function runSummary(trace: TracePayload): RunSummary {
  return finish(summarizing(trace));
}

/// The same in portions.
export function* summarizing({ steps }: TracePayload): Work<RunSummary> {
  const parts = Array.from({ length: Math.min(MOST_PARTS, Math.max(1, steps.length)) }, () => ({ births: 0, deaths: 0 }));
  const marks = new Map<number, { at: number; generation: number }>();
  let collections = 0;
  let births = 0;
  let deaths = 0;
  for (const [step, ops] of steps.entries()) {
    const part = parts[Math.floor((step * parts.length) / steps.length)]!;
    for (let i = 1; i < ops.length; i += 1 + (OP_ARITY[ops[i]!] ?? ops.length)) {
      if (ops[i] === Op.NEW) {
        births++;
        part.births++;
      } else if (ops[i] === Op.FREE) {
        deaths++;
        part.deaths++;
      } else if (ops[i] === Op.GC_START) {
        collections++;
        const at = (step + 0.5) / steps.length;
        const place = Math.floor(at * MOST_MARKS);
        if ((marks.get(place)?.generation ?? -1) < ops[i + 1]!) {
          marks.set(place, { at, generation: ops[i + 1]! });
        }
      }
    }
    if (step % PORTION === 0) {
      yield;
    }
  }
  return { steps: steps.length, births, deaths, parts, collections, marks: [...marks.values()] };
}
