/// The reason of an identity is told where `is` shows it; what `is` finds is what CPython finds (tests/conformance).
import { expect, test } from 'vitest';
import { Identity, OP_ARITY, Op } from '../../src/core/trace/payload';
import { Picture } from '../../src/views/picture';
import { record } from './recorded';

const SETUP = `class P: pass
p = P()
q = p
n = int('7000')
m = n
s = 'spam' + str(n)
t = 'spam' + str(n)
`;

/// The reasons that are told of one line.
function reasons(line: string): number[] {
  const { trace } = record(SETUP + line + '\n');
  return trace.steps.flatMap(step => {
    const found: number[] = [];
    for (let i = 1; i < step.length; i += 1 + OP_ARITY[step[i]!]!) if (step[i] === Op.IDENTITY) found.push(step[i + 3]!);
    return found;
  });
}

test.each([
  ['p is q', [Identity.SAME]],
  ['n is m', [Identity.SAME]],
  ["int('7') is int('7')", [Identity.SMALL_INT]],
  ["int('257') is int('257')", [Identity.EQUAL]],
  ['x = 1000; y = 1000; x is y', [Identity.CONSTANT]],
  ['(p is q) is True', [Identity.SAME, Identity.SINGLETON]],
  ['tuple([]) is ()', [Identity.SINGLETON]],
  ["'spam'[1] is 'p'", [Identity.SMALL_STR]],
  ["P.__name__ is 'P'", [Identity.SMALL_STR]],
  ["'p_' is 'p_'", [Identity.INTERNED]],
  ['s is t', [Identity.EQUAL]],
  ['p is P', []],
  ['p is None', []],
  ['all(x for x in [p])', []]
])('%s', (line, told) => {
  expect(reasons(line)).toEqual(told);
});

test('the sentence says it', () => {
  const said = (line: string): string => {
    const picture = new Picture(record(SETUP + line).trace);
    return picture.sentences.at(picture.timeline.end);
  };
  expect(said("r = int('7') is int('7')")).toBe('“is” finds one object on both sides, 7: ints from −5 to 256 are made once, at start, and shared; r is now True.');
  expect(said('r = n is m')).toBe('“is” finds one object on both sides: 7000; r is now True.');
  expect(said('r = s is t')).toBe("“is” compares two objects that are both 'spam7000': each was made by itself; r is now False.");
});

test('a new object at the address of a freed one is told to be there', () => {
  const { sentences, timeline } = new Picture(record('class P: pass\na = [P() for i in range(9)]\na.clear()\nq = P()\n').trace);
  expect(sentences.at(timeline.end)).toMatch(/^q now names a new P, whose count is 1, at the address of the freed P a\[\d\]\.$/);
  expect(sentences.at(2)).not.toContain('at the address');
});
