import { describe, expect, it } from 'vitest';
import { RunHistory } from '../../src/labextension/runHistory';

describe('RunHistory', () => {
  const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
  const names = (history: RunHistory<{ name: string }>, cells = [a!, b!, c!]): string => [...history.stale(cells)].map(cell => cell.name).join('');

  it('takes what ran before a cell above it as stale', () => {
    const history = new RunHistory<{ name: string }>();
    [a!, b!, c!].forEach(cell => history.began(cell));
    expect(names(history)).toBe('');
    history.began(a!);
    expect(names(history)).toBe('bc');
    history.began(b!);
    expect(names(history)).toBe('c');
    history.began(c!);
    expect(names(history)).toBe('');
  });

  it('leaves cells alone that have not run on this heap', () => {
    const history = new RunHistory<{ name: string }>();
    history.began(b!);
    history.began(a!);
    expect(names(history)).toBe('b');
    expect(names(history, [b!, a!, c!])).toBe('');
    history.clear();
    expect(names(history)).toBe('');
    expect(history.hasRun(a!)).toBe(false);
  });
});
