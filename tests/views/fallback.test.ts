import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { LeftOut } from '../../src/core/trace/payload';
import { escapeXml, fallbackSvg } from '../../src/views/fallbackSvg';
import { fallbackText } from '../../src/views/fallbackText';
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
      expect(name).not.toMatch(/^on|href|style/i);
      expect(value).not.toContain('url(');
      expect(value).not.toMatch(/NaN|undefined|Infinity/);
    }
  }
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
