/// What becomes of a generator when its function is called, goes on, or yields: its frame comes and goes without being made or lost.

import type { Telling } from './telling';

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
