import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/core/machine';
import { OutputBatch } from '../../src/lessons/outputBatch';

const out = (text: string, name: 'stdout' | 'stderr' = 'stdout'): Output => ({ output_type: 'stream', name, text });
const error: Output = { output_type: 'error', ename: 'E', evalue: '', traceback: [] };

describe('OutputBatch', () => {
  it('joins what follows on the same stream and keeps the order of streams', () => {
    const batch = new OutputBatch();
    [out('a'), out('b'), out('c', 'stderr'), out('d')].forEach(each => batch.add(each));
    expect(batch.take()).toEqual([out('ab'), out('c', 'stderr'), out('d')]);
    expect(batch.take()).toEqual([]);
  });

  it('does not change what it was given', () => {
    const batch = new OutputBatch();
    const first = out('a');
    batch.add(first);
    batch.add(out('b'));
    expect(first).toEqual(out('a'));
  });

  it('keeps the limit over all takes and says what was left out, before the error', () => {
    const batch = new OutputBatch(10);
    batch.add(out('1234567'));
    expect(batch.take()).toEqual([out('1234567')]);
    batch.add(out('8901234'));
    batch.add(out('56', 'stderr'));
    batch.add(error);
    const last = batch.takeLast();
    expect(last[0]).toEqual(out('890'));
    expect(last[1]).toMatchObject({ name: 'stderr', text: expect.stringContaining('first 10 characters') });
    expect(last[1]).toMatchObject({ text: expect.stringContaining('; 6 more') });
    expect(last[2]).toEqual(error);
    expect(batch.takeLast()).toEqual([]);
  });

  it('shows nothing after a cut, even if it would fit', () => {
    const batch = new OutputBatch(3);
    batch.add(out('12345'));
    batch.add(out('6'));
    expect(batch.take()).toEqual([out('123')]);
  });

  it('bounds the value of a cell as well', () => {
    const batch = new OutputBatch(3);
    const value = (text: string): Output => ({ output_type: 'execute_result', data: { 'text/plain': text }, metadata: {}, execution_count: 1 });
    batch.add(value('[1, 2]'));
    expect(batch.takeLast()).toEqual([value('[1,'), expect.objectContaining({ text: expect.stringContaining('; 3 more') })]);
  });

  it('never splits a surrogate pair', () => {
    const batch = new OutputBatch(3);
    batch.add(out('12😀'));
    expect(batch.take()).toEqual([out('12')]);
  });
});
