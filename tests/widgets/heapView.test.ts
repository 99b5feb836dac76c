// @vitest-environment jsdom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeapView } from '../../src/widgets/heapView';
import type { HeapViewOptions, StepEvent } from '../../src/widgets/heapView';
import { pack, packTable } from '../../src/core/trace/packing';
import type { TracePayload } from '../../src/core/trace/payload';
import { isHeapViewKey } from '../../src/widgets/keys';
import { renderTrace } from '../../src/widgets/renderTrace';
import { Picture } from '../../src/views/picture';
import { english } from '../../src/views/words';
import type { Words } from '../../src/views/words';
import { HOSTILE, mutated, poisoned, random } from '../views/hostile';
import { doomedTrace, friendsTrace, longTrace, trace } from '../views/notation';

/// For tests that do much on a machine that may be busy.
const SLOW = 60_000;

let views: HeapView[] = [];

function show(payload = doomedTrace(), { translator, ...options }: Partial<HeapViewOptions> & { translator?: Words } = {}): HeapView {
  const view = new HeapView({ picture: new Picture(payload, translator, new Map(options.places)), document, ...options });
  document.body.append(view.element);
  views.push(view);
  return view;
}

function all(view: HeapView, selector: string): Element[] {
  return [...view.element.querySelectorAll(selector)];
}

function text(view: HeapView, selector: string): string[] {
  return all(view, selector).map((element) => element.textContent ?? '');
}

