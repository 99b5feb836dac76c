// A made trace for measuring: a heap of objects that are bound, changed, freed and made anew.
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { outputFiles } = await esbuild.build({
  stdin: { contents: `export { Op } from './src/core/trace/payload'; export { COMMON_STRINGS } from './src/core/trace/commonstrings'; export { packTrace } from './src/core/trace/savedtrace';`, resolveDir: root },
  bundle: true, format: 'esm', platform: 'neutral', write: false, logLevel: 'error'
});
const { COMMON_STRINGS, Op, packTrace } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);

/// A saved trace with that many events, in which at most `alive` objects live at a time; the same each time. `linked`: each refers to two others.
export function longTrace(events, alive, { linked = false } = {}) {
  const first = COMMON_STRINGS.length;
  const strings = [...COMMON_STRINGS, '<module>', 'cell-1.py', 'Item', 'list', 'number', 'things', ...Array.from({ length: 20 }, (_, i) => `[${i}]`), ...Array.from({ length: 30 }, (_, i) => `n${i}`)];
  const start = [Op.FRAME, first, first + 1, 1, Op.NEW, 1, first + 3, 1, 0x7f3a0ff0, 64, Op.NAME, 0, first + 5, 1];
  const steps = [];
  let serial = 2;
  let seed = 1;
  const next = n => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % n;
  const live = [];
  /// Who refers to an object, by which label.
  const holders = new Map();
  const link = (ops, from, label) => {
    const to = live[next(live.length)];
    ops.push(Op.SLOT, from, label, to);
    holders.set(to, [...(holders.get(to) ?? []), [from, label]]);
    return 1;
  };
  for (let told = 0; told < events;) {
    const ops = [2 + next(8)];
    const name = first + 26 + next(30);
    if (live.length < alive) {
      ops.push(Op.NEW, serial, first + 2, 0, 0x7f3a1000 + serial * 3, 48, Op.SLOT, serial, first + 4, -first - 5, Op.SLOT, 1, first + 6 + next(20), serial, Op.NAME, 0, name, serial, Op.COUNT, serial, 2);
      if (linked && live.length > 0) {
        told += link(ops, serial, first + 7) + link(ops, serial, first + 8);
      }
      live.push(serial++);
      told += 5;
    } else {
      const at = next(live.length);
      for (const [holder, label] of holders.get(live[at]) ?? []) {
        ops.push(Op.UNSLOT, holder, label);
        told++;
      }
      ops.push(Op.COUNT, live[at], 0, Op.FREE, live[at], Op.REUSE, live[at]);
      live.splice(at, 1);
      told += 3;
    }
    steps.push(ops);
  }
  return packTrace({
    version: 1, python: '3.14', file: 'cell-1.py', source: Array.from({ length: 12 }, (_, i) => `line ${i}`).join('\n'), run: 1, strings, start, steps,
    totals: { live: alive, shown: alive, freed: 0, count: [0, 0, 0], threshold: [2000, 10, 10] }
  });
}
