/// The packed form of a trace gives back what was packed, and refuses what was not.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMON_STRINGS } from '../../src/core/trace/commonstrings';
import { withRepeats, withoutRepeats } from '../../src/core/trace/repeats';
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
      const text = Array.from({ length: Math.floor(next() * 3000) }, () => String.fromCharCode(65 + Math.floor(next() * letters))).join('');
      expect(withRepeats(withoutRepeats(text), ANY)).toBe(text);
    }
  });

  test('make a text short that says the same over and over', () => {
    expect(withoutRepeats('abcdefgh'.repeat(1000)).length).toBeLessThan(20);
    expect(withoutRepeats('A'.repeat(5000)).length).toBeLessThan(10);
  });

  test('of what is not there, or without an end, are refused', () => {
    for (const text of ['~BA', 'AAAA~', 'AAAA~F', 'AAAA~FA', 'AAAA~AA', 'AAAA~!A', 'é', `AAAA~B${'/'.repeat(30)}`]) expect([text, withRepeats(text, ANY)]).toEqual([text, undefined]);
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
    const json = next() < 0.7
      ? { ...packed, steps: damage(packed.steps) }
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
