/// Objects in words, for screen readers and tooltips.

import { countText, hexAddress } from './naming';
import type { Naming } from './naming';
import { inlineText } from './state';
import type { HeapObject } from './state';
import type { BoxStatus } from './status';
import { clip, grouped } from './words';
import type { Words } from './words';

/// References that an object's description tells one by one.
const MOST_TOLD = 4;

/// What else the box draws: the count before, the scratch count, what the object refers to.
export function describeMore(object: HeapObject, gcRefs: number | undefined, count: readonly [number, number] | undefined, naming: Naming, strings: readonly string[], words: Words): string {
  if (object.freed) {
    return '';
  }
  const held = [...object.slots].slice(0, MOST_TOLD).map(([label, ref]) =>
    words.__('%1 is %2', clip(label, 24), ref >= 0 ? naming.target(ref, label) : clip(inlineText(ref, strings), 24))
  );
  const more = object.slots.size - held.length;
  const weakly = object.weak === undefined ? [] : [words.__('refers weakly to %1, which does not count', naming.noun(object.weak))];
  return [
    ...(count === undefined ? [] : [words.__('in this step its count goes %1 → %2', countText(count[0]), countText(count[1]))]),
    ...(gcRefs === undefined ? [] : [words.__('gc_refs %1', gcRefs)]),
    ...held, ...weakly,
    ...(more > 0 ? [words.__('and %1 more', grouped(more))] : [])
  ].map((text) => `; ${text}`).join('');
}

/// Where an object lies, or lay: what one may want to know last.
export function whereabouts(object: HeapObject, words: Words): string {
  const address = hexAddress(object.address);
  return object.freed ? words.__('; its block at %1 has not been used again', address) : words.__('; %1 bytes at %2', grouped(object.size), address);
}

/// An object and how it fares; `shown` = references to it that the picture shows.
export function describe(object: HeapObject, status: BoxStatus, shown: number, naming: Naming, words: Words): string {
  const title = naming.label(object.serial);
  if (status === 'freed') {
    return words.__('%1: freed', title);
  }
  if (object.count < 0) {
    return words.__('%1: immortal, its count never changes', title);
  }
  const text = words.__('%1, refcount %2', title, countText(object.count));
  const hidden = object.count - shown;
  const rest = hidden > 0 ? words._n(', %1 of it from something not shown', ', %1 of it from something not shown', hidden) : '';
  return text + rest + (status === 'garbage' ? words.__('; garbage: no name reaches it') : '');
}
