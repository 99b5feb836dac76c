// @vitest-environment jsdom

import { expect, it } from 'vitest';
import { Picture } from '../../src/views/picture';
import { SayLine } from '../../src/widgets/sayLine';
import { trace } from '../views/notation';

it('keeps a shortened address on one line, and the words as they are', () => {
  const picture = new Picture(trace('1: new d Doomed; name d d\n2: name d \'None'));
  const say = new SayLine(document, picture);
  Object.defineProperty(picture.sentences, 'at', { value: () => 'x now names a new tuple instead of tuple …d95b20, whose count goes 2 → 1' });
  say.tell(2, 0);
  expect(say.element.textContent).toContain('→ x now names a new tuple instead of tuple …d95b20, whose count goes 2 → 1');
  expect([...say.element.querySelectorAll('.msim-whole')].map(({ textContent }) => textContent)).toEqual(['…d95b20']);
});
