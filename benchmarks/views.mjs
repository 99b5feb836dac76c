// Seeking in a long trace: `node benchmarks/views.mjs` prints the times; a timing is never a test.
//
// A trace of a million events is made here (a heap of 400 objects that are bound, changed, freed
// and made anew), read through the validator, and visited at positions from a fixed seed. A seek
// is what a press of a key costs before drawing: the state, the scene and the sentence.
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const EVENTS = 1_000_000;
const LIMIT_MS = 16;
const SEEKS = 300;

const root = fileURLToPath(new URL('..', import.meta.url));
const { outputFiles } = await esbuild.build({
  stdin: {
    contents: `export { readTrace } from './src/views/validate'; export { Picture } from './src/views/picture'; export { Op } from './src/core/trace/payload';
      export { lifelines } from './src/views/lifelines';`,
    resolveDir: root
  },
  bundle: true, format: 'esm', platform: 'neutral', write: false, logLevel: 'error'
});
const { readTrace, Picture, Op, lifelines } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);

function longTrace(events, alive) {
  const strings = ['<module>', 'cell-1.py', 'Item', 'list', 'number', 'things', ...Array.from({ length: 20 }, (_, i) => `[${i}]`), ...Array.from({ length: 30 }, (_, i) => `n${i}`)];
  const start = [Op.FRAME, 0, 1, 1, Op.NEW, 1, 3, 1, 0x7f3a0ff0, 64, Op.NAME, 0, 5, 1];
  const steps = [];
  let serial = 2;
  let seed = 1;
  const next = n => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % n;
  const live = [];
  for (let told = 0; told < events;) {
    const ops = [2 + next(8)];
    const name = 26 + next(30);
    if (live.length < alive) {
      ops.push(Op.NEW, serial, 2, 0, 0x7f3a1000 + serial * 3, 48, Op.SLOT, serial, 4, -5, Op.NAME, 0, name, serial, Op.SLOT, 1, 6 + next(20), serial, Op.COUNT, serial, 2);
      live.push(serial++);
      told += 5;
    } else {
      const at = next(live.length);
      ops.push(Op.COUNT, live[at], 0, Op.FREE, live[at], Op.REUSE, live[at]);
      live.splice(at, 1);
      told += 3;
    }
    steps.push(ops);
  }
  return {
    version: 1, python: '3.14', file: 'cell-1.py', source: Array.from({ length: 12 }, (_, i) => `line ${i}`).join('\n'), run: 1, strings, start, steps,
    totals: { live: alive, shown: alive, freed: 0, count: [0, 0, 0], threshold: [2000, 10, 10] }
  };
}

const timed = (what, run) => {
  const t0 = performance.now();
  const result = run();
  console.log(`${what}: ${Math.round(performance.now() - t0)} ms`);
  return result;
};

for (const [events, alive] of [[EVENTS, 400], [100_000, 2_000]]) {
  const trace = longTrace(events, alive);
  console.log(`\n${events.toLocaleString('en')} events, ${alive.toLocaleString('en')} objects, ${trace.steps.length.toLocaleString('en')} steps`);
  const read = timed('read', () => readTrace(trace));
  if (!read.ok) throw new Error(read.reason);
  const picture = timed('survey', () => new Picture(read.payload));
  timed('layout', () => picture.layout);
  timed('lifelines', () => lifelines(picture.survey, picture.timeline, picture.sentences.naming, picture.words, picture.layout.grouping));
  picture.arrange({ ...picture.wishes, expanded: new Set(picture.layout.grouping.groups.keys()) });
  const visit = n => {
    picture.scene(n, { top: 0, bottom: 900 });
    picture.sentences.at(n);
  };
  let seed = 7;
  const positions = Array.from({ length: SEEKS }, () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % (picture.timeline.end + 1));
  positions.slice(0, 60).forEach(visit);
  const times = positions.map(n => {
    const t0 = performance.now();
    visit(n);
    return performance.now() - t0;
  }).sort((a, b) => a - b);
  const [half, most] = [times[SEEKS >> 1], times[Math.floor(SEEKS * 0.95)]];
  console.log(`seek: half of them within ${half.toFixed(1)} ms, 95 % within ${most.toFixed(1)} ms, limit ${LIMIT_MS} ms`);
}
