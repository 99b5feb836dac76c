/// An object that was there before the cell is not told to be new when it comes in sight.
import { expect, it } from 'vitest';
import { Op } from '../../src/core/trace/payload';
import { Picture } from '../../src/views/picture';
import { runSummary } from '../../src/views/runSummary';
import { record } from '../trace/recorded';

it('is told apart from what the cell makes', () => {
  const { trace } = record('import gc, sys\npath = sys.path\nmine = [1]\ngc.callbacks.append(print)\n');
  const { sentences, timeline } = new Picture(trace);
  expect(Array.from({ length: timeline.end }, (_, n) => sentences.at(n + 1))).toEqual([
    'gc is now module gc; sys is now module sys.',
    'path now names a list that was there before, whose count is 2.',
    'mine now names a new list, whose count is 1.',
    'the line uses a list that was there before.'
  ]);
  const told = trace.steps.flat();
  expect(told).toContain(Op.OLD);
  expect(runSummary(trace).births).toBe(1);
});

it('says that its holder is not shown, where nothing in the picture refers to it', () => {
  const { trace } = record('import gc, sys\npath = sys.path\nmine = [1]\ngc.callbacks.append(print)\n');
  const picture = new Picture(trace);
  expect(picture.scene(picture.timeline.end).boxes.map(({ tag }) => tag)).toEqual(['', '', 'holder not shown']);
});
