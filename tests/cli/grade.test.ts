import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import type { Grade } from '../../src/lessons/grade';
import type { Ran } from './command';
import { command, Folder } from './command';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

const run = (...words: string[]): Promise<Ran> => command(words, { createMachine });

const cell = (source: string, grade_id?: string, more: object = {}): object => ({
  cell_type: 'code', execution_count: null, outputs: [], source: `%%memory-sim\n${source}`,
  metadata: grade_id === undefined ? {} : { nbgrader: { grade_id, grade: false, locked: false, solution: true, ...more } }
});
const check = (source: string, grade_id: string, points: number): object => cell(source, grade_id, { grade: true, locked: true, solution: false, points });
const file = (name: string, ...cells: object[]): string => folder.file(name, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));

const GONE = 'from memory_sim import live\nassert live("Ring") == 0, "the ring should be gone"';
const lesson = (first: string, second = 'pass'): object[] => [
  cell('class Ring: pass\nring = Ring()\nring.self = ring'),
  cell(first, 'ring'), check(GONE, 'ring-check', 3),
  cell(second, 'half'), check('2 if ring is None else 0.5', 'half-check', 2)
];

async function grade(...words: string[]): Promise<{ ran: Ran; grades: (Grade & { points: number; maxPoints: number })[] }> {
  const ran = await run('grade', '--format', 'json', ...words);
  return { ran, grades: JSON.parse(ran.stdout) as (Grade & { points: number; maxPoints: number })[] };
}

describe('memory-sim grade', () => {
  it('gives each check its points, in full or in part, and the reason where some are lost', async () => {
    const good = file('good.ipynb', ...lesson('ring.self = None\nring = None'));
    const bad = file('bad.ipynb', ...lesson('ring.self = Ring()'));
    const { ran, grades } = await grade(good, bad);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(grades).toMatchObject([
      { notebook: good, points: 5, maxPoints: 5, remarks: [] },
      {
        points: 0.5,
        scores: [{ check: 'ring-check', points: 0, maxPoints: 3, message: 'the ring should be gone' }, { check: 'half-check', points: 0.5, message: '0.5 of 2 points' }]
      }
    ]);
    expect((await run('grade', good, bad)).stdout).toContain(`${bad}          0/3       0.5/2  0.5/5\n`);
  });

  it('goes on after what fails, does not end, asks, or is no notebook', async () => {
    const files = [
      file('a.ipynb', ...lesson('raise KeyboardInterrupt', 'ring = None')), file('b.ipynb', ...lesson('while True: pass')), file('c.ipynb', ...lesson('input()')),
      file('d.ipynb', ...lesson('while True:\n  try:\n    while True: pass\n  except BaseException: pass')),
      folder.file('e.ipynb', '{'), path.join(folder.path, 'f.ipynb'), file('g.ipynb', cell('x', 'ring'), { ...cell('') as object, source: '%%memory-sim --no' })
    ];
    const { ran, grades } = await grade('--limit', '200000', ...files);
    expect(ran.status).toBe(1);
    expect(grades.map(({ points }) => points)).toEqual([2, 0.5, 0.5, 0, 0, 0, 0]);
    expect(grades.map(({ remarks, failure }) => failure ?? remarks[0])).toEqual([
      'cell 2: KeyboardInterrupt', 'cell 2: stopped after 200000 instructions: does it end?',
      'cell 2: EOFError: EOF when reading a line', 'cell 2: stopped after 200000 instructions: does it end?',
      `${files[4]} is not a notebook: its text is not JSON`, expect.stringMatching(/no such file/), "cell 1: NameError: name 'x' is not defined"
    ]);
    expect(grades[3]!.scores[0]!.message).toBe('a cell before it could not be stopped');
    expect(grades[6]!.remarks[1]).toContain("cell 2: %%memory-sim: unknown option '--no'");
    expect(grades[6]!.remarks[2]).toBe('it has no check; with --release FILE the checks of the release are run');
  });

  it('shows checks the heap as it is, whatever a notebook did to memory_sim', async () => {
    const forged = file('f.ipynb', ...lesson('import memory_sim, sys\nmemory_sim.live = lambda name: 0\nsys.modules["memory_sim"] = memory_sim'));
    expect((await grade(forged)).grades).toMatchObject([{ scores: [{ points: 0, message: 'the ring should be gone' }, {}] }]);
  });

  it('ends at Ctrl-C without grades', async () => {
    const pressed = new Set<() => void>();
    const ran = await command(['grade', file('a.ipynb', ...lesson('while True: pass'))], {
      createMachine,
      onInterrupt: callback => {
        pressed.add(callback);
        return () => void pressed.delete(callback);
      },
      yieldTurn: () => {
        pressed.forEach(callback => callback());
        return Promise.resolve();
      }
    });
    expect(ran).toMatchObject({ status: 130, stdout: '' });
  });

  it('takes the checks from a release, and leaves all files as they are', async () => {
    const tampered = lesson('pass');
    tampered[2] = check('pass', 'ring-check', 100);
    const submitted = file('s.ipynb', ...tampered);
    const before = folder.read('s.ipynb');
    const { grades } = await grade(submitted, '--release', file('r.ipynb', ...lesson('pass')));
    expect(grades).toMatchObject([{ points: 0.5, maxPoints: 5 }]);
    expect(folder.read('s.ipynb')).toBe(before);
    expect(folder.names()).toEqual(['r.ipynb', 's.ipynb']);
  });

  it.each([
    [['grade'], 'grade needs a notebook'],
    [['grade', 'x.ipynb', '--format', 'xls'], "no format 'xls'; the formats are table, json, csv, junit"],
    [['grade', 'x.ipynb', '--release', 'gone.ipynb'], 'no such file'],
    [['lint'], 'lint needs a lesson'],
    [['release', 'x.ipynb'], 'release needs two files'],
    [['release', 'x.ipynb', './x.ipynb'], 'release would write over its source']
  ])('refuses %j in a line', async (words, message) => {
    const ran = await run(...words);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(message);
  });
});

