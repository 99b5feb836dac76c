import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import type { TracePayload } from '../../src/core/trace/payload';
import type { KnownObject } from '../../src/core/trace/model';
import { WordLog, WordSteps } from '../../src/core/trace/wordlog';
import type { Word } from '../../src/core/trace/wordlog';
import { record } from './recorded';

const word = (offset: number, low = 0, high = 0): Word => ({ offset, low, high });
const object = (serial: number): KnownObject => ({ serial, p: serial, kind: 0, bytes: 64 } as KnownObject);

describe('the words of objects', () => {
  const a = object(1);
  const b = object(2);
  let words: Word[] = [word(-16, 9), word(0, 1), word(8, 7), word(16, 0x0101021b), word(24), word(32, 0x0ff0f150, 0x7f3a)];
  const log = new WordLog(() => words);
  log.touch(a);
  log.end(() => true);
  log.touch(a);
  log.end(() => true);
  words = words.map(each => (each.offset === 24 ? word(24, 0xffffffff, 0xffffffff) : each));
  log.touch(a);
  log.touch(b);
  log.end(({ serial }) => serial === 1);
  log.touch(a);
  log.end(() => true, true);
  const read = WordSteps.read(log.text, 4)!;

  it('come back, as they are from step to step; count, type and what is empty are left out, and the links told at the end', () => {
    expect([...read.at(1, 0)]).toEqual([[16, '1b 02 01 01 00 00 00 00'], [32, '50 f1 f0 0f 3a 7f 00 00']]);
    expect([...read.at(1, 1)]).toEqual([...read.at(1, 0)]);
    expect(read.at(1, 2).get(24)).toBe('ff ff ff ff ff ff ff ff');
    expect([read.at(1, 2).get(-16), read.at(1, 3).get(-16)]).toEqual([undefined, '09 00 00 00 00 00 00 00']);
    expect([...read.at(2, 3)]).toEqual([]);
    expect([read.tells(3), read.tells(4)]).toEqual([true, false]);
  });

  it('are refused if cut off, too many or damaged', () => {
    expect([WordSteps.read(log.text, 2), WordSteps.read(log.text.slice(0, -1), 9), WordSteps.read(`%${log.text}`, 9)]).toEqual([undefined, undefined, undefined]);
  });

  it('are told of what is there before the cell, too', () => {
    const machine = createMachine({ heapBytes: 16 << 20 });
    const cell = (source: string): TracePayload => {
      machine.begin(source, 'cell.py');
      for (;;) {
        const result = machine.resume(1_000_000);
        if (result !== undefined) return result.trace!;
      }
    };
    cell('a = [1, 2]\n');
    const trace = cell('b = 7\n');
    expect(WordSteps.read(trace.words!, trace.steps.length + 2)!.at(1, 0).get(32)).toMatch(/^0[2-9] 00 00 00 00 00 00 00$/);
  });

  it('stay within their bound', () => {
    const { trace } = record('ps = [[i, str(i)] for i in range(20)]\n' + Array.from({ length: 99 }, (_, i) => `q${i} = [{}, []]\n`).join(''));
    expect(trace.words!.length).toBeLessThan(2_300);
    expect(WordSteps.read(trace.words!, trace.steps.length + 2)).toBeDefined();
  });
});
