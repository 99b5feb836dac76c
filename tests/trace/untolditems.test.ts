/// Items that a container is not told to have: the next cell does not begin with boxes that nothing seems to hold.
import { expect, test } from 'vitest';
import { leftOutText } from '../../src/views/leftOut';
import { Picture } from '../../src/views/picture';
import { english } from '../../src/views/words';
import { cells } from './recorded';

const MANY = `class Person:
    def __init__(self, n):
        self.friends = [n]
people = []
for i in range(300):
    people.append(Person(i))
kept = people[22]
`;

/// Types of the objects at the cell's begin that no name and no other object refers to.
function unheld(source: string): string[] {
  const [, trace] = cells(source, 'x = people[25]\n');
  const { frames, objects } = new Picture(trace!).timeline.at(0);
  const held = new Set([...frames[0]!.names.values(), ...[...objects.values()].flatMap(({ slots }) => [...slots.values()])]);
  return [...objects.values()].filter(({ serial }) => !held.has(serial)).map(({ type }) => type);
}

test('they go with what only they hold, and those with a name stay', () => {
  expect(unheld(MANY)).toEqual([]);
  const [, trace] = cells(MANY, 'x = people[25]\n');
  const { sentences, timeline } = new Picture(trace!);
  expect(timeline.at(0).frames[0]!.names.get('kept')).toBeGreaterThan(0);
  expect(sentences.at(1)).toBe('x now names a Person that was there before, whose count is 2.');
});

test('garbage stays', () => {
  const [, trace] = cells(`${MANY}people = []\nlost = Person(0)\nlost.me = lost\nlost = None\n`, 'pass\n');
  const { objects } = new Picture(trace!).timeline.at(0);
  expect([...objects.values()].filter(({ type }) => type === 'Person').map(({ slots }) => [...slots.keys()])).toEqual([['friends'], ['friends', 'me']]);
});

test('a long chain leaves room for what later cells make, and the trace says that there is more', () => {
  const [first, second] = cells('class Node:\n    pass\nhead = None\nfor i in range(1800):\n    node = Node()\n    node.next = head\n    head = node\n', 'mine = [Node()]\n');
  const { sentences, timeline } = new Picture(second!);
  expect(timeline.at(0).objects.size).toBe(200);
  expect(sentences.at(timeline.end)).toContain('mine now names a new list');
  for (const trace of [first!, second!]) expect(leftOutText(trace, english)).toMatch(/There are more than [\d,]+ objects/);
});
