// @vitest-environment jsdom

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HeapView } from '../../src/widgets/heapView';
import { Picture } from '../../src/views/picture';
import { longTrace, trace } from '../views/notation';

let view: HeapView;

/// So small that no text can be read.
function show(payload = longTrace(300)): HeapView {
  const made = new HeapView({ picture: new Picture(payload), document });
  document.body.append(made.element);
  made.element.querySelector('.msim-hit[data-group]')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  const smaller = [...made.element.querySelectorAll('button')].find(({ textContent }) => textContent === '−')!;
  for (let i = 0; i < 4; i++) {
    smaller.click();
  }
  return made;
}

function all(selector: string): Element[] {
  return [...view.element.querySelectorAll(selector)];
}

/// The paths of a kind, in any order.
function drawn(selector: string): string[] {
  return all(selector).flatMap((path) => path.getAttribute('d')!.split(/(?=M)/)).sort();
}

const BODIES = '.msim-boxes.mod-small .msim-body';
const LINES = '.msim-edges.mod-small .msim-line';

describe('a graph too small for words', () => {
  beforeEach(() => {
    view = show();
  });

  afterEach(() => {
    view.dispose();
  });

  it('draws every box and reference in few elements', () => {
    expect(drawn(BODIES)).toHaveLength(301);
    expect(new Set(drawn(BODIES)).size).toBe(301);
    expect(drawn(LINES)).toHaveLength(8);
    expect(all('.msim-boxes *, .msim-edges *').length).toBeLessThan(200);
    expect(all('.msim-boxes text')).toEqual([]);
  });

  it('lights what a step changes, over the rest', () => {
    view.seek(150);
    const lit = all('.msim-boxes:not(.mod-small) .msim-box.mod-changed');
    expect(lit).toHaveLength(3);
    for (const box of lit) {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => box.querySelector('.msim-body')!.getAttribute(name));
      expect(drawn(BODIES)).toContain(`M${x} ${y}h${width}v${height}h-${width}z`);
    }
  });

  it('draws the same whatever it has shown before, and little of it anew', () => {
    const first = [drawn(BODIES), drawn(LINES)];
    const before = new Set(all(BODIES));
    view.seek(298);
    const kept = all(BODIES).filter((path) => before.has(path));
    expect(kept.length).toBeGreaterThan(before.size - 3);
    view.seek(3);
    expect(drawn(BODIES).length).toBeLessThan(10);
    view.seek(view.end);
    expect([drawn(BODIES), drawn(LINES)]).toEqual(first);
  });

  it('can be pointed at and read out box by box', () => {
    const hits = all('.msim-hit');
    expect(hits).toHaveLength(301);
    expect(all('[data-group]')).toEqual([]);
    expect(hits.every((hit) => hit.getAttribute('aria-label') !== '')).toBe(true);
    hits[200]!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(view.element.querySelector('.msim-detail b')!.textContent).toBe(`${hits[200]!.getAttribute('aria-label')!.split(';')[0]}; 48 bytes at ${/0x\w+/.exec(hits[200]!.getAttribute('aria-label')!)![0]}.`);
    expect(all('.msim-hit[aria-pressed=true]')).toEqual([hits[200]]);
  });

  it('has its words back when it is large again', () => {
    const larger = [...view.element.querySelectorAll('button')].find(({ textContent }) => textContent === '+')!;
    for (let i = 0; i < 4; i++) {
      larger.click();
    }
    expect(all(`${BODIES}, ${LINES}`)).toEqual([]);
    expect(all('.msim-boxes .msim-type')).toHaveLength(301);
  });
});

describe('garbage and tombstones too small for words', () => {
  it('are told from what lives by dashes and hatching', () => {
    view = show(trace('1: new a A; name a a; count a 1\n2: new b B; name b b; slot b self b; count b 1\n3: unname b\n4: new c C; name c c; count c 1\n5: unname c; count c 0; free c'));
    const status = all('.msim-boxes.mod-small .msim-box').map((group) => `${group.getAttribute('data-status')} ${group.querySelectorAll('.msim-hatch').length}`);
    expect(status.sort()).toEqual(['freed 0', 'garbage 1', 'live 0']);
    view.dispose();
  });
});
