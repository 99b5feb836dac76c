/// Code objects against those that CPython 3.14 makes of the same snippets (record.py).
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/core/compiler/compile';
import { dis } from '../../src/core/compiler/dis';
import { parse, parseExpression, parseInteractive } from '../../src/core/syntax/parse';
import { type Canonical, canonical } from './canonical';

const here = new URL('.', import.meta.url);

function read(name: string): string {
  return readFileSync(new URL(name, here), 'utf8');
}

const snippets = readdirSync(new URL('snippets', here)).map((name) => name.replace(/\.py$/, ''));

describe('as CPython 3.14 compiles', () => {
  test.each(snippets)('%s', (name) => {
    const source = read(`snippets/${name}.py`);
    const expected = JSON.parse(read(`codes/${name}.json`)) as Canonical[];
    const actual = canonical(compile(parse(source, '3.14'), { filename: `${name}.py`, source }));
    expect(actual.map(({ qualname }) => qualname)).toEqual(expected.map(({ qualname }) => qualname));
    expected.forEach((code, i) => expect(actual[i], code.qualname).toEqual(code));
  });

  test('the corpus is there', () => {
    expect(snippets.length).toBeGreaterThan(15);
  });
});

describe('modes', () => {
  const parsers = { exec: parse, eval: parseExpression, single: parseInteractive };
  const recorded = JSON.parse(read('modes.json')) as [mode: keyof typeof parsers, source: string, expected: Canonical[]][];

  test.each(recorded)('%s %j', (mode, source, expected) => {
    expect(canonical(compile(parsers[mode](source, '3.14'), { filename: 'file.py', source }))).toEqual(expected);
  });
});

test('dis prints as CPython', () => {
  const { source, text } = JSON.parse(read('dis.json')) as { source: string; text: string };
  expect(dis(compile(parse(source, '3.14'), { filename: 'file.py' }))).toBe(text);
});
