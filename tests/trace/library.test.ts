/// What the library does is part of the line that calls it.
import { describe, expect, it } from 'vitest';
import { Picture } from '../../src/views/picture';
import { record } from './recorded';

function told(program: string): { sentences: string[]; types: string[] } {
  const { trace } = record(program);
  const picture = new Picture(trace);
  return {
    sentences: Array.from({ length: picture.timeline.end }, (_, i) => picture.sentences.at(i + 1)),
    types: [...picture.survey.objects.values()].map(({ type }) => type)
  };
}

describe('the library', () => {
  it('makes a dataclass within the line that defines it, and its instances within the line that calls it', () => {
    const { sentences, types } = told('from dataclasses import dataclass\n@dataclass\nclass Point:\n    x: int\n    y: int = 2\np = Point(1)\n');
    expect(sentences[sentences.length - 1]).toBe('p now names a new Point, whose count is 1.');
    expect(sentences.filter(sentence => sentence.includes('__'))).toEqual([]);
    expect(types).toEqual(['tuple', 'function', 'type', 'Point']);
  });

  it('raises and handles what it likes', () => {
    const { sentences } = told('from contextlib import contextmanager\n@contextmanager\ndef lent():\n    yield 1\nwith lent() as one:\n    two = one\n');
    expect(sentences.filter(sentence => sentence.includes('raised'))).toEqual([]);
  });

  it('is told to have raised what it does not handle', () => {
    const { sentences } = told('from contextlib import contextmanager\n@contextmanager\ndef lent():\n    return\n    yield\ntry:\n    with lent() as one:\n        pass\nexcept RuntimeError as error:\n    pass\n');
    expect(sentences.filter(sentence => sentence.includes("RuntimeError: generator didn't yield is raised")).length).toBe(1);
  });
});