const exercise = (role: string): object => ({ metadata: { 'memory-sim': { exercise: 'ring', role } } });
const SOLVED = 'ring = 1\n### BEGIN SOLUTION\nring = None\n### END SOLUTION';

describe('memory-sim lint and release', () => {
  const lessons = path.join(import.meta.dirname, '..', '..', 'lessons');

  it.each(fs.readdirSync(lessons).filter(name => name.endsWith('.ipynb')))('finds nothing in %s', async name => {
    expect(await run('lint', path.join(lessons, name))).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it.each([
    ['assert ring is None, "still there"', SOLVED, ''],
    ['assert ring is None', SOLVED, "cell 2: line 2: the learner reads only 'AssertionError': give the assert a message"],
    ['assert ring, "gone"', SOLVED, "cell 2: line 2: the check fails with the author's solution: gone\ncell 2: the check passes before the learner did anything"],
    ['assert ring is None, "still there"', `${SOLVED}\n1 / 0`, 'cell 1: line 6: it fails (tag it raises-exception if it is meant to): ZeroDivisionError: division by zero'],
    ['assert ring is None, "still there"', '### BEGIN SOLUTION', "cell 1, line 2: '### BEGIN SOLUTION' has no '### END SOLUTION' below it"]
  ])('of the check %j and the solution %j says %j', async (test, solution, told) => {
    const name = file('l.ipynb', { ...cell(solution), ...exercise('starter') }, { ...cell(test), ...exercise('check') });
    const { status, stdout } = await run('lint', name);
    expect(stdout.replaceAll(`${name}, `, '').trim()).toBe(told);
    expect(status).toBe(told === '' ? 0 : 1);
  });

  it('writes what learners get, which a notebook with solutions is graded by', async () => {
    const source = file('source.ipynb', { ...cell(SOLVED), ...exercise('starter') }, { ...cell('assert ring is None, "there"\n### BEGIN HIDDEN TESTS\nassert 1\n### END HIDDEN TESTS'), ...exercise('check') });
    const out = path.join(folder.path, 'out.ipynb');
    expect(await run('release', source, out)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(folder.read('out.ipynb')).not.toMatch(/SOLUTION|HIDDEN|ring = None/);
    expect((await grade(source, out, '--release', source)).grades).toMatchObject([{ points: 1 }, { points: 0 }]);
  });
});
