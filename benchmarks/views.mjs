// Seeking in a long trace: `node benchmarks/views.mjs` prints the times; a timing is never a test.
//
// A trace of a million events is made here (a heap of 400 objects that are bound, changed, freed
// and made anew), read through the validator, and visited at positions from a fixed seed. A seek
// is what a press of a key costs before drawing: the state, the scene and the sentence.
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { longTrace } from './longTrace.mjs';
import { median } from './measure.mjs';

const EVENTS = 1_000_000;
const LIMIT_MS = 16;
const SEEKS = 300;

const root = fileURLToPath(new URL('..', import.meta.url));
const { outputFiles } = await esbuild.build({
  stdin: {
    contents: `export { readTrace } from './src/views/validate'; export { Picture } from './src/views/picture'; export { makingLifelines } from './src/views/lifelines'; export { finish } from './src/views/work';`,
    resolveDir: root
  },
  bundle: true, format: 'esm', platform: 'neutral', write: false, logLevel: 'error'
});
const { readTrace, Picture, makingLifelines, finish } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);

/// Processor time in milliseconds: other work on the machine counts little.
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const timed = (what, run) => {
  const t0 = now();
  const result = run();
  console.log(`${what}: ${Math.round(now() - t0)} ms`);
  return result;
};

for (const [events, alive] of [[EVENTS, 400], [100_000, 2_000]]) {
  const trace = longTrace(events, alive);
  console.log(`\n${events.toLocaleString('en')} events, ${alive.toLocaleString('en')} objects, ${(JSON.stringify(trace).length / 1e6).toFixed(1)} MB of JSON`);
  const read = timed('read', () => readTrace(trace));
  if (!read.ok) throw new Error(read.reason);
  console.log(`${read.payload.steps.length.toLocaleString('en')} steps`);
  const picture = timed('survey', () => new Picture(read.payload));
  timed('layout', () => picture.layout);
  timed('lifelines', () => finish(makingLifelines(picture.survey, picture.timeline, picture.sentences.naming, picture.words, picture.layout.grouping)));
  picture.arrange({ ...picture.wishes, expanded: new Set(picture.layout.grouping.groups.keys()) });
  const visit = n => {
    picture.scene(n, { top: 0, bottom: 900 });
    picture.sentences.at(n);
  };
  let seed = 7;
  const positions = Array.from({ length: SEEKS }, () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % (picture.timeline.end + 1));
  positions.slice(0, 60).forEach(visit);
  const seeks = positions.map(at => {
    const t0 = now();
    visit(at);
    return { at, time: now() - t0 };
  });
  const times = seeks.map(({ time }) => time).sort((a, b) => a - b);
  const [half, most] = [times[SEEKS >> 1], times[Math.floor(SEEKS * 0.95)]];
  console.log(`seek: half of them within ${half.toFixed(1)} ms, 95 % within ${most.toFixed(1)} ms, limit ${LIMIT_MS} ms`);
  const thirds = [0, 1, 2].map(third => median(seeks.filter(({ at }) => Math.floor((3 * at) / (picture.timeline.end + 1)) === third).map(({ time }) => time)));
  console.log(`to the first, the middle and the last third: ${thirds.map(time => time.toFixed(1)).join(', ')} ms`);
}
