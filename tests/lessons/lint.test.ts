import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lessons/lint';
import { readNotebook } from '../../src/lessons/notebook';
import { release, withoutRegions } from '../../src/lessons/release';

const code = (source: string, metadata: object = {}): object => ({ cell_type: 'code', execution_count: 1, metadata, outputs: [{ output_type: 'stream', name: 'stdout', text: 'x' }], source });
const text = (source: string): object => ({ cell_type: 'markdown', metadata: {}, source });
const read = (...cells: object[]): ReturnType<typeof readNotebook> => readNotebook(JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
const part = (role: string, nbgrader?: object, exercise = 'e'): object => ({ 'memory-sim': { exercise, role }, ...(nbgrader ? { nbgrader } : {}) });
const graded = { grade_id: 'e-check', grade: true, points: 2, locked: true, solution: false };

const told = (...cells: object[]): string[] => lint(read(...cells), path => path === 'there is.py').map(({ cell, message }) => `${cell}: ${message}`);

describe('lint', () => {
  it('finds nothing wrong with an exercise as it should be', () => {
    expect(told(code('%%memory-sim', part('starter')), code('%%memory-sim', part('check', graded)))).toEqual([]);
  });

  it.each([
    ['a magic line', [code('%%memory-sim --pyton 3.14')], /^1: .*unknown option '--pyton'/],
    ['a role', [code('%%memory-sim', part('chek'))], /^1: the role "chek" is not known: it is "starter" or "check"/],
    ['no exercise', [code('%%memory-sim', { 'memory-sim': { role: 'check' } })], /^1: its "memory-sim" metadata names no "exercise"/],
    ['a plain cell', [code('pass', part('starter')), code('%%memory-sim', part('check'))], /^1: .*no memory-sim cell/],
    ['no check', [text('a'), code('%%memory-sim', part('starter'))], /^2: exercise 'e' has no other half: give a cell the role "check"/],
    ['two starters', [code('%%memory-sim', part('starter')), code('%%memory-sim', { ...part('starter'), nbgrader: { grade_id: 'other' } }), code('%%memory-sim', part('check'))], /^2: exercise 'e' has a starter already, cell 1/],
    ['the order', [code('%%memory-sim', part('check')), code('%%memory-sim', part('starter'))], /^1: the check of 'e' stands before its starter, cell 2/],
    ['points', [code('%%memory-sim', part('starter')), code('%%memory-sim', part('check', { ...graded, points: 0 }))], /^2: the check gives no points/],
    ['locking', [code('%%memory-sim', part('starter')), code('%%memory-sim', part('check', { ...graded, locked: false }))], /^2: learners can change the check/],
    ['a repeated id', [code('a', { nbgrader: graded }), code('b', { nbgrader: graded })], /^2: cell 1 has the id 'e-check', too/],
    ['a link', [text('[a](there%20is.py) [b](#x) [c](https://x.y/z) [d](gone.py "t") `[e](code.py)`')], /^1: the link to gone.py leads nowhere/]
  ])('tells %s that is wrong, and the mend', (_, cells, message) => {
    const mistakes = told(...cells);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(message);
  });
});

describe('a release', () => {
  it('has neither solutions nor hidden tests nor outputs, and leaves its source as it was', () => {
    const source = read(code('def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION\nf()'), code('assert f()\n### BEGIN HIDDEN TESTS\nassert f() == 1\n### END HIDDEN TESTS'), text('### BEGIN SOLUTION'));
    const before = JSON.stringify(source.json);
    const released = release(source);
    expect(released.cells.map(cell => cell.source)).toEqual(['def f():\n    # YOUR CODE HERE\nf()', 'assert f()', '### BEGIN SOLUTION']);
    expect(released.cells.map(cell => cell.json.outputs)).toEqual([[], [], undefined]);
    expect(JSON.stringify(source.json)).toBe(before);
  });

  it.each([
    ['a\n### BEGIN SOLUTION\nb', "line 2: '### BEGIN SOLUTION' has no '### END SOLUTION' below it"],
    ['### END HIDDEN TESTS', "line 1: '### END HIDDEN TESTS' ends nothing: there is no '### BEGIN HIDDEN TESTS' above it"],
    ['### BEGIN SOLUTION\n### BEGIN HIDDEN TESTS', "line 2: '### BEGIN HIDDEN TESTS' stands in the part that line 1 begins: end that first"]
  ])('says which mark of %j lacks its other half', (source, message) => {
    expect(() => withoutRegions(source)).toThrow(message);
  });
});
