/// Weak references: drawn and told, and never counted.
import { describe, expect, it } from 'vitest';
import { packTrace } from '../../src/core/trace/savedtrace';
import { fallbackSvg } from '../../src/views/fallbackSvg';
import { noteOf } from '../../src/views/notes';
import { Picture } from '../../src/views/picture';
import { structOf } from '../../src/views/structs';
import { readTrace } from '../../src/views/validate';
import { english } from '../../src/views/words';
import { record } from '../trace/recorded';

const PROGRAM = `import weakref
class Person: pass
eva = Person()
watch = weakref.ref(eva)
stand_in = weakref.proxy(eva)
eva = None
`;

/// From the saved form, as a notebook has it.
function pictureOf(program: string): Picture {
  const read = readTrace(JSON.parse(JSON.stringify(packTrace(record(program).trace))));
  if (!read.ok) throw new Error(read.reason);
  return new Picture(read.payload);
}

describe('weak references', () => {
  const picture = pictureOf(PROGRAM);
  const momentOf = (line: number): number => picture.timeline.moments.findLastIndex(moment => moment.line === line);
  const alive = momentOf(5);
  const dead = momentOf(6);
  const objectsAt = (n: number) => [...picture.timeline.at(n).objects.values()];

  it('have an arrow of their own, and the note says what it means', () => {
    const scene = picture.scene(alive);
    expect(scene.edges.map(({ isWeak }) => isWeak === true)).toEqual([false, false, false, true, true]);
    expect(scene.boxes.flatMap(({ rows }) => rows.map(({ text, isWeak }) => [text, isWeak]))).toEqual([['refers weakly', true], ['refers weakly', true]]);
    expect(noteOf(picture.state(alive), scene, english).text).toContain('weak: they do not count');
    const ends = new Set(scene.edges.filter(({ target }) => target === scene.edges[0]!.target).map(({ points }) => points.at(-1)!.y));
    expect(ends.size).toBe(2);
  });

  it('are told in the page\'s language, and a learner\'s own words are not', () => {
    const loud = { ...english, __: (text: string, ...values: (string | number)[]) => english.__(text, ...values).toUpperCase() };
    const spoken = new Picture(record(`${PROGRAM}class W(str): pass\nw = W('dead')\n`).trace, loud);
    const texts = spoken.scene(spoken.timeline.end).boxes.flatMap(({ rows }) => rows.map(({ text }) => text));
    expect(texts).toContain('DEAD');
    expect(texts).toContain("'dead'");
  });

  it('add nothing to the count, and keep nothing alive', () => {
    const person = objectsAt(alive).find(({ type }) => type === 'Person')!;
    expect(person.count).toBe(1);
    expect(picture.receipts.of(person.serial, alive)!.holders).toHaveLength(1);
    expect(picture.describe(person.serial, alive)).not.toContain('not shown');
    expect(objectsAt(dead).find(({ type }) => type === 'Person')!.freed).toBe(true);
  });

  it('are told when they are made and when they die', () => {
    expect(picture.sentences.at(momentOf(4))).toBe('watch now names a new ReferenceType, whose count is 1; the ReferenceType refers weakly to the Person, without adding to its count.');
    expect(picture.sentences.at(dead)).toContain('the ReferenceType is dead: what it referred to is gone');
    expect(picture.scene(dead).edges.some(({ isWeak }) => isWeak)).toBe(false);
    const rows = picture.events.find({ kind: 'slot', serial: undefined, text: '' });
    expect(picture.events.rows(rows, 0, 9).filter(({ reason }) => reason === 'a weak reference: not counted').map(({ from, to }) => [from, to])).toEqual([
      ['', 'Person eva'], ['', 'Person eva'], ['Person eva', ''], ['Person eva', '']
    ]);
  });

  it('are in the words of the box, in its bytes, and in the picture for other pages', () => {
    const watch = objectsAt(alive).find(({ type }) => type === 'ReferenceType')!;
    expect(picture.scene(alive).boxes.find(({ serial }) => serial === watch.serial)!.description).toContain('refers weakly to the Person, which does not count');
    const { fields } = structOf(watch, undefined, picture.timeline.at(alive), { python: '3.14', types: undefined, strings: picture.payload.strings, naming: picture.sentences.naming, words: english });
    expect(fields.find(({ name }) => name === 'wr_object')).toMatchObject({ meaning: '→ the Person', bytes: expect.stringMatching(/^([0-9a-f]{2} ?){8}$/) });
    expect(fallbackSvg(pictureOf(PROGRAM.replace('eva = None\n', '')).payload).match(/stroke-dasharray="7 4"/g)).toHaveLength(2);
  });
});
