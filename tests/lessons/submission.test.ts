import { describe, expect, it } from 'vitest';
import type { Notebook } from '../../src/lessons/notebook';
import { readNotebook } from '../../src/lessons/notebook';
import { assemble } from '../../src/lessons/submission';

const cell = (source: string, nbgrader?: object, more: object = {}): object => ({
  cell_type: 'code', execution_count: null, metadata: nbgrader ? { nbgrader } : {}, outputs: [], source, ...more
});
const answer = (source: string, id = 'a'): object => cell(source, { grade_id: id, solution: true, grade: false, locked: false });
const check = (source: string, id = 'a-check'): object => cell(source, { grade_id: id, solution: false, grade: true, locked: true, points: 2 });
const book = (...cells: object[]): Notebook => readNotebook(JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));

const release = book(cell('intro'), answer('stub'), check('hidden'), answer('stub b', 'b'), check('hidden b', 'b-check'));

const sources = (submitted: Notebook, against?: Notebook): string[] => assemble(submitted, against).cells.map(({ source }) => source);

describe('a submission', () => {
  it('keeps the answers and takes the checks of the release, whatever became of them', () => {
    const submitted = book(cell('intro'), answer('mine'), check('pass'), answer('mine b', 'b'), check('visible b', 'b-check'));
    expect(assemble(submitted, release)).toEqual({ cells: expect.anything() as unknown, remarks: [] });
    expect(sources(submitted, release)).toEqual(['intro', 'mine', 'hidden', 'mine b', 'hidden b']);
    expect(sources(submitted)).toEqual(['intro', 'mine', 'pass', 'mine b', 'visible b']);
  });

  it('gets checks that were deleted back, behind what stands before them in the release', () => {
    const submitted = book(answer('mine'), cell('scratch'), answer('mine b', 'b'));
    expect(sources(submitted, release)).toEqual(['mine', 'hidden', 'scratch', 'mine b', 'hidden b']);
    expect(assemble(submitted, release).remarks).toEqual([
      'the check was missing and is put back (a-check)', 'the check was missing and is put back (b-check)'
    ]);
  });

  it('is told to lack an answer that was deleted', () => {
    expect(assemble(book(check('x'), answer('mine b', 'b'), check('y', 'b-check')), release).remarks).toEqual(['the cell of the exercise is missing (a)']);
  });

  it('runs both parts of an answer that was split, and a check that was copied once', () => {
    const submitted = book(answer('first half'), answer('second half'), check('pass'), check('pass again'), answer('mine b', 'b'), check('y', 'b-check'));
    expect(sources(submitted, release)).toEqual(['first half', 'second half', 'hidden', 'mine b', 'hidden b']);
    expect(assemble(submitted, release).remarks).toEqual([
      'cell 2 is a copy or a part of cell 1 (a): both run', 'cell 4 is a copy or a part of cell 3 (a-check): the first one counts'
    ]);
  });

  it('knows exercises without nbgrader by their own metadata', () => {
    const ours = (role: string, source: string): object => cell(source, undefined, { metadata: { 'memory-sim': { exercise: 'e', role } } });
    expect(sources(book(ours('starter', 'mine')), book(ours('starter', 'stub'), ours('check', 'hidden')))).toEqual(['mine', 'hidden']);
  });

  it('takes no text cell for a part of an exercise', () => {
    const text = cell('prose', { grade_id: 'a-check', grade: true, solution: false, locked: true }, { cell_type: 'markdown' });
    expect(sources(book(text, answer('mine'), check('x'), answer('b', 'b'), check('y', 'b-check')), release)).toEqual(['prose', 'mine', 'hidden', 'b', 'hidden b']);
  });
});