function press(target: Element, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

function click(view: HeapView, selector: string): void {
  view.element.querySelector(selector)!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
}

/// `b = a`, with its two instructions.
function withInstructions(): TracePayload {
  const payload = trace('start: frame <module>\n1: new a A; name a a\n2: name b a; count a 3', { source: 'a = A()\nb = a' });
  const string = (name: string): number => payload.strings.push(name) - 1;
  const table = packTable([[string('LOAD_NAME'), payload.strings.indexOf('a')], [string('STORE_NAME'), payload.strings.indexOf('b')]]);
  const load = pack({ instruction: 0, operations: 0, pops: 0, pushes: [{ ref: 1, borrowed: false }], counts: [[1, 2]] }, -1);
  const store = pack({ instruction: 1, operations: 0, pops: 0, pushes: [], counts: [] }, 0);
  return { ...payload, instructions: { table, steps: ['', load + store] } };
}

beforeEach(() => {
  views = [];
});

afterEach(() => {
  views.forEach((view) => view.dispose());
  vi.useRealTimers();
});

describe('HeapView', () => {
  it('shows the count going 1, 2, 1, 0, then the tombstone', () => {
    const view = show();
    const shown = [2, 3, 4, 5, 8].map((n) => {
      view.seek(n);
      return [text(view, 'text.msim-badge'), text(view, 'text.msim-tag:not(.mod-count)')];
    });
    expect(shown).toEqual([[['1'], ['new']], [['2'], []], [['1'], []], [['0'], ['being freed']], [['0'], ['freed · __del__ ran']]]);
  });

  it('keeps objects in their places from cell to cell', () => {
    const places = new Map<number, { column: number; y: number }>();
    const place = (view: HeapView, serial: number): (string | null)[] => ['x', 'y'].map((name) => view.element.querySelector(`[data-serial="${serial}"]`)!.getAttribute(name));
    const first = show(trace('1: new a A; name a a\n2: new b B; name b b\n3: new c C; name c c\n4: unname b; free b'), { places });
    expect([...places.keys()]).toEqual([1, 3]);
    const before = place(first, 3);
    // In the next cell, b is gone for good; c would move up without its old place.
    const next = trace('start: new a A; name a a; new b B; new c C; name c c\n1: name d c');
    next.start.push(12, 2);
    expect(place(show(next, { places }), 3)).toEqual(before);
  });

  it('begins at the last step, or where it is told to', () => {
    expect(show().step).toBe(9);
    expect(show(doomedTrace(), { step: 3 }).step).toBe(3);
    expect(show(doomedTrace(), { step: 300 }).step).toBe(9);
  });

  it('tells line, source and sentence of the step, in a live region', () => {
    const view = show(doomedTrace(), { step: 3 });
    const say = view.element.querySelector('.msim-say')!;
    expect(say.getAttribute('aria-live')).toBe('polite');
    expect([...say.children].map((part) => part.textContent)).toEqual(['line 7', 'v2 = v1', '→ v2 now names the same Doomed as v1, whose count goes 1 → 2.']);
    view.seek(0);
    expect(say.textContent).toBe('Before the cell: no objects are shown yet.');
  });

  it('moves by its buttons and its slider', () => {
    const view = show(doomedTrace(), { step: 3 });
    const slider = view.element.querySelector('input')!;
    const at: number[] = [];
    for (const move of ['next', 'back', 'first', 'back', 'last', 'next']) {
      click(view, `[data-move=${move}]`);
      at.push(view.step);
      expect(slider.value).toBe(String(view.step));
    }
    expect(at).toEqual([4, 3, 0, 0, 9, 9]);
    slider.value = '6';
    slider.dispatchEvent(new Event('input'));
    expect(view.step).toBe(6);
    expect(text(view, '.msim-position')).toEqual(['step 6 of 9']);
    expect(slider.getAttribute('aria-valuetext')).toBe('step 6 of 9');
  });

  it('moves by the keyboard, from anywhere in it, and keeps those keys to itself', () => {
    const view = show(longTrace(100), { step: 50 });
    const outside = vi.fn();
    document.body.addEventListener('keydown', outside);
    const at = ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'Home', 'ArrowLeft', 'End', 'ArrowRight'].map((key) => {
      expect(press(view.element.querySelector('.msim-slider')!, key).defaultPrevented).toBe(true);
      return view.step;
    });
    expect(at).toEqual([51, 52, 51, 61, 51, 0, 0, 100, 100]);
    press(view.element, 'ArrowLeft', { shiftKey: true });
    expect(view.step).toBe(99);
    expect(outside).not.toHaveBeenCalled();
    expect(press(view.element, 'Enter', { shiftKey: true }).defaultPrevented).toBe(false);
    expect(press(view.element, 'ArrowLeft', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(outside).toHaveBeenCalledTimes(2);
    expect(view.step).toBe(99);
    document.body.removeEventListener('keydown', outside);
  });

  it('steps by instruction inside a collection, over calls with Shift, and jumps to a phase', () => {
    const view = show(friendsTrace(), { step: 14 });
    const mode = view.element.querySelector<HTMLSelectElement>('.msim-toolbar select')!;
    mode.value = 'instruction';
    press(view.element, 'ArrowRight');
    expect(text(view, '.msim-position')[0]).toMatch(/^step 15 of 24, part 1 of \d+$/);
    press(view.element, 'ArrowRight');
    expect(text(view, '.msim-sentence')[0]).toMatch(/^→ subtract_refs: .* whose gc_refs goes/);
    const marks = all(view, '.msim-minus').length;
    press(view.element, 'ArrowRight');
    expect(all(view, '.msim-minus').length).toBe(marks + 1);
    press(view.element, 'ArrowLeft');
    expect(all(view, '.msim-minus').length).toBe(marks);
    press(view.element, 'ArrowRight', { shiftKey: true });
    expect(text(view, '.msim-position')).toEqual(['step 15 of 24']);
    const phase = all(view, '.msim-phase')[1]!;
    phase.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(view.step).toBe(14);
    expect(phase.getAttribute('aria-current')).toBe('step');
    mode.value = 'line';
    press(view.element, 'ArrowRight', { shiftKey: true });
    expect(view.step).toBe(24);
  });

  it('shows the temporaries between the instructions of a line', () => {
    const view = show(withInstructions(), { step: 1 });
    const mode = view.element.querySelector<HTMLSelectElement>('.msim-toolbar select')!;
    mode.value = 'instruction';
    press(view.element, 'ArrowRight');
    expect(text(view, '.msim-sentence')).toEqual(['→ LOAD_NAME a: pushes the A; the count of the A goes 1 → 2.']);
    expect(text(view, '.msim-name.mod-temporary .msim-identifier')).toEqual(['temporary']);
    expect(text(view, 'text.msim-badge')).toEqual(['2']);
    view.select(1);
    expect(text(view, '.msim-receipt li')).toEqual(['1name asince step 1', '1a temporary on the stack of the modulesince step 2', '= 2ob_refcnt']);
    press(view.element, 'ArrowRight');
    expect(text(view, '.msim-sentence')).toEqual(['→ STORE_NAME b: takes 1 value off the stack; b now names the same A as a, whose count goes 2 → 3.']);
    expect(all(view, '.mod-temporary')).toHaveLength(0);
    press(view.element, 'ArrowLeft', { shiftKey: true });
    expect(text(view, '.msim-position')).toEqual(['step 1 of 2']);
  });

  it('stops playing and long steps at breakpoints, set by button or key', () => {
    vi.useFakeTimers();
    const view = show(friendsTrace(), { step: 3 });
    const number = all(view, '.msim-lineNumber')[5] as HTMLElement;
    number.click();
    expect(number.getAttribute('aria-pressed')).toBe('true');
    expect(text(view, '.msim-lines summary')).toEqual(['Lines and breakpoints: stops at line 6']);
    view.seek(0);
    view.play(true);
    vi.advanceTimersByTime(60_000);
    expect(view.position.line).toBe(6);
    press(view.element, 'b');
    expect(number.getAttribute('aria-pressed')).toBe('false');
    view.play(true);
    vi.advanceTimersByTime(60_000);
    expect(view.step).toBe(view.end);
    (all(view, '.msim-lineText')[4] as HTMLElement).click();
    expect(view.position.line).toBe(5);
  });

  it('asks before it shows, if the learner wants to predict', () => {
    const onStep = vi.fn();
    const view = show(doomedTrace(), { step: 1, onStep });
    const predict = view.element.querySelector<HTMLButtonElement>('.mod-predict')!;
    predict.click();
    expect(predict.getAttribute('aria-pressed')).toBe('true');
    press(view.element, 'ArrowRight');
    const line = view.element.querySelector('.msim-where')!.textContent;
    expect([view.step, text(view, '.msim-sentence')]).toEqual([1, ['What will it do to the counts? Next (→) shows it.']]);
    press(view.element, 'ArrowRight');
    expect([view.step, view.element.querySelector('.msim-where')!.textContent]).toEqual([2, line]);
    expect(onStep.mock.calls.map(([{ step }]: [StepEvent]) => step)).toEqual([1, 2]);
    // Any other move takes the question back; steps backwards are never asked.
    press(view.element, 'ArrowRight');
    press(view.element, 'ArrowLeft');
    expect([view.step, text(view, '.msim-sentence')[0]!.startsWith('What')]).toEqual([1, false]);
  });

  it('finds an object by its name and says so', () => {
    const view = show(friendsTrace(), { step: 8 });
    const input = view.element.querySelector<HTMLInputElement>('.mod-find')!;
    input.value = 'michael.friends';
    expect(isHeapViewKey(press(input, 'Enter'))).toBe(true);
    expect(text(view, '.msim-bar [role=status]')).toEqual(['1 of 1: list michael.friends']);
    expect(view.element.querySelector('.msim-hit[aria-pressed=true]')!.getAttribute('aria-label')).toMatch(/^list michael.friends/);
  });

  it('chooses an object by the label of its lifeline, and stays at the step', () => {
    const view = show(friendsTrace(), { step: 8 });
    view.element.querySelector('.msim-life [data-row]')!.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, button: 0 }));
    expect([view.step, text(view, '.msim-detailHead b')[0]]).toEqual([8, expect.stringMatching(/^Person “Michael”, refcount 1;/)]);
  });

  it('says which keys are its own, for hosts with shortcuts', () => {
    const view = show(doomedTrace(), { step: 3 });
    const own = (selector: string, key: string, init: KeyboardEventInit = {}): boolean => {
      const event = new KeyboardEvent('keydown', { key, ...init });
      Object.defineProperty(event, 'target', { value: selector === '' ? view.element : view.element.querySelector(selector) });
      return isHeapViewKey(event);
    };
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', ' '].map((key) => own('', key))).not.toContain(false);
    expect(['ArrowUp', 'ArrowDown', 'Enter', 'Escape', 'a'].map((key) => own('', key))).not.toContain(true);
    expect([own('.msim-hit', 'ArrowDown'), own('.msim-hit', 'Enter'), own('button', 'Enter'), own('button', ' ')]).toEqual([true, true, true, true]);
    expect([own('button', 'ArrowDown'), own('.msim-hit', 'Enter', { shiftKey: true }), own('', 'ArrowLeft', { ctrlKey: true })]).toEqual([false, false, false]);
    const outside = new KeyboardEvent('keydown', { key: 'ArrowLeft' });
    Object.defineProperty(outside, 'target', { value: document.body });
    expect(isHeapViewKey(outside)).toBe(false);
  });

  it('tells onStep each move, and whether the line is in the cell', () => {
    const steps: StepEvent[] = [];
    const view = show(trace('2: frame f lib.py\n7: return', { source: 'a\nf()' }), { onStep: (event) => steps.push(event) });
    view.seek(1);
    view.seek(1);
    view.seek(0);
    expect(steps).toEqual([
      { step: 1, steps: 2, line: 2, file: 'cell-1.py', inCell: true },
      { step: 0, steps: 2, line: 0, file: 'cell-1.py', inCell: false }
    ]);
    view.seek(2);
    expect(view.position).toMatchObject({ line: 7, file: 'lib.py', inCell: false });
    expect(text(view, '.msim-where')).toEqual(['lib.py, line 7']);
  });

  it('plays to the end, from the start if need be, and stops at a move by hand', () => {
    vi.useFakeTimers();
    const view = show(doomedTrace(), { step: 7 });
    click(view, '[data-move=play]');
    vi.advanceTimersByTime(950);
    expect(view.step).toBe(8);
    vi.advanceTimersByTime(10_000);
    expect([view.step, vi.getTimerCount()]).toEqual([9, 0]);
    press(view.element, ' ');
    expect([view.step, vi.getTimerCount()]).toEqual([0, 1]);
    press(view.element, 'ArrowRight');
    expect([view.step, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('marks garbage by hatching, word and note', () => {
    const view = show(friendsTrace(), { step: 12 });
    expect(all(view, '.msim-box[data-status=garbage]')).toHaveLength(4);
    expect(all(view, '.msim-hatch')).toHaveLength(4);
    expect(text(view, '.msim-note')[0]).toContain('◌ garbage: 4 objects, 208 bytes.');
    view.seek(11);
    expect(text(view, '.msim-note')[0]).not.toContain('garbage');
  });

  it('goes through a collection phase by phase', () => {
    const view = show(friendsTrace(), { step: 12 });
    const current = [12, 13, 14, 15, 16, 17, 22, 23].map((n) => {
      view.seek(n);
      return text(view, '.msim-phases [aria-current]')[0];
    });
    expect(current).toEqual([undefined, '1 candidates', '2 copy counts', '3 subtract', '4 unreachable', '5 finalize', '6 clear & free', undefined]);
    view.seek(15);
    expect(text(view, 'text.msim-gcrefs')).toEqual(['0', '0', '0', '0', '1']);
    expect(text(view, '.msim-minus text')).toEqual(['−1', '−1', '−1', '−1']);
    expect(text(view, '.msim-note')[0]).toContain('Real counts do not change here.');
  });

  it('keeps the nodes of what has not changed', () => {
    const view = show(friendsTrace(), { step: 7 });
    const [first, second] = all(view, '.msim-body');
    const hit = view.element.querySelector<SVGElement>('[data-serial="4"]')!;
    hit.focus();
    view.seek(8);
    expect(all(view, '.msim-body')[0]).toBe(first);
    expect(all(view, '.msim-body')[1]).not.toBe(second);
    view.seek(9);
    expect(all(view, '.msim-body')[0]).not.toBe(first);
    expect(document.activeElement).toBe(hit);
  });

  it('chooses an object by click or Enter, and jumps along its changes', () => {
    const view = show(doomedTrace(), { step: 3 });
    expect(view.element.querySelector<HTMLElement>('.msim-detail')!.hidden).toBe(true);
    press(view.element.querySelector('[data-serial="2"]')!, 'Enter');
    expect(text(view, '.msim-detail b')).toEqual(['Doomed v1, refcount 2; 48 bytes at 0x7f3a140.']);
    expect(text(view, '.msim-why')).toEqual(['Alive because of name v1 → the Doomed.']);
    expect(text(view, '.msim-receipt li')).toEqual(['1name v1since step 2', '1name v2since step 3', '= 2ob_refcnt']);
    expect(view.element.querySelector('[data-serial="2"]')!.getAttribute('aria-pressed')).toBe('true');
    const at: number[] = [];
    for (const index of [2, 2, 1, 1]) {
      all(view, '.msim-detailHead button')[index]!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      at.push(view.step);
    }
    expect(at).toEqual([4, 5, 4, 3]);
    click(view, '[data-serial="2"]');
    expect(view.element.querySelector<HTMLElement>('.msim-detail')!.hidden).toBe(true);
  });

  it('walks the objects by up and down, one of them in the tab order', () => {
    const view = show(friendsTrace(), { step: 12 });
    const stops = all(view, '.msim-hit[tabindex="0"]');
    expect(stops.map((stop) => stop.getAttribute('data-serial'))).toEqual(['2']);
    (stops[0] as SVGElement).focus();
    press(document.activeElement!, 'ArrowDown');
    expect(document.activeElement!.getAttribute('data-serial')).toBe('3');
    press(document.activeElement!, 'ArrowUp');
    expect(document.activeElement!.getAttribute('data-serial')).toBe('2');
    expect(view.step).toBe(12);
  });

  it('tells whether the collection whose phases it offers is yet to come', () => {
    const view = show(friendsTrace());
    const caption = (): string[] => text(view, '.msim-phasesCaption');
    expect(caption()).toEqual(['last collection']);
    view.seek(1);
    expect(caption()).toEqual(['next collection']);
    view.seek(15);
    expect(caption()).toEqual(['in this collection']);
  });

  it('says so where there is no step of the chosen kind', () => {
    const view = show(doomedTrace(), { step: 3 });
    const modes = view.element.querySelector<HTMLSelectElement>('[aria-label="What a step is"]')!;
    modes.value = 'collection';
    click(view, '[data-move=next]');
    expect([view.step, text(view, '.msim-sentence')]).toEqual([3, ['No other collection that way.']]);
    modes.value = 'line';
    click(view, '[data-move=next]');
    expect([view.step, text(view, '.msim-sentence')[0]]).toEqual([4, expect.stringMatching(/^→ del v1/)]);
  });

  it('draws lifelines: garbage time, deaths, the collection, the step that is shown', () => {
    const view = show(friendsTrace(), { step: 12 });
    expect(text(view, '.msim-life > text')).toEqual(['Person “Michael”', 'Person “Sarah”', 'Person “Ada”', 'list michael.friends', 'list sarah.friends', 'list keep']);
    expect(all(view, '.msim-freed')).toHaveLength(4);
    expect(text(view, '.msim-lifelines .mod-gc')).toEqual(['full collection']);
    const marker = (): string => view.element.querySelector('.msim-now path')!.getAttribute('d')!;
    const before = marker();
    view.seek(13);
    expect(marker()).not.toBe(before);
    expect(show(longTrace(200)).element.querySelector('.mod-many')!.textContent).toContain('Item × 196');
  });

  it('has the number of the line that is shown under its mark, and no other in its place', () => {
    const view = show(friendsTrace());
    for (let step = 0; step <= 13; step++) {
      view.seek(step);
      const shown = all<SVGElement>(view, '.msim-lifelines .msim-caption').filter((node) => /^\d+$/.test(node.textContent) && node.getAttribute('visibility') !== 'hidden');
      const line = /\d+/.exec(text(view, '.msim-where')[0]!)?.[0];
      expect(text(view, '.msim-lifelines .mod-now')).toEqual(step === 0 ? [] : [line]);
      const at = shown.map((node) => Number(node.getAttribute('x'))).sort((a, b) => a - b);
      expect(at.every((x, i) => i === 0 || x - at[i - 1]! > 8)).toBe(true);
    }
  });

  it('names everything that can be operated', () => {
    const view = show(friendsTrace());
    for (const element of all(view, 'button, input, [role=button], [tabindex="0"]')) {
      expect(element.getAttribute('aria-label') ?? (element.closest('label') ?? element).textContent).not.toBe('');
    }
  });

  it('speaks through a translator', () => {
    const loud = { __: (t: string, ...a: (string | number)[]) => english.__(t, ...a).toUpperCase(), _n: english._n };
    expect(text(show(doomedTrace(), { translator: loud }), '.msim-position')).toEqual(['STEP 9 OF 9']);
  });

  it('shows the folded notice and the totals', () => {
    const view = show({ ...doomedTrace(), folded: '1,900 turns of the loop are told as one.' });
    expect(text(view, '.msim-folded')).toEqual(['1,900 turns of the loop are told as one.']);
    expect(text(view, '.msim-foot')[0]).toContain('live 812 (812 hidden) · freed 2 · young 41/2,000');
  });

  it('scrolls to what a step has changed', () => {
    const objects = Array.from({ length: 16 }, (_, i) => `new o${i} T; name o${i} o${i}; slot o${i} n '1`).join('; ');
    const view = show(trace(`start: ${objects}\n1: slot o0 n '2\n1: slot o15 n '2`, { source: Array.from({ length: 16 }, (_, i) => `o${i}`).join() }), { step: 1 });
    const graph = view.element.querySelector<HTMLElement>('.msim-graph')!;
    Object.defineProperties(graph, { clientHeight: { value: 100 }, clientWidth: { value: 2000 } });
    view.seek(2);
    expect(graph.scrollTop).toBe(48 + 15 * (30 + 17 + 7 + 26) - 60);
    view.seek(1);
    expect(graph.scrollTop).toBe(0);
  });

  it('draws a large heap within bounds', () => {
    const view = show(longTrace(1000));
    expect(all(view, '.msim-box')).toHaveLength(5);
    click(view, '.msim-hit[data-group]');
    const boxes = all(view, '.msim-box');
    expect(boxes).toHaveLength(1_001);
    expect(view.element.querySelectorAll('*').length).toBeLessThan(20_000);
    // What a step leaves alone keeps its element, with all that is in it.
    const inside = boxes.map((box) => box.firstChild);
    view.seek(998);
    const after = new Set(all(view, '.msim-box').map((box) => box.firstChild));
    expect(inside.filter((element) => after.has(element)).length).toBeGreaterThan(990);
  });

  it('listens to nothing once it is disposed of', () => {
    vi.useFakeTimers();
    const onStep = vi.fn();
    const view = show(doomedTrace(), { onStep, step: 1 });
    view.play(true);
    const slider = view.element.querySelector('input')!;
    const next = view.element.querySelector('[data-move=next]')!;
    view.dispose();
    vi.advanceTimersByTime(5_000);
    next.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    slider.dispatchEvent(new Event('input'));
    press(view.element, 'ArrowRight');
    expect(onStep).not.toHaveBeenCalled();
    expect(view.element.isConnected).toBe(false);
  });
});

describe('renderTrace', () => {
  /// Nothing that could run, load or lead elsewhere.
  function harmless(element: Element): void {
    for (const part of [element, ...element.querySelectorAll('*')]) {
      expect(['script', 'img', 'iframe', 'foreignObject', 'a', 'style', 'link']).not.toContain(part.localName);
      for (const { name } of part.attributes) {
        expect(name).not.toMatch(/^on|href|src$|^style$/i);
      }
    }
    expect((globalThis as Record<string, unknown>)['hacked']).toBeUndefined();
  }

  it.each([[null], [{}], [{ ...doomedTrace(), version: 9 }], [{ ...doomedTrace(), steps: [[1, 3]] }]])('puts a message where the trace cannot be read', (json) => {
    const rendered = renderTrace(json, { document });
    expect(rendered.view).toBeUndefined();
    expect(rendered.element.textContent).toMatch(/^This memory-sim output cannot be shown\. Reason: .+\. Run the cell again/);
    rendered.dispose();
  });

  it('shows script in every string as text, at every step', () => {
    for (let offset = 0; offset < HOSTILE.length; offset++) {
      for (const payload of [doomedTrace(), friendsTrace()]) {
        const rendered = renderTrace(JSON.parse(JSON.stringify(poisoned(payload, offset))), { document });
        document.body.append(rendered.element);
        const view = rendered.view!;
        for (let n = 0; n <= view.end; n++) {
          view.seek(n);
        }
        view.select(2);
        harmless(rendered.element);
        rendered.dispose();
      }
    }
  }, SLOW);

  it('survives mutated payloads', () => {
    const next = random(4242);
    const originals = [doomedTrace(), friendsTrace()].map((payload) => JSON.stringify(payload));
    for (let i = 0; i < 120; i++) {
      const rendered = renderTrace(mutated(JSON.parse(originals[i % 2]!), next), { document });
      const { view } = rendered;
      if (view) {
        for (const n of [0, 1, Math.floor(view.end / 2), view.end]) {
          view.seek(n);
        }
      }
      harmless(rendered.element);
      rendered.dispose();
    }
  }, SLOW);
});
