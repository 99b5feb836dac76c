/// Traces as an enemy would write them, for the views and the widgets alike.

import type { TracePayload } from '../../src/core/trace/payload';

export const HOSTILE = [
  '<script>globalThis.hacked = true</script>',
  '"><img src=x onerror="globalThis.hacked = true">',
  '</text></svg><svg onload=alert(1)>',
  '</style><script>hacked()</script>',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty',
  '%1%2%3 $& $1', '\u0000\u0001\u001b[31m', '\ud800', 'a\nb\r\nc\td', '\u202eevil', '', ' ', 'x'.repeat(5000), ']]>', '&lt;b&gt;', 'javascript:alert(1)'
];

/// The same trace with every string replaced.
export function poisoned(payload: TracePayload, offset = 0): TracePayload {
  let i = offset;
  const bad = (): string => HOSTILE[i++ % HOSTILE.length]!;
  return {
    ...(JSON.parse(JSON.stringify(payload)) as TracePayload),
    python: bad(), source: Array.from({ length: 12 }, bad).join('\n'), folded: bad(), strings: payload.strings.map(bad), file: payload.file
  };
}

export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const ODD: Json[] = [null, true, -1, 0, 1, 2, 3, 7, 1.5, 1e308, -9e15, 2 ** 31, '', '<script>x</script>', '__proto__', [], {}, [[]], [1, 2, 3]];

/// Changes a few values anywhere in a JSON value.
export function mutated(json: Json, next: () => number): Json {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const visit = (value: Json): Json => {
    if (typeof value !== 'object' || value === null || next() < 0.02) {
      return typeof value === 'number' && next() < 0.7 ? value + Math.floor(next() * 7) - 3 : pick(ODD);
    }
    if (Array.isArray(value)) {
      const copy = [...value];
      const at = Math.floor(next() * copy.length);
      const kind = next();
      if (copy.length === 0 || kind < 0.1) {
        copy.splice(at, 0, pick(ODD));
      } else if (kind < 0.2) {
        copy.splice(at, 1);
      } else {
        copy[at] = visit(copy[at]!);
      }
      return copy;
    }
    const key = pick(Object.keys(value));
    return { ...value, [key]: next() < 0.05 ? pick(ODD) : visit(value[key]!) };
  };
  let result = json;
  for (let i = 0; i < 1 + Math.floor(next() * 3); i++) {
    result = visit(result);
  }
  return result;
}
