// @vitest-environment jsdom

import { afterEach, describe, expect, it, vi } from 'vitest';
import { HeapView } from '../../src/widgets/heapView';
import { save } from '../../src/widgets/saving';
import { Picture } from '../../src/views/picture';
import { HOSTILE, poisoned } from '../views/hostile';
import { doomedTrace, friendsTrace, longTrace, trace } from '../views/notation';

let views: HeapView[] = [];

function show(payload = friendsTrace(), step = 12): HeapView {
  const view = new HeapView({ picture: new Picture(payload), document, step });
  document.body.append(view.element);
  views.push(view);
  return view;
}

function all<T extends Element = HTMLElement>(view: HeapView, selector: string): T[] {
  return [...view.element.querySelectorAll<T>(selector)];
}

function one<T extends Element = HTMLElement>(view: HeapView, selector: string): T {
  return view.element.querySelector<T>(selector)!;
}

function press(target: Element, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

function change(control: HTMLSelectElement | HTMLInputElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event(control.localName === 'select' ? 'change' : 'input'));
}

afterEach(() => {
  views.forEach((view) => view.dispose());
  views = [];
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('tabs', () => {
  it('make a panel when it is first opened, by click or arrow key', () => {
    const view = show();
    expect(all(view, '.msim-events, .msim-memory, .msim-bytes')).toEqual([]);
    one(view, '[data-tab=graph]').focus();
    press(document.activeElement!, 'ArrowRight');
    expect([one(view, '[role=tab][aria-selected=true]').textContent, all(view, '.msim-memory').length, view.step]).toEqual(['Memory', 1, 12]);
    press(document.activeElement!, 'ArrowLeft');
    press(document.activeElement!, 'ArrowLeft');
    expect(document.activeElement!.textContent).toBe('Bytes');
    expect(one(view, '.msim-bytesTitle').textContent).toContain('PyObject');
    expect(one(view, '.msim-bytes').textContent).toContain('Choose another object');
    expect(all(view, '[role=tab][tabindex="0"]')).toHaveLength(1);
  });
});

describe('lifelines and memory by keyboard', () => {
  it('goes along the lifelines, one of them a stop of Tab, and chooses', () => {
    const view = show();
    const labels = all<SVGElement>(view, '.msim-lifelines [role=button]');
    expect(labels.map((label) => label.getAttribute('tabindex'))).toEqual(labels.map((_, i) => (i === 0 ? '0' : '-1')));
    labels[0]!.focus();
    press(labels[0]!, 'ArrowDown');
    expect(document.activeElement).toBe(labels[1]);
    expect(labels.filter((label) => label.getAttribute('tabindex') === '0')).toEqual([labels[1]]);
    press(labels[1]!, 'Enter');
    expect([one(view, '.msim-detail').hidden, view.step]).toEqual([false, 12]);
    press(labels[1]!, 'ArrowUp');
    press(labels[0]!, 'ArrowUp');
    expect(document.activeElement).toBe(labels[0]);
    // The other arrows step, as everywhere.
    press(labels[0]!, 'ArrowLeft');
    expect(view.step).toBe(11);
  });

  it('goes from block to block, stays where it was over steps, and chooses', () => {
    const view = show();
    view.open('memory');
    const blocks = (): SVGElement[] => all<SVGElement>(view, '.msim-memory [data-block]');
    blocks()[0]!.focus();
    press(blocks()[0]!, 'ArrowRight');
    expect(document.activeElement).toBe(blocks()[1]);
    expect(one(view, '.msim-life .mod-pointed').getAttribute('data-row')).toBe(blocks()[1]!.getAttribute('data-stop'));
    press(blocks()[1]!, ' ');
    expect(document.activeElement).toBe(blocks()[1]);
    expect([blocks()[1]!.classList.contains('mod-selected'), one(view, '.msim-detail').hidden]).toEqual([true, false]);
  });

  it('goes from pool to pool of an arena, and from a pool to its blocks', () => {
    // More than a pool has room for.
    const view = show(trace(`1: ${Array.from({ length: 1_100 }, (_, i) => `new o${i} A; name o${i} o${i}`).join('; ')}`));
    view.open('memory');
    const [first, ...others] = all<SVGElement>(view, '.msim-arenaMap [role=button]');
    expect(others.length).toBeGreaterThan(0);
    first!.focus();
    press(first!, 'ArrowRight');
    expect(document.activeElement).toBe(others[0]);
    press(others[0]!, 'Enter');
    const pool = one(view, `.msim-pool[data-address="${others[0]!.getAttribute('data-pool')}"]`);
    expect(document.activeElement).toBe(pool.querySelector('[data-block]'));
  });
});

describe('events', () => {
  it('shows the page with the step, filters, and jumps', () => {
    const view = show();
    one(view, '[data-tab=events]').click();
    const marked = (): (string | null)[] => all(view, 'tr.mod-here .msim-subject').map((cell) => cell.textContent);
    expect(marked()).toEqual(['sarah', 'Person “Sarah”']);
    view.seek(11);
    expect(marked()).toEqual(['michael', 'Person “Michael”']);
    change(one<HTMLSelectElement>(view, '.msim-events select'), 'gc');
    expect(new Set(all(view, 'tbody tr').map((row) => row.dataset['kind']))).toEqual(new Set(['gc']));
    change(one<HTMLSelectElement>(view, '.msim-events select'), '');
    change(one<HTMLInputElement>(view, '.msim-events input[type=search]'), 'no such thing');
    expect(one(view, '.msim-events [role=status]').textContent).toBe('no events');
    change(one<HTMLInputElement>(view, '.msim-events input[type=search]'), 'keep');
    one(view, 'tbody tr button').click();
    expect(view.step).toBe(10);
  });

  it('shows no more than a page of a long trace', () => {
    const view = show(longTrace(2_000), 1_000);
    one(view, '[data-tab=events]').click();
    expect(all(view, 'tbody tr')).toHaveLength(50);
    const steps = (): HTMLElement[] => all(view, 'tbody button');
    expect(steps().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    expect(new Set(steps().map((button) => button.getAttribute('aria-label'))).size).toBeGreaterThan(25);
    steps()[0]!.focus();
    press(steps()[0]!, 'ArrowDown');
    press(steps()[1]!, 'ArrowDown');
    expect(document.activeElement).toBe(steps()[2]);
    press(steps()[2]!, 'Enter');
    expect(view.step).toBe(Number(steps()[2]!.textContent));
    view.seek(1_000);
    expect(all(view, 'tr.mod-here').length).toBeGreaterThan(0);
  });
});

describe('a step', () => {
  it('leaves the rows of the events that are there, and marks its own', () => {
    const view = show(longTrace(300), 20);
    view.open('events');
    const rows = all(view, '.msim-events tbody tr');
    const marked = (): (string | undefined)[] => all(view, '.msim-events tr[aria-current=true]').map(({ dataset }) => dataset['moment']);
    expect(new Set(marked())).toEqual(new Set(['20']));
    view.seek(21);
    expect(all(view, '.msim-events tbody tr').every((row, i) => row === rows[i])).toBe(true);
    expect(new Set(marked())).toEqual(new Set(['21']));
    expect(all(view, '.msim-events tr.mod-here').length).toBe(marked().length);
    view.seek(290);
    expect(new Set(marked())).toEqual(new Set(['290']));
  });

  it('leaves the pools in which nothing happens, and draws the same as a view that begins there', () => {
    const view = show(trace('1: new a A; name a a\n2: new b B; name b b; new c big; name c c\n3: count a 2\n4: count b 0; free b\n5: new d A; name d d'), 2);
    view.open('memory');
    const pools = (): Element[] => all(view, '.msim-memory .msim-pool');
    const before = pools();
    view.seek(3);
    expect(pools()).toEqual(before);
    expect(pools().every((pool, i) => pool === before[i])).toBe(true);
    const text = (of: HeapView): string => one(of, '.msim-memory').innerHTML;
    for (const step of [5, 1, 4, 0, 2]) {
      view.seek(step);
      const fresh = show(view['picture'].payload, step);
      fresh.open('memory');
      expect(text(view)).toBe(text(fresh));
    }
  });
});

describe('memory', () => {
  it('draws a block for each object, and chooses what is clicked', () => {
    const view = show();
    one(view, '[data-tab=memory]').click();
    expect(all(view, '[data-block]').map((cell) => cell.getAttribute('data-status')).sort()).toEqual(['garbage', 'garbage', 'garbage', 'garbage', 'live', 'live']);
    one(view, '[data-block="2"]').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(one(view, '.msim-detail b').textContent).toContain('Person “Michael”');
    // The block, and its pool in the arena.
    expect(all(view, '.msim-memory .mod-selected').map((cell) => [cell.getAttribute('data-block'), cell.getAttribute('data-pool') !== null])).toEqual([[null, true], ['2', false]]);
    view.seek(23);
    expect(all(view, '[data-block][data-status=freed]')).toHaveLength(4);
  });
});

describe('bytes', () => {
  it('shows the chosen object, before and after its end', () => {
    const view = show(doomedTrace(), 3);
    view.select(2);
    one(view, '[data-tab=bytes]').click();
    const count = (): string[] => all(view, 'tbody tr').filter((row) => row.textContent!.includes('ob_refcnt')).map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
    expect(count()).toEqual(['+0 | 02 00 00 00 | ob_refcnt | = 2']);
    view.seek(8);
    expect(count()).toEqual(['+0 | 00 00 00 00 | ob_refcnt | left as dealloc found it']);
  });
});

describe('ways of stepping', () => {
  it('goes to the next change of a count, and plays at a chosen speed', () => {
    vi.useFakeTimers();
    const view = show(friendsTrace(), 12);
    const [mode, speed] = all<HTMLSelectElement>(view, '.msim-toolbar select');
    mode!.value = 'collection';
    one(view, '[data-move=next]').click();
    expect(view.step).toBe(13);
    mode!.value = 'line';
    speed!.value = '300';
    one(view, '[data-move=play]').click();
    vi.advanceTimersByTime(650);
    expect(view.step).toBe(15);
    view.play(false);
    vi.useRealTimers();
    expect([view.seekLine(5), view.step, view.seekLine(77)]).toEqual([true, 3, false]);
  });
});

describe('the bar under the graph', () => {
  it('leaves out a type, and unfolds a group and folds it again', () => {
    const view = show(longTrace(100), 100);
    const boxes = (): number => all(view, '.msim-box').length;
    expect(boxes()).toBe(5);
    one(view, '[data-group]').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(boxes()).toBe(101);
    all(view, '.msim-bar.mod-graph > button').find((button) => button.textContent === 'fold again')!.click();
    expect(boxes()).toBe(5);
    one<HTMLInputElement>(view, '.msim-menu input').click();
    expect(boxes()).toBe(1);
  });

  it('shows the names that the cell does not use, by key, and folds them again', () => {
    const view = show(trace("start: name one '1; name two '2; name three '3; name four '4\n1: name five '5", { source: 'five = 5' }), 1);
    const names = (): string[] => all(view, '.msim-name').map((name) => name.querySelector('text')!.textContent!);
    expect(names()).toEqual(['⋯ 4 other names', 'five']);
    one(view, '.msim-fold').focus();
    press(one(view, '.msim-fold'), 'Enter');
    expect(names().sort()).toEqual(['five', 'four', 'one', 'three', 'two']);
    expect(document.activeElement!.textContent).toBe('fold again');
    (document.activeElement as HTMLElement).click();
    expect(names().sort()).toEqual(['five', '⋯ 4 other names'].sort());
    expect(document.activeElement).toBe(view.element);
  });

  it('hides what an object holds', () => {
    const view = show();
    view.select(2);
    all(view, '.msim-detailHead button')[0]!.click();
    expect(all(view, '[data-serial]').map((hit) => hit.getAttribute('data-serial'))).toEqual(['2', '4', '5', '6']);
  });
});

describe('saving', () => {
  it('offers a file by a link that is not in the page', async () => {
    const names: string[] = [];
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(`${this.download} ${this.isConnected}`);
    });
    const picture = new Picture(friendsTrace());
    expect([await save(picture, 12, 'svg', document), await save(picture, 12, 'html', document)]).toEqual(['Saved.', 'Saved.']);
    expect(names).toEqual(['heap-step-12.svg false', 'heap.html false']);
    expect(await save(picture, 12, 'copy', document)).toBe('The browser did not allow it.');
  });
});

describe('out of sight', () => {
  it('draws nothing until it is seen', () => {
    let notify: (entries: { isIntersecting: boolean }[]) => void = () => undefined;
    vi.stubGlobal('IntersectionObserver', class {
      constructor(callback: typeof notify) {
        notify = callback;
      }
      observe(): void {}
      disconnect(): void {}
    });
    const view = show(doomedTrace(), 3);
    const said = (): string | null => one(view, '.msim-where').textContent;
    notify([{ isIntersecting: false }]);
    view.seek(4);
    expect([said(), view.step]).toEqual(['line 7', 4]);
    notify([{ isIntersecting: true }]);
    expect(said()).toBe('line 8');
  });
});

describe('hostile strings', () => {
  it('stay text in every panel', () => {
    for (let offset = 0; offset < HOSTILE.length; offset++) {
      const view = show(poisoned(friendsTrace(), offset), 12);
      view.select(2);
      for (const tab of ['memory', 'events', 'bytes'] as const) {
        view.open(tab);
        expect(all(view, 'script, img, iframe, foreignObject, a, style')).toEqual([]);
      }
      view.dispose();
    }
  }, 60_000);
});
