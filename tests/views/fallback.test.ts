import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { LeftOut } from '../../src/core/trace/payload';
import { escapeXml, fallbackSvg, stepSvg } from '../../src/views/fallbackSvg';
import { fallbackText } from '../../src/views/fallbackText';
import { Picture } from '../../src/views/picture';
import { readTrace } from '../../src/views/validate';
import { HOSTILE, mutated, poisoned, random } from './hostile';
import { doomedTrace, friendsTrace, longTrace, trace } from './notation';

/// The friends just before their collection: garbage that is still there.
function leaked(): ReturnType<typeof friendsTrace> {
  const payload = friendsTrace();
  return { ...payload, steps: payload.steps.slice(0, 12) };
}

const ALLOWED = new Set(['svg', 'title', 'rect', 'text', 'circle', 'path']);

/// Parses as XML, and holds nothing but shapes and text.
function checkSvg(svg: string): Element {
  const { window } = new JSDOM('');
  const root = new window.DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  for (const element of [root, ...root.querySelectorAll('*')]) {
    expect(ALLOWED).toContain(element.tagName);
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|href/i);
      // A narrow page, or one of paper, shows all of it.
      expect(name === 'style' ? [element, value] : []).toEqual(name === 'style' ? [root, 'max-width:100%;height:auto'] : []);
      expect(value).not.toContain('url(');
      expect(value).not.toMatch(/NaN|undefined|Infinity/);
    }
  }
  expect(root.hasAttribute('style')).toBe(true);
  return root;
}

describe('fallbackSvg', () => {
  it.each([['doomed', doomedTrace()], ['friends', friendsTrace()], ['leaked', leaked()], ['empty', trace('')]])('draws %s as before', async (name, payload) => {
    const svg = fallbackSvg(payload);
    checkSvg(svg);
    await expect(svg).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  it('stays small for a large heap', () => {
    const svg = fallbackSvg(longTrace(1000));
    expect(svg.length).toBeLessThan(45_000);
    expect(svg).toContain('×997');
  });

  it('is no wider than a page', () => {
    const chain = Array.from({ length: 9 }, (_, i) => `new o${i} Node; ${i === 0 ? 'name a o0' : `slot o${i - 1} next o${i}`}`).join('; ');
    const root = checkSvg(fallbackSvg(trace(`1: ${chain}`)));
    const [, , width, height] = root.getAttribute('viewBox')!.split(' ').map(Number);
    expect(width).toBeGreaterThan(1_200);
    expect(root.getAttribute('width')).toBe('900');
    expect(Number(root.getAttribute('height'))).toBe(Math.round((height! * 900) / width!));
  });

  it('writes every string as text, whatever it holds', () => {
    for (let offset = 0; offset < HOSTILE.length; offset++) {
      for (const payload of [doomedTrace(), leaked()]) {
        const bad = poisoned(payload, offset);
        expect(readTrace(bad).ok).toBe(true);
        checkSvg(fallbackSvg(bad));
      }
    }
  }, 60_000);
});

describe('escapeXml', () => {
  it('escapes markup and replaces what XML cannot hold', () => {
    expect(escapeXml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
    expect(escapeXml('a\u0000b\u001b\ud800c\udc00\ud83d\ude00\ufffe')).toBe('a\ufffdb\ufffd\ufffdc\ufffd\ud83d\ude00\ufffd');
  });
});

describe('a step as a picture', () => {
  const svg = (n: number): string => stepSvg(new Picture(friendsTrace()), n);

  it('lights what the step changed, and says below what it did', () => {
    const picture = svg(8);
    expect(picture).toContain('>1 → 2</text>');
    expect(picture).toContain('>step 8 of 24 · line 3 · michael.friends.append(sarah)</text>');
    expect(picture).toContain('>[0] of list michael.friends is now Person “Sarah”, whose count goes 1 → 2.</text>');
    // Its rows, its names and what it did not touch.
    expect(picture.match(/fill="#fff3c4"/g)).toHaveLength(4);
    expect(svg(0)).not.toContain('#fff3c4');
  });

  it('breaks a long sentence where the picture ends', () => {
    const names = ['one', 'two', 'three', 'four'].map((name) => `name a_name_that_is_long_${name} 'a value that is long'`).join('; ');
    const lines = [...stepSvg(new Picture(trace(`1: ${names}`)), 1).matchAll(/<text x="16" y="(\d+)" font-family="system-ui[^>]*>([^<]*)</g)].map(([, y, text]) => [Number(y), text!] as const);
    const caption = lines.slice(lines.findIndex(([, text]) => text.startsWith('step')));
    expect(caption.length).toBeGreaterThan(2);
    expect(caption.map(([y]) => y - caption[0]![0])).toEqual(caption.map((_, i) => 15 * i));
    expect(caption.every(([, text]) => text.length < 125)).toBe(true);
  });

  it('draws the scratch counts, and what is taken off them', () => {
    expect(svg(15).match(/>−1<\/text>/g)).toHaveLength(4);
    expect(svg(15).match(/stroke="#7b1fa2"\/>/g)!.length).toBeGreaterThanOrEqual(5);
  });

  it('is well-formed at every step', () => {
    const picture = new Picture(friendsTrace());
    picture.timeline.moments.forEach((_, n) => {
      const document = new JSDOM(stepSvg(picture, n), { contentType: 'image/svg+xml' }).window.document;
      expect(document.documentElement.localName).toBe('svg');
    });
  });
});

describe('fallbackText', () => {
  it.each([['doomed', doomedTrace()], ['friends', friendsTrace()], ['leaked', leaked()], ['empty', trace('')]])('tells %s as before', async (name, payload) => {
    await expect(fallbackText(payload)).toMatchFileSnapshot(`snapshots/${name}.txt`);
  });

  it('says what it leaves out of a long trace', () => {
    const text = fallbackText({ ...longTrace(1000), leftOut: [[LeftOut.LOOP, 3, 25], [LeftOut.LOOPS, 2]] });
    expect(text.split('\n').length).toBeLessThan(130);
    expect(text).toContain('(940 steps left out here)');
    expect(text).toContain('The loop in line 3 was recorded for 25 rounds; what the others left is shown as one step. 2 more loops likewise.');
    expect(fallbackText({ ...longTrace(10), folded: 'Only a part is shown.' })).toContain('Only a part is shown.');
  });

  it('keeps hostile strings on their line and without control characters', () => {
    for (let offset = 0; offset < HOSTILE.length; offset++) {
      const text = fallbackText(poisoned(doomedTrace(), offset));
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
      expect(text.split('\n').length).toBeLessThan(30);
    }
  });
});

describe('a mutated payload', () => {
  it('is refused with a reason, or drawn and told without harm', () => {
    const next = random(20260101);
    const originals = [doomedTrace(), friendsTrace(), leaked(), longTrace(20)].map((payload) => JSON.stringify(payload));
    let accepted = 0;
    for (let i = 0; i < 1_000; i++) {
      const read = readTrace(mutated(JSON.parse(originals[i % originals.length]!), next));
      if (!read.ok) {
        expect(read.reason.length).toBeGreaterThan(10);
        continue;
      }
      accepted++;
      const svg = fallbackSvg(read.payload);
      expect(svg).not.toMatch(/<script|NaN|undefined|Infinity/);
      if (accepted % 20 === 0) {
        checkSvg(svg);
      }
      expect(typeof fallbackText(read.payload)).toBe('string');
    }
    expect(accepted).toBeGreaterThan(100);
  }, 60_000);
});
