import { describe, expect, it } from 'vitest';
import { exercisePart, exercises, grading } from '../../src/lessons/exercise';
import { memorySimCells } from '../../src/lessons/memorySimCells';
import { NotebookError, readNotebook, setOutputs, writeNotebook } from '../../src/lessons/notebook';

const notebook = (...cells: object[]) => readNotebook(JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
const code = (source: string | string[], metadata: object = {}) => ({ cell_type: 'code', metadata, source, outputs: [], execution_count: null });

describe('a notebook', () => {
  it('has its source as one string', () => {
    expect(notebook(code(['a\n', 'b'])).cells[0]!.source).toBe('a\nb');
    expect(notebook(code('a\nb')).cells[0]!.source).toBe('a\nb');
  });

  it('that is none says why', () => {
    expect(() => readNotebook('nope')).toThrow(NotebookError);
    expect(() => readNotebook('null')).toThrow('it has no "nbformat"');
    expect(() => notebook({ cell_type: 'code', source: [1] })).toThrow('cell 1 has no source');
  });

  it('keeps all that is not touched', () => {
    const text = '{"nbformat": 4, "cells": [{"cell_type": "new", "source": [], "extra": {"b": 1, "a": [true, null]}}], "metadata": {"x": "é"}}';
    expect(JSON.parse(writeNotebook(readNotebook(text)))).toEqual(JSON.parse(text));
    expect(writeNotebook(readNotebook(text))).toContain('é');
  });

  it('stores texts as lines, and JSON data whole', () => {
    const book = notebook(code(''));
    const outputs = [
      { output_type: 'stream', name: 'stdout', text: 'a\n\nb' },
      { output_type: 'display_data', metadata: {}, data: { 'image/svg+xml': '<svg>\n</svg>', 'text/plain': '', 'application/x+json': { s: 'a\nb' } } }
    ];
    setOutputs(book.cells[0]!, outputs, 4);
    expect(JSON.parse(writeNotebook(book)).cells[0]).toMatchObject({
      execution_count: 4,
      outputs: [
        { text: ['a\n', '\n', 'b'] },
        { data: { 'image/svg+xml': ['<svg>\n', '</svg>'], 'text/plain': [], 'application/x+json': { s: 'a\nb' } } }
      ]
    });
    expect(outputs[0]!.text).toBe('a\n\nb');
  });
});

describe('memory-sim cells', () => {
  it('are the code cells with the magic line', () => {
    const book = notebook(code('x = 1'), { cell_type: 'markdown', metadata: {}, source: '%%memory-sim\n' }, code('%%memory-sim --module m\nx = 1'));
    expect(memorySimCells(book.cells)).toMatchObject([{ number: 3, magic: { ok: true, options: { module: 'm' }, source: '\nx = 1' } }]);
  });
});

describe('an exercise', () => {
  const part = (exercise: unknown, role: unknown) => ({ 'memory-sim': { exercise, role } });

  it('is a starter cell and a check cell of one name; copies do not count', () => {
    const book = notebook(
      code('s', part('e', 'starter')), code('lonely', part('f', 'starter')), code('c', part('e', 'check')), code('copy', part('e', 'starter'))
    );
    expect(exercises(book).map(({ id, starter, check }) => [id, starter.source, check.source])).toEqual([['e', 's', 'c']]);
  });

  it('has metadata that may be wrong', () => {
    expect(exercisePart({})).toBeUndefined();
    expect(exercisePart({ 'memory-sim': null })).toBeUndefined();
    expect(exercisePart(part(3, 'check'))).toBeUndefined();
    expect(exercisePart(part('e', 'chekc'))).toBeUndefined();
    expect(grading({ nbgrader: [] })).toBeUndefined();
    expect(grading({ nbgrader: { grade_id: 'g', points: '2', grade: true } })).toEqual({
      gradeId: 'g', points: 0, grade: true, solution: false, locked: false
    });
  });
});
