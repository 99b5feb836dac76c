import { describe, expect, it } from 'vitest';
import { RunHistory } from '../../src/labextension/runHistory';

describe('RunHistory', () => {
  const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const names = (history: RunHistory<{ id: string }>, cells = [a!, b!, c!]): string => [...history.stale(cells)].map(cell => cell.id).join('');

  it('takes what ran before a cell above it as stale', () => {
    const history = new RunHistory<{ id: string }>();
    [a!, b!, c!].forEach(cell => history.began(cell));
    expect(names(history)).toBe('');
    history.began(a!);
    expect(names(history)).toBe('bc');
    history.began(b!);
    expect(names(history)).toBe('c');
    history.began(c!);
    expect(names(history)).toBe('');
  });

  it('knows a cell that was moved by its id', () => {
    const history = new RunHistory<{ id: string }>();
    [a!, b!].forEach(cell => history.began(cell));
    const moved = { id: 'a' };
    expect(history.cellOf(1, [b!, moved])).toBe(moved);
    expect(history.cellOf(1, [b!])).toBeUndefined();
    expect(names(history, [b!, moved])).toBe('a');
  });

  it('leaves cells alone that have not run on this heap', () => {
    const history = new RunHistory<{ id: string }>();
    history.began(b!);
    history.began(a!);
    expect(names(history)).toBe('b');
    expect(names(history, [b!, a!, c!])).toBe('');
    history.clear();
    expect(names(history)).toBe('');
    expect(history.hasRun(a!)).toBe(false);
  });
});
