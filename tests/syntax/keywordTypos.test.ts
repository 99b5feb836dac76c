/// Mistyped keywords: the hints that CPython 3.14 prints for files with these lines, the last of which has the error.
import { describe, expect, test } from 'vitest';
import { findKeywordTypo } from '../../src/core/vm/keywordtypos';

const HINTS: readonly (readonly [string, string | undefined])[] = [
  ['whille True:', 'while'],
  ['if True:\n    pass\nelseif False:', 'elif'],
  ['if True:\n    pass\nesle:', 'else'],
  ['if x:\n    if y:\n        pass\n    elsif z:', 'elif'],
  ['def f():\n    rturn 1', 'return'],
  ['def g():\n    yeild 1', 'yield'],
  ['for i inn range(3):', 'in'],
  ['form sys import path', 'from'],
  ['x = 1 iff True else 2', 'if'],
  ["with open('x') ass f:", 'as'],
  ['lambd x: 1', 'lambda'],
  ['prnt 1', 'not'],
  ['x = Flase x', undefined],
  ['a = b c', undefined]
];

describe('the hint for', () => {
  test.each(HINTS)('%j', (source, keyword) => {
    const lines = source.split('\n');
    expect(findKeywordTypo(lines.at(-1)!, '3.14', lines.slice(0, -1))?.keyword).toBe(keyword);
  });
});
