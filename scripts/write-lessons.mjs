// npm run lessons: runs every lesson and saves what its cells gave, so that it can be read where nothing runs.
// Exercises stay without outputs: they are not answered. Needs `npm run build`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './lib/paths.mjs';
import { say } from './lib/run.mjs';

const isExercise = cell => cell.metadata['memory-sim']?.exercise !== undefined;

const failedCell = notebook =>
  notebook.cells.find(cell => cell.cell_type === 'code' && !isExercise(cell) && cell.outputs.some(output => output.output_type === 'error'));

function writeLesson(file) {
  const before = fs.readFileSync(file, 'utf8');
  // The check of an unanswered exercise fails, and the command with it: whether all went well is seen in the cells.
  const { status, stderr } = spawnSync(process.execPath, [inRoot('dist', 'memory-sim.cjs'), 'run', file, '--write'], { encoding: 'utf8' });
  const notebook = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failed = failedCell(notebook);
  if (failed || (status !== 0 && status !== 1)) {
    fs.writeFileSync(file, before);
    console.error(`${path.basename(file)}: ${failed ? `cell ${failed.id} fails` : 'cannot be run'}; left as it was\n${stderr}`);
    process.exitCode = 1;
    return;
  }
  for (const cell of notebook.cells.filter(isExercise)) {
    cell.outputs = [];
    cell.execution_count = null;
  }
  fs.writeFileSync(file, `${JSON.stringify(notebook, undefined, 1)}\n`);
  say(`${path.basename(file)} written`);
}

for (const name of fs.readdirSync(inRoot('lessons')).sort()) {
  if (name.endsWith('.ipynb')) {
    writeLesson(inRoot('lessons', name));
  }
}
