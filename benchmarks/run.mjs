// npm run bench [-- --rounds N --scale N --clock wall|cpu|main --only TEXT --python COMMAND]
//
// Times the programs on native CPython, Skulpt and the simulator, interleaved, each run in a fresh process. The
// numbers are printed and nothing is judged: a timing is never a test. `--scale` makes the programs so many times as
// long (V8 needs a fifth of a second to get warm). For a busy machine: `--clock cpu` counts processor time, V8's
// compiler threads included, and `--clock main` that of the thread that runs the program (Linux).
import fs from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { printCosts } from './costs.mjs';
import { bundleCore, geometricMean, here, median, run } from './measure.mjs';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, only: { type: 'string', default: '' }, python: { type: 'string', default: 'python3' },
    scale: { type: 'string', default: '10' }, clock: { type: 'string', default: 'wall' } }
});
process.env.SCALE = options.scale;
const core = await bundleCore();
const engines = {
  native: file => run(options.python, [`${here}native.py`, file]),
  skulpt: file => run(process.execPath, [`${here}engines.mjs`, 'skulpt', file, core]),
  ours: file => run(process.execPath, [`${here}engines.mjs`, 'ours', file, core]),
  recorded: file => run(process.execPath, [`${here}engines.mjs`, 'recorded', file, core])
};
// V8's code cache, which both JavaScript engines start with.
for (const engine of ['skulpt', 'recorded']) run(process.execPath, [`${here}engines.mjs`, engine, `${here}sample.py`, core, '--write']);

console.log(`${os.cpus()[0].model}, ${os.cpus().length} processors, ${os.platform()} ${os.arch()}`);
console.log(`Node ${process.versions.node}, ${run(options.python, ['--version']).trim()}, ${options.rounds} rounds, medians of ${options.clock} time, SCALE = ${options.scale}\n`);
console.log('program            native ms  skulpt ÷   ours ÷  recorded ÷');

const ratios = { skulpt: [], ours: [], recorded: [] };
const times = new Map();
const files = fs.readdirSync(`${here}programs`).filter(name => name.endsWith('.py') && name.includes(options.only)).sort();
for (let round = 0; round < Number(options.rounds); round++) {
  for (const name of files) {
    const outputs = {};
    for (const [engine, time] of Object.entries(engines)) {
      const key = `${name} ${engine}`;
      const { [options.clock]: ms, output } = JSON.parse(time(`${here}programs/${name}`));
      outputs[engine] = output;
      if (!times.has(key)) times.set(key, []);
      times.get(key).push(ms);
    }
    for (const engine of ['ours', 'recorded']) {
      if (outputs[engine] !== outputs.native) console.log(`${name}: another output than native\n${outputs[engine]}`);
    }
  }
}
for (const name of files) {
  const native = median(times.get(`${name} native`));
  const cells = Object.keys(ratios).map(engine => {
    const ratio = median(times.get(`${name} ${engine}`)) / native;
    if (ratio === 0) return 'cannot';
    ratios[engine].push(ratio);
    return ratio.toFixed(2);
  });
  console.log(`${name.slice(0, -3).padEnd(18)} ${native.toFixed(0).padStart(9)} ${cells[0].padStart(9)} ${cells[1].padStart(8)} ${cells[2].padStart(11)}`);
}
const means = Object.values(ratios).map(values => geometricMean(values).toFixed(2));
console.log(`${'geometric mean'.padEnd(18)} ${''.padStart(9)} ${means[0].padStart(9)} ${means[1].padStart(8)} ${means[2].padStart(11)}\n`);
await printCosts(core);
