import { describe, expect, it } from 'vitest';
import { Op } from '../../src/core/trace/payload';
import type { TracePayload } from '../../src/core/trace/payload';
import { LIMITS, readTrace } from '../../src/views/validate';
import { english } from '../../src/views/words';
import { pack } from '../../src/core/trace/packing';
import { doomedTrace, friendsTrace, longTrace } from './notation';

function plain(payload: TracePayload): TracePayload {
  return JSON.parse(JSON.stringify(payload)) as TracePayload;
}

function reason(change: (json: Record<string, unknown>) => void): string {
  const json = plain(doomedTrace()) as unknown as Record<string, unknown>;
  change(json);
  const read = readTrace(json);
  return read.ok ? 'accepted' : read.reason;
}

describe('readTrace', () => {
  it.each([['doomed', doomedTrace()], ['friends', friendsTrace()], ['long', longTrace(50)]])('reads %s as it is', (_, payload) => {
    const read = readTrace(plain(payload));
    expect(read).toEqual({ ok: true, payload });
  });

  it('hands out a copy of its own', () => {
    const json = plain(doomedTrace());
    const read = readTrace(json);
    json.strings[0] = 'changed';
    json.steps[0]!.push(1);
    expect(read).toEqual({ ok: true, payload: doomedTrace() });
  });

  it.each([
    ['null', null], ['a text', '{"version":1}'], ['a list', []], ['a number', 3], ['nothing', undefined], ['an empty object', {}]
  ])('refuses %s', (_, json) => {
    expect(readTrace(json).ok).toBe(false);
  });

  it.each<[string, (json: Record<string, unknown>) => void, string]>([
    ['a version of the future', (json) => (json['version'] = 4), 'the trace has version 4, this extension reads versions 1 and 2'],
    ['no strings', (json) => delete json['strings'], 'the trace has no table of strings'],
    ['a string that is a number', (json) => (json['strings'] = [1]), 'string 0 of the trace is not a text of reasonable length'],
    ['steps that are not a list', (json) => (json['steps'] = { length: 3 }), 'the trace has no list of steps'],
    ['a step without a line', (json) => (json['steps'] = [[]]), 'step 1 has no line number'],
    ['a step with a negative line', (json) => (json['steps'] = [[-1]]), 'step 1 has no line number'],
    ['an unknown operation', (json) => (json['steps'] = [[1, 77]]), 'step 1 holds an operation that this version does not know (77)'],
    ['an operation named like a property', (json) => (json['steps'] = [[1, 'constructor']]), 'step 1 holds something that is not a whole number'],
    ['half an operation', (json) => (json['steps'] = [[1], [1, Op.NAME, 0]]), 'step 2 breaks off in the middle of an operation'],
    ['an operation that lacks its last argument', (json) => (json['steps'] = [[1, Op.UNNAME, 0]]), 'step 1 breaks off in the middle of an operation'],
    ['a string index past the table', (json) => (json['steps'] = [[1, Op.UNNAME, 0, 9999]]), 'step 1 holds an operation with an argument out of range'],
    ['an inline value past the table', (json) => (json['steps'] = [[1, Op.NAME, 0, 0, -9999]]), 'step 1 holds an operation with an argument out of range'],
    ['a negative object', (json) => (json['start'] = [Op.FREE, -1]), 'the initial state holds an operation with an argument out of range'],
    ['a count of -2', (json) => (json['start'] = [Op.COUNT, 1, -2]), 'the initial state holds an operation with an argument out of range'],
    ['a fraction', (json) => (json['start'] = [1.5]), 'the initial state holds something that is not a whole number'],
    ['a number JSON cannot hold', (json) => (json['start'] = [NaN]), 'the initial state holds something that is not a whole number'],
    ['no totals', (json) => delete json['totals'], 'the trace has no totals'],
    ['totals of two numbers', (json) => (json['totals'] = { live: 1, shown: 1, freed: 1, count: [1, 2], threshold: [1, 2, 3] }), 'the trace’s “count” is not three numbers'],
    ['a source that is a list', (json) => (json['source'] = ['a']), 'the trace’s “source” is not a text'],
    ['a folded notice that is a number', (json) => (json['folded'] = 7), 'the trace’s “folded” is not a text']
  ])('refuses %s', (_, change, expected) => {
    expect(reason(change)).toBe(expected);
  });

  it('says why in the reader’s language, parts of the reason too', () => {
    const loud = { __: (t: string, ...args: (string | number)[]) => english.__(t, ...args).toUpperCase(), _n: english._n };
    expect(readTrace({ ...doomedTrace(), start: [99] }, loud)).toEqual({ ok: false, reason: 'THE INITIAL STATE HOLDS AN OPERATION THAT THIS VERSION DOES NOT KNOW (99)' });
  });

  it('refuses what is too much', () => {
    expect(reason((json) => (json['steps'] = new Array(LIMITS.steps + 1)))).toContain('at most');
    expect(reason((json) => (json['strings'] = new Array(LIMITS.strings + 1)))).toContain('at most');
    const many = (n: number, op: (i: number) => number[]): number[][] => Array.from({ length: n }, (_, i) => [1, ...op(i)]);
    expect(reason((json) => (json['steps'] = many(LIMITS.atOnce + 1, (i) => [Op.NEW, i + 1, 0, 0, i, 16])))).toContain('objects');
    expect(reason((json) => (json['steps'] = many(LIMITS.atOnce + 1, (i) => [Op.NEW, i + 1, 0, 0, i, 16, Op.REUSE, i + 1])))).toBe('accepted');
    expect(reason((json) => (json['steps'] = many(LIMITS.depth + 1, () => [Op.FRAME, 0, 0, 1])))).toContain('calls inside each other');
    expect(reason((json) => (json['source'] = 'x'.repeat(LIMITS.stringLength + 1)))).toContain('too long');
  });

  it('reads only own properties, so that a prototype cannot stand in', () => {
    expect(readTrace(Object.create(plain(doomedTrace()))).ok).toBe(false);
    const read = readTrace(JSON.parse(JSON.stringify(doomedTrace()).replace('{', '{"__proto__":{"folded":"<script>"},')));
    expect(read.ok && read.payload.folded).toBe(undefined);
  });

  it('refuses every truncation of the text it was saved as', () => {
    const whole = JSON.stringify(friendsTrace());
    for (let length = 0; length < whole.length; length += 7) {
      let json: unknown;
      try {
        json = JSON.parse(whole.slice(0, length));
      } catch {
        continue;
      }
      expect(readTrace(json).ok).toBe(false);
    }
    for (const key of Object.keys(doomedTrace()).filter((name) => name !== 'folded')) {
      expect(reason((json) => delete json[key])).not.toBe('accepted');
    }
  });

  it.each([
    [{ table: '', steps: ['A'] }, 'out of range'], [{ table: 'AA', steps: ['!'] }, 'damaged'], [{ table: 'AA', steps: ['C9'] }, 'damaged'], [{ table: '9AA', steps: [] }, 'damaged'],
    [{ table: 'AA', steps: [pack({ instruction: 0, operations: 0, pops: 0, pushes: [{ ref: -1000, borrowed: false }], counts: [] }, -1)] }, 'out of range'], [{ table: 'AA', steps: Array.from({ length: 99 }, () => '') }, 'not in the form'], [{ table: 7, steps: [] }, 'not in the form'],
    [{ table: 'AA', steps: [5] }, 'damaged'], [[], 'not in the form'], [null, 'not in the form'], [{ table: 'AA', steps: ['A'] }, ''], [undefined, '']
  ])('instructions %j', (instructions, reason) => {
    const read = readTrace({ ...doomedTrace(), instructions });
    expect(read.ok ? '' : read.reason).toContain(reason);
    expect(read.ok).toBe(reason === '');
  });
});
