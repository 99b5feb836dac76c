/// The packed form of a trace gives back what was packed, and refuses what was not.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMON_STRINGS } from '../../src/core/trace/commonstrings';
import { withRepeats, withoutRepeats, wordsWithRepeats, wordsWithoutRepeats } from '../../src/core/trace/repeats';
import { packTrace } from '../../src/core/trace/savedtrace';
import { readTrace } from '../../src/views/validate';
import { corpus, programs } from '../conformance/programs';
import { random } from '../views/hostile';
import { record } from './recorded';

const ANY = 10_000_000;

describe('repetitions', () => {
  test('come back as they were', () => {
    const next = random(5);
    for (let round = 0; round < 100; round++) {
      const letters = 1 + Math.floor(next() * 30);
      const text = Array.from({ length: Math.floor(next() * 3000) }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabc/.9'[Math.floor(next() * letters)]!).join('');
      expect(withRepeats(withoutRepeats(text), ANY)).toBe(text);
    }
  });

  test('of words come back as they were, whatever is in them', () => {
    const next = random(7);
    const pieces = ['a', 'b', 'list', '~', '~A', '!', '\n', '\u0000', '\u007f', 'é', '中', '🐍', '\ud83d', '"', '\\'];
    const words = (most: number): string => Array.from({ length: Math.floor(next() * most) }, () => pieces[Math.floor(next() * pieces.length)]!).join('');
    for (let round = 0; round < 300; round++) {
      const [before, text] = [words(100), words(300)];
      expect(wordsWithRepeats(wordsWithoutRepeats(text, before), ANY, before)).toBe(text);
    }
  });

  test('of words name what stood before, and cut no character in halves', () => {
    expect(wordsWithoutRepeats('friends of friends', 'self.friends')).toBe('~HD of ~LD');
    expect(wordsWithRepeats('~HD of ~LD', ANY, 'self.friends')).toBe('friends of friends');
    expect(wordsWithoutRepeats('🐍🐍🐍🐍🐍🐍', '')).toBe('🐍🐍🐍🐍🐍🐍');
  });

  test('make a text short that says the same over and over', () => {
    expect(withoutRepeats('abcdefgh'.repeat(1000)).length).toBeLessThan(20);
    expect(withoutRepeats('A'.repeat(5000)).length).toBeLessThan(10);
  });

  test('of what is not there, or without an end, are refused', () => {
    for (const text of ['~BA', 'AAAA~', 'AAAA~F', 'AAAA~FA', 'AAAA~AA', 'AAAA~!A', 'é', `AAAA~B${'/'.repeat(30)}`]) expect([text, withRepeats(text, ANY)]).toEqual([text, undefined]);
    for (const text of ['!B', 'AAAA!', 'AAAA!F', 'AAAA!A', '~A']) expect([text, withRepeats(text, ANY)]).toEqual([text, undefined]);
    for (const text of ['~', '~GA', '~A~B']) expect([text, wordsWithRepeats(text, ANY, 'abcde')]).toEqual([text, undefined]);
    expect(wordsWithRepeats('~FA', 4, 'abcde')).toBe('abcd');
    expect(wordsWithRepeats('~FA', 3, 'abcde')).toBeUndefined();
    expect(withRepeats('AAAA~Bgggggg/', ANY)).toBeUndefined();
    expect(withRepeats(withoutRepeats('A'.repeat(5000)), 4999)).toBeUndefined();
    expect(withRepeats(withoutRepeats('A'.repeat(5000)), 5000)).toHaveLength(5000);
  });
});

test('no common string is there twice', () => {
  expect(new Set(COMMON_STRINGS).size).toBe(COMMON_STRINGS.length);
});

const NAMES = ['demos', 'cycles'].flatMap(folder => programs(folder)).map(({ name }) => name);

describe.each(['3.11', '3.14'] as const)('on %s', python => {
  test.each(NAMES)('%s is read as it was recorded', name => {
    const { trace } = record(fs.readFileSync(path.join(corpus, name), 'utf8'), { python });
    const read = readTrace(JSON.parse(JSON.stringify(packTrace(trace))));
    expect(read).toEqual({ ok: true, payload: trace });
  });
});

test.each([
  ['no texts', ['a'], 'no table of strings'], ['other lengths', { lengths: 'B', text: 'ab' }, 'no table of strings'], ['lengths of nothing', { lengths: 'C!', text: '' }, 'no table of strings'],
  ['a text that would fill the memory', { lengths: 'A', text: `~B${'/'.repeat(7)}f` }, 'no table of strings']
])('refuses strings with %s', (_what, strings, reason) => {
  const read = readTrace({ ...packTrace(record('x = 1\n').trace), strings });
  expect(read.ok ? '' : read.reason).toContain(reason);
});

test.each([['a list', [[16, 2]]], ['half a type', 'BQ'], ['a string that is not there', 'B//DA'], ['a negative address', 'BAB']])('refuses types that are %s', (_what, types) => {
  const read = readTrace({ ...packTrace(record('x = 1\n').trace), types });
  expect(read.ok ? '' : read.reason).toContain('the list of types');
});

test('a damaged text is refused or read, and never more than that', () => {
  const { trace } = record('class P: pass\nps = [P() for i in range(5)]\nfor p in ps:\n    q = [p, ps]\ndel ps, p\n');
  const packed = packTrace(trace);
  const next = random(3);
  let refused = 0;
  for (let round = 0; round < 3000; round++) {
    const damage = (text: string): string => {
      const at = Math.floor(next() * text.length);
      return text.slice(0, at) + ['', 'A', '~', '.', '/', 'gggg', '~BA', '~B///D', '\u0000', '"'][Math.floor(next() * 10)]! + text.slice(at + Math.floor(next() * 3));
    };
    const part = next();
    const json = part < 0.6
      ? { ...packed, steps: damage(packed.steps) }
      : part < 0.7
      ? { ...packed, strings: { lengths: damage(packed.strings.lengths), text: damage(packed.strings.text) }, types: damage(packed.types!) }
      : { ...packed, instructions: { table: damage(packed.instructions!.table), steps: damage(packed.instructions!.steps) } };
    const read = readTrace(json);
    if (!read.ok) refused++;
    else for (const ops of [read.payload.start, ...read.payload.steps]) expect(ops.every(Number.isSafeInteger)).toBe(true);
  }
  expect(refused).toBeGreaterThan(1000);
});

test.each([
  ['no text', 7, 'are not packed'], ['a list', [], 'are not packed'], ['a repetition that would fill the memory', `AAAA~B${'/'.repeat(7)}f`, 'are not packed'],
  ['an unknown operation', `.A~`, 'are not packed'], ['half a step', 'A', 'not a list of numbers'], ['an operation of the future', '.Af.', 'step 1 is not a list of numbers'],
  ['an object told last where there is none', '.AB9.', 'not a list'], ['a NEW like none before', '.AAAAA.', 'step 1 is not a list of numbers'], ['a negative line', '.B.', 'no line number']
])('refuses %s', (_what, steps, reason) => {
  const { trace } = record('x = 1\n');
  const read = readTrace({ ...packTrace(trace), steps });
  expect(read.ok ? '' : read.reason).toContain(reason);
});
