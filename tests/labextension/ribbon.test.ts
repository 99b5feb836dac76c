// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { markCurrentRun, ribbon } from '../../src/labextension/ribbon';
import type { RibbonOptions, RibbonSegment } from '../../src/labextension/ribbon';
import { english } from '../../src/views/words';

const segment = (run: number, more: Partial<RibbonSegment> = {}): RibbonSegment => ({ run, steps: 3, births: 0, deaths: 0, parts: [{ births: 0, deaths: 0 }], collections: 0, marks: [], ...more });
const options: RibbonOptions = { trans: english as unknown as RibbonOptions['trans'], onGo: () => undefined, isStale: () => false };
const buttons = (list: HTMLElement): HTMLButtonElement[] => [...list.querySelectorAll('button')];

describe('ribbon', () => {
  it('says in words what each run did, and which is older than what ran above', () => {
    const runs = [segment(1, { births: 2, deaths: 1 }), segment(2, { collections: 1, marks: [{ at: 0.5, generation: 2 }] })];
    const labels = buttons(ribbon(runs, { ...options, isStale: (run) => run === 2 })).map((button) => button.getAttribute('aria-label'));
    expect(labels).toEqual([
      'Run [1], 3 steps, 2 objects born, 1 freed, 0 collections',
      'Run [2], 3 steps, 0 objects born, 0 freed, 1 collection, older than what ran above it, or run again'
    ]);
  });

  it('draws a thousand births higher than one, and one so that it is seen', () => {
    const list = ribbon([segment(1, { parts: [{ births: 1000, deaths: 0 }, { births: 1, deaths: 0 }] })], options);
    const heights = [...list.querySelectorAll('.jp-MemorySim-births')].map((bar) => Number(bar.getAttribute('height')));
    expect(heights[0]).toBe(14);
    expect(heights[1]).toBeGreaterThan(0.4);
    expect(list.querySelectorAll('.jp-MemorySim-deaths')).toHaveLength(0);
  });

  it('goes to the cell of a run that still has one', () => {
    const go = vi.fn();
    const [first, second] = buttons(ribbon([segment(1), segment(2)], { ...options, onGo: (run) => (run === 2 ? go : undefined) }));
    first!.click();
    expect([go.mock.calls.length, first!.getAttribute('aria-disabled')]).toEqual([0, 'true']);
    second!.click();
    expect(go).toHaveBeenCalledOnce();
  });

  it('is one stop in the tab order, and arrow keys go along', () => {
    const list = ribbon([segment(1), segment(2), segment(3)], options);
    document.body.append(list);
    const stops = (): string => buttons(list).map((button) => (button.tabIndex === 0 ? button.dataset['run'] : '')).join('');
    expect(stops()).toBe('3');
    markCurrentRun(list, 2);
    expect(stops()).toBe('2');
    expect(list.querySelector('[aria-current]')?.textContent).toBe('[2]');
    const press = (key: string): void => void document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    buttons(list)[1]!.focus();
    press('ArrowLeft');
    expect([document.activeElement?.textContent, stops()]).toEqual(['[1]', '1']);
    press('ArrowLeft');
    expect(document.activeElement?.textContent).toBe('[1]');
    press('End');
    expect(document.activeElement?.textContent).toBe('[3]');
    list.remove();
  });
});
