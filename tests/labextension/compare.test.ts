// @vitest-environment jsdom
import './jsdomStubs';
import { execFileSync } from 'node:child_process';
import { nullTranslator } from '@jupyterlab/translation';
import { describe, expect, it } from 'vitest';
import { comparisonWidget } from '../../src/labextension/compare';
import { kernelCode, readOutcome } from '../../src/labextension/cpython';
import { diffLines } from '../../src/labextension/lineDiff';

const shown = (left: string, right: string): string[] => diffLines(left, right).map(row => `${row.left ?? '-'} ${{ same: '=', address: '~', different: '!' }[row.kind]} ${row.right ?? '-'}`);

describe('diffLines', () => {
  it('pairs equal lines and marks the others', () => {
    expect(shown('a\nb\nc\n', 'a\nb\nc\n')).toEqual(['a = a', 'b = b', 'c = c']);
    expect(shown('a\nb\nc\n', 'a\nx\ny\nc\n')).toEqual(['a = a', 'b ! x', '- ! y', 'c = c']);
    expect(shown('1\na\n2\nb\n3', 'a\nb')).toEqual(['1 ! -', 'a = a', '2 ! -', 'b = b', '3 ! -']);
    expect(shown('', 'a')).toEqual(['- ! a']);
    expect(shown('', '')).toEqual([]);
  });

  it('takes addresses as equal and says so', () => {
    expect(shown('<A at 0x7f3a01>\n1', '<A at 0xffff7f3a01>\n1')).toEqual(['<A at 0x7f3a01> ~ <A at 0xffff7f3a01>', '1 = 1']);
  });

  it('bounds its work', () => {
    const many = (letter: string) => Array.from({ length: 5000 }, (_, i) => `${letter}${i}`).join('\n');
    expect(diffLines(many('a'), many('b'))).toHaveLength(5000);
  });
});

describe('kernelCode', () => {
  const cell = (source: string, module?: string) => ({ source, file: '<cell 1>', module });
  const run = (...cells: ReturnType<typeof cell>[]) => readOutcome(execFileSync('python3', ['-c', kernelCode(cells, '#mark#')], { encoding: 'utf8' }), '#mark#');

  it('gives what the last cell prints, in a process of its own', () => {
    expect(run(cell("x = 'ä'\nprint('first')"), cell('print(x)\n__name__'))).toEqual({ stdout: "ä\n'__main__'\n", error: undefined });
    expect(run(cell('class D:\n    def __del__(self): print("gone")\nD()'), cell('D()\nNone'))).toEqual({ stdout: 'gone\n', error: undefined });
  });

  it('knows the modules that cells define', () => {
    expect(run(cell('value = 5', 'helper'), cell('import helper\nhelper.value'))).toEqual({ stdout: '5\n', error: undefined });
  });

  it('tells how a cell failed, and that there is no input', () => {
    expect(run(cell('print(1)\nmissing'))).toEqual({ stdout: '1\n', error: "NameError: name 'missing' is not defined" });
    expect(run(cell('1 +')).error).toMatch(/^SyntaxError: /);
    expect(run(cell("input('? ')"))).toEqual({ stdout: '? ', error: 'EOFError: EOF when reading a line' });
  });

  it('says when CPython did not run to its end', () => {
    expect(() => run(cell('import os\nos._exit(3)'))).toThrow('CPython ended before the cell did');
    expect(() => readOutcome('null', '#mark#')).toThrow('60 seconds');
    expect(() => readOutcome(JSON.stringify(['', 'Traceback\nMemoryError']), '#mark#')).toThrow('MemoryError');
  });
});

describe('comparisonWidget', () => {
  const trans = nullTranslator.load('');
  const text = (left: string, right: string) => comparisonWidget({ stdout: left, error: undefined }, { stdout: right, error: undefined }, ['a', 'b'], trans).node.textContent!;

  it('says whether they differ, and shows text as text', () => {
    expect(text('1\n', '1\n')).toContain('Both print the same.');
    expect(text('1\n2\n', '1\n3\n')).toMatch(/1 line differs\..*2≠3/);
    expect(text('', '')).toContain('Neither prints anything.');
    expect(text('0xabcdef1', '0xabcdef2')).toContain('but for addresses');
    const evil = comparisonWidget({ stdout: '<img src=x>', error: 'E: <b>' }, { stdout: '', error: undefined }, ['a', 'b'], trans);
    expect(evil.node.querySelector('img, b')).toBeNull();
  });
});
