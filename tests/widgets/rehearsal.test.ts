// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { rehearsal } from '../../src/widgets/rehearsal';
import { friendsTrace } from '../views/notation';

describe('rehearsal', () => {
  it('draws what nobody sees, and leaves nothing of it, also when it is stopped', () => {
    const rounds = rehearsal(friendsTrace(), document);
    rounds.next();
    const stage = document.querySelector('.msim-rehearsal')!;
    expect(stage.getAttribute('aria-hidden')).toBe('true');
    expect(stage.querySelectorAll('.msim-box').length).toBeGreaterThan(0);
    rounds.return();
    expect(document.body.childElementCount).toBe(0);
    expect([...rehearsal(friendsTrace(), document)].length).toBeGreaterThan(2);
    expect(document.body.childElementCount).toBe(0);
  });
});
