/// What becomes of a generator when its function is called, goes on, or yields: its frame comes and goes without being made or lost.

import { Op } from '../core/trace/payload';
import type { Telling } from './telling';
import { eachOp } from './timeline';

export type GeneratorMove = 'made' | 'starts' | 'resumes' | 'yields';

/// By the recorder's words for a generator before the moment and after it.
const MOVES: Readonly<Record<string, GeneratorMove>> = {
  ' > not started': 'made', 'not started > running': 'starts', 'suspended > running': 'resumes', 'running > suspended': 'yields'
};

/// Of the generator whose frame comes or goes in this moment; undefined = of none.
export function generatorMove(t: Telling): GeneratorMove | undefined {
  for (const serial of t.changes.objects) {
    const now = t.after.objects.get(serial);
    if (now?.type === 'generator' && !now.freed) {
      const move = MOVES[`${t.before.objects.get(serial)?.value ?? ''} > ${now.value}`];
      if (move !== undefined) {
        return move;
      }
    }
  }
  return undefined;
}

const EXPRESSION = '<genexpr>';

/// A generator expression yields to C code, which lets it go on at once: its frame goes and comes within the moment. (A function that
/// is called twice does the same, but a generator expression runs in one frame only.)
export function goesRound(t: Telling): boolean {
  const { before, after, moment, strings } = t;
  if (before.frames[before.frames.length - 1]?.name !== EXPRESSION || before.frames.length !== after.frames.length) {
    return false;
  }
  const calls: string[] = [];
  eachOp(moment, (op, at) => {
    if (op === Op.RETURN || op === Op.FRAME) {
      calls.push(op === Op.RETURN ? '' : strings[moment.ops[at + 1]!]!);
    }
  });
  const isRunning = (value: string | undefined): boolean => value === 'running';
  return calls.join() === `,${EXPRESSION}`
    && [...after.objects.values()].some(({ type, serial, value }) => type === 'generator' && isRunning(value) && isRunning(before.objects.get(serial)?.value));
}
