// @vitest-environment jsdom
/// A cell that runs again shows its new trace in the view that is there.
import { describe, expect, it, vi } from 'vitest';
import { renderTrace } from '../../src/widgets/renderTrace';
import { doomedTrace, friendsTrace } from '../views/notation';

const all = (element: Element, selector: string): Element[] => [...element.querySelectorAll(selector)];
const text = (element: Element, selector: string): string[] => all(element, selector).map((each) => each.textContent ?? '');
const click = (element: Element, selector: string): void => void element.querySelector(selector)!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
const press = (element: Element, key: string): void => void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('RenderedTrace.renew', () => {
  it('shows another run in the view that is there, with what was chosen of it', () => {
    const onReady = vi.fn();
    const rendered = renderTrace(doomedTrace(), { document, onReady });
    document.body.append(rendered.element);
    const view = rendered.view!;
    const kept = [view.element, ...all(view.element, '.msim-toolbar, .msim-tabs, .msim-graph')];
    click(view.element, '[data-tab="memory"]');
    press(view.element, 'Home');
    const other = friendsTrace();
    expect(rendered.renew(other)).toBe(true);
    expect(rendered.view).toBe(view);
    expect(all(view.element, '[aria-selected="true"]').map((tab) => tab.textContent)).toEqual(['Memory']);
    const fresh = renderTrace(other, { document }).view!;
    expect([view.step, view.end]).toEqual([fresh.end, fresh.end]);
    click(fresh.element, '[data-tab="memory"]');
    const parts = '.msim-say, .msim-position, .msim-stage, .msim-lines, .msim-lifelines, .msim-foot';
    expect(text(view.element, parts)).toEqual(text(fresh.element, parts));
    click(view.element, '[data-tab="graph"]');
    click(fresh.element, '[data-tab="graph"]');
    expect(text(view.element, '.msim-boxes > *')).toEqual(text(fresh.element, '.msim-boxes > *'));
    const now = [view.element, ...all(view.element, '.msim-toolbar, .msim-tabs, .msim-graph')];
    expect(now.map((element, i) => element === kept[i])).toEqual(kept.map(() => true));
    press(view.element, 'ArrowLeft');
    expect(view.step).toBe(fresh.end - 1);
    expect(onReady).toHaveBeenCalledTimes(2);
    rendered.dispose();
  });

  it('says why another run cannot be shown, in place of the view', () => {
    const rendered = renderTrace(doomedTrace(), { document });
    expect(rendered.renew({ version: 9 })).toBe(true);
    expect(rendered.view).toBeUndefined();
    expect(rendered.element.textContent).toMatch(/^This memory-sim output cannot be shown/);
    expect(rendered.renew(doomedTrace())).toBe(false);
    rendered.dispose();
  });
});
