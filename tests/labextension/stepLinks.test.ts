import { describe, expect, it } from 'vitest';
import { parseStepLink, stepLink } from '../../src/labextension/stepLinks';

describe('links to a step', () => {
  it('say which cell and step, whatever the cell is called', () => {
    for (const cell of ['1b3c', 'a/b', 'ü %2f', '#']) {
      expect(parseStepLink(stepLink(cell, 12))).toEqual({ cell, step: 12 });
    }
  });

  it.each(['', '#', '#cell-id=1', '#memory-sim-step=', '#memory-sim-step=a', '#memory-sim-step=a/', '#memory-sim-step=a/x', '#memory-sim-step=a/-1', '#memory-sim-step=a/1/2', '#memory-sim-step=%/1', 'x#memory-sim-step=a/1'])(
    'are not made of %s', fragment => {
      expect(parseStepLink(fragment)).toBeUndefined();
    }
  );
});
